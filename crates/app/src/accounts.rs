//! Signing in and out, and the first account.

use crate::App;
use crate::error::AppError;
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tutela_domain::entry::Role;
use tutela_store::{Account, AgencyId, AuditEvent, Invite, Plain, Session, StaffId};
use zeroize::Zeroizing;

/// A session ends after this long without use, in minutes.
pub const IDLE_MINUTES: i64 = 30;
/// A session ends after this long in any case, in hours.
const LONGEST_HOURS: i64 = 12;
/// So many failures in the window, and a name waits.
const FAILURES: u64 = 5;
/// The window, and so the wait, in minutes.
const WINDOW_MINUTES: i64 = 15;
/// The shortest password, in characters.
pub const SHORTEST_PASSWORD: usize = 12;
/// The longest, in bytes: hashing is not to be used against the server.
const LONGEST_PASSWORD: usize = 512;

/// A person who is signed in. It comes out of a session and nowhere else.
#[derive(Clone)]
pub struct Actor {
    staff: StaffId,
    role: Role,
    agency: AgencyId,
    name: String,
    expires: Timestamp,
}

impl fmt::Debug for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Actor")
            .field("staff", &self.staff)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

impl Actor {
    /// The pseudonymous id.
    pub fn staff(&self) -> &StaffId {
        &self.staff
    }

    /// The role.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The agency.
    pub fn agency(&self) -> &AgencyId {
        &self.agency
    }

    /// The name that colleagues see.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// When the session ends if nothing is done.
    pub fn session_ends(&self) -> Timestamp {
        self.expires
    }

    pub(crate) fn did(&self, at: Timestamp, action: &str, case: Option<tutela_domain::ids::CaseId>) -> AuditEvent {
        AuditEvent {
            at,
            staff: self.staff.clone(),
            role: self.role.name().to_owned(),
            action: action.to_owned(),
            // Both roles work for the lead authority, so their purpose is care.
            purpose: "care".to_owned(),
            case,
            detail: Plain::from(""),
        }
    }
}

/// What became of an attempt to sign in.
pub enum SignIn {
    /// The person is in; the token is for the cookie.
    In(Zeroizing<String>),
    /// Name or password is wrong. Which one stays unknown.
    Wrong,
    /// Too many attempts; how many minutes to wait.
    Wait(i64),
}

/// What is wrong with a new password or name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    /// Shorter than [`SHORTEST_PASSWORD`] characters.
    TooShort,
    /// Too long to hash.
    TooLong,
    /// The two are not the same.
    NotTheSame,
    /// No sign-in name or display name was given, or it is too long.
    NoName,
    /// The sign-in name is in use.
    NameTaken,
    /// The one-time link was used, or is too old.
    LinkUsed,
}

/// A new account's names and password, as typed.
pub struct NewPassword {
    /// The sign-in name.
    pub sign_in_name: String,
    /// The name that colleagues see.
    pub display_name: String,
    /// The password.
    pub password: Zeroizing<String>,
    /// The password again.
    pub again: Zeroizing<String>,
}

/// A person who can carry a case.
pub struct Colleague {
    /// The pseudonymous id.
    pub staff: StaffId,
    /// The name that colleagues see.
    pub name: String,
    /// The role.
    pub role: Role,
}

impl App {
    /// Signs a person in. Takes as long for a name that does not exist.
    pub fn sign_in(&self, name: &str, password: &str) -> Result<SignIn, AppError> {
        let now = self.now();
        let name = one_form(name);
        let window = now
            .saturating_sub(SignedDuration::from_mins(WINDOW_MINUTES))
            .unwrap_or(Timestamp::MIN);
        // Noted before it is tried, so that many at the same moment are counted too.
        self.store.note_failed_sign_in(&name, now)?;
        if self.store.failed_sign_ins(&name, window)? > FAILURES {
            return Ok(SignIn::Wait(WINDOW_MINUTES));
        }
        let account = self.store.account_by_sign_in(&name)?.filter(|a| a.active);
        // A name that does not exist takes as long: then the password of nobody is tried.
        let kept = account
            .as_ref()
            .map_or(NOBODY.as_str(), |account| &account.password_hash);
        let right = password.len() <= LONGEST_PASSWORD && is_right(password, kept);
        let Some(account) = account.filter(|_| right) else {
            return Ok(SignIn::Wrong);
        };
        self.store.forget_failed_sign_ins(&name)?;
        // A session that ended is kept for a day more, so that what was typed in it finds its person.
        let yesterday = now
            .saturating_sub(SignedDuration::from_hours(24))
            .unwrap_or(Timestamp::MIN);
        self.store.delete_expired(yesterday)?;
        let token = token()?;
        let session = Session {
            staff: account.staff.clone(),
            created: now,
            expires: idle_end(now, now),
            state: Plain::from(""),
        };
        self.store.create_session(&token, &session)?;
        if let Some(actor) = actor(&account, session.expires) {
            self.store.audit(actor.did(now, "signed_in", None))?;
        }
        Ok(SignIn::In(token))
    }

    /// The person of a session's token, whose session is thereby kept alive.
    pub fn actor(&self, token: &str) -> Result<Option<Actor>, AppError> {
        let now = self.now();
        let Some(session) = self.store.session(token, now)? else {
            return Ok(None);
        };
        let Some(account) = self.store.account(&session.staff)?.filter(|a| a.active) else {
            return Ok(None);
        };
        let expires = idle_end(now, session.created);
        // Not at each request: a session that was touched in the last minute is fresh enough.
        if expires.duration_since(session.expires) > SignedDuration::from_mins(1) {
            self.store.touch_session(token, expires, &session.state)?;
        }
        Ok(actor(&account, expires.max(session.expires)))
    }

    /// Whether a token is that of a session that has ended by itself: the person is told so.
    pub fn has_ended(&self, token: &str) -> Result<bool, AppError> {
        Ok(self.store.session(token, Timestamp::MIN)?.is_some())
    }

    /// Ends a session.
    pub fn sign_out(&self, token: &str) -> Result<(), AppError> {
        let now = self.now();
        if let Some(session) = self.store.session(token, now)? {
            self.store.audit(of_accounts(now, &session.staff, "signed_out"))?;
        }
        Ok(self.store.delete_session(token)?)
    }

    /// Whether nobody has an account yet.
    pub fn has_no_account(&self) -> Result<bool, AppError> {
        Ok(self.store.accounts(None)?.is_empty())
    }

    /// The token of the one-time link for the first account, a supervisor's. It works only while
    /// nobody has an account.
    pub fn invite_first(&self) -> Result<Zeroizing<String>, AppError> {
        self.make_invite(FIRST)
    }

    /// The token of a one-time link, by which one person makes an account in a role within a day.
    pub fn invite(&self, role: Role) -> Result<Zeroizing<String>, AppError> {
        self.make_invite(role.name())
    }

    fn make_invite(&self, detail: &str) -> Result<Zeroizing<String>, AppError> {
        let now = self.now();
        let token = token()?;
        let invite = Invite {
            staff: staff_id()?,
            expires: now
                .saturating_add(SignedDuration::from_hours(24))
                .unwrap_or(Timestamp::MAX),
            detail: Plain::from(detail),
        };
        self.store.create_invite(&token, &invite)?;
        self.store.audit(of_accounts(now, &invite.staff, "invited"))?;
        Ok(token)
    }

    /// Makes the account of a one-time link. What is wrong is said before the link is used up.
    pub fn accept_invite(&self, token: &str, new: &NewPassword) -> Result<Result<(), PasswordProblem>, AppError> {
        if let Err(problem) = new.check() {
            return Ok(Err(problem));
        }
        let sign_in_name = one_form(&new.sign_in_name);
        if self.store.account_by_sign_in(&sign_in_name)?.is_some() {
            return Ok(Err(PasswordProblem::NameTaken));
        }
        let password_hash = hash(&new.password)?;
        let Some(invite) = self.store.take_invite(token, self.now())? else {
            return Ok(Err(PasswordProblem::LinkUsed));
        };
        let role = match std::str::from_utf8(invite.detail.as_slice()).unwrap_or_default() {
            FIRST if self.has_no_account()? => Role::Supervisor,
            // Another start printed another link, and somebody used it.
            FIRST => return Ok(Err(PasswordProblem::LinkUsed)),
            role => Role::of(role).unwrap_or(Role::Caseworker),
        };
        let made = of_accounts(self.now(), &invite.staff, "made_account");
        self.store.create_account(&Account {
            staff: invite.staff,
            sign_in_name,
            display_name: new.display_name.trim().to_owned(),
            role: role.name().to_owned(),
            agency: AgencyId::new(self.settings.agency.clone()),
            password_hash,
            active: true,
        })?;
        self.people.forget();
        self.store.audit(made)?;
        Ok(Ok(()))
    }

    /// The people of the actor's agency. It may be some seconds old: every page shows names, and they seldom change.
    pub fn colleagues(&self, actor: &Actor) -> Result<Arc<Colleagues>, AppError> {
        if let Some(fresh) = self.people.of(&actor.agency) {
            return Ok(fresh);
        }
        let accounts = self.store.accounts(Some(&actor.agency))?;
        let active = accounts.iter().filter(|a| a.active).filter_map(|a| {
            Some(Colleague {
                role: Role::of(&a.role)?,
                staff: a.staff.clone(),
                name: a.display_name.clone(),
            })
        });
        let colleagues = Arc::new(Colleagues(active.map(|c| (c.staff.as_str().to_owned(), c)).collect()));
        self.people.keep(actor.agency.clone(), colleagues.clone());
        Ok(colleagues)
    }
}

/// The people of an agency whose accounts are active.
#[derive(Default)]
pub struct Colleagues(BTreeMap<String, Colleague>);

impl fmt::Debug for Colleagues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Colleagues")
    }
}

impl Colleagues {
    /// The person of a staff id; `None` who has left.
    pub fn of(&self, staff: &str) -> Option<&Colleague> {
        self.0.get(staff)
    }

    /// All of them, by their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Colleague> {
        self.0.values()
    }
}

/// So long names are taken from memory.
const NAMES_LAST: Duration = Duration::from_secs(5);

/// The people of each agency, as they were read some seconds ago at most.
#[derive(Default)]
pub(crate) struct People(Mutex<HashMap<AgencyId, (Instant, Arc<Colleagues>)>>);

impl People {
    fn of(&self, agency: &AgencyId) -> Option<Arc<Colleagues>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (read, colleagues) = kept.get(agency)?;
        (read.elapsed() < NAMES_LAST).then(|| colleagues.clone())
    }

    fn keep(&self, agency: AgencyId, colleagues: Arc<Colleagues>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(agency, (Instant::now(), colleagues));
    }

    /// An account was made here: it is seen at once.
    pub(crate) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl NewPassword {
    fn check(&self) -> Result<(), PasswordProblem> {
        let named =
            |name: &str| (1..=100).contains(&name.trim().chars().count()) && !name.chars().any(char::is_control);
        if !named(&self.sign_in_name) || !named(&self.display_name) {
            return Err(PasswordProblem::NoName);
        }
        if self.password.chars().count() < SHORTEST_PASSWORD {
            return Err(PasswordProblem::TooShort);
        }
        if self.password.len() > LONGEST_PASSWORD {
            return Err(PasswordProblem::TooLong);
        }
        if *self.password != *self.again {
            return Err(PasswordProblem::NotTheSame);
        }
        Ok(())
    }
}

/// What an invite for the first account says.
const FIRST: &str = "first";

/// An audit row about an account, not about a case.
fn of_accounts(at: Timestamp, staff: &StaffId, action: &str) -> AuditEvent {
    AuditEvent {
        at,
        staff: staff.clone(),
        role: "none".to_owned(),
        action: action.to_owned(),
        purpose: "administration".to_owned(),
        case: None,
        detail: Plain::from(""),
    }
}

fn actor(account: &Account, expires: Timestamp) -> Option<Actor> {
    Some(Actor {
        staff: account.staff.clone(),
        role: Role::of(&account.role)?,
        agency: account.agency.clone(),
        name: account.display_name.clone(),
        expires,
    })
}

fn idle_end(now: Timestamp, created: Timestamp) -> Timestamp {
    let idle = now.saturating_add(SignedDuration::from_mins(IDLE_MINUTES));
    let longest = created.saturating_add(SignedDuration::from_hours(LONGEST_HOURS));
    match (idle, longest) {
        (Ok(idle), Ok(longest)) => idle.min(longest),
        _ => now,
    }
}

/// A sign-in name in one form: without spaces around it, in small letters.
fn one_form(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The hash of a password that nobody has.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody has this password").unwrap_or_default());

/// One at a time: hashing takes memory and time on purpose, and strangers must not multiply it.
static HASHING: Mutex<()> = Mutex::new(());

fn is_right(password: &str, kept: &str) -> bool {
    let _one_at_a_time = HASHING.lock().unwrap_or_else(PoisonError::into_inner);
    PasswordHash::new(kept).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

pub(crate) fn hash(password: &str) -> Result<String, AppError> {
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|_| AppError::NoRandomness)
}

/// 32 random bytes in hexadecimal.
pub(crate) fn token() -> Result<Zeroizing<String>, AppError> {
    let mut bytes = Zeroizing::new([0u8; 32]);
    getrandom::fill(bytes.as_mut()).map_err(|_| AppError::NoRandomness)?;
    Ok(Zeroizing::new(hex(bytes.as_ref())))
}

fn staff_id() -> Result<StaffId, AppError> {
    let mut bytes = [0u8; 8];
    getrandom::fill(&mut bytes).map_err(|_| AppError::NoRandomness)?;
    Ok(StaffId::new(format!("s-{}", hex(&bytes))))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

//! Invented data for training: whole cases and many accounts at once. There is no way here but in a
//! training folder, since nobody is asked whether they may.

use crate::accounts::hash;
use crate::error::AppError;
use crate::{App, codec};
use jiff::Timestamp;
use std::sync::Arc;
use tutela_domain::case::fold;
use tutela_domain::entry::{Entry, Role};
use tutela_domain::ids::CaseId;
use tutela_store::{Account, AgencyId, AuditEvent, NewCase, Plain, StaffId, SubmissionId};

/// Writes invented data. [`App::invented`] gives it out for training only.
pub struct Invented<'a> {
    app: &'a App,
}

/// An account that is invented.
pub struct InventedAccount {
    /// The pseudonymous id.
    pub staff: String,
    /// The sign-in name, in small letters.
    pub sign_in_name: String,
    /// The name that colleagues see.
    pub display_name: String,
    /// The role.
    pub role: Role,
}

impl App {
    /// The way to write invented data; none unless everything here is for training.
    pub fn invented(&self) -> Option<Invented<'_>> {
        self.settings.training.then_some(Invented { app: self })
    }
}

impl Invented<'_> {
    /// Makes accounts that all have the same password; it is hashed once.
    pub fn accounts(&self, accounts: &[InventedAccount], password: &str) -> Result<(), AppError> {
        let password_hash = hash(password)?;
        let make = |account: &InventedAccount| {
            self.app.store.create_account(&Account {
                staff: StaffId::new(account.staff.clone()),
                sign_in_name: account.sign_in_name.clone(),
                display_name: account.display_name.clone(),
                role: account.role.name().to_owned(),
                agency: AgencyId::new(self.app.settings.agency.clone()),
                password_hash: password_hash.clone(),
                active: true,
            })
        };
        let made = accounts.iter().try_for_each(make);
        self.app.people.forget();
        Ok(made?)
    }

    /// The name and role of a training account, if there is one of this sign-in name.
    pub fn account(&self, sign_in_name: &str) -> Result<Option<(String, Role)>, AppError> {
        let account = self.app.store.account_by_sign_in(sign_in_name)?;
        Ok(account.and_then(|a| Some((a.display_name.clone(), Role::of(&a.role)?))))
    }

    /// Writes a case whole, with the rows that lists need of it and one audit row, and tells how many
    /// records it has. The rules are not asked: whoever invents has told the case by them before.
    pub fn case(&self, id: [u8; 16], entries: &[Arc<Entry>]) -> Result<usize, AppError> {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
            return Ok(0);
        };
        let case = CaseId::from_random(id);
        let folded = fold(&self.app.settings.calendar, entries, Timestamp::MAX);
        let agency = AgencyId::new(self.app.settings.agency.clone());
        let kept = entries.iter().map(|entry| {
            let packs = self.app.protocol.hashes_at(entry.occurred.from);
            codec::encode(entry, packs)
        });
        self.app.store.create_case(NewCase {
            case,
            written: first.written,
            submission: SubmissionId::new(case.to_string())?,
            entries: kept.collect::<Result<_, _>>()?,
            projection: self.app.projected(case, &folded, &agency, self.app.now())?.0,
            audit: AuditEvent {
                at: last.written,
                staff: StaffId::new(last.author.staff.clone()),
                role: last.author.role.name().to_owned(),
                action: "invented".to_owned(),
                purpose: "training".to_owned(),
                case: Some(case),
                detail: Plain::from(""),
            },
        })?;
        Ok(entries.len())
    }
}

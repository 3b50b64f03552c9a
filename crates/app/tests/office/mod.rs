//! An office for the tests: a store, the baseline, a clock that the test sets, people.

#![allow(dead_code)] // each test file uses a part of it

use jiff::{SignedDuration, Timestamp};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tutela_app::{
    Actor, App, CaseLine, CaseQuery, Clock, NewPassword, Outcome, Settings, SignIn, Submit, submission_id,
};
use tutela_domain::codes::Basis;
use tutela_domain::entry::Role;
use tutela_domain::fields::{Fields, Raw};
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;
use tutela_domain::time::Calendar;
use tutela_packs::Library;
use tutela_store::{KeySource, PostgresStore, SqliteStore, Store};
use zeroize::Zeroizing;

/// A clock that the test sets.
pub struct SetClock(Mutex<Timestamp>);

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

impl SetClock {
    pub fn at(text: &str) -> Arc<Self> {
        Arc::new(Self(Mutex::new(text.parse().unwrap())))
    }

    pub fn pass(&self, minutes: i64) {
        let mut now = self.0.lock().unwrap();
        *now = now.saturating_add(SignedDuration::from_mins(minutes)).unwrap();
    }

    pub fn set(&self, at: Timestamp) {
        *self.0.lock().unwrap() = at;
    }
}

pub struct Office {
    pub app: App,
    pub clock: Arc<SetClock>,
    pub store: Arc<dyn Store>,
    folder: tempfile::TempDir,
    url: Option<String>,
}

pub const PASSWORD: &str = "a long enough one";

pub fn office() -> Office {
    office_with(&["baseline"])
}

pub fn office_with(ids: &[&str]) -> Office {
    office_in(None, ids)
}

/// An office on SQLite, or in an empty database.
pub fn office_in(url: Option<String>, ids: &[&str]) -> Office {
    let folder = tempfile::tempdir().unwrap();
    let key = KeySource::File(folder.path().join("key"));
    let store: Arc<dyn Store> = match &url {
        None => Arc::new(SqliteStore::create(&folder.path().join("data"), &key).unwrap().0),
        Some(url) => Arc::new(PostgresStore::create(&url.parse().unwrap(), &key).unwrap().0),
    };
    let clock = SetClock::at("2026-03-02T09:00Z");
    let app = node(&store, &clock, ids);
    Office {
        app,
        clock,
        store,
        folder,
        url,
    }
}

/// An application on a store; several on one store are several nodes.
pub fn node(store: &Arc<dyn Store>, clock: &Arc<SetClock>, ids: &[&str]) -> App {
    node_of(store, clock, &packs(), ids)
}

/// Where our packs lie.
pub fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")
}

/// The same with other packs.
pub fn node_of(store: &Arc<dyn Store>, clock: &Arc<SetClock>, packs: &Path, ids: &[&str]) -> App {
    let settings = Settings {
        agency: "lead".to_owned(),
        calendar: Calendar::named("Europe/London").unwrap(),
        packs: ids.iter().map(|id| (*id).to_owned()).collect(),
        training: false,
    };
    let library = Arc::new(Library::load(packs));
    App::new(store.clone(), library, settings, clock.clone()).unwrap()
}

pub fn account(name: &str) -> NewPassword {
    NewPassword {
        sign_in_name: name.to_owned(),
        display_name: name.to_owned(),
        password: Zeroizing::new(PASSWORD.to_owned()),
        again: Zeroizing::new(PASSWORD.to_owned()),
    }
}

/// Somebody with an account.
pub fn actor(app: &App, name: &str, role: Role) -> Actor {
    let link = app.invite(role).unwrap();
    assert_eq!(app.accept_invite(&link, &account(name)).unwrap(), Ok(()));
    sign_in(app, name)
}

pub fn sign_in(app: &App, name: &str) -> Actor {
    match app.sign_in(name, PASSWORD).unwrap() {
        SignIn::In(token) => app.actor(&token).unwrap().unwrap(),
        _ => panic!("not signed in"),
    }
}

/// A child who is alone.
pub fn refer(app: &App, actor: &Actor) -> CaseId {
    let referral = form(
        RecordType::ReferralReceived,
        0,
        &[
            ("source", "police"),
            ("circumstances", "Found at a station."),
            ("immediate_danger", "no"),
            ("company", "alone"),
        ],
    );
    match app.refer(actor, &referral).unwrap() {
        Outcome::Recorded(receipt) => receipt.case,
        other => panic!("{other:?}"),
    }
}

/// A form as it is sent; of a gated step as our own act.
pub fn form(record_type: RecordType, seen: u64, given: &[(&str, &str)]) -> Submit {
    Submit {
        record_type,
        fields: given.iter().map(|(n, v)| ((*n).to_owned(), Raw::text(*v))).collect(),
        answers: Fields::new(),
        occurred: None,
        basis: record_type.is_gated().then_some(Basis::Deciding),
        urgent: None,
        seen,
        id: submission_id().unwrap(),
    }
}

impl Office {
    /// Spoils what lists show of a case, so that whoever opens it makes it wait to be made anew.
    pub fn spoil(&self, case: CaseId) {
        let file = self.folder.path().join("data").join("tutela.db");
        let conn = rusqlite::Connection::open(file).unwrap();
        let spoilt = "UPDATE case_rows SET summary = zeroblob(200) WHERE case_id = ?1";
        assert_eq!(conn.execute(spoilt, [case.as_bytes()]).unwrap(), 1);
    }

    /// The data opened once more, as another node opens them, or a program that was started anew.
    pub fn opened_again(&self) -> Arc<dyn Store> {
        let key = KeySource::File(self.folder.path().join("key"));
        match &self.url {
            None => Arc::new(SqliteStore::open(&self.folder.path().join("data"), &key).unwrap()),
            Some(url) => Arc::new(PostgresStore::open(&url.parse().unwrap(), &key).unwrap()),
        }
    }

    pub fn actor(&self, name: &str, role: Role) -> Actor {
        actor(&self.app, name, role)
    }

    pub fn sign_in(&self, name: &str) -> Actor {
        sign_in(&self.app, name)
    }

    pub fn refer(&self, actor: &Actor) -> CaseId {
        refer(&self.app, actor)
    }

    pub fn accept(&self, actor: &Actor, case: CaseId, caseworker: &Actor) {
        let accepted = self.form(
            RecordType::ReferralAccepted,
            1,
            &[("pseudonym", "Wren"), ("caseworker", caseworker.staff().as_str())],
        );
        recorded(self.app.submit(actor, case, &accepted).unwrap());
    }

    /// The list that the actor sees, open cases and closed.
    pub fn list(&self, actor: &Actor) -> Vec<CaseLine> {
        let all = CaseQuery {
            show: tutela_app::Show::All,
            ..CaseQuery::default()
        };
        self.app.list(actor, &all).unwrap().lines.clone()
    }

    pub fn form(&self, record_type: RecordType, seen: u64, given: &[(&str, &str)]) -> Submit {
        form(record_type, seen, given)
    }
}

pub fn recorded(outcome: Outcome) -> u64 {
    match outcome {
        Outcome::Recorded(receipt) => receipt.seq,
        other => panic!("{other:?}"),
    }
}

//! Made-up values for the tests.

use jiff::Timestamp;
use std::collections::BTreeSet;
use std::path::Path;
use tutela_domain::ids::CaseId;
use tutela_store::*;

pub fn at(minute: i64) -> Timestamp {
    // 2026-04-17T08:00:00Z and so many minutes.
    Timestamp::from_second(1_776_412_800 + minute * 60).unwrap()
}

pub fn case(number: u8) -> CaseId {
    CaseId::from_random([number; 16])
}

pub fn staff(id: &str) -> StaffId {
    StaffId::new(id)
}

pub fn entry(words: &str) -> NewEntry {
    NewEntry {
        record_type: "views_heard".into(),
        occurred_from: at(-60),
        occurred_to: at(-30),
        written: at(0),
        staff: staff("s-7f3a"),
        agency: AgencyId::new("north"),
        plain: words.into(),
    }
}

pub fn audit(action: &str, case: Option<CaseId>) -> AuditEvent {
    AuditEvent {
        at: at(0),
        staff: staff("s-7f3a"),
        role: "caseworker".into(),
        action: action.into(),
        purpose: "care".into(),
        case,
        detail: "seen at the desk".into(),
    }
}

pub fn projection(summary: &str) -> Projection {
    Projection {
        case_row: CaseRow {
            agency: AgencyId::new("north"),
            caseworker: Some(staff("s-7f3a")),
            assessed_at: at(0),
            next_change_at: Some(at(600)),
            next_due_at: Some(at(120)),
            last_written: at(0),
            closed_at: None,
            missing: false,
            summary: summary.into(),
        },
        work_rows: vec![work("risk-assessment", "1", Some(at(120)))],
        register_rows: vec![in_register("liberty", 1, None)],
        breaches: vec![breach("risk-assessment", "1")],
        name_keys: names(&["olga"]),
    }
}

pub fn in_register(register: &str, entry: u64, ended: Option<Timestamp>) -> RegisterRow {
    RegisterRow {
        register: register.into(),
        entry,
        from: at(-60),
        until: None,
        ended,
        in_book: None,
    }
}

pub fn breach(rule: &str, instance: &str) -> Breach {
    Breach {
        rule: rule.into(),
        instance: instance.into(),
        at: at(-10),
    }
}

pub fn names(keys: &[&str]) -> BTreeSet<NameKey> {
    keys.iter().map(|key| NameKey::new(*key)).collect()
}

pub fn work(rule: &str, instance: &str, due_at: Option<Timestamp>) -> WorkRow {
    WorkRow {
        rule: rule.into(),
        instance: instance.into(),
        opens_at: at(0),
        due_at,
        done_at: None,
    }
}

pub fn submission(id: &str) -> SubmissionId {
    SubmissionId::new(id).unwrap()
}

pub fn new_case(number: u8, words: &[&str]) -> NewCase {
    NewCase {
        case: case(number),
        written: at(0),
        submission: submission(&format!("create {number}")),
        entries: words.iter().map(|words| entry(words)).collect(),
        projection: projection("summary"),
        audit: audit("case_created", Some(case(number))),
    }
}

pub fn append(number: u8, expected_head: u64, id: &str, words: &[&str]) -> Append {
    Append {
        case: case(number),
        expected_head,
        submission: submission(id),
        entries: words.iter().map(|words| entry(words)).collect(),
        projection: projection("summary after"),
        shared: Shared::default(),
        audit: audit("record_written", Some(case(number))),
    }
}

pub fn account(id: &str, name: &str) -> Account {
    Account {
        staff: staff(id),
        sign_in_name: name.into(),
        display_name: format!("{name} the case worker"),
        role: "caseworker".into(),
        agency: AgencyId::new("north"),
        password_hash: "$argon2id$v=19$made-up".into(),
        active: true,
    }
}

/// The key lies beside the data folder's content only in tests.
pub fn key_in(folder: &Path) -> KeySource {
    KeySource::File(folder.join("test.key"))
}

pub fn created(folder: &Path) -> SqliteStore {
    SqliteStore::create(folder, &key_in(folder)).unwrap().0
}

pub fn opened(folder: &Path) -> SqliteStore {
    SqliteStore::open(folder, &key_in(folder)).unwrap()
}

/// A connection that is not the store's, as someone with the file would have.
pub fn raw(folder: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(folder.join("tutela.db")).unwrap()
}

pub fn faults(store: &dyn Store) -> Vec<Fault> {
    store.verify(&mut |_| {}).unwrap().faults
}

//! The database itself refuses to change what was written, whoever is connected.

use crate::bench::{Bench, Raw};
use crate::samples::*;

const COLUMNS: &str = "record_type, occurred_from, occurred_to, written, staff, agency, sealed, sealed_digest, chain";
const AUDIT_COLUMNS: &str = "at, staff, role, action, purpose, case_tag, sealed, sealed_digest, chain";

#[test]
fn nothing_written_is_changed_or_deleted() {
    for bench in Bench::both() {
        let store = bench.created();
        store.create_case(new_case(1, &["one", "two"])).unwrap();
        store.create_case(new_case(2, &["one"])).unwrap();
        let mut raw = bench.raw();
        let mut refused = vec![
            "UPDATE entries SET agency = 'south'".to_owned(),
            "UPDATE entries SET sealed = x'00' WHERE seq = 1".to_owned(),
            "UPDATE entries SET seq = 9 WHERE seq = 2".to_owned(),
            "DELETE FROM entries WHERE seq = 2".to_owned(),
            "DELETE FROM entries".to_owned(),
            format!("INSERT INTO entries (case_id, seq, {COLUMNS}) SELECT case_id, 7, {COLUMNS} FROM entries LIMIT 1"),
            "UPDATE audit SET action = 'nothing'".to_owned(),
            "DELETE FROM audit WHERE seq = 2".to_owned(),
            format!("INSERT INTO audit (seq, {AUDIT_COLUMNS}) SELECT 9, {AUDIT_COLUMNS} FROM audit LIMIT 1"),
            "UPDATE cases SET head = 1 WHERE head = 2".to_owned(),
            "UPDATE cases SET head = head + 1".to_owned(),
            "UPDATE cases SET chain = zeroblob(32)".to_owned(),
            "UPDATE cases SET reference = 'TU-2026-0009' WHERE reference = 'TU-2026-0001'".to_owned(),
            "DELETE FROM cases".to_owned(),
            "DELETE FROM breaches".to_owned(),
            "UPDATE breaches SET breached_at = 0".to_owned(),
            "DELETE FROM heads".to_owned(),
            "UPDATE heads SET audit_rows = 0".to_owned(),
        ];
        refused.extend(refused_by(&raw));
        if let Raw::Sqlite(conn) = &raw {
            // Without this switch, an INSERT OR REPLACE deletes without asking the triggers.
            conn.pragma_update(None, "recursive_triggers", "OFF").unwrap();
            conn.pragma_update(None, "foreign_keys", "OFF").unwrap();
        }
        for sql in refused {
            let text = raw.batch(&sql).expect_err(&sql);
            let words = ["append-only", "forward", "kept", "stay"];
            assert!(words.iter().any(|word| text.contains(word)), "{sql}: {text}");
        }
        assert_eq!(faults(&*store), []);
        assert_eq!(store.load(case(1)).unwrap().head, 2);
    }
}

/// What only one kind of database knows.
fn refused_by(raw: &Raw) -> Vec<String> {
    match raw {
        Raw::Sqlite(_) => vec![
            format!(
                "INSERT OR REPLACE INTO entries (case_id, seq, {COLUMNS})
                 SELECT case_id, seq, {COLUMNS} FROM entries LIMIT 1"
            ),
            format!(
                "INSERT OR REPLACE INTO audit (seq, {AUDIT_COLUMNS}) SELECT seq, {AUDIT_COLUMNS} FROM audit LIMIT 1"
            ),
            "INSERT OR REPLACE INTO cases SELECT case_id, reference, created, wrapped_key, 0, chain FROM cases LIMIT 1"
                .to_owned(),
        ],
        Raw::Postgres(_) => vec![
            format!(
                "INSERT INTO entries (case_id, seq, {COLUMNS}) SELECT case_id, seq, {COLUMNS} FROM entries LIMIT 1
                 ON CONFLICT (case_id, seq) DO UPDATE SET agency = 'south'"
            ),
            "TRUNCATE entries".to_owned(),
            "TRUNCATE audit".to_owned(),
            "TRUNCATE cases CASCADE".to_owned(),
            "TRUNCATE heads".to_owned(),
        ],
    }
}

//! The database itself refuses to change what was written, whoever is connected.

use crate::samples::*;
use tutela_store::Store;

#[test]
fn nothing_written_is_changed_or_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    store.create_case(new_case(1, &["one", "two"])).unwrap();
    store.create_case(new_case(2, &["one"])).unwrap();
    let raw = raw(folder.path());
    // Without this switch, an INSERT OR REPLACE deletes without asking the triggers.
    raw.pragma_update(None, "recursive_triggers", "OFF").unwrap();
    raw.pragma_update(None, "foreign_keys", "OFF").unwrap();
    let columns = "record_type, occurred_from, occurred_to, written, staff, agency, sealed, sealed_digest, chain";
    let audit_columns = "at, staff, role, action, purpose, case_tag, sealed, sealed_digest, chain";
    for refused in [
        "UPDATE entries SET agency = 'south'",
        "UPDATE entries SET sealed = x'00' WHERE seq = 1",
        "UPDATE entries SET seq = 9 WHERE seq = 2",
        "DELETE FROM entries WHERE seq = 2",
        "DELETE FROM entries",
        &format!(
            "INSERT OR REPLACE INTO entries (case_id, seq, {columns}) SELECT case_id, seq, {columns} FROM entries LIMIT 1"
        ),
        &format!("INSERT INTO entries (case_id, seq, {columns}) SELECT case_id, 7, {columns} FROM entries LIMIT 1"),
        "UPDATE audit SET action = 'nothing'",
        "DELETE FROM audit WHERE seq = 2",
        &format!("INSERT OR REPLACE INTO audit (seq, {audit_columns}) SELECT seq, {audit_columns} FROM audit LIMIT 1"),
        &format!("INSERT INTO audit (seq, {audit_columns}) SELECT 9, {audit_columns} FROM audit LIMIT 1"),
        "UPDATE cases SET head = 1 WHERE head = 2",
        "UPDATE cases SET head = head + 1",
        "UPDATE cases SET chain = zeroblob(32)",
        "UPDATE cases SET reference = 'TU-2026-0009' WHERE reference = 'TU-2026-0001'",
        "DELETE FROM cases",
        "INSERT OR REPLACE INTO cases SELECT case_id, reference, created, wrapped_key, 0, chain FROM cases LIMIT 1",
        "DELETE FROM breaches",
        "UPDATE breaches SET breached_at = 0",
        "DELETE FROM heads",
        "UPDATE heads SET audit_rows = 0",
    ] {
        let error = raw.execute(refused, []).expect_err(refused);
        let text = error.to_string();
        assert!(
            ["append-only", "forward", "kept", "stay"]
                .iter()
                .any(|word| text.contains(word)),
            "{refused}: {text}"
        );
    }
    assert_eq!(faults(&store), []);
    assert_eq!(store.load(case(1)).unwrap().head, 2);
}

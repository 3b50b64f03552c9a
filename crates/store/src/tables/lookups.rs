//! Look-ups beside a case: what a submission wrote, when records of a type occurred, what was decided
//! for the whole store.

use super::cases::{seqs, submission_tag};
use crate::case::SubmissionId;
use crate::database::{Database, values};
use crate::error::StoreError;
use std::ops::RangeInclusive;
use tutela_domain::ids::CaseId;

pub(super) fn find_submission(
    db: &impl Database,
    case: CaseId,
    submission: &SubmissionId,
) -> Result<Option<RangeInclusive<u64>>, StoreError> {
    let tag = submission_tag(db.keys(), submission);
    db.read(|conn| {
        conn.one(
            "SELECT first_seq, last_seq FROM submissions WHERE case_id = ?1 AND submission = ?2",
            values![&case, &tag],
            |row| seqs(row.number(0)?, row.number(1)?),
        )
    })
}

pub(super) fn read_setting(db: &impl Database, name: &str) -> Result<Option<String>, StoreError> {
    let name = setting_name(name);
    db.read(|conn| {
        conn.one("SELECT value FROM meta WHERE name = ?1", values![&name], |row| {
            String::from_utf8(row.bytes(0)?.to_vec()).map_err(|_| StoreError::Damaged)
        })
    })
}

pub(super) fn write_setting(db: &impl Database, name: &str, value: &str) -> Result<(), StoreError> {
    let (name, value) = (setting_name(name), value.as_bytes().to_vec());
    db.write(move |conn| super::meta::put(conn, &name, &value))
}

/// Settings stand beside keys and heads, under names that those never have.
fn setting_name(name: &str) -> String {
    format!("setting {name}")
}

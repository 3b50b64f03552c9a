//! Look-ups beside a case: what a submission wrote, when records of a type occurred, what was decided
//! for the whole store.

use super::SqliteStore;
use super::connection::{case_id, instant, place};
use crate::case::{EntryInstants, SubmissionId};
use crate::error::StoreError;
use rusqlite::{OptionalExtension, params};
use std::ops::RangeInclusive;
use tutela_domain::ids::CaseId;

impl SqliteStore {
    pub(super) fn find_submission(
        &self,
        case: CaseId,
        submission: &SubmissionId,
    ) -> Result<Option<RangeInclusive<u64>>, StoreError> {
        let tag = super::cases::submission_tag(&self.keys, submission);
        let found: Option<(i64, i64)> = self.readers.read(|conn| {
            Ok(conn
                .prepare_cached("SELECT first_seq, last_seq FROM submissions WHERE case_id = ?1 AND submission = ?2")?
                .query_row(params![&case.as_bytes()[..], &tag[..]], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()?)
        })?;
        found.map(|(first, last)| Ok(place(first)?..=place(last)?)).transpose()
    }

    pub(super) fn instants_of_type(&self, record_type: &str) -> Result<Vec<EntryInstants>, StoreError> {
        self.readers.read(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT case_id, seq, occurred_from, written FROM entries WHERE record_type = ?1 ORDER BY case_id, seq",
            )?;
            let mut rows = statement.query([record_type])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(EntryInstants {
                    case: case_id(row.get_ref(0)?.as_blob().map_err(|_| StoreError::Damaged)?)?,
                    seq: place(row.get(1)?)?,
                    occurred_from: instant(row.get(2)?)?,
                    written: instant(row.get(3)?)?,
                });
            }
            Ok(found)
        })
    }

    pub(super) fn read_setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let name = setting_name(name);
        let value: Option<Vec<u8>> = self.readers.read(|conn| {
            Ok(conn
                .prepare_cached("SELECT value FROM meta WHERE name = ?1")?
                .query_row([&name], |row| row.get(0))
                .optional()?)
        })?;
        value
            .map(|bytes| String::from_utf8(bytes).map_err(|_| StoreError::Damaged))
            .transpose()
    }

    pub(super) fn write_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let (name, value) = (setting_name(name), value.as_bytes().to_vec());
        self.writer.write(move |conn| {
            conn.prepare_cached(
                "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?
            .execute(params![name, value])?;
            Ok(())
        })
    }
}

/// Settings stand beside keys and heads, under names that those never have.
fn setting_name(name: &str) -> String {
    format!("setting {name}")
}

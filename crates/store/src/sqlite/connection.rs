//! How connections are opened, and how SQLite's failures and values become ours.

use crate::error::StoreError;
use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::path::Path;
use std::time::Duration;
use tutela_domain::ids::CaseId;

/// How long to wait for another process before saying that the database is busy.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) fn read_only(file: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(file, flags)?;
    conn.busy_timeout(PATIENCE)?;
    conn.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA query_only = ON;")?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

pub(super) fn writing(file: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(file, flags)?;
    conn.busy_timeout(PATIENCE)?;
    // FULL: a commit waits for the disk. Secure delete: what is deleted is overwritten. Recursive triggers: the triggers
    // that refuse deletion also see the deletion inside INSERT OR REPLACE. Temporary files stay in memory.
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;
         PRAGMA trusted_schema = OFF;",
    )?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

impl From<rusqlite::Error> for StoreError {
    /// Keeps only SQLite's code: its texts may quote values.
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DiskFull => Self::DiskFull,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged,
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Self::ReadOnly,
                _ => Self::Database {
                    code: failure.extended_code,
                },
            },
            // A row or a value of a kind that this software never writes.
            _ => Self::Damaged,
        }
    }
}

/// Whether an insertion failed because something unique exists already.
pub(super) fn is_taken(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
}

/// A case id from its column. An id that was not made from random bytes comes back as it was, too.
pub(super) fn case_id(bytes: &[u8]) -> Result<CaseId, StoreError> {
    let bytes: [u8; 16] = bytes.try_into().map_err(|_| StoreError::Damaged)?;
    let case = CaseId::from_random(bytes);
    if case.as_bytes() == &bytes {
        return Ok(case);
    }
    let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    text.parse().map_err(|_| StoreError::Damaged)
}

pub(super) fn instant(micros: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(micros).map_err(|_| StoreError::Damaged)
}

pub(super) fn maybe_instant(micros: Option<i64>) -> Result<Option<Timestamp>, StoreError> {
    micros.map(instant).transpose()
}

pub(super) fn digest(bytes: &[u8]) -> Result<[u8; 32], StoreError> {
    bytes.try_into().map_err(|_| StoreError::Damaged)
}

/// A place or a count, from the database.
pub(super) fn place(number: i64) -> Result<u64, StoreError> {
    u64::try_from(number).map_err(|_| StoreError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_are_set_as_the_store_promises() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("t.db");
        std::fs::write(&file, []).unwrap();
        let setting = |conn: &Connection, name: &str| -> String {
            let sql = format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}");
            conn.query_row(&sql, [], |row| row.get(0)).unwrap()
        };
        let conn = writing(&file).unwrap();
        for (name, value) in [
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("secure_delete", "1"),
            ("foreign_keys", "1"),
            ("recursive_triggers", "1"),
            ("temp_store", "2"),
        ] {
            assert_eq!(setting(&conn, name), value, "{name}");
        }
        let reading = read_only(&file).unwrap();
        assert!(reading.execute_batch("CREATE TABLE t (x)").is_err());
    }

    #[test]
    fn a_case_id_of_any_kind_comes_back_as_it_was() {
        for text in [
            "01890a5d-ac96-774b-bcce-b302099a8057",
            "00000000-0000-0000-0000-000000000000",
        ] {
            let case: CaseId = text.parse().ok().unwrap();
            assert_eq!(case_id(case.as_bytes()), Ok(case));
        }
        assert_eq!(case_id(&[1; 15]), Err(StoreError::Damaged));
    }
}

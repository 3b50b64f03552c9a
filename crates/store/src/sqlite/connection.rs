//! How connections are opened, and how SQLite's failures and values become ours.

use crate::database::{Failure, Row, Sql, Value};
use crate::error::StoreError;
use crate::writer::Writing;
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql, ffi, params_from_iter};
use std::path::Path;
use std::time::Duration;

/// How long to wait for another process before saying that the database is busy.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) fn read_only(file: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(file, flags)?;
    conn.busy_timeout(PATIENCE)?;
    // Not mapped into memory: docs/adr/0015-readers-do-not-map-the-file.md. Each writing of another empties the cache, so a
    // large one (in KiB) would only take memory, once for each reader.
    conn.execute_batch(
        "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA query_only = ON; PRAGMA cache_size = -512;",
    )?;
    planned_once(&conn)?;
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
    planned_once(&conn)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

/// A statement is planned when it is prepared, and not anew for other values.
fn planned_once(conn: &Connection) -> Result<(), StoreError> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

impl From<rusqlite::Error> for StoreError {
    /// Keeps only SQLite's code: its texts may quote values.
    fn from(error: rusqlite::Error) -> Self {
        match error {
            // The index of the write-ahead log lies in a file, too; that it cannot grow has a code of its own.
            rusqlite::Error::SqliteFailure(failure, _) if failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE => {
                Self::DiskFull
            }
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DiskFull => Self::DiskFull,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged,
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Self::ReadOnly,
                _ => Self::Database {
                    code: failure.extended_code.to_string(),
                },
            },
            // A row or a value of a kind that this software never writes.
            _ => Self::Damaged,
        }
    }
}

impl Sql for Connection {
    fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.execute_batch(sql)?)
    }

    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, Failure> {
        let changed = self
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute(params_from_iter(values)));
        changed.map(|rows| rows as u64).map_err(|error| Failure {
            taken: error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation),
            error: error.into(),
        })
    }

    fn each(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        row: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.prepare_cached(sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(found) = rows.next()? {
            row(found)?;
        }
        Ok(())
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Nothing => ValueRef::Null,
            Self::Number(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// A value of a kind that the store never writes into this column means that the file was damaged.
fn damaged<E>(_: E) -> StoreError {
    StoreError::Damaged
}

impl Row for rusqlite::Row<'_> {
    fn number(&self, column: usize) -> Result<i64, StoreError> {
        self.get_ref(column)?.as_i64().map_err(damaged)
    }

    fn maybe_number(&self, column: usize) -> Result<Option<i64>, StoreError> {
        self.get_ref(column)?.as_i64_or_null().map_err(damaged)
    }

    fn text(&self, column: usize) -> Result<&str, StoreError> {
        self.get_ref(column)?.as_str().map_err(damaged)
    }

    fn maybe_text(&self, column: usize) -> Result<Option<&str>, StoreError> {
        self.get_ref(column)?.as_str_or_null().map_err(damaged)
    }

    fn bytes(&self, column: usize) -> Result<&[u8], StoreError> {
        self.get_ref(column)?.as_blob().map_err(damaged)
    }

    fn maybe_bytes(&self, column: usize) -> Result<Option<&[u8]>, StoreError> {
        self.get_ref(column)?.as_blob_or_null().map_err(damaged)
    }
}

impl Writing for Connection {
    fn begin(&mut self) -> Result<(), StoreError> {
        // IMMEDIATE takes the write lock at once.
        self.batch("BEGIN IMMEDIATE")
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        self.batch("COMMIT")
    }

    fn roll_back(&mut self) {
        if self.in_transaction() {
            // A transaction that cannot even be rolled back is met by the next BEGIN, which then fails.
            let _ = self.batch("ROLLBACK");
        }
    }

    fn in_transaction(&self) -> bool {
        !self.is_autocommit()
    }

    fn renew(&mut self) -> Result<(), StoreError> {
        // A file is never out of reach for a while.
        Err(StoreError::Stopped)
    }
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
}

//! A small pool of read-only connections.

use super::connection;
use crate::database::Sql;
use crate::error::StoreError;
use crate::writer::Writing;
use rusqlite::Connection;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// How many connections are kept open between readings. More are opened when more read at once.
const KEPT: usize = 16;

pub(super) struct Readers {
    file: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn new(file: PathBuf) -> Self {
        Self {
            file,
            idle: Mutex::new(Vec::new()),
        }
    }

    /// Reads as of one moment: everything in `work` sees the same state.
    pub(super) fn read<T>(&self, work: impl FnOnce(&mut dyn Sql) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let idle = self.lock().pop();
        let mut conn = match idle {
            Some(conn) => conn,
            None => connection::read_only(&self.file)?,
        };
        let result = as_of_now(&mut conn, work);
        let mut kept = self.lock();
        if kept.len() < KEPT && !conn.in_transaction() {
            kept.push(conn);
        }
        result
    }

    /// Closes the idle connections, so that the writer is the last to close and puts the log into the file.
    pub(super) fn close(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        // A list of idle connections cannot be left half changed by a panic.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads in one transaction.
pub(super) fn as_of_now<T>(
    conn: &mut Connection,
    work: impl FnOnce(&mut dyn Sql) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    conn.batch("BEGIN")?;
    let result = work(conn);
    conn.roll_back();
    result
}

//! A small pool of connections that only read.

use super::connection::Connection;
use super::url::PostgresUrl;
use crate::database::Sql;
use crate::error::StoreError;
use crate::writer::Writing;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// How many read at once; a server has few connections to give, so others wait.
const MOST: usize = 8;

pub(super) struct Readers {
    url: Arc<PostgresUrl>,
    pool: Mutex<Pool>,
    freed: Condvar,
}

#[derive(Default)]
struct Pool {
    idle: Vec<Connection>,
    reading: usize,
}

/// A place among those who read, until it is dropped.
struct Place<'a>(&'a Readers);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.lock().reading -= 1;
        self.0.freed.notify_one();
    }
}

impl Readers {
    pub(super) fn new(url: Arc<PostgresUrl>) -> Self {
        Self {
            url,
            pool: Mutex::default(),
            freed: Condvar::new(),
        }
    }

    /// Reads as of one moment: everything in `work` sees the same state. A reading that lost its connection is done
    /// once more from its beginning.
    pub(super) fn read<T>(&self, mut work: impl FnMut(&mut dyn Sql) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let _place = self.place();
        let idle = self.lock().idle.pop();
        let first = idle.map(|conn| self.read_on(conn, &mut work));
        match first {
            None | Some(Err(StoreError::Unreachable { .. })) => {
                // Idle connections were most likely lost together.
                self.lock().idle.clear();
                self.read_on(Connection::read_only(&self.url)?, &mut work)
            }
            Some(done) => done,
        }
    }

    fn read_on<T>(
        &self,
        mut conn: Connection,
        work: impl FnMut(&mut dyn Sql) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let result = as_of_now(&mut conn, work);
        if conn.in_transaction() {
            self.lock().idle.push(conn);
        }
        result
    }

    /// Closes the idle connections, on a thread of their own: each has a runtime, which may not end inside another.
    pub(super) fn close(&self) {
        let idle = std::mem::take(&mut self.lock().idle);
        let _ = std::thread::spawn(move || drop(idle)).join();
    }

    fn place(&self) -> Place<'_> {
        let mut pool = self.lock();
        while pool.reading >= MOST {
            pool = self.freed.wait(pool).unwrap_or_else(PoisonError::into_inner);
        }
        pool.reading += 1;
        Place(self)
    }

    fn lock(&self) -> MutexGuard<'_, Pool> {
        // A list of idle connections cannot be left half changed by a panic.
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads in one transaction.
pub(super) fn as_of_now<T>(
    conn: &mut Connection,
    mut work: impl FnMut(&mut dyn Sql) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    conn.begin_reading()?;
    let result = work(conn);
    conn.roll_back();
    result
}

//! The store in a PostgreSQL database, which several nodes may share.

mod connection;
mod reader;
mod schema;
mod url;

use crate::checkpoint::Checkpoint;
use crate::database::{Database, Sql};
use crate::error::StoreError;
use crate::keys::{self, FirstStart, KeySource, Keys, Recovery};
use crate::opened::OpenedSummaries;
use crate::tables::{meta, rotation, verify};
use crate::verify::{Progress, VerifyReport};
use crate::writer::{Writer, Writing};
use connection::Connection;
use reader::Readers;
use std::sync::Arc;
pub use url::PostgresUrl;
use zeroize::Zeroizing;

/// The number of the lock under which tables are made or changed, and keys are wrapped anew.
const ALONE: &str = "SELECT pg_advisory_xact_lock(7813422015)";

/// A store in a PostgreSQL database: on each node one thread writes and commits together what is waiting, a few
/// connections read.
///
/// Its connections wait for the server on the calling thread; inside an asynchronous runtime, call it where blocking is
/// allowed.
pub struct PostgresStore {
    keys: Arc<Keys>,
    opened: OpenedSummaries,
    readers: Readers,
    writer: Writer,
}

impl std::fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PostgresStore")
    }
}

impl Drop for PostgresStore {
    fn drop(&mut self) {
        self.readers.close();
    }
}

impl PostgresStore {
    /// Makes a new store in a database that holds no tables.
    ///
    /// # Errors
    /// When a store or anything else is there already, the server may forget what it acknowledged, or the key cannot be
    /// read or made; then nothing is made.
    pub fn create(url: &PostgresUrl, source: &KeySource) -> Result<(Self, FirstStart), StoreError> {
        let url = Arc::new(url.clone());
        let mut conn = Connection::writing(&url)?;
        let (keys, first) = alone(&mut conn, |conn| {
            must_be_empty(conn, &url)?;
            let (rows, keys, first) = keys::first_start(source)?;
            schema::bring_up(conn, 0)?;
            meta::begin_store(conn, &rows)?;
            Ok((keys, first))
        })?;
        Ok((Self::started(url, conn, keys)?, first))
    }

    /// Opens the store in a database.
    ///
    /// # Errors
    /// When there is none, its schema is newer, the key is missing or wrong, or the server cannot be reached or may
    /// forget what it acknowledged; then nothing is touched.
    pub fn open(url: &PostgresUrl, source: &KeySource) -> Result<Self, StoreError> {
        let url = Arc::new(url.clone());
        let mut conn = Connection::writing(&url)?;
        let version = schema::check(&mut conn, &url)?;
        meta::is_here(&mut conn)?;
        keys::try_open(&meta::key_rows(&mut conn)?, source)?;
        if schema::is_behind(version) {
            alone(&mut conn, |conn| {
                // Another node may have been quicker.
                let version = schema::check(conn, &url)?;
                schema::bring_up(conn, version)?;
                meta::complete_keys(conn, source)
            })?;
        }
        let keys = keys::open(&meta::key_rows(&mut conn)?, source)?;
        Self::started(url, conn, keys)
    }

    /// Opens the store in a database, or makes it when there is none.
    ///
    /// # Errors
    /// As [`PostgresStore::open`] and [`PostgresStore::create`].
    pub fn open_or_create(url: &PostgresUrl, source: &KeySource) -> Result<(Self, Option<FirstStart>), StoreError> {
        match Self::open(url, source) {
            Err(StoreError::NotThere(_)) => Self::create(url, source).map(|(store, first)| (store, Some(first))),
            other => Ok((other?, None)),
        }
    }

    /// Opens the instance key with the recovery secret and wraps it by a new key source. The old one opens nothing more.
    ///
    /// # Errors
    /// When the recovery secret is not this store's, or the database cannot be written; then nothing is changed.
    pub fn recover(url: &PostgresUrl, recovery_secret: &str, source: &KeySource) -> Result<(), StoreError> {
        let mut conn = Connection::writing(&Arc::new(url.clone()))?;
        schema::check(&mut conn, url)?;
        meta::is_here(&mut conn)?;
        alone(&mut conn, |conn| {
            let slot = keys::recover(&meta::key_rows(conn)?, recovery_secret, source)?;
            meta::put_slot(conn, &slot)
        })
    }

    /// Verifies the store in a database without any key.
    ///
    /// # Errors
    /// When there is none, its schema is newer, or the database cannot be read.
    pub fn verify_in(url: &PostgresUrl, progress: &mut dyn FnMut(Progress)) -> Result<VerifyReport, StoreError> {
        Self::verify_against(url, &[], progress)
    }

    /// Verifies the store in a database without any key, and whether it still holds what these checkpoints cover.
    ///
    /// # Errors
    /// As [`PostgresStore::verify_in`].
    pub fn verify_against(
        url: &PostgresUrl,
        checkpoints: &[Checkpoint],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<VerifyReport, StoreError> {
        let mut conn = Connection::read_only(&Arc::new(url.clone()))?;
        reader::as_of_now(&mut conn, |conn| {
            schema::check(conn, url)?;
            verify::verify(conn, checkpoints, progress)
        })
    }

    /// Makes a new instance key, opened by `to`, and new keys for whatever is written from now on; `source` opens nothing
    /// more, unless it is `to`. Gives the secret of the new recovery key, if one was wanted. A node that has the store
    /// open writes nothing more, and says so, until it is started again.
    ///
    /// # Errors
    /// When `source` does not open the store, the new key cannot be made, or the database cannot be written; then nothing
    /// is changed.
    pub fn rotate(
        url: &PostgresUrl,
        source: &KeySource,
        to: &KeySource,
        recovery: Recovery,
    ) -> Result<Option<Zeroizing<String>>, StoreError> {
        // Brings up an older version, and refuses a wrong key before anything is made.
        drop(Self::open(url, source)?);
        let mut conn = Connection::writing(&Arc::new(url.clone()))?;
        alone(&mut conn, |conn| {
            // No node writes a case beside this, whose key would then stay wrapped by the old one.
            conn.batch("SELECT one FROM heads FOR UPDATE")?;
            rotation::rotate(conn, source, to, recovery)
        })
    }

    fn started(url: Arc<PostgresUrl>, conn: Connection, keys: Keys) -> Result<Self, StoreError> {
        let keys = Arc::new(keys);
        Ok(Self {
            opened: OpenedSummaries::new(),
            readers: Readers::new(url),
            writer: {
                let keys = keys.clone();
                Writer::start(conn, move |conn| meta::may_write(conn, &keys))?
            },
            keys,
        })
    }
}

/// Reads a whole store while nobody writes to it, to move it; `work` may write a mark into it, and commit.
pub(crate) fn source<T>(
    url: &PostgresUrl,
    work: impl FnOnce(&mut dyn Writing) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    whole(url, Writing::begin, |conn| work(conn))
}

/// Takes the mark away that a store was moved elsewhere; tells whether there was one.
pub(crate) fn take_back(url: &PostgresUrl) -> Result<bool, StoreError> {
    let mut conn = Connection::writing(&Arc::new(url.clone()))?;
    schema::check(&mut conn, url)?;
    alone(&mut conn, |conn| meta::unmark_moved(conn))
}

/// Reads a whole store as it is at one moment, while others write.
pub(crate) fn snapshot<T>(
    url: &PostgresUrl,
    work: impl FnOnce(&mut dyn Sql) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    whole(url, Connection::begin_reading, |conn| {
        meta::is_here(conn)?;
        work(conn)
    })
}

/// Reads a whole store, however long it takes. A server that may forget what it acknowledges may be read, too.
fn whole<T>(
    url: &PostgresUrl,
    begin: impl FnOnce(&mut Connection) -> Result<(), StoreError>,
    work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let mut conn = Connection::read_only(&Arc::new(url.clone()))?;
    if schema::is_behind(schema::check(&mut conn, url)?) {
        return Err(StoreError::OlderSchema);
    }
    begin(&mut conn)?;
    conn.batch("SET LOCAL idle_in_transaction_session_timeout = 0")?;
    let result = work(&mut conn);
    conn.roll_back();
    result
}

/// Fills an empty database with a store that comes from elsewhere. Until all of it is there, a mark says that it is none.
pub(crate) fn target<T>(
    url: &PostgresUrl,
    work: impl FnOnce(&mut dyn Sql) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    target_of(url, schema::VERSION, work)
}

/// The same with a store of an older version; it is brought up when it is opened.
pub(crate) fn target_of<T>(
    url: &PostgresUrl,
    version: i64,
    work: impl FnOnce(&mut dyn Sql) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let mut conn = Connection::writing(&Arc::new(url.clone()))?;
    alone(&mut conn, |conn| {
        must_be_empty_or_marked(conn, url)?;
        meta::mark_move(conn)
    })?;
    alone(&mut conn, |conn| {
        must_be_empty_or_marked(conn, url)?;
        conn.batch("SET LOCAL idle_in_transaction_session_timeout = 0")?;
        schema::bring_up_to(conn, 0, version)?;
        let done = work(conn)?;
        meta::unmark_move(conn)?;
        Ok(done)
    })
}

fn must_be_empty_or_marked(conn: &mut Connection, url: &PostgresUrl) -> Result<(), StoreError> {
    match must_be_empty(conn, url) {
        Err(StoreError::MoveUnfinished(_)) => Ok(()),
        other => other,
    }
}

/// Writes in one transaction of our own, before or beside the writer.
fn alone<T>(
    conn: &mut Connection,
    work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    conn.batch("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = '10s'")?;
    let result = conn
        .batch(ALONE)
        .and_then(|()| work(conn))
        .and_then(|done| conn.commit().map(|()| done));
    if result.is_err() {
        conn.roll_back();
    }
    result
}

/// Refuses a database in which anything was made.
fn must_be_empty(conn: &mut Connection, url: &PostgresUrl) -> Result<(), StoreError> {
    match schema::check(conn, url) {
        Err(StoreError::NotThere(_)) => {}
        Err(other) => return Err(other),
        Ok(_) => return Err(StoreError::AlreadyThere(url.to_string())),
    }
    if schema::has_any_table(conn)? {
        return Err(StoreError::NotAcceptable {
            field: "the database",
            why: "holds other tables; give an empty one",
        });
    }
    Ok(())
}

impl Database for PostgresStore {
    fn keys(&self) -> &Arc<Keys> {
        &self.keys
    }

    fn opened(&self) -> &OpenedSummaries {
        &self.opened
    }

    fn read<T>(&self, mut work: impl FnMut(&mut dyn Sql) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.readers.read(|conn| {
            let read = work(conn);
            meta::explained(conn, &self.keys, read)
        })
    }

    fn write<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: Fn(&mut dyn Sql) -> Result<T, StoreError> + Send + 'static,
    {
        self.writer.write(work)
    }
}

//! Where a store stands: the one choice between the backends.

use crate::error::StoreError;
use crate::keys::{FirstStart, KeySource};
use crate::postgres::{self, PostgresStore, PostgresUrl};
use crate::sqlite::{self, SqliteStore};
use crate::tables::copy;
use crate::verify::{Progress, VerifyReport};
use crate::{Store, database::Sql};
use std::path::PathBuf;
use std::sync::Arc;

/// Where a store stands.
#[derive(Clone, Debug)]
pub enum Place {
    /// In a SQLite file in a folder.
    Folder(PathBuf),
    /// In a PostgreSQL database.
    Database(PostgresUrl),
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Folder(dir) => write!(f, "{}", dir.display()),
            Self::Database(url) => write!(f, "{url}"),
        }
    }
}

impl Place {
    /// Opens the store.
    ///
    /// # Errors
    /// As [`SqliteStore::open`] and [`PostgresStore::open`].
    pub fn open(&self, source: &KeySource) -> Result<Arc<dyn Store>, StoreError> {
        Ok(match self {
            Self::Folder(dir) => Arc::new(SqliteStore::open(dir, source)?),
            Self::Database(url) => Arc::new(PostgresStore::open(url, source)?),
        })
    }

    /// Opens the store, or makes it when there is none.
    ///
    /// # Errors
    /// As [`SqliteStore::open_or_create`] and [`PostgresStore::open_or_create`].
    pub fn open_or_create(&self, source: &KeySource) -> Result<(Arc<dyn Store>, Option<FirstStart>), StoreError> {
        Ok(match self {
            Self::Folder(dir) => {
                let (store, first) = SqliteStore::open_or_create(dir, source)?;
                (Arc::new(store), first)
            }
            Self::Database(url) => {
                let (store, first) = PostgresStore::open_or_create(url, source)?;
                (Arc::new(store), first)
            }
        })
    }

    /// Opens the instance key with the recovery secret and wraps it by a new key source.
    ///
    /// # Errors
    /// As [`SqliteStore::recover`] and [`PostgresStore::recover`].
    pub fn recover(&self, recovery_secret: &str, source: &KeySource) -> Result<(), StoreError> {
        match self {
            Self::Folder(dir) => SqliteStore::recover(dir, recovery_secret, source),
            Self::Database(url) => PostgresStore::recover(url, recovery_secret, source),
        }
    }

    /// Verifies the store without any key.
    ///
    /// # Errors
    /// As [`SqliteStore::verify_in`] and [`PostgresStore::verify_in`].
    pub fn verify(&self, progress: &mut dyn FnMut(Progress)) -> Result<VerifyReport, StoreError> {
        match self {
            Self::Folder(dir) => SqliteStore::verify_in(dir, progress),
            Self::Database(url) => PostgresStore::verify_in(url, progress),
        }
    }

    /// Copies the whole store into an empty place, every row as it stands, sealed and chained, and proves that all of it
    /// arrived; the same key opens it there. Nobody can write meanwhile. The store stays here too. `tell` hears what is
    /// being done and how far it is. Needs no key.
    ///
    /// # Errors
    /// When there is no whole store here, the other place holds anything, or either fails. Then the other place holds no
    /// store, and says so when it is opened.
    pub fn copy_to(&self, to: &Self, tell: &mut dyn FnMut(&'static str, Progress)) -> Result<VerifyReport, StoreError> {
        self.source(|from| to.target(|to| copy::carry(from, to, tell)))
    }

    fn source<T>(&self, work: impl FnOnce(&mut dyn Sql) -> Result<T, StoreError>) -> Result<T, StoreError> {
        match self {
            Self::Folder(dir) => sqlite::source(dir, work),
            Self::Database(url) => postgres::source(url, work),
        }
    }

    fn target<T>(&self, work: impl FnOnce(&mut dyn Sql) -> Result<T, StoreError>) -> Result<T, StoreError> {
        match self {
            Self::Folder(dir) => sqlite::target(dir, work),
            Self::Database(url) => postgres::target(url, work),
        }
    }
}

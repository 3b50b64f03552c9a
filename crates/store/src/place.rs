//! Where a store stands: the one choice between the backends.

use crate::checkpoint::Checkpoint;
use crate::error::StoreError;
use crate::keys::{self, FirstStart, KeySource, Recovery};
use crate::postgres::{self, PostgresStore, PostgresUrl};
use crate::sqlite::{self, SqliteStore, backup};
use crate::tables::copy::{self, Shape};
use crate::tables::meta;
use crate::verify::{Progress, VerifyReport};
use crate::writer::Writing;
use crate::{Store, database::Sql};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zeroize::Zeroizing;

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

    /// Makes a new instance key, opened by `to`, and new keys for whatever is written from now on.
    ///
    /// # Errors
    /// As [`SqliteStore::rotate`] and [`PostgresStore::rotate`].
    pub fn rotate(
        &self,
        source: &KeySource,
        to: &KeySource,
        recovery: Recovery,
    ) -> Result<Option<Zeroizing<String>>, StoreError> {
        match self {
            Self::Folder(dir) => SqliteStore::rotate(dir, source, to, recovery),
            Self::Database(url) => PostgresStore::rotate(url, source, to, recovery),
        }
    }

    /// Verifies the store without any key, and whether it still holds what these checkpoints cover.
    ///
    /// # Errors
    /// As [`SqliteStore::verify_against`] and [`PostgresStore::verify_against`].
    pub fn verify(
        &self,
        checkpoints: &[Checkpoint],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<VerifyReport, StoreError> {
        match self {
            Self::Folder(dir) => SqliteStore::verify_against(dir, checkpoints, progress),
            Self::Database(url) => PostgresStore::verify_against(url, checkpoints, progress),
        }
    }

    /// Copies the store, as it is at one moment and while others write, into one file: the same kind of file for every
    /// backend. Everything in it is sealed as it is in the store; no key is needed and none goes along. The file appears
    /// under its name only when it is on the disk and was verified.
    ///
    /// # Errors
    /// When there is no whole store, a file of this name is there and may not be replaced, or it cannot be written; then
    /// no file of this name is made or replaced.
    pub fn backup(
        &self,
        file: &Path,
        replace: bool,
        tell: &mut dyn FnMut(&'static str, Progress),
    ) -> Result<VerifyReport, StoreError> {
        backup::into_file(file, replace, |unfinished| match self {
            Self::Folder(dir) => backup::copy(dir, unfinished, tell),
            Self::Database(url) => {
                let fill =
                    |from: &mut dyn Sql| backup::fill(unfinished, |to| copy::carry(from, to, &Shape::newest(), tell));
                postgres::snapshot(url, fill)
            }
        })
    }

    /// Whether this key source opens what a backup holds.
    ///
    /// # Errors
    /// When the file is no backup, or a key file is no key.
    pub fn backup_is_opened_by(file: &Path, source: &KeySource) -> Result<bool, StoreError> {
        match backup::read(file, |conn, _| keys::try_open(&meta::key_rows(conn)?, source)) {
            Ok(()) => Ok(true),
            Err(StoreError::WrongKey | StoreError::OtherKeySource { .. } | StoreError::MissingKey(_)) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Makes a store here of a backup; nothing may be here yet. With the recovery secret it is opened by the key source
    /// beside it from now on; without, by what opened it before. Nobody stays signed in.
    ///
    /// # Errors
    /// When anything is here already, the backup is not whole, the secret is not its own, or this place cannot be
    /// written; then no store is made.
    pub fn restore(
        &self,
        file: &Path,
        recovery: Option<(&str, &KeySource)>,
        tell: &mut dyn FnMut(&'static str, Progress),
    ) -> Result<VerifyReport, StoreError> {
        let change = |conn: &mut dyn Sql| {
            if let Some((secret, source)) = recovery {
                let slot = keys::recover(&meta::key_rows(conn)?, secret, source)?;
                meta::put_slot(conn, &slot)?;
            }
            // From now on it lies here, whatever the file says.
            meta::unmark_moved(conn)?;
            conn.batch("DELETE FROM sessions")
        };
        match self {
            Self::Folder(dir) => backup::restore(file, dir, change, tell),
            Self::Database(url) => backup::read(file, |from, version| {
                let shape = backup::shape(from)?;
                postgres::target_of(url, version, |to| {
                    let report = copy::carry(from, to, &shape, tell)?;
                    change(to)?;
                    Ok(report)
                })
            }),
        }
    }

    /// Moves the whole store into an empty place, every row as it stands, sealed and chained, and proves that all of it
    /// arrived; the same key opens it there. Nobody can write meanwhile. What was here stays, with a mark: it is opened
    /// here no more, and a program that has it open writes nothing more. `tell` hears what is being done and how far it
    /// is. Needs no key.
    ///
    /// However it is cut short, the store is never opened in both places. It may be opened in neither for the moment
    /// between the two commits; then the same move, done again, ends it.
    ///
    /// # Errors
    /// When there is no whole store here, the other place holds anything, or either fails. Then the other place holds no
    /// store, and says so when it is opened.
    pub fn move_to(&self, to: &Self, tell: &mut dyn FnMut(&'static str, Progress)) -> Result<VerifyReport, StoreError> {
        let address = match to {
            Self::Folder(dir) => std::path::absolute(dir)
                .unwrap_or_else(|_| dir.clone())
                .display()
                .to_string(),
            Self::Database(url) => url.to_string(),
        };
        let mut marked = false;
        let moved = self.source(|from| {
            to.target(|there| {
                let report = copy::carry(from, there, &Shape::newest(), tell)?;
                meta::mark_moved(from, &address)?;
                marked = true;
                from.commit()?;
                let (done, total) = (report.entries, report.entries);
                tell("Finishing", Progress { done, total });
                Ok(report)
            })
        });
        match &moved {
            // Whether it arrived is not known: the mark stays, and the same move says it.
            Err(StoreError::Unanswered) => {}
            Err(_) if marked => {
                // If the mark cannot be taken away either, whoever opens the store here is told what to do.
                let _ = self.take_back();
            }
            _ => {}
        }
        moved
    }

    /// Lets a store that was moved elsewhere be opened here again, as it was then; tells whether it had been moved.
    /// What was written in the other place since is not here. Needs no key.
    ///
    /// # Errors
    /// When there is no store here, or it cannot be written.
    pub fn take_back(&self) -> Result<bool, StoreError> {
        match self {
            Self::Folder(dir) => sqlite::take_back(dir),
            Self::Database(url) => postgres::take_back(url),
        }
    }

    fn source<T>(&self, work: impl FnOnce(&mut dyn Writing) -> Result<T, StoreError>) -> Result<T, StoreError> {
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

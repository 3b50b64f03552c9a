//! The store in one SQLite file.

pub(crate) mod backup;
mod connection;
mod reader;
mod schema;

use crate::checkpoint::Checkpoint;
use crate::database::{Database, Sql};
use crate::error::StoreError;
use crate::keys::{self, FirstStart, KeySource, Keys, Recovery};
use crate::opened::OpenedSummaries;
use crate::tables::{meta, rotation, verify};
use crate::verify::{Progress, VerifyReport};
use crate::writer::{Writer, Writing};
use reader::Readers;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zeroize::Zeroizing;

/// The name of the database file in its folder.
const FILE: &str = "tutela.db";

/// A store in one SQLite file: one thread writes and commits together what is waiting, a few connections read.
pub struct SqliteStore {
    keys: Arc<Keys>,
    opened: OpenedSummaries,
    readers: Readers,
    writer: Writer,
}

impl std::fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SqliteStore")
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        // The writer closes last and then puts the write-ahead log into the file; a reader could not.
        self.readers.close();
    }
}

impl SqliteStore {
    /// Makes a new store in a folder, which is made too when it is not there.
    ///
    /// # Errors
    /// When a store is there already, the key cannot be read or made, or the folder cannot be written.
    pub fn create(dir: &Path, source: &KeySource) -> Result<(Self, FirstStart), StoreError> {
        make_folder(dir)?;
        let file = dir.join(FILE);
        // A file in which nothing was made is what a first start leaves that was cut short; it is taken over.
        if file_length(&file)? > 0 {
            must_be_empty(&mut connection::read_only(&file)?, dir)?;
        }
        make_file(&file)?;
        let (rows, keys, first) = keys::first_start(source)?;
        let mut conn = connection::writing(&file)?;
        alone(&mut conn, |conn| {
            must_be_empty(conn, dir)?;
            schema::bring_up(conn, 0)?;
            meta::begin_store(conn, &rows)
        })?;
        sync_folder(dir)?;
        Ok((Self::started(file, conn, keys)?, first))
    }

    /// Opens the store in a folder.
    ///
    /// # Errors
    /// When there is none, its schema is newer, the key is missing or wrong, or the file is damaged; then nothing is
    /// touched.
    pub fn open(dir: &Path, source: &KeySource) -> Result<Self, StoreError> {
        let file = existing(dir)?;
        let mut conn = connection::read_only(&file)?;
        let version = schema::check(&mut conn, dir)?;
        meta::is_here(&mut conn)?;
        let rows = meta::key_rows(&mut conn)?;
        keys::try_open(&rows, source)?;
        let mut conn = connection::writing(&file)?;
        if schema::is_behind(version) {
            bring_up(&mut conn, dir, source)?;
        }
        let keys = keys::open(&meta::key_rows(&mut conn)?, source)?;
        Self::started(file, conn, keys)
    }

    /// Opens the store in a folder, or makes it when there is none.
    ///
    /// # Errors
    /// As [`SqliteStore::open`] and [`SqliteStore::create`].
    pub fn open_or_create(dir: &Path, source: &KeySource) -> Result<(Self, Option<FirstStart>), StoreError> {
        match Self::open(dir, source) {
            Err(StoreError::NotThere(_)) => Self::create(dir, source).map(|(store, first)| (store, Some(first))),
            other => Ok((other?, None)),
        }
    }

    /// Opens the instance key with the recovery secret and wraps it by a new key source. The old one opens nothing more.
    ///
    /// # Errors
    /// When the recovery secret is not this store's, or the file cannot be written; then nothing is changed.
    pub fn recover(dir: &Path, recovery_secret: &str, source: &KeySource) -> Result<(), StoreError> {
        let file = existing(dir)?;
        let rows = {
            let mut conn = connection::read_only(&file)?;
            schema::check(&mut conn, dir)?;
            meta::is_here(&mut conn)?;
            meta::key_rows(&mut conn)?
        };
        let slot = keys::recover(&rows, recovery_secret, source)?;
        let mut conn = connection::writing(&file)?;
        alone(&mut conn, |conn| meta::put_slot(conn, &slot))?;
        forget(&conn)
    }

    /// Verifies the store in a folder without any key.
    ///
    /// # Errors
    /// When there is none, its schema is newer, or the file is so damaged that it cannot be read.
    pub fn verify_in(dir: &Path, progress: &mut dyn FnMut(Progress)) -> Result<VerifyReport, StoreError> {
        Self::verify_against(dir, &[], progress)
    }

    /// Verifies the store in a folder without any key, and whether it still holds what these checkpoints cover.
    ///
    /// # Errors
    /// As [`SqliteStore::verify_in`].
    pub fn verify_against(
        dir: &Path,
        checkpoints: &[Checkpoint],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<VerifyReport, StoreError> {
        verify_file(&existing(dir)?, dir, checkpoints, progress)
    }

    /// Makes a new instance key, opened by `to`, and new keys for whatever is written from now on; `source` opens nothing
    /// more, unless it is `to`. Gives the secret of the new recovery key, if one was wanted. A program that has the
    /// store open writes nothing more, and says so, until it is started again.
    ///
    /// # Errors
    /// When `source` does not open the store, the new key cannot be made, or the file cannot be written; then nothing is
    /// changed.
    pub fn rotate(
        dir: &Path,
        source: &KeySource,
        to: &KeySource,
        recovery: Recovery,
    ) -> Result<Option<Zeroizing<String>>, StoreError> {
        // Brings up an older version, and refuses a wrong key before anything is made.
        drop(Self::open(dir, source)?);
        let mut conn = connection::writing(&existing(dir)?)?;
        let secret = alone(&mut conn, |conn| rotation::rotate(conn, source, to, recovery))?;
        forget(&conn)?;
        Ok(secret)
    }

    fn started(file: PathBuf, conn: Connection, keys: Keys) -> Result<Self, StoreError> {
        let keys = Arc::new(keys);
        Ok(Self {
            opened: OpenedSummaries::new(),
            readers: Readers::new(file),
            writer: {
                let keys = keys.clone();
                Writer::start(conn, move |conn| meta::may_write(conn, &keys))?
            },
            keys,
        })
    }
}

/// Brings an older version up, in one transaction.
fn bring_up(conn: &mut Connection, dir: &Path, source: &KeySource) -> Result<(), StoreError> {
    alone(conn, |conn| {
        // Another process may have been quicker.
        let version = schema::check(conn, dir)?;
        schema::bring_up(conn, version)?;
        meta::complete_keys(conn, source)
    })
}

/// Verifies the store in a file; `named` is how it is called where it is told.
fn verify_file(
    file: &Path,
    named: &Path,
    checkpoints: &[Checkpoint],
    progress: &mut dyn FnMut(Progress),
) -> Result<VerifyReport, StoreError> {
    let mut conn = connection::read_only(file)?;
    schema::check(&mut conn, named)?;
    reader::as_of_now(&mut conn, |conn| verify::verify(conn, checkpoints, progress))
}

/// An old wrapping of a key must not stay behind in the write-ahead log.
fn forget(conn: &Connection) -> Result<(), StoreError> {
    let busy = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
    match busy {
        Ok(0) => Ok(()),
        _ => Err(StoreError::NotForgotten),
    }
}

/// Reads a whole store while nobody writes to it, to move it; `work` may write a mark into it, and commit.
pub(crate) fn source<T>(
    dir: &Path,
    work: impl FnOnce(&mut dyn Writing) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let mut conn = connection::writing(&existing(dir)?)?;
    let version = schema::check(&mut conn, dir)?;
    if schema::is_behind(version) {
        return Err(StoreError::OlderSchema);
    }
    conn.begin()?;
    let result = work(&mut conn);
    conn.roll_back();
    result
}

/// Takes the mark away that a store was moved elsewhere; tells whether there was one.
pub(crate) fn take_back(dir: &Path) -> Result<bool, StoreError> {
    let mut conn = connection::writing(&existing(dir)?)?;
    schema::check(&mut conn, dir)?;
    alone(&mut conn, |conn| meta::unmark_moved(conn))
}

/// Fills an empty folder with a store that comes from elsewhere. Until all of it is there, a mark says that it is none.
pub(crate) fn target<T>(dir: &Path, work: impl FnOnce(&mut dyn Sql) -> Result<T, StoreError>) -> Result<T, StoreError> {
    make_folder(dir)?;
    let file = dir.join(FILE);
    make_file(&file)?;
    if file_length(&file)? > 0 {
        must_be_empty_or_marked(&mut connection::read_only(&file)?, dir)?;
    }
    let mut conn = connection::writing(&file)?;
    alone(&mut conn, |conn| {
        must_be_empty_or_marked(conn, dir)?;
        meta::mark_move(conn)
    })?;
    sync_folder(dir)?;
    alone(&mut conn, |conn| {
        must_be_empty_or_marked(conn, dir)?;
        schema::bring_up(conn, 0)?;
        let done = work(conn)?;
        meta::unmark_move(conn)?;
        Ok(done)
    })
}

fn must_be_empty_or_marked(conn: &mut Connection, dir: &Path) -> Result<(), StoreError> {
    match must_be_empty(conn, dir) {
        Err(StoreError::MoveUnfinished(_)) => Ok(()),
        other => other,
    }
}

/// Writes in one transaction of our own, before or beside the writer.
fn alone<T>(
    conn: &mut Connection,
    work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    conn.begin()?;
    let result = work(conn).and_then(|done| conn.commit().map(|()| done));
    if result.is_err() {
        conn.roll_back();
    }
    result
}

fn existing(dir: &Path) -> Result<PathBuf, StoreError> {
    let file = dir.join(FILE);
    if file_length(&file)? == 0 {
        return Err(StoreError::NotThere(dir.display().to_string()));
    }
    Ok(file)
}

/// The length of a file; 0 when it is not there.
fn file_length(file: &Path) -> Result<u64, StoreError> {
    match fs::metadata(file) {
        Ok(metadata) => Ok(metadata.len()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(0),
        Err(error) => Err(StoreError::file_at("looking for", file)(error)),
    }
}

fn make_folder(dir: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder
        .create(dir)
        .map_err(StoreError::file_at("making the folder", dir))
}

/// Makes the empty file ourselves, readable by its owner only; SQLite gives its log the same rights and owner. What root
/// makes in the folder of another belongs to that other, who is to work with it.
fn make_file(file: &Path) -> Result<(), StoreError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let made = options.open(file).map_err(StoreError::file_at("making", file))?;
    #[cfg(unix)]
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        use std::os::unix::fs::{MetadataExt, fchown};
        let doing = "looking for the owner of";
        let own = made.metadata().map_err(StoreError::file_at(doing, file))?;
        let folder = fs::metadata(folder).map_err(StoreError::file_at(doing, folder))?;
        if own.uid() == 0 && folder.uid() != 0 {
            fchown(&made, Some(folder.uid()), Some(folder.gid()))
                .map_err(StoreError::file_at("giving its owner to", file))?;
        }
    }
    Ok(())
}

/// The name of a new file must outlive a power cut, not only its content.
fn sync_folder(dir: &Path) -> Result<(), StoreError> {
    let folder = fs::File::open(dir).map_err(StoreError::file_at("opening the folder", dir))?;
    folder.sync_all().map_err(StoreError::file_at("making durable", dir))
}

/// Refuses a file in which anything was made.
fn must_be_empty(conn: &mut Connection, dir: &Path) -> Result<(), StoreError> {
    match schema::check(conn, dir) {
        Err(StoreError::NotThere(_)) if !schema::has_any_table(conn)? => Ok(()),
        Ok(_) | Err(StoreError::NotThere(_)) => Err(StoreError::AlreadyThere(dir.display().to_string())),
        Err(other) => Err(other),
    }
}

impl Database for SqliteStore {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_is_opened_by_its_passphrase_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let right = KeySource::passphrase("seven quiet herons");
        drop(SqliteStore::create(folder.path(), &right).unwrap());
        assert!(SqliteStore::open(folder.path(), &right).is_ok());
        let wrong = SqliteStore::open(folder.path(), &KeySource::passphrase("eight quiet herons"));
        assert_eq!(wrong.err(), Some(StoreError::WrongKey));
        let empty = SqliteStore::create(&folder.path().join("other"), &KeySource::passphrase(""));
        assert!(matches!(empty.err(), Some(StoreError::NotAcceptable { .. })));
    }

    #[test]
    fn what_could_not_be_wiped_is_told() {
        let folder = tempfile::tempdir().unwrap();
        drop(SqliteStore::create(folder.path(), &KeySource::passphrase("x")).unwrap());
        let file = folder.path().join(FILE);
        let mut conn = connection::writing(&file).unwrap();
        conn.busy_timeout(std::time::Duration::ZERO).unwrap();
        let mut reader = connection::read_only(&file).unwrap();
        reader.batch("BEGIN; SELECT count(*) FROM meta").unwrap();
        alone(&mut conn, |conn| meta::put(conn, "x", b"x")).unwrap();
        assert_eq!(forget(&conn), Err(StoreError::NotForgotten));
        reader.batch("ROLLBACK").unwrap();
        assert_eq!(forget(&conn), Ok(()));
        assert_eq!(file_length(&folder.path().join("tutela.db-wal")), Ok(0));
    }

    #[test]
    fn a_first_start_that_was_cut_short_is_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        let source = KeySource::passphrase("x");
        make_file(&folder.path().join(FILE)).unwrap();
        drop(connection::writing(&folder.path().join(FILE)).unwrap());
        let not_there = StoreError::NotThere(folder.path().display().to_string());
        assert_eq!(SqliteStore::open(folder.path(), &source).err(), Some(not_there));
        assert!(SqliteStore::create(folder.path(), &source).is_ok());
    }
}

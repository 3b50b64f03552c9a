//! One file that holds a whole store, and a store made of it.

use super::{FILE, SqliteStore, alone, connection, existing, file_length, forget, make_file, make_folder, schema};
use super::{sync_folder, verify_file};
use crate::database::Sql;
use crate::error::StoreError;
use crate::keys::{self, KeySource};
use crate::tables::meta;
use crate::verify::{Progress, VerifyReport};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often is looked how far a copy is.
const LOOK: Duration = Duration::from_millis(100);

impl SqliteStore {
    /// Copies the store in a folder, as it is at one moment and while others write, into one file. Everything in it is
    /// sealed as it is in the store; no key is needed and none goes along. The file appears under its name only when it
    /// is on the disk and was verified.
    ///
    /// # Errors
    /// When there is no store, a file of this name is there and may not be replaced, the copy is not whole, or it cannot
    /// be written; then no file of this name is made or replaced.
    pub fn backup(
        dir: &Path,
        to: &Path,
        replace: bool,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<VerifyReport, StoreError> {
        let from = existing(dir)?;
        if to.exists() && !replace {
            return Err(StoreError::FileThere(to.to_owned()));
        }
        finished(to, |unfinished| {
            copy(&from, unfinished, progress)?;
            whole(unfinished, progress)
        })
    }

    /// Whether this key source opens the store in a backup.
    ///
    /// # Errors
    /// When the file is no backup, or the key source is not as it must be.
    pub fn backup_is_opened_by(from: &Path, source: &KeySource) -> Result<bool, StoreError> {
        let mut conn = connection::read_only(from)?;
        schema::check(&mut conn, from)?;
        match keys::try_open(&meta::key_rows(&mut conn)?, source) {
            Ok(()) => Ok(true),
            Err(StoreError::WrongKey | StoreError::OtherKeySource { .. } | StoreError::MissingKey(_)) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Makes a store of a backup in a folder that holds none. With the recovery secret it is opened by `source` from now
    /// on; without, by what opened it before. Nobody stays signed in.
    ///
    /// # Errors
    /// When a store is there already, the backup is not whole, the secret is not its own, or the folder cannot be
    /// written; then no store is made.
    pub fn restore(
        from: &Path,
        dir: &Path,
        recovery: Option<(&str, &KeySource)>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<VerifyReport, StoreError> {
        if file_length(from)? == 0 {
            return Err(StoreError::NotThere(from.display().to_string()));
        }
        make_folder(dir)?;
        let to = dir.join(FILE);
        if file_length(&to)? > 0 {
            return Err(StoreError::AlreadyThere(dir.display().to_string()));
        }
        finished(&to, |unfinished| {
            fs::copy(from, unfinished).map_err(StoreError::file("copying the backup"))?;
            let report = whole(unfinished, progress)?;
            let mut conn = connection::writing(unfinished)?;
            alone(&mut conn, |conn| {
                if let Some((secret, source)) = recovery {
                    let slot = keys::recover(&meta::key_rows(conn)?, secret, source)?;
                    meta::put_slot(conn, &slot)?;
                }
                conn.batch("DELETE FROM sessions")
            })?;
            forget(&conn)?;
            Ok(report)
        })
    }
}

/// Makes a file under another name, and gives it its own when it is done and on the disk.
fn finished<T>(to: &Path, make: impl FnOnce(&Path) -> Result<T, StoreError>) -> Result<T, StoreError> {
    let mut name = to.as_os_str().to_owned();
    name.push(".unfinished");
    let unfinished = PathBuf::from(name);
    remove(&unfinished)?;
    let made = make_file(&unfinished)
        .and_then(|()| make(&unfinished))
        .and_then(|made| {
            let doing = "making the file durable";
            let file = fs::File::open(&unfinished).map_err(StoreError::file(doing))?;
            file.sync_all().map_err(StoreError::file(doing))?;
            fs::rename(&unfinished, to).map_err(StoreError::file("giving the file its name"))?;
            match to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                Some(folder) => sync_folder(folder)?,
                None => sync_folder(Path::new("."))?,
            }
            Ok(made)
        });
    if made.is_err() {
        // What could not be finished is of no use; that it cannot be removed is said by nobody better than the next try.
        let _ = remove(&unfinished);
    }
    made
}

/// Removes what an earlier try left.
fn remove(unfinished: &Path) -> Result<(), StoreError> {
    for end in ["", "-wal", "-shm", "-journal"] {
        let mut name = unfinished.as_os_str().to_owned();
        name.push(end);
        match fs::remove_file(PathBuf::from(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(StoreError::file("removing an unfinished file")(error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Copies a database as it is at one moment.
fn copy(from: &Path, to: &Path, progress: &mut dyn FnMut(Progress)) -> Result<(), StoreError> {
    let total = file_length(from)?;
    let name = to.to_str().ok_or(StoreError::NotAcceptable {
        field: "the name of the file",
        why: "is not Unicode",
    })?;
    let conn = connection::read_only(from)?;
    // What is written goes into another file.
    conn.execute_batch("PRAGMA query_only = OFF")?;
    std::thread::scope(|scope| {
        let copying = scope.spawn(move || conn.execute("VACUUM INTO ?1", [name]).map(|_| ()));
        while !copying.is_finished() {
            std::thread::sleep(LOOK);
            progress(Progress {
                done: file_length(to)?.min(total),
                total,
            });
        }
        Ok(copying.join().map_err(|_| StoreError::Stopped)??)
    })
}

/// Refuses a file in which something is not as it was written.
fn whole(file: &Path, progress: &mut dyn FnMut(Progress)) -> Result<VerifyReport, StoreError> {
    let report = verify_file(file, &[], progress)?;
    match report.faults.first() {
        None => Ok(report),
        Some(first) => Err(StoreError::NotWhole {
            first: first.to_string(),
            faults: report.faults.len(),
        }),
    }
}

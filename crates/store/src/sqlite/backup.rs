//! One file that holds a whole store, and a store made of it.

use super::{FILE, alone, connection, existing, file_length, forget, make_file, make_folder, reader, schema};
use super::{sync_folder, verify_file};
use crate::database::Sql;
use crate::error::StoreError;
use crate::tables::copy::Shape;
use crate::tables::meta;
use crate::verify::{Progress, VerifyReport};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often is looked how far a copy is.
const LOOK: Duration = Duration::from_millis(100);

/// Fills one file with a whole store. It appears under its name only when it is on the disk and was verified.
pub(crate) fn into_file(
    to: &Path,
    replace: bool,
    fill: impl FnOnce(&Path) -> Result<VerifyReport, StoreError>,
) -> Result<VerifyReport, StoreError> {
    if to.exists() && !replace {
        return Err(StoreError::FileThere(to.to_owned()));
    }
    finished(to, fill)
}

/// Copies the store in a folder into a file, as it is at one moment and while others write.
pub(crate) fn copy(
    dir: &Path,
    unfinished: &Path,
    tell: &mut dyn FnMut(&'static str, Progress),
) -> Result<VerifyReport, StoreError> {
    let file = existing(dir)?;
    let mut conn = connection::read_only(&file)?;
    schema::check(&mut conn, dir)?;
    meta::is_here(&mut conn)?;
    vacuum(&file, unfinished, &mut |progress| tell("Copying", progress))?;
    whole(unfinished, tell)
}

/// Fills a file with what comes from a database of another kind.
pub(crate) fn fill(
    unfinished: &Path,
    work: impl FnOnce(&mut dyn Sql) -> Result<VerifyReport, StoreError>,
) -> Result<VerifyReport, StoreError> {
    let mut conn = connection::writing(unfinished)?;
    let report = alone(&mut conn, |conn| {
        schema::bring_up(conn, 0)?;
        work(conn)
    })?;
    // Nothing of it may stay beside the file.
    conn.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    Ok(report)
}

/// Reads a backup; `work` is given the version of its schema too.
pub(crate) fn read<T>(
    from: &Path,
    work: impl FnOnce(&mut dyn Sql, i64) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    fs::File::open(from).map_err(StoreError::file_at("reading the backup", from))?;
    let read = || {
        let mut conn = connection::read_only(from)?;
        let version = schema::check(&mut conn, from)?;
        reader::as_of_now(&mut conn, |conn| work(conn, version))
    };
    read().map_err(|error| no_backup(error, from))
}

/// What is damaged is no store that somebody works with, but what was given as a backup.
fn no_backup(error: StoreError, from: &Path) -> StoreError {
    match error {
        StoreError::Damaged | StoreError::NotThere(_) => StoreError::NoBackup(from.to_owned()),
        other => other,
    }
}

/// Which tables and columns a backup of any version has.
pub(crate) fn shape(conn: &mut dyn Sql) -> Result<Shape, StoreError> {
    let sql = "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
               WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let mut there: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (table, column) in conn.all(sql, &[], |row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned())))? {
        there.entry(table).or_default().insert(column);
    }
    Shape::of(&there)
}

/// Makes a store of a backup in a folder that holds none; `change` gives it a key and what else a new place needs.
pub(crate) fn restore(
    from: &Path,
    dir: &Path,
    change: impl FnOnce(&mut dyn Sql) -> Result<(), StoreError>,
    tell: &mut dyn FnMut(&'static str, Progress),
) -> Result<VerifyReport, StoreError> {
    // A file that is no backup is refused before anything is made.
    read(from, |_, _| Ok(()))?;
    make_folder(dir)?;
    let to = dir.join(FILE);
    if file_length(&to)? > 0 {
        return Err(StoreError::AlreadyThere(dir.display().to_string()));
    }
    finished(&to, |unfinished| {
        fs::copy(from, unfinished).map_err(StoreError::file_at("copying the backup", from))?;
        let report = whole(unfinished, tell).map_err(|error| no_backup(error, from))?;
        let mut conn = connection::writing(unfinished)?;
        alone(&mut conn, |conn| change(conn))?;
        forget(&conn)?;
        Ok(report)
    })
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
            let doing = "making durable";
            let file = fs::File::open(&unfinished).map_err(StoreError::file_at(doing, &unfinished))?;
            file.sync_all().map_err(StoreError::file_at(doing, &unfinished))?;
            fs::rename(&unfinished, to).map_err(StoreError::file_at("giving its name to", to))?;
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
                return Err(StoreError::file_at("removing the unfinished file", unfinished)(error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Copies a database as it is at one moment.
fn vacuum(from: &Path, to: &Path, progress: &mut dyn FnMut(Progress)) -> Result<(), StoreError> {
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
fn whole(file: &Path, tell: &mut dyn FnMut(&'static str, Progress)) -> Result<VerifyReport, StoreError> {
    verify_file(file, file, &[], &mut |progress| tell("Verifying", progress))?.whole()
}

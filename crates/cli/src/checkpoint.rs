//! `tutela checkpoint`, and the checkpoints that a running server makes each day.

use crate::failure::{Failure, bar};
use crate::place::{Where, write_new};
use clap::Args;
use jiff::{SignedDuration, Timestamp};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tutela_store::{Checkpoint, Place, Store};

/// How old the newest checkpoint may become.
const EVERY: SignedDuration = SignedDuration::from_hours(24);

/// How often a server looks whether a checkpoint is due.
const LOOK: Duration = Duration::from_secs(15 * 60);

#[derive(Args)]
pub struct MakeCheckpoint {
    #[command(flatten)]
    place: Where,
    /// The file to write: a short text that names no case. Keep it where nobody who may write the data can.
    #[arg(long)]
    to: PathBuf,
}

impl MakeCheckpoint {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let place = self.place.place()?;
        let store = place.open(&self.place.source(&place)?)?;
        let progress_bar = bar(0, "Verifying");
        let checkpoint = store.checkpoint(Timestamp::now(), &mut |progress| {
            progress_bar.set_length(progress.total);
            progress_bar.set_position(progress.done);
        })?;
        progress_bar.finish_and_clear();
        write_new(&self.to, checkpoint.to_string().as_bytes())?;
        say!(
            "{} covers {} cases, {} entries and {} audit rows, all whole at {}.",
            self.to.display(),
            checkpoint.cases(),
            checkpoint.entries,
            checkpoint.audit_rows,
            checkpoint.made
        );
        say!("It is signed by the key {}.", checkpoint.key());
        say!(
            "Later: tutela verify {} --checkpoint {}",
            match place {
                Place::Folder(data) => format!("--data {}", data.display()),
                Place::Database(url) => format!("--database {url}"),
            },
            self.to.display()
        );
        Ok(ExitCode::SUCCESS)
    }
}

/// Reads the files of checkpoints.
pub fn read(files: &[PathBuf]) -> Result<Vec<Checkpoint>, Failure> {
    files
        .iter()
        .map(|file| {
            let unread = |error: &dyn std::fmt::Display| {
                let file = file.display();
                Failure(format!("the checkpoint {file} cannot be read ({error}): nothing was verified; give the file as it was written"))
            };
            let text = std::fs::read_to_string(file).map_err(|error| unread(&error))?;
            text.parse().map_err(|error| unread(&error))
        })
        .collect()
}

/// Makes a checkpoint each day for as long as the server runs, and writes it into a folder that is there too, if one is given.
/// The store is held only while a checkpoint is made: when the server ends, it is closed.
pub fn each_day(store: &Arc<dyn Store>, folder: Option<PathBuf>) -> Result<(), Failure> {
    let store = Arc::downgrade(store);
    std::thread::Builder::new()
        .name("checkpoints".to_owned())
        .spawn(move || {
            // One that could not be written to the folder is written at the next look.
            let mut unwritten = None;
            while let Some(store) = store.upgrade() {
                if let Err(Failure(what)) = when_due(&*store, folder.as_deref(), &mut unwritten) {
                    eprintln!("tutela: no checkpoint was made or written: {what}");
                }
                drop(store);
                std::thread::sleep(LOOK);
            }
        })?;
    Ok(())
}

fn when_due(store: &dyn Store, folder: Option<&Path>, unwritten: &mut Option<Checkpoint>) -> Result<(), Failure> {
    if let Some((folder, checkpoint)) = folder.zip(unwritten.as_ref()) {
        write_into(folder, checkpoint)?;
        *unwritten = None;
    }
    let now = Timestamp::now();
    let newest = store.newest_checkpoint()?;
    if newest.is_some_and(|newest| now.duration_since(newest) < EVERY) {
        return Ok(());
    }
    let checkpoint = store.checkpoint(now, &mut |_| {})?;
    if let Some(folder) = folder {
        let written = write_into(folder, &checkpoint);
        *unwritten = written.is_err().then_some(checkpoint);
        written?;
    }
    Ok(())
}

fn write_into(folder: &Path, checkpoint: &Checkpoint) -> Result<(), Failure> {
    let name = format!("checkpoint-{}.txt", checkpoint.made.strftime("%Y-%m-%dT%H%M%SZ"));
    write_new(&folder.join(name), checkpoint.to_string().as_bytes())
}

/// Says by which key the checkpoints of new data are known.
pub fn tell_key(key: &str) {
    say!("The checkpoints of these data are signed by this key; write it down beside the recovery key:");
    say!("  {key}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use tutela_store::{KeySource, SqliteStore};

    #[test]
    fn a_checkpoint_that_found_no_room_is_written_at_the_next_look() {
        let folder = tempfile::tempdir().unwrap();
        let key = KeySource::File(folder.path().join("key"));
        let (store, _) = SqliteStore::create(&folder.path().join("data"), &key).unwrap();
        let (to, mut unwritten) = (folder.path().join("to"), None);
        assert!(when_due(&store, Some(&to), &mut unwritten).is_err());
        assert!(unwritten.is_some());
        std::fs::create_dir(&to).unwrap();
        assert!(when_due(&store, Some(&to), &mut unwritten).is_ok());
        assert_eq!(
            (std::fs::read_dir(&to).unwrap().count(), unwritten.is_none()),
            (1, true)
        );
    }
}

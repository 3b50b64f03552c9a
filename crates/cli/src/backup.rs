//! `tutela backup` and `tutela restore`: the data in one file, and data made of it.

use crate::failure::{Failure, bar};
use crate::place::{There, recovery_secret};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;
use tutela_store::{KeySource, Place};

#[derive(Args)]
pub struct Backup {
    #[command(flatten)]
    there: There,
    /// The file to write, best on another disk. Everything in it is sealed; no key is in it.
    #[arg(long)]
    to: PathBuf,
    /// Replaces the file if it is there, once the new one is whole.
    #[arg(long)]
    replace: bool,
}

impl Backup {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let place = self.there.place()?;
        let progress_bar = bar(0, "Copying");
        let report = place.backup(&self.to, self.replace, &mut |step, progress| {
            progress_bar.set_message(step);
            progress_bar.set_length(progress.total);
            progress_bar.set_position(progress.done);
        })?;
        progress_bar.finish_and_clear();
        say!(
            "{} holds {} cases, {} entries and {} audit rows, verified and on the disk.",
            self.to.display(),
            report.cases,
            report.entries,
            report.audit_rows
        );
        Ok(ExitCode::SUCCESS)
    }
}

#[derive(Args)]
pub struct Restore {
    /// The file that `tutela backup` wrote.
    #[arg(long)]
    from: PathBuf,
    #[command(flatten)]
    there: There,
    /// The key file. One that is there and opens the backup is taken as it is. Otherwise the recovery key is
    /// asked for, and this file is made.
    #[arg(long)]
    key_file: PathBuf,
}

impl Restore {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let place = self.there.place()?;
        let source = KeySource::File(self.key_file.clone());
        let secret = if Place::backup_is_opened_by(&self.from, &source)? {
            None
        } else {
            Some(recovery_secret()?)
        };
        let recovery = secret.as_ref().map(|secret| (secret.trim(), &source));
        let progress_bar = bar(0, "Verifying");
        let report = place.restore(&self.from, recovery, &mut |step, progress| {
            progress_bar.set_message(step);
            progress_bar.set_length(progress.total);
            progress_bar.set_position(progress.done);
        })?;
        progress_bar.finish_and_clear();
        let key_file = self.key_file.display();
        say!(
            "{} cases, {} entries and {} audit rows were restored to {place}, verified. Nobody is signed in there.",
            report.cases,
            report.entries,
            report.audit_rows
        );
        say!("What was written after the backup was made is not in it.");
        say!("The data are opened by {key_file}.");
        match &place {
            Place::Folder(data) => say!(
                "Start with: tutela serve --data {} --key-file {key_file}",
                data.display()
            ),
            Place::Database(_) => say!("Start as before, with --key-file {key_file}"),
        }
        Ok(ExitCode::SUCCESS)
    }
}

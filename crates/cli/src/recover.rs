//! `tutela recover`: opens the data with the recovery key when key or passphrase is lost.

use crate::failure::Failure;
use crate::place::{There, recovery_secret};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;
use tutela_store::{KeySource, Place};

#[derive(Args)]
pub struct Recover {
    #[command(flatten)]
    there: There,
    /// The new key file, made here; best on another disk than the data.
    #[arg(long)]
    key_file: PathBuf,
}

impl Recover {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let place = self.there.place()?;
        let secret = recovery_secret()?;
        place.recover(secret.trim(), &KeySource::File(self.key_file.clone()))?;
        let key_file = self.key_file.display();
        say!("The data are opened by {key_file} from now on.");
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

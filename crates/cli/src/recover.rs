//! `tutela recover`: opens the data with the recovery key when key or passphrase is lost.

use crate::failure::Failure;
use clap::Args;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use tutela_store::{KeySource, SqliteStore};
use zeroize::Zeroizing;

#[derive(Args)]
pub struct Recover {
    /// The folder of the data.
    #[arg(long)]
    data: PathBuf,
    /// The new key file, made here; best on another disk than the data.
    #[arg(long)]
    key_file: PathBuf,
}

impl Recover {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let secret = Zeroizing::new(if std::io::stdin().is_terminal() {
            rpassword::prompt_password("Recovery key: ")?
        } else {
            let mut line = String::new();
            std::io::stdin().read_line(&mut line)?;
            line
        });
        SqliteStore::recover(&self.data, secret.trim(), &KeySource::File(self.key_file.clone()))?;
        say!("The data are opened by {} from now on.", self.key_file.display());
        say!(
            "Start with: tutela serve --data {} --key-file {}",
            self.data.display(),
            self.key_file.display()
        );
        Ok(ExitCode::SUCCESS)
    }
}

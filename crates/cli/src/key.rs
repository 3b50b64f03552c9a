//! `tutela key`: new keys in place of those that others may have seen.

use crate::failure::Failure;
use crate::place::Where;
use crate::serve::long_enough;
use clap::{Args, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use tutela_store::{KeySource, Recovery};

#[derive(Subcommand)]
pub enum KeyAct {
    /// Gives the data new keys and a new key file or passphrase; the old one opens nothing more.
    Rotate(Rotate),
    /// Gives the data a new recovery key, and new keys with it; the old recovery key opens nothing more.
    Recovery(NewRecovery),
}

#[derive(Args)]
pub struct Rotate {
    #[command(flatten)]
    place: Where,
    /// The new key file, made here; best on another disk than the data.
    #[arg(long, conflicts_with = "new_passphrase")]
    new_key_file: Option<PathBuf>,
    /// Asks for a new passphrase instead; the variable TUTELA_NEW_PASSPHRASE may hold it.
    #[arg(long)]
    new_passphrase: bool,
}

#[derive(Args)]
pub struct NewRecovery {
    #[command(flatten)]
    place: Where,
}

impl KeyAct {
    pub fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Rotate(rotate) => rotate.run(),
            Self::Recovery(recovery) => recovery.run(),
        }
    }
}

impl Rotate {
    fn run(self) -> Result<ExitCode, Failure> {
        let to = match self.new_key_file.clone() {
            Some(file) => KeySource::File(file),
            None if self.new_passphrase => asked()?,
            None => {
                return Err(Failure(
                    "it is not said what shall open the data: give --new-key-file or --new-passphrase; nothing was changed"
                        .to_owned(),
                ));
            }
        };
        let place = self.place.place()?;
        let source = self.place.source(&place)?;
        if let (KeySource::File(old), KeySource::File(new)) = (&source, &to)
            && same(old, new)
        {
            return Err(Failure(format!(
                "{} opens the data now: nothing was changed; give another file",
                new.display()
            )));
        }
        place.rotate(&source, &to, Recovery::Keep)?;
        match &to {
            KeySource::File(file) => say!("The data are opened by {} from now on.", file.display()),
            KeySource::Passphrase(_) => say!("The data are opened by the new passphrase from now on."),
        }
        say!("A Tutela that was running on them writes nothing more: start it again.");
        say!("Backups that were made before are opened by what opened them then. Make a new one now.");
        Ok(ExitCode::SUCCESS)
    }
}

impl NewRecovery {
    fn run(self) -> Result<ExitCode, Failure> {
        let place = self.place.place()?;
        let source = self.place.source(&place)?;
        if let Some(secret) = place.rotate(&source, &source, Recovery::New)? {
            say!("This is the new recovery key. It is shown once and stored nowhere. Print it for two custodians:");
            say!("  {}", secret.as_str());
        }
        say!("The old one opens only backups that were made before. Make a new backup now.");
        say!("A Tutela that was running on the data writes nothing more: start it again.");
        Ok(ExitCode::SUCCESS)
    }
}

fn asked() -> Result<KeySource, Failure> {
    if let Ok(passphrase) = std::env::var("TUTELA_NEW_PASSPHRASE") {
        return long_enough(passphrase);
    }
    let passphrase = rpassword::prompt_password("New passphrase: ")?;
    if passphrase != rpassword::prompt_password("The same again: ")? {
        return Err(Failure(
            "the two passphrases differ: nothing was changed; start again".to_owned(),
        ));
    }
    long_enough(passphrase)
}

fn same(one: &std::path::Path, other: &std::path::Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

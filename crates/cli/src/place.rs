//! Where the data lie, as the arguments of a command say it.

use crate::failure::Failure;
use crate::serve::key_source;
use clap::Args;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tutela_store::{KeySource, Place, Store, StoreError};
use zeroize::Zeroizing;

/// The variable that may hold the address of the database, password and all.
const VARIABLE: &str = "TUTELA_DATABASE";

/// The place that `--data` and `--database` name; the variable TUTELA_DATABASE stands for `--database`.
pub fn place(data: Option<&Path>, database: Option<&str>) -> Result<Place, Failure> {
    let kept = std::env::var(VARIABLE).ok();
    match (database.or(kept.as_deref()), data) {
        (Some(url), _) => Ok(Place::Database(url.parse()?)),
        (None, Some(data)) => Ok(Place::Folder(data.to_owned())),
        (None, None) => Err(Failure(
            "it is not said where the data lie: give --data with their folder, or --database".to_owned(),
        )),
    }
}

/// A place in one word: a folder, the address of a database, or TUTELA_DATABASE for what that variable holds.
pub fn named(word: &str) -> Result<Place, Failure> {
    if word == VARIABLE {
        return match std::env::var(VARIABLE) {
            Ok(url) => Ok(Place::Database(url.parse()?)),
            Err(_) => Err(Failure(format!("the variable {VARIABLE} is not set: nothing was done"))),
        };
    }
    match word.parse() {
        Ok(url) => Ok(Place::Database(url)),
        // What looks like an address is not taken for a folder.
        Err(error) if word.contains("://") => Err(Failure::from(error)),
        Err(StoreError::NotAcceptable { .. }) => Ok(Place::Folder(word.into())),
        Err(error) => Err(Failure::from(error)),
    }
}

/// Where the data lie, and what opens them, for a command that needs no rules.
#[derive(Args)]
pub struct Where {
    /// The folder of the data. With a database, only the key is kept there.
    #[arg(long)]
    data: PathBuf,
    /// The address of the PostgreSQL database that holds the data; the variable TUTELA_DATABASE may hold it.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// The key file. Without it, the key in the folder is taken, or a passphrase is asked for; the variable
    /// TUTELA_PASSPHRASE may hold it.
    #[arg(long)]
    key_file: Option<PathBuf>,
}

impl Where {
    pub fn place(&self) -> Result<Place, Failure> {
        place(Some(&self.data), self.database.as_deref())
    }

    pub fn source(&self, place: &Place) -> Result<KeySource, Failure> {
        key_source(&self.data, self.key_file.as_deref(), place, false)
    }

    pub fn open(&self) -> Result<Arc<dyn Store>, Failure> {
        let place = self.place()?;
        Ok(place.open(&self.source(&place)?)?)
    }
}

/// Asks for the recovery key, or reads it from what is piped in.
pub fn recovery_secret() -> Result<Zeroizing<String>, Failure> {
    Ok(Zeroizing::new(if std::io::stdin().is_terminal() {
        rpassword::prompt_password("Recovery key: ")?
    } else {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line)?;
        line
    }))
}

/// Writes a file that is not there yet, so that it is there as a whole or not at all.
pub fn write_new(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure(format!("{} cannot be written: {error}", file.display()));
    let mut made = std::fs::File::create_new(file).map_err(failed)?;
    let written = made.write_all(bytes).and_then(|()| made.sync_all());
    written.map_err(|error| {
        // Half a file would only mislead; if it cannot be removed either, its reader says that it is cut.
        let _ = std::fs::remove_file(file);
        failed(error)
    })
}

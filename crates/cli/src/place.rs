//! Where the data lie, as the arguments of a command say it.

use crate::failure::Failure;
use crate::serve::key_source;
use clap::Args;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use tutela_store::{KeySource, Place, StoreError};
use zeroize::Zeroizing;

/// The variable that may hold the address of the database, password and all.
const VARIABLE: &str = "TUTELA_DATABASE";

/// The place in which `--data` and `--database` say that the data lie, for a command that needs the folder of the key too:
/// the variable TUTELA_DATABASE stands for `--database`.
pub fn place_beside_key(data: &Path, database: Option<&str>) -> Result<Place, Failure> {
    match database.map(str::to_owned).or_else(|| std::env::var(VARIABLE).ok()) {
        Some(url) => Ok(Place::Database(url.parse()?)),
        None => Ok(Place::Folder(data.to_owned())),
    }
}

/// Where the data lie, for a command that needs no folder of the key. What is said here counts, whatever the surroundings
/// say.
#[derive(Args)]
pub struct There {
    /// The folder of the data.
    #[arg(long)]
    data: Option<PathBuf>,
    /// The address of the PostgreSQL database that holds the data, instead of a folder. When neither is given, the
    /// variable TUTELA_DATABASE says it.
    #[arg(long, value_name = "URL", conflicts_with = "data")]
    database: Option<String>,
}

impl There {
    pub fn place(&self) -> Result<Place, Failure> {
        match (&self.database, &self.data, std::env::var(VARIABLE)) {
            (Some(url), _, _) => Ok(Place::Database(url.parse()?)),
            (None, Some(data), _) => Ok(Place::Folder(data.clone())),
            (None, None, Ok(url)) => Ok(Place::Database(url.parse()?)),
            (None, None, Err(_)) => Err(Failure(
                "it is not said where the data lie: give --data with their folder, or --database; nothing was done"
                    .to_owned(),
            )),
        }
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
        place_beside_key(&self.data, self.database.as_deref())
    }

    pub fn source(&self, place: &Place) -> Result<KeySource, Failure> {
        key_source(&self.data, self.key_file.as_deref(), place, false)
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

/// Makes a folder, if it is not there.
pub fn make_folder(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let folder = folder.display();
        Failure(format!(
            "the folder {folder} cannot be made ({error}): nothing was changed; make it for the user that runs Tutela, or give another"
        ))
    })
}

/// Writes a file that is not there yet, so that it is there as a whole or not at all.
pub fn write_new(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        let remedy = match error.kind() {
            std::io::ErrorKind::AlreadyExists => "it was not changed; give another name",
            std::io::ErrorKind::StorageFull => {
                "nothing is left of it and all else is as it was; make room on that disk"
            }
            _ => "nothing is left of it and all else is as it was; give a place that this user may write to",
        };
        Failure(format!("{} cannot be written ({error}): {remedy}", file.display()))
    };
    let mut made = std::fs::File::create_new(file).map_err(failed)?;
    let written = made.write_all(bytes).and_then(|()| made.sync_all());
    written.map_err(|error| {
        // Half a file would only mislead; if it cannot be removed either, its reader says that it is cut.
        let _ = std::fs::remove_file(file);
        failed(error)
    })
}

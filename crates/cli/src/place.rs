//! Where the data lie, as the arguments of a command say it.

use crate::failure::Failure;
use std::path::Path;
use tutela_store::{Place, StoreError};

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

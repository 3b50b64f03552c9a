//! Why something cannot be done, for a page to say.

use tutela_store::StoreError;

/// Why something cannot be done. No variant holds personal data.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// There is no such case for this person. Whether it exists stays unknown.
    #[error("there is no such case for you")]
    NotFound,
    /// An entry cannot be read as its record type.
    #[error("entry {0} cannot be read: it is kept as it is; a newer version may read it")]
    Unreadable(u64),
    /// The store failed.
    #[error(transparent)]
    Store(StoreError),
    /// The machine gave no random bytes.
    #[error("the machine gave no random bytes: nothing was written; try again")]
    NoRandomness,
    /// Others wrote to the case through other nodes, again and again in the same moment.
    #[error("others were writing to this case at the same moment: nothing was written; try again")]
    Crowded,
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NoSuchCase => Self::NotFound,
            other => Self::Store(other),
        }
    }
}

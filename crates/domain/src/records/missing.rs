//! Missing episodes.

use super::Checked;
use crate::fields::{Line, Words, group};
use crate::value::Truth;

group! {
    /// The child is missing.
    MissingReported {
        /// When, where and with whom the child was last seen.
        last_seen: Words => Location,
        /// What is known.
        circumstances: Words => Personal,
    }
}

impl Checked for MissingReported {}

group! {
    /// The police were told that the child is missing.
    PoliceInformed {
        /// Which police.
        police: Line => Process,
        /// Their reference.
        reference: Option<Line> => Process,
    }
}

impl Checked for PoliceInformed {}

group! {
    /// The child was found or came back.
    Found {
        /// Where.
        place: Line => Location,
        /// Whether the child is safe now.
        safe: Truth => Personal,
        /// What is known of the time away.
        account: Option<Words> => Testimony,
    }
}

impl Checked for Found {}

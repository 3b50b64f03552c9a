//! An entry: a record with who, when it happened, when it was written, and on what basis.

use crate::codes::Basis;
use crate::fields::{Fields, Words};
use crate::records::Record;
use crate::time::Occurred;
use jiff::Timestamp;

/// The place of an entry in its case, from 1.
pub type Seq = u64;

/// What a person is in the mechanism. The full list and its access tables stand in `app::access`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Carries cases of the lead authority.
    Caseworker,
    /// Assigns, approves, closes; watches overdue duties.
    Supervisor,
}

impl Role {
    /// Its name in stories and storage.
    pub fn name(self) -> &'static str {
        match self {
            Self::Caseworker => "caseworker",
            Self::Supervisor => "supervisor",
        }
    }

    /// The role of a name.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "caseworker" => Some(Self::Caseworker),
            "supervisor" => Some(Self::Supervisor),
            _ => None,
        }
    }
}

/// Who wrote an entry, for which agency. The id is pseudonymous.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The id of the person.
    pub staff: String,
    /// In which role.
    pub role: Role,
    /// For which agency.
    pub agency: String,
}

/// An entry of a case. It is never edited, only corrected by a later one.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its place.
    pub seq: Seq,
    /// What was recorded.
    pub record: Record,
    /// When it happened.
    pub occurred: Occurred,
    /// When it was written.
    pub written: Timestamp,
    /// By whom.
    pub author: Author,
    /// Whether it is our own act or was reported. Records that are not gated are *reported*.
    pub basis: Basis,
    /// The reason why it could not wait, for an act marked urgent.
    pub urgent: Option<Words>,
    /// The answers to questions of packs, as `pack/id`; they never change the record's meaning.
    pub answers: Fields,
}

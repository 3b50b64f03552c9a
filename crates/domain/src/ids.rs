//! The ids by which cases are named in addresses and storage. They say nothing about the child.

use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The id of a case: random, so that nothing can be read from it. One is set: the authority's book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CaseId(Uuid);

impl CaseId {
    /// The authority's book: a stream like a case, of what the authority records of itself. No case
    /// has this id, since random ids are never all zero.
    pub const AUTHORITY: Self = Self(Uuid::nil());

    /// A case id made of 16 random bytes; randomness is the caller's, the domain has none.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    /// Its sixteen bytes, as associated data of sealed entries.
    pub fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A text that is not the id of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl FromStr for CaseId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        text.parse().map(Self).map_err(|_| NotAnId)
    }
}

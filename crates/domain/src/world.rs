//! What rules read beside the case or the authority's book: a dated snapshot of all cases.

use jiff::Timestamp;

/// A restriction of liberty somewhere in the authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restriction {
    /// The earliest instant at which it may have begun.
    pub from: Timestamp,
    /// When it was written.
    pub written: Timestamp,
}

/// What the authority's other cases bring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World {
    /// Every restriction of liberty recorded by the authority.
    pub restrictions: Vec<Restriction>,
}

impl World {
    /// The instants at which it changes.
    pub fn instants(&self) -> impl Iterator<Item = Timestamp> {
        self.restrictions.iter().map(|r| r.from)
    }
}

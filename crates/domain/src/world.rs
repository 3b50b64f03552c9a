//! A dated snapshot of the registers that rules read beside the case.

use jiff::Timestamp;

/// A restriction of liberty somewhere in the authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restriction {
    /// The earliest instant at which it may have begun.
    pub from: Timestamp,
    /// When it was written.
    pub written: Timestamp,
}

/// What the authority's registers say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World {
    /// Every restriction of liberty recorded by the authority.
    pub restrictions: Vec<Restriction>,
    /// When independent reviews of restrictions were commissioned.
    pub reviews: Vec<Timestamp>,
}

impl World {
    /// The instants at which the registers change.
    pub fn instants(&self) -> impl Iterator<Item = Timestamp> {
        self.restrictions
            .iter()
            .map(|r| r.from)
            .chain(self.reviews.iter().copied())
    }

    /// Restrictions that had begun by `at` and after the newest review by then.
    pub fn restrictions_since_review(&self, at: Timestamp) -> usize {
        let review = self.reviews.iter().filter(|r| **r <= at).max();
        self.restrictions
            .iter()
            .filter(|r| r.from <= at && review.is_none_or(|review| r.from > *review))
            .count()
    }
}

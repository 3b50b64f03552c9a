//! Cases that were opened of late, as they were loaded and reckoned, so that the next page of one need not do it again.
//!
//! What is kept is used only where it is certain to be the same: the case has no newer entry, what it reads of registers
//! is equal, and the time is one at which nothing changes. Access is asked and each reading audited before this is
//! looked at. It is kept in memory only, and the least used goes first.

use crate::cases::{Around, Loaded};
use jiff::Timestamp;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::sync::Arc;
use tutela_domain::assess::Assessment;
use tutela_domain::case::Case;
use tutela_domain::ids::CaseId;

/// So many entries are kept, of all cases together. With what follows from it, one takes some 1 KiB: 500 cases of some 60
/// entries were seen to take 26 MiB.
const ENTRIES: u64 = 40_000;
/// What a case takes beside its entries, counted as entries.
const CASE: u64 = 20;

/// A case as it stands at an instant.
pub(crate) struct Standing {
    pub loaded: Loaded,
    pub folded: Case,
    pub around: Around,
    pub assessment: Arc<Assessment>,
}

impl std::fmt::Debug for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Standing")
    }
}

impl Standing {
    /// Whether it also stands so at another instant, on the same entries; the registers that it reads must be compared too.
    fn holds(&self, head: u64, at: Timestamp) -> bool {
        let before_change = self.assessment.next_change.is_none_or(|change| at < change);
        self.loaded.head == head && self.assessment.at <= at && before_change
    }
}

#[derive(Clone)]
struct ByEntries;

impl Weighter<CaseId, Arc<Standing>> for ByEntries {
    fn weight(&self, _: &CaseId, standing: &Arc<Standing>) -> u64 {
        CASE + standing.loaded.entries.len() as u64
    }
}

/// The cases that are kept.
pub(crate) struct Recent(Cache<CaseId, Arc<Standing>, ByEntries>);

impl Recent {
    pub(crate) fn new() -> Self {
        let cases = usize::try_from(ENTRIES / (CASE + 60)).unwrap_or(usize::MAX);
        Self(Cache::with_weighter(cases, ENTRIES, ByEntries))
    }

    /// The case as it stands at an instant, if it was kept so; unless the registers that it reads have changed.
    pub(crate) fn standing(&self, case: CaseId, head: u64, at: Timestamp) -> Option<Arc<Standing>> {
        self.0.get(&case).filter(|kept| kept.holds(head, at))
    }

    /// Keeps a case as it stands. The authority's book is read with what all cases bring, and not kept; nor is a case of which an
    /// entry was written later than now: a clock went back or another node's is ahead, and what is known now is not all.
    pub(crate) fn keep(&self, standing: Arc<Standing>) {
        let at = standing.assessment.at;
        let is_all = standing.loaded.entries.iter().all(|e| e.written <= at);
        if standing.loaded.id != CaseId::AUTHORITY && is_all {
            self.0.insert(standing.loaded.id, standing);
        }
    }
}

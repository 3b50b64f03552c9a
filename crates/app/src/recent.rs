//! Cases that were opened of late, as they were loaded and reckoned, so that the next page of one need not do it again; and
//! the authority's book.
//!
//! What is kept is used only where it is certain to be the same: the case has no newer entry, what it reads of registers
//! is equal, and the time is one at which nothing changes. What its entries say is the same even where the rest is not.
//! Access is asked and each reading audited before this is looked at. It is kept in memory only, and the least used goes first.

use crate::cases::{Around, Loaded};
use jiff::Timestamp;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::sync::{Arc, Mutex, PoisonError};
use tutela_domain::assess::Assessment;
use tutela_domain::case::Case;
use tutela_domain::ids::CaseId;

/// So many entries are kept, of all cases together: some 330 cases of 60 entries. With fewer, recording by many people was seen to
/// take twice the work, since cases had to be opened again; with more, memory went beyond what a small server can spare.
const ENTRIES: u64 = 26_000;
/// What a case takes beside its entries, counted as entries.
const CASE: u64 = 20;

/// A case as its entries say it.
pub(crate) struct Recorded {
    pub loaded: Loaded,
    pub folded: Case,
}

impl Recorded {
    /// Whether no entry was written later than an instant: then all that is known of the case is known at it, and at any later.
    pub fn is_all(&self, at: Timestamp) -> bool {
        self.loaded.entries.iter().all(|e| e.written <= at)
    }
}

/// A case as it stands at an instant.
pub(crate) struct Standing {
    pub recorded: Arc<Recorded>,
    pub around: Around,
    pub assessment: Arc<Assessment>,
}

impl std::fmt::Debug for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Standing")
    }
}

impl Standing {
    /// Whether its entries say the same at another instant, and none is newer.
    fn says(&self, head: u64, at: Timestamp) -> bool {
        self.recorded.loaded.head == head && self.assessment.at <= at
    }

    /// Whether it also stands so at another instant, on the same entries; the registers that it reads must be compared too.
    fn holds(&self, head: u64, at: Timestamp) -> bool {
        self.says(head, at) && self.assessment.next_change.is_none_or(|change| at < change)
    }
}

#[derive(Clone)]
struct ByEntries;

impl Weighter<CaseId, Arc<Standing>> for ByEntries {
    fn weight(&self, _: &CaseId, standing: &Arc<Standing>) -> u64 {
        CASE + standing.recorded.loaded.entries.len() as u64
    }
}

/// The cases that are kept, and the authority's book.
pub(crate) struct Recent {
    cases: Cache<CaseId, Arc<Standing>, ByEntries>,
    book: Mutex<Option<Arc<Recorded>>>,
}

impl Recent {
    pub(crate) fn new() -> Self {
        let cases = usize::try_from(ENTRIES / (CASE + 60)).unwrap_or(usize::MAX);
        Self {
            cases: Cache::with_weighter(cases, ENTRIES, ByEntries),
            book: Mutex::default(),
        }
    }

    /// The case as it stands at an instant, if it was kept so; unless the registers that it reads have changed.
    pub(crate) fn standing(&self, case: CaseId, head: u64, at: Timestamp) -> Option<Arc<Standing>> {
        self.cases.get(&case).filter(|kept| kept.holds(head, at))
    }

    /// What the entries of the case say at an instant, if it was kept.
    pub(crate) fn recorded(&self, case: CaseId, head: u64, at: Timestamp) -> Option<Arc<Recorded>> {
        let kept = self.cases.get(&case).filter(|kept| kept.says(head, at))?;
        Some(kept.recorded.clone())
    }

    /// The authority's book with all its entries, if it was kept and this is its newest.
    pub(crate) fn book(&self, head: u64) -> Option<Arc<Recorded>> {
        let kept = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clone().filter(|book| book.loaded.head == head)
    }

    /// Keeps the authority's book with all its entries.
    pub(crate) fn keep_book(&self, book: Arc<Recorded>) {
        *self.book.lock().unwrap_or_else(PoisonError::into_inner) = Some(book);
    }

    /// Keeps a case as it stands. How the authority's book stands follows from what all cases bring, and is not kept; nor is a
    /// case of which an entry was written later than now: a clock went back or another node's is ahead, and what is known now is
    /// not all.
    pub(crate) fn keep(&self, standing: Arc<Standing>) {
        let case = standing.recorded.loaded.id;
        if case != CaseId::AUTHORITY && standing.recorded.is_all(standing.assessment.at) {
            self.cases.insert(case, standing);
        }
    }
}

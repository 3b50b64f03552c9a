//! Summaries of cases that were opened of late, so that the next list need not open them again: most of what a list took.
//!
//! What is kept is given only for the very bytes from which it was opened: the sealed summary, and what stands in clear beside it
//! and is sealed with it. Whatever is changed of these in the database is opened anew, and found out. That the key of a case was
//! changed is found where the case itself is read, and by who opens its row for the first time.

use crate::plain::Plain;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::sync::Arc;
use tutela_domain::ids::CaseId;

/// So much is kept, in bytes: the summaries of some 8,000 cases. The least used goes first.
const MOST: u64 = 20 * 1024 * 1024;
/// About what one takes, in bytes.
const ONE: u64 = 2_500;

/// A sealed summary, with what it was sealed with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct SealedSummary<'b> {
    /// What is sealed with it.
    pub(crate) associated: &'b [u8],
    /// The summary.
    pub(crate) sealed: &'b [u8],
}

struct Opened {
    associated: Box<[u8]>,
    sealed: Box<[u8]>,
    plain: Plain,
}

impl Opened {
    fn of(&self) -> SealedSummary<'_> {
        SealedSummary {
            associated: &self.associated,
            sealed: &self.sealed,
        }
    }
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<CaseId, Arc<Opened>> for ByBytes {
    fn weight(&self, _: &CaseId, opened: &Arc<Opened>) -> u64 {
        let bytes = [
            opened.associated.len(),
            opened.sealed.len(),
            opened.plain.as_slice().len(),
            size_of::<(CaseId, Opened)>(),
        ];
        bytes.iter().map(|length| *length as u64).sum()
    }
}

/// The summaries that are kept.
pub(crate) struct OpenedSummaries(Cache<CaseId, Arc<Opened>, ByBytes>);

impl OpenedSummaries {
    pub(crate) fn new() -> Self {
        let about = usize::try_from(MOST / ONE).unwrap_or_default();
        Self(Cache::with_weighter(about, MOST, ByBytes))
    }

    /// A summary in clear, if it was opened of late.
    pub(crate) fn get(&self, case: CaseId, summary: SealedSummary<'_>) -> Option<Plain> {
        let kept = self.0.get(&case).filter(|kept| kept.of() == summary)?;
        Some(kept.plain.clone())
    }

    /// Keeps a summary that was opened.
    pub(crate) fn keep(&self, case: CaseId, summary: SealedSummary<'_>, plain: &Plain) {
        let opened = Opened {
            associated: summary.associated.into(),
            sealed: summary.sealed.into(),
            plain: plain.clone(),
        };
        self.0.insert(case, Arc::new(opened));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_given_for_the_very_bytes_alone() {
        let kept = OpenedSummaries::new();
        let case = CaseId::from_random([1; 16]);
        let summary = SealedSummary {
            associated: b"clear",
            sealed: b"sealed",
        };
        let first = Plain::from("first");
        kept.keep(case, summary, &first);
        assert!(kept.get(case, summary).unwrap().is_shared_with(&first));
        for other in [
            SealedSummary {
                associated: b"clean",
                ..summary
            },
            SealedSummary {
                sealed: b"sealee",
                ..summary
            },
        ] {
            assert_eq!(kept.get(case, other), None);
        }
        assert_eq!(kept.get(CaseId::from_random([2; 16]), summary), None);
        // What is opened anew takes its place.
        let changed = SealedSummary {
            sealed: b"sealed again",
            ..summary
        };
        kept.keep(case, changed, &"second".into());
        assert_eq!(kept.get(case, changed), Some("second".into()));
        assert_eq!(kept.get(case, summary), None);
    }
}

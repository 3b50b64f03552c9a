//! Summaries of cases as lists read them, so that the next list need not read them again.

use crate::App;
use crate::projection::Summary;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::sync::Arc;
use tutela_domain::ids::CaseId;
use tutela_store::{ListedCase, Plain};

/// So much is kept, in about bytes: some 8,000 summaries. The least used goes first.
const MOST: u64 = 32 * 1024 * 1024;
/// About what one takes, in bytes.
const ONE: u64 = 4_096;
/// What was read takes about so many times the bytes of which it was read, these and its prepared names included.
const TIMES: u64 = 4;

#[derive(Clone)]
struct ByBytes;

impl Weighter<CaseId, (Plain, Arc<Summary>)> for ByBytes {
    fn weight(&self, _: &CaseId, (of, _): &(Plain, Arc<Summary>)) -> u64 {
        size_of::<Summary>() as u64 + TIMES * of.as_slice().len() as u64
    }
}

/// The summaries that are kept, each with the bytes of which it was read.
pub(crate) struct Summaries(Cache<CaseId, (Plain, Arc<Summary>), ByBytes>);

impl Summaries {
    pub(crate) fn new() -> Self {
        let about = usize::try_from(MOST / ONE).unwrap_or_default();
        Self(Cache::with_weighter(about, MOST, ByBytes))
    }
}

impl App {
    /// The summary of a row; none where it waits to be reckoned, could not be opened, or was made by another version. What was
    /// read of the same bytes is not read again: the store says whether they are the same.
    pub(crate) fn summary(&self, listed: &ListedCase) -> Option<Arc<Summary>> {
        let plain = &listed.row.summary;
        if let Some((of, kept)) = self.summaries.0.get(&listed.case)
            && of.is_shared_with(plain)
        {
            return Some(kept);
        }
        let summary: Arc<Summary> = Arc::new(serde_json::from_slice(plain.as_slice()).ok()?);
        self.summaries.0.insert(listed.case, (plain.clone(), summary.clone()));
        Some(summary)
    }
}

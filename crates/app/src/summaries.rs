//! Summaries of cases as lists read them, so that the next list need not read them again.

use crate::App;
use crate::projection::Summary;
use quick_cache::sync::Cache;
use std::sync::Arc;
use tutela_domain::ids::CaseId;
use tutela_store::{ListedCase, Plain};

/// So many are kept; each takes a few KiB.
const MOST: usize = 8_000;

/// The summaries that are kept, each with the bytes of which it was read.
pub(crate) struct Summaries(Cache<CaseId, (Plain, Arc<Summary>)>);

impl Summaries {
    pub(crate) fn new() -> Self {
        Self(Cache::new(MOST))
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

//! The cases of the person who asks: which child needs somebody now?

use super::case::CaseHead;
use super::duty::DutyView;
use super::frame::Frame;
use crate::dates::Stamp;
use crate::words::Words;
use askama::Template;
use tutela_domain::records::RecordType;

/// A case in the list.
#[derive(Clone, Debug)]
pub struct CaseRow {
    /// What names it.
    pub head: CaseHead,
    /// Its stage, by its locale key without `stage-`.
    pub stage: &'static str,
    /// Whether the child is missing now.
    pub missing: bool,
    /// Since when, where that is told.
    pub missing_since: Option<Stamp>,
    /// How many duties are overdue.
    pub overdue: u32,
    /// The most urgent duty.
    pub next: Option<DutyView>,
    /// Who carries it, by name; `None` for nobody.
    pub caseworker: Option<String>,
    /// When somebody last wrote to it.
    pub last_written: Stamp,
}

impl CaseRow {
    /// The stage in words.
    pub fn stage_words(&self, words: &Words) -> String {
        words.t(&format!("stage-{}", self.stage))
    }
}

/// The list of cases.
#[derive(Template)]
#[template(path = "cases.html")]
pub struct CaseListPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The cases, the most urgent first.
    pub cases: &'a [CaseRow],
}

impl CaseListPage<'_> {
    /// How many cases have something overdue.
    pub fn overdue(&self) -> usize {
        self.cases.iter().filter(|c| c.overdue > 0).count()
    }
}

//! The authority: what it owes as a whole, and what stands in its book.

use super::case::CaseHead;
use super::duty::DutyView;
use super::frame::Frame;
use crate::dates::Stamp;
use askama::Template;
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;

/// An entry of the book in a line.
#[derive(Clone, Debug)]
pub struct RegisterLine {
    /// Its number.
    pub entry: u64,
    /// What it is called.
    pub title: Option<String>,
    /// What was chosen in its first fields.
    pub summary: Option<String>,
    /// Since when.
    pub at: Stamp,
    /// Whether it stands: neither replaced nor struck off.
    pub stands: bool,
}

/// The entries of a type, by when they were made.
#[derive(Clone, Debug)]
pub struct RegisterView {
    /// The type.
    pub record: RecordType,
    /// The entries.
    pub lines: Vec<RegisterLine>,
}

/// The authority's book as a page shows it.
#[derive(Clone, Debug)]
pub struct BookView {
    /// What names it.
    pub head: CaseHead,
    /// What is owed.
    pub duties: Vec<DutyView>,
    /// What was owed and is done, handed over or set aside.
    pub settled: Vec<DutyView>,
    /// The registers in which something stands.
    pub registers: Vec<RegisterView>,
}

impl BookView {
    /// An example.
    pub fn sample() -> Self {
        let [script, ..] = super::sample::hostile();
        let line = |entry, title: &str, stands| RegisterLine {
            entry,
            title: Some(title.to_owned()),
            summary: None,
            at: Stamp::At(super::sample::at("2026-11-25T10:00")),
            stands,
        };
        Self {
            duties: DutyView::samples(),
            settled: DutyView::samples().into_iter().take(1).collect(),
            registers: vec![
                RegisterView {
                    record: RecordType::AgencyRegistered,
                    lines: vec![line(1, "Border police (training data)", true), line(2, &script, false)],
                },
                RegisterView {
                    record: RecordType::TrainingDone,
                    lines: vec![RegisterLine {
                        title: None,
                        ..line(3, "", true)
                    }],
                },
            ],
            ..Self::empty_sample()
        }
    }

    /// A book in which nothing stands yet.
    pub fn empty_sample() -> Self {
        Self {
            head: CaseHead {
                id: CaseId::AUTHORITY.to_string(),
                ..CaseHead::sample()
            },
            duties: Vec::new(),
            settled: Vec::new(),
            registers: Vec::new(),
        }
    }
}

/// The page of the authority.
#[derive(Template)]
#[template(path = "authority.html")]
pub struct AuthorityPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The book; named `case` for the parts that pages of cases share.
    pub case: &'a BookView,
    /// Whether the reader may write in it.
    pub may_write: bool,
}

//! The work over all cases: what is overdue, what nobody has taken, what was breached, who carries what.

use super::case::CaseHead;
use super::cases::CaseRow;
use super::filter::Choice;
use super::frame::Frame;
use super::today::WorkRow;
use crate::dates::Stamp;
use crate::words::Words;
use askama::Template;

/// What of the work is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// What is overdue.
    #[default]
    Overdue,
    /// Referrals that nobody has taken.
    Unassigned,
    /// Breaches that were noted.
    Breaches,
    /// What each person carries.
    Capacity,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Unassigned, Self::Breaches, Self::Capacity];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Unassigned => "unassigned",
            Self::Breaches => "breaches",
            Self::Capacity => "capacity",
        }
    }

    /// The part of a name; what is overdue for any other.
    pub fn of(name: &str) -> Self {
        Self::ALL.into_iter().find(|p| p.name() == name).unwrap_or_default()
    }

    /// The key of its words.
    fn key(self) -> &'static str {
        match self {
            Self::Overdue => "work-overdue",
            Self::Unassigned => "work-unassigned",
            Self::Breaches => "work-breaches",
            Self::Capacity => "work-capacity",
        }
    }

    /// The key of the words for none.
    fn none_key(self) -> &'static str {
        match self {
            Self::Overdue => "work-none-overdue",
            Self::Unassigned => "work-none-unassigned",
            Self::Breaches => "work-none-breaches",
            Self::Capacity => "work-none-capacity",
        }
    }
}

/// A breach in a line.
#[derive(Clone, Debug)]
pub struct BreachRow {
    /// The case.
    pub head: CaseHead,
    /// The rule, in words.
    pub rule: String,
    /// The duty that is still owed, by its key.
    pub duty: Option<String>,
    /// The entry of the step that lacked the safeguard.
    pub step: Option<u64>,
    /// Who carries the case; `None` for nobody.
    pub caseworker: Option<String>,
    /// When the rule was breached.
    pub at: Stamp,
    /// When that was noted.
    pub noted: Stamp,
    /// When what was owed was done or settled.
    pub done: Option<Stamp>,
}

/// What a person carries.
#[derive(Clone, Debug)]
pub struct WorkerRow {
    /// Who; `None` for nobody.
    pub name: Option<String>,
    /// The address of the list of these cases.
    pub address: String,
    /// Open cases.
    pub cases: u64,
    /// Those with something overdue.
    pub overdue: u64,
}

/// The lines of a part.
#[derive(Clone, Debug)]
pub enum Lines {
    /// Duties.
    Duties(Vec<WorkRow>),
    /// Cases.
    Cases(Vec<CaseRow>),
    /// Breaches.
    Breaches(Vec<BreachRow>),
    /// People.
    Workers(Vec<WorkerRow>),
}

/// A part of the work.
#[derive(Clone, Debug)]
pub struct WorkView {
    /// Which.
    pub part: Part,
    /// Whether the cases of colleagues stand here too.
    pub of_all: bool,
    /// Its lines.
    pub lines: Lines,
    /// How many are shown, where there may be more.
    pub cut: Option<usize>,
}

impl WorkView {
    /// The title of the page.
    pub fn title(&self, words: &Words) -> String {
        words.t(if self.of_all { "work-title-all" } else { "work-title" })
    }

    /// The parts, of which one is shown.
    pub fn parts(&self, words: &Words) -> Vec<Choice> {
        Part::ALL
            .into_iter()
            .map(|part| Choice {
                words: words.t(part.key()),
                address: format!("/work?show={}", part.name()),
                current: part == self.part,
            })
            .collect()
    }

    /// The heading of the part.
    pub fn heading(&self, words: &Words) -> String {
        words.t(self.part.key())
    }

    /// What it says when there is no line.
    pub fn none(&self, words: &Words) -> String {
        words.t(self.part.none_key())
    }

    /// Whether there is no line.
    pub fn is_empty(&self) -> bool {
        match &self.lines {
            Lines::Duties(lines) => lines.is_empty(),
            Lines::Cases(lines) => lines.is_empty(),
            Lines::Breaches(lines) => lines.is_empty(),
            Lines::Workers(lines) => lines.is_empty(),
        }
    }
}

/// The page.
#[derive(Template)]
#[template(path = "work.html")]
pub struct WorkPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The part.
    pub view: &'a WorkView,
}

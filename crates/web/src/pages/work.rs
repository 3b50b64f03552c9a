//! The work over all cases: what is overdue, what nobody has taken, what was breached, who carries what.

use super::case::CaseHead;
use super::cases::CaseRow;
use super::filter::Choice;
use super::frame::Frame;
use super::pager::Pager;
use super::today::WorkRow;
use crate::dates::Stamp;
use crate::words::Words;
use askama::Template;
use tutela_app::Settled;

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

    /// The address of a page of it, from 0.
    pub fn address(self, page: usize) -> String {
        match page {
            0 => format!("/work?show={}", self.name()),
            page => format!("/work?show={}&page={}", self.name(), page.saturating_add(1)),
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
    /// What became of it.
    pub now: BreachNow,
}

/// What became of what was not kept.
#[derive(Clone, Debug)]
pub enum BreachNow {
    /// It was done.
    Done(Stamp),
    /// It was settled without being done.
    Settled(Settled, Stamp),
    /// It is still owed.
    Owed,
    /// A step was taken without what it needs.
    Happened,
    /// It is owed no longer, and was not done.
    NoLonger,
}

impl BreachNow {
    /// In words.
    pub fn words(&self, words: &Words) -> String {
        let on = |key, at| words.t1(key, "date", words.stamp(at));
        match self {
            Self::Done(at) => on("breach-done-on", at),
            Self::Settled(Settled::HandedOver, at) => on("breach-handed-over-on", at),
            Self::Settled(Settled::SetAside, at) => on("breach-set-aside-on", at),
            Self::Settled(Settled::Ended, at) => on("breach-ended-on", at),
            Self::Owed => words.t("breach-owed"),
            Self::Happened => words.t("breach-happened"),
            Self::NoLonger => words.t("breach-no-longer"),
        }
    }

    /// Whether it was done, if late.
    pub fn is_done(&self) -> bool {
        matches!(self, Self::Done(_))
    }

    /// Whether it is still owed.
    pub fn is_owed(&self) -> bool {
        matches!(self, Self::Owed)
    }
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
    /// The other pages of it.
    pub pager: Pager,
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
                address: part.address(0),
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
        words.t(if self.pager.previous.is_some() {
            "page-empty"
        } else {
            self.part.none_key()
        })
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

//! Today: what must I do first, across my cases?

use super::case::CaseHead;
use super::cases::CaseRow;
use super::duty::DutyView;
use super::frame::Frame;
use askama::Template;
use jiff::civil::Date;

/// A piece of work across cases.
#[derive(Clone, Debug)]
pub struct WorkRow {
    /// The case.
    pub head: CaseHead,
    /// The duty.
    pub duty: DutyView,
    /// Who carries the case, by name; `None` for nobody.
    pub caseworker: Option<String>,
}

/// So many duties of a case are named on the page of today; its own page names all.
const NAMED: usize = 3;
/// So many cases with such duties are named.
const CASES: usize = 25;

/// The duties of one case that are to be done promptly.
#[derive(Clone, Debug)]
pub struct PromptCase {
    /// The case.
    pub head: CaseHead,
    /// Those open the longest, each of another kind.
    pub duties: Vec<DutyView>,
    /// How many there are beside them.
    pub beside: usize,
}

impl PromptCase {
    /// Work without dates, case by case, in the order in which each case comes first; and whether there are more cases.
    pub fn grouped(rows: Vec<WorkRow>) -> (Vec<Self>, bool) {
        let mut cases: Vec<Self> = Vec::new();
        let mut more = false;
        for row in rows {
            let full = cases.len() >= CASES;
            match cases.iter_mut().find(|c| c.head.id == row.head.id) {
                Some(case) if case.duties.len() < NAMED && case.duties.iter().all(|d| d.title != row.duty.title) => {
                    case.duties.push(row.duty);
                }
                Some(case) => case.beside += 1,
                None if !full => cases.push(Self {
                    head: row.head,
                    duties: vec![row.duty],
                    beside: 0,
                }),
                None => more = true,
            }
        }
        (cases, more)
    }
}

/// What one person must do first.
#[derive(Clone, Debug)]
pub struct TodayView {
    /// The day.
    pub day: Date,
    /// Whether the cases of colleagues stand here too.
    pub of_all: bool,
    /// Cases whose child is missing.
    pub missing: Vec<CaseRow>,
    /// How many children are missing, those included who are not shown.
    pub all_missing: u64,
    /// What is overdue, the longest first.
    pub overdue: Vec<WorkRow>,
    /// What is due within a week, the soonest first.
    pub soon: Vec<WorkRow>,
    /// What is to be done promptly, case by case.
    pub promptly: Vec<PromptCase>,
    /// Referrals that nobody has taken.
    pub unassigned: Vec<CaseRow>,
    /// Whether there is more than is shown.
    pub more: bool,
}

impl TodayView {
    /// Whether more children are missing than are shown.
    pub fn more_missing(&self) -> bool {
        self.all_missing > self.missing.len() as u64
    }

    /// Whether nothing waits.
    pub fn is_calm(&self) -> bool {
        self.missing.is_empty()
            && self.overdue.is_empty()
            && self.soon.is_empty()
            && self.promptly.is_empty()
            && self.unassigned.is_empty()
    }
}

/// The page.
#[derive(Template)]
#[template(path = "today.html")]
pub struct TodayPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// What must be done first.
    pub view: &'a TodayView,
}

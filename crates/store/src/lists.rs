//! What is kept beside the cases so that lists, registers and search find them. It says nothing that the entries do not say, and
//! can be made anew from them; only a breach that was noted stays noted.

use crate::case::{AgencyId, StaffId};
use crate::plain::Plain;
use jiff::Timestamp;
use std::collections::BTreeSet;
use tutela_domain::ids::CaseId;

/// What lists need of one case. Opaque to the store but for the clear columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    /// The case's row in lists.
    pub case_row: CaseRow,
    /// The case's duties and other work.
    pub work_rows: Vec<WorkRow>,
    /// What the case brings to registers.
    pub register_rows: Vec<RegisterRow>,
    /// What breaches the rules as it stands: deadlines that have passed, steps that lacked a safeguard. Each is noted once and
    /// stays noted, whatever is written later.
    pub breaches: Vec<Breach>,
    /// The keys by which the names are found.
    pub name_keys: BTreeSet<NameKey>,
}

/// A key by which a name is found. It says much of the name, so the store keeps only a keyed hash of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameKey(String);

impl NameKey {
    /// A key.
    pub fn new(key: impl Into<String>) -> Self {
        Self(key.into())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for NameKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NameKey(…)")
    }
}

/// A word by which a name is looked for: in tiers, the nearest first, keys of which a case must have one.
pub type NameWord = Vec<BTreeSet<NameKey>>;

/// What a search by name gives, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ByName {
    /// A case that may have the name.
    Case(Box<ListedCase>),
    /// A tier ends; the next one follows, if there is one.
    TierEnds {
        /// Whether the tier held more cases than were given.
        cut: bool,
    },
}

/// A case's row in lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// The agency that leads the case.
    pub agency: AgencyId,
    /// The case worker, when there is one.
    pub caseworker: Option<StaffId>,
    /// As of when the row was reckoned.
    pub assessed_at: Timestamp,
    /// The next instant at which something changes by time alone.
    pub next_change_at: Option<Timestamp>,
    /// The soonest date of what is not done.
    pub next_due_at: Option<Timestamp>,
    /// When the case was last written.
    pub last_written: Timestamp,
    /// When the case was closed, if it is.
    pub closed_at: Option<Timestamp>,
    /// Whether the child is missing, and the case is open.
    pub missing: bool,
    /// What the list shows, sealed with the case's key; empty where it waits to be reckoned, or could not be opened.
    pub summary: Plain,
}

/// One piece of work of a case; all of it stands in clear, so it must hold no personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkRow {
    /// The rule's id.
    pub rule: String,
    /// What opened it: an entry's place or a threshold's id; with the rule unique in the case.
    pub instance: String,
    /// When it opens.
    pub opens_at: Timestamp,
    /// When it is due, if a date is set.
    pub due_at: Option<Timestamp>,
    /// When it was done.
    pub done_at: Option<Timestamp>,
}

/// What a case brings to a register over all cases; in clear. What else the register shows stands in the case's summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterRow {
    /// The name of the register.
    pub register: String,
    /// The place of the entry that began it.
    pub entry: u64,
    /// When it began.
    pub from: Timestamp,
    /// When it is to end, if a day was set.
    pub until: Option<Timestamp>,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// The place of the entry in the authority's book to which it refers, if it does.
    pub in_book: Option<u64>,
}

/// A line of a register that refers to the authority's book, as another case reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referring {
    /// The case.
    pub case: CaseId,
    /// The line.
    pub row: RegisterRow,
    /// When the entry that began it was written.
    pub written: Timestamp,
}

/// A breach of a rule; in clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The rule's id.
    pub rule: String,
    /// What it is about: an entry's place or a threshold's id; with the rule unique in the case.
    pub instance: String,
    /// When the rule was breached.
    pub at: Timestamp,
}

/// Who carries the cases that are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Carried {
    /// Whoever.
    #[default]
    Any,
    /// This person.
    By(StaffId),
    /// This person, or nobody yet.
    ByOrNobody(StaffId),
    /// Nobody yet.
    ByNobody,
}

/// Which rows are wanted. What is not said does not limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// Of this agency.
    pub agency: Option<AgencyId>,
    /// Carried by whom.
    pub carried: Carried,
    /// Of these cases; the authority's book is listed only when it is named here.
    pub cases: Option<Vec<CaseId>>,
    /// Closed cases, or open ones.
    pub closed: Option<bool>,
    /// Cases in which something that is not done was due before this instant.
    pub overdue_at: Option<Timestamp>,
    /// Only cases whose rows wait to be reckoned anew.
    pub waiting: bool,
}

impl ListFilter {
    /// The rows of one case, or of the authority's book.
    pub fn of(case: CaseId) -> Self {
        Self {
            cases: Some(vec![case]),
            ..Self::default()
        }
    }
}

/// Which lines of a register are wanted, by what stands in clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterFilter {
    /// Of which cases.
    pub cases: ListFilter,
    /// By what of the authority's book they refer to.
    pub refers: Refers,
    /// What has not ended at this instant stands first.
    pub now: Timestamp,
    /// What ended after this instant is wanted too.
    pub ended_after: Timestamp,
}

impl RegisterFilter {
    /// What has not ended at an instant.
    pub fn lasting(cases: ListFilter, now: Timestamp) -> Self {
        Self {
            cases,
            refers: Refers::Any,
            now,
            ended_after: now,
        }
    }
}

/// To what of the authority's book a line of a register refers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Refers {
    /// Whether it refers to any or not.
    #[default]
    Any,
    /// To one of these entries.
    To(BTreeSet<u64>),
    /// To none: whom it names is only said in words, which are sealed.
    Nowhere,
}

/// Which work that is not done is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// Due before an instant, the soonest first.
    DueBefore(Timestamp),
    /// Without a date, by when it opened.
    Undated,
}

/// The order of cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Last written first.
    #[default]
    LastWritten,
    /// What is due soonest first, then what has no date.
    NextDue,
    /// Open cases first; of these, those whose child is missing; then as [`NextDue`](Self::NextDue).
    MostUrgent,
    /// By reference.
    Reference,
}

/// A case's row as a list reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedCase {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The place of its last entry.
    pub head: u64,
    /// Its row.
    pub row: CaseRow,
    /// Whether the summary could not be opened: it or the clear columns under which it is sealed were changed, so that these are
    /// not to be believed either.
    pub damaged: bool,
}

/// A piece of work as a list reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedWork {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// Its agency.
    pub agency: AgencyId,
    /// Its case worker.
    pub caseworker: Option<StaffId>,
    /// The work.
    pub row: WorkRow,
}

/// A line of a register as a list reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedInRegister {
    /// The case, with its row.
    pub case: ListedCase,
    /// The line.
    pub row: RegisterRow,
}

/// A breach as it was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedBreach {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// Its case worker.
    pub caseworker: Option<StaffId>,
    /// The breach.
    pub breach: Breach,
    /// When it was noted.
    pub noted_at: Timestamp,
    /// The last entry of the case when it was noted.
    pub head: u64,
    /// When what was owed was done or settled, as the case reads now; for a deadline.
    pub done_at: Option<Timestamp>,
    /// Whether it is still owed, as the case reads now; for a deadline.
    pub owed: bool,
}

/// How much a person carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// Who; `None` for what nobody carries yet.
    pub caseworker: Option<StaffId>,
    /// Open cases.
    pub cases: u64,
    /// Open cases in which something is overdue.
    pub overdue: u64,
}

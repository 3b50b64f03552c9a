//! Lists over cases: what must I do first, which child needs somebody now, and what a supervisor watches.

use crate::accounts::Actor;
use crate::error::AppError;
use crate::projection::{OwedDuty, Settled, Summary};
use crate::{App, access};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeSet, HashMap};
use std::ops::{ControlFlow, Range};
use std::sync::Arc;
use tutela_domain::entry::Role;
use tutela_domain::ids::CaseId;
use tutela_domain::registers::Register;
use tutela_domain::stage::Stage;
use tutela_store::{
    Carried, ListFilter, ListedCase, ListedWork, NotedBreach, Order, Owed, Plain, RegisterFilter, StaffId,
};

/// Lines on a page of a list.
const PAGE: usize = 50;
/// Lines of each part of a list of work.
const MOST_WORK: u64 = 50;
/// Lines on a page of what is overdue, or of breaches: each takes much room on a phone.
const WORK_PAGE: u64 = 25;
/// Work without dates that is looked at: it is shown case by case, so that the old of one does not hide the new of another.
const MOST_UNDATED: u64 = 500;
/// Cases are counted up to here; beyond it a list says "more than".
const MOST_COUNTED: u64 = 1_000;

/// Under which name a list shows a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownAs {
    /// The pseudonym.
    Pseudonym(String),
    /// It was not accepted yet.
    NewReferral,
    /// Its row cannot be read, and cannot be made anew either.
    Unread,
}

impl ShownAs {
    pub(crate) fn of(summary: Option<&Summary>) -> Self {
        match summary {
            Some(Summary {
                pseudonym: Some(name), ..
            }) => Self::Pseudonym(name.clone()),
            Some(_) => Self::NewReferral,
            None => Self::Unread,
        }
    }
}

/// A line of the list of cases.
#[derive(Clone, Debug)]
pub struct CaseLine {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The name under which it is shown.
    pub shown_as: ShownAs,
    /// Its stage; `None` where its row cannot be read.
    pub stage: Option<Stage>,
    /// Whether the child is missing.
    pub missing: bool,
    /// Since when, where the register of missing children was asked.
    pub missing_since: Option<Timestamp>,
    /// Who carries it.
    pub caseworker: Option<StaffId>,
    /// Duties whose date has passed.
    pub overdue: usize,
    /// Duties that are owed, overdue ones included.
    pub owed: usize,
    /// The most urgent duty.
    pub next: Option<OwedDuty>,
    /// When somebody last wrote to it.
    pub last_written: Timestamp,
}

/// Open cases, closed ones, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Open ones.
    #[default]
    Open,
    /// Closed ones.
    Closed,
    /// Both.
    All,
}

/// What is so beside the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The child is missing.
    Missing,
    /// A guardian is needed and none is in office.
    NoGuardian,
    /// The child's liberty is restricted.
    Liberty,
}

/// Which cases are wanted, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseQuery {
    /// Open or closed.
    pub show: Show,
    /// Carried by this person.
    pub carried_by: Option<StaffId>,
    /// Carried by nobody yet.
    pub unassigned: bool,
    /// Something is overdue.
    pub overdue: bool,
    /// At this stage.
    pub stage: Option<Stage>,
    /// Under this condition.
    pub condition: Option<Condition>,
    /// The sex as recorded, as a code.
    pub sex: Option<String>,
    /// The nationality, as a code.
    pub nationality: Option<String>,
    /// A form of exploitation, as a code.
    pub exploitation: Option<String>,
    /// The order.
    pub order: Order,
    /// The page, from 0.
    pub page: usize,
}

impl CaseQuery {
    /// Whether it asks for what stands sealed, so that rows must be opened to be counted.
    fn opens_rows(&self) -> bool {
        self.stage.is_some()
            || self.condition.is_some()
            || self.sex.is_some()
            || self.nationality.is_some()
            || self.exploitation.is_some()
    }

    /// Whether a row is wanted. One that cannot be read may be the one that is sought.
    fn accepts(&self, app: &App, listed: &ListedCase) -> bool {
        if !self.opens_rows() {
            return true;
        }
        let (row, summary) = (&listed.row, app.summary(listed));
        let Some(summary) = summary else { return true };
        let condition = match self.condition {
            None => true,
            Some(Condition::Missing) => row.missing,
            Some(Condition::NoGuardian) => summary.guardian_vacant,
            Some(Condition::Liberty) => summary.liberty_restricted,
        };
        let is = |wanted: &Option<String>, there: &Option<String>| wanted.is_none() || wanted == there;
        condition
            && self.stage.is_none_or(|s| s.name() == summary.stage)
            && is(&self.sex, &summary.sex)
            && is(&self.nationality, &summary.nationality)
            && self
                .exploitation
                .as_ref()
                .is_none_or(|e| summary.exploitation.contains(e))
    }
}

/// A page of the list of cases.
#[derive(Clone, Debug, Default)]
pub struct CaseList {
    /// Its lines.
    pub lines: Vec<CaseLine>,
    /// How many cases there are in all, counted up to a bound; `None` where that would open every row.
    pub total: Option<u64>,
    /// Whether the count stopped at its bound.
    pub more_than: bool,
    /// Whether a page follows.
    pub more: bool,
}

/// A piece of work across cases.
#[derive(Clone, Debug)]
pub struct WorkLine {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The name under which it is shown.
    pub shown_as: ShownAs,
    /// Who carries it.
    pub caseworker: Option<StaffId>,
    /// The duty.
    pub duty: OwedDuty,
}

/// What one person must do first, across cases.
#[derive(Clone, Debug, Default)]
pub struct Today {
    /// Cases whose child is missing; of very many, those who went last.
    pub missing: Vec<CaseLine>,
    /// How many children are missing.
    pub all_missing: u64,
    /// What is overdue, the longest first.
    pub overdue: Vec<WorkLine>,
    /// What is due within a week, the soonest first.
    pub soon: Vec<WorkLine>,
    /// What is to be done promptly: the law sets no number.
    pub promptly: Vec<WorkLine>,
    /// Referrals that nobody has taken.
    pub unassigned: Vec<CaseLine>,
    /// Whether there may be more than is named here.
    pub more: bool,
}

/// A breach that was noted.
#[derive(Clone, Debug)]
pub struct BreachLine {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// Who carries it.
    pub caseworker: Option<StaffId>,
    /// The name of the rule.
    pub rule: String,
    /// The duty that was late, by its key, or the step that lacked the safeguard, by its entry.
    pub about: Result<String, u64>,
    /// When the rule was breached.
    pub at: Timestamp,
    /// When that was noted.
    pub noted_at: Timestamp,
    /// The name under which the case is shown.
    pub shown_as: ShownAs,
    /// What became of what was owed, as is known now.
    pub became: Became,
}

/// What became of what was owed and late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// It was done.
    Done(Timestamp),
    /// It was settled without being done.
    Settled(Settled, Timestamp),
    /// It is still owed.
    Owed,
    /// It is owed no longer, and was not done; or a step was taken without what it needs, and nothing was late.
    Neither,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Paged<T> {
    /// Its lines.
    pub lines: Vec<T>,
    /// Whether a page follows.
    pub more: bool,
}

impl<T> Paged<T> {
    /// The rows of a page, from 0, and one more that tells whether another follows.
    pub(crate) fn rows(page: usize) -> Range<u64> {
        let start = WORK_PAGE.saturating_mul(page as u64);
        start..start.saturating_add(WORK_PAGE + 1)
    }

    /// The lines of a page, of which one more was asked for.
    pub(crate) fn of(mut lines: Vec<T>) -> Self {
        let most = usize::try_from(WORK_PAGE).unwrap_or(usize::MAX);
        let more = lines.len() > most;
        lines.truncate(most);
        Self { lines, more }
    }
}

/// What a person carries.
#[derive(Clone, Debug)]
pub struct Worker {
    /// Who; `None` for nobody.
    pub staff: Option<StaffId>,
    /// Open cases.
    pub cases: u64,
    /// Those in which something is overdue.
    pub overdue: u64,
}

impl App {
    /// A page of the cases that the actor may see. One audit row names them all.
    pub fn list(&self, actor: &Actor, query: &CaseQuery) -> Result<access::Redacted<CaseList>, AppError> {
        let now = self.now();
        let filter = narrowed(actor, query, now);
        let (skip, mut passed) = (query.page * PAGE, 0);
        let mut list = CaseList::default();
        let mut rows = Vec::new();
        self.store.each_case_row(&filter, query.order, &mut |row| {
            if query.accepts(self, &row) {
                passed += 1;
                if passed > skip + PAGE {
                    list.more = true;
                    return ControlFlow::Break(());
                }
                if passed > skip {
                    rows.push(row);
                }
            }
            ControlFlow::Continue(())
        })?;
        let mut rows = self.readable(actor, rows, |row| row, now)?;
        rows.retain(|row| query.accepts(self, row));
        if !query.opens_rows() {
            let counted = self.store.count_cases(&filter, MOST_COUNTED + 1)?;
            list.more_than = counted > MOST_COUNTED;
            list.total = Some(counted.min(MOST_COUNTED));
        } else if !list.more {
            list.total = Some((skip + rows.len()) as u64);
        }
        self.told(actor, "listed", rows.iter().map(|r| r.case), now)?;
        list.lines = self.lines(&rows, now);
        Ok(access::redact(actor, |_| list))
    }

    /// What the actor must do first.
    pub fn today(&self, actor: &Actor) -> Result<access::Redacted<Today>, AppError> {
        let now = self.now();
        let week = in_a_week(now);
        let open = ListFilter {
            closed: Some(false),
            ..access::scope(actor)
        };
        // A caseworker's own; a supervisor's whole agency.
        let mine = ListFilter {
            carried: match actor.role() {
                Role::Supervisor => Carried::Any,
                Role::Caseworker => Carried::By(actor.staff().clone()),
            },
            ..open.clone()
        };
        let due = self.store.owed(&mine, Owed::DueBefore(week), now, 0..2 * MOST_WORK)?;
        let promptly = self.store.owed(&mine, Owed::Undated, now, 0..MOST_UNDATED)?;
        let lasting = RegisterFilter::lasting(access::scope(actor), now);
        let mut all_missing = self.store.count_register(Register::Missing.name(), &lasting)?;
        let missing = self
            .store
            .register_rows(Register::Missing.name(), &lasting, 0..MOST_WORK)?;
        let missing = self.readable(actor, missing, |row| &mut row.case, now)?;
        // One more than is shown, to tell whether there are more.
        let mut unassigned = Vec::new();
        let untaken = ListFilter {
            carried: Carried::ByNobody,
            ..open
        };
        self.store.each_case_row(&untaken, Order::LastWritten, &mut |row| {
            unassigned.push(row);
            match unassigned.len() as u64 > MOST_WORK {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        })?;
        let mut unassigned = self.readable(actor, unassigned, |row| row, now)?;
        unassigned.retain(|row| row.row.caseworker.is_none());
        let mut missing: Vec<(ListedCase, Timestamp)> = missing.into_iter().map(|m| (m.case, m.row.from)).collect();
        missing.sort_by_key(|(case, since)| (case.case, *since));
        missing.dedup_by_key(|(case, _)| case.case);
        missing.sort_by_key(|(_, since)| *since);
        // What cannot be this reader's, or was written twice of one case, is not counted where all are shown.
        if all_missing <= MOST_WORK {
            all_missing = missing.len() as u64;
        }
        let (missing, since): (Vec<ListedCase>, Vec<Timestamp>) = missing.into_iter().unzip();
        let (overdue, soon): (Vec<_>, Vec<_>) =
            due.into_iter().partition(|w| w.row.due_at.is_some_and(|due| due < now));
        let most = usize::try_from(MOST_WORK).unwrap_or(usize::MAX);
        let seen: Vec<CaseId> = missing
            .iter()
            .chain(unassigned.iter().take(most))
            .map(|c| c.case)
            .collect();
        let worked = overdue.iter().chain(&soon).chain(&promptly).map(|w| w.case);
        self.told(actor, "listed", seen.into_iter().chain(worked), now)?;
        let more =
            overdue.len() + soon.len() >= 2 * most || promptly.len() as u64 >= MOST_UNDATED || unassigned.len() > most;
        let unassigned: Vec<ListedCase> = unassigned.into_iter().take(most).collect();
        let mut missing = self.lines(&missing, now);
        for (line, since) in missing.iter_mut().zip(since) {
            line.missing_since = Some(since);
        }
        let today = Today {
            overdue: self.work_lines(actor, overdue)?,
            soon: self.work_lines(actor, soon)?,
            promptly: self.work_lines(actor, promptly)?,
            missing,
            all_missing,
            unassigned: self.lines(&unassigned, now),
            more,
        };
        Ok(access::redact(actor, |_| today))
    }

    /// A page of what is overdue in the cases that the actor may see, the longest first.
    pub fn overdue(&self, actor: &Actor, page: usize) -> Result<access::Redacted<Paged<WorkLine>>, AppError> {
        let now = self.now();
        let open = ListFilter {
            closed: Some(false),
            ..access::scope(actor)
        };
        let rows = Paged::<ListedWork>::rows(page);
        let overdue = Paged::of(self.store.owed(&open, Owed::DueBefore(now), now, rows)?);
        self.told(actor, "listed", overdue.lines.iter().map(|w| w.case), now)?;
        let page = Paged {
            lines: self.work_lines(actor, overdue.lines)?,
            more: overdue.more,
        };
        Ok(access::redact(actor, |_| page))
    }

    /// A page of the breaches that were noted in the cases that the actor may see, the newest first.
    pub fn breaches(&self, actor: &Actor, page: usize) -> Result<access::Redacted<Paged<BreachLine>>, AppError> {
        let now = self.now();
        let rows = Paged::<NotedBreach>::rows(page);
        let noted = Paged::of(self.store.breaches(&access::scope(actor), rows)?);
        self.told(actor, "listed", noted.lines.iter().map(|b| b.case), now)?;
        let named = self.named_cases(actor, noted.lines.iter().map(|b| b.case))?;
        let lines = noted.lines.into_iter().filter_map(|noted| {
            let NamedCase { summary, caseworker } = named.get(&noted.case)?;
            let settled = summary.as_ref().and_then(|s| s.settled.get(&noted.breach.instance));
            Some(BreachLine {
                case: noted.case,
                reference: noted.reference,
                shown_as: ShownAs::of(summary.as_deref()),
                caseworker: caseworker.clone(),
                became: match (noted.done_at, settled) {
                    (Some(at), Some(how)) => Became::Settled(*how, at),
                    (Some(at), None) => Became::Done(at),
                    (None, _) if noted.owed => Became::Owed,
                    (None, _) => Became::Neither,
                },
                about: match noted.breach.instance.rsplit_once('#') {
                    Some((_, entry)) => entry.parse().map_or(Ok(noted.breach.instance.clone()), Err),
                    None => Ok(noted.breach.instance.clone()),
                },
                rule: noted.breach.rule,
                at: noted.breach.at,
                noted_at: noted.noted_at,
            })
        });
        let page = Paged {
            lines: lines.collect(),
            more: noted.more,
        };
        Ok(access::redact(actor, |_| page))
    }

    /// What lists show of some cases, and who carries them; of those alone that the actor may read.
    fn named_cases(
        &self,
        actor: &Actor,
        cases: impl Iterator<Item = CaseId>,
    ) -> Result<HashMap<CaseId, NamedCase>, AppError> {
        let mut cases: Vec<CaseId> = cases.collect();
        cases.sort();
        cases.dedup();
        if cases.is_empty() {
            return Ok(HashMap::new());
        }
        let filter = ListFilter {
            cases: Some(cases),
            ..ListFilter::default()
        };
        let rows = self.readable(actor, self.store.case_rows(&filter)?, |row| row, self.now())?;
        let read = rows.into_iter().map(|row| {
            let named = NamedCase {
                summary: self.summary(&row),
                caseworker: row.row.caseworker,
            };
            (row.case, named)
        });
        Ok(read.collect())
    }

    /// What each person carries of the cases that the actor may see, who carries nothing included; who carries least last. Of
    /// another's cases a caseworker sees none, so that none is told to carry nothing. It shows no case, so none is told.
    pub fn workload(&self, actor: &Actor) -> Result<access::Redacted<Vec<Worker>>, AppError> {
        let loads = self.store.workloads(&access::scope(actor), self.now())?;
        let workers = loads.into_iter().map(|load| Worker {
            staff: load.caseworker,
            cases: load.cases,
            overdue: load.overdue,
        });
        let mut workers: Vec<Worker> = workers.collect();
        let carry: BTreeSet<StaffId> = workers.iter().filter_map(|w| w.staff.clone()).collect();
        let colleagues = self.colleagues(actor)?;
        let told = |staff: &StaffId| actor.role() == Role::Supervisor || staff == actor.staff();
        let free = colleagues.iter().map(|c| &c.staff);
        let free = free.filter(|staff| told(staff) && !carry.contains(*staff));
        workers.extend(free.map(|staff| Worker {
            staff: Some(staff.clone()),
            cases: 0,
            overdue: 0,
        }));
        Ok(access::redact(actor, |_| workers))
    }

    /// Writes the audit row of a list before it is shown: one row names all its cases.
    pub(crate) fn told(
        &self,
        actor: &Actor,
        action: &str,
        cases: impl Iterator<Item = CaseId>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let mut ids: Vec<String> = cases.map(|c| c.to_string()).collect();
        ids.sort();
        ids.dedup();
        let mut event = actor.did(now, action, None);
        event.detail = Plain::from(ids.join("\n").as_str());
        self.store.audit(event)?;
        Ok(())
    }

    /// Rows of cases as lines, with what is owed in each.
    pub(crate) fn lines(&self, rows: &[ListedCase], now: Timestamp) -> Vec<CaseLine> {
        let week = in_a_week(now);
        rows.iter()
            .map(|row| {
                let summary = self.summary(row);
                // Of a row that cannot be read not even whose it is can be believed.
                let owed = summary.as_ref().filter(|_| !row.damaged);
                let owed = owed.and_then(|s| s.owed.as_ref()).into_iter().flatten();
                let owed = Pressing::of(owed, now, week);
                let stage = summary.as_ref().map_or("", |s| &s.stage);
                CaseLine {
                    case: row.case,
                    reference: row.reference.clone(),
                    stage: Stage::ALL.iter().copied().find(|s| s.name() == stage),
                    shown_as: ShownAs::of(summary.as_deref()),
                    missing: row.row.missing,
                    missing_since: None,
                    caseworker: row.row.caseworker.clone(),
                    overdue: owed.overdue,
                    owed: owed.owed,
                    next: owed.next.cloned(),
                    last_written: row.row.last_written,
                }
            })
            .collect()
    }

    /// Work as lines, each with the name under which its case is shown.
    fn work_lines(&self, actor: &Actor, work: Vec<ListedWork>) -> Result<Vec<WorkLine>, AppError> {
        let named = self.named_cases(actor, work.iter().map(|w| w.case))?;
        let lines = work.into_iter().filter_map(|work| {
            let NamedCase { summary, caseworker } = named.get(&work.case)?;
            Some(WorkLine {
                case: work.case,
                shown_as: ShownAs::of(summary.as_deref()),
                duty: OwedDuty::from(&work.row),
                reference: work.reference,
                caseworker: caseworker.clone(),
            })
        });
        Ok(lines.collect())
    }
}

/// What a list of work or of breaches shows of a case.
struct NamedCase {
    /// None where it cannot be read.
    summary: Option<Arc<Summary>>,
    caseworker: Option<StaffId>,
}

/// What is owed in a case, and of it what presses most.
#[derive(Default)]
struct Pressing<'d> {
    owed: usize,
    overdue: usize,
    next: Option<&'d OwedDuty>,
}

impl<'d> Pressing<'d> {
    fn of(owed: impl Iterator<Item = &'d OwedDuty>, now: Timestamp, week: Timestamp) -> Self {
        let mut pressing = Self::default();
        // What is overdue or due within a week comes first, then what is to be done promptly, then what has a later date.
        let order = |duty: &'d OwedDuty| {
            let rank = match duty.due {
                Some(due) if due <= week => 0,
                None => 1,
                Some(_) => 2,
            };
            (rank, duty.due, duty.opened, &duty.rule, &duty.key)
        };
        for duty in owed.filter(|duty| duty.opened <= now) {
            pressing.owed += 1;
            pressing.overdue += usize::from(duty.due.is_some_and(|due| due < now));
            if pressing.next.is_none_or(|next| order(duty) < order(next)) {
                pressing.next = Some(duty);
            }
        }
        pressing
    }
}

fn in_a_week(now: Timestamp) -> Timestamp {
    now.saturating_add(SignedDuration::from_hours(7 * 24)).unwrap_or(now)
}

/// What the database can narrow: the actor's own scope, and the part of a question that stands in clear.
fn narrowed(actor: &Actor, query: &CaseQuery, now: Timestamp) -> ListFilter {
    let scope = access::scope(actor);
    // A caseworker sees no other's cases: asking for them finds none.
    let of_another = query
        .carried_by
        .as_ref()
        .is_some_and(|staff| actor.role() == Role::Caseworker && staff != actor.staff());
    let mine = query.carried_by.clone().map(Carried::By);
    ListFilter {
        cases: of_another.then(Vec::new),
        carried: if query.unassigned {
            Carried::ByNobody
        } else {
            mine.unwrap_or(scope.carried)
        },
        closed: match query.show {
            Show::Open => Some(false),
            Show::Closed => Some(true),
            Show::All => None,
        },
        overdue_at: query.overdue.then_some(now),
        ..scope
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_presses_most_comes_first_and_what_opens_later_not_at_all() {
        let at = |hours| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours);
        let duty = |rule: &str, opened, due: Option<i64>| OwedDuty {
            rule: rule.to_owned(),
            key: rule.to_owned(),
            opened: at(opened),
            due: due.map(at),
        };
        let now = at(100);
        let pressing = |duties: &[OwedDuty]| {
            let found = Pressing::of(duties.iter(), now, in_a_week(now));
            let next = found.next.map(|duty| duty.rule.clone());
            (found.owed, found.overdue, next.unwrap_or_default())
        };
        let later = duty("later", 1, Some(100 + 8 * 24));
        let promptly = duty("promptly", 2, None);
        let sooner = duty("opened sooner", 1, None);
        let soon = duty("within a week", 1, Some(100 + 6 * 24));
        let late = duty("late", 1, Some(99));
        let not_yet = duty("not yet", 101, Some(50));
        let mut all = vec![not_yet];
        assert_eq!(pressing(&all), (0, 0, String::new()));
        // Each presses more than those before it.
        for (count, next) in (1..).zip([later, promptly, sooner, soon, late]) {
            all.push(next.clone());
            let overdue = usize::from(next.rule == "late");
            assert_eq!(pressing(&all), (count, overdue, next.rule.clone()));
            all.reverse();
            assert_eq!(pressing(&all).2, next.rule);
            all.reverse();
        }
        // At its very instant a duty is owed, and not yet overdue.
        assert_eq!(pressing(&[duty("now", 100, Some(100))]), (1, 0, "now".to_owned()));
    }
}

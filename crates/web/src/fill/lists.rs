//! Lists over cases, in the words of the person who looks.

use super::{days_until, pseudonym, rules, stage_key};
use crate::dates::Stamp;
use crate::pages::case::CaseHead;
use crate::pages::cases::{CaseListView, CaseRow, Total};
use crate::pages::duty::{Due, DutyState, DutyView, SourceList};
use crate::pages::filter::Asked;
use crate::pages::today::{PromptCase, TodayView, WorkRow};
use crate::pages::work::{BreachRow, WorkerRow};
use crate::words::Words;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ZonedDateTime};
use tutela_app::{App, BreachLine, CaseLine, CaseList, Colleague, NextDuty, StaffId, Today, WorkLine, Worker};
use tutela_domain::stage::Stage;
use tutela_domain::time::{day_of, day_start};

/// Fills lists for one person.
pub(crate) struct Lister<'l> {
    words: &'l Words,
    app: &'l App,
    colleagues: &'l [Colleague],
    now: Timestamp,
}

impl<'l> Lister<'l> {
    pub fn new(words: &'l Words, app: &'l App, colleagues: &'l [Colleague]) -> Self {
        Self {
            words,
            app,
            colleagues,
            now: app.now(),
        }
    }

    fn zone(&self) -> &TimeZone {
        &self.app.settings().calendar.zone
    }

    fn at(&self, at: Timestamp) -> Stamp {
        Stamp::At(ZonedDateTime::new(at, self.zone().clone()))
    }

    /// A date in law: the whole day when it ends a day.
    fn due(&self, due: Timestamp) -> Stamp {
        let just_after = due.saturating_add(SignedDuration::from_secs(1)).unwrap_or(due);
        let next = day_of(just_after, self.zone());
        match day_start(next, self.zone()) {
            Some(start) if start > due => Stamp::Day(day_of(due, self.zone())),
            _ => self.at(due),
        }
    }

    /// The name of a colleague; of one who has left, that this is so.
    fn colleague(&self, staff: &StaffId) -> String {
        let found = self.colleagues.iter().find(|c| c.staff == *staff);
        found.map_or_else(|| self.words.t("colleague-left"), |c| c.name.clone())
    }

    fn carrier(&self, staff: Option<&StaffId>) -> Option<String> {
        staff.map(|s| self.colleague(s))
    }

    fn head(&self, case: impl ToString, name: Option<&str>, reference: &str) -> CaseHead {
        CaseHead {
            id: case.to_string(),
            pseudonym: pseudonym(self.words, name),
            reference: reference.to_owned(),
        }
    }

    /// A duty as a list knows it: neither its sources nor who does it.
    fn duty(&self, next: &NextDuty) -> DutyView {
        DutyView {
            id: next.key.clone(),
            title: rules::title(self.words, self.app, &next.rule),
            state: match next.due {
                Some(due) if due < self.now => DutyState::Overdue,
                Some(_) => DutyState::Due,
                None => DutyState::Open,
            },
            days: next.due.map(|due| days_until(self.now, due, self.zone())),
            due: next
                .due
                .map_or_else(|| Due::Promptly(self.at(next.opened)), |due| Due::By(self.due(due))),
            who: String::new(),
            date_set_by: None,
            because: None,
            sources: SourceList::default(),
            done_by: None,
            done_entry: None,
        }
    }

    /// A line of the list of cases.
    pub fn case(&self, line: &CaseLine) -> CaseRow {
        CaseRow {
            head: self.head(line.case, line.pseudonym.as_deref(), &line.reference),
            stage: line.stage.map_or("referred", stage_key),
            missing: line.missing,
            missing_since: line.missing_since.map(|at| self.at(at)),
            overdue: u32::try_from(line.overdue).unwrap_or(u32::MAX),
            next: line.next.as_ref().map(|next| self.duty(next)),
            caseworker: self.carrier(line.caseworker.as_ref()),
            last_written: self.at(line.last_written),
        }
    }

    /// Lines of the list of cases.
    pub fn cases(&self, lines: &[CaseLine]) -> Vec<CaseRow> {
        lines.iter().map(|line| self.case(line)).collect()
    }

    /// A page of the list of cases.
    pub fn list(&self, asked: Asked, list: &CaseList, of_all: bool) -> CaseListView {
        let name = |staff: &str| {
            let found = self.colleagues.iter().find(|c| c.staff.as_str() == staff);
            found.map(|c| c.name.clone())
        };
        let chosen = asked.chosen(self.words, &name);
        let mut lines: Vec<&CaseLine> = list.lines.iter().collect();
        if asked.is_most_urgent_first() {
            // The database has put what is due first; on the page a missing child comes before everything.
            lines.sort_by_key(|l| (l.stage == Some(Stage::Closed), !l.missing, l.overdue == 0));
        }
        CaseListView {
            of_all,
            rows: lines.into_iter().map(|line| self.case(line)).collect(),
            total: match list.total {
                Some(total) if list.more_than => Total::MoreThan(total),
                Some(total) => Total::Known(total),
                None => Total::AtTheEnd,
            },
            more: list.more,
            ..CaseListView::of(self.words, asked, chosen)
        }
    }

    /// Pieces of work.
    pub fn work(&self, lines: &[WorkLine]) -> Vec<WorkRow> {
        let row = |line: &WorkLine| WorkRow {
            head: self.head(line.case, line.pseudonym.as_deref(), &line.reference),
            duty: self.duty(&line.duty),
            caseworker: self.carrier(line.caseworker.as_ref()),
        };
        lines.iter().map(row).collect()
    }

    /// Breaches. What is still owed is reached by its duty.
    pub fn breaches(&self, lines: &[BreachLine]) -> Vec<BreachRow> {
        let row = |line: &BreachLine| BreachRow {
            head: self.head(line.case, None, &line.reference),
            rule: rules::title(self.words, self.app, &line.rule),
            duty: line.about.as_ref().ok().filter(|_| line.done_at.is_none()).cloned(),
            step: line.about.as_ref().err().copied(),
            caseworker: self.carrier(line.caseworker.as_ref()),
            at: self.due(line.at),
            noted: self.at(line.noted_at),
            done: line.done_at.map(|at| self.at(at)),
        };
        lines.iter().map(row).collect()
    }

    /// What each person carries.
    pub fn workers(&self, lines: &[Worker]) -> Vec<WorkerRow> {
        let row = |line: &Worker| WorkerRow {
            name: self.carrier(line.staff.as_ref()),
            address: Asked::default()
                .having("who", Some(line.staff.as_ref().map_or("nobody", StaffId::as_str)))
                .address(),
            cases: line.cases,
            overdue: line.overdue,
        };
        lines.iter().map(row).collect()
    }

    /// What must be done first.
    pub fn today(&self, today: &Today, of_all: bool) -> TodayView {
        let mut undated = self.work(&today.promptly);
        for row in &mut undated {
            if let Due::Promptly(Stamp::At(since)) = &row.duty.due {
                row.duty.due = Due::Promptly(Stamp::Day(since.date()));
            }
        }
        let (promptly, more) = PromptCase::grouped(undated);
        TodayView {
            day: day_of(self.now, self.zone()),
            of_all,
            missing: self.cases(&today.missing),
            overdue: self.work(&today.overdue),
            soon: self.work(&today.soon),
            promptly,
            unassigned: self.cases(&today.unassigned),
            more: more || today.more,
        }
    }
}

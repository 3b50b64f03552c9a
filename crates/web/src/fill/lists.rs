//! Lists over cases, in the words of the person who looks.

use super::{days_until, pseudonym, rules, stage_key};
use crate::dates::Stamp;
use crate::pages::case::CaseHead;
use crate::pages::cases::{CaseListView, CaseRow, Total};
use crate::pages::duty::{Due, DutyState, DutyView, SourceList};
use crate::pages::filter::Asked;
use crate::pages::registers::{GuardianRow, HandRow, PlacedRow, ProviderRow, RegisterRow, ReviewView, Said};
use crate::pages::search::{FoundView, HitRow, KnownRow, KnownView};
use crate::pages::today::{PromptCase, TodayView, WorkRow};
use crate::pages::views::OwnView;
use crate::pages::work::{BreachNow, BreachRow, WorkerRow};
use crate::words::Words;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ZonedDateTime};
use tutela_app::{
    App, Became, BreachLine, CaseLine, CaseList, Colleagues, Found, GuardianLine, Hit, InRegister, Known, KnownCases,
    LibertyReview, NamedView, OwedDuty, Placed, ProviderLine, RegisterLine, ShownAs, StaffId, Today, WorkLine, Worker,
};
use tutela_domain::fields::Code;
use tutela_domain::ids::CaseId;
use tutela_domain::time::{day_of, day_start};
use tutela_domain::value::Truth;

/// Fills lists for one person.
pub(crate) struct Lister<'l> {
    words: &'l Words,
    app: &'l App,
    colleagues: &'l Colleagues,
    now: Timestamp,
}

impl<'l> Lister<'l> {
    pub fn new(words: &'l Words, app: &'l App, colleagues: &'l Colleagues) -> Self {
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

    /// The day alone, where the hour tells nothing.
    fn day(&self, at: Timestamp) -> Stamp {
        Stamp::Day(day_of(at, self.zone()))
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
        let found = self.colleagues.of(staff.as_str());
        found.map_or_else(|| self.words.t("colleague-left"), |c| c.name.clone())
    }

    /// The name of the colleague with an id of an address.
    fn named(&self, staff: &str) -> Option<String> {
        let found = self.colleagues.iter().find(|c| c.staff.as_str() == staff);
        found.map(|c| c.name.clone())
    }

    fn carrier(&self, staff: Option<&StaffId>) -> Option<String> {
        staff.map(|s| self.colleague(s))
    }

    fn head(&self, case: impl ToString, name: &ShownAs, reference: &str) -> CaseHead {
        CaseHead {
            id: case.to_string(),
            pseudonym: match name {
                ShownAs::Pseudonym(name) => name.clone(),
                ShownAs::NewReferral => pseudonym(self.words, None),
                ShownAs::Unread => self.words.t("list-unread"),
            },
            reference: reference.to_owned(),
        }
    }

    /// A duty as a list knows it: neither its sources nor who does it.
    fn duty(&self, next: &OwedDuty) -> DutyView {
        DutyView {
            id: next.key.clone(),
            title: rules::owed(self.words, self.app, &next.rule),
            state: match next.due {
                Some(due) if due < self.now => DutyState::Overdue,
                Some(_) => DutyState::Due,
                None => DutyState::Open,
            },
            days: next.due.map(|due| days_until(self.now, due, self.zone())),
            due: next
                .due
                .map_or_else(|| Due::Promptly(self.day(next.opened)), |due| Due::By(self.due(due))),
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
            head: self.head(line.case, &line.shown_as, &line.reference),
            stage: line.stage.map_or("unread", stage_key),
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
    pub fn list(&self, asked: Asked, list: &CaseList, own: &[NamedView], of_all: bool) -> CaseListView {
        let chosen = asked.chosen(self.words, &|staff| self.named(staff));
        CaseListView {
            of_all,
            rows: self.cases(&list.lines),
            total: match list.total {
                Some(total) if list.more_than => Total::MoreThan(total),
                Some(total) => Total::Known(total),
                None => Total::AtTheEnd,
            },
            more: list.more,
            own: own.iter().map(|view| asked.own_view(&view.name, &view.asked)).collect(),
            ..CaseListView::of(self.words, asked, chosen)
        }
    }

    /// The views of a person.
    pub fn views(&self, own: &[NamedView]) -> Vec<OwnView> {
        let view = |view: &NamedView| OwnView::of(self.words, &view.id, &view.name, &view.asked, &|s| self.named(s));
        own.iter().map(view).collect()
    }

    /// Pieces of work.
    pub fn work(&self, lines: &[WorkLine]) -> Vec<WorkRow> {
        let row = |line: &WorkLine| WorkRow {
            head: self.head(line.case, &line.shown_as, &line.reference),
            duty: self.duty(&line.duty),
            caseworker: self.carrier(line.caseworker.as_ref()),
        };
        lines.iter().map(row).collect()
    }

    /// Breaches. What is still owed is reached by its duty.
    pub fn breaches(&self, lines: &[BreachLine]) -> Vec<BreachRow> {
        let row = |line: &BreachLine| BreachRow {
            head: self.head(line.case, &line.shown_as, &line.reference),
            rule: match line.about {
                Ok(_) => rules::owed(self.words, self.app, &line.rule),
                // What a step did not keep is the safeguard; what it lacked is named where it is owed.
                Err(_) => rules::title(self.words, self.app, &line.rule),
            },
            duty: line
                .about
                .as_ref()
                .ok()
                .filter(|_| line.became == Became::Owed)
                .cloned(),
            step: line.about.as_ref().err().copied(),
            caseworker: self.carrier(line.caseworker.as_ref()),
            at: self.due(line.at),
            noted: self.day(line.noted_at),
            now: match line.became {
                Became::Done(at) => BreachNow::Done(self.day(at)),
                Became::Settled(how, at) => BreachNow::Settled(how, self.day(at)),
                Became::Owed => BreachNow::Owed,
                Became::Neither if line.about.is_err() => BreachNow::Happened,
                Became::Neither => BreachNow::NoLonger,
            },
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

    /// A register of cases.
    pub fn register(&self, lines: &[RegisterLine]) -> Vec<RegisterRow> {
        let row = |line: &RegisterLine| {
            let until = line.ended.unwrap_or(self.now);
            RegisterRow {
                head: self.head(line.case, &line.shown_as, &line.reference),
                entry: line.entry,
                caseworker: self.carrier(line.caseworker.as_ref()),
                from: self.at(line.from),
                days: days_until(line.from, until, self.zone()),
                until: line.until.map(|at| self.due(before(at))),
                ended: line.ended.map(|at| self.at(at)),
                said: self.said(line, until),
            }
        };
        lines.iter().map(row).collect()
    }

    fn said(&self, line: &RegisterLine, until: Timestamp) -> Said {
        match &line.what {
            Some(InRegister::Liberty { measures, judge }) => Said::Liberty(
                measures.iter().map(|m| self.words.code("liberty_measure", m)).collect(),
                match judge {
                    Some(true) => Truth::True,
                    Some(false) => Truth::False,
                    None => Truth::Unknown,
                },
            ),
            Some(InRegister::Inquiry { received, other, hands }) => {
                let ends = hands.iter().skip(1).map(|(_, from)| (*from, false));
                let ends = ends.chain([(until, line.ended.is_none())]);
                let rows = hands.iter().zip(ends).map(|((hand, from), (end, now))| HandRow {
                    hand: self.words.code("inquiry_hand", hand),
                    days: days_until(*from, end, self.zone()),
                    now,
                });
                let mut rows: Vec<HandRow> = rows.collect();
                if rows.is_empty() {
                    rows.push(HandRow {
                        hand: self.words.t("inquiry-nobody"),
                        days: days_until(line.from, until, self.zone()),
                        now: line.ended.is_none(),
                    });
                }
                Said::Inquiry(*received, other.clone(), rows)
            }
            _ => Said::Nothing,
        }
    }

    fn truth(&self, truth: Option<Truth>) -> String {
        self.words.t(match truth {
            Some(Truth::True) => "truth-yes",
            Some(Truth::False) => "truth-no",
            Some(Truth::Unknown) | None => "truth-unknown",
        })
    }

    /// Guardians.
    pub fn guardians(&self, lines: &[GuardianLine]) -> Vec<GuardianRow> {
        let row = |line: &GuardianLine| GuardianRow {
            names: line.names.join(" / "),
            book: line.entry.map(in_book),
            trained: self.truth(line.trained),
            children: line.children,
            at_most: line.at_most,
            full: line.is_full(),
        };
        lines.iter().map(row).collect()
    }

    /// Providers.
    pub fn providers(&self, lines: &[ProviderLine]) -> Vec<ProviderRow> {
        let row = |line: &ProviderLine| ProviderRow {
            name: line.name.clone(),
            book: line.entry.map(in_book),
            kind: line.kind.map(|kind| self.words.code("placement_kind", kind.code())),
            places: line.places,
            children: line.children,
            here: line.here.iter().map(|placed| self.placed(placed)).collect(),
            free: line.free(),
            said_free: line.said_free.map(|said| (said.places, self.day(said.at), said.came)),
            policy: self.truth(line.policy),
            policy_from: line.policy_from.as_ref().map(|date| self.words.partial_date(date)),
            policy_until: line.policy_until.as_ref().map(|date| self.words.partial_date(date)),
            policy_ran_out: line.policy_ran_out,
            audited: line.audited.as_ref().map(|date| self.words.partial_date(date)),
            inspected: line.inspected.map(|(at, meets)| (self.day(at), meets)),
        };
        lines.iter().map(row).collect()
    }

    fn placed(&self, placed: &Placed) -> PlacedRow {
        PlacedRow {
            head: self.head(placed.case, &placed.shown_as, &placed.reference),
            entry: placed.entry,
            from: self.day(placed.from),
        }
    }

    /// How near the review of the restrictions of liberty is.
    pub fn review(&self, review: &LibertyReview) -> ReviewView {
        let duty = |(key, rule): &(String, String)| {
            let address = format!("/cases/{}/duties/{key}", CaseId::AUTHORITY);
            (address, rules::owed(self.words, self.app, rule))
        };
        ReviewView {
            since: review.since,
            asked_at: review.asked_at,
            owed: review.owed.as_ref().map(duty),
        }
    }

    /// What a search found.
    pub fn found(&self, found: &Found) -> FoundView {
        let hit = |hit: &Hit| HitRow {
            row: self.case(&hit.line),
            how: hit.how,
        };
        FoundView {
            hits: found.hits.iter().map(hit).collect(),
            more: found.more,
        }
    }

    /// Cases whose child may be the child of a referral.
    pub fn known(&self, known: &KnownCases) -> KnownView {
        let row = |known: &Known| KnownRow {
            head: self.head(known.case, &ShownAs::NewReferral, &known.reference),
            caseworker: self.carrier(known.caseworker.as_ref()),
            how: known.how,
            may_open: known.may_open,
        };
        KnownView {
            rows: known.cases.iter().map(row).collect(),
            more: known.more,
        }
    }

    /// What must be done first.
    pub fn today(&self, today: &Today, of_all: bool) -> TodayView {
        let (promptly, more) = PromptCase::grouped(self.work(&today.promptly));
        TodayView {
            day: day_of(self.now, self.zone()),
            of_all,
            missing: self.cases(&today.missing),
            all_missing: today.all_missing,
            overdue: self.work(&today.overdue),
            soon: self.work(&today.soon),
            promptly,
            unassigned: self.cases(&today.unassigned),
            more: more || today.more,
        }
    }
}

/// The address of an entry of the authority's book.
fn in_book(entry: u64) -> String {
    format!("/cases/{}/entries/{entry}", CaseId::AUTHORITY)
}

/// The last moment before a day that is the first no longer meant.
fn before(end: Timestamp) -> Timestamp {
    end.checked_sub(SignedDuration::from_micros(1)).unwrap_or(end)
}

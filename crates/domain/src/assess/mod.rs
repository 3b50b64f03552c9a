//! What follows from a case, its registers, the packs in force and the time.
//!
//! [`assess`] gives the stage, the duties with their dates, the steps that are blocked and why, the
//! breaches and the alerts; [`assess_authority`] does the same for what concerns the authority.
//! Both are pure.

mod alerts;
mod closed;
mod duties;
mod safeguards;
mod timeline;

pub use safeguards::{Gate, Guard, GuardState, Judged, facts_of, judge};
pub(crate) use safeguards::{allows, judge_now};
pub use timeline::Opener;

use crate::case::{Case, fold};
use crate::entry::Seq;
use crate::facts::Fact;
use crate::records::RecordType;
use crate::rules::{Condition, Protocol, Rule, Scope, Urgency};
use crate::stage::{self, Conditions, Stage};
use crate::time::just_after;
use crate::value::Value;
use crate::view::Moment;
use crate::world::World;
use jiff::Timestamp;
use std::sync::Arc;
use timeline::Timeline;

/// The id of the alert that a decision of our own rests on something that reads otherwise now.
pub const UNDERMINED: &str = "decision-undermined";

/// The state of a duty: one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DutyState {
    /// It will open with time alone, or waits because doing it may harm.
    NotYet,
    /// Owed; the law sets no number.
    Open,
    /// Owed by a date that has not passed.
    Due,
    /// Owed; others have it in hand.
    WaitingForOthers,
    /// Its date has passed.
    Overdue,
    /// Done in time.
    Done,
    /// Done after its date.
    DoneLate,
    /// Handed over to another authority or person.
    HandedOver,
    /// Set aside by a supervisor, with a reason.
    SetAside,
    /// Owed when the case was closed, and ended with it.
    Ended,
}

impl DutyState {
    /// Every state.
    pub const ALL: &[Self] = &[
        Self::NotYet,
        Self::Open,
        Self::Due,
        Self::WaitingForOthers,
        Self::Overdue,
        Self::Done,
        Self::DoneLate,
        Self::HandedOver,
        Self::SetAside,
        Self::Ended,
    ];

    /// Its name in stories.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotYet => "not yet",
            Self::Open => "open",
            Self::Due => "due",
            Self::WaitingForOthers => "waiting for others",
            Self::Overdue => "overdue",
            Self::Done => "done",
            Self::DoneLate => "done late",
            Self::HandedOver => "handed over",
            Self::SetAside => "set aside",
            Self::Ended => "ended with the case",
        }
    }

    /// Whether somebody still owes it.
    pub fn is_owed(self) -> bool {
        matches!(self, Self::Open | Self::Due | Self::WaitingForOthers | Self::Overdue)
    }
}

/// By when a duty is due.
#[derive(Clone, Debug)]
pub struct Deadline {
    /// The last instant at which it is done in time.
    pub at: Timestamp,
    /// Whether it is the end of a local day, so that the whole day counts and no hour is shown.
    pub whole_day: bool,
    /// The rule of another pack that set the number.
    pub set_by: Option<Arc<Rule>>,
}

/// How a duty was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doing {
    /// The entry that did it; `None` when time alone ended it.
    pub entry: Option<Seq>,
    /// When it counts as done.
    pub at: Timestamp,
    /// When it was written.
    pub written: Timestamp,
}

/// Who settled a duty that was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The entry.
    pub entry: Seq,
    /// When.
    pub at: Timestamp,
}

/// One duty of a case.
#[derive(Clone, Debug)]
pub struct DutyInstance {
    /// The rule.
    pub rule: Arc<Rule>,
    /// What opened it.
    pub opener: Opener,
    /// For one that recurs: the doing after which it opened again.
    pub after: Option<Seq>,
    /// Since when it is owed; for one that is not yet, when it opens.
    pub opened: Timestamp,
    /// By when it is due; `None` when the law sets no number.
    pub due: Option<Deadline>,
    /// How much it presses, where there is no number.
    pub urgency: Option<Urgency>,
    /// Who must do it.
    pub who: Arc<str>,
    /// The record types that do it, or help to it.
    pub supplied_by: Vec<RecordType>,
    /// Whether others have it in hand.
    pub waiting: bool,
    /// Whether it is owed because its condition is unknown.
    pub unsure: bool,
    /// Its state.
    pub state: DutyState,
    /// How it was done.
    pub done: Option<Doing>,
    /// Who set it aside or handed it over, or by which closing it ended.
    pub settled: Option<Settled>,
}

impl DutyInstance {
    /// Its identity: its rule and what opened it.
    pub fn key(&self) -> String {
        key(&self.rule, self.opener, self.after)
    }

    /// Whether it is the same as another: of one rule, opened by the same.
    fn is_same(&self, other: &Self) -> bool {
        let name = |d: &Self| (d.opener, d.after);
        name(self) == name(other) && self.rule.id == other.rule.id && self.rule.pack.pack == other.rule.pack.pack
    }

    /// Whether a name means this instance: `id`, `pack/id`, or its key with or without the pack.
    pub fn is_named(&self, name: &str) -> bool {
        is_named(&self.rule, self.opener, self.after, name)
    }

    /// The entry that was written after the date had passed, though what it says happened before:
    /// the notice that was given then stands, and this entry changed it.
    pub fn noticed_before(&self) -> Option<Seq> {
        let (due, done) = (self.due.as_ref()?, self.done?);
        (done.at <= due.at && done.written > due.at).then_some(done.entry?)
    }
}

fn key(rule: &Rule, opener: Opener, after: Option<Seq>) -> String {
    match after {
        None => format!("{}@{opener}", rule.name()),
        Some(after) => format!("{}@{opener}+{after}", rule.name()),
    }
}

fn is_named(rule: &Rule, opener: Opener, after: Option<Seq>, name: &str) -> bool {
    // Every such name holds the rule's id.
    if !name.contains(rule.id.as_str()) {
        return false;
    }
    let key = key(rule, opener, after);
    name == key
        || name == rule.name()
        || name == rule.id
        || key
            .strip_prefix(rule.pack.pack.as_str())
            .and_then(|k| k.strip_prefix('/'))
            == Some(name)
}

/// A duty whose date passed without its being done, and that is no longer owed: the need ended, or a
/// correction changed what was known.
#[derive(Clone, Debug)]
pub struct Missed {
    /// The rule.
    pub rule: Arc<Rule>,
    /// What had opened it.
    pub opener: Opener,
    /// For one that recurs: the doing after which it had opened again.
    pub after: Option<Seq>,
    /// When it was due.
    pub due: Timestamp,
    /// When the need ended, or the correction was written.
    pub ended: Timestamp,
    /// The correction that changed what was known. The notice that was given stands.
    pub changed_by: Option<Seq>,
}

impl Missed {
    /// The identity of the duty that it was.
    pub fn key(&self) -> String {
        key(&self.rule, self.opener, self.after)
    }
}

/// A reported act that did not meet a safeguard.
#[derive(Clone, Debug)]
pub struct Breach {
    /// The safeguard.
    pub rule: Arc<Rule>,
    /// The act.
    pub entry: Seq,
    /// When it was remedied.
    pub remedied: Option<Timestamp>,
    /// The entry since which, as is known now, the safeguard was met after all. The notice that was
    /// given stands.
    pub changed_by: Option<Seq>,
}

impl Breach {
    /// Whether it stands: neither remedied nor found not to have been one.
    pub fn stands(&self) -> bool {
        self.remedied.is_none() && self.changed_by.is_none()
    }
}

/// A safeguard that was set aside for one step, by whom the law allows.
#[derive(Clone, Debug)]
pub struct Overridden {
    /// The safeguard.
    pub rule: Arc<Rule>,
    /// The step.
    pub entry: Seq,
    /// The entry that set it aside.
    pub by: Seq,
}

/// What a person must look at.
#[derive(Clone, Debug)]
pub struct AlertInstance {
    /// The rule; for a decision that was undermined, one of Tutela with the safeguard's sources.
    pub rule: Arc<Rule>,
    /// What raised it.
    pub opener: Opener,
    /// Since when.
    pub since: Timestamp,
    /// Who looks at it.
    pub who: Arc<str>,
    /// The entry by which somebody looked at it and concluded.
    pub looked_at: Option<Seq>,
    /// For a decision that was undermined: the entry that did it.
    pub because_of: Option<Seq>,
}

impl AlertInstance {
    /// Its identity: its rule and what raised it.
    pub fn key(&self) -> String {
        key(&self.rule, self.opener, None)
    }

    /// Whether a name means this alert.
    pub fn is_named(&self, name: &str) -> bool {
        is_named(&self.rule, self.opener, None, name)
    }
}

/// What follows from a case at a time.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The time.
    pub at: Timestamp,
    /// Where the case stands.
    pub stage: Stage,
    /// How far it had come, closing apart.
    pub came_to: Stage,
    /// The entry that closed the case, while it is closed.
    pub closed_by: Option<Seq>,
    /// What is so beside the stage.
    pub conditions: Conditions,
    /// The duties, in every state.
    pub duties: Vec<DutyInstance>,
    /// The duties that were missed.
    pub missed: Vec<Missed>,
    /// Each gated step with its safeguards.
    pub gates: Vec<Gate>,
    /// The breaches, remedied ones included.
    pub breaches: Vec<Breach>,
    /// The safeguards that were overridden.
    pub overridden: Vec<Overridden>,
    /// The alerts, those looked at included.
    pub alerts: Vec<AlertInstance>,
    /// The next instant at which anything here may change, if nothing is recorded.
    pub next_change: Option<Timestamp>,
}

/// Assesses a case, or the authority's book, as it was folded, at an instant.
pub fn assess(case: &Case, world: &World, protocol: &Protocol, now: Timestamp) -> Assessment {
    if case.is_of_authority() {
        return assess_authority(case, world, protocol, now);
    }
    let timeline = Timeline::of_case(case, world, protocol, now);
    let Owed {
        mut duties,
        mut missed,
        judged,
    } = duties_of(&timeline, protocol, &|_| true);
    missed.extend(noticed(case, world, protocol, now, &duties, &missed));
    let mut alerts = alerts::alerts(&timeline, protocol);
    alerts.extend(judged.undermined);
    alerts::look_at(&mut alerts, case);
    let mut gates = safeguards::gates(&timeline, protocol, &duties);
    let mut next_change = next_change(&timeline, &duties);
    let moment = timeline.at(timeline.until());
    let closing = timeline.closing;
    if let Some(closing) = closing {
        closed::end_duties(&mut duties, &mut missed, closing);
        closed::silence(&mut alerts, closing);
        gates.clear();
        next_change = next_date(&duties, now);
    }
    let came_to = stage::stage(&moment);
    Assessment {
        at: now,
        stage: if closing.is_some() { Stage::Closed } else { came_to },
        came_to,
        closed_by: closing.map(|e| e.seq),
        conditions: stage::conditions(&moment),
        gates,
        breaches: judged.breaches,
        overridden: judged.overridden,
        alerts,
        next_change,
        duties,
        missed,
    }
}

/// The duties of a case, settled as they stand until it is closed; and what followed from its steps.
struct Owed {
    duties: Vec<DutyInstance>,
    missed: Vec<Missed>,
    judged: safeguards::Outcome,
}

fn duties_of(timeline: &Timeline<'_>, protocol: &Protocol, wanted: &dyn Fn(RecordType) -> bool) -> Owed {
    let mut judged = safeguards::judge_all(timeline, protocol, wanted);
    let mut own = duties::Duties::of_case(timeline, protocol);
    own.instances.append(&mut judged.owed);
    duties::settle(&mut own.instances, timeline);
    let mut find_out = duties::find_out(&own.instances, protocol, timeline);
    duties::settle(&mut find_out, timeline);
    own.instances.extend(find_out);
    Owed {
        duties: own.instances,
        missed: own.missed,
        judged,
    }
}

/// The duties that were overdue as was known when a correction was written, and are not so with it.
/// Recomputing never retracts a notice: the case says which entry changed it.
fn noticed(
    case: &Case,
    world: &World,
    protocol: &Protocol,
    now: Timestamp,
    instances: &[DutyInstance],
    missed: &[Missed],
) -> Vec<Missed> {
    let mut noticed: Vec<Missed> = Vec::new();
    let corrections = case
        .written
        .iter()
        .filter(|e| e.record.record_type() == RecordType::Correction);
    for correction in corrections.filter(|e| e.written <= now) {
        let known: Vec<_> = case
            .written
            .iter()
            .filter(|e| e.seq < correction.seq)
            .cloned()
            .collect();
        let before = fold(&case.calendar, &known, Timestamp::MAX);
        let timeline = Timeline::of_case(&before, world, protocol, correction.written);
        let mut duties = duties::Duties::with_dates(&timeline, protocol);
        duties::settle(&mut duties.instances, &timeline);
        for duty in duties.instances.iter().filter(|d| d.state == DutyState::Overdue) {
            let due = duty.due.as_ref().map_or(correction.written, |due| due.at);
            let late = |d: &DutyInstance| matches!(d.state, DutyState::Overdue | DutyState::DoneLate);
            let still = instances
                .iter()
                .any(|d| d.is_same(duty) && (late(d) || d.settled.is_some()))
                || missed.iter().any(|m| m.due == due && m.rule.id == duty.rule.id)
                || noticed.iter().any(|m| m.due == due && m.rule.id == duty.rule.id);
            // Done in time after all, or written late: the duty itself says so.
            let told = instances
                .iter()
                .any(|d| d.is_same(duty) && d.noticed_before().is_some());
            if !still && !told {
                noticed.push(Missed {
                    rule: duty.rule.clone(),
                    opener: duty.opener,
                    after: duty.after,
                    due,
                    ended: correction.written,
                    changed_by: Some(correction.seq),
                });
            }
        }
    }
    noticed
}

/// Assesses the authority's book: the standing duties of the authority, which belong to no single case.
/// Nothing in it is a step of a case, so there are no gates, breaches or alerts.
pub fn assess_authority(book: &Case, world: &World, protocol: &Protocol, now: Timestamp) -> Assessment {
    let timeline = Timeline::of_authority(book, world, protocol, now);
    let mut own = duties::Duties::of_authority(&timeline, protocol);
    duties::settle(&mut own.instances, &timeline);
    let moment = Moment::at(book, world, now);
    Assessment {
        at: now,
        stage: stage::stage(&moment),
        came_to: stage::stage(&moment),
        closed_by: None,
        conditions: stage::conditions(&moment),
        next_change: next_change(&timeline, &own.instances),
        duties: own.instances,
        missed: own.missed,
        gates: Vec::new(),
        breaches: Vec::new(),
        overridden: Vec::new(),
        alerts: Vec::new(),
    }
}

/// The next instant at which anything may change: a fact, or that the date of a duty passes. A date is the last
/// instant in time: what changes, changes just after it.
fn next_change(timeline: &Timeline<'_>, duties: &[DutyInstance]) -> Option<Timestamp> {
    timeline.next().into_iter().chain(next_date(duties, timeline.now)).min()
}

/// The first instant after now at which the date of an owed duty has passed.
fn next_date(duties: &[DutyInstance], now: Timestamp) -> Option<Timestamp> {
    let dates = duties.iter().filter(|d| d.state.is_owed());
    let dates = dates.filter_map(|d| d.due.as_ref().map(|d| just_after(d.at)));
    dates.filter(|at| *at > now).min()
}

/// The facts that a condition speaks of with their values at a moment: why something is so.
pub fn explain(condition: &Condition, scope: &Scope<'_>) -> Vec<(&'static Fact, Value)> {
    condition.facts.iter().map(|fact| (*fact, scope.fact(fact))).collect()
}

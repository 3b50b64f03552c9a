//! Safeguards: what must hold before a step, and what follows when it did not.

use super::timeline::{Opener, Timeline};
use super::{AlertInstance, Breach, Doing, DutyInstance, DutyState, Overridden, UNDERMINED, explain};
use crate::case::{Case, fold};
use crate::codes::OverrideGround;
use crate::entry::{Entry, Seq};
use crate::facts::{DUTIES_SETTLED, Fact, OF_STEP, of_step};
use crate::memo::Memo;
use crate::records::{Record, RecordType};
use crate::rules::{Override, Protocol, Rule, Safeguard, Scope, Urgency};
use crate::value::{Truth, Value};
use crate::view::{Moment, happened_after};
use crate::world::World;
use jiff::Timestamp;
use std::sync::Arc;

/// A safeguard asked for one step.
#[derive(Clone, Debug)]
pub struct Judged<'p> {
    /// The safeguard.
    pub safeguard: &'p Safeguard,
    /// Whether its requirement is known to hold.
    pub met: bool,
    /// The entry that set it aside for this step.
    pub overridden_by: Option<Seq>,
}

impl Judged<'_> {
    /// Whether an urgent act may owe it.
    pub fn may_be_owed(&self, entry: &Entry) -> bool {
        entry.urgent.is_some() && self.safeguard.urgent_owes
    }
}

/// The safeguards of a step as things stood just before it, by the versions then in force.
pub fn judge<'p>(case: &Case, world: &World, entry: &Entry, protocol: &'p Protocol) -> Vec<Judged<'p>> {
    let settled = || settled(&case.before(entry), world, protocol, entry.occurred.from);
    judge_at(case, entry, protocol, Moment::before(case, world, entry), settled)
}

/// The safeguards of a step that has happened but is not yet written, as things stand now.
pub(crate) fn judge_now<'p>(
    case: &Case,
    world: &World,
    entry: &Entry,
    protocol: &'p Protocol,
    now: Timestamp,
) -> Vec<Judged<'p>> {
    let settled = || settled(case, world, protocol, now);
    judge_at(case, entry, protocol, Moment::at(case, world, now), settled)
}

/// Whether nothing is owed any longer. Earlier steps that were themselves asked this (closings) are not
/// judged again for it: they leave nothing owed, and each would ask for all those before it.
fn settled(case: &Case, world: &World, protocol: &Protocol, at: Timestamp) -> Truth {
    let asks = |step: RecordType| {
        let mut of_step = protocol.safeguards.iter().filter(|s| s.steps.contains(&step));
        of_step.any(|s| s.asks_for(DUTIES_SETTLED))
    };
    let timeline = Timeline::of_case(case, world, protocol, at);
    let duties = super::duties_of(&timeline, protocol, &|step| !asks(step)).duties;
    nothing_owed(&duties)
}

fn judge_at<'p>(
    case: &Case,
    entry: &Entry,
    protocol: &'p Protocol,
    moment: Moment<'_>,
    settled: impl Fn() -> Truth,
) -> Vec<Judged<'p>> {
    let step = entry.record.record_type();
    let asked: Vec<&Arc<Safeguard>> = protocol
        .safeguards
        .iter()
        .filter(|s| s.steps.contains(&step) && s.rule.pack.in_force(moment.earliest.at()))
        .collect();
    // Reckoned only where a safeguard of this step asks for it.
    let wanted = |fact: &str| asked.iter().any(|s| s.asks_for(fact));
    let by_book = OF_STEP.into_iter().filter(|fact| wanted(fact)).map(|fact| {
        let read = |view| of_step(fact, view, &entry.record);
        (fact, read(&moment.earliest).agree(read(&moment.latest)))
    });
    let settled = wanted(DUTIES_SETTLED).then(|| (DUTIES_SETTLED, settled().into()));
    let memo = Memo::knowing(by_book.chain(settled));
    let scope = Scope {
        moment: moment.remembering(&memo, 0),
        this: Some(entry),
        occasion: None,
    };
    asked
        .into_iter()
        .filter(|s| s.when.as_ref().is_none_or(|when| !when.holds(&scope).is_false()))
        .map(|safeguard| Judged {
            safeguard,
            met: safeguard.require.holds(&scope).is_true(),
            overridden_by: override_for(case, safeguard, step, Some(entry)),
        })
        .collect()
}

/// The entry that set a safeguard aside for a step: the newest before it that no other step of its
/// type has used up. One override serves one step.
fn override_for(case: &Case, safeguard: &Safeguard, step: RecordType, entry: Option<&Entry>) -> Option<Seq> {
    let before = |e: &Entry| {
        entry.is_none_or(|entry| entry.seq != e.seq && happened_after(entry, e, &case.calendar.zone).is_true())
    };
    let written = case
        .of_type(RecordType::SafeguardOverridden)
        .filter(|e| before(e))
        .filter(|e| match &e.record {
            Record::SafeguardOverridden(o) => {
                let name = o.safeguard.reveal();
                safeguard.rule.is_meant(name)
                    && o.step.reveal() == step.name()
                    && allows(safeguard.may_override, o.ground)
            }
            _ => false,
        })
        .max_by_key(|e| e.seq)?;
    let used_up = case
        .of_type(step)
        .any(|e| e.seq > written.seq && before(e) && e.is_deciding());
    (!used_up).then_some(written.seq)
}

/// Whether a safeguard may be overridden on a ground. A court may what a reasoned decision may.
pub(crate) fn allows(may_override: Override, ground: OverrideGround) -> bool {
    match may_override {
        Override::Never => false,
        Override::Court => ground == OverrideGround::Court,
        Override::Reasoned => true,
    }
}

/// What followed from the safeguards of the steps that were taken.
#[derive(Default)]
pub(super) struct Outcome {
    pub owed: Vec<DutyInstance>,
    pub breaches: Vec<Breach>,
    pub overridden: Vec<Overridden>,
    pub undermined: Vec<AlertInstance>,
}

/// Judges every step of the case again that is `wanted`, as is known now and as was known when it was written.
pub(super) fn judge_all(timeline: &Timeline<'_>, protocol: &Protocol, wanted: &dyn Fn(RecordType) -> bool) -> Outcome {
    let mut outcome = Outcome::default();
    let case = timeline.case;
    let wanted = |e: &Entry| wanted(e.record.record_type()) && e.occurred.from <= timeline.now;
    for entry in case.gated().filter(|e| wanted(e)) {
        let history = History::of(timeline, protocol, entry);
        let judged = judge(case, timeline.world, entry, protocol);
        for judged in &judged {
            outcome.take(judged, entry, &history, timeline);
        }
        // As is known now the safeguard did not apply. The notice that was given stands.
        let applies = |rule: &Arc<Rule>| judged.iter().any(|j| Arc::ptr_eq(&j.safeguard.rule, rule));
        for rule in history.breached().filter(|rule| !applies(rule)) {
            outcome.explained(rule.clone(), entry, history.changed(rule, true));
        }
    }
    // A step that was withdrawn takes its breaches off the duties, not off the record.
    let withdrawn = case.withdrawn.iter();
    for (entry, by) in withdrawn.filter_map(|(seq, by)| Some((case.as_written(*seq)?, *by))) {
        if entry.record.record_type().is_gated() && wanted(entry) {
            let history = History::of(timeline, protocol, entry);
            for rule in history.breached() {
                outcome.explained(rule.clone(), entry, Some(by));
            }
        }
    }
    outcome
}

impl Outcome {
    /// A breach that was noted and, as is known now, was none.
    fn explained(&mut self, rule: Arc<Rule>, entry: &Entry, changed_by: Option<Seq>) {
        self.breaches.push(Breach {
            rule,
            entry: entry.seq,
            remedied: None,
            changed_by,
        });
    }

    fn take(&mut self, judged: &Judged<'_>, entry: &Entry, history: &History<'_, '_>, timeline: &Timeline<'_>) {
        let safeguard = judged.safeguard;
        let rule = safeguard.rule.clone();
        let was_met = history.was_met(&rule);
        if judged.met {
            if !entry.is_deciding() && was_met == Some(false) {
                let changed_by = history.changed(&rule, true);
                self.explained(rule.clone(), entry, changed_by);
                // No entry of the case made it so, but the authority's book.
                if let Some(breach) = self.breaches.last_mut().filter(|_| changed_by.is_none()) {
                    breach.remedied = timeline.world.last_written();
                }
            }
            return;
        }
        if entry.is_deciding() {
            if history.was_overridden(&rule) && judged.overridden_by.is_none() {
                // What set the safeguard aside was withdrawn: nobody had the right to go on.
                self.undermine(safeguard, entry, history.withdrawn_override(&rule), timeline);
            }
            if let Some(by) = judged.overridden_by {
                self.overridden.push(Overridden {
                    rule,
                    entry: entry.seq,
                    by,
                });
                return;
            }
            if judged.may_be_owed(entry) {
                self.owed.push(remedy(safeguard, entry, timeline));
                return;
            }
            if was_met == Some(true) {
                self.undermine(safeguard, entry, history.changed(&rule, false), timeline);
                return;
            }
        }
        let owed = remedy(safeguard, entry, timeline);
        self.breaches.push(Breach {
            rule,
            entry: entry.seq,
            remedied: owed.done.map(|d| d.at),
            changed_by: None,
        });
        self.owed.push(owed);
    }

    /// A decision of our own rested on something that reads otherwise now: one alert a decision.
    fn undermine(&mut self, safeguard: &Safeguard, entry: &Entry, by: Option<Seq>, timeline: &Timeline<'_>) {
        let opener = Opener::Entry(entry.seq);
        if self.undermined.iter().any(|alert| alert.opener == opener) {
            return;
        }
        let since = by
            .and_then(|by| timeline.case.as_written(by))
            .map_or(entry.written, |e| e.written);
        self.undermined.push(AlertInstance {
            rule: Arc::new(Rule {
                id: UNDERMINED.to_owned(),
                ..safeguard.rule.as_ref().clone()
            }),
            opener,
            since,
            who: safeguard.ask.clone(),
            looked_at: None,
            because_of: by,
        });
    }
}

/// The duty to supply what was missing.
fn remedy(safeguard: &Safeguard, entry: &Entry, timeline: &Timeline<'_>) -> DutyInstance {
    let remedied = timeline
        .first_true(&safeguard.remedy, Some(entry), entry.occurred.to)
        .filter(|at| *at <= timeline.until());
    DutyInstance {
        rule: safeguard.rule.clone(),
        opener: Opener::Entry(entry.seq),
        after: None,
        opened: entry.occurred.from,
        due: None,
        urgency: Some(Urgency::AtOnce),
        who: safeguard.ask.clone(),
        supplied_by: safeguard.supplied_by.clone(),
        waiting: false,
        unsure: false,
        state: DutyState::Open,
        done: remedied.map(|at| timeline.ending(at)),
        settled: None,
    }
}

/// How a safeguard was judged: its rule, whether it was met, whether it was set aside.
struct Then {
    rule: Arc<Rule>,
    met: bool,
    overridden: bool,
}

/// A step as it was judged when it was written, where later entries may have changed that.
struct History<'h, 'a> {
    timeline: &'h Timeline<'a>,
    protocol: &'h Protocol,
    entry: &'h Entry,
    then: Option<Vec<Then>>,
}

impl<'h, 'a> History<'h, 'a> {
    fn of(timeline: &'h Timeline<'a>, protocol: &'h Protocol, entry: &'h Entry) -> Self {
        let mut history = Self {
            timeline,
            protocol,
            entry,
            then: None,
        };
        let otherwise = timeline.world.last_written().is_some_and(|last| last > entry.written);
        if otherwise || history.later().next().is_some() {
            history.then = Some(history.judged_with(entry.seq));
        }
        history
    }

    /// The entries written after the step that may change how it was judged, in order.
    fn later(&self) -> impl DoubleEndedIterator<Item = Seq> {
        let entry = self.entry;
        let written = self.timeline.case.written.iter();
        written
            .filter(move |e| {
                e.seq > entry.seq
                    && (e.record.record_type() == RecordType::Correction || e.occurred.from <= entry.occurred.to)
            })
            .map(|e| e.seq)
    }

    /// The safeguards of the step, as known when an entry had been written and nothing after it, in the case or beside it.
    fn judged_with(&self, seq: Seq) -> Vec<Then> {
        let case = self.timeline.case;
        let written = case.as_written(seq).map_or(self.timeline.now, |e| e.written);
        let world = self.timeline.world.known_at(written);
        let known: Vec<Arc<Entry>> = case.written.iter().filter(|e| e.seq <= seq).cloned().collect();
        let case = fold(&case.calendar, &known, Timestamp::MAX);
        let Some(read) = case.entry(self.entry.seq) else {
            return Vec::new();
        };
        judge(&case, &world, &read.entry, self.protocol)
            .into_iter()
            .map(|j| Then {
                rule: j.safeguard.rule.clone(),
                met: j.met,
                overridden: j.overridden_by.is_some(),
            })
            .collect()
    }

    /// Whether a safeguard was met as known then; `None` when nothing written later can matter, here or in the book.
    fn was_met(&self, rule: &Arc<Rule>) -> Option<bool> {
        Some(met(self.then.as_ref()?, rule))
    }

    /// The safeguards that a reported step did not meet as known then.
    fn breached(&self) -> impl Iterator<Item = &Arc<Rule>> {
        let reported = !self.entry.is_deciding();
        let then = self.then.iter().flatten();
        then.filter(move |t| reported && !t.met).map(|t| &t.rule)
    }

    fn was_overridden(&self, rule: &Arc<Rule>) -> bool {
        let then = self.then.iter().flatten();
        then.into_iter().any(|t| Arc::ptr_eq(&t.rule, rule) && t.overridden)
    }

    /// The entry since which the safeguard has been met, or not been met, up to now.
    fn changed(&self, rule: &Arc<Rule>, is_met: bool) -> Option<Seq> {
        self.later()
            .rev()
            .take_while(|seq| met(&self.judged_with(*seq), rule) == is_met)
            .last()
    }

    /// The entry since which the safeguard has no longer been set aside.
    fn withdrawn_override(&self, rule: &Arc<Rule>) -> Option<Seq> {
        let set_aside = |seq: &Seq| {
            let judged = self.judged_with(*seq);
            judged.iter().any(|t| Arc::ptr_eq(&t.rule, rule) && t.overridden)
        };
        self.later().rev().take_while(|seq| !set_aside(seq)).last()
    }
}

/// Whether a safeguard was met; one that did not apply refused nothing.
fn met(judged: &[Then], rule: &Arc<Rule>) -> bool {
    judged.iter().find(|t| Arc::ptr_eq(&t.rule, rule)).is_none_or(|t| t.met)
}

/// How a safeguard stands before a step is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuardState {
    /// It holds.
    Met,
    /// It does not hold, or it is not known whether it does.
    Missing,
    /// It depends on what will be entered.
    Depends,
    /// It was set aside for the next such step, by whom the law allows.
    Overridden,
}

/// A safeguard before a step.
#[derive(Clone, Debug)]
pub struct Guard {
    /// What it asks.
    pub safeguard: Arc<Safeguard>,
    /// How it stands.
    pub state: GuardState,
}

/// A gated step with its safeguards, before it is taken.
#[derive(Clone, Debug)]
pub struct Gate {
    /// The step.
    pub step: RecordType,
    /// Its safeguards.
    pub guards: Vec<Guard>,
}

impl Gate {
    /// The safeguards that are missing.
    pub fn missing(&self) -> impl Iterator<Item = &Guard> {
        self.guards.iter().filter(|g| g.state == GuardState::Missing)
    }
}

/// The gated steps as they stand now, with the duties as they stand.
pub(super) fn gates(timeline: &Timeline<'_>, protocol: &Protocol, duties: &[DutyInstance]) -> Vec<Gate> {
    timeline.know(DUTIES_SETTLED, nothing_owed(duties).into());
    let scope = Scope::of(timeline.at(timeline.now));
    let steps = RecordType::ALL.iter().filter(|t| t.is_gated());
    steps
        .map(|step| Gate {
            step: *step,
            guards: protocol
                .safeguards
                .iter()
                .filter(|s| s.steps.contains(step) && s.rule.pack.in_force(timeline.now))
                .filter_map(|s| guard(timeline.case, s, *step, &scope))
                .collect(),
        })
        .filter(|gate| !gate.guards.is_empty())
        .collect()
}

/// What the requirement of a safeguard reads of a case as it stands, for the page that says why a step is blocked.
pub fn facts_of(
    safeguard: &Safeguard,
    case: &Case,
    world: &World,
    duties: &[DutyInstance],
    at: Timestamp,
) -> Vec<(&'static Fact, Value)> {
    let memo = Memo::knowing([(DUTIES_SETTLED, nothing_owed(duties).into())]);
    let moment = Moment::at(case, world, at).remembering(&memo, 0);
    explain(&safeguard.require, &Scope::of(moment))
}

fn nothing_owed(duties: &[DutyInstance]) -> Truth {
    Truth::from(!duties.iter().any(|d| d.state.is_owed()))
}

fn guard(case: &Case, safeguard: &Arc<Safeguard>, step: RecordType, scope: &Scope<'_>) -> Option<Guard> {
    let applies = safeguard.when.as_ref().map_or(Truth::True, |when| when.holds(scope));
    if applies.is_false() {
        return None;
    }
    let of_step = safeguard.when.as_ref().is_some_and(|when| when.of_this);
    let state = match (applies, safeguard.require.holds(scope)) {
        (_, Truth::True) => GuardState::Met,
        _ if override_for(case, safeguard, step, None).is_some() => GuardState::Overridden,
        (Truth::Unknown, _) if of_step => GuardState::Depends,
        (_, Truth::Unknown) if safeguard.require.of_this => GuardState::Depends,
        _ => GuardState::Missing,
    };
    Some(Guard {
        safeguard: safeguard.clone(),
        state,
    })
}

impl Timeline<'_> {
    /// The doing by which a condition came to hold, or ceased to, at an instant.
    pub(super) fn ending(&self, at: Timestamp) -> Doing {
        let by = self
            .case
            .entries
            .iter()
            .map(|e| e.entry.as_ref())
            .filter(|e| e.occurred.to == at)
            .max_by_key(|e| e.seq);
        Doing {
            entry: by.map(|e| e.seq),
            at,
            written: by.map_or(at, |e| e.written),
        }
    }
}

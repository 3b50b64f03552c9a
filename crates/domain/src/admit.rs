//! Whether a record may be added to a case, and what follows from it.

use crate::assess::{Judged, UNDERMINED, allows, assess, judge, judge_now};
use crate::case::{Case, corrected};
use crate::codes::{AgeResult, Basis, OverrideGround};
use crate::entry::{Author, Entry, Role};
use crate::facts::closed;
use crate::fields::{Control, Field, FieldProblem, Fields, Line, Problem, Raw, Words};
use crate::records::{Correction, DutyHandedOver, DutySetAside, Record, RecordGroup, RecordType, SafeguardOverridden};
use crate::rules::{Override, Protocol, Question, Rule};
use crate::time::{Occurred, PartialDate, When, day_of};
use crate::value::{Truth, Value};
use crate::view::Moment;
use crate::world::World;
use jiff::{Timestamp, Unit, civil};
use std::sync::Arc;

/// What a person submits.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The record.
    pub record: Record,
    /// Answers to questions of packs, as `pack/id`.
    pub answers: Fields,
    /// When it happened; now, when it is not said.
    pub when: Option<When>,
    /// For a gated record: our own act, or reported. Our own, when it is not said.
    pub basis: Option<Basis>,
    /// Why the act cannot wait.
    pub urgent: Option<Words>,
    /// Who submits it.
    pub author: Author,
}

/// A safeguard that was asked for a step, with what is needed to say so.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The safeguard's rule.
    pub rule: Arc<Rule>,
    /// Who can supply what is missing.
    pub ask: Arc<str>,
    /// The record types by which it is supplied.
    pub supplied_by: Vec<RecordType>,
    /// Whether an urgent act may owe it.
    pub urgent_owes: bool,
    /// Whether it can be overridden, and how.
    pub may_override: Override,
}

impl Asked {
    fn of(judged: &Judged<'_>) -> Self {
        let s = judged.safeguard;
        Self {
            rule: s.rule.clone(),
            ask: s.ask.clone(),
            supplied_by: s.supplied_by.clone(),
            urgent_owes: s.urgent_owes,
            may_override: s.may_override,
        }
    }
}

/// A record that may be added, with what follows.
#[derive(Clone, Debug)]
pub struct Admitted {
    /// The entry to write.
    pub entry: Entry,
    /// The safeguards asked and met.
    pub met: Vec<Asked>,
    /// The safeguards that a reported act did not meet: breaches.
    pub breaches: Vec<Asked>,
    /// The safeguards that an urgent act owes.
    pub owed: Vec<Asked>,
    /// The safeguards that were set aside for it.
    pub overridden: Vec<Asked>,
    /// The hashes of the pack versions by which it was judged.
    pub packs: Vec<String>,
}

/// What becomes of a submission.
#[derive(Clone, Debug)]
pub enum Admission {
    /// It may be added.
    Admitted(Box<Admitted>),
    /// Something is wrong with what was entered, each problem at its field.
    Wrong(Vec<FieldProblem>),
    /// Safeguards are missing. Nothing was added.
    Refused {
        /// Those that are missing.
        missing: Vec<Asked>,
        /// Those that are met.
        met: Vec<Asked>,
    },
}

/// Decides whether a record may be added to a case as it was folded, at an instant.
pub fn admit(case: &Case, world: &World, submission: Submission, protocol: &Protocol, now: Timestamp) -> Admission {
    let mut problems = Vec::new();
    let occurred = occurred(case, submission.when.as_ref(), now, &mut problems);
    let step = submission.record.record_type();
    let entry = Entry {
        seq: case.head + 1,
        record: submission.record,
        occurred,
        written: now,
        author: submission.author,
        basis: match submission.basis {
            Some(basis) if step.is_gated() => basis,
            None if step.is_gated() => Basis::Deciding,
            _ => Basis::Reported,
        },
        urgent: submission.urgent.filter(|_| step.is_gated()),
        answers: submission.answers,
    };
    fits(case, world, &entry, protocol, now, &mut problems);
    answered(&entry, protocol, &mut problems);
    if !problems.is_empty() {
        return Admission::Wrong(problems);
    }
    decide(case, world, entry, protocol, now)
}

fn decide(case: &Case, world: &World, entry: Entry, protocol: &Protocol, now: Timestamp) -> Admission {
    let mut judged = judge(case, world, &entry, protocol);
    if entry.is_deciding() && entry.occurred.from < now {
        // An act of our own that has already happened must be allowed as things stood then and as
        // they stand now: dating it back opens nothing.
        for today in judge_now(case, world, &entry, protocol, now) {
            match judged
                .iter_mut()
                .find(|j| j.safeguard.rule.id == today.safeguard.rule.id)
            {
                Some(then) => then.met = then.met && today.met,
                None => judged.push(today),
            }
        }
    }
    let (met, unmet): (Vec<_>, Vec<_>) = judged.into_iter().partition(|j| j.met);
    let met: Vec<Asked> = met.iter().map(Asked::of).collect();
    let asked = |judged: Vec<Judged<'_>>| judged.iter().map(Asked::of).collect::<Vec<_>>();
    let (mut breaches, mut owed, mut overridden) = (Vec::new(), Vec::new(), Vec::new());
    if entry.is_deciding() {
        let (aside, rest): (Vec<_>, Vec<_>) = unmet.into_iter().partition(|j| j.overridden_by.is_some());
        let (urgent, missing): (Vec<_>, Vec<_>) = rest.into_iter().partition(|j| j.may_be_owed(&entry));
        if !missing.is_empty() {
            return Admission::Refused {
                missing: asked(missing),
                met,
            };
        }
        overridden = asked(aside);
        owed = asked(urgent);
    } else {
        breaches = asked(unmet);
    }
    Admission::Admitted(Box::new(Admitted {
        packs: protocol.hashes_at(entry.occurred.from),
        entry,
        met,
        breaches,
        owed,
        overridden,
    }))
}

fn occurred(case: &Case, when: Option<&When>, now: Timestamp, problems: &mut Vec<FieldProblem>) -> Occurred {
    let Some(when) = when else {
        return Occurred::at(now);
    };
    match when.occurred(&case.calendar.zone, now) {
        Ok(occurred) if occurred.from <= now => occurred,
        Ok(_) => {
            problems.push(FieldProblem::new("occurred", Problem::InFuture));
            Occurred::at(now)
        }
        Err(_) => {
            problems.push(FieldProblem::new("occurred", Problem::NotATime));
            Occurred::at(now)
        }
    }
}

/// Whether what a record says of other entries, duties and safeguards fits the case.
fn fits(
    case: &Case,
    world: &World,
    entry: &Entry,
    protocol: &Protocol,
    now: Timestamp,
    problems: &mut Vec<FieldProblem>,
) {
    let mut problem = |field: &str, problem| problems.push(FieldProblem::new(field, problem));
    let supervisor = entry.author.role == Role::Supervisor;
    let step = entry.record.record_type();
    let of_both = matches!(step.group(), RecordGroup::EveryDay);
    if case.head > 0 && step.is_of_authority() != case.is_of_authority() && !of_both {
        problem("record", Problem::NotAllowed);
        return;
    }
    let closing = closed(&Moment::at(case, world, now));
    if let Some(closing) = closing
        && !takes_while_closed(step)
        && (step == RecordType::CaseClosed || entry.occurred.to >= closing.occurred.from)
    {
        // What happened before may still be written; what happens now opens the case again first.
        problem("record", Problem::CaseClosed);
    }
    let names_entries = step
        .fields()
        .into_iter()
        .filter(|f| matches!(f.control, Control::Entry));
    for field in names_entries {
        if let Some(Value::Number(named)) = entry.record.value_of(field.name)
            && !may_name(case, named, step.names(field.name))
        {
            problem(field.name, Problem::NoSuchEntry);
        }
    }
    match &entry.record {
        Record::ReferralReceived(_) if case.head > 0 => problem("record", Problem::NotAllowed),
        Record::ReferralReceived(referral) => {
            let day = day_of(entry.occurred.to, &case.calendar.zone);
            if referral.born.is_some_and(|born| born.first() > day) {
                problem("born", Problem::InFuture);
            }
        }
        // A referral opens a case, and any record of the authority its book; nothing stands before.
        _ if case.head == 0 && !step.is_of_authority() => problem("record", Problem::NotAllowed),
        Record::Correction(correction) => fits_entry(case, correction, supervisor, problems),
        Record::DutySetAside(_) if !supervisor => problem("duty", Problem::NotAllowed),
        Record::CaseClosed(_) => {
            if !supervisor {
                problem("ground", Problem::NotAllowed);
            }
            if entry.basis == Basis::Reported {
                problem("basis", Problem::NotAllowed);
            }
            // Dated back before what is already written, it would end duties that nobody ever looked at.
            if case.entries.iter().any(|e| e.entry.occurred.to > entry.occurred.from) {
                problem("occurred", Problem::TooEarly);
            }
        }
        Record::CaseReopened(_) => match closing {
            None => problem("record", Problem::NotAllowed),
            Some(closing) if entry.occurred.from < closing.occurred.to => problem("occurred", Problem::TooEarly),
            Some(_) => {}
        },
        Record::DutySetAside(DutySetAside { duty, .. }) | Record::DutyHandedOver(DutyHandedOver { duty, .. }) => {
            if let Some(wrong) = duty_is_open(case, world, protocol, duty.reveal(), now) {
                problem("duty", wrong);
            }
        }
        Record::AlertLookedAt(l) => {
            if let Some(wrong) = alert_stands(case, world, protocol, l.alert.reveal(), now) {
                problem("alert", wrong);
            }
        }
        Record::AgeVerified(verified) => {
            let day = day_of(entry.occurred.to, &case.calendar.zone);
            if let Some(wrong) = verified.born.and_then(|born| born_then(born, verified.result, day)) {
                problem("born", wrong);
            }
        }
        Record::LibertyRestricted(restriction) => {
            let day = day_of(entry.occurred.from, &case.calendar.zone);
            if restriction.ends.is_some_and(|ends| ends.last() < day) {
                problem("ends", Problem::Contradicts("occurred"));
            }
        }
        Record::SafeguardOverridden(o) => may_override(o, entry, protocol, now, problems),
        _ => {}
    }
}

/// What may be recorded in a closed case as happening now: what reopens it, what is remembered,
/// corrected, told to others or received, and what was looked at. None of it opens a duty.
fn takes_while_closed(step: RecordType) -> bool {
    matches!(
        step,
        RecordType::CaseReopened
            | RecordType::Note
            | RecordType::Correction
            | RecordType::AlertLookedAt
            | RecordType::SamePerson
            | RecordType::DisclosureMade
            | RecordType::InformationReceived
            | RecordType::DocumentAttached
            | RecordType::EmergencyAccess
    )
}

/// What is wrong with a verified date of birth: it lies ahead, or what was found contradicts it. In
/// doubt nothing is: the date may be of a year only.
fn born_then(born: PartialDate, found: AgeResult, day: civil::Date) -> Option<Problem> {
    if born.first() > day {
        return Some(Problem::InFuture);
    }
    let age = |from: civil::Date| from.until((Unit::Year, day)).map_or(0, |span| span.get_years());
    let contradicts = match found {
        AgeResult::Child => age(born.last()) >= 18,
        AgeResult::Adult => age(born.first()) < 18,
    };
    contradicts.then_some(Problem::Contradicts("result"))
}

/// Whether an entry that stands has one of the types that a field may name; any, where none is said.
fn may_name(case: &Case, number: i64, types: &[RecordType]) -> bool {
    let entry = u64::try_from(number).ok().and_then(|seq| case.entry(seq));
    entry.is_some_and(|e| types.is_empty() || types.contains(&e.entry.record.record_type()))
}

/// Why a name means no duty that is owed now.
fn duty_is_open(case: &Case, world: &World, protocol: &Protocol, name: &str, now: Timestamp) -> Option<Problem> {
    let duties = assess(case, world, protocol, now).duties;
    let mut named = duties.iter().filter(|d| d.is_named(name)).peekable();
    if named.peek().is_none() {
        return Some(Problem::NoSuchRule);
    }
    (!named.any(|d| d.state.is_owed())).then_some(Problem::NotOpen)
}

/// Why a name means no alert that stands now.
fn alert_stands(case: &Case, world: &World, protocol: &Protocol, name: &str, now: Timestamp) -> Option<Problem> {
    let alerts = assess(case, world, protocol, now).alerts;
    if alerts.iter().any(|a| a.is_named(name) && a.looked_at.is_none()) {
        return None;
    }
    let known = protocol
        .alerts
        .iter()
        .any(|a| name.starts_with(&a.rule.id) || name.starts_with(&a.rule.name()));
    Some(if known || name.starts_with(UNDERMINED) {
        Problem::NotOpen
    } else {
        Problem::NoSuchRule
    })
}

fn may_override(
    o: &SafeguardOverridden,
    entry: &Entry,
    protocol: &Protocol,
    now: Timestamp,
    problems: &mut Vec<FieldProblem>,
) {
    let Some(step) = RecordType::of(o.step.reveal()).filter(|t| t.is_gated()) else {
        problems.push(FieldProblem::new("step", Problem::NoSuchRule));
        return;
    };
    match protocol.safeguard(o.safeguard.reveal(), step, now) {
        None => problems.push(FieldProblem::new("safeguard", Problem::NoSuchRule)),
        Some(s) if s.may_override == Override::Never => {
            problems.push(FieldProblem::new("safeguard", Problem::NotAllowed));
        }
        Some(s) if !allows(s.may_override, o.ground) => {
            problems.push(FieldProblem::new("ground", Problem::NotAllowed));
        }
        Some(_) if o.ground == OverrideGround::Reasoned && entry.author.role != Role::Supervisor => {
            problems.push(FieldProblem::new("ground", Problem::NotAllowed));
        }
        Some(_) => {}
    }
}

/// Whether only a supervisor may write a record, or correct what it says.
fn is_for_supervisor(case: &Case, entry: &Entry) -> bool {
    match &entry.record {
        Record::SafeguardOverridden(o) => o.ground == OverrideGround::Reasoned,
        // Who withdraws a correction lets what it had withdrawn stand again. Corrections name earlier entries.
        Record::Correction(c) => case
            .as_written(c.entry.0)
            .is_some_and(|e| e.seq < entry.seq && is_for_supervisor(case, e)),
        other => other.record_type().is_for_supervisor(),
    }
}

/// Whether a correction names an entry that stands, and makes it read as a whole record again.
fn fits_entry(case: &Case, correction: &Correction, supervisor: bool, problems: &mut Vec<FieldProblem>) {
    let Some(subject) = case.entry(correction.entry.0) else {
        return;
    };
    let subject = &subject.entry;
    if is_for_supervisor(case, subject) && !supervisor {
        problems.push(FieldProblem::new("entry", Problem::NotAllowed));
        return;
    }
    let corrected_type = subject.record.record_type();
    if corrected_type.is_only_withdrawn() && !correction.withdraw {
        let of_correction = corrected_type == RecordType::Correction;
        let at = if of_correction { "entry" } else { "replace" };
        problems.push(FieldProblem::new(at, Problem::NotAllowed));
        return;
    }
    if let Some(replace) = &correction.replace
        && let Err(wrong) = Record::read(subject.record.record_type(), &subject.record.replaced(&replace.0))
    {
        let at = wrong
            .into_iter()
            .map(|p| FieldProblem::new(format!("replace.{}", p.field), p.problem));
        problems.extend(at);
    }
    if let Some(when) = &correction.occurred {
        match when.occurred(&case.calendar.zone, subject.written) {
            Ok(occurred) if occurred.from <= subject.written => {}
            Ok(_) => problems.push(FieldProblem::new("occurred", Problem::InFuture)),
            Err(_) => problems.push(FieldProblem::new("occurred", Problem::NotATime)),
        }
    }
    // What a correction makes of its subject must be readable; `fold` leaves it alone otherwise.
    if problems.is_empty() && !correction.withdraw && corrected(subject, correction, &case.calendar).is_none() {
        problems.push(FieldProblem::new("replace", Problem::WrongShape));
    }
}

/// Whether the questions of the packs in force are answered, and only these.
fn answered(entry: &Entry, protocol: &Protocol, problems: &mut Vec<FieldProblem>) {
    let asked: Vec<&Question> = protocol
        .questions_of(entry.record.record_type(), entry.written)
        .collect();
    for question in &asked {
        let name = question.rule.name();
        let field = format!("answers.{name}");
        let answer = entry.answers.get(&name).filter(|raw| !raw.is_empty());
        match answer {
            None if question.required => problems.push(FieldProblem::new(field, Problem::Missing)),
            None => {}
            Some(raw) => answer_reads(question, raw, &field, problems),
        }
    }
    for name in entry.answers.keys() {
        if !asked.iter().any(|q| q.rule.name() == *name) {
            problems.push(FieldProblem::new(format!("answers.{name}"), Problem::UnknownField));
        }
    }
}

fn answer_reads(question: &Question, raw: &Raw, field: &str, problems: &mut Vec<FieldProblem>) {
    match question.control {
        Control::YesNoUnknown => {
            Truth::read(Some(raw), field, problems);
        }
        Control::Line => {
            Line::read(Some(raw), field, problems);
        }
        _ => {
            Words::read(Some(raw), field, problems);
        }
    }
}

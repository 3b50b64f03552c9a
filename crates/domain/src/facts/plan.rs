//! The plan with the child: whether one is in force, and whether its review is due.

use super::company;
use crate::codes::{GoalState, PlanKind, PlanReview, Signatory};
use crate::entry::Entry;
use crate::records::{PlanDrawnUp, PlanSigned, Record, RecordType};
use crate::time::{PartialDate, day_start};
use crate::value::Truth;
use crate::view::View;
use jiff::Timestamp;

fn drawn_up<'a>(v: &View<'a>, number: u64) -> Option<&'a PlanDrawnUp> {
    v.all(RecordType::PlanDrawnUp).find_map(|e| match &e.record {
        Record::PlanDrawnUp(plan) if e.seq == number => Some(plan),
        _ => None,
    })
}

/// Whether a signing brings the plan into force: the responsible service signed, the child did or is
/// not able to, and the guardian did where one was needed then. The child's signature alone is not
/// enough (OSCE OP9 §6.2, 6.2.1).
fn brings_into_force(v: &View<'_>, entry: &Entry, signed: &PlanSigned) -> Truth {
    let by = |who| Truth::from(signed.signed_by.has(who));
    let then = v.just_before(entry);
    let child = by(Signatory::Child).or(signed.child_able.not());
    let guardian = by(Signatory::Guardian).or(company::guardian_needed(&then).not());
    by(Signatory::Service).and(child).and(guardian)
}

/// The newest signing of a plan of a kind that brought one into force, with the plan.
fn signed<'a>(v: &View<'a>, kind: PlanKind) -> Option<(&'a Entry, &'a PlanSigned, &'a PlanDrawnUp)> {
    v.all(RecordType::PlanSigned)
        .filter_map(|e| match &e.record {
            Record::PlanSigned(s) => Some((e, s, drawn_up(v, s.plan.0).filter(|p| p.kind == kind)?)),
            _ => None,
        })
        .filter(|(e, s, _)| brings_into_force(v, e, s).is_true())
        .max_by_key(|(e, ..)| v.order(e))
}

/// The newest review of a plan: what came of it, and when the plan is looked at next.
fn reviewed<'a>(v: &View<'a>, plan: u64) -> Option<(&'a Entry, PlanReview, Option<PartialDate>)> {
    v.newest(RecordType::PlanReviewed, |r| match r {
        Record::PlanReviewed(review) if review.plan.0 == plan => Some((review.outcome, review.next_on)),
        _ => None,
    })
    .map(|(entry, (outcome, next))| (entry, outcome, next))
}

/// Whether a plan of a kind is in force: it was brought into force, no review since has ended it, and
/// the time for which it was made has not run out.
pub fn in_force(v: &View<'_>, kind: PlanKind) -> Truth {
    let Some((entry, signed, plan)) = signed(v, kind) else {
        return Truth::False;
    };
    let ended = reviewed(v, signed.plan.0)
        .is_some_and(|(review, outcome, _)| outcome == PlanReview::Ends && v.follows(Some(review), Some(entry)));
    if ended {
        return Truth::False;
    }
    match plan.runs_until.and_then(|until| over(v, until)) {
        Some((_, last)) if v.at() >= last => Truth::False,
        Some((first, _)) if v.at() >= first => Truth::Unknown,
        _ => Truth::True,
    }
}

/// Whether a plan that came into force was carried out: it has goals, and the newest word on each is that it is
/// met, handed over or, with the child's agreement, dropped; not all were dropped. It need not be in force any
/// longer: a plan may end because its goals were met.
pub fn carried_out(v: &View<'_>) -> Truth {
    let done = |kind| {
        let Some((_, signed, _)) = signed(v, kind) else {
            return Truth::False;
        };
        let goals = v.all(RecordType::GoalSet).filter_map(|e| match &e.record {
            Record::GoalSet(goal) if goal.plan.0 == signed.plan.0 => Some(e.seq),
            _ => None,
        });
        let mut kept = Truth::False;
        let mut settled = Truth::True;
        for goal in goals {
            let newest = v.newest(RecordType::GoalFollowed, |r| match r {
                Record::GoalFollowed(f) if f.goal.0 == goal => Some((f.how, f.child_agrees)),
                _ => None,
            });
            match newest.map(|(_, state)| state) {
                Some((GoalState::Met | GoalState::HandedOver, _)) => kept = Truth::True,
                Some((GoalState::Dropped, agrees)) => settled = settled.and(agrees),
                Some((GoalState::Progressed, _)) | None => return Truth::False,
            }
        }
        kept.and(settled)
    };
    done(PlanKind::Care).or(done(PlanKind::LifeProject))
}

/// Whether any plan is in force.
pub fn running(v: &View<'_>) -> Truth {
    in_force(v, PlanKind::Care).or(in_force(v, PlanKind::LifeProject))
}

/// The day for the next review of a plan of a kind that is in force: what the plan says, or its newest review.
fn review_day(v: &View<'_>, kind: PlanKind) -> Option<PartialDate> {
    let (_, signed, plan) = signed(v, kind)?;
    match reviewed(v, signed.plan.0) {
        Some((_, _, next)) => next,
        None => Some(plan.review_on),
    }
}

/// Whether the day has come that a plan in force sets for its review.
pub fn review_due(v: &View<'_>) -> Truth {
    let due = |kind| {
        let come = match review_day(v, kind).and_then(|day| begins(v, day)) {
            Some((_, last)) if v.at() >= last => Truth::True,
            Some((first, _)) if v.at() >= first => Truth::Unknown,
            _ => Truth::False,
        };
        in_force(v, kind).and(come)
    };
    due(PlanKind::Care).or(due(PlanKind::LifeProject))
}

/// The first and the last instant at which a written day may begin.
fn begins(v: &View<'_>, day: PartialDate) -> Option<(Timestamp, Timestamp)> {
    let zone = &v.case.calendar.zone;
    Some((day_start(day.first(), zone)?, day_start(day.last(), zone)?))
}

/// The first and the last instant at which a written day may be over.
fn over(v: &View<'_>, day: PartialDate) -> Option<(Timestamp, Timestamp)> {
    let zone = &v.case.calendar.zone;
    Some((
        day_start(day.first().tomorrow().ok()?, zone)?,
        day_start(day.last().tomorrow().ok()?, zone)?,
    ))
}

/// When time alone ends a plan, or calls for its review.
pub fn changes(v: &View<'_>) -> Vec<Timestamp> {
    let mut all = Vec::new();
    for kind in [PlanKind::Care, PlanKind::LifeProject] {
        let until = signed(v, kind).and_then(|(_, _, plan)| plan.runs_until);
        let ends = until.and_then(|until| over(v, until));
        let review = review_day(v, kind).and_then(|day| begins(v, day));
        all.extend(ends.into_iter().chain(review).flat_map(|(first, last)| [first, last]));
    }
    all
}

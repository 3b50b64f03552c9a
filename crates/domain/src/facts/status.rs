//! The child's right to stay: what was asked for, what is in force, when it runs out.

use super::solution;
use crate::codes::{RefusalKind, ServiceKind, StatusKind, StatusState, TraffickingDecision};
use crate::entry::Entry;
use crate::fields::Code;
use crate::records::{Record, RecordType, ResidenceStatus};
use crate::time::day_start;
use crate::value::Truth;
use crate::view::View;
use jiff::{Span, Timestamp, civil};

fn statuses<'a>(v: &View<'a>) -> impl Iterator<Item = (&'a Entry, &'a ResidenceStatus)> {
    v.all(RecordType::ResidenceStatus).filter_map(|e| match &e.record {
        Record::ResidenceStatus(s) => Some((e, s)),
        _ => None,
    })
}

/// The newest record that a status of this kind stands so.
fn newest<'a>(
    v: &View<'a>,
    kind: Option<StatusKind>,
    states: &[StatusState],
) -> Option<(&'a Entry, &'a ResidenceStatus)> {
    statuses(v)
        .filter(|(_, s)| states.contains(&s.state) && s.kind == kind)
        .max_by_key(|(e, _)| v.order(e))
}

/// The newest refusal or withdrawal of a status of this kind that nobody has taken back.
fn refused<'a>(v: &View<'a>, kind: StatusKind, how: RefusalKind) -> Option<&'a Entry> {
    let taken_back = |refusal: &Entry| {
        v.all(RecordType::RefusalEnded).any(|e| match &e.record {
            Record::RefusalEnded(ended) => ended.refusal.0 == refusal.seq,
            _ => false,
        })
    };
    v.newest(RecordType::ServiceRefused, |r| match r {
        Record::ServiceRefused(s) if s.service == ServiceKind::Residence => Some((s.status, s.kind)),
        _ => None,
    })
    .filter(|(e, said)| *said == (Some(kind), how) && !taken_back(e))
    .map(|(e, _)| e)
}

/// The newest grant of a status of this kind that was neither withdrawn nor followed by the finding that
/// the child has no right to stay; it may have run out since.
fn granted<'a>(v: &View<'a>, kind: StatusKind) -> Option<(&'a Entry, &'a ResidenceStatus)> {
    let given = newest(v, Some(kind), &[StatusState::Granted, StatusState::Renewed])?;
    let none = statuses(v)
        .filter(|(_, s)| s.state == StatusState::None)
        .map(|(e, _)| e)
        .max_by_key(|e| v.order(e));
    let ended = [refused(v, kind, RefusalKind::Ended), none];
    let over = ended.into_iter().flatten().any(|e| v.follows(Some(e), Some(given.0)));
    (!over).then_some(given)
}

fn kinds() -> impl Iterator<Item = StatusKind> {
    StatusKind::LIST.codes.iter().filter_map(|code| StatusKind::of(code))
}

/// The instants after which a status may have run out by its date, and has certainly run out.
fn ends(v: &View<'_>, status: &ResidenceStatus) -> Option<(Timestamp, Timestamp)> {
    let until = status.until?;
    let after = |day: civil::Date| day_start(day.tomorrow().ok()?, &v.case.calendar.zone);
    Some((after(until.first())?, after(until.last())?))
}

/// A month before the last day on which a status is certainly valid.
fn month_before(v: &View<'_>, status: &ResidenceStatus) -> Option<Timestamp> {
    let day = status.until?.first().checked_sub(Span::new().months(1)).ok()?;
    day_start(day, &v.case.calendar.zone)
}

/// Whether a status of this kind is in force.
fn valid(v: &View<'_>, kind: StatusKind) -> Truth {
    let Some((entry, status)) = granted(v, kind) else {
        return Truth::False;
    };
    let expired = newest(v, Some(kind), &[StatusState::Expired]);
    if v.follows(expired.map(|(e, _)| e), Some(entry)) {
        return Truth::False;
    }
    match ends(v, status) {
        Some((_, last)) if v.at() >= last => Truth::False,
        Some((first, _)) if v.at() >= first => Truth::Unknown,
        _ => Truth::True,
    }
}

/// Whether a status of this kind was asked for and neither given nor refused since.
fn requested(v: &View<'_>, kind: StatusKind) -> bool {
    let asked = newest(v, Some(kind), &[StatusState::Requested]).map(|(e, _)| e);
    let given = newest(v, Some(kind), &[StatusState::Granted, StatusState::Renewed]).map(|(e, _)| e);
    v.follows(asked, given) && v.follows(asked, refused(v, kind, RefusalKind::Refused))
}

/// Whether somebody recorded anything of the child's right to stay.
fn recorded(v: &View<'_>) -> bool {
    statuses(v).next().is_some()
        || v.all(RecordType::ServiceRefused).any(|e| match &e.record {
            Record::ServiceRefused(s) => s.service == ServiceKind::Residence,
            _ => false,
        })
}

/// What follows where nobody has said anything: nothing is missing for a child who crossed no border.
fn unsaid(v: &View<'_>) -> Truth {
    v.newest(RecordType::VictimPresumed, |r| match r {
        Record::VictimPresumed(p) => Some(p.crossed_border),
        _ => None,
    })
    .map_or(Truth::Unknown, |(_, crossed)| crossed.and(Truth::Unknown))
}

/// Whether the child has no right to stay.
pub fn lacking(v: &View<'_>) -> Truth {
    if recorded(v) {
        kinds().map(|k| valid(v, k)).fold(Truth::False, Truth::or).not()
    } else {
        unsaid(v)
    }
}

/// Whether the child needs a permit to stay, being no national and having no free movement.
pub fn foreign(v: &View<'_>) -> Truth {
    if recorded(v) {
        valid(v, StatusKind::National).not()
    } else {
        unsaid(v)
    }
}

/// Whether a permit was asked for and is not decided yet. An application for asylum is none: it may take
/// years, and no permit comes of waiting for it.
pub fn awaited(v: &View<'_>) -> bool {
    kinds().any(|k| k != StatusKind::Asylum && requested(v, k))
}

/// Whether more than one status is open: in force or asked for.
pub fn several(v: &View<'_>) -> bool {
    let open = kinds().filter(|k| *k != StatusKind::National);
    open.filter(|k| requested(v, *k) || !valid(v, *k).is_false()).count() > 1
}

/// The last of the statuses that were granted, by the day on which each may run out; `None` when there
/// is none, or one without an end.
fn last_to_end<'a>(v: &View<'a>) -> Option<&'a ResidenceStatus> {
    let granted: Vec<&ResidenceStatus> = kinds().filter_map(|k| granted(v, k)).map(|(_, s)| s).collect();
    if granted.iter().any(|s| s.until.is_none()) {
        return None;
    }
    granted.into_iter().max_by_key(|s| s.until.map(|until| until.first()))
}

/// When the child's right to stay runs out, at the earliest.
pub fn ends_at(v: &View<'_>) -> Option<Timestamp> {
    last_to_end(v).and_then(|s| ends(v, s)).map(|(first, _)| first)
}

/// Whether the child's right to stay runs out within a month, or has run out.
pub fn ends_soon(v: &View<'_>) -> bool {
    last_to_end(v)
        .and_then(|s| month_before(v, s))
        .is_some_and(|near| v.at() >= near)
}

/// When a status runs out by its date, and when a month is left.
pub fn changes(v: &View<'_>) -> Vec<Timestamp> {
    statuses(v)
        .flat_map(|(_, s)| {
            let (first, last) = ends(v, s).unzip();
            [first, last, month_before(v, s)]
        })
        .flatten()
        .collect()
}

/// Whether the right to stay was decided since the child was identified as trafficked and a solution
/// was chosen.
pub fn decided_again(v: &View<'_>) -> bool {
    let identified = v.newest(RecordType::TraffickingStatus, |r| match r {
        Record::TraffickingStatus(t) => (t.status == TraffickingDecision::Identified).then_some(()),
        _ => None,
    });
    let chosen = solution::chosen(v);
    let given = statuses(v).filter(|(_, s)| matches!(s.state, StatusState::Granted | StatusState::Renewed));
    let refused = kinds().filter_map(|k| refused(v, k, RefusalKind::Refused));
    given
        .map(|(e, _)| e)
        .chain(refused)
        .any(|e| v.follows(Some(e), identified.map(|(i, ())| i)) && v.follows(Some(e), chosen))
}

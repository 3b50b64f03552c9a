//! Where the child lives, liberty, missing.

use crate::codes::{LibertyMeasure, PlacementEnd, PlacementKind};
use crate::entry::Entry;
use crate::records::{LibertyRestricted, PlacementStarted, Record, RecordType};
use crate::time::day_start;
use crate::value::Truth;
use crate::view::View;
use jiff::Timestamp;

/// Whether the child is missing.
pub fn missing(v: &View<'_>) -> bool {
    v.follows(v.latest(&[RecordType::MissingReported]), v.latest(&[RecordType::Found]))
}

/// The placement in which the child lives now.
pub fn present<'a>(v: &View<'a>) -> Option<&'a PlacementStarted> {
    let ended = v.latest(&[RecordType::PlacementEnded, RecordType::Departed]);
    let (entry, started) = v.newest(RecordType::PlacementStarted, |r| match r {
        Record::PlacementStarted(p) => Some(p),
        _ => None,
    })?;
    // Who is let out of custody no longer lives there.
    let released = v.latest(&[RecordType::ReleasedFromCustody]);
    let free = is_detention(started.kind) && v.follows(released, Some(entry));
    (!free && v.follows(Some(entry), ended)).then_some(started)
}

/// The kind of place where the child lives now.
pub fn placement(v: &View<'_>) -> Option<PlacementKind> {
    present(v).map(|p| p.kind)
}

/// Whether a kind of place holds the child and is no care.
pub fn is_detention(kind: PlacementKind) -> bool {
    matches!(
        kind,
        PlacementKind::PoliceCell | PlacementKind::Prison | PlacementKind::Detention
    )
}

/// Whether unrelated adults live in the present place; false when there is none.
pub fn unrelated_adults(v: &View<'_>) -> Truth {
    present(v).map_or(Truth::False, |p| p.unrelated_adults)
}

/// Since when the child has lived in care: a move does not end it, going home or leaving does.
pub fn in_care_since(v: &View<'_>) -> Option<Timestamp> {
    let types = [
        RecordType::PlacementStarted,
        RecordType::PlacementEnded,
        RecordType::Departed,
    ];
    let mut moves: Vec<&Entry> = types.into_iter().flat_map(|t| v.all(t)).collect();
    moves.sort_by_key(|e| v.order(e));
    let since = moves.into_iter().fold(None, |since, e| match &e.record {
        Record::PlacementStarted(p) if is_detention(p.kind) => None,
        Record::PlacementStarted(_) => since.or(Some(v.effect(e))),
        Record::PlacementEnded(p) if p.reason == PlacementEnd::Moved => since,
        _ => None,
    });
    since.filter(|_| present(v).is_some())
}

/// The instants after which a restriction may have ended by its date, and has certainly ended.
fn ends(v: &View<'_>, restriction: &LibertyRestricted) -> Option<(Timestamp, Timestamp)> {
    let date = restriction.ends?;
    let zone = &v.case.calendar.zone;
    Some((
        day_start(date.first().tomorrow().ok()?, zone)?,
        day_start(date.last().tomorrow().ok()?, zone)?,
    ))
}

fn restrictions<'a>(v: &View<'a>) -> impl Iterator<Item = (&'a Entry, &'a LibertyRestricted)> {
    v.all(RecordType::LibertyRestricted).filter_map(|e| match &e.record {
        Record::LibertyRestricted(l) => Some((e, l)),
        _ => None,
    })
}

/// Whether a restriction was lifted.
fn lifted(v: &View<'_>, restriction: &Entry) -> bool {
    v.all(RecordType::LibertyLifted)
        .any(|e| matches!(&e.record, Record::LibertyLifted(l) if l.restriction.0 == restriction.seq))
}

/// Whether a restriction of liberty stands. It ends when it is lifted, after its last day, and when the
/// child leaves the place in which it applied; a ban on leaving the country ends only with its day or the departure.
pub fn restricted(v: &View<'_>) -> Truth {
    let left = v.latest(&[RecordType::PlacementEnded, RecordType::Departed]);
    let departed = v.latest(&[RecordType::Departed]);
    restrictions(v)
        .map(|(entry, restriction)| {
            let over = if restriction.measures.has(LibertyMeasure::LeavingCountry) {
                departed
            } else {
                left
            };
            if v.follows(over, Some(entry)) || lifted(v, entry) {
                return Truth::False;
            }
            match ends(v, restriction) {
                Some((_, last)) if v.at() >= last => Truth::False,
                Some((first, _)) if v.at() >= first => Truth::Unknown,
                _ => Truth::True,
            }
        })
        .fold(Truth::False, Truth::or)
}

/// When restrictions end by their dates.
pub fn restrictions_end(v: &View<'_>) -> Vec<Timestamp> {
    restrictions(v)
        .filter_map(|(_, r)| ends(v, r))
        .flat_map(|(first, last)| [first, last])
        .collect()
}

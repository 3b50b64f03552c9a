//! How a placement was prepared, and whether the child was taken out of the family.

use super::care::placement;
use super::help;
use crate::codes::PlacementEnd;
use crate::entry::Entry;
use crate::records::{Record, RecordType};
use crate::view::View;

/// Whether something that prepares a place was done for the present one: since the child came into the
/// place before it. `None` counts as not done; without a present placement nothing is prepared.
fn for_present_place(v: &View<'_>, done: Option<&Entry>) -> bool {
    if placement(v).is_none() {
        return false;
    }
    let present = v.latest(&[RecordType::PlacementStarted]);
    let before = v
        .all(RecordType::PlacementStarted)
        .filter(|e| present.is_some_and(|p| p.seq != e.seq))
        .max_by_key(|e| v.order(e));
    v.follows(done, before)
}

/// Whether best interests were assessed for the place where the child lives, before the child came or since.
pub fn weighed(v: &View<'_>) -> bool {
    for_present_place(v, help::assessed_for_care(v))
}

/// Whether there was a first visit to the place where the child lives, before the child came or since.
pub fn visited(v: &View<'_>) -> bool {
    for_present_place(v, v.latest(&[RecordType::IntroductoryVisit]))
}

/// Whether the child was taken out of the family and has not gone home since.
pub fn removed(v: &View<'_>) -> bool {
    let home = v.newest(RecordType::PlacementEnded, |r| match r {
        Record::PlacementEnded(p) => (p.reason == PlacementEnd::Home).then_some(()),
        _ => None,
    });
    v.follows(
        v.latest(&[RecordType::RemovedFromFamily]),
        home.map(|(entry, ())| entry),
    )
}

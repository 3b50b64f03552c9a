//! What a closing rests on: transfer, age, the child's word on it; and whether a case is closed.

use super::age;
use crate::codes::{AgeResult, TransferAnswer};
use crate::entry::Entry;
use crate::records::{Record, RecordType};
use crate::value::Truth;
use crate::view::{Moment, View};

/// The closing that stands in one reading: the newest, unless the case was reopened after it.
fn closing<'a>(v: &View<'a>) -> Option<&'a Entry> {
    let closed = v.latest(&[RecordType::CaseClosed]);
    closed.filter(|_| v.follows(closed, v.latest(&[RecordType::CaseReopened])))
}

/// The closing that stands. Where it is not certain that the case is closed, it is open.
pub fn closed<'a>(moment: &Moment<'a>) -> Option<&'a Entry> {
    closing(&moment.earliest)?;
    closing(&moment.latest)
}

/// The newest reopening: what was said and answered before it speaks of an earlier closing.
pub(super) fn reopened<'a>(v: &View<'a>) -> Option<&'a Entry> {
    v.latest(&[RecordType::CaseReopened])
}

/// Whether the other authority accepted the newest offer of the case, since it was last reopened.
pub fn transfer_accepted(v: &View<'_>) -> bool {
    let Some(offer) = v.latest(&[RecordType::TransferOffered]) else {
        return false;
    };
    let answer = v.newest(RecordType::TransferAnswered, |r| match r {
        Record::TransferAnswered(a) if a.offer.0 == offer.seq => Some(a.answer),
        _ => None,
    });
    answer.is_some_and(|(entry, answer)| answer == TransferAnswer::Accepted && v.follows(Some(entry), reopened(v)))
}

/// Whether the person was an adult already when referred, by the newest verification and a verified
/// date of birth. Who turned 18 since was a child when trafficked, and a birthday closes no case.
pub fn adult_when_referred(v: &View<'_>) -> Truth {
    let found = age::found(v, |a| Some((a.result, a.born)));
    match found {
        Some((_, (AgeResult::Adult, Some(_)))) => {}
        // Found to be an adult, but nobody says since when.
        Some((_, (AgeResult::Adult, None))) => return Truth::Unknown,
        _ => return Truth::False,
    }
    let referred = v.all(RecordType::ReferralReceived).map(|e| e.occurred.from).min();
    match (referred, age::eighteenth(v)) {
        (Some(referred), (_, Some(latest))) if latest <= referred => Truth::True,
        (Some(referred), (Some(earliest), _)) if earliest > referred => Truth::False,
        _ => Truth::Unknown,
    }
}

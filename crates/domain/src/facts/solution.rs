//! What is known of a solution: determination, inquiry, risks of a return.

use crate::codes::Solution;
use crate::records::{Record, RecordType, RiskAssessment, SocialInquiryReceived};
use crate::value::Truth;
use crate::view::View;

/// The solution chosen by the newest determination; `None` when there is none or it deferred the
/// choice: a solution that is being determined anew no longer stands, nor does one that failed.
pub fn determination(v: &View<'_>) -> Option<Solution> {
    v.newest(RecordType::DeterminationMade, |r| match r {
        Record::DeterminationMade(d) => Some(d.solution),
        _ => None,
    })
    .filter(|(entry, _)| v.follows(Some(entry), v.latest(&[RecordType::MetAgain])))
    .map(|(_, solution)| solution)
    .filter(|s| *s != Solution::Deferred)
}

/// What the newest social inquiry says; false when none was received, or none since a return failed.
pub fn inquiry(v: &View<'_>, says: fn(&SocialInquiryReceived) -> Truth) -> Truth {
    v.newest(RecordType::SocialInquiryReceived, |r| match r {
        Record::SocialInquiryReceived(i) => Some(says(i)),
        _ => None,
    })
    .filter(|(entry, _)| v.follows(Some(entry), v.latest(&[RecordType::MetAgain])))
    .map_or(Truth::False, |(_, truth)| truth)
}

/// What the newest risk assessment says of a return, and the newest of the very place of one: a later
/// assessment that was made for something else does not take away what was found there.
fn risk_on_return(v: &View<'_>, says: fn(&RiskAssessment) -> Truth) -> Truth {
    let newest = |of_place: bool| {
        v.newest(RecordType::RiskAssessment, |r| match r {
            Record::RiskAssessment(a) if !of_place || is(a.very_place) => Some(says(a)),
            _ => None,
        })
        .map(|(_, truth)| truth)
    };
    newest(false).map_or(Truth::Unknown, |truth| {
        newest(true).map_or(truth, |there| truth.or(there))
    })
}

fn is(truth: Option<Truth>) -> bool {
    truth.is_some_and(Truth::is_true)
}

/// Whether the newest risk assessment, or the newest of the place of return, finds a serious risk on return.
pub fn serious_on_return(v: &View<'_>) -> Truth {
    risk_on_return(v, |a| a.serious_risk_on_return)
}

/// Whether the same find a reasonable risk for the child's fundamental rights on return.
pub fn rights_on_return(v: &View<'_>) -> Truth {
    risk_on_return(v, |a| a.rights_at_risk.unwrap_or(Truth::Unknown))
}

/// Whether the newest security assessment, or the newest of the place of return, finds a danger.
pub fn danger(v: &View<'_>) -> Truth {
    let newest = |of_place: bool| {
        v.newest(RecordType::SecurityAssessment, |r| match r {
            Record::SecurityAssessment(a) if !of_place || is(a.very_place) => Some(a.danger),
            _ => None,
        })
        .map(|(_, danger)| danger)
    };
    newest(false).map_or(Truth::Unknown, |danger| {
        newest(true).map_or(danger, |there| danger.or(there))
    })
}

/// Whether the child has left for the place of return and is not known to be back: not found here
/// since nor met again, and not placed before anybody met the child there (a placement after that is there).
pub fn departed(v: &View<'_>) -> bool {
    let left = v.latest(&[RecordType::Departed]);
    let found = v.latest(&[RecordType::Found, RecordType::MetAgain]);
    let placed = v.latest(&[RecordType::PlacementStarted]);
    let met = v.latest(&[RecordType::MetOnArrival]);
    let back = v.follows(found, left) || (v.follows(placed, left) && !v.follows(met, left));
    left.is_some() && !back
}

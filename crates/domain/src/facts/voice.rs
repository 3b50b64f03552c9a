//! What the child was told and asked.

use super::solution;
use crate::codes::{PlacementEnd, Topic};
use crate::entry::Entry;
use crate::records::{Record, RecordType};
use crate::value::{Truth, Value};
use crate::view::View;

/// The newest record with which the child came into a place or left care: what was said on the
/// placement before is about another place. Leaving one place for the next does not count: the
/// child is heard on the next place before that.
pub(super) fn newest_move<'a>(v: &View<'a>) -> Option<&'a Entry> {
    let started = v.latest(&[RecordType::PlacementStarted]);
    let left = v.newest(RecordType::PlacementEnded, |r| match r {
        Record::PlacementEnded(p) => (p.reason != PlacementEnd::Moved).then_some(()),
        _ => None,
    });
    let left = left.map(|(entry, ())| entry);
    if v.follows(left, started) { left } else { started }
}

/// The newest information on a topic that was understood: by the child or, of a child too young to be told,
/// by who stands for the child.
fn informed<'a>(v: &View<'a>, topic: Topic, understood: fn(Truth) -> bool) -> Option<&'a Entry> {
    v.newest(RecordType::InformationGiven, |r| match r {
        Record::InformationGiven(i) => {
            let taken_in = i.understood.or(i.too_young.unwrap_or(Truth::False));
            (i.topics.has(topic) && understood(taken_in)).then_some(())
        }
        _ => None,
    })
    .map(|(entry, ())| entry)
}

fn told_after(v: &View<'_>, topic: Topic, after: Option<&Entry>) -> Value {
    let known = v.follows(informed(v, topic, Truth::is_true), after);
    let perhaps = v.follows(informed(v, topic, |u| !u.is_false()), after);
    match (known, perhaps) {
        (true, _) => Truth::True,
        (false, true) => Truth::Unknown,
        (false, false) => Truth::False,
    }
    .into()
}

/// Whether the child was heard on a topic after an entry, or why not is recorded.
pub fn heard_after(v: &View<'_>, topic: Topic, after: Option<&Entry>) -> Value {
    let heard = v.newest(RecordType::ViewsHeard, |r| match r {
        Record::ViewsHeard(h) => h.topics.has(topic).then_some(()),
        _ => None,
    });
    v.follows(heard.map(|(entry, ())| entry), after).into()
}

/// Whether the child was told about a topic and understood.
pub fn told(v: &View<'_>, topic: Topic) -> Value {
    told_after(v, topic, None)
}

/// Whether the child was told about the placement since the last move and understood.
pub fn told_placement(v: &View<'_>) -> Value {
    told_after(v, Topic::Placement, newest_move(v))
}

/// Whether the child was told the results of the newest assessments and understood.
pub fn told_results(v: &View<'_>) -> Value {
    told_after(
        v,
        Topic::Assessments,
        v.latest(&[
            RecordType::RiskAssessment,
            RecordType::SecurityAssessment,
            RecordType::SocialInquiryReceived,
        ]),
    )
}

/// Whether the child was told about a topic since a return failed, if one did, and understood.
pub fn told_of_return(v: &View<'_>, topic: Topic) -> Value {
    told_after(v, topic, v.latest(&[RecordType::MetAgain]))
}

/// Whether the child was told that the case is to be closed since it was last reopened, and understood.
pub fn told_of_closing(v: &View<'_>) -> Value {
    told_after(v, Topic::Closing, super::closing::reopened(v))
}

/// Whether the child was told of the status of the identity, the journey, the help there and the newest
/// reintegration plan, and understood (ICMPD TRM measure 6, step 3).
pub fn told_of_journey(v: &View<'_>) -> Value {
    let plan = v.latest(&[RecordType::MetAgain, RecordType::ReintegrationPlan]);
    [Topic::Identity, Topic::Journey, Topic::HelpThere]
        .into_iter()
        .map(|topic| told_of_return(v, topic).truth())
        .fold(told_after(v, Topic::Plan, plan).truth(), Truth::and)
        .into()
}

/// Whether the child was heard on the return since an earlier one failed, if one did, or why not is recorded.
pub fn heard_on_return(v: &View<'_>) -> Value {
    heard_after(v, Topic::Return, v.latest(&[RecordType::MetAgain]))
}

/// Whether the child was heard on a topic, or why not is recorded.
pub fn heard(v: &View<'_>, topic: Topic) -> Value {
    heard_after(v, topic, None)
}

/// Whether the child was heard on the placement since the last move, or why not is recorded.
pub fn heard_placement(v: &View<'_>) -> Value {
    heard_after(v, Topic::Placement, newest_move(v))
}

/// Whether the child was told how a solution is found since one was last chosen, and understood.
pub fn told_solution(v: &View<'_>) -> Value {
    told_after(v, Topic::Solution, solution::chosen(v))
}

/// Whether the child was heard on the solution since one was last chosen, or why not is recorded.
pub fn heard_solution(v: &View<'_>) -> Value {
    heard_after(v, Topic::Solution, solution::chosen(v))
}

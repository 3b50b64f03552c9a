//! What is known of a solution: determination, inquiry, risks of a return.

use crate::codes::{DeterminationQuestion, PanelAbout, ReviewOutcome, Solution, SolutionOption};
use crate::entry::Entry;
use crate::records::{Record, RecordType, RiskAssessment, SocialInquiryReceived};
use crate::value::Truth;
use crate::view::View;

/// The newest determination that chose a solution and did not defer it, whether or not it stands: what
/// was said and weighed before it does not serve the next one.
pub(super) fn chosen<'a>(v: &View<'a>) -> Option<&'a Entry> {
    v.newest(RecordType::DeterminationMade, |r| match r {
        Record::DeterminationMade(d) => (d.solution != Solution::Deferred).then_some(()),
        _ => None,
    })
    .map(|(entry, ())| entry)
}

/// The solution chosen by the newest determination; `None` when there is none, when it deferred the
/// choice, or when it is challenged or reopened: a solution that is being determined anew no longer
/// stands, nor does one that failed.
pub fn determination(v: &View<'_>) -> Option<Solution> {
    let (entry, solution) = v.newest(RecordType::DeterminationMade, |r| match r {
        Record::DeterminationMade(d) => Some(d.solution),
        _ => None,
    })?;
    let failed = !v.follows(Some(entry), v.latest(&[RecordType::MetAgain]));
    (solution != Solution::Deferred && stands(v, entry) && !failed).then_some(solution)
}

/// Whether the newest determination chose a third country, and the child's going there was decided since.
pub fn third_country_decided(v: &View<'_>) -> bool {
    let decided = v.latest(&[RecordType::ThirdCountryDecided]);
    determination(v) == Some(Solution::Third) && v.follows(decided, v.latest(&[RecordType::DeterminationMade]))
}

/// Whether every challenge to a determination, or to a finding of age, was answered, and none reopened it.
pub(super) fn stands(v: &View<'_>, determination: &Entry) -> bool {
    let answer = |challenge: &Entry| {
        v.newest(RecordType::DeterminationReviewed, |r| match r {
            Record::DeterminationReviewed(r) => (r.challenge.0 == challenge.seq).then_some(r.outcome),
            _ => None,
        })
        .map(|(_, outcome)| outcome)
    };
    v.all(RecordType::DeterminationChallenged)
        .filter(|e| match &e.record {
            Record::DeterminationChallenged(c) => c.determination.0 == determination.seq,
            _ => false,
        })
        .all(|challenge| {
            matches!(
                answer(challenge),
                Some(ReviewOutcome::Upheld | ReviewOutcome::Withdrawn)
            )
        })
}

/// Whether a question was determined by others than the migration authority, and that determination is
/// neither challenged nor reopened.
pub fn question_determined(v: &View<'_>, question: DeterminationQuestion) -> Truth {
    v.all(RecordType::QuestionDetermined)
        .filter_map(|e| match &e.record {
            Record::QuestionDetermined(q) if q.question == question && stands(v, e) => Some(q.migration_decided.not()),
            _ => None,
        })
        .fold(Truth::False, Truth::or)
}

/// Whether a panel was convened for the solution since one was last chosen.
pub fn panel_on_solution(v: &View<'_>) -> bool {
    v.follows(panel(v, PanelAbout::Solution), chosen(v))
}

/// Whether a panel was convened for another question since one was last determined.
pub fn panel_on_question(v: &View<'_>) -> bool {
    v.follows(
        panel(v, PanelAbout::Question),
        v.latest(&[RecordType::QuestionDetermined]),
    )
}

fn panel<'a>(v: &View<'a>, about: PanelAbout) -> Option<&'a Entry> {
    v.newest(RecordType::PanelConvened, |r| match r {
        Record::PanelConvened(p) => (p.about == about).then_some(()),
        _ => None,
    })
    .map(|(entry, ())| entry)
}

/// Whether return, integration and a third country were each weighed or excluded since a solution was
/// last chosen.
pub fn three_weighed(v: &View<'_>) -> bool {
    let before = chosen(v);
    [SolutionOption::Return, SolutionOption::Stay, SolutionOption::Third]
        .into_iter()
        .all(|option| {
            let weighed = v.newest(RecordType::OptionWeighed, |r| match r {
                Record::OptionWeighed(o) => (o.option == option).then_some(()),
                _ => None,
            });
            v.follows(weighed.map(|(entry, ())| entry), before)
        })
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

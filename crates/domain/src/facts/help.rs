//! What is asked of, done for and refused to the child: consent, interviews, best interests, services.

use super::company::guardian_needed;
use super::solution;
use super::voice::newest_move;
use crate::codes::*;
use crate::entry::Entry;
use crate::records::{Record, RecordType};
use crate::value::Truth;
use crate::view::View;

/// Whether best interests were assessed for care or accommodation since the last move.
pub fn best_interests_on_placement(v: &View<'_>) -> bool {
    v.follows(assessed_for_care(v), newest_move(v))
}

/// The newest assessment of best interests that was made for care or accommodation.
pub fn assessed_for_care<'a>(v: &View<'a>) -> Option<&'a Entry> {
    let assessed = v.newest(RecordType::BestInterestsAssessment, |r| match r {
        Record::BestInterestsAssessment(b) => matches!(
            b.occasion,
            BestInterestsOccasion::Care | BestInterestsOccasion::Accommodation
        )
        .then_some(()),
        _ => None,
    });
    assessed.map(|(entry, ())| entry)
}

/// Whether best interests were assessed for the solution since one was last chosen.
pub fn best_interests_on_solution(v: &View<'_>) -> bool {
    let assessed = v.newest(RecordType::BestInterestsAssessment, |r| match r {
        Record::BestInterestsAssessment(b) => (b.occasion == BestInterestsOccasion::Solution).then_some(()),
        _ => None,
    });
    let chosen = solution::chosen(v);
    v.follows(assessed.map(|(entry, ())| entry), chosen)
}

/// Whether the placement was explained since the last move, and the child agreed, objected, or was undecided;
/// of a child too young to be told, whether who stands for the child was told and agrees.
pub fn asked_for_placement(v: &View<'_>) -> Truth {
    let told = v.newest(RecordType::InformationGiven, |r| match r {
        Record::InformationGiven(i) => i.topics.has(Topic::Placement).then_some(i.too_young),
        _ => None,
    });
    let too_young = told.and_then(|(_, too_young)| too_young).unwrap_or(Truth::False);
    let newest = v.newest(RecordType::ConsentGiven, |r| match r {
        Record::ConsentGiven(c) => {
            let agreed_for = c.guardian_agrees.unwrap_or(Truth::Unknown).and(too_young);
            (c.subject == ConsentSubject::Placement).then_some(c.explained.or(agreed_for))
        }
        _ => None,
    });
    match newest {
        Some((entry, explained)) if v.follows(Some(entry), newest_move(v)) => explained,
        _ => Truth::False,
    }
}

/// Whether somebody who may sway the child was present when the child was last heard, as far as it was
/// written down who was.
pub fn swayed(v: &View<'_>) -> bool {
    v.newest(RecordType::ViewsHeard, |r| match r {
        Record::ViewsHeard(h) => Some(h.who_present.as_ref()),
        _ => None,
    })
    .and_then(|(_, present)| present)
    .is_some_and(|present| {
        [
            PresentPerson::Parent,
            PresentPerson::Relative,
            PresentPerson::OtherAdult,
            PresentPerson::HomeInterpreter,
        ]
        .into_iter()
        .any(|person| present.has(person))
    })
}

/// Whether the newest interview had nobody at the child's side without a decision that says why, and
/// the child has not been heard on it since. A parent counts only where no guardian is needed.
pub fn interviewed_alone(v: &View<'_>) -> Truth {
    let newest = v.newest(RecordType::InterviewHeld, |r| match r {
        Record::InterviewHeld(i) => Some((i.at_side, i.excluded_by_decision == Some(Truth::True))),
        _ => None,
    });
    let Some((entry, (at_side, excluded))) = newest else {
        return Truth::False;
    };
    let heard = v.newest(RecordType::ViewsHeard, |r| match r {
        Record::ViewsHeard(h) => h.topics.has(Topic::Proceedings).then_some(()),
        _ => None,
    });
    if excluded || v.follows(heard.map(|(e, ())| e), Some(entry)) {
        return Truth::False;
    }
    match at_side {
        AtSide::Nobody => Truth::True,
        AtSide::Parent => guardian_needed(v),
        AtSide::Guardian | AtSide::Lawyer | AtSide::Chosen => Truth::False,
    }
}

/// Whether a service was refused or limited because of nationality or status, and has not been given since.
pub fn refused_for_status(v: &View<'_>) -> Truth {
    v.all(RecordType::ServiceEnded)
        .filter_map(|entry| match &entry.record {
            Record::ServiceEnded(e) if matches!(e.how, ServiceEnd::ByProvider | ServiceEnd::Limited) => {
                let given = v.newest(RecordType::ServiceDelivered, |r| match r {
                    Record::ServiceDelivered(d) => (d.service == e.service).then_some(()),
                    _ => None,
                });
                let given = v.follows(given.map(|(g, ())| g), Some(entry));
                Some(e.for_status.and(Truth::from(!given)))
            }
            _ => None,
        })
        .fold(Truth::False, Truth::or)
}

/// Whether for a need that the newest assessment names no service was asked or came (OSCE OP9 §4.1.2). A
/// lawyer and a school that began answer too; safety, shelter, family and language have rules of their own.
pub fn need_unanswered(v: &View<'_>) -> bool {
    let asked = |services: &[Service]| {
        [RecordType::ServiceReferred, RecordType::ServiceDelivered]
            .into_iter()
            .any(|t| {
                v.all(t).any(|e| match &e.record {
                    Record::ServiceReferred(r) => services.contains(&r.service),
                    Record::ServiceDelivered(d) => services.contains(&d.service),
                    _ => false,
                })
            })
    };
    let answered = |need: NeedArea| match need {
        NeedArea::Health => asked(&[Service::Medical]),
        NeedArea::Psychological => asked(&[Service::Psychological, Service::Recovery]),
        NeedArea::Legal => asked(&[Service::Legal]) || v.latest(&[RecordType::LawyerAppointed]).is_some(),
        NeedArea::Education => {
            asked(&[Service::Education, Service::Training, Service::Work])
                || v.latest(&[RecordType::SchoolStarted]).is_some()
        }
        NeedArea::Material => asked(&[Service::Material]),
        NeedArea::Safety | NeedArea::Shelter | NeedArea::Family | NeedArea::Language => true,
    };
    v.newest(RecordType::NeedsAssessment, |r| match r {
        Record::NeedsAssessment(n) => Some(&n.areas),
        _ => None,
    })
    .is_some_and(|(_, areas)| areas.0.iter().any(|need| !answered(*need)))
}

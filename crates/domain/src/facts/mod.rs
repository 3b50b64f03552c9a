//! The facts: the vocabulary that joins law and code.
//!
//! One alphabetical list. Each fact has a type, a sentence, and one function that reads it from the
//! case as it stands at an instant; the functions stand in one file for each topic. A fact is a step
//! function of time: it changes only when an entry takes effect, or at an instant that its `changes`
//! lists, so nothing ever scans day by day.

mod age;
mod authority;
mod book;
mod borders;
mod care;
mod closing;
mod company;
mod help;
mod identity;
mod moves;
mod plan;
mod solution;
mod status;
mod team;
mod voice;

pub use age::{Birth, born, eighteenth};
pub use authority::{current, replaces, restrictions_since_review};
pub use book::stands_in_book;
pub(crate) use book::{OF_STEP, of_step};
pub use care::{is_detention, missing, placement};
pub use closing::closed;
pub use company::in_office;
pub use solution::determination;

use crate::codes::*;
use crate::records::RecordType;
use crate::value::{Kind, Value};
use crate::view::View;
use jiff::Timestamp;

/// Says at which instants a fact may change with time alone, as the case stands.
pub type Changes = fn(&View<'_>) -> Vec<Timestamp>;

/// A fact that a rule may speak of.
pub struct Fact {
    /// Its name in conditions, for example `guardian.in_office`.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// What it says.
    pub sentence: &'static str,
    /// The codes it may have, for a fact of kind [`Kind::Code`] or [`Kind::Codes`].
    pub codes: Option<&'static [&'static str]>,
    /// Reads it at an instant, in one reading of estimated times.
    pub read: fn(&View<'_>) -> Value,
    /// The instants at which it may change with time alone, as the case stands.
    pub changes: Changes,
    /// Whether it speaks of the authority and not of one case.
    pub of_authority: bool,
    /// Whether it is known only while a step is judged, because it follows from the rules themselves:
    /// only `when` and `require` of a safeguard may speak of it.
    pub of_step: bool,
}

/// The name of the fact that nothing is owed any longer. It is no fact of the case alone: what is owed
/// follows from the duties, so it is known only where a step is judged.
pub const DUTIES_SETTLED: &str = "duties.settled";

/// For a fact that time alone does not change.
fn never(_: &View<'_>) -> Vec<Timestamp> {
    Vec::new()
}

impl Fact {
    /// Whether time alone may change it.
    pub fn is_timed(&self) -> bool {
        !std::ptr::fn_addr_eq(self.changes, never as Changes)
    }

    /// The fact of a name.
    pub fn of(name: &str) -> Option<&'static Self> {
        FACTS
            .binary_search_by(|f| f.name.cmp(name))
            .ok()
            .and_then(|index| FACTS.get(index))
    }
}

const fn truth(name: &'static str, sentence: &'static str, read: fn(&View<'_>) -> Value) -> Fact {
    Fact {
        name,
        kind: Kind::Truth,
        sentence,
        codes: None,
        read,
        changes: never,
        of_authority: false,
        of_step: false,
    }
}

const fn instant(name: &'static str, sentence: &'static str, read: fn(&View<'_>) -> Value) -> Fact {
    Fact {
        kind: Kind::Instant,
        ..truth(name, sentence, read)
    }
}

const fn number(name: &'static str, sentence: &'static str, read: fn(&View<'_>) -> Value) -> Fact {
    Fact {
        kind: Kind::Number,
        ..truth(name, sentence, read)
    }
}

const fn code<C: crate::fields::Code>(
    name: &'static str,
    sentence: &'static str,
    read: fn(&View<'_>) -> Value,
) -> Fact {
    Fact {
        kind: Kind::Code,
        codes: Some(C::LIST.codes),
        ..truth(name, sentence, read)
    }
}

const fn codes<C: crate::fields::Code>(
    name: &'static str,
    sentence: &'static str,
    read: fn(&View<'_>) -> Value,
) -> Fact {
    Fact {
        kind: Kind::Codes,
        ..code::<C>(name, sentence, read)
    }
}

/// A fact of the authority's book; it also changes when something in it ends by its date.
const fn of_book(name: &'static str, sentence: &'static str, read: fn(&View<'_>) -> Value) -> Fact {
    Fact {
        changes: authority::ends,
        of_authority: true,
        ..truth(name, sentence, read)
    }
}

/// A fact that is known only while a step is judged.
const fn of_step_alone(name: &'static str, sentence: &'static str) -> Fact {
    Fact {
        of_step: true,
        ..truth(name, sentence, |_| Value::Unknown)
    }
}

/// A fact that also changes at the birthdays on which the child may turn 18.
const fn by_age(name: &'static str, sentence: &'static str, read: fn(&View<'_>) -> Value) -> Fact {
    Fact {
        changes: age::birthdays,
        ..truth(name, sentence, read)
    }
}

/// Every fact, by name.
pub static FACTS: &[Fact] = &[
    of_book(
        "authority.agency_agreements",
        "Agreements join child protection with the police, the migration authority and the health service.",
        |v| authority::agency_agreements(v).into(),
    ),
    of_book(
        "authority.best_interests_procedure",
        "A written, multidisciplinary procedure for assessing and determining best interests is in force, applied every time and monitored.",
        |v| authority::best_interests_procedure(v).into(),
    ),
    of_book(
        "authority.data_standards",
        "Every agency in the register that shares data about children has adopted the same minimum standards.",
        |v| authority::data_standards(v).into(),
    ),
    of_book(
        "authority.focal_point",
        "Our focal point for requests about children is named, in a central agency, and the list is shared.",
        |v| authority::focal_point(v).into(),
    ),
    of_book(
        "authority.missing_counted",
        "Children missing, found, and found in a trafficker's control were counted.",
        |v| v.latest(&[RecordType::MissingCounted]).is_some().into(),
    ),
    of_book(
        "authority.policies",
        "Every agency in the register that meets children has a safeguarding policy, a reporting procedure and minimum standards.",
        |v| authority::policies(v).into(),
    ),
    of_book(
        "authority.referral_channel",
        "The referral mechanism has a channel of its own for children.",
        |v| authority::referral_channel(v).into(),
    ),
    Fact {
        of_authority: true,
        ..number(
            "authority.restrictions_since_review",
            "How many restrictions of a child's freedom of movement began in the authority's cases since the newest independent review.",
            |v| Value::Number(i64::try_from(authority::restrictions_since_review(v)).unwrap_or(i64::MAX)),
        )
    },
    of_book(
        "authority.return_rule",
        "A binding text demands both a risk and a security assessment before a return.",
        |v| authority::return_rule(v).into(),
    ),
    of_book(
        "authority.staff_trained",
        "Training of social workers, border police, lawyers and health staff is on record.",
        |v| authority::staff_trained(v).into(),
    ),
    truth(
        "best_interests.on_placement",
        "The child's best interests were assessed for care or accommodation since the last move.",
        |v| help::best_interests_on_placement(v).into(),
    ),
    truth(
        "best_interests.on_solution",
        "The child's best interests were assessed for the solution since one was last chosen.",
        |v| help::best_interests_on_solution(v).into(),
    ),
    of_step_alone(
        book::GUARDIAN_HAS_ROOM,
        "The guardian to be appointed stands for fewer children than the authority allows in its book; also where it set no number or the appointment does not refer to the book. Known only while a step is judged.",
    ),
    of_step_alone(
        book::GUARDIAN_TRAINED,
        "By the authority's book the guardian to be appointed is trained and can contradict the state bodies that decide; also where the appointment does not refer to the book. Known only while a step is judged.",
    ),
    of_step_alone(
        book::PROVIDER_ASSURED,
        "By the authority's book the provider with whom the child is to live has a safeguarding policy and a reporting procedure and meets minimum standards; false where the placement does not refer to the book. Known only while a step is judged.",
    ),
    truth(
        "child.adult_when_referred",
        "By a verified date of birth the person had turned 18 before being referred; unknown while an adult's date of birth is not verified.",
        |v| closing::adult_when_referred(v).into(),
    ),
    truth("child.age_verified", "The child's age was verified.", |v| {
        v.latest(&[RecordType::AgeVerified]).is_some().into()
    }),
    instant(
        "child.eighteen_earliest",
        "The earliest day on which the child may turn 18.",
        |v| eighteenth(v).0.into(),
    ),
    instant(
        "child.eighteen_latest",
        "The latest day on which the child may turn 18; protection by age lasts until it.",
        |v| eighteenth(v).1.into(),
    ),
    by_age(
        "child.protected",
        "Every protection for a child applies: under 18, or not known to be 18 (Warsaw Convention 10(3)).",
        |v| age::protected(v).into(),
    ),
    truth(
        "child.referred",
        "A child was referred: with this the case begins.",
        |v| v.latest(&[RecordType::ReferralReceived]).is_some().into(),
    ),
    truth(
        "child.unaccompanied",
        "No parent, relative or caregiver accompanies the child; unknown while the relation is only claimed.",
        |v| company::unaccompanied(v).into(),
    ),
    Fact {
        changes: age::sixteenth_birthdays,
        ..truth(
            "child.under_16",
            "The child is fifteen or younger; unknown between the earliest and latest possible sixteenth birthday.",
            |v| age::under_sixteen(v).into(),
        )
    },
    by_age(
        "child.under_18",
        "The child is under 18; unknown between the earliest and latest possible birthday.",
        |v| age::under_eighteen(v).into(),
    ),
    truth(
        "companion.unverified",
        "An adult accompanies the child whose claimed relation is not verified.",
        |v| company::unverified(v).into(),
    ),
    truth(
        "consent.on_placement",
        "Since the last move the placement was explained to the child, and the child's agreement or objection is recorded; for a child too young to be told, who stands for the child was told and agrees.",
        |v| help::asked_for_placement(v).into(),
    ),
    truth(
        "determination.made",
        "The newest determination chose a solution, did not defer it, and is neither challenged nor reopened.",
        |v| determination(v).is_some().into(),
    ),
    code::<Solution>(
        "determination.solution",
        "What the newest determination chose; unknown while it is challenged or reopened.",
        |v| determination(v).map_or(Value::Unknown, |s| crate::fields::Field::value(&s)),
    ),
    of_step_alone(
        DUTIES_SETTLED,
        "Each duty of the case is done, handed over or set aside; known only while a step is judged.",
    ),
    truth("escort.named", "It is named who travels with the child.", |v| {
        borders::escort_named(v).into()
    }),
    truth(
        "family.removed",
        "The child was taken out of the family and has not gone home since.",
        |v| moves::removed(v).into(),
    ),
    truth(
        "family.suspected",
        "Somebody of the child's family or care may be complicit, and nothing since has answered it; unknown while nobody has said.",
        |v| company::family_suspected(v).into(),
    ),
    number(
        "guardian.children",
        "How many children the guardian in office stands for, this one included: counted over the authority's cases where the appointment refers to its book, else as the appointment says.",
        book::guardian_children,
    ),
    truth("guardian.in_office", "A guardian is in office.", |v| {
        company::guardian(v).is_some().into()
    }),
    truth(
        "guardian.independent",
        "The guardian in office can contradict the state bodies that decide: as the authority's book says where the appointment refers to it, else as the appointment says.",
        |v| book::guardian_independent(v).into(),
    ),
    instant(
        "guardian.last_met",
        "When the guardian in office last met the child; unknown when no meeting is recorded.",
        |v| team::guardian_met(v).into(),
    ),
    truth(
        "guardian.met",
        "The guardian in office has met the child since the appointment.",
        |v| team::guardian_met(v).is_some().into(),
    ),
    by_age(
        "guardian.needed",
        "A guardian must stand for the child: protected, and without a verified parent at the child's side who is free of suspicion.",
        |v| company::guardian_needed(v).into(),
    ),
    truth(
        "guardian.trained",
        "The guardian in office is trained: as the authority's book says where the appointment refers to it, else as the appointment says.",
        |v| book::guardian_trained(v).into(),
    ),
    instant(
        "guardian.vacant_since",
        "Since when the office of guardian is vacant that was filled before.",
        |v| company::vacant_since(v).into(),
    ),
    truth(
        "guardian.within_number",
        "The guardian in office stands for no more children than the authority set in its book; also where it set no number, the appointment does not refer to the book, or nobody is in office.",
        |v| book::guardian_within_number(v).into(),
    ),
    truth(
        "hearing.swayed",
        "Somebody who may sway the child was present when the child was last heard, as far as it was written down who was.",
        |v| help::swayed(v).into(),
    ),
    truth(
        "identity.document_awaited",
        "A paper that says who the child is was applied for, and neither issued nor refused since.",
        |v| identity::paper_awaited(v).into(),
    ),
    truth(
        "identity.doubtful",
        "The identity that was given is in doubt, or an inquiry found nobody of that name.",
        |v| identity::doubtful(v).into(),
    ),
    truth("identity.established", "It is certain who the child is.", |v| {
        identity::established(v).into()
    }),
    codes::<Country>(
        "identity.nationalities",
        "The nationalities that the newest word on the child's identity names; unknown while there is none, or when it does not know.",
        identity::nationalities,
    ),
    truth(
        "identity.without_papers",
        "The child is known to have no papers, and none was issued since.",
        |v| identity::without_papers(v).into(),
    ),
    truth(
        "information.on_age",
        "The child was told about the age assessment and understood.",
        |v| voice::told(v, Topic::Age),
    ),
    truth(
        "information.on_assessments",
        "The child was told the results since the newest risk assessment, security assessment or social inquiry, and understood.",
        voice::told_results,
    ),
    truth(
        "information.on_assistance",
        "The child was told about the assistance there is and understood.",
        |v| voice::told(v, Topic::Assistance),
    ),
    truth(
        "information.on_closing",
        "The child was told that the case is to be closed since it was last reopened, and understood.",
        voice::told_of_closing,
    ),
    truth(
        "information.on_complaints",
        "The child was told how to complain and understood.",
        |v| voice::told(v, Topic::Complaint),
    ),
    truth(
        "information.on_family",
        "The child was told about tracing and contact with the family and understood.",
        |v| voice::told(v, Topic::Family),
    ),
    truth(
        "information.on_journey",
        "The child was told of the status of the identity, the journey, the help there and the newest reintegration plan, and understood.",
        voice::told_of_journey,
    ),
    truth(
        "information.on_placement",
        "The child was told about the placement since the last move and understood.",
        voice::told_placement,
    ),
    truth(
        "information.on_proceedings",
        "The child was told about the proceedings and understood.",
        |v| voice::told(v, Topic::Proceedings),
    ),
    truth(
        "information.on_remedy",
        "The child was told of the ways to a remedy and to compensation and understood.",
        |v| voice::told(v, Topic::Remedy),
    ),
    truth(
        "information.on_restrictions",
        "The child was told about restrictions and understood.",
        |v| voice::told(v, Topic::Restrictions),
    ),
    truth(
        "information.on_return",
        "The child was told about the return and understood.",
        |v| voice::told_of_return(v, Topic::Return),
    ),
    truth(
        "information.on_rights",
        "The child was told about the situation and the child's rights and understood.",
        |v| voice::told(v, Topic::Situation),
    ),
    truth(
        "information.on_school",
        "The child was told about school and understood.",
        |v| voice::told(v, Topic::School),
    ),
    truth(
        "information.on_solution",
        "The child was told how a solution is found since one was last chosen, and understood.",
        voice::told_solution,
    ),
    truth("inquiry.answered", "An answer to a social inquiry was received.", |v| {
        v.latest(&[RecordType::SocialInquiryReceived]).is_some().into()
    }),
    truth(
        "inquiry.awaited",
        "A social inquiry was sent and no answer was received since.",
        |v| {
            v.follows(
                v.latest(&[RecordType::InquirySent]),
                v.latest(&[RecordType::SocialInquiryReceived]),
            )
            .into()
        },
    ),
    truth(
        "inquiry.care_available",
        "The newest social inquiry, and the newest on the very place of return, say that somebody has agreed, and is able, to care for the child.",
        |v| borders::care_available(v).into(),
    ),
    truth(
        "inquiry.complete",
        "The social inquiries on the very place of return speak together of the family and who could give care, the surroundings, the risk of re-trafficking, any part of the family in it, and a solution.",
        |v| borders::inquiry_complete(v).into(),
    ),
    truth(
        "inquiry.family_suits",
        "The newest social inquiry, and the newest on the very place of return, find that to live with the family is right for the child, and that the family has no part in what was done.",
        |v| borders::family_suits(v).into(),
    ),
    code::<Country>(
        "inquiry.place",
        "The country on whose very place and household of return the newest such social inquiry reports; unknown when none does.",
        borders::inquiry_place,
    ),
    truth("inquiry.sent", "A social inquiry was sent.", |v| {
        v.latest(&[RecordType::InquirySent]).is_some().into()
    }),
    truth(
        "interpreter.needed",
        "The child needs an interpreter: the referral says so, or somebody asked for one.",
        |v| team::interpreter_needed(v).into(),
    ),
    truth(
        "interpreter.suitable",
        "An interpreter is engaged who is trained, independent and not refused by the child.",
        |v| team::interpreter_suitable(v).into(),
    ),
    by_age(
        "interview.alone",
        "The newest interview had nobody at the child's side and no decision that says why, and the child was not heard on it since.",
        |v| help::interviewed_alone(v).into(),
    ),
    truth("lawyer.appointed", "A lawyer was appointed for the child.", |v| {
        v.latest(&[RecordType::LawyerAppointed]).is_some().into()
    }),
    truth("lawyer.free", "The child's lawyer costs the child nothing.", |v| {
        team::lawyer(v, |l| l.free).into()
    }),
    truth(
        "lawyer.independent",
        "The child's lawyer is independent of the authorities that decide.",
        |v| team::lawyer(v, |l| l.independent).into(),
    ),
    truth(
        "lawyer.qualified",
        "The child's lawyer knows the law of children and of trafficking.",
        |v| team::lawyer(v, |l| l.qualified).into(),
    ),
    truth("lead.accepted", "The lead authority has accepted the referral.", |v| {
        v.latest(&[RecordType::ReferralAccepted]).is_some().into()
    }),
    truth(
        "lead.caseworker",
        "A named caseworker carries the case, or followed the one who left.",
        |v| team::caseworker(v).into(),
    ),
    Fact {
        changes: care::restrictions_end,
        ..truth(
            "liberty.restricted",
            "The child is less free than others of that age; a restriction ends when it is lifted, after its last day, or when the child leaves the place.",
            |v| care::restricted(v).into(),
        )
    },
    truth(
        "missing.now",
        "The child is missing: reported, and not found since. Closing an episode finds no child.",
        |v| missing(v).into(),
    ),
    truth(
        "missing.police_told",
        "The police were told since the child was last reported missing.",
        |v| {
            let reported = v.latest(&[RecordType::MissingReported]);
            v.follows(v.latest(&[RecordType::PoliceInformed]), reported).into()
        },
    ),
    instant("missing.since", "Since when the child is missing.", |v| {
        if missing(v) {
            v.since(RecordType::MissingReported).into()
        } else {
            Value::Unknown
        }
    }),
    truth("needs.assessed", "The child's needs were assessed.", |v| {
        v.latest(&[RecordType::NeedsAssessment]).is_some().into()
    }),
    truth(
        "options.three_weighed",
        "Return, integration and a third country were each weighed, or excluded with a reason, since a solution was last chosen.",
        |v| solution::three_weighed(v).into(),
    ),
    truth(
        "panel.on_question",
        "A panel was convened for a question other than the solution since one was last determined.",
        |v| solution::panel_on_question(v).into(),
    ),
    truth(
        "panel.on_solution",
        "A panel was convened for the solution since one was last chosen.",
        |v| solution::panel_on_solution(v).into(),
    ),
    truth(
        "placement.active",
        "The child lives in a placement that has been recorded.",
        |v| placement(v).is_some().into(),
    ),
    instant(
        "placement.in_care_since",
        "Since when the child has lived in care, moves from one place to the next included; cells, prisons and detention centres are not care.",
        |v| care::in_care_since(v).into(),
    ),
    truth(
        "placement.in_detention",
        "The child is held in a police cell, prison or detention centre.",
        |v| placement(v).is_some_and(care::is_detention).into(),
    ),
    code::<PlacementKind>("placement.kind", "The kind of place where the child lives.", |v| {
        placement(v).map_or(Value::Unknown, |k| crate::fields::Field::value(&k))
    }),
    truth(
        "placement.provider_assured",
        "The provider of the present placement has a safeguarding policy and a reporting procedure and meets minimum standards: by the authority's book where the placement refers to it, else as the placement says.",
        |v| book::provider_assured(v).into(),
    ),
    instant(
        "placement.since",
        "Since when the child lives in the present placement.",
        |v| {
            if placement(v).is_some() {
                v.since(RecordType::PlacementStarted).into()
            } else {
                Value::Unknown
            }
        },
    ),
    truth(
        "placement.unrelated_adults",
        "Unrelated adults live where the child lives.",
        |v| care::unrelated_adults(v).into(),
    ),
    truth(
        "placement.visited",
        "There was a first visit to the place where the child lives, before the child came or since.",
        |v| moves::visited(v).into(),
    ),
    truth(
        "placement.weighed",
        "Best interests were assessed for the place where the child lives, before the child came or since.",
        |v| moves::weighed(v).into(),
    ),
    Fact {
        changes: plan::changes,
        ..truth(
            "plan.care_plan",
            "A care plan is in force: signed by the child where able, the responsible service, and the guardian where one is needed; not ended since.",
            |v| plan::in_force(v, PlanKind::Care).into(),
        )
    },
    truth(
        "plan.carried_out",
        "The newest care plan or life project that came into force has goals, and each is met, handed over or, with the child's agreement, dropped; not all were dropped.",
        |v| plan::carried_out(v).into(),
    ),
    Fact {
        changes: plan::changes,
        ..truth(
            "plan.life_project",
            "A life project is in force: signed by the child where able, the responsible service, and the guardian where one is needed; neither ended nor run out.",
            |v| plan::in_force(v, PlanKind::LifeProject).into(),
        )
    },
    Fact {
        changes: plan::changes,
        ..truth(
            "plan.review_due",
            "The day has come that a plan in force sets for its review.",
            |v| plan::review_due(v).into(),
        )
    },
    Fact {
        changes: plan::changes,
        ..truth("plan.running", "A care plan or a life project is in force.", |v| {
            plan::running(v).into()
        })
    },
    truth(
        "pressure.unanswered",
        "Something binds the child to those who exploit, and the newest record of it names nobody who acts on it.",
        |v| identity::pressure_unanswered(v).into(),
    ),
    truth(
        "question.family_expelled",
        "Whether the family may be expelled was determined by others than the migration authority, and that determination is neither challenged nor reopened.",
        |v| solution::question_determined(v, DeterminationQuestion::Expelled).into(),
    ),
    truth(
        "question.parent_deported",
        "Whether a parent may be deported was determined by others than the migration authority, and that determination is neither challenged nor reopened.",
        |v| solution::question_determined(v, DeterminationQuestion::Deported).into(),
    ),
    truth(
        "question.parent_detained",
        "Whether a parent may be detained was determined by others than the migration authority, and that determination is neither challenged nor reopened.",
        |v| solution::question_determined(v, DeterminationQuestion::Detained).into(),
    ),
    truth(
        "question.separation",
        "Whether the child may be separated from the family was determined by others than the migration authority, and that determination is neither challenged nor reopened.",
        |v| solution::question_determined(v, DeterminationQuestion::Separation).into(),
    ),
    code::<Country>(
        "reception.place",
        "The country whose service last confirmed that it will receive and help the child; unknown when none does.",
        borders::reception_place,
    ),
    code::<Country>(
        "reintegration.place",
        "The country for which the newest reintegration plan was drawn up; unknown when there is none, or it does not say all it must.",
        borders::reintegration_place,
    ),
    truth(
        "relatives.here",
        "A parent, sibling or relative of whom nothing is suspected lives where the child is now, as far as it was recorded.",
        |v| company::relatives_here(v).into(),
    ),
    truth(
        "return.arrived",
        "The child was met at the place of return since the last departure, and has not been met elsewhere again since.",
        |v| {
            let before = v.latest(&[RecordType::Departed, RecordType::MetAgain]);
            v.follows(v.latest(&[RecordType::MetOnArrival]), before).into()
        },
    ),
    truth(
        "return.decided",
        "A return was decided, and the child was not met again after it.",
        |v| {
            v.follows(
                v.latest(&[RecordType::ReturnDecided]),
                v.latest(&[RecordType::MetAgain]),
            )
            .into()
        },
    ),
    truth(
        "return.departed",
        "The child has left for the place of return and has not come back since.",
        |v| solution::departed(v).into(),
    ),
    truth(
        "return.ready_to_travel",
        "Papers, things and information for the journey are given.",
        |v| borders::ready_to_travel(v).into(),
    ),
    truth(
        "risk.after_inquiry",
        "The risks were assessed since the newest social inquiry was sent.",
        |v| {
            v.follows(
                v.latest(&[RecordType::RiskAssessment]),
                v.latest(&[RecordType::InquirySent]),
            )
            .into()
        },
    ),
    truth(
        "risk.current",
        "The risks were assessed since the child last moved, was found, or was met again after a return.",
        |v| {
            v.follows(v.latest(&[RecordType::RiskAssessment]), borders::moved(v))
                .into()
        },
    ),
    code::<Country>(
        "risk.place",
        "The country for whose very place and household of return the risks were last assessed, since the child moved, was found or met again; unknown when they were not.",
        borders::risk_place,
    ),
    truth(
        "risk.rights_on_return",
        "The newest risk assessment, or the newest of the very place of return, finds a reasonable risk that the child's fundamental rights are violated on return; unknown when it does not say.",
        |v| solution::rights_on_return(v).into(),
    ),
    truth(
        "risk.serious_on_return",
        "The newest risk assessment, or the newest of the very place of return, finds that a return would bring a serious risk; unknown when there is none.",
        |v| solution::serious_on_return(v).into(),
    ),
    truth(
        "security.current",
        "The security situation was assessed, and the child was not found after being missing, nor met again after a return, since.",
        |v| {
            v.follows(
                v.latest(&[RecordType::SecurityAssessment]),
                v.latest(&[RecordType::Found, RecordType::MetAgain]),
            )
            .into()
        },
    ),
    truth(
        "security.danger",
        "The newest security assessment, or the newest of the very place of return, finds a danger to the child or the family; unknown when there is none.",
        |v| solution::danger(v).into(),
    ),
    code::<Country>(
        "security.place",
        "The country for whose very place and household of return the security was last assessed, since the child was found or met again; unknown when it was not.",
        borders::security_place,
    ),
    truth(
        "services.need_unanswered",
        "The newest needs assessment names health, mind, law, school or material things, and for one of them no service was asked or came, no lawyer was appointed, no school began.",
        |v| help::need_unanswered(v).into(),
    ),
    truth(
        "services.refused_for_status",
        "A service was refused or limited because of nationality or status, and was not given since.",
        |v| help::refused_for_status(v).into(),
    ),
    truth(
        "status.awaited",
        "A permit (not asylum) was asked for and is neither granted nor refused yet.",
        |v| status::awaited(v).into(),
    ),
    truth(
        "status.decided_again",
        "A residence status was granted, renewed or refused since the child was identified as trafficked and a solution was chosen.",
        |v| status::decided_again(v).into(),
    ),
    Fact {
        changes: status::changes,
        ..truth(
            "status.end_within_month",
            "The last of the child's residence statuses runs out within a month, or has run out and was not renewed.",
            |v| status::ends_soon(v).into(),
        )
    },
    instant(
        "status.ends",
        "When the last of the child's residence statuses runs out, at the earliest; unknown when one has no end.",
        |v| status::ends_at(v).into(),
    ),
    Fact {
        changes: status::changes,
        ..truth(
            "status.foreign",
            "The child needs a permit to stay here; unknown while nobody has said and a border was or may have been crossed.",
            |v| status::foreign(v).into(),
        )
    },
    Fact {
        changes: status::changes,
        ..truth(
            "status.lacking",
            "The child has no right to stay here now; unknown while nobody has said and a border was or may have been crossed.",
            |v| status::lacking(v).into(),
        )
    },
    Fact {
        changes: status::changes,
        ..truth(
            "status.several",
            "More than one residence status is in force or asked for.",
            |v| status::several(v).into(),
        )
    },
    truth(
        "third_country.decided",
        "The newest determination chose a third country, and the child's going there was decided since.",
        |v| solution::third_country_decided(v).into(),
    ),
    truth(
        "transfer.accepted",
        "The other authority accepted the newest offer of the case, since the case was last reopened.",
        |v| closing::transfer_accepted(v).into(),
    ),
    truth(
        "victim.grounds",
        "Something was noticed or found that may be a ground to presume trafficking: a sign of exploitation or control, a pressure, a decision.",
        |v| identity::grounds(v).into(),
    ),
    truth(
        "victim.identified",
        "The newest decision on the trafficking identified the child as trafficked.",
        |v| identity::identified(v).into(),
    ),
    truth(
        "victim.presumed",
        "There are reasonable grounds to believe that the child was trafficked.",
        |v| identity::presumed_since(v).is_some().into(),
    ),
    instant(
        "victim.presumed_since",
        "Since when the child is presumed to have been trafficked.",
        |v| identity::presumed_since(v).into(),
    ),
    truth(
        "views.on_age",
        "The child was heard on the age assessment, or the reason why not is recorded.",
        |v| voice::heard(v, Topic::Age),
    ),
    truth(
        "views.on_assistance",
        "The child was heard on the assistance, or the reason why not is recorded.",
        |v| voice::heard(v, Topic::Assistance),
    ),
    truth(
        "views.on_closing",
        "The child was heard on closing the case since it was last reopened, or the reason why not is recorded.",
        |v| voice::heard_after(v, Topic::Closing, closing::reopened(v)),
    ),
    truth(
        "views.on_family",
        "The child was heard on tracing and contact with the family, or the reason why not is recorded.",
        |v| voice::heard(v, Topic::Family),
    ),
    truth(
        "views.on_placement",
        "The child was heard on the placement since the last move, or the reason why not is recorded.",
        voice::heard_placement,
    ),
    truth(
        "views.on_plan",
        "The child was heard on the plan since one was last signed, or the reason why not is recorded.",
        |v| voice::heard_after(v, Topic::CarePlan, v.latest(&[RecordType::PlanSigned])),
    ),
    truth(
        "views.on_proceedings",
        "The child was heard on the proceedings, or the reason why not is recorded.",
        |v| voice::heard(v, Topic::Proceedings),
    ),
    truth(
        "views.on_restrictions",
        "The child was heard on restrictions, or the reason why not is recorded.",
        |v| voice::heard(v, Topic::Restrictions),
    ),
    truth(
        "views.on_return",
        "The child was heard on the return, or the reason why not is recorded.",
        voice::heard_on_return,
    ),
    truth(
        "views.on_school",
        "The child was heard on school, or the reason why not is recorded.",
        |v| voice::heard(v, Topic::School),
    ),
    truth(
        "views.on_solution",
        "The child was heard on the solution since one was last chosen, or the reason why not is recorded.",
        voice::heard_solution,
    ),
];

#[cfg(test)]
mod tests;

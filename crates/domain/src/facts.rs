//! The facts: the vocabulary that joins law and code.
//!
//! One alphabetical list. Each fact has a type, a sentence, and one function that reads it from the
//! case as it stands at an instant. A fact is a step function of time: it changes only when an entry
//! takes effect, or at an instant that its `changes` lists, so nothing ever scans day by day.

use crate::codes::*;
use crate::records::{Record, RecordType};
use crate::time::PartialDate;
use crate::value::{Kind, Truth, Value};
use crate::view::View;
use jiff::{Timestamp, civil};

/// A fact that a rule may speak of.
pub struct Fact {
    /// Its name in conditions, for example `guardian.in_office`.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// What it says.
    pub sentence: &'static str,
    /// The codes it may have, for a fact of kind [`Kind::Code`].
    pub codes: Option<&'static [&'static str]>,
    /// Reads it at an instant, in one reading of estimated times.
    pub read: fn(&View<'_>) -> Value,
    /// The instants at which it may change with time alone, as the case stands.
    pub changes: fn(&View<'_>) -> Vec<Timestamp>,
    /// Whether it speaks of the authority and not of one case.
    pub of_authority: bool,
}

impl Fact {
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
        changes: |_| Vec::new(),
        of_authority: false,
    }
}

const fn instant(name: &'static str, sentence: &'static str, read: fn(&View<'_>) -> Value) -> Fact {
    Fact {
        name,
        kind: Kind::Instant,
        sentence,
        codes: None,
        read,
        changes: |_| Vec::new(),
        of_authority: false,
    }
}

/// Every fact, by name.
pub static FACTS: &[Fact] = &[
    Fact {
        kind: Kind::Number,
        of_authority: true,
        ..truth(
            "authority.restrictions_since_review",
            "How many restrictions of liberty the authority recorded since the newest independent review.",
            |v| Value::Number(i64::try_from(v.world.restrictions_since_review(v.at)).unwrap_or(i64::MAX)),
        )
    },
    truth("child.age_verified", "The child's age was verified.", |v| {
        v.latest(&[RecordType::AgeVerified]).is_some().into()
    }),
    instant(
        "child.eighteen_earliest",
        "The earliest day on which the child may turn 18.",
        |v| eighteenth(v).map(|(earliest, _)| earliest).into(),
    ),
    instant(
        "child.eighteen_latest",
        "The latest day on which the child may turn 18; protection by age lasts until it.",
        |v| eighteenth(v).map(|(_, latest)| latest).into(),
    ),
    Fact {
        changes: birthdays,
        ..truth(
            "child.protected",
            "Every protection for a child applies: under 18, or not known to be 18 (Warsaw Convention 10(3)).",
            |v| (!under_eighteen(v).is_false()).into(),
        )
    },
    truth(
        "child.unaccompanied",
        "No parent, relative or caregiver accompanies the child.",
        |v| unaccompanied(v).into(),
    ),
    Fact {
        changes: birthdays,
        ..truth(
            "child.under_18",
            "The child is under 18; unknown between the earliest and latest possible birthday.",
            |v| under_eighteen(v).into(),
        )
    },
    truth(
        "companion.unverified",
        "An adult accompanies the child whose claimed relation is not verified.",
        |v| companion_unverified(v).into(),
    ),
    truth("determination.made", "A determination chose a solution.", |v| {
        determination(v).is_some().into()
    }),
    Fact {
        kind: Kind::Code,
        codes: Some(<Solution as crate::fields::Code>::LIST.codes),
        ..truth("determination.solution", "What the newest determination chose.", |v| {
            determination(v).map_or(Value::Unknown, |s| crate::fields::Field::value(&s))
        })
    },
    truth("guardian.in_office", "A guardian is in office.", |v| {
        v.follows(
            v.latest(&[RecordType::GuardianAppointed]),
            v.latest(&[RecordType::GuardianEnded]),
        )
        .into()
    }),
    truth(
        "guardian.needed",
        "A guardian must stand for the child: protected, and unaccompanied, or with a companion who is no verified parent, or with a parent under suspicion.",
        |v| guardian_needed(v).into(),
    ),
    truth(
        "inquiry.received",
        "A social inquiry from the place of origin was received that speaks of re-trafficking.",
        |v| {
            v.newest(RecordType::SocialInquiryReceived, |r| match r {
                Record::SocialInquiryReceived(i) => Some(i.covers_retrafficking),
                _ => None,
            })
            .map_or(Truth::False, |(_, covers)| covers)
            .into()
        },
    ),
    truth("lead.accepted", "The lead authority has accepted the referral.", |v| {
        v.latest(&[RecordType::ReferralAccepted]).is_some().into()
    }),
    truth("missing.now", "The child is missing.", |v| missing(v).into()),
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
        "placement.active",
        "The child lives in a placement that has been recorded.",
        |v| placement(v).is_some().into(),
    ),
    truth(
        "placement.in_detention",
        "The child is held in a police cell, prison or detention centre.",
        |v| {
            matches!(
                placement(v),
                Some(PlacementKind::PoliceCell | PlacementKind::Prison | PlacementKind::Detention)
            )
            .into()
        },
    ),
    Fact {
        kind: Kind::Code,
        codes: Some(<PlacementKind as crate::fields::Code>::LIST.codes),
        ..truth("placement.kind", "The kind of place where the child lives.", |v| {
            placement(v).map_or(Value::Unknown, |k| crate::fields::Field::value(&k))
        })
    },
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
    truth("return.departed", "The child has left for the place of return.", |v| {
        v.latest(&[RecordType::Departed]).is_some().into()
    }),
    truth(
        "risk.current",
        "The risks were assessed since the child last moved or was found.",
        |v| {
            let moved = v.latest(&[
                RecordType::PlacementStarted,
                RecordType::PlacementEnded,
                RecordType::Found,
            ]);
            v.follows(v.latest(&[RecordType::RiskAssessment]), moved).into()
        },
    ),
    truth(
        "risk.serious_on_return",
        "The newest risk assessment finds that a return would bring a serious risk.",
        |v| {
            v.newest(RecordType::RiskAssessment, |r| match r {
                Record::RiskAssessment(a) => Some(a.serious_risk_on_return),
                _ => None,
            })
            .map_or(Truth::Unknown, |(_, serious)| serious)
            .into()
        },
    ),
    truth(
        "security.current",
        "The security situation was assessed, and the child was not found again after being missing since.",
        |v| {
            v.follows(
                v.latest(&[RecordType::SecurityAssessment]),
                v.latest(&[RecordType::Found]),
            )
            .into()
        },
    ),
    truth(
        "security.danger",
        "The newest security assessment finds a danger to the child or the family.",
        |v| {
            v.newest(RecordType::SecurityAssessment, |r| match r {
                Record::SecurityAssessment(a) => Some(a.danger),
                _ => None,
            })
            .map_or(Truth::Unknown, |(_, danger)| danger)
            .into()
        },
    ),
    truth(
        "victim.presumed",
        "There are reasonable grounds to believe that the child was trafficked.",
        |v| v.latest(&[RecordType::VictimPresumed]).is_some().into(),
    ),
    instant(
        "victim.presumed_since",
        "Since when the child is presumed to have been trafficked.",
        |v| v.all(RecordType::VictimPresumed).map(|e| v.effect(e)).min().into(),
    ),
    truth(
        "views.on_age",
        "The child was heard on the age assessment, or the reason why not is recorded.",
        |v| heard(v, Topic::Age),
    ),
    truth(
        "views.on_placement",
        "The child was heard on the placement since the last move, or the reason why not is recorded.",
        |v| {
            let moved = v.latest(&[RecordType::PlacementStarted, RecordType::PlacementEnded]);
            v.follows(heard_on(v, Topic::Placement), moved).into()
        },
    ),
    truth(
        "views.on_return",
        "The child was heard on the return, or the reason why not is recorded.",
        |v| heard(v, Topic::Return),
    ),
    truth(
        "views.on_solution",
        "The child was heard on the solution, or the reason why not is recorded.",
        |v| heard(v, Topic::Solution),
    ),
];

fn heard_on<'a>(v: &View<'a>, topic: Topic) -> Option<&'a crate::entry::Entry> {
    v.newest(RecordType::ViewsHeard, |r| match r {
        Record::ViewsHeard(h) => h.topics.has(topic).then_some(()),
        _ => None,
    })
    .map(|(entry, ())| entry)
}

fn heard(v: &View<'_>, topic: Topic) -> Value {
    heard_on(v, topic).is_some().into()
}

/// Whether the child is missing.
pub fn missing(v: &View<'_>) -> bool {
    v.follows(v.latest(&[RecordType::MissingReported]), v.latest(&[RecordType::Found]))
}

/// The kind of place where the child lives now.
pub fn placement(v: &View<'_>) -> Option<PlacementKind> {
    let ended = v.latest(&[RecordType::PlacementEnded, RecordType::Departed]);
    let (entry, kind) = v.newest(RecordType::PlacementStarted, |r| match r {
        Record::PlacementStarted(p) => Some(p.kind),
        _ => None,
    })?;
    v.follows(Some(entry), ended).then_some(kind)
}

/// The solution chosen by the newest determination that was not deferred.
pub fn determination(v: &View<'_>) -> Option<Solution> {
    v.newest(RecordType::DeterminationMade, |r| match r {
        Record::DeterminationMade(d) => Some(d.solution),
        _ => None,
    })
    .map(|(_, solution)| solution)
    .filter(|s| *s != Solution::Deferred)
}

/// The days between which the child was born, by what is claimed or verified.
pub fn born(v: &View<'_>) -> Option<(civil::Date, civil::Date)> {
    let verified = v.newest(RecordType::AgeVerified, |r| match r {
        Record::AgeVerified(a) => Some(a.born),
        _ => None,
    });
    if let Some((_, Some(born))) = verified {
        return Some((born.first(), born.last()));
    }
    // Every claim and estimate stands until one is verified: the span holds them all.
    let claims = v
        .case
        .entries
        .iter()
        .map(|e| e.entry.as_ref())
        .filter(|e| v.effect(e) <= v.at);
    claims
        .filter_map(|e| {
            let seen = crate::time::day_of(e.occurred.from, &v.case.calendar.zone);
            match &e.record {
                Record::ReferralReceived(r) => {
                    claimed(r.born).or_else(|| by_age(seen, r.apparent_age_from, r.apparent_age_to))
                }
                Record::AgePresumed(p) => by_age(seen, Some(p.apparent_age_from), Some(p.apparent_age_to)),
                _ => None,
            }
        })
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

fn claimed(born: Option<PartialDate>) -> Option<(civil::Date, civil::Date)> {
    born.map(|b| (b.first(), b.last()))
}

/// Who is `from` to `to` years old on `seen` was born between these days.
fn by_age(seen: civil::Date, from: Option<u32>, to: Option<u32>) -> Option<(civil::Date, civil::Date)> {
    let (from, to) = (from.or(to)?, to.or(from)?);
    let years = |n: u32| jiff::Span::new().try_years(i64::from(n)).ok();
    let first = seen.checked_sub(years(to + 1)?).ok()?.tomorrow().ok()?;
    let last = seen.checked_sub(years(from)?).ok()?;
    Some((first, last))
}

/// The earliest and the latest instant at which the child may turn 18.
pub fn eighteenth(v: &View<'_>) -> Option<(Timestamp, Timestamp)> {
    let (first, last) = born(v)?;
    Some((
        v.case.calendar.birthday(first, 18)?,
        v.case.calendar.birthday(last, 18)?,
    ))
}

fn birthdays(v: &View<'_>) -> Vec<Timestamp> {
    eighteenth(v).map_or_else(Vec::new, |(earliest, latest)| vec![earliest, latest])
}

fn under_eighteen(v: &View<'_>) -> Truth {
    let verified = v.newest(RecordType::AgeVerified, |r| match r {
        Record::AgeVerified(a) => Some((a.result, a.born.is_some())),
        _ => None,
    });
    if let Some((_, (AgeResult::Adult, false))) = verified {
        return Truth::False;
    }
    match eighteenth(v) {
        Some((earliest, _)) if v.at < earliest => Truth::True,
        Some((_, latest)) if v.at >= latest => Truth::False,
        _ => Truth::Unknown,
    }
}

/// Whether the child is alone: what the newest referral or linked companion says.
fn unaccompanied(v: &View<'_>) -> Truth {
    if companions(v).next().is_some() {
        return Truth::False;
    }
    let company = v.newest(RecordType::ReferralReceived, |r| match r {
        Record::ReferralReceived(r) => Some(r.company),
        _ => None,
    });
    match company.map(|(_, c)| c) {
        Some(Company::Alone) => Truth::True,
        Some(Company::WithParent | Company::WithRelative) => Truth::False,
        // An adult of whom nothing is known is not a parent, relative or caregiver.
        Some(Company::WithAdult | Company::Unknown) | None => Truth::Unknown,
    }
}

/// The newest word on each person who accompanies the child as parent, relative or caregiver.
fn companions<'a>(v: &View<'a>) -> impl Iterator<Item = &'a crate::records::PersonLinked> {
    v.all(RecordType::PersonLinked).filter_map(|e| match &e.record {
        Record::PersonLinked(p) if p.accompanies.is_true() && is_family(p.relation) => Some(p),
        _ => None,
    })
}

fn is_family(relation: Relation) -> bool {
    use Relation::{Caregiver, Father, Mother, Relative, Sibling};
    matches!(relation, Mother | Father | Sibling | Relative | Caregiver)
}

fn companion_unverified(v: &View<'_>) -> Truth {
    v.all(RecordType::PersonLinked)
        .filter_map(|e| match &e.record {
            Record::PersonLinked(p) => Some(p.accompanies.and(p.verified.not())),
            _ => None,
        })
        .fold(Truth::False, Truth::or)
}

fn guardian_needed(v: &View<'_>) -> Truth {
    let parent = v.all(RecordType::PersonLinked).filter_map(|e| match &e.record {
        Record::PersonLinked(p) if matches!(p.relation, Relation::Mother | Relation::Father) => {
            Some(p.accompanies.and(p.verified).and(p.suspected.not()))
        }
        _ => None,
    });
    let fit_parent = parent.fold(Truth::False, Truth::or);
    let with_parent = v
        .all(RecordType::ReferralReceived)
        .any(|e| matches!(&e.record, Record::ReferralReceived(r) if r.company == Company::WithParent));
    // A parent named in the referral but not yet verified leaves the question open: it is owed.
    let no_parent = if fit_parent.is_false() && with_parent && v.latest(&[RecordType::PersonLinked]).is_none() {
        Truth::Unknown
    } else {
        fit_parent.not()
    };
    Truth::from(!under_eighteen(v).is_false()).and(no_parent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_alphabetical_and_every_fact_is_found() {
        for pair in FACTS.windows(2) {
            assert!(pair[0].name < pair[1].name, "{} before {}", pair[0].name, pair[1].name);
        }
        for fact in FACTS {
            assert_eq!(Fact::of(fact.name).unwrap().name, fact.name);
            assert!(fact.sentence.ends_with('.'));
        }
    }
}

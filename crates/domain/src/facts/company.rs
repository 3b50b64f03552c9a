//! The people around the child: who accompanies, who is suspected, who stands for the child.

use super::age;
use crate::codes::{Company, GuardianEnd, PersonLives, Relation, RiskKind};
use crate::entry::Entry;
use crate::records::{CompanionVerified, GuardianAppointed, PersonLinked, Record, RecordType};
use crate::value::Truth;
use crate::view::View;
use jiff::Timestamp;

/// Somebody in the child's life: the newest word on the person, whether the person ever accompanied
/// the child, and what the verification of the claimed relation found.
struct Person<'a> {
    names: &'a [String],
    relation: Relation,
    verified: Truth,
    suspected: Truth,
    accompanies: Truth,
    accompanied: bool,
    /// Whether the person lives where the child is now.
    here: bool,
    /// What the verification of the claimed relation found, until somebody says otherwise.
    found: Truth,
}

impl<'a> Person<'a> {
    fn linked(now: &'a PersonLinked) -> Self {
        Self {
            names: now.names.reveal(),
            relation: now.relation,
            verified: now.verified,
            suspected: now.suspected,
            accompanies: now.accompanies,
            accompanied: now.accompanies.is_true(),
            here: now.lives == Some(PersonLives::Here),
            found: Truth::Unknown,
        }
    }

    /// Somebody of whom nothing is known but the verification: it concerns whoever is with the child.
    fn checked(found: &'a CompanionVerified) -> Self {
        Self {
            names: found.names.reveal(),
            relation: found.relation,
            verified: found.confirmed,
            suspected: Truth::Unknown,
            accompanies: Truth::True,
            accompanied: true,
            here: false,
            found: found.confirmed,
        }
    }

    fn is_family(&self) -> bool {
        use Relation::{Caregiver, Father, Mother, Relative, Sibling};
        !self.found.is_false() && matches!(self.relation, Mother | Father | Sibling | Relative | Caregiver)
    }

    fn is_parent(&self) -> bool {
        !self.found.is_false() && matches!(self.relation, Relation::Mother | Relation::Father)
    }
}

/// The people of the case. Two records that share a writing of a name speak of one person.
fn people<'a>(v: &View<'a>) -> Vec<Person<'a>> {
    let mut said: Vec<&Entry> = v
        .all(RecordType::PersonLinked)
        .chain(v.all(RecordType::CompanionVerified))
        .collect();
    said.sort_by_key(|e| v.order(e));
    let mut people: Vec<Person<'a>> = Vec::new();
    for entry in said {
        let person = match &entry.record {
            Record::PersonLinked(now) => Person::linked(now),
            Record::CompanionVerified(found) => Person::checked(found),
            _ => continue,
        };
        let linked = matches!(&entry.record, Record::PersonLinked(_));
        let same = |p: &&mut Person<'_>| person.names.iter().any(|n| p.names.contains(n));
        match people.iter_mut().find(same) {
            Some(before) if linked => {
                let found = match person.verified {
                    Truth::Unknown => before.found,
                    _ => Truth::Unknown,
                };
                *before = Person {
                    accompanied: before.accompanied || person.accompanied,
                    verified: if found == Truth::Unknown {
                        person.verified
                    } else {
                        found
                    },
                    found,
                    // A suspicion lasts until somebody answers it; a record that is silent does not.
                    suspected: match person.suspected {
                        Truth::Unknown => before.suspected,
                        said => said,
                    },
                    ..person
                };
            }
            Some(before) => {
                before.relation = person.relation;
                before.verified = person.verified;
                before.found = person.found;
            }
            None => people.push(person),
        }
    }
    people
}

/// Whether a parent, sibling or relative of whom nobody is known to suspect anything lives where the
/// child is now.
pub fn relatives_here(v: &View<'_>) -> bool {
    people(v)
        .iter()
        .any(|p| p.here && p.is_family() && !p.suspected.is_true() && p.relation != Relation::Caregiver)
}

/// With whom the newest referral says the child is.
fn company(v: &View<'_>) -> Option<Company> {
    v.newest(RecordType::ReferralReceived, |r| match r {
        Record::ReferralReceived(r) => Some(r.company),
        _ => None,
    })
    .map(|(_, company)| company)
}

/// Whether the child is without parent, relative or caregiver. A relation that is only claimed
/// leaves it unknown: traffickers say that they are family.
pub fn unaccompanied(v: &View<'_>) -> Truth {
    let people = people(v);
    let family = people
        .iter()
        .filter(|p| p.is_family())
        .map(|p| p.accompanies.and(verified(p)))
        .fold(Truth::False, Truth::or);
    if !family.is_false() {
        return family.not();
    }
    // Nobody of the family is known to be there: what the referral says of the company decides.
    let somebody_left = people.iter().any(|p| p.accompanied && p.accompanies.is_false());
    let stranger = people.iter().any(|p| !p.is_family() && p.accompanies.is_true());
    let untrue = people.iter().any(|p| p.found.is_false());
    match company(v) {
        Some(Company::Alone) => Truth::True,
        Some(Company::WithAdult) if stranger || somebody_left => Truth::True,
        Some(Company::WithParent | Company::WithRelative) if untrue || somebody_left => Truth::True,
        _ => Truth::Unknown,
    }
}

/// A relation that is not verified may still be true.
fn verified(person: &Person<'_>) -> Truth {
    if person.verified.is_true() {
        Truth::True
    } else {
        Truth::Unknown
    }
}

/// Whether an adult accompanies the child whose claimed relation is not verified.
pub fn unverified(v: &View<'_>) -> Truth {
    let people = people(v);
    let linked = people
        .iter()
        .map(|p| p.accompanies.and(p.verified.not()))
        .fold(Truth::False, Truth::or);
    if people.iter().any(|p| p.accompanied) {
        return linked;
    }
    // The adult of whom the referral speaks has not been written down yet.
    let referred = match company(v) {
        Some(Company::WithAdult | Company::WithParent | Company::WithRelative) => Truth::True,
        Some(Company::Unknown) => Truth::Unknown,
        Some(Company::Alone) | None => Truth::False,
    };
    linked.or(referred)
}

/// Whether somebody of the child's family or care may be complicit: what was said of each person, what the
/// social inquiries say, and what the risk assessments name as a risk. A suspicion lasts until it is answered:
/// of a person by a record of that person, of the family at large by a later social inquiry that finds no part
/// of the family in it. What is silent answers nothing. Unknown while nobody has said anything.
pub fn family_suspected(v: &View<'_>) -> Truth {
    let people = people(v);
    let persons = people.iter().filter(|p| p.is_family()).map(|p| p.suspected);
    let found = |known: bool| {
        v.newest(RecordType::SocialInquiryReceived, |r| match r {
            Record::SocialInquiryReceived(i) if !known || i.family_involved != Truth::Unknown => {
                Some(i.family_involved)
            }
            _ => None,
        })
    };
    let inquiry = found(true).or_else(|| found(false));
    let named = v.newest(RecordType::RiskAssessment, |r| match r {
        Record::RiskAssessment(a) => a.risks.0.iter().any(|risk| risk.risk == RiskKind::Family).then_some(()),
        _ => None,
    });
    let answered =
        |named: &Entry| inquiry.is_some_and(|(e, found)| found.is_false() && v.follows(Some(e), Some(named)));
    let risk = named.filter(|(entry, ())| !answered(entry)).map(|_| Truth::True);
    persons
        .chain(inquiry.map(|(_, involved)| involved))
        .chain(risk)
        .reduce(Truth::or)
        .unwrap_or(Truth::Unknown)
}

/// The guardian in office. Who was replaced leaves the office to whom came after; any other end
/// empties it.
pub fn guardian<'a>(v: &View<'a>) -> Option<&'a GuardianAppointed> {
    in_office(v).map(|(_, guardian)| guardian)
}

/// The guardian in office, with the entry of the appointment.
pub fn in_office<'a>(v: &View<'a>) -> Option<(&'a Entry, &'a GuardianAppointed)> {
    let (entry, guardian) = v.newest(RecordType::GuardianAppointed, |r| match r {
        Record::GuardianAppointed(g) => Some(g),
        _ => None,
    })?;
    let earlier = |record| v.all(record).filter(|e| v.order(e) < v.order(entry)).count();
    // Those still in office when the newest came: so many ends by replacement are theirs, no more.
    let mut others = earlier(RecordType::GuardianAppointed).saturating_sub(earlier(RecordType::GuardianEnded));
    let mut ends: Vec<&Entry> = v
        .all(RecordType::GuardianEnded)
        .filter(|e| v.order(e) > v.order(entry))
        .collect();
    ends.sort_by_key(|e| v.order(e));
    let ended = ends.into_iter().find(|e| {
        let replaced = matches!(&e.record, Record::GuardianEnded(g) if g.reason == GuardianEnd::Replaced);
        let of_another = replaced && others > 0;
        others = others.saturating_sub(usize::from(replaced));
        !of_another
    });
    v.follows(Some(entry), ended).then_some((entry, guardian))
}

/// Since when no guardian has been in office though one was before.
pub fn vacant_since(v: &View<'_>) -> Option<Timestamp> {
    if guardian(v).is_some() {
        return None;
    }
    v.since(RecordType::GuardianEnded)
}

/// Whether a guardian must stand for the child: unless a parent is at the child's side whose
/// relation is verified and who is not suspected.
pub fn guardian_needed(v: &View<'_>) -> Truth {
    let people = people(v);
    let fit_parent = people
        .iter()
        .filter(|p| p.is_parent())
        .map(|p| p.accompanies.and(verified(p)).and(p.suspected.not()))
        .fold(Truth::False, Truth::or);
    // A parent of whom the referral speaks, and of whom nothing else is known, leaves it open.
    let only_named = company(v) == Some(Company::WithParent) && !people.iter().any(|p| p.accompanied);
    let parent = if only_named {
        fit_parent.or(Truth::Unknown)
    } else {
        fit_parent
    };
    Truth::from(age::protected(v)).and(parent.not())
}

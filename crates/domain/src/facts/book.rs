//! What the authority's book says of the guardian and the provider to whom a case refers. Where a record does not refer to the
//! book, or the world does not bring it, what the record itself says counts. Of whom was struck off, nothing is assured.

use super::authority::current;
use super::{care, company};
use crate::codes::ProviderAssurance;
use crate::entry::Entry;
use crate::fields::BookRef;
use crate::ids::CaseId;
use crate::records::{GuardianAppointed, GuardianRegistered, PlacementStarted, Record, RecordType};
use crate::time::day_of;
use crate::value::{Truth, Value};
use crate::view::View;
use crate::world::line;
use std::collections::BTreeSet;

/// What stands in the book of whom one of its entries names: neither struck off, nor replaced but by what is given.
fn standing<'a>(v: &View<'a>, named: BookRef, record_type: RecordType) -> Option<&'a Entry> {
    let book = v.book()?;
    let line = line(book.case, named.0);
    current(&book, record_type)
        .filter(|e| line.contains(&e.seq))
        .max_by_key(|e| book.order(e))
}

/// Whether an entry of the book itself stands: neither replaced, nor struck off.
pub fn stands_in_book(v: &View<'_>, named: BookRef, types: &[RecordType]) -> bool {
    let Some(book) = v.book() else { return false };
    types
        .iter()
        .flat_map(|t| current(&book, *t))
        .any(|entry| entry.seq == named.0)
}

fn registered(entry: &Entry) -> Option<&GuardianRegistered> {
    match &entry.record {
        Record::GuardianRegistered(guardian) => Some(guardian),
        _ => None,
    }
}

/// What the book says of a guardian where the appointment refers to it and the world brings it: false for one who stands there no
/// longer; else what the appointment says.
fn by_book(
    v: &View<'_>,
    appointed: &GuardianAppointed,
    says: fn(&GuardianRegistered) -> Truth,
    itself: Truth,
) -> Truth {
    match (appointed.in_book, v.book()) {
        (Some(named), Some(_)) => standing(v, named, RecordType::GuardianRegistered)
            .and_then(registered)
            .map_or(Truth::False, says),
        _ => itself,
    }
}

/// Whether a guardian is trained: as the book says, else as the appointment does.
fn is_trained(v: &View<'_>, appointed: &GuardianAppointed) -> Truth {
    by_book(v, appointed, |g| g.trained, appointed.trained)
}

/// Whether a guardian can contradict the state bodies that decide: as the book says, else as the appointment does.
fn is_independent(v: &View<'_>, appointed: &GuardianAppointed) -> Truth {
    by_book(v, appointed, |g| g.independent, appointed.independent)
}

/// The number of children that the authority set last for a guardian; striking off takes it not away.
fn at_most(v: &View<'_>, appointed: &GuardianAppointed) -> Option<u32> {
    let (named, book) = (appointed.in_book?, v.book()?);
    let line = line(book.case, named.0);
    let entries = book
        .all(RecordType::GuardianRegistered)
        .filter(|e| line.contains(&e.seq));
    registered(entries.max_by_key(|e| book.order(e))?)?.at_most
}

/// For how many children of other cases a guardian of the book stands.
fn elsewhere(v: &View<'_>, appointed: &GuardianAppointed) -> Option<usize> {
    let (named, book) = (appointed.in_book?, v.book()?);
    let line = line(book.case, named.0);
    let at = v.at();
    let others = v.world.guardianships.iter();
    let now = others.filter(|g| g.from <= at && g.ended.is_none_or(|ended| ended > at));
    let cases: BTreeSet<CaseId> = now.filter(|g| line.contains(&g.guardian)).map(|g| g.case).collect();
    Some(cases.len())
}

/// Whether a guardian, this child included, stands for no more children than the authority set in its book; so it is where it set
/// no number. The paper sets none (OSCE OP9 §4.3.2).
fn is_within_number(v: &View<'_>, appointed: &GuardianAppointed) -> bool {
    match (at_most(v, appointed), elsewhere(v, appointed)) {
        (Some(most), Some(others)) => others < most as usize,
        _ => true,
    }
}

/// Whether a provider has a safeguarding policy that has not run out and a reporting procedure and meets the minimum standards. By the book, where the
/// placement refers to it: the newest inspection says whether it meets them; before any, that it audits itself against some.
/// Else as the placement says.
fn is_assured(v: &View<'_>, placement: &PlacementStarted) -> Truth {
    let Some(named) = placement.in_book else {
        let all = [
            ProviderAssurance::Policy,
            ProviderAssurance::Reporting,
            ProviderAssurance::Minimum,
        ];
        return placement.provider_has.as_ref().map_or(Truth::Unknown, |has| {
            Truth::from(all.into_iter().all(|assurance| has.has(assurance)))
        });
    };
    let (Some(book), Some(entry)) = (v.book(), standing(v, named, RecordType::ProviderRegistered)) else {
        return Truth::False;
    };
    let Record::ProviderRegistered(provider) = &entry.record else {
        return Truth::False;
    };
    let line = line(book.case, named.0);
    let inspected = book.newest(RecordType::ProviderInspected, |r| match r {
        Record::ProviderInspected(i) if line.contains(&i.provider.0) => Some(i.meets_standards),
        _ => None,
    });
    let standards = inspected.map_or(Truth::from(provider.standards.is_some()), |(_, meets)| meets);
    let today = day_of(v.at(), &v.case.calendar.zone);
    provider.policy_on(today).and(provider.reporting).and(standards)
}

/// Whether the guardian in office is trained.
pub fn guardian_trained(v: &View<'_>) -> Truth {
    company::guardian(v).map_or(Truth::False, |g| is_trained(v, g))
}

/// Whether the guardian in office can contradict the state bodies that decide.
pub fn guardian_independent(v: &View<'_>) -> Truth {
    company::guardian(v).map_or(Truth::False, |g| is_independent(v, g))
}

/// For how many children the guardian in office stands: counted over the authority's cases where the appointment refers to its
/// book, else as it says.
pub fn guardian_children(v: &View<'_>) -> Value {
    let Some(guardian) = company::guardian(v) else {
        return Value::Unknown;
    };
    match elsewhere(v, guardian).and_then(|others| i64::try_from(others).ok()) {
        Some(others) => Value::Number(others.saturating_add(1)),
        None => crate::fields::Field::value(&guardian.children),
    }
}

/// Whether the guardian in office stands for no more children than the authority set.
pub fn guardian_within_number(v: &View<'_>) -> bool {
    company::guardian(v).is_none_or(|g| is_within_number(v, g))
}

/// Whether the provider of the present placement is assured to keep children safe; false when there is none.
pub fn provider_assured(v: &View<'_>) -> Truth {
    care::present(v).map_or(Truth::False, |p| is_assured(v, p))
}

/// The guardian who is to be appointed has room for one more child.
pub const GUARDIAN_HAS_ROOM: &str = "book.guardian_has_room";
/// By the book the guardian who is to be appointed is trained and independent.
pub const GUARDIAN_TRAINED: &str = "book.guardian_trained";
/// By the book the provider is assured to keep children safe.
pub const PROVIDER_ASSURED: &str = "book.provider_assured";

/// The facts that follow from what the book says of whom a step names; the step is not taken yet.
pub const OF_STEP: [&str; 3] = [GUARDIAN_HAS_ROOM, GUARDIAN_TRAINED, PROVIDER_ASSURED];

/// A fact of a step, just before it.
pub fn of_step(name: &str, v: &View<'_>, step: &Record) -> Value {
    match (name, step) {
        (GUARDIAN_HAS_ROOM, Record::GuardianAppointed(g)) => is_within_number(v, g).into(),
        (GUARDIAN_TRAINED, Record::GuardianAppointed(g)) => match g.in_book {
            Some(_) => is_trained(v, g).and(is_independent(v, g)).into(),
            None => true.into(),
        },
        (PROVIDER_ASSURED, Record::PlacementStarted(p)) => match p.in_book {
            Some(_) => is_assured(v, p).into(),
            None => false.into(),
        },
        _ => Value::Unknown,
    }
}

//! What an authority's book says: its registers, standing rules and reviews.

use crate::codes::*;
use crate::entry::{Entry, Seq};
use crate::fields::EntryRef;
use crate::records::{Record, RecordType};
use crate::time::{PartialDate, day_of, day_start};
use crate::value::Truth;
use crate::view::View;
use jiff::Timestamp;

/// The entry that a record of the book replaces.
pub fn replaces(record: &Record) -> Option<EntryRef> {
    match record {
        Record::AgencyRegistered(r) => r.replaces,
        Record::PolicyAdopted(r) => r.replaces,
        Record::AgreementMade(r) => r.replaces,
        Record::ReferralChannelOpened(r) => r.replaces,
        Record::BestInterestsProcedureAdopted(r) => r.replaces,
        Record::ReturnRuleAdopted(r) => r.replaces,
        Record::DataStandardAdopted(r) => r.replaces,
        Record::FocalPointNamed(r) => r.replaces,
        Record::GuardianRegistered(r) => r.replaces,
        Record::ProviderRegistered(r) => r.replaces,
        Record::InterpreterRegistered(r) => r.replaces,
        _ => None,
    }
}

/// The last day on which a record of the book holds, when it has one.
fn last_day(record: &Record) -> Option<PartialDate> {
    match record {
        Record::PolicyAdopted(r) => r.valid_until,
        Record::AgreementMade(r) => r.valid_until,
        _ => None,
    }
}

/// Whether an entry of the book was struck off or replaced.
fn is_gone(v: &View<'_>, entry: &Entry) -> bool {
    let struck = v.all(RecordType::StruckOff).any(|e| match &e.record {
        Record::StruckOff(s) => s.entry.0 == entry.seq,
        _ => false,
    });
    let mut alike = v.all(entry.record.record_type());
    struck || alike.any(|e| replaces(&e.record) == Some(EntryRef(entry.seq)))
}

/// The entries of a type that stand in the book: neither struck off, nor replaced, nor past their last day.
pub fn current<'a>(v: &View<'a>, record_type: RecordType) -> impl Iterator<Item = &'a Entry> {
    let v = *v;
    v.all(record_type).filter(move |e| {
        let today = day_of(v.at(), &v.case.calendar.zone);
        let over = last_day(&e.record).is_some_and(|until| until.last() < today);
        !over && !is_gone(&v, e)
    })
}

/// The instants at which something in the book ends by its date.
pub fn ends(v: &View<'_>) -> Vec<Timestamp> {
    [RecordType::PolicyAdopted, RecordType::AgreementMade]
        .iter()
        .flat_map(|t| v.all(*t))
        .filter_map(|e| last_day(&e.record))
        .filter_map(|until| day_start(until.last().tomorrow().ok()?, &v.case.calendar.zone))
        .collect()
}

/// Whether every agency for which `counts` says so has an entry of its own that `is_its`; false while
/// no agency stands in the register.
fn every_agency(
    v: &View<'_>,
    counts: impl Fn(&crate::records::AgencyRegistered) -> Truth,
    has: impl Fn(Seq) -> bool,
) -> Truth {
    let mut any = false;
    let mut all = Truth::True;
    for entry in current(v, RecordType::AgencyRegistered) {
        let Record::AgencyRegistered(agency) = &entry.record else {
            continue;
        };
        any = true;
        all = all.and(counts(agency).not().or(Truth::from(has(entry.seq))));
    }
    if any { all } else { Truth::False }
}

/// Whether every agency that meets children has a safeguarding policy that covers conduct, reporting and
/// minimum standards (OSCE OP9 Rec. accommodation 1).
pub fn policies(v: &View<'_>) -> Truth {
    every_agency(
        v,
        |a| a.meets_children,
        |agency| {
            current(v, RecordType::PolicyAdopted).any(|e| match &e.record {
                Record::PolicyAdopted(p) => p.agency.0 == agency && covers(&p.covers),
                _ => false,
            })
        },
    )
}

/// Whether every agency that shares data about children has adopted the same minimum standards.
pub fn data_standards(v: &View<'_>) -> Truth {
    every_agency(
        v,
        |a| a.shares_data,
        |agency| {
            current(v, RecordType::DataStandardAdopted).any(|e| match &e.record {
                Record::DataStandardAdopted(d) => d.agency.0 == agency && d.same_as_others == Truth::True,
                _ => false,
            })
        },
    )
}

/// Whether everything of a code list is covered.
fn covers<C: crate::fields::Code>(given: &crate::fields::Many<C>) -> bool {
    C::LIST
        .codes
        .iter()
        .filter_map(|code| C::of(code))
        .all(|code| given.has(code))
}

/// Whether some entry of a type that stands is as `is` says.
fn some(v: &View<'_>, record_type: RecordType, is: impl Fn(&Record) -> bool) -> bool {
    current(v, record_type).any(|e| is(&e.record))
}

/// Whether the referral mechanism has its own channel for children.
pub fn referral_channel(v: &View<'_>) -> bool {
    some(v, RecordType::ReferralChannelOpened, |r| match r {
        Record::ReferralChannelOpened(c) => covers(&c.covers),
        _ => false,
    })
}

/// Whether a procedure for assessing and determining best interests is in force, whole.
pub fn best_interests_procedure(v: &View<'_>) -> bool {
    some(v, RecordType::BestInterestsProcedureAdopted, |r| match r {
        Record::BestInterestsProcedureAdopted(p) => covers(&p.covers),
        _ => false,
    })
}

/// Whether a binding text demands both assessments before a return.
pub fn return_rule(v: &View<'_>) -> bool {
    some(v, RecordType::ReturnRuleAdopted, |r| match r {
        Record::ReturnRuleAdopted(r) => r.binding == Truth::True && covers(&r.demands),
        _ => false,
    })
}

/// Whether our focal point is named, with all that it has to do.
pub fn focal_point(v: &View<'_>) -> bool {
    some(v, RecordType::FocalPointNamed, |r| match r {
        Record::FocalPointNamed(f) => f.ours == Truth::True && covers(&f.tasks),
        _ => false,
    })
}

/// Whether agreements join child protection with those that meet the child first.
pub fn agency_agreements(v: &View<'_>) -> bool {
    [AgencyKind::Police, AgencyKind::Migration, AgencyKind::Health]
        .into_iter()
        .all(|partner| {
            some(v, RecordType::AgreementMade, |r| match r {
                Record::AgreementMade(a) => {
                    a.kind == AgreementKind::Agencies && a.partners.as_ref().is_some_and(|p| p.has(partner))
                }
                _ => false,
            })
        })
}

/// Whether training is on record for each of those whom JGC 4/23 §43 names.
pub fn staff_trained(v: &View<'_>) -> bool {
    [
        TrainedGroup::SocialWorkers,
        TrainedGroup::BorderPolice,
        TrainedGroup::Lawyers,
        TrainedGroup::Health,
    ]
    .into_iter()
    .all(|group| {
        some(v, RecordType::TrainingDone, |r| match r {
            Record::TrainingDone(t) => t.who.has(group),
            _ => false,
        })
    })
}

/// Restrictions of liberty that began after the newest review that is independent and asks both
/// whether they were essential and what they did to the children.
pub fn restrictions_since_review(v: &View<'_>) -> usize {
    let review = v.newest(RecordType::ReviewCommissioned, |r| match r {
        Record::ReviewCommissioned(c) => (c.independent == Truth::True && covers(&c.asks)).then_some(()),
        _ => None,
    });
    let review = review.map(|(entry, ())| v.effect(entry));
    let began = v.world.restrictions.iter().filter(|r| r.from <= v.at());
    began.filter(|r| review.is_none_or(|review| r.from > review)).count()
}

//! What a case brings to the registers that an authority keeps over all its cases: who stands for a child, where children live,
//! whose liberty is restricted, who is missing, which inquiries lie where.
//!
//! Each is told with the instants at which it began and ended, and never as a state: a list compares them with now. What may
//! have ended, and is not certain to have, has not ended.

use crate::case::Case;
use crate::codes::{InquiryHand, LibertyMeasure};
use crate::entry::{Entry, Seq};
use crate::facts::{in_office, restrictions_since_review};
use crate::fields::BookRef;
use crate::records::{Record, RecordType};
use crate::rules::{Duty, Protocol, Scope};
use crate::time::day_start;
use crate::value::Truth;
use crate::view::Moment;
use crate::world::{Restriction, World};
use jiff::{SignedDuration, Timestamp};

/// A register over all cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Register {
    /// Guardians in office, with the children for whom they stand.
    Guardians,
    /// Where children live.
    Placements,
    /// Restrictions of liberty of every kind.
    Liberty,
    /// Missing episodes.
    Missing,
    /// Inquiries, with the days at each hand.
    Inquiries,
}

impl Register {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Missing,
        Self::Liberty,
        Self::Placements,
        Self::Guardians,
        Self::Inquiries,
    ];

    /// Its name in storage and addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Guardians => "guardians",
            Self::Placements => "placements",
            Self::Liberty => "liberty",
            Self::Missing => "missing",
            Self::Inquiries => "inquiries",
        }
    }

    /// The register of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.name() == name)
    }
}

/// What a case brings to a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InRegister {
    /// To which.
    pub register: Register,
    /// The entry that began it.
    pub entry: Seq,
    /// When it began, at the earliest.
    pub from: Timestamp,
    /// When it is to end, if a day was set: the end of that day, at the latest.
    pub until: Option<Timestamp>,
    /// When it ended, at the latest.
    pub ended: Option<Timestamp>,
    /// Whether it leaves the child less freedom of movement than others of that age have, so that it counts for the review
    /// (OSCE OP9 Rec. accommodation 5: the sixth one). Telephone or internet alone is no detention.
    pub detains: bool,
    /// The entry of the authority's book to which it refers.
    pub in_book: Option<BookRef>,
}

/// What a case brings to the registers as it stands at an instant, in the order of its entries; `closed` says since when the
/// case is closed, if it is.
pub fn of_case(case: &Case, at: Timestamp, closed: Option<Timestamp>) -> Vec<InRegister> {
    let world = World::default();
    let moment = Moment::at(case, &world, at);
    let in_office = [moment.earliest, moment.latest].map(|v| in_office(&v).map(|(entry, _)| entry.seq));
    let mut all: Vec<InRegister> = Register::ALL
        .into_iter()
        .flat_map(|register| {
            begun(case, register).map(move |entry| {
                let until = planned_end(case, entry);
                // Ends by replacement may speak of an earlier guardian: who is in office is one fact, not told twice.
                let stays = register == Register::Guardians && in_office.contains(&Some(entry.seq));
                let ended = if stays { None } else { end(case, register, entry) };
                InRegister {
                    register,
                    entry: entry.seq,
                    from: entry.occurred.from,
                    until,
                    ended: [ended, until].into_iter().flatten().min(),
                    detains: is_detention(&entry.record),
                    in_book: entry.record.in_book(),
                }
            })
        })
        .collect();
    // In a closed case nobody stands for the child any longer, and no place is taken. Who is missing stays missing.
    for row in all.iter_mut().filter(|r| r.register != Register::Missing) {
        row.ended = [row.ended, closed].into_iter().flatten().min();
    }
    all.sort_by_key(|r| r.entry);
    all
}

/// The fact by which rules ask for a review of the restrictions of liberty.
const SINCE_REVIEW: &str = "authority.restrictions_since_review";
/// So many restrictions are tried before no rule is thought to ask for a review.
const MOST_TRIED: usize = 200;

/// How many restrictions of children's freedom of movement began since the newest independent review, at most.
pub fn since_review(book: &Case, world: &World, now: Timestamp) -> usize {
    let moment = Moment::at(book, world, now);
    let [earliest, latest] = [moment.earliest, moment.latest].map(|v| restrictions_since_review(&v));
    earliest.max(latest)
}

/// Whether a duty of the authority is owed by the number of these restrictions.
pub fn counts_restrictions(duty: &Duty) -> bool {
    let standing = duty.opens.standing();
    standing.is_some_and(|c| c.facts.iter().any(|fact| fact.name == SINCE_REVIEW))
}

/// At how many of them the rules in force ask the authority for a review: the smallest number with which one of its duties that
/// counts them stands. `None` where no rule asks.
pub fn review_asked_at(book: &Case, protocol: &Protocol, now: Timestamp) -> Option<usize> {
    let in_force = protocol.duties.iter().filter(|duty| duty.rule.pack.in_force(now));
    let duties: Vec<&Duty> = in_force.filter(|duty| counts_restrictions(duty)).collect();
    // Just after whatever stands in the book now.
    let then = now.checked_add(SignedDuration::from_secs(1)).ok()?;
    (0..=MOST_TRIED).filter(|_| !duties.is_empty()).find(|number| {
        let one = Restriction {
            from: then,
            written: then,
        };
        let world = World {
            restrictions: vec![one; *number],
            ..World::default()
        };
        let scope = Scope::of(Moment::at(book, &world, then));
        let mut asked = duties.iter().filter_map(|duty| duty.opens.standing());
        asked.any(|condition| condition.holds(&scope) == Truth::True)
    })
}

/// The hands through which an inquiry went, each with since when it lies there; the first is unknown until it is passed on.
pub fn hands(case: &Case, inquiry: Seq) -> Vec<(InquiryHand, Timestamp)> {
    let mut passed: Vec<(&Entry, &crate::records::InquiryPassedOn)> = case
        .of_type(RecordType::InquiryPassedOn)
        .filter_map(|e| match &e.record {
            Record::InquiryPassedOn(p) if p.inquiry.0 == inquiry => Some((e, p)),
            _ => None,
        })
        .collect();
    passed.sort_by_key(|(e, _)| (e.occurred.from, e.seq));
    let first = passed.first().map(|(_, p)| p.from_hand);
    let began = case.entry(inquiry).map(|e| e.entry.occurred.from);
    first
        .zip(began)
        .into_iter()
        .chain(passed.iter().map(|(e, p)| (p.to_hand, e.occurred.from)))
        .collect()
}

/// The entries that begin something in a register.
fn begun(case: &Case, register: Register) -> impl Iterator<Item = &Entry> {
    let types: &[RecordType] = match register {
        Register::Guardians => &[RecordType::GuardianAppointed],
        Register::Placements => &[RecordType::PlacementStarted],
        Register::Liberty => &[RecordType::LibertyRestricted],
        Register::Missing => &[RecordType::MissingReported],
        Register::Inquiries => &[RecordType::InquirySent, RecordType::InquiryReceived],
    };
    types.iter().flat_map(|t| case.of_type(*t))
}

fn is_detention(record: &Record) -> bool {
    let of_movement = [
        LibertyMeasure::Closed,
        LibertyMeasure::Movement,
        LibertyMeasure::LeavingCountry,
    ];
    matches!(record, Record::LibertyRestricted(l) if of_movement.into_iter().any(|m| l.measures.has(m)))
}

/// When something ended by what was recorded.
fn end(case: &Case, register: Register, began: &Entry) -> Option<Timestamp> {
    let next = |types: &[RecordType], is_it: &dyn Fn(&Record) -> bool| {
        let later = types.iter().flat_map(|t| case.of_type(*t)).filter(|e| {
            let after = (e.occurred.from, e.seq) > (began.occurred.from, began.seq);
            after && is_it(&e.record)
        });
        later.map(|e| e.occurred.to).min()
    };
    let any = &|_: &Record| true;
    match register {
        Register::Guardians => next(&[RecordType::GuardianEnded, RecordType::GuardianAppointed], any),
        Register::Placements => next(
            &[
                RecordType::PlacementStarted,
                RecordType::PlacementEnded,
                RecordType::ReleasedFromCustody,
                RecordType::Departed,
            ],
            any,
        ),
        Register::Liberty => {
            let lifted = next(
                &[RecordType::LibertyLifted],
                &|r| matches!(r, Record::LibertyLifted(l) if l.restriction.0 == began.seq),
            );
            // A ban on leaving the country does not end with the place.
            let bound =
                matches!(&began.record, Record::LibertyRestricted(l) if l.measures.has(LibertyMeasure::LeavingCountry));
            let left: &[RecordType] = if bound {
                &[RecordType::Departed]
            } else {
                &[RecordType::PlacementEnded, RecordType::Departed]
            };
            [lifted, next(left, any)].into_iter().flatten().min()
        }
        Register::Missing => next(&[RecordType::Found], any),
        Register::Inquiries => match &began.record {
            Record::InquiryReceived(_) => next(
                &[RecordType::InquiryAnswerSent],
                &|r| matches!(r, Record::InquiryAnswerSent(a) if a.inquiry.0 == began.seq),
            ),
            _ => next(&[RecordType::SocialInquiryReceived], any),
        },
    }
}

/// The end of the last day that was set for something.
fn planned_end(case: &Case, began: &Entry) -> Option<Timestamp> {
    match &began.record {
        Record::LibertyRestricted(l) => day_start(l.ends?.last().tomorrow().ok()?, &case.calendar.zone),
        _ => None,
    }
}

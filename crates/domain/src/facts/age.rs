//! How old the child is, from claims, estimates and verifications that may all be partial.

use super::solution::stands;
use crate::codes::AgeResult;
use crate::entry::Entry;
use crate::records::{AgeVerified, Record, RecordType};
use crate::time::{PartialDate, day_of};
use crate::value::Truth;
use crate::view::View;
use jiff::{Timestamp, civil};

/// The days between which the child was born; a side of which nothing is known is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Birth {
    /// The first day on which the child may have been born.
    pub first: Option<civil::Date>,
    /// The last one.
    pub last: Option<civil::Date>,
}

impl Birth {
    fn on(date: PartialDate) -> Self {
        Self {
            first: Some(date.first()),
            last: Some(date.last()),
        }
    }

    /// Of somebody who is `from` to `to` years old on some day between `seen.0` and `seen.1`.
    fn aged(seen: (civil::Date, civil::Date), from: u32, to: u32) -> Self {
        Self {
            first: years_before(seen.0, to + 1).and_then(|d| d.tomorrow().ok()),
            last: years_before(seen.1, from),
        }
    }

    /// Both may be true: the span holds them both.
    fn or(self, other: Self) -> Self {
        Self {
            first: self.first.zip(other.first).map(|(a, b)| a.min(b)),
            last: self.last.zip(other.last).map(|(a, b)| a.max(b)),
        }
    }
}

fn years_before(day: civil::Date, years: u32) -> Option<civil::Date> {
    let span = jiff::Span::new().try_years(i64::from(years)).ok()?;
    day.checked_sub(span).ok()
}

/// The newest verification that counts and that `pick` accepts. While a challenge to the newest finding
/// that the person is an adult is undecided, or after it was reopened, no such finding counts: the
/// person is protected as a child (CM/Rec(2022)22).
pub(super) fn found<'a, T>(v: &View<'a>, pick: impl Fn(&'a AgeVerified) -> Option<T>) -> Option<(&'a Entry, T)> {
    let adult = |r: &Record| matches!(r, Record::AgeVerified(a) if a.result == AgeResult::Adult);
    let newest = v.newest(RecordType::AgeVerified, |r| adult(r).then_some(()));
    let firm = newest.is_none_or(|(entry, ())| stands(v, entry));
    v.newest(RecordType::AgeVerified, |r| match r {
        Record::AgeVerified(a) if firm || !adult(r) => pick(a),
        _ => None,
    })
}

fn verified<'a>(v: &View<'a>) -> Option<(civil::Date, &'a AgeVerified)> {
    let (entry, verified) = found(v, Some)?;
    Some((day_of(v.effect(entry), &v.case.calendar.zone), verified))
}

/// When the child was born, by what is claimed, estimated and verified.
///
/// A date that was verified replaces every claim. Without one, every claim and every estimate
/// stands, and the span holds them all; a look alone never excludes that a person is a child.
/// What the newest verification found on its day narrows the span from one side.
pub fn born(v: &View<'_>) -> Birth {
    let dated = found(v, |a| a.born);
    let birth = dated.map_or_else(|| claimed(v), |(_, date)| Birth::on(date));
    let Some((day, newest)) = verified(v) else {
        return birth;
    };
    let narrowed = match newest.result {
        AgeResult::Child => Birth {
            first: birth.first.max(Birth::aged((day, day), 0, 17).first),
            ..birth
        },
        AgeResult::Adult => {
            let adult = years_before(day, 18);
            Birth {
                last: birth.last.or(adult).min(adult.or(birth.last)),
                ..birth
            }
        }
    };
    match (narrowed.first, narrowed.last) {
        // Result and date contradict each other: a verified date stands, a mere claim does not.
        (Some(first), Some(last)) if first > last && dated.is_some() => birth,
        (Some(first), Some(last)) if first > last && newest.result == AgeResult::Child => Birth {
            first: narrowed.first,
            last: None,
        },
        (Some(first), Some(last)) if first > last => Birth {
            first: None,
            last: narrowed.last,
        },
        _ => narrowed,
    }
}

fn claimed(v: &View<'_>) -> Birth {
    let zone = &v.case.calendar.zone;
    let referrals = v.all(RecordType::ReferralReceived);
    let presumptions = v.all(RecordType::AgePresumed);
    referrals
        .chain(presumptions)
        .flat_map(|e| {
            let seen = (day_of(e.occurred.from, zone), day_of(e.occurred.to, zone));
            match &e.record {
                Record::ReferralReceived(r) => [
                    r.born.map(|born| claim(born, seen.0)),
                    apparent(seen, r.apparent_age_from, r.apparent_age_to),
                ],
                Record::AgePresumed(p) => [apparent(seen, Some(p.apparent_age_from), Some(p.apparent_age_to)), None],
                _ => [None, None],
            }
        })
        .flatten()
        .reduce(Birth::or)
        .unwrap_or_default()
}

/// A date of birth that nobody verified. One that makes an adult is how trafficked children are often
/// presented, so it ends no protection: the latest birthday stays open (Warsaw Convention 10(3)).
fn claim(born: PartialDate, seen: civil::Date) -> Birth {
    let adult = years_before(seen, 18).is_some_and(|day| born.last() <= day);
    Birth {
        last: if adult { None } else { Some(born.last()) },
        ..Birth::on(born)
    }
}

/// Nobody looks like an adult beyond doubt: whoever seems to be 18 or more may still be 17. A side
/// of which nothing is said is open.
fn apparent(seen: (civil::Date, civil::Date), from: Option<u32>, to: Option<u32>) -> Option<Birth> {
    if from.is_none() && to.is_none() {
        return None;
    }
    Some(Birth {
        first: to.and_then(|to| Birth::aged(seen, 0, to).first),
        last: from.and_then(|from| Birth::aged(seen, from.min(17), 0).last),
    })
}

/// The earliest and the latest instant at which the child may turn 18.
pub fn eighteenth(v: &View<'_>) -> (Option<Timestamp>, Option<Timestamp>) {
    let birth = born(v);
    let birthday = |day: Option<civil::Date>| v.case.calendar.birthday(day?, 18);
    (birthday(birth.first), birthday(birth.last))
}

/// When age alone may change something.
pub fn birthdays(v: &View<'_>) -> Vec<Timestamp> {
    let (earliest, latest) = eighteenth(v);
    earliest.into_iter().chain(latest).collect()
}

/// Whether the child is under 18.
pub fn under_eighteen(v: &View<'_>) -> Truth {
    if verified(v).is_some_and(|(_, a)| a.result == AgeResult::Adult && a.born.is_none()) {
        return Truth::False;
    }
    match eighteenth(v) {
        (Some(earliest), _) if v.at() < earliest => Truth::True,
        (_, Some(latest)) if v.at() >= latest => Truth::False,
        _ => Truth::Unknown,
    }
}

/// The earliest and the latest instant at which the child may turn 16.
fn sixteenth(v: &View<'_>) -> (Option<Timestamp>, Option<Timestamp>) {
    let birth = born(v);
    let birthday = |day: Option<civil::Date>| v.case.calendar.birthday(day?, 16);
    (birthday(birth.first), birthday(birth.last))
}

/// When the child may turn 16.
pub fn sixteenth_birthdays(v: &View<'_>) -> Vec<Timestamp> {
    let (earliest, latest) = sixteenth(v);
    earliest.into_iter().chain(latest).collect()
}

/// Whether the child is fifteen or younger.
pub fn under_sixteen(v: &View<'_>) -> Truth {
    match sixteenth(v) {
        (Some(earliest), _) if v.at() < earliest => Truth::True,
        (_, Some(latest)) if v.at() >= latest => Truth::False,
        _ => Truth::Unknown,
    }
}

/// Whether every protection for a child applies.
pub fn protected(v: &View<'_>) -> bool {
    !under_eighteen(v).is_false()
}

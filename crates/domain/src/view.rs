//! A case looked at from a point in time.
//!
//! A record whose time is estimated may have taken effect at any instant of its interval. So every
//! question is asked twice, once with each such record at its earliest and once at its latest; where
//! the two answers differ, the answer is *unknown*. Which of two records came first is known only
//! when their times do not overlap. From this follow three promises: deadlines run from the earliest
//! possible time, a doing counts from the latest, and what is uncertain favours the child.

use crate::case::Case;
use crate::entry::{Entry, Seq};
use crate::facts::Fact;
use crate::memo::{Memo, Reads};
use crate::records::{Record, RecordType};
use crate::time::day_of;
use crate::value::{Truth, Value};
use crate::world::World;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::cell::Cell;

/// Which end of an estimated time counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Records take effect at the earliest instant.
    Earliest,
    /// Records take effect at the latest instant.
    Latest,
}

/// The case at an instant, in one reading.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The case.
    pub case: &'a Case,
    /// The registers.
    pub world: &'a World,
    /// The reading.
    pub reading: Reading,
    /// Of the entries of that very instant, only those before this number count.
    pub before: Option<Seq>,
    at: Timestamp,
    /// Where it is noted what is read through this view.
    reads: Option<&'a Cell<Reads>>,
}

impl<'a> View<'a> {
    /// The instant.
    pub fn at(&self) -> Timestamp {
        self.note(Reads::CLOCK);
        self.at
    }

    /// The same case, as it stood just before an entry took effect.
    pub fn just_before(&self, entry: &Entry) -> Self {
        Self {
            at: self.effect(entry),
            before: Some(entry.seq),
            ..*self
        }
    }

    /// The authority's book at the same instant and in the same reading, as far as the world brings it.
    pub fn book(&self) -> Option<Self> {
        let case = self.world.book.as_ref()?;
        // What it says changes at instants of its own, and with no entry of the case.
        self.note(Reads::CLOCK);
        Some(Self {
            case,
            before: None,
            reads: None,
            ..*self
        })
    }

    fn note(&self, what: Reads) {
        if let Some(reads) = self.reads {
            reads.set(reads.get().join(what));
        }
    }

    /// When an entry takes effect in this reading.
    pub fn effect(&self, entry: &Entry) -> Timestamp {
        match self.reading {
            Reading::Earliest => entry.occurred.from,
            Reading::Latest => entry.occurred.to,
        }
    }

    fn holds(&self, entry: &Entry) -> bool {
        let effect = self.effect(entry);
        match self.before {
            Some(before) => effect < self.at || (effect == self.at && entry.seq < before),
            None => effect <= self.at,
        }
    }

    /// Orders two entries as they take effect.
    pub fn order(&self, entry: &Entry) -> (Timestamp, Seq) {
        (self.effect(entry), entry.seq)
    }

    /// The entries of a type that have taken effect.
    pub fn all(self, record_type: RecordType) -> impl Iterator<Item = &'a Entry> {
        self.note(Reads::of(record_type));
        self.case.of_type(record_type).filter(move |e| self.holds(e))
    }

    /// The newest of these types that has taken effect.
    pub fn latest(&self, types: &[RecordType]) -> Option<&'a Entry> {
        types.iter().flat_map(|t| self.all(*t)).max_by_key(|e| self.order(e))
    }

    /// When the newest record of a type took effect.
    pub fn since(&self, record_type: RecordType) -> Option<Timestamp> {
        self.latest(&[record_type]).map(|e| self.effect(e))
    }

    /// The newest record that `pick` accepts, with its entry.
    pub fn newest<T>(&self, record_type: RecordType, pick: impl Fn(&'a Record) -> Option<T>) -> Option<(&'a Entry, T)> {
        self.all(record_type)
            .filter_map(|e| pick(&e.record).map(|t| (e, t)))
            .max_by_key(|(e, _)| self.order(e))
    }

    /// Whether `later` exists and happened after `earlier`. Where their times overlap so that either
    /// may have been first, the earliest reading says yes and the latest no: it is unknown.
    pub fn follows(&self, later: Option<&Entry>, earlier: Option<&Entry>) -> bool {
        let zone = &self.case.calendar.zone;
        match (later, earlier) {
            (Some(later), Some(earlier)) => match (happened_after(later, earlier, zone), self.reading) {
                (Truth::Unknown, Reading::Earliest) => true,
                (after, _) => after.is_true(),
            },
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}

/// Whether `later` happened after `earlier`; unknown where their times overlap. Two records of the
/// same instant, or both given as the same day, happened in the order written.
pub fn happened_after(later: &Entry, earlier: &Entry, zone: &TimeZone) -> Truth {
    if certainly_after(later, earlier, zone) {
        Truth::True
    } else if later.seq == earlier.seq || certainly_after(earlier, later, zone) {
        Truth::False
    } else {
        Truth::Unknown
    }
}

fn certainly_after(later: &Entry, earlier: &Entry, zone: &TimeZone) -> bool {
    if (later.occurred.from, later.seq) > (earlier.occurred.to, earlier.seq) {
        return true;
    }
    let day = |at| day_of(at, zone);
    let of_one_day = later.occurred.is_estimate()
        && earlier.occurred.is_estimate()
        && later.occurred.from == earlier.occurred.from
        && day(later.occurred.from) == day(later.occurred.to)
        && day(earlier.occurred.from) == day(earlier.occurred.to);
    of_one_day && later.seq > earlier.seq && later.occurred.to >= earlier.occurred.to
}

/// The case at an instant, in both readings.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// With estimated records at their earliest.
    pub earliest: View<'a>,
    /// With estimated records at their latest.
    pub latest: View<'a>,
    /// What was read already, and at which of its instants this is.
    memo: Option<(&'a Memo, usize)>,
}

impl<'a> Moment<'a> {
    /// The case at `at`, entries of that instant included.
    pub fn at(case: &'a Case, world: &'a World, at: Timestamp) -> Self {
        let earliest = View {
            case,
            world,
            at,
            reading: Reading::Earliest,
            before: None,
            reads: None,
        };
        Self {
            earliest,
            latest: View {
                reading: Reading::Latest,
                ..earliest
            },
            memo: None,
        }
    }

    /// One reading as if it were both.
    pub fn read_as(view: &View<'a>) -> Self {
        Self {
            earliest: *view,
            latest: *view,
            memo: None,
        }
    }

    /// The same moment, remembering what is read at it: the instant of this place among those of the memo.
    pub fn remembering(mut self, memo: &'a Memo, place: usize) -> Self {
        self.earliest.reads = Some(memo.reads());
        self.latest.reads = Some(memo.reads());
        self.memo = Some((memo, place));
        self
    }

    /// The same moment as only the entries of its very instant before a number made it.
    pub fn up_to(mut self, before: Seq) -> Self {
        self.earliest.before = Some(before);
        self.latest.before = Some(before);
        self.memo = None;
        self
    }

    /// A fact at this moment; unknown where the two readings of estimated times differ.
    pub fn fact(&self, fact: &'static Fact) -> Value {
        let read = || (fact.read)(&self.earliest).agree((fact.read)(&self.latest));
        match self.memo {
            Some((memo, place)) => memo.fact(fact, place, read),
            None => read(),
        }
    }

    /// The case just after an entry of it took effect.
    pub fn after(case: &'a Case, world: &'a World, entry: &Entry) -> Self {
        Self::around(case, world, entry, entry.seq + 1)
    }

    /// The case just before an entry of it, or just before one that is about to be added.
    pub fn before(case: &'a Case, world: &'a World, entry: &Entry) -> Self {
        Self::around(case, world, entry, entry.seq)
    }

    fn around(case: &'a Case, world: &'a World, entry: &Entry, before: Seq) -> Self {
        let before = Some(before);
        let (from, to) = (entry.occurred.from, entry.occurred.to);
        Self {
            earliest: View {
                case,
                world,
                at: from,
                reading: Reading::Earliest,
                before,
                reads: None,
            },
            latest: View {
                case,
                world,
                at: to,
                reading: Reading::Latest,
                before,
                reads: None,
            },
            memo: None,
        }
    }
}

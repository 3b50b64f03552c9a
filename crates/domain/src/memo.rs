//! What was read of a case already, and between which instants it stands.
//!
//! What a fact or a condition says follows from the entries that it reads. Each reading is noted: of which
//! record types entries were asked for, and whether the clock was. Until one of these types changes, or the
//! clock comes to an instant that matters, the answer is the same; so it is asked once and not at every instant.

use crate::case::Case;
use crate::facts::Fact;
use crate::records::RecordType;
use crate::rules::Condition;
use crate::value::{Truth, Value};
use jiff::Timestamp;
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

const WORDS: usize = 3;
const CLOCK: usize = WORDS * 64 - 1;
const _: () = assert!(RecordType::ALL.len() <= CLOCK);

/// What was read: record types, and the clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reads([u64; WORDS]);

impl Reads {
    /// The clock.
    pub(crate) const CLOCK: Self = {
        let mut words = [0; WORDS];
        words[WORDS - 1] = 1 << 63;
        Self(words)
    };

    /// The entries of a type.
    pub(crate) fn of(record_type: RecordType) -> Self {
        let place = record_type as usize;
        Self(std::array::from_fn(|word| {
            if word == place / 64 { 1 << (place % 64) } else { 0 }
        }))
    }

    /// Both.
    pub(crate) fn join(self, other: Self) -> Self {
        let [a, b, c] = self.0;
        let [x, y, z] = other.0;
        Self([a | x, b | y, c | z])
    }

    /// The places of what was read.
    fn places(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(word, mut bits)| {
            std::iter::from_fn(move || {
                let next = (bits != 0).then(|| word * 64 + bits.trailing_zeros() as usize);
                bits &= bits.wrapping_sub(1);
                next
            })
        })
    }
}

/// An answer, and the places of the instants from and until which it stands.
#[derive(Debug)]
struct Stretch<T> {
    from: usize,
    until: usize,
    reads: Reads,
    answer: T,
}

/// Answers by the address of what was asked.
type Kept<T> = RefCell<FxHashMap<usize, Vec<Stretch<T>>>>;

/// The answers already given, of one moment or of the instants of a case. It serves one case and one protocol,
/// and no longer than these.
#[derive(Debug, Default)]
pub struct Memo {
    /// For each record type, and for the clock, at which of the instants something of it changes, in order.
    steps: Vec<Vec<usize>>,
    facts: Kept<Value>,
    /// A condition stays where it is in its protocol.
    conditions: Kept<Truth>,
    reads: Cell<Reads>,
}

impl Memo {
    /// Of one moment, and knowing facts already: what follows from the rules or from a step that is not taken yet, and from
    /// no case alone.
    pub(crate) fn knowing(facts: impl IntoIterator<Item = (&'static str, Value)>) -> Self {
        let memo = Self::default();
        for (fact, answer) in facts {
            memo.know(fact, answer);
        }
        memo
    }

    /// Knows a fact from now on, whatever was read of it.
    pub(crate) fn know(&self, fact: &'static str, answer: Value) {
        if let Some(fact) = Fact::of(fact) {
            let stretch = Stretch {
                from: 0,
                until: usize::MAX,
                reads: Reads::default(),
                answer,
            };
            self.facts.borrow_mut().insert(address(fact), vec![stretch]);
        }
    }

    /// Of the instants of a case, in order; at those that are `timed` the clock itself may change something.
    pub(crate) fn over(instants: &[Timestamp], case: &Case, timed: &BTreeSet<Timestamp>) -> Self {
        let mut steps: Vec<Vec<usize>> = vec![Vec::new(); CLOCK + 1];
        let place = |at: Timestamp| instants.partition_point(|instant| *instant < at);
        for entry in case.entries.iter().map(|e| &e.entry) {
            if let Some(steps) = steps.get_mut(entry.record.record_type() as usize) {
                steps.push(place(entry.occurred.from));
                steps.push(place(entry.occurred.to));
            }
        }
        if let Some(clock) = steps.get_mut(CLOCK) {
            clock.extend(timed.iter().map(|at| place(*at)));
        }
        steps.iter_mut().for_each(|steps| steps.sort_unstable());
        Self {
            steps,
            ..Self::default()
        }
    }

    /// Where is noted what is read.
    pub(crate) fn reads(&self) -> &Cell<Reads> {
        &self.reads
    }

    /// A fact at the instant of a place.
    pub(crate) fn fact(&self, fact: &'static Fact, place: usize, read: impl FnOnce() -> Value) -> Value {
        self.remembered(&self.facts, address(fact), place, read).0
    }

    /// A condition that speaks of no record at hand, at the instant of a place; and until where that stands.
    pub(crate) fn condition(&self, condition: &Condition, place: usize, ask: impl FnOnce() -> Truth) -> (Truth, usize) {
        self.remembered(&self.conditions, address(condition), place, ask)
    }

    /// What is asked at the instant of a place and not again; and until where the answer stands.
    pub(crate) fn once<T>(&self, place: usize, ask: impl FnOnce() -> T) -> (T, usize) {
        let (answer, reads) = self.noting(ask);
        (answer, self.stands(reads, place).1)
    }

    fn remembered<T: Clone>(&self, kept: &Kept<T>, key: usize, place: usize, ask: impl FnOnce() -> T) -> (T, usize) {
        if let Some(stretches) = kept.borrow().get(&key) {
            let after = stretches.partition_point(|s| s.from <= place);
            let stretch = after.checked_sub(1).and_then(|before| stretches.get(before));
            if let Some(stretch) = stretch.filter(|s| place < s.until) {
                self.reads.set(self.reads.get().join(stretch.reads));
                return (stretch.answer.clone(), stretch.until);
            }
        }
        let (answer, reads) = self.noting(ask);
        let (from, until) = self.stands(reads, place);
        let mut kept = kept.borrow_mut();
        let stretches = kept.entry(key).or_default();
        let after = stretches.partition_point(|s| s.from <= place);
        stretches.insert(
            after,
            Stretch {
                from,
                until,
                reads,
                answer: answer.clone(),
            },
        );
        (answer, until)
    }

    /// An answer with what was read for it, which also counts as read by what is being asked around it.
    fn noting<T>(&self, ask: impl FnOnce() -> T) -> (T, Reads) {
        let around = self.reads.take();
        let answer = ask();
        let reads = self.reads.get();
        self.reads.set(around.join(reads));
        (answer, reads)
    }

    /// The places from and until which nothing that was read at a place changes.
    fn stands(&self, reads: Reads, place: usize) -> (usize, usize) {
        let steps = reads.places().filter_map(|of| self.steps.get(of));
        steps.fold((0, usize::MAX), |(from, until), steps| {
            let after = steps.partition_point(|step| *step <= place);
            let last = after.checked_sub(1).and_then(|last| steps.get(last));
            (
                from.max(last.copied().unwrap_or(0)),
                until.min(steps.get(after).copied().unwrap_or(usize::MAX)),
            )
        })
    }
}

/// What names something that stays where it is.
fn address<T>(of: &T) -> usize {
    std::ptr::from_ref(of) as usize
}

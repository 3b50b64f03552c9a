//! What rules read beside the case or the authority's book: a dated snapshot of all cases, and of the book what it says of those
//! to whom a case refers.

use crate::case::{Case, fold};
use crate::entry::{Entry, Seq};
use crate::fields::BookRef;
use crate::ids::CaseId;
use crate::records::{Record, RecordType};
use crate::time::day_start;
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A restriction of liberty somewhere in the authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restriction {
    /// The earliest instant at which it may have begun.
    pub from: Timestamp,
    /// When it was written.
    pub written: Timestamp,
}

/// A guardian of the book who stands for the child of another case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guardianship {
    /// The entry of the book to which the appointment refers.
    pub guardian: Seq,
    /// The other case.
    pub case: CaseId,
    /// The earliest instant at which it may have begun.
    pub from: Timestamp,
    /// The latest at which it ended.
    pub ended: Option<Timestamp>,
    /// When it was written.
    pub written: Timestamp,
}

/// What the authority's other cases bring, and its book.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// Every restriction of liberty recorded by the authority.
    pub restrictions: Vec<Restriction>,
    /// Of the book, what speaks of those to whom the case refers ([`of_those`]).
    pub book: Option<Case>,
    /// Where the guardians to whom the case refers stand for other children.
    pub guardianships: Vec<Guardianship>,
}

impl World {
    /// The instants at which something changes for the authority's book.
    pub fn of_cases(&self) -> impl Iterator<Item = Timestamp> {
        self.restrictions.iter().map(|r| r.from)
    }

    /// The instants at which something changes for a case.
    pub fn of_book(&self) -> impl Iterator<Item = Timestamp> {
        let book = self.book.iter().flat_map(|book| &book.entries);
        let guardianships = self.guardianships.iter();
        let policies = self.book.iter().flat_map(policies_change);
        book.flat_map(|e| [e.entry.occurred.from, e.entry.occurred.to])
            .chain(policies)
            .chain(guardianships.flat_map(|g| [Some(g.from), g.ended]).flatten())
    }

    /// When the newest was written of what concerns a case.
    pub(crate) fn last_written(&self) -> Option<Timestamp> {
        let book = self.book.iter().flat_map(|book| &book.written).map(|e| e.written);
        book.chain(self.guardianships.iter().map(|g| g.written)).max()
    }

    /// What was known of it at an instant.
    pub(crate) fn known_at(&self, at: Timestamp) -> Cow<'_, Self> {
        if self.last_written().is_none_or(|last| last <= at) {
            return Cow::Borrowed(self);
        }
        let mut known = self.clone();
        known.book = self.book.as_ref().map(|book| fold(&book.calendar, &book.written, at));
        known.guardianships.retain(|g| g.written <= at);
        Cow::Owned(known)
    }
}

/// When policies of providers begin and run out.
fn policies_change(book: &Case) -> impl Iterator<Item = Timestamp> {
    let days = book.entries.iter().flat_map(|e| match &e.entry.record {
        Record::ProviderRegistered(p) => [
            p.policy_from.map(|from| from.first()),
            p.policy_until.and_then(|until| until.last().tomorrow().ok()),
        ],
        _ => [None, None],
    });
    days.flatten().filter_map(|day| day_start(day, &book.calendar.zone))
}

/// The entries of the book that speak of the guardian or provider of an entry: those that replaced one another, and the
/// first.
pub fn line(book: &Case, entry: Seq) -> BTreeSet<Seq> {
    let replacing: Vec<(Seq, Seq)> = book
        .entries
        .iter()
        .filter_map(|e| Some((e.entry.seq, crate::facts::replaces(&e.entry.record)?.0)))
        .collect();
    grown(BTreeSet::from([entry]), &replacing)
}

/// A set with all that pairs join to it.
fn grown(mut set: BTreeSet<Seq>, pairs: &[(Seq, Seq)]) -> BTreeSet<Seq> {
    loop {
        let before = set.len();
        for (a, b) in pairs {
            if set.contains(a) || set.contains(b) {
                set.extend([*a, *b]);
            }
        }
        if set.len() == before {
            return set;
        }
    }
}

/// Of the authority's book, what speaks of these entries: what they replaced and what replaced them, inspections, what struck
/// them off, corrections of all this. `None` when the book says nothing of them.
pub fn of_those(book: &Case, entries: &BTreeSet<BookRef>) -> Option<Case> {
    let wanted: BTreeSet<Seq> = entries.iter().map(|e| e.0).collect();
    let as_corrected = book.entries.iter().map(|e| e.entry.as_ref());
    let as_written = book.written.iter().map(Arc::as_ref);
    let pairs: Vec<(Seq, Seq)> = as_written.chain(as_corrected).filter_map(joins).collect();
    let lines = grown(wanted, &pairs);
    let said: Vec<Arc<Entry>> = book
        .written
        .iter()
        .filter(|e| lines.contains(&e.seq))
        .cloned()
        .collect();
    (!said.is_empty()).then(|| fold(&book.calendar, &said, Timestamp::MAX))
}

/// The guardians and providers of the book of whom something else is said after a writing than before it: the entries by which
/// cases may refer to them.
pub fn changed_by(before: &Case, after: &Case) -> BTreeSet<Seq> {
    let types = [RecordType::GuardianRegistered, RecordType::ProviderRegistered];
    let named = |book: &Case| -> BTreeSet<Seq> { types.iter().flat_map(|t| book.of_type(*t)).map(|e| e.seq).collect() };
    let says = |book: &Case, entry: Seq| {
        let part = of_those(book, &BTreeSet::from([BookRef(entry)]));
        part.map(|part| part.entries.iter().map(|e| Entry::clone(&e.entry)).collect::<Vec<_>>())
    };
    let all: BTreeSet<Seq> = named(before).union(&named(after)).copied().collect();
    all.into_iter()
        .filter(|entry| says(before, *entry) != says(after, *entry))
        .collect()
}

/// The entries of the authority's book to which a case refers, or what is submitted to it does.
pub fn refers(case: &Case, submitted: Option<&Record>) -> BTreeSet<BookRef> {
    let written = case.written.iter().map(|e| &e.record);
    // What a correction puts in its place stands in it.
    let named = |record: &Record| match record {
        Record::Correction(c) => c
            .replace
            .as_ref()
            .and_then(|replace| replace.0.get("in_book")?.as_text()?.trim().parse().ok())
            .map(BookRef),
        other => other.in_book(),
    };
    written.chain(submitted).filter_map(named).collect()
}

/// The entry of which an entry speaks, for what is said of guardians and providers.
fn joins(entry: &Entry) -> Option<(Seq, Seq)> {
    let other = match &entry.record {
        Record::GuardianRegistered(r) => r.replaces?.0,
        Record::ProviderRegistered(r) => r.replaces?.0,
        Record::ProviderInspected(r) => r.provider.0,
        Record::StruckOff(r) => r.entry.0,
        Record::Correction(r) => r.entry.0,
        _ => return None,
    };
    Some((entry.seq, other))
}

//! The state of a case: its entries as they read at a time, corrections applied, in order.

use crate::codes::Basis;
use crate::entry::{Entry, Seq};
use crate::records::{Correction, Record, RecordType};
use crate::time::Calendar;
use jiff::Timestamp;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A case as known at a time.
#[derive(Clone, Debug)]
pub struct Case {
    /// The zone and working days by which its time is counted.
    pub calendar: Calendar,
    /// The effective entries, by the earliest time at which they may have occurred, then by number.
    pub entries: Vec<Effective>,
    /// The entries withdrawn, with the correction that did it.
    pub withdrawn: BTreeMap<Seq, Seq>,
    /// The number of the newest entry known; 0 for none.
    pub head: Seq,
    /// Every entry known, as it was written.
    pub written: Vec<Arc<Entry>>,
    by_type: FxHashMap<RecordType, Vec<usize>>,
}

/// An entry as it reads after its corrections.
#[derive(Clone, Debug)]
pub struct Effective {
    /// The entry, with the corrected record and time.
    pub entry: Arc<Entry>,
    /// The corrections that changed it, oldest first.
    pub corrected_by: Vec<Seq>,
}

impl Case {
    /// Whether it is the authority's book and not the case of a child: what stands first says so.
    pub fn is_of_authority(&self) -> bool {
        self.written
            .first()
            .is_some_and(|e| e.record.record_type().is_of_authority())
    }

    /// The effective entry of a number.
    pub fn entry(&self, seq: Seq) -> Option<&Effective> {
        self.entries.iter().find(|e| e.entry.seq == seq)
    }

    /// The entry of a number as it was written, withdrawn ones included.
    pub fn as_written(&self, seq: Seq) -> Option<&Arc<Entry>> {
        self.written.iter().find(|e| e.seq == seq)
    }

    /// The effective entries of a type, by the earliest time at which they may have occurred.
    pub fn of_type(&self, record_type: RecordType) -> impl DoubleEndedIterator<Item = &Entry> {
        let places = self.by_type.get(&record_type).map_or(&[][..], Vec::as_slice);
        places
            .iter()
            .filter_map(|place| self.entries.get(*place).map(|e| e.entry.as_ref()))
    }

    /// The effective entries of several types, in the order of the case.
    pub fn of_types(&self, types: &[RecordType]) -> Vec<&Entry> {
        let mut entries: Vec<&Entry> = types.iter().flat_map(|t| self.of_type(*t)).collect();
        if types.len() > 1 {
            entries.sort_by_key(|e| (e.occurred.from, e.seq));
            entries.dedup_by_key(|e| e.seq);
        }
        entries
    }

    /// The case as it stood just before an entry of it, or before one that is about to be added: what
    /// may have happened after is left out, what is corrected reads as it does now.
    pub fn before(&self, entry: &Entry) -> Self {
        let earlier = |e: &Entry| (e.occurred.to, e.seq) < (entry.occurred.from, entry.seq);
        let entries: Vec<Effective> = self.entries.iter().filter(|e| earlier(&e.entry)).cloned().collect();
        let kept = |e: &&Arc<Entry>| entries.iter().any(|read| read.entry.seq == e.seq);
        let written = self.written.iter().filter(kept).cloned().collect();
        Self {
            calendar: self.calendar.clone(),
            by_type: by_type(&entries),
            entries,
            withdrawn: self.withdrawn.clone(),
            head: self.head,
            written,
        }
    }

    /// The effective entries that are steps of our own or reported.
    pub fn gated(&self) -> impl Iterator<Item = &Entry> {
        self.entries
            .iter()
            .map(|e| e.entry.as_ref())
            .filter(|e| e.record.record_type().is_gated())
    }
}

impl Entry {
    /// Whether it is our own act.
    pub fn is_deciding(&self) -> bool {
        self.record.record_type().is_gated() && self.basis == Basis::Deciding
    }
}

/// The state of the case as known at `known_at`: entries written later are left out.
///
/// A correction of a correction counts like any other: a withdrawn correction changes nothing.
/// A correction that no longer fits its record (which admission refuses) changes nothing either.
pub fn fold(calendar: &Calendar, entries: &[Arc<Entry>], known_at: Timestamp) -> Case {
    let mut written: Vec<Arc<Entry>> = entries.iter().filter(|e| e.written <= known_at).cloned().collect();
    // Whatever order they are handed over in: they are read as they were written.
    written.sort_by_key(|e| e.seq);
    let withdrawn = withdrawals(&written);
    let mut standing: BTreeMap<Seq, Vec<(Seq, &Correction)>> = BTreeMap::new();
    for (by, correction) in corrections(&written).filter(|(by, c)| !c.withdraw && !withdrawn.contains_key(by)) {
        standing.entry(correction.entry.0).or_default().push((by, correction));
    }
    let mut effective: Vec<Effective> = written
        .iter()
        .filter(|entry| !withdrawn.contains_key(&entry.seq))
        .map(|entry| {
            let mut read = Effective {
                entry: entry.clone(),
                corrected_by: Vec::new(),
            };
            for (by, correction) in standing.get(&entry.seq).into_iter().flatten().copied() {
                if let Some(changed) = corrected(&read.entry, correction, calendar) {
                    read.entry = Arc::new(changed);
                    read.corrected_by.push(by);
                }
            }
            read
        })
        .collect();
    effective.sort_by_key(|e| (e.entry.occurred.from, e.entry.seq));
    Case {
        calendar: calendar.clone(),
        by_type: by_type(&effective),
        entries: effective,
        withdrawn,
        head: written.iter().map(|e| e.seq).max().unwrap_or(0),
        written,
    }
}

fn by_type(entries: &[Effective]) -> FxHashMap<RecordType, Vec<usize>> {
    let mut by_type: FxHashMap<RecordType, Vec<usize>> = FxHashMap::default();
    for (place, read) in entries.iter().enumerate() {
        by_type.entry(read.entry.record.record_type()).or_default().push(place);
    }
    by_type
}

/// The entry as a correction makes it read; `None` when the correction does not fit it.
pub fn corrected(entry: &Entry, correction: &Correction, calendar: &Calendar) -> Option<Entry> {
    let mut changed = entry.clone();
    if let Some(replace) = &correction.replace {
        changed.record = Record::read(entry.record.record_type(), &entry.record.replaced(&replace.0)).ok()?;
    }
    if let Some(when) = &correction.occurred {
        changed.occurred = when.occurred(&calendar.zone, entry.written).ok()?;
    }
    Some(changed)
}

fn corrections(written: &[Arc<Entry>]) -> impl DoubleEndedIterator<Item = (Seq, &Correction)> {
    written.iter().filter_map(|e| match &e.record {
        Record::Correction(c) => Some((e.seq, c)),
        _ => None,
    })
}

/// Newest first, so that a withdrawal which is itself withdrawn does not count.
fn withdrawals(written: &[Arc<Entry>]) -> BTreeMap<Seq, Seq> {
    let mut withdrawn = BTreeMap::new();
    for (seq, correction) in corrections(written).rev() {
        if correction.withdraw && !withdrawn.contains_key(&seq) {
            withdrawn.entry(correction.entry.0).or_insert(seq);
        }
    }
    withdrawn
}

//! The state of a case: its entries as they read at a time, corrections applied, in order.

use crate::codes::Basis;
use crate::entry::{Entry, Seq};
use crate::records::{Correction, Record, RecordType};
use crate::time::Calendar;
use jiff::Timestamp;
use std::collections::BTreeMap;

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
}

/// An entry as it reads after its corrections.
#[derive(Clone, Debug)]
pub struct Effective {
    /// The entry, with the corrected record and time.
    pub entry: Entry,
    /// The corrections that changed it, oldest first.
    pub corrected_by: Vec<Seq>,
}

impl Case {
    /// The effective entry of a number.
    pub fn entry(&self, seq: Seq) -> Option<&Effective> {
        self.entries.iter().find(|e| e.entry.seq == seq)
    }

    /// The effective entries of a type.
    pub fn of_type(&self, record_type: RecordType) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries
            .iter()
            .map(|e| &e.entry)
            .filter(move |e| e.record.record_type() == record_type)
    }

    /// Whether an entry is our own act.
    pub fn is_deciding(entry: &Entry) -> bool {
        entry.record.record_type().is_gated() && entry.basis == Basis::Deciding
    }
}

/// The state of the case as known at `known_at`: entries written later are left out.
///
/// A correction of a correction counts like any other: a withdrawn correction changes nothing.
/// A correction that no longer fits its record (which admission refuses) changes nothing either.
pub fn fold(calendar: &Calendar, entries: &[Entry], known_at: Timestamp) -> Case {
    let known: Vec<&Entry> = entries.iter().filter(|e| e.written <= known_at).collect();
    let withdrawn = withdrawals(&known);
    let mut effective = Vec::new();
    for entry in &known {
        if withdrawn.contains_key(&entry.seq) {
            continue;
        }
        let mut read = Effective {
            entry: (*entry).clone(),
            corrected_by: Vec::new(),
        };
        for (by, correction) in
            corrections(&known).filter(|(seq, c)| c.entry.0 == entry.seq && !c.withdraw && !withdrawn.contains_key(seq))
        {
            if let Some(changed) = corrected(&read.entry, correction, calendar) {
                read.entry = changed;
                read.corrected_by.push(by);
            }
        }
        effective.push(read);
    }
    effective.sort_by_key(|e| (e.entry.occurred.from, e.entry.seq));
    let head = known.iter().map(|e| e.seq).max().unwrap_or(0);
    Case {
        calendar: calendar.clone(),
        entries: effective,
        withdrawn,
        head,
    }
}

/// The entry as a correction makes it read; `None` when the correction does not fit it.
pub fn corrected(entry: &Entry, correction: &Correction, calendar: &Calendar) -> Option<Entry> {
    let mut changed = entry.clone();
    if let Some(replace) = &correction.replace {
        let mut fields = entry.record.write();
        for (name, raw) in &replace.0 {
            if raw.is_empty() {
                fields.remove(name);
            } else {
                fields.insert(name.clone(), raw.clone());
            }
        }
        changed.record = Record::read(entry.record.record_type(), &fields).ok()?;
    }
    if let Some(when) = &correction.occurred {
        changed.occurred = when.occurred(&calendar.zone, entry.written).ok()?;
    }
    Some(changed)
}

fn corrections<'a>(known: &'a [&Entry]) -> impl DoubleEndedIterator<Item = (Seq, &'a Correction)> {
    known.iter().filter_map(|e| match &e.record {
        Record::Correction(c) => Some((e.seq, c)),
        _ => None,
    })
}

/// Newest first, so that a withdrawal which is itself withdrawn does not count.
fn withdrawals(known: &[&Entry]) -> BTreeMap<Seq, Seq> {
    let mut withdrawn = BTreeMap::new();
    for (seq, correction) in corrections(known).rev() {
        if correction.withdraw && !withdrawn.contains_key(&seq) {
            withdrawn.entry(correction.entry.0).or_insert(seq);
        }
    }
    withdrawn
}

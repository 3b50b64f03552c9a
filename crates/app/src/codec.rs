//! Entries as bytes, and bytes as entries.

use crate::error::AppError;
use serde::{Deserialize, Serialize};
use tutela_domain::codes::Basis;
use tutela_domain::entry::{Author, Entry, Role};
use tutela_domain::fields::{Code, Field, Fields, Raw, Words};
use tutela_domain::records::{Record, RecordType};
use tutela_domain::time::Occurred;
use tutela_store::{AgencyId, NewEntry, Plain, StaffId, StoredEntry};

/// What is sealed of an entry: the fields as a form submits them, so that one reading serves form,
/// story and storage. `version` is that of the record type when it was written.
#[derive(Serialize, Deserialize)]
struct Kept {
    version: u16,
    role: String,
    basis: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    urgent: Option<String>,
    fields: Fields,
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    answers: Fields,
    /// The hashes of the pack versions by which it was admitted.
    packs: Vec<String>,
}

/// An entry to be written, with the packs by which it was admitted.
pub(crate) fn encode(entry: &Entry, packs: Vec<String>) -> Result<NewEntry, AppError> {
    let record_type = entry.record.record_type();
    let kept = Kept {
        version: record_type.version(),
        role: entry.author.role.name().to_owned(),
        basis: entry.basis.code().to_owned(),
        urgent: entry.urgent.as_ref().map(|w| w.reveal().to_owned()),
        fields: entry.record.write(),
        answers: entry.answers.clone(),
        packs,
    };
    let plain = serde_json::to_vec(&kept).map_err(|_| AppError::Unreadable(entry.seq))?;
    Ok(NewEntry {
        record_type: record_type.name().to_owned(),
        occurred_from: entry.occurred.from,
        occurred_to: entry.occurred.to,
        written: entry.written,
        staff: StaffId::new(entry.author.staff.clone()),
        agency: AgencyId::new(entry.author.agency.clone()),
        plain: Plain::from(plain),
    })
}

/// A kept entry, read.
pub(crate) fn decode(stored: &StoredEntry) -> Result<Entry, AppError> {
    let unreadable = || AppError::Unreadable(stored.seq);
    let kept: Kept = serde_json::from_slice(stored.entry.plain.as_slice()).map_err(|_| unreadable())?;
    let record_type = RecordType::of(&stored.entry.record_type).ok_or_else(unreadable)?;
    let mut problems = Vec::new();
    let urgent = kept.urgent.map(Raw::text);
    Ok(Entry {
        seq: stored.seq,
        record: read(record_type, kept.fields).ok_or_else(unreadable)?,
        occurred: Occurred {
            from: stored.entry.occurred_from,
            to: stored.entry.occurred_to,
        },
        written: stored.entry.written,
        author: Author {
            staff: stored.entry.staff.as_str().to_owned(),
            role: Role::of(&kept.role).ok_or_else(unreadable)?,
            agency: stored.entry.agency.as_str().to_owned(),
        },
        basis: Basis::of(&kept.basis).ok_or_else(unreadable)?,
        urgent: urgent.and_then(|raw| Words::read(Some(&raw), "urgent", &mut problems)),
        answers: kept.answers,
    })
}

/// The record of kept fields. Fields that this version does not know are left out of it; the bytes
/// that hold them are kept as they are.
fn read(record_type: RecordType, mut fields: Fields) -> Option<Record> {
    fields.retain(|name, _| record_type.has_field(name));
    Record::read(record_type, &fields).ok()
}

//! Cases and their entries.

use super::{projections, shared, trail};
use crate::case::{
    AgencyId, Append, Appended, Created, NewCase, NewEntry, StaffId, StoredCase, StoredEntry, SubmissionId,
};
use crate::chain::{self, ClearEntry, Digest};
use crate::columns::{case_id, digest, instant, place};
use crate::database::{Database, Sql, values};
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::keys::{Keys, Ring};
use std::ops::RangeInclusive;
use tutela_domain::ids::CaseId;

/// An entry sealed for its place, ready to be written.
struct SealedEntry {
    entry: NewEntry,
    sealed: Vec<u8>,
    sealed_digest: Digest,
}

/// The place of the last entry, once these were written after `head`.
fn head_after(head: i64, entries: &[SealedEntry]) -> Result<i64, StoreError> {
    let many = i64::try_from(entries.len()).ok();
    many.and_then(|many| head.checked_add(many))
        .ok_or(StoreError::NotAcceptable {
            field: "the place of an entry",
            why: "is too large",
        })
}

/// The reference of the authority's book, which takes no number from the cases.
const BOOK_REFERENCE: &str = "TU-AUTHORITY";

fn next_reference(conn: &mut dyn Sql, year: i64) -> Result<String, StoreError> {
    let number = conn
        .one(
            "INSERT INTO case_numbers (year, last) VALUES (?1, 1)
             ON CONFLICT (year) DO UPDATE SET last = case_numbers.last + 1 RETURNING last",
            values![year],
            |row| row.number(0),
        )?
        .ok_or(StoreError::Damaged)?;
    Ok(reference(year, number))
}

/// The reference with a number of a year; numbers are given without a gap.
pub(super) fn reference(year: i64, number: i64) -> String {
    format!("TU-{year:04}-{number:04}")
}

pub(super) fn insert_case(db: &impl Database, new: NewCase) -> Result<Created, StoreError> {
    let case = new.case;
    let keys = db.keys();
    let key = Ring::random()?;
    let wrapped_key = key.wrapped_by(&keys.cases, &wrapping(case))?;
    let submission = submission_tag(keys, &new.submission);
    let entries = sealed_entries(&key, case, 0, new.entries)?;
    let projection = projections::sealed(keys, &key, case, head_after(0, &entries)?, new.projection)?;
    let audit = trail::sealed(keys, new.audit)?;
    let created = new.written.as_microsecond();
    let year = i64::from(new.written.to_zoned_datetime(jiff::tz::TimeZone::UTC).year());

    db.write(move |conn| {
        let made_before = conn.one(
            "SELECT c.case_id, c.reference FROM submissions s JOIN cases c USING (case_id)
             WHERE s.submission = ?1 AND s.creates = 1",
            values![&submission],
            |row| {
                Ok(Created::AlreadyWritten {
                    case: case_id(row.bytes(0)?)?,
                    reference: row.text(1)?.to_owned(),
                })
            },
        )?;
        if let Some(made_before) = made_before {
            return Ok(made_before);
        }
        let taken = conn.one("SELECT head FROM cases WHERE case_id = ?1", values![&case], |_| Ok(()))?;
        if taken.is_some() {
            return Err(StoreError::CaseIdTaken);
        }
        let reference = if case == CaseId::AUTHORITY {
            BOOK_REFERENCE.to_owned()
        } else {
            next_reference(conn, year)?
        };
        let start = chain::case_start(case, &reference, created);
        conn.execute(
            "INSERT INTO cases (case_id, reference, created, wrapped_key, head, chain) VALUES (?1, ?2, ?3, ?4, 0, ?5)",
            values![&case, &reference, created, &wrapped_key, &start],
        )?;
        let (head, last) = insert_entries(conn, case, 0, start, &entries)?;
        move_head(conn, case, None, head, &last)?;
        note_submission(conn, case, &submission, true, 1, head)?;
        projections::replace(conn, case, head, &projection)?;
        trail::insert(conn, &audit)?;
        Ok(Created::Written { case, reference })
    })
}

pub(super) fn append_entries(db: &impl Database, append: Append) -> Result<Appended, StoreError> {
    let case = append.case;
    let keys = db.keys();
    let key = case_key(db, case)?;
    let expected = i64::try_from(append.expected_head).map_err(|_| StoreError::NotAcceptable {
        field: "the expected head",
        why: "is too large",
    })?;
    let submission = submission_tag(keys, &append.submission);
    let entries = sealed_entries(&key, case, expected, append.entries)?;
    let projection = projections::sealed(keys, &key, case, head_after(expected, &entries)?, append.projection)?;
    let registers = append.shared;
    let at = append.audit.at;
    let audit = trail::sealed(keys, append.audit)?;

    db.write(move |conn| {
        let written_before = conn.one(
            "SELECT first_seq, last_seq FROM submissions WHERE case_id = ?1 AND submission = ?2",
            values![&case, &submission],
            |row| seqs(row.number(0)?, row.number(1)?),
        )?;
        if let Some(seqs) = written_before {
            return Ok(Appended::AlreadyWritten { seqs });
        }
        let (head, before) = head_of(conn, case)?;
        if head != expected || !shared::stand(conn, &registers.read)? {
            return Ok(Appended::Moved { head: place(head)? });
        }
        let (new_head, last) = insert_entries(conn, case, head, before, &entries)?;
        move_head(conn, case, Some((head, before)), new_head, &last)?;
        note_submission(conn, case, &submission, false, head + 1, new_head)?;
        projections::replace(conn, case, new_head, &projection)?;
        shared::change(conn, case, at, &registers)?;
        trail::insert(conn, &audit)?;
        Ok(Appended::Written {
            seqs: seqs(head + 1, new_head)?,
        })
    })
}

pub(super) fn load_case(db: &impl Database, case: CaseId) -> Result<StoredCase, StoreError> {
    db.read(|conn| {
        let (reference, created, head, key) = conn
            .one(
                "SELECT reference, created, head, wrapped_key FROM cases WHERE case_id = ?1",
                values![&case],
                |row| {
                    let key = unwrapped(db.keys(), case, row.bytes(3)?)?;
                    Ok((row.text(0)?.to_owned(), instant(row.number(1)?)?, row.number(2)?, key))
                },
            )?
            .ok_or(StoreError::NoSuchCase)?;
        let entries = conn.all(
            "SELECT seq, record_type, occurred_from, occurred_to, written, staff, agency, sealed
             FROM entries WHERE case_id = ?1 ORDER BY seq",
            values![&case],
            |row| {
                let clear = ClearEntry {
                    case,
                    seq: row.number(0)?,
                    record_type: row.text(1)?,
                    occurred_from: row.number(2)?,
                    occurred_to: row.number(3)?,
                    written: row.number(4)?,
                    staff: row.text(5)?,
                    agency: row.text(6)?,
                };
                let seq = place(clear.seq)?;
                let plain = key
                    .open(&clear.associated(), row.bytes(7)?)
                    .map_err(|_| Unreadable::Entry(case, seq))?;
                Ok(StoredEntry {
                    seq,
                    entry: NewEntry {
                        record_type: clear.record_type.to_owned(),
                        occurred_from: instant(clear.occurred_from)?,
                        occurred_to: instant(clear.occurred_to)?,
                        written: instant(clear.written)?,
                        staff: StaffId::new(clear.staff),
                        agency: AgencyId::new(clear.agency),
                        plain,
                    },
                })
            },
        )?;
        let head = place(head)?;
        // A case that lacks entries must not be shown as if it were whole: a safeguard may hang on what is missing.
        let whole = entries.iter().zip(1..).all(|(entry, seq)| entry.seq == seq);
        if !whole || entries.len() as u64 != head {
            return Err(Unreadable::Entry(case, head.min(entries.len() as u64 + 1)).into());
        }
        Ok(StoredCase {
            case,
            reference,
            created,
            head,
            entries,
        })
    })
}

pub(super) fn find_reference(db: &impl Database, reference: &str) -> Result<Option<CaseId>, StoreError> {
    db.read(|conn| {
        conn.one(
            "SELECT case_id FROM cases WHERE reference = ?1",
            values![reference],
            |row| case_id(row.bytes(0)?),
        )
    })
}

pub(super) fn every_case(db: &impl Database) -> Result<Vec<CaseId>, StoreError> {
    db.read(|conn| {
        conn.all("SELECT case_id FROM cases ORDER BY case_id", &[], |row| {
            case_id(row.bytes(0)?)
        })
    })
}

/// The data key of a case.
pub(super) fn case_key(db: &impl Database, case: CaseId) -> Result<Ring, StoreError> {
    let key = db.read(|conn| {
        conn.one(
            "SELECT wrapped_key FROM cases WHERE case_id = ?1",
            values![&case],
            |row| unwrapped(db.keys(), case, row.bytes(0)?),
        )
    })?;
    key.ok_or(StoreError::NoSuchCase)
}

/// The associated data of a case's wrapped key.
pub(super) fn wrapping(case: CaseId) -> Vec<u8> {
    Fields::new("tutela case key 1").bytes(case.as_bytes()).finish()
}

/// A case's data key from its column.
pub(super) fn unwrapped(keys: &Keys, case: CaseId, wrapped: &[u8]) -> Result<Ring, StoreError> {
    Ring::unwrapped_by(&keys.cases, &wrapping(case), wrapped).map_err(|_| Unreadable::CaseKey(case).into())
}

/// A case's last entry and its link.
pub(super) fn head_of(conn: &mut dyn Sql, case: CaseId) -> Result<(i64, Digest), StoreError> {
    conn.one(
        "SELECT head, chain FROM cases WHERE case_id = ?1",
        values![&case],
        |row| Ok((row.number(0)?, digest(row.bytes(1)?)?)),
    )?
    .ok_or(StoreError::NoSuchCase)
}

fn clear(case: CaseId, seq: i64, entry: &NewEntry) -> ClearEntry<'_> {
    ClearEntry {
        case,
        seq,
        record_type: &entry.record_type,
        occurred_from: entry.occurred_from.as_microsecond(),
        occurred_to: entry.occurred_to.as_microsecond(),
        written: entry.written.as_microsecond(),
        staff: entry.staff.as_str(),
        agency: entry.agency.as_str(),
    }
}

/// Seals entries for the places after `head`. Done by the caller's thread, so that the writer only writes.
fn sealed_entries(key: &Ring, case: CaseId, head: i64, entries: Vec<NewEntry>) -> Result<Vec<SealedEntry>, StoreError> {
    if entries.is_empty() {
        return Err(StoreError::NothingToWrite);
    }
    (head.saturating_add(1)..)
        .zip(entries)
        .map(|(seq, entry)| {
            let sealed = key.seal(&clear(case, seq, &entry).associated(), entry.plain.as_slice())?;
            Ok(SealedEntry {
                sealed_digest: chain::sealed_digest(&sealed),
                sealed,
                entry: NewEntry {
                    // The writer thread has no use for the opened bytes.
                    plain: crate::Plain::default(),
                    ..entry
                },
            })
        })
        .collect()
}

fn insert_entries(
    conn: &mut dyn Sql,
    case: CaseId,
    head: i64,
    before: Digest,
    entries: &[SealedEntry],
) -> Result<(i64, Digest), StoreError> {
    let mut link = before;
    let mut last = head;
    for (seq, entry) in (head + 1..).zip(entries) {
        let clear = clear(case, seq, &entry.entry);
        link = clear.link(&link, &entry.sealed_digest);
        last = seq;
        conn.execute(
            "INSERT INTO entries (case_id, seq, record_type, occurred_from, occurred_to, written, staff, agency,
                                  sealed, sealed_digest, chain)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            values![
                &case,
                seq,
                clear.record_type,
                clear.occurred_from,
                clear.occurred_to,
                clear.written,
                clear.staff,
                clear.agency,
                &entry.sealed,
                &entry.sealed_digest,
                &link,
            ],
        )?;
    }
    Ok((last, link))
}

/// Moves a case's head forward, and the digest over all heads with it. `before` is none for a new case.
fn move_head(
    conn: &mut dyn Sql,
    case: CaseId,
    before: Option<(i64, Digest)>,
    head: i64,
    link: &Digest,
) -> Result<(), StoreError> {
    conn.execute(
        "UPDATE cases SET head = ?2, chain = ?3 WHERE case_id = ?1",
        values![&case, head, link],
    )?;
    let mut all = conn
        .one("SELECT digest FROM heads", &[], |row| digest(row.bytes(0)?))?
        .ok_or(StoreError::Damaged)?;
    if let Some((old_head, old_link)) = &before {
        chain::mix(&mut all, &chain::head_digest(case, *old_head, old_link));
    }
    chain::mix(&mut all, &chain::head_digest(case, head, link));
    conn.execute(
        "UPDATE heads SET digest = ?1, cases = cases + ?2",
        values![&all, before.is_none()],
    )?;
    Ok(())
}

pub(super) fn submission_tag(keys: &Keys, submission: &SubmissionId) -> Digest {
    keys.tags.tag(Fields::new("submission").text(submission.as_str()))
}

fn note_submission(
    conn: &mut dyn Sql,
    case: CaseId,
    submission: &Digest,
    creates: bool,
    first: i64,
    last: i64,
) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO submissions (case_id, submission, creates, first_seq, last_seq) VALUES (?1, ?2, ?3, ?4, ?5)",
        values![&case, submission, creates, first, last],
    )?;
    Ok(())
}

/// The places from one to another.
pub(super) fn seqs(first: i64, last: i64) -> Result<RangeInclusive<u64>, StoreError> {
    Ok(place(first)?..=place(last)?)
}

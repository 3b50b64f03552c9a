//! Cases and their entries.

use super::connection::{case_id, digest, instant, place};
use super::{SqliteStore, projections, trail};
use crate::case::{
    AgencyId, Append, Appended, Created, NewCase, NewEntry, StaffId, StoredCase, StoredEntry, SubmissionId,
};
use crate::chain::{self, ClearEntry, Digest};
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::keys::{Key, Keys};
use crate::seal;
use rusqlite::{Connection, OptionalExtension, params};
use std::ops::RangeInclusive;
use tutela_domain::ids::CaseId;

/// An entry sealed for its place, ready to be written.
struct SealedEntry {
    entry: NewEntry,
    sealed: Vec<u8>,
    sealed_digest: Digest,
}

/// The reference of the authority's book, which takes no number from the cases.
const BOOK_REFERENCE: &str = "TU-AUTHORITY";

fn next_reference(conn: &Connection, year: i64) -> Result<String, StoreError> {
    let number: i64 = conn
        .prepare_cached(
            "INSERT INTO case_numbers (year, last) VALUES (?1, 1)
             ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last",
        )?
        .query_row([year], |row| row.get(0))?;
    Ok(format!("TU-{year:04}-{number:04}"))
}

impl SqliteStore {
    pub(super) fn insert_case(&self, new: NewCase) -> Result<Created, StoreError> {
        let case = new.case;
        let key = Key::random()?;
        let wrapped_key = key.wrapped_by(&self.keys.cases, &wrapping(case))?;
        let submission = submission_tag(&self.keys, &new.submission);
        let entries = sealed_entries(&key, case, 0, new.entries)?;
        let projection = projections::sealed(&key, case, new.projection)?;
        let audit = trail::sealed(&self.keys, new.audit)?;
        let created = new.written.as_microsecond();
        let year = i64::from(new.written.to_zoned_datetime(jiff::tz::TimeZone::UTC).year());

        self.writer.write(move |conn| {
            let mut made_before = conn.prepare_cached(
                "SELECT c.case_id, c.reference FROM submissions s JOIN cases c USING (case_id)
                 WHERE s.submission = ?1 AND s.creates = 1",
            )?;
            let made_before = made_before
                .query_row([&submission[..]], |row| {
                    Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, String>(1)?))
                })
                .optional()?;
            if let Some((case, reference)) = made_before {
                return Ok(Created::AlreadyWritten {
                    case: case_id(&case)?,
                    reference,
                });
            }
            let mut taken = conn.prepare_cached("SELECT 1 FROM cases WHERE case_id = ?1")?;
            if taken.exists([&case.as_bytes()[..]])? {
                return Err(StoreError::CaseIdTaken);
            }
            let reference = if case == CaseId::AUTHORITY {
                BOOK_REFERENCE.to_owned()
            } else {
                next_reference(conn, year)?
            };
            let start = chain::case_start(case, &reference, created);
            conn.prepare_cached(
                "INSERT INTO cases (case_id, reference, created, wrapped_key, head, chain)
                 VALUES (?1, ?2, ?3, ?4, 0, ?5)",
            )?
            .execute(params![
                &case.as_bytes()[..],
                reference,
                created,
                wrapped_key,
                &start[..]
            ])?;
            let (head, last) = insert_entries(conn, case, 0, start, &entries)?;
            move_head(conn, case, None, head, &last)?;
            note_submission(conn, case, &submission, true, 1, head)?;
            projections::replace(conn, case, &projection)?;
            trail::insert(conn, &audit)?;
            Ok(Created::Written { case, reference })
        })
    }

    pub(super) fn append_entries(&self, append: Append) -> Result<Appended, StoreError> {
        let case = append.case;
        let key = self.case_key(case)?;
        let expected = i64::try_from(append.expected_head).map_err(|_| StoreError::NotAcceptable {
            field: "the expected head",
            why: "is too large",
        })?;
        let submission = submission_tag(&self.keys, &append.submission);
        let entries = sealed_entries(&key, case, expected, append.entries)?;
        let projection = projections::sealed(&key, case, append.projection)?;
        let audit = trail::sealed(&self.keys, append.audit)?;

        self.writer.write(move |conn| {
            let mut written_before = conn
                .prepare_cached("SELECT first_seq, last_seq FROM submissions WHERE case_id = ?1 AND submission = ?2")?;
            let written_before = written_before
                .query_row(params![&case.as_bytes()[..], &submission[..]], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()?;
            if let Some((first, last)) = written_before {
                return Ok(Appended::AlreadyWritten {
                    seqs: seqs(first, last)?,
                });
            }
            let (head, before) = head_of(conn, case)?;
            if head != expected {
                return Ok(Appended::Moved { head: place(head)? });
            }
            let (new_head, last) = insert_entries(conn, case, head, before, &entries)?;
            move_head(conn, case, Some((head, before)), new_head, &last)?;
            note_submission(conn, case, &submission, false, head + 1, new_head)?;
            projections::replace(conn, case, &projection)?;
            trail::insert(conn, &audit)?;
            Ok(Appended::Written {
                seqs: seqs(head + 1, new_head)?,
            })
        })
    }

    pub(super) fn load_case(&self, case: CaseId) -> Result<StoredCase, StoreError> {
        self.readers.read(|conn| {
            let (reference, created, head, wrapped_key) = conn
                .prepare_cached("SELECT reference, created, head, wrapped_key FROM cases WHERE case_id = ?1")?
                .query_row([&case.as_bytes()[..]], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get::<_, Vec<u8>>(3)?))
                })
                .optional()?
                .ok_or(StoreError::NoSuchCase)?;
            let key = unwrapped(&self.keys, case, &wrapped_key)?;
            let mut statement = conn.prepare_cached(
                "SELECT seq, record_type, occurred_from, occurred_to, written, staff, agency, sealed
                 FROM entries WHERE case_id = ?1 ORDER BY seq",
            )?;
            let mut rows = statement.query([&case.as_bytes()[..]])?;
            let mut entries = Vec::new();
            while let Some(row) = rows.next()? {
                let record_type: String = row.get(1)?;
                let staff: String = row.get(5)?;
                let agency: String = row.get(6)?;
                let clear = ClearEntry {
                    case,
                    seq: row.get(0)?,
                    record_type: &record_type,
                    occurred_from: row.get(2)?,
                    occurred_to: row.get(3)?,
                    written: row.get(4)?,
                    staff: &staff,
                    agency: &agency,
                };
                let seq = place(clear.seq)?;
                let sealed = row.get_ref(7)?.as_blob().map_err(|_| StoreError::Damaged)?;
                let plain = seal::open(&key, &clear.associated(), sealed).map_err(|_| Unreadable::Entry(case, seq))?;
                let (occurred_from, occurred_to) = (instant(clear.occurred_from)?, instant(clear.occurred_to)?);
                let written = instant(clear.written)?;
                entries.push(StoredEntry {
                    seq,
                    entry: NewEntry {
                        record_type,
                        occurred_from,
                        occurred_to,
                        written,
                        staff: StaffId::new(staff),
                        agency: AgencyId::new(agency),
                        plain,
                    },
                });
            }
            let head = place(head)?;
            // A case that lacks entries must not be shown as if it were whole: a safeguard may hang on what is missing.
            let whole = entries.iter().zip(1..).all(|(entry, seq)| entry.seq == seq);
            if !whole || entries.len() as u64 != head {
                return Err(Unreadable::Entry(case, head.min(entries.len() as u64 + 1)).into());
            }
            Ok(StoredCase {
                case,
                reference,
                created: instant(created)?,
                head,
                entries,
            })
        })
    }

    pub(super) fn find_reference(&self, reference: &str) -> Result<Option<CaseId>, StoreError> {
        self.readers.read(|conn| {
            conn.prepare_cached("SELECT case_id FROM cases WHERE reference = ?1")?
                .query_row([reference], |row| row.get::<_, Vec<u8>>(0))
                .optional()?
                .map(|case| case_id(&case))
                .transpose()
        })
    }

    pub(super) fn every_case(&self) -> Result<Vec<CaseId>, StoreError> {
        self.readers.read(|conn| {
            let mut statement = conn.prepare_cached("SELECT case_id FROM cases ORDER BY case_id")?;
            let mut rows = statement.query([])?;
            let mut cases = Vec::new();
            while let Some(row) = rows.next()? {
                cases.push(case_id(row.get_ref(0)?.as_blob().map_err(|_| StoreError::Damaged)?)?);
            }
            Ok(cases)
        })
    }

    /// The data key of a case.
    pub(super) fn case_key(&self, case: CaseId) -> Result<Key, StoreError> {
        let wrapped: Vec<u8> = self.readers.read(|conn| {
            conn.prepare_cached("SELECT wrapped_key FROM cases WHERE case_id = ?1")?
                .query_row([&case.as_bytes()[..]], |row| row.get(0))
                .optional()?
                .ok_or(StoreError::NoSuchCase)
        })?;
        unwrapped(&self.keys, case, &wrapped)
    }
}

/// The associated data of a case's wrapped key.
fn wrapping(case: CaseId) -> Vec<u8> {
    Fields::new("tutela case key 1").bytes(case.as_bytes()).finish()
}

/// A case's data key from its column.
pub(super) fn unwrapped(keys: &Keys, case: CaseId, wrapped: &[u8]) -> Result<Key, StoreError> {
    Key::unwrapped_by(&keys.cases, &wrapping(case), wrapped).map_err(|_| Unreadable::CaseKey(case).into())
}

/// A case's last entry and its link.
pub(super) fn head_of(conn: &Connection, case: CaseId) -> Result<(i64, Digest), StoreError> {
    let (head, chain) = conn
        .prepare_cached("SELECT head, chain FROM cases WHERE case_id = ?1")?
        .query_row([&case.as_bytes()[..]], |row| {
            Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?))
        })
        .optional()?
        .ok_or(StoreError::NoSuchCase)?;
    Ok((head, digest(&chain)?))
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
fn sealed_entries(key: &Key, case: CaseId, head: i64, entries: Vec<NewEntry>) -> Result<Vec<SealedEntry>, StoreError> {
    if entries.is_empty() {
        return Err(StoreError::NothingToWrite);
    }
    (head.saturating_add(1)..)
        .zip(entries)
        .map(|(seq, entry)| {
            let sealed = seal::seal(key, &clear(case, seq, &entry).associated(), entry.plain.as_slice())?;
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
    conn: &Connection,
    case: CaseId,
    head: i64,
    before: Digest,
    entries: &[SealedEntry],
) -> Result<(i64, Digest), StoreError> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO entries (case_id, seq, record_type, occurred_from, occurred_to, written, staff, agency,
                              sealed, sealed_digest, chain)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    let mut link = before;
    let mut last = head;
    for (seq, entry) in (head + 1..).zip(entries) {
        let clear = clear(case, seq, &entry.entry);
        link = clear.link(&link, &entry.sealed_digest);
        last = seq;
        statement.execute(params![
            &case.as_bytes()[..],
            seq,
            clear.record_type,
            clear.occurred_from,
            clear.occurred_to,
            clear.written,
            clear.staff,
            clear.agency,
            entry.sealed,
            &entry.sealed_digest[..],
            &link[..],
        ])?;
    }
    Ok((last, link))
}

/// Moves a case's head forward, and the digest over all heads with it. `before` is none for a new case.
fn move_head(
    conn: &Connection,
    case: CaseId,
    before: Option<(i64, Digest)>,
    head: i64,
    link: &Digest,
) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE cases SET head = ?2, chain = ?3 WHERE case_id = ?1")?
        .execute(params![&case.as_bytes()[..], head, &link[..]])?;
    let all: Vec<u8> = conn
        .prepare_cached("SELECT digest FROM heads")?
        .query_row([], |row| row.get(0))?;
    let mut all = digest(&all)?;
    if let Some((old_head, old_link)) = &before {
        chain::mix(&mut all, &chain::head_digest(case, *old_head, old_link));
    }
    chain::mix(&mut all, &chain::head_digest(case, head, link));
    conn.prepare_cached("UPDATE heads SET digest = ?1, cases = cases + ?2")?
        .execute(params![&all[..], i64::from(before.is_none())])?;
    Ok(())
}

pub(super) fn submission_tag(keys: &Keys, submission: &SubmissionId) -> Digest {
    keys.tags.tag(Fields::new("submission").text(submission.as_str()))
}

fn note_submission(
    conn: &Connection,
    case: CaseId,
    submission: &Digest,
    creates: bool,
    first: i64,
    last: i64,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO submissions (case_id, submission, creates, first_seq, last_seq) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![&case.as_bytes()[..], &submission[..], creates, first, last])?;
    Ok(())
}

fn seqs(first: i64, last: i64) -> Result<RangeInclusive<u64>, StoreError> {
    Ok(place(first)?..=place(last)?)
}

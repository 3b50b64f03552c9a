//! Walks every chain in one read transaction, without any key.

use super::connection::{case_id, place};
use crate::chain::{self, ClearAudit, ClearEntry};
use crate::error::StoreError;
use crate::fields::Fields;
use crate::verify::{Fault, Progress, VerifyReport};
use rusqlite::{Connection, OptionalExtension, Row};
use tutela_domain::ids::CaseId;

/// How many rows are looked at between two tellings of progress.
const STEP: u64 = 1000;

/// Tells how far the walk is.
struct Walk<'a> {
    done: u64,
    total: u64,
    tell: &'a mut dyn FnMut(Progress),
}

impl Walk<'_> {
    fn step(&mut self) {
        self.done += 1;
        if self.done.is_multiple_of(STEP) {
            self.say();
        }
    }

    fn say(&mut self) {
        (self.tell)(Progress {
            done: self.done,
            total: self.total,
        });
    }
}

struct CaseHead {
    case: CaseId,
    reference: String,
    created: i64,
    head: i64,
    chain: Vec<u8>,
}

struct Heads {
    cases: i64,
    digest: Vec<u8>,
    audit_rows: i64,
    audit_chain: Vec<u8>,
}

pub(super) fn verify(conn: &Connection, tell: &mut dyn FnMut(Progress)) -> Result<VerifyReport, StoreError> {
    let total = conn.query_row(
        "SELECT (SELECT count(*) FROM entries) + (SELECT count(*) FROM audit)",
        [],
        |row| row.get(0),
    )?;
    let mut walk = Walk {
        done: 0,
        total: place(total)?,
        tell,
    };
    let mut faults = Vec::new();
    let cases = case_heads(conn)?;
    let heads = heads(conn)?;

    let mut entries = 0;
    let mut all = [0; 32];
    let mut checkpoint = Fields::new("tutela checkpoint 1");
    for case in &cases {
        let (looked_at, fault) = verify_case(conn, case, &mut walk)?;
        entries += looked_at;
        faults.extend(fault);
        let head = chain::head_digest(case.case, case.head, &case.chain);
        chain::mix(&mut all, &head);
        checkpoint = checkpoint.bytes(&head);
    }
    let mut orphans =
        conn.prepare("SELECT DISTINCT case_id FROM entries WHERE case_id NOT IN (SELECT case_id FROM cases)")?;
    let mut orphans = orphans.query([])?;
    while let Some(row) = orphans.next()? {
        faults.push(Fault::CaseMissing {
            case: case_id(&row.get::<_, Vec<u8>>(0)?)?,
        });
    }

    let found = cases.len() as u64;
    let audit_rows = match &heads {
        Some(heads) => {
            let expected = place(heads.cases)?;
            if expected != found || heads.digest != all {
                faults.push(Fault::HeadsDiffer { expected, found });
            }
            checkpoint = checkpoint.number(heads.audit_rows).bytes(&heads.audit_chain);
            let (looked_at, fault) = verify_audit(conn, heads, &mut walk)?;
            faults.extend(fault);
            looked_at
        }
        None => {
            faults.push(Fault::KeptValue("heads"));
            0
        }
    };
    walk.say();
    Ok(VerifyReport {
        cases: found,
        entries,
        audit_rows,
        faults,
        checkpoint: checkpoint.digest(),
    })
}

fn case_heads(conn: &Connection) -> Result<Vec<CaseHead>, StoreError> {
    let mut statement = conn.prepare("SELECT case_id, reference, created, head, chain FROM cases ORDER BY case_id")?;
    let mut rows = statement.query([])?;
    let mut cases = Vec::new();
    while let Some(row) = rows.next()? {
        cases.push(CaseHead {
            case: case_id(&row.get::<_, Vec<u8>>(0)?)?,
            reference: row.get(1)?,
            created: row.get(2)?,
            head: row.get(3)?,
            chain: row.get(4)?,
        });
    }
    Ok(cases)
}

fn heads(conn: &Connection) -> Result<Option<Heads>, StoreError> {
    Ok(conn
        .query_row("SELECT cases, digest, audit_rows, audit_chain FROM heads", [], |row| {
            Ok(Heads {
                cases: row.get(0)?,
                digest: row.get(1)?,
                audit_rows: row.get(2)?,
                audit_chain: row.get(3)?,
            })
        })
        .optional()?)
}

fn blob<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a [u8], StoreError> {
    row.get_ref(column)?.as_blob().map_err(|_| StoreError::Damaged)
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str, StoreError> {
    row.get_ref(column)?.as_str().map_err(|_| StoreError::Damaged)
}

/// How many entries of a case were looked at, and the first fault.
fn verify_case(conn: &Connection, case: &CaseHead, walk: &mut Walk<'_>) -> Result<(u64, Option<Fault>), StoreError> {
    let id = case.case;
    let mut statement = conn.prepare_cached(
        "SELECT seq, record_type, occurred_from, occurred_to, written, staff, agency, sealed, sealed_digest, chain
         FROM entries WHERE case_id = ?1 ORDER BY seq",
    )?;
    let mut rows = statement.query([&id.as_bytes()[..]])?;
    let mut link = chain::case_start(id, &case.reference, case.created);
    let mut next = 1;
    let mut looked_at = 0;
    while let Some(row) = rows.next()? {
        walk.step();
        looked_at += 1;
        let seq: i64 = row.get(0)?;
        if seq != next {
            return Ok((
                looked_at,
                Some(Fault::EntryMissing {
                    case: id,
                    seq: place(next)?,
                }),
            ));
        }
        if seq > case.head {
            return Ok((
                looked_at,
                Some(Fault::EntriesAdded {
                    case: id,
                    seq: place(seq)?,
                }),
            ));
        }
        let clear = ClearEntry {
            case: id,
            seq,
            record_type: text(row, 1)?,
            occurred_from: row.get(2)?,
            occurred_to: row.get(3)?,
            written: row.get(4)?,
            staff: text(row, 5)?,
            agency: text(row, 6)?,
        };
        let sealed_digest = chain::sealed_digest(blob(row, 7)?);
        link = clear.link(&link, &sealed_digest);
        if blob(row, 8)? != sealed_digest || blob(row, 9)? != link {
            return Ok((
                looked_at,
                Some(Fault::EntryChanged {
                    case: id,
                    seq: place(seq)?,
                }),
            ));
        }
        next += 1;
    }
    let fault = if next <= case.head {
        Some(Fault::EntriesCut {
            case: id,
            seq: place(next)?,
        })
    } else if case.chain != link {
        Some(Fault::HeadChanged { case: id })
    } else {
        None
    };
    Ok((looked_at, fault))
}

/// How many audit rows were looked at, and the first fault.
fn verify_audit(conn: &Connection, heads: &Heads, walk: &mut Walk<'_>) -> Result<(u64, Option<Fault>), StoreError> {
    let mut statement = conn.prepare(
        "SELECT seq, at, staff, role, action, purpose, case_tag, sealed, sealed_digest, chain FROM audit ORDER BY seq",
    )?;
    let mut rows = statement.query([])?;
    let mut link = chain::audit_start();
    let mut next = 1;
    let mut looked_at = 0;
    while let Some(row) = rows.next()? {
        walk.step();
        looked_at += 1;
        let seq: i64 = row.get(0)?;
        if seq != next {
            return Ok((looked_at, Some(Fault::AuditMissing { row: place(next)? })));
        }
        if seq > heads.audit_rows {
            return Ok((looked_at, Some(Fault::AuditAdded { row: place(seq)? })));
        }
        let clear = ClearAudit {
            at: row.get(1)?,
            staff: text(row, 2)?,
            role: text(row, 3)?,
            action: text(row, 4)?,
            purpose: text(row, 5)?,
            case_tag: row.get(6)?,
        };
        let sealed_digest = chain::sealed_digest(blob(row, 7)?);
        link = clear.link(seq, &link, &sealed_digest);
        if blob(row, 8)? != sealed_digest || blob(row, 9)? != link {
            return Ok((looked_at, Some(Fault::AuditChanged { row: place(seq)? })));
        }
        next += 1;
    }
    let fault = if next <= heads.audit_rows {
        Some(Fault::AuditCut { row: place(next)? })
    } else if heads.audit_chain != link {
        Some(Fault::KeptValue("the head of the audit"))
    } else {
        None
    };
    Ok((looked_at, fault))
}

//! Walks every chain as of one moment, without any key.

use super::{checkpoints, meta};
use crate::chain::{self, ClearAudit, ClearEntry, Digest};
use crate::checkpoint::{self, Checkpoint};
use crate::columns::{case_id, place};
use crate::database::{Row, Sql, values};
use crate::error::StoreError;
use crate::verify::{Fault, Progress, VerifyReport};
use std::collections::{HashMap, HashSet};
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

/// A chain as it is walked: where the walk is, and the first fault.
struct Chain {
    link: Digest,
    next: i64,
    looked_at: u64,
    fault: Option<Fault>,
}

impl Chain {
    fn new(start: Digest) -> Self {
        Self {
            link: start,
            next: 1,
            looked_at: 0,
            fault: None,
        }
    }

    /// Whether a row's digest and link, in its last columns, are those of its sealed bytes and its clear columns.
    fn holds(&self, row: &dyn Row, column: usize, sealed_digest: &Digest) -> Result<bool, StoreError> {
        Ok(row.bytes(column)? == sealed_digest && row.bytes(column + 1)? == self.link)
    }
}

/// What checkpoints cover, and whether the walk came by it.
struct Covered {
    checkpoints: Vec<Checkpoint>,
    heads: HashMap<Digest, bool>,
    audit: HashMap<(u64, Digest), bool>,
}

impl Covered {
    /// Those that this store signed; the others are faults.
    fn new(all: Vec<Checkpoint>, key: &[u8], faults: &mut Vec<Fault>) -> Self {
        let (ours, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|checkpoint| checkpoint.is_signed_by(key));
        faults.extend(others.iter().map(|other| Fault::NotOurCheckpoint { made: other.made }));
        let heads = ours.iter().flat_map(|checkpoint| &checkpoint.heads);
        let audit = ours
            .iter()
            .map(|checkpoint| (checkpoint.audit_rows, checkpoint.audit_chain));
        Self {
            heads: heads.map(|covered| (covered.head, false)).collect(),
            audit: audit.map(|head| (head, false)).collect(),
            checkpoints: ours,
        }
    }

    fn came_by(&mut self, case: CaseId, seq: i64, link: &Digest) {
        if self.heads.is_empty() {
            return;
        }
        if let Some(found) = self.heads.get_mut(&chain::head_digest(case, seq, link)) {
            *found = true;
        }
    }

    fn came_by_audit(&mut self, row: u64, link: &Digest) {
        if let Some(found) = self.audit.get_mut(&(row, *link)) {
            *found = true;
        }
    }

    /// What is no longer there: each case once, by the oldest checkpoint that misses it.
    fn faults(&self, cases: &[CaseHead]) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut named = HashSet::new();
        let mut audit_told = false;
        let mut most_gone = 0;
        let mut checkpoints: Vec<_> = self.checkpoints.iter().collect();
        checkpoints.sort_by_key(|checkpoint| checkpoint.made);
        for checkpoint in checkpoints {
            let made = checkpoint.made;
            let missing: HashSet<_> = checkpoint
                .heads
                .iter()
                .filter(|covered| self.heads.get(&covered.head) == Some(&false))
                .map(|covered| covered.tag)
                .collect();
            let here: Vec<CaseId> = match missing.is_empty() {
                true => Vec::new(),
                false => cases
                    .iter()
                    .map(|case| case.case)
                    .filter(|case| missing.contains(&checkpoint::tag(*case, made)))
                    .collect(),
            };
            let gone = missing.len().saturating_sub(here.len());
            faults.extend(
                here.into_iter()
                    .filter(|case| named.insert(*case))
                    .map(|case| Fault::UnlikeCheckpoint { case, made }),
            );
            if gone > most_gone {
                most_gone = gone;
                let cases = gone as u64;
                faults.push(Fault::CasesGone { cases, made });
            }
            let audit = (checkpoint.audit_rows, checkpoint.audit_chain);
            if self.audit.get(&audit) == Some(&false) && !audit_told {
                audit_told = true;
                faults.push(Fault::AuditUnlikeCheckpoint { made });
            }
        }
        faults
    }
}

/// Walks everything, and looks for what these checkpoints and those kept with the store cover.
pub(crate) fn verify(
    conn: &mut dyn Sql,
    given: &[Checkpoint],
    tell: &mut dyn FnMut(Progress),
) -> Result<VerifyReport, StoreError> {
    let total = conn.one(
        "SELECT (SELECT count(*) FROM entries) + (SELECT count(*) FROM audit)",
        &[],
        |row| place(row.number(0)?),
    )?;
    let mut walk = Walk {
        done: 0,
        total: total.unwrap_or(0),
        tell,
    };
    let mut faults = Vec::new();
    let mut all_checkpoints = given.to_vec();
    let checkpoint_key = meta::checkpoint_key(conn)?;
    // A store of version 1 keeps none.
    if checkpoint_key.is_some() {
        for text in checkpoints::kept(conn)? {
            match text.parse() {
                Ok(kept) => all_checkpoints.push(kept),
                Err(_) => faults.push(Fault::KeptValue("a kept checkpoint")),
            }
        }
    }
    let looked_at = all_checkpoints.len() as u64;
    let mut covered = Covered::new(all_checkpoints, &checkpoint_key.unwrap_or_default(), &mut faults);
    let cases = case_heads(conn)?;
    let heads = heads(conn)?;

    let mut entries = 0;
    let mut all = [0; 32];
    for case in &cases {
        let chain = verify_case(conn, case, &mut covered, &mut walk)?;
        entries += chain.looked_at;
        faults.extend(chain.fault);
        let head = chain::head_digest(case.case, case.head, &case.chain);
        chain::mix(&mut all, &head);
    }
    faults.extend(conn.all(
        "SELECT DISTINCT case_id FROM entries WHERE case_id NOT IN (SELECT case_id FROM cases) ORDER BY case_id",
        &[],
        |row| {
            Ok(Fault::CaseMissing {
                case: case_id(row.bytes(0)?)?,
            })
        },
    )?);

    let found = cases.len() as u64;
    let audit_rows = match &heads {
        Some(heads) => {
            let expected = place(heads.cases)?;
            if expected != found || heads.digest != all {
                faults.push(Fault::HeadsDiffer { expected, found });
            }
            let chain = verify_audit(conn, heads, &mut covered, &mut walk)?;
            faults.extend(chain.fault);
            chain.looked_at
        }
        None => {
            faults.push(Fault::KeptValue("heads"));
            0
        }
    };
    faults.extend(covered.faults(&cases));
    walk.say();
    Ok(VerifyReport {
        cases: found,
        entries,
        audit_rows,
        faults,
        checkpoints: looked_at,
    })
}

fn case_heads(conn: &mut dyn Sql) -> Result<Vec<CaseHead>, StoreError> {
    conn.all(
        "SELECT case_id, reference, created, head, chain FROM cases ORDER BY case_id",
        &[],
        |row| {
            Ok(CaseHead {
                case: case_id(row.bytes(0)?)?,
                reference: row.text(1)?.to_owned(),
                created: row.number(2)?,
                head: row.number(3)?,
                chain: row.bytes(4)?.to_vec(),
            })
        },
    )
}

fn heads(conn: &mut dyn Sql) -> Result<Option<Heads>, StoreError> {
    conn.one("SELECT cases, digest, audit_rows, audit_chain FROM heads", &[], |row| {
        Ok(Heads {
            cases: row.number(0)?,
            digest: row.bytes(1)?.to_vec(),
            audit_rows: row.number(2)?,
            audit_chain: row.bytes(3)?.to_vec(),
        })
    })
}

/// Walks a case up to its first fault.
fn verify_case(
    conn: &mut dyn Sql,
    case: &CaseHead,
    covered: &mut Covered,
    walk: &mut Walk<'_>,
) -> Result<Chain, StoreError> {
    let id = case.case;
    let mut chain = Chain::new(chain::case_start(id, &case.reference, case.created));
    conn.each(
        "SELECT seq, record_type, occurred_from, occurred_to, written, staff, agency, sealed, sealed_digest, chain
         FROM entries WHERE case_id = ?1 ORDER BY seq",
        values![&id],
        &mut |row| {
            if chain.fault.is_some() {
                return Ok(());
            }
            walk.step();
            chain.looked_at += 1;
            let seq = row.number(0)?;
            if seq != chain.next {
                chain.fault = Some(Fault::EntryMissing {
                    case: id,
                    seq: place(chain.next)?,
                });
                return Ok(());
            }
            if seq > case.head {
                chain.fault = Some(Fault::EntriesAdded {
                    case: id,
                    seq: place(seq)?,
                });
                return Ok(());
            }
            let clear = ClearEntry {
                case: id,
                seq,
                record_type: row.text(1)?,
                occurred_from: row.number(2)?,
                occurred_to: row.number(3)?,
                written: row.number(4)?,
                staff: row.text(5)?,
                agency: row.text(6)?,
            };
            let sealed_digest = chain::sealed_digest(row.bytes(7)?);
            chain.link = clear.link(&chain.link, &sealed_digest);
            covered.came_by(id, seq, &chain.link);
            if !chain.holds(row, 8, &sealed_digest)? {
                chain.fault = Some(Fault::EntryChanged {
                    case: id,
                    seq: place(seq)?,
                });
            }
            chain.next += 1;
            Ok(())
        },
    )?;
    if chain.fault.is_none() {
        if chain.next <= case.head {
            chain.fault = Some(Fault::EntriesCut {
                case: id,
                seq: place(chain.next)?,
            });
        } else if case.chain != chain.link {
            chain.fault = Some(Fault::HeadChanged { case: id });
        }
    }
    Ok(chain)
}

/// Walks the audit up to its first fault.
fn verify_audit(
    conn: &mut dyn Sql,
    heads: &Heads,
    covered: &mut Covered,
    walk: &mut Walk<'_>,
) -> Result<Chain, StoreError> {
    let mut chain = Chain::new(chain::audit_start());
    covered.came_by_audit(0, &chain.link);
    conn.each(
        "SELECT seq, at, staff, role, action, purpose, case_tag, sealed, sealed_digest, chain FROM audit ORDER BY seq",
        &[],
        &mut |row| {
            if chain.fault.is_some() {
                return Ok(());
            }
            walk.step();
            chain.looked_at += 1;
            let seq = row.number(0)?;
            if seq != chain.next {
                chain.fault = Some(Fault::AuditMissing {
                    row: place(chain.next)?,
                });
                return Ok(());
            }
            if seq > heads.audit_rows {
                chain.fault = Some(Fault::AuditAdded { row: place(seq)? });
                return Ok(());
            }
            let clear = ClearAudit {
                at: row.number(1)?,
                staff: row.text(2)?,
                role: row.text(3)?,
                action: row.text(4)?,
                purpose: row.text(5)?,
                case_tag: row.number(6)?,
            };
            let sealed_digest = chain::sealed_digest(row.bytes(7)?);
            chain.link = clear.link(seq, &chain.link, &sealed_digest);
            covered.came_by_audit(place(seq)?, &chain.link);
            if !chain.holds(row, 8, &sealed_digest)? {
                chain.fault = Some(Fault::AuditChanged { row: place(seq)? });
            }
            chain.next += 1;
            Ok(())
        },
    )?;
    if chain.fault.is_none() {
        if chain.next <= heads.audit_rows {
            chain.fault = Some(Fault::AuditCut {
                row: place(chain.next)?,
            });
        } else if heads.audit_chain != chain.link {
            chain.fault = Some(Fault::KeptValue("the head of the audit"));
        }
    }
    Ok(chain)
}

//! Walks every chain as of one moment, without any key.

use super::cases::reference;
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

/// So many faults are named.
const MOST_NAMED: usize = 1000;

/// Whose chain is walked.
#[derive(Clone, Copy)]
enum Whose {
    Case(CaseId),
    Audit,
}

impl Whose {
    fn changed(self, seq: u64) -> Fault {
        match self {
            Self::Case(case) => Fault::EntryChanged { case, seq },
            Self::Audit => Fault::AuditChanged { row: seq },
        }
    }

    fn missing(self, seq: u64) -> Fault {
        match self {
            Self::Case(case) => Fault::EntryMissing { case, seq },
            Self::Audit => Fault::AuditMissing { row: seq },
        }
    }

    fn cut(self, seq: u64) -> Fault {
        match self {
            Self::Case(case) => Fault::EntriesCut { case, seq },
            Self::Audit => Fault::AuditCut { row: seq },
        }
    }

    fn added(self, seq: u64) -> Fault {
        match self {
            Self::Case(case) => Fault::EntriesAdded { case, seq },
            Self::Audit => Fault::AuditAdded { row: seq },
        }
    }

    fn head_changed(self) -> Fault {
        match self {
            Self::Case(case) => Fault::HeadChanged { case },
            Self::Audit => Fault::KeptValue("the head of the audit"),
        }
    }
}

/// A row of a chain, as it stands.
struct Link<'r> {
    seq: i64,
    sealed: &'r [u8],
    sealed_digest: &'r [u8],
    link: &'r [u8],
}

/// A chain as it is walked. After a fault the walk goes on from what stands there, so that each fault is named and what follows
/// it is not.
struct Chain {
    whose: Whose,
    /// The links that the next row may follow: the one that stands in the row before; and the one that it should have, where that is
    /// another. After a gap there is none.
    before: Vec<Digest>,
    next: i64,
    head: i64,
    looked_at: u64,
    faults: Vec<Fault>,
    added: bool,
}

impl Chain {
    fn new(whose: Whose, start: Digest, head: i64) -> Self {
        Self {
            whose,
            before: vec![start],
            next: 1,
            head,
            looked_at: 0,
            faults: Vec::new(),
            added: false,
        }
    }

    /// Looks at the next row; `link_of` reckons its link from the one before it and the digest of its sealed bytes. Gives the link
    /// as long as there was no fault before.
    fn step(
        &mut self,
        row: &Link<'_>,
        link_of: impl Fn(&Digest, &Digest) -> Digest,
    ) -> Result<Option<Digest>, StoreError> {
        self.looked_at += 1;
        if row.seq < self.next {
            // Numbers begin with 1, and the database lets no number stand twice.
            self.faults
                .push(self.whose.added(u64::try_from(row.seq).unwrap_or_default()));
            return Ok(None);
        }
        if row.seq > self.head {
            if !self.added {
                self.added = true;
                self.faults.push(self.whose.added(place(row.seq)?));
            }
            return Ok(None);
        }
        if row.seq != self.next {
            let gap = (self.next..row.seq).take(MOST_NAMED);
            for missing in gap {
                self.faults.push(self.whose.missing(place(missing)?));
            }
            self.before.clear();
        }
        let whole = self.faults.is_empty();
        let sealed_digest = chain::sealed_digest(row.sealed);
        let links: Vec<Digest> = self
            .before
            .iter()
            .map(|before| link_of(before, &sealed_digest))
            .collect();
        let after_gap = self.before.is_empty();
        let follows = after_gap || links.iter().any(|link| row.link == link);
        if row.sealed_digest != sealed_digest || !follows {
            self.faults.push(self.whose.changed(place(row.seq)?));
        }
        let stands: Option<Digest> = row.link.try_into().ok();
        let first = links.first().copied();
        self.before = stands.into_iter().chain(first.filter(|_| !follows)).collect();
        self.next = row.seq.saturating_add(1);
        Ok(first.filter(|_| whole))
    }

    /// Compares the end of the chain with the link that is kept for it.
    fn end(&mut self, kept: &[u8]) -> Result<(), StoreError> {
        if self.next <= self.head {
            self.faults.push(self.whose.cut(place(self.next)?));
        } else if !self.added && !self.before.iter().any(|link| kept == link) {
            self.faults.push(self.whose.head_changed());
        }
        Ok(())
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
    let older = checkpoint_key.is_none();
    if !older {
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
        faults.extend(chain.faults);
        let head = chain::head_digest(case.case, case.head, &case.chain);
        chain::mix(&mut all, &head);
    }
    faults.extend(beside(conn, older)?);
    faults.extend(references(conn, &cases)?);

    let found = cases.len() as u64;
    let audit_rows = match &heads {
        Some(heads) => {
            let expected = place(heads.cases)?;
            if expected != found || heads.digest != all {
                faults.push(Fault::HeadsDiffer { expected, found });
            }
            let chain = verify_audit(conn, heads, &mut covered, &mut walk)?;
            faults.extend(chain.faults);
            chain.looked_at
        }
        None => {
            faults.push(Fault::KeptValue("heads"));
            0
        }
    };
    faults.extend(covered.faults(&cases));
    walk.say();
    if faults.len() > MOST_NAMED {
        let more = (faults.len() - MOST_NAMED) as u64;
        faults.truncate(MOST_NAMED);
        faults.push(Fault::More { faults: more });
    }
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

/// Walks a case.
fn verify_case(
    conn: &mut dyn Sql,
    case: &CaseHead,
    covered: &mut Covered,
    walk: &mut Walk<'_>,
) -> Result<Chain, StoreError> {
    let id = case.case;
    let start = chain::case_start(id, &case.reference, case.created);
    let mut chain = Chain::new(Whose::Case(id), start, case.head);
    conn.each(
        "SELECT seq, record_type, occurred_from, occurred_to, written, staff, agency, sealed, sealed_digest, chain
         FROM entries WHERE case_id = ?1 ORDER BY seq",
        values![&id],
        &mut |row| {
            walk.step();
            let clear = ClearEntry {
                case: id,
                seq: row.number(0)?,
                record_type: row.text(1)?,
                occurred_from: row.number(2)?,
                occurred_to: row.number(3)?,
                written: row.number(4)?,
                staff: row.text(5)?,
                agency: row.text(6)?,
            };
            let link = chain.step(&linked(row, clear.seq)?, |before, digest| clear.link(before, digest))?;
            if let Some(link) = link {
                covered.came_by(id, clear.seq, &link);
            }
            Ok(())
        },
    )?;
    chain.end(&case.chain)?;
    Ok(chain)
}

/// The sealed bytes, their digest and the link, from a row's last columns.
fn linked(row: &dyn Row, seq: i64) -> Result<Link<'_>, StoreError> {
    Ok(Link {
        seq,
        sealed: row.bytes(7)?,
        sealed_digest: row.bytes(8)?,
        link: row.bytes(9)?,
    })
}

/// Walks the audit.
fn verify_audit(
    conn: &mut dyn Sql,
    heads: &Heads,
    covered: &mut Covered,
    walk: &mut Walk<'_>,
) -> Result<Chain, StoreError> {
    let start = chain::audit_start();
    covered.came_by_audit(0, &start);
    let mut chain = Chain::new(Whose::Audit, start, heads.audit_rows);
    conn.each(
        "SELECT seq, at, staff, role, action, purpose, case_tag, sealed, sealed_digest, chain FROM audit ORDER BY seq",
        &[],
        &mut |row| {
            walk.step();
            let seq = row.number(0)?;
            let clear = ClearAudit {
                at: row.number(1)?,
                staff: row.text(2)?,
                role: row.text(3)?,
                action: row.text(4)?,
                purpose: row.text(5)?,
                case_tag: row.number(6)?,
            };
            let link = chain.step(&linked(row, seq)?, |before, digest| clear.link(seq, before, digest))?;
            if let Some(link) = link {
                covered.came_by_audit(place(seq)?, &link);
            }
            Ok(())
        },
    )?;
    chain.end(&heads.audit_chain)?;
    Ok(chain)
}

/// What stands beside the chains of a case that its head does not cover, or of a case that is gone: whoever turned a case back or
/// took it out together with the heads must have changed all of this too.
fn beside(conn: &mut dyn Sql, older: bool) -> Result<Vec<Fault>, StoreError> {
    let mut written = vec!["SELECT case_id, last_seq AS seq FROM submissions"];
    let mut of_cases = vec!["entries", "submissions", "case_rows", "work_rows"];
    // A store of version 1 has none of these.
    if !older {
        written.push("SELECT case_id, head AS seq FROM breaches");
        written.push("SELECT case_id, entry AS seq FROM register_rows");
        of_cases.extend(["breaches", "register_rows"]);
    }
    let turned_back = format!(
        "SELECT w.case_id, max(w.seq) FROM ({}) AS w JOIN cases c ON c.case_id = w.case_id
         WHERE w.seq > c.head GROUP BY w.case_id ORDER BY w.case_id",
        written.join(" UNION ALL ")
    );
    let mut faults = conn.all(&turned_back, &[], |row| {
        Ok(Fault::TurnedBack {
            case: case_id(row.bytes(0)?)?,
            seq: place(row.number(1)?)?,
        })
    })?;
    let of_cases: Vec<String> = of_cases
        .iter()
        .map(|table| format!("SELECT case_id FROM {table} WHERE case_id NOT IN (SELECT case_id FROM cases)"))
        .collect();
    let sql = format!("{} ORDER BY 1", of_cases.join(" UNION "));
    faults.extend(conn.all(&sql, &[], |row| {
        Ok(Fault::CaseMissing {
            case: case_id(row.bytes(0)?)?,
        })
    })?);
    Ok(faults)
}

/// References are given without a gap, so that each that no case has was a case's. A few are named.
fn references(conn: &mut dyn Sql, cases: &[CaseHead]) -> Result<Vec<Fault>, StoreError> {
    let given = conn.all("SELECT year, last FROM case_numbers ORDER BY year", &[], |row| {
        Ok((row.number(0)?, row.number(1)?))
    })?;
    let there: HashSet<&str> = cases.iter().map(|case| case.reference.as_str()).collect();
    // A number that is far too high is a changed one, and would name for ever.
    let numbers = given
        .into_iter()
        .flat_map(|(year, last)| (1..=last).map(move |number| reference(year, number)));
    let missing = numbers.filter(|reference| !there.contains(reference.as_str()));
    let missing = missing.take(MOST_NAMED);
    Ok(missing.map(|reference| Fault::ReferenceMissing { reference }).collect())
}

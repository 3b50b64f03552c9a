//! Cases by names, of which the database holds only keyed hashes, cut so short that several names share one.

use super::projections::{LISTED, all_listed, conditions};
use crate::columns::case_id;
use crate::database::{Database, Sql, Value, values};
use crate::error::StoreError;
use crate::fields::Fields;
use crate::keys::Keys;
use crate::lists::{ByName, Carried, ListFilter, ListedCase, NameKey, NameWord};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, RandomState};
use std::ops::ControlFlow;
use tutela_domain::ids::CaseId;

/// Bytes of a hash that are kept. The world has more spellings than 24 bits can tell apart, so that none can be told from its
/// hash even by who knows the key; and a country has few enough names that most hits are true.
const KEPT: usize = 3;

fn hash(keys: &Keys, name: &NameKey) -> [u8; KEPT] {
    let [a, b, c, ..] = keys.names.tag(Fields::new("tutela name 1").text(name.as_str()));
    [a, b, c]
}

/// The hashes of a case's names, in order, one after the other.
pub(super) fn hashed(keys: &Keys, names: &BTreeSet<NameKey>) -> Vec<u8> {
    let hashes: BTreeSet<[u8; KEPT]> = names.iter().map(|name| hash(keys, name)).collect();
    hashes.into_iter().flatten().collect()
}

fn numbers(hashes: &[u8]) -> BTreeSet<i64> {
    hashes.chunks_exact(KEPT).map(number).collect()
}

fn number(hash: &[u8]) -> i64 {
    hash.iter().fold(0, |number, byte| number << 8 | i64::from(*byte))
}

/// The hashes of a case as they are kept.
fn kept(conn: &mut dyn Sql, case: CaseId) -> Result<Vec<u8>, StoreError> {
    let sql = "SELECT hashes FROM case_names WHERE case_id = ?1";
    let kept = conn.one(sql, values![&case], |row| Ok(row.bytes(0)?.to_vec()))?;
    Ok(kept.unwrap_or_default())
}

fn insert(conn: &mut dyn Sql, case: CaseId, hash: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO name_keys (hash, case_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    conn.execute(sql, values![hash, &case])?;
    Ok(())
}

/// Puts a case's hashes in place of its former ones, and touches only those that differ.
pub(super) fn replace(conn: &mut dyn Sql, case: CaseId, now: &[u8]) -> Result<(), StoreError> {
    let before = kept(conn, case)?;
    if before == now {
        return Ok(());
    }
    conn.execute(
        "INSERT INTO case_names (case_id, hashes) VALUES (?1, ?2)
         ON CONFLICT (case_id) DO UPDATE SET hashes = excluded.hashes",
        values![&case, now],
    )?;
    let (before, now) = (numbers(&before), numbers(now));
    for gone in before.difference(&now) {
        conn.execute(
            "DELETE FROM name_keys WHERE hash = ?1 AND case_id = ?2",
            values![*gone, &case],
        )?;
    }
    for new in now.difference(&before) {
        insert(conn, case, *new)?;
    }
    Ok(())
}

/// Those of a case's hashes by which it is not found.
fn lost(conn: &mut dyn Sql, case: CaseId, now: &[u8]) -> Result<BTreeSet<i64>, StoreError> {
    let mut lost = numbers(now);
    let hashes: Vec<i64> = lost.iter().copied().collect();
    for some in hashes.chunks(AT_ONCE) {
        let places: Vec<String> = (2..=some.len() + 1).map(|n| format!("?{n}")).collect();
        let sql = format!(
            "SELECT hash FROM name_keys WHERE case_id = ?1 AND hash IN ({})",
            places.join(", ")
        );
        let mut values = vec![Value::from(&case)];
        values.extend(some.iter().map(|hash| Value::Number(*hash)));
        conn.each(&sql, &values, &mut |row| {
            lost.remove(&row.number(0)?);
            Ok(())
        })?;
    }
    Ok(lost)
}

/// Whether a case is found by these names and no other. A hash that stands for it in the index alone is not looked for: what it
/// finds is shown only where the real name confirms it. Where the index is known to be whole, it is not looked at.
pub(super) fn are_kept(
    db: &impl Database,
    case: CaseId,
    names: &BTreeSet<NameKey>,
    index_is_whole: bool,
) -> Result<bool, StoreError> {
    let now = hashed(db.keys(), names);
    db.read(|conn| Ok(kept(conn, case)? == now && (index_is_whole || lost(conn, case, &now)?.is_empty())))
}

/// Whether the index holds what stands beside the cases, and nothing else: by a sum over both, so that each is read once from
/// end to end. Its key is of this moment, so that nobody can make two errors that cancel each other.
pub(super) fn is_whole(db: &impl Database) -> Result<bool, StoreError> {
    let key = RandomState::new();
    let (mut indexed, mut beside) = (0_u64, 0_u64);
    db.read(|conn| {
        conn.each("SELECT hash, case_id FROM name_keys", &[], &mut |row| {
            indexed = indexed.wrapping_add(key.hash_one((row.number(0)?, case_id(row.bytes(1)?)?)));
            Ok(())
        })?;
        conn.each("SELECT case_id, hashes FROM case_names", &[], &mut |row| {
            let case = case_id(row.bytes(0)?)?;
            for hash in numbers(row.bytes(1)?) {
                beside = beside.wrapping_add(key.hash_one((hash, case)));
            }
            Ok(())
        })
    })?;
    Ok(indexed == beside)
}

/// Puts those of a case's hashes into the index that were lost from it.
pub(super) fn complete(conn: &mut dyn Sql, case: CaseId, now: &[u8]) -> Result<(), StoreError> {
    for hash in lost(conn, case, now)? {
        insert(conn, case, hash)?;
    }
    Ok(())
}

/// So many cases or hashes are asked for in one statement.
const AT_ONCE: usize = 500;

/// So many rows are opened first; a search whose surest hits are these needs no more.
const FIRST: usize = 32;

pub(super) fn each(
    db: &impl Database,
    readings: &[Vec<NameWord>],
    filter: &ListFilter,
    at_most: usize,
    visit: &mut dyn FnMut(ByName) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let scope = few(db, filter)?;
    let mut met: Vec<Vec<BTreeSet<CaseId>>> = readings
        .iter()
        .map(|words| vec![BTreeSet::new(); words.len()])
        .collect();
    let mut given = BTreeSet::new();
    let tiers = readings.iter().flatten().map(Vec::len).max().unwrap_or_default();
    // Each tier is read for itself, since most searches need few. What is written meanwhile harms nothing: rows are opened as
    // they then are, and the caller looks at their names.
    for tier in 0..tiers {
        meet(db, readings, tier, scope.as_ref(), &mut met)?;
        let mut new: BTreeSet<CaseId> = met.iter().flat_map(|words| in_all(words)).collect();
        new.retain(|case| given.insert(*case));
        let mut newest = newest(db, new, filter)?;
        let cut = newest.len() > at_most;
        newest.truncate(at_most);
        let (first, rest) = newest.split_at(FIRST.min(newest.len()));
        for some in std::iter::once(first).chain(rest.chunks(AT_ONCE)) {
            for row in opened(db, some, filter)? {
                if visit(ByName::Case(Box::new(row))).is_break() {
                    return Ok(());
                }
            }
        }
        if visit(ByName::TierEnds { cut }).is_break() {
            return Ok(());
        }
    }
    Ok(())
}

/// The cases of who sees few; `None` when it is all cases that are seen. Only these are then looked at, before any bound.
fn few(db: &impl Database, filter: &ListFilter) -> Result<Option<BTreeSet<CaseId>>, StoreError> {
    if filter.carried == Carried::Any {
        return Ok(None);
    }
    let mut values = Vec::new();
    let conditions = conditions(filter, &mut values);
    let sql = format!("SELECT r.case_id FROM case_rows r WHERE {conditions}");
    let seen = db.read(|conn| conn.all(&sql, &values, |row| case_id(row.bytes(0)?)))?;
    Ok(Some(seen.into_iter().collect()))
}

/// Notes which cases have a word by a hash of a tier.
fn meet(
    db: &impl Database,
    readings: &[Vec<NameWord>],
    tier: usize,
    scope: Option<&BTreeSet<CaseId>>,
    met: &mut [Vec<BTreeSet<CaseId>>],
) -> Result<(), StoreError> {
    let mut words_of: BTreeMap<i64, Vec<(usize, usize)>> = BTreeMap::new();
    for (reading, words) in readings.iter().enumerate() {
        for (word, tiers) in words.iter().enumerate() {
            for key in tiers.get(tier).into_iter().flatten() {
                let words = words_of.entry(number(&hash(db.keys(), key))).or_default();
                words.push((reading, word));
            }
        }
    }
    let hashes: Vec<Value<'_>> = words_of.keys().map(|hash| Value::Number(*hash)).collect();
    for some in hashes.chunks(AT_ONCE) {
        let places: Vec<String> = (1..=some.len()).map(|n| format!("?{n}")).collect();
        let sql = format!(
            "SELECT hash, case_id FROM name_keys WHERE hash IN ({})",
            places.join(", ")
        );
        let hits = db.read(|conn| conn.all(&sql, some, |row| Ok((row.number(0)?, case_id(row.bytes(1)?)?))))?;
        for (hash, case) in hits {
            if scope.is_some_and(|seen| !seen.contains(&case)) {
                continue;
            }
            for (reading, word) in words_of.get(&hash).into_iter().flatten() {
                if let Some(met) = met.get_mut(*reading).and_then(|words| words.get_mut(*word)) {
                    met.insert(case);
                }
            }
        }
    }
    Ok(())
}

/// The cases in which each word of a reading is met. A reading without words is in no name.
fn in_all(words: &[BTreeSet<CaseId>]) -> impl Iterator<Item = CaseId> + '_ {
    let fewest = words.iter().min_by_key(|cases| cases.len());
    let fewest = fewest.into_iter().flatten().copied();
    fewest.filter(|case| words.iter().all(|cases| cases.contains(case)))
}

/// Those of the cases that the filter wants, the last written first.
fn newest(db: &impl Database, cases: BTreeSet<CaseId>, filter: &ListFilter) -> Result<Vec<CaseId>, StoreError> {
    // The authority's book is no case.
    let wanted =
        |case: &CaseId| *case != CaseId::AUTHORITY && filter.cases.as_ref().is_none_or(|cases| cases.contains(case));
    let cases: Vec<CaseId> = cases.into_iter().filter(wanted).collect();
    let mut newest: Vec<(Reverse<i64>, CaseId)> = Vec::new();
    for some in cases.chunks(AT_ONCE) {
        let filter = these(some, filter);
        let mut values = Vec::new();
        let conditions = conditions(&filter, &mut values);
        let sql = format!("SELECT r.last_written, r.case_id FROM case_rows r WHERE {conditions}");
        newest.extend(db.read(|conn| {
            conn.all(&sql, &values, |row| {
                Ok((Reverse(row.number(0)?), case_id(row.bytes(1)?)?))
            })
        })?);
    }
    newest.sort();
    Ok(newest.into_iter().map(|(_, case)| case).collect())
}

/// The rows of these cases that the filter wants, the last written first.
fn opened(db: &impl Database, cases: &[CaseId], filter: &ListFilter) -> Result<Vec<ListedCase>, StoreError> {
    if cases.is_empty() {
        return Ok(Vec::new());
    }
    let filter = these(cases, filter);
    let mut values = Vec::new();
    let conditions = conditions(&filter, &mut values);
    let sql = format!("SELECT {LISTED} FROM case_rows r WHERE {conditions}");
    let rows = db.read(|conn| all_listed(conn, db, &sql, &values, |_| Ok(())))?;
    let mut rows: Vec<ListedCase> = rows.into_iter().map(|(row, ())| row).collect();
    rows.sort_by_key(|listed| (Reverse(listed.row.last_written), listed.case));
    Ok(rows)
}

fn these(cases: &[CaseId], filter: &ListFilter) -> ListFilter {
    ListFilter {
        cases: Some(cases.to_vec()),
        ..filter.clone()
    }
}

//! Cases by names, of which the database holds only keyed hashes, cut so short that several names share one.

use super::projections::{LISTED, all_listed, conditions};
use crate::columns::case_id;
use crate::database::{Database, Sql, Value, values};
use crate::error::StoreError;
use crate::fields::Fields;
use crate::keys::Keys;
use crate::lists::{Carried, ListFilter, ListedCase, NameKey};
use std::cmp::Reverse;
use std::collections::BTreeSet;
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
/// finds is shown only where the real name confirms it.
pub(super) fn are_kept(db: &impl Database, case: CaseId, names: &BTreeSet<NameKey>) -> Result<bool, StoreError> {
    let now = hashed(db.keys(), names);
    db.read(|conn| Ok(kept(conn, case)? == now && lost(conn, case, &now)?.is_empty()))
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

pub(super) fn find(
    db: &impl Database,
    readings: &[Vec<BTreeSet<NameKey>>],
    filter: &ListFilter,
    at_most: u64,
) -> Result<Vec<ListedCase>, StoreError> {
    // A word without a key is in no name.
    let can_be_met = |words: &&Vec<BTreeSet<NameKey>>| !words.is_empty() && words.iter().all(|keys| !keys.is_empty());
    let hashes = |keys: &BTreeSet<NameKey>| keys.iter().map(|key| number(&hash(db.keys(), key))).collect();
    let readings: Vec<Vec<BTreeSet<i64>>> = readings
        .iter()
        .filter(can_be_met)
        .map(|words| words.iter().map(hashes).collect())
        .collect();
    if readings.is_empty() {
        return Ok(Vec::new());
    }
    db.read(|conn| {
        let mut found = BTreeSet::new();
        for words in &readings {
            found.extend(with_all(conn, words)?);
        }
        // Whoever sees few cases has them read first; of all cases those found are read.
        if filter.carried != Carried::Any {
            let mut values = Vec::new();
            let conditions = conditions(filter, &mut values);
            let sql = format!("SELECT r.case_id FROM case_rows r WHERE {conditions}");
            let seen = conn.all(&sql, &values, |row| case_id(row.bytes(0)?))?;
            let seen: BTreeSet<CaseId> = seen.into_iter().collect();
            found.retain(|case| seen.contains(case));
        }
        let found: Vec<CaseId> = found.into_iter().collect();
        let newest = newest(conn, &found, filter, usize::try_from(at_most).unwrap_or(usize::MAX))?;
        let mut rows = Vec::new();
        for some in newest.chunks(AT_ONCE) {
            let mut values = Vec::new();
            let these = ListFilter {
                cases: Some(some.to_vec()),
                ..ListFilter::default()
            };
            let conditions = conditions(&these, &mut values);
            let sql = format!("SELECT {LISTED} FROM case_rows r JOIN cases c USING (case_id) WHERE {conditions}");
            rows.extend(all_listed(conn, db.keys(), &sql, &values, |case, _| Ok(case))?);
        }
        rows.sort_by_key(|listed| (Reverse(listed.row.last_written), listed.case));
        Ok(rows)
    })
}

/// The cases that have, for each word, one of its hashes.
fn with_all(conn: &mut dyn Sql, words: &[BTreeSet<i64>]) -> Result<BTreeSet<CaseId>, StoreError> {
    let mut all: Option<BTreeSet<CaseId>> = None;
    for hashes in words {
        let values: Vec<Value<'_>> = hashes.iter().map(|hash| Value::Number(*hash)).collect();
        let places: Vec<String> = (1..=values.len()).map(|n| format!("?{n}")).collect();
        let sql = format!("SELECT case_id FROM name_keys WHERE hash IN ({})", places.join(", "));
        let mut with = BTreeSet::new();
        conn.each(&sql, &values, &mut |row| {
            let case = case_id(row.bytes(0)?)?;
            if all.as_ref().is_none_or(|all| all.contains(&case)) {
                with.insert(case);
            }
            Ok(())
        })?;
        all = Some(with);
    }
    Ok(all.unwrap_or_default())
}

/// Those of the cases that the filter wants, the last written of them if there are more than so many.
fn newest(
    conn: &mut dyn Sql,
    cases: &[CaseId],
    filter: &ListFilter,
    at_most: usize,
) -> Result<Vec<CaseId>, StoreError> {
    let mut newest: Vec<(Reverse<i64>, CaseId)> = Vec::new();
    for some in cases.chunks(AT_ONCE) {
        let wanted = |case: &&CaseId| filter.cases.as_ref().is_none_or(|cases| cases.contains(case));
        let filter = ListFilter {
            cases: Some(some.iter().filter(wanted).copied().collect()),
            ..filter.clone()
        };
        let mut values = Vec::new();
        let conditions = conditions(&filter, &mut values);
        let sql = format!("SELECT r.last_written, r.case_id FROM case_rows r WHERE {conditions}");
        newest.extend(conn.all(&sql, &values, |row| {
            Ok((Reverse(row.number(0)?), case_id(row.bytes(1)?)?))
        })?);
    }
    newest.sort();
    newest.truncate(at_most);
    // The authority's book is no case.
    newest.retain(|(_, case)| *case != CaseId::AUTHORITY);
    Ok(newest.into_iter().map(|(_, case)| case).collect())
}

//! Cases by names, of which the database holds only keyed hashes, cut so short that several names share one.

use super::projections::{LISTED, conditions, listed};
use crate::database::{Database, Sql, Value, values};
use crate::error::StoreError;
use crate::fields::Fields;
use crate::keys::Keys;
use crate::lists::{ListFilter, ListedCase, NameKey};
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

/// Puts a case's hashes in place of its former ones, and touches only those that differ.
pub(super) fn replace(conn: &mut dyn Sql, case: CaseId, before: &[u8], now: &[u8]) -> Result<(), StoreError> {
    if before == now {
        return Ok(());
    }
    let (before, now) = (numbers(before), numbers(now));
    for gone in before.difference(&now) {
        conn.execute(
            "DELETE FROM name_keys WHERE hash = ?1 AND case_id = ?2",
            values![*gone, &case],
        )?;
    }
    for new in now.difference(&before) {
        conn.execute(
            "INSERT INTO name_keys (hash, case_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            values![*new, &case],
        )?;
    }
    Ok(())
}

pub(super) fn find(
    db: &impl Database,
    readings: &[Vec<BTreeSet<NameKey>>],
    filter: &ListFilter,
    at_most: u64,
) -> Result<Vec<ListedCase>, StoreError> {
    let mut values: Vec<Value<'_>> = Vec::new();
    let mut ways: Vec<String> = Vec::new();
    // A word without a key is in no name.
    let can_be_met = |words: &&Vec<BTreeSet<NameKey>>| !words.is_empty() && words.iter().all(|keys| !keys.is_empty());
    for words in readings.iter().filter(can_be_met) {
        let mut each = Vec::new();
        for keys in words {
            let hashes: BTreeSet<i64> = keys.iter().map(|key| number(&hash(db.keys(), key))).collect();
            let from = values.len() + 1;
            values.extend(hashes.into_iter().map(Value::Number));
            let places: Vec<String> = (from..=values.len()).map(|n| format!("?{n}")).collect();
            each.push(format!(
                "r.case_id IN (SELECT case_id FROM name_keys WHERE hash IN ({}))",
                places.join(", ")
            ));
        }
        ways.push(format!("({})", each.join(" AND ")));
    }
    if ways.is_empty() {
        return Ok(Vec::new());
    }
    let conditions = conditions(filter, &mut values);
    values.push(Value::Number(i64::try_from(at_most).unwrap_or(i64::MAX)));
    let sql = format!(
        "SELECT {LISTED} FROM case_rows r JOIN cases c USING (case_id)
         WHERE ({}) AND {conditions} ORDER BY r.last_written DESC, r.case_id LIMIT ?{}",
        ways.join(" OR "),
        values.len()
    );
    db.read(|conn| conn.all(&sql, &values, |row| listed(db.keys(), row)))
}

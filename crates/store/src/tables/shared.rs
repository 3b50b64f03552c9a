//! What cases read of each other: lines of registers that refer to the authority's book, and the versions by which a writing
//! knows that what it read still stands.

use super::projections::{register_row, seq};
use crate::case::Shared;
use crate::columns::{case_id, instant, place};
use crate::database::{Database, Sql, Value, values};
use crate::error::StoreError;
use crate::lists::Referring;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use tutela_domain::ids::CaseId;

/// Numbers in clear as a list of a statement: they are ours, never typed.
pub(super) fn numbers(numbers: &BTreeSet<u64>) -> Result<String, StoreError> {
    let numbers: Result<Vec<String>, _> = numbers.iter().map(|n| seq(*n).map(|n| n.to_string())).collect();
    Ok(numbers?.join(", "))
}

pub(super) fn referring(
    db: &impl Database,
    register: &str,
    in_book: &BTreeSet<u64>,
) -> Result<Vec<Referring>, StoreError> {
    if in_book.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT g.register, g.entry, g.began, g.until, g.ended, g.in_book, g.case_id, e.written
         FROM register_rows g JOIN entries e ON e.case_id = g.case_id AND e.seq = g.entry
         WHERE g.register = ?1 AND g.in_book IN ({}) ORDER BY g.case_id, g.entry",
        numbers(in_book)?
    );
    db.read(|conn| {
        conn.all(&sql, values![register], |row| {
            Ok(Referring {
                row: register_row(row, 0)?,
                case: case_id(row.bytes(6)?)?,
                written: instant(row.number(7)?)?,
            })
        })
    })
}

pub(super) fn versions(db: &impl Database, names: &BTreeSet<String>) -> Result<BTreeMap<String, u64>, StoreError> {
    db.read(|conn| {
        let read = names.iter().map(|name| Ok((name.clone(), version(conn, name)?)));
        read.collect()
    })
}

/// How often a register was changed.
fn version(conn: &mut dyn Sql, name: &str) -> Result<u64, StoreError> {
    let found = conn.one(
        "SELECT version FROM register_versions WHERE name = ?1",
        values![name],
        |row| place(row.number(0)?),
    )?;
    Ok(found.unwrap_or(0))
}

/// Whether registers still have the versions at which they were read. Writers follow each other on either database, so they
/// have them until this transaction ends.
pub(super) fn stand(conn: &mut dyn Sql, read: &BTreeMap<String, u64>) -> Result<bool, StoreError> {
    for (name, then) in read {
        if version(conn, name)? != *then {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Raises the versions of what a writing of a case changes, and stirs the other cases that it concerns.
pub(super) fn change(conn: &mut dyn Sql, case: CaseId, at: Timestamp, shared: &Shared) -> Result<(), StoreError> {
    for name in &shared.changed {
        conn.execute(
            "INSERT INTO register_versions (name, version) VALUES (?1, 1)
             ON CONFLICT (name) DO UPDATE SET version = register_versions.version + 1",
            values![name],
        )?;
    }
    if !shared.stirred.is_empty() {
        let sql = format!(
            "UPDATE case_rows SET stirred_at = CASE WHEN stirred_at > ?1 THEN stirred_at ELSE ?1 END WHERE case_id <> ?2 AND case_id IN
                 (SELECT g.case_id FROM register_rows g WHERE g.in_book IN ({}))",
            numbers(&shared.stirred)?
        );
        conn.execute(&sql, &[Value::Number(at.as_microsecond()), Value::from(&case)])?;
    }
    Ok(())
}

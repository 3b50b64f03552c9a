//! Breaches that were noted. Each is noted once; what is written later takes none back.

use super::projections::{carrier, conditions, seq};
use crate::columns::{case_id, instant, maybe_instant, place};
use crate::database::{Database, Sql, Value, values};
use crate::error::StoreError;
use crate::lists::{Breach, ListFilter, NotedBreach};
use jiff::Timestamp;
use std::ops::Range;
use tutela_domain::ids::CaseId;

pub(super) fn note(
    conn: &mut dyn Sql,
    case: CaseId,
    head: i64,
    at: Timestamp,
    breaches: &[Breach],
) -> Result<(), StoreError> {
    if breaches.is_empty() {
        return Ok(());
    }
    let noted = conn.all(
        "SELECT rule, instance FROM breaches WHERE case_id = ?1",
        values![&case],
        |row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned())),
    )?;
    let is_noted = |b: &Breach| {
        noted
            .iter()
            .any(|(rule, instance)| *rule == b.rule && *instance == b.instance)
    };
    for breach in breaches.iter().filter(|b| !is_noted(b)) {
        // Another node may note it at the same moment.
        conn.execute(
            "INSERT INTO breaches (case_id, rule, instance, breached_at, noted_at, head) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT DO NOTHING",
            values![
                &case,
                &breach.rule,
                &breach.instance,
                breach.at.as_microsecond(),
                at.as_microsecond(),
                head,
            ],
        )?;
    }
    Ok(())
}

pub(super) fn list(db: &impl Database, filter: &ListFilter, rows: Range<u64>) -> Result<Vec<NotedBreach>, StoreError> {
    let mut values = Vec::new();
    let conditions = conditions(filter, &mut values);
    let (count, skipped) = (rows.end.saturating_sub(rows.start), rows.start);
    values.push(Value::Number(seq(count)?));
    values.push(Value::Number(seq(skipped)?));
    let sql = format!(
        "SELECT b.case_id, r.reference, r.caseworker, b.rule, b.instance, b.breached_at, b.noted_at, b.head, w.done_at,
                CAST(CASE WHEN w.opens_at IS NOT NULL AND w.done_at IS NULL THEN 1 ELSE 0 END AS BIGINT)
         FROM breaches b JOIN case_rows r USING (case_id)
              LEFT JOIN work_rows w ON w.case_id = b.case_id AND w.rule = b.rule AND w.instance = b.instance
         WHERE {conditions} ORDER BY b.noted_at DESC, b.breached_at DESC, b.case_id, b.rule, b.instance LIMIT ?{} OFFSET ?{}",
        values.len() - 1,
        values.len()
    );
    db.read(|conn| {
        conn.all(&sql, &values, |row| {
            Ok(NotedBreach {
                case: case_id(row.bytes(0)?)?,
                reference: row.text(1)?.to_owned(),
                caseworker: carrier(row.text(2)?),
                breach: Breach {
                    rule: row.text(3)?.to_owned(),
                    instance: row.text(4)?.to_owned(),
                    at: instant(row.number(5)?)?,
                },
                noted_at: instant(row.number(6)?)?,
                head: place(row.number(7)?)?,
                done_at: maybe_instant(row.maybe_number(8)?)?,
                owed: row.number(9)? == 1,
            })
        })
    })
}

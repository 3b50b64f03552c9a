//! Checkpoints that were made: the newest are kept with the store.

use super::verify;
use crate::checkpoint::Checkpoint;
use crate::columns::{digest, instant, place};
use crate::database::{Database, Sql, values};
use crate::error::StoreError;
use crate::verify::Progress;
use jiff::Timestamp;

/// How many are kept. Older ones are of use only where they lie out of reach of who may write the store.
const KEPT: i64 = 35;

/// Signs what the chains have come to, once all of it was found whole, and keeps that.
pub(super) fn make(
    db: &impl Database,
    now: Timestamp,
    tell: &mut dyn FnMut(Progress),
) -> Result<Checkpoint, StoreError> {
    let checkpoint = db.read(|conn| {
        verify::verify(conn, &[], tell)?.whole()?;
        let cases = conn.all("SELECT case_id, head, chain FROM cases", &[], |row| {
            let case = crate::columns::case_id(row.bytes(0)?)?;
            Ok((case, row.number(1)?, row.bytes(2)?.to_vec()))
        })?;
        let audit = conn
            .one("SELECT audit_rows, audit_chain FROM heads", &[], |row| {
                Ok((place(row.number(0)?)?, digest(row.bytes(1)?)?))
            })?
            .ok_or(StoreError::Damaged)?;
        Checkpoint::signed(db.keys(), now, &cases, audit)
    })?;
    let (made, text) = (checkpoint.made.as_microsecond(), checkpoint.to_string());
    db.write(move |conn| {
        conn.execute(
            "INSERT INTO checkpoints (made, text) VALUES (?1, ?2) ON CONFLICT (made) DO UPDATE SET text = excluded.text",
            values![made, &text],
        )?;
        conn.execute(
            "DELETE FROM checkpoints WHERE made NOT IN (SELECT made FROM checkpoints ORDER BY made DESC LIMIT ?1)",
            values![KEPT],
        )?;
        Ok(())
    })?;
    Ok(checkpoint)
}

/// When the newest one was made.
pub(super) fn newest(db: &impl Database) -> Result<Option<Timestamp>, StoreError> {
    db.read(|conn| {
        conn.one("SELECT made FROM checkpoints ORDER BY made DESC LIMIT 1", &[], |row| {
            instant(row.number(0)?)
        })
    })
}

/// The texts of those that are kept, the oldest first.
pub(super) fn kept(conn: &mut dyn Sql) -> Result<Vec<String>, StoreError> {
    conn.all("SELECT text FROM checkpoints ORDER BY made", &[], |row| {
        Ok(row.text(0)?.to_owned())
    })
}

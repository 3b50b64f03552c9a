//! The table of single values: the wrapped keys stand there. And the first row of heads.

use crate::chain;
use crate::database::{Sql, values};
use crate::error::StoreError;
use crate::keys::{self, KeyRows, KeySlot, KeySource, Keys};

/// The name of the public key of checkpoints.
const CHECKPOINT_KEY: &str = "checkpoint_key";

/// The name under which a database that has no other place for it keeps the version of its schema.
pub(crate) const VERSION: &str = "schema version";

/// The table that stands in the target of a move until the move is done. Beside it there is no store.
pub(crate) const MOVING: &str = "unfinished_move";

/// Marks a target, so that a move that is cut short leaves nothing that could be taken for a place without a store.
pub(crate) fn mark_move(conn: &mut dyn Sql) -> Result<(), StoreError> {
    conn.batch(&format!("CREATE TABLE IF NOT EXISTS {MOVING} (mark BIGINT)"))
}

/// Takes the mark away, in the transaction in which everything has arrived.
pub(crate) fn unmark_move(conn: &mut dyn Sql) -> Result<(), StoreError> {
    conn.batch(&format!("DROP TABLE {MOVING}"))
}

/// The name under which a store that was moved says where it lies now.
pub(crate) const MOVED: &str = "moved_to";

/// Marks a store that lies elsewhere from now on, in its source: nobody works here by mistake.
pub(crate) fn mark_moved(conn: &mut dyn Sql, to: &str) -> Result<(), StoreError> {
    put(conn, MOVED, to.as_bytes())
}

/// Takes that mark away; tells whether there was one.
pub(crate) fn unmark_moved(conn: &mut dyn Sql) -> Result<bool, StoreError> {
    Ok(conn.execute("DELETE FROM meta WHERE name = ?1", values![MOVED])? > 0)
}

/// Refuses a store that was moved elsewhere.
pub(crate) fn is_here(conn: &mut dyn Sql) -> Result<(), StoreError> {
    match value(conn, MOVED)? {
        Some(to) => Err(moved(&to)),
        None => Ok(()),
    }
}

fn moved(to: &[u8]) -> StoreError {
    StoreError::Moved {
        to: String::from_utf8_lossy(to).into_owned(),
    }
}

/// Keeps a value, in place of what was kept before under this name.
pub(crate) fn put(conn: &mut dyn Sql, name: &str, value: &[u8]) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        values![name, value],
    )?;
    Ok(())
}

/// Fills the tables of a new store.
pub(crate) fn begin_store(conn: &mut dyn Sql, rows: &KeyRows) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO heads (one, cases, digest, audit_rows, audit_chain) VALUES (1, 0, ?1, 0, ?2)",
        values![&[0_u8; 32], &chain::audit_start()],
    )?;
    put_keys(conn, rows)
}

/// Keeps everything about keys, in place of what was kept before.
pub(crate) fn put_keys(conn: &mut dyn Sql, rows: &KeyRows) -> Result<(), StoreError> {
    put_slot(conn, &rows.slot)?;
    put(conn, "recovery_recipient", rows.recovery_recipient.as_bytes())?;
    put(conn, "recovery_sealed", &rows.recovery_sealed)?;
    put(conn, "check", &rows.check)?;
    for (name, value) in [("keys", &rows.keys), (CHECKPOINT_KEY, &rows.checkpoint_key)] {
        if let Some(value) = value {
            put(conn, name, value)?;
        }
    }
    Ok(())
}

/// Keeps the instance key as it is wrapped now.
pub(crate) fn put_slot(conn: &mut dyn Sql, slot: &KeySlot) -> Result<(), StoreError> {
    put(conn, "key_kind", slot.kind.as_bytes())?;
    put(conn, "key_salt", &slot.salt)?;
    put(conn, "wrapped_key", &slot.wrapped)
}

/// Everything about keys.
pub(crate) fn key_rows(conn: &mut dyn Sql) -> Result<KeyRows, StoreError> {
    let mut bytes = |name: &str| value(conn, name)?.ok_or(StoreError::Damaged);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|_| StoreError::Damaged);
    Ok(KeyRows {
        slot: KeySlot {
            kind: text(bytes("key_kind")?)?,
            salt: bytes("key_salt")?,
            wrapped: bytes("wrapped_key")?,
        },
        recovery_recipient: text(bytes("recovery_recipient")?)?,
        recovery_sealed: bytes("recovery_sealed")?,
        check: bytes("check")?,
        keys: value(conn, "keys")?,
        checkpoint_key: value(conn, CHECKPOINT_KEY)?,
    })
}

/// Gives a store of version 1 the keys that it lacks, in the transaction that brings it up.
pub(crate) fn complete_keys(conn: &mut dyn Sql, source: &KeySource) -> Result<(), StoreError> {
    let rows = keys::completed(key_rows(conn)?, source)?;
    put_keys(conn, &rows)
}

/// The public key of checkpoints; none in a store of version 1.
pub(crate) fn checkpoint_key(conn: &mut dyn Sql) -> Result<Option<Vec<u8>>, StoreError> {
    value(conn, CHECKPOINT_KEY)
}

/// Whether a program that has the store open may write still: not when the store was moved elsewhere, and not when the keys
/// were rotated, since what was written with the old ones could not be opened.
pub(crate) fn may_write(conn: &mut dyn Sql, keys: &Keys) -> Result<(), StoreError> {
    let sql = "SELECT name, value FROM meta WHERE name IN ('check', ?1)";
    let rows = conn.all(sql, values![MOVED], |row| {
        Ok((row.text(0)? == MOVED, row.bytes(1)?.to_vec()))
    })?;
    if let Some((_, to)) = rows.iter().find(|(is_mark, _)| *is_mark) {
        return Err(moved(to));
    }
    match rows.first() {
        Some((_, check)) if keys.are_known_by(check) => Ok(()),
        _ => Err(StoreError::KeysRotated),
    }
}

/// Refuses when the keys were rotated by another program.
pub(super) fn same_keys(conn: &mut dyn Sql, keys: &Keys) -> Result<(), StoreError> {
    match value(conn, "check")? {
        Some(check) if keys.are_known_by(&check) => Ok(()),
        _ => Err(StoreError::KeysRotated),
    }
}

/// What was read. What cannot be opened because the keys were rotated by another program is not called damaged.
pub(crate) fn explained<T>(conn: &mut dyn Sql, keys: &Keys, read: Result<T, StoreError>) -> Result<T, StoreError> {
    if matches!(read, Err(StoreError::Unreadable { .. })) {
        same_keys(conn, keys)?;
    }
    read
}

fn value(conn: &mut dyn Sql, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    conn.one("SELECT value FROM meta WHERE name = ?1", values![name], |row| {
        Ok(row.bytes(0)?.to_vec())
    })
}

//! A rotation: new keys for everything that is written from now on, and what was sealed before stays as it is.

use super::{cases, meta};
use crate::columns::case_id;
use crate::database::{Sql, values};
use crate::error::StoreError;
use crate::keys::{self, KeySource, Recovery};
use zeroize::Zeroizing;

/// Makes a new instance key, opened by `to`, and gives every case a new data key; the caller holds the transaction.
/// Gives the secret of the new recovery key, if one was wanted.
pub(crate) fn rotate(
    conn: &mut dyn Sql,
    source: &KeySource,
    to: &KeySource,
    recovery: Recovery,
) -> Result<Option<Zeroizing<String>>, StoreError> {
    let rows = meta::key_rows(conn)?;
    let old = keys::open(&rows, source)?;
    let (rows, new, secret) = keys::rotated(&rows, &old, to, recovery)?;
    let wrapped = conn.all("SELECT case_id, wrapped_key FROM cases", &[], |row| {
        Ok((case_id(row.bytes(0)?)?, row.bytes(1)?.to_vec()))
    })?;
    for (case, bytes) in wrapped {
        let turned = cases::unwrapped(&old, case, &bytes)?.turned()?;
        let bytes = turned.wrapped_by(&new.cases, &cases::wrapping(case))?;
        conn.execute(
            "UPDATE cases SET wrapped_key = ?2 WHERE case_id = ?1",
            values![&case, &bytes],
        )?;
    }
    meta::put_keys(conn, &rows)?;
    Ok(secret)
}

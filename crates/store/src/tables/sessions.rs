//! Sessions, and failures to sign in.

use super::accounts::name_tag;
use crate::account::Session;
use crate::case::StaffId;
use crate::chain::Digest;
use crate::columns::{instant, place};
use crate::database::{Database, unless_taken, values};
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::plain::Plain;
use jiff::Timestamp;

/// How long failures to sign in are kept.
const DAY_IN_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

fn associated(token_tag: &Digest, staff: &str, created: i64, expires: i64) -> Vec<u8> {
    Fields::new("tutela session 1")
        .bytes(token_tag)
        .text(staff)
        .number(created)
        .number(expires)
        .finish()
}

fn session_tag(db: &impl Database, token: &str) -> Digest {
    db.keys().tags.tag(Fields::new("session").text(token))
}

pub(super) fn insert_session(db: &impl Database, token: &str, session: &Session) -> Result<(), StoreError> {
    let tag = session_tag(db, token);
    let staff = session.staff.as_str().to_owned();
    let (created, expires) = (session.created.as_microsecond(), session.expires.as_microsecond());
    let associated = associated(&tag, &staff, created, expires);
    let sealed = db.keys().sessions.seal(&associated, session.state.as_slice())?;
    db.write(move |conn| {
        let inserted = conn.execute(
            "INSERT INTO sessions (token_tag, staff, created, expires, sealed) VALUES (?1, ?2, ?3, ?4, ?5)",
            values![&tag, &staff, created, expires, &sealed],
        );
        unless_taken(inserted, StoreError::TokenTaken)?;
        Ok(())
    })
}

pub(super) fn find_session(db: &impl Database, token: &str, now: Timestamp) -> Result<Option<Session>, StoreError> {
    let tag = session_tag(db, token);
    db.read(|conn| {
        conn.one(
            "SELECT staff, created, expires, sealed FROM sessions WHERE token_tag = ?1 AND expires > ?2",
            values![&tag, now.as_microsecond()],
            |row| {
                let (staff, created, expires) = (row.text(0)?, row.number(1)?, row.number(2)?);
                let associated = associated(&tag, staff, created, expires);
                let state = db
                    .keys()
                    .sessions
                    .open(&associated, row.bytes(3)?)
                    .map_err(|_| Unreadable::Session)?;
                Ok(Session {
                    staff: StaffId::new(staff),
                    created: instant(created)?,
                    expires: instant(expires)?,
                    state,
                })
            },
        )
    })
}

pub(super) fn update_session(
    db: &impl Database,
    token: &str,
    expires: Timestamp,
    state: &Plain,
) -> Result<bool, StoreError> {
    let tag = session_tag(db, token);
    let keys = db.keys().clone();
    let expires = expires.as_microsecond();
    let state = state.clone();
    db.write(move |conn| {
        let associated = conn.one(
            "SELECT staff, created FROM sessions WHERE token_tag = ?1",
            values![&tag],
            |row| Ok(associated(&tag, row.text(0)?, row.number(1)?, expires)),
        )?;
        let Some(associated) = associated else {
            return Ok(false);
        };
        let sealed = keys.sessions.seal(&associated, state.as_slice())?;
        conn.execute(
            "UPDATE sessions SET expires = ?2, sealed = ?3 WHERE token_tag = ?1",
            values![&tag, expires, &sealed],
        )?;
        Ok(true)
    })
}

pub(super) fn end_session(db: &impl Database, token: &str) -> Result<(), StoreError> {
    let tag = session_tag(db, token);
    db.write(move |conn| {
        conn.execute("DELETE FROM sessions WHERE token_tag = ?1", values![&tag])?;
        Ok(())
    })
}

pub(super) fn end_sessions_of(db: &impl Database, staff: &StaffId) -> Result<u64, StoreError> {
    let staff = staff.as_str().to_owned();
    db.write(move |conn| Ok(conn.execute("DELETE FROM sessions WHERE staff = ?1", values![&staff])?))
}

pub(super) fn clear_expired(db: &impl Database, now: Timestamp) -> Result<u64, StoreError> {
    let now = now.as_microsecond();
    db.write(move |conn| {
        let sessions = conn.execute("DELETE FROM sessions WHERE expires <= ?1", values![now])?;
        let invites = conn.execute("DELETE FROM invites WHERE expires <= ?1", values![now])?;
        let a_day_ago = now.saturating_sub(DAY_IN_MICROS);
        let failures = conn.execute("DELETE FROM sign_in_failures WHERE at < ?1", values![a_day_ago])?;
        Ok(sessions + invites + failures)
    })
}

pub(super) fn insert_failure(db: &impl Database, sign_in_name: &str, at: Timestamp) -> Result<(), StoreError> {
    let tag = name_tag(db.keys(), sign_in_name);
    db.write(move |conn| {
        conn.execute(
            "INSERT INTO sign_in_failures (name_tag, at) VALUES (?1, ?2)",
            values![&tag, at.as_microsecond()],
        )?;
        Ok(())
    })
}

pub(super) fn count_failures(db: &impl Database, sign_in_name: &str, since: Timestamp) -> Result<u64, StoreError> {
    let tag = name_tag(db.keys(), sign_in_name);
    db.read(|conn| {
        let count = conn.one(
            "SELECT count(*) FROM sign_in_failures WHERE name_tag = ?1 AND at >= ?2",
            values![&tag, since.as_microsecond()],
            |row| place(row.number(0)?),
        )?;
        Ok(count.unwrap_or(0))
    })
}

pub(super) fn clear_failures(db: &impl Database, sign_in_name: &str) -> Result<(), StoreError> {
    let tag = name_tag(db.keys(), sign_in_name);
    db.write(move |conn| {
        conn.execute("DELETE FROM sign_in_failures WHERE name_tag = ?1", values![&tag])?;
        Ok(())
    })
}

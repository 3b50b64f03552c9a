//! Sessions, and failures to sign in.

use super::SqliteStore;
use super::accounts::name_tag;
use super::connection::{instant, is_taken, place};
use crate::account::Session;
use crate::case::StaffId;
use crate::chain::Digest;
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::plain::Plain;
use crate::seal;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

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

impl SqliteStore {
    fn session_tag(&self, token: &str) -> Digest {
        self.keys.tags.tag(Fields::new("session").text(token))
    }

    pub(super) fn insert_session(&self, token: &str, session: &Session) -> Result<(), StoreError> {
        let tag = self.session_tag(token);
        let staff = session.staff.as_str().to_owned();
        let (created, expires) = (session.created.as_microsecond(), session.expires.as_microsecond());
        let associated = associated(&tag, &staff, created, expires);
        let sealed = seal::seal(&self.keys.sessions, &associated, session.state.as_slice())?;
        self.writer.write(move |conn| {
            let inserted = conn
                .prepare_cached(
                    "INSERT INTO sessions (token_tag, staff, created, expires, sealed) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![&tag[..], staff, created, expires, sealed]);
            match inserted {
                Err(error) if is_taken(&error) => Err(StoreError::TokenTaken),
                Err(error) => Err(error.into()),
                Ok(_) => Ok(()),
            }
        })
    }

    pub(super) fn find_session(&self, token: &str, now: Timestamp) -> Result<Option<Session>, StoreError> {
        let tag = self.session_tag(token);
        let found = self.readers.read(|conn| {
            Ok(conn
                .prepare_cached(
                    "SELECT staff, created, expires, sealed FROM sessions WHERE token_tag = ?1 AND expires > ?2",
                )?
                .query_row(params![&tag[..], now.as_microsecond()], |row| {
                    let staff: String = row.get(0)?;
                    Ok((staff, row.get(1)?, row.get(2)?, row.get::<_, Vec<u8>>(3)?))
                })
                .optional()?)
        })?;
        let Some((staff, created, expires, sealed)) = found else {
            return Ok(None);
        };
        let associated = associated(&tag, &staff, created, expires);
        let state = seal::open(&self.keys.sessions, &associated, &sealed).map_err(|_| Unreadable::Session)?;
        Ok(Some(Session {
            staff: StaffId::new(staff),
            created: instant(created)?,
            expires: instant(expires)?,
            state,
        }))
    }

    pub(super) fn update_session(&self, token: &str, expires: Timestamp, state: &Plain) -> Result<bool, StoreError> {
        let tag = self.session_tag(token);
        let keys = self.keys.clone();
        let expires = expires.as_microsecond();
        let state = state.clone();
        self.writer.write(move |conn| {
            let found = conn
                .prepare_cached("SELECT staff, created FROM sessions WHERE token_tag = ?1")?
                .query_row([&tag[..]], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))
                .optional()?;
            let Some((staff, created)) = found else {
                return Ok(false);
            };
            let associated = associated(&tag, &staff, created, expires);
            let sealed = seal::seal(&keys.sessions, &associated, state.as_slice())?;
            conn.prepare_cached("UPDATE sessions SET expires = ?2, sealed = ?3 WHERE token_tag = ?1")?
                .execute(params![&tag[..], expires, sealed])?;
            Ok(true)
        })
    }

    pub(super) fn end_session(&self, token: &str) -> Result<(), StoreError> {
        let tag = self.session_tag(token);
        self.writer.write(move |conn| {
            conn.prepare_cached("DELETE FROM sessions WHERE token_tag = ?1")?
                .execute([&tag[..]])?;
            Ok(())
        })
    }

    pub(super) fn end_sessions_of(&self, staff: &StaffId) -> Result<u64, StoreError> {
        let staff = staff.as_str().to_owned();
        self.writer.write(move |conn| {
            let ended = conn
                .prepare_cached("DELETE FROM sessions WHERE staff = ?1")?
                .execute([staff])?;
            Ok(ended as u64)
        })
    }

    pub(super) fn clear_expired(&self, now: Timestamp) -> Result<u64, StoreError> {
        let now = now.as_microsecond();
        self.writer.write(move |conn| {
            let sessions = conn.execute("DELETE FROM sessions WHERE expires <= ?1", [now])?;
            let invites = conn.execute("DELETE FROM invites WHERE expires <= ?1", [now])?;
            let a_day_ago = now.saturating_sub(DAY_IN_MICROS);
            let failures = conn.execute("DELETE FROM sign_in_failures WHERE at < ?1", [a_day_ago])?;
            Ok((sessions + invites + failures) as u64)
        })
    }

    pub(super) fn insert_failure(&self, sign_in_name: &str, at: Timestamp) -> Result<(), StoreError> {
        let tag = name_tag(&self.keys, sign_in_name);
        self.writer.write(move |conn| {
            conn.prepare_cached("INSERT INTO sign_in_failures (name_tag, at) VALUES (?1, ?2)")?
                .execute(params![&tag[..], at.as_microsecond()])?;
            Ok(())
        })
    }

    pub(super) fn count_failures(&self, sign_in_name: &str, since: Timestamp) -> Result<u64, StoreError> {
        let tag = name_tag(&self.keys, sign_in_name);
        self.readers.read(|conn| {
            let count = conn
                .prepare_cached("SELECT count(*) FROM sign_in_failures WHERE name_tag = ?1 AND at >= ?2")?
                .query_row(params![&tag[..], since.as_microsecond()], |row| row.get(0))?;
            place(count)
        })
    }

    pub(super) fn clear_failures(&self, sign_in_name: &str) -> Result<(), StoreError> {
        let tag = name_tag(&self.keys, sign_in_name);
        self.writer.write(move |conn| {
            conn.prepare_cached("DELETE FROM sign_in_failures WHERE name_tag = ?1")?
                .execute([&tag[..]])?;
            Ok(())
        })
    }
}

//! Drafts, and the packs that admissions were decided by.

use crate::account::{Draft, DraftKey};
use crate::chain::Digest;
use crate::columns::instant;
use crate::database::{Database, values};
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;

fn associated(tag: &Digest, saved: i64) -> Vec<u8> {
    Fields::new("tutela draft 1").bytes(tag).number(saved).finish()
}

fn draft_tag(db: &impl Database, key: &DraftKey) -> Digest {
    db.keys().tags.tag(
        Fields::new("draft")
            .text(key.staff.as_str())
            .bytes(key.case.as_ref().map_or(&[], |case| &case.as_bytes()[..]))
            .text(&key.key),
    )
}

pub(super) fn write_draft(db: &impl Database, key: &DraftKey, draft: &Draft) -> Result<(), StoreError> {
    let tag = draft_tag(db, key);
    let saved = draft.saved.as_microsecond();
    let sealed = db
        .keys()
        .drafts
        .seal(&associated(&tag, saved), draft.typed.as_slice())?;
    let staff = key.staff.as_str().to_owned();
    let case = key.case;
    db.write(move |conn| {
        conn.execute(
            "INSERT INTO drafts (draft_tag, staff, case_id, saved, sealed) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (draft_tag) DO UPDATE SET saved = excluded.saved, sealed = excluded.sealed",
            values![&tag, &staff, case.as_ref(), saved, &sealed],
        )?;
        Ok(())
    })
}

pub(super) fn read_draft(db: &impl Database, key: &DraftKey) -> Result<Option<Draft>, StoreError> {
    let tag = draft_tag(db, key);
    db.read(|conn| {
        conn.one(
            "SELECT saved, sealed FROM drafts WHERE draft_tag = ?1",
            values![&tag],
            |row| {
                let saved = row.number(0)?;
                let typed = db
                    .keys()
                    .drafts
                    .open(&associated(&tag, saved), row.bytes(1)?)
                    .map_err(|_| Unreadable::Draft)?;
                Ok(Draft {
                    saved: instant(saved)?,
                    typed,
                })
            },
        )
    })
}

pub(super) fn forget_draft(db: &impl Database, key: &DraftKey) -> Result<(), StoreError> {
    let tag = draft_tag(db, key);
    db.write(move |conn| {
        conn.execute("DELETE FROM drafts WHERE draft_tag = ?1", values![&tag])?;
        Ok(())
    })
}

pub(super) fn write_pack(db: &impl Database, hash: Digest, bytes: &[u8]) -> Result<(), StoreError> {
    let bytes = bytes.to_vec();
    db.write(move |conn| {
        let same = conn.one("SELECT bytes FROM packs WHERE hash = ?1", values![&hash], |row| {
            Ok(row.bytes(0)? == bytes)
        })?;
        match same {
            Some(true) => Ok(()),
            Some(false) => Err(StoreError::PackDiffers),
            None => {
                conn.execute(
                    "INSERT INTO packs (hash, bytes) VALUES (?1, ?2)",
                    values![&hash, &bytes],
                )?;
                Ok(())
            }
        }
    })
}

pub(super) fn read_pack(db: &impl Database, hash: Digest) -> Result<Option<Vec<u8>>, StoreError> {
    db.read(|conn| {
        conn.one("SELECT bytes FROM packs WHERE hash = ?1", values![&hash], |row| {
            Ok(row.bytes(0)?.to_vec())
        })
    })
}

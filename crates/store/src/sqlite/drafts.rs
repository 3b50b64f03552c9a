//! Drafts, and the packs that admissions were decided by.

use super::SqliteStore;
use super::connection::instant;
use crate::account::{Draft, DraftKey};
use crate::chain::Digest;
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::seal;
use rusqlite::{OptionalExtension, params};
use tutela_domain::ids::CaseId;

fn associated(tag: &Digest, saved: i64) -> Vec<u8> {
    Fields::new("tutela draft 1").bytes(tag).number(saved).finish()
}

impl SqliteStore {
    fn draft_tag(&self, key: &DraftKey) -> Digest {
        self.keys.tags.tag(
            Fields::new("draft")
                .text(key.staff.as_str())
                .bytes(key.case.as_ref().map_or(&[], |case| &case.as_bytes()[..]))
                .text(&key.key),
        )
    }

    pub(super) fn write_draft(&self, key: &DraftKey, draft: &Draft) -> Result<(), StoreError> {
        let tag = self.draft_tag(key);
        let saved = draft.saved.as_microsecond();
        let sealed = seal::seal(&self.keys.drafts, &associated(&tag, saved), draft.typed.as_slice())?;
        let staff = key.staff.as_str().to_owned();
        let case: Option<CaseId> = key.case;
        self.writer.write(move |conn| {
            conn.prepare_cached(
                "INSERT INTO drafts (draft_tag, staff, case_id, saved, sealed) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (draft_tag) DO UPDATE SET saved = excluded.saved, sealed = excluded.sealed",
            )?
            .execute(params![
                &tag[..],
                staff,
                case.as_ref().map(|case| &case.as_bytes()[..]),
                saved,
                sealed
            ])?;
            Ok(())
        })
    }

    pub(super) fn read_draft(&self, key: &DraftKey) -> Result<Option<Draft>, StoreError> {
        let tag = self.draft_tag(key);
        let found = self.readers.read(|conn| {
            Ok(conn
                .prepare_cached("SELECT saved, sealed FROM drafts WHERE draft_tag = ?1")?
                .query_row([&tag[..]], |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?)))
                .optional()?)
        })?;
        let Some((saved, sealed)) = found else {
            return Ok(None);
        };
        let typed = seal::open(&self.keys.drafts, &associated(&tag, saved), &sealed).map_err(|_| Unreadable::Draft)?;
        Ok(Some(Draft {
            saved: instant(saved)?,
            typed,
        }))
    }

    pub(super) fn forget_draft(&self, key: &DraftKey) -> Result<(), StoreError> {
        let tag = self.draft_tag(key);
        self.writer.write(move |conn| {
            conn.prepare_cached("DELETE FROM drafts WHERE draft_tag = ?1")?
                .execute([&tag[..]])?;
            Ok(())
        })
    }

    pub(super) fn write_pack(&self, hash: Digest, bytes: &[u8]) -> Result<(), StoreError> {
        let bytes = bytes.to_vec();
        self.writer.write(move |conn| {
            let kept = conn
                .prepare_cached("SELECT bytes = ?2 FROM packs WHERE hash = ?1")?
                .query_row(params![&hash[..], bytes], |row| row.get::<_, bool>(0))
                .optional()?;
            match kept {
                Some(true) => Ok(()),
                Some(false) => Err(StoreError::PackDiffers),
                None => {
                    conn.prepare_cached("INSERT INTO packs (hash, bytes) VALUES (?1, ?2)")?
                        .execute(params![&hash[..], bytes])?;
                    Ok(())
                }
            }
        })
    }

    pub(super) fn read_pack(&self, hash: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        self.readers.read(|conn| {
            Ok(conn
                .prepare_cached("SELECT bytes FROM packs WHERE hash = ?1")?
                .query_row([&hash[..]], |row| row.get(0))
                .optional()?)
        })
    }
}

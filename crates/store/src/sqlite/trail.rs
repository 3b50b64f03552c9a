//! The audit's rows and chain.

use super::SqliteStore;
use super::connection::{case_id, digest, instant, place};
use crate::audit::{AuditEvent, AuditRow};
use crate::case::StaffId;
use crate::chain::{self, ClearAudit, Digest};
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::keys::Keys;
use crate::plain::Plain;
use crate::seal;
use rusqlite::{Connection, Params, Row, params};
use tutela_domain::ids::CaseId;
use zeroize::Zeroizing;

/// The tag of a row that is about no case.
const NO_CASE: i64 = -1;

/// An audit row sealed, without its place.
pub(super) struct SealedAudit {
    event: AuditEvent,
    tag: i64,
    sealed: Vec<u8>,
    sealed_digest: Digest,
}

/// Eight bits of a keyed hash: enough to read one row in 256, too few to tell which case a row is about.
fn tag(keys: &Keys, case: CaseId) -> i64 {
    let [first, ..] = keys.tags.tag(Fields::new("audit of case").bytes(case.as_bytes()));
    i64::from(first)
}

fn clear(event: &AuditEvent, tag: i64) -> ClearAudit<'_> {
    ClearAudit {
        at: event.at.as_microsecond(),
        staff: event.staff.as_str(),
        role: &event.role,
        action: &event.action,
        purpose: &event.purpose,
        case_tag: tag,
    }
}

/// Seals a row's case and detail.
pub(super) fn sealed(keys: &Keys, mut event: AuditEvent) -> Result<SealedAudit, StoreError> {
    let detail = std::mem::take(&mut event.detail);
    let case = event.case.take();
    // Sixteen zeros stand for no case, so that rows with and without one have one length.
    let mut inner = Zeroizing::new(Vec::with_capacity(17 + detail.as_slice().len()));
    inner.push(u8::from(case.is_some()));
    inner.extend_from_slice(&case.map_or([0; 16], |case| *case.as_bytes()));
    inner.extend_from_slice(detail.as_slice());
    let tag = case.map_or(NO_CASE, |case| tag(keys, case));
    let sealed = seal::seal(&keys.audit, &clear(&event, tag).associated(), &inner)?;
    Ok(SealedAudit {
        sealed_digest: chain::sealed_digest(&sealed),
        sealed,
        tag,
        event,
    })
}

/// Adds a row to the audit and gives its place.
pub(super) fn insert(conn: &Connection, audit: &SealedAudit) -> Result<i64, StoreError> {
    let (rows, before) = conn
        .prepare_cached("SELECT audit_rows, audit_chain FROM heads")?
        .query_row([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)))?;
    let row = rows + 1;
    let clear = clear(&audit.event, audit.tag);
    let link = clear.link(row, &digest(&before)?, &audit.sealed_digest);
    conn.prepare_cached(
        "INSERT INTO audit (seq, at, staff, role, action, purpose, case_tag, sealed, sealed_digest, chain)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        row,
        clear.at,
        clear.staff,
        clear.role,
        clear.action,
        clear.purpose,
        audit.tag,
        audit.sealed,
        &audit.sealed_digest[..],
        &link[..],
    ])?;
    conn.prepare_cached("UPDATE heads SET audit_rows = ?1, audit_chain = ?2")?
        .execute(params![row, &link[..]])?;
    Ok(row)
}

impl SqliteStore {
    pub(super) fn write_audit(&self, event: AuditEvent) -> Result<u64, StoreError> {
        let audit = sealed(&self.keys, event)?;
        self.writer.write(move |conn| place(insert(conn, &audit)?))
    }

    pub(super) fn read_audit_of(&self, case: CaseId) -> Result<Vec<AuditRow>, StoreError> {
        let mut rows = self.read_audit(
            "SELECT seq, at, staff, role, action, purpose, case_tag, sealed FROM audit
             WHERE case_tag = ?1 ORDER BY seq",
            [tag(&self.keys, case)],
        )?;
        rows.retain(|row| row.event.case == Some(case));
        Ok(rows)
    }

    pub(super) fn read_audit_after(&self, row: u64, limit: u32) -> Result<Vec<AuditRow>, StoreError> {
        self.read_audit(
            "SELECT seq, at, staff, role, action, purpose, case_tag, sealed FROM audit
             WHERE seq > ?1 ORDER BY seq LIMIT ?2",
            params![i64::try_from(row).unwrap_or(i64::MAX), limit],
        )
    }

    fn read_audit(&self, sql: &str, values: impl Params) -> Result<Vec<AuditRow>, StoreError> {
        self.readers.read(|conn| {
            let mut statement = conn.prepare_cached(sql)?;
            let mut rows = statement.query(values)?;
            let mut list = Vec::new();
            while let Some(row) = rows.next()? {
                list.push(opened(&self.keys, row)?);
            }
            Ok(list)
        })
    }
}

fn opened(keys: &Keys, row: &Row<'_>) -> Result<AuditRow, StoreError> {
    let seq = place(row.get(0)?)?;
    let mut event = AuditEvent {
        at: instant(row.get(1)?)?,
        staff: StaffId::new(row.get::<_, String>(2)?),
        role: row.get(3)?,
        action: row.get(4)?,
        purpose: row.get(5)?,
        case: None,
        detail: Plain::default(),
    };
    let unreadable = || StoreError::from(Unreadable::Audit(seq));
    let associated = clear(&event, row.get(6)?).associated();
    let inner = seal::open(&keys.audit, &associated, &row.get::<_, Vec<u8>>(7)?).map_err(|_| unreadable())?;
    let (about_case, rest) = inner.as_slice().split_first().ok_or_else(unreadable)?;
    let (case, detail) = rest.split_at_checked(16).ok_or_else(unreadable)?;
    if *about_case == 1 {
        event.case = Some(case_id(case)?);
    }
    event.detail = Plain::from(detail);
    Ok(AuditRow { row: seq, event })
}

//! The audit's rows and chain.

use crate::audit::{AuditEvent, AuditRow};
use crate::case::StaffId;
use crate::chain::{self, ClearAudit, Digest};
use crate::columns::{case_id, digest, instant, place};
use crate::database::{Database, Row, Sql, Value, values};
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::keys::Keys;
use crate::plain::Plain;
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
    let sealed = keys.audit.seal(&clear(&event, tag).associated(), &inner)?;
    Ok(SealedAudit {
        sealed_digest: chain::sealed_digest(&sealed),
        sealed,
        tag,
        event,
    })
}

/// Adds a row to the audit and gives its place.
pub(super) fn insert(conn: &mut dyn Sql, audit: &SealedAudit) -> Result<i64, StoreError> {
    let (rows, before) = conn
        .one("SELECT audit_rows, audit_chain FROM heads", &[], |row| {
            Ok((row.number(0)?, digest(row.bytes(1)?)?))
        })?
        .ok_or(StoreError::Damaged)?;
    let row = rows + 1;
    let clear = clear(&audit.event, audit.tag);
    let link = clear.link(row, &before, &audit.sealed_digest);
    conn.execute(
        "INSERT INTO audit (seq, at, staff, role, action, purpose, case_tag, sealed, sealed_digest, chain)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        values![
            row,
            clear.at,
            clear.staff,
            clear.role,
            clear.action,
            clear.purpose,
            audit.tag,
            &audit.sealed,
            &audit.sealed_digest,
            &link,
        ],
    )?;
    conn.execute(
        "UPDATE heads SET audit_rows = ?1, audit_chain = ?2",
        values![row, &link],
    )?;
    Ok(row)
}

pub(super) fn write_audit(db: &impl Database, event: AuditEvent) -> Result<u64, StoreError> {
    let audit = sealed(db.keys(), event)?;
    db.write(move |conn| place(insert(conn, &audit)?))
}

pub(super) fn read_audit_of(db: &impl Database, case: CaseId) -> Result<Vec<AuditRow>, StoreError> {
    let mut rows = read_audit(db, "WHERE case_tag = ?1 ORDER BY seq", values![tag(db.keys(), case)])?;
    rows.retain(|row| row.event.case == Some(case));
    Ok(rows)
}

pub(super) fn read_audit_after(db: &impl Database, row: u64, limit: u32) -> Result<Vec<AuditRow>, StoreError> {
    read_audit(
        db,
        "WHERE seq > ?1 ORDER BY seq LIMIT ?2",
        values![i64::try_from(row).unwrap_or(i64::MAX), i64::from(limit)],
    )
}

fn read_audit(db: &impl Database, which: &str, values: &[Value<'_>]) -> Result<Vec<AuditRow>, StoreError> {
    let sql = format!("SELECT seq, at, staff, role, action, purpose, case_tag, sealed FROM audit {which}");
    db.read(|conn| conn.all(&sql, values, |row| opened(db.keys(), row)))
}

fn opened(keys: &Keys, row: &dyn Row) -> Result<AuditRow, StoreError> {
    let seq = place(row.number(0)?)?;
    let mut event = AuditEvent {
        at: instant(row.number(1)?)?,
        staff: StaffId::new(row.text(2)?),
        role: row.text(3)?.to_owned(),
        action: row.text(4)?.to_owned(),
        purpose: row.text(5)?.to_owned(),
        case: None,
        detail: Plain::default(),
    };
    let unreadable = || StoreError::from(Unreadable::Audit(seq));
    let associated = clear(&event, row.number(6)?).associated();
    let inner = keys.audit.open(&associated, row.bytes(7)?).map_err(|_| unreadable())?;
    let (about_case, rest) = inner.as_slice().split_first().ok_or_else(unreadable)?;
    let (case, detail) = rest.split_at_checked(16).ok_or_else(unreadable)?;
    if *about_case == 1 {
        event.case = Some(case_id(case)?);
    }
    event.detail = Plain::from(detail);
    Ok(AuditRow { row: seq, event })
}

//! Rows for lists and work, replaced as a whole with each writing of their case.

use super::cases::{case_key, head_of, unwrapped};
use crate::case::{AgencyId, CaseRow, ListFilter, ListedCase, ListedWork, Projection, StaffId, WorkRow};
use crate::columns::{case_id, instant, maybe_instant, place};
use crate::database::{Database, Sql, Value, unless_taken, values};
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::keys::Ring;
use crate::plain::Plain;
use jiff::Timestamp;
use tutela_domain::ids::CaseId;

/// A projection whose summary is sealed.
pub(super) struct SealedProjection {
    row: CaseRow,
    summary: Vec<u8>,
    work: Vec<WorkRow>,
}

/// Seals a projection's summary under its clear columns.
pub(super) fn sealed(key: &Ring, case: CaseId, projection: Projection) -> Result<SealedProjection, StoreError> {
    let Projection {
        mut case_row,
        work_rows,
    } = projection;
    let plain = std::mem::take(&mut case_row.summary);
    let summary = key.seal(&associated(case, &case_row), plain.as_slice())?;
    Ok(SealedProjection {
        row: case_row,
        summary,
        work: work_rows,
    })
}

fn associated(case: CaseId, row: &CaseRow) -> Vec<u8> {
    Fields::new("tutela summary 1")
        .bytes(case.as_bytes())
        .text(row.agency.as_str())
        .text(row.caseworker.as_ref().map_or("", StaffId::as_str))
        .optional_number(row.next_change_at.map(Timestamp::as_microsecond))
        .number(row.last_written.as_microsecond())
        .finish()
}

/// Puts a projection in place of the case's former one.
pub(super) fn replace(conn: &mut dyn Sql, case: CaseId, projection: &SealedProjection) -> Result<(), StoreError> {
    let row = &projection.row;
    conn.execute(
        "INSERT INTO case_rows (case_id, agency, caseworker, next_change_at, last_written, summary)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (case_id) DO UPDATE SET agency = excluded.agency, caseworker = excluded.caseworker,
             next_change_at = excluded.next_change_at, last_written = excluded.last_written,
             summary = excluded.summary",
        values![
            &case,
            row.agency.as_str(),
            row.caseworker.as_ref().map(StaffId::as_str),
            row.next_change_at.map(Timestamp::as_microsecond),
            row.last_written.as_microsecond(),
            &projection.summary,
        ],
    )?;
    conn.execute("DELETE FROM work_rows WHERE case_id = ?1", values![&case])?;
    for work in &projection.work {
        let inserted = conn.execute(
            "INSERT INTO work_rows (case_id, rule, instance, opens_at, due_at, done_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            values![
                &case,
                &work.rule,
                &work.instance,
                work.opens_at.as_microsecond(),
                work.due_at.map(Timestamp::as_microsecond),
                work.done_at.map(Timestamp::as_microsecond),
            ],
        );
        let twice = StoreError::NotAcceptable {
            field: "the list of work",
            why: "names one rule and instance twice",
        };
        unless_taken(inserted, twice)?;
    }
    Ok(())
}

/// The conditions of a filter, and their values.
fn conditions(filter: &ListFilter) -> (String, Vec<Value<'_>>) {
    let mut sql = String::new();
    let mut values = Vec::new();
    let wanted = [
        (
            "r.agency",
            filter.agency.as_ref().map(|agency| Value::from(agency.as_str())),
        ),
        (
            "r.caseworker",
            filter.staff.as_ref().map(|staff| Value::from(staff.as_str())),
        ),
        ("r.case_id", filter.case.as_ref().map(Value::from)),
    ];
    for (column, value) in wanted {
        let Some(value) = value else { continue };
        values.push(value);
        let before = if values.len() == 1 { "WHERE" } else { "AND" };
        sql.push_str(&format!(" {before} {column} = ?{}", values.len()));
    }
    (sql, values)
}

pub(super) fn rebuild(
    db: &impl Database,
    case: CaseId,
    at_head: u64,
    projection: Projection,
) -> Result<bool, StoreError> {
    let projection = sealed(&case_key(db, case)?, case, projection)?;
    db.write(move |conn| {
        if place(head_of(conn, case)?.0)? != at_head {
            return Ok(false);
        }
        replace(conn, case, &projection)?;
        Ok(true)
    })
}

pub(super) fn list_cases(db: &impl Database, filter: &ListFilter) -> Result<Vec<ListedCase>, StoreError> {
    let (conditions, values) = conditions(filter);
    let sql = format!(
        "SELECT r.case_id, c.reference, c.head, r.agency, r.caseworker, r.next_change_at, r.last_written, r.summary,
                c.wrapped_key
         FROM case_rows r JOIN cases c USING (case_id){conditions} ORDER BY r.last_written DESC, r.case_id"
    );
    db.read(|conn| {
        conn.all(&sql, &values, |row| {
            let case = case_id(row.bytes(0)?)?;
            let mut case_row = CaseRow {
                agency: AgencyId::new(row.text(3)?),
                caseworker: row.maybe_text(4)?.map(StaffId::new),
                next_change_at: maybe_instant(row.maybe_number(5)?)?,
                last_written: instant(row.number(6)?)?,
                summary: Plain::default(),
            };
            let key = unwrapped(db.keys(), case, row.bytes(8)?)?;
            case_row.summary = key
                .open(&associated(case, &case_row), row.bytes(7)?)
                .map_err(|_| Unreadable::Summary(case))?;
            Ok(ListedCase {
                case,
                reference: row.text(1)?.to_owned(),
                head: place(row.number(2)?)?,
                row: case_row,
            })
        })
    })
}

pub(super) fn list_work(db: &impl Database, filter: &ListFilter) -> Result<Vec<ListedWork>, StoreError> {
    let (conditions, values) = conditions(filter);
    let sql = format!(
        "SELECT w.case_id, c.reference, r.agency, r.caseworker, w.rule, w.instance, w.opens_at, w.due_at, w.done_at
         FROM case_rows r JOIN work_rows w USING (case_id) JOIN cases c USING (case_id){conditions}
         ORDER BY w.due_at IS NULL, w.due_at, w.opens_at, w.case_id, w.rule, w.instance"
    );
    db.read(|conn| {
        conn.all(&sql, &values, |row| {
            Ok(ListedWork {
                case: case_id(row.bytes(0)?)?,
                reference: row.text(1)?.to_owned(),
                agency: AgencyId::new(row.text(2)?),
                caseworker: row.maybe_text(3)?.map(StaffId::new),
                row: WorkRow {
                    rule: row.text(4)?.to_owned(),
                    instance: row.text(5)?.to_owned(),
                    opens_at: instant(row.number(6)?)?,
                    due_at: maybe_instant(row.maybe_number(7)?)?,
                    done_at: maybe_instant(row.maybe_number(8)?)?,
                },
            })
        })
    })
}

pub(super) fn changing_before(db: &impl Database, before: Timestamp) -> Result<Vec<CaseId>, StoreError> {
    db.read(|conn| {
        conn.all(
            "SELECT case_id FROM case_rows WHERE next_change_at < ?1 ORDER BY next_change_at, case_id",
            values![before.as_microsecond()],
            |row| case_id(row.bytes(0)?),
        )
    })
}

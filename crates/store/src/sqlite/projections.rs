//! Rows for lists and work, replaced as a whole with each writing of their case.

use super::SqliteStore;
use super::cases::{head_of, unwrapped};
use super::connection::{case_id, instant, is_taken, maybe_instant, place};
use crate::case::{AgencyId, CaseRow, ListFilter, ListedCase, ListedWork, Projection, StaffId, WorkRow};
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::keys::Key;
use crate::plain::Plain;
use crate::seal;
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use tutela_domain::ids::CaseId;

/// A projection whose summary is sealed.
pub(super) struct SealedProjection {
    row: CaseRow,
    summary: Vec<u8>,
    work: Vec<WorkRow>,
}

/// Seals a projection's summary under its clear columns.
pub(super) fn sealed(key: &Key, case: CaseId, projection: Projection) -> Result<SealedProjection, StoreError> {
    let Projection {
        mut case_row,
        work_rows,
    } = projection;
    let plain = std::mem::take(&mut case_row.summary);
    let summary = seal::seal(key, &associated(case, &case_row), plain.as_slice())?;
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
pub(super) fn replace(conn: &Connection, case: CaseId, projection: &SealedProjection) -> Result<(), StoreError> {
    let row = &projection.row;
    conn.prepare_cached(
        "INSERT INTO case_rows (case_id, agency, caseworker, next_change_at, last_written, summary)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (case_id) DO UPDATE SET agency = excluded.agency, caseworker = excluded.caseworker,
             next_change_at = excluded.next_change_at, last_written = excluded.last_written,
             summary = excluded.summary",
    )?
    .execute(params![
        &case.as_bytes()[..],
        row.agency.as_str(),
        row.caseworker.as_ref().map(StaffId::as_str),
        row.next_change_at.map(Timestamp::as_microsecond),
        row.last_written.as_microsecond(),
        projection.summary,
    ])?;
    conn.prepare_cached("DELETE FROM work_rows WHERE case_id = ?1")?
        .execute([&case.as_bytes()[..]])?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO work_rows (case_id, rule, instance, opens_at, due_at, done_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for work in &projection.work {
        let inserted = insert.execute(params![
            &case.as_bytes()[..],
            work.rule,
            work.instance,
            work.opens_at.as_microsecond(),
            work.due_at.map(Timestamp::as_microsecond),
            work.done_at.map(Timestamp::as_microsecond),
        ]);
        match inserted {
            Err(error) if is_taken(&error) => {
                return Err(StoreError::NotAcceptable {
                    field: "the list of work",
                    why: "names one rule and instance twice",
                });
            }
            other => other?,
        };
    }
    Ok(())
}

/// The conditions of a filter, and their values.
fn conditions(filter: &ListFilter) -> (String, Vec<Value>) {
    let mut sql = String::new();
    let mut values = Vec::new();
    let mut limit = |condition: &str, value: Value| {
        sql.push_str(if values.is_empty() { " WHERE " } else { " AND " });
        sql.push_str(condition);
        values.push(value);
    };
    if let Some(agency) = &filter.agency {
        limit("r.agency = ?", Value::Text(agency.as_str().to_owned()));
    }
    if let Some(staff) = &filter.staff {
        limit("r.caseworker = ?", Value::Text(staff.as_str().to_owned()));
    }
    if let Some(case) = &filter.case {
        limit("r.case_id = ?", Value::Blob(case.as_bytes().to_vec()));
    }
    (sql, values)
}

impl SqliteStore {
    pub(super) fn rebuild(&self, case: CaseId, at_head: u64, projection: Projection) -> Result<bool, StoreError> {
        let projection = sealed(&self.case_key(case)?, case, projection)?;
        self.writer.write(move |conn| {
            if place(head_of(conn, case)?.0)? != at_head {
                return Ok(false);
            }
            replace(conn, case, &projection)?;
            Ok(true)
        })
    }

    pub(super) fn list_cases(&self, filter: &ListFilter) -> Result<Vec<ListedCase>, StoreError> {
        let (conditions, values) = conditions(filter);
        let sql = format!(
            "SELECT r.case_id, c.reference, c.head, r.agency, r.caseworker, r.next_change_at, r.last_written, r.summary,
                    c.wrapped_key
             FROM case_rows r JOIN cases c USING (case_id){conditions} ORDER BY r.last_written DESC, r.case_id"
        );
        self.readers.read(|conn| {
            let mut statement = conn.prepare_cached(&sql)?;
            let mut rows = statement.query(params_from_iter(values))?;
            let mut list = Vec::new();
            while let Some(row) = rows.next()? {
                let case = case_id(&row.get::<_, Vec<u8>>(0)?)?;
                let mut case_row = CaseRow {
                    agency: AgencyId::new(row.get::<_, String>(3)?),
                    caseworker: row.get::<_, Option<String>>(4)?.map(StaffId::new),
                    next_change_at: maybe_instant(row.get(5)?)?,
                    last_written: instant(row.get(6)?)?,
                    summary: Plain::default(),
                };
                let key = unwrapped(&self.keys, case, &row.get::<_, Vec<u8>>(8)?)?;
                case_row.summary = seal::open(&key, &associated(case, &case_row), &row.get::<_, Vec<u8>>(7)?)
                    .map_err(|_| Unreadable::Summary(case))?;
                list.push(ListedCase {
                    case,
                    reference: row.get(1)?,
                    head: place(row.get(2)?)?,
                    row: case_row,
                });
            }
            Ok(list)
        })
    }

    pub(super) fn list_work(&self, filter: &ListFilter) -> Result<Vec<ListedWork>, StoreError> {
        let (conditions, values) = conditions(filter);
        let sql = format!(
            "SELECT w.case_id, c.reference, r.agency, r.caseworker, w.rule, w.instance, w.opens_at, w.due_at, w.done_at
             FROM case_rows r JOIN work_rows w USING (case_id) JOIN cases c USING (case_id){conditions}
             ORDER BY w.due_at IS NULL, w.due_at, w.opens_at, w.case_id, w.rule, w.instance"
        );
        self.readers.read(|conn| {
            let mut statement = conn.prepare_cached(&sql)?;
            let mut rows = statement.query(params_from_iter(values))?;
            let mut list = Vec::new();
            while let Some(row) = rows.next()? {
                list.push(ListedWork {
                    case: case_id(&row.get::<_, Vec<u8>>(0)?)?,
                    reference: row.get(1)?,
                    agency: AgencyId::new(row.get::<_, String>(2)?),
                    caseworker: row.get::<_, Option<String>>(3)?.map(StaffId::new),
                    row: WorkRow {
                        rule: row.get(4)?,
                        instance: row.get(5)?,
                        opens_at: instant(row.get(6)?)?,
                        due_at: maybe_instant(row.get(7)?)?,
                        done_at: maybe_instant(row.get(8)?)?,
                    },
                });
            }
            Ok(list)
        })
    }

    pub(super) fn changing_before(&self, before: Timestamp) -> Result<Vec<CaseId>, StoreError> {
        self.readers.read(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT case_id FROM case_rows WHERE next_change_at < ?1 ORDER BY next_change_at, case_id",
            )?;
            let mut rows = statement.query([before.as_microsecond()])?;
            let mut cases = Vec::new();
            while let Some(row) = rows.next()? {
                cases.push(case_id(&row.get::<_, Vec<u8>>(0)?)?);
            }
            Ok(cases)
        })
    }
}

//! Rows for lists, work and registers, put in place with each writing of their case.

use super::cases::{case_key, head_of, unwrapped};
use super::{breaches, meta, names, shared};
use crate::case::{AgencyId, EntryInstants, Shared, StaffId};
use crate::columns::{case_id, instant, maybe_instant, place};
use crate::database::{Database, Row, Sql, Value, values};
use crate::error::StoreError;
use crate::fields::Fields;
use crate::keys::{Keys, Ring};
use crate::lists::{
    Breach, Carried, CaseRow, ListFilter, ListedCase, ListedInRegister, ListedWork, Order, Owed, Projection, Refers,
    RegisterFilter, RegisterRow, WorkRow, Workload,
};
use crate::opened::SealedSummary;
use crate::plain::Plain;
use jiff::Timestamp;
use std::collections::{BTreeSet, HashMap};
use std::ops::{ControlFlow, Range};
use tutela_domain::ids::CaseId;

/// A projection whose summary is sealed and whose names are hashed.
pub(super) struct SealedProjection {
    row: CaseRow,
    summary: Vec<u8>,
    work: Vec<WorkRow>,
    registers: Vec<RegisterRow>,
    breaches: Vec<Breach>,
    names: Vec<u8>,
}

/// Who carries a case that nobody carries, as its row has it.
const NOBODY: &str = "";

/// Who carries a case, from its row.
pub(super) fn carrier(text: &str) -> Option<StaffId> {
    (text != NOBODY).then(|| StaffId::new(text))
}

/// Seals a projection's summary under its clear columns, and hashes the keys of its names. `head` is the case's last entry.
pub(super) fn sealed(
    keys: &Keys,
    key: &Ring,
    case: CaseId,
    head: i64,
    projection: Projection,
) -> Result<SealedProjection, StoreError> {
    let Projection {
        mut case_row,
        work_rows,
        register_rows,
        breaches,
        name_keys,
    } = projection;
    let mut named = BTreeSet::new();
    if !work_rows.iter().all(|w| named.insert((&w.rule, &w.instance))) {
        return Err(StoreError::NotAcceptable {
            field: "the list of work",
            why: "names one rule and instance twice",
        });
    }
    let plain = std::mem::take(&mut case_row.summary);
    let summary = key.seal(&associated(case, &case_row, Some(head)), plain.as_slice())?;
    Ok(SealedProjection {
        row: case_row,
        summary,
        work: work_rows,
        registers: register_rows,
        breaches,
        names: names::hashed(keys, &name_keys),
    })
}

/// What a summary is sealed with; up to version 4 of the schema without the place of the case's last entry.
fn associated(case: CaseId, row: &CaseRow, head: Option<i64>) -> Vec<u8> {
    let fields = Fields::new(match head {
        Some(_) => "tutela summary 3",
        None => "tutela summary 2",
    })
    .bytes(case.as_bytes())
    .text(row.agency.as_str())
    .text(row.caseworker.as_ref().map_or(NOBODY, StaffId::as_str))
    .number(row.assessed_at.as_microsecond())
    .number(row.last_written.as_microsecond());
    match head {
        Some(head) => fields.number(head).finish(),
        None => fields.finish(),
    }
}

/// Puts a projection in place of the case's former one; the case's last entry is `head`.
pub(super) fn replace(
    conn: &mut dyn Sql,
    case: CaseId,
    head: i64,
    projection: &SealedProjection,
) -> Result<(), StoreError> {
    let row = &projection.row;
    // What was stirred after the reckoning is to be reckoned again.
    conn.execute(
        "INSERT INTO case_rows (case_id, agency, caseworker, assessed_at, next_change_at, next_due_at, last_written,
                                closed_at, closed, missing, summary, head, reference)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, (SELECT reference FROM cases WHERE case_id = ?1))
         ON CONFLICT (case_id) DO UPDATE SET head = excluded.head, reference = excluded.reference,
             agency = excluded.agency, caseworker = excluded.caseworker,
             assessed_at = excluded.assessed_at, next_change_at = excluded.next_change_at,
             next_due_at = excluded.next_due_at, last_written = excluded.last_written, closed_at = excluded.closed_at,
             closed = excluded.closed, missing = excluded.missing, summary = excluded.summary,
             stirred_at = CASE WHEN case_rows.stirred_at > excluded.assessed_at THEN case_rows.stirred_at END",
        values![
            &case,
            row.agency.as_str(),
            row.caseworker.as_ref().map_or(NOBODY, StaffId::as_str),
            row.assessed_at.as_microsecond(),
            row.next_change_at.map(Timestamp::as_microsecond),
            row.next_due_at.map(Timestamp::as_microsecond),
            row.last_written.as_microsecond(),
            row.closed_at.map(Timestamp::as_microsecond),
            i64::from(row.closed_at.is_some()),
            i64::from(row.missing),
            &projection.summary,
            head,
        ],
    )?;
    names::replace(conn, case, &projection.names)?;
    replace_work(conn, case, &projection.work)?;
    replace_registers(conn, case, &projection.registers)?;
    breaches::note(conn, case, head, row.assessed_at, &projection.breaches)
}

/// Writes only what differs: most of a case's work stays as it was from one entry to the next.
fn replace_work(conn: &mut dyn Sql, case: CaseId, work: &[WorkRow]) -> Result<(), StoreError> {
    let before = conn.all(
        "SELECT rule, instance, opens_at, due_at, done_at FROM work_rows WHERE case_id = ?1",
        values![&case],
        |row| work_row(row, 0),
    );
    let before = match before {
        // No row that cannot be read is kept.
        Err(StoreError::Damaged) => {
            conn.execute("DELETE FROM work_rows WHERE case_id = ?1", values![&case])?;
            Vec::new()
        }
        before => before?,
    };
    for gone in before
        .iter()
        .filter(|b| !work.iter().any(|w| w.rule == b.rule && w.instance == b.instance))
    {
        conn.execute(
            "DELETE FROM work_rows WHERE case_id = ?1 AND rule = ?2 AND instance = ?3",
            values![&case, &gone.rule, &gone.instance],
        )?;
    }
    for new in work.iter().filter(|w| !before.contains(w)) {
        conn.execute(
            "INSERT INTO work_rows (case_id, rule, instance, opens_at, due_at, done_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (case_id, rule, instance) DO UPDATE SET opens_at = excluded.opens_at,
                 due_at = excluded.due_at, done_at = excluded.done_at",
            values![
                &case,
                &new.rule,
                &new.instance,
                new.opens_at.as_microsecond(),
                new.due_at.map(Timestamp::as_microsecond),
                new.done_at.map(Timestamp::as_microsecond),
            ],
        )?;
    }
    Ok(())
}

fn replace_registers(conn: &mut dyn Sql, case: CaseId, rows: &[RegisterRow]) -> Result<(), StoreError> {
    match registers_of(conn, case) {
        Ok(kept) if kept == rows => return Ok(()),
        Ok(_) | Err(StoreError::Damaged) => {}
        Err(error) => return Err(error),
    }
    conn.execute("DELETE FROM register_rows WHERE case_id = ?1", values![&case])?;
    for row in rows {
        conn.execute(
            "INSERT INTO register_rows (case_id, register, entry, began, until, ended, in_book)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            values![
                &case,
                &row.register,
                seq(row.entry)?,
                row.from.as_microsecond(),
                row.until.map(Timestamp::as_microsecond),
                row.ended.map(Timestamp::as_microsecond),
                row.in_book.map(seq).transpose()?,
            ],
        )?;
    }
    Ok(())
}

pub(super) fn registers_of(conn: &mut dyn Sql, case: CaseId) -> Result<Vec<RegisterRow>, StoreError> {
    conn.all(
        "SELECT register, entry, began, until, ended, in_book FROM register_rows WHERE case_id = ?1 ORDER BY entry, register",
        values![&case],
        |row| register_row(row, 0),
    )
}

pub(super) fn seq(entry: u64) -> Result<i64, StoreError> {
    i64::try_from(entry).map_err(|_| StoreError::NotAcceptable {
        field: "the place of an entry",
        why: "is too large",
    })
}

fn work_row(row: &dyn Row, from: usize) -> Result<WorkRow, StoreError> {
    Ok(WorkRow {
        rule: row.text(from)?.to_owned(),
        instance: row.text(from + 1)?.to_owned(),
        opens_at: instant(row.number(from + 2)?)?,
        due_at: maybe_instant(row.maybe_number(from + 3)?)?,
        done_at: maybe_instant(row.maybe_number(from + 4)?)?,
    })
}

pub(super) fn register_row(row: &dyn Row, from: usize) -> Result<RegisterRow, StoreError> {
    Ok(RegisterRow {
        register: row.text(from)?.to_owned(),
        entry: place(row.number(from + 1)?)?,
        from: instant(row.number(from + 2)?)?,
        until: maybe_instant(row.maybe_number(from + 3)?)?,
        ended: maybe_instant(row.maybe_number(from + 4)?)?,
        in_book: row.maybe_number(from + 5)?.map(place).transpose()?,
    })
}

/// A condition for rows `r` of `case_rows`, with the values that it brings after those that are there.
pub(super) fn conditions<'v>(filter: &'v ListFilter, values: &mut Vec<Value<'v>>) -> String {
    // Few rows wait, and those that are named are few: they are found by that.
    let by_whose = !filter.waiting && filter.cases.is_none();
    conditions_on(filter, by_whose, values)
}

/// The same; `by_whose` says whether rows are to be sought by whose they are, or are found by something else.
fn conditions_on<'v>(filter: &'v ListFilter, by_whose: bool, values: &mut Vec<Value<'v>>) -> String {
    let mut sql = String::from("1 = 1");
    // A column that is put together is in no index.
    let not_by_whose = if by_whose { "" } else { " || ''" };
    if let Some(agency) = &filter.agency {
        values.push(agency.as_str().into());
        sql.push_str(&format!(" AND r.agency{not_by_whose} = ?{}", values.len()));
    }
    let carriers = match &filter.carried {
        Carried::Any => None,
        // Nobody is asked for by name, and never by a person without one.
        Carried::By(staff) | Carried::ByOrNobody(staff) if staff.as_str().is_empty() => return "1 = 0".to_owned(),
        Carried::By(staff) => Some((staff.as_str(), None)),
        Carried::ByOrNobody(staff) => Some((staff.as_str(), Some(NOBODY))),
        Carried::ByNobody => Some((NOBODY, None)),
    };
    if let Some((first, second)) = carriers {
        let mut places = Vec::new();
        for carrier in [Some(first), second].into_iter().flatten() {
            values.push(carrier.into());
            places.push(format!("?{}", values.len()));
        }
        sql.push_str(&format!(" AND r.caseworker{not_by_whose} IN ({})", places.join(", ")));
    }
    if let Some(closed) = filter.closed {
        sql.push_str(if closed {
            " AND r.closed = 1"
        } else {
            " AND r.closed = 0"
        });
    }
    if let Some(at) = filter.overdue_at {
        values.push(at.as_microsecond().into());
        sql.push_str(&format!(" AND r.next_due_at < ?{}", values.len()));
    }
    if filter.waiting {
        sql.push_str(" AND r.stirred_at IS NOT NULL");
    }
    match &filter.cases {
        // The authority's book is no case.
        None => {
            values.push(Value::from(&CaseId::AUTHORITY));
            sql.push_str(&format!(" AND r.case_id <> ?{}", values.len()));
        }
        Some(cases) if cases.is_empty() => sql.push_str(" AND 1 = 0"),
        Some(cases) => {
            let from = values.len() + 1;
            values.extend(cases.iter().map(Value::from));
            let places: Vec<String> = (from..=values.len()).map(|n| format!("?{n}")).collect();
            sql.push_str(&format!(" AND r.case_id IN ({})", places.join(", ")));
        }
    }
    sql
}

/// The columns from which [`all_listed`] reads a case.
pub(super) const LISTED: &str =
    "r.case_id, r.reference, r.head, r.agency, r.caseworker, r.assessed_at, r.next_change_at,
    r.next_due_at, r.last_written, r.closed_at, r.closed, r.missing, r.summary";

/// How many columns [`LISTED`] has.
const LISTED_COLUMNS: usize = 13;

/// A case whose summary may still be sealed.
struct MaybeSealed {
    listed: ListedCase,
    /// The sealed summary, where it is not among those that were opened of late.
    sealed: Option<Vec<u8>>,
}

/// A case from the columns of [`LISTED`]. A row that an upgrade left to be reckoned has an empty summary.
fn listed(db: &impl Database, row: &dyn Row) -> Result<MaybeSealed, StoreError> {
    let case = case_id(row.bytes(0)?)?;
    let mut damaged = false;
    let mut or_damaged = |at: Result<Timestamp, StoreError>| {
        damaged |= at.is_err();
        at.unwrap_or_default()
    };
    let mut maybe = |at: Option<i64>| at.map(|at| or_damaged(instant(at)));
    let (next_change_at, next_due_at) = (maybe(row.maybe_number(6)?), maybe(row.maybe_number(7)?));
    let closed_at = maybe(row.maybe_number(9)?);
    let mut case_row = CaseRow {
        agency: AgencyId::new(row.text(3)?),
        caseworker: carrier(row.text(4)?),
        assessed_at: or_damaged(instant(row.number(5)?)),
        next_change_at,
        next_due_at,
        last_written: or_damaged(instant(row.number(8)?)),
        closed_at,
        missing: row.number(11)? != 0,
        summary: Plain::default(),
    };
    let head = row.number(2)?;
    damaged |= head < 1 || (row.number(10)? != 0) != closed_at.is_some();
    let sealed = row.bytes(12)?;
    let associated = &associated(case, &case_row, Some(head));
    let opened = db.opened().get(case, SealedSummary { associated, sealed });
    let unopened = opened.is_none() && !sealed.is_empty();
    case_row.summary = opened.unwrap_or_default();
    Ok(MaybeSealed {
        sealed: unopened.then(|| sealed.to_vec()),
        listed: ListedCase {
            damaged,
            case,
            reference: row.text(1)?.to_owned(),
            head: u64::try_from(head).unwrap_or_default(),
            row: case_row,
        },
    })
}

/// All rows of a statement that begins with the columns of [`LISTED`], each with what `beside` makes of it. One whose summary
/// does not open hides no other row.
pub(super) fn all_listed<T>(
    conn: &mut dyn Sql,
    db: &impl Database,
    sql: &str,
    values: &[Value<'_>],
    beside: impl Fn(&dyn Row) -> Result<T, StoreError>,
) -> Result<Vec<(ListedCase, T)>, StoreError> {
    let rows = conn.all(sql, values, |row| Ok((listed(db, row)?, beside(row)?)))?;
    let sealed = rows.iter().filter(|(row, _)| row.sealed.is_some());
    let sealed: BTreeSet<CaseId> = sealed.map(|(row, _)| row.listed.case).collect();
    let rings = rings_of(conn, db.keys(), &sealed)?;
    let open = |(MaybeSealed { mut listed, sealed }, beside)| {
        if let Some(sealed) = sealed {
            let head = i64::try_from(listed.head).ok();
            let associated = |head| associated(listed.case, &listed.row, head);
            let opened = rings.get(&listed.case).and_then(|ring| {
                let opened = ring.open(&associated(head), &sealed);
                opened.or_else(|_| ring.open(&associated(None), &sealed)).ok()
            });
            match opened {
                Some(plain) => {
                    let (associated, sealed) = (&associated(head)[..], &sealed[..]);
                    db.opened()
                        .keep(listed.case, SealedSummary { associated, sealed }, &plain);
                    listed.row.summary = plain;
                }
                None => listed.damaged = true,
            }
        }
        (listed, beside)
    };
    let rows: Vec<(ListedCase, T)> = rows.into_iter().map(open).collect();
    // With the keys of another time nothing opens, and nothing is damaged.
    if rows.iter().any(|(listed, _)| listed.damaged) {
        meta::same_keys(conn, db.keys())?;
    }
    Ok(rows)
}

/// So many keys are read at once. Fewer are filled up to a power of two, so that there are few different statements.
const KEYS_AT_ONCE: usize = 512;

/// The data keys of these cases, of those that open.
fn rings_of(conn: &mut dyn Sql, keys: &Keys, cases: &BTreeSet<CaseId>) -> Result<HashMap<CaseId, Ring>, StoreError> {
    let cases: Vec<Value<'_>> = cases.iter().map(Value::from).collect();
    let mut rings = HashMap::new();
    for some in cases.chunks(KEYS_AT_ONCE) {
        let more = some.len().next_power_of_two() - some.len();
        let again = some.last().into_iter().cycle().take(more);
        let some: Vec<Value<'_>> = some.iter().chain(again).copied().collect();
        let places: Vec<String> = (1..=some.len()).map(|n| format!("?{n}")).collect();
        let sql = format!(
            "SELECT case_id, wrapped_key FROM cases WHERE case_id IN ({})",
            places.join(", ")
        );
        conn.each(&sql, &some, &mut |row| {
            let case = case_id(row.bytes(0)?)?;
            rings.extend(unwrapped(keys, case, row.bytes(1)?).ok().map(|ring| (case, ring)));
            Ok(())
        })?;
    }
    Ok(rings)
}

pub(super) fn rebuild(
    db: &impl Database,
    case: CaseId,
    at_head: u64,
    projection: Projection,
    registers: Shared,
) -> Result<bool, StoreError> {
    let at = projection.case_row.assessed_at;
    let projection = sealed(db.keys(), &case_key(db, case)?, case, seq(at_head)?, projection)?;
    db.write(move |conn| {
        let (head, _) = head_of(conn, case)?;
        if place(head)? != at_head || !shared::stand(conn, &registers.read)? {
            return Ok(false);
        }
        replace(conn, case, head, &projection)?;
        names::complete(conn, case, &projection.names)?;
        shared::change(conn, case, at, &registers)?;
        Ok(true)
    })
}

/// A part of the cases that a filter wants, and its order.
struct Part {
    filter: ListFilter,
    also: &'static str,
    by: &'static str,
}

/// The cases that a filter wants, in parts of one carrier each, open or closed, which are those that the indices of
/// `case_rows` have together.
fn parts(filter: &ListFilter, order: Order, by: &'static str) -> Vec<Part> {
    let few = filter.cases.is_some() || filter.waiting;
    let carriers = match &filter.carried {
        Carried::ByOrNobody(staff) if !few && !staff.as_str().is_empty() => {
            vec![Carried::By(staff.clone()), Carried::ByNobody]
        }
        carried => vec![carried.clone()],
    };
    let closed = match filter.closed {
        None if !few => vec![Some(false), Some(true)],
        closed => vec![closed],
    };
    let orders: &[(&str, &str)] = match order {
        // These few are found by something else.
        _ if few => &[("", by)],
        Order::LastWritten => &[("", "last_written DESC, case_id DESC")],
        Order::NextDue | Order::MostUrgent => &[
            (
                " AND r.missing = 0 AND r.next_due_at IS NOT NULL",
                "next_due_at, case_id",
            ),
            (" AND r.missing = 0 AND r.next_due_at IS NULL", "case_id"),
            (
                " AND r.missing = 1 AND r.next_due_at IS NOT NULL",
                "next_due_at, case_id",
            ),
            (" AND r.missing = 1 AND r.next_due_at IS NULL", "case_id"),
        ],
        Order::Reference => &[("", "reference")],
    };
    let mut parts = Vec::new();
    for carried in &carriers {
        for closed in &closed {
            for (also, by) in orders {
                parts.push(Part {
                    filter: ListFilter {
                        carried: carried.clone(),
                        closed: *closed,
                        ..filter.clone()
                    },
                    also,
                    by,
                });
            }
        }
    }
    parts
}

/// So many rows are read at once, so that no reader stays open while the caller works through a long list.
const AT_ONCE: usize = 500;

pub(super) fn each_case(
    db: &impl Database,
    filter: &ListFilter,
    order: Order,
    visit: &mut dyn FnMut(ListedCase) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let (from, key, by) = match order {
        Order::LastWritten => ("case_rows r", "last_written", "last_written DESC, case_id DESC"),
        Order::NextDue => (
            "case_rows r",
            "next_due_at",
            "next_due_at IS NULL, next_due_at, case_id",
        ),
        Order::MostUrgent => (
            "case_rows r",
            "closed, missing, next_due_at",
            "closed, missing DESC, next_due_at IS NULL, next_due_at, case_id",
        ),
        Order::Reference => ("case_rows r", "reference", "reference"),
    };
    // Whole rows are read only of those that are wanted. These are chosen part by part: an index has each part in its order,
    // so that no more of it is read than is wanted.
    let parts = parts(filter, order, by);
    let mut values = vec![Value::Number(0), Value::Number(0), Value::Number(0)];
    let chosen: Vec<String> = parts
        .iter()
        .map(|part| {
            let conditions = conditions(&part.filter, &mut values);
            format!(
                "SELECT * FROM (SELECT case_id, {key} FROM {from} WHERE {conditions}{} ORDER BY {} LIMIT ?1) AS part",
                part.also, part.by
            )
        })
        .collect();
    let chosen = chosen.join(" UNION ALL ");
    let sql = format!(
        "SELECT {LISTED} FROM case_rows r WHERE r.case_id IN
             (SELECT case_id FROM ({chosen}) AS parts ORDER BY {by} LIMIT ?2 OFFSET ?3)
         ORDER BY {by}"
    );
    // The first page of a list is all that most readers want.
    let mut wanted = 60;
    let mut read = 0;
    loop {
        let (limit, offset) = (wanted as i64, read as i64);
        for (place, value) in values.iter_mut().zip([limit + offset, limit, offset]) {
            *place = Value::Number(value);
        }
        let rows = db.read(|conn| all_listed(conn, db, &sql, &values, |_| Ok(())))?;
        let last = rows.len() < wanted;
        read += rows.len();
        for (row, ()) in rows {
            if visit(row).is_break() {
                return Ok(());
            }
        }
        if last {
            return Ok(());
        }
        wanted = AT_ONCE;
    }
}

pub(super) fn count(db: &impl Database, filter: &ListFilter, at_most: u64) -> Result<u64, StoreError> {
    let mut values = Vec::new();
    let conditions = conditions(filter, &mut values);
    values.push(seq(at_most)?.into());
    let sql = format!(
        "SELECT count(*) FROM (SELECT 1 FROM case_rows r WHERE {conditions} LIMIT ?{}) AS counted",
        values.len()
    );
    let count = db.read(|conn| conn.one(&sql, &values, |row| place(row.number(0)?)))?;
    Ok(count.unwrap_or_default())
}

const WORK: &str = "w.case_id, r.reference, r.agency, r.caseworker, w.rule, w.instance, w.opens_at, w.due_at, w.done_at
    FROM case_rows r JOIN work_rows w USING (case_id)";

fn listed_work(row: &dyn Row) -> Result<ListedWork, StoreError> {
    Ok(ListedWork {
        case: case_id(row.bytes(0)?)?,
        reference: row.text(1)?.to_owned(),
        agency: AgencyId::new(row.text(2)?),
        caseworker: carrier(row.text(3)?),
        row: work_row(row, 4)?,
    })
}

pub(super) fn list_work(db: &impl Database, filter: &ListFilter) -> Result<Vec<ListedWork>, StoreError> {
    let mut values = Vec::new();
    let conditions = conditions(filter, &mut values);
    let sql = format!(
        "SELECT {WORK} WHERE {conditions}
         ORDER BY w.due_at IS NULL, w.due_at, w.opens_at, w.case_id, w.rule, w.instance"
    );
    db.read(|conn| conn.all(&sql, &values, listed_work))
}

pub(super) fn list_owed(
    db: &impl Database,
    filter: &ListFilter,
    owed: Owed,
    at: Timestamp,
    rows: Range<u64>,
) -> Result<Vec<ListedWork>, StoreError> {
    let (count, skipped) = (rows.end.saturating_sub(rows.start), rows.start);
    let mut values = vec![
        Value::Number(at.as_microsecond()),
        Value::Number(seq(count)?),
        Value::Number(seq(skipped)?),
    ];
    // A few people's work is sought in their cases; the work of all by its dates, so that not all of it is looked at.
    let conditions = conditions_on(filter, filter.carried != Carried::Any, &mut values);
    let (due, order) = match owed {
        Owed::DueBefore(before) => {
            values.push(Value::Number(before.as_microsecond()));
            (format!("w.due_at < ?{}", values.len()), "w.due_at")
        }
        Owed::Undated => ("w.due_at IS NULL".to_owned(), "w.opens_at"),
    };
    let sql = format!(
        "SELECT {WORK} WHERE {conditions} AND w.done_at IS NULL AND w.opens_at <= ?1 AND {due}
         ORDER BY {order}, w.case_id, w.rule, w.instance LIMIT ?2 OFFSET ?3"
    );
    db.read(|conn| conn.all(&sql, &values, listed_work))
}

/// A condition for lines `g` of a register and the rows `r` of their cases, with its values.
fn in_register<'v>(register: &'v str, filter: &'v RegisterFilter) -> Result<(String, Vec<Value<'v>>), StoreError> {
    let mut values = vec![
        Value::from(register),
        Value::Number(filter.ended_after.as_microsecond()),
    ];
    let cases = conditions(&filter.cases, &mut values);
    let refers = match &filter.refers {
        Refers::Any => String::new(),
        Refers::To(entries) if entries.is_empty() => " AND 1 = 0".to_owned(),
        Refers::To(entries) => format!(" AND g.in_book IN ({})", shared::numbers(entries)?),
        Refers::Nowhere => " AND g.in_book IS NULL".to_owned(),
    };
    let sql = format!("g.register = ?1 AND (g.ended IS NULL OR g.ended > ?2){refers} AND {cases}");
    Ok((sql, values))
}

pub(super) fn list_register(
    db: &impl Database,
    register: &str,
    filter: &RegisterFilter,
    rows: Range<u64>,
) -> Result<Vec<ListedInRegister>, StoreError> {
    let (conditions, mut values) = in_register(register, filter)?;
    let first = values.len() + 1;
    values.extend([
        Value::Number(filter.now.as_microsecond()),
        Value::Number(seq(rows.end.saturating_sub(rows.start))?),
        Value::Number(seq(rows.start)?),
    ]);
    let order =
        format!("CASE WHEN g.ended IS NULL OR g.ended > ?{first} THEN 0 ELSE 1 END, g.began DESC, g.case_id, g.entry");
    // Whole rows are read only of the lines that are wanted.
    let sql = format!(
        "SELECT {LISTED}, g.register, g.entry, g.began, g.until, g.ended, g.in_book FROM
             (SELECT g.case_id, g.register, g.entry, g.began, g.until, g.ended, g.in_book
              FROM register_rows g JOIN case_rows r USING (case_id)
              WHERE {conditions} ORDER BY {order} LIMIT ?{} OFFSET ?{}) g
         JOIN case_rows r USING (case_id) ORDER BY {order}",
        first + 1,
        first + 2
    );
    db.read(|conn| {
        let rows = all_listed(conn, db, &sql, &values, |row| register_row(row, LISTED_COLUMNS))?;
        Ok(rows
            .into_iter()
            .map(|(case, row)| ListedInRegister { case, row })
            .collect())
    })
}

pub(super) fn count_register(db: &impl Database, register: &str, filter: &RegisterFilter) -> Result<u64, StoreError> {
    let (conditions, values) = in_register(register, filter)?;
    let sql = format!("SELECT count(*) FROM register_rows g JOIN case_rows r USING (case_id) WHERE {conditions}");
    let count = db.read(|conn| conn.one(&sql, &values, |row| place(row.number(0)?)))?;
    Ok(count.unwrap_or_default())
}

pub(super) fn register_instants(db: &impl Database, register: &str) -> Result<Vec<EntryInstants>, StoreError> {
    db.read(|conn| {
        conn.all(
            "SELECT g.case_id, g.entry, g.began, e.written
             FROM register_rows g JOIN entries e ON e.case_id = g.case_id AND e.seq = g.entry
             WHERE g.register = ?1 ORDER BY g.case_id, g.entry",
            values![register],
            |row| {
                Ok(EntryInstants {
                    case: case_id(row.bytes(0)?)?,
                    seq: place(row.number(1)?)?,
                    occurred_from: instant(row.number(2)?)?,
                    written: instant(row.number(3)?)?,
                })
            },
        )
    })
}

pub(super) fn workloads(db: &impl Database, filter: &ListFilter, at: Timestamp) -> Result<Vec<Workload>, StoreError> {
    let mut values = vec![Value::Number(at.as_microsecond())];
    let conditions = conditions(filter, &mut values);
    let sql = format!(
        "SELECT r.caseworker, count(*), count(CASE WHEN r.next_due_at < ?1 THEN 1 END)
         FROM case_rows r WHERE r.closed = 0 AND {conditions}
         GROUP BY r.caseworker ORDER BY count(*) DESC, r.caseworker"
    );
    db.read(|conn| {
        conn.all(&sql, &values, |row| {
            Ok(Workload {
                caseworker: carrier(row.text(0)?),
                cases: place(row.number(1)?)?,
                overdue: place(row.number(2)?)?,
            })
        })
    })
}

pub(super) fn to_reckon(db: &impl Database, at: Timestamp, at_most: u64) -> Result<Vec<CaseId>, StoreError> {
    db.read(|conn| {
        conn.all(
            "SELECT case_id FROM case_rows WHERE stirred_at IS NOT NULL OR next_change_at <= ?1
             ORDER BY coalesce(stirred_at, next_change_at), case_id LIMIT ?2",
            values![at.as_microsecond(), seq(at_most)?],
            |row| case_id(row.bytes(0)?),
        )
    })
}

pub(super) fn stir(db: &impl Database, cases: Option<&BTreeSet<CaseId>>, at: Timestamp) -> Result<u64, StoreError> {
    let at = at.as_microsecond();
    let Some(cases) = cases.cloned() else {
        return db.write(move |conn| Ok(conn.execute("UPDATE case_rows SET stirred_at = ?1", values![at])?));
    };
    db.write(move |conn| {
        let mut stirred = 0;
        for case in &cases {
            let sql = "UPDATE case_rows SET stirred_at = ?1 WHERE case_id = ?2 AND stirred_at IS NULL";
            stirred += conn.execute(sql, values![at, case])?;
        }
        Ok(stirred)
    })
}

//! What the audit of each read costs: the reading of a list at the store, with and without it. `tutela` itself reads nothing
//! without, so this is measured below it.

use crate::Failure;
use jiff::Timestamp;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tutela_domain::ids::CaseId;
use tutela_store::{AgencyId, AuditEvent, Carried, KeySource, ListFilter, Order, Plain, SqliteStore, StaffId, Store};

/// So many read at once.
const READERS: usize = 16;
/// Lines of a list.
const LINES: usize = 50;

/// Lists read in a second.
#[derive(Clone, Copy, Default)]
pub struct Audited {
    /// Each audited, for good, before it is given.
    pub with: f64,
    /// None audited.
    pub without: f64,
}

/// Reads the lists of caseworkers, first without audit and then with it.
pub fn audited(data: &Path, time: Duration) -> Result<Audited, Failure> {
    let store = SqliteStore::open(data, &KeySource::File(data.join("training.key")))?;
    let carriers: Vec<StaffId> = store
        .workloads(&ListFilter::default(), Timestamp::now())?
        .into_iter()
        .filter_map(|load| load.caseworker)
        .take(READERS)
        .collect();
    Ok(Audited {
        without: lists(&store, &carriers, false, time)?,
        with: lists(&store, &carriers, true, time)?,
    })
}

fn lists(store: &SqliteStore, carriers: &[StaffId], audit: bool, time: Duration) -> Result<f64, Failure> {
    let (began, read) = (Instant::now(), AtomicU64::new(0));
    std::thread::scope(|scope| {
        let readers: Vec<_> = carriers
            .iter()
            .map(|carrier| {
                scope.spawn(|| -> Result<(), Failure> {
                    while began.elapsed() < time {
                        list(store, carrier, audit)?;
                        read.fetch_add(1, Ordering::Relaxed);
                    }
                    Ok(())
                })
            })
            .collect();
        readers
            .into_iter()
            .try_for_each(|reader| reader.join().unwrap_or_else(|_| Err("a reader failed".into())))
    })?;
    Ok(read.into_inner() as f64 / began.elapsed().as_secs_f64())
}

fn list(store: &SqliteStore, carrier: &StaffId, audit: bool) -> Result<(), Failure> {
    let filter = ListFilter {
        agency: Some(AgencyId::new("lead")),
        carried: Carried::ByOrNobody(carrier.clone()),
        closed: Some(false),
        ..ListFilter::default()
    };
    let mut cases: Vec<CaseId> = Vec::new();
    store.each_case_row(&filter, Order::MostUrgent, &mut |row| {
        cases.push(row.case);
        if cases.len() < LINES {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })?;
    let now = Timestamp::now();
    if audit {
        let named: Vec<String> = cases.iter().map(CaseId::to_string).collect();
        store.audit(AuditEvent {
            at: now,
            staff: carrier.clone(),
            role: "caseworker".to_owned(),
            action: "listed".to_owned(),
            purpose: "care".to_owned(),
            case: None,
            detail: Plain::from(named.join("\n").as_str()),
        })?;
    }
    Ok(())
}

//! Rows of lists made anew: when time changes them, when something outside of a case does, and when all are compared with what
//! the entries say.

use crate::access;
use crate::accounts::Actor;
use crate::cases::Loaded;
use crate::error::AppError;
use crate::{App, codec, projection};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;
use tutela_domain::case::fold;
use tutela_domain::entry::Entry;
use tutela_domain::ids::CaseId;
use tutela_store::{AgencyId, ListFilter, Projection, StoreError};

/// So many cases are looked up at once.
const AT_ONCE: u64 = 200;

/// How often a long work tells how far it has come.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// So many waiting cases are counted.
const MOST_WAITING: u64 = 1_000;

/// The setting that says by what the rows were made.
const MADE_BY: &str = "rows-made-by";

/// What a round of reckoning did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reckoned {
    /// How many cases were reckoned.
    pub cases: usize,
    /// Those that could not be: `tutela verify` and the page of the case say why.
    pub failed: BTreeSet<CaseId>,
}

impl App {
    /// Reckons anew the cases in which time has changed something, or which were stirred, until none is left or
    /// `go_on` says no. A date that passes is noted as a breach, once, whichever node comes first: a row is put in place only on
    /// the entries from which it was reckoned. A case that cannot be reckoned holds up no other.
    pub fn reckon_due(&self, go_on: &mut dyn FnMut() -> bool) -> Result<Reckoned, AppError> {
        // While a cluster is brought up, a node with older rules must not undo what one with newer ones asks for.
        if self.store.setting(MADE_BY)?.as_deref() != Some(self.made_by().as_str()) {
            return Ok(Reckoned::default());
        }
        let mut reckoned = Reckoned::default();
        // Each case once in a round: a clock that went back must not keep the job at one case.
        let mut seen = BTreeSet::new();
        loop {
            let now = self.now();
            let at_most = AT_ONCE.saturating_add(seen.len() as u64);
            let mut due = self.store.cases_to_reckon(now, at_most)?;
            due.retain(|case| !seen.contains(case));
            if due.is_empty() {
                return Ok(reckoned);
            }
            for case in due {
                if !go_on() {
                    return Ok(reckoned);
                }
                seen.insert(case);
                // A fault of ours in one case must not end the clock for all.
                match catch_unwind(AssertUnwindSafe(|| self.reckon(case, now))) {
                    Ok(Ok(())) => reckoned.cases += 1,
                    Ok(Err(_)) | Err(_) => {
                        reckoned.failed.insert(case);
                    }
                }
            }
        }
    }

    /// Reckons one case as of an instant. When another writes in between, that writing has reckoned it.
    fn reckon(&self, case: CaseId, at: Timestamp) -> Result<(), AppError> {
        let loaded = self.load_to_reckon(case)?;
        let anew = self.rows_of(&loaded, at)?;
        self.store.replace_projection(case, loaded.head, anew)?;
        Ok(())
    }

    fn load_to_reckon(&self, case: CaseId) -> Result<Loaded, AppError> {
        let stored = self.store.load(case)?;
        let entries: Result<Vec<Arc<Entry>>, _> =
            stored.entries.iter().map(|e| codec::decode(e).map(Arc::new)).collect();
        Ok(Loaded {
            id: stored.case,
            reference: stored.reference,
            head: stored.head,
            entries: entries?,
        })
    }

    /// The rows of a case as they are at an instant.
    fn rows_of(&self, loaded: &Loaded, at: Timestamp) -> Result<Projection, AppError> {
        let folded = fold(&self.settings.calendar, &loaded.entries, Timestamp::MAX);
        let agency = loaded.entries.first().map(|e| AgencyId::new(e.author.agency.clone()));
        let agency = agency.unwrap_or_else(|| AgencyId::new(""));
        Ok(self.projected(loaded.id, &folded, &agency, at)?.0)
    }

    /// How many cases that the actor may see wait to be reckoned anew, up to a bound: until then lists may be incomplete.
    pub fn waiting(&self, actor: &Actor) -> Result<u64, AppError> {
        let waiting = ListFilter {
            waiting: true,
            ..access::scope(actor)
        };
        Ok(self.store.count_cases(&waiting, MOST_WAITING)?)
    }

    /// By what this program makes rows: rules, calendar, and how they are reckoned.
    fn made_by(&self) -> String {
        let mut by = format!(
            "rows {}; zone {:?}",
            projection::VERSION,
            self.settings.calendar.zone.iana_name()
        );
        for day in &self.settings.calendar.holidays {
            let _ = write!(by, "; {day}");
        }
        for pack in &self.library.packs {
            let _ = write!(by, "; {}", pack.version.hash);
        }
        let _ = write!(by, "; {}", self.settings.packs.join(" "));
        by
    }

    /// Stirs every case when its rows were made by other rules, another calendar or an older program.
    pub(crate) fn stir_if_made_otherwise(&self) -> Result<(), StoreError> {
        let by = self.made_by();
        if self.store.setting(MADE_BY)?.as_deref() != Some(by.as_str()) {
            self.store.stir(self.now())?;
            self.store.keep_setting(MADE_BY, &by)?;
        }
        Ok(())
    }

    /// Makes the rows of every case anew and compares them with those kept; tells which differed.
    /// `put_right` replaces those that do.
    pub fn rebuild(&self, put_right: bool, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<CaseId>, AppError> {
        let cases = self.store.all_cases()?;
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        // Each processor takes the next case, until one finds a fault.
        let work = || -> Result<Vec<CaseId>, AppError> {
            let mut different = Vec::new();
            while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                match self.rebuild_one(*case, put_right) {
                    Ok(true) => {}
                    Ok(false) => different.push(*case),
                    Err(error) => {
                        next.store(cases.len(), Ordering::Relaxed);
                        return Err(error);
                    }
                }
                done.fetch_add(1, Ordering::Relaxed);
            }
            Ok(different)
        };
        let processors = thread::available_parallelism().map_or(1, usize::from);
        let mut different = thread::scope(|scope| {
            let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
            while workers.iter().any(|w| !w.is_finished()) {
                progress(done.load(Ordering::Relaxed), cases.len());
                thread::sleep(LOOK_EVERY);
            }
            let all = workers
                .into_iter()
                .map(|w| w.join().unwrap_or_else(|fault| resume_unwind(fault)));
            all.collect::<Result<Vec<_>, _>>()
        })?
        .concat();
        different.sort();
        Ok(different)
    }

    /// Makes the rows of one case anew; whether those that are kept say the same.
    fn rebuild_one(&self, case: CaseId, put_right: bool) -> Result<bool, AppError> {
        let filter = ListFilter::of(case);
        let kept = self.store.case_rows(&filter)?.into_iter().next();
        let loaded = self.load_to_reckon(case)?;
        // Rows say as of when they were made: those made anew are made as of then.
        let at = kept.as_ref().map_or_else(|| self.now(), |kept| kept.row.assessed_at);
        let anew = self.rows_of(&loaded, at)?;
        let work = self.store.work_rows(&filter)?;
        let registers = self.store.register_rows_of(case)?;
        let same = kept.is_some_and(|kept| kept.row == anew.case_row)
            && anew.work_rows.len() == work.len()
            && anew.work_rows.iter().all(|row| work.iter().any(|w| w.row == *row))
            && registers == anew.register_rows;
        if !same && put_right {
            self.store.replace_projection(case, loaded.head, anew)?;
        }
        Ok(same)
    }
}

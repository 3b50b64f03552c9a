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
use tutela_store::{AgencyId, Breach, ListFilter, ListedCase, Projection, Shared, StoreError};

/// So many cases are looked up at once.
const AT_ONCE: u64 = 200;

/// How often a long work tells how far it has come.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// So many waiting cases are counted.
const MOST_WAITING: u64 = 1_000;

/// The setting that says by what the rows were made.
const MADE_BY: &str = "rows-made-by";

/// So many rows that cannot be read are made anew for one list; the clock job makes the others.
const MOST_READ_ANEW: usize = 60;

/// So often the rows of a case are made anew when somebody writes to it at the same moment.
const TRIES: usize = 3;

/// More breaches than a case can have.
const MOST_NOTED: u64 = 1_000_000;

/// What a rebuilding found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Cases whose rows were not what their entries say.
    pub different: BTreeSet<CaseId>,
    /// Cases whose rows could not be made anew: `tutela verify` and the page of the case say why.
    pub failed: BTreeSet<CaseId>,
}

/// What a round of reckoning did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reckoned {
    /// How many cases were reckoned.
    pub cases: usize,
    /// Those that could not be: `tutela verify` and the page of the case say why.
    pub failed: BTreeSet<CaseId>,
    /// Those of which the row was damaged, and is whole again.
    pub mended: BTreeSet<CaseId>,
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
                    Ok(Ok(damaged)) => {
                        reckoned.cases += 1;
                        reckoned.mended.extend(damaged.then_some(case));
                    }
                    Ok(Err(_)) | Err(_) => {
                        reckoned.failed.insert(case);
                    }
                }
            }
        }
    }

    /// Reckons one case as of an instant. When another writes in between, that writing has reckoned it. Tells whether its row was
    /// damaged.
    fn reckon(&self, case: CaseId, at: Timestamp) -> Result<bool, AppError> {
        let damaged = self
            .store
            .case_rows(&ListFilter::of(case))?
            .iter()
            .any(|row| row.damaged);
        let loaded = self.load_to_reckon(case)?;
        let (anew, shared) = self.rows_of(&loaded, at)?;
        // Where something was written meanwhile that it read, the case stays stirred.
        self.store.replace_projection(case, loaded.head, anew, shared)?;
        Ok(damaged)
    }

    /// Puts what the entries say in the place of rows that cannot be read, or that an older program made, so that nobody is
    /// hidden or shown to the wrong person by one, and nothing that is owed is left out; and stirs them, so that the clock
    /// job makes them anew in the store and tells that they were damaged. What cannot be made of the entries either stays as
    /// it is.
    pub(crate) fn read_anew<'r>(
        &self,
        rows: impl IntoIterator<Item = &'r mut ListedCase>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let mut unread: Vec<&mut ListedCase> = rows
            .into_iter()
            .filter(|row| row.damaged || self.summary(row).is_none_or(|summary| summary.owed.is_none()))
            .collect();
        if unread.is_empty() {
            return Ok(());
        }
        self.store
            .stir(Some(&unread.iter().map(|row| row.case).collect()), now)?;
        for (number, listed) in unread.iter_mut().enumerate() {
            // Until it is made of the entries, what it says is not believed.
            listed.damaged = true;
            if number >= MOST_READ_ANEW {
                continue;
            }
            let anew = catch_unwind(AssertUnwindSafe(|| {
                let loaded = self.load_to_reckon(listed.case)?;
                Ok((self.rows_of(&loaded, now)?.0, loaded))
            }));
            match anew {
                Ok(Ok((anew, loaded))) => {
                    listed.row = anew.case_row;
                    (listed.head, listed.reference) = (loaded.head, loaded.reference);
                    listed.damaged = false;
                }
                Ok(Err(error)) if !of_one_case(&error) => return Err(error),
                Ok(Err(_)) | Err(_) => {}
            }
        }
        Ok(())
    }

    /// Those of these rows that the actor may read. What cannot be read is made of the entries first: whose it is, only these say then.
    pub(crate) fn readable<R>(
        &self,
        actor: &Actor,
        mut rows: Vec<R>,
        case: impl Fn(&mut R) -> &mut ListedCase,
        now: Timestamp,
    ) -> Result<Vec<R>, AppError> {
        self.read_anew(rows.iter_mut().map(&case), now)?;
        rows.retain_mut(|row| access::authorize(actor, Some(&case(row).row), access::Act::Read, ()).is_ok());
        Ok(rows)
    }

    pub(crate) fn load_to_reckon(&self, case: CaseId) -> Result<Loaded, AppError> {
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

    /// The rows of a case as they are at an instant, and what of others they rest on.
    fn rows_of(&self, loaded: &Loaded, at: Timestamp) -> Result<(Projection, Shared), AppError> {
        let folded = fold(&self.settings.calendar, &loaded.entries, Timestamp::MAX);
        let around = self.world(loaded.id, &folded, None)?;
        let agency = loaded.entries.first().map(|e| AgencyId::new(e.author.agency.clone()));
        let agency = agency.unwrap_or_else(|| AgencyId::new(""));
        let anew = self.projected(loaded.id, &folded, &around.world, &agency, at)?.0;
        let shared = self.shared(loaded.id, &around, &anew)?;
        Ok((anew, shared))
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
            self.store.stir(None, self.now())?;
            self.store.keep_setting(MADE_BY, &by)?;
        }
        Ok(())
    }

    /// Makes the rows of every case anew and compares them with those kept, also those by which names are found and the breaches that
    /// were noted; tells which differed.
    /// `put_right` replaces those that do. A case whose rows cannot be made holds up no other.
    pub fn rebuild(&self, put_right: bool, progress: &mut dyn FnMut(usize, usize)) -> Result<Rebuilt, AppError> {
        let cases = self.store.all_cases()?;
        let index_is_whole = self.store.index_is_whole()?;
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        // Each processor takes the next case, until one finds a fault that is not of one case.
        let work = || -> Result<Rebuilt, AppError> {
            let mut rebuilt = Rebuilt::default();
            while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                match catch_unwind(AssertUnwindSafe(|| self.rebuild_one(*case, put_right, index_is_whole))) {
                    Ok(Ok(true)) => {}
                    Ok(Ok(false)) => {
                        rebuilt.different.insert(*case);
                    }
                    Ok(Err(error)) if !of_one_case(&error) => {
                        next.store(cases.len(), Ordering::Relaxed);
                        return Err(error);
                    }
                    Ok(Err(_)) | Err(_) => {
                        rebuilt.failed.insert(*case);
                    }
                }
                done.fetch_add(1, Ordering::Relaxed);
            }
            Ok(rebuilt)
        };
        let processors = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| {
            let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
            while workers.iter().any(|w| !w.is_finished()) {
                progress(done.load(Ordering::Relaxed), cases.len());
                thread::sleep(LOOK_EVERY);
            }
            let mut all = Rebuilt::default();
            for worker in workers {
                let one = worker.join().unwrap_or_else(|fault| resume_unwind(fault))?;
                all.different.extend(one.different);
                all.failed.extend(one.failed);
            }
            Ok(all)
        })
    }

    /// Makes the rows of one case anew; whether those that are kept say the same. What is kept and cannot be read does not.
    fn rebuild_one(&self, case: CaseId, put_right: bool, index_is_whole: bool) -> Result<bool, AppError> {
        let filter = ListFilter::of(case);
        for _ in 0..TRIES {
            let kept = if_readable(self.store.case_rows(&filter))?.and_then(|rows| rows.into_iter().next());
            let loaded = self.load_to_reckon(case)?;
            // Rows say as of when they were made: those made anew are made as of then.
            let readable = kept.as_ref().filter(|kept| !kept.damaged);
            let at = readable.map_or_else(|| self.now(), |kept| kept.row.assessed_at);
            let (anew, shared) = self.rows_of(&loaded, at)?;
            let work = if_readable(self.store.work_rows(&filter))?;
            let registers = if_readable(self.store.register_rows_of(case))?;
            let same = readable.is_some_and(|kept| {
                let (head, reference) = (loaded.head, &loaded.reference);
                kept.row == anew.case_row && kept.head == head && kept.reference == *reference
            }) && work.is_some_and(|work| {
                anew.work_rows.len() == work.len()
                    && anew.work_rows.iter().all(|row| work.iter().any(|w| w.row == *row))
            }) && registers.is_some_and(|registers| registers == anew.register_rows)
                && self.store.has_names(case, &anew.name_keys, index_is_whole)?
                && self.are_noted(case, &anew.breaches)?;
            if same || !put_right || self.store.replace_projection(case, loaded.head, anew, shared)? {
                return Ok(same);
            }
        }
        Err(AppError::Crowded)
    }

    /// Whether each of these breaches was noted. What else was noted stays.
    fn are_noted(&self, case: CaseId, breaches: &[Breach]) -> Result<bool, AppError> {
        if breaches.is_empty() {
            return Ok(true);
        }
        let noted = if_readable(self.store.breaches(&ListFilter::of(case), 0..MOST_NOTED))?.unwrap_or_default();
        let is_noted = |b: &Breach| {
            noted
                .iter()
                .any(|n| n.breach.rule == b.rule && n.breach.instance == b.instance)
        };
        Ok(breaches.iter().all(is_noted))
    }
}

/// Whether a failure is of the case that was asked for, and not of the store as a whole.
fn of_one_case(error: &AppError) -> bool {
    match error {
        AppError::NotFound | AppError::Unreadable(_) | AppError::Crowded => true,
        AppError::Store(error) => matches!(error, StoreError::Unreadable { .. } | StoreError::Damaged),
        AppError::NoRandomness => false,
    }
}

/// What was read; none where it cannot be.
fn if_readable<T>(read: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(StoreError::Unreadable { .. } | StoreError::Damaged) => Ok(None),
        Err(error) => Err(error),
    }
}

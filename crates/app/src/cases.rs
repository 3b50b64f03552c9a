//! Lists of cases, and the one way to a case.

use crate::access::{self, Act, Authorized, Redacted};
use crate::accounts::Actor;
use crate::error::AppError;
use crate::projection::{Summary, projection};
use crate::view::{CaseView, WhyDue};
use crate::{App, codec};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use tutela_domain::assess::{Assessment, assess, assess_authority};
use tutela_domain::case::{Case, fold};
use tutela_domain::entry::{Entry, Role};
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;
use tutela_domain::stage::Stage;
use tutela_domain::world::{Restriction, World};
use tutela_store::{AgencyId, ListFilter, ListedCase, Plain, Projection, StaffId, StoreError};

/// A line of the list of cases.
#[derive(Clone, Debug)]
pub struct CaseLine {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The name under which it is shown; `None` before it is accepted.
    pub pseudonym: Option<String>,
    /// Its stage; `None` when it cannot be read.
    pub stage: Option<Stage>,
    /// Whether the child is missing.
    pub missing: bool,
    /// Who carries it.
    pub caseworker: Option<StaffId>,
    /// Duties whose date has passed.
    pub overdue: usize,
    /// Duties that are owed, overdue ones included.
    pub owed: usize,
    /// The most urgent duty.
    pub next: Option<NextDuty>,
    /// When somebody last wrote to it.
    pub last_written: Timestamp,
}

/// The most urgent duty of a case, as a list shows it.
#[derive(Clone, Debug)]
pub struct NextDuty {
    /// The name of its rule, as `pack/id`.
    pub rule: String,
    /// Its identity.
    pub key: String,
    /// Since when it is owed.
    pub opened: Timestamp,
    /// By when it is due.
    pub due: Option<Timestamp>,
}

/// A case as it was loaded.
pub(crate) struct Loaded {
    pub id: CaseId,
    pub reference: String,
    pub head: u64,
    pub entries: Vec<Arc<Entry>>,
}

impl App {
    /// The cases that the actor carries; for a supervisor those of the agency, for a caseworker also
    /// those that nobody carries yet. One audit row names them all.
    pub fn list(&self, actor: &Actor) -> Result<Redacted<Vec<CaseLine>>, AppError> {
        let now = self.now();
        let filter = ListFilter {
            agency: Some(actor.agency().clone()),
            ..ListFilter::default()
        };
        let mut rows = self.store.case_rows(&filter)?;
        // The authority's book is no case.
        rows.retain(|row| row.case != CaseId::AUTHORITY);
        rows.retain(|row| access::authorize(actor, Some(&row.row), Act::Read, ()).is_ok());
        let ids: Vec<String> = rows.iter().map(|r| r.case.to_string()).collect();
        let mut event = actor.did(now, "listed", None);
        event.detail = Plain::from(ids.join("\n").as_str());
        self.store.audit(event)?;
        let work = self.store.work_rows(&filter)?;
        let lines = rows.into_iter().map(|row| {
            let owed = || {
                work.iter()
                    .filter(|w| w.case == row.case && w.row.done_at.is_none() && w.row.opens_at <= now)
            };
            // What is overdue or due within a week comes first, then what is to be done promptly, then
            // what has a later date.
            let week = now.saturating_add(SignedDuration::from_hours(7 * 24)).unwrap_or(now);
            let next = owed().min_by_key(|w| {
                let rank = match w.row.due_at {
                    Some(due) if due <= week => 0,
                    None => 1,
                    Some(_) => 2,
                };
                (rank, w.row.due_at, w.row.opens_at)
            });
            CaseLine {
                overdue: owed().filter(|w| w.row.due_at.is_some_and(|due| due < now)).count(),
                owed: owed().count(),
                next: next.map(|w| NextDuty {
                    rule: w.row.rule.clone(),
                    key: w.row.instance.clone(),
                    opened: w.row.opens_at,
                    due: w.row.due_at,
                }),
                ..line(&row)
            }
        });
        let lines: Vec<CaseLine> = lines.collect();
        Ok(access::redact(actor, |_| lines))
    }

    /// A case for an actor who may see it, as it stands now. The audit row is written first: if it
    /// cannot be, nothing is shown.
    pub fn open(&self, actor: &Actor, case: CaseId) -> Result<Redacted<CaseView>, AppError> {
        let now = self.now();
        let allowed = self.authorize(actor, case, Act::Read)?;
        self.store.audit(actor.did(now, "read", Some(case)))?;
        let loaded = self.load(&allowed)?;
        let folded = fold(&self.settings.calendar, &loaded.entries, now);
        let world = self.world(&folded, case)?;
        let assessment = self.assess(case, &folded, &world, now);
        let names = self.names(actor)?;
        Ok(access::redact(actor, |sees| {
            CaseView::of(&loaded, &folded, assessment, &names, sees)
        }))
    }

    /// Why a duty of a case is due: its rule and the facts, when it opened and now.
    pub fn why_due(&self, actor: &Actor, case: CaseId, key: &str) -> Result<Option<Redacted<WhyDue>>, AppError> {
        let now = self.now();
        let allowed = self.authorize(actor, case, Act::Read)?;
        self.store.audit(actor.did(now, "read", Some(case)))?;
        let loaded = self.load(&allowed)?;
        let folded = fold(&self.settings.calendar, &loaded.entries, now);
        let world = self.world(&folded, case)?;
        let assessment = self.assess(case, &folded, &world, now);
        let why = WhyDue::of(&folded, &world, &self.protocol, &assessment, key);
        Ok(why.map(|why| access::redact(actor, |_| why)))
    }

    /// What follows from a case, or from the authority's book, which may still be empty.
    fn assess(&self, case: CaseId, folded: &Case, world: &World, now: Timestamp) -> Assessment {
        if case == CaseId::AUTHORITY {
            assess_authority(folded, world, &self.protocol, now)
        } else {
            assess(folded, world, &self.protocol, now)
        }
    }

    /// The rows for lists of a case as it stands. Those of the authority's book say only what the book
    /// itself says: what cases bring is asked when its page is opened, so that no row is ever stale.
    pub(crate) fn projected(
        &self,
        case: CaseId,
        folded: &Case,
        agency: &AgencyId,
        at: Timestamp,
    ) -> Result<Projection, AppError> {
        let world = if case == CaseId::AUTHORITY {
            World::default()
        } else {
            self.world(folded, case)?
        };
        projection(folded, &self.assess(case, folded, &world, at), agency)
    }

    /// The same of a case, where the other cases are not asked: no rule of a case reads what they bring.
    pub(crate) fn projected_alone(
        &self,
        folded: &Case,
        agency: &AgencyId,
        at: Timestamp,
    ) -> Result<Projection, AppError> {
        let restrictions = own_restrictions(folded).collect();
        projection(
            folded,
            &assess(folded, &World { restrictions }, &self.protocol, at),
            agency,
        )
    }

    pub(crate) fn authorize(&self, actor: &Actor, case: CaseId, act: Act) -> Result<Authorized<CaseId>, AppError> {
        if case == CaseId::AUTHORITY {
            return access::authorize_book(actor, &self.settings.agency, act, case);
        }
        let filter = ListFilter {
            case: Some(case),
            ..ListFilter::default()
        };
        let rows = self.store.case_rows(&filter)?;
        access::authorize(actor, rows.first().map(|r| &r.row), act, case)
    }

    /// The entries of a case. The authority's book is empty until something is written in it.
    pub(crate) fn load(&self, allowed: &Authorized<CaseId>) -> Result<Loaded, AppError> {
        let stored = match self.store.load(*allowed.subject()) {
            Err(StoreError::NoSuchCase) if *allowed.subject() == CaseId::AUTHORITY => {
                return Ok(Loaded {
                    id: CaseId::AUTHORITY,
                    reference: String::new(),
                    head: 0,
                    entries: Vec::new(),
                });
            }
            stored => stored?,
        };
        let entries: Result<Vec<_>, _> = stored.entries.iter().map(|e| codec::decode(e).map(Arc::new)).collect();
        Ok(Loaded {
            id: stored.case,
            reference: stored.reference,
            head: stored.head,
            entries: entries?,
        })
    }

    /// The registers that rules read: restrictions of liberty of the authority's other cases, and of
    /// this one.
    pub(crate) fn world(&self, folded: &Case, case: CaseId) -> Result<World, AppError> {
        let mut restrictions: Vec<Restriction> = own_restrictions(folded).collect();
        let others = self.store.instants_of(RecordType::LibertyRestricted.name())?;
        restrictions.extend(others.iter().filter(|i| i.case != case).map(|i| Restriction {
            from: i.occurred_from,
            written: i.written,
        }));
        Ok(World { restrictions })
    }

    /// The names of the actor's colleagues by staff id.
    pub(crate) fn names(&self, actor: &Actor) -> Result<Vec<(StaffId, String, Role)>, AppError> {
        let colleagues = self.colleagues(actor)?;
        Ok(colleagues.into_iter().map(|c| (c.staff, c.name, c.role)).collect())
    }

    /// Makes the rows of every case anew and compares them with those kept; tells which differed.
    /// `put_right` replaces those that do.
    pub fn rebuild(&self, put_right: bool, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<CaseId>, AppError> {
        let cases = self.store.all_cases()?;
        let mut different = Vec::new();
        for (index, case) in cases.iter().enumerate() {
            progress(index, cases.len());
            let filter = ListFilter {
                case: Some(*case),
                ..ListFilter::default()
            };
            let kept = self.store.case_rows(&filter)?.into_iter().next();
            let stored = self.store.load(*case)?;
            let entries: Result<Vec<_>, _> = stored.entries.iter().map(|e| codec::decode(e).map(Arc::new)).collect();
            let folded = fold(&self.settings.calendar, &entries?, Timestamp::MAX);
            // Rows are made when an entry is written, so they are compared as of the last one.
            let last = folded
                .written
                .iter()
                .map(|e| e.written)
                .max()
                .unwrap_or_else(|| self.now());
            let agency = folded.written.first().map(|e| AgencyId::new(e.author.agency.clone()));
            let agency = agency.unwrap_or_else(|| AgencyId::new(""));
            let anew = self.projected(*case, &folded, &agency, last)?;
            let work = self.store.work_rows(&filter)?;
            let same = kept.is_some_and(|kept| kept.row == anew.case_row)
                && anew.work_rows.len() == work.len()
                && anew.work_rows.iter().all(|row| work.iter().any(|w| w.row == *row));
            if !same {
                different.push(*case);
                if put_right {
                    self.store.replace_projection(*case, stored.head, anew)?;
                }
            }
        }
        Ok(different)
    }
}

/// The restrictions of liberty of a case, as the registers name them.
fn own_restrictions(folded: &Case) -> impl Iterator<Item = Restriction> {
    folded.of_type(RecordType::LibertyRestricted).map(|e| Restriction {
        from: e.occurred.from,
        written: e.written,
    })
}

fn line(row: &ListedCase) -> CaseLine {
    let summary: Option<Summary> = serde_json::from_slice(row.row.summary.as_slice()).ok();
    CaseLine {
        case: row.case,
        reference: row.reference.clone(),
        pseudonym: summary.as_ref().and_then(|s| s.pseudonym.clone()),
        missing: summary.as_ref().is_some_and(|s| s.missing),
        stage: summary.and_then(|s| Stage::ALL.iter().copied().find(|stage| stage.name() == s.stage)),
        caseworker: row.row.caseworker.clone(),
        overdue: 0,
        owed: 0,
        next: None,
        last_written: row.row.last_written,
    }
}

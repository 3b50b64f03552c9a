//! The one way to a case.

use crate::access::{self, Act, Authorized, Redacted};
use crate::accounts::Actor;
use crate::error::AppError;
use crate::projection::{DETENTIONS, projection};
use crate::recent::Standing;
use crate::view::{CaseView, WhyDue};
use crate::{App, codec};
use jiff::Timestamp;
use std::sync::Arc;
use tutela_domain::assess::{Assessment, assess, assess_authority};
use tutela_domain::case::{Case, fold};
use tutela_domain::entry::Entry;
use tutela_domain::ids::CaseId;
use tutela_domain::world::{Restriction, World};
use tutela_store::{AgencyId, ListFilter, Projection, StoreError};

/// A case as it was loaded.
pub(crate) struct Loaded {
    pub id: CaseId,
    pub reference: String,
    pub head: u64,
    pub entries: Vec<Arc<Entry>>,
}

/// A case whose row was seen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sighted {
    pub case: CaseId,
    /// Its newest entry then; 0 for the authority's book.
    pub head: u64,
}

impl App {
    /// A case for an actor who may see it, as it stands now. The audit row is written first: if it
    /// cannot be, nothing is shown.
    pub fn open(&self, actor: &Actor, case: CaseId) -> Result<Redacted<CaseView>, AppError> {
        let now = self.now();
        let allowed = self.authorize(actor, case, Act::Read)?;
        self.store.audit(actor.did(now, "read", Some(case)))?;
        let standing = self.standing(&allowed, now)?;
        let names = self.colleagues(actor)?;
        Ok(access::redact(actor, |sees| CaseView::of(&standing, now, names, sees)))
    }

    /// Why a duty of a case is due: its rule and the facts, when it opened and now.
    pub fn why_due(&self, actor: &Actor, case: CaseId, key: &str) -> Result<Option<Redacted<WhyDue>>, AppError> {
        let now = self.now();
        let allowed = self.authorize(actor, case, Act::Read)?;
        self.store.audit(actor.did(now, "read", Some(case)))?;
        let standing = self.standing(&allowed, now)?;
        let why = WhyDue::of(&standing, &self.protocol, now, key);
        Ok(why.map(|why| access::redact(actor, |_| why)))
    }

    /// A case as it stands at an instant: what is kept of it, where that is certain to be the same.
    pub(crate) fn standing(&self, allowed: &Authorized<Sighted>, now: Timestamp) -> Result<Arc<Standing>, AppError> {
        let Sighted { case, head } = *allowed.subject();
        let world = self.world(case)?;
        if let Some(kept) = self.recent.standing(case, head, &world, now) {
            return Ok(kept);
        }
        let loaded = self.load(allowed)?;
        let folded = fold(&self.settings.calendar, &loaded.entries, now);
        let assessment = Arc::new(self.assess(case, &folded, &world, now));
        let standing = Arc::new(Standing {
            loaded,
            folded,
            world,
            assessment,
        });
        // Should the clock have gone back behind an entry, the case as known now is not the case.
        if standing.loaded.entries.iter().all(|e| e.written <= now) {
            self.recent.keep(standing.clone());
        }
        Ok(standing)
    }

    /// What follows from a case, or from the authority's book, which may still be empty.
    pub(crate) fn assess(&self, case: CaseId, folded: &Case, world: &World, now: Timestamp) -> Assessment {
        if case == CaseId::AUTHORITY {
            assess_authority(folded, world, &self.protocol, now)
        } else {
            assess(folded, world, &self.protocol, now)
        }
    }

    /// The rows for lists of a case as it stands, and from what they follow. Those of the authority's book say only what the book
    /// itself says: what cases bring is asked when its page is opened, so that no row is ever stale.
    pub(crate) fn projected(
        &self,
        case: CaseId,
        folded: &Case,
        agency: &AgencyId,
        at: Timestamp,
    ) -> Result<(Projection, Assessment), AppError> {
        let assessment = self.assess(case, folded, &World::default(), at);
        Ok((projection(folded, &assessment, agency)?, assessment))
    }

    pub(crate) fn authorize(&self, actor: &Actor, case: CaseId, act: Act) -> Result<Authorized<Sighted>, AppError> {
        if case == CaseId::AUTHORITY {
            return access::authorize_book(actor, &self.settings.agency, act, Sighted { case, head: 0 });
        }
        let rows = self.store.case_rows(&ListFilter::of(case))?;
        let row = rows.first();
        let head = row.map_or(0, |r| r.head);
        access::authorize(actor, row.map(|r| &r.row), act, Sighted { case, head })
    }

    /// The entries of a case. The authority's book is empty until something is written in it.
    pub(crate) fn load(&self, allowed: &Authorized<Sighted>) -> Result<Loaded, AppError> {
        let case = allowed.subject().case;
        let stored = match self.store.load(case) {
            Err(StoreError::NoSuchCase) if case == CaseId::AUTHORITY => {
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

    /// What rules on the authority read beside its book: the restrictions of liberty in its cases that count for the review, as
    /// they stand. Rules on a child's case read nothing of other cases.
    pub(crate) fn world(&self, case: CaseId) -> Result<World, AppError> {
        if case != CaseId::AUTHORITY {
            return Ok(World::default());
        }
        let counted = self.store.register_instants(DETENTIONS)?;
        let restrictions = counted
            .iter()
            .map(|i| Restriction {
                from: i.occurred_from,
                written: i.written,
            })
            .collect();
        Ok(World { restrictions })
    }
}

//! The one way to a case.

use crate::App;
use crate::access::{self, Act, Authorized, Redacted};
use crate::accounts::Actor;
use crate::error::AppError;
use crate::projection::{DETENTIONS, projection};
use crate::recent::{Recorded, Standing};
use crate::view::{CaseView, WhyDue};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tutela_domain::assess::{Assessment, assess, assess_authority};
use tutela_domain::case::{Case, fold};
use tutela_domain::entry::Entry;
use tutela_domain::ids::CaseId;
use tutela_domain::records::{Record, RecordType};
use tutela_domain::registers::Register;
use tutela_domain::world::{self, Guardianship, Restriction, World};
use tutela_store::{AgencyId, ListFilter, Projection, RegisterRow, Shared, StoreError, Unreadable};

/// The name under which the version of the authority's book stands, for those who count on what it says.
const BOOK: &str = "book";

/// The name under which the version stands of a guardian's part in the register: the entry of the book to which appointments
/// refer.
fn of_guardian(entry: u64) -> String {
    format!("{}/{entry}", Register::Guardians.name())
}

/// What rules read beside a case, with the versions at which it was read.
#[derive(Clone, Default)]
pub(crate) struct Around {
    pub world: World,
    pub read: BTreeMap<String, u64>,
}

/// A case as it was loaded.
#[derive(Clone)]
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
        let reads_book = self.authorize(actor, CaseId::AUTHORITY, Act::Read).is_ok();
        Ok(access::redact(actor, |sees| {
            CaseView::of(&standing, now, names, reads_book, sees)
        }))
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
        if let Some(kept) = self.recent.standing(case, head, now)
            && self.reads_the_same(&kept.around)?
        {
            return Ok(kept);
        }
        let recorded = self.recorded(allowed, now)?;
        let around = self.world(case, &recorded.folded, None)?;
        let assessment = Arc::new(self.assess(case, &recorded.folded, &around.world, now));
        let standing = Arc::new(Standing {
            recorded,
            around,
            assessment,
        });
        self.recent.keep(standing.clone());
        Ok(standing)
    }

    /// What the entries of a case say at an instant, for who has no need of what follows from them.
    pub(crate) fn recorded(&self, allowed: &Authorized<Sighted>, now: Timestamp) -> Result<Arc<Recorded>, AppError> {
        let Sighted { case, head } = *allowed.subject();
        let loaded = if case == CaseId::AUTHORITY {
            let book = self.whole_book()?;
            if book.is_all(now) {
                return Ok(book);
            }
            book.loaded.clone()
        } else if let Some(kept) = self.recent.recorded(case, head, now) {
            return Ok(kept);
        } else {
            self.load(allowed)?
        };
        let folded = fold(&self.settings.calendar, &loaded.entries, now);
        Ok(Arc::new(Recorded { loaded, folded }))
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
    /// itself says: what cases bring is asked when its page is opened, so that no row is ever stale. What a case reads of
    /// others is watched: [`Shared`] names its versions, and who changes it stirs the case.
    pub(crate) fn projected(
        &self,
        case: CaseId,
        folded: &Case,
        world: &World,
        agency: &AgencyId,
        at: Timestamp,
    ) -> Result<(Projection, Assessment), AppError> {
        let of_cases = World::default();
        let world = if case == CaseId::AUTHORITY { &of_cases } else { world };
        let assessment = self.assess(case, folded, world, at);
        Ok((projection(folded, &assessment, agency)?, assessment))
    }

    pub(crate) fn authorize(&self, actor: &Actor, case: CaseId, act: Act) -> Result<Authorized<Sighted>, AppError> {
        if case == CaseId::AUTHORITY {
            return access::authorize_book(actor, &self.settings.agency, act, Sighted { case, head: 0 });
        }
        let mut rows = self.store.case_rows(&ListFilter::of(case))?;
        self.read_anew(&mut rows, self.now())?;
        let row = rows.first();
        let head = row.map_or(0, |r| r.head);
        let allowed = access::authorize(actor, row.map(|r| &r.row), act, Sighted { case, head })?;
        match row {
            // Whose it is, only a row says that can be read.
            Some(row) if row.damaged => Err(StoreError::from(Unreadable::Summary(case)).into()),
            _ => Ok(allowed),
        }
    }

    /// The entries of a case.
    pub(crate) fn load(&self, allowed: &Authorized<Sighted>) -> Result<Loaded, AppError> {
        self.load_to_reckon(allowed.subject().case)
    }

    /// What rules read beside a case. On the authority's book: the restrictions of liberty in its cases that count for the
    /// review, as they stand. On a child's case: what the book says of the guardians and providers to whom the case refers, or
    /// what is submitted to it, and where these guardians stand for other children. The versions are read first, so that what
    /// changes while the rest is read shows in them.
    pub(crate) fn world(&self, case: CaseId, folded: &Case, submitted: Option<&Record>) -> Result<Around, AppError> {
        if case != CaseId::AUTHORITY {
            return self.around(case, folded, submitted);
        }
        let counted = self.store.register_instants(DETENTIONS)?;
        let restrictions = counted
            .iter()
            .map(|i| Restriction {
                from: i.occurred_from,
                written: i.written,
            })
            .collect();
        Ok(Around {
            world: World {
                restrictions,
                ..World::default()
            },
            read: BTreeMap::new(),
        })
    }

    /// Whether nothing that was read beside a case has changed since.
    fn reads_the_same(&self, around: &Around) -> Result<bool, AppError> {
        let names: BTreeSet<String> = around.read.keys().cloned().collect();
        Ok(names.is_empty() || self.store.register_versions(&names)? == around.read)
    }

    fn around(&self, case: CaseId, folded: &Case, submitted: Option<&Record>) -> Result<Around, AppError> {
        let refers = world::refers(folded, submitted);
        if refers.is_empty() {
            return Ok(Around::default());
        }
        let mut read = self.store.register_versions(&BTreeSet::from([BOOK.to_owned()]))?;
        let book = world::of_those(&self.whole_book()?.folded, &refers);
        let written = book.iter().flat_map(|book| &book.written);
        let guardians: BTreeSet<u64> = written
            .filter(|e| e.record.record_type() == RecordType::GuardianRegistered)
            .map(|e| e.seq)
            .collect();
        read.extend(
            self.store
                .register_versions(&guardians.iter().map(|g| of_guardian(*g)).collect())?,
        );
        let elsewhere = self.store.referring(Register::Guardians.name(), &guardians)?;
        let elsewhere = elsewhere.into_iter().filter(|line| line.case != case);
        let guardianships = elsewhere.filter_map(|line| {
            Some(Guardianship {
                guardian: line.row.in_book?,
                case: line.case,
                from: line.row.from,
                ended: line.row.ended,
                written: line.written,
            })
        });
        Ok(Around {
            world: World {
                book,
                guardianships: guardianships.collect(),
                ..World::default()
            },
            read,
        })
    }

    /// The authority's book with all its entries: what is kept of it, unless something was written in it since. It is empty
    /// until something is.
    pub(crate) fn whole_book(&self) -> Result<Arc<Recorded>, AppError> {
        let rows = self.store.case_rows(&ListFilter::of(CaseId::AUTHORITY))?;
        if let Some(kept) = self.recent.book(rows.first().map_or(0, |row| row.head)) {
            return Ok(kept);
        }
        let loaded = match self.load_to_reckon(CaseId::AUTHORITY) {
            Err(AppError::NotFound) => Loaded {
                id: CaseId::AUTHORITY,
                reference: String::new(),
                head: 0,
                entries: Vec::new(),
            },
            book => book?,
        };
        let folded = fold(&self.settings.calendar, &loaded.entries, Timestamp::MAX);
        let book = Arc::new(Recorded { loaded, folded });
        self.recent.keep_book(book.clone());
        Ok(book)
    }

    /// What new rows of a case read of others, and what they change for them: guardians of the book who stand for this child
    /// now and did not, or the other way round.
    pub(crate) fn shared(&self, case: CaseId, around: &Around, anew: &Projection) -> Result<Shared, AppError> {
        if around.read.is_empty() {
            // Nothing that was ever written in it refers to the book.
            return Ok(Shared::default());
        }
        let of_book = |rows: &[RegisterRow]| -> Vec<RegisterRow> {
            let mine = rows.iter().filter(|row| row.register == Register::Guardians.name());
            mine.filter(|row| row.in_book.is_some()).cloned().collect()
        };
        let (before, after) = (
            of_book(&self.store.register_rows_of(case)?),
            of_book(&anew.register_rows),
        );
        let gone = before.iter().filter(|row| !after.contains(row));
        let come = after.iter().filter(|row| !before.contains(row));
        let changed: BTreeSet<u64> = gone.chain(come).filter_map(|row| row.in_book).collect();
        let lines = changed.iter().flat_map(|entry| match &around.world.book {
            Some(book) => world::line(book, *entry),
            None => BTreeSet::from([*entry]),
        });
        Ok(Shared {
            read: around.read.clone(),
            changed: changed.iter().map(|entry| of_guardian(*entry)).collect(),
            stirred: lines.collect(),
        })
    }

    /// What a new entry of the authority's book changes for the cases that refer to the book.
    pub(crate) fn shared_of_book(before: &Case, after: &Case) -> Shared {
        let stirred = world::changed_by(before, after);
        Shared {
            read: BTreeMap::new(),
            changed: (!stirred.is_empty()).then(|| BOOK.to_owned()).into_iter().collect(),
            stirred,
        }
    }
}

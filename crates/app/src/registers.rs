//! The registers over all cases, as the authority's people see them.

use crate::accounts::Actor;
use crate::error::AppError;
use crate::lists::ShownAs;
use crate::projection::{InRegister, Summary};
use crate::view::named_in_book;
use crate::{App, access};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use tutela_domain::case::{Case, fold};
use tutela_domain::codes::PlacementKind;
use tutela_domain::entry::{Entry, Role, Seq};
use tutela_domain::facts;
use tutela_domain::ids::CaseId;
use tutela_domain::records::{Record, RecordType};
use tutela_domain::registers::Register;
use tutela_domain::time::PartialDate;
use tutela_domain::value::Truth;
use tutela_domain::view::Moment;
use tutela_domain::world::{self, World};
use tutela_matching::plain;
use tutela_store::{ListFilter, ListedInRegister, StaffId};

/// What has ended stays in sight for so many days.
const IN_SIGHT: i64 = 90;

/// A line of a register: one case's part in it.
#[derive(Clone, Debug)]
pub struct RegisterLine {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The name under which it is shown.
    pub shown_as: ShownAs,
    /// Who carries it.
    pub caseworker: Option<StaffId>,
    /// The entry that began it.
    pub entry: Seq,
    /// When it began.
    pub from: Timestamp,
    /// When it is to end, if a day was set.
    pub until: Option<Timestamp>,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// What it is; `None` where the row cannot be read.
    pub what: Option<InRegister>,
}

/// A guardian, with the children for whom the person stands now.
#[derive(Clone, Debug)]
pub struct GuardianLine {
    /// The entry of the authority's book; `None` for a guardian whom a case names and the book does not.
    pub entry: Option<Seq>,
    /// The names in every writing.
    pub names: Vec<String>,
    /// Whether the person is trained, as the book says.
    pub trained: Option<Truth>,
    /// For how many children at most, as the authority set it.
    pub at_most: Option<u32>,
    /// For how many the person stands.
    pub children: usize,
}

impl GuardianLine {
    /// Whether the person stands for as many children as the authority allows, or more.
    pub fn is_full(&self) -> bool {
        self.at_most.is_some_and(|most| self.children >= most as usize)
    }
}

/// Somebody of the authority's book whom a field can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookChoice {
    /// The entry of the book.
    pub entry: Seq,
    /// The names in every writing.
    pub names: Vec<String>,
    /// Whether the entry stands, so that it can be chosen now.
    pub stands: bool,
    /// For how many children a guardian stands, and for how many at most, where the authority set a number.
    pub children: Option<(usize, u32)>,
}

/// A provider of care, with the children who live there now.
#[derive(Clone, Debug)]
pub struct ProviderLine {
    /// The entry of the authority's book; `None` for a provider whom a case names and the book does not.
    pub entry: Option<Seq>,
    /// The name.
    pub name: String,
    /// The kind of care.
    pub kind: Option<PlacementKind>,
    /// The places, as the book says.
    pub places: Option<u32>,
    /// How many children live there.
    pub children: usize,
    /// Those among them whose case the actor may see, who came last first.
    pub here: Vec<Placed>,
    /// Whether it has a safeguarding policy, as the book says.
    pub policy: Option<Truth>,
    /// When it last audited itself.
    pub audited: Option<PartialDate>,
}

/// A child who lives at a provider's.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The name under which it is shown.
    pub shown_as: ShownAs,
    /// The entry of the placement.
    pub entry: Seq,
    /// Since when.
    pub from: Timestamp,
}

impl ProviderLine {
    /// Free places, as places and children give them; negative when more live there than there are places.
    pub fn free(&self) -> Option<i64> {
        Some(i64::from(self.places?) - i64::try_from(self.children).ok()?)
    }
}

impl App {
    /// A register over the cases that the actor may see: what has not ended, and what ended of late. One audit row names
    /// all its cases.
    pub fn register(&self, actor: &Actor, register: Register) -> Result<access::Redacted<Vec<RegisterLine>>, AppError> {
        let now = self.now();
        let of_late = now
            .checked_sub(SignedDuration::from_hours(24 * IN_SIGHT))
            .unwrap_or(Timestamp::MIN);
        let mut rows = self
            .store
            .register_rows(register.name(), &access::scope(actor), of_late)?;
        self.read_anew(rows.iter_mut().map(|row| &mut row.case), now)?;
        self.told(actor, "listed", rows.iter().map(|r| r.case.case), now)?;
        let lines = rows.into_iter().map(|line| {
            let summary = Summary::of(&line.case.row);
            RegisterLine {
                case: line.case.case,
                reference: line.case.reference,
                shown_as: ShownAs::of(summary.as_ref()),
                caseworker: line.case.row.caseworker,
                entry: line.row.entry,
                from: line.row.from,
                until: line.row.until,
                ended: line.row.ended.filter(|ended| *ended <= now),
                what: summary.and_then(|mut s| s.registers.remove(&line.row.entry)),
            }
        });
        let mut lines: Vec<RegisterLine> = lines.collect();
        lines.sort_by_key(|l| l.ended.is_some());
        Ok(access::redact(actor, |_| lines))
    }

    /// The guardians of the book and of the cases, with the number of children for whom each stands. The count is over all
    /// cases of the authority, and shows none of them.
    pub fn guardians(&self, actor: &Actor) -> Result<access::Redacted<Vec<GuardianLine>>, AppError> {
        let book = Book::of(self, self.book(actor)?);
        let mut lines: Vec<GuardianLine> = book.standing(RecordType::GuardianRegistered, guardian_line);
        for (row, what) in self.now_in(actor, Register::Guardians)? {
            let InRegister::Guardian(names) = what else { continue };
            let found = book.line_of(
                row.row.in_book,
                &mut lines,
                |l| l.entry,
                guardian_line,
                |line| names.iter().any(|n| line.names.iter().any(|l| plain(l) == plain(n))),
            );
            match found {
                Some(line) => line.children += 1,
                None => lines.push(GuardianLine {
                    entry: None,
                    names,
                    trained: None,
                    at_most: None,
                    children: 1,
                }),
            }
        }
        // Whom a case names and the book does not is told to those who see that case.
        lines.retain(|l| l.entry.is_some() || actor.role() == Role::Supervisor);
        Ok(access::redact(actor, |_| lines))
    }

    /// The providers of the book and of the cases, with the number of children who live there, counted over all cases. One
    /// audit row names the cases of the children who are shown.
    pub fn providers(&self, actor: &Actor) -> Result<access::Redacted<Vec<ProviderLine>>, AppError> {
        let book = Book::of(self, self.book(actor)?);
        let mut lines: Vec<ProviderLine> = book.standing(RecordType::ProviderRegistered, provider_line);
        for (row, what) in self.now_in(actor, Register::Placements)? {
            let InRegister::Placement { provider, kind } = what else {
                continue;
            };
            let may_see = access::authorize(actor, Some(&row.case.row), access::Act::Read, ()).is_ok();
            let found = book.line_of(
                row.row.in_book,
                &mut lines,
                |l| l.entry,
                provider_line,
                |line| plain(&line.name) == plain(&provider),
            );
            // A home that the book does not name may be a private one: only who sees the child's case is told of it, and of
            // no other child there.
            let line = match found {
                Some(line) if may_see || line.entry.is_some() => line,
                None if may_see => {
                    lines.push(ProviderLine {
                        entry: None,
                        name: provider,
                        kind: tutela_domain::fields::Code::of(&kind),
                        places: None,
                        children: 0,
                        here: Vec::new(),
                        policy: None,
                        audited: None,
                    });
                    match lines.last_mut() {
                        Some(line) => line,
                        None => continue,
                    }
                }
                _ => continue,
            };
            line.children += 1;
            if may_see {
                line.here.push(Placed {
                    case: row.case.case,
                    shown_as: ShownAs::of(Summary::of(&row.case.row).as_ref()),
                    reference: row.case.reference,
                    entry: row.row.entry,
                    from: row.row.from,
                });
            }
        }
        let shown = lines.iter().flat_map(|l| &l.here).map(|placed| placed.case);
        self.told(actor, "listed", shown, self.now())?;
        Ok(access::redact(actor, |_| lines))
    }

    /// Whom a field of a record can name in the authority's book, by name, and whom it could name once. Nobody for an actor who
    /// may not read the book.
    pub fn choices_in_book(
        &self,
        actor: &Actor,
        record: RecordType,
    ) -> Result<access::Redacted<Vec<BookChoice>>, AppError> {
        let types = record.names("in_book");
        let mut choices = Vec::new();
        if !types.is_empty() && self.authorize(actor, CaseId::AUTHORITY, access::Act::Read).is_ok() {
            let book = Book::of(self, self.book(actor)?);
            let now_with = self.now_with(&book)?;
            let stand: BTreeSet<Seq> = (types.iter().flat_map(|t| book.standing(*t, |e| Some(e.seq)))).collect();
            let written = book.folded.written.iter().map(|e| book.reads(e));
            let of_type = written.filter(|e| types.contains(&e.record.record_type()));
            choices.extend(of_type.filter_map(|e| {
                Some(BookChoice {
                    entry: e.seq,
                    names: named_in_book(&e.record, &|class| access::sees(actor.role(), class))?,
                    stands: stand.contains(&e.seq),
                    children: guardian_line(e).and_then(|line| {
                        let same = world::line(&book.folded, e.seq);
                        let with = now_with.iter().filter(|(named, _)| same.contains(named));
                        let cases: BTreeSet<CaseId> = with.map(|(_, case)| *case).collect();
                        Some((cases.len(), line.at_most?))
                    }),
                })
            }));
        }
        choices.sort_by_cached_key(|c| (c.names.first().map(|n| n.to_lowercase()), c.entry));
        Ok(access::redact(actor, |_| choices))
    }

    /// The cases in which guardians of the book stand for a child now, with the entry to which each refers: as rules count them.
    fn now_with(&self, book: &Book) -> Result<Vec<(Seq, CaseId)>, AppError> {
        let guardians = book.folded.written.iter();
        let guardians = guardians.filter(|e| e.record.record_type() == RecordType::GuardianRegistered);
        let all = guardians.map(|e| e.seq).collect();
        let rows = self.store.referring(Register::Guardians.name(), &all)?;
        let now = rows.into_iter().filter(|r| r.row.ended.is_none_or(|e| e > book.now));
        Ok(now.filter_map(|r| Some((r.row.in_book?, r.case))).collect())
    }

    /// What stands in a register now, over all cases of the authority.
    fn now_in(&self, actor: &Actor, register: Register) -> Result<Vec<(ListedInRegister, InRegister)>, AppError> {
        let now = self.now();
        let all = ListFilter {
            agency: Some(actor.agency().clone()),
            ..ListFilter::default()
        };
        let mut rows = self.store.register_rows(register.name(), &all, now)?;
        self.read_anew(rows.iter_mut().map(|row| &mut row.case), now)?;
        let mut summaries: HashMap<CaseId, Option<Summary>> = HashMap::new();
        let what = rows
            .into_iter()
            .filter(|r| r.row.ended.is_none_or(|e| e > now))
            .filter_map(|line| {
                let summary = summaries
                    .entry(line.case.case)
                    .or_insert_with(|| Summary::of(&line.case.row));
                let what = summary.as_ref()?.registers.get(&line.row.entry)?.clone();
                Some((line, what))
            });
        Ok(what.collect())
    }

    /// The entries of the authority's book, for an actor who may read it.
    fn book(&self, actor: &Actor) -> Result<Vec<Arc<Entry>>, AppError> {
        let allowed = self.authorize(actor, CaseId::AUTHORITY, access::Act::Read)?;
        self.store
            .audit(actor.did(self.now(), "read", Some(CaseId::AUTHORITY)))?;
        Ok(self.load(&allowed)?.entries)
    }
}

fn guardian_line(entry: &Entry) -> Option<GuardianLine> {
    match &entry.record {
        Record::GuardianRegistered(g) => Some(GuardianLine {
            entry: Some(entry.seq),
            names: g.names.reveal().to_vec(),
            trained: Some(g.trained),
            at_most: g.at_most,
            children: 0,
        }),
        _ => None,
    }
}

fn provider_line(entry: &Entry) -> Option<ProviderLine> {
    match &entry.record {
        Record::ProviderRegistered(p) => Some(ProviderLine {
            entry: Some(entry.seq),
            name: p.name.reveal().to_owned(),
            kind: Some(p.kind),
            places: Some(p.places),
            children: 0,
            here: Vec::new(),
            policy: Some(p.policy),
            audited: p.audited,
        }),
        _ => None,
    }
}

/// The authority's book as it reads now.
struct Book {
    folded: Case,
    now: Timestamp,
}

impl Book {
    fn of(app: &App, entries: Vec<Arc<Entry>>) -> Self {
        let now = app.now();
        Self {
            folded: fold(&app.settings.calendar, &entries, now),
            now,
        }
    }

    /// What stands in the book: neither replaced, nor struck off, nor past its last day.
    fn standing<T>(&self, record: RecordType, line: impl Fn(&Entry) -> Option<T>) -> Vec<T> {
        let world = World::default();
        let moment = Moment::at(&self.folded, &world, self.now);
        facts::current(&moment.latest, record).filter_map(line).collect()
    }

    /// An entry as it reads now; as it was written, where it was withdrawn.
    fn reads<'b>(&'b self, written: &'b Arc<Entry>) -> &'b Arc<Entry> {
        self.folded.entry(written.seq).map_or(written, |read| &read.entry)
    }

    /// The line of whom a case names: by reference to the book, also where what it refers to was replaced or struck off; else by an
    /// equal name.
    fn line_of<'l, T>(
        &self,
        in_book: Option<Seq>,
        lines: &'l mut Vec<T>,
        entry: impl Fn(&T) -> Option<Seq>,
        line: impl Fn(&Entry) -> Option<T>,
        is_named: impl Fn(&T) -> bool,
    ) -> Option<&'l mut T> {
        let Some(named) = in_book else {
            return lines.iter_mut().find(|l| is_named(l));
        };
        let same = world::line(&self.folded, named);
        let found = lines.iter().position(|l| entry(l).is_some_and(|e| same.contains(&e)));
        match found {
            Some(at) => lines.get_mut(at),
            None => {
                // It was struck off, or withdrawn; who is named there still stands for the child.
                lines.push(line(self.reads(self.folded.as_written(named)?))?);
                lines.last_mut()
            }
        }
    }
}

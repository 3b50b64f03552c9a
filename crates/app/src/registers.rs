//! The registers over all cases, as the authority's people see them.

use crate::accounts::Actor;
use crate::error::AppError;
use crate::lists::{Paged, ShownAs};
use crate::projection::InRegister;
use crate::view::named_in_book;
use crate::{App, access};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;
use tutela_domain::case::{Case, fold};
use tutela_domain::codes::PlacementKind;
use tutela_domain::entry::{Entry, Seq};
use tutela_domain::facts;
use tutela_domain::ids::CaseId;
use tutela_domain::records::{Record, RecordType};
use tutela_domain::registers::{self, Register};
use tutela_domain::time::{PartialDate, day_of};
use tutela_domain::value::Truth;
use tutela_domain::view::Moment;
use tutela_domain::world::{self, World};
use tutela_matching::plain;
use tutela_store::{ListFilter, ListedInRegister, Refers, RegisterFilter, StaffId};

/// What has ended stays in sight for so many days.
const IN_SIGHT: i64 = 90;
/// So many children of one home are named, those who came last.
const MOST_NAMED: usize = 20;
/// So many of all homes on a page are looked at for that.
const MOST_PLACED: Range<u64> = 0..500;
/// Every line of a register.
pub(crate) const ALL: Range<u64> = 0..i64::MAX as u64;

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
    /// What it said itself of its free places.
    pub said_free: Option<SaidFree>,
    /// Whether it has a safeguarding policy that holds now, as the book says.
    pub policy: Option<Truth>,
    /// From which day.
    pub policy_from: Option<PartialDate>,
    /// Until which day.
    pub policy_until: Option<PartialDate>,
    /// Whether that day has passed.
    pub policy_ran_out: bool,
    /// When it last audited itself.
    pub audited: Option<PartialDate>,
    /// When it was last inspected, and whether it met the minimum standards then.
    pub inspected: Option<(Timestamp, Truth)>,
}

/// Free places by a home's own word, as the book holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaidFree {
    /// How many.
    pub places: u32,
    /// As of when.
    pub at: Timestamp,
    /// How many children came since, less those who left; never less than none.
    pub came: usize,
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

/// Guardians or providers, with what is counted for each.
#[derive(Clone, Debug)]
pub struct Counted<T> {
    /// The lines.
    pub lines: Vec<T>,
    /// Lines of cases that the actor may not see which name somebody in words: they are sealed, and counted nowhere.
    pub uncounted: u64,
    /// Whether a page follows.
    pub more: bool,
}

impl<T> Counted<T> {
    /// Leaves a page of the lines, from 0.
    fn cut(&mut self, page: usize) {
        let rows = Paged::<T>::rows(page);
        let [skip, most] = [rows.start, rows.end - rows.start].map(|n| usize::try_from(n).unwrap_or(usize::MAX));
        let lines = std::mem::take(&mut self.lines).into_iter().skip(skip).take(most);
        let page = Paged::of(lines.collect());
        self.lines = page.lines;
        self.more = page.more;
    }

    fn map<U>(self, to: impl FnMut(T) -> U) -> Counted<U> {
        Counted {
            lines: self.lines.into_iter().map(to).collect(),
            uncounted: self.uncounted,
            more: self.more,
        }
    }
}

impl ProviderLine {
    /// Free places: what places and children leave, and never more than the home said, less those who came since. Others place
    /// children there too. Negative when more live there than there are places.
    pub fn free(&self) -> Option<i64> {
        let left = i64::from(self.places?) - i64::try_from(self.children).ok()?;
        let Some(said) = self.said_free else { return Some(left) };
        let by_its_word = i64::from(said.places) - i64::try_from(said.came).ok()?;
        Some(left.min(by_its_word.max(0)))
    }
}

/// How near the authority is to a review of its restrictions of liberty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibertyReview {
    /// How many restrictions began since the last independent review.
    pub since: usize,
    /// At how many the rules ask for a review; `None` where none of them does.
    pub asked_at: Option<usize>,
    /// The duty, while it is owed: its key and the name of its rule.
    pub owed: Option<(String, String)>,
}

impl App {
    /// How near the authority is to a review of its restrictions of liberty, as its book and the rules in force say.
    pub fn liberty_review(&self, actor: &Actor) -> Result<access::Redacted<LibertyReview>, AppError> {
        let now = self.now();
        let allowed = self.authorize(actor, CaseId::AUTHORITY, access::Act::Read)?;
        self.store.audit(actor.did(now, "read", Some(CaseId::AUTHORITY)))?;
        let standing = self.standing(&allowed, now)?;
        let counting = self
            .protocol
            .duties
            .iter()
            .filter(|d| registers::counts_restrictions(d));
        let counting: BTreeSet<String> = counting.map(|d| d.rule.name()).collect();
        let mut owed = standing.assessment.duties.iter().filter(|d| d.state.is_owed());
        let review = LibertyReview {
            since: registers::since_review(&standing.recorded.folded, &standing.around.world, now),
            asked_at: registers::review_asked_at(&standing.recorded.folded, &self.protocol, now),
            owed: owed
                .find(|d| counting.contains(&d.rule.name()))
                .map(|d| (d.key(), d.rule.name())),
        };
        Ok(access::redact(actor, |_| review))
    }

    /// How many stand in a register now, over what the actor may see. It shows no case, so none is told.
    pub fn count_in(&self, actor: &Actor, register: Register) -> Result<usize, AppError> {
        Ok(match register {
            Register::Guardians => self.counting::<GuardianLine>(actor, &self.book(actor)?)?.lines.len(),
            Register::Placements => self.counting::<ProviderLine>(actor, &self.book(actor)?)?.lines.len(),
            Register::Missing | Register::Liberty | Register::Inquiries => {
                let lasting = RegisterFilter::lasting(access::scope(actor), self.now());
                let count = self.store.count_register(register.name(), &lasting)?;
                usize::try_from(count).unwrap_or(usize::MAX)
            }
        })
    }

    /// A page of a register over the cases that the actor may see: what has not ended, and below what ended of late; of each
    /// what began last first. One audit row names all its cases.
    pub fn register(
        &self,
        actor: &Actor,
        register: Register,
        page: usize,
    ) -> Result<access::Redacted<Paged<RegisterLine>>, AppError> {
        let now = self.now();
        let of_late = now
            .checked_sub(SignedDuration::from_hours(24 * IN_SIGHT))
            .unwrap_or(Timestamp::MIN);
        let wanted = RegisterFilter {
            ended_after: of_late,
            ..RegisterFilter::lasting(access::scope(actor), now)
        };
        let rows = Paged::<ListedInRegister>::rows(page);
        let mut rows = Paged::of(self.store.register_rows(register.name(), &wanted, rows)?);
        rows.lines = self.readable(actor, rows.lines, |row| &mut row.case, now)?;
        self.told(actor, "listed", rows.lines.iter().map(|r| r.case.case), now)?;
        let lines = rows.lines.into_iter().map(|line| {
            let summary = self.summary(&line.case);
            RegisterLine {
                case: line.case.case,
                reference: line.case.reference,
                shown_as: ShownAs::of(summary.as_deref()),
                caseworker: line.case.row.caseworker,
                entry: line.row.entry,
                from: line.row.from,
                until: line.row.until,
                ended: line.row.ended.filter(|ended| *ended <= now),
                what: summary.and_then(|s| s.registers.get(&line.row.entry).cloned()),
            }
        });
        let page = Paged {
            lines: lines.collect(),
            more: rows.more,
        };
        Ok(access::redact(actor, |_| page))
    }

    /// A page of the guardians of the book and of the actor's cases, those who stand for the most children first, with the number
    /// of children for whom each stands: of all cases those that refer to the book, and of the actor's also those that name a
    /// guardian in words.
    pub fn guardians(&self, actor: &Actor, page: usize) -> Result<access::Redacted<Counted<GuardianLine>>, AppError> {
        let mut counted = self.counting::<GuardianLine>(actor, &self.book(actor)?)?;
        for counting in &mut counted.lines {
            counting.line.children = counting.cases.len();
        }
        let order = |c: &Counting<GuardianLine>| (Reverse(c.cases.len()), c.line.names.concat().to_lowercase());
        counted.lines.sort_by_cached_key(order);
        counted.cut(page);
        // Whom only a case names is read in that case.
        let named = counted.lines.iter().filter(|c| c.entry.is_none());
        let named = named.flat_map(|c| &c.in_words).map(|row| row.case.case);
        self.told(actor, "listed", named, self.now())?;
        let counted = counted.map(|counting| counting.line);
        Ok(access::redact(actor, |_| counted))
    }

    /// A page of the providers of the book and of the actor's cases, those with the most free places first, with the number of
    /// children who live there: of all cases those that refer to the book, and of the actor's also those that name a provider in
    /// words. A home that the book does not name may be a private one: only who sees the child's case is told of it, and of no
    /// other child there. One audit row names the cases of the children who are shown.
    pub fn providers(&self, actor: &Actor, page: usize) -> Result<access::Redacted<Counted<ProviderLine>>, AppError> {
        let book = self.book(actor)?;
        let mut counted = self.counting::<ProviderLine>(actor, &book)?;
        for counting in &mut counted.lines {
            let children = counting.cases.len();
            let said = counting.line.said_free;
            counting.line.children = children;
            counting.line.said_free = said.map(|said| SaidFree {
                came: children.saturating_sub(counting.there_at(said.at)),
                ..said
            });
        }
        let order = |c: &Counting<ProviderLine>| {
            let free = c.line.free();
            (free.is_none(), Reverse(free), c.line.name.to_lowercase())
        };
        counted.lines.sort_by_cached_key(order);
        counted.cut(page);
        let mut here: HashMap<Seq, Vec<ListedInRegister>> = HashMap::new();
        let shown = RegisterFilter {
            refers: Refers::To(counted.lines.iter().flat_map(|c| &c.named).copied().collect()),
            ..RegisterFilter::lasting(access::scope(actor), book.now)
        };
        let rows = self
            .store
            .register_rows(Register::Placements.name(), &shown, MOST_PLACED)?;
        for row in self.readable(actor, rows, |row| &mut row.case, book.now)? {
            here.entry(row.row.in_book.unwrap_or_default()).or_default().push(row);
        }
        let counted = counted.map(|counting| {
            let refer = counting.named.iter().flat_map(|entry| here.remove(entry)).flatten();
            let mut rows: Vec<ListedInRegister> = refer.chain(counting.in_words).collect();
            rows.sort_by_key(|row| Reverse(row.row.from));
            let mut seen = BTreeSet::new();
            rows.retain(|row| seen.insert(row.case.case));
            rows.truncate(MOST_NAMED);
            ProviderLine {
                inspected: counting.entry.and_then(|entry| book.inspected(entry)),
                here: rows.into_iter().map(|row| self.placed(row)).collect(),
                ..counting.line
            }
        });
        let shown = counted.lines.iter().flat_map(|l| &l.here).map(|placed| placed.case);
        self.told(actor, "listed", shown, self.now())?;
        Ok(access::redact(actor, |_| counted))
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
            let book = self.book(actor)?;
            let now_with = self.now_with(&book)?;
            let stand: BTreeSet<Seq> = (types.iter().flat_map(|t| book.standing(*t, |e| Some(e.seq)))).collect();
            let written = book.folded.written.iter().map(|e| book.reads(e));
            let of_type = written.filter(|e| types.contains(&e.record.record_type()));
            choices.extend(of_type.filter_map(|e| {
                Some(BookChoice {
                    entry: e.seq,
                    names: named_in_book(&e.record, &|class| access::sees(actor.role(), class))?,
                    stands: stand.contains(&e.seq),
                    children: GuardianLine::of_book(e, book.today()).and_then(|line| {
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

    /// Who stands in the book, and in which cases each is named now. A case that refers to the book tells it in clear, so none is
    /// opened for that; what a case says in words is sealed, and read in the actor's own cases alone.
    fn counting<T: InBook>(&self, actor: &Actor, book: &Book) -> Result<Counted<Counting<T>>, AppError> {
        let (register, record) = (T::REGISTER, T::RECORD);
        let of_book = |entry: &Entry| T::of_book(entry, book.today());
        let mut lines: Vec<Counting<T>> =
            book.standing(record, |entry| Some(Counting::of(Some(entry.seq), of_book(entry)?)));
        let all = book.folded.written.iter().filter(|e| e.record.record_type() == record);
        let all: BTreeSet<Seq> = all.map(|e| e.seq).collect();
        let mut places: HashMap<Seq, Option<usize>> = HashMap::new();
        for refers in self.store.referring(register.name(), &all)? {
            let Some(named) = refers.row.in_book else { continue };
            let place = *places
                .entry(named)
                .or_insert_with(|| book.place_of(named, &mut lines, of_book));
            if let Some(counting) = place.and_then(|place| lines.get_mut(place)) {
                counting.spans.push((refers.case, refers.row.from, refers.row.ended));
                if refers.row.ended.is_none_or(|ended| ended > book.now) {
                    counting.named.insert(named);
                    counting.cases.insert(refers.case);
                }
            }
        }
        let in_words = |cases| RegisterFilter {
            refers: Refers::Nowhere,
            ..RegisterFilter::lasting(cases, book.now)
        };
        // Who was there when the first of them said how it stands is told too.
        let since = lines.iter().filter_map(|counting| counting.line.said_at()).min();
        let mine = RegisterFilter {
            ended_after: since.unwrap_or(book.now),
            ..in_words(access::scope(actor))
        };
        let mine = self.store.register_rows(register.name(), &mine, ALL)?;
        let mine = self.readable(actor, mine, |row| &mut row.case, book.now)?;
        let everybodys = in_words(ListFilter {
            agency: Some(actor.agency().clone()),
            ..ListFilter::default()
        });
        let everybodys = self.store.count_register(register.name(), &everybodys)?;
        let lasts = |row: &ListedInRegister| row.row.ended.is_none_or(|ended| ended > book.now);
        let uncounted = everybodys.saturating_sub(mine.iter().filter(|row| lasts(row)).count() as u64);
        for row in mine {
            let what = self.summary(&row.case);
            let what = what.and_then(|s| s.registers.get(&row.row.entry).cloned());
            let Some(line) = what.and_then(T::of_case) else {
                continue;
            };
            let mut place = lines.iter().position(|counting| counting.line.is_same(&line));
            if place.is_none() && lasts(&row) {
                place = Some(lines.len());
                lines.push(Counting::of(None, line));
            }
            if let Some(counting) = place.and_then(|place| lines.get_mut(place)) {
                counting.spans.push((row.case.case, row.row.from, row.row.ended));
                if lasts(&row) {
                    counting.cases.insert(row.case.case);
                    counting.in_words.push(row);
                }
            }
        }
        Ok(Counted {
            lines,
            uncounted,
            more: false,
        })
    }

    fn placed(&self, row: ListedInRegister) -> Placed {
        Placed {
            case: row.case.case,
            shown_as: ShownAs::of(self.summary(&row.case).as_deref()),
            reference: row.case.reference,
            entry: row.row.entry,
            from: row.row.from,
        }
    }

    /// The authority's book, for an actor who may read it.
    fn book(&self, actor: &Actor) -> Result<Book, AppError> {
        self.authorize(actor, CaseId::AUTHORITY, access::Act::Read)?;
        self.store
            .audit(actor.did(self.now(), "read", Some(CaseId::AUTHORITY)))?;
        Ok(Book::of(self, self.whole_book()?.loaded.entries.clone()))
    }
}

/// What a register shows of somebody who may stand in the authority's book.
trait InBook: Sized {
    const REGISTER: Register;
    const RECORD: RecordType;

    /// From an entry of the book, as it reads on a day.
    fn of_book(entry: &Entry, today: Date) -> Option<Self>;

    /// From what a case says in words.
    fn of_case(what: InRegister) -> Option<Self>;

    /// Whether two of a register are one.
    fn is_same(&self, other: &Self) -> bool;

    /// When it said of itself how many are there.
    fn said_at(&self) -> Option<Timestamp>;
}

impl InBook for GuardianLine {
    const REGISTER: Register = Register::Guardians;
    const RECORD: RecordType = RecordType::GuardianRegistered;

    fn of_book(entry: &Entry, _: Date) -> Option<Self> {
        match &entry.record {
            Record::GuardianRegistered(g) => Some(Self {
                entry: Some(entry.seq),
                names: g.names.reveal().to_vec(),
                trained: Some(g.trained),
                at_most: g.at_most,
                children: 0,
            }),
            _ => None,
        }
    }

    fn of_case(what: InRegister) -> Option<Self> {
        match what {
            InRegister::Guardian(names) => Some(Self {
                entry: None,
                names,
                trained: None,
                at_most: None,
                children: 0,
            }),
            _ => None,
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        let is_other = |name: &String| other.names.iter().any(|named| plain(named) == plain(name));
        self.names.iter().any(is_other)
    }

    fn said_at(&self) -> Option<Timestamp> {
        None
    }
}

impl InBook for ProviderLine {
    const REGISTER: Register = Register::Placements;
    const RECORD: RecordType = RecordType::ProviderRegistered;

    fn of_book(entry: &Entry, today: Date) -> Option<Self> {
        match &entry.record {
            Record::ProviderRegistered(p) => Some(Self {
                entry: Some(entry.seq),
                name: p.name.reveal().to_owned(),
                kind: Some(p.kind),
                places: Some(p.places),
                children: 0,
                here: Vec::new(),
                said_free: p.free.map(|places| SaidFree {
                    places,
                    at: entry.occurred.from,
                    came: 0,
                }),
                policy: Some(p.policy_on(today)),
                policy_from: p.policy_from,
                policy_until: p.policy_until,
                policy_ran_out: p.policy_ran_out(today),
                audited: p.audited,
                inspected: None,
            }),
            _ => None,
        }
    }

    fn of_case(what: InRegister) -> Option<Self> {
        match what {
            InRegister::Placement { provider, kind } => Some(Self {
                entry: None,
                name: provider,
                kind: tutela_domain::fields::Code::of(&kind),
                places: None,
                children: 0,
                here: Vec::new(),
                said_free: None,
                policy: None,
                policy_from: None,
                policy_until: None,
                policy_ran_out: false,
                audited: None,
                inspected: None,
            }),
            _ => None,
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        plain(&self.name) == plain(&other.name)
    }

    fn said_at(&self) -> Option<Timestamp> {
        self.said_free.map(|said| said.at)
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

    fn today(&self) -> Date {
        day_of(self.now, &self.folded.calendar.zone)
    }

    /// The newest inspection of a provider, by whichever entry it names it.
    fn inspected(&self, provider: Seq) -> Option<(Timestamp, Truth)> {
        let same = world::line(&self.folded, provider);
        let inspections = self.folded.of_type(RecordType::ProviderInspected);
        let of_it = inspections.filter_map(|e| match &e.record {
            Record::ProviderInspected(i) if same.contains(&i.provider.0) => {
                Some((e.occurred.to, e.seq, i.meets_standards))
            }
            _ => None,
        });
        of_it
            .max_by_key(|(at, seq, _)| (*at, *seq))
            .map(|(at, _, meets)| (at, meets))
    }

    /// An entry as it reads now; as it was written, where it was withdrawn.
    fn reads<'b>(&'b self, written: &'b Arc<Entry>) -> &'b Arc<Entry> {
        self.folded.entry(written.seq).map_or(written, |read| &read.entry)
    }

    /// The place of whom a case names by an entry of the book, also where what it refers to was replaced or struck off.
    fn place_of<T>(
        &self,
        named: Seq,
        lines: &mut Vec<Counting<T>>,
        line: impl Fn(&Entry) -> Option<T>,
    ) -> Option<usize> {
        let same = world::line(&self.folded, named);
        let found = lines.iter().position(|l| l.entry.is_some_and(|e| same.contains(&e)));
        if found.is_none() {
            // It was struck off, or withdrawn; who is named there still stands for the child.
            let entry = self.reads(self.folded.as_written(named)?);
            lines.push(Counting::of(Some(entry.seq), line(entry)?));
        }
        found.or_else(|| lines.len().checked_sub(1))
    }
}

/// A line with the cases that are counted for it.
struct Counting<T> {
    line: T,
    /// The entry of the book.
    entry: Option<Seq>,
    /// The entries by which cases refer to it.
    named: BTreeSet<Seq>,
    /// Those that name it now.
    cases: BTreeSet<CaseId>,
    /// From when until when cases named it, as far as is told.
    spans: Vec<(CaseId, Timestamp, Option<Timestamp>)>,
    /// The actor's cases that name it in words.
    in_words: Vec<ListedInRegister>,
}

impl<T> Counting<T> {
    fn of(entry: Option<Seq>, line: T) -> Self {
        Self {
            line,
            entry,
            named: BTreeSet::new(),
            cases: BTreeSet::new(),
            spans: Vec::new(),
            in_words: Vec::new(),
        }
    }

    /// How many cases named it at an instant.
    fn there_at(&self, at: Timestamp) -> usize {
        let then = self.spans.iter();
        let then = then.filter(|(_, from, ended)| *from <= at && ended.is_none_or(|ended| ended > at));
        let cases: BTreeSet<CaseId> = then.map(|(case, ..)| *case).collect();
        cases.len()
    }
}

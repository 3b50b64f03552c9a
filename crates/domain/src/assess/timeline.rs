//! The instants at which anything about a case may change, and what holds between them.
//!
//! Facts are step functions of time: they change when an entry takes effect, at the instants that
//! time-bound conditions name, and when a pack version begins or ends. Between these nothing
//! changes, so nothing is ever scanned day by day.

use crate::case::Case;
use crate::entry::{Entry, Seq};
use crate::facts::{Changes, closed};
use crate::memo::Memo;
use crate::records::RecordType;
use crate::rules::{Condition, Opens, Protocol, Rule, Scope};
use crate::value::{Truth, Value};
use crate::view::{Moment, Reading, View};
use crate::world::World;
use jiff::Timestamp;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// What made a span begin or a duty open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opener {
    /// This entry.
    Entry(u64),
    /// Time alone.
    Time(Timestamp),
}

impl Opener {
    /// Whether it is an entry that was written after a closing.
    pub(crate) fn is_later(self, closing: &Entry) -> bool {
        matches!(self, Self::Entry(seq) if seq > closing.seq)
    }
}

impl std::fmt::Display for Opener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Entry(seq) => seq.fmt(f),
            Self::Time(at) => at.fmt(f),
        }
    }
}

/// A time during which a condition was owed to be treated as holding.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    /// What made it begin.
    pub opener: Opener,
    /// Since when.
    pub from: Timestamp,
    /// Until when; `None` when it does not end by itself.
    pub until: Option<Timestamp>,
}

/// The instants of a case, with the facts read at each.
pub(crate) struct Timeline<'a> {
    pub case: &'a Case,
    pub world: &'a World,
    pub now: Timestamp,
    /// The closing that stands now.
    pub closing: Option<&'a Entry>,
    instants: Vec<Timestamp>,
    memo: Memo,
    /// What was read just after each entry.
    after: FxHashMap<Seq, Memo>,
    /// The places of the instants at which a version of a pack begins or ends, in order.
    versions: Vec<usize>,
}

impl<'a> Timeline<'a> {
    /// The instants of a case, and those since it began at which something changes that is said of those to whom it refers.
    /// What else other cases bring to the registers concerns no single case.
    pub fn of_case(case: &'a Case, world: &'a World, protocol: &Protocol, now: Timestamp) -> Self {
        let first = case.entries.first().map(|read| read.entry.occurred.from);
        let since = world.of_book().filter(|at| first.is_some_and(|first| *at >= first));
        Self::new(case, world, protocol, now, since)
    }

    /// The instants of the authority's book, and those at which its cases change what it must do.
    pub fn of_authority(book: &'a Case, world: &'a World, protocol: &Protocol, now: Timestamp) -> Self {
        Self::new(book, world, protocol, now, world.of_cases())
    }

    fn new(
        case: &'a Case,
        world: &'a World,
        protocol: &Protocol,
        now: Timestamp,
        more: impl Iterator<Item = Timestamp>,
    ) -> Self {
        // Time itself may change things at these: now, what other cases bring, what conditions name.
        let mut timed = BTreeSet::from([now]);
        timed.extend(more);
        let mut instants = timed.clone();
        for read in &case.entries {
            instants.insert(read.entry.occurred.from);
            instants.insert(read.entry.occurred.to);
        }
        // Nothing stands before the first of these: neither a pack that began long ago, nor a date long past that an
        // entry names, makes a duty older than what was recorded.
        let first = instants.first().copied().unwrap_or(now);
        for pack in &protocol.packs {
            instants.extend(pack.from);
            instants.extend(pack.until);
        }
        instants.retain(|at| *at >= first);
        let recorded: Vec<Timestamp> = instants.iter().copied().collect();
        timed.extend(named(case, world, protocol, &recorded));
        timed.retain(|at| *at >= first);
        instants.extend(&timed);
        let instants: Vec<Timestamp> = instants.into_iter().collect();
        Self {
            case,
            world,
            now,
            closing: closed(&Moment::at(case, world, now)),
            memo: Memo::over(&instants, case, &timed),
            after: case.entries.iter().map(|e| (e.entry.seq, Memo::default())).collect(),
            versions: {
                let bounds = protocol.packs.iter().flat_map(|pack| [pack.from, pack.until]);
                let mut places: Vec<usize> = bounds
                    .flatten()
                    .filter_map(|at| instants.binary_search(&at).ok())
                    .collect();
                places.sort_unstable();
                places
            },
            instants,
        }
    }

    /// The case at an instant. What was read at it is remembered for all rules, where something may change at it.
    pub fn at(&self, at: Timestamp) -> Moment<'_> {
        let moment = Moment::at(self.case, self.world, at);
        match self.instants.binary_search(&at) {
            Ok(place) => moment.remembering(&self.memo, place),
            Err(_) => moment,
        }
    }

    /// The case just after an entry of it took effect. What was read then is remembered for all rules.
    pub fn after(&self, entry: &Entry) -> Moment<'_> {
        let moment = Moment::after(self.case, self.world, entry);
        match self.after.get(&entry.seq) {
            Some(memo) => moment.remembering(memo, 0),
            None => moment,
        }
    }

    /// Knows a fact from now on that follows from the duties.
    pub fn know(&self, fact: &'static str, answer: Value) {
        self.memo.know(fact, answer);
    }

    /// Until when anything is owed: now, or when the case was closed. Time goes on in a closed case, and
    /// nothing begins, lapses or is done by it.
    pub fn until(&self) -> Timestamp {
        self.closing.map_or(self.now, |closing| closing.occurred.to)
    }

    /// By when what an entry or time opened is late or not: as [`until`](Self::until), but what was written after
    /// the closing owes what it would owe in an open case, and so is late when its date has passed.
    pub fn reckoned(&self, opener: Opener) -> Timestamp {
        match self.closing {
            Some(closing) if opener.is_later(closing) => self.now,
            _ => self.until(),
        }
    }

    /// Whether a condition holds at the instant of a place, and the place up to which nothing that it reads
    /// changes.
    fn lasting(&self, condition: &Condition, occasion: Option<&Entry>, place: usize) -> (Truth, usize) {
        let Some(at) = self.instants.get(place) else {
            return (Truth::Unknown, usize::MAX);
        };
        let ask = || {
            condition.holds(&Scope {
                moment: Moment::at(self.case, self.world, *at).remembering(&self.memo, place),
                this: None,
                occasion,
            })
        };
        if occasion.is_some() && condition.of_occasion {
            self.memo.once(place, ask)
        } else {
            self.memo.condition(condition, place, ask)
        }
    }

    /// Whether a condition holds at an instant.
    pub fn holds(&self, condition: &Condition, occasion: Option<&Entry>, at: Timestamp) -> Truth {
        match self.instants.binary_search(&at) {
            Ok(place) => self.lasting(condition, occasion, place).0,
            Err(_) => condition.holds(&Scope {
                moment: self.at(at),
                this: None,
                occasion,
            }),
        }
    }

    /// The first instant after now.
    pub fn next(&self) -> Option<Timestamp> {
        let place = self.instants.partition_point(|at| *at <= self.now);
        self.instants.get(place).copied()
    }

    /// The first instant from `from` on at which a condition is known to hold.
    pub fn first_true(&self, condition: &Condition, occasion: Option<&Entry>, from: Timestamp) -> Option<Timestamp> {
        let mut place = self.instants.partition_point(|at| *at < from);
        while let Some(at) = self.instants.get(place) {
            let (holds, until) = self.lasting(condition, occasion, place);
            if holds.is_true() {
                return Some(*at);
            }
            place = until;
        }
        None
    }

    /// The spans during which the condition that is in force at each instant is `owed`: those that have begun, and the next, of
    /// which it is not said how it ends.
    pub fn spans<'c>(
        &self,
        in_force: impl Fn(Timestamp) -> Option<&'c Condition>,
        owed: impl Fn(Truth) -> bool,
    ) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut open: Option<Span> = None;
        let mut place = 0;
        while let Some(at) = self.instants.get(place).copied() {
            let condition = in_force(at);
            let asked = condition.map(|condition| self.lasting(condition, None, place));
            let holds = asked.is_some_and(|(truth, _)| owed(truth));
            match (&mut open, holds) {
                (None, true) => {
                    let opener = condition.map_or(Opener::Time(at), |c| self.opener(c, &owed, at));
                    open = Some(Span {
                        opener,
                        from: at,
                        until: None,
                    });
                }
                (Some(span), false) => {
                    span.until = Some(at);
                    spans.extend(open.take());
                }
                _ => {}
            }
            if open.as_ref().is_some_and(|span| span.from > self.now) {
                break;
            }
            // Until the answer may change, or another version may be in force.
            let next_version = self.versions.partition_point(|version| *version <= place);
            let next_version = self.versions.get(next_version).copied().unwrap_or(usize::MAX);
            place = asked.map_or(usize::MAX, |(_, until)| until).min(next_version);
        }
        spans.extend(open);
        spans
    }

    /// Which of the entries that take effect at an instant made the condition so; else time alone.
    fn opener(&self, condition: &Condition, owed: &impl Fn(Truth) -> bool, at: Timestamp) -> Opener {
        let mut here: Vec<&Entry> = self
            .case
            .entries
            .iter()
            .map(|e| e.entry.as_ref())
            .filter(|e| e.occurred.from == at || e.occurred.to == at)
            .collect();
        here.sort_by_key(|e| e.seq);
        let moment = Moment::at(self.case, self.world, at);
        if owed(condition.holds(&Scope::of(moment.up_to(0)))) {
            return Opener::Time(at);
        }
        for entry in here {
            if owed(condition.holds(&Scope::of(moment.up_to(entry.seq + 1)))) {
                return Opener::Entry(entry.seq);
            }
        }
        Opener::Time(at)
    }
}

/// The instants that time-bound conditions name, as the case stands at any of these.
fn named(case: &Case, world: &World, protocol: &Protocol, instants: &[Timestamp]) -> BTreeSet<Timestamp> {
    // As far as is known here, whatever reads the clock may say something else at each of them.
    let memo = Memo::over(instants, case, &instants.iter().copied().collect());
    let mut named = BTreeSet::new();
    let mut ask = |changes: &dyn Fn(&View<'_>) -> Vec<Timestamp>| {
        for reading in [Reading::Earliest, Reading::Latest] {
            let mut place = 0;
            while let Some(at) = instants.get(place) {
                let moment = Moment::at(case, world, *at).remembering(&memo, place);
                let view = match reading {
                    Reading::Earliest => moment.earliest,
                    Reading::Latest => moment.latest,
                };
                let (changes, until) = memo.once(place, || changes(&view));
                named.extend(changes);
                place = until;
            }
        }
    };
    // Many facts follow one birthday: each function is asked once.
    let facts = conditions(protocol).flat_map(|c| &c.facts).filter(|f| f.is_timed());
    let mut of_facts: Vec<Changes> = facts.map(|f| f.changes).collect();
    of_facts.sort_unstable_by_key(|f| *f as usize);
    of_facts.dedup_by_key(|f| *f as usize);
    of_facts.iter().for_each(|changes| ask(changes));
    for elapses in conditions(protocol).filter_map(Condition::elapses) {
        ask(elapses.as_ref());
    }
    named
}

/// The conditions of a protocol that are asked at every instant.
fn conditions(protocol: &Protocol) -> impl Iterator<Item = &Condition> {
    let duties = protocol
        .duties
        .iter()
        .flat_map(|d| d.opens.standing().into_iter().chain(&d.until).chain(&d.waiting));
    let alerts = protocol
        .alerts
        .iter()
        .flat_map(|a| a.opens.standing().into_iter().chain(&a.until));
    let safeguards = protocol
        .safeguards
        .iter()
        .flat_map(|s| s.when.iter().chain([&s.require, &s.remedy]));
    duties.chain(alerts).chain(safeguards)
}

/// The versions of one rule, oldest first.
pub(crate) struct Versions<'p, T> {
    rules: Vec<&'p T>,
}

impl<'p, T: HasRule> Versions<'p, T> {
    /// The version in force at an instant.
    pub fn at(&self, at: Timestamp) -> Option<&'p T> {
        self.rules.iter().find(|r| r.rule().pack.in_force(at)).copied()
    }

    /// A version that began after `from` and by `until`, and also governs what was open then.
    pub fn takes_over(&self, from: Timestamp, until: Timestamp) -> Option<&'p T> {
        let begins = |r: &&&'p T| {
            r.rule()
                .pack
                .from
                .filter(|b| *b > from && *b <= until && r.rule().pack.open_duties)
        };
        self.rules
            .iter()
            .filter(|r| begins(r).is_some())
            .max_by_key(|r| begins(r))
            .copied()
    }

    /// The versions in force at some time between two instants, in their order.
    pub fn between(&self, from: Timestamp, until: Timestamp) -> impl Iterator<Item = &'p T> {
        let mut rules: Vec<&'p T> = self
            .rules
            .iter()
            .copied()
            .filter(|r| r.rule().pack.from.is_none_or(|begins| begins <= until))
            .filter(|r| r.rule().pack.until.is_none_or(|ends| ends > from))
            .collect();
        rules.sort_by_key(|r| r.rule().pack.from);
        rules.into_iter()
    }

    /// The entries of a case that one of the versions may answer, in the order of the case.
    pub fn occasions<'c>(&self, case: &'c Case, opens: impl Fn(&'p T) -> &'p Opens) -> Vec<&'c Entry> {
        let types = self.rules.iter().filter_map(|rule| opens(rule).occasions());
        let types: Vec<RecordType> = types.flat_map(|(types, _)| types).copied().collect();
        case.of_types(&types)
    }

    /// Every version.
    pub fn all(&self) -> impl Iterator<Item = &'p T> {
        self.rules.iter().copied()
    }
}

/// What has a [`Rule`].
pub(crate) trait HasRule {
    fn rule(&self) -> &Rule;
}

macro_rules! has_rule {
    ($($name:ty),+) => { $( impl HasRule for $name { fn rule(&self) -> &Rule { &self.rule } } )+ };
}
has_rule!(crate::rules::Duty, crate::rules::Alert, crate::rules::Safeguard);

/// The rules of a list, each with its versions, in the order of the list.
pub(crate) fn by_rule<T: HasRule>(rules: &[T]) -> Vec<Versions<'_, T>> {
    let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut grouped: Vec<Versions<'_, T>> = Vec::new();
    for rule in rules {
        let key = (rule.rule().pack.pack.as_str(), rule.rule().id.as_str());
        let place = *places.entry(key).or_insert_with(|| {
            grouped.push(Versions { rules: Vec::new() });
            grouped.len() - 1
        });
        if let Some(versions) = grouped.get_mut(place) {
            versions.rules.push(rule);
        }
    }
    grouped
}

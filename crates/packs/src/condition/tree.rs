//! A condition whose names and types are known.

use super::judge::{Ask, Rows};
use jiff::Timestamp;
use std::fmt;
use tutela_domain::facts::Fact;
use tutela_domain::records::RecordType;
use tutela_domain::time::Period;
use tutela_domain::value::Kind;
use tutela_domain::view::View;

/// A record that a condition speaks of.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// The record that is judged, of one of these types.
    This(Vec<RecordType>),
    /// The record that is answered, of one of these types.
    Occasion(Vec<RecordType>),
    /// The variable of the range at this depth, with its name.
    Row(usize, String, RecordType),
}

impl Subject {
    /// The record types that it may be.
    pub fn types(&self) -> &[RecordType] {
        match self {
            Self::This(types) | Self::Occasion(types) => types,
            Self::Row(_, _, record_type) => std::slice::from_ref(record_type),
        }
    }
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    /// `==`
    Same,
    /// `!=`
    Other,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// The records of a type, and the condition that picks among them.
#[derive(Clone)]
pub(super) struct Range {
    /// The type.
    pub record_type: RecordType,
    /// How deep it stands in other ranges.
    pub depth: usize,
    /// The name of its variable.
    pub variable: String,
    /// The condition; without it, every record counts.
    pub condition: Option<Box<Tree>>,
}

/// What is read of the newest record.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// A field.
    Field(String),
    /// When it happened.
    At,
    /// Whether a field was filled in.
    Given(String),
}

/// A condition or a part of one.
#[derive(Clone)]
pub(super) enum Tree {
    /// `true` or `false`.
    Truth(bool),
    /// A whole number.
    Number(i64),
    /// A code.
    Code(String),
    /// Codes in brackets.
    Codes(Vec<String>),
    /// Numbers in brackets.
    Numbers(Vec<i64>),
    /// A fact.
    Fact(&'static Fact),
    /// A field of a record.
    Field(Subject, String),
    /// When a record happened.
    At(Subject),
    /// Whether a field of a record was filled in.
    Given(Subject, String),
    /// Both.
    And(Vec<Tree>),
    /// Either.
    Or(Vec<Tree>),
    /// The contrary.
    Not(Box<Tree>),
    /// A comparison of two of one kind.
    Compare(Op, Kind, Box<Tree>, Box<Tree>),
    /// Membership.
    In(Box<Tree>, Box<Tree>),
    /// Some record.
    Exists(Range),
    /// Every record.
    All(Range),
    /// How many records.
    Count(Range),
    /// A part of the newest record.
    Latest(Range, Part),
    /// The first happened after the second.
    Follows(Subject, Subject),
    /// The period has passed since the instant.
    Elapsed(Box<Tree>, Period),
}

impl Tree {
    /// The parts directly below.
    pub fn parts(&self) -> Vec<&Tree> {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().collect(),
            Self::Not(part) | Self::Elapsed(part, _) => vec![part],
            Self::Compare(_, _, a, b) | Self::In(a, b) => vec![a, b],
            Self::Exists(r) | Self::All(r) | Self::Count(r) | Self::Latest(r, _) => {
                r.condition.as_deref().into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Every part, itself first.
    pub fn walk<'t>(&'t self, visit: &mut dyn FnMut(&'t Tree)) {
        visit(self);
        for part in self.parts() {
            part.walk(visit);
        }
    }

    /// The facts that it reads, each once, by name.
    pub fn facts(&self) -> Vec<&'static Fact> {
        let mut facts: Vec<&'static Fact> = Vec::new();
        self.walk(&mut |tree| {
            if let Tree::Fact(fact) = tree {
                facts.push(fact);
            }
        });
        facts.sort_by_key(|f| f.name);
        facts.dedup_by_key(|f| f.name);
        facts
    }

    /// Whether it speaks of the record that is judged, and of the one that is answered.
    pub fn speaks_of(&self) -> (bool, bool) {
        let (mut this, mut occasion) = (false, false);
        let mut subject = |s: &Subject| match s {
            Subject::This(_) => this = true,
            Subject::Occasion(_) => occasion = true,
            Subject::Row(..) => {}
        };
        self.walk(&mut |tree| match tree {
            Tree::Field(s, _) | Tree::At(s) | Tree::Given(s, _) => subject(s),
            Tree::Follows(a, b) => {
                subject(a);
                subject(b);
            }
            _ => {}
        });
        (this, occasion)
    }

    /// The periods that it counts, each with since when.
    pub fn periods(&self) -> Vec<(Tree, Period)> {
        let mut periods = Vec::new();
        self.walk(&mut |tree| {
            if let Tree::Elapsed(since, period) = tree {
                periods.push((since.as_ref().clone(), *period));
            }
        });
        periods
    }
}

/// The instants, as the case stands in a view, at which periods have passed.
///
/// Where one counts from a record, every record that it may be is taken: an
/// instant too many is asked once in vain, one too few would be a deadline missed.
pub(super) fn elapses(periods: &[(Tree, Period)], ask: &Ask<'_, '_>, view: &View<'_>) -> Vec<Timestamp> {
    let passed = periods.iter().flat_map(|(since, period)| {
        let begun = begins(since, ask, view).into_iter();
        begun.map(|at| view.case.calendar.after(at, *period, ask.reckoning))
    });
    passed.collect()
}

fn begins(since: &Tree, ask: &Ask<'_, '_>, view: &View<'_>) -> Vec<Timestamp> {
    let of = |types: &[RecordType]| {
        let entries = view.case.entries.iter().map(|e| &e.entry);
        entries
            .filter(|e| types.contains(&e.record.record_type()))
            .map(|e| view.effect(e))
            .collect()
    };
    match since {
        Tree::At(subject) => of(subject.types()),
        Tree::Latest(range, Part::At) => of(&[range.record_type]),
        other => match ask.value(other, Some(*view), Rows::default()) {
            tutela_domain::value::Value::Instant(at) => vec![at],
            _ => Vec::new(),
        },
    }
}

impl fmt::Debug for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::This(_) => f.write_str("this"),
            Self::Occasion(_) => f.write_str("occasion"),
            Self::Row(_, name, _) => f.write_str(name),
        }
    }
}

fn list<T>(f: &mut fmt::Formatter<'_>, items: &[T], between: &str, write: impl Fn(&T) -> String) -> fmt::Result {
    let items: Vec<String> = items.iter().map(write).collect();
    f.write_str(&items.join(between))
}

impl fmt::Display for Tree {
    /// One writing for one meaning: two parts that print alike are the same.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let range = |f: &mut fmt::Formatter<'_>, r: &Range, what: &str| match &r.condition {
            Some(c) => write!(f, "records.{}.{what}({}, {c})", r.record_type.name(), r.variable),
            None => write!(f, "records.{}.{what}()", r.record_type.name()),
        };
        match self {
            Self::Truth(t) => write!(f, "{t}"),
            Self::Number(n) => write!(f, "{n}"),
            Self::Code(c) => write!(f, "\"{c}\""),
            Self::Codes(codes) => {
                f.write_str("[")?;
                list(f, codes, ", ", |c| format!("\"{c}\""))?;
                f.write_str("]")
            }
            Self::Numbers(numbers) => {
                f.write_str("[")?;
                list(f, numbers, ", ", ToString::to_string)?;
                f.write_str("]")
            }
            Self::Fact(fact) => f.write_str(fact.name),
            Self::Field(s, field) => write!(f, "{s}.{field}"),
            Self::At(s) => write!(f, "{s}.at"),
            Self::Given(s, field) => write!(f, "given({s}.{field})"),
            Self::And(parts) => list(f, parts, " && ", |p| format!("({p})")),
            Self::Or(parts) => list(f, parts, " || ", |p| format!("({p})")),
            Self::Not(part) => write!(f, "!({part})"),
            Self::Compare(op, _, a, b) => {
                let op = match op {
                    Op::Same => "==",
                    Op::Other => "!=",
                    Op::Less => "<",
                    Op::AtMost => "<=",
                    Op::More => ">",
                    Op::AtLeast => ">=",
                };
                write!(f, "{a} {op} {b}")
            }
            Self::In(a, b) => write!(f, "{a} in {b}"),
            Self::Exists(r) => range(f, r, "exists"),
            Self::All(r) => range(f, r, "all"),
            Self::Count(r) => range(f, r, "count"),
            Self::Latest(r, Part::Given(field)) => {
                f.write_str("given(")?;
                range(f, r, "latest")?;
                write!(f, ".{field})")
            }
            Self::Latest(r, part) => {
                range(f, r, "latest")?;
                match part {
                    Part::Field(field) | Part::Given(field) => write!(f, ".{field}"),
                    Part::At => f.write_str(".at"),
                }
            }
            Self::Follows(a, b) => write!(f, "follows({a}, {b})"),
            Self::Elapsed(since, period) => write!(f, "elapsed({since}, \"{period}\")"),
        }
    }
}

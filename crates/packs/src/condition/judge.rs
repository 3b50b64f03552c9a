//! How a condition is judged: three-valued, in both readings of estimated times.
//!
//! A question whose answer hangs on *when* something happened (a comparison of instants, a range of
//! records, an elapsed period) is asked once in each reading as a whole; where the two answers
//! differ, it is unknown.

use super::tree::{Op, Part, Range, Subject, Tree};
use tutela_domain::entry::Entry;
use tutela_domain::facts::Fact;
use tutela_domain::rules::Scope;
use tutela_domain::time::Reckoning;
use tutela_domain::value::{Kind, Truth, Value};
use tutela_domain::view::{View, happened_after};

/// How deep ranges may stand in each other.
pub(super) const MOST_RANGES: usize = 2;

/// The records that the variables of ranges stand for.
#[derive(Clone, Copy, Default)]
pub(super) struct Rows<'a>([Option<&'a Entry>; MOST_RANGES]);

impl<'a> Rows<'a> {
    fn with(mut self, depth: usize, entry: &'a Entry) -> Self {
        if let Some(slot) = self.0.get_mut(depth) {
            *slot = Some(entry);
        }
        self
    }
}

/// Reads a fact: in one reading, or where none is given, as both agree.
pub(super) type ReadFact<'s> = dyn Fn(&'static Fact, Option<&View<'_>>) -> Value + 's;

/// A condition being asked.
pub(super) struct Ask<'s, 'a> {
    /// About what.
    pub scope: &'s Scope<'a>,
    /// How facts are read.
    pub fact: &'s ReadFact<'s>,
    /// How days are counted.
    pub reckoning: &'s Reckoning,
}

impl<'a> Ask<'_, 'a> {
    fn subject(&self, subject: &Subject, rows: Rows<'a>) -> Option<&'a Entry> {
        match subject {
            Subject::This(_) => self.scope.this,
            Subject::Occasion(_) => self.scope.occasion,
            Subject::Row(depth, ..) => rows.0.get(*depth).copied().flatten(),
        }
    }

    fn both(&self, view: Option<View<'a>>, read: impl Fn(View<'a>) -> Value) -> Value {
        match view {
            Some(view) => read(view),
            None => read(self.scope.moment.earliest).agree(read(self.scope.moment.latest)),
        }
    }

    /// The truth of a tree.
    pub fn truth(&self, tree: &Tree, view: Option<View<'a>>, rows: Rows<'a>) -> Truth {
        self.value(tree, view, rows).truth()
    }

    /// The value of a tree, in one reading or as both agree.
    pub fn value(&self, tree: &Tree, view: Option<View<'a>>, rows: Rows<'a>) -> Value {
        match tree {
            Tree::Truth(truth) => (*truth).into(),
            Tree::Number(number) => Value::Number(*number),
            Tree::Code(code) => Value::Code(code.clone()),
            Tree::Codes(codes) => Value::Codes(codes.clone()),
            Tree::Numbers(_) => Value::Unknown,
            Tree::Fact(fact) => {
                // Facts that are instants are read in the reading that is asked; the others as both
                // readings agree, which is remembered for all rules and never claims more.
                let in_view = view.as_ref().filter(|_| fact.kind == Kind::Instant);
                (self.fact)(fact, in_view)
            }
            Tree::Field(subject, field) => field_of(self.subject(subject, rows), field),
            Tree::At(subject) => match self.subject(subject, rows) {
                Some(entry) => self.both(view, |v| Value::Instant(v.effect(entry))),
                None => Value::Unknown,
            },
            Tree::Given(subject, field) => given(self.subject(subject, rows), field),
            Tree::And(parts) => self.fold(parts, Truth::True, Truth::False, Truth::and, view, rows),
            Tree::Or(parts) => self.fold(parts, Truth::False, Truth::True, Truth::or, view, rows),
            Tree::Not(part) => self.truth(part, view, rows).not().into(),
            Tree::Compare(op, kind, a, b) => self.compare(*op, *kind, (a, b), view, rows),
            Tree::In(a, b) => self.member(a, b, view, rows),
            Tree::Exists(range) => self.both(view, |v| self.some(range, v, rows, false)),
            Tree::All(range) => self.both(view, |v| Value::Truth(self.some(range, v, rows, true).truth().not())),
            Tree::Count(_) => match self.bounds(tree, view, rows) {
                Some((low, high)) if low == high => Value::Number(low),
                _ => Value::Unknown,
            },
            Tree::Latest(range, part) => self.both(view, |v| self.newest(range, part, v, rows)),
            Tree::Follows(a, b) => match (self.subject(a, rows), self.subject(b, rows)) {
                (Some(a), Some(b)) => happened_after(a, b, &self.scope.moment.earliest.case.calendar.zone).into(),
                _ => Value::Unknown,
            },
            Tree::Elapsed(since, period) => self.both(view, |v| match self.value(since, Some(v), rows) {
                Value::Instant(from) => (v.at() >= v.case.calendar.after(from, *period, self.reckoning)).into(),
                _ => Value::Unknown,
            }),
        }
    }

    fn fold(
        &self,
        parts: &[Tree],
        empty: Truth,
        settles: Truth,
        join: fn(Truth, Truth) -> Truth,
        view: Option<View<'a>>,
        rows: Rows<'a>,
    ) -> Value {
        let mut truth = empty;
        for part in parts {
            truth = join(truth, self.truth(part, view, rows));
            if truth == settles {
                break;
            }
        }
        truth.into()
    }

    fn compare(&self, op: Op, kind: Kind, (a, b): (&Tree, &Tree), view: Option<View<'a>>, rows: Rows<'a>) -> Value {
        match kind {
            Kind::Number => match (self.bounds(a, view, rows), self.bounds(b, view, rows)) {
                (Some(a), Some(b)) => numbers(op, a, b).into(),
                _ => Value::Unknown,
            },
            Kind::Instant => self.both(view, |v| {
                match (self.value(a, Some(v), rows), self.value(b, Some(v), rows)) {
                    (Value::Instant(a), Value::Instant(b)) => ordered(op, &a, &b).into(),
                    _ => Value::Unknown,
                }
            }),
            _ => match (self.value(a, view, rows), self.value(b, view, rows)) {
                (Value::Truth(Truth::Unknown) | Value::Unknown, _) => Value::Unknown,
                (_, Value::Truth(Truth::Unknown) | Value::Unknown) => Value::Unknown,
                (a, b) => ((a == b) == (op == Op::Same)).into(),
            },
        }
    }

    fn member(&self, a: &Tree, b: &Tree, view: Option<View<'a>>, rows: Rows<'a>) -> Value {
        match (self.value(a, view, rows), b) {
            (Value::Number(n), Tree::Numbers(numbers)) => numbers.contains(&n).into(),
            (Value::Code(code), Tree::Codes(codes)) => codes.contains(&code).into(),
            (Value::Code(code), b) => match self.value(b, view, rows) {
                Value::Codes(codes) => codes.contains(&code).into(),
                _ => Value::Unknown,
            },
            _ => Value::Unknown,
        }
    }

    /// Whether the condition holds for one record.
    fn picks(&self, range: &Range, entry: &'a Entry, view: View<'a>, rows: Rows<'a>) -> Truth {
        match &range.condition {
            Some(condition) => self.truth(condition, Some(view), rows.with(range.depth, entry)),
            None => Truth::True,
        }
    }

    /// Whether some record has the condition, or with `failing`, does not have it.
    fn some(&self, range: &Range, view: View<'a>, rows: Rows<'a>, failing: bool) -> Value {
        let mut found = Truth::False;
        for entry in view.all(range.record_type) {
            let picks = self.picks(range, entry, view, rows);
            found = found.or(if failing { picks.not() } else { picks });
            if found.is_true() {
                break;
            }
        }
        found.into()
    }

    /// Between which numbers a number lies, known-nothing excepted.
    fn bounds(&self, tree: &Tree, view: Option<View<'a>>, rows: Rows<'a>) -> Option<(i64, i64)> {
        let Tree::Count(range) = tree else {
            return match self.value(tree, view, rows) {
                Value::Number(n) => Some((n, n)),
                _ => None,
            };
        };
        let counted = |v: View<'a>| {
            let (mut sure, mut possible) = (0, 0);
            for entry in v.all(range.record_type) {
                match self.picks(range, entry, v, rows) {
                    Truth::True => sure += 1,
                    Truth::Unknown => possible += 1,
                    Truth::False => {}
                }
            }
            (sure, sure + possible)
        };
        Some(match view {
            Some(view) => counted(view),
            None => {
                let (a, b) = (counted(self.scope.moment.earliest), counted(self.scope.moment.latest));
                (a.0.min(b.0), a.1.max(b.1))
            }
        })
    }

    /// A part of the newest record that the condition picks. A newer one that may be picked leaves
    /// it open, unless it says the same.
    fn newest(&self, range: &Range, part: &Part, view: View<'a>, rows: Rows<'a>) -> Value {
        let mut entries: Vec<&Entry> = view.all(range.record_type).collect();
        entries.sort_by_key(|e| std::cmp::Reverse(view.order(e)));
        let mut open: Option<Value> = None;
        for entry in entries {
            let picks = self.picks(range, entry, view, rows);
            if picks.is_false() {
                continue;
            }
            let value = match part {
                Part::Field(field) => field_of(Some(entry), field),
                Part::Given(field) => given(Some(entry), field),
                Part::At => Value::Instant(view.effect(entry)),
            };
            let agreed = match open.take() {
                Some(before) => before.agree(value),
                None => value,
            };
            if picks.is_true() || agreed == Value::Unknown {
                return agreed;
            }
            open = Some(agreed);
        }
        Value::Unknown
    }
}

/// A field of a record; `number` is the number of its entry, which other records name.
fn field_of(entry: Option<&Entry>, field: &str) -> Value {
    if field == "number" {
        let number = entry.and_then(|e| i64::try_from(e.seq).ok());
        return number.map_or(Value::Unknown, Value::Number);
    }
    entry.and_then(|e| e.record.value_of(field)).unwrap_or(Value::Unknown)
}

/// Whether a field of a record was filled in.
fn given(entry: Option<&Entry>, field: &str) -> Value {
    entry.map_or(Value::Unknown, |e| e.record.write_field(field).is_some().into())
}

fn ordered<T: Ord>(op: Op, a: &T, b: &T) -> bool {
    match op {
        Op::Same => a == b,
        Op::Other => a != b,
        Op::Less => a < b,
        Op::AtMost => a <= b,
        Op::More => a > b,
        Op::AtLeast => a >= b,
    }
}

/// Compares two numbers of which only bounds may be known.
fn numbers(op: Op, a: (i64, i64), b: (i64, i64)) -> Truth {
    match op {
        Op::Less if a.1 < b.0 => Truth::True,
        Op::Less if a.0 >= b.1 => Truth::False,
        Op::AtMost if a.1 <= b.0 => Truth::True,
        Op::AtMost if a.0 > b.1 => Truth::False,
        Op::More => numbers(Op::Less, b, a),
        Op::AtLeast => numbers(Op::AtMost, b, a),
        Op::Same if a.0 == a.1 && a == b => Truth::True,
        Op::Same if a.1 < b.0 || b.1 < a.0 => Truth::False,
        Op::Other => numbers(Op::Same, a, b).not(),
        _ => Truth::Unknown,
    }
}

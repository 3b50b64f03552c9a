//! Finds conditions that can only ever be true, or only ever be false.
//!
//! Facts and fields are tried as free names: every way in which a few truths, codes and numbers may
//! stand. Where there are too many, only what holds with nothing known is found.

use super::tree::{Op, Tree};
use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;
use tutela_domain::facts::Fact;
use tutela_domain::fields::Control;
use tutela_domain::records::RecordType;
use tutela_domain::value::{Kind, Truth};

/// The most ways that are tried.
const MOST_WAYS: usize = 4096;

#[derive(Clone, Debug, PartialEq)]
enum Held {
    Truth(bool),
    Code(String),
    Number(i64),
}

/// What the free names of a tree hold, and where in a way each part of the tree stands that reads as one.
#[derive(Default)]
struct Names<'t> {
    /// What each name may hold.
    held: Vec<Vec<Held>>,
    /// The place of each name, by its text.
    places: BTreeMap<String, usize>,
    /// The same by the part of the tree that reads as it: each part is written out once, and not for every way.
    parts: HashMap<*const Tree, usize>,
    /// Ranges of records of which the condition says by itself what they are.
    settled: HashMap<*const Tree, Truth>,
    _tree: PhantomData<&'t Tree>,
}

impl<'t> Names<'t> {
    fn of(tree: &'t Tree) -> Self {
        let mut names = Self::default();
        collect(tree, &mut names);
        names
    }

    fn add(&mut self, tree: &'t Tree, held: Vec<Held>) {
        let next = self.places.len();
        let place = *self.places.entry(tree.to_string()).or_insert(next);
        self.parts.insert(std::ptr::from_ref(tree), place);
        if place == next {
            self.held.push(Vec::new());
        }
        let Some(kept) = self.held.get_mut(place) else { return };
        for value in held {
            if !kept.contains(&value) {
                kept.push(value);
            }
        }
    }
}

/// One way in which the names of a tree may stand.
#[derive(Clone, Copy)]
struct Way<'n> {
    names: &'n Names<'n>,
    /// None where nothing is known of them.
    number: Option<usize>,
}

impl<'n> Way<'n> {
    fn held(self, tree: &Tree) -> Option<&'n Held> {
        let (mut way, Names { held, parts, .. }) = (self.number?, self.names);
        let place = *parts.get(&std::ptr::from_ref(tree))?;
        for values in held.get(..place)? {
            way /= values.len().max(1);
        }
        let values = held.get(place)?;
        values.get(way % values.len().max(1))
    }
}

/// What the condition always is, when it can only be one.
pub(super) fn constant(tree: &Tree) -> Option<bool> {
    let names = &Names::of(tree);
    let way = |number| Way { names, number };
    let mut ways = names.held.iter();
    let ways = ways.try_fold(1usize, |n, held| n.checked_mul(held.len().max(1)));
    let Some(ways) = ways.filter(|n| *n <= MOST_WAYS) else {
        return known(judge(tree, way(None)));
    };
    let mut seen: Option<Truth> = None;
    for number in 0..ways {
        let truth = judge(tree, way(Some(number)));
        if seen.is_some_and(|before| before != truth) || truth == Truth::Unknown {
            return None;
        }
        seen = Some(truth);
    }
    seen.and_then(known)
}

fn known(truth: Truth) -> Option<bool> {
    match truth {
        Truth::True => Some(true),
        Truth::False => Some(false),
        Truth::Unknown => None,
    }
}

/// Whether a tree is a name that may hold any value of its kind.
fn is_name(tree: &Tree) -> bool {
    matches!(
        tree,
        Tree::Fact(_) | Tree::Field(..) | Tree::Latest(..) | Tree::Count(_)
    )
}

fn collect<'t>(tree: &'t Tree, names: &mut Names<'t>) {
    match tree {
        Tree::Truth(_) => {}
        Tree::And(_) | Tree::Or(_) | Tree::Not(_) => {
            for part in tree.parts() {
                collect(part, names);
            }
        }
        Tree::Compare(_, Kind::Truth, a, b) => {
            collect(a, names);
            collect(b, names);
        }
        Tree::Compare(_, Kind::Number, a, b) => match (a.as_ref(), b.as_ref()) {
            (Tree::Number(n), name) | (name, Tree::Number(n)) if is_name(name) => names.add(name, around(&[*n])),
            (Tree::Number(_), Tree::Number(_)) => {}
            _ => free(tree, &[a.as_ref(), b.as_ref()], names),
        },
        Tree::Compare(_, Kind::Code, a, b) => match (a.as_ref(), b.as_ref()) {
            (Tree::Code(c), name) | (name, Tree::Code(c)) => names.add(name, codes(name, std::slice::from_ref(c))),
            _ => free(tree, &[a.as_ref(), b.as_ref()], names),
        },
        Tree::In(a, b) => match (a.as_ref(), b.as_ref()) {
            (name, Tree::Codes(list)) if is_name(name) => names.add(name, codes(name, list)),
            (name, Tree::Numbers(list)) if is_name(name) => names.add(name, around(list)),
            _ => free(tree, &[a.as_ref()], names),
        },
        // A range may be empty; what it says of its records is settled apart.
        Tree::Exists(r) if r.condition.as_deref().and_then(constant) == Some(false) => {
            names.settled.insert(tree, Truth::False);
        }
        Tree::All(r) if r.condition.as_deref().and_then(constant) == Some(true) => {
            names.settled.insert(tree, Truth::True);
        }
        _ => names.add(tree, either()),
    }
}

/// A comparison that may come out either way, unless other comparisons say what its sides hold.
fn free<'t>(tree: &'t Tree, sides: &[&'t Tree], names: &mut Names<'t>) {
    for side in sides {
        names.add(side, Vec::new());
    }
    names.add(tree, either());
}

fn either() -> Vec<Held> {
    vec![Held::Truth(true), Held::Truth(false)]
}

/// The numbers at which comparisons turn. No fact, field or count is negative.
fn around(numbers: &[i64]) -> Vec<Held> {
    let near = numbers.iter().flat_map(|n| [n - 1, *n, n + 1]);
    near.filter(|n| *n >= 0).map(Held::Number).collect()
}

/// The codes that are named, and one that is not, when the list has another.
fn codes(name: &Tree, named: &[String]) -> Vec<Held> {
    let all = codes_of(name);
    // Another comparison of the same name may add codes, so every code of a short list is tried.
    if all.len() <= 16 {
        return all.into_iter().map(|c| Held::Code(c.to_owned())).collect();
    }
    let mut held: Vec<Held> = named.iter().cloned().map(Held::Code).collect();
    held.push(Held::Code(String::new()));
    held
}

fn codes_of(name: &Tree) -> Vec<&'static str> {
    let field = |record_type: RecordType, field: &str| {
        let fields = record_type.fields();
        match fields.iter().find(|f| f.name == field).map(|f| f.control) {
            Some(Control::One(list)) => list.codes.to_vec(),
            _ => Vec::new(),
        }
    };
    match name {
        Tree::Fact(Fact { codes, .. }) => codes.map(<[_]>::to_vec).unwrap_or_default(),
        Tree::Field(subject, name) => subject.types().first().map_or_else(Vec::new, |t| field(*t, name)),
        Tree::Latest(range, super::tree::Part::Field(name)) => field(range.record_type, name),
        _ => Vec::new(),
    }
}

fn judge(tree: &Tree, way: Way<'_>) -> Truth {
    let of = |tree: &Tree| way.held(tree);
    let truth = |tree: &Tree| match of(tree) {
        Some(Held::Truth(t)) => Truth::from(*t),
        _ => Truth::Unknown,
    };
    match tree {
        Tree::Truth(t) => (*t).into(),
        Tree::And(parts) => parts.iter().map(|p| judge(p, way)).fold(Truth::True, Truth::and),
        Tree::Or(parts) => parts.iter().map(|p| judge(p, way)).fold(Truth::False, Truth::or),
        Tree::Not(part) => judge(part, way).not(),
        Tree::Compare(op, Kind::Truth, a, b) => match (judge(a, way), judge(b, way)) {
            (Truth::Unknown, _) | (_, Truth::Unknown) => Truth::Unknown,
            (a, b) => ((a == b) == (*op == Op::Same)).into(),
        },
        Tree::Compare(op, Kind::Number, a, b) => {
            let number = |t: &Tree| match (t, of(t)) {
                (Tree::Number(n), _) => Some(*n),
                (_, Some(Held::Number(n))) => Some(*n),
                _ => None,
            };
            match (number(a), number(b)) {
                (Some(a), Some(b)) => match op {
                    Op::Same => a == b,
                    Op::Other => a != b,
                    Op::Less => a < b,
                    Op::AtMost => a <= b,
                    Op::More => a > b,
                    Op::AtLeast => a >= b,
                }
                .into(),
                _ => truth(tree),
            }
        }
        Tree::Compare(op, Kind::Code, a, b) => {
            let code = |t: &Tree| match (t, of(t)) {
                (Tree::Code(c), _) | (_, Some(Held::Code(c))) => Some(c.clone()),
                _ => None,
            };
            match (code(a), code(b)) {
                (Some(a), Some(b)) => ((a == b) == (*op == Op::Same)).into(),
                _ => truth(tree),
            }
        }
        Tree::In(a, b) => match (of(a), b.as_ref()) {
            (Some(Held::Code(c)), Tree::Codes(list)) => list.contains(c).into(),
            (Some(Held::Number(n)), Tree::Numbers(list)) => list.contains(n).into(),
            _ => truth(tree),
        },
        _ => match way.names.settled.get(&std::ptr::from_ref(tree)) {
            Some(settled) => *settled,
            None => truth(tree),
        },
    }
}

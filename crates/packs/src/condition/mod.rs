//! Conditions: text in CEL syntax, checked for names and types, compiled to three-valued judgements.

mod check;
mod constant;
mod judge;
mod parse;
mod tree;

#[cfg(test)]
mod differential;
#[cfg(test)]
mod tests;

use judge::{Ask, Rows};
use std::sync::Arc;
use tutela_domain::facts::Fact;
use tutela_domain::records::RecordType;
use tutela_domain::rules::{Changes, Condition, Scope};
use tutela_domain::time::Reckoning;
use tutela_domain::value::Value;
use tutela_domain::view::{Moment, View};

pub use parse::{DEEPEST, LONGEST, MOST_NODES};

/// What a condition may speak of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signature<'s> {
    /// The types of the record that is judged; `None` where there is none.
    pub this: Option<&'s [RecordType]>,
    /// Whether `this` is the newest record of its type, and not one that is at hand.
    pub newest: bool,
    /// Whether it is asked where a step is judged: then it may speak of what the rules themselves say.
    pub step: bool,
    /// The types of the record that is answered; `None` where there is none.
    pub occasion: Option<&'s [RecordType]>,
    /// Whether it speaks of the authority, and not of one case.
    pub authority: bool,
    /// How days are counted; without it, `elapsed` counts hours only.
    pub reckoning: Option<&'s Reckoning>,
}

/// What is wrong with a condition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}. {remedy}")]
pub struct ConditionError {
    /// Where in the text, in bytes.
    pub offset: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

impl ConditionError {
    fn new(offset: usize, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            offset,
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

/// Reads, checks and compiles a condition. One that can only ever be true, or only ever be false,
/// is refused: a rule with it applies always, or never.
pub fn compile(text: &str, signature: &Signature<'_>) -> Result<Condition, ConditionError> {
    let tree = checked(text, signature)?;
    if let Some(always) = constant::constant(&tree) {
        return Err(ConditionError::new(
            0,
            format!("the condition is always {always}"),
            "Leave the key out, or take out what contradicts or repeats itself.",
        ));
    }
    Ok(compiled(text, tree, signature.reckoning))
}

fn checked(text: &str, signature: &Signature<'_>) -> Result<tree::Tree, ConditionError> {
    check::check(&parse::parse(text)?, signature)
}

fn compiled(text: &str, tree: tree::Tree, reckoning: Option<&Reckoning>) -> Condition {
    let facts = tree.facts();
    let speaks_of = tree.speaks_of();
    let periods = tree.periods();
    let reckoning = reckoning.cloned().unwrap_or_default();
    let counted = reckoning.clone();
    let judge = move |scope: &Scope<'_>| {
        let fact = |fact: &'static Fact, view: Option<&View<'_>>| read_fact(scope, fact, view);
        let ask = Ask {
            scope,
            fact: &fact,
            reckoning: &reckoning,
        };
        ask.truth(&tree, None, Rows::default())
    };
    let counts = !periods.is_empty();
    let elapses = move |view: &View<'_>| {
        // In one view both readings are the same.
        let scope = Scope::of(Moment::read_as(view));
        let fact = |fact: &'static Fact, _: Option<&View<'_>>| (fact.read)(view);
        let ask = Ask {
            scope: &scope,
            fact: &fact,
            reckoning: &counted,
        };
        tree::elapses(&periods, &ask, view)
    };
    let elapses: Option<Changes> = if counts { Some(Arc::new(elapses)) } else { None };
    Condition::new(text.to_owned(), facts, speaks_of, Arc::new(judge), elapses)
}

fn read_fact(scope: &Scope<'_>, fact: &'static Fact, view: Option<&View<'_>>) -> Value {
    match view {
        Some(view) => (fact.read)(view),
        None => scope.fact(fact),
    }
}

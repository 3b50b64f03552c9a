//! Steps that are not open, with their safeguards; and the page of a refused step.

use super::case::CaseHead;
use super::duty::{FactLine, RuleView, SourceList};
use super::frame::Frame;
use crate::words::Words;
use askama::Template;
use tutela_domain::records::RecordType;

/// Where a safeguard stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SafeguardState {
    /// It is met.
    Met,
    /// It is missing.
    Missing,
    /// Whether it is met depends on what is entered in the step's form.
    DependsOnEntry,
    /// It was set aside for the next such step, by whom the law allows.
    Overridden,
}

/// What a safeguard's law says of overriding it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverrideRule {
    /// Nobody may.
    Never,
    /// A court may.
    Court,
    /// A reasoned decision may.
    Reasoned,
}

impl OverrideRule {
    /// The locale key.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Never => "override-never",
            Self::Court => "override-court",
            Self::Reasoned => "override-reasoned",
        }
    }
}

/// A safeguard of a step.
#[derive(Clone, Debug)]
pub struct SafeguardView {
    /// Its id.
    pub id: String,
    /// What it asks.
    pub title: String,
    /// Where it stands.
    pub state: SafeguardState,
    /// What is missing, in a sentence.
    pub missing: Option<String>,
    /// Who can supply it, in words.
    pub ask: Option<String>,
    /// The record that would supply it.
    pub remedy: Option<RecordType>,
    /// Who may override it.
    pub overriding: OverrideRule,
    /// The law.
    pub sources: SourceList,
}

impl SafeguardView {
    /// The locale key of the state.
    pub fn state_key(&self) -> &'static str {
        match self.state {
            SafeguardState::Met => "safeguard-met",
            SafeguardState::Missing => "safeguard-missing",
            SafeguardState::DependsOnEntry => "safeguard-depends",
            SafeguardState::Overridden => "safeguard-overridden",
        }
    }

    /// The symbol of the state.
    pub fn icon(&self) -> &'static str {
        match self.state {
            SafeguardState::Met => "i-ok",
            SafeguardState::Missing => "i-no",
            SafeguardState::DependsOnEntry => "i-pen",
            SafeguardState::Overridden => "i-warn",
        }
    }

    /// The class of the symbol.
    pub fn class(&self) -> &'static str {
        match self.state {
            SafeguardState::Met => "t-icon t-good",
            SafeguardState::Missing => "t-icon t-bad",
            SafeguardState::DependsOnEntry => "t-icon t-quiet",
            SafeguardState::Overridden => "t-icon t-bad",
        }
    }
}

/// A step that is not open.
#[derive(Clone, Debug)]
pub struct BlockedStep {
    /// The step.
    pub step: RecordType,
    /// Its safeguards.
    pub safeguards: Vec<SafeguardView>,
    /// What else there is to say, in a sentence.
    pub note: Option<String>,
}

impl BlockedStep {
    /// The safeguards in a state.
    pub fn in_state(&self, state: SafeguardState) -> Vec<&SafeguardView> {
        self.safeguards.iter().filter(|s| s.state == state).collect()
    }

    /// Those missing.
    pub fn missing(&self) -> Vec<&SafeguardView> {
        self.in_state(SafeguardState::Missing)
    }

    /// Those that depend on what is entered.
    pub fn depends(&self) -> Vec<&SafeguardView> {
        self.in_state(SafeguardState::DependsOnEntry)
    }

    /// Those met.
    pub fn met(&self) -> Vec<&SafeguardView> {
        self.in_state(SafeguardState::Met)
    }

    /// "Authorise the return: not open yet, 3 safeguards missing"
    pub fn headline(&self, words: &Words) -> String {
        words.t2(
            "blocked-step",
            "act",
            words.act(self.step),
            "missing",
            self.missing().len(),
        )
    }

    /// The address of the page that says why.
    pub fn why(&self, head: &CaseHead) -> String {
        format!("{}/steps/{}", head.address(), self.step.name())
    }
}

/// A safeguard with the facts that its rule looked at.
#[derive(Clone, Debug)]
pub struct ExplainedSafeguard {
    /// The safeguard.
    pub safeguard: SafeguardView,
    /// The facts.
    pub facts: Vec<FactLine>,
    /// The rule.
    pub rule: RuleView,
}

/// "Why is this blocked?"
#[derive(Template)]
#[template(path = "step.html")]
pub struct StepPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The case.
    pub head: &'a CaseHead,
    /// The step.
    pub step: &'a BlockedStep,
    /// Its safeguards, explained; those missing come first.
    pub safeguards: &'a [ExplainedSafeguard],
}

/// A step was asked for and refused.
#[derive(Template)]
#[template(path = "refused.html")]
pub struct RefusedPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The case.
    pub head: &'a CaseHead,
    /// The step, with what is missing.
    pub step: &'a BlockedStep,
    /// The address of the draft that keeps what was typed.
    pub draft: &'a str,
}

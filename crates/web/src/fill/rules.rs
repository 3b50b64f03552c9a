//! Duties, steps, breaches and alerts in words.

use super::Filler;
use crate::dates::Stamp;
use crate::pages::case::{Alert, Breach, PastLine};
use crate::pages::duty::{self, Due, DutyView, FactLine, RuleView, SourceList};
use crate::pages::safeguard::{BlockedStep, ExplainedSafeguard, OverrideRule, SafeguardState, SafeguardView};
use crate::words::Words;
use tutela_app::{App, RuleWords};
use tutela_domain::admit::Asked;
use tutela_domain::assess::{self, AlertInstance, DutyInstance, DutyState, Guard, GuardState};
use tutela_domain::facts::Fact;
use tutela_domain::records::RecordType;
use tutela_domain::rules::{Override, Rule, Weight};
use tutela_domain::time::day_of;
use tutela_domain::value::{Truth, Value};

/// What the id of a duty to find something out begins with.
const FIND_OUT: &str = "find-out/";

/// The title of a rule by its name (`pack/id`).
pub(super) fn title(words: &Words, app: &App, name: &str) -> String {
    app.newest_words(name, &words.tag()).title.unwrap_or(name).to_owned()
}

/// What is owed under a rule, by the rule's name (`pack/id`).
pub(super) fn owed(words: &Words, app: &App, name: &str) -> String {
    let id = name.split_once('/').map_or(name, |(_, id)| id);
    owed_words(words, id, app.newest_words(name, &words.tag()))
}

/// What a safeguard lacked is owed under the safeguard's own id: then the words say what is missing.
fn owed_words(words: &Words, id: &str, said: RuleWords<'_>) -> String {
    match id.strip_prefix(FIND_OUT) {
        Some(fact) => find_out(words, fact),
        None => said.missing.or(said.title).unwrap_or(id).to_owned(),
    }
}

fn find_out(words: &Words, fact: &str) -> String {
    let sentence = Fact::of(fact).map_or_else(|| fact.to_owned(), |f| words.fact(f));
    words.t1("find-out", "fact", sentence)
}

impl Filler<'_> {
    /// A duty.
    pub fn duty(&self, duty: &DutyInstance) -> DutyView {
        let zone = self.zone();
        let now = self.view.at;
        let said = self.app.rule_words(&duty.rule, &self.words.tag());
        let opened = self.at(duty.opened);
        let due = match &duty.due {
            Some(due) if due.whole_day => Due::By(Stamp::Day(day_of(due.at, zone))),
            Some(due) => Due::By(self.at(due.at)),
            None if duty.urgency.is_some() => Due::Promptly(opened),
            None => Due::While(opened),
        };
        let set_by = duty.due.as_ref().and_then(|d| d.set_by.as_ref());
        let because = duty
            .noticed_before()
            .map(|entry| self.words.t1("duty-noticed", "entry", entry));
        DutyView {
            id: duty.key(),
            title: owed_words(self.words, &duty.rule.id, said),
            state: state(duty.state),
            due,
            days: duty.due.as_ref().map(|d| super::days_until(now, d.at, zone)),
            who: duty.who.to_string(),
            date_set_by: set_by.map(|rule| self.app.pack_title(rule).unwrap_or(&rule.pack.pack).to_owned()),
            because,
            sources: sources(&duty.rule),
            done_by: duty.supplied_by.first().copied(),
            done_entry: duty.done.and_then(|d| d.entry),
        }
    }

    /// A rule, with its condition.
    pub fn rule(&self, rule: &Rule, condition: Option<&str>) -> RuleView {
        let weights = [Weight::Binding, Weight::Guidance, Weight::Agreement];
        let strongest = weights.iter().find(|w| rule.sources.iter().any(|s| s.weight == **w));
        let force = strongest.map(|weight| {
            self.words.t(match weight {
                Weight::Binding => "force-binding",
                Weight::Guidance => "force-guidance",
                Weight::Agreement => "force-agreement",
            })
        });
        let unread = (!rule.checked).then(|| self.words.t("source-unread"));
        let said: Vec<String> = force.into_iter().chain(unread).collect();
        RuleView {
            id: rule.id.clone(),
            pack: self.app.pack_title(rule).unwrap_or(&rule.pack.pack).to_owned(),
            version: rule.pack.version.clone(),
            in_force: rule.pack.from.map(|from| self.at(from)),
            condition: condition.map(str::to_owned),
            force: (!said.is_empty()).then(|| said.join(" ")),
        }
    }

    /// The facts of a rule, when it opened and now.
    pub fn facts(&self, facts: &[(&'static Fact, Value, Value)]) -> Vec<FactLine> {
        facts
            .iter()
            .map(|(fact, then, now)| FactLine {
                sentence: self.words.fact(fact),
                value: if then == now {
                    self.value(now)
                } else {
                    self.words
                        .t2("fact-then-now", "then", self.value(then), "now", self.value(now))
                },
                entry: None,
            })
            .collect()
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Truth(Truth::True) => self.words.t("truth-yes"),
            Value::Truth(Truth::False) => self.words.t("truth-no"),
            Value::Truth(Truth::Unknown) | Value::Unknown => self.words.t("truth-unknown"),
            Value::Number(n) => n.to_string(),
            Value::Code(code) => code.replace('_', " "),
            Value::Codes(codes) => codes.join(", ").replace('_', " "),
            Value::Instant(at) => self.words.stamp(&self.at(*at)),
        }
    }

    /// A gated step with all its safeguards.
    pub fn step(&self, step: RecordType) -> BlockedStep {
        let gate = self.view.assessment.gates.iter().find(|g| g.step == step);
        BlockedStep {
            step,
            safeguards: gate
                .map(|g| g.guards.iter().map(|guard| self.guard(guard)).collect())
                .unwrap_or_default(),
            note: None,
        }
    }

    /// The steps that are not open, the gravest first.
    pub fn blocked(&self) -> Vec<BlockedStep> {
        let mut steps: Vec<BlockedStep> = self
            .view
            .assessment
            .gates
            .iter()
            .filter(|gate| gate.missing().next().is_some())
            .map(|gate| self.step(gate.step))
            .collect();
        steps.sort_by_key(|s| !s.step.is_grave());
        steps
    }

    /// The safeguards of a step with the facts that they read; those missing come first.
    pub fn explained(&self, step: RecordType) -> Vec<ExplainedSafeguard> {
        let gate = self.view.assessment.gates.iter().find(|g| g.step == step);
        let mut guards: Vec<&Guard> = gate.map(|g| g.guards.iter().collect()).unwrap_or_default();
        guards.sort_by_key(|g| match g.state {
            GuardState::Missing => 0,
            GuardState::Depends => 1,
            GuardState::Overridden => 2,
            GuardState::Met => 3,
        });
        guards
            .into_iter()
            .map(|guard| ExplainedSafeguard {
                safeguard: self.guard(guard),
                facts: self
                    .view
                    .facts_of(&guard.safeguard)
                    .into_iter()
                    .map(|(fact, value)| FactLine {
                        sentence: self.words.fact(fact),
                        value: self.value(&value),
                        entry: None,
                    })
                    .collect(),
                rule: self.rule(&guard.safeguard.rule, Some(&guard.safeguard.require.text)),
            })
            .collect()
    }

    fn guard(&self, guard: &Guard) -> SafeguardView {
        let state = match guard.state {
            GuardState::Met => SafeguardState::Met,
            GuardState::Missing => SafeguardState::Missing,
            GuardState::Depends => SafeguardState::DependsOnEntry,
            GuardState::Overridden => SafeguardState::Overridden,
        };
        let asks = &guard.safeguard;
        self.safeguard(&asks.rule, state, &asks.ask, &asks.supplied_by, asks.may_override)
    }

    fn safeguard(
        &self,
        rule: &Rule,
        state: SafeguardState,
        ask: &str,
        supplied_by: &[RecordType],
        may_override: Override,
    ) -> SafeguardView {
        let said = self.app.rule_words(rule, &self.words.tag());
        let missing = state == SafeguardState::Missing;
        SafeguardView {
            id: rule.id.clone(),
            title: said.title.unwrap_or(&rule.id).to_owned(),
            state,
            missing: said.missing.filter(|_| missing).map(str::to_owned),
            ask: missing.then(|| ask.to_owned()),
            remedy: supplied_by.first().copied().filter(|_| missing),
            overriding: match may_override {
                Override::Never => OverrideRule::Never,
                Override::Court => OverrideRule::Court,
                Override::Reasoned => OverrideRule::Reasoned,
            },
            sources: sources(rule),
        }
    }

    /// A step that was asked for and refused: what was missing, and what was met.
    pub fn refused(&self, step: RecordType, missing: &[Asked], met: &[Asked]) -> BlockedStep {
        let view = |asked: &Asked, state| {
            self.safeguard(&asked.rule, state, &asked.ask, &asked.supplied_by, asked.may_override)
        };
        let missing = missing.iter().map(|a| view(a, SafeguardState::Missing));
        let met = met.iter().map(|a| view(a, SafeguardState::Met));
        BlockedStep {
            step,
            safeguards: missing.chain(met).collect(),
            note: None,
        }
    }

    /// A breach.
    pub fn breach(&self, breach: &assess::Breach) -> Breach {
        let said = self.app.rule_words(&breach.rule, &self.words.tag());
        let entry = self.view.entry(breach.entry);
        let owed = self
            .view
            .assessment
            .duties
            .iter()
            .find(|d| d.rule.id == breach.rule.id && d.opener == assess::Opener::Entry(breach.entry));
        Breach {
            sentence: owed_words(self.words, &breach.rule.id, said),
            at: entry.map_or_else(|| self.at(self.view.at), |e| self.occurred(&e.occurred)),
            entry: breach.entry,
            remedy: owed.and_then(|d| d.supplied_by.first().copied()),
            sources: sources(&breach.rule),
        }
    }

    /// What did not go as the law asks, and is past.
    pub fn past(&self) -> Vec<PastLine> {
        let now = &self.view.assessment;
        let sentence = |rule: &Rule| {
            let said = self.app.rule_words(rule, &self.words.tag());
            said.title.unwrap_or(&rule.id).to_owned()
        };
        let ended = now.breaches.iter().filter(|b| !b.stands()).map(|b| PastLine {
            sentence: sentence(&b.rule),
            note: match (b.changed_by, b.remedied) {
                (Some(by), _) => self.words.t1("past-changed", "entry", by),
                (None, Some(at)) => self.words.t1("past-remedied", "date", self.words.stamp(&self.at(at))),
                (None, None) => String::new(),
            },
            entry: Some(b.entry),
            sources: sources(&b.rule),
        });
        let missed = now.missed.iter().map(|m| PastLine {
            sentence: sentence(&m.rule),
            note: match m.changed_by {
                Some(entry) => self
                    .words
                    .t2("past-noticed", "due", self.words.stamp(&self.at(m.due)), "entry", entry),
                None => self.words.t2(
                    "past-missed",
                    "due",
                    self.words.stamp(&self.at(m.due)),
                    "ended",
                    self.words.stamp(&self.at(m.ended)),
                ),
            },
            entry: m.changed_by,
            sources: sources(&m.rule),
        });
        let overridden = now.overridden.iter().map(|o| PastLine {
            sentence: sentence(&o.rule),
            note: self.words.t1("past-overridden", "entry", o.by),
            entry: Some(o.entry),
            sources: sources(&o.rule),
        });
        ended.chain(missed).chain(overridden).collect()
    }

    /// An alert.
    pub fn alert(&self, alert: &AlertInstance) -> Alert {
        let sentence = if alert.rule.id == assess::UNDERMINED {
            let decision = alert.opener.to_string();
            match alert.because_of {
                Some(by) => self
                    .words
                    .t2("decision-undermined", "decision", decision, "by", by.to_string()),
                // No entry of this case: the authority's book, or a guardian's other child.
                None => self.words.t1("decision-undermined-elsewhere", "decision", decision),
            }
        } else {
            let said = self.app.rule_words(&alert.rule, &self.words.tag());
            said.title.unwrap_or(&alert.rule.id).to_owned()
        };
        Alert {
            id: alert.key(),
            sentence,
            at: self.at(alert.since),
            sources: sources(&alert.rule),
        }
    }
}

fn state(state: DutyState) -> duty::DutyState {
    match state {
        DutyState::NotYet => duty::DutyState::NotYet,
        DutyState::Open => duty::DutyState::Open,
        DutyState::Due => duty::DutyState::Due,
        DutyState::WaitingForOthers => duty::DutyState::Waiting,
        DutyState::Overdue => duty::DutyState::Overdue,
        DutyState::Done => duty::DutyState::Done,
        DutyState::DoneLate => duty::DutyState::DoneLate,
        DutyState::HandedOver => duty::DutyState::HandedOver,
        DutyState::SetAside => duty::DutyState::SetAside,
        DutyState::Ended => duty::DutyState::Ended,
    }
}

fn sources(rule: &Rule) -> SourceList {
    SourceList(rule.sources.iter().map(|s| s.cite.clone()).collect())
}

//! Which rules the stories of a pack show firing, and which satisfied.

use crate::error::PackError;
use crate::pack::{Pack, PackStory, RuleKind, at_rule};
use crate::story::{Expected, Story};
use tutela_domain::rules::Rule;

/// States in which a duty is owed.
const OWED: &[&str] = &["not yet", "open", "due", "waiting for others", "overdue"];
/// States in which it is satisfied.
const SATISFIED: &[&str] = &["done", "done late", "none", "not owed"];

/// What the stories show of one rule.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Shown {
    /// The rule's id.
    pub id: String,
    /// What the rule does.
    pub kind: RuleKind,
    /// The stories in which it fires: a duty is owed, a step is refused, an alert stands.
    pub fires: Vec<String>,
    /// The stories in which it is satisfied: the duty is done or not owed, the step is open, no alert stands.
    pub satisfied: Vec<String>,
}

/// What the stories show, rule by rule.
pub fn coverage(pack: &Pack) -> Vec<Shown> {
    pack.rules().map(|(kind, rule)| shown(pack, kind, rule)).collect()
}

fn shown(pack: &Pack, kind: RuleKind, rule: &Rule) -> Shown {
    let name = rule.name();
    let is = |text: &String| *text == rule.id || *text == name;
    let (mut fires, mut satisfied) = (Vec::new(), Vec::new());
    for PackStory { story, .. } in &pack.stories {
        let (fired, met) = match kind {
            RuleKind::Duty => duty(story, &is),
            RuleKind::Alert => (
                expects(story, |e| e.alerts.iter().any(&is)),
                expects(story, |e| e.no_alerts.iter().any(&is)),
            ),
            RuleKind::Safeguard => {
                let steps = pack.safeguards.iter().find(|s| s.rule.id == rule.id).map(|s| &s.steps);
                let guards = |step: &String| steps.into_iter().flatten().any(|t| t.name() == step);
                (
                    expects(story, |e| {
                        let refused = e.refused_by.iter().flatten().chain(&e.breaches);
                        refused.chain(e.blocked.values().flatten()).any(&is)
                    }),
                    expects(story, |e| {
                        e.met.iter().chain(&e.no_breaches).any(&is) || e.open.iter().any(guards)
                    }),
                )
            }
            RuleKind::Number => {
                let mut numbers = pack.numbers.iter().filter(|(_, n)| n.rule.id == rule.id);
                let due = numbers.any(|(duty, _)| dated(story, duty));
                (due, due)
            }
            RuleKind::Question => {
                let answered = story.steps.iter().any(|s| s.answers.contains_key(&name));
                (answered, answered)
            }
        };
        if fired {
            fires.push(story.id.clone());
        }
        if met {
            satisfied.push(story.id.clone());
        }
    }
    Shown {
        id: rule.id.clone(),
        kind,
        fires,
        satisfied,
    }
}

fn expects(story: &Story, what: impl Fn(&Expected) -> bool) -> bool {
    story.steps.iter().any(|s| what(&s.expect))
}

/// Whether the duty is expected to be owed, and whether it is expected to be satisfied.
fn duty(story: &Story, is: &dyn Fn(&String) -> bool) -> (bool, bool) {
    let in_state = |states: &[&str]| {
        expects(story, |e| {
            let duties = e.duties.iter().chain(&e.authority_duties);
            duties.filter(|d| is(&d.id)).any(|d| states.contains(&d.state.as_str()))
        })
    };
    (in_state(OWED), in_state(SATISFIED))
}

/// Whether a date is expected by which the duty is due.
fn dated(story: &Story, duty: &str) -> bool {
    let id = duty.split_once('/').map_or(duty, |(_, id)| id);
    expects(story, |e| {
        let mut duties = e.duties.iter().filter(|d| d.id == duty || d.id == id);
        duties.any(|d| d.due.is_some() || matches!(d.state.as_str(), "due" | "overdue"))
    })
}

/// The rules that no story shows firing, or none satisfied.
pub fn gaps(pack: &Pack) -> Vec<PackError> {
    let mut gaps = Vec::new();
    for ((_, rule), shown) in pack.rules().zip(coverage(pack)) {
        let (fires, satisfied) = match shown.kind {
            RuleKind::Duty => ("as owed (state `open`, `due`, `overdue`, …)", "as done or `none`"),
            RuleKind::Safeguard => (
                "refusing (`refused_by`, `breaches` or `blocked`)",
                "met (`met`, `open` or `no_breaches`)",
            ),
            RuleKind::Alert => ("standing (`alerts`)", "not standing (`no_alerts`)"),
            RuleKind::Number => ("at work (its duty with a `due`)", ""),
            RuleKind::Question => ("answered (`answers`)", ""),
        };
        for (stories, how) in [(&shown.fires, fires), (&shown.satisfied, satisfied)] {
            if stories.is_empty() && !how.is_empty() {
                gaps.push(at_rule(
                    rule,
                    format!("no story of the pack shows the rule `{}` {how}", rule.id),
                    "Write it into a story in scenarios/.",
                ));
            }
        }
    }
    gaps
}

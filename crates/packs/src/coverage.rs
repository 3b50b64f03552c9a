//! Which rules the stories of a pack show firing, and which satisfied.

use crate::error::PackError;
use crate::pack::{Pack, RuleKind, at_rule};
use tutela_domain::rules::Rule;

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
    let is = |text: &str| text == rule.id || text == name;
    let (mut fires, mut satisfied) = (Vec::new(), Vec::new());
    for story in &pack.stories {
        let (fired, met) = match kind {
            RuleKind::Duty => story.duty(&is),
            RuleKind::Alert => (story.names(&["alerts"], &is), story.names(&["no_alerts"], &is)),
            RuleKind::Safeguard => {
                let steps = pack
                    .safeguards
                    .iter()
                    .find(|s| s.rule.id == rule.id)
                    .map(|s| s.steps.clone());
                let guards = |step: &str| steps.iter().flatten().any(|t| t.name() == step);
                (
                    story.names(&["refused_by", "breaches"], &is) || story.blocked_by(&is),
                    story.names(&["met", "no_breaches"], &is) || story.names(&["open"], &guards),
                )
            }
            RuleKind::Number => {
                let numbers = || pack.numbers.iter().filter(|(_, n)| n.rule.id == rule.id);
                let of_duty = |text: &str| {
                    numbers().any(|(duty, _)| text == duty || duty.split_once('/').is_some_and(|(_, id)| id == text))
                };
                let due = story.due(&of_duty);
                (due, due)
            }
            RuleKind::Question => {
                let answered = story.answers(&|key| key == name);
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

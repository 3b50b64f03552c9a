//! What a pack's stories show of its rules. The stories are played elsewhere; here they are only
//! searched for the rules that they expect.

use crate::error::Report;
use toml::{Table, Value};

/// A story of a pack.
#[derive(Clone, Debug)]
pub struct StoryFile {
    /// Its file in the pack's folder.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Its id; the path when it has none.
    pub id: String,
    steps: Vec<Table>,
}

/// States in which a duty is owed.
const OWED: &[&str] = &["not yet", "open", "due", "waiting for others", "overdue"];
/// States in which it is satisfied.
const SATISFIED: &[&str] = &["done", "done late", "none"];

impl StoryFile {
    /// Reads a story; a file that is not TOML is reported.
    pub(crate) fn read(path: &str, report: &mut Report<'_>) -> Option<Self> {
        let text = report.text;
        let table = match text.parse::<Table>() {
            Ok(table) => table,
            Err(error) => {
                let what = error.message().lines().next().unwrap_or_default().to_owned();
                report.at(
                    error.span().map_or(0, |s| s.start),
                    format!("this is not TOML: {what}"),
                    "docs/SCENARIOS.md shows how a story is written.",
                );
                return None;
            }
        };
        let id = table.get("id").and_then(Value::as_str).unwrap_or(path).to_owned();
        let steps = tables(table.get("step")).cloned().collect();
        Some(Self {
            path: path.to_owned(),
            text: text.to_owned(),
            id,
            steps,
        })
    }

    fn expectations(&self) -> impl Iterator<Item = &Table> {
        self.steps
            .iter()
            .filter_map(|s| s.get("expect").and_then(Value::as_table))
    }

    /// Whether some step expects one of these keys to name the rule.
    pub(crate) fn names(&self, keys: &[&str], is: &dyn Fn(&str) -> bool) -> bool {
        self.expectations()
            .any(|expect| keys.iter().any(|key| texts(expect.get(*key)).any(is)))
    }

    /// Whether some step is said to be blocked by the safeguard.
    pub(crate) fn blocked_by(&self, is: &dyn Fn(&str) -> bool) -> bool {
        self.expectations().any(|expect| {
            let blocked = expect.get("blocked").and_then(Value::as_table);
            blocked.is_some_and(|b| b.values().any(|names| texts(Some(names)).any(is)))
        })
    }

    /// Whether the duty is expected to be owed, and whether it is expected to be satisfied.
    pub(crate) fn duty(&self, is: &dyn Fn(&str) -> bool) -> (bool, bool) {
        let (mut owed, mut satisfied) = (false, false);
        for expect in self.expectations() {
            for item in ["duties", "authority_duties"]
                .iter()
                .flat_map(|k| tables(expect.get(*k)))
            {
                if !item.get("id").and_then(Value::as_str).is_some_and(is) {
                    continue;
                }
                match item.get("state").and_then(Value::as_str) {
                    Some(state) => {
                        owed |= OWED.contains(&state);
                        satisfied |= SATISFIED.contains(&state);
                    }
                    None => {
                        satisfied |= item.contains_key("done");
                        owed |= !item.contains_key("done");
                    }
                }
            }
        }
        (owed, satisfied)
    }

    /// Whether a date by which the duty is due is expected.
    pub(crate) fn due(&self, is: &dyn Fn(&str) -> bool) -> bool {
        self.expectations().any(|expect| {
            tables(expect.get("duties")).any(|item| {
                let dated = item.contains_key("due")
                    || matches!(item.get("state").and_then(Value::as_str), Some("due" | "overdue"));
                dated && item.get("id").and_then(Value::as_str).is_some_and(is)
            })
        })
    }

    /// Whether some step answers the question.
    pub(crate) fn answers(&self, is: &dyn Fn(&str) -> bool) -> bool {
        self.steps.iter().any(|step| {
            let answers = step.get("answers").and_then(Value::as_table);
            answers.is_some_and(|a| a.keys().any(|k| is(k)))
        })
    }
}

fn tables(value: Option<&Value>) -> impl Iterator<Item = &Table> {
    let items = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(Value::as_table)
}

fn texts(value: Option<&Value>) -> impl Iterator<Item = &str> {
    let items = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(Value::as_str)
}

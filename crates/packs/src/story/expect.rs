//! What a step expects, and how it differs from what is seen.

use super::play::{Outcome, Seen};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use serde::Deserialize;
use std::collections::BTreeMap;
use tutela_domain::assess::{DutyInstance, DutyState, GuardState, Opener, UNDERMINED};
use tutela_domain::facts::Fact;
use tutela_domain::fields::Problem;
use tutela_domain::records::RecordType;
use tutela_domain::rules::{Protocol, Rule};
use tutela_domain::stage::Stage;
use tutela_domain::time::{PartialDate, day_of};

/// What must be so after a step. What is not named is not looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Expected {
    /// Whether the record is admitted.
    pub admitted: Option<bool>,
    /// The safeguards that refuse it: exactly these.
    pub refused_by: Option<Vec<String>>,
    /// Safeguards that are asked and met.
    pub met: Vec<String>,
    /// Problems at fields.
    pub problems: Option<BTreeMap<String, String>>,
    /// Breaches that stand.
    pub breaches: Vec<String>,
    /// Breaches that do not stand.
    pub no_breaches: Vec<String>,
    /// Duties.
    pub duties: Vec<DutyExpected>,
    /// Alerts that stand.
    pub alerts: Vec<String>,
    /// Alerts that do not stand.
    pub no_alerts: Vec<String>,
    /// The stage.
    pub stage: Option<String>,
    /// Steps that are blocked, with safeguards that are missing.
    pub blocked: BTreeMap<String, Vec<String>>,
    /// Steps that no safeguard blocks.
    pub open: Vec<String>,
    /// How guardianship stands.
    pub guardian: Option<String>,
    /// Whether the child is missing.
    pub missing: Option<bool>,
    /// Whether liberty is restricted.
    pub liberty: Option<String>,
    /// Duties of the authority.
    pub authority_duties: Vec<DutyExpected>,
}

/// A duty that is expected.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyExpected {
    /// The rule's id.
    pub id: String,
    /// The label or number of the entry that opened it.
    #[serde(default)]
    pub of: Option<toml::Value>,
    /// Its state, or `none`, or `not owed`.
    pub state: String,
    /// Since when it is owed.
    #[serde(default)]
    pub opened: Option<String>,
    /// By when it is due.
    #[serde(default)]
    pub due: Option<String>,
    /// When it was done.
    #[serde(default)]
    pub done: Option<String>,
    /// Facts that must be found out for it.
    #[serde(default)]
    pub find_out: Vec<String>,
}

/// What may be expected in the place of a state: there is no such duty; or none that is owed now,
/// though an earlier one of a duty that recurs may be done.
const NO_STATES: &[&str] = &["none", "not owed"];

impl Expected {
    /// Every difference between what is expected and what is seen, in words.
    pub(super) fn differences(&self, seen: &Seen, zone: &TimeZone, labels: &BTreeMap<String, u64>) -> Vec<String> {
        let mut found = Vec::new();
        self.outcome(seen, &mut found);
        self.standing(seen, &mut found);
        for duty in &self.duties {
            found.extend(duty.difference(&seen.assessment.duties, zone, labels));
        }
        for duty in &self.authority_duties {
            found.extend(duty.difference(&seen.authority, zone, labels));
        }
        found
    }

    fn outcome(&self, seen: &Seen, found: &mut Vec<String>) {
        let must_be_admitted = match self.admitted {
            Some(admitted) => Some(admitted),
            None if self.refused_by.is_some() || self.problems.is_some() => Some(false),
            None => (!matches!(seen.outcome, Outcome::Looked)).then_some(true),
        };
        match (must_be_admitted, &seen.outcome) {
            (Some(true), Outcome::Refused { missing, .. }) => {
                found.push(format!("expected it to be admitted; refused by {}", listed(missing)));
            }
            (Some(true), Outcome::Wrong(problems)) => found.push(format!(
                "expected it to be admitted; wrong: {}",
                problems
                    .iter()
                    .map(|(at, what)| format!("{at} is {what}"))
                    .collect::<Vec<_>>()
                    .join(", ")
            )),
            (Some(false), Outcome::Admitted { .. }) => found.push("expected it not to be admitted; it was".to_owned()),
            _ => {}
        }
        if let Some(expected) = &self.refused_by {
            let missing: &[String] = match &seen.outcome {
                Outcome::Refused { missing, .. } => missing,
                _ => &[],
            };
            let (mut wanted, mut got) = (expected.clone(), missing.to_vec());
            wanted.sort();
            got.sort();
            if wanted != got {
                found.push(format!(
                    "expected refused by {}; seen {}",
                    listed(&wanted),
                    listed(&got)
                ));
            }
        }
        if let Some(expected) = &self.problems {
            let nothing = BTreeMap::new();
            let got = match &seen.outcome {
                Outcome::Wrong(problems) => problems,
                _ => &nothing,
            };
            for (at, what) in expected {
                if got.get(at) != Some(what) {
                    let seen = got.get(at).map_or("no problem", String::as_str);
                    found.push(format!("expected {at} to be {what}; seen {seen}"));
                }
            }
        }
        let asked: &[String] = match &seen.outcome {
            Outcome::Admitted { met, .. } | Outcome::Refused { met, .. } => met,
            _ => &[],
        };
        for id in self.met.iter().filter(|id| !asked.contains(id)) {
            found.push(format!("expected {id} to be asked and met; met were {}", listed(asked)));
        }
    }

    fn standing(&self, seen: &Seen, found: &mut Vec<String>) {
        let now = &seen.assessment;
        let breaches = seen.breaches();
        let alerts = seen.alerts();
        for id in self.breaches.iter().filter(|id| !breaches.contains(id)) {
            found.push(format!("expected the breach {id}; standing are {}", listed(&breaches)));
        }
        for id in self.no_breaches.iter().filter(|id| breaches.contains(id)) {
            found.push(format!("expected no breach {id}; it stands"));
        }
        for id in self.alerts.iter().filter(|id| !alerts.contains(id)) {
            found.push(format!("expected the alert {id}; standing are {}", listed(&alerts)));
        }
        for id in self.no_alerts.iter().filter(|id| alerts.contains(id)) {
            found.push(format!("expected no alert {id}; it stands"));
        }
        let mut same = |what: &str, expected: Option<&str>, got: &str| {
            if let Some(expected) = expected
                && expected != got
            {
                found.push(format!("expected {what} to be {expected}; seen {got}"));
            }
        };
        same("the stage", self.stage.as_deref(), now.stage.name());
        same("the guardian", self.guardian.as_deref(), now.conditions.guardian.name());
        let liberty = if now.conditions.liberty_restricted {
            "restricted"
        } else {
            "free"
        };
        same("liberty", self.liberty.as_deref(), liberty);
        let missing = now.conditions.missing_since.is_some().to_string();
        same("missing", self.missing.map(|m| m.to_string()).as_deref(), &missing);
        for (step, ids) in &self.blocked {
            let missing = missing_at(seen, step);
            for id in ids.iter().filter(|id| !missing.contains(id)) {
                found.push(format!(
                    "expected {step} to be blocked by {id}; missing are {}",
                    listed(&missing)
                ));
            }
        }
        for step in &self.open {
            let missing = missing_at(seen, step);
            if !missing.is_empty() {
                found.push(format!("expected {step} to be open; missing are {}", listed(&missing)));
            }
        }
    }
}

impl Expected {
    /// The first name that nothing has: then the expectation could not fail, or could not hold.
    pub(super) fn unknown_names(&self, protocol: &Protocol) -> Option<String> {
        let is = |rule: &Rule, id: &str| rule.id == id || rule.name() == id;
        let safeguard = |id: &str| protocol.safeguards.iter().any(|s| is(&s.rule, id));
        let duty = |id: &str| {
            let fact = id.rsplit_once("find-out/").map(|(_, fact)| fact);
            fact.is_some_and(|fact| Fact::of(fact).is_some())
                || protocol.duties.iter().any(|d| is(&d.rule, id))
                || safeguard(id)
        };
        let alert = |id: &str| id == UNDERMINED || protocol.alerts.iter().any(|a| is(&a.rule, id));
        let step = |name: &str| RecordType::of(name).is_some_and(RecordType::is_gated);
        let duties = || self.duties.iter().chain(&self.authority_duties);
        let no = |what: &str, name: &str| {
            Some(format!(
                "there is no {what} `{name}`; `tutela pack show` lists the rules"
            ))
        };
        if let Some(d) = duties().find(|d| !duty(&d.id)) {
            return no("duty", &d.id);
        }
        if let Some(d) = duties()
            .find(|d| !NO_STATES.contains(&d.state.as_str()) && !DutyState::ALL.iter().any(|s| s.name() == d.state))
        {
            let states: Vec<&str> = DutyState::ALL.iter().map(|s| s.name()).collect();
            return Some(format!(
                "`{}` is no state of a duty; states are {}, {}",
                d.state,
                states.join(", "),
                NO_STATES.join(", ")
            ));
        }
        let mut breaches = self.breaches.iter().chain(&self.no_breaches);
        if let Some(id) = breaches.find(|id| !duty(id)) {
            return no("safeguard or duty", id);
        }
        let missing = self.blocked.values().flatten();
        let mut safeguards = self.met.iter().chain(self.refused_by.iter().flatten()).chain(missing);
        if let Some(id) = safeguards.find(|id| !safeguard(id)) {
            return no("safeguard", id);
        }
        if let Some(id) = self.alerts.iter().chain(&self.no_alerts).find(|id| !alert(id)) {
            return no("alert", id);
        }
        if let Some(name) = self.blocked.keys().chain(&self.open).find(|name| !step(name)) {
            return Some(format!("`{name}` is no step that a safeguard can block"));
        }
        let mut problems = self.problems.iter().flatten();
        if let Some((_, word)) = problems.find(|(_, word)| !Problem::NAMES.contains(&word.as_str())) {
            return Some(format!(
                "`{word}` is no problem; problems are {}",
                Problem::NAMES.join(", ")
            ));
        }
        let stages: Vec<&str> = Stage::ALL.iter().map(|s| s.name()).collect();
        let words: [(&str, Option<&String>, &[&str]); 3] = [
            ("stage", self.stage.as_ref(), &stages),
            (
                "guardian",
                self.guardian.as_ref(),
                &["in office", "vacant", "not needed", "unknown"],
            ),
            ("liberty", self.liberty.as_ref(), &["restricted", "free"]),
        ];
        words.into_iter().find_map(|(key, given, known)| {
            let given = given.filter(|given| !known.contains(&given.as_str()))?;
            Some(format!("`{given}` is no {key}; there are {}", known.join(", ")))
        })
    }
}

fn missing_at(seen: &Seen, step: &str) -> Vec<String> {
    let gate = seen.assessment.gates.iter().find(|g| g.step.name() == step);
    let guards = gate.map(|g| g.guards.as_slice()).unwrap_or_default();
    guards
        .iter()
        .filter(|g| g.state == GuardState::Missing)
        .map(|g| g.safeguard.rule.id.clone())
        .collect()
}

fn listed(ids: &[String]) -> String {
    if ids.is_empty() {
        "none".to_owned()
    } else {
        ids.join(", ")
    }
}

impl DutyExpected {
    fn difference(&self, duties: &[DutyInstance], zone: &TimeZone, labels: &BTreeMap<String, u64>) -> Option<String> {
        let of_rule: Vec<&DutyInstance> = duties
            .iter()
            .filter(|d| d.rule.id == self.id || d.rule.name() == self.id)
            .filter(|d| {
                self.of
                    .as_ref()
                    .is_none_or(|of| entry_of(of, labels).is_some_and(|seq| d.opener == Opener::Entry(seq)))
            })
            .collect();
        let whole = self.in_words();
        if NO_STATES.contains(&self.state.as_str()) {
            let any = self.state == "none";
            return of_rule
                .iter()
                .find(|d| any || d.state.is_owed())
                .map(|d| format!("expected no duty {whole}; seen {}", in_words(d, zone)));
        }
        let fits = |d: &&DutyInstance| {
            let due = d.due.as_ref().map(|due| due.at);
            d.state.name() == self.state
                && is_at(self.opened.as_deref(), Some(d.opened), zone)
                && is_at(self.due.as_deref(), due, zone)
                && is_at(self.done.as_deref(), d.done.map(|done| done.at), zone)
                && self.find_out.iter().all(|fact| {
                    let wanted = format!("find-out/{fact}");
                    duties.iter().any(|d| d.rule.id == wanted && d.state.is_owed())
                })
        };
        if of_rule.iter().any(fits) {
            return None;
        }
        let seen: Vec<String> = of_rule.iter().map(|d| in_words(d, zone)).collect();
        Some(format!("expected the duty {whole}; seen {}", listed(&seen)))
    }

    fn in_words(&self) -> String {
        let mut words = self.id.clone();
        if let Some(of) = &self.of {
            words += &format!(" of {}", of.as_str().map_or_else(|| of.to_string(), str::to_owned));
        }
        if !NO_STATES.contains(&self.state.as_str()) {
            words += &format!(" {}", self.state);
        }
        for (what, at) in [("opened", &self.opened), ("due", &self.due), ("done", &self.done)] {
            if let Some(at) = at {
                words += &format!(", {what} {at}");
            }
        }
        words
    }
}

pub(super) fn entry_of(of: &toml::Value, labels: &BTreeMap<String, u64>) -> Option<u64> {
    match of {
        toml::Value::String(label) => labels.get(label).copied().or_else(|| label.parse().ok()),
        toml::Value::Integer(seq) => u64::try_from(*seq).ok(),
        _ => None,
    }
}

/// Whether an instant is as expected: exact, or at some time of a local day.
fn is_at(expected: Option<&str>, at: Option<Timestamp>, zone: &TimeZone) -> bool {
    let Some(expected) = expected else {
        return true;
    };
    let Some(at) = at else {
        return false;
    };
    if expected.contains('T') {
        return super::instant(expected, zone) == Some(at);
    }
    let Ok(date) = PartialDate::parse(expected) else {
        return false;
    };
    let day = day_of(at, zone);
    date.first() <= day && day <= date.last()
}

/// A duty in words: rule, opener, state, dates.
pub(super) fn in_words(d: &DutyInstance, zone: &TimeZone) -> String {
    let local = |at: Timestamp| {
        ZonedDateTime::new(at, zone.clone())
            .strftime("%Y-%m-%dT%H:%M")
            .to_string()
    };
    let mut words = format!(
        "{}@{} {}, opened {}",
        d.rule.id,
        d.opener,
        d.state.name(),
        local(d.opened)
    );
    if let Some(due) = &d.due {
        let due = if due.whole_day {
            day_of(due.at, zone).to_string()
        } else {
            local(due.at)
        };
        words += &format!(", due {due}");
    }
    if let Some(done) = d.done {
        words += &format!(", done {}", local(done.at));
    }
    words
}

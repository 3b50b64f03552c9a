//! Stories: cases with dates that must come out right (`docs/SCENARIOS.md`).

mod expect;
mod play;
mod report;

pub use expect::{DutyExpected, Expected};
pub use play::{Outcome, Played, Seen, play};
pub use report::{day_by_day, readable};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;
use std::collections::BTreeSet;
use tutela_domain::fields::{Fields, Raw};
use tutela_domain::rules::Protocol;
use tutela_domain::time::{Calendar, When};

/// A story as its file tells it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it comes from.
    #[serde(default)]
    pub source: Option<String>,
    /// The time zone of the case.
    #[serde(default = "utc")]
    pub zone: String,
    /// Public holidays of the case's calendar, as days.
    #[serde(default)]
    pub holidays: Vec<jiff::civil::Date>,
    /// The packs that apply.
    #[serde(default = "baseline")]
    pub packs: Vec<String>,
    /// What other cases of the authority bring.
    #[serde(default)]
    pub authority: Authority,
    /// What happens, and looks.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

fn utc() -> String {
    "UTC".to_owned()
}

fn baseline() -> Vec<String> {
    vec!["baseline".to_owned()]
}

/// What other cases of the authority bring.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// When liberty was restricted in other cases.
    #[serde(default)]
    pub restrictions: Vec<String>,
    /// For which other children guardians of the book stand.
    #[serde(default)]
    pub guardianships: Vec<Elsewhere>,
}

/// A guardian of the book who stands for the child of another case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    /// The label of the step by which the guardian came into the book.
    pub guardian: String,
    /// Since when.
    pub from: String,
    /// Until when.
    #[serde(default)]
    pub until: Option<String>,
}

/// One step: a record, or a look.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// When it is written, or when one looks.
    pub at: String,
    /// When it happened.
    #[serde(default)]
    pub occurred: Option<String>,
    /// In which role it is written.
    #[serde(default)]
    pub by: Option<String>,
    /// The record type; without it the step is a look.
    #[serde(default)]
    pub record: Option<String>,
    /// The record's fields.
    #[serde(default)]
    pub fields: toml::Table,
    /// Answers to questions of packs.
    #[serde(default)]
    pub answers: toml::Table,
    /// Deciding or reported.
    #[serde(default)]
    pub basis: Option<String>,
    /// Why it cannot wait.
    #[serde(default)]
    pub urgent: Option<String>,
    /// Whether it is written in the authority's book, as records of the authority always are.
    #[serde(default)]
    pub book: bool,
    /// A name for the entry.
    #[serde(default)]
    pub label: Option<String>,
    /// For a look: the case as it was known then.
    #[serde(default)]
    pub known_at: Option<String>,
    /// What must then be so.
    #[serde(default)]
    pub expect: Expected,
}

/// A story that cannot be played, and why.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {what}")]
pub struct Unplayable {
    /// The file, line or step.
    pub place: String,
    /// What is wrong and what to do.
    pub what: String,
}

impl Unplayable {
    pub(crate) fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
        }
    }
}

impl Story {
    /// Reads a story; `file` is its name in messages.
    pub fn read(file: &str, text: &str) -> Result<Self, Unplayable> {
        toml::from_str(text).map_err(|e| {
            let line = e
                .span()
                .map(|span| text.get(..span.start).unwrap_or("").matches('\n').count() + 1);
            let place = line.map_or_else(|| file.to_owned(), |line| format!("{file}:{line}"));
            Unplayable::new(place, e.message().to_owned())
        })
    }

    /// Whether everything that the story names is there: rules, steps, states, words. A mistyped name
    /// would make an expectation that nothing can fail.
    pub(crate) fn check(&self, protocol: &Protocol) -> Result<(), Unplayable> {
        if self.steps.is_empty() {
            return Err(Unplayable::new(&self.id, "the story has no step"));
        }
        let mut labels = BTreeSet::new();
        for (index, step) in self.steps.iter().enumerate() {
            let place = || format!("step {}", index + 1);
            if let Some(label) = step.label.as_ref().filter(|label| !labels.insert(label.as_str())) {
                return Err(Unplayable::new(place(), format!("the label `{label}` is used twice")));
            }
            if let Some(unknown) = step.expect.unknown_names(protocol) {
                return Err(Unplayable::new(place(), unknown));
            }
        }
        if let Some(nobody) = (self.authority.guardianships.iter()).find(|g| !labels.contains(g.guardian.as_str())) {
            let what = format!("no step has the label `{}`", nobody.guardian);
            return Err(Unplayable::new("authority", what));
        }
        Ok(())
    }

    /// The calendar of the case.
    pub fn calendar(&self) -> Result<Calendar, Unplayable> {
        let mut calendar = Calendar::named(&self.zone).ok_or_else(|| {
            Unplayable::new(
                "zone",
                format!("there is no time zone `{}`; write one like Europe/Athens", self.zone),
            )
        })?;
        calendar.holidays.clone_from(&self.holidays);
        Ok(calendar)
    }
}

impl Step {
    /// Whether every key of the step has an effect.
    fn check(&self) -> Result<(), String> {
        let is_look = self.record.is_none();
        if !is_look && self.known_at.is_some() {
            return Err("`known_at` is for a look; this step records something".to_owned());
        }
        let of_record = [
            ("fields", !self.fields.is_empty()),
            ("answers", !self.answers.is_empty()),
            ("occurred", self.occurred.is_some()),
            ("basis", self.basis.is_some()),
            ("urgent", self.urgent.is_some()),
            ("book", self.book),
            ("label", self.label.is_some()),
        ];
        match of_record.iter().find(|(_, given)| *given && is_look) {
            Some((key, _)) => Err(format!("`{key}` is for a record; this step is a look")),
            None => Ok(()),
        }
    }
}

/// The instant of `at`: of a local time that occurs twice the first, of a day its noon.
pub fn instant(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let text = text.trim();
    let exact = if text.contains('T') {
        text.to_owned()
    } else {
        format!("{text}T12:00")
    };
    let when = When::parse(&exact).ok()?;
    when.occurred(zone, Timestamp::MAX).ok().map(|o| o.from)
}

/// A value of a story as a form would submit it.
pub(crate) fn raw(value: &toml::Value) -> Raw {
    match value {
        toml::Value::String(text) => Raw::text(text),
        toml::Value::Boolean(true) => Raw::text("yes"),
        toml::Value::Boolean(false) => Raw::text("no"),
        toml::Value::Array(list) => Raw::List(list.iter().map(raw).collect()),
        toml::Value::Table(table) => Raw::Row(fields(table)),
        other => Raw::text(other.to_string()),
    }
}

/// The fields of a table, as a form would submit them.
pub fn fields(table: &toml::Table) -> Fields {
    table.iter().map(|(name, value)| (name.clone(), raw(value))).collect()
}

//! Where each rule of a pack comes from and where it leads: its line in the pack, its sources, its words,
//! the stories that show it, the forms and the pages where people meet it (`tutela pack trace`).

use crate::coverage::coverage;
use crate::pack::{Pack, RuleKind};
use crate::show::{ShownSource, source};
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use tutela_domain::facts::Fact;
use tutela_domain::records::RecordType;
use tutela_domain::rules::{Alert, Condition, Duty, Override, Rule, Safeguard};

/// A rule, traced.
#[derive(Clone, Debug, Serialize)]
pub struct Traced {
    /// Its id.
    pub id: String,
    /// What it does.
    pub kind: RuleKind,
    /// The file and line in the pack.
    pub place: String,
    /// Where it comes from.
    pub sources: Vec<ShownSource>,
    /// Whether its authors read the wording of the sources.
    pub checked: bool,
    /// The languages in which it has all its words.
    pub words: Vec<String>,
    /// The stories that show it firing.
    pub fires: Vec<StoryOf>,
    /// The stories that show it satisfied.
    pub satisfied: Vec<StoryOf>,
    /// The forms by which people meet it.
    pub forms: Vec<FormOf>,
    /// The pages on which it is shown.
    pub pages: Vec<Place>,
    /// The record types that its conditions name.
    pub looks_at: Vec<&'static str>,
    /// The facts that its conditions read.
    pub facts: Vec<&'static str>,
}

/// A story, as it is traced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoryOf {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its file, with the pack's folder.
    pub path: String,
}

/// What the form of a record type does for a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormOf {
    /// What it does.
    pub does: Does,
    /// The record type.
    pub record: &'static str,
}

/// What a form does for a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Does {
    /// It opens the duty, or raises the alert.
    Opens,
    /// It does the duty.
    Does,
    /// It supplies what is missing.
    Supplies,
    /// It is the step that the safeguard guards.
    IsGuarded,
    /// It asks the question.
    Asks,
    /// It settles the rule without its being done: set aside, handed over, looked at.
    Settles,
}

impl Does {
    /// How it is said.
    pub fn name(self) -> &'static str {
        match self {
            Self::Opens => "opens it",
            Self::Does => "does it",
            Self::Supplies => "helps to it",
            Self::IsGuarded => "is guarded by it",
            Self::Asks => "asks it",
            Self::Settles => "settles it otherwise",
        }
    }
}

/// A place in the product where a rule is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The case page: what must happen next.
    Duties,
    /// The page of a duty: why it is due.
    WhyDue,
    /// The case page: decisions that are not open yet.
    Blocked,
    /// The page of a step: why it is blocked.
    WhyBlocked,
    /// The page that says why a step was refused.
    Refused,
    /// The case page: breaches and alerts.
    Attention,
    /// The form of the record type.
    Form,
    /// The page of the authority.
    Authority,
}

impl Place {
    /// How it is said.
    pub fn name(self) -> &'static str {
        match self {
            Self::Duties => "case page: what must happen next",
            Self::WhyDue => "page of the duty: why it is due",
            Self::Blocked => "case page: decisions that are not open yet",
            Self::WhyBlocked => "page of the step: why it is blocked",
            Self::Refused => "page of a refused step",
            Self::Attention => "case page: breaches and alerts",
            Self::Form => "the form",
            Self::Authority => "page of the authority",
        }
    }
}

/// Every rule of a pack, traced, in the order of its files.
pub fn trace(pack: &Pack) -> Vec<Traced> {
    let mut traced = Vec::new();
    for ((kind, rule), shown) in pack.rules().zip(coverage(pack)) {
        let (forms, pages, conditions) = meets(pack, kind, rule);
        let mut facts: Vec<&'static Fact> = Vec::new();
        for fact in conditions.iter().flat_map(|c| &c.facts) {
            if !facts.iter().any(|f| f.name == fact.name) {
                facts.push(fact);
            }
        }
        let looks_at: BTreeSet<RecordType> = conditions.iter().flat_map(|c| ranges(&c.text)).collect();
        traced.push(Traced {
            id: rule.id.clone(),
            kind,
            place: rule.place.clone(),
            sources: rule.sources.iter().map(source).collect(),
            checked: rule.checked,
            words: pack
                .languages()
                .filter(|l| pack.has_words(l, kind, &rule.id))
                .map(str::to_owned)
                .collect(),
            fires: stories(pack, &shown.fires),
            satisfied: stories(pack, &shown.satisfied),
            forms,
            pages,
            looks_at: looks_at.into_iter().map(RecordType::name).collect(),
            facts: facts.into_iter().map(|f| f.name).collect(),
        });
    }
    traced
}

impl Traced {
    /// What is missing on the way from its source to the page: nothing, for a rule that is whole.
    pub fn holes(&self) -> Vec<&'static str> {
        let by_story = matches!(self.kind, RuleKind::Duty | RuleKind::Safeguard | RuleKind::Alert);
        let needs_form = self.kind != RuleKind::Number;
        [
            ("a source", self.sources.is_empty()),
            ("words in English", !self.words.iter().any(|l| l == "en")),
            ("a story that shows it firing", self.fires.is_empty()),
            ("a story that shows it satisfied", by_story && self.satisfied.is_empty()),
            (
                "a form",
                needs_form
                    && !self
                        .forms
                        .iter()
                        .any(|f| f.does != Does::Settles || self.kind == RuleKind::Alert),
            ),
            ("a page", self.pages.is_empty()),
        ]
        .into_iter()
        .filter(|(_, missing)| *missing)
        .map(|(what, _)| what)
        .collect()
    }

    /// The record types that it names, in its forms or its conditions.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.forms.iter().map(|f| f.record).chain(self.looks_at.iter().copied())
    }
}

/// The forms and pages where people meet a rule, and its conditions.
fn meets<'p>(pack: &'p Pack, kind: RuleKind, rule: &Rule) -> (Vec<FormOf>, Vec<Place>, Vec<&'p Condition>) {
    let is = |r: &Rule| r.id == rule.id;
    match kind {
        RuleKind::Duty => pack.duties.iter().find(|d| is(&d.rule)).map(of_duty),
        RuleKind::Safeguard => pack.safeguards.iter().find(|s| is(&s.rule)).map(|s| of_safeguard(s)),
        RuleKind::Alert => pack.alerts.iter().find(|a| is(&a.rule)).map(of_alert),
        RuleKind::Number => Some((Vec::new(), vec![Place::Duties, Place::WhyDue], Vec::new())),
        RuleKind::Question => pack
            .questions
            .iter()
            .find(|q| is(&q.rule))
            .map(|q| (forms(Does::Asks, &[q.record]), vec![Place::Form], Vec::new())),
    }
    .unwrap_or_default()
}

fn of_duty(duty: &Duty) -> (Vec<FormOf>, Vec<Place>, Vec<&Condition>) {
    let (on, when) = duty.opens.occasions().unwrap_or_default();
    let mut met = forms(Does::Opens, on);
    met.extend(forms(Does::Does, &duty.done_by));
    met.extend(forms(Does::Supplies, &duty.supplied_by));
    met.extend(forms(
        Does::Settles,
        &[RecordType::DutyHandedOver, RecordType::DutySetAside],
    ));
    let pages = if duty.is_of_authority() {
        vec![Place::Authority]
    } else {
        vec![Place::Duties, Place::WhyDue]
    };
    let conditions = duty.opens.standing().into_iter().chain(when);
    let conditions = conditions.chain(&duty.tied).chain(&duty.until).chain(&duty.waiting);
    (met, pages, conditions.collect())
}

fn of_safeguard(safeguard: &Safeguard) -> (Vec<FormOf>, Vec<Place>, Vec<&Condition>) {
    let mut met = forms(Does::IsGuarded, &safeguard.steps);
    met.extend(forms(Does::Supplies, &safeguard.supplied_by));
    if safeguard.may_override != Override::Never {
        met.extend(forms(Does::Settles, &[RecordType::SafeguardOverridden]));
    }
    let pages = vec![Place::Blocked, Place::WhyBlocked, Place::Refused, Place::Attention];
    let conditions = safeguard.when.iter().chain([&safeguard.require, &safeguard.remedy]);
    (met, pages, conditions.collect())
}

fn of_alert(alert: &Alert) -> (Vec<FormOf>, Vec<Place>, Vec<&Condition>) {
    let (on, when) = alert.opens.occasions().unwrap_or_default();
    let mut met = forms(Does::Opens, on);
    met.extend(forms(Does::Settles, &[RecordType::AlertLookedAt]));
    let conditions = alert.opens.standing().into_iter().chain(when).chain(&alert.until);
    (met, vec![Place::Attention], conditions.collect())
}

fn forms(does: Does, types: &[RecordType]) -> Vec<FormOf> {
    let form = |t: &RecordType| FormOf { does, record: t.name() };
    types.iter().map(form).collect()
}

/// The record types of which a condition asks a range: `records.placement_started`.
fn ranges(text: &str) -> impl Iterator<Item = RecordType> {
    text.match_indices("records.").filter_map(|(at, found)| {
        let rest = text.get(at + found.len()..)?;
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        RecordType::of(rest.get(..end.unwrap_or(rest.len()))?)
    })
}

fn stories(pack: &Pack, ids: &[String]) -> Vec<StoryOf> {
    let of = |id: &String| pack.stories.iter().find(|s| s.story.id == *id);
    let found = ids.iter().filter_map(of);
    found
        .map(|s| StoryOf {
            id: s.story.id.clone(),
            title: s.story.title.clone(),
            path: s.path.clone(),
        })
        .collect()
}

/// The trace as text.
pub fn text(traced: &[Traced]) -> String {
    let mut text = String::new();
    for rule in traced {
        let _ = writeln!(text, "{} {} ({})", rule.kind.name(), rule.id, rule.place);
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(text, "  {key:<10} {value}");
        };
        for source in &rule.sources {
            line("source", &format!("{} ({})", source.cite, source.weight));
        }
        line("words", &rule.words.join(", "));
        let named = |stories: &[StoryOf]| stories.iter().map(|s| s.id.as_str()).collect::<Vec<_>>().join(", ");
        line("fires", &named(&rule.fires));
        line("satisfied", &named(&rule.satisfied));
        for form in &rule.forms {
            line("form", &format!("{} {}", form.record, form.does.name()));
        }
        for page in &rule.pages {
            line("page", page.name());
        }
        for hole in rule.holes() {
            line("hole", &format!("it has not {hole}"));
        }
    }
    text
}

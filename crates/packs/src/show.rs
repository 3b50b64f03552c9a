//! Packs, facts and record types as people and machines read them (`tutela pack show`, `tutela pack facts`).

use crate::manifest::Decision;
use crate::pack::{Pack, RuleKind};
use serde::Serialize;
use std::fmt::Write as _;
use tutela_domain::facts::FACTS;
use tutela_domain::fields::{Control, FieldDef};
use tutela_domain::records::RecordType;
use tutela_domain::rules::{Condition, Due, Opens, Rule, Source, Weight, WhenUnknown};
use tutela_domain::value::Kind;

/// A pack as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct ShownPack {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// What people call it.
    pub title: String,
    /// For whom it holds.
    pub jurisdiction: String,
    /// Since when it is in force.
    pub from: Option<String>,
    /// When it ends.
    pub until: Option<String>,
    /// The packs that it builds on.
    pub extends: Vec<String>,
    /// The hash of its files.
    pub hash: String,
    /// Who decides what.
    pub decisions: Vec<ShownDecision>,
    /// Its rules.
    pub rules: Vec<ShownRule>,
}

/// Who decides something, as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct ShownDecision {
    /// What is decided: its name in packs.
    pub about: &'static str,
    /// What is decided, as a question.
    pub question: &'static str,
    /// Who decides it.
    pub who: String,
    /// Where that comes from.
    pub sources: Vec<ShownSource>,
    /// Whether the authors read the wording of the sources.
    pub checked: bool,
    /// The file and line.
    pub place: String,
}

/// A rule as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct ShownRule {
    /// Its id.
    pub id: String,
    /// What it does.
    pub kind: RuleKind,
    /// The heading that it stands under in its file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Its title.
    pub title: String,
    /// Why it is.
    pub why: String,
    /// What is missing when a safeguard is not met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    /// The rest of what it says, each under its key in the pack.
    pub says: Vec<(String, String)>,
    /// Where it comes from.
    pub sources: Vec<ShownSource>,
    /// Whether its authors read the wording of the sources.
    pub checked: bool,
    /// The file and line.
    pub place: String,
}

/// A source as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct ShownSource {
    /// The citation.
    pub cite: String,
    /// The instrument's title.
    pub title: String,
    /// How binding it is.
    pub weight: &'static str,
}

/// A fact as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct ShownFact {
    /// Its name in conditions.
    pub name: &'static str,
    /// Its type.
    pub kind: &'static str,
    /// The codes that it may have.
    pub codes: &'static [&'static str],
    /// What it says.
    pub sentence: &'static str,
    /// Whether it speaks of the authority and not of one case.
    pub of_authority: bool,
}

/// A record type as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct ShownRecord {
    /// Its name.
    pub name: &'static str,
    /// Whether it is a step that safeguards can guard.
    pub gated: bool,
    /// Whether it belongs in the authority's book.
    pub of_authority: bool,
    /// Its fields.
    pub fields: Vec<ShownField>,
}

/// A field as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct ShownField {
    /// Its name.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// How it is asked.
    pub control: &'static str,
    /// Whether it must be given.
    pub required: bool,
    /// The codes that it may have.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub codes: &'static [&'static str],
    /// Its type in conditions; without it, no rule reads it.
    pub kind: Option<&'static str>,
    /// The record types of the entries that it may name; any, when none stands here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<&'static str>,
    /// The fields of each row.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<ShownField>,
}

/// A pack as it is shown, with its words in a language.
pub fn pack(pack: &Pack, language: &str) -> ShownPack {
    let duties = pack.duties.iter().map(|d| {
        let mut says = opens(&d.opens);
        match &d.due {
            Due::Promptly(urgency) => says.push(("promptly".to_owned(), urgency.name().to_owned())),
            Due::OnDate(field, urgency) => {
                let day =
                    format!("the end of the day that the record gives in `{field}`; where it gives none, promptly");
                says.push(("by".to_owned(), day));
                says.push(("promptly".to_owned(), urgency.name().to_owned()));
            }
            Due::Within(period) => says.push(("within".to_owned(), period.to_string())),
            Due::SameDay => says.push(("by".to_owned(), "the end of the day".to_owned())),
        }
        types(&mut says, "done_by", &d.done_by);
        types(&mut says, "supplied_by", &d.supplied_by);
        condition(&mut says, "where", d.tied.as_ref());
        if let Some(every) = d.every {
            says.push(("every".to_owned(), every.to_string()));
        }
        condition(&mut says, "until", d.until.as_ref());
        condition(&mut says, "waiting", d.waiting.as_ref());
        if d.unknown == WhenUnknown::Hold {
            says.push(("unknown".to_owned(), "hold".to_owned()));
        }
        says.push(("who".to_owned(), d.who.to_string()));
        rule(pack, language, RuleKind::Duty, &d.rule, says)
    });
    let numbers = pack.numbers.iter().map(|(duty, n)| {
        let says = vec![
            ("duty".to_owned(), duty.clone()),
            ("within".to_owned(), n.within.to_string()),
        ];
        rule(pack, language, RuleKind::Number, &n.rule, says)
    });
    let safeguards = pack.safeguards.iter().map(|s| {
        let mut says = Vec::new();
        types(&mut says, "step", &s.steps);
        condition(&mut says, "when", s.when.as_ref());
        condition(&mut says, "require", Some(&s.require));
        if s.remedy.text != s.require.text {
            condition(&mut says, "remedy", Some(&s.remedy));
        }
        says.push(("ask".to_owned(), s.ask.to_string()));
        types(&mut says, "supplied_by", &s.supplied_by);
        says.push(("override".to_owned(), s.may_override.name().to_owned()));
        if s.urgent_owes {
            says.push(("urgent".to_owned(), "owe".to_owned()));
        }
        rule(pack, language, RuleKind::Safeguard, &s.rule, says)
    });
    let alerts = pack.alerts.iter().map(|a| {
        let mut says = opens(&a.opens);
        condition(&mut says, "until", a.until.as_ref());
        says.push(("who".to_owned(), a.who.to_string()));
        rule(pack, language, RuleKind::Alert, &a.rule, says)
    });
    let questions = pack.questions.iter().map(|q| {
        let says = vec![
            ("record".to_owned(), q.record.name().to_owned()),
            ("answer".to_owned(), control(q.control).to_owned()),
            ("required".to_owned(), q.required.to_string()),
        ];
        rule(pack, language, RuleKind::Question, &q.rule, says)
    });
    let version = &pack.version;
    ShownPack {
        id: version.pack.clone(),
        version: version.version.clone(),
        title: pack.title.clone(),
        jurisdiction: pack.jurisdiction.clone(),
        from: version.from.map(|at| at.to_string()),
        until: version.until.map(|at| at.to_string()),
        extends: pack.extends.clone(),
        hash: version.hash.clone(),
        decisions: pack.decisions.iter().map(decision).collect(),
        rules: duties
            .chain(numbers)
            .chain(safeguards)
            .chain(alerts)
            .chain(questions)
            .collect(),
    }
}

fn rule(pack: &Pack, language: &str, kind: RuleKind, rule: &Rule, mut says: Vec<(String, String)>) -> ShownRule {
    if let Some(answers) = &rule.answers {
        says.push(("answers".to_owned(), answers.clone()));
    }
    ShownRule {
        id: rule.id.clone(),
        kind,
        heading: pack.heading(rule).map(str::to_owned),
        title: pack.title_of(language, &rule.id).unwrap_or_default().to_owned(),
        why: pack.why(language, &rule.id).unwrap_or_default().to_owned(),
        missing: pack.missing(language, &rule.id).map(str::to_owned),
        says,
        sources: rule.sources.iter().map(source).collect(),
        checked: rule.checked,
        place: rule.place.clone(),
    }
}

fn decision(decision: &Decision) -> ShownDecision {
    ShownDecision {
        about: decision.about,
        question: decision.question,
        who: decision.who.clone(),
        sources: decision.sources.iter().map(source).collect(),
        checked: decision.checked,
        place: decision.place.clone(),
    }
}

pub(crate) fn source(source: &Source) -> ShownSource {
    ShownSource {
        cite: source.cite.clone(),
        title: source.title.clone(),
        weight: weight(source.weight),
    }
}

pub(crate) fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Binding => "binding",
        Weight::Guidance => "guidance",
        Weight::Agreement => "agreement",
    }
}

fn opens(opens: &Opens) -> Vec<(String, String)> {
    let mut says = Vec::new();
    match opens {
        Opens::On(on, when) => {
            types(&mut says, "on", on);
            condition(&mut says, "when", when.as_ref());
        }
        Opens::While(holds) => condition(&mut says, "while", Some(holds)),
    }
    says
}

fn types(says: &mut Vec<(String, String)>, key: &str, types: &[RecordType]) {
    if !types.is_empty() {
        let names: Vec<&str> = types.iter().map(|t| t.name()).collect();
        says.push((key.to_owned(), names.join(", ")));
    }
}

fn condition(says: &mut Vec<(String, String)>, key: &str, condition: Option<&Condition>) {
    if let Some(condition) = condition {
        let words: Vec<&str> = condition.text.split_whitespace().collect();
        says.push((key.to_owned(), words.join(" ")));
    }
}

/// A text with a capital at its beginning.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn line(text: &mut String, key: &str, value: &str) {
    let _ = writeln!(text, "  {key:<11} {value}");
}

fn sources(text: &mut String, sources: &[ShownSource], checked: bool) {
    for source in sources {
        line(text, "source", &format!("{} ({})", source.cite, source.weight));
    }
    if !checked {
        line(
            text,
            "checked",
            "no: the authors did not read the wording of the source",
        );
    }
}

/// A pack as text.
pub fn pack_text(pack: &ShownPack) -> String {
    let mut text = format!("{} ({} {}, {})\n", pack.title, pack.id, pack.version, pack.jurisdiction);
    if let Some(from) = &pack.from {
        line(&mut text, "from", from);
    }
    if let Some(until) = &pack.until {
        line(&mut text, "until", until);
    }
    if !pack.extends.is_empty() {
        line(&mut text, "extends", &pack.extends.join(", "));
    }
    line(&mut text, "hash", &pack.hash);
    if !pack.decisions.is_empty() {
        text.push_str("\nwho decides\n");
    }
    for decision in &pack.decisions {
        line(
            &mut text,
            decision.about,
            &format!("{} {}", decision.question, capital(&decision.who)),
        );
        sources(&mut text, &decision.sources, decision.checked);
    }
    for rule in &pack.rules {
        let _ = writeln!(text, "\n{} {}: {}", rule.kind.name(), rule.id, rule.title);
        line(&mut text, "why", &rule.why.replace('\n', " "));
        if let Some(missing) = &rule.missing {
            line(&mut text, "missing", &missing.replace('\n', " "));
        }
        for (key, value) in &rule.says {
            line(&mut text, key, value);
        }
        sources(&mut text, &rule.sources, rule.checked);
    }
    text
}

/// Every fact.
pub fn facts() -> Vec<ShownFact> {
    FACTS
        .iter()
        .map(|f| ShownFact {
            name: f.name,
            kind: kind(f.kind),
            codes: f.codes.unwrap_or_default(),
            sentence: f.sentence,
            of_authority: f.of_authority,
        })
        .collect()
}

/// The facts as text.
pub fn facts_text() -> String {
    let mut text = String::new();
    for fact in facts() {
        let _ = writeln!(text, "{} ({})\n  {}", fact.name, fact.kind, fact.sentence);
        if !fact.codes.is_empty() {
            let _ = writeln!(text, "  codes: {}", fact.codes.join(", "));
        }
    }
    text
}

/// Every record type.
pub fn records() -> Vec<ShownRecord> {
    RecordType::ALL
        .iter()
        .map(|t| ShownRecord {
            name: t.name(),
            gated: t.is_gated(),
            of_authority: t.is_of_authority(),
            fields: t.fields().iter().map(|f| field(*t, f)).collect(),
        })
        .collect()
}

/// The record types as text.
pub fn records_text() -> String {
    let mut text = String::new();
    for record in records() {
        let step = match (record.gated, record.of_authority) {
            (true, _) => " (a step that safeguards can guard)",
            (_, true) => " (in the authority's book)",
            _ => "",
        };
        let _ = writeln!(text, "{}{step}", record.name);
        write_fields(&mut text, &record.fields, 1);
    }
    text
}

fn write_fields(text: &mut String, fields: &[ShownField], depth: usize) {
    let indent = "  ".repeat(depth);
    for field in fields {
        let required = if field.required { "required" } else { "optional" };
        let read = if field.kind.is_some() {
            ", rules may read it"
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "{indent}{} ({}, {required}{read}): {}",
            field.name, field.control, field.doc
        );
        if !field.codes.is_empty() {
            let _ = writeln!(text, "{indent}  codes: {}", field.codes.join(", "));
        }
        if !field.names.is_empty() {
            let _ = writeln!(text, "{indent}  an entry of: {}", field.names.join(", "));
        }
        write_fields(text, &field.rows, depth + 1);
    }
}

fn field(of: RecordType, def: &FieldDef) -> ShownField {
    let codes: &'static [&'static str] = match def.control {
        Control::One(list) | Control::Many(list) => list.codes,
        _ => &[],
    };
    let rows = match def.control {
        Control::Rows(fields) => fields().iter().map(|f| field(of, f)).collect(),
        _ => Vec::new(),
    };
    ShownField {
        name: def.name,
        doc: def.doc,
        control: control(def.control),
        required: def.required,
        codes,
        kind: def.kind.map(kind),
        names: of.names(def.name).iter().map(|t| t.name()).collect(),
        rows,
    }
}

fn control(control: Control) -> &'static str {
    match control {
        Control::Line => "line",
        Control::Words => "words",
        Control::Staff => "staff",
        Control::Names => "names",
        Control::Number => "number",
        Control::Date => "date",
        Control::When => "time",
        Control::YesNo => "yes-no",
        Control::YesNoUnknown => "yes-no-unknown",
        Control::One(_) => "one",
        Control::Many(_) => "many",
        Control::Entry => "entry",
        Control::Rows(_) => "rows",
        Control::Replacement => "replacement",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Truth => "truth",
        Kind::Number => "number",
        Kind::Code => "code",
        Kind::Codes => "codes",
        Kind::Instant => "instant",
    }
}

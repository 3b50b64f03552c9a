//! A form made from the definitions of the fields.

use super::envelope;
use super::read::Correcting;
use super::typed::{MOST_ROWS, Typed};
use crate::words::Words;
use askama::Template;
use tutela_domain::codes::Basis;
use tutela_domain::fields::{Code, CodeList, Control, FieldDef, FieldProblem};
use tutela_domain::records::RecordType;

/// An answer that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The inputs of a date, and of a time if one is asked.
#[derive(Clone, Debug)]
pub struct TimeParts {
    /// The name of the whole.
    pub name: String,
    /// The id of the first input.
    pub id: String,
    /// The day, as typed.
    pub day: String,
    /// The month, as typed.
    pub month: String,
    /// The year, as typed.
    pub year: String,
    /// The time, as typed; `None` where no time is asked.
    pub time: Option<String>,
}

impl TimeParts {
    fn of(typed: &Typed, name: &str, with_time: bool) -> Self {
        let part = |part: &str| typed.one(&format!("{name}.{part}")).to_owned();
        Self {
            name: name.to_owned(),
            id: id_of(name),
            day: part("day"),
            month: part("month"),
            year: part("year"),
            time: with_time.then(|| part("time")),
        }
    }
}

/// How a line of text is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// Any text.
    Text,
    /// A whole number.
    Number,
}

/// The inputs of a field.
#[derive(Clone, Debug)]
pub enum Input {
    /// One line.
    Line(String, Typing),
    /// Several lines of text; how many are shown.
    Words(String, usize),
    /// A date.
    Date(TimeParts),
    /// A time, and the later end when it is estimated.
    When {
        /// The time, or the earlier end.
        from: TimeParts,
        /// The later end.
        to: TimeParts,
        /// Whether something was typed at the later end.
        estimated: bool,
        /// The zone.
        zone: String,
    },
    /// One of a few: radios. Short lists of short words stand side by side.
    Radios(Vec<Choice>, bool),
    /// Any of a list.
    Checks(Vec<Choice>),
    /// One of a long list.
    Select(Vec<Choice>),
    /// Repeated groups, and what one of them is called.
    Rows(Vec<Vec<FieldView>>, String),
    /// The fields of another record.
    Group(Vec<FieldView>),
}

/// A field, as the form shows it.
#[derive(Clone, Debug)]
pub struct FieldView {
    /// The name of its input.
    pub name: String,
    /// The id of its first input, where the error summary leads.
    pub id: String,
    /// Its question.
    pub label: String,
    /// What helps to answer.
    pub hint: Option<String>,
    /// What is wrong, and what to do.
    pub error: Option<String>,
    /// Whether it must be answered.
    pub required: bool,
    /// Its inputs.
    pub input: Input,
}

impl FieldView {
    /// The ids of hint and error, for `aria-describedby`.
    pub fn described_by(&self) -> String {
        let mut ids = Vec::new();
        if self.hint.is_some() {
            ids.push(format!("{}-hint", self.id));
        }
        if self.error.is_some() {
            ids.push(format!("{}-error", self.id));
        }
        ids.join(" ")
    }

    /// Whether it is a group of inputs, which has a legend and not a label.
    pub fn is_group(&self) -> bool {
        !matches!(self.input, Input::Line(..) | Input::Words(..) | Input::Select(_))
    }

    /// The id of an answer: the first has the id of the field.
    pub fn choice_id(&self, at: &usize) -> String {
        if *at == 0 {
            self.id.clone()
        } else {
            format!("{}-{}", self.id, at + 1)
        }
    }
}

/// A field with its words, as HTML; rows hold fields, so it holds itself.
#[derive(Template)]
#[template(path = "part/field.html")]
pub struct FieldHtml<'a> {
    words: &'a Words,
    field: &'a FieldView,
}

impl<'a> FieldHtml<'a> {
    /// A field in given words.
    pub fn new(words: &'a Words, field: &'a FieldView) -> Self {
        Self { words, field }
    }
}

/// An entry that can be chosen where a field names another entry.
#[derive(Clone, Debug)]
pub struct EntryChoice {
    /// Its number.
    pub number: u64,
    /// Its record type.
    pub record: RecordType,
    /// What it is, in words: "Risks assessed, 20 November 2026".
    pub label: String,
}

/// What a field can name of the case, by the field: its values, each with its words.
pub type Pick<'a> = (&'a str, Vec<(String, String)>);

/// A question that a pack adds to a record.
#[derive(Clone, Debug)]
pub struct QuestionView {
    /// Its name, as `pack/id`.
    pub name: String,
    /// The question.
    pub label: String,
    /// What helps to answer.
    pub hint: Option<String>,
    /// How it is asked.
    pub control: Control,
    /// Whether it must be answered.
    pub required: bool,
}

/// A part of a form, with its heading where the form has several.
#[derive(Clone, Debug)]
pub struct PartView {
    /// Its name, where the page leads to it.
    pub name: &'static str,
    /// Its heading.
    pub title: Option<String>,
    /// For whom it is, when not for everybody.
    pub hint: Option<String>,
    /// Its questions.
    pub fields: Vec<FieldView>,
}

/// What a form is made from.
#[derive(Clone, Copy)]
pub struct RecordForm<'a> {
    /// The words.
    pub words: &'a Words,
    /// The record type.
    pub record: RecordType,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong.
    pub problems: &'a [FieldProblem],
    /// The zone of the case.
    pub zone: &'a str,
    /// The entries of the case, for fields that name one.
    pub entries: &'a [EntryChoice],
    /// The people of the agency by id, for fields that name one.
    pub staff: &'a [(String, String)],
    /// The choices for fields that name something else of the case: a duty, an alert, a safeguard.
    pub picks: &'a [Pick<'a>],
    /// The questions that packs add.
    pub questions: &'a [QuestionView],
    /// The record that is corrected.
    pub correcting: Option<Correcting<'a>>,
    /// The rows of which one more is shown, after "add another".
    pub one_more: Option<&'a str>,
}

impl RecordForm<'_> {
    /// The whole form: what every record says, its own fields as its layout divides them, questions of packs.
    pub fn parts(&self) -> Vec<PartView> {
        let layout = self.record.layout();
        let mut fields = self.fields();
        let titled = |title: &str| (!layout.is_empty()).then(|| self.words.t(title));
        let part = |name, title, fields| PartView {
            name,
            title,
            hint: None,
            fields,
        };
        let mut parts = vec![part("envelope", titled("form-part-envelope"), self.envelope())];
        for own in layout {
            let key = format!("part-{}", own.name);
            let mut asked = Vec::new();
            for name in own.fields {
                if let Some(at) = fields.iter().position(|f| f.name == *name) {
                    asked.push(fields.remove(at));
                }
            }
            parts.push(PartView {
                hint: self.words.find(&format!("{key}.hint"), &[]),
                ..part(own.name, Some(self.words.t(&key)), asked)
            });
        }
        // Without a layout: everything. With one: what packs ask besides.
        parts.push(part("rest", titled("form-part-rest"), fields));
        parts.retain(|p| !p.fields.is_empty());
        parts
    }

    /// The record's own fields.
    fn fields(&self) -> Vec<FieldView> {
        let mut definitions = self.record.fields();
        if self.asks_more() {
            definitions.retain(|d| matches!(d.control, Control::Entry));
        } else if self.record == RecordType::Correction && self.correcting.is_none() {
            // Of a correction nothing is corrected: it is withdrawn.
            definitions.retain(|d| !matches!(d.control, Control::Replacement | Control::When));
        }
        let mut fields = self.group(self.record, &definitions, "", "");
        fields.extend(self.questions.iter().map(|q| self.question(q)));
        fields
    }

    /// Whether the form asks first which entry is corrected, and the rest on the next page.
    pub fn asks_more(&self) -> bool {
        self.record == RecordType::Correction && self.typed.one("entry").is_empty()
    }

    fn question(&self, question: &QuestionView) -> FieldView {
        let name = format!("answers.{}", question.name);
        let error = self.problems.iter().find(|p| p.field == name);
        FieldView {
            id: id_of(&name),
            label: question.label.clone(),
            hint: question.hint.clone(),
            error: error.map(|p| self.problem(p)),
            required: question.required,
            input: match question.control {
                Control::YesNoUnknown => Input::Radios(self.truths(&name, &["yes", "no", "unknown"], true), true),
                Control::Line => Input::Line(self.typed.one(&name).to_owned(), Typing::Text),
                _ => Input::Words(self.typed.one(&name).to_owned(), 4),
            },
            name,
        }
    }

    /// What every record says beside: when, and for gated records on what basis and whether it can wait.
    fn envelope(&self) -> Vec<FieldView> {
        // A correction happens when it is written; it asks itself when the corrected thing happened.
        if self.record == RecordType::Correction {
            return Vec::new();
        }
        let mut fields = vec![self.field(
            self.record,
            &envelope_field(envelope::OCCURRED, Control::When, true),
            "",
            "",
        )];
        if self.record.may_be_reported() {
            fields.push(self.field(
                self.record,
                &envelope_field(envelope::BASIS, Control::One(&BASIS), true),
                "",
                "",
            ));
        }
        if self.record.is_gated() {
            fields.push(self.field(
                self.record,
                &envelope_field(envelope::URGENT, Control::YesNo, true),
                "",
                "",
            ));
            fields.push(self.field(
                self.record,
                &envelope_field(envelope::URGENT_REASON, Control::Words, false),
                "",
                "",
            ));
        }
        fields
    }

    /// Every problem with the id of the input that it is about.
    pub fn summary(&self) -> Vec<(String, String)> {
        self.problems
            .iter()
            .map(|p| (self.target(&p.field), self.problem(p)))
            .collect()
    }

    // A problem at rows that have no row yet is shown at the button that adds one.
    fn target(&self, at: &str) -> String {
        id_of(at)
    }

    fn problem(&self, problem: &FieldProblem) -> String {
        if let Some(question) = self
            .questions
            .iter()
            .find(|q| problem.field == format!("answers.{}", q.name))
        {
            let is_choice = matches!(question.control, Control::YesNoUnknown);
            return self
                .words
                .problem_named(&question.label, &problem.problem, is_choice, |other| other.to_owned());
        }
        let record = self.record_at(&problem.field);
        let own = FieldProblem::new(
            problem.field.strip_prefix("replace.").unwrap_or(&problem.field),
            problem.problem.clone(),
        );
        self.words.problem(record, &own, self.is_choice(record, &own.field))
    }

    fn record_at(&self, at: &str) -> RecordType {
        match self.correcting {
            Some(old) if at.starts_with("replace.") => old.record,
            _ => self.record,
        }
    }

    fn is_choice(&self, record: RecordType, at: &str) -> bool {
        if at == envelope::BASIS {
            return true;
        }
        let mut parts = at.split('.');
        let first = parts.next();
        let mut definitions = record.fields();
        definitions.retain(|f| Some(f.name) == first);
        match definitions.first().map(|f| f.control) {
            Some(Control::Rows(fields)) => {
                let last = parts.next_back();
                fields().iter().any(|f| Some(f.name) == last && chooses(&f.control))
            }
            Some(control) => chooses(&control),
            None => false,
        }
    }

    fn group(&self, record: RecordType, definitions: &[FieldDef], prefix: &str, path: &str) -> Vec<FieldView> {
        definitions
            .iter()
            .map(|d| self.field(record, d, prefix, path))
            .collect()
    }

    fn field(&self, record: RecordType, definition: &FieldDef, prefix: &str, path: &str) -> FieldView {
        let name = format!("{prefix}{}", definition.name);
        let key = format!("{path}{}", definition.name);
        let error = self.problems.iter().find(|p| p.field == name).map(|p| self.problem(p));
        let (label, hint) = if key.starts_with(envelope::PREFIX) {
            (self.words.t(&key), self.words.find(&format!("{key}.hint"), &[]))
        } else {
            (self.words.field(record, &key), self.words.field_hint(record, &key))
        };
        FieldView {
            id: id_of(&name),
            label,
            hint,
            error,
            required: definition.required,
            input: self.input(record, definition, &name, &key),
            name,
        }
    }

    fn input(&self, record: RecordType, definition: &FieldDef, name: &str, key: &str) -> Input {
        let one = || self.typed.one(name).to_owned();
        if let Some((_, choices)) = self.picks.iter().find(|(field, _)| *field == name) {
            return self.pick(name, choices);
        }
        match definition.control {
            Control::Line => Input::Line(one(), Typing::Text),
            Control::Number => Input::Line(one(), Typing::Number),
            Control::Words => Input::Words(one(), 4),
            Control::Names => Input::Words(one(), 2),
            Control::Date => Input::Date(TimeParts::of(self.typed, name, false)),
            Control::When => {
                let to = format!("{name}.to");
                Input::When {
                    from: TimeParts::of(self.typed, name, true),
                    estimated: self.typed.has_any(&format!("{to}.")),
                    to: TimeParts::of(self.typed, &to, true),
                    zone: self.zone.to_owned(),
                }
            }
            // What can only be withdrawn offers nothing else.
            Control::YesNo if name == "withdraw" && self.correcting.is_none() => {
                Input::Radios(self.truths(name, &["yes"], true), true)
            }
            Control::YesNo => Input::Radios(self.truths(name, &["yes", "no"], definition.required), true),
            Control::YesNoUnknown => {
                Input::Radios(self.truths(name, &["yes", "no", "unknown"], definition.required), true)
            }
            Control::One(list) => {
                let mut choices = self.codes(name, list);
                choices.retain(|c| record.takes(definition.name, &c.value));
                if choices.len() > 8 {
                    choices.insert(0, self.nothing(name, "form-choose"));
                    Input::Select(choices)
                } else {
                    if !definition.required {
                        choices.push(self.nothing(name, "form-no-answer"));
                    }
                    let short = choices.len() <= 4 && choices.iter().all(|c| c.label.chars().count() <= 14);
                    Input::Radios(choices, short)
                }
            }
            Control::Many(list) => Input::Checks(self.codes(name, list)),
            Control::Staff => self.pick(name, self.staff),
            // Whom the book offers, the application says: they are picked above. Of nobody there is nothing to choose.
            Control::Book => self.pick(name, &[]),
            Control::Entry => {
                let mut choices = vec![self.nothing(name, "form-choose")];
                let named = record.names(name);
                let may = self
                    .entries
                    .iter()
                    .filter(|e| named.is_empty() || named.contains(&e.record));
                choices.extend(may.map(|entry| {
                    let value = entry.number.to_string();
                    Choice {
                        chosen: self.typed.one(name) == value,
                        label: entry.label.clone(),
                        value,
                    }
                }));
                Input::Select(choices)
            }
            Control::Rows(fields) => {
                let fields = fields();
                let more = usize::from(self.one_more == Some(name));
                let rows = (self.typed.rows(name) + more).clamp(1, MOST_ROWS);
                let row = |at| self.group(record, &fields, &format!("{name}.{at}."), &format!("{key}-"));
                Input::Rows((1..=rows).map(row).collect(), self.words.row(record, key))
            }
            Control::Replacement => Input::Group(self.correcting.map_or_else(Vec::new, |old| {
                self.group(old.record, &old.record.fields(), "replace.", "")
            })),
        }
    }

    fn pick(&self, name: &str, of: &[(String, String)]) -> Input {
        let typed = self.typed.one(name);
        let mut choices = vec![self.nothing(name, "form-choose")];
        choices.extend(of.iter().map(|(value, label)| Choice {
            chosen: typed == value,
            label: label.clone(),
            value: value.clone(),
        }));
        // What is not, or no longer, in the list stays as it was typed.
        if !typed.is_empty() && !of.iter().any(|(value, _)| value == typed) {
            choices.push(Choice {
                chosen: true,
                label: typed.to_owned(),
                value: typed.to_owned(),
            });
        }
        Input::Select(choices)
    }

    fn truths(&self, name: &str, values: &[&str], required: bool) -> Vec<Choice> {
        let mut choices: Vec<Choice> = values
            .iter()
            .map(|value| Choice {
                value: (*value).to_owned(),
                label: self.words.t(&format!("truth-{value}")),
                chosen: self.typed.one(name) == *value,
            })
            .collect();
        // An answer that may be left out can also be taken back.
        if !required && !values.contains(&"unknown") {
            choices.push(self.nothing(name, "form-no-answer"));
        }
        choices
    }

    fn codes(&self, name: &str, list: &CodeList) -> Vec<Choice> {
        let typed = self.typed.all(name);
        let choice = |code: &&str| Choice {
            value: (*code).to_owned(),
            label: self.words.code(list.name, code),
            chosen: typed.iter().any(|t| t == code),
        };
        let mut choices: Vec<Choice> = list.codes.iter().map(choice).collect();
        if choices.len() > LONG {
            // Countries and languages: by name, and what is neither at the end.
            choices.sort_by_cached_key(|c| (c.value.chars().count() > 3, c.label.to_lowercase()));
        }
        choices
    }

    fn nothing(&self, name: &str, key: &str) -> Choice {
        Choice {
            value: String::new(),
            label: self.words.t(key),
            chosen: self.typed.all(name).first().is_some_and(String::is_empty),
        }
    }
}

/// A list of more choices than this is looked up by name.
const LONG: usize = 60;

static BASIS: CodeList = Basis::LIST;

fn envelope_field(name: &'static str, control: Control, required: bool) -> FieldDef {
    FieldDef {
        name,
        doc: "",
        control,
        required,
        class: tutela_domain::fields::Class::Process,
        kind: None,
    }
}

fn chooses(control: &Control) -> bool {
    matches!(
        control,
        Control::One(_)
            | Control::Many(_)
            | Control::YesNo
            | Control::YesNoUnknown
            | Control::Entry
            | Control::Book
            | Control::Staff
    )
}

/// The id of an input: a name without dots and slashes, which selectors would misread.
fn id_of(name: &str) -> String {
    format!("f-{}", name.replace(['.', '/'], "-"))
}

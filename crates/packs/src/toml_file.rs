//! Reads the tables of a pack's files: each key once, with its place, and none left unread.

use crate::error::Report;
use crate::suggest;
use std::cell::RefCell;
use std::ops::Range;
use toml::de::{DeTable, DeValue};
use tutela_domain::records::RecordType;
use tutela_domain::time::Period;

/// What a period may be.
pub(crate) const PERIODS: &str = "Write it as \"6 hours\", \"3 days\", \"15 working days\", \"1 month\" or \"2 years\"";
/// The longest list.
const LONGEST_LIST: usize = 100;

/// What to do when days are counted without a declaration.
pub(crate) const DECLARE_RECKONING: &str =
    "Add [reckoning] with `days_end` and `month_end` to pack.toml, or count in hours.";

/// A value with its place in the file.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Range<usize>,
}

/// Parses a file; a syntax mistake is reported.
pub(crate) fn parse<'t>(text: &'t str, report: &mut Report<'_>) -> Option<DeTable<'t>> {
    match DeTable::parse(text) {
        Ok(table) => Some(table.into_inner()),
        Err(error) => {
            let offset = error.span().map_or(0, |s| s.start);
            let what = error.message().lines().next().unwrap_or_default().to_owned();
            report.at(
                offset,
                format!("this is not TOML: {what}"),
                "Look for a missing quote or bracket, or a key that stands twice.",
            );
            None
        }
    }
}

/// A table that is being read.
pub(crate) struct Reader<'t, 'r, 'f> {
    table: &'t DeTable<'t>,
    /// Where the table stands.
    pub span: Range<usize>,
    report: &'r RefCell<&'r mut Report<'f>>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'t, 'r, 'f> Reader<'t, 'r, 'f> {
    /// Reads a table.
    pub fn new(table: &'t DeTable<'t>, span: Range<usize>, report: &'r RefCell<&'r mut Report<'f>>) -> Self {
        Self {
            table,
            span,
            report,
            asked: RefCell::new(Vec::new()),
        }
    }

    /// A mistake at a place.
    pub fn wrong(&self, span: &Range<usize>, what: impl Into<String>, remedy: impl Into<String>) {
        self.report.borrow_mut().at(span.start, what, remedy);
    }

    /// `file:line` of the table.
    pub fn place(&self) -> String {
        let report = self.report.borrow();
        format!("{}:{}", report.file, report.place(self.span.start).0)
    }

    /// Where a text begins inside its quotes, when it stands in the file letter for letter.
    pub fn inside(&self, text: &At<String>) -> Option<usize> {
        let report = self.report.borrow();
        let raw = report.text.get(text.span.clone())?;
        raw.find(text.value.as_str()).map(|offset| text.span.start + offset)
    }

    fn get(&self, key: &'static str) -> Option<At<&'t DeValue<'t>>> {
        self.asked.borrow_mut().push(key);
        let (_, value) = self.table.iter().find(|(k, _)| k.get_ref() == key)?;
        Some(At {
            value: value.get_ref(),
            span: value.span(),
        })
    }

    /// Knows a key whose value can no longer be checked.
    pub fn pass_over(&self, key: &'static str) {
        self.asked.borrow_mut().push(key);
    }

    /// Whether a key is there, without reading it.
    pub fn has(&self, key: &str) -> bool {
        self.table.keys().any(|k| k.get_ref() == key)
    }

    fn wanted(&self, key: &str, span: &Range<usize>, what: &str) {
        self.wrong(
            span,
            format!("`{key}` is not {what}"),
            format!("Write {key} = {}.", example(what)),
        );
    }

    /// A text.
    pub fn text(&self, key: &'static str) -> Option<At<String>> {
        let found = self.get(key)?;
        match found.value {
            DeValue::String(text) if !text.trim().is_empty() => Some(At {
                value: text.clone().into_owned(),
                span: found.span,
            }),
            DeValue::String(_) => {
                self.wrong(
                    &found.span,
                    format!("`{key}` is empty"),
                    "Fill it in, or leave the key out.",
                );
                None
            }
            _ => {
                self.wanted(key, &found.span, "a text");
                None
            }
        }
    }

    /// A text that must be there.
    pub fn required(&self, key: &'static str, remedy: &str) -> Option<At<String>> {
        if !self.has(key) {
            self.asked.borrow_mut().push(key);
            self.wrong(&self.span, format!("`{key}` is missing"), remedy);
            return None;
        }
        self.text(key)
    }

    /// A list of texts; empty when it is not there.
    pub fn texts(&self, key: &'static str) -> Vec<At<String>> {
        let Some(found) = self.get(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = found.value else {
            self.wanted(key, &found.span, "a list of texts");
            return Vec::new();
        };
        if items.len() > LONGEST_LIST {
            self.wrong(
                &found.span,
                format!("`{key}` has more than {LONGEST_LIST} parts"),
                "Split the rule.",
            );
            return Vec::new();
        }
        let mut texts: Vec<At<String>> = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::String(text) if texts.iter().any(|t| t.value == *text) => {
                    self.wrong(&item.span(), format!("\"{text}\" stands twice"), "Name it once.");
                }
                DeValue::String(text) => texts.push(At {
                    value: text.clone().into_owned(),
                    span: item.span(),
                }),
                _ => self.wanted(key, &item.span(), "a list of texts"),
            }
        }
        texts
    }

    /// A list that must have something.
    pub fn some_texts(&self, key: &'static str, remedy: &str) -> Vec<At<String>> {
        let mistakes = self.mistakes();
        let texts = self.texts(key);
        if texts.is_empty() && self.mistakes() == mistakes {
            let span = self.get(key).map_or(self.span.clone(), |f| f.span);
            self.wrong(&span, format!("`{key}` is missing or empty"), remedy);
        }
        texts
    }

    /// `true` or `false`; `None` when it is not there.
    pub fn flag(&self, key: &'static str) -> Option<bool> {
        let found = self.get(key)?;
        match found.value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => {
                self.wanted(key, &found.span, "true or false");
                None
            }
        }
    }

    /// A key that, when it is there, says `true`.
    pub fn yes(&self, key: &'static str) -> bool {
        let flag = self.flag(key);
        if flag == Some(false) {
            let span = self.get(key).map_or(self.span.clone(), |f| f.span);
            self.wrong(&span, format!("`{key} = false` says nothing"), "Leave the key out.");
        }
        flag == Some(true)
    }

    /// One of a few words.
    pub fn one_of<T: Copy>(&self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let found = words.iter().find(|(w, _)| *w == text.value).map(|(_, t)| *t);
        if found.is_none() {
            self.wrong(
                &text.span,
                format!("`{key}` cannot be \"{}\"", text.value),
                suggest::remedy(&text.value, words.iter().map(|(w, _)| *w)),
            );
        }
        found
    }

    /// A period.
    pub fn period(&self, key: &'static str) -> Option<At<Period>> {
        let text = self.text(key)?;
        match Period::parse(&text.value) {
            Some(value) => Some(At { value, span: text.span }),
            None => {
                self.wrong(
                    &text.span,
                    format!("\"{}\" is not a period", text.value),
                    format!("{PERIODS}."),
                );
                None
            }
        }
    }

    /// The record types of a list of names.
    pub fn record_types(&self, names: &[At<String>]) -> Vec<RecordType> {
        names.iter().filter_map(|n| self.record_type(n)).collect()
    }

    /// The record type of a name.
    pub fn record_type(&self, name: &At<String>) -> Option<RecordType> {
        let found = RecordType::of(&name.value);
        if found.is_none() {
            self.wrong(
                &name.span,
                format!("there is no record type `{}`", name.value),
                suggest::remedy(&name.value, RecordType::ALL.iter().map(|t| t.name())),
            );
        }
        found
    }

    /// A table below.
    pub fn table(&self, key: &'static str) -> Option<Reader<'t, 'r, 'f>> {
        let found = self.get(key)?;
        match found.value {
            DeValue::Table(table) => Some(Reader::new(table, found.span, self.report)),
            _ => {
                self.wrong(
                    &found.span,
                    format!("`{key}` is not a table"),
                    format!("Write [{key}]."),
                );
                None
            }
        }
    }

    /// The tables of a list.
    pub fn tables(&self, key: &'static str) -> Vec<Reader<'t, 'r, 'f>> {
        let Some(found) = self.get(key) else {
            return Vec::new();
        };
        let mut tables = Vec::new();
        let DeValue::Array(items) = found.value else {
            self.wrong(
                &found.span,
                format!("`{key}` is not a list of tables"),
                format!("Write [[{key}]]."),
            );
            return tables;
        };
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(table) => tables.push(Reader::new(table, item.span(), self.report)),
                _ => self.wrong(
                    &item.span(),
                    format!("`{key}` is not a list of tables"),
                    format!("Write [[{key}]]."),
                ),
            }
        }
        tables
    }

    fn mistakes(&self) -> usize {
        self.report.borrow().errors.len()
    }

    /// Reports every key that nobody asked for.
    pub fn finish(&self) {
        let asked = self.asked.borrow();
        for key in self.table.keys() {
            if self.report.borrow().is_full() {
                break;
            }
            if !asked.iter().any(|a| a == key.get_ref()) {
                let remedy = suggest::remedy(key.get_ref(), asked.iter().copied());
                self.wrong(&key.span(), format!("there is no key `{}` here", key.get_ref()), remedy);
            }
        }
    }
}

fn example(what: &str) -> &'static str {
    match what {
        "a text" => "\"…\"",
        "a list of texts" => "[\"…\"]",
        _ => "true",
    }
}

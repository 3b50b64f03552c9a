//! What a person typed into a form, exactly, so that nothing is lost when something is wrong.

use std::collections::BTreeMap;
use tutela_domain::fields::{Control, FieldDef, Fields, Raw};
use tutela_domain::records::RecordType;

/// What was typed, by the names of the inputs. Its `Debug` shows no content.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed(BTreeMap<String, Vec<String>>);

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[withheld]")
    }
}

impl Typed {
    /// From the body of a form.
    pub fn decode(body: &[u8]) -> Self {
        let mut typed = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            typed.add(&name, value.into_owned());
        }
        typed
    }

    /// As the body of a form again, for a draft.
    pub fn encode(&self) -> String {
        let mut body = form_urlencoded::Serializer::new(String::new());
        for (name, value) in self.pairs() {
            body.append_pair(name, value);
        }
        body.finish()
    }

    /// Every input with its value, for hidden inputs.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .flat_map(|(name, values)| values.iter().map(move |v| (name.as_str(), v.as_str())))
    }

    /// Adds a value.
    pub fn add(&mut self, name: &str, value: String) {
        self.0.entry(name.to_owned()).or_default().push(value);
    }

    /// Sets the only value.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.insert(name.to_owned(), vec![value.into()]);
    }

    /// Takes an input out.
    pub fn take(&mut self, name: &str) -> Option<String> {
        self.0.remove(name)?.into_iter().next()
    }

    /// Takes out every input below `prefix`.
    pub fn remove_below(&mut self, prefix: &str) {
        self.0.retain(|name, _| !name.starts_with(prefix));
    }

    /// The first value; empty when there is none.
    pub fn one(&self, name: &str) -> &str {
        self.0.get(name).and_then(|v| v.first()).map_or("", String::as_str)
    }

    /// All values.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether any input below `prefix` has something in it.
    pub fn has_any(&self, prefix: &str) -> bool {
        self.0
            .iter()
            .filter(|(name, _)| name.starts_with(prefix))
            .any(|(_, values)| values.iter().any(|v| !v.trim().is_empty()))
    }

    /// The rows below `name` that have something in them, numbered from 1 without a gap, as the
    /// domain numbers them in its problems.
    pub fn close_gaps(&mut self, name: &str) {
        self.renumber(name, |typed, row| typed.has_any(&format!("{name}.{row}.")));
    }

    /// Takes a row away.
    pub fn remove_row(&mut self, name: &str, row: usize) {
        self.renumber(name, |_, at| at != row);
    }

    /// How many rows there are below `name`.
    pub fn rows(&self, name: &str) -> usize {
        let prefix = format!("{name}.");
        self.0
            .keys()
            .filter_map(|key| key.strip_prefix(&prefix)?.split('.').next()?.parse().ok())
            .filter(|row| *row <= MOST_ROWS)
            .max()
            .unwrap_or(0)
    }

    fn renumber(&mut self, name: &str, keep: impl Fn(&Self, usize) -> bool) {
        let mut next = 1;
        for row in 1..=self.rows(name) {
            let prefix = format!("{name}.{row}.");
            let kept = keep(self, row);
            let keys: Vec<String> = self.0.keys().filter(|k| k.starts_with(&prefix)).cloned().collect();
            for key in keys {
                if let Some(values) = self.0.remove(&key)
                    && kept
                    && let Some(rest) = key.strip_prefix(&prefix)
                {
                    self.0.insert(format!("{name}.{next}.{rest}"), values);
                }
            }
            if kept {
                next += 1;
            }
        }
    }

    /// What would have to be typed to give `fields`: the form of a record that is corrected, or of a draft.
    pub fn from_fields(definitions: &[FieldDef], fields: &Fields, prefix: &str) -> Self {
        let mut typed = Self::default();
        for definition in definitions {
            if let Some(raw) = fields.get(definition.name) {
                typed.put(definition, raw, &format!("{prefix}{}", definition.name));
            }
        }
        typed
    }

    /// Takes over everything of another.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    fn put(&mut self, definition: &FieldDef, raw: &Raw, name: &str) {
        match (definition.control, raw) {
            (Control::Date, raw) => self.put_date(name, raw.as_text().unwrap_or("")),
            (Control::When, raw) => self.put_when(name, raw.as_text().unwrap_or("")),
            (Control::Rows(fields), Raw::List(rows)) => {
                for (at, row) in (1..).zip(rows) {
                    if let Raw::Row(row) = row {
                        self.extend(Self::from_fields(&fields(), row, &format!("{name}.{at}.")));
                    }
                }
            }
            (Control::Names, Raw::List(list)) => {
                let lines: Vec<&str> = list.iter().filter_map(Raw::as_text).collect();
                self.set(name, lines.join("\n"));
            }
            (_, Raw::List(list)) => {
                for text in list.iter().filter_map(Raw::as_text) {
                    self.add(name, text.to_owned());
                }
            }
            (_, raw) => self.set(name, raw.as_text().unwrap_or("")),
        }
    }

    fn put_date(&mut self, name: &str, text: &str) {
        let mut parts = text.split('-');
        for part in ["year", "month", "day"] {
            if let Some(value) = parts.next() {
                self.set(&format!("{name}.{part}"), value.trim_start_matches('0'));
            }
        }
    }

    fn put_when(&mut self, name: &str, text: &str) {
        let (from, to) = text.split_once('/').unwrap_or((text, ""));
        for (name, text) in [(name.to_owned(), from), (format!("{name}.to"), to)] {
            let (date, time) = text.split_once('T').unwrap_or((text, ""));
            self.put_date(&name, date);
            if !time.is_empty() {
                self.set(&format!("{name}.time"), time);
            }
        }
    }
}

/// No form shows more rows than the domain keeps.
pub(super) const MOST_ROWS: usize = 50;

/// The inputs that hold the rows of a record type, in its own fields and in those it replaces.
pub(super) fn rows_of(record: RecordType, prefix: &str) -> Vec<String> {
    record
        .fields()
        .iter()
        .filter(|f| matches!(f.control, Control::Rows(_)))
        .map(|f| format!("{prefix}{}", f.name))
        .collect()
}

//! The answers of a record, to read: on the page of an entry, and before a grave act.

use crate::words::Words;
use tutela_domain::fields::{Control, FieldDef, Fields, Raw};
use tutela_domain::records::RecordType;
use tutela_domain::time::{PartialDate, When};

/// An answer, as it is shown.
#[derive(Clone, Debug)]
pub enum Shown {
    /// Not given.
    Nothing,
    /// What a person typed.
    Typed(String),
    /// Our own words for a choice, or a date.
    Said(String),
    /// Several of these.
    Several(Vec<String>),
    /// The rows, each with its answers.
    Rows(Vec<Vec<Answer>>),
}

/// A question with its answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question.
    pub label: String,
    /// The answer.
    pub shown: Shown,
}

/// Every field of a record with its answer; of a correction, also those it replaces in a record of the
/// type that it corrects.
pub fn answers(words: &Words, record: RecordType, fields: &Fields, corrects: Option<RecordType>) -> Vec<Answer> {
    let definitions = record.fields();
    let own = group(words, record, &definitions, fields, "");
    let replaced = definitions.iter().find(|d| matches!(d.control, Control::Replacement));
    let (Some(replaced), Some(old)) = (replaced, corrects) else {
        return own;
    };
    let Some(Raw::Row(row)) = fields.get(replaced.name) else {
        return own;
    };
    let mut changed = old.fields();
    changed.retain(|d| row.contains_key(d.name));
    let mut all: Vec<Answer> = own
        .into_iter()
        .zip(&definitions)
        .filter(|(_, d)| d.name != replaced.name)
        .map(|(answer, _)| answer)
        .collect();
    all.push(Answer {
        label: words.field(record, replaced.name),
        shown: Shown::Rows(vec![group(words, old, &changed, row, "")]),
    });
    all
}

fn group(words: &Words, record: RecordType, definitions: &[FieldDef], fields: &Fields, path: &str) -> Vec<Answer> {
    definitions
        .iter()
        .map(|definition| {
            let key = format!("{path}{}", definition.name);
            Answer {
                label: words.field(record, &key),
                shown: shown(words, record, definition, fields.get(definition.name), &key),
            }
        })
        .collect()
}

fn shown(words: &Words, record: RecordType, definition: &FieldDef, raw: Option<&Raw>, key: &str) -> Shown {
    let Some(raw) = raw.filter(|r| !r.is_empty()) else {
        return Shown::Nothing;
    };
    let texts = || -> Vec<&str> {
        match raw {
            Raw::List(list) => list.iter().filter_map(Raw::as_text).collect(),
            other => other.as_text().into_iter().collect(),
        }
    };
    let text = || texts().join("\n");
    match definition.control {
        Control::One(list) => Shown::Said(words.code(list.name, &text())),
        Control::Many(list) => Shown::Several(texts().iter().map(|code| words.code(list.name, code)).collect()),
        Control::YesNo | Control::YesNoUnknown => Shown::Said(words.t(match text().as_str() {
            "yes" | "true" => "truth-yes",
            "no" | "false" => "truth-no",
            _ => "truth-unknown",
        })),
        Control::Date => Shown::Said(match PartialDate::parse(&text()) {
            Ok(date) => words.partial_date(&date),
            Err(_) => text(),
        }),
        Control::When => Shown::Said(match When::parse(&text()) {
            Ok(when) => words.when(&when),
            Err(_) => text(),
        }),
        Control::Entry => Shown::Said(words.t1("entry-number", "number", text())),
        // By name, where the name was put in place of the number: for who may read the book.
        Control::Book if text().trim().parse::<u64>().is_ok() => {
            Shown::Said(words.t1("book-entry-number", "number", text()))
        }
        Control::Rows(fields) => {
            let fields = fields();
            let row = |raw: &Raw| match raw {
                Raw::Row(row) => Some(group(words, record, &fields, row, &format!("{key}-"))),
                _ => None,
            };
            match raw {
                Raw::List(list) => Shown::Rows(list.iter().filter_map(row).collect()),
                _ => Shown::Nothing,
            }
        }
        // `answers` shows what a correction replaces, when it knows what is corrected.
        Control::Replacement => Shown::Nothing,
        _ => Shown::Typed(text()),
    }
}

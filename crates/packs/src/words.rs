//! The words of a pack: the title and the explanation of each rule, in Fluent, one file a language.

use crate::error::Report;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeMap;

/// The words of one language.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The text of the file.
    pub text: String,
    messages: BTreeMap<String, Message>,
}

#[derive(Clone, Debug, Default)]
struct Message {
    line_offset: usize,
    value: Option<String>,
    attributes: BTreeMap<String, String>,
}

impl Words {
    /// Reads a file of words; every mistake of its syntax is reported.
    pub(crate) fn read(report: &mut Report<'_>) -> Self {
        let text = report.text;
        if let Some(offset) = too_deep(text) {
            report.at(
                offset,
                "braces stand in braces, more than five deep",
                "Write the words out.",
            );
            return Self::default();
        }
        let begins = beginnings(text);
        let (resource, mistakes) = match fluent_syntax::parser::parse(text) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, mistakes)) => (resource, mistakes),
        };
        for mistake in mistakes {
            report.at(
                mistake.pos.start,
                format!("this is not Fluent: {}", mistake.kind),
                "Write `id = Title`, and below, indented, `.why = …`.",
            );
        }
        let mut words = Self {
            text: text.to_owned(),
            messages: BTreeMap::new(),
        };
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let id = message.id.name.to_owned();
                    let line_offset = begins.get(message.id.name).copied().unwrap_or(0);
                    let read = Message {
                        line_offset,
                        value: message.value.as_ref().map(flat),
                        attributes: message
                            .attributes
                            .iter()
                            .map(|a| (a.id.name.to_owned(), flat(&a.value)))
                            .collect(),
                    };
                    if words.messages.insert(id.clone(), read).is_some() {
                        report.at(
                            line_offset,
                            format!("the words for `{id}` stand twice"),
                            "Keep one of them.",
                        );
                    }
                }
                Entry::Term(term) => report.whole(
                    format!("the term `-{}` has no use here", term.id.name),
                    "Write the words out.",
                ),
                _ => {}
            }
        }
        words
    }

    /// The ids that have words, each with its place.
    pub(crate) fn ids(&self) -> impl Iterator<Item = (&str, usize)> {
        self.messages.iter().map(|(id, m)| (id.as_str(), m.line_offset))
    }

    /// The title of a rule.
    pub fn title(&self, id: &str) -> Option<&str> {
        self.messages.get(id)?.value.as_deref()
    }

    /// Why a rule is.
    pub fn why(&self, id: &str) -> Option<&str> {
        self.attribute(id, "why")
    }

    /// What is missing when a safeguard is not met.
    pub fn missing(&self, id: &str) -> Option<&str> {
        self.attribute(id, "missing")
    }

    fn attribute(&self, id: &str, name: &str) -> Option<&str> {
        self.messages.get(id)?.attributes.get(name).map(String::as_str)
    }

    /// The attributes of a message.
    pub(crate) fn attributes(&self, id: &str) -> impl Iterator<Item = &str> {
        let message = self.messages.get(id);
        message
            .into_iter()
            .flat_map(|m| m.attributes.keys().map(String::as_str))
    }
}

/// Where each message begins: at the last line that begins with its id.
fn beginnings(text: &str) -> BTreeMap<&str, usize> {
    let mut begins = BTreeMap::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if let Some((id, _)) = line.split_once('=') {
            begins.insert(id.trim_end(), offset);
        }
        offset += line.len();
    }
    begins
}

/// Where braces, or brackets within them, nest too deep for a parser that recurses.
fn too_deep(text: &str) -> Option<usize> {
    let (mut braces, mut brackets) = (0usize, 0usize);
    for (offset, letter) in text.char_indices() {
        match letter {
            '{' => braces += 1,
            '}' => braces = braces.saturating_sub(1),
            '(' if braces > 0 => brackets += 1,
            ')' => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        if braces == 0 {
            brackets = 0;
        }
        if braces + brackets > 5 {
            return Some(offset);
        }
    }
    None
}

fn flat(pattern: &Pattern<&str>) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => text.push_str(value),
            PatternElement::Placeable { .. } => {}
        }
    }
    text.trim().to_owned()
}

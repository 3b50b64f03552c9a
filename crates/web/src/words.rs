//! The words of the pages. Every visible word is a key of the locale files `locales/<language>/*.ftl`.

use crate::forms::envelope;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use jiff::civil::Date;
use quick_cache::sync::Cache;
use rust_embed::Embed;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use tutela_domain::codes::Country;
use tutela_domain::facts::Fact;
use tutela_domain::fields::{Code, FieldProblem, Problem};
use tutela_domain::records::{RecordGroup, RecordType};
use unic_langid::LanguageIdentifier;

#[derive(Embed)]
#[folder = "locales"]
struct LocaleFiles;

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of the `dir` attribute.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// The locale files do not make a language.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// Not the tag of a language.
    #[error("{0} is not the tag of a language")]
    NotALanguage(String),
    /// No files for it.
    #[error("there are no locale files for {0}")]
    NoFiles(String),
    /// A file that cannot be read.
    #[error("locale file {file}: {reason}")]
    Unreadable {
        /// Which.
        file: String,
        /// Why.
        reason: String,
    },
}

/// What can stand in the place of an argument.
pub trait Argument {
    /// As the locale files take it.
    fn argument(&self) -> FluentValue<'_>;
}

impl Argument for str {
    fn argument(&self) -> FluentValue<'_> {
        self.into()
    }
}

impl Argument for String {
    fn argument(&self) -> FluentValue<'_> {
        self.as_str().into()
    }
}

impl<T: Argument + ?Sized> Argument for &T {
    fn argument(&self) -> FluentValue<'_> {
        (**self).argument()
    }
}

macro_rules! number_arguments {
    ($($number:ty),+) => {
        $( impl Argument for $number {
            fn argument(&self) -> FluentValue<'_> {
                (*self).into()
            }
        } )+
    };
}
number_arguments!(u32, u64, i64, usize);

/// A small value, or a reference to one: templates hand over either, as it comes.
pub trait Pick<T> {
    /// The value.
    fn pick(&self) -> T;
}

macro_rules! picked {
    ($($small:ty),+) => {
        $(
            impl Pick<$small> for $small {
                fn pick(&self) -> $small {
                    *self
                }
            }

            impl<T: Pick<$small>> Pick<$small> for &T {
                fn pick(&self) -> $small {
                    (**self).pick()
                }
            }
        )+
    };
}
picked!(RecordType, RecordGroup, u64, jiff::civil::Date);

/// The words of one language.
pub struct Words {
    language: LanguageIdentifier,
    direction: Direction,
    bundle: FluentBundle<FluentResource>,
    transform: Option<fn(&str) -> Cow<'_, str>>,
    keys: BTreeMap<String, Vec<String>>,
    /// The words that choose nothing, by key or `key.attribute`: they take no arguments, or only put them in their places. Most of
    /// what a page says.
    plain: FxHashMap<String, Vec<Part>>,
    /// Days written out; the same stand on a page many times.
    pub(crate) days: Cache<Date, Arc<str>>,
    /// The countries, in the order of their names; every list of cases has them.
    countries: OnceLock<Vec<(&'static str, String)>>,
}

/// So many days are kept written out.
const DAYS: usize = 4_096;

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.language)
    }
}

impl Words {
    /// The words of a language that has locale files.
    pub fn load(tag: &str) -> Result<Arc<Self>, WordsError> {
        Self::build(tag, tag, Direction::LeftToRight, None)
    }

    /// English in the letters of a script that is written from right to left, to look at pages turned round.
    pub fn pseudo_rtl() -> Result<Arc<Self>, WordsError> {
        Self::build("en", "ar-XB", Direction::RightToLeft, Some(to_pseudo))
    }

    fn build(
        folder: &str,
        tag: &str,
        direction: Direction,
        transform: Option<fn(&str) -> Cow<'_, str>>,
    ) -> Result<Arc<Self>, WordsError> {
        let not_a_language = |_| WordsError::NotALanguage(tag.to_owned());
        let language: LanguageIdentifier = tag.parse().map_err(not_a_language)?;
        // Plurals follow the language that the words are written in, which for the pseudo pass is English.
        let written_in: LanguageIdentifier = folder.parse().map_err(not_a_language)?;
        let mut bundle = FluentBundle::new_concurrent(vec![written_in]);
        bundle.set_transform(transform);
        let mut keys = BTreeMap::new();
        let prefix = format!("{folder}/");
        for file in LocaleFiles::iter().filter(|f| f.starts_with(&prefix)) {
            let unreadable = |reason: String| WordsError::Unreadable {
                file: file.to_string(),
                reason,
            };
            let data = LocaleFiles::get(&file).ok_or_else(|| unreadable("gone".to_owned()))?;
            let text = String::from_utf8(data.data.into_owned()).map_err(|e| unreadable(e.to_string()))?;
            let resource = FluentResource::try_new(text).map_err(|(_, errors)| unreadable(format!("{errors:?}")))?;
            keys.extend(keys_of(&resource));
            bundle
                .add_resource(resource)
                .map_err(|errors| unreadable(format!("{errors:?}")))?;
        }
        if keys.is_empty() {
            return Err(WordsError::NoFiles(tag.to_owned()));
        }
        let mut words = Self {
            language,
            direction,
            bundle,
            transform,
            keys,
            plain: FxHashMap::default(),
            days: Cache::new(DAYS),
            countries: OnceLock::new(),
        };
        words.plain = words.plain();
        Ok(Arc::new(words))
    }

    /// Every key, and every attribute as `key.attribute`.
    fn all_keys(&self) -> impl Iterator<Item = String> {
        self.keys.iter().flat_map(|(key, attributes)| {
            let named = attributes.iter().map(move |attribute| format!("{key}.{attribute}"));
            std::iter::once(key.clone()).chain(named)
        })
    }

    /// Everything that can be said without choosing.
    fn plain(&self) -> FxHashMap<String, Vec<Part>> {
        let parts = |key: &str| -> Option<Vec<Part>> {
            let elements = &self.pattern(key)?.elements;
            let parts: Option<Vec<Part>> = elements.iter().map(|element| self.part(element)).collect();
            parts.or_else(|| Some(vec![Part::Text(self.put_together(key, &[]).ok()??)]))
        };
        self.all_keys()
            .filter_map(|key| Some((key.clone(), parts(&key)?)))
            .collect()
    }

    fn part(&self, element: &PatternElement<&str>) -> Option<Part> {
        match element {
            PatternElement::TextElement { value } => {
                let turned = self.transform.map_or(Cow::Borrowed(*value), |turn| turn(value));
                Some(Part::Text(turned.into_owned()))
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Part::Argument(id.name.to_owned())),
            PatternElement::Placeable { .. } => None,
        }
    }

    /// The pattern of a key, or of an attribute (`key.attribute`).
    fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        match key.split_once('.') {
            Some((id, attribute)) => Some(self.bundle.get_message(id)?.get_attribute(attribute)?.value()),
            None => self.bundle.get_message(key)?.value(),
        }
    }

    /// The tag of the language, for the `lang` attribute.
    pub fn tag(&self) -> String {
        self.language.to_string()
    }

    /// The value of the `dir` attribute.
    pub fn dir(&self) -> &'static str {
        self.direction.attribute()
    }

    /// Which way the language is written.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// Every key, with the names of its attributes.
    pub fn keys(&self) -> &BTreeMap<String, Vec<String>> {
        &self.keys
    }

    /// The words of a key that takes no arguments.
    pub fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The words of a key with one argument.
    pub fn t1(&self, key: &str, name: &str, value: impl Argument) -> String {
        self.with(key, &[(name, value.argument())])
    }

    /// The words of a key with two arguments.
    pub fn t2(&self, key: &str, name: &str, value: impl Argument, other_name: &str, other: impl Argument) -> String {
        self.with(key, &[(name, value.argument()), (other_name, other.argument())])
    }

    /// The words of a key with arguments, each of which is kept apart from the direction of the words around it.
    /// An unknown key is shown in brackets; a test finds it before anyone sees it.
    pub fn with(&self, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        self.find(key, arguments).unwrap_or_else(|| format!("[{key}]"))
    }

    /// The words of a key, or of an attribute (`key.attribute`), when there are any.
    pub fn find(&self, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let plain = self.plain.get(key).and_then(|parts| filled(parts, arguments));
        if plain.is_some() {
            return plain;
        }
        self.put_together(key, arguments).unwrap_or_else(|(text, errors)| {
            tracing::warn!(key, ?errors, "words could not be put together");
            Some(text)
        })
    }

    /// The words of a key with its arguments, if there are any; or what came of them, with what is wrong.
    fn put_together(
        &self,
        key: &str,
        arguments: &[(&str, FluentValue<'_>)],
    ) -> Result<Option<String>, (String, Vec<FluentError>)> {
        let Some(pattern) = self.pattern(key) else {
            return Ok(None);
        };
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned();
        if errors.is_empty() {
            Ok(Some(text))
        } else {
            Err((text, errors))
        }
    }

    /// What a record type is called once it has been recorded.
    pub fn record(&self, record: impl Pick<RecordType>) -> String {
        self.t(&format!("record-{}", record.pick().name()))
    }

    /// What a person does by recording it.
    pub fn act(&self, record: impl Pick<RecordType>) -> String {
        self.t(&format!("act-{}", record.pick().name()))
    }

    /// What helps to choose it.
    pub fn act_hint(&self, record: impl Pick<RecordType>) -> Option<String> {
        self.find(&format!("act-{}.hint", record.pick().name()), &[])
    }

    /// The heading of a group of record types.
    pub fn group(&self, group: impl Pick<RecordGroup>) -> String {
        self.t(match group.pick() {
            RecordGroup::Arrival => "group-arrival",
            RecordGroup::People => "group-people",
            RecordGroup::Asking => "group-asking",
            RecordGroup::Voice => "group-voice",
            RecordGroup::Assessment => "group-assessment",
            RecordGroup::Care => "group-care",
            RecordGroup::Status => "group-status",
            RecordGroup::Determination => "group-determination",
            RecordGroup::Borders => "group-borders",
            RecordGroup::Missing => "group-missing",
            RecordGroup::Plan => "group-plan",
            RecordGroup::Closing => "group-closing",
            RecordGroup::Disclosing => "group-disclosing",
            RecordGroup::EveryDay => "group-every_day",
            RecordGroup::Authority => "group-authority",
        })
    }

    /// The label of a field; inside rows, `path` is `rows-field`.
    pub fn field(&self, record: RecordType, path: &str) -> String {
        self.t(&format!("field-{}-{path}", record.name()))
    }

    /// The hint of a field, when it has one.
    pub fn field_hint(&self, record: RecordType, path: &str) -> Option<String> {
        self.find(&format!("field-{}-{path}.hint", record.name()), &[])
    }

    /// What one of the rows of a field is called.
    pub fn row(&self, record: RecordType, field: &str) -> String {
        self.t(&format!("field-{}-{field}.one", record.name()))
    }

    /// What a fact says: in a language that has words for it (`fact-guardian-in_office`), else as it is
    /// defined, in English.
    pub fn fact(&self, fact: &Fact) -> String {
        let key = format!("fact-{}", fact.name.replace('.', "-"));
        self.find(&key, &[]).unwrap_or_else(|| fact.sentence.to_owned())
    }

    /// The words for a code.
    pub fn code(&self, list: &str, code: &str) -> String {
        self.t(&format!("code-{list}-{code}"))
    }

    /// The countries with their names, in the order of these.
    pub fn countries(&self) -> &[(&'static str, String)] {
        self.countries.get_or_init(|| {
            let codes = Country::LIST.codes.iter();
            let mut all: Vec<_> = codes.map(|code| (*code, self.code("country", code))).collect();
            all.sort_by(|a, b| a.1.cmp(&b.1));
            all
        })
    }

    /// What to do about a problem. A field inside rows (`risks.2.measure`) is named with its row.
    pub fn problem(&self, record: RecordType, problem: &FieldProblem, is_choice: bool) -> String {
        let label = |at: &str| self.field_at(record, at);
        self.problem_named(&label(&problem.field), &problem.problem, is_choice, label)
    }

    /// What to do about a problem at a field of a name.
    pub fn problem_named(
        &self,
        field: &str,
        problem: &Problem,
        is_choice: bool,
        label: impl Fn(&str) -> String,
    ) -> String {
        match problem {
            Problem::Missing if is_choice => self.t1("problem-missing-choice", "field", field),
            Problem::Missing => self.t1("problem-missing", "field", field),
            Problem::NotACode => self.t1("problem-not-a-code", "field", field),
            Problem::TooLong(longest) => self.t2("problem-too-long", "field", field, "longest", longest),
            Problem::NotATime => self.t1("problem-not-a-time", "field", field),
            Problem::InFuture => self.t1("problem-in-future", "field", field),
            Problem::TooEarly => self.t1("problem-too-early", "field", field),
            Problem::BadCharacter => self.t1("problem-bad-character", "field", field),
            Problem::NotANumber(least, most) => self.with(
                "problem-not-a-number",
                &[
                    ("field", field.into()),
                    ("least", least.to_string().into()),
                    ("most", most.to_string().into()),
                ],
            ),
            Problem::WrongShape => self.t1("problem-wrong-shape", "field", field),
            Problem::UnknownField => self.t1("problem-unknown-field", "field", field),
            Problem::Contradicts(other) => self.t2("problem-contradicts", "field", field, "other", label(other)),
            Problem::NotInBook => self.t1("problem-not-in-book", "field", field),
            Problem::NoSuchEntry => self.t1("problem-no-such-entry", "field", field),
            Problem::NoSuchRule => self.t1("problem-no-such-rule", "field", field),
            Problem::NotOpen => self.t1("problem-not-open", "field", field),
            Problem::NotAllowed => self.t1("problem-not-allowed", "field", field),
            Problem::CaseClosed => self.t("problem-case-closed"),
        }
    }

    /// The label of the field at a place: `occurred`, `findings` or `risks.2.measure`.
    pub fn field_at(&self, record: RecordType, at: &str) -> String {
        if at.starts_with(envelope::PREFIX) {
            return self.t(at);
        }
        if at == "occurred" && record != RecordType::Correction {
            return self.t(envelope::OCCURRED);
        }
        let mut parts = at.split('.');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(rows), Some(row), Some(field)) if row.bytes().all(|b| b.is_ascii_digit()) => {
                let label = self.field(record, &format!("{rows}-{field}"));
                let one = self.t2("form-row", "one", self.row(record, rows), "row", row);
                self.t2("form-row-field", "row", one, "field", label)
            }
            _ => self.field(record, at),
        }
    }
}

/// A part of words that choose nothing.
enum Part {
    Text(String),
    /// What an argument of this name is.
    Argument(String),
}

/// Parts with the arguments in their places, kept apart as Fluent keeps them apart; `None` where one is not there, or is of a
/// kind that only Fluent can write.
fn filled(parts: &[Part], arguments: &[(&str, FluentValue<'_>)]) -> Option<String> {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Text(words) => text.push_str(words),
            Part::Argument(wanted) => {
                let (_, value) = arguments.iter().rev().find(|(name, _)| name == wanted)?;
                let alone = parts.len() == 1;
                text.push_str(if alone { "" } else { "\u{2068}" });
                match value {
                    FluentValue::String(value) => text.push_str(value),
                    FluentValue::Number(number) => text.push_str(&number.as_string()),
                    _ => return None,
                }
                text.push_str(if alone { "" } else { "\u{2069}" });
            }
        }
    }
    Some(text)
}

fn keys_of(resource: &FluentResource) -> Vec<(String, Vec<String>)> {
    resource
        .entries()
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some((
                message.id.name.to_owned(),
                message.attributes.iter().map(|a| a.id.name.to_owned()).collect(),
            )),
            _ => None,
        })
        .collect()
}

/// Letters of the Arabic script in place of Latin ones: enough for a browser to lay a page out from right to left.
fn to_pseudo(text: &str) -> Cow<'_, str> {
    const LETTERS: [char; 26] = [
        'ا', 'ب', 'س', 'د', 'ه', 'ف', 'ج', 'ح', 'ي', 'ز', 'ك', 'ل', 'م', 'ن', 'و', 'پ', 'ق', 'ر', 'ش', 'ت', 'ع', 'ڤ',
        'و', 'خ', 'ی', 'ظ',
    ];
    let turned = |c: char| {
        let lower = c.to_ascii_lowercase();
        match u32::from(lower).checked_sub(u32::from('a')) {
            Some(at) => usize::try_from(at)
                .ok()
                .and_then(|at| LETTERS.get(at).copied())
                .unwrap_or(c),
            None => c,
        }
    };
    Cow::Owned(text.chars().map(turned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the arguments that a key takes, where it chooses nothing.
    fn arguments(words: &Words, key: &str) -> Vec<String> {
        let parts = words.plain.get(key).into_iter().flatten();
        let names = parts.filter_map(|part| match part {
            Part::Argument(name) => Some(name.clone()),
            Part::Text(_) => None,
        });
        names.collect()
    }

    #[test]
    fn what_chooses_nothing_is_said_as_fluent_says_it() {
        let mut filled_in = 0;
        for words in [Words::load("en").unwrap(), Words::pseudo_rtl().unwrap()] {
            for key in words.all_keys() {
                let names = arguments(&words, &key);
                for values in [
                    ["1", "<Ольга>"].map(FluentValue::from),
                    [FluentValue::from(3_u64), 12.into()],
                ] {
                    let given = names.iter().map(String::as_str).zip(values.iter().cycle().cloned());
                    let given: Vec<_> = given.collect();
                    let plain = words.plain.get(&key).and_then(|parts| filled(parts, &given));
                    let Some(plain) = plain else { continue };
                    filled_in += given.len();
                    assert_eq!(words.put_together(&key, &given).unwrap(), Some(plain), "{key}");
                }
            }
            // What is missing is told by Fluent, and what is beside is not needed.
            assert!(words.put_together("date-short", &[]).is_err());
            assert!(words.plain.contains_key("date-short"));
        }
        assert!(filled_in > 500, "{filled_in}");
    }
}

//! What a record's fields are made of. One definition of a field gives its form control, its
//! reading and checking, its stored form, its line in the data dictionary and its use in a rule.

use crate::time::{PartialDate, When};
use crate::value::{Kind, Truth, Value};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// What a person gave for a field, as a form, a story or a stored entry carries it.
///
/// Its `Debug` shows no content: a field may hold a child's words.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Raw {
    /// One text.
    Text(String),
    /// Several.
    List(Vec<Raw>),
    /// Named parts.
    Row(Fields),
}

/// The fields of a record by name.
pub type Fields = BTreeMap<String, Raw>;

/// Written out, because what serde derives for an enum without tags first reads everything into a value of its own.
impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list or named parts")
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Raw, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(Raw::List)
    }

    fn visit_map<A: MapAccess<'de>>(self, row: A) -> Result<Raw, A::Error> {
        Fields::deserialize(MapAccessDeserializer::new(row)).map(Raw::Row)
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[withheld]")
    }
}

impl Raw {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The single text, when it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(t) => Some(t),
            Self::List(l) => match l.as_slice() {
                [one] => one.as_text(),
                _ => None,
            },
            Self::Row(_) => None,
        }
    }

    /// Whether nothing was given.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(t) => t.chars().all(is_blank),
            Self::List(l) => l.iter().all(Raw::is_empty),
            Self::Row(r) => r.values().all(Raw::is_empty),
        }
    }
}

/// White space, and characters of no width that look like nothing.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Who may see a field. The access tables speak of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// The procedure: what was done and decided.
    Process,
    /// About the child or a person.
    Personal,
    /// The child's own words.
    Voice,
    /// Health.
    Health,
    /// What may become evidence.
    Testimony,
    /// Where the child or the family is.
    Location,
    /// Who informed.
    Informant,
    /// Residence and proceedings.
    LegalStatus,
}

/// How a field is asked.
#[derive(Clone, Copy, Debug)]
pub enum Control {
    /// One line.
    Line,
    /// Several lines of text.
    Words,
    /// A member of staff of the lead authority.
    Staff,
    /// A name, one writing per line.
    Names,
    /// A whole number.
    Number,
    /// A date of which month and day may be missing.
    Date,
    /// A time, as [`When`].
    When,
    /// Yes or no.
    YesNo,
    /// Yes, no or not known.
    YesNoUnknown,
    /// One of a list.
    One(&'static CodeList),
    /// Any of a list.
    Many(&'static CodeList),
    /// Another entry of the case, by number.
    Entry,
    /// An entry of the authority's book, by number.
    Book,
    /// Repeated groups of fields.
    Rows(fn() -> Vec<FieldDef>),
    /// Replacement values for another record.
    Replacement,
}

/// A list of codes; the words for them are locale keys `code-<list>-<code>`.
#[derive(Debug, PartialEq, Eq)]
pub struct CodeList {
    /// Its name.
    pub name: &'static str,
    /// Its codes, in the order shown.
    pub codes: &'static [&'static str],
}

/// A field's definition.
#[derive(Clone, Debug)]
pub struct FieldDef {
    /// Name in stories, forms and storage.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// How it is asked.
    pub control: Control,
    /// Whether it must be given.
    pub required: bool,
    /// Who may see it.
    pub class: Class,
    /// What a rule may compare it with; `None` for personal words, which no rule reads.
    pub kind: Option<Kind>,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Required and not given.
    Missing,
    /// Not one of the codes.
    NotACode,
    /// Longer than so many characters.
    TooLong(usize),
    /// Not a date or time.
    NotATime,
    /// Later than now.
    InFuture,
    /// Earlier than what is written already, where nothing may be dated back.
    TooEarly,
    /// Holds a character that cannot be kept (NUL and other controls).
    BadCharacter,
    /// Not a whole number in this range.
    NotANumber(u32, u32),
    /// Given where a list or a single value was wanted.
    WrongShape,
    /// No such field in this record type.
    UnknownField,
    /// Contradicts what another field says.
    Contradicts(&'static str),
    /// Names an entry that the case does not have, or that cannot be the subject.
    NoSuchEntry,
    /// Names an entry of the authority's book that is not there, speaks of something else, or holds no longer.
    NotInBook,
    /// Names a rule, duty or alert that is not there.
    NoSuchRule,
    /// Names a duty that is not owed now, or an alert that does not stand now.
    NotOpen,
    /// The law or the person's role does not allow it.
    NotAllowed,
    /// The case is closed: it is reopened first.
    CaseClosed,
}

impl Problem {
    /// The names of all problems, as stories write them.
    pub const NAMES: &[&str] = &[
        "missing",
        "not_a_code",
        "too_long",
        "not_a_time",
        "in_future",
        "too_early",
        "bad_character",
        "not_a_number",
        "wrong_shape",
        "unknown_field",
        "contradicts",
        "no_such_entry",
        "not_in_book",
        "no_such_rule",
        "not_open",
        "not_allowed",
        "case_closed",
    ];

    /// Its name in stories and locale keys.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NotACode => "not_a_code",
            Self::TooLong(_) => "too_long",
            Self::NotATime => "not_a_time",
            Self::InFuture => "in_future",
            Self::TooEarly => "too_early",
            Self::BadCharacter => "bad_character",
            Self::NotANumber(..) => "not_a_number",
            Self::WrongShape => "wrong_shape",
            Self::UnknownField => "unknown_field",
            Self::Contradicts(_) => "contradicts",
            Self::NoSuchEntry => "no_such_entry",
            Self::NotInBook => "not_in_book",
            Self::NoSuchRule => "no_such_rule",
            Self::NotOpen => "not_open",
            Self::NotAllowed => "not_allowed",
            Self::CaseClosed => "case_closed",
        }
    }
}

/// A problem at a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field's name (`risks.2.measure` inside rows).
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

impl FieldProblem {
    /// A problem at `field`.
    pub fn new(field: impl Into<String>, problem: Problem) -> Self {
        Self {
            field: field.into(),
            problem,
        }
    }
}

/// A type that a field can have.
pub trait Field: Sized {
    /// Whether it must be given.
    const REQUIRED: bool = true;
    /// How it is asked.
    fn control() -> Control;
    /// What a rule may compare it with.
    fn kind() -> Option<Kind> {
        None
    }
    /// Reads what was given; `None` when nothing was.
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self>;
    /// The stored form; `None` when nothing was given.
    fn write(&self) -> Option<Raw>;
    /// The value for rules.
    fn value(&self) -> Value {
        Value::Unknown
    }
}

/// The longest text that a field keeps, in characters.
pub const LONGEST_TEXT: usize = 20_000;
/// The longest line that a field keeps, in characters.
pub const LONGEST_LINE: usize = 300;

fn given<'a>(raw: Option<&'a Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<&'a str> {
    match raw {
        None => problems.push(FieldProblem::new(at, Problem::Missing)),
        Some(raw) if raw.is_empty() => problems.push(FieldProblem::new(at, Problem::Missing)),
        Some(raw) => match raw.as_text() {
            Some(text) => return Some(text),
            None => problems.push(FieldProblem::new(at, Problem::WrongShape)),
        },
    }
    None
}

/// Text that is kept as given: line ends become `\n`, other control characters are refused.
fn clean(text: &str, longest: usize, at: &str, problems: &mut Vec<FieldProblem>) -> Option<String> {
    let text = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    };
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        problems.push(FieldProblem::new(at, Problem::BadCharacter));
        return None;
    }
    if text.chars().count() > longest {
        problems.push(FieldProblem::new(at, Problem::TooLong(longest)));
        return None;
    }
    Some(text)
}

macro_rules! text_field {
    ($(#[$doc:meta])* $name:ident, $control:expr, $longest:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(String);

        impl $name {
            /// The text itself. Only a redacted view or a sealed entry should ask for it.
            pub fn reveal(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("[withheld]")
            }
        }

        impl Field for $name {
            fn control() -> Control {
                $control
            }
            fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
                let text = given(raw, at, problems)?;
                clean(text, $longest, at, problems).map(Self)
            }
            fn write(&self) -> Option<Raw> {
                Some(Raw::text(&self.0))
            }
        }
    };
}

text_field!(
    /// One line of personal text: not loggable, not displayable by accident.
    Line, Control::Line, LONGEST_LINE
);
text_field!(
    /// Personal text of several lines.
    Words, Control::Words, LONGEST_TEXT
);

text_field!(
    /// A member of staff, by pseudonymous id.
    Staff, Control::Staff, LONGEST_LINE
);

/// A name in every writing in which it was given, never split into first and last.
#[derive(Clone, PartialEq, Eq)]
pub struct Names(Vec<String>);

impl Names {
    /// The writings. Only a redacted view or a sealed entry should ask for them.
    pub fn reveal(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[withheld]")
    }
}

impl Field for Names {
    fn control() -> Control {
        Control::Names
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        let mut names = Vec::new();
        let texts: Vec<&str> = match raw {
            Some(Raw::List(list)) => list.iter().filter_map(Raw::as_text).collect(),
            Some(Raw::Text(text)) => vec![text],
            _ => Vec::new(),
        };
        for line in texts
            .iter()
            .flat_map(|t| t.split('\n'))
            .map(str::trim)
            .filter(|l| !l.is_empty())
        {
            names.push(clean(line, LONGEST_LINE, at, problems)?);
        }
        if names.is_empty() {
            problems.push(FieldProblem::new(at, Problem::Missing));
            return None;
        }
        Some(Self(names))
    }
    fn write(&self) -> Option<Raw> {
        Some(Raw::List(self.0.iter().map(Raw::text).collect()))
    }
}

impl Field for Truth {
    fn control() -> Control {
        Control::YesNoUnknown
    }
    fn kind() -> Option<Kind> {
        Some(Kind::Truth)
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        match given(raw, at, problems)? {
            "yes" | "true" => Some(Truth::True),
            "no" | "false" => Some(Truth::False),
            "unknown" => Some(Truth::Unknown),
            _ => {
                problems.push(FieldProblem::new(at, Problem::NotACode));
                None
            }
        }
    }
    fn write(&self) -> Option<Raw> {
        Some(Raw::text(match self {
            Truth::True => "yes",
            Truth::False => "no",
            Truth::Unknown => "unknown",
        }))
    }
    fn value(&self) -> Value {
        Value::Truth(*self)
    }
}

impl Field for bool {
    fn control() -> Control {
        Control::YesNo
    }
    fn kind() -> Option<Kind> {
        Some(Kind::Truth)
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        match Truth::read(raw, at, problems)? {
            Truth::True => Some(true),
            Truth::False => Some(false),
            Truth::Unknown => {
                problems.push(FieldProblem::new(at, Problem::NotACode));
                None
            }
        }
    }
    fn write(&self) -> Option<Raw> {
        Truth::from(*self).write()
    }
    fn value(&self) -> Value {
        (*self).into()
    }
}

/// A whole number of at most 1000: years, children, days.
impl Field for u32 {
    fn control() -> Control {
        Control::Number
    }
    fn kind() -> Option<Kind> {
        Some(Kind::Number)
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        match given(raw, at, problems)?.trim().parse() {
            Ok(n) if n <= 1000 => Some(n),
            _ => {
                problems.push(FieldProblem::new(at, Problem::NotANumber(0, 1000)));
                None
            }
        }
    }
    fn write(&self) -> Option<Raw> {
        Some(Raw::text(self.to_string()))
    }
    fn value(&self) -> Value {
        Value::Number(i64::from(*self))
    }
}

impl Field for PartialDate {
    fn control() -> Control {
        Control::Date
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        PartialDate::parse(given(raw, at, problems)?)
            .map_err(|_| problems.push(FieldProblem::new(at, Problem::NotATime)))
            .ok()
    }
    fn write(&self) -> Option<Raw> {
        Some(Raw::text(self.to_string()))
    }
}

impl Field for When {
    fn control() -> Control {
        Control::When
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        When::parse(given(raw, at, problems)?)
            .map_err(|_| problems.push(FieldProblem::new(at, Problem::NotATime)))
            .ok()
    }
    fn write(&self) -> Option<Raw> {
        Some(Raw::text(self.text()))
    }
}

/// The number of another entry of the same case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryRef(pub u64);

impl Field for EntryRef {
    fn control() -> Control {
        Control::Entry
    }
    fn kind() -> Option<Kind> {
        Some(Kind::Number)
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        given(raw, at, problems)?
            .trim()
            .parse()
            .map(Self)
            .map_err(|_| problems.push(FieldProblem::new(at, Problem::NoSuchEntry)))
            .ok()
    }
    fn write(&self) -> Option<Raw> {
        Some(Raw::text(self.0.to_string()))
    }
    fn value(&self) -> Value {
        i64::try_from(self.0).map_or(Value::Unknown, Value::Number)
    }
}

/// The number of an entry in the authority's book: a guardian or a provider of care whom the authority registered.
/// Rules do not read the number; facts read what the book says there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BookRef(pub u64);

impl Field for BookRef {
    fn control() -> Control {
        Control::Book
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        given(raw, at, problems)?
            .trim()
            .parse()
            .map(Self)
            .map_err(|_| problems.push(FieldProblem::new(at, Problem::NotInBook)))
            .ok()
    }
    fn write(&self) -> Option<Raw> {
        Some(Raw::text(self.0.to_string()))
    }
}

/// An optional field.
impl<T: Field> Field for Option<T> {
    const REQUIRED: bool = false;
    fn control() -> Control {
        T::control()
    }
    fn kind() -> Option<Kind> {
        T::kind()
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        match raw {
            None => Some(None),
            Some(raw) if raw.is_empty() => Some(None),
            some => T::read(some, at, problems).map(Some),
        }
    }
    fn write(&self) -> Option<Raw> {
        self.as_ref().and_then(T::write)
    }
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Unknown, T::value)
    }
}

/// One code of a list.
pub trait Code: Sized + Copy + PartialEq + 'static {
    /// The list it belongs to.
    const LIST: CodeList;
    /// Its code.
    fn code(self) -> &'static str;
    /// The value of a code.
    fn of(code: &str) -> Option<Self>;
}

/// Several codes of one list, each once, in the list's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Many<T>(pub Vec<T>);

impl<T: Code> Many<T> {
    /// Whether `code` is among them.
    pub fn has(&self, code: T) -> bool {
        self.0.contains(&code)
    }
}

impl<T: Code> Field for Many<T> {
    fn control() -> Control {
        Control::Many(&T::LIST)
    }
    fn kind() -> Option<Kind> {
        Some(Kind::Codes)
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        let texts: Vec<&str> = match raw {
            Some(Raw::List(list)) => list.iter().filter_map(Raw::as_text).collect(),
            Some(Raw::Text(text)) => vec![text],
            _ => Vec::new(),
        };
        let mut read = Vec::new();
        for text in texts.into_iter().filter(|t| !t.is_empty()) {
            match T::of(text) {
                Some(code) if !read.contains(&code) => read.push(code),
                Some(_) => {}
                None => {
                    problems.push(FieldProblem::new(at, Problem::NotACode));
                    return None;
                }
            }
        }
        if read.is_empty() {
            problems.push(FieldProblem::new(at, Problem::Missing));
            return None;
        }
        Some(Self(read))
    }
    fn write(&self) -> Option<Raw> {
        Some(Raw::List(self.0.iter().map(|c| Raw::text(c.code())).collect()))
    }
    fn value(&self) -> Value {
        Value::Codes(self.0.iter().map(|c| c.code().to_owned()).collect())
    }
}

/// Repeated groups of fields, at most fifty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows<T>(pub Vec<T>);

/// A group of fields: a record, or one row of [`Rows`].
pub trait Group: Sized {
    /// The names of its fields, in the order asked.
    const NAMES: &'static [&'static str];
    /// Their definitions.
    fn fields() -> Vec<FieldDef>;
    /// Reads and checks every field; `prefix` names the place of a row.
    fn read_group(fields: &Fields, prefix: &str, problems: &mut Vec<FieldProblem>) -> Option<Self>;
    /// The stored form.
    fn write_group(&self) -> Fields;
    /// The stored form of one field; `None` when nothing was given.
    fn write_field(&self, field: &str) -> Option<Raw>;
    /// The value of a field for rules; `None` when there is no such field.
    fn value_of(&self, field: &str) -> Option<Value>;
}

/// The place of a field of a group.
pub(crate) fn place(prefix: &str, field: &'static str) -> Cow<'static, str> {
    if prefix.is_empty() {
        Cow::Borrowed(field)
    } else {
        Cow::Owned(format!("{prefix}{field}"))
    }
}

impl<T: Group> Field for Rows<T> {
    fn control() -> Control {
        Control::Rows(T::fields)
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        let list = match raw {
            Some(Raw::List(list)) => list.as_slice(),
            Some(row @ Raw::Row(_)) => std::slice::from_ref(row),
            _ => &[],
        };
        let mut rows = Vec::new();
        let before = problems.len();
        for (index, row) in list.iter().filter(|r| !r.is_empty()).take(50).enumerate() {
            match row {
                Raw::Row(fields) => rows.extend(T::read_group(fields, &format!("{at}.{}.", index + 1), problems)),
                _ => problems.push(FieldProblem::new(at, Problem::WrongShape)),
            }
        }
        if rows.is_empty() && problems.len() == before {
            problems.push(FieldProblem::new(at, Problem::Missing));
        }
        (problems.len() == before).then_some(Self(rows))
    }
    fn write(&self) -> Option<Raw> {
        Some(Raw::List(self.0.iter().map(|r| Raw::Row(r.write_group())).collect()))
    }
}

/// Values that replace those of another record, checked against that record's type on admission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement(pub Fields);

impl Field for Replacement {
    fn control() -> Control {
        Control::Replacement
    }
    fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
        match raw {
            Some(Raw::Row(fields)) => Some(Self(fields.clone())),
            _ => {
                problems.push(FieldProblem::new(at, Problem::WrongShape));
                None
            }
        }
    }
    fn write(&self) -> Option<Raw> {
        Some(Raw::Row(self.0.clone()))
    }
}

/// Defines a group of typed fields: `name: Type => Class`, each with its docstring.
macro_rules! group {
    ($(#[$doc:meta])* $name:ident { $( $(#[doc = $fdoc:literal])+ $field:ident : $ty:ty => $class:ident, )+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $(#[doc = $fdoc])+ pub $field: $ty, )+
        }

        impl $crate::fields::Group for $name {
            const NAMES: &'static [&'static str] = &[$( stringify!($field) ),+];

            fn fields() -> Vec<$crate::fields::FieldDef> {
                vec![$( $crate::fields::FieldDef {
                    name: stringify!($field),
                    doc: concat!($($fdoc),+).trim_ascii_start(),
                    control: <$ty as $crate::fields::Field>::control(),
                    required: <$ty as $crate::fields::Field>::REQUIRED,
                    class: $crate::fields::Class::$class,
                    kind: <$ty as $crate::fields::Field>::kind(),
                } ),+]
            }

            fn read_group(
                fields: &$crate::fields::Fields,
                prefix: &str,
                problems: &mut Vec<$crate::fields::FieldProblem>,
            ) -> Option<Self> {
                $( let $field = <$ty as $crate::fields::Field>::read(
                    fields.get(stringify!($field)),
                    &$crate::fields::place(prefix, stringify!($field)),
                    problems,
                ); )+
                Some(Self { $( $field: $field?, )+ })
            }

            fn write_group(&self) -> $crate::fields::Fields {
                let mut fields = $crate::fields::Fields::new();
                $( if let Some(raw) = $crate::fields::Field::write(&self.$field) {
                    fields.insert(stringify!($field).to_owned(), raw);
                } )+
                fields
            }

            fn write_field(&self, field: &str) -> Option<$crate::fields::Raw> {
                match field {
                    $( stringify!($field) => $crate::fields::Field::write(&self.$field), )+
                    _ => None,
                }
            }

            fn value_of(&self, field: &str) -> Option<$crate::value::Value> {
                match field {
                    $( stringify!($field) => Some($crate::fields::Field::value(&self.$field)), )+
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use group;

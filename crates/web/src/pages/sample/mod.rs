//! Samples of everything that is shown, for the gallery and the tests. All of it is invented.

mod case;
mod lists;
mod rules;

use super::case::CaseHead;
use super::duty::SourceList;
use crate::dates::Stamp;
use jiff::{ZonedDateTime, civil::Date};
use tutela_domain::fields::{Fields, Raw};

/// A time in London.
pub fn at(local: &str) -> ZonedDateTime {
    format!("{local}[Europe/London]").parse().unwrap_or_default()
}

fn day(text: &str) -> Date {
    text.parse().unwrap_or_default()
}

fn on(text: &str) -> Stamp {
    Stamp::Day(day(text))
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn sources(texts: &[&str]) -> SourceList {
    SourceList(texts.iter().map(|t| (*t).to_owned()).collect())
}

/// Texts that try to break a page.
pub fn hostile() -> [String; 6] {
    [
        "<script>alert('x')</script>\" onmouseover=\"x".to_owned(),
        "\u{202E}txet desrever\u{2066} &amp; \u{202D}".to_owned(),
        "👩‍👧‍👦🌱 ẞ ﷽ Z̸̡̛͉͔a̵l̶g̷o̴".to_owned(),
        "W".repeat(10_000),
        "' OR 1=1; -- {{ frame.token }} </textarea></style>".to_owned(),
        "سارة تقول: أريد أن أذهب إلى المدرسة (15) سنة".to_owned(),
    ]
}

impl CaseHead {
    /// An example.
    pub fn sample() -> Self {
        Self {
            id: "7b1f0c1e-5c7e-4a55-9d5a-0f7c2e1b9a11".to_owned(),
            pseudonym: "Wren".to_owned(),
            reference: "TU-2026-0417".to_owned(),
        }
    }
}

/// The fields of a risk assessment, as they are kept.
pub fn risk_fields() -> Fields {
    let risk = |risk: &str, measure: &str| {
        Raw::Row(Fields::from([
            ("risk".to_owned(), Raw::text(risk)),
            ("likelihood".to_owned(), Raw::text("high")),
            ("severity".to_owned(), Raw::text("medium")),
            ("measure".to_owned(), Raw::text(measure)),
            ("owner".to_owned(), Raw::text("M. Sava")),
            ("by".to_owned(), Raw::text("2026-12")),
        ]))
    };
    Fields::from([
        ("occasion".to_owned(), Raw::text("moved")),
        (
            "risks".to_owned(),
            Raw::List(vec![
                risk("calls", "A new telephone number.\nThe old one goes to the police."),
                risk("going_missing", "Somebody whom Wren trusts is there each evening."),
            ]),
        ),
        ("serious_risk_on_return".to_owned(), Raw::text("unknown")),
    ])
}

//! No word is missing, and none is there for nothing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tutela_domain::codes::LISTS;
use tutela_domain::fields::{Control, FieldDef, FieldProblem, Problem};
use tutela_domain::records::RecordType;
use tutela_web::dates::Stamp;
use tutela_web::pages::sample::at;
use tutela_web::words::Words;

fn fields(prefix: &str, definitions: &[FieldDef], keys: &mut BTreeSet<String>) {
    for field in definitions {
        let key = format!("{prefix}-{}", field.name);
        if let Control::Rows(rows) = field.control {
            fields(&key, &rows(), keys);
        }
        keys.insert(key);
    }
}

#[test]
fn every_record_field_and_code_has_its_words_and_no_others_have() {
    let mut needed = BTreeSet::new();
    for record in RecordType::ALL {
        needed.insert(format!("record-{}", record.name()));
        needed.insert(format!("act-{}", record.name()));
        fields(&format!("field-{}", record.name()), &record.fields(), &mut needed);
        needed.extend(record.layout().iter().map(|part| format!("part-{}", part.name)));
    }
    for list in LISTS {
        needed.extend(list.codes.iter().map(|code| format!("code-{}-{code}", list.name)));
    }
    let words = Words::load("en").unwrap();
    let families = ["record-", "act-", "field-", "code-", "part-"];
    let here: BTreeSet<String> = words
        .keys()
        .keys()
        .filter(|k| families.iter().any(|f| k.starts_with(f)) && *k != "act-more")
        .cloned()
        .collect();
    let missing: Vec<_> = needed.difference(&here).collect();
    let unused: Vec<_> = here.difference(&needed).collect();
    assert!(missing.is_empty(), "missing: {missing:#?}");
    assert!(unused.is_empty(), "unused: {unused:#?}");
    for record in RecordType::ALL {
        assert!(words.act_hint(record).is_some(), "{}", record.name());
        for field in record.fields() {
            if matches!(field.control, Control::Rows(_)) {
                assert!(!words.row(*record, field.name).starts_with('['), "{}", field.name);
            }
        }
    }
}

/// The text of our templates and sources.
fn sources() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    let mut folders = vec![root.join("src"), root.join("templates")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}

#[test]
fn every_other_key_is_used() {
    // Keys that are put together from a part and a name.
    let composed = [
        "record-", "act-", "field-", "code-", "part-", "month-", "truth-", "stage-",
    ];
    let text = sources();
    let words = Words::load("en").unwrap();
    let unused: Vec<_> = words
        .keys()
        .keys()
        .filter(|k| !text.contains(&format!("\"{k}\"")) && !composed.iter().any(|c| k.starts_with(c)))
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn every_key_that_a_template_speaks_exists() {
    let words = Words::load("en").unwrap();
    let text = sources();
    let mut missing = Vec::new();
    for call in [".t(\"", ".t1(\"", ".t2(\"", ".with(\""] {
        for (at, _) in text.match_indices(call) {
            let key = text[at + call.len()..].split('"').next().unwrap();
            let (id, attribute) = key.split_once('.').unwrap_or((key, ""));
            let known = words.keys().get(id);
            if known.is_none_or(|a| !attribute.is_empty() && !a.iter().any(|x| x == attribute)) {
                missing.push(key.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn dates_are_written_out_with_their_zone() {
    let words = Words::load("en").unwrap();
    let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    let time = at("2026-11-25T10:05");
    assert_eq!(plain(words.day(time.date())), "25 November 2026");
    assert_eq!(plain(words.time(&time)), "25 November 2026 at 10:05 (Europe/London)");
    let estimate = Stamp::Between(at("2026-11-25T10:05"), at("2026-11-26T00:00"));
    assert_eq!(
        plain(words.stamp(&estimate)),
        "estimated, between 25 November 2026 at 10:05 (Europe/London) and 26 November 2026 at 00:00 (Europe/London)"
    );
    assert_eq!(Stamp::At(time).machine().as_deref(), Some("2026-11-25T10:05+00:00"));
}

#[test]
fn every_problem_says_what_to_do() {
    let words = Words::load("en").unwrap();
    for problem in [
        Problem::Missing,
        Problem::NotACode,
        Problem::TooLong(300),
        Problem::NotATime,
        Problem::InFuture,
        Problem::TooEarly,
        Problem::BadCharacter,
        Problem::NotANumber(0, 1000),
        Problem::WrongShape,
        Problem::UnknownField,
        Problem::Contradicts("heard"),
        Problem::NoSuchEntry,
        Problem::NotInBook,
        Problem::NoSuchRule,
    ] {
        let text = words.problem(RecordType::ViewsHeard, &FieldProblem::new("says", problem), false);
        assert!(!text.contains('[') && text.len() > 20, "{text}");
    }
    let at_row = FieldProblem::new("risks.2.measure", Problem::Missing);
    let text = words.problem(RecordType::RiskAssessment, &at_row, false);
    assert!(
        text.contains("What is done against it?") && text.contains('2'),
        "{text}"
    );
}

#[test]
fn an_unknown_key_is_shown_in_brackets() {
    let words = Words::load("en").unwrap();
    assert_eq!(words.t("no-such-key"), "[no-such-key]");
    assert!(Words::load("xx").is_err() && Words::load("?").is_err());
}

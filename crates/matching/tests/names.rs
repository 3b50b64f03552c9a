//! Which spellings find which names: the table of those that do and those that do not, and that the index loses nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may panic

use proptest::prelude::*;
use tutela_matching::{How, Query, keys};

/// The table, also printed in `docs/SEARCH.md`: name as written in the case, as typed, and how it is found.
const TABLE: &str = include_str!("names.tsv");

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = TABLE.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines.map(|line| {
        let mut cells = line.split('\t');
        (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap())
    })
}

fn found(name: &str, typed: &str) -> Option<How> {
    Query::of(typed).and_then(|q| q.closeness([name])).map(|c| c.how)
}

/// Whether the index would give the name as a candidate.
fn candidate(name: &str, typed: &str) -> bool {
    let kept = keys([name]);
    let asks = Query::of(typed).map(|q| q.asks()).unwrap_or_default();
    asks.iter()
        .any(|words| words.iter().all(|keys| keys.iter().any(|k| kept.contains(k))))
}

#[test]
fn the_table_is_true() {
    let word = |how: Option<How>| match how {
        Some(How::Same) => "same",
        Some(How::Begins) => "begins",
        Some(How::OneTypo) => "one typo",
        Some(How::SoundsAlike) => "sounds alike",
        None => "not found",
    };
    let wrong: Vec<String> = rows()
        .filter(|(name, typed, how)| word(found(name, typed)) != *how)
        .map(|(name, typed, how)| format!("{name}\t{typed}\t{how}, not {}", word(found(name, typed))))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_index_gives_every_name_of_the_table_that_is_found() {
    for (name, typed, how) in rows().filter(|(_, _, how)| *how != "not found") {
        assert!(candidate(name, typed), "{name} {typed} {how}");
    }
}

#[test]
fn the_document_shows_the_table() {
    let document = include_str!("../../../docs/SEARCH.md");
    let shown = document
        .lines()
        .filter(|l| l.starts_with("| ") && !l.starts_with("| in the case"))
        .count();
    assert_eq!(shown, rows().count());
    for (name, typed, how) in rows() {
        assert!(
            document.contains(&format!("| {name} | {typed} | {how} |")),
            "{name} {typed}"
        );
    }
}

#[test]
fn nothing_is_said_of_a_name_by_accident() {
    let key = keys(["Ольга"]).into_iter().next().unwrap();
    assert_eq!(
        format!("{key:?} {:?}", Query::of("Ольга")),
        "[withheld] Some([withheld])"
    );
}

#[test]
fn without_a_letter_nothing_is_asked() {
    for nothing in ["", "  ", "-", "!?", "\u{200f}"] {
        assert!(Query::of(nothing).is_none(), "{nothing:?}");
    }
}

#[test]
fn however_much_is_typed_little_is_asked() {
    let asks = Query::of(&"Ngọc Hà ".repeat(10_000)).unwrap().asks();
    let keys: usize = asks.iter().flatten().map(std::collections::BTreeSet::len).sum();
    assert!(keys < 500, "{keys}");
    let asks = Query::of(&"a".repeat(1_000_000)).unwrap().asks();
    assert!(asks.iter().flatten().all(|keys| keys.len() < 100));
}

fn name() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[A-Z][a-z]{1,9}",
        "[А-Я][а-яіїєґ]{2,8}",
        "[ا-ي]{3,6}",
        "[Α-Ω][α-ω]{2,8}",
        Just("Nguyễn".to_owned()),
        Just("al".to_owned()),
        Just("李".to_owned()),
    ];
    proptest::collection::vec(part, 1..4).prop_map(|parts| parts.join(" "))
}

/// A name as somebody types it: a letter wrong, cut short, another name, or as it is.
fn typed() -> impl Strategy<Value = (String, String)> {
    (name(), name(), 0..5usize, any::<prop::sample::Index>(), "[a-z]").prop_map(|(name, other, way, at, letter)| {
        let mut letters: Vec<char> = name.chars().collect();
        let at = at.index(letters.len());
        let typed = match way {
            0 => name.clone(),
            1 => other,
            2 => {
                letters.truncate(at.max(1));
                letters.iter().collect()
            }
            3 => {
                letters.remove(at);
                letters.iter().collect()
            }
            _ => {
                letters[at] = letter.chars().next().unwrap();
                letters.iter().collect()
            }
        };
        (name, typed)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// What would be accepted is among the candidates: the index loses nothing.
    #[test]
    fn the_index_loses_nothing((name, typed) in typed()) {
        if found(&name, &typed).is_some() {
            prop_assert!(candidate(&name, &typed));
        }
    }

    /// A name finds itself.
    #[test]
    fn a_name_finds_itself(name in name()) {
        prop_assert_eq!(found(&name, &name), Some(How::Same));
    }

    /// Whatever is typed, nothing breaks.
    #[test]
    fn anything_may_be_typed(name in ".{0,60}", typed in ".{0,60}") {
        let _ = found(&name, &typed);
        let _ = candidate(&name, &typed);
    }
}

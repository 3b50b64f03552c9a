//! Which spellings find which names: the table of those that do and those that do not; that the index loses nothing, and gives
//! what is nearer in no later tier.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may panic

use proptest::prelude::*;
use std::collections::BTreeSet;
use tutela_matching::{Closeness, How, Key, Names, Query, keys};

/// The table, also printed in `docs/SEARCH.md`: name as written in the case, as typed, and how it is found.
const TABLE: &str = include_str!("names.tsv");

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = TABLE.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines.map(|line| {
        let mut cells = line.split('\t');
        (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap())
    })
}

fn near(names: &[&str], typed: &str) -> Option<Closeness> {
    Query::of(typed).and_then(|q| q.closeness(&Names::of(names.iter().copied())))
}

fn found(name: &str, typed: &str) -> Option<How> {
    near(&[name], typed).map(|c| c.how)
}

/// The first tier in which the index would give a case with these names as a candidate.
fn tier(names: &[&str], typed: &str) -> Option<How> {
    let kept = keys(names.iter().copied());
    let asks = Query::of(typed).map(|q| q.asks()).unwrap_or_default();
    let met_by = |how: &How| {
        let met = |tiers: &Vec<BTreeSet<Key>>| tiers[..=*how as usize].iter().flatten().any(|k| kept.contains(k));
        asks.iter().any(|words| words.iter().all(met))
    };
    How::ALL.into_iter().find(met_by)
}

/// Whether a candidate comes before everything that is less near: in its own tier or in a nearer one.
fn in_time(tier: Option<How>, how: How) -> bool {
    tier.is_some_and(|tier| tier <= how)
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
    for (name, typed, _) in rows() {
        if let Some(how) = found(name, typed) {
            assert!(in_time(tier(&[name], typed), how), "{name} {typed} {how:?}");
        }
    }
}

#[test]
fn what_differs_by_a_letter_is_not_among_what_is_the_same() {
    for (name, typed, first) in [
        ("Maria", "Maria", How::Same),
        ("Ольга", "Olga", How::Same),
        ("Mariam", "Maria", How::Begins),
        ("Marina", "Maria", How::OneTypo),
        ("Maria", "Marina", How::OneTypo),
        ("Marta", "Maria", How::OneTypo),
        ("Amria", "Maria", How::OneTypo),
        ("Meryem", "Mariam", How::SoundsAlike),
        ("Maria Popescu", "Marina Popescu", How::OneTypo),
        ("Abd al-Rahman", "Abdulrahman", How::OneTypo),
    ] {
        assert_eq!(tier(&[name], typed), Some(first), "{name} {typed}");
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
        format!("{key:?} {:?} {:?}", Query::of("Ольга"), Names::of(["Ольга"])),
        "[withheld] Some([withheld]) [withheld]"
    );
}

/// Names are prepared in one thread, kept, and compared in others; each query finds what it would find in names prepared anew.
#[test]
fn names_are_prepared_once_for_every_query() {
    let prepare = || rows().map(|(name, ..)| (name, Names::of([name, "Maria"]))).collect();
    let all: Vec<(&str, Names)> = std::thread::spawn(prepare).join().unwrap();
    let compare = || {
        for (_, typed, _) in rows().step_by(5) {
            let query = Query::of(typed).unwrap();
            for (name, names) in &all {
                let anew = query.closeness(&Names::of([*name, "Maria"]));
                assert_eq!(query.closeness(names), anew, "{name} {typed}");
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(compare);
        scope.spawn(compare);
    });
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
    let keys: usize = asks.iter().flatten().flatten().map(BTreeSet::len).sum();
    assert!(keys < 500, "{keys}");
    let asks = Query::of(&"a".repeat(1_000_000)).unwrap().asks();
    assert!(asks.iter().flatten().flatten().all(|keys| keys.len() < 100));
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

    /// What would be accepted is among the candidates, so the index loses nothing; and in the tier of how it is accepted or in a
    /// nearer one, so whoever has looked at some tiers has seen all that is as near as the last of them. So also for a case
    /// with several names.
    #[test]
    fn the_index_loses_nothing_and_gives_what_is_nearer_in_no_later_tier((name, typed) in typed(), other in name()) {
        for names in [&[name.as_str()][..], &[other.as_str(), name.as_str()]] {
            if let Some(near) = near(names, &typed) {
                prop_assert!(in_time(tier(names, &typed), near.how));
            }
        }
    }

    /// Among what is the same nothing is nearer than another, so that a search may stop there.
    #[test]
    fn what_is_the_same_is_equally_near((name, typed) in typed(), other in name()) {
        for typed in [&typed, &name] {
            if let Some(near) = near(&[&name, &other], typed).filter(|c| c.how == How::Same) {
                prop_assert_eq!(near.alike, 1.0);
            }
        }
    }

    /// A name finds itself, among what is the same.
    #[test]
    fn a_name_finds_itself(name in name()) {
        prop_assert_eq!(found(&name, &name), Some(How::Same));
        prop_assert_eq!(tier(&[&name], &name), Some(How::Same));
    }

    /// Whatever is typed, nothing breaks.
    #[test]
    fn anything_may_be_typed(name in ".{0,60}", typed in ".{0,60}") {
        let _ = found(&name, &typed);
        let _ = tier(&[&name], &typed);
    }
}

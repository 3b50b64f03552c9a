//! What a word sounds like, coarse enough that romanisations of one name agree.
//!
//! Consonants fall into classes, vowels are dropped except at the beginning. Where a letter is heard in several ways (`ch` in
//! Charles, Christina and Mikhail), each way is followed, up to a bound. Written for the spellings that offices give one name,
//! not for any one language; `tests/names.rs` has the table of what is found by it and what is not.

use std::collections::BTreeSet;

/// So many ways of hearing one word are kept.
const WAYS: usize = 16;

/// Spellings and how they are heard, longest first. In the classes: `B` b p, `T` t d, `F` f v, `S` every hiss, `H` h and what
/// is breathed, `K` k q, `L M N R`, `Y` a y that begins a word, `A` a vowel that begins a word; an empty way is silent.
const HEARD: &[(&str, &[&str])] = &[
    ("tsch", &["S"]),
    ("shch", &["S"]),
    ("sch", &["S"]),
    ("tch", &["S"]),
    ("dzh", &["S"]),
    ("dsh", &["S"]),
    ("dsch", &["S"]),
    ("sh", &["S"]),
    ("sz", &["S"]),
    ("zh", &["S"]),
    ("xh", &["S"]),
    ("ch", &["S", "H", "K"]),
    ("cz", &["S"]),
    ("ck", &["K"]),
    ("ts", &["S"]),
    ("tz", &["S"]),
    ("dz", &["S"]),
    ("dj", &["S"]),
    ("gj", &["S"]),
    ("kh", &["H"]),
    ("gh", &["H"]),
    ("ph", &["F"]),
    ("th", &["T"]),
    ("dh", &["T"]),
    ("bh", &["B"]),
    ("rh", &["R"]),
    ("qu", &["K"]),
    ("ce", &["S", "K"]),
    ("ci", &["S", "K"]),
    ("cy", &["S", "K"]),
    ("ge", &["H", "S", "Y"]),
    ("gi", &["H", "S", "Y"]),
    ("b", &["B"]),
    ("c", &["K", "S"]),
    ("d", &["T"]),
    ("f", &["F"]),
    ("g", &["H"]),
    ("h", &["H", ""]),
    ("j", &["S", "Y"]),
    ("k", &["K"]),
    ("l", &["L"]),
    ("m", &["M"]),
    ("n", &["N"]),
    ("p", &["B"]),
    ("q", &["K"]),
    ("r", &["R"]),
    ("s", &["S"]),
    ("t", &["T"]),
    ("v", &["F"]),
    ("w", &["F", ""]),
    ("x", &["KS", "S"]),
    ("z", &["S"]),
];

/// How a word can begin with a y that one spelling writes and another does not (Yelena, Elena; Iulia, Julia).
const BEGINNING: &[(&str, &[&str])] = &[
    ("ye", &["Y", "A"]),
    ("je", &["Y", "A", "S"]),
    ("ie", &["Y", "A"]),
    ("io", &["Y", "A"]),
    ("iu", &["Y", "A"]),
    ("ia", &["Y", "A"]),
    ("yi", &["Y", "A"]),
    ("y", &["Y"]),
    ("w", &["F"]),
    ("h", &["H"]),
];

const VOWELS: &str = "aeiouy";

/// The ways in which a word of plain Latin letters can be heard.
pub(crate) fn sounds(word: &str) -> BTreeSet<String> {
    let mut ways: Vec<String> = vec![String::new()];
    let mut rest = word;
    let mut former = "";
    while let Some(letter) = rest.chars().next() {
        let first = rest.len() == word.len();
        let spelt = (if first { find(BEGINNING, rest) } else { None }).or_else(|| find(HEARD, rest));
        let (taken, heard): (&str, &[&str]) = match spelt {
            Some(spelt) => spelt,
            None => {
                let (taken, _) = rest.split_at(letter.len_utf8());
                match (first, VOWELS.contains(letter)) {
                    (true, true) => (taken, &["A"]),
                    (false, true) => (taken, &[""]),
                    // A digit, in a name that was typed so.
                    (_, false) => (taken, &[]),
                }
            }
        };
        // A double letter is heard once.
        if heard.is_empty() {
            each(&mut ways, &[taken]);
        } else if taken != former || VOWELS.contains(letter) {
            each(&mut ways, heard);
        }
        former = taken;
        rest = rest.get(taken.len()..).unwrap_or("");
    }
    ways.into_iter().filter(|way| !way.is_empty()).collect()
}

/// Goes on with each way, as often as there are ways to hear what follows.
fn each(ways: &mut Vec<String>, heard: &[&str]) {
    let mut longer = Vec::with_capacity(ways.len() * heard.len());
    // The likeliest hearing of all ways comes first, so that the bound cuts the least likely.
    for sound in heard {
        for way in ways.iter() {
            longer.push(format!("{}{sound}", way.as_str()));
        }
    }
    longer.truncate(WAYS);
    *ways = longer;
}

/// The first spelling in a list with which a word goes on.
fn find<'w>(list: &[(&str, &'static [&'static str])], rest: &'w str) -> Option<(&'w str, &'static [&'static str])> {
    let (spelling, heard) = list.iter().find(|(spelling, _)| rest.starts_with(spelling))?;
    Some((rest.get(..spelling.len())?, heard))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> Vec<String> {
        sounds(word).iter().map(|s| s.to_string()).collect()
    }

    #[test]
    fn one_name_is_heard_alike_in_its_spellings() {
        let alike = |a: &str, b: &str| {
            assert!(
                of(a).iter().any(|s| of(b).contains(s)),
                "{a} {b}: {:?} {:?}",
                of(a),
                of(b)
            )
        };
        alike("olga", "olha");
        alike("youssef", "ywsf");
        alike("muhammad", "mehmet");
        alike("schewtschenko", "shevchenko");
        alike("zahra", "zara");
        alike("julia", "iuliia");
        alike("christina", "khristina");
    }

    #[test]
    fn different_names_are_heard_differently() {
        for (a, b) in [
            ("olga", "elena"),
            ("youssef", "ibrahim"),
            ("maria", "marta"),
            ("ali", "leo"),
        ] {
            assert!(of(a).iter().all(|s| !of(b).contains(s)), "{a} {b}");
        }
    }

    #[test]
    fn the_ways_of_a_long_word_are_bounded() {
        assert!(sounds(&"chgej".repeat(20)).len() <= WAYS);
        assert!(sounds("").is_empty());
    }
}

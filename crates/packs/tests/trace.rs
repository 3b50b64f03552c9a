//! No hole on the way from a requirement to the page: each has its rule, and each rule its line, sources, words,
//! stories, forms and pages.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tutela_domain::codes::LISTS;
use tutela_packs::trace::{Traced, text, trace};
use tutela_packs::{DECISIONS, Pack, load};

/// Each requirement with its kind, as `id: kind`; indented under it its sources, and as `not source: reason` those
/// that its rules do not cite.
const ROWS: &str = include_str!("rows.txt");

/// What answers a requirement that is no rule.
enum Answer {
    /// The codes of a list.
    Codes(&'static str),
    /// A table for each of these in `pack.toml`.
    Decisions,
}

/// The requirements of kind vocabulary, each with what answers it.
const VOCABULARY: &[(&str, Answer)] = &[
    ("five-types", Answer::Codes("placement_kind")),
    ("plan-goals", Answer::Codes("goal_area")),
    ("decisions-assigned", Answer::Decisions),
];

/// Requirements that the baseline answers by a rule of another kind, and why.
const ANOTHER_KIND: &[(&str, &str)] = &[(
    "bia",
    "a duty to assess before a step is a safeguard of that step: without the assessment it is refused",
)];

/// Rules that belong to no requirement of their own, and why they are there.
const OF_NO_ROW: &[(&str, &str)] = &[(
    "online-contact",
    "a part of risk-assessment that the paper does not name: asked as a question, not demanded",
)];

fn baseline() -> Pack {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/baseline")).unwrap()
}

fn rows() -> BTreeMap<&'static str, &'static str> {
    let lines = ROWS.lines().filter(|line| !line.starts_with(['#', ' ']));
    lines.map(|line| line.split_once(": ").unwrap()).collect()
}

/// For each requirement the sources that its rules cite between them, and those that they do not.
fn sources() -> BTreeMap<&'static str, [BTreeSet<&'static str>; 2]> {
    let mut sources: BTreeMap<&str, [BTreeSet<&str>; 2]> = BTreeMap::new();
    let mut row = "";
    for line in ROWS.lines().filter(|line| !line.starts_with('#')) {
        let Some(cites) = line.strip_prefix("    ") else {
            row = line.split_once(": ").unwrap().0;
            continue;
        };
        let [cited, not_cited] = sources.entry(row).or_default();
        match cites.strip_prefix("not ") {
            Some(deviation) => not_cited.extend([deviation.split_once(": ").unwrap().0]),
            None => cited.extend(cites.split("; ")),
        }
    }
    sources
}

/// The requirement that a rule belongs to: the longest whose id it has, or has before a hyphen.
fn row_of(rule: &str) -> Option<&'static str> {
    let rows = rows().into_keys();
    let belongs = |row: &&str| {
        rule.strip_prefix(row)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    rows.filter(belongs).max_by_key(|row| row.len())
}

#[test]
fn no_rule_of_the_baseline_has_a_hole() {
    let traced = trace(&baseline());
    let holes = |rule: &Traced| {
        let holes = rule.holes().into_iter();
        holes
            .map(|hole| format!("{} ({}) has not {hole}", rule.id, rule.place))
            .collect::<Vec<_>>()
    };
    let found: Vec<String> = traced.iter().flat_map(holes).collect();
    assert!(found.is_empty(), "{found:#?}");
    assert!(!text(&traced).contains("hole"));
    assert_eq!(traced.len(), baseline().rules().count());
}

#[test]
fn a_hole_is_named() {
    let mut rule = trace(&baseline()).remove(0);
    rule.words.clear();
    rule.satisfied.clear();
    assert_eq!(rule.holes(), ["words in English", "a story that shows it satisfied"]);
    assert!(text(&[rule]).contains("hole       it has not words in English"));
}

#[test]
fn every_requirement_has_its_rule() {
    let rows = rows();
    assert_eq!(rows.len(), 137, "the list of requirements has changed");
    let pack = baseline();
    let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (kind, rule) in pack.rules() {
        match row_of(&rule.id) {
            Some(row) => {
                let of_authority = pack.duties.iter().any(|d| d.rule.id == rule.id && d.is_of_authority());
                let kind = if of_authority { "duty (authority)" } else { kind.name() };
                kinds.entry(row).or_default().insert(kind);
            }
            None if OF_NO_ROW.iter().any(|(id, _)| *id == rule.id) => {}
            None => wrong.push(format!(
                "`{}` belongs to no requirement: name why in OF_NO_ROW",
                rule.id
            )),
        }
    }
    for (row, kind) in &rows {
        let vocabulary = VOCABULARY.iter().find(|(id, _)| id == row);
        let answered = match vocabulary {
            Some((_, Answer::Codes(name))) => LISTS.iter().any(|l| l.name == *name),
            Some((_, Answer::Decisions)) => DECISIONS
                .iter()
                .all(|(about, _)| pack.decisions.iter().any(|d| d.about == *about)),
            None => kinds.contains_key(row),
        };
        let other = ANOTHER_KIND.iter().any(|(id, _)| id == row);
        let same = kinds.get(row).is_some_and(|kinds| kinds.contains(kind));
        if (*kind == "vocabulary") != vocabulary.is_some() {
            wrong.push(format!(
                "`{row}` is vocabulary, and VOCABULARY does not say what answers it, or the contrary"
            ));
        } else if !answered {
            wrong.push(format!(
                "`{row}` has no rule: give one its id, or its id and a hyphen before more"
            ));
        } else if vocabulary.is_none() && same == other {
            wrong.push(format!(
                "`{row}` is a {kind}: its rules are {:?}; ANOTHER_KIND says why, or is wrong",
                kinds.get(row)
            ));
        }
    }
    let named = ANOTHER_KIND.iter().map(|(id, _)| *id);
    wrong.extend(
        named
            .filter(|id| !rows.contains_key(id))
            .map(|id| format!("there is no requirement `{id}`")),
    );
    let gone = OF_NO_ROW
        .iter()
        .filter(|(id, _)| !pack.rules().any(|(_, r)| r.id == *id));
    wrong.extend(gone.map(|(id, _)| format!("there is no rule `{id}`")));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A rule that cites more than its requirement is not wrong: it may say more.
#[test]
fn every_requirement_is_cited_from_its_sources() {
    let pack = baseline();
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, rule) in pack.rules() {
        if let Some(row) = row_of(&rule.id) {
            let cites = rule.sources.iter().map(|s| s.cite.as_str());
            found.entry(row).or_default().extend(cites);
        }
    }
    for (row, _) in VOCABULARY
        .iter()
        .filter(|(_, answer)| matches!(answer, Answer::Decisions))
    {
        let cites = pack.decisions.iter().flat_map(|d| &d.sources);
        found.entry(row).or_default().extend(cites.map(|s| s.cite.as_str()));
    }
    let sources = sources();
    let mut wrong = Vec::new();
    for row in rows().into_keys() {
        let Some([cited, not_cited]) = sources.get(row) else {
            wrong.push(format!("`{row}` has no sources"));
            continue;
        };
        let found = found.remove(row).unwrap_or_default();
        let missing = cited.difference(&found);
        wrong.extend(missing.map(|s| format!("no rule of `{row}` cites {s}: cite it, or say why not")));
        let there = not_cited.intersection(&found);
        wrong.extend(there.map(|s| format!("a rule of `{row}` cites {s}, of which it is said that none does")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

//! Packs that load: every feature, versions, layers, words, stories, and how they are shown.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::Path;
use tutela_domain::records::RecordType;
use tutela_domain::rules::{Due, Opens, Override, Urgency, Weight, WhenUnknown};
use tutela_domain::time::{DayEnd, MonthEnd, Unit};
use tutela_packs::{Library, ProtocolError, coverage, gaps, handbook, load, show};

fn dir() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packs"))
}

fn library() -> Library {
    let library = Library::load(dir());
    assert_eq!(library.errors, []);
    library
}

#[test]
fn every_key_reaches_the_compiled_rule() {
    let library = library();
    let pack = library.in_force("base", "2026-06-01T00:00Z".parse().unwrap()).unwrap();
    let assess = &pack.duties[0];
    let Opens::On(on, Some(when)) = &assess.opens else {
        unreachable!("it answers records")
    };
    assert_eq!(on, &[RecordType::VictimPresumed, RecordType::PlacementStarted]);
    assert_eq!(when.text, "child.protected");
    assert_eq!(assess.due, Due::Promptly(Urgency::Soon));
    assert_eq!(assess.done_by, [RecordType::RiskAssessment]);
    assert!(assess.tied.as_ref().unwrap().of_this && assess.tied.as_ref().unwrap().of_occasion);
    assert_eq!(assess.every.unwrap().unit, Unit::Months);
    assert!(assess.until.as_ref().unwrap().of_occasion);
    assert_eq!(assess.waiting.as_ref().unwrap().facts[0].name, "missing.now");
    assert_eq!(assess.unknown, WhenUnknown::Hold);
    assert!(!assess.rule.checked);
    assert_eq!(assess.rule.place, "base-2026/duties.toml:2");
    let weights: Vec<Weight> = assess.rule.sources.iter().map(|s| s.weight).collect();
    assert_eq!(weights, [Weight::Binding, Weight::Guidance]);
    assert_eq!(pack.duties[2].due, Due::SameDay);
    assert_eq!(pack.version.reckoning.days_end, DayEnd::SameTime);
    assert_eq!(pack.version.reckoning.month_end, MonthEnd::NextMonth);
    assert!(pack.version.open_duties);

    let (never, court) = (&pack.safeguards[0], &pack.safeguards[1]);
    assert_eq!((never.may_override, never.urgent_owes), (Override::Never, false));
    assert_eq!(never.remedy.text, "!placement.in_detention");
    assert_eq!((court.may_override, court.urgent_owes), (Override::Court, true));
    assert_eq!(court.remedy.text, court.require.text);
    assert!(pack.questions[0].required);
}

#[test]
fn a_protocol_holds_every_version_and_what_is_built_on() {
    let protocol = library().protocol(&["national"]).unwrap();
    let versions: Vec<String> = protocol
        .packs
        .iter()
        .map(|p| format!("{} {}", p.pack, p.version))
        .collect();
    assert_eq!(versions, ["base 2025.1", "base 2026.1", "national 1"]);
    assert_eq!(protocol.duties.iter().filter(|d| d.rule.id == "assess").count(), 2);
    assert_eq!(protocol.numbers[0].0, "base/assess");
    assert_eq!(protocol.numbers[0].1.rule.name(), "national/assess-five-days");
    // The version changes at midnight in Vienna.
    let at = |text: &str| text.parse().unwrap();
    let in_force = |time| {
        let versions = protocol
            .packs
            .iter()
            .filter(|p| p.in_force(at(time)) && p.pack == "base");
        versions.map(|p| p.version.clone()).collect::<Vec<_>>()
    };
    assert_eq!(in_force("2025-12-31T22:59:59Z"), ["2025.1"]);
    assert_eq!(in_force("2025-12-31T23:00:00Z"), ["2026.1"]);
    assert!(matches!(
        library().protocol(&["natoinal"]),
        Err(ProtocolError::NoSuchPack(_, remedy)) if remedy == "Did you mean `national`?"
    ));
}

#[test]
fn words_fall_back_to_english() {
    let library = library();
    let pack = library.in_force("base", "2026-06-01T00:00Z".parse().unwrap()).unwrap();
    assert_eq!(pack.title_of("de", "assess"), Some("Risiken einschätzen"));
    assert_eq!(pack.title_of("de", "find"), Some("Find the child"));
    assert_eq!(pack.why("fr", "assess"), Some("The law for tests says so."));
    assert_eq!(pack.missing("en", "no-cell"), Some("Another place."));
    assert!(pack.words("de").starts_with("assess = Risiken"));
    assert_eq!(pack.words("fr"), pack.words("en"));
    assert_eq!(pack.languages().collect::<Vec<_>>(), ["de", "en"]);
}

#[test]
fn the_stories_show_every_rule() {
    let library = library();
    assert_eq!(library.packs.iter().flat_map(gaps).collect::<Vec<_>>(), []);
    let report: Vec<String> = library
        .packs
        .iter()
        .flat_map(|p| coverage(p).into_iter().map(|s| (p.folder.clone(), s)))
        .map(|(folder, s)| {
            format!(
                "{folder} {} fires in {:?}, satisfied in {:?}",
                s.id, s.fires, s.satisfied
            )
        })
        .collect();
    insta::assert_snapshot!(report.join("\n"));
}

#[test]
fn a_pack_with_a_mistake_does_not_load_and_the_rest_runs_on() {
    let read = |path: &str| std::fs::read(dir().join(path)).unwrap();
    let files = [
        ("good/pack.toml", read("base-2025/pack.toml")),
        ("good/duties.toml", read("base-2025/duties.toml")),
        ("good/words/en.ftl", read("base-2025/words/en.ftl")),
        ("bad/pack.toml", b"id = \"bad\"".to_vec()),
    ];
    let library = Library::from_files(files.iter().map(|(p, b)| (*p, b.as_slice())));
    assert_eq!(library.ids().into_iter().collect::<Vec<_>>(), ["base"]);
    assert!(!library.errors.is_empty() && library.errors.iter().all(|e| e.file == "bad/pack.toml"));
    assert!(library.protocol(&["base"]).is_ok());
}

#[test]
fn the_hash_is_of_every_file() {
    let one = load(&dir().join("base-2026")).unwrap();
    let same = load(&dir().join("base-2026")).unwrap();
    assert_eq!(one.version.hash, same.version.hash);
    assert_eq!(one.version.hash.len(), 64);
    let copy = tempfile::tempdir().unwrap();
    for folder in ["words", "scenarios"] {
        std::fs::create_dir(copy.path().join(folder)).unwrap();
    }
    for file in [
        "pack.toml",
        "duties.toml",
        "safeguards.toml",
        "alerts.toml",
        "questions.toml",
        "words/en.ftl",
        "words/de.ftl",
        "scenarios/one.toml",
    ] {
        std::fs::copy(dir().join("base-2026").join(file), copy.path().join(file)).unwrap();
    }
    assert_eq!(load(copy.path()).unwrap().version.hash, one.version.hash);
    std::fs::write(copy.path().join("words/de.ftl"), "assess = Risiken abwägen\n").unwrap();
    assert_ne!(load(copy.path()).unwrap().version.hash, one.version.hash);
    assert!(library().by_hash(&one.version.hash).is_some());
}

#[test]
fn packs_facts_and_records_are_shown() {
    let pack = load(&dir().join("base-2026")).unwrap();
    let mut shown = show::pack(&pack, "en");
    shown.hash = "…".to_owned();
    insta::assert_snapshot!(show::pack_text(&shown));
    let json = serde_json::to_value(&shown).unwrap();
    assert_eq!(json["rules"][0]["kind"], "duty");
    assert_eq!(json["rules"][0]["sources"][1]["weight"], "guidance");

    assert!(show::facts_text().contains("risk.current (truth)"));
    let facts = serde_json::to_value(show::facts()).unwrap();
    assert_eq!(facts.as_array().unwrap().len(), tutela_domain::facts::FACTS.len());
    assert!(show::records_text().contains("placement_started (a step that safeguards can guard)"));
    let records = serde_json::to_value(show::records()).unwrap();
    assert_eq!(records.as_array().unwrap().len(), RecordType::ALL.len());
}

/// Names in place of the words of the pages.
struct Names;

impl handbook::Wording for Names {
    fn form(&self, record: RecordType) -> String {
        format!("Form {}", record.name())
    }

    fn code(&self, _: &str, code: &str) -> String {
        code.replace('_', " ")
    }
}

#[test]
fn a_pack_is_a_book() {
    for folder in ["base-2026", "national"] {
        let book = handbook::book(&load(&dir().join(folder)).unwrap(), "en", &Names, "../packs");
        // The codes and what is cited stand in every book; what a pack says of its own comes before.
        let (own, shared) = book.split_once("\n## Vocabulary").unwrap();
        assert!(shared.contains("| `foster` | foster |") && shared.contains("## Instruments"));
        insta::assert_snapshot!(folder, own);
    }
}

//! Every story of every pack in the project comes out as it expects, and every rule is shown.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;
use tutela_packs::Library;
use tutela_packs::story::{Story, play, readable};

fn packs() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")
}

#[test]
fn the_stories_of_the_packs_come_out_as_expected() {
    let library = Library::load(&packs());
    let errors: Vec<String> = library.errors.iter().map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    let mut wrong = String::new();
    let mut played = 0;
    for file in library.packs.iter().flat_map(|p| &p.stories) {
        let ids: Vec<&str> = file.story.packs.iter().map(String::as_str).collect();
        let told = play(&file.story, &library.protocol(&ids).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", file.path));
        played += 1;
        if !told.is_as_expected() {
            wrong += &readable(&told);
        }
    }
    assert!(played >= 4, "only {played} stories were played");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_check_finds_nothing() {
    let errors: Vec<String> = tutela_packs::check(&packs()).iter().map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// The meaning of time, estimates, corrections and settlements, on a protocol of its own that does
/// not grow with the baseline.
#[test]
fn the_stories_of_meaning_come_out_as_expected() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/semantics");
    let library = Library::load(&here.join("packs"));
    let errors: Vec<String> = library.errors.iter().map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    let protocol = library.protocol(&["thread"]).unwrap();
    let mut wrong = String::new();
    let mut played = 0;
    for file in std::fs::read_dir(here).unwrap().map(|entry| entry.unwrap().path()) {
        if file.extension().is_some_and(|e| e == "toml") {
            let name = file.display().to_string();
            let story = Story::read(&name, &std::fs::read_to_string(&file).unwrap()).unwrap();
            let told = play(&story, &protocol).unwrap_or_else(|e| panic!("{name}: {e}"));
            played += 1;
            if !told.is_as_expected() {
                wrong += &readable(&told);
            }
        }
    }
    assert!(played >= 10, "only {played} stories were played");
    assert!(wrong.is_empty(), "{wrong}");
}

/// Withdrawing an entry erases no notice: the case says which entry changed it.
#[test]
fn a_notice_that_was_given_stands() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/semantics");
    let protocol = Library::load(&here.join("packs")).protocol(&["thread"]).unwrap();
    let text = r#"
id = "a-notice"
title = "A placement that was reported by mistake"
zone = "Europe/Athens"
packs = ["thread"]

[[step]]
at = "2026-01-10T10:00"
record = "referral_received"
fields = { source = "police", circumstances = "Found.", immediate_danger = "no", company = "alone", born = "2012-01-01" }

[[step]]
at = "2026-01-11T10:00"
record = "placement_started"
basis = "reported"
label = "placement"
fields = { kind = "foster", provider = "A place", emergency = "no", unrelated_adults = "no", why_needed = "Alone.", why_suits = "Calm." }
expect = { breaches = ["heard"] }

[[step]]
at = "2026-06-01T10:00"
expect = { duties = [{ id = "review", state = "overdue" }] }

[[step]]
at = "2026-06-02T10:00"
record = "correction"
fields = { entry = "placement", reason = "Another child.", withdraw = true }
expect = { no_breaches = ["heard", "review"], duties = [{ id = "review", state = "none" }] }
"#;
    let told = play(&Story::read("a-notice", text).unwrap(), &protocol).unwrap();
    assert!(told.is_as_expected(), "{}", readable(&told));
    let now = &told.seen.last().unwrap().assessment;
    let breach = now.breaches.iter().find(|b| b.rule.id == "heard").unwrap();
    assert_eq!((breach.entry, breach.changed_by, breach.stands()), (2, Some(3), false));
    let review = now.missed.iter().find(|m| m.rule.id == "review").unwrap();
    assert_eq!(review.changed_by, Some(3));
}

/// A later law sets no date in the past, and a date that had passed under the earlier law has passed.
#[test]
fn a_later_law_does_not_rewrite_the_past() {
    let version = |number: &str, validity: &str, duties: &str| {
        let pack = format!(
            "id = \"law\"\ntitle = \"Law\"\njurisdiction = \"nowhere\"\nversion = \"{number}\"\nzone = \"UTC\"\n{validity}\n\
             [reckoning]\ndays_end = \"end-of-day\"\nmonth_end = \"last-day\"\n\n\
             [[instrument]]\nid = \"Test\"\ntitle = \"A text made up for tests\"\nweight = \"agreement\"\n"
        );
        let words = "accept = Accept\n    .why = For tests.\nguardian = Guardian\n    .why = For tests.\n";
        [
            ("pack.toml", pack),
            ("duties.toml", duties.to_owned()),
            ("words/en.ftl", words.to_owned()),
        ]
        .map(|(file, text)| (format!("v{number}/{file}"), text))
    };
    let duties = |accept: &str, guardian: &str| {
        format!(
            "[[duty]]\nid = \"accept\"\non = [\"referral_received\"]\nwithin = \"{accept}\"\n\
             done_by = [\"referral_accepted\"]\nwho = \"lead\"\nsource = [\"Test 1\"]\n\n\
             [[duty]]\nid = \"guardian\"\nwhile = \"child.referred && !guardian.in_office\"\nwithin = \"{guardian}\"\n\
             who = \"court\"\nsource = [\"Test 2\"]\n"
        )
    };
    let first = version("1", "valid_until = \"2026-02-01\"", &duties("30 days", "5 days"));
    let second = version(
        "2",
        "valid_from = \"2026-02-01\"\ntransition = \"open-duties\"",
        &duties("3 days", "90 days"),
    );
    let files: Vec<_> = first.into_iter().chain(second).collect();
    let library = Library::from_files(files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())));
    let errors: Vec<String> = library.errors.iter().map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    let text = r#"
id = "two-laws"
title = "Two laws, one case"
packs = ["law"]

[[step]]
at = "2026-01-20T10:00"
record = "referral_received"
fields = { source = "police", circumstances = "Found.", immediate_danger = "no", company = "alone", born = "2012-01-01" }
expect = { duties = [{ id = "accept", state = "due", due = "2026-02-19" }, { id = "guardian", state = "due", due = "2026-01-25" }] }

[[step]]
at = "2026-01-31T10:00"
expect = { duties = [{ id = "accept", state = "due", due = "2026-02-19" }, { id = "guardian", state = "overdue", due = "2026-01-25" }] }

[[step]]
at = "2026-02-02T10:00"
expect = { duties = [{ id = "accept", state = "overdue", due = "2026-02-01" }, { id = "guardian", state = "overdue", due = "2026-01-25" }] }
"#;
    let story = Story::read("two-laws", text).unwrap();
    let told = play(&story, &library.protocol(&["law"]).unwrap()).unwrap();
    assert!(told.is_as_expected(), "{}", readable(&told));
}

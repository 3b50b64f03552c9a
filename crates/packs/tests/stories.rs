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

/// Each national pack is a layer upon the baseline, and all of them load beside each other.
#[test]
fn national_packs_stand_beside_the_baseline() {
    let library = Library::load(&packs());
    let national = ["albania-greece", "austria", "hillingdon"];
    let baseline = library.protocol(&["baseline"]).unwrap();
    for id in national {
        let protocol = library.protocol(&[id]).unwrap();
        let ids: Vec<&str> = protocol.packs.iter().map(|p| p.pack.as_str()).collect();
        assert_eq!(ids, ["baseline", id]);
        // Nothing of the baseline is lost.
        assert!(protocol.duties.len() > baseline.duties.len());
        assert!(protocol.safeguards.len() >= baseline.safeguards.len());
    }
    assert_eq!(library.protocol(&national).unwrap().packs.len(), 4);
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

/// What an authority owes, it owes since something was recorded, however long its pack has been in force: not since
/// the pack began, whose own duties and those of the packs that it builds on read alike.
#[test]
fn nothing_is_owed_since_before_anything_was_recorded() {
    let library = Library::load(&packs());
    let text = r#"
id = "the-first-page"
title = "The first page of the book"
zone = "Europe/Athens"
packs = ["albania-greece"]

[[step]]
at = "2026-02-02T10:00"
by = "supervisor"
record = "focal_point_named"
fields = { country = "AL", ours = "no", agency = "Tirana", tasks = ["passes_on_rapidly"], contact = "A line" }

[[step]]
at = "2026-03-02T10:00"
expect = { authority_duties = [{ id = "agency-policy", state = "open" }, { id = "responsible-authority", state = "open" }] }
"#;
    let story = Story::read("the-first-page", text).unwrap();
    let protocol = library.protocol(&["albania-greece"]).unwrap();
    assert!(
        protocol.packs.iter().any(|p| p.from.is_some()),
        "no pack has a beginning"
    );
    let told = play(&story, &protocol).unwrap();
    assert!(told.is_as_expected(), "{}", readable(&told));
    let now = told.seen.last().unwrap();
    let first: jiff::Timestamp = "2026-02-02T08:00:00Z".parse().unwrap();
    for duty in &now.authority {
        assert_eq!(duty.opened, first, "{}", duty.key());
    }
}

/// A case that is closed and reopened at once loses no duty and no alert, wherever it stood; and while
/// it is closed, nothing is owed in it.
#[test]
fn closing_and_reopening_loses_nothing() {
    use tutela_domain::case::{Case, fold};
    use tutela_domain::codes::Basis;
    use tutela_domain::entry::Entry;
    use tutela_domain::fields::{Fields, Raw};
    use tutela_domain::records::{Record, RecordType};
    use tutela_domain::stage::Stage;
    use tutela_domain::time::Occurred;

    let library = Library::load(&packs());
    let record = |record_type, fields: &[(&str, &str)]| {
        let fields: Fields = fields.iter().map(|(n, t)| ((*n).to_owned(), Raw::text(*t))).collect();
        Record::read(record_type, &fields).unwrap()
    };
    let closed = record(RecordType::CaseClosed, &[("ground", "died"), ("reasons", "x")]);
    let reopened = record(
        RecordType::CaseReopened,
        &[("reason", "other"), ("account", "x"), ("asked_by", "x")],
    );
    let mut looked = 0;
    for file in library.packs.iter().flat_map(|p| &p.stories) {
        let ids: Vec<&str> = file.story.packs.iter().map(String::as_str).collect();
        let mut protocol = library.protocol(&ids).unwrap();
        let told = play(&file.story, &protocol).unwrap();
        // What a closing itself needs is another matter.
        protocol
            .safeguards
            .retain(|s| !s.steps.contains(&RecordType::CaseClosed));
        // Every ninth state and the last: each is assessed three times.
        let all = told.entries.len();
        for count in (1..=all).filter(|c| c % 9 == 1 || *c == all) {
            let known = &told.entries[..count];
            let newest = known.last().unwrap();
            let after = |minutes| newest.written + jiff::SignedDuration::from_mins(minutes);
            let write = |record: &Record, seq, minutes| {
                std::sync::Arc::new(Entry {
                    seq,
                    record: record.clone(),
                    occurred: Occurred::at(after(minutes)),
                    written: after(minutes),
                    basis: Basis::Deciding,
                    urgent: None,
                    ..newest.as_ref().clone()
                })
            };
            let then = |more: &[std::sync::Arc<Entry>]| -> Case {
                let entries: Vec<_> = known.iter().chain(more).cloned().collect();
                fold(&told.calendar, &entries, jiff::Timestamp::MAX)
            };
            let seq = newest.seq + 1;
            let (closing, reopening) = (write(&closed, seq, 1), write(&reopened, seq + 1, 2));
            let look = |case: &Case| tutela_domain::assess::assess(case, &told.world, &protocol, after(3));
            let before = look(&then(&[]));
            if before.stage == Stage::Closed {
                continue;
            }
            let while_closed = look(&then(std::slice::from_ref(&closing)));
            assert_eq!(while_closed.stage, Stage::Closed, "{} after {count}", file.path);
            assert!(
                !while_closed.duties.iter().any(|d| d.state.is_owed()) && while_closed.gates.is_empty(),
                "{} after {count}",
                file.path
            );
            let again = look(&then(&[closing, reopening]));
            let duties = |a: &tutela_domain::assess::Assessment| {
                let mut all: Vec<String> = a
                    .duties
                    .iter()
                    .map(|d| format!("{} {:?} {} {:?}", d.key(), d.state, d.opened, d.due))
                    .collect();
                all.extend(
                    a.alerts
                        .iter()
                        .map(|alert| format!("{} {:?}", alert.key(), alert.looked_at)),
                );
                all.extend(a.missed.iter().map(|m| format!("{} {}", m.rule.id, m.due)));
                all
            };
            assert_eq!(duties(&again), duties(&before), "{} after {count}", file.path);
            assert_eq!(again.stage, before.stage, "{} after {count}", file.path);
            looked += 1;
        }
    }
    assert!(looked > 30, "only {looked} states were looked at");
}

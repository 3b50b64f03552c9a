//! Every mistake that a pack can have, with its message: file, line, column, what, remedy.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use tutela_packs::{DECISIONS, Library, gaps, show};

const PACK: &str = r#"id = "test"
title = "A pack for tests"
jurisdiction = "nowhere"
version = "1"
zone = "UTC"

[reckoning]
days_end = "end-of-day"
month_end = "last-day"

[[instrument]]
id = "Law"
title = "A law"
weight = "binding"
"#;

const DUTY: &str = r#"[[duty]]
id = "assess"
on = ["victim_presumed"]
promptly = true
urgency = "soon"
done_by = ["risk_assessment"]
who = "caseworker"
source = ["Law 1"]
"#;

const SAFEGUARD: &str = r#"[[safeguard]]
id = "guard"
step = ["return_decided"]
require = "risk.current"
ask = "caseworker"
override = "never"
source = ["Law 2"]
"#;

const ALERT: &str = r#"[[alert]]
id = "look"
while = "companion.unverified"
who = "caseworker"
source = ["Law 3"]
"#;

const QUESTION: &str = r#"[[question]]
id = "ask"
record = "risk_assessment"
answer = "line"
source = ["Law 4"]
"#;

const WORDS: &str = "assess = Assess\n    .why = It must be.\n\nguard = Guard\n    .why = It must be.\n    .missing = The assessment.\n\nlook = Look\n    .why = It must be.\n\nask = Ask?\n    .why = It must be.\n";

fn whole() -> BTreeMap<String, Vec<u8>> {
    [
        ("pack.toml", PACK),
        ("duties.toml", DUTY),
        ("safeguards.toml", SAFEGUARD),
        ("alerts.toml", ALERT),
        ("questions.toml", QUESTION),
        ("words/en.ftl", WORDS),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
    .collect()
}

fn errors(packs: &[(&str, &BTreeMap<String, Vec<u8>>)]) -> String {
    let files: Vec<(String, &[u8])> = packs
        .iter()
        .flat_map(|(folder, files)| files.iter().map(move |(p, b)| (format!("{folder}/{p}"), b.as_slice())))
        .collect();
    let library = Library::from_files(files.iter().map(|(p, b)| (p.as_str(), *b)));
    let lines: Vec<String> = library.errors.iter().map(|e| format!("    {e}")).collect();
    if lines.is_empty() {
        "    (none)".to_owned()
    } else {
        lines.join("\n")
    }
}

/// The whole pack with one change in one file.
fn changed(file: &str, from: &str, to: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = whole();
    let text = String::from_utf8(files[file].clone()).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
    files
}

#[test]
fn a_sound_pack_has_no_mistakes() {
    assert_eq!(errors(&[("test", &whole())]), "    (none)");
}

#[test]
fn every_mistake_is_named() {
    let duty = |from: &'static str, to: &'static str| ("duties.toml", from, to);
    let safeguard = |from: &'static str, to: &'static str| ("safeguards.toml", from, to);
    let pack = |from: &'static str, to: &'static str| ("pack.toml", from, to);
    let alert = |from: &'static str, to: &'static str| ("alerts.toml", from, to);
    let question = |from: &'static str, to: &'static str| ("questions.toml", from, to);
    let words = |from: &'static str, to: &'static str| ("words/en.ftl", from, to);
    let changes = [
        // pack.toml
        pack("id = \"test\"", ""),
        pack("id = \"test\"", "id = \"Test Pack\""),
        pack("title = \"A pack", "titel = \"A pack"),
        pack("zone = \"UTC\"", "zone = \"Mars/North\""),
        pack("zone = \"UTC\"", "zone = \"UTC\"\nvalid_from = \"2026-13-01\""),
        pack("zone = \"UTC\"", "zone = \"UTC\"\nvalid_from = 2026-01-01"),
        pack(
            "zone = \"UTC\"",
            "zone = \"UTC\"\nvalid_from = \"2026-02-01\"\nvalid_until = \"2026-02-01\"",
        ),
        pack("zone = \"UTC\"", "zone = \"UTC\"\ntransition = \"all\""),
        pack("zone = \"UTC\"", "zone = \"UTC\"\nextends = \"baseline\""),
        pack("zone = \"UTC\"", "zone = \"UTC\"\nextends = [\"baseline\"]"),
        pack("month_end = \"last-day\"\n", ""),
        pack("last-day", "lastday"),
        pack("weight = \"binding\"", "weight = \"law\""),
        pack("weight = \"binding\"\n", ""),
        pack("title = \"A law\"", "title = \"A law"),
        // duties.toml
        duty("id = \"assess\"\n", ""),
        duty("id = \"assess\"", "id = \"look\""),
        duty("source = [\"Law 1\"]", ""),
        duty("source = [\"Law 1\"]", "source = []"),
        duty("source = [\"Law 1\"]", "source = [\"Lwa 1\"]"),
        duty("source = [\"Law 1\"]", "source = [\"Law 1\", \"Law 1\"]"),
        duty("source = [\"Law 1\"]", "source = [\"Law 1\"]\nchecked = false"),
        duty("source = [\"Law 1\"]", "source = [\"Law 1\"]\nanswers = \"assess\""),
        duty(
            "source = [\"Law 1\"]",
            "source = [\"Law 1\"]\nanswers = \"baseline/assess\"",
        ),
        duty("source = [\"Law 1\"]", "source = [\"Law 1\"]\nunknwon = \"hold\""),
        duty("[[duty]]", "[[dutys]]"),
        duty("[[duty]]", "[duty]"),
        duty("on = [\"victim_presumed\"]", "on = [\"victim_persumed\"]"),
        duty("on = [\"victim_presumed\"]", ""),
        duty(
            "on = [\"victim_presumed\"]",
            "on = [\"victim_presumed\"]\nwhile = \"missing.now\"",
        ),
        duty(
            "on = [\"victim_presumed\"]",
            "while = \"missing.now\"\nwhen = \"missing.now\"",
        ),
        duty(
            "on = [\"victim_presumed\"]",
            "on = [\"victim_presumed\"]\nwhen = \"child.protectd\"",
        ),
        duty(
            "on = [\"victim_presumed\"]",
            "on = [\"victim_presumed\"]\nwhen = \"\"\"\nchild.protected &&\n  missing.nwo\"\"\"",
        ),
        duty(
            "on = [\"victim_presumed\"]",
            "on = [\"victim_presumed\"]\nwhen = \"missing.now || !missing.now\"",
        ),
        duty("promptly = true\n", ""),
        duty("urgency = \"soon\"\n", ""),
        duty("promptly = true\n", "promptly = false\n"),
        duty("promptly = true\nurgency = \"soon\"\n", ""),
        duty("urgency = \"soon\"", "urgency = \"soon\"\nwithin = \"3 days\""),
        duty("promptly = true\nurgency = \"soon\"", "within = \"three days\""),
        duty("urgency = \"soon\"", "urgency = \"soon\"\nby = \"carry_out_by\""),
        duty(
            "promptly = true\nurgency = \"soon\"",
            "same_day = true\nby = \"carry_out_by\"",
        ),
        duty(
            "on = [\"victim_presumed\"]",
            "while = \"missing.now\"\nby = \"carry_out_by\"",
        ),
        duty("done_by = [\"risk_assessment\"]", ""),
        duty("done_by = [\"risk_assessment\"]", "done_by = [\"correction\"]"),
        duty(
            "done_by = [\"risk_assessment\"]",
            "done_by = [\"risk_assessment\"]\nwhere = \"this.kind == \\\"foster\\\"\"",
        ),
        duty(
            "done_by = [\"risk_assessment\"]",
            "done_by = [\"risk_assessment\"]\nuntil = \"follows(this, occasion)\"",
        ),
        duty(
            "on = [\"victim_presumed\"]",
            "while = \"missing.now\"\nwhere = \"follows(this, occasion)\"",
        ),
        duty("who = \"caseworker\"\n", ""),
        duty(
            "who = \"caseworker\"\n",
            "who = \"caseworker\"\nabout = \"authority\"\n",
        ),
        duty("who = \"caseworker\"", "who = 3"),
        duty(
            "[[duty]]",
            "[[number]]\nid = \"n\"\nduty = \"test/asess\"\nwithin = \"3 days\"\nsource = [\"Law 9\"]\n\n[[duty]]",
        ),
        // safeguards.toml
        safeguard("[\"return_decided\"]", "[\"risk_assessment\"]"),
        safeguard("require = \"risk.current\"\n", ""),
        safeguard(
            "step = [\"return_decided\"]\nrequire = \"risk.current\"",
            "step = [\"return_decided\", \"departed\"]\nrequire = \"this.number >= 2\"",
        ),
        safeguard(
            "require = \"risk.current\"",
            "require = \"risk.current\"\nremedy = \"records.departed.exists(d, follows(this, d))\"",
        ),
        safeguard("require = \"risk.current\"", "require = \"true\""),
        safeguard("override = \"never\"\n", ""),
        safeguard("override = \"never\"", "override = \"maybe\""),
        safeguard("override = \"never\"", "override = \"never\"\nurgent = \"yes\""),
        // alerts.toml, questions.toml
        alert("companion.unverified", "authority.restrictions_since_review >= 6"),
        alert("companion.unverified", "!duties.settled"),
        alert("companion.unverified", "occasion.kind == \\\"foster\\\""),
        question("answer = \"line\"", "answer = \"yes\""),
        question("record = \"risk_assessment\"\n", ""),
        // words
        words("assess = Assess", "asses = Assess"),
        words("    .missing = The assessment.\n", ""),
        words("guard = Guard\n    .why = It must be.", "guard = Guard"),
        words("    .missing = The assessment.", "    .missign = The assessment."),
        words("look = Look", "look Look"),
        words("look = Look", "assess = Again\n    .why = Why.\n\nlook = Look"),
    ];
    let report: Vec<String> = changes
        .iter()
        .map(|(file, from, to)| {
            format!(
                "{file}: {from:?} -> {to:?}\n{}",
                errors(&[("test", &changed(file, from, to))])
            )
        })
        .collect();
    insta::assert_snapshot!(report.join("\n"));
}

/// The pack with every decision assigned.
const DECIDES: &str = r#"
[[decision]]
about = "removal"
who = "court"
source = ["Law 10"]
"#;

#[test]
fn a_pack_says_who_decides() {
    let all: String = DECISIONS
        .iter()
        .map(|(about, _)| DECIDES.replace("removal", about))
        .collect();
    let with = |text: &str| {
        changed(
            "pack.toml",
            "weight = \"binding\"\n",
            &format!("weight = \"binding\"\n{text}"),
        )
    };
    let sound = with(&all);
    assert_eq!(errors(&[("test", &sound)]), "    (none)");
    let files: Vec<(String, &[u8])> = sound.iter().map(|(p, b)| (format!("test/{p}"), b.as_slice())).collect();
    let library = Library::from_files(files.iter().map(|(p, b)| (p.as_str(), *b)));
    let shown = show::pack_text(&show::pack(&library.packs[0], "en"));
    assert!(
        shown.contains("removal     Is the child taken away from an exploiter or a parent? Court"),
        "{shown}"
    );

    let changes = [
        ("only one", DECIDES.to_owned()),
        ("of nothing", all.replace("about = \"removal\"\n", "")),
        ("of something else", all.replace("\"removal\"", "\"removl\"")),
        ("twice", format!("{all}{DECIDES}")),
        ("by nobody", all.replacen("who = \"court\"\n", "", 1)),
        ("without a source", all.replacen("source = [\"Law 10\"]\n", "", 1)),
        ("by another law", all.replacen("Law 10", "Lwa 10", 1)),
        ("with a key too many", all.replacen("who", "whom = \"x\"\nwho", 1)),
        ("no list", "[decision]\nremoval = \"court\"\n".to_owned()),
    ];
    let report: Vec<String> = changes
        .iter()
        .map(|(what, text)| format!("{what}\n{}", errors(&[("test", &with(text))])))
        .collect();
    insta::assert_snapshot!(report.join("\n"));

    // A pack that builds on another names only what it decides otherwise.
    let other = with(DECIDES);
    let mut national = other.clone();
    let text = String::from_utf8(national["pack.toml"].clone()).unwrap();
    let text = text.replace("id = \"test\"", "id = \"national\"\nextends = [\"test\"]");
    national.insert("pack.toml".to_owned(), text.into_bytes());
    assert_eq!(errors(&[("national", &national), ("test", &sound)]), "    (none)");
}

#[test]
fn files_that_are_no_pack_are_refused() {
    let mut report = Vec::new();
    let mut with = |what: &str, path: &str, bytes: Option<Vec<u8>>| {
        let mut files = whole();
        match bytes {
            Some(bytes) => files.insert(path.to_owned(), bytes),
            None => files.remove(path),
        };
        report.push(format!("{what}\n{}", errors(&[("test", &files)])));
    };
    with("no words", "words/en.ftl", None);
    with("a file with a wrong name", "dutys.toml", Some(Vec::new()));
    with("not UTF-8", "alerts.toml", Some(vec![0xff, 0xfe]));
    with("NUL", "alerts.toml", Some(b"a = \"\0\"".to_vec()));
    with("too large", "words/de.ftl", Some(vec![b'#'; 2_000_000]));
    with(
        "a story that is not TOML",
        "scenarios/a.toml",
        Some(b"id = \"a\"\n[[step]\n".to_vec()),
    );
    with("a note for people", "README.md", Some(b"hello".to_vec()));
    with(
        "words for no rule in another language",
        "words/de.ftl",
        Some(b"asess = Pruefen\n".to_vec()),
    );
    with(
        "deep TOML",
        "alerts.toml",
        Some([b"a = ".to_vec(), vec![b'['; 100_000]].concat()),
    );
    let mut lonely = whole();
    lonely.remove("pack.toml");
    report.push(format!("no pack.toml\n{}", errors(&[("test", &lonely)])));
    insta::assert_snapshot!(report.join("\n"));
}

fn version(number: &str, from: Option<&str>, until: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    let mut lines = format!("version = \"{number}\"");
    for (key, day) in [("valid_from", from), ("valid_until", until)] {
        if let Some(day) = day {
            lines.push_str(&format!("\n{key} = \"{day}\""));
        }
    }
    changed("pack.toml", "version = \"1\"", &lines)
}

#[test]
fn versions_follow_each_other_without_gap_or_overlap() {
    let first = version("1", None, Some("2026-01-01"));
    let report = [
        ("sound", version("2", Some("2026-01-01"), None)),
        ("gap", version("2", Some("2026-02-01"), None)),
        ("overlap", version("2", Some("2025-12-31"), None)),
        ("without begin", version("2", None, None)),
        ("same number", version("1", Some("2026-01-01"), None)),
    ]
    .map(|(what, second)| format!("{what}\n{}", errors(&[("test-1", &first), ("test-2", &second)])));
    insta::assert_snapshot!(report.join("\n"));
}

fn national(extends: &str, duties: &str) -> BTreeMap<String, Vec<u8>> {
    let pack = PACK
        .replace("\"test\"", "\"national\"")
        .replace("zone = \"UTC\"", &format!("zone = \"UTC\"\nextends = {extends}"));
    let mut words = String::new();
    for id in ["faster", "fastest"] {
        if duties.contains(&format!("\"{id}\"")) {
            words.push_str(&format!("{id} = Faster\n    .why = The guidance says so.\n"));
        }
    }
    [
        ("pack.toml", pack.as_str()),
        ("duties.toml", duties),
        ("words/en.ftl", words.as_str()),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
    .collect()
}

#[test]
fn packs_name_what_they_build_on() {
    let number = |duty: &str, within: &str| {
        format!("[[number]]\nid = \"faster\"\nduty = \"{duty}\"\nwithin = \"{within}\"\nsource = [\"Law 12\"]\n")
    };
    let extends = "[\"test\"]";
    let dated = changed(
        "duties.toml",
        "promptly = true\nurgency = \"soon\"",
        "within = \"3 days\"",
    );
    let circle = changed(
        "pack.toml",
        "zone = \"UTC\"",
        "zone = \"UTC\"\nextends = [\"national\"]",
    );
    let broken = changed("duties.toml", "risk_assessment", "risk_asessment");
    let twice = number("test/assess", "5 days") + &number("test/assess", "4 days").replace("faster", "fastest");
    let report = [
        ("sound", whole(), national(extends, &number("test/assess", "5 days"))),
        (
            "no such pack",
            whole(),
            national("[\"tset\"]", &number("test/assess", "5 days")),
        ),
        (
            "no such duty",
            whole(),
            national(extends, &number("test/asses", "5 days")),
        ),
        (
            "a pack that it does not build on",
            whole(),
            national("[]", &number("test/assess", "5 days")),
        ),
        ("longer", dated, national(extends, &number("test/assess", "5 days"))),
        ("circle", circle, national(extends, &number("test/assess", "5 days"))),
        (
            "the base does not load",
            broken,
            national(extends, &number("test/assess", "5 days")),
        ),
        ("twice", whole(), national(extends, &twice)),
    ]
    .map(|(what, base, national)| format!("{what}\n{}", errors(&[("test", &base), ("national", &national)])));
    insta::assert_snapshot!(report.join("\n"));
}

#[test]
fn rules_that_no_story_shows_are_named() {
    let files = whole();
    let pack = tutela_packs::Pack::read("test", &files).unwrap();
    let lines: Vec<String> = gaps(&pack).iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn hostile_packs_are_refused_quickly() {
    let many = |part: &str, n: usize| part.repeat(n).into_bytes();
    let rules: String = (0..9000)
        .map(|n| format!("[[duty]]\nid = \"a{n}\"\nunknown_key_{n} = 1\nsource = [\"Nothing\"]\n"))
        .collect();
    let keys: String = (0..60_000).map(|n| format!("k{n} = 1\n")).collect();
    let messages: String = (0..60_000).map(|n| format!("m{n} = x\n")).collect();
    let sources = format!(
        "{}source = [{}]\n",
        "[[duty]]\nid = \"x\"\n",
        "\"Law 1\", ".repeat(100_000)
    );
    let hostile = [
        (
            "words/en.ftl",
            many("a = {", 1).into_iter().chain(many("{", 900_000)).collect(),
        ),
        ("words/en.ftl", many("a = {\n", 100_000)),
        ("words/en.ftl", many("a = {\nFOO(", 80_000)),
        ("words/en.ftl", [b"a = {".to_vec(), many("FOO(", 200_000)].concat()),
        ("words/en.ftl", messages.into_bytes()),
        ("duties.toml", rules.into_bytes()),
        ("duties.toml", keys.into_bytes()),
        ("duties.toml", sources.into_bytes()),
        ("duties.toml", many("[", 900_000)),
        ("duties.toml", many("a.", 450_000)),
        ("duties.toml", many("a={", 300_000)),
        ("scenarios/a.toml", many("a={a=", 200_000)),
        ("scenarios/a.toml", many("[[step]]\n", 100_000)),
    ];
    for (path, bytes) in hostile {
        let begun = std::time::Instant::now();
        let shown = String::from_utf8_lossy(&bytes[..30]).into_owned();
        let mut files = whole();
        files.insert(path.to_owned(), bytes);
        let _ = tutela_packs::Pack::read("test", &files);
        assert!(
            begun.elapsed().as_secs() < 10,
            "{path} {shown} took {:?}",
            begun.elapsed()
        );
        println!("{path} {shown:?} {:?}", begun.elapsed());
    }
}

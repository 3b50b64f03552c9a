//! The house stays as its documents say: which crate may know which, and that every path, link, command and target
//! named in a document exists.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may panic

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tutela_packs::Library;
use tutela_packs::story::{Story, play, readable};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

fn output(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

fn cargo(arguments: &[&str]) -> String {
    output(Command::new(env!("CARGO")).args(arguments).current_dir(root()))
}

// Which crate may know which

/// Of our own crates, what each may depend on. A crate that is not named here does not belong to the house.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("tutela-domain", &[]),
    ("tutela-matching", &[]),
    ("tutela-packs", &["tutela-domain"]),
    ("tutela-store", &["tutela-domain"]),
    (
        "tutela-app",
        &["tutela-domain", "tutela-matching", "tutela-packs", "tutela-store"],
    ),
    ("tutela-web", &["tutela-app", "tutela-domain"]),
    (
        "tutela",
        &[
            "tutela-app",
            "tutela-domain",
            "tutela-packs",
            "tutela-store",
            "tutela-web",
        ],
    ),
    // It measures the rules by themselves, and all else from outside, as people use it.
    (
        "tutela-bench",
        &["tutela-domain", "tutela-matching", "tutela-packs", "tutela-store"],
    ),
];

/// What the domain is built from, and nothing else: dates, reading and writing, the form of an id.
const DOMAIN_USES: &[&str] = &["jiff", "rustc-hash", "serde", "uuid"];

fn packages() -> Vec<Value> {
    let metadata = cargo(&["metadata", "--format-version", "1", "--no-deps", "--offline"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// What a crate is built with. Its tests may know more: they stand on a real store.
fn needs(package: &Value) -> BTreeSet<String> {
    let all = package["dependencies"].as_array().unwrap();
    all.iter()
        .filter(|d| d["kind"] != "dev")
        .map(|d| d["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn dependencies_point_one_way() {
    let packages = packages();
    let may_know: BTreeMap<_, _> = MAY_KNOW.iter().copied().collect();
    assert_eq!(
        packages.len(),
        may_know.len(),
        "a crate joined or left: say here what it may know"
    );
    for package in &packages {
        let name = package["name"].as_str().unwrap();
        let allowed = may_know
            .get(name)
            .unwrap_or_else(|| panic!("{name}: say here what it may know"));
        for need in needs(package).iter().filter(|n| may_know.contains_key(n.as_str())) {
            assert!(allowed.contains(&need.as_str()), "{name} may not depend on {need}");
        }
    }
}

#[test]
fn the_domain_has_no_async_no_database_no_network_no_clock_and_no_randomness() {
    let packages = packages();
    let domain = packages.iter().find(|p| p["name"] == "tutela-domain").unwrap();
    let uses: BTreeSet<&str> = DOMAIN_USES.iter().copied().collect();
    assert_eq!(needs(domain).iter().map(String::as_str).collect::<BTreeSet<_>>(), uses);

    let tree = cargo(&[
        "tree",
        "--package",
        "tutela-domain",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}",
        "--offline",
    ]);
    for banned in [
        "tokio",
        "futures",
        "async",
        "hyper",
        "axum",
        "reqwest",
        "rusqlite",
        "sqlx",
        "rand",
        "getrandom",
        "fastrand",
        "time",
        "chrono",
    ] {
        let found = tree
            .lines()
            .find(|line| line.split([' ', '-', '_']).next() == Some(banned));
        assert!(found.is_none(), "the domain reaches {found:?}");
    }
    for file in files(&root().join("crates/domain/src")) {
        let text = fs::read_to_string(&file).unwrap();
        for banned in [
            "::now(",
            "SystemTime",
            "TimeZone::system",
            "new_v4",
            "now_v7",
            "async fn",
            "std::fs",
            "std::net",
            "std::env",
            "std::thread",
        ] {
            assert!(!text.contains(banned), "{}: {banned}", file.display());
        }
    }
}

#[test]
fn every_crate_says_its_licence() {
    const LICENCE: &str = "AGPL-3.0-or-later";
    for package in packages() {
        assert_eq!(package["license"], LICENCE, "{}", package["name"]);
        assert_eq!(package["publish"], Value::Array(Vec::new()), "{}", package["name"]);
    }
    let front: Value = serde_json::from_str(&read("package.json")).unwrap();
    assert_eq!(front["license"], LICENCE);
    assert!(read("LICENSE").contains("GNU AFFERO GENERAL PUBLIC LICENSE"));
    assert!(read("README.md").contains(LICENCE));
}

#[test]
fn the_readme_asks_for_the_versions_that_are_needed() {
    let readme = read("README.md");
    let rust = packages()[0]["rust_version"].as_str().unwrap().to_owned();
    let rust = rust.strip_suffix(".0").unwrap_or(&rust).to_owned();
    assert!(readme.contains(&format!("Rust {rust}")), "Rust {rust}");
    let front: Value = serde_json::from_str(&read("package.json")).unwrap();
    let node = front["engines"]["node"].as_str().unwrap().trim_start_matches(">=");
    assert!(readme.contains(&format!("Node.js {node}")), "Node.js {node}");
}

// Files

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// Every file below a folder that is ours: nothing built, fetched or kept by git itself.
fn files(folder: &Path) -> Vec<PathBuf> {
    let not_ours = [".git", "target", "node_modules", "built", "output", "demo-data"];
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if not_ours.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn no_host_of_a_package_registry_is_named() {
    // In two parts each, so that none is named here either.
    let hosts = [
        ("crates", ".io"),
        ("npmjs", ".org"),
        ("npmjs", ".com"),
        ("yarnpkg", ".com"),
        ("pypi", ".org"),
        ("pythonhosted", ".org"),
        ("golang", ".org"),
        ("rubygems", ".org"),
        ("maven", ".org"),
    ]
    .map(|(name, end)| format!("{name}{end}"));
    // The lock file names the index of the default registry, as cargo writes it, and may name no other.
    let index = format!("registry+https://github.com/rust-lang/{}-index", hosts[0]);
    for file in files(&root()) {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let text = match file.ends_with("Cargo.lock") {
            true => text.replace(&index, ""),
            false => text,
        };
        for host in &hosts {
            assert!(!text.contains(host.as_str()), "{} names {host}", file.display());
        }
        for source in text.lines().filter(|_| file.ends_with("Cargo.lock")) {
            assert!(
                !source.starts_with("source = \"") || source == "source = \"\"",
                "{source}"
            );
        }
    }
}

#[test]
fn no_database_and_no_key_lies_about() {
    let kept = root().join("crates/store/tests/fixtures");
    for file in files(&root()).iter().filter(|file| !file.starts_with(&kept)) {
        let ending = file.extension().map(|ending| ending.to_string_lossy().into_owned());
        let is_data = ending.is_some_and(|ending| ["db", "db-wal", "db-shm", "key", "pem", "age"].contains(&&*ending));
        assert!(!is_data, "{} belongs to no project", file.display());
    }
}

// Documents

/// A document: its path, its text, and what stands in it as code.
struct Document {
    path: PathBuf,
    text: String,
    /// What stands between single backticks, on one line each.
    spans: Vec<String>,
    /// The lines of fenced blocks, with the language of the block.
    lines: Vec<(String, String)>,
    /// The whole fenced blocks, with their language.
    blocks: Vec<(String, String)>,
}

impl Document {
    fn read(path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).unwrap();
        let (mut lines, mut blocks) = (Vec::new(), Vec::new());
        let mut prose = String::new();
        let mut block: Option<(String, String)> = None;
        for line in text.lines() {
            let fence = line.trim_start().strip_prefix("```");
            match (&mut block, fence) {
                (None, Some(language)) => block = Some((language.trim().to_owned(), String::new())),
                (Some(_), Some(_)) => blocks.extend(block.take()),
                (Some((language, inside)), None) => {
                    inside.push_str(line);
                    inside.push('\n');
                    lines.push((language.clone(), line.trim().to_owned()));
                }
                (None, None) => {
                    prose.push_str(line);
                    prose.push('\n');
                }
            }
        }
        assert!(block.is_none(), "{}: a block does not end", path.display());
        let mut spans = Vec::new();
        for paragraph in prose.split("\n\n") {
            let parts: Vec<&str> = paragraph.split('`').collect();
            assert!(
                parts.len() % 2 == 1,
                "{}: a backtick without its pair in: {paragraph}",
                path.display()
            );
            let inside = parts.iter().skip(1).step_by(2);
            spans.extend(inside.map(|s| s.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
        Self {
            path,
            text,
            spans,
            lines,
            blocks,
        }
    }

    fn name(&self) -> String {
        self.path.strip_prefix(root()).unwrap().display().to_string()
    }

    /// What can be typed at a prompt: spans, and the lines of blocks that are for a shell.
    fn commands(&self) -> impl Iterator<Item = &str> {
        let shell = |language: &str| ["sh", "bash", "console", ""].contains(&language);
        let lines = self.lines.iter().filter(move |(language, _)| shell(language));
        let typed = lines.map(|(_, line)| line.strip_prefix("$ ").unwrap_or(line));
        self.spans.iter().map(String::as_str).chain(typed)
    }
}

fn documents() -> Vec<Document> {
    let root = root();
    let mut paths: Vec<PathBuf> = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"]
        .iter()
        .map(|name| root.join(name))
        .collect();
    let is_text = |path: &PathBuf| path.extension().is_some_and(|e| e == "md");
    paths.extend(files(&root.join("docs")).into_iter().filter(is_text));
    paths.into_iter().map(Document::read).collect()
}

/// The anchor of a heading, as those who show Markdown make it.
fn anchor(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || " -_".contains(*c);
    let kept: String = heading.trim().to_lowercase().chars().filter(kept).collect();
    kept.replace(' ', "-")
}

#[test]
fn every_link_leads_somewhere() {
    for document in documents() {
        for (at, _) in document.text.match_indices("](") {
            let target = document.text[at + 2..].split([')', '\n']).next().unwrap();
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
            let file = match path {
                "" => document.path.clone(),
                path => document.path.parent().unwrap().join(path),
            };
            assert!(file.exists(), "{}: there is no {target}", document.name());
            if !fragment.is_empty() {
                let text = fs::read_to_string(&file).unwrap();
                // `#L12` is a line of a file that is no document.
                let line = fragment.strip_prefix('L').and_then(|line| line.parse::<usize>().ok());
                if line.is_some_and(|line| line <= text.lines().count()) {
                    continue;
                }
                let mut headings = text.lines().filter(|l| l.starts_with('#'));
                let found = headings.any(|h| anchor(h.trim_start_matches('#')) == fragment);
                assert!(found, "{}: there is no heading for {target}", document.name());
            }
        }
    }
}

/// A path named in a document exists; `<…>` and `*` stand for any name. With `::name` behind a Rust file, the file
/// defines the name.
#[test]
fn every_path_that_is_named_exists() {
    let root = root();
    let mut seen = 0;
    for document in documents() {
        for span in &document.spans {
            let ours = ["crates/", "docs/", "packs/", "scripts/", "tests/", ".ci/"];
            if !ours.iter().any(|start| span.starts_with(start)) || span.contains(' ') {
                continue;
            }
            let (path, name) = match span.split_once(".rs::") {
                Some((file, name)) => (format!("{file}.rs"), Some(name)),
                None => (span.clone(), None),
            };
            let fixed = match path.find(['<', '*', '…']) {
                Some(open) => path[..open].rsplit_once('/').unwrap().0.to_owned(),
                None => path,
            };
            assert!(root.join(&fixed).exists(), "{}: there is no {span}", document.name());
            if let Some(name) = name.filter(|_| root.join(&fixed).is_file()) {
                let text = fs::read_to_string(root.join(&fixed)).unwrap();
                let kinds = [
                    "fn",
                    "struct",
                    "enum",
                    "trait",
                    "type",
                    "const",
                    "static",
                    "macro_rules!",
                ];
                let defined = kinds.iter().any(|kind| {
                    let start = format!("{kind} {name}");
                    text.match_indices(&start).any(|(at, _)| {
                        let next = text[at + start.len()..].chars().next();
                        !next.is_some_and(|c| c.is_alphanumeric() || c == '_')
                    })
                });
                // The macro of the records defines a struct without the word.
                let defined = defined || text.lines().any(|line| line.trim() == format!("{name} {{"));
                assert!(defined, "{}: {fixed} does not define {name}", document.name());
            }
            seen += 1;
        }
    }
    assert!(seen > 50, "only {seen} paths were looked at");
}

/// The help of a command of ours.
fn help(chain: &[&str]) -> String {
    output(Command::new(env!("CARGO_BIN_EXE_tutela")).args(chain).arg("--help"))
}

/// The commands below a command, as its help lists them.
fn below(help: &str) -> Vec<String> {
    let mut lines = help.lines().skip_while(|l| l.trim() != "Commands:").skip(1);
    let mut found = Vec::new();
    for line in lines.by_ref().take_while(|l| !l.trim().is_empty()) {
        let name = line.split_whitespace().next().unwrap();
        if line.starts_with("  ") && !line.starts_with("   ") && name != "help" {
            found.push(name.to_owned());
        }
    }
    found
}

/// Every command, each with its help.
fn all_commands() -> BTreeMap<Vec<String>, String> {
    let mut all = BTreeMap::new();
    let mut open: Vec<Vec<String>> = vec![Vec::new()];
    while let Some(chain) = open.pop() {
        let text = help(&chain.iter().map(String::as_str).collect::<Vec<_>>());
        for name in below(&text) {
            open.push([&chain[..], &[name]].concat());
        }
        all.insert(chain, text);
    }
    all
}

fn has_flag(help: &str, flag: &str) -> bool {
    let ends = |c: char| c.is_whitespace() || [',', '=', '[', '<'].contains(&c);
    help.match_indices(flag).any(|(at, _)| {
        let before = help[..at].chars().next_back();
        before.is_none_or(char::is_whitespace) && help[at + flag.len()..].chars().next().is_none_or(ends)
    })
}

#[test]
fn every_command_that_is_named_is_accepted() {
    let all = all_commands();
    assert!(all.contains_key(&vec!["scenario".to_owned(), "run".to_owned()]));
    let mut named = BTreeSet::new();
    for document in documents() {
        for command in document.commands() {
            let arguments = match (command.strip_prefix("tutela "), command.split_once("/tutela ")) {
                (Some(rest), _) => rest,
                (None, Some((path, rest))) if !path.contains(' ') => rest,
                _ => continue,
            };
            let words: Vec<&str> = arguments.split_whitespace().collect();
            let mut chain: Vec<String> = Vec::new();
            for word in &words {
                let longer = [&chain[..], &[(*word).to_owned()]].concat();
                if !all.contains_key(&longer) {
                    break;
                }
                chain = longer;
            }
            let place = format!("{}: `{command}`", document.name());
            assert!(!chain.is_empty(), "{place}: there is no such command");
            let help = &all[&chain];
            let rest = &words[chain.len()..];
            if let Some(word) = rest.first() {
                let is_command = word.chars().all(|c| c.is_ascii_lowercase()) && !below(help).is_empty();
                assert!(!is_command, "{place}: there is no such command");
            }
            for word in rest.iter().filter(|w| w.starts_with("--")) {
                let flag = word.split('=').next().unwrap();
                assert!(has_flag(help, flag), "{place}: it has no {flag}");
            }
            named.insert(chain);
        }
        for span in document.spans.iter().filter(|s| s.starts_with("--")) {
            let flag = span.split([' ', '=']).next().unwrap();
            let known = all.values().any(|help| has_flag(help, flag)) || read("scripts/set-up").contains(flag);
            assert!(known, "{}: no command has {flag}", document.name());
        }
    }
    // The README shows each command once at least.
    for (chain, help) in &all {
        assert!(
            !below(help).is_empty() || named.contains(chain),
            "no document names {chain:?}"
        );
    }
}

/// The checked-in book of the baseline is what the program prints of the pack.
#[test]
fn the_book_of_the_baseline_is_up_to_date() {
    let printed = output(
        Command::new(env!("CARGO_BIN_EXE_tutela"))
            .args(["pack", "handbook", "packs/baseline"])
            .current_dir(root()),
    );
    let kept = read("docs/BASELINE.md");
    let mut lines = kept.lines().zip(printed.lines()).enumerate();
    let first = lines.find(|(_, (kept, printed))| kept != printed);
    assert!(
        kept == printed,
        "docs/BASELINE.md is not what the pack says now: run `make baseline` and commit it. First at line {}",
        first.map_or(kept.lines().count().min(printed.lines().count()), |(at, _)| at) + 1
    );
}

#[test]
fn every_target_of_make_that_is_named_exists() {
    let makefile = read("Makefile");
    for document in documents() {
        for command in document.commands() {
            let Some(targets) = command.strip_prefix("make ") else {
                continue;
            };
            for target in targets.split_whitespace().take_while(|t| !t.starts_with('#')) {
                let line = format!("{target}:");
                assert!(
                    makefile.lines().any(|l| l.starts_with(&line)),
                    "{}: there is no target {target}",
                    document.name()
                );
            }
        }
    }
}

#[test]
fn examples_can_be_read_and_come_out_right() {
    for document in documents() {
        for (language, block) in &document.blocks {
            if language == "toml" {
                let read: Result<toml::Table, _> = toml::from_str(block);
                assert!(read.is_ok(), "{}: {}\n{block}", document.name(), read.unwrap_err());
            }
        }
    }
    let stories = documents()
        .into_iter()
        .find(|d| d.path.ends_with("SCENARIOS.md"))
        .unwrap();
    let whole = stories
        .blocks
        .iter()
        .find(|(_, block)| block.starts_with("id = "))
        .unwrap();
    let story = Story::read("docs/SCENARIOS.md", &whole.1).unwrap();
    let protocol = Library::load(&root().join("packs")).protocol(&["baseline"]).unwrap();
    let played = play(&story, &protocol).unwrap();
    assert!(played.is_as_expected(), "{}", readable(&played));
}

#[test]
fn decisions_are_numbered_without_a_gap_and_say_why() {
    let decisions = files(&root().join("docs/adr"));
    for (at, path) in decisions.iter().enumerate() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.starts_with(&format!("{:04}-", at + 1)), "{name}");
        let text = fs::read_to_string(path).unwrap();
        for heading in ["## Context", "## Decision", "## Consequences"] {
            assert!(text.contains(heading), "{name}: {heading}");
        }
        assert!(text.lines().count() <= 60, "{name} is longer than a page");
    }
}

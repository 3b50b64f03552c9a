//! One pack: its files read, checked and compiled.

use crate::error::{PackError, Report, of_file};
use crate::manifest::{Decision, Instrument, Manifest};
use crate::rules::Building;
use crate::story::Story;
use crate::suggest;
use crate::toml_file::{self, Reader};
use crate::words::Words;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use tutela_domain::rules::{Alert, Duty, Number, PackVersion, Question, Rule, Safeguard};
use tutela_domain::time::Reckoning;

/// The largest pack, in bytes.
pub const LARGEST: usize = 1024 * 1024;

/// The files that a pack may have, beside `words/<language>.ftl` and `scenarios/*.toml`.
const FILES: &[&str] = &[
    "pack.toml",
    "duties.toml",
    "safeguards.toml",
    "alerts.toml",
    "questions.toml",
];

/// The files of a pack, by path in its folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// One version of a pack, checked and compiled.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its folder.
    pub folder: String,
    /// Which version of which pack, and when it is in force.
    pub version: Arc<PackVersion>,
    /// What people call it.
    pub title: String,
    /// For whom it holds.
    pub jurisdiction: String,
    /// The packs that it builds on.
    pub extends: Vec<String>,
    /// The instruments that it cites.
    pub instruments: Vec<Instrument>,
    /// Who decides what, as it says.
    pub decisions: Vec<Decision>,
    /// Its duties.
    pub duties: Vec<Duty>,
    /// The numbers that it sets, each with the name of the duty.
    pub numbers: Vec<(String, Number)>,
    /// Its safeguards.
    pub safeguards: Vec<Arc<Safeguard>>,
    /// Its alerts.
    pub alerts: Vec<Alert>,
    /// Its questions.
    pub questions: Vec<Question>,
    /// Its stories, by path.
    pub stories: Vec<PackStory>,
    /// Its files as one text, of which its hash is the SHA-256.
    pub bytes: Vec<u8>,
    words: BTreeMap<String, Words>,
    headings: BTreeMap<String, Vec<Heading>>,
}

/// The heading of some rules in a file of the pack, with its line.
type Heading = (usize, String);

/// A story of a pack.
#[derive(Clone, Debug)]
pub struct PackStory {
    /// Its file, with the pack's folder.
    pub path: String,
    /// Its text.
    pub text: String,
    /// The story.
    pub story: Arc<Story>,
}

/// What a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RuleKind {
    /// Something must happen.
    Duty,
    /// A number for a duty of another pack.
    Number,
    /// Something must hold before a step.
    Safeguard,
    /// A person must look at something.
    Alert,
    /// Something more is asked.
    Question,
}

impl RuleKind {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Number => "number",
            Self::Safeguard => "safeguard",
            Self::Alert => "alert",
            Self::Question => "question",
        }
    }
}

impl Pack {
    /// Reads a pack from its files; `folder` is its name in messages.
    pub fn read(folder: &str, files: &Files) -> Result<Self, Vec<PackError>> {
        Reading {
            folder,
            files,
            errors: Vec::new(),
        }
        .read()
    }

    /// Every rule with what it does, in the order of the files.
    pub fn rules(&self) -> impl Iterator<Item = (RuleKind, &Rule)> {
        let duties = self.duties.iter().map(|d| (RuleKind::Duty, d.rule.as_ref()));
        let numbers = self.numbers.iter().map(|(_, n)| (RuleKind::Number, n.rule.as_ref()));
        let safeguards = self.safeguards.iter().map(|s| (RuleKind::Safeguard, s.rule.as_ref()));
        let alerts = self.alerts.iter().map(|a| (RuleKind::Alert, a.rule.as_ref()));
        let questions = self.questions.iter().map(|q| (RuleKind::Question, q.rule.as_ref()));
        duties.chain(numbers).chain(safeguards).chain(alerts).chain(questions)
    }

    /// The heading that a rule stands under in its file: a comment of one line with an empty line before
    /// and after it. What stands in the first line is the title of the file.
    pub fn heading(&self, rule: &Rule) -> Option<&str> {
        let (file, line) = place(rule);
        let above = self.headings.get(file)?.iter().take_while(|(at, _)| Some(*at) < line);
        above.last().map(|(_, heading)| heading.as_str())
    }

    /// The languages that it has words in.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// The Fluent text of a language, English when there is none in it.
    pub fn words(&self, language: &str) -> &str {
        let words = self.words.get(language).or_else(|| self.words.get("en"));
        words.map_or("", |w| w.text.as_str())
    }

    /// Whether a rule has all its words in a language.
    pub fn has_words(&self, language: &str, kind: RuleKind, id: &str) -> bool {
        self.words.get(language).is_some_and(|words| {
            let missing = kind != RuleKind::Safeguard || words.missing(id).is_some();
            words.title(id).is_some() && words.why(id).is_some() && missing
        })
    }

    fn said<'p>(&'p self, language: &str, say: impl Fn(&'p Words) -> Option<&'p str>) -> Option<&'p str> {
        let own = self.words.get(language).and_then(&say);
        own.or_else(|| self.words.get("en").and_then(&say))
    }

    /// The title of a rule, in a language or else in English.
    pub fn title_of(&self, language: &str, id: &str) -> Option<&str> {
        self.said(language, |w| w.title(id))
    }

    /// Why a rule is, in a language or else in English.
    pub fn why(&self, language: &str, id: &str) -> Option<&str> {
        self.said(language, |w| w.why(id))
    }

    /// What is missing when a safeguard is not met, in a language or else in English.
    pub fn missing(&self, language: &str, id: &str) -> Option<&str> {
        self.said(language, |w| w.missing(id))
    }
}

/// The hash of what a pack rules: its files without its stories.
pub fn content_hash(files: &Files) -> String {
    let hash = Sha256::digest(canonical(files));
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A pack's files as one text: paths and contents, each with its length, in order of the paths. Stories
/// are left out: they rule nothing, and they are full of names, which have no place in a database in clear.
fn canonical(files: &Files) -> Vec<u8> {
    let mut text = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| !path.starts_with("scenarios/")) {
        for part in [path.as_bytes(), bytes.as_slice()] {
            text.extend(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            text.extend(part);
        }
    }
    text
}

struct Reading<'r> {
    folder: &'r str,
    files: &'r Files,
    errors: Vec<PackError>,
}

impl Reading<'_> {
    fn path(&self, file: &str) -> String {
        format!("{}/{file}", self.folder)
    }

    fn wrong(&mut self, file: &str, what: impl Into<String>, remedy: impl Into<String>) {
        let file = self.path(file);
        self.errors.push(of_file(file, what, remedy));
    }

    fn read(mut self) -> Result<Pack, Vec<PackError>> {
        self.check_files();
        if !self.errors.is_empty() {
            // What is too large or not text is not read any further.
            return Err(self.errors);
        }
        let Some(text) = text_of(self.files, "pack.toml") else {
            self.wrong(
                "pack.toml",
                "the file is missing",
                "Every pack has one; docs/PACKS.md shows it.",
            );
            return Err(self.errors);
        };
        let mut report = Report::new(self.path("pack.toml"), text);
        let manifest = Manifest::read(&mut report);
        self.errors.append(&mut report.errors);
        let Some(manifest) = manifest else {
            return Err(self.errors);
        };
        let version = Arc::new(PackVersion {
            pack: manifest.id.clone(),
            version: manifest.version.clone(),
            hash: content_hash(self.files),
            from: manifest.from,
            until: manifest.until,
            open_duties: manifest.open_duties,
            reckoning: manifest.reckoning.clone().unwrap_or_else(Reckoning::default),
        });
        let building = Building {
            manifest: &manifest,
            version: Arc::clone(&version),
        };
        let duties = self.rules("duties.toml", &["duty", "number"], "duty", |t| building.duty(t));
        let numbers = self.rules("duties.toml", &["duty", "number"], "number", |t| building.number(t));
        let safeguards = self.rules("safeguards.toml", &["safeguard"], "safeguard", |t| {
            building.safeguard(t)
        });
        let alerts = self.rules("alerts.toml", &["alert"], "alert", |t| building.alert(t));
        let questions = self.rules("questions.toml", &["question"], "question", |t| building.question(t));
        let pack = Pack {
            folder: self.folder.to_owned(),
            version,
            title: manifest.title.clone(),
            jurisdiction: manifest.jurisdiction.clone(),
            extends: manifest.extends.clone(),
            instruments: manifest.instruments.clone(),
            decisions: manifest.decisions.clone(),
            duties,
            numbers: numbers.into_iter().map(|(duty, n)| (duty.value, n)).collect(),
            safeguards: safeguards.into_iter().map(Arc::new).collect(),
            alerts,
            questions,
            stories: self.stories(),
            bytes: canonical(self.files),
            words: self.words(),
            headings: self.headings(),
        };
        self.check_ids(&pack);
        // Words are only looked for when every rule could be read.
        if self.errors.is_empty() {
            self.check_words(&pack);
        }
        self.errors.sort();
        self.errors.dedup();
        if self.errors.is_empty() {
            Ok(pack)
        } else {
            Err(self.errors)
        }
    }

    /// Refuses what is too large, not text, or not part of a pack.
    fn check_files(&mut self) {
        let size: usize = self.files.iter().map(|(path, bytes)| path.len() + bytes.len()).sum();
        if size > LARGEST {
            self.wrong(
                "pack.toml",
                "the pack has more than 1 MiB",
                "Split it into packs that extend each other.",
            );
            return;
        }
        for (path, bytes) in self.files {
            let known = FILES.contains(&path.as_str())
                || path
                    .strip_prefix("words/")
                    .and_then(|f| f.strip_suffix(".ftl"))
                    .is_some_and(|l| !l.is_empty() && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
                || path
                    .strip_prefix("scenarios/")
                    .and_then(|f| f.strip_suffix(".toml"))
                    .is_some_and(|f| !f.is_empty() && !f.contains('/'));
            let for_people = path.ends_with(".md");
            if !known && !for_people {
                let remedy = suggest::remedy(
                    path,
                    FILES.iter().copied().chain(["words/en.ftl", "words/", "scenarios/"]),
                );
                self.wrong(path, "a pack has no such file or folder", remedy);
                continue;
            }
            match std::str::from_utf8(bytes) {
                Ok(text) if text.contains('\0') => {
                    self.wrong(path, "the file holds a NUL character", "Take it out.");
                }
                Ok(_) => {}
                Err(_) => self.wrong(path, "the file is not UTF-8 text", "Save it as UTF-8."),
            }
        }
    }

    /// The rules of one kind; `all` names every kind that the file may have.
    fn rules<T>(
        &mut self,
        file: &str,
        all: &[&'static str],
        kind: &'static str,
        read: impl Fn(&Reader<'_, '_, '_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(text) = text_of(self.files, file) else {
            return Vec::new();
        };
        let mut report = Report::new(self.path(file), text);
        let mut rules = Vec::new();
        if let Some(table) = toml_file::parse(text, &mut report) {
            let shared = RefCell::new(&mut report);
            let reader = Reader::new(&table, 0..0, &shared);
            for key in all {
                let tables = reader.tables(key);
                if *key == kind {
                    rules.extend(tables.iter().filter_map(&read));
                }
            }
            reader.finish();
        }
        self.errors.append(&mut report.errors);
        rules
    }

    fn headings(&self) -> BTreeMap<String, Vec<Heading>> {
        let of = |file: &&str| text_of(self.files, file).map(|text| (self.path(file), headings(text)));
        FILES.iter().filter_map(of).collect()
    }

    fn check_ids(&mut self, pack: &Pack) {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (_, rule) in pack.rules() {
            if let Some(before) = seen.insert(&rule.id, &rule.place) {
                self.errors.push(at_rule(
                    rule,
                    format!("the id `{}` stands twice, first at {before}", rule.id),
                    "Give each rule of a pack an id of its own.",
                ));
            }
        }
    }

    fn words(&mut self) -> BTreeMap<String, Words> {
        let mut words = BTreeMap::new();
        for path in self.files.keys() {
            let language = path.strip_prefix("words/").and_then(|f| f.strip_suffix(".ftl"));
            if let (Some(language), Some(text)) = (language, text_of(self.files, path)) {
                let mut report = Report::new(self.path(path), text);
                words.insert(language.to_owned(), Words::read(&mut report));
                self.errors.append(&mut report.errors);
            }
        }
        words
    }

    fn check_words(&mut self, pack: &Pack) {
        let Some(english) = pack.words.get("en") else {
            self.wrong(
                "words/en.ftl",
                "the file is missing",
                "Write `<id> = Title` and `.why = …` for each rule.",
            );
            return;
        };
        for (kind, rule) in pack.rules() {
            let id = &rule.id;
            let mut missing = Vec::new();
            if english.title(id).is_none() {
                missing.push(format!("`{id} = …` (its title)"));
            }
            if english.why(id).is_none() {
                missing.push("`.why = …`".to_owned());
            }
            if kind == RuleKind::Safeguard && english.missing(id).is_none() {
                missing.push("`.missing = …`".to_owned());
            }
            if !missing.is_empty() {
                self.errors.push(at_rule(
                    rule,
                    format!("the rule `{id}` has no words for {}", missing.join(", ")),
                    "Write them in words/en.ftl.",
                ));
            }
        }
        for (language, words) in &pack.words {
            let file = format!("words/{language}.ftl");
            let mut report = Report::new(self.path(&file), &words.text);
            for (id, place) in words.ids() {
                if report.is_full() {
                    break;
                }
                let Some((kind, _)) = pack.rules().find(|(_, rule)| rule.id == id) else {
                    let remedy = suggest::remedy(id, pack.rules().map(|(_, rule)| rule.id.as_str()));
                    report.at(place, format!("there is no rule `{id}` in this pack"), remedy);
                    continue;
                };
                let known: &[&str] = match kind {
                    RuleKind::Safeguard => &["why", "missing"],
                    _ => &["why"],
                };
                for attribute in words.attributes(id).filter(|a| !known.contains(a)) {
                    report.at(
                        place,
                        format!("`.{attribute}` of `{id}` has no use here"),
                        suggest::remedy(attribute, known.iter().copied()),
                    );
                }
            }
            self.errors.append(&mut report.errors);
        }
    }

    fn stories(&mut self) -> Vec<PackStory> {
        let mut stories: Vec<PackStory> = Vec::new();
        for file in self
            .files
            .keys()
            .filter(|p| p.starts_with("scenarios/") && p.ends_with(".toml"))
        {
            let (path, Some(text)) = (self.path(file), text_of(self.files, file)) else {
                continue;
            };
            match Story::read(&path, text) {
                Ok(story) => stories.push(PackStory {
                    path,
                    text: text.to_owned(),
                    story: Arc::new(story),
                }),
                Err(wrong) => {
                    let line = wrong.place.rsplit_once(':').and_then(|(_, line)| line.parse().ok());
                    let what = wrong.what.lines().next().unwrap_or_default();
                    self.errors.push(PackError {
                        line,
                        ..of_file(
                            path,
                            format!("this is not a story: {what}"),
                            "docs/SCENARIOS.md shows how a story is written.",
                        )
                    });
                }
            }
        }
        stories
    }
}

fn text_of<'f>(files: &'f Files, path: &str) -> Option<&'f str> {
    std::str::from_utf8(files.get(path)?).ok()
}

/// The headings of a file of rules: `# The guardian.` or `# --- The guardian ---` by itself.
fn headings(text: &str) -> Vec<Heading> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let empty = |line: Option<&&str>| line.is_none_or(|line| line.is_empty());
    let mut headings = Vec::new();
    for (index, line) in lines.iter().enumerate().skip(1) {
        let alone = empty(lines.get(index - 1)) && empty(lines.get(index + 1));
        if let Some(comment) = line.strip_prefix('#').filter(|_| alone) {
            let heading = comment.trim_matches(|c: char| c == '-' || c == '.' || c.is_whitespace());
            headings.push((index + 1, heading.to_owned()));
        }
    }
    headings
}

/// The file and the line of a rule.
pub(crate) fn place(rule: &Rule) -> (&str, Option<usize>) {
    match rule.place.rsplit_once(':') {
        Some((file, line)) => (file, line.parse().ok()),
        None => (rule.place.as_str(), None),
    }
}

/// A mistake at a rule.
pub(crate) fn at_rule(rule: &Rule, what: impl Into<String>, remedy: impl Into<String>) -> PackError {
    let (file, line) = place(rule);
    PackError {
        line,
        ..of_file(file, what, remedy)
    }
}

//! Every pack of a folder: versions that follow each other, packs that build on each other.

use crate::coverage;
use crate::error::{PackError, of_file};
use crate::pack::{Files, Pack, PackStory, at_rule};
use crate::story::play;
use crate::suggest;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use tutela_domain::rules::{Due, Duty, Protocol};

/// The folders in a pack's folder.
const FOLDERS: [&str; 2] = ["words", "scenarios"];

/// The packs that loaded, and what is wrong with the others.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// Every version of every pack that loaded, by id and then by when it begins.
    pub packs: Vec<Pack>,
    /// What is wrong. A pack that is named here did not load.
    pub errors: Vec<PackError>,
}

/// Why there is no protocol.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProtocolError {
    /// A pack that is asked for, or that one of them builds on, did not load.
    #[error("there is no pack `{0}`. {1}")]
    NoSuchPack(String, String),
}

impl Library {
    /// Reads every folder of a folder that has a `pack.toml`.
    pub fn load(dir: &Path) -> Self {
        let mut errors = Vec::new();
        let mut folders = BTreeMap::new();
        match std::fs::read_dir(dir) {
            Ok(entries) => {
                for entry in entries.flatten() {
                    let path = entry.path();
                    if path.join("pack.toml").is_file() {
                        let name = entry.file_name().to_string_lossy().into_owned();
                        folders.insert(name, files_of(&path, &mut errors));
                    }
                }
            }
            Err(error) => errors.push(unreadable(dir, &error)),
        }
        Self::of(folders, errors)
    }

    /// Reads packs from files with paths as `baseline/pack.toml`, for packs that are built in.
    pub fn from_files<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Self {
        let mut folders: BTreeMap<String, Files> = BTreeMap::new();
        for (path, bytes) in files {
            if let Some((folder, file)) = path.split_once('/') {
                let folder = folders.entry(folder.to_owned()).or_default();
                folder.insert(file.to_owned(), bytes.to_vec());
            }
        }
        Self::of(folders, Vec::new())
    }

    fn of(folders: BTreeMap<String, Files>, mut errors: Vec<PackError>) -> Self {
        let mut packs = Vec::new();
        for (folder, files) in &folders {
            match Pack::read(folder, files) {
                Ok(pack) => packs.push(pack),
                Err(mut wrong) => errors.append(&mut wrong),
            }
        }
        // A file that could not be read spoils its pack.
        packs.retain(|p| !errors.iter().any(|e| folder_of(e) == p.folder));
        packs.sort_by(|a: &Pack, b: &Pack| {
            (&a.version.pack, a.version.from, &a.folder).cmp(&(&b.version.pack, b.version.from, &b.folder))
        });
        let mut library = Self { packs, errors };
        library.drop_wrong(versions);
        library.drop_wrong(circles);
        // A pack that did not load takes along those that build on it, and so on.
        while library.drop_wrong(names) {}
        library.errors.sort();
        library
    }

    /// Drops the packs that a check finds wrong; gives whether there were any.
    fn drop_wrong(&mut self, check: fn(&[Pack]) -> Vec<PackError>) -> bool {
        let mut wrong = check(&self.packs);
        let before = self.packs.len();
        self.packs.retain(|p| !wrong.iter().any(|e| folder_of(e) == p.folder));
        self.errors.append(&mut wrong);
        self.packs.len() < before
    }

    /// The versions of a pack, by when they begin.
    pub fn versions<'l>(&'l self, id: &'l str) -> impl Iterator<Item = &'l Pack> {
        self.packs.iter().filter(move |p| p.version.pack == id)
    }

    /// The ids of the packs.
    pub fn ids(&self) -> BTreeSet<&str> {
        self.packs.iter().map(|p| p.version.pack.as_str()).collect()
    }

    /// The version of a pack in force at an instant.
    pub fn in_force<'l>(&'l self, id: &'l str, at: Timestamp) -> Option<&'l Pack> {
        self.versions(id).find(|p| p.version.in_force(at))
    }

    /// The pack of a content hash.
    pub fn by_hash(&self, hash: &str) -> Option<&Pack> {
        self.packs.iter().find(|p| p.version.hash == hash)
    }

    /// The rules of these packs and of those that they build on, in all versions; the packs that
    /// are built on come first.
    pub fn protocol(&self, ids: &[&str]) -> Result<Protocol, ProtocolError> {
        let mut order: Vec<String> = Vec::new();
        for id in ids {
            self.resolve(id, &mut order)?;
        }
        let mut protocol = Protocol::default();
        for pack in order.iter().flat_map(|id| self.versions(id)) {
            protocol.packs.push(Arc::clone(&pack.version));
            protocol.duties.extend(pack.duties.iter().cloned());
            protocol.numbers.extend(pack.numbers.iter().cloned());
            protocol.safeguards.extend(pack.safeguards.iter().cloned());
            protocol.alerts.extend(pack.alerts.iter().cloned());
            protocol.questions.extend(pack.questions.iter().cloned());
        }
        Ok(protocol)
    }

    /// There is no circle: those that have one did not load.
    fn resolve(&self, id: &str, order: &mut Vec<String>) -> Result<(), ProtocolError> {
        if order.iter().any(|o| o == id) {
            return Ok(());
        }
        let mut found = false;
        for pack in self.versions(id) {
            found = true;
            for base in &pack.extends {
                self.resolve(base, order)?;
            }
        }
        if !found {
            return Err(ProtocolError::NoSuchPack(
                id.to_owned(),
                suggest::remedy(id, self.ids()),
            ));
        }
        if !order.iter().any(|o| o == id) {
            order.push(id.to_owned());
        }
        Ok(())
    }
}

/// Plays the stories of a pack; gives what comes out otherwise than they say.
pub fn played(library: &Library, pack: &Pack) -> Vec<PackError> {
    let mut wrong = Vec::new();
    for PackStory { path, story, .. } in &pack.stories {
        let mut report = |what: String| wrong.push(of_file(path, what, "Change the rule, or the story."));
        let packs: Vec<&str> = story.packs.iter().map(String::as_str).collect();
        let protocol = match library.protocol(&packs) {
            Ok(protocol) => protocol,
            Err(error) => {
                report(error.to_string());
                continue;
            }
        };
        match play(story, &protocol) {
            Ok(played) => {
                for seen in &played.seen {
                    for difference in &seen.differences {
                        report(format!("at {}: {difference}", seen.at));
                    }
                }
            }
            Err(unplayable) => report(format!("the story cannot be played: {unplayable}")),
        }
    }
    wrong
}

/// Checks one pack folder, among its neighbours, or every pack of a folder: its rules, whether
/// stories show each of them, and whether these come out as they say. Gives every mistake.
pub fn check(dir: &Path) -> Vec<PackError> {
    let one = dir.join("pack.toml").is_file();
    let parent = match dir.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => dir.join(".."),
    };
    let library = Library::load(if one { &parent } else { dir });
    let only = one.then(|| {
        let real = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
        real.file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default()
    });
    let mut errors = library.errors.clone();
    errors.extend(library.packs.iter().flat_map(coverage::gaps));
    errors.extend(library.packs.iter().flat_map(|pack| played(&library, pack)));
    errors.retain(|e| only.as_ref().is_none_or(|folder| folder_of(e) == folder));
    errors.sort();
    errors
}

/// The files of a pack's folder, with those in its folders.
fn files_of(dir: &Path, errors: &mut Vec<PackError>) -> Files {
    let mut files = Files::new();
    let mut size = 0;
    let mut collect = |dir: &Path, prefix: &str| {
        let entries = match std::fs::read_dir(dir) {
            Ok(entries) => entries,
            Err(error) => return vec![unreadable(dir, &error)],
        };
        let mut wrong = Vec::new();
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = entry.path();
            if path.is_dir() && !name.starts_with('.') && !(prefix.is_empty() && FOLDERS.contains(&name.as_str())) {
                // A folder with a wrong name is named as such, and not silently left out.
                files.insert(format!("{prefix}{name}/"), Vec::new());
            }
            if name.starts_with('.') || !path.is_file() {
                continue;
            }
            // Nothing is read beyond the limit: the check of the size then refuses the pack.
            size += entry
                .metadata()
                .map_or(0, |m| usize::try_from(m.len()).unwrap_or(usize::MAX / 2));
            if size > 2 * crate::pack::LARGEST {
                files.insert(format!("{prefix}{name}"), vec![b' '; crate::pack::LARGEST + 1]);
                break;
            }
            match std::fs::read(&path) {
                Ok(bytes) => {
                    files.insert(format!("{prefix}{name}"), bytes);
                }
                Err(error) => wrong.push(unreadable(&path, &error)),
            }
        }
        wrong
    };
    errors.extend(collect(dir, ""));
    for folder in FOLDERS {
        let below = dir.join(folder);
        if below.is_dir() {
            errors.extend(collect(&below, &format!("{folder}/")));
        }
    }
    files
}

/// Reads one pack's folder by itself, without its neighbours.
pub fn load(dir: &Path) -> Result<Pack, Vec<PackError>> {
    let mut errors = Vec::new();
    let files = files_of(dir, &mut errors);
    if !errors.is_empty() {
        return Err(errors);
    }
    let name = dir.file_name().map(|n| n.to_string_lossy().into_owned());
    Pack::read(&name.unwrap_or_default(), &files)
}

fn unreadable(path: &Path, error: &std::io::Error) -> PackError {
    let parts: Vec<_> = path.iter().rev().take(2).collect();
    let shown: Vec<String> = parts.iter().rev().map(|p| p.to_string_lossy().into_owned()).collect();
    of_file(
        shown.join("/"),
        format!("it cannot be read ({error})"),
        "Look at its name and who may read it.",
    )
}

fn folder_of(error: &PackError) -> &str {
    error.file.split('/').next().unwrap_or_default()
}

fn in_manifest(pack: &Pack, what: impl Into<String>, remedy: impl Into<String>) -> PackError {
    of_file(format!("{}/pack.toml", pack.folder), what, remedy)
}

/// Versions of one pack follow each other without gap or overlap. The later one does not load.
fn versions(packs: &[Pack]) -> Vec<PackError> {
    let mut wrong = Vec::new();
    for pair in packs.windows(2) {
        let [earlier, later] = pair else { continue };
        if earlier.version.pack != later.version.pack {
            continue;
        }
        let (id, before) = (&later.version.pack, &earlier.folder);
        if earlier.version.version == later.version.version {
            wrong.push(in_manifest(
                later,
                format!(
                    "version \"{}\" of `{id}` stands already in {before}/",
                    later.version.version
                ),
                "Number each version anew.",
            ));
        } else if earlier.version.until == later.version.from && later.version.from.is_some() {
            continue;
        } else if earlier
            .version
            .until
            .is_none_or(|until| later.version.from.is_none_or(|from| from < until))
        {
            wrong.push(in_manifest(
                later,
                format!("this version of `{id}` and that in {before}/ are in force at the same time"),
                "Let `valid_until` of the earlier one be `valid_from` of the later one.",
            ));
        } else {
            wrong.push(in_manifest(
                later,
                format!("between the version of `{id}` in {before}/ and this one, none is in force"),
                "Let `valid_until` of the earlier one be `valid_from` of the later one.",
            ));
        }
    }
    wrong
}

/// Packs that build on themselves, over however many others.
fn circles(packs: &[Pack]) -> Vec<PackError> {
    let bases = |id: &str| -> BTreeSet<&str> {
        packs
            .iter()
            .filter(|p| p.version.pack == id)
            .flat_map(|p| p.extends.iter().map(String::as_str))
            .collect()
    };
    let mut wrong = Vec::new();
    for pack in packs {
        let id = pack.version.pack.as_str();
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut open: Vec<&str> = pack.extends.iter().map(String::as_str).collect();
        while let Some(next) = open.pop() {
            if reached.insert(next) {
                open.extend(bases(next));
            }
        }
        if reached.contains(id) {
            wrong.push(in_manifest(
                pack,
                format!("`extends` goes in a circle: `{id}` builds on itself"),
                "Take one of the packs out of `extends`.",
            ));
        }
    }
    wrong
}

/// Names of other packs and of their rules: `extends`, `answers`, `duty`.
fn names(packs: &[Pack]) -> Vec<PackError> {
    let mut wrong = Vec::new();
    for pack in packs {
        let before = wrong.len();
        for base in &pack.extends {
            if !packs.iter().any(|p| p.version.pack == *base) {
                let others: BTreeSet<&str> = packs.iter().map(|p| p.version.pack.as_str()).collect();
                wrong.push(in_manifest(
                    pack,
                    format!("it builds on `{base}`, which is not there or did not load"),
                    suggest::remedy(base, others.into_iter().filter(|o| *o != pack.version.pack)),
                ));
            }
        }
        if wrong.len() > before {
            continue;
        }
        for (_, rule) in pack.rules() {
            let Some(name) = &rule.answers else { continue };
            let mut found = built_on(packs, pack, name).into_iter();
            if !found.any(|(p, id)| p.rules().any(|(_, r)| r.id == id)) {
                wrong.push(at_rule(
                    rule,
                    format!("`answers`: there is no rule `{name}` in the packs that this one builds on"),
                    elsewhere(packs, name, |p| p.rules().map(|(_, r)| r.name()).collect()),
                ));
            }
        }
        wrong.extend(numbers(packs, pack));
    }
    wrong
}

/// The numbers that a pack sets for duties of others.
fn numbers(packs: &[Pack], pack: &Pack) -> Vec<PackError> {
    let mut wrong = Vec::new();
    let mut set: BTreeSet<&str> = BTreeSet::new();
    for (name, number) in &pack.numbers {
        if !set.insert(name) {
            wrong.push(at_rule(
                &number.rule,
                format!("the pack sets a number for `{name}` twice"),
                "Keep one of them.",
            ));
        }
        let found = built_on(packs, pack, name).into_iter();
        let duties: Vec<&Duty> = found
            .flat_map(|(p, id)| p.duties.iter().filter(move |d| d.rule.id == id))
            .collect();
        if duties.is_empty() {
            wrong.push(at_rule(
                &number.rule,
                format!("there is no duty `{name}` in the packs that this one builds on"),
                elsewhere(packs, name, |p| p.duties.iter().map(|d| d.rule.name()).collect()),
            ));
        }
        let lengthens = |due: &Due| match due {
            Due::Promptly(_) | Due::OnDate(..) => false,
            Due::SameDay => true,
            Due::Within(p) => p.unit == number.within.unit && p.count < number.within.count,
        };
        if duties.iter().any(|d| lengthens(&d.due)) {
            wrong.push(at_rule(
                &number.rule,
                format!("`{name}` already has a shorter time; a number cannot lengthen it"),
                "Set a shorter period, or take the number out.",
            ));
        }
    }
    wrong
}

/// The remedy for the name of a rule that was not found.
fn elsewhere(packs: &[Pack], name: &str, rules: fn(&Pack) -> Vec<String>) -> String {
    let known: BTreeSet<String> = packs.iter().flat_map(rules).collect();
    match name.split_once('/') {
        Some((base, _)) if known.contains(name) => format!("Add `{base}` to `extends`."),
        _ => suggest::remedy(name, known.iter().map(String::as_str)),
    }
}

/// The versions of the pack in which a rule called `pack/id` may stand, with its id.
fn built_on<'p, 'n>(packs: &'p [Pack], from: &Pack, name: &'n str) -> Vec<(&'p Pack, &'n str)> {
    let Some((base, id)) = name.split_once('/') else {
        return Vec::new();
    };
    if base != from.version.pack && !reaches(packs, from, base) {
        return Vec::new();
    }
    packs
        .iter()
        .filter(|p| p.version.pack == base)
        .map(|p| (p, id))
        .collect()
}

/// Whether a pack builds on another, over however many.
fn reaches(packs: &[Pack], from: &Pack, base: &str) -> bool {
    let mut open: Vec<&str> = from.extends.iter().map(String::as_str).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    while let Some(next) = open.pop() {
        if next == base {
            return true;
        }
        if seen.insert(next) {
            let bases = packs.iter().filter(|p| p.version.pack == next);
            open.extend(bases.flat_map(|p| p.extends.iter().map(String::as_str)));
        }
    }
    false
}

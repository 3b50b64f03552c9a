//! Somebody takes the folder of the data or the files of the database's server, or reads a log: no word about a child stands
//! there in clear, no name of anybody in the demonstration, no word of a name, and nothing by which a name is found.
//!
//! The demonstration is told twice, each time to a store with keys of its own, used, backed up, moved to PostgreSQL and used
//! there. A text of [`SURE`] bytes or more may stand nowhere. A shorter one comes by chance among so many sealed bytes (in ten
//! million, one of four bytes in four hundred is there), but not the same in both: what stands in clear stands in both.
//!
//! Not searched for: words of fewer than four letters (unless they have six bytes), since each stands in any file; what the
//! folder of an empty store holds as well, in clear as all rules are, since that tells of no child; and in logs and files of the
//! database's server what an empty store leaves there (the program's own lines; countries and languages in the catalogue of the
//! server). No name or pseudonym of a child is excused so, in any form, but for what the test names. No line of a log is excused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod common;
#[path = "../../store/tests/store/server.rs"]
mod server;

use common::{Client, Server, run};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

/// Texts of so many bytes do not come by chance.
const SURE: usize = 7;

/// Beginnings of needles by which they are kept, in bytes.
const FIRST: usize = 4;

/// What is put into clear on purpose, to see that it is found: a long text, the key of a name, a short word.
const PLANTED: [&str; 3] = ["Corncrake", "wcorncrake", "Knot"];

/// Fields that hold nothing but names of people and places; each word of them is a name.
const NAMES: &[&str] = &[
    "names",
    "name",
    "pseudonym",
    "guardian",
    "provider",
    "caseworker",
    "who",
    "members",
    "lawyer",
];

/// What was typed into the stories and the demonstration.
#[derive(Default)]
struct Typed {
    /// Names, pseudonyms, sentences, words of children, and their parts.
    texts: BTreeSet<String>,
    /// Names, of which each word and what an index would keep is looked for as well.
    names: BTreeSet<String>,
}

impl Typed {
    fn text(&mut self, text: &str) {
        // Somebody who searches looks for parts as well.
        for part in text.split(['.', ',', ';', '\n']).chain([text]) {
            let part = part.trim();
            if part.starts_with(char::is_alphabetic) {
                self.texts.insert(part.to_owned());
            }
        }
        // A word with a capital letter is a name, unless it only begins a sentence.
        for sentence in text.split(['.', '?', '!', ':', '\n', '"', '“']) {
            let words: Vec<&str> = sentence.split_whitespace().collect();
            let is_name = |word: &str| word.starts_with(char::is_uppercase);
            for (at, word) in words.iter().enumerate().filter(|(_, word)| is_name(word)) {
                if at > 0 || words.get(1).is_some_and(|next| is_name(next)) {
                    self.names.insert((*word).to_owned());
                }
            }
        }
    }

    fn name(&mut self, name: &str) {
        // The mark of invented people is no name.
        let name = name.replace("(training)", "").replace("(training data)", "");
        self.names.extend(name.lines().map(|name| name.trim().to_owned()));
    }

    fn read(&mut self, key: &str, value: &toml::Value) {
        match value {
            toml::Value::String(name) if NAMES.contains(&key) => self.name(name),
            // Codes are not personal.
            toml::Value::String(text) if text.chars().any(char::is_uppercase) || text.contains(' ') => self.text(text),
            toml::Value::Array(list) => list.iter().for_each(|value| self.read(key, value)),
            toml::Value::Table(table) => table.iter().for_each(|(key, value)| self.read(key, value)),
            _ => {}
        }
    }

    /// The texts in a piece of the program.
    fn program(&mut self, source: &str, from: &str, until: &str) {
        let piece = source.split_once(from).unwrap().1.split_once(until).unwrap().0;
        for text in piece.split('"').skip(1).step_by(2) {
            let text = text.replace("\\n", "\n");
            if text.contains(' ') || text.chars().any(|c| c.is_uppercase() || !c.is_ascii()) {
                self.text(&text.replace(" [training data]", ""));
                self.name(&text);
            }
        }
    }

    /// All of it: every story of every pack, the demonstration's own people in five scripts, its accounts, and its book.
    fn all() -> Self {
        let mut typed = Self::default();
        let packs = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")).unwrap();
        for file in packs.flat_map(|pack| fs::read_dir(pack.unwrap().path().join("scenarios")).unwrap()) {
            let story: toml::Table = fs::read_to_string(file.unwrap().path()).unwrap().parse().unwrap();
            for step in story["step"].as_array().unwrap() {
                for part in ["fields", "answers", "urgent"] {
                    if let Some(value) = step.get(part) {
                        typed.read(part, value);
                    }
                }
            }
        }
        let (demo, book) = (include_str!("../src/demo.rs"), include_str!("../src/demo/book.rs"));
        typed.program(demo, "const STORIES", "\n];");
        typed.program(demo, "const ACCOUNTS", "\n];");
        typed.program(book, "const GUARDIANS", "\n];");
        typed.program(book, "const PROVIDERS", "\n];");
        typed.program(book, "const HOSTEL", "\n];");
        typed.program(book, "let inspected", "];");
        for known in [
            "Десислава Калинчева",
            "Smew",
            "M. Sava",
            "Todor Valchev",
            "Klodi Marku",
            "Ilinca Rusu",
        ] {
            assert!(typed.names.contains(known), "{known} was read");
        }
        typed
    }
}

/// The children of the demonstration: their names and pseudonyms.
fn children() -> BTreeSet<String> {
    let mut typed = Typed::default();
    let told = include_str!("../src/demo.rs").split_once("const STORIES").unwrap().1;
    let told = told.split_once("\n];").unwrap().0;
    let lines = told.lines().map(str::trim);
    for line in lines.filter(|line| line.starts_with("names:") || line.starts_with("pseudonym:")) {
        line.split('"').skip(1).step_by(2).for_each(|name| typed.name(name));
    }
    typed.names.iter().flat_map(|name| forms(name)).collect()
}

/// In what forms a name, or a word of it, could stand somewhere: as written, in small letters, in the letters by which names
/// are compared, each word and two that follow each other as one.
fn forms(name: &str) -> BTreeSet<String> {
    let plain = tutela_matching::plain(name);
    let words = name.split(|c: char| !c.is_alphanumeric()).chain(plain.split(' '));
    let mut forms: BTreeSet<String> = words.chain([name, &plain]).map(str::to_owned).collect();
    forms.extend(
        keys(name)
            .iter()
            .filter_map(|key| key.strip_prefix('w'))
            .map(str::to_owned),
    );
    let small: Vec<String> = forms.iter().map(|form| form.to_lowercase()).collect();
    forms.extend(small);
    forms
}

/// What the index would hold of a name, were it not hashed. A key begins with its kind: of four letters it has three of the
/// name, which stand in any file.
fn keys(name: &str) -> BTreeSet<String> {
    let keys = tutela_matching::keys([name]);
    let keys = keys.iter().map(tutela_matching::Key::reveal);
    keys.filter(|key| key.len() > 4).map(str::to_owned).collect()
}

/// One text, in the bytes in which somebody could search for it.
struct Needle {
    bytes: Vec<u8>,
    text: String,
    /// Whether no letter may stand before or after it.
    alone: bool,
}

/// All that is looked for.
struct Needles {
    by_first: HashMap<[u8; FIRST], Vec<Needle>>,
    /// Whether any begins with two bytes, so that most places are passed quickly.
    begins: Vec<bool>,
}

fn pair(bytes: &[u8]) -> usize {
    usize::from(u16::from_be_bytes([bytes[0], bytes[1]]))
}

impl Needles {
    fn of(typed: &Typed) -> Self {
        // A beginning with its kind (b) stands in clear wherever a code comes after an id that ends so: keys are whole.
        let keys = typed.names.iter().flat_map(|name| keys(name)).map(|key| (key, true));
        let mut all: BTreeMap<String, bool> = keys.collect();
        let names = typed.names.iter().flat_map(|name| forms(name));
        let texts = typed.texts.iter().cloned().chain(PLANTED.map(str::to_owned));
        all.extend(names.chain(texts).map(|text| (text, false)));
        let enough = |text: &String| text.chars().count() >= 4 || text.len() >= 6;
        let mut needles = Self {
            by_first: HashMap::new(),
            begins: vec![false; 1 << 16],
        };
        for (text, key) in all.into_iter().filter(|(text, _)| enough(text)) {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            // As in an address.
            let address: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
            let mut ways = BTreeSet::from([text.as_bytes().to_vec(), address.into_bytes()]);
            ways.extend([little, big]);
            for bytes in ways {
                needles.begins[pair(&bytes)] = true;
                let first: [u8; FIRST] = bytes[..FIRST].try_into().unwrap();
                let alone = key || bytes.len() < SURE;
                let text = text.clone();
                needles
                    .by_first
                    .entry(first)
                    .or_default()
                    .push(Needle { bytes, text, alone });
            }
        }
        needles
    }

    /// What of it stands in some bytes. Short texts and keys must be whole words: no letter before or after.
    fn found_in(&self, bytes: &[u8]) -> BTreeSet<&str> {
        let letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
        let mut found = BTreeSet::new();
        for (at, first) in bytes.windows(FIRST).enumerate() {
            if !self.begins[pair(first)] {
                continue;
            }
            for needle in self.by_first.get(first).into_iter().flatten() {
                let alone = || !letter(at.checked_sub(1)) && !letter(Some(at + needle.bytes.len()));
                if bytes[at..].starts_with(&needle.bytes) && (!needle.alone || alone()) {
                    found.insert(needle.text.as_str());
                }
            }
        }
        found
    }
}

/// Kinds of places: what programs print, the folder of the data with what is made from it, the files of a database's server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Log,
    Folder,
    Cluster,
}

/// Where each text was found.
#[derive(Default)]
struct Found(BTreeMap<(Kind, String), BTreeSet<PathBuf>>);

impl Found {
    fn search(&mut self, needles: &Needles, kind: Kind, place: &Path, bytes: &[u8]) {
        for text in needles.found_in(bytes) {
            let places = self.0.entry((kind, text.to_owned())).or_default();
            places.insert(place.to_owned());
        }
    }

    /// Searches all that was printed and logged, whatever the kind of line.
    fn log(&mut self, needles: &Needles, place: &str, log: &str) {
        self.search(needles, Kind::Log, Path::new(place), log.as_bytes());
    }

    /// Searches every file of a folder and of the folders in it.
    fn folder(&mut self, needles: &Needles, kind: Kind, folder: &Path) {
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                self.folder(needles, kind, &path);
            } else if path.is_file() {
                match fs::read(&path) {
                    Ok(bytes) => self.search(needles, kind, &path, &bytes),
                    // A running database deletes files.
                    Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "{}", path.display()),
                }
            }
        }
    }

    fn places(&self, text: &str) -> String {
        let here = self.0.iter().filter(|((_, found), _)| found == text);
        here.map(|(_, places)| format!("{places:?}")).collect()
    }
}

fn done(arguments: &[&str]) -> String {
    let made = run(arguments);
    let said = [made.stdout, made.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(made.status.success(), "{said}");
    said
}

/// Drafts, wrong forms, searches, wrong names at the door, and whatever else is typed.
fn work(client: &mut Client) {
    let list = client.get("/cases").unwrap().body;
    let cases: Vec<&str> = list
        .split("href=\"/cases/")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert!(cases.len() > 5);
    for (number, case) in cases.iter().enumerate() {
        let form = format!("/cases/{case}/record/note");
        let text = format!("Draft number {number} about Zuzanna Wiśniewska-Brzęk");
        let page = client.get(&form).unwrap().body;
        let kept = client.send(&form, &page, &[("text", &text), ("do", "draft")]).unwrap();
        assert_eq!(kept.status, 303);
        let wrong = client
            .send(&form, &page, &[("text", "Wrong \0 Zuzanna"), ("do", "go")])
            .unwrap();
        assert_eq!(wrong.status, 422);
        client.get(&format!("/cases/{case}")).unwrap();
        client.get(&format!("/cases/{case}/record/note?name=Zuzanna")).unwrap();
    }
    let page = client.get("/search").unwrap().body;
    for name in ["Десислава Калинчева", "Zuzanna Wiśniewska", "حمید", "Lark"] {
        assert_eq!(client.send("/search", &page, &[("typed", name)]).unwrap().status, 200);
    }
}

fn wrong_at_the_door(server: &Server) {
    let mut client = server.client();
    let page = client.get("/sign-in").unwrap().body;
    let typed = [("account", "Zuzanna"), ("passphrase", "Zuzanna's secret")];
    assert_eq!(client.send("/sign-in", &page, &typed).unwrap().status, 401);
}

/// Tells the demonstration to a new store, works with it here and on PostgreSQL, and searches all that is left behind. Gives
/// what an empty store holds as well, and what was found.
fn stolen(needles: &Needles) -> (Found, Found) {
    let cluster = server::Server::start(&[]);
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let log_of = |server: &Server| server.said.lock().unwrap().clone();

    let mut empty = Found::default();
    let here = Server::start("serve", &folder.path().join("empty"));
    let url = cluster.database();
    let there = Server::start_with("serve", &folder.path().join("empty-key"), &["--database", &url]);
    for server in [here, there] {
        wrong_at_the_door(&server);
        empty.log(needles, "log", &log_of(&server));
    }
    empty.folder(needles, Kind::Folder, folder.path());
    let url = cluster.database();
    empty.log(needles, "log", &done(&["move", "--from", &path("empty"), "--to", &url]));
    empty.folder(needles, Kind::Cluster, cluster.files());

    let mut found = Found::default();
    let (demo, key, backup) = (path("demo"), path("demo/training.key"), path("backup"));
    let server = Server::start("demo", Path::new(&demo));
    work(&mut Client::demo(&server, "caseworker"));
    wrong_at_the_door(&server);
    let said = [
        done(&["backup", "--data", &demo, "--to", &backup]),
        done(&[
            "checkpoint",
            "--data",
            &demo,
            "--key-file",
            &key,
            "--to",
            &path("checkpoint"),
        ]),
    ];
    let log = log_of(&server);
    assert!(log.contains("request"));
    found.log(needles, "log", &(log + &said.concat()));
    // The database with its log, the key, the backup, a checkpoint, and whatever was written for a while: the server of
    // the tests does that beside the data.
    assert!(Path::new(&demo).join("tutela.db-wal").exists());
    found.folder(needles, Kind::Folder, folder.path());
    drop(server);

    let url = cluster.database();
    let moved = done(&["move", "--from", &demo, "--to", &url]);
    let server = Server::start_with("serve", Path::new(&demo), &["--database", &url, "--key-file", &key]);
    let mut client = server.client();
    let page = client.get("/sign-in").unwrap().body;
    let typed = [("account", "caseworker"), ("passphrase", "only for training")];
    assert_eq!(client.send("/sign-in", &page, &typed).unwrap().status, 303);
    work(&mut client);
    wrong_at_the_door(&server);
    found.log(needles, "log on PostgreSQL", &(moved + &log_of(&server)));

    // That the search can find something: a word in a log, in a file like the database, in a table of the server.
    let [long, of_index, short] = PLANTED;
    assert!(found.places(long).is_empty() && found.places(of_index).is_empty());
    let line = format!("ERROR request: thread 'main' panicked at {short}: {long}");
    found.log(needles, "planted log", &line);
    let mut bytes = fs::read(Path::new(&demo).join("tutela.db")).unwrap();
    let middle = bytes.len() / 2;
    bytes.splice(middle..middle, format!("\0{short}\0{of_index}\0").bytes());
    found.search(needles, Kind::Folder, Path::new("planted file"), &bytes);
    let mut raw = postgres::Client::connect(&url, postgres::NoTls).unwrap();
    let planted =
        format!("CREATE TABLE planted AS SELECT '{long}' AS a, '{of_index}' AS b, '{short}' AS c; CHECKPOINT");
    raw.batch_execute(&planted).unwrap();
    // All that the server keeps: tables, the log of what is written, what it writes for a while, its own log.
    found.folder(needles, Kind::Cluster, cluster.files());
    for (text, place) in [
        (long, "planted log"),
        (short, "planted log"),
        (of_index, "planted file"),
        (short, "planted file"),
        (long, "/data/base/"),
        (of_index, "/data/base/"),
        (short, "/data/base/"),
        (long, "/data/pg_wal/"),
    ] {
        assert!(
            found.places(text).contains(place),
            "{text} was planted: {}",
            found.places(text)
        );
    }
    (empty, found)
}

#[test]
fn neither_the_data_nor_the_log_holds_a_word_about_a_child() {
    let mut typed = Typed::all();
    assert!(
        typed.texts.len() > 1_000 && typed.names.len() > 300,
        "the stories were read"
    );
    typed
        .names
        .extend(["Zuzanna Wiśniewska-Brzęk", "Zuzanna"].map(str::to_owned));
    let needles = Needles::of(&typed);
    let (one, other) = std::thread::scope(|scope| {
        let one = scope.spawn(|| stolen(&needles));
        let other = stolen(&needles);
        (one.join().unwrap(), other)
    });
    let empty = [one.0, other.0];
    let is_excused = |(kind, text): &(Kind, String)| {
        let in_empty = |kind| empty.iter().any(|found| found.0.contains_key(&(kind, text.clone())));
        in_empty(Kind::Folder) || in_empty(*kind)
    };
    let in_clear: Vec<String> = [(&one.1, &other.1), (&other.1, &one.1)]
        .into_iter()
        .flat_map(|(found, other)| {
            let here = found
                .0
                .iter()
                .filter(|(what, _)| !is_excused(what) && !PLANTED.contains(&what.1.as_str()));
            let here = here.filter(|(what, _)| what.1.len() >= SURE || other.0.contains_key(what));
            here.map(|((_, text), places)| format!("{text}: {places:?}"))
        })
        .collect();
    assert!(in_clear.is_empty(), "stand in clear: {in_clear:#?}");
    let children = children();
    let of_children: BTreeSet<_> = empty.iter().flat_map(|found| found.0.keys()).collect();
    let of_children: Vec<_> = of_children
        .into_iter()
        .filter(|(_, text)| children.contains(text))
        .collect();
    // PostgreSQL abbreviates transactions so in its catalogue; Trần and Tran are searched for, and tran everywhere else.
    assert_eq!(of_children, [&(Kind::Cluster, "tran".to_owned())]);
}

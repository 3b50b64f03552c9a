//! Somebody takes the folder of the data, or reads the log: no word about a child stands there in clear.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod common;

use common::{Client, Server, run};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Every text of the stories that people typed: names, places, words of children. Codes are not personal.
fn typed(value: &toml::Value, all: &mut Vec<String>) {
    match value {
        toml::Value::String(text) if text.chars().any(char::is_uppercase) || text.contains(' ') => {
            all.push(text.clone());
            // Somebody who searches looks for parts as well.
            all.extend(text.split(['.', ',', ';']).map(|part| part.trim().to_owned()));
        }
        toml::Value::Array(list) => list.iter().for_each(|v| typed(v, all)),
        toml::Value::Table(table) => table.values().for_each(|v| typed(v, all)),
        _ => {}
    }
}

fn personal() -> Vec<String> {
    let packs: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs"))
        .unwrap()
        .map(|pack| pack.unwrap().path())
        .collect();
    let mut all = Vec::new();
    for file in packs
        .iter()
        .flat_map(|pack| fs::read_dir(pack.join("scenarios")).unwrap())
    {
        let story: toml::Table = fs::read_to_string(file.unwrap().path()).unwrap().parse().unwrap();
        for step in story["step"].as_array().unwrap() {
            for part in ["fields", "answers", "urgent"] {
                if let Some(value) = step.get(part) {
                    typed(value, &mut all);
                }
            }
        }
    }
    all.extend(of_the_demo());
    // Rules and instruments are kept in clear and are no secret: what stands in them proves nothing.
    let texts = [
        "pack.toml",
        "duties.toml",
        "safeguards.toml",
        "alerts.toml",
        "questions.toml",
        "words/en.ftl",
    ];
    let rules: String = packs
        .iter()
        .flat_map(|pack| texts.map(|text| fs::read_to_string(pack.join(text)).unwrap_or_default()))
        .collect();
    let name_or_sentence = |t: &String| t.chars().count() >= 5 && t.starts_with(char::is_alphabetic);
    all.retain(|text| name_or_sentence(text) && !rules.contains(text.as_str()));
    all.sort();
    all.dedup();
    all
}

/// The names, pseudonyms and words that the demonstration puts in the place of the stories' own, in five scripts.
fn of_the_demo() -> Vec<String> {
    let source = include_str!("../src/demo.rs");
    let told = source
        .split("const STORIES")
        .nth(1)
        .unwrap()
        .split("\n];")
        .next()
        .unwrap();
    let texts = told.split('"').skip(1).step_by(2);
    let texts: Vec<String> = texts
        .filter(|text| text.contains(' ') || text.chars().any(|c| c.is_uppercase() || !c.is_ascii()))
        .map(str::to_owned)
        .collect();
    assert!(
        texts.iter().any(|t| t == "Десислава Калинчева"),
        "the demo's names were read"
    );
    texts
}

/// The secrets in the bytes that a thief would search for, by their first five.
fn needles(secrets: &[String]) -> HashMap<[u8; 5], Vec<(Vec<u8>, &str)>> {
    let mut needles: HashMap<_, Vec<_>> = HashMap::new();
    for secret in secrets {
        let little: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = secret.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [secret.as_bytes().to_vec(), little, big] {
            let first: [u8; 5] = bytes[..5].try_into().unwrap();
            needles.entry(first).or_default().push((bytes, secret.as_str()));
        }
    }
    needles
}

fn found<'s>(bytes: &[u8], needles: &HashMap<[u8; 5], Vec<(Vec<u8>, &'s str)>>) -> Option<&'s str> {
    (0..bytes.len().saturating_sub(4)).find_map(|at| {
        let first: [u8; 5] = bytes[at..at + 5].try_into().unwrap();
        let here = needles
            .get(&first)?
            .iter()
            .find(|(needle, _)| bytes[at..].starts_with(needle))?;
        Some(here.1)
    })
}

#[test]
fn neither_the_data_nor_the_log_holds_a_word_about_a_child() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start("demo", folder.path());
    let mut client = Client::demo(&server, "caseworker");
    let list = client.get("/cases").unwrap().body;
    let cases: Vec<&str> = list
        .split("href=\"/cases/")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let mut secrets = personal();
    assert!(secrets.len() > 100, "the stories were read");

    // Drafts, wrong forms, wrong names at the door, and whatever else is typed.
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
    for name in ["Десислава Калинчева", "Zuzanna Wiśniewska", "حمید"] {
        assert_eq!(client.send("/search", &page, &[("typed", name)]).unwrap().status, 200);
    }
    let backup = tempfile::tempdir().unwrap();
    let to = backup.path().join("backup");
    let made = run(&[
        "backup",
        "--data",
        folder.path().to_str().unwrap(),
        "--to",
        to.to_str().unwrap(),
    ]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let checkpoint = backup.path().join("checkpoint.txt");
    let key = folder.path().join("training.key");
    let made = run(&[
        "checkpoint",
        "--data",
        folder.path().to_str().unwrap(),
        "--key-file",
        key.to_str().unwrap(),
        "--to",
        checkpoint.to_str().unwrap(),
    ]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let page = client.get("/sign-in").unwrap().body;
    let at_the_door = [("account", "Zuzanna"), ("passphrase", "Zuzanna's secret")];
    assert_eq!(client.send("/sign-in", &page, &at_the_door).unwrap().status, 401);
    secrets.extend(["Zuzanna", "Wiśniewska", "M. Sava"].map(str::to_owned));

    let log = server.said.lock().unwrap().clone();
    assert!(log.contains("request"));
    // Who may sign in is printed; the log itself names nobody.
    let log: String = log
        .lines()
        .filter(|line| line.contains("INFO") || line.contains("WARN"))
        .collect();
    for secret in &secrets {
        assert!(!log.contains(secret.as_str()), "the log holds {secret}");
    }

    // The database with its log, the key, the backup, a checkpoint, and whatever was written for a while: the server of
    // the tests does that beside the data.
    let files: Vec<_> = [folder.path(), backup.path()]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|f| f.unwrap().path())
        .collect();
    assert!(files.iter().any(|f| f.ends_with("tutela.db-wal")), "{files:?}");
    assert!(files.contains(&to) && files.contains(&checkpoint));
    let needles = needles(&secrets);
    assert!(found("… Zuzanna …".as_bytes(), &needles).is_some());
    for file in files {
        let bytes = fs::read(&file).unwrap();
        assert_eq!(found(&bytes, &needles), None, "{}", file.display());
    }
}

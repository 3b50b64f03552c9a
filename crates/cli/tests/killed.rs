//! The power fails while people write: what was acknowledged is there, nothing is torn, and the rows of lists are what the
//! entries say.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod common;
#[path = "../../store/tests/store/server.rs"]
mod server;

use common::{Client, Server, at_work, run};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// An acknowledged note: where its receipt is, and its text.
type Acknowledged = Arc<Mutex<Vec<(String, String)>>>;

const PEOPLE: usize = 4;

/// Several people write notes to several cases, until the server dies under them.
fn writers(
    client: &Client,
    homes: &[String],
    round: usize,
    acknowledged: &Acknowledged,
) -> Vec<std::thread::JoinHandle<()>> {
    (0..PEOPLE)
        .map(|person| {
            let (mut client, acknowledged) = (client.clone(), acknowledged.clone());
            let home = homes[person % homes.len()].clone();
            std::thread::spawn(move || {
                let form = format!("{home}/record/note");
                for number in 0.. {
                    let text = format!("Note {number} of person {person} in round {round}");
                    let Ok(page) = client.get(&form) else { return };
                    if page.status != 200 {
                        return;
                    }
                    let Ok(answer) = client.send(&form, &page.body, &[("text", &text), ("do", "go")]) else {
                        return;
                    };
                    assert_eq!(answer.status, 303, "{}", answer.body);
                    acknowledged.lock().unwrap().push((answer.location, text));
                }
            })
        })
        .collect()
}

/// Everything that was acknowledged since `from` is there, word for word.
fn all_there(client: &mut Client, acknowledged: &Acknowledged, from: usize) {
    for (receipt, text) in acknowledged.lock().unwrap().iter().skip(from) {
        let entry = receipt.replace("/recorded/", "/entries/");
        let page = client.get(&entry).unwrap();
        assert_eq!(page.status, 200, "{text}");
        assert!(page.body.contains(text), "{text} is not at {entry}");
    }
}

/// Where the data lie.
#[derive(Clone, Copy)]
struct There<'t> {
    /// Their folder, or that of the key only.
    data: &'t Path,
    /// The address of their database.
    url: Option<&'t str>,
}

impl There<'_> {
    fn start(self) -> Server {
        match self.url {
            None => Server::start("demo", self.data),
            Some(url) => Server::start_with("serve", self.data, &["--database", url]),
        }
    }

    /// Somebody who is signed in, and the cases to which notes are written.
    fn first_day(self, server: &Server) -> (Client, Vec<String>) {
        if self.url.is_some() {
            let (client, home) = at_work(server);
            return (client, vec![home]);
        }
        let mut client = Client::demo(server, "caseworker");
        let list = client.get("/cases").unwrap().body;
        let homes = list.split("href=\"/cases/").skip(1).take(2);
        let homes = homes.map(|rest| format!("/cases/{}", rest.split('"').next().unwrap()));
        (client, homes.collect())
    }

    fn is_whole(self) {
        let data = self.data.to_str().unwrap();
        let place: Vec<&str> = match self.url {
            None => vec!["--data", data],
            Some(url) => vec!["--database", url],
        };
        let verified = run(&[&["verify"], &place[..]].concat());
        let said = String::from_utf8_lossy(&verified.stdout);
        assert!(verified.status.success() && said.contains("all whole"), "{said}");
        let key = match self.url {
            None => "training.key",
            Some(_) => "instance.key",
        };
        let key = format!("{data}/{key}");
        let mut rebuild = vec!["rebuild", "--data", data, "--key-file", &key, "--dry-run"];
        if let Some(url) = self.url {
            rebuild.extend(["--database", url]);
        }
        let rebuilt = run(&rebuild);
        let said = String::from_utf8_lossy(&rebuilt.stdout);
        assert!(rebuilt.status.success(), "{said}");
    }
}

/// Kills the server again and again, at any moment of its writing, for as long as is asked.
fn killed_again_and_again(there: There<'_>, least_rounds: usize, time: Duration) {
    let started = Instant::now();
    let acknowledged = Acknowledged::default();
    let mut server = there.start();
    let (mut client, homes) = there.first_day(&server);
    let rounds = AtomicUsize::new(0);
    while rounds.load(Ordering::Relaxed) < least_rounds || started.elapsed() < time {
        let round = rounds.fetch_add(1, Ordering::Relaxed);
        let before = acknowledged.lock().unwrap().len();
        let writers = writers(&client, &homes, round, &acknowledged);
        let wanted = before + 12 + round % 7;
        while acknowledged.lock().unwrap().len() < wanted {
            std::thread::sleep(Duration::from_millis(1));
        }
        // Not always just after an answer.
        std::thread::sleep(Duration::from_micros(round as u64 * 7919 % 20_000));
        server.kill();
        for writer in writers {
            writer.join().unwrap();
        }
        there.is_whole();
        server = there.start();
        client = client.at(&server);
        all_there(&mut client, &acknowledged, before);
    }
    // Also what earlier rounds wrote.
    all_there(&mut client, &acknowledged, 0);
    drop(server);
    there.is_whole();
    let rounds = rounds.into_inner();
    let notes = acknowledged.lock().unwrap().len();
    println!("{rounds} kills, {notes} notes acknowledged, none lost");
}

/// Somebody cuts the file under a running server. It shows nothing false and goes on answering
/// (docs/adr/0015-readers-do-not-map-the-file.md); and with the file as it was, everything that was acknowledged is there.
#[test]
fn a_file_that_is_cut_under_a_server_shows_nothing_false_and_takes_nothing_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    drop(Server::start("demo", data));
    let server = Server::start("demo", data);
    let mut client = Client::demo(&server, "caseworker");
    let list = client.get("/cases").unwrap().body;
    let case = list.split("href=\"/cases/").nth(1).unwrap().split('"').next().unwrap();
    let (home, form) = (format!("/cases/{case}"), format!("/cases/{case}/record/note"));
    let page = client.get(&form).unwrap().body;
    let answer = client
        .send(&form, &page, &[("text", "Kept before"), ("do", "go")])
        .unwrap();
    assert_eq!(answer.status, 303, "{}", answer.body);
    let entry = answer.location.replace("/recorded/", "/entries/");
    // As a power cut would leave them: the file, and the log that belongs to it.
    let image = ["tutela.db", "tutela.db-wal"].map(|name| (name, std::fs::read(data.join(name)).unwrap()));
    let file = std::fs::OpenOptions::new()
        .write(true)
        .open(data.join("tutela.db"))
        .unwrap();
    file.set_len(8192).unwrap();
    drop(file);
    for _ in 0..10 {
        for path in [&home, &entry] {
            let page = client.get(path).unwrap();
            if page.status == 200 {
                assert!(*path == home || page.body.contains("Kept before"), "{}", page.body);
            } else {
                assert_eq!(page.status, 500, "{}", page.body);
            }
        }
    }
    drop(server);
    let _ = std::fs::remove_file(data.join("tutela.db-shm"));
    for (name, bytes) in image {
        std::fs::write(data.join(name), bytes).unwrap();
    }
    There { data, url: None }.is_whole();
    let server = Server::start("demo", data);
    let mut client = Client::demo(&server, "caseworker");
    assert!(client.get(&entry).unwrap().body.contains("Kept before"));
}

#[test]
fn every_acknowledged_note_is_there_after_every_kill() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    killed_again_and_again(There { data, url: None }, 3, Duration::ZERO);
}

#[test]
fn every_acknowledged_note_is_there_after_every_kill_on_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let url = server::Server::shared().database();
    let there = There {
        data: folder.path(),
        url: Some(&url),
    };
    killed_again_and_again(there, 3, Duration::ZERO);
}

/// The same for long: `make soak`, for as many seconds as TUTELA_SOAK_SECONDS says.
#[test]
#[ignore = "takes minutes: make soak"]
fn every_acknowledged_note_is_there_after_hours_of_kills() {
    let seconds = std::env::var("TUTELA_SOAK_SECONDS")
        .ok()
        .and_then(|text| text.parse().ok());
    let folder = tempfile::tempdir().unwrap();
    let there = There {
        data: folder.path(),
        url: None,
    };
    killed_again_and_again(there, 4, Duration::from_secs(seconds.unwrap_or(600)));
}

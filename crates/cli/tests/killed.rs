//! The power fails while people write: what was acknowledged is there.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod common;

use common::{Client, Server, run};
use std::sync::{Arc, Mutex};
use std::time::Duration;

#[test]
fn every_acknowledged_note_is_there_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start("demo", folder.path());
    let mut client = Client::demo(&server, "caseworker");
    let list = client.get("/cases").unwrap().body;
    let case = list.split("href=\"/cases/").nth(1).unwrap().split('"').next().unwrap();
    let home = format!("/cases/{case}");

    // Three people write notes, one after the other, until the server dies.
    let acknowledged = Arc::new(Mutex::new(Vec::new()));
    let writers: Vec<_> = (0..3)
        .map(|person| {
            let (mut client, home, acknowledged) = (client.clone(), home.clone(), acknowledged.clone());
            std::thread::spawn(move || {
                let form = format!("{home}/record/note");
                for number in 0.. {
                    let text = format!("Note {number} of person {person}");
                    let Ok(page) = client.get(&form) else { return };
                    let Ok(answer) = client.send(&form, &page.body, &[("text", &text), ("do", "go")]) else {
                        return;
                    };
                    assert_eq!(answer.status, 303, "{}", answer.body);
                    acknowledged.lock().unwrap().push((answer.location, text));
                }
            })
        })
        .collect();
    while acknowledged.lock().unwrap().len() < 40 {
        std::thread::sleep(Duration::from_millis(5));
    }
    server.kill();
    for writer in writers {
        writer.join().unwrap();
    }

    let server = Server::start("demo", folder.path());
    let mut client = Client::demo(&server, "caseworker");
    let acknowledged = acknowledged.lock().unwrap();
    for (receipt, text) in acknowledged.iter() {
        let entry = receipt.replace("/recorded/", "/entries/");
        let page = client.get(&entry).unwrap();
        assert_eq!(page.status, 200, "{text}");
        assert!(page.body.contains(text), "{text} is not at {entry}");
    }
    drop(server);
    let verified = run(&["verify", "--data", folder.path().to_str().unwrap()]);
    let said = String::from_utf8_lossy(&verified.stdout);
    assert!(verified.status.success() && said.contains("all whole"), "{said}");
}

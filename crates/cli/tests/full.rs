//! The disk is full: whoever writes is told, nothing typed is lost, nothing that was kept is lost, and work goes on as soon
//! as there is room.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod common;

use common::{Client, Server, run};
use std::fs;
use std::process::Command;

#[test]
fn what_was_typed_is_sent_again_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    drop(Server::start("demo", &data));
    // Opened and closed, so that the database's log begins anew and has no room of its own.
    let key = data.join("training.key");
    let (text, key) = (data.to_str().unwrap(), key.to_str().unwrap());
    let rebuilt = run(&["rebuild", "--data", text, "--key-file", key, "--dry-run"]);
    assert!(rebuilt.status.success(), "{rebuilt:?}");
    let server = Server::start("demo", &data);
    let mut client = Client::demo(&server, "caseworker");
    let list = client.get("/cases").unwrap().body;
    let case = list.split("href=\"/cases/").nth(1).unwrap().split('"').next().unwrap();
    let form = format!("/cases/{case}/record/note");

    // Full at any write: each time the next writing finds a little more room than the one before.
    let log = data.join("tutela.db-wal");
    let mut kept = Vec::new();
    for number in 0..12_u64 {
        let page = client.get(&form).unwrap().body;
        let length = fs::metadata(&log).map_or(0, |file| file.len());
        server.limit(Some(length + number * number * 1024));
        let text = format!("Note {number}:\r\n\"what\" she <said>");
        let mut answer = client.send(&form, &page, &[("text", &text), ("do", "go")]).unwrap();
        let was_full = answer.status == 500;
        if was_full {
            assert!(
                answer.body.contains("What you typed is kept in this page"),
                "{}",
                answer.body
            );
            // Still full, and sent again: still kept in the page.
            answer = client.send(&form, &answer.body, &[]).unwrap();
        }
        server.limit(None);
        if answer.status == 500 {
            answer = client.send(&form, &answer.body, &[]).unwrap();
        }
        assert_eq!(answer.status, 303, "{}", answer.body);
        kept.push((answer.location.replace("/recorded/", "/entries/"), text, was_full));
    }
    assert!(kept.iter().any(|(_, _, full)| *full) && kept.iter().any(|(_, _, full)| !full));
    let mut places: Vec<_> = kept.iter().map(|(place, _, _)| place.clone()).collect();
    places.dedup();
    assert_eq!(places.len(), kept.len(), "each was recorded once");
    for (place, text, _) in &kept {
        let page = client.get(place).unwrap().body;
        assert!(
            page.contains(text.split("\r\n").next().unwrap()),
            "{text} is not at {place}"
        );
        assert!(page.contains("&#60;said&#62;"), "{page}");
    }
    assert_eq!(client.get(&format!("/cases/{case}")).unwrap().status, 200);
    drop(server);
    let data = data.to_str().unwrap();
    let verified = run(&["verify", "--data", data]);
    assert!(verified.status.success(), "{verified:?}");
    let key = format!("{data}/training.key");
    assert!(
        run(&["rebuild", "--data", data, "--key-file", &key, "--dry-run"])
            .status
            .success()
    );

    // A backup that does not fit leaves the one before as it was.
    let backup = folder.path().join("b");
    let to = backup.to_str().unwrap();
    assert!(run(&["backup", "--data", data, "--to", to]).status.success());
    let before = fs::read(&backup).unwrap();
    let output = no_longer_than(100, &["backup", "--data", data, "--to", to, "--replace"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert_eq!(fs::read(&backup).unwrap(), before);
    assert!(!folder.path().join("b.unfinished").exists());
    // Nor does a restore leave half a store.
    let new = folder.path().join("new");
    let restore = [
        "restore",
        "--from",
        to,
        "--data",
        new.to_str().unwrap(),
        "--key-file",
        &key,
    ];
    assert_eq!(no_longer_than(100, &restore).status.code(), Some(2));
    assert!(!new.join("tutela.db").exists());
    assert!(run(&restore).status.success());
}

/// Runs a command whose files may hold so many kibibytes.
fn no_longer_than(kibibytes: u64, arguments: &[&str]) -> std::process::Output {
    let script = format!("trap '' XFSZ; exec prlimit --fsize={} \"$0\" \"$@\"", kibibytes * 1024);
    Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_tutela")])
        .args(arguments)
        .env_remove("TUTELA_DATABASE")
        .env_remove("TUTELA_PASSPHRASE")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn a_first_start_on_a_full_disk_says_so_and_is_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let text = data.to_str().unwrap();
    let serve = ["serve", "--data", text, "--listen", "127.0.0.1:1"];
    for kibibytes in [0, 4, 40, 120] {
        let output = no_longer_than(kibibytes, &serve);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(!said.contains("panicked"), "{said}");
        assert!(said.contains("not written") || said.contains("nothing"), "{said}");
    }
}

//! Backup, restoring, checkpoints and keys through the commands, while a server is writing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod common;

use common::{Server, at_work, run, tutela};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!("{}{}", String::from_utf8_lossy(out), String::from_utf8_lossy(err))
}

fn done(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    said(&output)
}

/// Runs a command with a line for its standard input.
fn told(arguments: &[&str], line: &str) -> Output {
    let mut child = tutela(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// What a server printed after a sentence, on its next line.
fn after(said: &str, sentence: &str) -> String {
    let mut lines = said.lines().skip_while(|line| !line.starts_with(sentence)).skip(1);
    lines.next().unwrap().trim().to_owned()
}

fn entries(data: &Path) -> u64 {
    let output = done(&["verify", "--data", data.to_str().unwrap(), "--json"]);
    let report: serde_json::Value = serde_json::from_str(&output).unwrap();
    report["entries"].as_u64().unwrap()
}

#[test]
fn from_a_backup_made_under_load_and_the_recovery_key_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let text = |name: &str| path(name).to_str().unwrap().to_owned();
    let server = Server::start_with("serve", &path("data"), &["--checkpoints", &text("checkpoints")]);
    let first = server.said.lock().unwrap().clone();
    let recovery = after(&first, "This is the recovery key.");
    let checkpoint_key = after(&first, "The checkpoints of these data");
    let (client, home) = at_work(&server);

    // Somebody writes without a pause.
    let (stop, written) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let writer = {
        let (mut client, stop, written) = (client.clone(), stop.clone(), written.clone());
        let form = format!("{home}/record/note");
        std::thread::spawn(move || {
            while !stop.load(Ordering::Relaxed) {
                let page = client.get(&form).unwrap().body;
                let number = written.load(Ordering::Relaxed) + 1;
                let typed = [("text", format!("Note {number}")), ("do", "go".to_owned())];
                let typed = typed.each_ref().map(|(name, value)| (*name, value.as_str()));
                let answer = client.send(&form, &page, &typed).unwrap();
                assert_eq!(answer.status, 303, "{}", answer.body);
                written.store(number, Ordering::Relaxed);
            }
        })
    };
    let wait_for = |more: u64| {
        let wanted = written.load(Ordering::Relaxed) + more;
        while written.load(Ordering::Relaxed) < wanted {
            assert!(!writer.is_finished(), "the writer has stopped");
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    };
    wait_for(5);
    let before = written.load(Ordering::Relaxed);
    let answer = done(&["backup", "--data", &text("data"), "--to", &text("b")]);
    assert!(answer.contains("verified and on the disk"), "{answer}");
    wait_for(3);
    let made = done(&["checkpoint", "--data", &text("data"), "--to", &text("c.txt")]);
    assert!(made.contains(&checkpoint_key), "{made}");
    wait_for(2);
    let refused = run(&["backup", "--data", &text("data"), "--to", &text("b")]);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    done(&["backup", "--data", &text("data"), "--to", &text("late"), "--replace"]);
    stop.store(true, Ordering::Relaxed);
    writer.join().unwrap();
    // The server made one too, when it started.
    assert_eq!(fs::read_dir(path("checkpoints")).unwrap().count(), 1);

    // Folder and key are gone; a backup and the recovery key are left.
    drop(server);
    let all = entries(&path("data"));
    let sound = done(&["verify", "--data", &text("data"), "--checkpoint", &text("c.txt")]);
    assert!(sound.contains("all whole"), "{sound}");
    fs::remove_dir_all(path("data")).unwrap();
    let restore = [
        "restore",
        "--from",
        &text("b"),
        "--data",
        &text("new"),
        "--key-file",
        &text("new.key"),
    ];
    let wrong = told(&restore, "AGE-SECRET-KEY-1NOTTHISONE\n");
    assert_eq!(wrong.status.code(), Some(2), "{}", said(&wrong));
    assert!(!path("new/tutela.db").exists());
    let restored = told(&restore, &format!("{recovery}\n"));
    assert!(restored.status.success(), "{}", said(&restored));
    let there = entries(&path("new"));
    assert!(before <= there && there < all, "{before} {there} {all}");
    // The checkpoint is newer than this backup, and says so; the later backup holds what it covers.
    let back = run(&["verify", "--data", &text("new"), "--checkpoint", &text("c.txt")]);
    assert_eq!(back.status.code(), Some(1), "{}", said(&back));
    let drill = [
        "restore",
        "--from",
        &text("late"),
        "--data",
        &text("drill"),
        "--key-file",
        &text("drill.key"),
    ];
    assert!(told(&drill, &recovery).status.success());
    done(&["verify", "--data", &text("drill"), "--checkpoint", &text("c.txt")]);

    // New keys; then work goes on, and the old session is not known.
    let rotate = ["key", "rotate", "--data", &text("new"), "--key-file", &text("new.key")];
    let same = run(&[&rotate[..], &["--new-key-file", &text("new.key")]].concat());
    assert_eq!(same.status.code(), Some(2), "{}", said(&same));
    done(&[&rotate[..], &["--new-key-file", &text("newer.key")]].concat());
    let old = run(&[
        "checkpoint",
        "--data",
        &text("new"),
        "--key-file",
        &text("new.key"),
        "--to",
        &text("x"),
    ]);
    assert_eq!(old.status.code(), Some(2), "{}", said(&old));
    let key = ["--key-file", &text("newer.key")];
    let renewed = done(&[&["key", "recovery", "--data", &text("new")], &key[..]].concat());
    assert!(renewed.contains("AGE-SECRET-KEY-1"), "{renewed}");
    let recover = ["recover", "--data", &text("new"), "--key-file", &text("other.key")];
    assert_eq!(told(&recover, &recovery).status.code(), Some(2));
    let server = Server::start_with("serve", &path("new"), &key);
    let mut client = client.at(&server);
    assert_eq!(client.get("/cases").unwrap().status, 303, "nobody is signed in");
    let page = client.get("/sign-in").unwrap().body;
    let typed = [("account", "dima"), ("passphrase", "a long enough one")];
    assert_eq!(client.send("/sign-in", &page, &typed).unwrap().status, 303);
    assert_eq!(client.get(&home).unwrap().status, 200);
    // A rotation under a running server: it stops writing, shows nothing, and says why.
    done(
        &[
            &[
                "key",
                "rotate",
                "--data",
                &text("new"),
                "--new-key-file",
                &text("newest.key"),
            ],
            &key[..],
        ]
        .concat(),
    );
    assert_eq!(client.get(&home).unwrap().status, 500);
    assert!(server.said.lock().unwrap().contains("the keys were rotated"));
}

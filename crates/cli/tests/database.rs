//! The commands on a PostgreSQL database, and the move from a folder to a database and back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod common;
#[path = "../../store/tests/store/server.rs"]
mod server;

use common::{run, tutela};
use server::Server;
use std::fs;
use std::process::Output;

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

fn done(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    said(output)
}

#[test]
fn every_command_works_on_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let key_folder = folder.path().join("key");
    let url = Server::shared().database();
    // Two nodes at once: the second has a copy of the key.
    let one = common::Server::start_with("serve", &key_folder, &["--database", &url]);
    let two = common::Server::start_with("serve", &key_folder, &["--database", &url]);
    let first = one.said.lock().unwrap().clone();
    assert!(!key_folder.join("tutela.db").exists());
    assert_eq!(two.client().get("/sign-in").unwrap().status, 200);
    drop((one, two));
    let data = key_folder.to_str().unwrap();
    let on = |arguments: &[&str]| run(&[arguments, &["--data", data, "--database", &url]].concat());
    assert!(done(&on(&["account", "invite"])).contains("/first-account/"));
    assert!(done(&on(&["rebuild", "--dry-run"])).contains("every row"));
    assert!(done(&run(&["verify", "--database", &url])).contains("all whole"));
    let by_variable = tutela(&["verify"]).env("TUTELA_DATABASE", &url).output().unwrap();
    assert!(done(&by_variable).contains("all whole"));

    let secret = first
        .lines()
        .find_map(|line| line.trim().strip_prefix("AGE-SECRET-KEY-"));
    let secret = format!("AGE-SECRET-KEY-{}", secret.unwrap());
    let line = folder.path().join("secret");
    fs::write(&line, secret).unwrap();
    let new = folder.path().join("new.key");
    let recovered = tutela(&["recover", "--database", &url, "--key-file", new.to_str().unwrap()])
        .stdin(fs::File::open(&line).unwrap())
        .output()
        .unwrap();
    done(&recovered);
    assert!(said(&on(&["account", "invite"])).contains("does not open this store"));
    done(&on(&["account", "invite", "--key-file", new.to_str().unwrap()]));
}

#[test]
fn data_are_moved_to_a_database_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let demo = folder.path().join("demo");
    drop(common::Server::start("demo", &demo));
    let (demo, back) = (demo.to_str().unwrap(), folder.path().join("back"));
    let back = back.to_str().unwrap();
    let url = Server::shared().database();
    let there = tutela(&["move", "--from", demo, "--to", "TUTELA_DATABASE"])
        .env("TUTELA_DATABASE", &url)
        .output()
        .unwrap();
    assert!(done(&there).contains("the same on both sides"));
    let again = run(&["move", "--from", demo, "--to", &url]);
    assert_eq!(again.status.code(), Some(2));
    assert!(said(&again).contains("already a store"), "{}", said(&again));
    done(&run(&["move", "--from", &url, "--to", back]));
    let whole = |place: &[&str]| done(&run(&[&["verify"], place].concat()));
    assert_eq!(whole(&["--data", demo]), whole(&["--data", back]));
    assert_eq!(whole(&["--data", demo]), whole(&["--database", &url]));
    let key = format!("{demo}/training.key");
    let rebuilt = run(&["rebuild", "--dry-run", "--data", back, "--key-file", &key]);
    assert!(done(&rebuilt).contains("every row"));
}

#[test]
fn an_address_with_a_mistake_is_told_without_its_password() {
    for url in [
        "postgres://mira:hunter2@%2Fnowhere/t",
        "postgres://mira:hunter2@localhost/t?sslmode=perhaps",
        "mysql://mira:hunter2@localhost/t",
    ] {
        for arguments in [
            vec!["verify", "--database", url],
            vec!["account", "invite", "--data", ".", "--database", url],
            vec!["move", "--from", url, "--to", url],
        ] {
            let refused = run(&arguments);
            assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
            assert!(!said(&refused).contains("hunter2"), "{}", said(&refused));
        }
    }
    let nowhere = run(&["verify"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(said(&nowhere).contains("--data"), "{}", said(&nowhere));
}

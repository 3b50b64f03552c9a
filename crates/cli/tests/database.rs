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
    // What was left behind is started by nobody, and backed up by no forgotten timer.
    let key = format!("{demo}/training.key");
    let file = folder.path().join("b");
    let serve = ["serve", "--data", demo, "--key-file", &key, "--listen", "127.0.0.1:0"];
    let backup = ["backup", "--data", demo, "--to", file.to_str().unwrap()];
    for refused in [run(&serve), run(&backup)] {
        assert_eq!(refused.status.code(), Some(2));
        let said = said(&refused);
        assert!(
            said.contains("was moved to postgres://") && said.contains("open it there"),
            "{said}"
        );
    }
    done(&run(&["move", "--from", &url, "--to", back]));
    let whole = |place: &[&str]| done(&run(&[&["verify"], place].concat()));
    assert_eq!(whole(&["--data", demo]), whole(&["--data", back]));
    assert_eq!(whole(&["--data", demo]), whole(&["--database", &url]));
    let rebuild = |data: &str| run(&["rebuild", "--dry-run", "--data", data, "--key-file", &key]);
    assert!(done(&rebuild(back)).contains("every row"));
    assert!(said(&rebuild(demo)).contains("was moved"));
    done(&run(&["move", "--take-back", demo]));
    assert!(done(&rebuild(demo)).contains("every row"));
    assert!(done(&run(&["move", "--take-back", demo])).contains("nothing was changed"));
}

#[test]
fn what_is_said_counts_and_not_the_surroundings() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (data, key) = (path("data"), path("data/instance.key"));
    drop(common::Server::start("serve", &folder.path().join("data")));
    let url = Server::shared().database();
    let with = |arguments: &[&str]| tutela(arguments).env("TUTELA_DATABASE", &url).output().unwrap();
    // There is no store in the database: whoever looked there would say so.
    done(&with(&["verify", "--data", &data]));
    assert!(said(&with(&["verify"])).contains("there is no store in postgres://"));
    let (backup, restored) = (path("b"), path("restored"));
    done(&with(&["backup", "--data", &data, "--to", &backup]));
    done(&with(&[
        "restore",
        "--from",
        &backup,
        "--data",
        &restored,
        "--key-file",
        &key,
    ]));
    done(&with(&["verify", "--data", &restored]));
    let both = with(&["verify", "--data", &data, "--database", &url]);
    assert_eq!(both.status.code(), Some(2));
    // Where --data is the folder of the key, the variable says where the data lie.
    assert!(said(&with(&["account", "invite", "--data", &data])).contains("there is no store in postgres://"));
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

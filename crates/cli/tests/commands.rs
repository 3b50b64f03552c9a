//! Bad input to every command: a clear message, the right exit code, nothing lost.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod common;

use common::{run, tutela};
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Output;

/// A command that cannot do what it was asked says why on one page and exits with 2.
fn cannot(output: &Output, why: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(why), "{why:?} is not in {said:?}");
    assert!(!said.contains("panicked"), "{said}");
}

/// Data with an invitation, as a real start makes them.
fn data(folder: &Path) -> (PathBuf, String) {
    let data = folder.join("data");
    let text = data.to_str().unwrap().to_owned();
    let server = common::Server::start("serve", &data);
    drop(server);
    (data, text)
}

#[test]
fn places_that_are_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let nothing = folder.path().join("nothing");
    let nothing = nothing.to_str().unwrap();
    cannot(&run(&["verify", "--data", nothing]), "there is no store");
    cannot(&run(&["account", "invite", "--data", nothing]), "there is no folder");
    assert!(!Path::new(nothing).exists(), "a command that only reads makes nothing");
    cannot(&run(&["scenario", "run", nothing]), nothing);
    cannot(&run(&["scenario", "step", nothing]), nothing);
    cannot(&run(&["pack", "show", nothing]), "there is no pack");
    let checked = run(&["pack", "check", nothing]);
    assert_eq!(checked.status.code(), Some(1), "{checked:?}");
}

#[test]
fn what_cannot_be_read_or_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (_, data) = data(folder.path());
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (nowhere, letter, key) = (path("nowhere/b"), path("letter"), path("data/instance.key"));
    fs::write(&letter, "Dear Sir or Madam").unwrap();
    cannot(&run(&["backup", "--data", &data, "--to", &nowhere]), &nowhere);
    cannot(&run(&["backup", "--data", &data, "--to", &letter]), "--replace");
    let with_key = ["--data", &data, "--key-file", &key];
    let made = run(&[&["checkpoint"], &with_key[..], &["--to", &nowhere]].concat());
    cannot(&made, &nowhere);
    let restore = |from: &str| run(&["restore", "--from", from, "--data", &path("new"), "--key-file", &key]);
    cannot(&restore(&nowhere), &nowhere);
    cannot(&restore(&letter), "letter is no backup");
    cannot(&run(&["verify", "--data", &data, "--checkpoint", &letter]), &letter);
    // Where a folder should be is a file.
    let below = path("letter/data");
    cannot(&run(&["serve", "--data", &below, "--listen", "127.0.0.1:0"]), "letter");
    let serve = [
        "serve",
        "--data",
        &data,
        "--listen",
        "127.0.0.1:0",
        "--checkpoints",
        &below,
    ];
    cannot(&run(&serve), "letter");
    assert!(!Path::new(&path("new")).exists());
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Dear Sir or Madam");
    // A database that is not there.
    let url = "postgres://mira@localhost:1/cases";
    cannot(
        &run(&["verify", "--database", url]),
        "cannot be reached (connection refused)",
    );
    let url = "postgres://mira@nowhere.invalid/cases";
    cannot(&run(&["verify", "--database", url]), "cannot be reached");
}

#[test]
fn a_zone_a_role_a_pack_or_an_address_that_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    let serve = |more: &[&str]| run(&[&["serve", "--data", data], more].concat());
    cannot(
        &serve(&["--zone", "Europe/Atlantis"]),
        "there is no time zone `Europe/Atlantis`",
    );
    cannot(&serve(&["--pack", "atlantis"]), "atlantis");
    cannot(&serve(&["--listen", "nonsense"]), "nonsense");
    cannot(&serve(&["--listen", "0.0.0.0:0"]), "certificate");
    cannot(
        &serve(&["--listen", "0.0.0.0:0", "--behind-proxy", "x"]),
        "--behind-proxy",
    );
    cannot(&serve(&["--certificate", "/nothing.pem"]), "--key");
    let demo = run(&["demo", "--data", data, "--listen", "0.0.0.0:0"]);
    cannot(&demo, "127.0.0.1");
    assert!(
        !Path::new(data).join("tutela.db").exists(),
        "a refused start leaves no data"
    );
    let invite = run(&["account", "invite", "--data", data, "--role", "king"]);
    cannot(&invite, "give caseworker or supervisor");
}

#[test]
fn a_port_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let (_, data) = data(folder.path());
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    // It is said before anything is made.
    let new = folder.path().join("new");
    for act in ["serve", "demo"] {
        cannot(
            &run(&[act, "--data", new.to_str().unwrap(), "--listen", &address]),
            "another address and port",
        );
    }
    assert!(!new.exists());
    cannot(&run(&["demo", "--data", &data, "--listen", "127.0.0.1:0"]), &data);
}

#[test]
fn keys_that_do_not_open() {
    let folder = tempfile::tempdir().unwrap();
    let (path, data) = data(folder.path());
    let invite = ["account", "invite", "--data", data.as_str()];
    let other = folder.path().join("other.key");
    fs::write(&other, [7; 32]).unwrap();
    let with = |key: &str| run(&[&invite[..], &["--key-file", key]].concat());
    cannot(&with(other.to_str().unwrap()), "does not open this store");
    fs::write(&other, b"short").unwrap();
    cannot(&with(other.to_str().unwrap()), "32 bytes");
    cannot(&with("/nothing.key"), "is missing");
    fs::rename(path.join("instance.key"), folder.path().join("kept.key")).unwrap();
    let passphrase = tutela(&invite)
        .env("TUTELA_PASSPHRASE", "not the key at all")
        .output()
        .unwrap();
    cannot(&passphrase, "opened by a key file");
    // With the key put back, nothing was lost.
    fs::rename(folder.path().join("kept.key"), path.join("instance.key")).unwrap();
    assert!(run(&invite).status.success());
    assert!(run(&["verify", "--data", &data]).status.success());
}

#[test]
fn a_damaged_file_and_a_newer_one() {
    let folder = tempfile::tempdir().unwrap();
    let (path, data) = data(folder.path());
    let file = path.join("tutela.db");
    let whole = fs::read(&file).unwrap();
    // SQLite keeps the version of the schema in the bytes from 60 of the header.
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&9999u32.to_be_bytes());
    for side in ["tutela.db-wal", "tutela.db-shm"] {
        let _ = fs::remove_file(path.join(side));
    }
    fs::write(&file, &newer).unwrap();
    let invite = ["account", "invite", "--data", data.as_str()];
    cannot(&run(&invite), "newer version");
    assert_eq!(fs::read(&file).unwrap(), newer, "nothing was touched");

    let mut damaged = whole;
    for byte in damaged.iter_mut().skip(4096).step_by(3) {
        *byte ^= 0x5a;
    }
    fs::write(&file, &damaged).unwrap();
    let said = run(&invite);
    assert_eq!(said.status.code(), Some(2), "{said:?}");
    let verified = run(&["verify", "--data", &data]);
    assert!(matches!(verified.status.code(), Some(1 | 2)), "{verified:?}");

    fs::write(&file, b"not a database at all, but a letter").unwrap();
    cannot(&run(&invite), "damaged");
}

#[test]
fn packs_and_stories_with_mistakes() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("broken");
    fs::create_dir(&pack).unwrap();
    fs::write(pack.join("pack.toml"), "id = 7\n").unwrap();
    let checked = run(&["pack", "check", pack.to_str().unwrap()]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&checked.stdout).contains("pack.toml"));
    let checked = run(&["pack", "check", "--json", pack.to_str().unwrap()]);
    assert!(serde_json::from_slice::<serde_json::Value>(&checked.stdout).is_ok());

    let story = folder.path().join("story.toml");
    fs::write(&story, "id = \"x\"\n[[step]]\nat = \"never\"\n").unwrap();
    let played = run(&["scenario", "run", story.to_str().unwrap()]);
    assert!(matches!(played.status.code(), Some(1 | 2)), "{played:?}");
    assert!(!String::from_utf8_lossy(&played.stderr).contains("panicked"));

    // A pack that does not load is told of; where it is the one that applies, nothing starts.
    let data = folder.path().join("data");
    let serve = [
        "serve",
        "--data",
        data.to_str().unwrap(),
        "--packs",
        folder.path().to_str().unwrap(),
    ];
    let started = run(&[&serve[..], &["--pack", "broken"]].concat());
    cannot(&started, "broken");
}

#[test]
fn the_zone_is_decided_once_and_kept_with_the_data() {
    let folder = tempfile::tempdir().unwrap();
    let (_, data) = data(folder.path());
    let invite = ["account", "invite", "--data", data.as_str()];
    cannot(
        &run(&[&invite[..], &["--zone", "Europe/Athens"]].concat()),
        "decided at the first start",
    );
    assert!(run(&[&invite[..], &["--zone", "UTC"]].concat()).status.success());
    assert!(run(&invite).status.success());
    assert!(run(&["rebuild", "--data", &data, "--dry-run"]).status.success());
}

#[test]
fn the_recovery_key_opens_the_data_when_the_key_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let server = common::Server::start("serve", &path);
    let said = server.said.lock().unwrap().clone();
    drop(server);
    let secret = said.lines().find_map(|l| l.trim().strip_prefix("AGE-SECRET-KEY-"));
    let secret = format!("AGE-SECRET-KEY-{}\n", secret.unwrap());
    fs::remove_file(path.join("instance.key")).unwrap();
    let data = path.to_str().unwrap();
    let key = folder.path().join("new.key");
    let key = key.to_str().unwrap();
    let recover = |line: &str| {
        use std::io::Write;
        let mut child = tutela(&["recover", "--data", data, "--key-file", key])
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    cannot(&recover("AGE-SECRET-KEY-1NOTTHISONE\n"), "recovery key");
    let done = recover(&secret);
    assert!(done.status.success(), "{done:?}");
    assert!(
        run(&["account", "invite", "--data", data, "--key-file", key])
            .status
            .success()
    );
}

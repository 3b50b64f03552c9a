//! The disk is full: whoever writes is told, nothing typed is lost, nothing that was kept is lost, and work goes on as soon
//! as there is room.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod common;
#[path = "../../store/tests/store/server.rs"]
mod server;

use common::{Client, run};
use server::Server;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn what_was_typed_is_sent_again_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    drop(common::Server::start("demo", &data));
    // Opened and closed, so that the database's log begins anew and has no room of its own.
    let key = data.join("training.key");
    let (text, key) = (data.to_str().unwrap(), key.to_str().unwrap());
    let rebuilt = run(&["rebuild", "--data", text, "--key-file", key, "--dry-run"]);
    assert!(rebuilt.status.success(), "{rebuilt:?}");
    let server = common::Server::start("demo", &data);
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

/// Set in the process that has a disk of its own: where that is, and the address of an empty database.
const DISK: &str = "TUTELA_FULL_DISK";
const DATABASE: &str = "TUTELA_FULL_DATABASE";

/// A filesystem of our own that is filled, and freed again.
struct Disk(PathBuf);

impl Disk {
    /// Leaves so many bytes of room, and not one more.
    fn leave(&self, bytes: u64) {
        self.free();
        let mut filler = fs::File::create(self.0.join("filler")).unwrap();
        let block = [0; 4096];
        while filler.write_all(&block).is_ok() {}
        let length = filler.metadata().unwrap().len();
        filler.set_len(length.saturating_sub(bytes)).unwrap();
    }

    fn free(&self) {
        let _ = fs::remove_file(self.0.join("filler"));
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// Gives a command more room from time to time until it is done. Each time before, it says that the disk is full, and
    /// `after` looks at what it left.
    fn until_it_is_done(&self, arguments: &[&str], mut after: impl FnMut()) {
        for refused in 0..80_u64 {
            self.leave(refused * refused * 2048);
            let output = run(arguments);
            self.free();
            if output.status.success() {
                assert!(refused > 0, "{arguments:?} never met a full disk");
                println!("{}: refused {refused} times, then done", arguments[..2].join(" "));
                return;
            }
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
            assert!(!said.contains("panicked"), "{said}");
            let says_so = said.contains("disk is full") || said.contains("make room");
            assert!(says_so, "{arguments:?}: {said}");
            after();
        }
        panic!("{arguments:?} is never done");
    }
}

/// Runs one test of this file again, in a process that has a filesystem of its own, of memory: as root, or as whoever may
/// have a namespace.
fn on_a_disk_of_its_own(test: &str) {
    let folder = tempfile::tempdir().unwrap();
    let database = Server::shared().database();
    let script = "mount -t tmpfs -o size=48m tmpfs \"$1\" && shift && exec \"$@\"";
    let given = |more: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(more).args(["--mount", "sh", "-c", script, "sh"]);
        command.arg(folder.path());
        command
    };
    let may = |more: &[&str]| given(more).arg("true").status().is_ok_and(|status| status.success());
    let as_root: &[&str] = match () {
        () if may(&[]) => &[],
        () if may(&["--map-root-user"]) => &["--map-root-user"],
        () => {
            panic!("run this as root, or where `unshare --map-root-user` is allowed: it needs a filesystem of its own")
        }
    };
    let status = given(as_root)
        .arg(std::env::current_exe().unwrap())
        .args([test, "--exact", "--ignored", "--nocapture"])
        .env(DISK, folder.path())
        .env(DATABASE, database)
        .status();
    assert!(status.unwrap().success());
}

/// No limit of a file's size stands for it here: whatever is written, in whatever file, finds no room.
#[test]
#[ignore = "needs root or a namespace of its own: make soak"]
fn on_a_disk_that_is_really_full_nothing_is_lost_and_nothing_torn() {
    let Some(disk) = std::env::var_os(DISK).map(|folder| Disk(folder.into())) else {
        return on_a_disk_of_its_own("on_a_disk_that_is_really_full_nothing_is_lost_and_nothing_torn");
    };
    let (data, key) = (disk.path("data"), disk.path("data/training.key"));
    people_write(&disk);

    let whole = |data: &str| {
        let verified = run(&["verify", "--data", data]);
        assert!(verified.status.success(), "{verified:?}");
        String::from_utf8_lossy(&verified.stdout).into_owned()
    };
    let before = whole(&data);
    let unchanged = || assert_eq!(whole(&data), before);
    let is_not = |file: &str| assert!(!Path::new(&disk.path(file)).exists(), "{file}");
    let with_key = ["--data", data.as_str(), "--key-file", key.as_str()];

    let backup = disk.path("b");
    disk.until_it_is_done(&["backup", "--data", &data, "--to", &backup], || {
        is_not("b");
        is_not("b.unfinished");
        unchanged();
    });
    let kept = fs::read(&backup).unwrap();
    disk.until_it_is_done(&["backup", "--data", &data, "--to", &backup, "--replace"], || {
        assert_eq!(fs::read(&backup).unwrap(), kept);
    });
    let restored = disk.path("restored");
    let restore = ["restore", "--from", &backup, "--data", &restored, "--key-file", &key];
    disk.until_it_is_done(&restore, || is_not("restored/tutela.db"));
    assert!(whole(&restored).starts_with(&before[..before.find("audit").unwrap()]));
    fs::remove_dir_all(&restored).unwrap();

    let checkpoint = disk.path("c.txt");
    let make = [&["checkpoint"], &with_key[..], &["--to", &checkpoint]].concat();
    disk.until_it_is_done(&make, || is_not("c.txt"));
    let verified = run(&["verify", "--data", &data, "--checkpoint", &checkpoint]);
    assert!(verified.status.success(), "{verified:?}");

    // The old key opens everything until the new one does.
    let opens = |key: &str| {
        run(&["rebuild", "--dry-run", "--data", &data, "--key-file", key])
            .status
            .success()
    };
    let new = disk.path("new.key");
    let rotate = [&["key", "rotate"], &with_key[..], &["--new-key-file", &new]].concat();
    disk.until_it_is_done(&rotate, || assert!(opens(&key)));
    assert!(opens(&new) && !opens(&key));

    // There is one store, here or there, at whatever writing the room ends.
    let moved = disk.path("moved");
    let url = std::env::var(DATABASE).unwrap();
    let there = run(&["move", "--from", &data, "--to", &url]);
    assert!(there.status.success(), "{there:?}");
    disk.until_it_is_done(&["move", "--from", &url, "--to", &moved], || {
        let opened = run(&["rebuild", "--dry-run", "--data", &moved, "--key-file", &new]);
        let said = String::from_utf8_lossy(&opened.stderr).into_owned();
        assert!(
            said.contains("cut short") || said.contains("there is no store"),
            "{said}"
        );
        let (folder, key) = (disk.path("data"), new.as_str());
        let arguments = [
            "rebuild",
            "--dry-run",
            "--data",
            &folder,
            "--database",
            &url,
            "--key-file",
            key,
        ];
        let kept = run(&arguments);
        assert!(kept.status.success(), "{kept:?}");
    });
    assert!(
        run(&["rebuild", "--dry-run", "--data", &moved, "--key-file", &new])
            .status
            .success()
    );

    // A store of version 1 is brought up, or stays what it was.
    let old = disk.path("old");
    fs::create_dir(&old).unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../store/tests/fixtures");
    let packed = fs::File::open(fixtures.join("version-1.db.zst")).unwrap();
    zstd::stream::copy_decode(packed, fs::File::create(disk.path("old/tutela.db")).unwrap()).unwrap();
    let old_key = fixtures.join("version-1.key");
    let open = [
        "account",
        "invite",
        "--data",
        &old,
        "--key-file",
        old_key.to_str().unwrap(),
    ];
    let cases = whole(&old);
    disk.until_it_is_done(&open, || assert_eq!(whole(&old), cases));
    assert!(whole(&old).starts_with("3 cases, 28 entries"));

    let (first, first_key) = (disk.path("first"), disk.path("first.key"));
    // Where it is told that the port is taken, all was made before: so the port is one that nobody may have.
    for room in 0..24_u64 {
        disk.leave(room * 16 * 1024);
        let serve = [
            "serve",
            "--data",
            &first,
            "--key-file",
            &first_key,
            "--listen",
            "127.0.0.1:0",
        ];
        let mut child = common::tutela(&serve)
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        for _ in 0..30 {
            std::thread::sleep(std::time::Duration::from_millis(50));
            if child.try_wait().unwrap().is_some() {
                break;
            }
        }
        let _ = child.kill();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!said.contains("panicked"), "{said}");
        if said.contains("listening") {
            disk.free();
            whole(&first);
            return;
        }
        assert!(said.contains("disk is full"), "{said}");
    }
    panic!("the first start never found room");
}

/// People write notes and drafts while the room ends at any writing.
fn people_write(disk: &Disk) {
    let data = PathBuf::from(disk.path("data"));
    drop(common::Server::start("demo", &data));
    let (folder, key) = (disk.path("data"), disk.path("data/training.key"));
    // Opened and closed, so that the database's log begins anew and has no room of its own.
    let rebuilt = run(&["rebuild", "--data", &folder, "--key-file", &key, "--dry-run"]);
    assert!(rebuilt.status.success(), "{rebuilt:?}");
    let server = common::Server::start("demo", &data);
    let mut client = Client::demo(&server, "caseworker");
    let list = client.get("/cases").unwrap().body;
    let case = list.split("href=\"/cases/").nth(1).unwrap().split('"').next().unwrap();
    let form = format!("/cases/{case}/record/note");
    let mut kept = Vec::new();
    let (mut full, mut nothing_shown) = (0, 0);
    for number in 0..40_u64 {
        let page = client.get(&form).unwrap().body;
        let text = format!("Note {number}: \"what\" she <said>");
        let act = if number % 3 == 2 { "draft" } else { "go" };
        disk.leave((number % 8) * 4096);
        let mut answer = client.send(&form, &page, &[("text", &text), ("do", act)]).unwrap();
        if answer.status == 500 {
            full += 1;
            assert!(
                answer.body.contains("What you typed is kept in this page"),
                "{}",
                answer.body
            );
            // Nobody reads a case without a trace of it.
            let shown = client.get(&format!("/cases/{case}")).unwrap();
            nothing_shown += u64::from(shown.status == 500 && !shown.body.contains(&text));
            disk.free();
            answer = client.send(&form, &answer.body, &[]).unwrap();
        }
        disk.free();
        assert!(answer.status < 400, "{}", answer.body);
        if act == "go" {
            assert_eq!(answer.status, 303, "{}", answer.body);
            kept.push((answer.location.replace("/recorded/", "/entries/"), number));
        } else {
            let page = client.get(&format!("{form}?draft=1")).unwrap().body;
            assert!(page.contains(&format!("Note {number}: ")), "the draft is there: {page}");
        }
    }
    println!("notes and drafts: {full} of 40 met a full disk, {nothing_shown} pages were not shown meanwhile");
    assert!(full > 5 && full < 40 && nothing_shown > 0, "{full} {nothing_shown}");
    drop(server);
    let server = common::Server::start("demo", &data);
    let mut client = Client::demo(&server, "caseworker");
    for (place, number) in &kept {
        let page = client.get(place).unwrap().body;
        assert!(
            page.contains(&format!("Note {number}: ")),
            "note {number} is not at {place}"
        );
    }
    drop(server);
    // Closed once as it should be, so that what follows begins with one file.
    assert!(
        run(&["rebuild", "--data", &folder, "--key-file", &key, "--dry-run"])
            .status
            .success()
    );
}

//! What the units of `dist` start is started here too, in other places: service, service behind a proxy, nightly backup.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod common;

use common::{free_port, run};
use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The last `ExecStart` of a unit, with other places for those of the unit.
fn start_line(unit: &str, places: &[(&str, &str)]) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist").join(unit);
    let text = fs::read_to_string(file).unwrap().replace("\\\n", " ");
    let mut lines = text.lines().filter_map(|line| line.strip_prefix("ExecStart="));
    let mut line = lines.next_back().unwrap().replace("%%", "%");
    for (from, to) in [("/usr/local/bin/tutela", env!("CARGO_BIN_EXE_tutela"))]
        .iter()
        .chain(places)
    {
        assert!(line.contains(from), "{unit}: {from} is not in {line}");
        line = line.replace(from, to);
    }
    line
}

fn shell(line: &str, credentials: &Path) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("exec {line}")])
        .env_remove("TUTELA_DATABASE")
        .env("CREDENTIALS_DIRECTORY", credentials)
        .stdin(Stdio::null());
    command
}

/// A server that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn answers(line: &str, credentials: &Path, port: u16) {
    let mut running = Running(shell(line, credentials).spawn().unwrap());
    for _ in 0..300 {
        assert!(running.0.try_wait().unwrap().is_none(), "it has ended: {line}");
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("it does not answer: {line}");
}

#[test]
fn what_the_units_start_starts() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (data, checkpoints, backups) = (path("data"), path("checkpoints"), path("backups"));
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    fs::write(path("certificate.pem"), made.cert.pem()).unwrap();
    fs::write(path("certificate.key"), made.signing_key.serialize_pem()).unwrap();
    fs::create_dir(&backups).unwrap();
    let at = format!("127.0.0.1:{}", free_port());
    let port: u16 = at.split_once(':').unwrap().1.parse().unwrap();
    let places = |listen: &'static str| {
        [
            (listen, at.as_str()),
            ("/var/lib/tutela-checkpoints", checkpoints.as_str()),
            ("/var/lib/tutela", data.as_str()),
        ]
    };
    for (unit, listen) in [
        ("tutela.service", "0.0.0.0:8443"),
        ("tutela-behind-proxy.conf", "127.0.0.1:8000"),
    ] {
        answers(&start_line(unit, &places(listen)), folder.path(), port);
    }
    let line = start_line(
        "tutela-backup.service",
        &[("/var/lib/tutela", &data), ("/mnt/backup", &backups)],
    );
    // The second replaces the first of the same day.
    for _ in 0..2 {
        let done = shell(&line, folder.path()).output().unwrap();
        assert!(done.status.success(), "{done:?}");
    }
    let kept: Vec<_> = fs::read_dir(&backups)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    assert!(
        kept.len() == 1 || kept.len() == 2,
        "at midnight there are two: {kept:?}"
    );
    let (restored, key) = (path("restored"), path("instance.key"));
    let from = kept[0].to_str().unwrap();
    let output = run(&["restore", "--from", from, "--data", &restored, "--key-file", &key]);
    assert!(output.status.success(), "{output:?}");
    // With a database named, the folder is not what is backed up.
    let elsewhere = shell(&line, folder.path())
        .env("TUTELA_DATABASE", "postgres://mira@localhost:1/cases")
        .output()
        .unwrap();
    assert!(
        String::from_utf8_lossy(&elsewhere.stderr).contains("cannot be reached"),
        "{elsewhere:?}"
    );
}

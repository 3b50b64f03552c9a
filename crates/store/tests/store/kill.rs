//! A process that is killed while it writes has lost nothing that it acknowledged.

use crate::bench::{Bench, open};
use crate::samples::*;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tutela_store::*;

/// Set in the process that is to be killed: the folder of its store or key, and the address of its database.
const FOLDER: &str = "TUTELA_STORE_TEST_FOLDER";
const DATABASE: &str = "TUTELA_STORE_TEST_DATABASE";

const WRITERS: u8 = 3;

/// Not a test by itself: in the other process it writes until it is killed.
#[test]
fn writes_until_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let store = open(Path::new(&folder), std::env::var(DATABASE).ok().as_deref());
    std::thread::scope(|scope| {
        for number in 0..WRITERS {
            let store = &store;
            scope.spawn(move || {
                for head in 1.. {
                    let written = store
                        .append(append(number, head, &format!("{head}"), &["words"]))
                        .unwrap();
                    assert_eq!(
                        written,
                        Appended::Written {
                            seqs: head + 1..=head + 1
                        }
                    );
                    let mut out = std::io::stdout().lock();
                    writeln!(out, "kept {number} {}", head + 1).unwrap();
                    out.flush().unwrap();
                }
            });
        }
    });
}

#[test]
fn what_was_acknowledged_outlives_a_kill() {
    for bench in Bench::both() {
        killed_while_writing(&bench);
    }
}

fn killed_while_writing(bench: &Bench) {
    let store = bench.created();
    for number in 0..WRITERS {
        store.create_case(new_case(number, &["one"])).unwrap();
    }
    drop(store);
    let mut acknowledged = [0_u64; WRITERS as usize];
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["kill::writes_until_killed", "--exact", "--nocapture"])
        .env(FOLDER, bench.folder())
        .envs(bench.url().map(|url| (DATABASE, url)))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let started = Instant::now();
    let mut killed = false;
    let mut seen = 0;
    for line in lines {
        let Ok(line) = line else { break };
        let mut words = line.split_whitespace().skip_while(|word| *word != "kept").skip(1);
        // A line cut short by the kill may lack its end.
        let (Some(Ok(number)), Some(Ok(seq))) = (
            words.next().map(str::parse::<usize>),
            words.next().map(str::parse::<u64>),
        ) else {
            continue;
        };
        acknowledged[number] = acknowledged[number].max(seq);
        seen += 1;
        if !killed && (seen >= 60 || started.elapsed() > Duration::from_secs(2)) {
            child.kill().unwrap();
            killed = true;
        }
    }
    let status = child.wait().unwrap();
    assert!(killed && !status.success());
    assert!(seen > 0);

    let report = bench.verify();
    assert!(report.is_sound(), "{:?}", report.faults);
    let store = bench.opened();
    for (number, acknowledged) in (0..WRITERS).zip(acknowledged) {
        let loaded = store.load(case(number)).unwrap();
        assert!(
            loaded.head >= acknowledged,
            "case {number}: {} < {acknowledged}",
            loaded.head
        );
        assert_eq!(loaded.entries.len() as u64, loaded.head);
    }
    assert_eq!(faults(&*store), []);
}

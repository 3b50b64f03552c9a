//! What only a store on a database server goes through: two nodes, a lost connection, a server that may forget.

use crate::bench::{Bench, Raw};
use crate::samples::*;
use crate::server::Server;
use std::collections::BTreeSet;
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tutela_store::*;

fn url(bench: &Bench) -> PostgresUrl {
    bench.url().unwrap().parse().unwrap()
}

fn opening(bench: &Bench, source: &KeySource) -> Option<StoreError> {
    PostgresStore::open(&url(bench), source).err()
}

#[test]
fn two_nodes_write_to_one_database() {
    const CASES: u8 = 6;
    let bench = Bench::postgres();
    let nodes = [bench.created(), bench.opened()];
    nodes[0].create_case(new_case(200, &["shared"])).unwrap();
    let start = Barrier::new(2 * usize::from(CASES));
    let references = std::thread::scope(|scope| {
        let mut writers = Vec::new();
        for (which, node) in (0_u8..).zip(&nodes) {
            for number in 0..CASES {
                let start = &start;
                writers.push(scope.spawn(move || {
                    start.wait();
                    let own = 10 * which + number;
                    // Both nodes send the same new case under the same submission id: it is made once.
                    let mut shared = new_case(100 + own, &["x"]);
                    shared.submission = submission(&format!("both {number}"));
                    let shared = node.create_case(shared).unwrap();
                    let created = node.create_case(new_case(own, &["one"])).unwrap();
                    for head in 1..=10 {
                        let written = node.append(append(own, head, &format!("{head}"), &["more"])).unwrap();
                        assert_eq!(
                            written,
                            Appended::Written {
                                seqs: head + 1..=head + 1
                            }
                        );
                        node.audit(audit("case_viewed", Some(case(own)))).unwrap();
                    }
                    // All append to one case until each has got in one entry; the same sending is repeated.
                    let id = format!("shared {own}");
                    let seqs = loop {
                        let head = node.load(case(200)).unwrap().head;
                        match node.append(append(200, head, &id, &["mine"])).unwrap() {
                            Appended::Written { seqs } | Appended::AlreadyWritten { seqs } => break seqs,
                            Appended::Moved { .. } => {}
                        }
                    };
                    let again = node.append(append(200, 1, &id, &["mine"])).unwrap();
                    assert_eq!(again, Appended::AlreadyWritten { seqs });
                    (shared.reference().to_owned(), created.reference().to_owned())
                }));
            }
        }
        let done = writers.into_iter().map(|writer| writer.join().unwrap());
        done.collect::<Vec<_>>()
    });
    let shared: BTreeSet<_> = references.iter().map(|(shared, _)| shared).collect();
    let own: BTreeSet<_> = references.iter().map(|(_, own)| own).collect();
    assert_eq!((shared.len(), own.len()), (usize::from(CASES), 2 * usize::from(CASES)));
    let mut numbers: Vec<String> = shared.union(&own).map(|reference| (*reference).clone()).collect();
    numbers.sort();
    let expected: Vec<String> = (2..=19).map(|number| format!("TU-2026-{number:04}")).collect();
    assert_eq!(numbers, expected, "references are unique and none is left out");

    let written_by_all = 12;
    for node in &nodes {
        let report = node.verify(&mut |_| {}).unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
        assert_eq!(report.cases, 1 + 6 + 12);
        assert_eq!(report.entries, 1 + 6 + 12 * 11 + written_by_all);
        assert_eq!(node.load(case(200)).unwrap().head, 1 + written_by_all);
    }
}

#[test]
fn two_first_starts_make_one_store() {
    let bench = Bench::postgres();
    let start = Barrier::new(2);
    let made = std::thread::scope(|scope| {
        let nodes = [0, 1].map(|_| {
            scope.spawn(|| {
                start.wait();
                PostgresStore::create(&url(&bench), &key_in(bench.folder())).map(|_| ())
            })
        });
        nodes.map(|node| node.join().unwrap())
    });
    let already = StoreError::AlreadyThere(url(&bench).to_string());
    assert!(made.contains(&Ok(())) && made.contains(&Err(already)), "{made:?}");
    assert_eq!(opening(&bench, &key_in(bench.folder())), None);
}

#[test]
fn connections_that_are_cut_lose_and_double_nothing() {
    const WRITERS: u8 = 3;
    let bench = Bench::postgres();
    let store = bench.created();
    for number in 0..WRITERS {
        store.create_case(new_case(number, &["one"])).unwrap();
    }
    let cut = |raw: &mut postgres::Client| {
        raw.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND application_name = 'tutela'",
            &[],
        )
        .unwrap()
    };
    let mut raw = postgres::Client::connect(bench.url().unwrap(), postgres::NoTls).unwrap();
    // A connection that was cut while nobody used it is not noticed by anybody.
    assert!(cut(&mut raw) > 0);
    assert_eq!(store.load(case(1)).unwrap().head, 1);
    assert_eq!(
        store.append(append(1, 1, "first", &["two"])).unwrap(),
        Appended::Written { seqs: 2..=2 }
    );

    let ended = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|number| {
                let store = &store;
                scope.spawn(move || {
                    let first = if number == 1 { 2 } else { 1 };
                    for head in first..first + 40 {
                        // Whatever became of it: sent again under its id, it is written once.
                        let seqs = loop {
                            match store.append(append(number, head, &format!("{head}"), &["words"])) {
                                Ok(Appended::Written { seqs } | Appended::AlreadyWritten { seqs }) => break seqs,
                                Ok(moved) => panic!("{moved:?}"),
                                Err(StoreError::Unanswered | StoreError::Unreachable { .. }) => {}
                                Err(other) => panic!("{other:?}"),
                            }
                        };
                        assert_eq!(seqs, head + 1..=head + 1);
                    }
                })
            })
            .collect();
        let ended = &ended;
        scope.spawn(move || {
            while !ended.load(Ordering::SeqCst) {
                cut(&mut raw);
                std::thread::sleep(Duration::from_millis(60));
            }
        });
        let written: Vec<_> = writers.into_iter().map(std::thread::ScopedJoinHandle::join).collect();
        ended.store(true, Ordering::SeqCst);
        assert!(written.iter().all(Result::is_ok));
    });
    let report = bench.verify();
    assert!(report.is_sound(), "{:?}", report.faults);
    assert_eq!(report.entries, u64::from(WRITERS) * 41 + 1);
    assert_eq!(report.audit_rows, report.entries, "no audit row was lost or doubled");
}

#[test]
fn a_server_that_may_forget_is_refused() {
    let server = Server::start(&["fsync=off"]);
    let folder = tempfile::tempdir().unwrap();
    let made = PostgresStore::create(&server.database().parse().unwrap(), &key_in(folder.path()));
    let setting = "fsync".to_owned();
    assert_eq!(made.err(), Some(StoreError::NotDurable { setting }));
    assert!(!folder.path().join("test.key").exists());

    let bench = Bench::postgres();
    drop(bench.created());
    let name = bench.url().unwrap().rsplit('/').next().unwrap();
    bench
        .raw()
        .batch(&format!("ALTER DATABASE {name} SET synchronous_commit = off"))
        .unwrap();
    let setting = "synchronous_commit".to_owned();
    assert_eq!(
        opening(&bench, &key_in(bench.folder())),
        Some(StoreError::NotDurable { setting })
    );
}

#[test]
fn a_store_is_opened_by_its_key_and_recovered_by_its_recovery_key() {
    let bench = Bench::postgres();
    let key = key_in(bench.folder());
    let not_there = StoreError::NotThere(url(&bench).to_string());
    assert_eq!(opening(&bench, &key), Some(not_there.clone()));
    assert_eq!(PostgresStore::verify_in(&url(&bench), &mut |_| {}), Err(not_there));
    let (store, first) = PostgresStore::open_or_create(&url(&bench), &key).unwrap();
    store.create_case(new_case(1, &["one"])).unwrap();
    drop(store);
    let again = PostgresStore::create(&url(&bench), &key).err();
    assert_eq!(again, Some(StoreError::AlreadyThere(url(&bench).to_string())));

    let other = bench.folder().join("other.key");
    std::fs::write(&other, [7; 32]).unwrap();
    assert_eq!(opening(&bench, &KeySource::File(other)), Some(StoreError::WrongKey));
    let needed = "a key file";
    assert_eq!(
        opening(&bench, &KeySource::passphrase("a guess")),
        Some(StoreError::OtherKeySource { needed })
    );

    let new = KeySource::File(bench.folder().join("new.key"));
    let wrong = PostgresStore::recover(&url(&bench), "AGE-SECRET-KEY-1", &new);
    assert_eq!(wrong, Err(StoreError::WrongRecoverySecret));
    PostgresStore::recover(&url(&bench), &first.unwrap().recovery_secret, &new).unwrap();
    assert_eq!(opening(&bench, &key), Some(StoreError::WrongKey));
    let (store, first) = PostgresStore::open_or_create(&url(&bench), &new).unwrap();
    assert!(first.is_none());
    assert_eq!(store.load(case(1)).unwrap().entries[0].entry, entry("one"));
}

#[test]
fn a_newer_schema_and_a_database_of_others_are_not_touched() {
    let bench = Bench::postgres();
    drop(bench.created());
    bench
        .raw()
        .batch("UPDATE meta SET value = '99' WHERE name = 'schema version'")
        .unwrap();
    let newer = StoreError::NewerSchema { found: 99, known: 5 };
    let key = key_in(bench.folder());
    assert_eq!(opening(&bench, &key), Some(newer.clone()));
    assert_eq!(PostgresStore::verify_in(&url(&bench), &mut |_| {}), Err(newer.clone()));
    assert_eq!(PostgresStore::create(&url(&bench), &key).err(), Some(newer));

    let bench = Bench::postgres();
    bench.raw().batch("CREATE TABLE of_others (x integer)").unwrap();
    let made = PostgresStore::create(&url(&bench), &key_in(bench.folder()));
    assert!(matches!(made.err(), Some(StoreError::NotAcceptable { .. })));
}

#[test]
fn a_server_that_is_not_there_or_refuses_is_told_without_the_password() {
    let server = Server::shared();
    let nobody = server.url("no_such_database");
    let key = KeySource::passphrase("seven quiet herons");
    let refused = PostgresStore::open(&nobody.parse().unwrap(), &key).err();
    let code = "3D000".to_owned();
    assert_eq!(refused, Some(StoreError::Refused { code }));
    let nowhere = "postgres://mira:hunter2@%2Fnowhere/t".parse().unwrap();
    let error = PostgresStore::open(&nowhere, &key).unwrap_err();
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("hunter2"));
}

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    let [file, database] = Bench::both();
    drop((file.created(), database.created()));
    let Raw::Sqlite(conn) = file.raw() else { unreachable!() };
    let sql = "SELECT t.name || '.' || c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
               WHERE t.type = 'table'";
    let mut statement = conn.prepare(sql).unwrap();
    let in_file: BTreeSet<String> = statement.query_map([], |row| row.get(0)).unwrap().flatten().collect();
    let Raw::Postgres(mut client) = database.raw() else {
        unreachable!()
    };
    let sql = "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'";
    let rows = client.query(sql, &[]).unwrap();
    let in_database: BTreeSet<String> = rows.iter().map(|row| row.get(0)).collect();
    assert_eq!(in_file, in_database);
}

/// As clear_text.rs does for a file: nothing of a child is in the server's files, nor in its log.
#[test]
fn nothing_of_a_child_is_in_the_files_of_the_server() {
    const NAME: &str = "Anahit Petrosyan";
    let bench = Bench::postgres();
    let store = bench.created();
    let mut new = new_case(1, &[NAME]);
    new.projection.case_row.summary = NAME.into();
    new.audit.detail = NAME.into();
    new.submission = submission(NAME);
    store.create_case(new).unwrap();
    store.create_account(&account("s-9d21", NAME)).unwrap();
    assert_eq!(
        store.create_account(&account("s-9d22", NAME)),
        Err(StoreError::AccountTaken)
    );
    store.note_failed_sign_in(NAME, at(0)).unwrap();
    let session = Session {
        staff: staff("s-9d21"),
        created: at(0),
        expires: at(9),
        state: NAME.into(),
    };
    store.create_session(NAME, &session).unwrap();
    let key = DraftKey {
        staff: staff("s-9d21"),
        case: Some(case(1)),
        key: NAME.into(),
    };
    let draft = Draft {
        saved: at(0),
        typed: NAME.into(),
    };
    store.put_draft(&key, &draft).unwrap();
    store.delete_draft(&key).unwrap();
    let mut raw = postgres::Client::connect(bench.url().unwrap(), postgres::NoTls).unwrap();
    raw.batch_execute("CHECKPOINT").unwrap();

    let database: u32 = raw
        .query_one("SELECT oid FROM pg_database WHERE datname = current_database()", &[])
        .unwrap()
        .get(0);
    let data = Server::shared().files().join("data");
    let mut files = vec![Server::shared().files().join("server.log")];
    for folder in [data.join("base").join(database.to_string()), data.join("pg_wal")] {
        files.extend(std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()));
    }
    let files_with = |text: &str| {
        let bytes = files.iter().filter_map(|file| std::fs::read(file).ok());
        bytes.filter(|bytes| contains(bytes, text.as_bytes())).count()
    };
    for text in [NAME, "Anahit", "Petrosyan", "anahit", "petrosyan"] {
        assert_eq!(files_with(text), 0, "{text} stands in clear");
    }
    // The search itself works: a staff id stands in clear.
    assert!(files_with("s-9d21") > 0);
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == text[0])
        .any(|(at, _)| bytes[at..].starts_with(text))
}

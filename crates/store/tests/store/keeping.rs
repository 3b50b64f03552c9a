//! What keeps a store for years: checkpoints, backups, restoring, rotation, and coming from an older version.

use crate::bench::{Bench, Raw};
use crate::samples::*;
use std::fs;
use std::path::Path;
use tutela_store::*;

fn checkpoint(store: &dyn Store, minute: i64) -> Checkpoint {
    store.checkpoint(at(minute), &mut |_| {}).unwrap()
}

fn against(bench: &Bench, checkpoints: &[Checkpoint]) -> Vec<Fault> {
    let report = match bench.url() {
        None => SqliteStore::verify_against(bench.folder(), checkpoints, &mut |_| {}),
        Some(url) => PostgresStore::verify_against(&url.parse().unwrap(), checkpoints, &mut |_| {}),
    };
    report.unwrap().faults
}

const ONE: &str = "case_id = x'01010101010141018101010101010101'";

/// Whoever may write the database and knows the source cuts the last entries of case 1, and makes all that needs no key
/// anew: its head, the list of heads, and what stands beside them. The kept checkpoints are taken away.
fn cut_without_a_trace(bench: &Bench, raw: &mut Raw) {
    let digest = |raw: &mut Raw| raw.bytes("SELECT digest FROM heads");
    let head = |raw: &mut Raw, seq: i64| {
        let link = raw.bytes(&format!("SELECT chain FROM entries WHERE {ONE} AND seq = {seq}"));
        // The same as the store reckons: label, case, place, link.
        blake3_head(case(1), seq, &link)
    };
    let (mut all, old, new) = (digest(raw), head(raw, 4), head(raw, 2));
    for (into, (old, new)) in all.iter_mut().zip(old.iter().zip(new)) {
        *into ^= old ^ new;
    }
    let all = crate::bench::literal(&all);
    raw.batch(&format!(
        "DELETE FROM entries WHERE {ONE} AND seq > 2;
         UPDATE cases SET head = 2, chain = (SELECT chain FROM entries e WHERE e.{ONE} AND e.seq = 2) WHERE {ONE};
         UPDATE submissions SET last_seq = 2 WHERE {ONE};
         UPDATE breaches SET head = 2 WHERE {ONE};
         UPDATE heads SET digest = {all};
         DELETE FROM checkpoints;"
    ))
    .unwrap();
    assert_eq!(against(bench, &[]), [], "no chain shows it");
}

/// The digest of a head, as `chain::head_digest` makes it.
fn blake3_head(case: tutela_domain::ids::CaseId, head: i64, link: &[u8]) -> [u8; 32] {
    let mut bytes = Vec::new();
    for part in [b"tutela head 1".as_slice(), case.as_bytes(), &head.to_le_bytes(), link] {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(part);
    }
    *blake3::hash(&bytes).as_bytes()
}

fn place(folder: &Path) -> Place {
    Place::Folder(folder.to_owned())
}

fn filled(bench: &Bench) -> Box<dyn Store> {
    let store = bench.created();
    store
        .create_case(new_case(1, &["one", "two", "three", "four"]))
        .unwrap();
    store.create_case(new_case(2, &["one"])).unwrap();
    store
}

#[test]
fn what_was_cut_without_a_trace_is_named_by_a_checkpoint() {
    for bench in Bench::both() {
        let store = filled(&bench);
        let kept = checkpoint(&*store, 1);
        store.append(append(2, 1, "later", &["two"])).unwrap();
        assert_eq!(against(&bench, std::slice::from_ref(&kept)), []);
        drop(store);
        cut_without_a_trace(&bench, &mut bench.without_triggers());
        let fault = Fault::UnlikeCheckpoint {
            case: case(1),
            made: at(1),
        };
        assert_eq!(against(&bench, std::slice::from_ref(&kept)), [fault]);
        // Whoever keeps only the text has all of it.
        let read: Checkpoint = kept.to_string().parse().unwrap();
        assert_eq!(read, kept);
    }
}

#[test]
fn a_store_put_back_to_an_earlier_day_is_named_by_a_checkpoint() {
    let bench = Bench::sqlite();
    let store = filled(&bench);
    let early = checkpoint(&*store, 1);
    drop(store);
    let file = bench.folder().join("tutela.db");
    let before = fs::read(&file).unwrap();
    let store = bench.opened();
    store.append(append(1, 4, "later", &["five"])).unwrap();
    store.create_case(new_case(3, &["one"])).unwrap();
    let late = checkpoint(&*store, 2);
    drop(store);
    fs::write(&file, before).unwrap();
    assert_eq!(against(&bench, &[]), []);
    assert_eq!(against(&bench, &[early]), []);
    let made = at(2);
    let expected = [
        Fault::UnlikeCheckpoint { case: case(1), made },
        Fault::CasesGone { cases: 1, made },
        Fault::AuditUnlikeCheckpoint { made },
    ];
    assert_eq!(against(&bench, &[late]), expected);
}

#[test]
fn a_checkpoint_of_another_store_and_a_changed_one_are_told() {
    let (bench, other) = (Bench::sqlite(), Bench::sqlite());
    let (store, stranger) = (filled(&bench), filled(&other));
    let foreign = checkpoint(&*stranger, 1);
    assert_eq!(against(&bench, &[foreign]), [Fault::NotOurCheckpoint { made: at(1) }]);
    let text = checkpoint(&*store, 2).to_string();
    assert!(text.replace("cases 2", "cases 1").parse::<Checkpoint>().is_err());
    for (from, to) in [("entries 5", "entries 4"), ("audit-rows 2", "audit-rows 1")] {
        let changed = text.replace(from, to).parse().unwrap();
        assert_eq!(against(&bench, &[changed]), [Fault::NotOurCheckpoint { made: at(2) }]);
    }
    // A store that is not whole signs nothing.
    bench
        .without_triggers()
        .batch("UPDATE entries SET staff = 's-0' WHERE seq = 3")
        .unwrap();
    let refused = store.checkpoint(at(3), &mut |_| {});
    assert!(matches!(refused, Err(StoreError::NotWhole { .. })), "{refused:?}");
}

#[test]
fn a_backup_is_one_whole_file_and_a_store_again() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sqlite();
    let (store, first) = SqliteStore::create(bench.folder(), &key_in(bench.folder())).unwrap();
    store.create_case(new_case(1, &["one", "two"])).unwrap();
    store.create_account(&account("s-1", "mira")).unwrap();
    let session = Session {
        staff: staff("s-1"),
        created: at(0),
        expires: at(60),
        state: "".into(),
    };
    store.create_session("token", &session).unwrap();
    let file = folder.path().join("tutela.backup");
    let mut told = 0;
    let report = place(bench.folder())
        .backup(&file, false, &mut |_, _| told += 1)
        .unwrap();
    assert_eq!((report.cases, report.entries), (1, 2));
    assert!(told > 0);
    // Written after the backup, and no part of it.
    store.append(append(1, 2, "later", &["three"])).unwrap();
    let again = place(bench.folder()).backup(&file, false, &mut |_, _| {});
    assert_eq!(again.err(), Some(StoreError::FileThere(file.clone())));
    let names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|f| f.unwrap().file_name())
        .collect();
    assert_eq!(names, ["tutela.backup"], "nothing lies beside it");

    let restored = folder.path().join("restored");
    let new_key = KeySource::File(folder.path().join("new.key"));
    assert!(!Place::backup_is_opened_by(&file, &new_key).unwrap());
    let wrong = place(&restored).restore(&file, Some(("AGE-SECRET-KEY-1", &new_key)), &mut |_, _| {});
    assert_eq!(wrong.err(), Some(StoreError::WrongRecoverySecret));
    assert_eq!(fs::read_dir(&restored).unwrap().count(), 0, "nothing is left of it");
    place(&restored)
        .restore(&file, Some((&first.recovery_secret, &new_key)), &mut |_, _| {})
        .unwrap();
    let other = SqliteStore::open(&restored, &new_key).unwrap();
    assert_eq!(other.load(case(1)).unwrap().head, 2);
    assert_eq!(other.session("token", at(1)).unwrap(), None);
    assert!(store.session("token", at(1)).unwrap().is_some());
    assert_eq!(faults(&other), []);
    let there = place(&restored).restore(&file, None, &mut |_, _| {});
    assert_eq!(
        there.err(),
        Some(StoreError::AlreadyThere(restored.display().to_string()))
    );
    // With the key at hand no recovery key is needed.
    let drill = folder.path().join("drill");
    assert!(Place::backup_is_opened_by(&file, &key_in(bench.folder())).unwrap());
    place(&drill).restore(&file, None, &mut |_, _| {}).unwrap();
    assert!(SqliteStore::open(&drill, &key_in(bench.folder())).is_ok());
}

#[test]
fn a_backup_that_is_not_whole_is_neither_made_nor_restored() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sqlite();
    let store = filled(&bench);
    let file = folder.path().join("b");
    place(bench.folder()).backup(&file, false, &mut |_, _| {}).unwrap();
    let good = fs::read(&file).unwrap();
    bench
        .without_triggers()
        .batch("UPDATE entries SET staff = 's-0' WHERE seq = 3")
        .unwrap();
    let refused = place(bench.folder()).backup(&file, true, &mut |_, _| {});
    assert!(matches!(refused, Err(StoreError::NotWhole { .. })), "{refused:?}");
    assert_eq!(fs::read(&file).unwrap(), good, "the earlier one stays");
    drop(store);
    fs::write(&file, &good[..good.len() / 2]).unwrap();
    let target = folder.path().join("target");
    let no_backup = Some(StoreError::NoBackup(file.clone()));
    assert_eq!(place(&target).restore(&file, None, &mut |_, _| {}).err(), no_backup);
    assert!(!target.join("tutela.db").exists());
    fs::write(&file, "a letter, and no backup").unwrap();
    assert_eq!(place(&target).restore(&file, None, &mut |_, _| {}).err(), no_backup);
    fs::write(&file, "").unwrap();
    assert_eq!(place(&target).restore(&file, None, &mut |_, _| {}).err(), no_backup);
}

#[test]
fn after_a_rotation_only_the_new_key_opens_and_a_running_program_is_stopped() {
    for bench in Bench::both() {
        let store = filled(&bench);
        store.create_account(&account("s-1", "mira")).unwrap();
        let (old, new) = (key_in(bench.folder()), KeySource::File(bench.folder().join("new.key")));
        let rotate = |from: &KeySource, to: &KeySource, recovery| match bench.url() {
            None => SqliteStore::rotate(bench.folder(), from, to, recovery),
            Some(url) => PostgresStore::rotate(&url.parse().unwrap(), from, to, recovery),
        };
        assert_eq!(rotate(&new, &old, Recovery::Keep).err(), {
            Some(StoreError::MissingKey(bench.folder().join("new.key")))
        });
        assert!(rotate(&old, &new, Recovery::Keep).unwrap().is_none());
        // What runs with the old keys writes nothing more.
        let late = store.append(append(1, 4, "late", &["five"]));
        assert_eq!(late, Err(StoreError::KeysRotated));
        assert_eq!(store.audit(audit("read", None)), Err(StoreError::KeysRotated));
        drop(store);
        let opened = |source: &KeySource| -> Result<Box<dyn Store>, StoreError> {
            Ok(match bench.url() {
                None => Box::new(SqliteStore::open(bench.folder(), source)?),
                Some(url) => Box::new(PostgresStore::open(&url.parse().unwrap(), source)?),
            })
        };
        assert_eq!(opened(&old).err(), Some(StoreError::WrongKey));
        let store = opened(&new).unwrap();
        assert_eq!(store.load(case(1)).unwrap().entries[3].entry, entry("four"));
        store.append(append(1, 4, "more", &["five"])).unwrap();
        assert_eq!(store.load(case(1)).unwrap().entries[4].entry, entry("five"));
        assert_eq!(store.case_rows(&ListFilter::default()).unwrap().len(), 2);
        assert_eq!(store.account_by_sign_in("mira").unwrap(), Some(account("s-1", "mira")));
        assert_eq!(store.audit_of(case(1)).unwrap().len(), 2);
        assert_eq!(faults(&*store), []);
        drop(store);
        // The same key file, and a new recovery key.
        let secret = rotate(&new, &new, Recovery::New).unwrap().unwrap();
        assert!(secret.starts_with("AGE-SECRET-KEY-1"));
        let store = opened(&new).unwrap();
        assert_eq!(store.load(case(1)).unwrap().head, 5);
    }
}

#[test]
fn a_backup_of_a_database_is_restored_to_a_folder_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::postgres();
    let store = filled(&bench);
    let file = folder.path().join("b");
    let database = Place::Database(bench.url().unwrap().parse().unwrap());
    // The store stays open and writes on.
    let report = database.backup(&file, false, &mut |_, _| {}).unwrap();
    assert_eq!((report.cases, report.entries), (2, 5));
    store.append(append(1, 4, "later", &["five"])).unwrap();
    let names = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 1, "nothing lies beside it");
    let restored = folder.path().join("restored");
    place(&restored).restore(&file, None, &mut |_, _| {}).unwrap();
    let key = key_in(bench.folder());
    assert_eq!(
        SqliteStore::open(&restored, &key).unwrap().load(case(1)).unwrap().head,
        4
    );
    let other = Bench::postgres();
    let to = Place::Database(other.url().unwrap().parse().unwrap());
    to.restore(&file, None, &mut |_, _| {}).unwrap();
    assert_eq!(to.open(&key).unwrap().load(case(1)).unwrap().head, 4);
    assert!(to.restore(&file, None, &mut |_, _| {}).is_err());
}

/// The version of the schema that this software writes.
const NEWEST: i64 = 5;

/// A store as the software of a version wrote it.
fn of_version(version: i64) -> tempfile::TempDir {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let folder = tempfile::tempdir().unwrap();
    let packed = fs::read(fixtures.join(format!("version-{version}.db.zst"))).unwrap();
    let whole = zstd::decode_all(packed.as_slice()).unwrap();
    fs::write(folder.path().join("tutela.db"), whole).unwrap();
    fs::copy(
        fixtures.join(format!("version-{version}.key")),
        folder.path().join("test.key"),
    )
    .unwrap();
    folder
}

fn version(folder: &Path) -> i64 {
    let sql = "PRAGMA user_version";
    raw(folder).query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_store_of_each_older_version_is_verified_read_and_brought_up() {
    (1..NEWEST).for_each(is_verified_read_and_brought_up);
}

fn is_verified_read_and_brought_up(older: i64) {
    let folder = of_version(older);
    let before = SqliteStore::verify_in(folder.path(), &mut |_| {}).unwrap();
    assert_eq!(before.faults, []);
    assert_eq!(version(folder.path()), older, "verifying changes nothing");
    let store = opened(folder.path());
    assert_eq!(version(folder.path()), NEWEST);
    let cases = store.all_cases().unwrap();
    assert_eq!(cases.len(), 3);
    let entries: usize = cases.iter().map(|case| store.load(*case).unwrap().entries.len()).sum();
    assert_eq!(entries as u64, before.entries);
    rows_say_what_the_cases_say(&store);
    assert_eq!(store.audit_after(0, 10_000).unwrap().len() as u64, before.audit_rows);
    let account = if older == 1 { "caseworker" } else { "caseworker-1" };
    assert!(store.account_by_sign_in(account).unwrap().is_some());
    store.create_case(new_case(9, &["one"])).unwrap();
    let signed = checkpoint(&store, 1);
    drop(store);
    let report = SqliteStore::verify_against(folder.path(), &[signed], &mut |_| {}).unwrap();
    assert_eq!((report.faults, report.cases), (Vec::new(), 4));
    assert_eq!(opened(folder.path()).load(case(9)).unwrap().head, 1);
}

/// A row for each of three cases, with the reference and the last entry of its case.
fn rows_say_what_the_cases_say(store: &dyn Store) {
    let rows = store.case_rows(&ListFilter::default()).unwrap();
    assert_eq!(rows.len(), 3);
    for row in rows {
        let whole = store.load(row.case).unwrap();
        assert_eq!((row.reference, row.head), (whole.reference, whole.head));
    }
}

#[test]
fn a_backup_of_each_older_version_is_restored() {
    (1..NEWEST).for_each(is_restored);
}

fn is_restored(older: i64) {
    let folder = of_version(older);
    let to = tempfile::tempdir().unwrap();
    place(to.path())
        .restore(&folder.path().join("tutela.db"), None, &mut |_, _| {})
        .unwrap();
    rows_say_what_the_cases_say(&SqliteStore::open(to.path(), &key_in(folder.path())).unwrap());
}

#[test]
fn a_backup_of_each_older_version_is_restored_into_a_database() {
    (1..NEWEST).for_each(is_restored_into_a_database);
}

/// What stands in a database as the version of a store.
fn version_in(bench: &Bench) -> i64 {
    let Raw::Postgres(mut client) = bench.raw() else {
        panic!("not a database")
    };
    let version = "SELECT value FROM meta WHERE name = 'schema version'";
    let bytes: Vec<u8> = client.query_one(version, &[]).unwrap().get(0);
    String::from_utf8(bytes).unwrap().parse().unwrap()
}

/// A database with a store of an older version, and the folder of its key.
fn database_of_version(older: i64) -> (Bench, tempfile::TempDir) {
    let folder = of_version(older);
    let bench = Bench::postgres();
    let to = Place::Database(bench.url().unwrap().parse().unwrap());
    to.restore(&folder.path().join("tutela.db"), None, &mut |_, _| {})
        .unwrap();
    assert_eq!(version_in(&bench), older);
    (bench, folder)
}

fn is_restored_into_a_database(older: i64) {
    let folder = of_version(older);
    let file = folder.path().join("tutela.db");
    let before = SqliteStore::verify_in(folder.path(), &mut |_| {}).unwrap();
    let bench = Bench::postgres();
    let to = Place::Database(bench.url().unwrap().parse().unwrap());
    assert_eq!(to.restore(&file, None, &mut |_, _| {}).unwrap(), before);
    assert_eq!(to.verify(&[], &mut |_| {}).unwrap(), before);
    assert_eq!(version_in(&bench), older);
    // It is brought up by its key, and lives on.
    let key = key_in(folder.path());
    let store = to.open(&key).unwrap();
    assert_eq!(store.all_cases().unwrap().len(), 3);
    rows_say_what_the_cases_say(&*store);
    assert_eq!(version_in(&bench), NEWEST);
    let account = if older == 1 { "caseworker" } else { "caseworker-1" };
    assert!(store.account_by_sign_in(account).unwrap().is_some());
    store.create_case(new_case(9, &["one"])).unwrap();
    checkpoint(&*store, 1);
    drop(store);
    // And is backed up and restored as any other, all that was said and done in it.
    let (backup, again) = (folder.path().join("b"), tempfile::tempdir().unwrap());
    to.backup(&backup, false, &mut |_, _| {}).unwrap();
    place(again.path()).restore(&backup, None, &mut |_, _| {}).unwrap();
    let store = SqliteStore::open(again.path(), &key).unwrap();
    assert_eq!(store.load(case(9)).unwrap().head, 1);
    // What this software does not know is not left behind in silence.
    raw(folder.path())
        .execute_batch("CREATE TABLE of_others (x INTEGER)")
        .unwrap();
    let other = Bench::postgres();
    let to = Place::Database(other.url().unwrap().parse().unwrap());
    assert_eq!(to.restore(&file, None, &mut |_, _| {}), Err(StoreError::NoBackup(file)));
}

/// Not a test by itself: in the other process it opens a store of an older version, to be killed while it does.
#[test]
fn opens_until_killed() {
    if let Some(folder) = std::env::var_os("TUTELA_STORE_TEST_UPGRADE") {
        let url = std::env::var("TUTELA_STORE_TEST_UPGRADE_DATABASE").ok();
        println!("opening");
        drop(crate::bench::open(Path::new(&folder), url.as_deref()));
    }
}

/// Opens a store in another process, and kills that after so many microseconds.
fn opened_and_killed(folder: &Path, url: Option<&str>, micros: u64) {
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command
        .args(["keeping::opens_until_killed", "--exact", "--nocapture"])
        .env("TUTELA_STORE_TEST_UPGRADE", folder)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null());
    if let Some(url) = url {
        command.env("TUTELA_STORE_TEST_UPGRADE_DATABASE", url);
    }
    let mut child = command.spawn().unwrap();
    use std::io::BufRead;
    let out = std::io::BufReader::new(child.stdout.take().unwrap());
    out.lines().map_while(Result::ok).find(|line| line.ends_with("opening"));
    std::thread::sleep(std::time::Duration::from_micros(micros));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Waits until the database has noticed that a client was killed: until then it goes on with what that client asked for, and whoever
/// comes in between is told that it is busy.
fn until_nobody_is_connected(bench: &Bench) {
    let Raw::Postgres(mut client) = bench.raw() else {
        panic!("not a database")
    };
    let others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    for _ in 0..600 {
        if client.query_one(others, &[]).unwrap().get::<_, i64>(0) == 0 {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("somebody is still connected");
}

#[test]
fn an_upgrade_that_was_cut_leaves_the_older_version_in_a_database() {
    // Something in its way.
    let (bench, folder) = database_of_version(1);
    bench.raw().batch("CREATE TABLE checkpoints (x BIGINT)").unwrap();
    let url: PostgresUrl = bench.url().unwrap().parse().unwrap();
    assert!(PostgresStore::open(&url, &key_in(folder.path())).is_err());
    assert_eq!(version_in(&bench), 1);
    bench.raw().batch("DROP TABLE checkpoints").unwrap();
    let store = PostgresStore::open(&url, &key_in(folder.path())).unwrap();
    assert_eq!(store.all_cases().unwrap().len(), 3);

    // Killed at any moment: while it connects, within the upgrade, after it.
    let mut seen = std::collections::BTreeSet::new();
    for round in 0..10_u64 {
        let (bench, folder) = database_of_version(1 + round as i64 % (NEWEST - 1));
        opened_and_killed(folder.path(), bench.url(), round * 6_000);
        until_nobody_is_connected(&bench);
        let left = version_in(&bench);
        let older = 1 + round as i64 % (NEWEST - 1);
        assert!(left == older || left == NEWEST, "{left}");
        seen.insert(left);
        assert_eq!(bench.verify().faults, []);
        let store = crate::bench::open(folder.path(), bench.url());
        let cases = store.all_cases().unwrap();
        let heads = cases.into_iter().map(|case| store.load(case).unwrap().head);
        assert!(heads.sum::<u64>() > 3);
        assert_eq!(version_in(&bench), NEWEST);
    }
    // Some were killed before it was done.
    assert!(seen.iter().any(|version| *version < NEWEST), "{seen:?}");
}

#[test]
fn an_upgrade_that_was_cut_leaves_the_older_version() {
    // Something in its way.
    let folder = of_version(1);
    let table = "CREATE TABLE checkpoints (x INTEGER)";
    raw(folder.path()).execute_batch(table).unwrap();
    assert!(SqliteStore::open(folder.path(), &key_in(folder.path())).is_err());
    assert_eq!(version(folder.path()), 1);
    raw(folder.path()).execute_batch("DROP TABLE checkpoints").unwrap();
    assert_eq!(opened(folder.path()).all_cases().unwrap().len(), 3);

    // Killed at any moment.
    let mut seen = std::collections::BTreeSet::new();
    for tenths in 0..30_u64 {
        let folder = of_version(1 + tenths as i64 % (NEWEST - 1));
        opened_and_killed(folder.path(), None, tenths * 300);
        seen.insert(version(folder.path()));
        assert_eq!(SqliteStore::verify_in(folder.path(), &mut |_| {}).unwrap().faults, []);
        let store = opened(folder.path());
        let heads = store
            .all_cases()
            .unwrap()
            .into_iter()
            .map(|case| store.load(case).unwrap().head);
        assert!(heads.sum::<u64>() > 3);
        assert_eq!(version(folder.path()), NEWEST);
    }
    assert!(seen.iter().all(|version| (1..=NEWEST).contains(version)), "{seen:?}");
}

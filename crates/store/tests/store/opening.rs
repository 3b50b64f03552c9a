//! Opening: the wrong key, no key, a newer schema, a damaged file, recovery.

use crate::samples::*;
use std::fs;
use std::path::Path;
use tutela_store::*;

fn opening(folder: &Path, source: &KeySource) -> Option<StoreError> {
    SqliteStore::open(folder, source).err()
}

/// A folder with a store that holds one case.
fn filled() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    created(folder.path()).create_case(new_case(1, &["one"])).unwrap();
    folder
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    let folder = filled();
    let store = opened(folder.path());
    assert_eq!(store.load(case(1)).unwrap().entries[0].entry, entry("one"));
    drop(store);
    let (store, first) = SqliteStore::open_or_create(folder.path(), &key_in(folder.path())).unwrap();
    assert!(first.is_none());
    assert_eq!(
        store.create_case(new_case(2, &["one"])).unwrap().reference(),
        "TU-2026-0002"
    );
}

#[test]
fn a_store_is_made_once() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("new").join("folder");
    let key = key_in(folder.path());
    assert_eq!(
        opening(&inner, &key),
        Some(StoreError::NotThere(inner.display().to_string()))
    );
    let (store, first) = SqliteStore::open_or_create(&inner, &key).unwrap();
    assert!(first.unwrap().recovery_secret.starts_with("AGE-SECRET-KEY-1"));
    let again = SqliteStore::create(&inner, &key).err();
    assert_eq!(again, Some(StoreError::AlreadyThere(inner.display().to_string())));
    drop(store);
    assert_eq!(opening(&inner, &key), None);
}

#[test]
fn the_wrong_key_opens_nothing_and_loses_nothing() {
    let folder = filled();
    let file = folder.path().join("tutela.db");
    let before = fs::read(&file).unwrap();
    let other = folder.path().join("other.key");
    fs::write(&other, [7; 32]).unwrap();
    assert_eq!(
        opening(folder.path(), &KeySource::File(other.clone())),
        Some(StoreError::WrongKey)
    );
    fs::write(&other, [7; 31]).unwrap();
    let bad = StoreError::BadKeyFile(other.clone());
    assert_eq!(opening(folder.path(), &KeySource::File(other.clone())), Some(bad));
    fs::remove_file(&other).unwrap();
    let missing = StoreError::MissingKey(other.clone());
    assert_eq!(opening(folder.path(), &KeySource::File(other.clone())), Some(missing));
    // Opening makes no key: a new one could open nothing and would hide that the old one is missing.
    assert!(!other.exists());
    let passphrase = KeySource::passphrase("a guess");
    let needed = "a key file";
    assert_eq!(
        opening(folder.path(), &passphrase),
        Some(StoreError::OtherKeySource { needed })
    );
    assert_eq!(fs::read(&file).unwrap(), before);
    assert_eq!(opened(folder.path()).load(case(1)).unwrap().head, 1);
}

#[test]
fn the_recovery_key_opens_a_store_whose_key_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let (store, first) = SqliteStore::create(folder.path(), &key_in(folder.path())).unwrap();
    store.create_case(new_case(1, &["one"])).unwrap();
    drop(store);
    let old = fs::read(folder.path().join("test.key")).unwrap();
    fs::remove_file(folder.path().join("test.key")).unwrap();
    let new = KeySource::File(folder.path().join("new.key"));
    let wrong = SqliteStore::recover(folder.path(), "AGE-SECRET-KEY-1", &new);
    assert_eq!(wrong, Err(StoreError::WrongRecoverySecret));
    assert!(!folder.path().join("new.key").exists());
    SqliteStore::recover(folder.path(), &first.recovery_secret, &new).unwrap();
    let store = SqliteStore::open(folder.path(), &new).unwrap();
    assert_eq!(store.load(case(1)).unwrap().entries[0].entry, entry("one"));
    drop(store);
    fs::write(folder.path().join("test.key"), old).unwrap();
    assert_eq!(
        opening(folder.path(), &key_in(folder.path())),
        Some(StoreError::WrongKey)
    );
}

#[test]
fn a_newer_schema_is_not_touched() {
    let folder = filled();
    raw(folder.path()).pragma_update(None, "user_version", 99).unwrap();
    let file = folder.path().join("tutela.db");
    let before = fs::read(&file).unwrap();
    let newer = StoreError::NewerSchema { found: 99, known: 5 };
    assert_eq!(opening(folder.path(), &key_in(folder.path())), Some(newer.clone()));
    assert_eq!(SqliteStore::verify_in(folder.path(), &mut |_| {}), Err(newer));
    assert!(SqliteStore::create(folder.path(), &key_in(folder.path())).is_err());
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_damaged_file_is_told() {
    let folder = filled();
    let file = folder.path().join("tutela.db");
    let sound = fs::read(&file).unwrap();
    let key = key_in(folder.path());

    let mut bytes = sound.clone();
    bytes[..100].fill(0x5a);
    fs::write(&file, &bytes).unwrap();
    assert_eq!(opening(folder.path(), &key), Some(StoreError::Damaged));

    // Everything but the first page overwritten.
    let mut bytes = sound.clone();
    bytes[4096..].fill(0x5a);
    fs::write(&file, &bytes).unwrap();
    assert_eq!(opening(folder.path(), &key), Some(StoreError::Damaged));

    fs::write(&file, &sound[..sound.len() / 2]).unwrap();
    let cut = SqliteStore::open(folder.path(), &key).and_then(|store| store.load(case(1)));
    assert!(cut.is_err());

    fs::write(&file, &sound).unwrap();
    assert_eq!(opened(folder.path()).load(case(1)).unwrap().head, 1);
}

#[test]
fn verification_needs_no_key() {
    let folder = filled();
    fs::remove_file(folder.path().join("test.key")).unwrap();
    let report = SqliteStore::verify_in(folder.path(), &mut |_| {}).unwrap();
    assert!(report.is_sound());
    assert_eq!((report.cases, report.entries, report.audit_rows), (1, 1, 1));
}

//! No byte of what must stay unknown is on the disk.

use crate::samples::*;
use std::path::Path;
use tutela_store::*;

const NAME: &str = "Anahit Petrosyan";
const ADDRESS: &str = "Lindenallee 14, third floor";
const WORDS: &str = "he said he would hurt my sister";
const WORKER: &str = "mira.sargsyan@agency.example";

/// The files of the store in which a text stands.
fn files_with(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap();
        let bytes = std::fs::read(file.path()).unwrap();
        if bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
            found.push(file.file_name().into_string().unwrap());
        }
    }
    found
}

fn assert_sealed(folder: &Path) {
    for text in [
        NAME,
        ADDRESS,
        WORDS,
        WORKER,
        "Anahit",
        "Petrosyan",
        "anahit",
        "petrosyan",
        "Lindenallee",
        "hurt my sister",
        "sargsyan",
        "a-token",
    ] {
        assert_eq!(files_with(folder, text), Vec::<String>::new(), "{text} stands in clear");
    }
    // The case of an audit row and the kind of draft are sealed as well.
    assert_eq!(files_with(folder, "draft of the views"), Vec::<String>::new());
    // The search itself works: a staff id stands in clear.
    assert!(!files_with(folder, "s-7f3a").is_empty());
}

#[test]
fn nothing_of_a_child_stands_in_clear() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let all = format!("{NAME}, {ADDRESS}: {WORDS}");
    let mut new = new_case(1, &[&all]);
    new.projection.case_row.summary = all.as_str().into();
    new.audit.detail = all.as_str().into();
    new.submission = submission(NAME);
    store.create_case(new).unwrap();
    let mut next = append(1, 1, ADDRESS, &[NAME, ADDRESS, WORDS]);
    next.projection.case_row.summary = WORDS.into();
    store.append(next).unwrap();
    let mut seen = audit("case_viewed", Some(case(1)));
    seen.detail = NAME.into();
    store.audit(seen).unwrap();

    let mut worker = account("s-7f3a", WORKER);
    worker.display_name = WORKER.into();
    worker.password_hash = WORDS.into();
    store.create_account(&worker).unwrap();
    store.note_failed_sign_in(WORKER, at(0)).unwrap();
    let invite = Invite {
        staff: staff("s-7f3a"),
        expires: at(9),
        detail: WORKER.into(),
    };
    store.create_invite("a-token", &invite).unwrap();
    let session = Session {
        staff: staff("s-7f3a"),
        created: at(0),
        expires: at(9),
        state: NAME.into(),
    };
    store.create_session("a-token", &session).unwrap();
    let state = Plain::from(ADDRESS);
    store.touch_session("a-token", at(10), &state).unwrap();
    let key = DraftKey {
        staff: staff("s-7f3a"),
        case: Some(case(1)),
        key: "draft of the views".into(),
    };
    let draft = Draft {
        saved: at(0),
        typed: all.as_str().into(),
    };
    store.put_draft(&key, &draft).unwrap();
    let view = SavedView {
        id: "v-1".into(),
        staff: staff("s-7f3a"),
        name: NAME.into(),
        asked: ADDRESS.into(),
    };
    let saved = store.save_view(&view, 1, audit("view_saved", None));
    assert_eq!(saved, Ok(ViewChange::Made));

    for suffix in ["", "-wal", "-shm"] {
        assert!(folder.path().join(format!("tutela.db{suffix}")).exists());
    }
    assert_sealed(folder.path());
    store.delete_draft(&key).unwrap();
    store.delete_session("a-token").unwrap();
    assert_sealed(folder.path());
    drop(store);
    assert!(!folder.path().join("tutela.db-wal").exists());
    assert_sealed(folder.path());
}

#[test]
fn nothing_of_a_child_is_told_by_debug_or_errors() {
    let everything = format!(
        "{:?} {:?} {:?} {:?}",
        new_case(1, &[NAME]),
        append(1, 1, NAME, &[ADDRESS]),
        account("s-7f3a", WORKER),
        Draft {
            saved: at(0),
            typed: WORDS.into()
        },
    );
    for text in [NAME, ADDRESS, WORDS, WORKER, "argon2id"] {
        assert!(!everything.contains(text), "{text} is told");
    }
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    store.create_account(&account("s-7f3a", WORKER)).unwrap();
    let error = store.create_account(&account("s-7f3b", WORKER)).unwrap_err();
    assert!(!format!("{error} {error:?}").contains(WORKER));
}

#[test]
#[cfg(unix)]
fn only_the_owner_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    store.create_case(new_case(1, &["one"])).unwrap();
    for file in ["test.key", "tutela.db", "tutela.db-wal", "tutela.db-shm"] {
        let mode = std::fs::metadata(folder.path().join(file))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}

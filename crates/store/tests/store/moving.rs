//! A whole store is carried from one kind of database to the other, or nothing of it.

use crate::bench::Bench;
use crate::samples::*;
use tutela_store::*;

fn place(bench: &Bench) -> Place {
    match bench.url() {
        None => Place::Folder(bench.folder().to_owned()),
        Some(url) => Place::Database(url.parse().unwrap()),
    }
}

/// Something in every table.
fn fill(store: &dyn Store) {
    store.create_case(new_case(1, &["one", "two"])).unwrap();
    store.create_case(new_case(2, &["one"])).unwrap();
    store.append(append(1, 2, "a", &["three"])).unwrap();
    store.audit(audit("case_viewed", Some(case(2)))).unwrap();
    store.create_account(&account("s-1", "mira")).unwrap();
    store.keep_setting("zone", "Europe/Vienna").unwrap();
    store.keep_pack([1; 32], b"a pack").unwrap();
    store.note_failed_sign_in("mira", at(0)).unwrap();
    let invite = Invite {
        staff: staff("s-2"),
        expires: at(60),
        detail: "first password".into(),
    };
    store.create_invite("invited", &invite).unwrap();
    let session = Session {
        staff: staff("s-1"),
        created: at(0),
        expires: at(60),
        state: "state".into(),
    };
    store.create_session("signed in", &session).unwrap();
    store.put_draft(&draft_key(), &draft()).unwrap();
    let view = SavedView {
        id: "v-1".into(),
        staff: staff("s-1"),
        name: "mine".into(),
        asked: "is=missing".into(),
    };
    store.save_view(&view, 1, audit("view_saved", None)).unwrap();
}

fn draft_key() -> DraftKey {
    DraftKey {
        staff: staff("s-1"),
        case: None,
        key: "views".into(),
    }
}

fn draft() -> Draft {
    Draft {
        saved: at(1),
        typed: "half a sentence".into(),
    }
}

/// Everything that can be read of a store.
fn all(store: &dyn Store) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        store.load(case(1)).unwrap(),
        store.load(case(2)).unwrap(),
        store.case_rows(&ListFilter::default()).unwrap(),
        store.work_rows(&ListFilter::default()).unwrap(),
        store.audit_after(0, 99).unwrap(),
        store.accounts(None).unwrap(),
        store.setting("zone").unwrap(),
        store.pack([1; 32]).unwrap(),
        store.failed_sign_ins("mira", at(0)).unwrap(),
        store.session("signed in", at(1)).unwrap(),
        store.draft(&draft_key()).unwrap(),
        store.saved_views(&staff("s-1")).unwrap(),
    )
}

#[test]
fn a_store_is_moved_there_and_back() {
    let (first, second, third) = (Bench::sqlite(), Bench::postgres(), Bench::sqlite());
    let store = first.created();
    fill(&*store);
    let before = all(&*store);
    let sent = store.verify(&mut |_| {}).unwrap();
    drop(store);
    let key = key_in(first.folder());
    let mut steps = Vec::new();
    for (from, to) in [(&first, &second), (&second, &third)] {
        let report = place(from)
            .move_to(&place(to), &mut |step, _| steps.push(step))
            .unwrap();
        assert!(report.is_sound());
        assert_eq!(report, sent);
        // The same key opens it there.
        let store = place(to).open(&key).unwrap();
        assert_eq!(all(&*store), before);
    }
    assert!(steps.contains(&"Verifying"));
    // Life goes on there: references, chains and submissions follow what was carried over.
    let store = place(&third).open(&key).unwrap();
    assert_eq!(
        store.create_case(new_case(3, &["x"])).unwrap().reference(),
        "TU-2026-0003"
    );
    let again = store.append(append(1, 2, "a", &["three"])).unwrap();
    assert_eq!(again, Appended::AlreadyWritten { seqs: 3..=3 });
    assert_eq!(
        store.take_invite("invited", at(1)).unwrap().unwrap().staff,
        staff("s-2")
    );
    assert_eq!(faults(&*store), []);
}

#[test]
fn what_is_not_empty_is_not_moved_into() {
    for [from, to] in [
        [Bench::sqlite(), Bench::postgres()],
        [Bench::postgres(), Bench::sqlite()],
    ] {
        for bench in [&from, &to] {
            bench.created().create_case(new_case(1, &["one"])).unwrap();
        }
        let already = StoreError::AlreadyThere(place(&to).to_string());
        assert_eq!(place(&from).move_to(&place(&to), &mut |_, _| {}), Err(already));
        assert_eq!(to.opened().load(case(1)).unwrap().head, 1);
        let [empty, _] = Bench::both();
        let not_there = StoreError::NotThere(place(&empty).to_string());
        assert_eq!(place(&empty).move_to(&place(&to), &mut |_, _| {}), Err(not_there));
    }
}

#[test]
fn a_store_with_faults_is_not_moved_and_the_target_says_that_it_is_none() {
    for [from, to] in [
        [Bench::sqlite(), Bench::postgres()],
        [Bench::postgres(), Bench::sqlite()],
    ] {
        fill(&*from.created());
        let kept = from.without_triggers().bytes("SELECT chain FROM entries WHERE seq = 3");
        let set = |bytes: &[u8]| {
            let bytes = crate::bench::literal(bytes);
            let sql = format!("UPDATE entries SET chain = {bytes} WHERE seq = 3");
            from.without_triggers().batch(&sql).unwrap();
        };
        set(&[0; 32]);
        let moved = place(&from).move_to(&place(&to), &mut |_, _| {});
        assert!(matches!(moved, Err(StoreError::NotWhole { .. })), "{moved:?}");
        // Nobody can take the half-way place for an empty one and begin a store of its own there.
        let key = key_in(from.folder());
        let unfinished = StoreError::MoveUnfinished(place(&to).to_string());
        assert_eq!(place(&to).open(&key).err(), Some(unfinished.clone()));
        assert_eq!(place(&to).open_or_create(&key).err(), Some(unfinished.clone()));
        assert_eq!(place(&to).verify(&[], &mut |_| {}).err(), Some(unfinished));
        // When the store is whole again, the same target serves.
        set(&kept);
        place(&from).move_to(&place(&to), &mut |_, _| {}).unwrap();
        let there = all(&*place(&to).open(&key).unwrap());
        assert!(place(&from).take_back().unwrap());
        assert_eq!(there, all(&*from.opened()));
    }
}

#[test]
fn what_was_moved_is_opened_there_and_no_more_here() {
    for [from, to] in [
        [Bench::sqlite(), Bench::postgres()],
        [Bench::postgres(), Bench::sqlite()],
    ] {
        fill(&*from.created());
        let (key, here, there) = (key_in(from.folder()), place(&from), place(&to));
        // A program that was forgotten, and runs still.
        let forgotten = from.opened();
        here.move_to(&there, &mut |_, _| {}).unwrap();
        let moved = |error: &StoreError| matches!(error, StoreError::Moved { to } if *to == there.to_string());
        let refused = forgotten.append(append(1, 3, "late", &["lost?"])).unwrap_err();
        assert!(moved(&refused), "{refused:?}");
        let new = KeySource::File(from.folder().join("new.key"));
        let file = from.folder().join("b");
        for error in [
            here.open(&key).map(|_| ()).unwrap_err(),
            here.open_or_create(&key).map(|_| ()).unwrap_err(),
            here.rotate(&key, &new, Recovery::Keep).map(|_| ()).unwrap_err(),
            here.recover("AGE-SECRET-KEY-1", &new).unwrap_err(),
            here.backup(&file, false, &mut |_, _| {}).map(|_| ()).unwrap_err(),
        ] {
            assert!(moved(&error), "{error:?}");
        }
        assert!(!file.exists());
        // It is kept, and can be looked over.
        let kept = here.verify(&[], &mut |_| {}).unwrap();
        assert_eq!(kept, there.verify(&[], &mut |_| {}).unwrap());
        // Once more, now that it has arrived: nothing is done.
        let already = StoreError::AlreadyThere(there.to_string());
        assert_eq!(here.move_to(&there, &mut |_, _| {}), Err(already));
        // The way back: what was written there comes along.
        let store = there.open(&key).unwrap();
        store.append(append(1, 3, "there", &["written there"])).unwrap();
        drop(store);
        let again = Bench::sqlite();
        there.move_to(&place(&again), &mut |_, _| {}).unwrap();
        assert_eq!(place(&again).open(&key).unwrap().load(case(1)).unwrap().head, 4);
        assert!(there.open(&key).is_err() && here.open(&key).is_err());
        // Or as it was when it was moved.
        assert_eq!((here.take_back(), here.take_back()), (Ok(true), Ok(false)));
        assert_eq!(here.open(&key).unwrap().load(case(1)).unwrap().head, 3);
    }
}

/// Set in the process that dies: from where to where, and at which telling.
const FROM: &str = "TUTELA_STORE_TEST_MOVE_FROM";
const TO: &str = "TUTELA_STORE_TEST_MOVE_TO";
const DIES_AT: &str = "TUTELA_STORE_TEST_MOVE_DIES_AT";

/// Not a test by itself: in the other process it moves a store, and dies at once while it does.
#[test]
fn moves_until_it_dies() {
    let Ok(dies_at) = std::env::var(DIES_AT) else { return };
    let place = |name: &str| {
        let text = std::env::var(name).unwrap();
        match text.parse() {
            Ok(url) => Place::Database(url),
            Err(_) => Place::Folder(text.into()),
        }
    };
    let dies_at: u32 = dies_at.parse().unwrap();
    let mut told = 0;
    let moved = place(FROM).move_to(&place(TO), &mut |_, _| {
        if told == dies_at {
            std::process::abort();
        }
        told += 1;
    });
    moved.unwrap();
}

#[test]
fn a_move_that_dies_at_any_moment_leaves_one_store_and_is_done_again() {
    let words: Vec<String> = (0..320).map(|number| format!("entry {number}")).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for [from, to] in [
        [Bench::sqlite(), Bench::postgres()],
        [Bench::postgres(), Bench::sqlite()],
    ] {
        let store = from.created();
        fill(&*store);
        store.create_case(new_case(7, &words)).unwrap();
        let before = all(&*store);
        drop(store);
        let (key, here, there) = (key_in(from.folder()), place(&from), place(&to));
        let text = |bench: &Bench| match bench.url() {
            Some(url) => url.to_owned(),
            None => bench.folder().to_str().unwrap().to_owned(),
        };
        let mut opened_here = Vec::new();
        for dies_at in 0.. {
            let child = std::process::Command::new(std::env::current_exe().unwrap())
                .args(["moving::moves_until_it_dies", "--exact", "--nocapture"])
                .envs([(FROM, text(&from)), (TO, text(&to)), (DIES_AT, dies_at.to_string())])
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&child.stderr);
            assert!(!said.contains("panicked"), "{said}");
            if child.status.success() {
                break;
            }
            // There is nothing yet, and it says why; here is everything, or nobody opens it until the move is done.
            let unfinished = StoreError::MoveUnfinished(there.to_string());
            assert_eq!(there.open_or_create(&key).err(), Some(unfinished));
            match here.open(&key) {
                Ok(store) => assert_eq!(all(&*store), before),
                Err(StoreError::Moved { .. }) => {}
                Err(other) => panic!("{other:?}"),
            }
            opened_here.push(here.open(&key).is_ok());
        }
        // It died while it verified, copied and compared; and last between the two commits.
        assert!(opened_here.len() > 8, "{opened_here:?}");
        let (last, earlier) = opened_here.split_last().unwrap();
        assert!(!last && earlier.iter().all(|open| *open), "{opened_here:?}");
        assert!(matches!(here.open(&key), Err(StoreError::Moved { .. })));
        assert_eq!(all(&*there.open(&key).unwrap()), before);
        assert_eq!(there.verify(&[], &mut |_| {}).unwrap().faults, []);
    }
}

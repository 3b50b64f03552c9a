//! The part of the contract about people who sign in, drafts and packs.

use crate::samples::*;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use tutela_store::*;

pub fn accounts_are_found_by_name_id_and_agency(store: &dyn Store) {
    let (one, mut two) = (account("s-1", "mira"), account("s-2", "tomas"));
    store.create_account(&one).unwrap();
    store.create_account(&two).unwrap();
    assert_eq!(store.account_by_sign_in("mira"), Ok(Some(one.clone())));
    assert_eq!(store.account_by_sign_in("Mira"), Ok(None));
    assert_eq!(store.account(&staff("s-2")), Ok(Some(two.clone())));
    assert_eq!(store.account(&staff("s-3")), Ok(None));
    for taken in [account("s-1", "new"), account("s-3", "mira")] {
        assert_eq!(store.create_account(&taken), Err(StoreError::AccountTaken));
    }
    two.sign_in_name = "mira".into();
    assert_eq!(store.replace_account(&two), Err(StoreError::AccountTaken));
    two.sign_in_name = "tomasz".into();
    two.agency = AgencyId::new("south");
    two.active = false;
    store.replace_account(&two).unwrap();
    assert_eq!(store.account_by_sign_in("tomas"), Ok(None));
    assert_eq!(store.account_by_sign_in("tomasz"), Ok(Some(two.clone())));
    store.set_password_hash(&staff("s-2"), "other").unwrap();
    two.password_hash = "other".into();
    assert_eq!(store.accounts(None).unwrap(), [one, two.clone()]);
    assert_eq!(store.accounts(Some(&AgencyId::new("south"))).unwrap(), [two]);
    assert_eq!(store.accounts(Some(&AgencyId::new("west"))).unwrap(), []);
    let missing = StoreError::NoSuchAccount;
    assert_eq!(store.set_password_hash(&staff("s-9"), "x"), Err(missing.clone()));
    assert_eq!(store.replace_account(&account("s-9", "x")), Err(missing));
}

fn invite() -> Invite {
    Invite {
        staff: staff("s-1"),
        expires: at(60),
        detail: "first password".into(),
    }
}

pub fn an_invite_is_used_once(store: &dyn Store) {
    store.create_invite("token", &invite()).unwrap();
    assert_eq!(store.create_invite("token", &invite()), Err(StoreError::TokenTaken));
    assert_eq!(store.take_invite("another", at(0)), Ok(None));
    assert_eq!(store.take_invite("token", at(60)), Ok(None));
    assert_eq!(store.take_invite("token", at(59)), Ok(Some(invite())));
    assert_eq!(store.take_invite("token", at(59)), Ok(None));
}

pub fn of_many_who_take_an_invite_one_gets_it(store: &dyn Store) {
    store.create_invite("token", &invite()).unwrap();
    let (start, got) = (Barrier::new(8), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                start.wait();
                if store.take_invite("token", at(0)).unwrap().is_some() {
                    got.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
    });
    assert_eq!(got.into_inner(), 1);
}

pub fn sessions_live_until_they_expire(store: &dyn Store) {
    let session = |id: &str, expires| Session {
        staff: staff(id),
        created: at(0),
        expires,
        state: "last searched".into(),
    };
    store.create_session("a", &session("s-1", at(10))).unwrap();
    store.create_session("b", &session("s-1", at(20))).unwrap();
    store.create_session("c", &session("s-2", at(20))).unwrap();
    let taken = store.create_session("a", &session("s-2", at(10)));
    assert_eq!(taken, Err(StoreError::TokenTaken));
    assert_eq!(store.session("a", at(9)), Ok(Some(session("s-1", at(10)))));
    assert_eq!(store.session("a", at(10)), Ok(None));
    assert_eq!(store.touch_session("a", at(15), &"new state".into()), Ok(true));
    assert_eq!(store.touch_session("none", at(15), &"".into()), Ok(false));
    let touched = store.session("a", at(10)).unwrap().unwrap();
    assert_eq!((touched.state, touched.created), ("new state".into(), at(0)));
    assert_eq!(store.delete_expired(at(15)), Ok(1));
    assert_eq!(store.session("a", at(0)), Ok(None));
    store.delete_session("c").unwrap();
    store.delete_session("c").unwrap();
    assert_eq!(store.session("c", at(0)), Ok(None));
    assert_eq!(store.delete_sessions_of(&staff("s-1")), Ok(1));
    assert_eq!(store.session("b", at(0)), Ok(None));
}

pub fn failures_to_sign_in_are_counted_in_a_window(store: &dyn Store) {
    for minute in [0, 5, 10] {
        store.note_failed_sign_in("mira", at(minute)).unwrap();
    }
    store.note_failed_sign_in("tomas", at(10)).unwrap();
    assert_eq!(store.failed_sign_ins("mira", at(5)), Ok(2));
    assert_eq!(store.failed_sign_ins("mira", at(11)), Ok(0));
    assert_eq!(store.failed_sign_ins("nobody", at(0)), Ok(0));
    assert_eq!(store.delete_expired(at(24 * 60 + 5)), Ok(1));
    assert_eq!(store.failed_sign_ins("mira", at(0)), Ok(2));
    store.forget_failed_sign_ins("mira").unwrap();
    assert_eq!(store.failed_sign_ins("mira", at(0)), Ok(0));
    assert_eq!(store.failed_sign_ins("tomas", at(0)), Ok(1));
}

pub fn drafts_are_kept_by_owner_case_and_key(store: &dyn Store) {
    let key = |id: &str, on, key: &str| DraftKey {
        staff: staff(id),
        case: on,
        key: key.into(),
    };
    let draft = |words: &str| Draft {
        saved: at(1),
        typed: words.into(),
    };
    let mine = key("s-1", Some(case(1)), "views");
    store.put_draft(&mine, &draft("half a sen")).unwrap();
    store.put_draft(&mine, &draft("half a sentence")).unwrap();
    for other in [
        key("s-2", Some(case(1)), "views"),
        key("s-1", Some(case(2)), "views"),
        key("s-1", None, "views"),
        key("s-1", Some(case(1)), "risk"),
    ] {
        assert_eq!(store.draft(&other), Ok(None));
    }
    assert_eq!(store.draft(&mine), Ok(Some(draft("half a sentence"))));
    store.delete_draft(&mine).unwrap();
    assert_eq!(store.draft(&mine), Ok(None));
}

pub fn views_are_a_persons_own_and_die_with_the_account(store: &dyn Store) {
    for (id, name) in [("s-1", "mira"), ("s-2", "tomas")] {
        store.create_account(&account(id, name)).unwrap();
    }
    let view = |id: &str, of: &str, name: &str| SavedView {
        id: id.into(),
        staff: staff(of),
        name: name.into(),
        asked: "is=missing&order=due".into(),
    };
    let did = || audit("view_saved", None);
    let save = |view: &SavedView| store.save_view(view, 2, did());
    let (mine, second) = (view("v-1", "s-1", "Élise’s children"), view("v-2", "s-1", "girls"));
    assert_eq!(save(&mine), Ok(ViewChange::Made));
    assert_eq!(save(&view("v-9", "s-1", "ÉLISE’S children")), Ok(ViewChange::NameTaken));
    assert_eq!(save(&second), Ok(ViewChange::Made));
    assert_eq!(save(&view("v-9", "s-1", "boys")), Ok(ViewChange::TooMany));
    // A name of one is free for another; nobody changes what is another's.
    let theirs = view("v-3", "s-2", "girls");
    assert_eq!(save(&theirs), Ok(ViewChange::Made));
    let rename = |of: &str, id: &str, name: &str| store.rename_view(&staff(of), id, &name.into(), did());
    assert_eq!(rename("s-2", "v-1", "taken over"), Ok(ViewChange::NotThere));
    assert_eq!(store.delete_view(&staff("s-2"), "v-1", did()), Ok(ViewChange::NotThere));
    assert_eq!(store.saved_views(&staff("s-1")), Ok(vec![mine.clone(), second]));

    assert_eq!(rename("s-1", "v-2", "Élise’s Children"), Ok(ViewChange::NameTaken));
    assert_eq!(rename("s-1", "v-2", "GIRLS"), Ok(ViewChange::Made));
    let renamed = view("v-2", "s-1", "GIRLS");
    assert_eq!(store.saved_views(&staff("s-1")), Ok(vec![mine, renamed.clone()]));
    assert_eq!(store.delete_view(&staff("s-1"), "v-1", did()), Ok(ViewChange::Made));
    assert_eq!(store.saved_views(&staff("s-1")), Ok(vec![renamed]));
    // Each change that was made has its row of the audit, and no other.
    assert_eq!(store.audit_after(0, 99).unwrap().len(), 5);

    let mut gone = account("s-1", "mira");
    gone.active = false;
    store.replace_account(&gone).unwrap();
    assert_eq!(store.saved_views(&staff("s-1")), Ok(Vec::new()));
    assert_eq!(store.saved_views(&staff("s-2")), Ok(vec![theirs]));
    assert_eq!(faults(store), []);
}

pub fn packs_are_kept_by_hash(store: &dyn Store) {
    store.keep_pack([1; 32], b"a pack").unwrap();
    store.keep_pack([1; 32], b"a pack").unwrap();
    assert_eq!(store.keep_pack([1; 32], b"another"), Err(StoreError::PackDiffers));
    assert_eq!(store.pack([1; 32]), Ok(Some(b"a pack".to_vec())));
    assert_eq!(store.pack([2; 32]), Ok(None));
}

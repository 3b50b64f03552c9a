//! Changed, missing and cut entries are found, and named, without a key.

use crate::bench::{Bench, literal};
use crate::samples::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::cell::RefCell;
use tutela_store::*;

/// The faults that are found after someone with the database did something, the same on every kind of store.
fn faults_after(sql: &str) -> Vec<Fault> {
    let [one, other] = Bench::both().map(|bench| {
        let store = bench.created();
        store
            .create_case(new_case(1, &["one", "two", "three", "four"]))
            .unwrap();
        store.create_case(new_case(2, &["one"])).unwrap();
        store.append(append(2, 1, "a", &["two"])).unwrap();
        drop(store);
        bench.without_triggers().batch(sql).unwrap();
        bench.verify().faults
    });
    assert_eq!(one, other, "{sql}");
    one
}

const ONE: &str = "case_id = x'01010101010141018101010101010101'";
const TWO: &str = "case_id = x'02020202020242028202020202020202'";

#[test]
fn the_first_fault_is_named() {
    assert_eq!(faults_after("SELECT 1"), []);
    let case = case(1);
    let changed = |seq| vec![Fault::EntryChanged { case, seq }];
    for column in ["occurred_from", "occurred_to", "written"] {
        let sql = format!("UPDATE entries SET {column} = {column} + 1 WHERE {ONE} AND seq = 3");
        assert_eq!(faults_after(&sql), changed(3));
    }
    for column in ["record_type", "staff", "agency"] {
        let sql = format!("UPDATE entries SET {column} = 'other' WHERE {ONE} AND seq >= 2");
        assert_eq!(faults_after(&sql), changed(2));
    }
    let swap = format!(
        "UPDATE entries SET (sealed, sealed_digest) =
            (SELECT o.sealed, o.sealed_digest FROM entries o WHERE o.{ONE} AND o.seq = 1)
         WHERE {ONE} AND seq = 2"
    );
    assert_eq!(faults_after(&swap), changed(2));
    let missing = format!("DELETE FROM entries WHERE {ONE} AND seq = 2");
    assert_eq!(faults_after(&missing), [Fault::EntryMissing { case, seq: 2 }]);
    let cut = format!("DELETE FROM entries WHERE {ONE} AND seq > 2");
    assert_eq!(faults_after(&cut), [Fault::EntriesCut { case, seq: 3 }]);
    let cut_with_head = format!(
        "{cut}; UPDATE cases SET head = 2, chain = (SELECT chain FROM entries e WHERE e.{ONE} AND e.seq = 2) WHERE {ONE}"
    );
    assert_eq!(
        faults_after(&cut_with_head),
        [Fault::HeadsDiffer { expected: 2, found: 2 }]
    );
    let head = format!("UPDATE cases SET chain = zeroblob(32) WHERE {ONE}");
    let heads_differ = Fault::HeadsDiffer { expected: 2, found: 2 };
    assert_eq!(faults_after(&head), [Fault::HeadChanged { case }, heads_differ.clone()]);
    let back = format!("UPDATE cases SET head = 3 WHERE {ONE}");
    assert_eq!(
        faults_after(&back),
        [Fault::EntriesAdded { case, seq: 4 }, heads_differ]
    );
    let gone = format!("DELETE FROM cases WHERE {ONE}");
    let fewer = Fault::HeadsDiffer { expected: 2, found: 1 };
    assert_eq!(faults_after(&gone), [Fault::CaseMissing { case }, fewer.clone()]);
    let all_gone = format!("{gone}; DELETE FROM entries WHERE {ONE}");
    assert_eq!(faults_after(&all_gone), [fewer]);
    let both = format!(
        "UPDATE entries SET staff = 's-0' WHERE {ONE} AND seq = 4; DELETE FROM entries WHERE {TWO} AND seq = 2"
    );
    let other = crate::samples::case(2);
    let expected = [
        Fault::EntryChanged { case, seq: 4 },
        Fault::EntriesCut { case: other, seq: 2 },
    ];
    assert_eq!(faults_after(&both), expected);
}

#[test]
fn the_audit_is_walked_too() {
    for (sql, fault) in [
        (
            "UPDATE audit SET action = 'other' WHERE seq = 2",
            Fault::AuditChanged { row: 2 },
        ),
        (
            "UPDATE audit SET staff = 's-0' WHERE seq = 1",
            Fault::AuditChanged { row: 1 },
        ),
        (
            "UPDATE audit SET sealed = zeroblob(99) WHERE seq = 3",
            Fault::AuditChanged { row: 3 },
        ),
        ("DELETE FROM audit WHERE seq = 1", Fault::AuditMissing { row: 1 }),
        ("DELETE FROM audit WHERE seq = 3", Fault::AuditCut { row: 3 }),
        ("UPDATE heads SET audit_rows = 2", Fault::AuditAdded { row: 3 }),
        (
            "UPDATE heads SET audit_chain = zeroblob(32)",
            Fault::KeptValue("the head of the audit"),
        ),
        ("DELETE FROM heads", Fault::KeptValue("heads")),
    ] {
        assert_eq!(faults_after(sql), [fault]);
    }
}

#[test]
fn any_flipped_byte_is_found() {
    for bench in Bench::both() {
        let store = bench.created();
        store.create_case(new_case(1, &["one", "two", "three"])).unwrap();
        let raw = RefCell::new(bench.without_triggers());
        let mut runner = TestRunner::new(Config {
            cases: 60,
            failure_persistence: None,
            ..Config::default()
        });
        let flips = (1_u64..=3, any::<prop::sample::Index>(), 1_u8..);
        runner
            .run(&flips, |(seq, at, flip)| {
                let mut raw = raw.borrow_mut();
                let kept = raw.bytes(&format!("SELECT sealed FROM entries WHERE {ONE} AND seq = {seq}"));
                let mut write = |bytes: &[u8]| {
                    let bytes = literal(bytes);
                    raw.batch(&format!(
                        "UPDATE entries SET sealed = {bytes} WHERE {ONE} AND seq = {seq}"
                    ))
                    .unwrap();
                };
                let mut changed = kept.clone();
                let at = at.index(changed.len());
                changed[at] ^= flip;
                write(&changed);
                let (found, loaded) = (faults(&*store), store.load(case(1)));
                write(&kept);
                prop_assert_eq!(found, vec![Fault::EntryChanged { case: case(1), seq }]);
                let what = Unreadable::Entry(case(1), seq);
                prop_assert_eq!(loaded, Err(StoreError::Unreadable { what }));
                Ok(())
            })
            .unwrap();
        assert_eq!(faults(&*store), []);
    }
}

#[test]
fn what_was_changed_is_not_shown() {
    for bench in Bench::both() {
        let store = bench.created();
        store.create_case(new_case(1, &["one", "two"])).unwrap();
        store.create_account(&account("s-1", "mira")).unwrap();
        let mut raw = bench.without_triggers();
        // A clear column exchanged, though the sealed bytes are as they were.
        raw.batch("UPDATE entries SET staff = 's-0' WHERE seq = 2; UPDATE case_rows SET caseworker = 's-0'")
            .unwrap();
        raw.batch("UPDATE audit SET staff = 's-0'; UPDATE accounts SET active = 0")
            .unwrap();
        let unreadable = |what| StoreError::Unreadable { what };
        let entry = unreadable(Unreadable::Entry(case(1), 2));
        assert_eq!(store.load(case(1)).err(), Some(entry));
        let listed = store.case_rows(&ListFilter::default()).err();
        assert_eq!(listed, Some(unreadable(Unreadable::Summary(case(1)))));
        assert_eq!(store.audit_of(case(1)).err(), Some(unreadable(Unreadable::Audit(1))));
        assert_eq!(
            store.account_by_sign_in("mira").err(),
            Some(unreadable(Unreadable::Account))
        );
        // A case whose last entry was cut is not shown as if it were whole.
        raw.batch("DELETE FROM entries WHERE seq = 2").unwrap();
        assert!(store.load(case(1)).is_err());
    }
}

//! Changed, missing and cut entries are found, and named, without a key; so are cases that were turned back or taken out.

use crate::bench::{Bench, literal};
use crate::samples::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::cell::RefCell;
use std::ops::ControlFlow;
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
fn every_fault_is_named() {
    assert_eq!(faults_after("SELECT 1"), []);
    let case = case(1);
    let changed = |seqs: &[u64]| -> Vec<Fault> {
        let faults = seqs.iter().map(|seq| Fault::EntryChanged { case, seq: *seq });
        faults.collect()
    };
    for column in ["occurred_from", "occurred_to", "written"] {
        let sql = format!("UPDATE entries SET {column} = {column} + 1 WHERE {ONE} AND seq = 3");
        assert_eq!(faults_after(&sql), changed(&[3]));
    }
    for column in ["record_type", "staff", "agency"] {
        let sql = format!("UPDATE entries SET {column} = 'other' WHERE {ONE} AND seq >= 2");
        assert_eq!(faults_after(&sql), changed(&[2, 3, 4]));
    }
    // The walk goes on after a fault: what follows it and is whole is not named.
    let apart = format!("UPDATE entries SET staff = 's-0' WHERE {ONE} AND seq IN (1, 3)");
    assert_eq!(faults_after(&apart), changed(&[1, 3]));
    for seq in [2, 4] {
        let link = format!("UPDATE entries SET chain = zeroblob(32) WHERE {ONE} AND seq = {seq}");
        assert_eq!(faults_after(&link), changed(&[seq]));
    }
    let swap = format!(
        "UPDATE entries SET (sealed, sealed_digest) =
            (SELECT o.sealed, o.sealed_digest FROM entries o WHERE o.{ONE} AND o.seq = 1)
         WHERE {ONE} AND seq = 2"
    );
    assert_eq!(faults_after(&swap), changed(&[2]));
    let missing = format!("DELETE FROM entries WHERE {ONE} AND seq IN (1, 2)");
    let gap = [1, 2].map(|seq| Fault::EntryMissing { case, seq });
    assert_eq!(faults_after(&missing), gap);
    let changed_after = format!("{missing}; UPDATE entries SET staff = 's-0' WHERE {ONE} AND seq = 4");
    assert_eq!(faults_after(&changed_after), [&gap[..], &changed(&[4])].concat());
    let cut = format!("DELETE FROM entries WHERE {ONE} AND seq > 2");
    assert_eq!(faults_after(&cut), [Fault::EntriesCut { case, seq: 3 }]);
    let heads_differ = Fault::HeadsDiffer { expected: 2, found: 2 };
    let head = format!("UPDATE cases SET chain = zeroblob(32) WHERE {ONE}");
    assert_eq!(faults_after(&head), [Fault::HeadChanged { case }, heads_differ.clone()]);
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
fn an_entry_put_in_before_the_first_is_named() {
    let case = case(1);
    for number in [0, -1] {
        let before_the_first = format!(
            "INSERT INTO entries SELECT case_id, {number}, record_type, occurred_from, occurred_to, written, staff, agency, sealed,
                 sealed_digest, chain FROM entries WHERE {ONE} AND seq = 1"
        );
        assert_eq!(faults_after(&before_the_first), [Fault::EntriesAdded { case, seq: 0 }]);
    }
}

#[test]
fn a_case_that_was_turned_back_or_taken_out_is_named_by_what_stands_beside_it() {
    let case = case(1);
    let heads_differ = |found| Fault::HeadsDiffer { expected: 2, found };
    let turned_back = Fault::TurnedBack { case, seq: 4 };
    let cut = format!(
        "DELETE FROM entries WHERE {ONE} AND seq > 2;
         UPDATE cases SET head = 2, chain = (SELECT chain FROM entries e WHERE e.{ONE} AND e.seq = 2) WHERE {ONE}"
    );
    assert_eq!(faults_after(&cut), [turned_back.clone(), heads_differ(2)]);
    // Each of the things beside it tells.
    let submitted = format!("UPDATE submissions SET last_seq = 2 WHERE {ONE}");
    let breached = format!("DELETE FROM breaches WHERE {ONE}");
    for beside in [&submitted, &breached] {
        let sql = format!("{cut}; {beside}");
        assert_eq!(faults_after(&sql), [turned_back.clone(), heads_differ(2)]);
    }
    let in_register = format!("{cut}; {submitted}; {breached}; UPDATE register_rows SET entry = 3 WHERE {ONE}");
    let until_3 = Fault::TurnedBack { case, seq: 3 };
    assert_eq!(faults_after(&in_register), [until_3, heads_differ(2)]);
    let nothing = format!("{cut}; {submitted}; {breached}");
    assert_eq!(faults_after(&nothing), [heads_differ(2)]);
    let back = format!("UPDATE cases SET head = 3 WHERE {ONE}");
    let expected = [Fault::EntriesAdded { case, seq: 4 }, turned_back, heads_differ(2)];
    assert_eq!(faults_after(&back), expected);
    let gone = |tables: &[&str]| {
        let sql = tables.iter().map(|table| format!("DELETE FROM {table} WHERE {ONE};"));
        faults_after(&sql.collect::<String>())
    };
    let no_reference = Fault::ReferenceMissing {
        reference: "TU-2026-0001".to_owned(),
    };
    let expected = [Fault::CaseMissing { case }, no_reference.clone(), heads_differ(1)];
    let mut tables = vec!["cases"];
    for table in ["entries", "submissions", "case_rows", "work_rows", "breaches"] {
        assert_eq!(gone(&tables), expected, "{tables:?}");
        tables.push(table);
    }
    tables.push("register_rows");
    assert_eq!(gone(&tables), [no_reference, heads_differ(1)]);
}

#[test]
fn of_very_many_faults_it_is_told_how_many_more_there_are() {
    let faults = faults_after("UPDATE case_numbers SET last = 999999999999");
    assert_eq!(faults.len(), 1000);
    let faults =
        faults_after("UPDATE case_numbers SET last = 999999999999; UPDATE entries SET staff = 's-0' WHERE seq = 1");
    assert_eq!(faults.len(), 1001);
    assert_eq!(faults.last(), Some(&Fault::More { faults: 2 }));
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
        // A row of a list says that it is damaged, and hides no other.
        store.create_case(new_case(2, &["one"])).unwrap();
        let listed = store.case_rows(&ListFilter::default()).unwrap();
        let listed = listed.iter().map(|l| (l.case, l.damaged, l.row.summary.as_slice()));
        assert_eq!(
            listed.collect::<Vec<_>>(),
            [(case(2), false, &b"summary"[..]), (case(1), true, b"")]
        );
        // Nor is it believed which entry is the last.
        for head in ["head - 1", "-1", "9223372036854775807"] {
            raw.batch(&format!(
                "UPDATE case_rows SET caseworker = 's-7', head = {head} WHERE {ONE}"
            ))
            .unwrap();
            let listed = store.case_rows(&ListFilter::default()).unwrap();
            let damaged: Vec<_> = listed.iter().map(|l| (l.case, l.damaged)).collect();
            assert_eq!(damaged, [(case(2), false), (case(1), true)]);
        }
        // What cannot be read is replaced.
        raw.batch(&format!("UPDATE case_rows SET reference = 'TU-2026-0099' WHERE {ONE}"))
            .unwrap();
        for column in [
            "case_rows SET assessed_at",
            "work_rows SET opens_at",
            "register_rows SET began",
        ] {
            raw.batch(&format!("UPDATE {column} = 9223372036854775807 WHERE {ONE}"))
                .unwrap();
        }
        let filter = ListFilter::of(case(1));
        assert!(store.case_rows(&filter).unwrap()[0].damaged);
        assert_eq!(store.work_rows(&filter).err(), Some(StoreError::Damaged));
        let anew = projection("anew");
        assert_eq!(
            store.replace_projection(case(1), 2, anew.clone(), Shared::default()),
            Ok(true)
        );
        let row = store.case_rows(&filter).unwrap().remove(0);
        assert_eq!((row.row, row.head, row.damaged), (anew.case_row, 2, false));
        assert_eq!(
            row.reference,
            store
                .load(case(1))
                .map_or_else(|_| "TU-2026-0001".to_owned(), |c| c.reference)
        );
        assert_eq!(store.work_rows(&filter).unwrap()[0].row, anew.work_rows[0]);
        assert_eq!(store.register_rows_of(case(1)).unwrap(), anew.register_rows);
        // Nor does a key that was changed hide other cases: who opened the row before still knows it, who opens it now does not.
        raw.batch(&format!("UPDATE cases SET wrapped_key = zeroblob(99) WHERE {ONE}"))
            .unwrap();
        for (store, damaged) in [(&store, [false, false]), (&bench.opened(), [false, true])] {
            let listed = store.case_rows(&ListFilter::default()).unwrap();
            assert_eq!(listed.iter().map(|l| l.damaged).collect::<Vec<_>>(), damaged);
        }
        // A row that was changed is opened anew, and found out.
        raw.batch("UPDATE case_rows SET last_written = last_written + 1")
            .unwrap();
        let listed = store.case_rows(&ListFilter::default()).unwrap();
        assert!(listed.iter().all(|l| l.damaged));
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

#[test]
fn a_name_that_was_lost_from_the_index_is_noticed_and_put_back() {
    for bench in Bench::both() {
        let store = bench.created();
        let mut new = new_case(1, &["one"]);
        let both = names(&["olga", "petrenko"]);
        new.projection.name_keys = both.clone();
        store.create_case(new.clone()).unwrap();
        store.create_case(new_case(2, &["one"])).unwrap();
        let olga = names(&["olga"]);
        let has = |number, names: &_| {
            let by_one = store.has_names(case(number), names, false).unwrap();
            assert_eq!(
                by_one,
                store.index_is_whole().unwrap() && store.has_names(case(number), names, true).unwrap()
            );
            by_one
        };
        let found = || {
            let readings = [both.iter().map(|name| vec![[name.clone()].into()]).collect()];
            let mut found = 0;
            let mut count = |given| {
                found += usize::from(matches!(given, ByName::Case(_)));
                ControlFlow::Continue(())
            };
            store
                .each_case_by_name(&readings, &ListFilter::default(), 9, &mut count)
                .unwrap();
            found
        };
        assert!(has(1, &both) && has(2, &olga));
        assert!(!has(1, &olga) && !has(2, &both));
        assert_eq!(found(), 1);
        let mut raw = bench.raw();
        let one_hash =
            format!("DELETE FROM name_keys WHERE {ONE} AND hash = (SELECT min(hash) FROM name_keys WHERE {ONE})");
        let its_names = format!("DELETE FROM case_names WHERE {ONE}");
        let all = format!("{its_names}; DELETE FROM name_keys WHERE {ONE}");
        for (lost, is_found) in [(one_hash, 0), (its_names, 1), (all, 0)] {
            raw.batch(&lost).unwrap();
            assert_eq!((has(1, &both), found()), (false, is_found), "{lost}");
            let replaced = store.replace_projection(case(1), 1, new.projection.clone(), Shared::default());
            assert_eq!((replaced, has(1, &both), found()), (Ok(true), true, 1), "{lost}");
        }
        assert!(has(2, &olga));
    }
}

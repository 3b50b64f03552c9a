//! What every backend does, whichever keeps the bytes. A new backend calls [`run`] with a way to make an empty store.

use crate::people;
use crate::samples::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Barrier;
use tutela_domain::ids::CaseId;
use tutela_store::*;

/// Runs the whole contract, each part on a store of its own.
pub fn run(make: impl Fn() -> Box<dyn Store>) {
    let parts: [fn(&dyn Store); 37] = [
        a_case_comes_back_as_it_was_written,
        references_count_up_within_their_year,
        the_same_submission_is_written_once,
        the_same_submission_makes_one_case,
        a_case_that_moved_is_not_written,
        of_two_who_append_one_wins,
        of_two_who_send_the_same_one_writes,
        many_at_once_are_all_answered,
        a_refused_writing_leaves_nothing,
        projections_are_replaced_as_a_whole,
        lists_are_filtered,
        lists_are_ordered_and_end_when_told,
        a_list_is_what_a_look_at_all_cases_gives,
        who_carries_what_is_counted,
        registers_show_what_has_not_ended,
        a_register_is_read_by_its_pages_and_by_what_it_refers_to,
        a_breach_is_noted_once_and_stays,
        names_are_found_by_their_keys,
        names_are_given_tier_by_tier_and_bounded_within_each,
        what_was_stirred_is_reckoned_anew,
        a_rebuild_yields_to_a_newer_writing,
        what_was_read_of_a_register_has_not_changed,
        of_many_who_read_a_register_each_sees_those_before,
        who_refers_to_the_book_is_found_and_stirred,
        cases_that_change_are_found,
        the_audit_of_a_case_is_found,
        verification_finds_nothing_wrong,
        a_submission_is_found,
        a_setting_is_kept,
        people::accounts_are_found_by_name_id_and_agency,
        people::an_invite_is_used_once,
        people::of_many_who_take_an_invite_one_gets_it,
        people::sessions_live_until_they_expire,
        people::failures_to_sign_in_are_counted_in_a_window,
        people::drafts_are_kept_by_owner_case_and_key,
        people::views_are_a_persons_own_and_die_with_the_account,
        people::packs_are_kept_by_hash,
    ];
    for part in parts {
        part(&*make());
    }
}

fn a_case_comes_back_as_it_was_written(store: &dyn Store) {
    let created = store.create_case(new_case(1, &["one", "two"])).unwrap();
    let written = store.append(append(1, 2, "a", &["", "four"])).unwrap();
    assert_eq!(written, Appended::Written { seqs: 3..=4 });
    let loaded = store.load(case(1)).unwrap();
    assert_eq!((loaded.head, loaded.created), (4, at(0)));
    assert_eq!(loaded.reference, created.reference());
    let seqs: Vec<u64> = loaded.entries.iter().map(|entry| entry.seq).collect();
    assert_eq!(seqs, [1, 2, 3, 4]);
    for (stored, words) in loaded.entries.iter().zip(["one", "two", "", "four"]) {
        assert_eq!(stored.entry, entry(words));
    }
    assert_eq!(store.load(case(2)), Err(StoreError::NoSuchCase));
    assert_eq!(store.append(append(2, 0, "a", &["x"])), Err(StoreError::NoSuchCase));
    assert_eq!(store.case_by_reference(created.reference()), Ok(Some(case(1))));
    assert_eq!(store.case_by_reference("TU-1999-0001"), Ok(None));
}

fn references_count_up_within_their_year(store: &dyn Store) {
    let reference = |number, written: &str| {
        let mut new = new_case(number, &["x"]);
        new.written = written.parse().unwrap();
        store.create_case(new).unwrap().reference().to_owned()
    };
    assert_eq!(reference(1, "2026-04-17T08:00:00Z"), "TU-2026-0001");
    assert_eq!(reference(2, "2026-12-31T23:59:59Z"), "TU-2026-0002");
    assert_eq!(reference(3, "2027-01-01T00:00:00Z"), "TU-2027-0001");
    assert_eq!(reference(4, "2026-12-31T23:59:59Z"), "TU-2026-0003");
    assert_eq!(store.all_cases().unwrap(), [case(1), case(2), case(3), case(4)]);
}

fn the_same_submission_is_written_once(store: &dyn Store) {
    store.create_case(new_case(1, &["one"])).unwrap();
    store.create_case(new_case(2, &["one"])).unwrap();
    let first = store.append(append(1, 1, "sent twice", &["two", "three"])).unwrap();
    assert_eq!(first, Appended::Written { seqs: 2..=3 });
    for head in [1, 3] {
        let again = store.append(append(1, head, "sent twice", &["two", "three"])).unwrap();
        assert_eq!(again, Appended::AlreadyWritten { seqs: 2..=3 });
    }
    assert_eq!(store.load(case(1)).unwrap().head, 3);
    assert_eq!(store.audit_of(case(1)).unwrap().len(), 2);
    // Another case may have a submission of the same name.
    let other = store.append(append(2, 1, "sent twice", &["two"])).unwrap();
    assert_eq!(other, Appended::Written { seqs: 2..=2 });
    assert!(SubmissionId::new("").is_err());
    assert!(SubmissionId::new("x".repeat(65)).is_err());
}

fn the_same_submission_makes_one_case(store: &dyn Store) {
    let first = store.create_case(new_case(1, &["one"])).unwrap();
    let mut again = new_case(2, &["one"]);
    again.submission = submission("create 1");
    let again = store.create_case(again).unwrap();
    let reference = first.reference().to_owned();
    assert_eq!(
        again,
        Created::AlreadyWritten {
            case: case(1),
            reference
        }
    );
    assert_eq!(store.all_cases().unwrap(), [case(1)]);
    let mut taken = new_case(1, &["other"]);
    taken.submission = submission("other");
    assert_eq!(store.create_case(taken), Err(StoreError::CaseIdTaken));
    // The number of a refused case is not lost.
    assert_eq!(
        store.create_case(new_case(3, &["x"])).unwrap().reference(),
        "TU-2026-0002"
    );
}

fn a_case_that_moved_is_not_written(store: &dyn Store) {
    store.create_case(new_case(1, &["one", "two"])).unwrap();
    for seen in [0, 1, 3] {
        let moved = store.append(append(1, seen, &format!("saw {seen}"), &["x"])).unwrap();
        assert_eq!(moved, Appended::Moved { head: 2 });
    }
    assert_eq!(store.load(case(1)).unwrap().entries.len(), 2);
    assert_eq!(store.audit_of(case(1)).unwrap().len(), 1);
    // What was refused may be sent again under the same id.
    let written = store.append(append(1, 2, "saw 0", &["x"])).unwrap();
    assert_eq!(written, Appended::Written { seqs: 3..=3 });
}

/// Two threads do the same at the same moment.
fn both<T: Send>(act: impl Fn(usize) -> T + Sync) -> [T; 2] {
    let start = Barrier::new(2);
    std::thread::scope(|scope| {
        let handles = [0, 1].map(|who| {
            let (act, start) = (&act, &start);
            scope.spawn(move || {
                start.wait();
                act(who)
            })
        });
        handles.map(|handle| handle.join().unwrap())
    })
}

fn of_two_who_append_one_wins(store: &dyn Store) {
    store.create_case(new_case(1, &["one"])).unwrap();
    for head in 1..30 {
        let mut results = both(|who| store.append(append(1, head, &format!("{head} {who}"), &["x"])).unwrap());
        results.sort_by_key(|result| matches!(result, Appended::Moved { .. }));
        let next = head + 1;
        assert_eq!(
            results,
            [Appended::Written { seqs: next..=next }, Appended::Moved { head: next }]
        );
    }
    assert_eq!(store.load(case(1)).unwrap().head, 30);
    assert_eq!(faults(store), []);
}

fn of_two_who_send_the_same_one_writes(store: &dyn Store) {
    store.create_case(new_case(1, &["one"])).unwrap();
    for head in 1..10 {
        let mut results = both(|_| store.append(append(1, head, &format!("{head}"), &["x"])).unwrap());
        results.sort_by_key(|result| matches!(result, Appended::AlreadyWritten { .. }));
        let seqs = head + 1..=head + 1;
        assert_eq!(
            results,
            [
                Appended::Written { seqs: seqs.clone() },
                Appended::AlreadyWritten { seqs }
            ]
        );
    }
    let made = both(|who| {
        let mut new = new_case(10 + who as u8, &["x"]);
        new.submission = submission("one case");
        store.create_case(new).unwrap().case()
    });
    assert_eq!(made[0], made[1]);
    assert_eq!(store.all_cases().unwrap().len(), 2);
}

fn many_at_once_are_all_answered(store: &dyn Store) {
    const WRITERS: u8 = 64;
    for number in 0..WRITERS {
        store.create_case(new_case(number, &["one"])).unwrap();
    }
    let start = Barrier::new(usize::from(WRITERS));
    std::thread::scope(|scope| {
        for number in 0..WRITERS {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                let written = store.append(append(number, 1, "at once", &["two"])).unwrap();
                assert_eq!(written, Appended::Written { seqs: 2..=2 });
            });
        }
    });
    for number in 0..WRITERS {
        assert_eq!(store.load(case(number)).unwrap().head, 2);
    }
    let report = store.verify(&mut |_| {}).unwrap();
    assert!(report.is_sound(), "{:?}", report.faults);
    assert_eq!((report.cases, report.entries, report.audit_rows), (64, 128, 128));
}

fn a_refused_writing_leaves_nothing(store: &dyn Store) {
    store.create_case(new_case(1, &["one"])).unwrap();
    assert_eq!(
        store.append(append(1, 1, "empty", &[])),
        Err(StoreError::NothingToWrite)
    );
    assert_eq!(store.create_case(new_case(2, &[])), Err(StoreError::NothingToWrite));
    // The work is refused after the entries were put in: the entries go with it.
    let mut twice = append(1, 1, "twice", &["two"]);
    twice.projection.work_rows = vec![work("a", "1", None), work("a", "1", None)];
    assert!(matches!(store.append(twice), Err(StoreError::NotAcceptable { .. })));
    let mut twice = new_case(2, &["one"]);
    twice.projection.work_rows = vec![work("a", "1", None), work("a", "1", None)];
    assert!(matches!(
        store.create_case(twice),
        Err(StoreError::NotAcceptable { .. })
    ));
    assert_eq!(store.all_cases().unwrap(), [case(1)]);
    assert_eq!(store.load(case(1)).unwrap().head, 1);
    assert_eq!(
        store.case_rows(&ListFilter::default()).unwrap()[0].row.summary,
        "summary".into()
    );
    assert_eq!(store.audit_after(0, 99).unwrap().len(), 1);
    assert_eq!(faults(store), []);
}

fn projections_are_replaced_as_a_whole(store: &dyn Store) {
    store.create_case(new_case(1, &["one"])).unwrap();
    let mut second = append(1, 1, "a", &["two"]);
    second.projection.case_row.next_change_at = None;
    second.projection.case_row.caseworker = None;
    second.projection.work_rows = vec![work("later", "2", None), work("sooner", "2", Some(at(9)))];
    let expected = second.projection.clone();
    store.append(second).unwrap();
    let listed = store.case_rows(&ListFilter::default()).unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].row, expected.case_row);
    assert_eq!((listed[0].head, listed[0].reference.as_str()), (2, "TU-2026-0001"));
    let rules: Vec<_> = store.work_rows(&ListFilter::default()).unwrap();
    let rules: Vec<_> = rules.iter().map(|listed| listed.row.rule.as_str()).collect();
    assert_eq!(rules, ["sooner", "later"]);
}

fn lists_are_filtered(store: &dyn Store) {
    for (number, agency, worker) in [
        (1, "north", Some("s-1")),
        (2, "north", Some("s-2")),
        (3, "south", Some("s-1")),
        (4, "south", None),
    ] {
        let mut new = new_case(number, &["x"]);
        new.projection.case_row.agency = AgencyId::new(agency);
        new.projection.case_row.caseworker = worker.map(StaffId::new);
        new.projection.case_row.last_written = at(i64::from(number));
        store.create_case(new).unwrap();
    }
    let check = |agency: Option<&str>, worker: Option<&str>, only: Option<u8>, expected: &[u8]| {
        let filter = ListFilter {
            agency: agency.map(AgencyId::new),
            carried: worker.map(StaffId::new).map_or(Carried::Any, Carried::By),
            cases: only.map(|number| vec![case(number)]),
            ..ListFilter::default()
        };
        let listed = store.case_rows(&filter).unwrap();
        let listed: Vec<_> = listed.iter().map(|listed| listed.case).collect();
        let expected: Vec<_> = expected.iter().map(|number| case(*number)).collect();
        assert_eq!(listed, expected);
        let mut work: Vec<_> = store
            .work_rows(&filter)
            .unwrap()
            .iter()
            .map(|listed| listed.case)
            .collect();
        work.reverse();
        assert_eq!(work, expected);
    };
    check(None, None, None, &[4, 3, 2, 1]);
    check(Some("north"), None, None, &[2, 1]);
    check(None, Some("s-1"), None, &[3, 1]);
    check(Some("south"), Some("s-1"), None, &[3]);
    check(Some("north"), Some("s-9"), None, &[]);
    check(None, None, Some(4), &[4]);
}

fn a_rebuild_yields_to_a_newer_writing(store: &dyn Store) {
    store.create_case(new_case(1, &["one"])).unwrap();
    assert_eq!(
        store.replace_projection(case(1), 1, projection("rebuilt"), Shared::default()),
        Ok(true)
    );
    assert_eq!(
        store.replace_projection(case(1), 0, projection("stale"), Shared::default()),
        Ok(false)
    );
    let refused = store.replace_projection(case(2), 0, projection("none"), Shared::default());
    assert_eq!(refused, Err(StoreError::NoSuchCase));
    let listed = store.case_rows(&ListFilter::default()).unwrap();
    assert_eq!(listed[0].row.summary, "rebuilt".into());
}

fn names_of(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn read(store: &dyn Store, names: &[&str]) -> BTreeMap<String, u64> {
    store.register_versions(&names_of(names)).unwrap()
}

fn what_was_read_of_a_register_has_not_changed(store: &dyn Store) {
    for number in 1..=2 {
        store.create_case(new_case(number, &["one"])).unwrap();
    }
    let before = read(store, &["guardians/7", "book"]);
    assert_eq!(before.values().sum::<u64>(), 0);
    let mut first = append(1, 1, "first", &["appointed"]);
    first.shared = Shared {
        read: before.clone(),
        changed: names_of(&["guardians/7"]),
        ..Shared::default()
    };
    assert_eq!(store.append(first), Ok(Appended::Written { seqs: 2..=2 }));
    let now = read(store, &["guardians/7", "book"]);
    assert_eq!((now["guardians/7"], now["book"]), (1, 0));
    // What was read before counts no longer: nothing is written, and no version is raised.
    let mut second = append(2, 1, "second", &["appointed"]);
    second.shared = Shared {
        read: before.clone(),
        changed: names_of(&["guardians/7"]),
        ..Shared::default()
    };
    assert_eq!(store.append(second.clone()), Ok(Appended::Moved { head: 1 }));
    assert_eq!(store.load(case(2)).unwrap().head, 1);
    let stale = Shared {
        read: before,
        ..Shared::default()
    };
    assert_eq!(
        store.replace_projection(case(2), 1, projection("stale"), stale),
        Ok(false)
    );
    assert_eq!(read(store, &["guardians/7"])["guardians/7"], 1);
    // Who read nothing is not held up; who read it anew writes.
    assert_eq!(
        store.append(append(1, 2, "note", &["note"])),
        Ok(Appended::Written { seqs: 3..=3 })
    );
    second.shared.read = now;
    assert_eq!(store.append(second), Ok(Appended::Written { seqs: 2..=2 }));
    assert_eq!(read(store, &["guardians/7"])["guardians/7"], 2);
}

fn of_many_who_read_a_register_each_sees_those_before(store: &dyn Store) {
    for number in 1..=8 {
        store.create_case(new_case(number, &["one"])).unwrap();
    }
    let barrier = Barrier::new(8);
    // Each may write while fewer than two have: as often as it is told that another was faster, it looks again.
    let written: usize = std::thread::scope(|scope| {
        let writers: Vec<_> = (1..=8u8)
            .map(|number| {
                let barrier = &barrier;
                scope.spawn(move || {
                    barrier.wait();
                    loop {
                        let now = read(store, &["guardians/7"]);
                        if now["guardians/7"] >= 2 {
                            return 0;
                        }
                        let mut wanted = append(number, 1, "mine", &["appointed"]);
                        wanted.shared = Shared {
                            read: now,
                            changed: names_of(&["guardians/7"]),
                            ..Shared::default()
                        };
                        if let Appended::Written { .. } = store.append(wanted).unwrap() {
                            return 1;
                        }
                    }
                })
            })
            .collect();
        writers.into_iter().map(|writer| writer.join().unwrap()).sum()
    });
    assert_eq!(written, 2);
}

fn who_refers_to_the_book_is_found_and_stirred(store: &dyn Store) {
    for (number, in_book) in [(1, Some(7)), (2, Some(8)), (3, None), (4, Some(7))] {
        let mut new = new_case(number, &["one"]);
        let mut line = in_register("guardians", 1, None);
        line.in_book = in_book;
        new.projection.register_rows = vec![line];
        new.projection.case_row.next_change_at = None;
        store.create_case(new).unwrap();
    }
    let found = store.referring("guardians", &BTreeSet::from([7, 9])).unwrap();
    let cases: Vec<CaseId> = found.iter().map(|line| line.case).collect();
    assert_eq!(cases, [case(1), case(4)]);
    assert_eq!((found[0].row.in_book, found[0].row.entry), (Some(7), 1));
    assert_eq!(found[0].written, entry("one").written);
    assert!(store.referring("placements", &BTreeSet::from([7])).unwrap().is_empty());
    assert!(store.referring("guardians", &BTreeSet::new()).unwrap().is_empty());
    assert_eq!(store.register_rows_of(case(2)).unwrap()[0].in_book, Some(8));
    // Who writes is reckoned by the writing itself.
    let mut change = append(1, 1, "change", &["ended"]);
    change.projection.case_row.next_change_at = None;
    change.shared.stirred = BTreeSet::from([7]);
    store.append(change).unwrap();
    assert_eq!(store.cases_to_reckon(at(0), 9).unwrap(), [case(4)]);
}

fn cases_that_change_are_found(store: &dyn Store) {
    for (number, next) in [(1, Some(at(30))), (2, Some(at(10))), (3, None), (4, Some(at(50)))] {
        let mut new = new_case(number, &["x"]);
        new.projection.case_row.next_change_at = next;
        store.create_case(new).unwrap();
    }
    assert_eq!(store.cases_to_reckon(at(49), 9).unwrap(), [case(2), case(1)]);
    assert_eq!(store.cases_to_reckon(at(50), 9).unwrap(), [case(2), case(1), case(4)]);
    assert_eq!(store.cases_to_reckon(at(50), 1).unwrap(), [case(2)]);
    assert_eq!(store.cases_to_reckon(at(0), 9).unwrap(), []);
}

fn the_audit_of_a_case_is_found(store: &dyn Store) {
    let first = audit("case_viewed", Some(case(1)));
    assert_eq!(store.audit(first.clone()), Ok(1));
    // More cases than there are tags, so that some share the tag of case 1.
    for number in 2..=255 {
        store.audit(audit("case_viewed", Some(case(number)))).unwrap();
    }
    let other = audit("signed_in", None);
    assert_eq!(store.audit(other.clone()), Ok(256));
    let second = audit("case_printed", Some(case(1)));
    assert_eq!(store.audit(second.clone()), Ok(257));
    let of_case: Vec<_> = store.audit_of(case(1)).unwrap();
    let rows: Vec<_> = of_case.iter().map(|row| row.row).collect();
    assert_eq!(rows, [1, 257]);
    assert_eq!(of_case[0].event, first);
    let after = store.audit_after(255, 10).unwrap();
    assert_eq!(after.len(), 2);
    assert_eq!((&after[0].event, &after[1].event), (&other, &second));
    assert_eq!(store.audit_after(1, 3).unwrap().len(), 3);
}

fn verification_finds_nothing_wrong(store: &dyn Store) {
    let empty = store.verify(&mut |_| {}).unwrap();
    assert!(empty.is_sound());
    for number in 1..=3 {
        store.create_case(new_case(number, &["one", "two"])).unwrap();
    }
    let mut told = Vec::new();
    let report = store.verify(&mut |progress| told.push(progress)).unwrap();
    assert!(report.is_sound(), "{:?}", report.faults);
    assert_eq!((report.cases, report.entries, report.audit_rows), (3, 6, 3));
    assert_eq!(told.last(), Some(&Progress { done: 9, total: 9 }));
    let checkpoint = store.checkpoint(at(0), &mut |_| {}).unwrap();
    assert_eq!(
        (checkpoint.cases(), checkpoint.entries, checkpoint.audit_rows),
        (3, 6, 3)
    );
    assert_eq!(checkpoint.to_string().parse(), Ok(checkpoint));
    assert_eq!(store.newest_checkpoint().unwrap(), Some(at(0)));
    store.append(append(1, 2, "after", &["three"])).unwrap();
    let report = store.verify(&mut |_| {}).unwrap();
    assert_eq!((report.checkpoints, report.faults), (1, Vec::new()));
    // Only the newest are kept.
    for minute in 1..=40 {
        store.checkpoint(at(minute), &mut |_| {}).unwrap();
    }
    assert_eq!(store.newest_checkpoint().unwrap(), Some(at(40)));
    assert_eq!(store.verify(&mut |_| {}).unwrap().checkpoints, 35);
}

fn a_submission_is_found(store: &dyn Store) {
    store.create_case(new_case(1, &["one"])).unwrap();
    store.append(append(1, 1, "a", &["two", "three"])).unwrap();
    assert_eq!(store.written_as(case(1), &submission("a")), Ok(Some(2..=3)));
    assert_eq!(store.written_as(case(1), &submission("b")), Ok(None));
}

/// The cases of a list, by their numbers.
fn listed(store: &dyn Store, filter: &ListFilter, order: Order) -> Vec<CaseId> {
    let mut found = Vec::new();
    store
        .each_case_row(filter, order, &mut |row| {
            found.push(row.case);
            ControlFlow::Continue(())
        })
        .unwrap();
    found
}

fn lists_are_ordered_and_end_when_told(store: &dyn Store) {
    let due = [Some(at(30)), None, Some(at(10)), Some(at(20))];
    for (number, due) in (1..).zip(due) {
        let mut new = new_case(number, &["x"]);
        new.projection.case_row.next_due_at = due;
        new.projection.case_row.last_written = at(i64::from(number));
        new.projection.case_row.closed_at = (number == 4).then(|| at(5));
        store.create_case(new).unwrap();
    }
    let all = ListFilter::default();
    assert_eq!(
        listed(store, &all, Order::LastWritten),
        [case(4), case(3), case(2), case(1)]
    );
    assert_eq!(
        listed(store, &all, Order::NextDue),
        [case(3), case(4), case(1), case(2)]
    );
    assert_eq!(
        listed(store, &all, Order::Reference),
        [case(1), case(2), case(3), case(4)]
    );
    let closed = |closed| ListFilter {
        closed: Some(closed),
        ..ListFilter::default()
    };
    assert_eq!(listed(store, &closed(true), Order::NextDue), [case(4)]);
    assert_eq!(
        listed(store, &closed(false), Order::NextDue),
        [case(3), case(1), case(2)]
    );
    let overdue = ListFilter {
        overdue_at: Some(at(20)),
        ..ListFilter::default()
    };
    assert_eq!(listed(store, &overdue, Order::NextDue), [case(3)]);
    assert_eq!((store.count_cases(&all, 9), store.count_cases(&all, 2)), (Ok(4), Ok(2)));
    assert_eq!(store.count_cases(&overdue, 9), Ok(1));
    let of_none = ListFilter {
        cases: Some(Vec::new()),
        ..ListFilter::default()
    };
    assert_eq!(listed(store, &of_none, Order::Reference), []);
    let mut seen = 0;
    let first_two = store.each_case_row(&all, Order::Reference, &mut |_| {
        seen += 1;
        if seen == 2 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert_eq!((first_two, seen), (Ok(()), 2));
}

fn a_list_is_what_a_look_at_all_cases_gives(store: &dyn Store) {
    for number in 1..=130_u8 {
        let mut new = new_case(number, &["x"]);
        let row = &mut new.projection.case_row;
        row.caseworker = [None, Some("s-1"), Some("s-2"), Some("s-1")][usize::from(number % 4)].map(StaffId::new);
        // Some are due, and some were written, at one instant.
        row.next_due_at = (number % 3 != 0).then(|| at(i64::from(number) * 7 % 40));
        row.last_written = at(i64::from(number) * 11 % 50);
        row.closed_at = (number % 5 == 0).then(|| at(99));
        row.missing = number % 7 == 0 && row.closed_at.is_none();
        store.create_case(new).unwrap();
    }
    let all = store.case_rows(&ListFilter::default()).unwrap();
    let carriers = [
        Carried::Any,
        Carried::By(staff("s-1")),
        Carried::ByOrNobody(staff("s-1")),
        Carried::ByNobody,
        Carried::By(staff("")),
    ];
    for carried in carriers {
        for closed in [None, Some(true), Some(false)] {
            for overdue_at in [None, Some(at(20))] {
                let filter = ListFilter {
                    carried: carried.clone(),
                    closed,
                    overdue_at,
                    ..ListFilter::default()
                };
                let mut wanted: Vec<_> = all.clone();
                wanted.retain(|listed| {
                    let by = listed.row.caseworker.as_ref().map(StaffId::as_str);
                    let is_carried = match &carried {
                        Carried::Any => true,
                        Carried::By(staff) => by == Some(staff.as_str()),
                        Carried::ByOrNobody(staff) => by.is_none_or(|by| by == staff.as_str()),
                        Carried::ByNobody => by.is_none(),
                    };
                    is_carried
                        && closed.is_none_or(|closed| closed == listed.row.closed_at.is_some())
                        && overdue_at.is_none_or(|at| listed.row.next_due_at.is_some_and(|due| due < at))
                });
                let ids = |rows: &[ListedCase]| rows.iter().map(|listed| listed.case).collect::<Vec<_>>();
                wanted.sort_by_key(|l| Reverse((l.row.last_written, l.case)));
                assert_eq!(listed(store, &filter, Order::LastWritten), ids(&wanted), "{filter:?}");
                wanted.sort_by_key(|l| (l.row.next_due_at.is_none(), l.row.next_due_at, l.case));
                assert_eq!(listed(store, &filter, Order::NextDue), ids(&wanted), "{filter:?}");
                wanted.sort_by_key(|l| {
                    let closed = l.row.closed_at.is_some();
                    (
                        closed,
                        !l.row.missing,
                        l.row.next_due_at.is_none(),
                        l.row.next_due_at,
                        l.case,
                    )
                });
                assert_eq!(listed(store, &filter, Order::MostUrgent), ids(&wanted), "{filter:?}");
                wanted.sort_by(|a, b| a.reference.cmp(&b.reference));
                assert_eq!(listed(store, &filter, Order::Reference), ids(&wanted), "{filter:?}");
                assert_eq!(store.count_cases(&filter, 999), Ok(wanted.len() as u64), "{filter:?}");
            }
        }
    }
}

fn who_carries_what_is_counted(store: &dyn Store) {
    for (number, worker, due) in [
        (1, Some("s-1"), 10),
        (2, Some("s-1"), 90),
        (3, None, 10),
        (4, Some("s-2"), 90),
    ] {
        let mut new = new_case(number, &["x"]);
        new.projection.case_row.caseworker = worker.map(StaffId::new);
        new.projection.case_row.next_due_at = Some(at(due));
        new.projection.work_rows = vec![
            work("first", "1", Some(at(due))),
            work("promptly", "1", None),
            WorkRow {
                done_at: Some(at(1)),
                ..work("done", "1", Some(at(5)))
            },
        ];
        store.create_case(new).unwrap();
    }
    let loads = store.workloads(&ListFilter::default(), at(50)).unwrap();
    let loads: Vec<_> = loads
        .iter()
        .map(|l| (l.caseworker.as_ref().map(StaffId::as_str), l.cases, l.overdue))
        .collect();
    assert_eq!(loads.len(), 3);
    for expected in [(Some("s-1"), 2, 1), (None, 1, 1), (Some("s-2"), 1, 0)] {
        assert!(loads.contains(&expected), "{loads:?}");
    }
    let overdue = |filter: &ListFilter, rows| {
        let rows = store.owed(filter, Owed::DueBefore(at(50)), at(50), rows).unwrap();
        rows.iter().map(|w| (w.case, w.row.rule.clone())).collect::<Vec<_>>()
    };
    let first = |number| (case(number), "first".to_owned());
    assert_eq!(overdue(&ListFilter::default(), 0..9), [first(1), first(3)]);
    assert_eq!(overdue(&ListFilter::default(), 0..1), [first(1)]);
    assert_eq!(overdue(&ListFilter::default(), 1..9), [first(3)]);
    let undated = |at| {
        store
            .owed(&ListFilter::default(), Owed::Undated, at, 0..9)
            .unwrap()
            .len()
    };
    assert_eq!((undated(at(-1)), undated(at(0))), (0, 4));
    let carried = |carried| ListFilter {
        carried,
        ..ListFilter::default()
    };
    assert_eq!(overdue(&carried(Carried::ByNobody), 0..9), [first(3)]);
    let mine = carried(Carried::ByOrNobody(staff("s-2")));
    assert_eq!(listed(store, &mine, Order::Reference), [case(3), case(4)]);
}

fn registers_show_what_has_not_ended(store: &dyn Store) {
    let mut new = new_case(1, &["one", "two"]);
    new.projection.register_rows = vec![in_register("liberty", 1, Some(at(5))), in_register("liberty", 2, None)];
    store.create_case(new).unwrap();
    let mut other = new_case(2, &["one"]);
    other.projection.register_rows = vec![in_register("missing", 1, None)];
    store.create_case(other).unwrap();
    let rows = |register, ended_after| {
        let filter = RegisterFilter {
            ended_after,
            ..RegisterFilter::lasting(ListFilter::default(), at(10))
        };
        let rows = store.register_rows(register, &filter, 0..9).unwrap();
        assert_eq!(store.count_register(register, &filter).unwrap(), rows.len() as u64);
        rows.iter().map(|r| (r.case.case, r.row.entry)).collect::<Vec<_>>()
    };
    assert_eq!(rows("liberty", at(10)), [(case(1), 2)]);
    // What has not ended stands first.
    assert_eq!(rows("liberty", at(0)), [(case(1), 2), (case(1), 1)]);
    assert_eq!(rows("missing", at(0)), [(case(2), 1)]);
    let instants = store.register_instants("liberty").unwrap();
    assert_eq!(instants.len(), 2);
    assert_eq!((instants[0].occurred_from, instants[0].written), (at(-60), at(0)));
    // Withdrawn from the register with the next writing.
    let mut next = append(1, 2, "a", &["three"]);
    next.projection.register_rows = Vec::new();
    store.append(next).unwrap();
    assert_eq!(rows("liberty", at(0)), []);
}

fn a_register_is_read_by_its_pages_and_by_what_it_refers_to(store: &dyn Store) {
    for (number, in_book, from) in [(1, Some(7), -3), (2, None, -1), (3, Some(8), -2), (4, None, -4)] {
        let mut new = new_case(number, &["one"]);
        let line = in_register("placements", 1, None);
        new.projection.register_rows = vec![RegisterRow {
            in_book,
            from: at(from),
            ..line
        }];
        new.projection.case_row.caseworker = (number > 2).then(|| staff("s-2"));
        store.create_case(new).unwrap();
    }
    let asked = |refers, carried, rows| {
        let cases = ListFilter {
            carried,
            ..ListFilter::default()
        };
        let filter = RegisterFilter {
            refers,
            ..RegisterFilter::lasting(cases, at(0))
        };
        let found = store.register_rows("placements", &filter, rows).unwrap();
        let cases: Vec<CaseId> = found.iter().map(|line| line.case.case).collect();
        (cases, store.count_register("placements", &filter).unwrap())
    };
    let [one, two, three, four] = [1, 2, 3, 4].map(case);
    assert_eq!(asked(Refers::Any, Carried::Any, 0..9), (vec![two, three, one, four], 4));
    assert_eq!(asked(Refers::Any, Carried::Any, 1..3), (vec![three, one], 4));
    assert_eq!(asked(Refers::Any, Carried::Any, 4..9), (vec![], 4));
    assert_eq!(asked(Refers::Nowhere, Carried::Any, 0..9), (vec![two, four], 2));
    let both = Refers::To(BTreeSet::from([7, 8]));
    assert_eq!(asked(both.clone(), Carried::Any, 0..9), (vec![three, one], 2));
    assert_eq!(asked(both, Carried::By(staff("s-2")), 0..9), (vec![three], 1));
    assert_eq!(asked(Refers::To(BTreeSet::new()), Carried::Any, 0..9), (vec![], 0));
}

fn a_breach_is_noted_once_and_stays(store: &dyn Store) {
    store.create_case(new_case(1, &["one"])).unwrap();
    let noted = |store: &dyn Store| store.breaches(&ListFilter::default(), 0..9).unwrap();
    let first = noted(store);
    assert_eq!(first.len(), 1);
    assert_eq!((first[0].noted_at, first[0].head, first[0].done_at), (at(0), 1, None));
    assert!(first[0].owed);
    // The same breach again, later; and another.
    let mut next = append(1, 1, "a", &["two"]);
    next.projection.case_row.assessed_at = at(7);
    next.projection.breaches.push(breach("inform-child", "2"));
    next.projection.breaches[0].at = at(-5);
    next.projection.work_rows[0].done_at = Some(at(6));
    store.append(next).unwrap();
    let both = noted(store);
    assert_eq!(both.len(), 2);
    assert_eq!(
        (both[0].breach.rule.as_str(), both[0].noted_at, both[0].head),
        ("inform-child", at(7), 2)
    );
    // As it was noted; and what was done since.
    assert_eq!((&both[1].breach, both[1].noted_at), (&first[0].breach, at(0)));
    assert_eq!((both[1].done_at, both[1].owed), (Some(at(6)), false));
    // Of the other there is no work: it is owed no longer, and was not done.
    assert_eq!((both[0].done_at, both[0].owed), (None, false));
    let mut none = projection("none left");
    none.breaches = Vec::new();
    assert_eq!(store.replace_projection(case(1), 2, none, Shared::default()), Ok(true));
    let kept = noted(store);
    assert_eq!(kept.len(), 2);
    assert_eq!(store.breaches(&ListFilter::default(), 0..1).unwrap(), kept[..1]);
    assert_eq!(store.breaches(&ListFilter::default(), 1..9).unwrap(), kept[1..]);
}

fn names_are_found_by_their_keys(store: &dyn Store) {
    for (number, keys) in [(1, ["olga", "petrenko"]), (2, ["olga", "ivanova"])] {
        let mut new = new_case(number, &["x"]);
        new.projection.name_keys = names(&keys);
        store.create_case(new).unwrap();
    }
    let found = |readings: &[&[&[&str]]]| {
        let readings: Vec<Vec<_>> = readings
            .iter()
            .map(|words| words.iter().map(|keys| vec![names(keys)]).collect())
            .collect();
        let tiers = tiers(store, &readings, &ListFilter::default(), 9);
        let mut cases: Vec<_> = tiers.into_iter().flat_map(|(cases, _)| cases).collect();
        cases.sort();
        cases
    };
    assert_eq!(found(&[&[&["olga"]]]), [case(1), case(2)]);
    assert_eq!(found(&[&[&["olga"], &["petrenko", "petrenka"]]]), [case(1)]);
    assert_eq!(found(&[&[&["petrenko"]], &[&["ivanova"]]]), [case(1), case(2)]);
    assert_eq!(found(&[&[&["nobody"]]]), []);
    assert_eq!((found(&[]), found(&[&[]]), found(&[&[&[]]])), (vec![], vec![], vec![]));
    let mut other_name = append(1, 1, "a", &["y"]);
    other_name.projection.name_keys = names(&["olga", "sydorenko"]);
    store.append(other_name).unwrap();
    assert_eq!(found(&[&[&["petrenko"]]]), []);
    assert_eq!(found(&[&[&["olga"], &["sydorenko"]]]), [case(1)]);
    let elsewhere = ListFilter {
        agency: Some(AgencyId::new("south")),
        ..ListFilter::default()
    };
    assert_eq!(
        tiers(store, &[vec![vec![names(&["olga"])]]], &elsewhere, 9),
        [(vec![], false)]
    );
}

/// For each tier the cases as they are given, and whether there are more.
fn tiers(
    store: &dyn Store,
    readings: &[Vec<NameWord>],
    filter: &ListFilter,
    at_most: usize,
) -> Vec<(Vec<CaseId>, bool)> {
    let (mut tiers, mut cases) = (Vec::new(), Vec::new());
    let mut visit = |given: ByName| {
        match given {
            ByName::Case(row) => cases.push(row.case),
            ByName::TierEnds { cut } => tiers.push((std::mem::take(&mut cases), cut)),
        }
        ControlFlow::Continue(())
    };
    store.each_case_by_name(readings, filter, at_most, &mut visit).unwrap();
    assert_eq!(cases, []);
    tiers
}

fn names_are_given_tier_by_tier_and_bounded_within_each(store: &dyn Store) {
    // The nearest was written first, and everything that only comes near to it later.
    let all: [&[&str]; 6] = [
        &["olga", "petrenko"],
        &["olha", "petrenko"],
        &["olha", "petrenko"],
        &["olha", "petrenka"],
        &["olha", "olga", "petrenka", "petrenko"],
        &["olha", "sydorenko"],
    ];
    for (number, keys) in (1..).zip(all) {
        let mut new = new_case(number, &["x"]);
        new.projection.name_keys = names(keys);
        new.projection.case_row.last_written = at(i64::from(number));
        new.projection.case_row.caseworker = (number % 2 == 0).then(|| staff("ana"));
        store.create_case(new).unwrap();
    }
    let asked = [vec![
        vec![names(&["olga"]), names(&["olha"])],
        vec![names(&["petrenko"]), names(&["petrenka"]), names(&["sydorenko"])],
    ]];
    let cases = |numbers: &[u8]| numbers.iter().map(|n| case(*n)).collect::<Vec<_>>();
    let tiers_of = |filter: &ListFilter, at_most| tiers(store, &asked, filter, at_most);
    // The last written first in each tier; each case once, where all its words are met.
    let everywhere = ListFilter::default();
    let whole = [
        (cases(&[5, 1]), false),
        (cases(&[4, 3, 2]), false),
        (cases(&[6]), false),
    ];
    assert_eq!(tiers_of(&everywhere, 9), whole);
    assert_eq!(tiers_of(&everywhere, 3), whole);
    // However many come less near, and were written later, they take no place from what is nearer.
    let bounded = [(cases(&[5, 1]), false), (cases(&[4, 3]), true), (cases(&[6]), false)];
    assert_eq!(tiers_of(&everywhere, 2), bounded);
    // Whoever sees few cases has no other one count.
    let carried = |carried| ListFilter {
        carried,
        ..ListFilter::default()
    };
    let hers = [(cases(&[]), false), (cases(&[4, 2]), false), (cases(&[6]), false)];
    assert_eq!(tiers_of(&carried(Carried::By(staff("ana"))), 2), hers);
    let nobodys = [(cases(&[5]), true), (cases(&[3]), false), (cases(&[]), false)];
    assert_eq!(tiers_of(&carried(Carried::ByNobody), 1), nobodys);
    let only = ListFilter {
        cases: Some(cases(&[1, 6])),
        ..ListFilter::default()
    };
    assert_eq!(
        tiers_of(&only, 1),
        [(cases(&[1]), false), (cases(&[]), false), (cases(&[6]), false)]
    );
    // Who has seen enough is given no more.
    let mut given = 0;
    let mut first = |_: ByName| {
        given += 1;
        ControlFlow::Break(())
    };
    store.each_case_by_name(&asked, &everywhere, 9, &mut first).unwrap();
    assert_eq!(given, 1);
}

fn what_was_stirred_is_reckoned_anew(store: &dyn Store) {
    for number in [1, 2, 3] {
        let mut new = new_case(number, &["x"]);
        new.projection.case_row.next_change_at = None;
        new.projection.case_row.closed_at = (number == 3).then(|| at(0));
        store.create_case(new).unwrap();
    }
    assert_eq!(store.cases_to_reckon(at(9), 9).unwrap(), []);
    let waiting = || {
        let filter = ListFilter {
            waiting: true,
            ..ListFilter::default()
        };
        store.count_cases(&filter, 9).unwrap()
    };
    assert_eq!(waiting(), 0);
    assert_eq!(store.stir(None, at(5)), Ok(3));
    assert_eq!(waiting(), 3);
    assert_eq!(store.cases_to_reckon(at(0), 9).unwrap(), [case(1), case(2), case(3)]);
    // What was reckoned before it was stirred does not count, what was reckoned then does.
    let reckoned = |when| {
        let mut reckoned = projection("reckoned");
        reckoned.case_row.next_change_at = None;
        reckoned.case_row.assessed_at = when;
        store
            .replace_projection(case(1), 1, reckoned, Shared::default())
            .unwrap()
    };
    assert!(reckoned(at(4)));
    assert_eq!(waiting(), 3);
    assert!(reckoned(at(5)));
    assert_eq!(store.cases_to_reckon(at(0), 9).unwrap(), [case(2), case(3)]);
    // Some of them; what waits already waits no longer for that.
    let some = BTreeSet::from([case(1), case(2)]);
    assert_eq!(store.stir(Some(&some), at(9)), Ok(1));
    assert_eq!(store.cases_to_reckon(at(0), 9).unwrap(), [case(2), case(3), case(1)]);
}

fn a_setting_is_kept(store: &dyn Store) {
    assert_eq!(store.setting("zone").unwrap(), None);
    store.keep_setting("zone", "Europe/Athens").unwrap();
    store.keep_setting("zone", "Europe/Vienna").unwrap();
    assert_eq!(store.setting("zone").unwrap().as_deref(), Some("Europe/Vienna"));
}

//! What every backend does, whichever keeps the bytes. A new backend calls [`run`] with a way to make an empty store.

use crate::people;
use crate::samples::*;
use std::sync::Barrier;
use tutela_store::*;

/// Runs the whole contract, each part on a store of its own.
pub fn run(make: impl Fn() -> Box<dyn Store>) {
    let parts: [fn(&dyn Store); 24] = [
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
        a_rebuild_yields_to_a_newer_writing,
        cases_that_change_are_found,
        the_audit_of_a_case_is_found,
        verification_finds_nothing_wrong,
        a_submission_and_the_instants_of_a_type_are_found,
        a_setting_is_kept,
        people::accounts_are_found_by_name_id_and_agency,
        people::an_invite_is_used_once,
        people::of_many_who_take_an_invite_one_gets_it,
        people::sessions_live_until_they_expire,
        people::failures_to_sign_in_are_counted_in_a_window,
        people::drafts_are_kept_by_owner_case_and_key,
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
            staff: worker.map(StaffId::new),
            case: only.map(case),
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
    assert_eq!(store.replace_projection(case(1), 1, projection("rebuilt")), Ok(true));
    assert_eq!(store.replace_projection(case(1), 0, projection("stale")), Ok(false));
    let refused = store.replace_projection(case(2), 0, projection("none"));
    assert_eq!(refused, Err(StoreError::NoSuchCase));
    let listed = store.case_rows(&ListFilter::default()).unwrap();
    assert_eq!(listed[0].row.summary, "rebuilt".into());
}

fn cases_that_change_are_found(store: &dyn Store) {
    for (number, next) in [(1, Some(at(30))), (2, Some(at(10))), (3, None), (4, Some(at(50)))] {
        let mut new = new_case(number, &["x"]);
        new.projection.case_row.next_change_at = next;
        store.create_case(new).unwrap();
    }
    assert_eq!(store.cases_changing_before(at(50)).unwrap(), [case(2), case(1)]);
    assert_eq!(store.cases_changing_before(at(0)).unwrap(), []);
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

fn a_submission_and_the_instants_of_a_type_are_found(store: &dyn Store) {
    store.create_case(new_case(1, &["one"])).unwrap();
    store.append(append(1, 1, "sent", &["two", "three"])).unwrap();
    let found = |name: &str| store.written_as(case(1), &submission(name)).unwrap();
    assert_eq!(found("sent"), Some(2..=3));
    assert_eq!(found("another"), None);
    let stored = store.load(case(1)).unwrap();
    let first = &stored.entries[0].entry;
    let of_type = store.instants_of(&first.record_type).unwrap();
    let own = of_type.iter().find(|i| i.case == case(1) && i.seq == 1).unwrap();
    assert_eq!((own.occurred_from, own.written), (first.occurred_from, first.written));
    assert!(store.instants_of("no such type").unwrap().is_empty());
}

fn a_setting_is_kept(store: &dyn Store) {
    assert_eq!(store.setting("zone").unwrap(), None);
    store.keep_setting("zone", "Europe/Athens").unwrap();
    store.keep_setting("zone", "Europe/Vienna").unwrap();
    assert_eq!(store.setting("zone").unwrap().as_deref(), Some("Europe/Vienna"));
}

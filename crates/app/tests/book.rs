//! Cases that point at the authority's book: who may be chosen, what rules read there, and that no guardian gets one child too
//! many, however many write at once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod office;
#[path = "../../store/tests/store/server.rs"]
mod server;

use office::{Office, SetClock, actor, form, node, office, office_in, recorded, refer};
use std::sync::Barrier;
use tutela_app::{Actor, App, Outcome, Rebuilt, Submit};
use tutela_domain::codes::Basis;
use tutela_domain::entry::Role;
use tutela_domain::fields::{Problem, Raw};
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;
use tutela_store::{ListFilter, Store};

const NUMBER: &str = "guardian-one-adult-number";

fn guardian(name: &str, more: &[(&str, &str)]) -> Submit {
    let mut fields = vec![
        ("names", name),
        ("speaks", "sv"),
        ("trained", "yes"),
        ("independent", "yes"),
    ];
    fields.extend(more);
    form(RecordType::GuardianRegistered, u64::MAX, &fields)
}

fn provider(policy: &str) -> Submit {
    let fields = [
        ("name", "Harbour house"),
        ("kind", "residential_short"),
        ("places", "3"),
        ("adults_on_site", "no"),
        ("policy", policy),
        ("reporting", "yes"),
        ("standards", "national"),
    ];
    form(RecordType::ProviderRegistered, u64::MAX, &fields)
}

fn write(app: &App, who: &Actor, case: CaseId, form: &Submit) -> u64 {
    recorded(app.submit(who, case, form).unwrap())
}

fn in_book(app: &App, chief: &Actor, form: &Submit) -> u64 {
    write(app, chief, CaseId::AUTHORITY, form)
}

fn appointed(in_book: u64) -> Submit {
    let fields = [
        ("in_book", in_book.to_string()),
        ("kind", "provisional".to_owned()),
        ("appointed_by", "Court".to_owned()),
        ("trained", "yes".to_owned()),
        ("independent", "yes".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    form(RecordType::GuardianAppointed, u64::MAX, &fields)
}

fn reported(form: Submit) -> Submit {
    Submit {
        basis: Some(Basis::Reported),
        ..form
    }
}

fn lives_in(in_book: u64) -> Submit {
    let number = in_book.to_string();
    let fields = [
        ("kind", "residential_short"),
        ("in_book", number.as_str()),
        ("emergency", "no"),
        ("unrelated_adults", "no"),
        ("why_needed", "x"),
        ("why_suits", "x"),
    ];
    reported(form(RecordType::PlacementStarted, u64::MAX, &fields))
}

fn ended() -> Submit {
    reported(form(
        RecordType::GuardianEnded,
        u64::MAX,
        &[("reason", "other"), ("told_child", "Yes.")],
    ))
}

fn correction(entry: u64, field: &str, value: &str) -> Submit {
    let number = entry.to_string();
    let mut submit = form(
        RecordType::Correction,
        u64::MAX,
        &[("entry", number.as_str()), ("reason", "A slip."), ("withdraw", "no")],
    );
    let replace = [(field.to_owned(), Raw::text(value))];
    submit
        .fields
        .insert("replace".to_owned(), Raw::Row(replace.into_iter().collect()));
    submit
}

/// How many of the breaches that were noted are of a rule.
fn noted(store: &dyn Store, rule: &str) -> usize {
    let all = store.breaches(&ListFilter::default(), 0..999).unwrap();
    all.iter()
        .filter(|b| b.breach.rule == format!("baseline/{rule}"))
        .count()
}

/// Reckons until nothing is left; no case may fail.
fn reckoned(app: &App) -> usize {
    let reckoned = app.reckon_due(&mut || true).unwrap();
    assert!(reckoned.failed.is_empty());
    reckoned.cases
}

fn rows_are_what_entries_say(app: &App) {
    assert_eq!(app.rebuild(false, &mut |_, _| {}).unwrap(), Rebuilt::default());
}

/// Many appoint the same guardian for as many children at the same moment, on any of the nodes; she may have two.
fn two_get_her(nodes: &[App], clock: &SetClock) {
    let app = &nodes[0];
    let chief = actor(app, "chief", Role::Supervisor);
    let ines = in_book(app, &chief, &guardian("Ines Ström", &[("at_most", "2")]));
    clock.pass(1);
    let children: Vec<CaseId> = (0..12).map(|_| refer(app, &chief)).collect();
    let barrier = Barrier::new(children.len());
    let outcomes: Vec<Outcome> = std::thread::scope(|scope| {
        let threads: Vec<_> = children
            .iter()
            .zip(nodes.iter().cycle())
            .map(|(case, node)| {
                let (barrier, chief) = (&barrier, &chief);
                scope.spawn(move || {
                    barrier.wait();
                    node.submit(chief, *case, &appointed(ines)).unwrap()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let written = outcomes.iter().filter(|o| matches!(o, Outcome::Recorded(_))).count();
    assert_eq!(written, 2);
    for outcome in &outcomes {
        match outcome {
            Outcome::Recorded(_) => {}
            Outcome::Refused { missing, .. } => {
                let rules: Vec<&str> = missing.iter().map(|asked| asked.rule.id.as_str()).collect();
                assert_eq!(rules, [NUMBER]);
            }
            other => panic!("{other:?}"),
        }
    }
    for node in nodes {
        let guardians = &node.guardians(&chief, 0).unwrap().lines;
        assert_eq!(
            (guardians.len(), guardians[0].children, guardians[0].is_full()),
            (1, 2, true)
        );
        let choices = node.choices_in_book(&chief, RecordType::GuardianAppointed).unwrap();
        assert_eq!(choices[0].children, Some((2, 2)));
    }
    clock.pass(1);
    reckoned(app);
    rows_are_what_entries_say(app);
    // Where one child goes, another finds room: one, and no more.
    let with_her = outcomes.iter().position(|o| matches!(o, Outcome::Recorded(_))).unwrap();
    write(app, &chief, children[with_her], &ended());
    clock.pass(1);
    let left: Vec<CaseId> = (children.iter().zip(&outcomes))
        .filter(|(_, o)| matches!(o, Outcome::Refused { .. }))
        .map(|(case, _)| *case)
        .collect();
    recorded(
        nodes[nodes.len() - 1]
            .submit(&chief, left[0], &appointed(ines))
            .unwrap(),
    );
    let refused = app.submit(&chief, left[1], &appointed(ines)).unwrap();
    assert!(matches!(refused, Outcome::Refused { .. }));
    clock.pass(1);
    reckoned(app);
    rows_are_what_entries_say(app);
}

#[test]
fn a_guardian_never_gets_one_child_too_many() {
    let office = office();
    let another = || node(&office.store, &office.clock, &["baseline"]);
    two_get_her(&[another(), another()], &office.clock);
}

#[test]
fn a_guardian_never_gets_one_child_too_many_on_two_nodes() {
    let office = office_in(Some(server::Server::shared().database()), &["baseline"]);
    let another = || node(&office.opened_again(), &office.clock, &["baseline"]);
    two_get_her(&[another(), another()], &office.clock);
}

#[test]
fn a_change_in_the_book_is_reckoned_in_every_case_that_refers_to_it_and_a_breach_is_noted_once() {
    a_change_in_the_book_is_noted_once(&office());
}

#[test]
fn a_change_in_the_book_is_noted_once_in_a_database() {
    let url = server::Server::shared().database();
    a_change_in_the_book_is_noted_once(&office_in(Some(url), &["baseline"]));
}

fn a_change_in_the_book_is_noted_once(office: &Office) {
    let app = &office.app;
    let chief = office.actor("chief", Role::Supervisor);
    let harbour = in_book(app, &chief, &provider("yes"));
    let other = in_book(app, &chief, &provider("yes"));
    office.clock.pass(1);
    let cases = [refer(app, &chief), refer(app, &chief), refer(app, &chief)];
    for (case, house) in cases.iter().zip([harbour, harbour, other]) {
        write(app, &chief, *case, &lives_in(house));
    }
    office.clock.pass(1);
    assert_eq!((reckoned(app), noted(&*office.store, "provider-policy")), (0, 0));
    // What was written into the book was a slip: both children in that house were placed without a policy.
    in_book(app, &chief, &correction(harbour, "policy", "no"));
    assert_eq!(app.waiting(&chief).unwrap(), 2);
    office.clock.pass(1);
    let second = node(&office.opened_again(), &office.clock, &["baseline"]);
    std::thread::scope(|scope| {
        let both = [app, &second].map(|app| scope.spawn(|| reckoned(app)));
        for one in both {
            one.join().unwrap();
        }
    });
    assert_eq!(app.waiting(&chief).unwrap(), 0);
    assert_eq!(noted(&*office.store, "provider-policy"), 2);
    rows_are_what_entries_say(app);
    // It is not noted again, by whomever and for whatever change.
    in_book(app, &chief, &correction(harbour, "places", "4"));
    let restarted = node(&office.opened_again(), &office.clock, &["baseline"]);
    office.clock.pass(1);
    assert_eq!((reckoned(&restarted), reckoned(&restarted)), (2, 0));
    assert_eq!(noted(&*office.store, "provider-policy"), 2);
    // A new entry takes the place of the old one: what is owed in the cases is done by it.
    let owed = |case: CaseId| {
        let view = app.open(&chief, case).unwrap();
        let duties = view.assessment.duties.iter();
        duties
            .filter(|d| d.rule.id == "provider-policy" && d.state.is_owed())
            .count()
    };
    let work = |case: CaseId| {
        let rows = office.store.work_rows(&ListFilter::of(case)).unwrap();
        let mine = rows.iter().filter(|w| w.row.rule == "baseline/provider-policy");
        mine.map(|w| w.row.done_at.is_some()).collect::<Vec<_>>()
    };
    assert_eq!((owed(cases[0]), work(cases[0])), (1, vec![false]));
    let mut in_order = provider("yes");
    in_order
        .fields
        .insert("replaces".to_owned(), Raw::text(harbour.to_string()));
    in_book(app, &chief, &in_order);
    office.clock.pass(1);
    assert_eq!(reckoned(app), 2);
    assert_eq!(
        (owed(cases[0]), work(cases[0]), work(cases[1])),
        (0, vec![true], vec![true])
    );
    assert_eq!(work(cases[2]), Vec::<bool>::new());
    rows_are_what_entries_say(app);
    // The house is the same, by whichever entry a case refers to it.
    let houses = &app.providers(&chief, 0).unwrap().lines;
    let mut counted: Vec<usize> = houses.iter().map(|h| h.children).collect();
    counted.sort_unstable();
    assert_eq!(counted, [1, 2]);
}

#[test]
fn a_guardianship_that_ends_is_reckoned_where_the_guardian_stands_for_others() {
    let office = office();
    let app = &office.app;
    let chief = office.actor("chief", Role::Supervisor);
    let ines = in_book(app, &chief, &guardian("Ines Ström", &[("at_most", "1")]));
    office.clock.pass(1);
    let (first, second) = (refer(app, &chief), refer(app, &chief));
    write(app, &chief, first, &appointed(ines));
    office.clock.pass(1);
    // A court has appointed her for another child. That is noted, and in the first case nothing is.
    write(app, &chief, second, &reported(appointed(ines)));
    assert_eq!(noted(&*office.store, NUMBER), 1);
    office.clock.pass(1);
    assert_eq!(reckoned(app), 1);
    assert_eq!(noted(&*office.store, NUMBER), 1);
    let full = |case: CaseId| {
        let view = app.open(&chief, case).unwrap();
        view.assessment
            .alerts
            .iter()
            .any(|a| a.rule.id == "guardian-one-adult-full")
    };
    assert_eq!((full(first), full(second)), (true, true));
    let owed = |case: CaseId| {
        let rows = office.store.work_rows(&ListFilter::of(case)).unwrap();
        rows.iter()
            .any(|w| w.row.rule.ends_with(NUMBER) && w.row.done_at.is_none())
    };
    assert!(owed(second));
    write(app, &chief, first, &ended());
    office.clock.pass(1);
    assert_eq!(reckoned(app), 1);
    assert_eq!((full(second), owed(second)), (false, false));
    rows_are_what_entries_say(app);
    // What was noted stays noted.
    assert_eq!(noted(&*office.store, NUMBER), 1);
}

#[test]
fn an_own_decision_that_rested_on_fewer_children_is_undermined_and_no_breach() {
    let office = office();
    let app = &office.app;
    let chief = office.actor("chief", Role::Supervisor);
    let ines = in_book(app, &chief, &guardian("Ines Ström", &[("at_most", "1")]));
    office.clock.pass(60);
    let (ours, other) = (refer(app, &chief), refer(app, &chief));
    office.clock.pass(60);
    write(app, &chief, ours, &appointed(ines));
    office.clock.pass(60);
    // Only now it is told that a court had appointed her for another child an hour before.
    let mut before = reported(appointed(ines));
    before.occurred = Some("2026-03-02T10:30Z".to_owned());
    write(app, &chief, other, &before);
    office.clock.pass(1);
    reckoned(app);
    let view = app.open(&chief, ours).unwrap();
    assert!(view.assessment.breaches.is_empty());
    let undermined = |a: &&tutela_domain::assess::AlertInstance| a.rule.id == "decision-undermined";
    assert_eq!(view.assessment.alerts.iter().filter(undermined).count(), 1);
    rows_are_what_entries_say(app);
}

#[test]
fn the_book_that_a_node_keeps_is_never_older_than_what_another_wrote() {
    let office = office();
    let app = &office.app;
    let second = node(&office.store, &office.clock, &["baseline"]);
    let chief = office.actor("chief", Role::Supervisor);
    let names = || -> Vec<String> {
        let choices = second.choices_in_book(&chief, RecordType::GuardianAppointed).unwrap();
        choices.iter().map(|c| c.names[0].clone()).collect()
    };
    assert_eq!(names(), Vec::<String>::new());
    let ines = in_book(app, &chief, &guardian("Ines Ström", &[]));
    assert_eq!(names(), ["Ines Ström"]);
    in_book(app, &chief, &correction(ines, "names", "Ines Lind"));
    assert_eq!(names(), ["Ines Lind"]);
    // Nor does it know what a clock that is ahead wrote before that time has come.
    office.clock.pass(10);
    in_book(app, &chief, &guardian("Otto Berg", &[]));
    assert_eq!(names(), ["Ines Lind", "Otto Berg"]);
    office.clock.pass(-5);
    assert_eq!(names(), ["Ines Lind"]);
    // What is written then is judged on all of it: nothing takes the place of another entry.
    let eva = in_book(app, &chief, &guardian("Eva Sund", &[]));
    assert_eq!(eva, 4);
    office.clock.pass(10);
    assert_eq!(names(), ["Eva Sund", "Ines Lind", "Otto Berg"]);
}

#[test]
fn only_who_stands_in_the_book_can_be_chosen_and_is_shown_by_name() {
    let office = office();
    let app = &office.app;
    let chief = office.actor("chief", Role::Supervisor);
    let ana = office.actor("ana", Role::Caseworker);
    let ines = in_book(app, &chief, &guardian("Ines Ström", &[]));
    let gone = in_book(app, &chief, &guardian("Otto Berg", &[]));
    let number = gone.to_string();
    let struck = form(
        RecordType::StruckOff,
        u64::MAX,
        &[("entry", number.as_str()), ("reason", "Moved away.")],
    );
    let harbour = in_book(app, &chief, &provider("yes"));
    in_book(app, &chief, &struck);
    let choices = app.choices_in_book(&ana, RecordType::GuardianAppointed).unwrap();
    let offered: Vec<_> = choices
        .iter()
        .map(|c| (c.entry, c.names[0].as_str(), c.stands))
        .collect();
    assert_eq!(offered, [(ines, "Ines Ström", true), (gone, "Otto Berg", false)]);
    assert!(choices.iter().all(|c| c.children.is_none()), "no number is set");
    let houses = app.choices_in_book(&ana, RecordType::PlacementStarted).unwrap();
    assert_eq!((houses.len(), houses[0].entry), (1, harbour));
    assert!(app.choices_in_book(&ana, RecordType::Note).unwrap().is_empty());
    office.clock.pass(1);
    let case = refer(app, &ana);
    for wrong in [gone, harbour, 99] {
        match app.submit(&ana, case, &appointed(wrong)).unwrap() {
            Outcome::Wrong(problems) => {
                assert_eq!(problems.len(), 1);
                assert_eq!(
                    (problems[0].field.as_str(), &problems[0].problem),
                    ("in_book", &Problem::NotInBook)
                );
            }
            other => panic!("{other:?}"),
        }
    }
    let entry = write(app, &ana, case, &appointed(ines));
    assert_eq!(app.open(&ana, case).unwrap().in_book[&ines], ["Ines Ström"]);
    // A correction of something else leaves the name, though that entry of the book holds no longer by then.
    in_book(
        app,
        &chief,
        &guardian("Ines Ström-Lind", &[("replaces", &ines.to_string())]),
    );
    office.clock.pass(1);
    write(app, &ana, case, &correction(entry, "appointed_by", "Family court"));
    let to_nobody = app
        .submit(&ana, case, &correction(entry, "in_book", &gone.to_string()))
        .unwrap();
    match to_nobody {
        Outcome::Wrong(problems) => assert_eq!(problems[0].field, "replace.in_book"),
        other => panic!("{other:?}"),
    }
    // She is one guardian, by whichever entry and however she is written.
    let guardians = &app.guardians(&chief, 0).unwrap().lines;
    assert_eq!((guardians.len(), guardians[0].children), (1, 1));
    assert_eq!(guardians[0].names, ["Ines Ström-Lind"]);
}

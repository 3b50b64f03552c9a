//! What the authority's book says of those to whom a case refers.

use super::*;
use crate::fields::BookRef;
use crate::ids::CaseId;
use crate::world::{Guardianship, changed_by, line, of_those};
use std::collections::BTreeSet;

fn guardian(told: Told, when: &str, more: &[(&str, &str)]) -> Told {
    let mut fields = vec![("names", "G"), ("speaks", "ro"), ("independent", "yes")];
    if !more.iter().any(|(name, _)| *name == "trained") {
        fields.push(("trained", "yes"));
    }
    fields.extend(more);
    told.with("guardian_registered", when, &fields)
}

fn appointed(when: &str, in_book: &str) -> Told {
    let fields = [
        ("in_book", in_book),
        ("kind", "confirmed"),
        ("appointed_by", "Court"),
        ("trained", "no"),
        ("independent", "no"),
        ("children", "9"),
    ];
    Told::in_zone("UTC")
        .referral("2026-01-02T10:00Z", &[])
        .with("guardian_appointed", when, &fields)
}

fn placed(in_book: Option<&str>, has: &str) -> Told {
    let mut fields = vec![
        ("kind", "foster"),
        ("emergency", "no"),
        ("unrelated_adults", "no"),
        ("why_needed", "w"),
        ("why_suits", "w"),
        ("provider_has", has),
    ];
    fields.push(in_book.map_or(("provider", "P"), |named| ("in_book", named)));
    Told::in_zone("UTC")
        .referral("2026-01-02T10:00Z", &[])
        .with("placement_started", "2026-02-01T10:00Z", &fields)
}

fn world(book: &Told, named: u64, guardianships: Vec<Guardianship>) -> World {
    World {
        book: of_those(&book.case(), &BTreeSet::from([BookRef(named)])),
        guardianships,
        ..World::default()
    }
}

fn elsewhere(number: u8, guardian: u64, from: &str, ended: Option<&str>) -> Guardianship {
    Guardianship {
        guardian,
        case: CaseId::from_random([number; 16]),
        from: at(from),
        ended: ended.map(at),
        written: at(from),
    }
}

fn of(told: &Told, world: &World, fact: &str, when: &str) -> Value {
    Moment::at(&told.case(), world, at(when)).fact(Fact::of(fact).unwrap())
}

#[test]
fn the_book_says_whether_a_guardian_is_trained_from_when_it_says_so() {
    let book = guardian(Told::in_zone("UTC"), "2025-01-01T10:00Z", &[("trained", "no")]);
    let book = guardian(book, "2026-03-01T10:00Z", &[("replaces", "1")]);
    let told = appointed("2026-02-01T10:00Z", "1");
    let world = world(&book, 1, Vec::new());
    let trained = |world: &World, when: &str| of(&told, world, "guardian.trained", when).truth();
    assert_eq!(trained(&world, "2026-03-01T09:59Z"), False);
    assert_eq!(trained(&world, "2026-03-01T10:00Z"), True);
    // An entry of the book of whose time only the day is known leaves that day open.
    let book = guardian(Told::in_zone("UTC"), "2025-01-01T10:00Z", &[("trained", "no")]);
    let book = guardian(book, "2026-03-01", &[("replaces", "1")]);
    let world = self::world(&book, 1, Vec::new());
    assert_eq!(trained(&world, "2026-03-01T12:00Z"), Unknown);
    assert_eq!(trained(&world, "2026-03-02T00:00Z"), True);
    // Without the book the appointment counts, as it always did.
    assert_eq!(trained(&World::default(), "2026-03-02T00:00Z"), False);
}

#[test]
fn children_elsewhere_are_counted_each_once_and_while_it_lasts() {
    let book = guardian(Told::in_zone("UTC"), "2025-01-01T10:00Z", &[("at_most", "2")]);
    let book = guardian(book, "2025-06-01T10:00Z", &[("at_most", "2"), ("replaces", "1")]);
    let told = appointed("2026-02-01T10:00Z", "2");
    let others = vec![
        // The same child twice: an appointment that was confirmed.
        elsewhere(1, 1, "2026-01-01T10:00Z", None),
        elsewhere(1, 2, "2026-01-05T10:00Z", None),
        elsewhere(2, 2, "2026-02-10T10:00Z", Some("2026-03-01T10:00Z")),
        // Another guardian, who came with the line of another.
        elsewhere(3, 7, "2026-01-01T10:00Z", None),
    ];
    let world = world(&book, 2, others);
    let children = |when: &str| of(&told, &world, "guardian.children", when);
    let within = |when: &str| of(&told, &world, "guardian.within_number", when).truth();
    assert_eq!(
        (children("2026-02-10T09:59Z"), within("2026-02-10T09:59Z")),
        (Value::Number(2), True)
    );
    assert_eq!(
        (children("2026-02-10T10:00Z"), within("2026-02-10T10:00Z")),
        (Value::Number(3), False)
    );
    assert_eq!(
        (children("2026-03-01T10:00Z"), within("2026-03-01T10:00Z")),
        (Value::Number(2), True)
    );
    // Without the book: what the appointment says, and nothing is counted.
    assert_eq!(
        of(&told, &World::default(), "guardian.children", "2026-03-01T10:00Z"),
        Value::Number(9)
    );
    assert_eq!(
        of(&told, &World::default(), "guardian.within_number", "2026-03-01T10:00Z").truth(),
        True
    );
}

#[test]
fn of_a_guardian_who_was_struck_off_nothing_is_assured() {
    let sure = [("at_most", "2"), ("trained", "yes")];
    let book = guardian(Told::in_zone("UTC"), "2025-01-01T10:00Z", &sure).with(
        "struck_off",
        "2026-03-01T10:00Z",
        &[("entry", "1"), ("reason", "Moved.")],
    );
    let told = appointed("2026-02-01T10:00Z", "1");
    let others = (1..=2).map(|n| elsewhere(n, 1, "2026-01-01T10:00Z", None)).collect();
    let world = world(&book, 1, others);
    let is = |fact, when| of(&told, &world, fact, when).truth();
    assert_eq!(is("guardian.trained", "2026-02-28T00:00Z"), True);
    for fact in ["guardian.trained", "guardian.independent"] {
        assert_eq!(is(fact, "2026-03-01T10:00Z"), False, "{fact}");
    }
    for when in ["2026-02-28T00:00Z", "2026-03-01T10:00Z"] {
        assert_eq!(is("guardian.within_number", when), False, "{when}");
    }
}

#[test]
fn no_number_in_the_book_is_no_limit() {
    let book = guardian(Told::in_zone("UTC"), "2025-01-01T10:00Z", &[]);
    let told = appointed("2026-02-01T10:00Z", "1");
    let others = (1..=40).map(|n| elsewhere(n, 1, "2026-01-01T10:00Z", None)).collect();
    let world = world(&book, 1, others);
    assert_eq!(
        of(&told, &world, "guardian.children", "2026-02-02T00:00Z"),
        Value::Number(41)
    );
    assert_eq!(
        of(&told, &world, "guardian.within_number", "2026-02-02T00:00Z").truth(),
        True
    );
}

#[test]
fn a_provider_is_assured_by_the_book_where_the_placement_refers_to_it() {
    let provider = [
        ("name", "P"),
        ("kind", "foster"),
        ("places", "2"),
        ("adults_on_site", "no"),
        ("policy", "yes"),
        ("reporting", "yes"),
    ];
    let book = Told::in_zone("UTC").with("provider_registered", "2025-01-01T10:00Z", &provider);
    let inspected = |book: Told, when: &str, meets: &str| {
        let fields = [
            ("provider", "1"),
            ("by", "I"),
            ("meets_standards", meets),
            ("findings", "f"),
        ];
        book.with("provider_inspected", when, &fields)
    };
    let book = inspected(book, "2026-03-01T10:00Z", "yes");
    let book = inspected(book, "2026-04-01T10:00Z", "no");
    let all = "conduct_policy|reporting_procedure|minimum_standards";
    let told = placed(Some("1"), all);
    let world = world(&book, 1, Vec::new());
    let assured = |told: &Told, world: &World, when: &str| of(told, world, "placement.provider_assured", when).truth();
    // What the form says does not count: nobody inspected, and it audits itself against nothing.
    assert_eq!(assured(&told, &world, "2026-02-15T00:00Z"), False);
    assert_eq!(assured(&told, &world, "2026-03-01T10:00Z"), True);
    assert_eq!(assured(&told, &world, "2026-04-01T10:00Z"), False);
    let book = inspected(book, "2026-05-01T10:00Z", "yes");
    let struck = book.with(
        "struck_off",
        "2026-06-01T10:00Z",
        &[("entry", "1"), ("reason", "Sold.")],
    );
    let world = self::world(&struck, 1, Vec::new());
    assert_eq!(assured(&told, &world, "2026-05-31T00:00Z"), True);
    assert_eq!(assured(&told, &world, "2026-06-01T10:00Z"), False);
    // A placement that names the provider in words is judged by its form.
    assert_eq!(assured(&placed(None, all), &world, "2026-06-02T00:00Z"), True);
    assert_eq!(
        assured(&placed(None, "conduct_policy|"), &world, "2026-06-02T00:00Z"),
        False
    );
}

#[test]
fn a_policy_that_has_not_begun_or_has_run_out_assures_nothing() {
    let provider = [
        ("name", "P"),
        ("kind", "foster"),
        ("places", "2"),
        ("adults_on_site", "no"),
        ("policy", "yes"),
        ("policy_from", "2026-03-10"),
        ("policy_until", "2026-03"),
        ("reporting", "yes"),
        ("standards", "national"),
    ];
    let book = Told::in_zone("UTC").with("provider_registered", "2025-01-01T10:00Z", &provider);
    let world = world(&book, 1, Vec::new());
    let told = placed(Some("1"), "");
    let assured = |when: &str| of(&told, &world, "placement.provider_assured", when).truth();
    assert_eq!(assured("2026-03-09T23:59Z"), False);
    assert_eq!(assured("2026-03-10T00:00Z"), True);
    assert_eq!(assured("2026-03-31T23:59Z"), True);
    assert_eq!(assured("2026-04-01T00:00Z"), False);
    // By time alone, so that the case is reckoned anew then.
    for changes in ["2026-03-10T00:00Z", "2026-04-01T00:00Z"] {
        let changes: Timestamp = changes.parse().unwrap();
        assert!(world.of_book().any(|at| at == changes));
    }
}

#[test]
fn only_what_speaks_of_those_named_is_brought_along_and_changes_are_told() {
    let book = guardian(Told::in_zone("UTC"), "2025-01-01T10:00Z", &[]);
    let book = guardian(book, "2025-01-02T10:00Z", &[]);
    let before = guardian(book, "2025-01-03T10:00Z", &[("replaces", "1")]);
    let part = of_those(&before.case(), &BTreeSet::from([BookRef(3)])).unwrap();
    let seqs: Vec<u64> = part.written.iter().map(|e| e.seq).collect();
    assert_eq!(seqs, [1, 3]);
    assert_eq!(line(&before.case(), 1), BTreeSet::from([1, 3]));
    assert!(of_those(&before.case(), &BTreeSet::from([BookRef(9)])).is_none());
    // A correction of one is no news of the other; a withdrawal parts what was joined, and tells both.
    let then = before.case();
    let number = [
        ("entry", "2"),
        ("reason", "r"),
        ("withdraw", "no"),
        ("occurred", "2025-01-04T10:00Z"),
    ];
    let moved = before.with("correction", "2025-02-01T10:00Z", &number);
    assert_eq!(changed_by(&then, &moved.case()), BTreeSet::from([2]));
    let then = moved.case();
    let gone = moved.with(
        "correction",
        "2025-02-02T10:00Z",
        &[("entry", "3"), ("reason", "r"), ("withdraw", "yes")],
    );
    assert_eq!(changed_by(&then, &gone.case()), BTreeSet::from([1, 3]));
}

//! What stands in the authority's book.

use super::*;

const WHOLE: &str = "expected_conduct|reporting_procedure|minimum_standards";

fn agency(meets: &str, shares: &str) -> [(&'static str, String); 4] {
    [
        ("name", "An agency".to_owned()),
        ("kind", "police".to_owned()),
        ("meets_children", meets.to_owned()),
        ("shares_data", shares.to_owned()),
    ]
}

fn with_agency(told: Told, when: &str, meets: &str) -> Told {
    let fields = agency(meets, "no");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    told.with("agency_registered", when, &fields)
}

#[test]
fn every_agency_that_meets_children_needs_a_policy_that_stands() {
    let is = |told: &Told, when: &str| told.truth("authority.policies", when);
    let book = Told::in_zone("Europe/Vienna");
    assert_eq!(
        is(&book, "2026-01-01T00:00Z"),
        False,
        "an empty register proves nothing"
    );
    let book = with_agency(book, "2025-01-01T10:00", "yes");
    let policy = |told: Told, when: &str, more: &[(&str, &str)]| {
        let mut fields = vec![("agency", "1"), ("title", "Policy"), ("covers", WHOLE)];
        fields.extend(more);
        told.with("policy_adopted", when, &fields)
    };
    let book = policy(book, "2025-02-01T10:00", &[("valid_until", "2025-03")]);
    assert_eq!(is(&book, "2025-02-02T00:00Z"), True);
    // Until the end of the last day of March, in Vienna.
    assert_eq!(is(&book, "2025-03-31T21:59:59Z"), True);
    assert_eq!(is(&book, "2025-03-31T22:00:00Z"), False);
    let book = policy(book, "2025-04-01T10:00", &[("replaces", "2")]);
    assert_eq!(is(&book, "2025-04-02T00:00Z"), True);
    // One that was struck off counts no longer, and one of which nobody knows whether it meets children may.
    let struck = book.with(
        "struck_off",
        "2025-05-01T10:00",
        &[("entry", "3"), ("reason", "Withdrawn.")],
    );
    assert_eq!(is(&struck, "2025-05-02T00:00Z"), False);
    let one = policy(
        with_agency(Told::in_zone("UTC"), "2025-01-01T10:00", "yes"),
        "2025-02-01T10:00",
        &[],
    );
    let more = with_agency(one, "2025-03-01T10:00", "unknown");
    assert_eq!(is(&more, "2025-04-01T00:00Z"), Unknown);
}

#[test]
fn restrictions_are_counted_from_the_newest_review_that_asks_everything() {
    let count = |told: &Told, world: &World, when: &str| {
        let case = told.case();
        let moment = Moment::at(&case, world, at(when));
        moment.fact(Fact::of("authority.restrictions_since_review").unwrap())
    };
    let restriction = |when: &str| crate::world::Restriction {
        from: at(when),
        written: at(when),
    };
    let world = World {
        restrictions: vec![
            restriction("2025-01-01T10:00Z"),
            restriction("2025-02-01T10:00Z"),
            restriction("2025-04-01T10:00Z"),
        ],
        ..World::default()
    };
    let review = |told: Told, when: &str, independent: &str, asks: &str| {
        let fields = [("reviewer", "R"), ("independent", independent), ("asks", asks)];
        told.with("review_commissioned", when, &fields)
    };
    let both = "were_they_essential|effect_on_children";
    let book = review(Told::in_zone("UTC"), "2025-03-01T10:00Z", "no", both);
    let book = review(book, "2025-03-02T10:00Z", "yes", "were_they_essential|");
    assert_eq!(count(&book, &world, "2025-05-01T00:00Z"), Value::Number(3));
    let book = review(book, "2025-03-03T10:00Z", "yes", both);
    assert_eq!(count(&book, &world, "2025-03-03T09:00Z"), Value::Number(2));
    assert_eq!(count(&book, &world, "2025-03-04T00:00Z"), Value::Number(0));
    assert_eq!(count(&book, &world, "2025-05-01T00:00Z"), Value::Number(1));
}

//! Removal from the family, what prepares a place, and restrictions that are lifted.

use super::*;

fn place(kind: &'static str) -> [(&'static str, &'static str); 6] {
    [
        ("kind", kind),
        ("provider", "P"),
        ("emergency", "no"),
        ("unrelated_adults", "no"),
        ("why_needed", "x"),
        ("why_suits", "y"),
    ]
}

fn removed(told: Told, when: &str) -> Told {
    let fields = [
        ("from_whom", "Mother"),
        ("grounds", "x"),
        ("decided_by", "court"),
        ("nothing_less", "unknown"),
        ("shortest", "yes"),
        ("family_considered", "yes"),
    ];
    told.with("removed_from_family", when, &fields)
}

#[test]
fn a_removal_lasts_until_the_child_goes_home() {
    let told = removed(Told::in_zone("UTC"), "2026-01-01T10:00Z").with(
        "placement_started",
        "2026-01-01T12:00Z",
        &place("foster"),
    );
    assert_eq!(told.truth("family.removed", "2025-12-31T10:00Z"), False);
    assert_eq!(told.truth("family.removed", "2026-01-02T10:00Z"), True);
    let moved = told.with(
        "placement_ended",
        "2026-02-01T10:00Z",
        &[("reason", "moved"), ("next", "x")],
    );
    assert_eq!(moved.truth("family.removed", "2026-02-02T10:00Z"), True);
    let home = moved.with(
        "placement_ended",
        "2026-03-01T10:00Z",
        &[("reason", "went_home"), ("next", "x")],
    );
    assert_eq!(home.truth("family.removed", "2026-03-02T10:00Z"), False);
    let again = removed(home, "2026-04-01T10:00Z");
    assert_eq!(again.truth("family.removed", "2026-04-02T10:00Z"), True);
}

#[test]
fn a_place_is_prepared_before_the_child_comes_or_after_but_not_before_the_place_before() {
    let visit = [
        ("place", "P"),
        ("before_moving", "yes"),
        ("who_came", "guardian|"),
        ("welcome", "Tea."),
    ];
    let assessment = [
        ("occasion", "interim_care"),
        ("covers", "views|"),
        ("findings", "x"),
        ("sources", "y"),
        ("done_by", "health|"),
        ("took_part", "child|"),
        ("migration_took_part", "no"),
        ("individual_grounds", "yes"),
        ("best_interests_first", "yes"),
    ];
    let told = Told::in_zone("UTC")
        .with("introductory_visit", "2026-01-01T10:00Z", &visit)
        .with("best_interests_assessment", "2026-01-01T11:00Z", &assessment);
    assert_eq!(told.truth("placement.visited", "2026-01-01T12:00Z"), False);
    let told = told.with("placement_started", "2026-01-02T10:00Z", &place("foster"));
    assert_eq!(told.truth("placement.visited", "2026-01-02T12:00Z"), True);
    assert_eq!(told.truth("placement.weighed", "2026-01-02T12:00Z"), True);
    let told = told.with("placement_started", "2026-02-02T10:00Z", &place("kinship"));
    assert_eq!(told.truth("placement.visited", "2026-02-02T12:00Z"), False);
    assert_eq!(told.truth("placement.weighed", "2026-02-02T12:00Z"), False);
    let told = told.with("introductory_visit", "2026-02-03T10:00Z", &visit).with(
        "best_interests_assessment",
        "2026-02-03T11:00Z",
        &assessment,
    );
    assert_eq!(told.truth("placement.visited", "2026-02-03T12:00Z"), True);
    assert_eq!(told.truth("placement.weighed", "2026-02-03T12:00Z"), True);
}

#[test]
fn a_restriction_that_is_lifted_is_over_and_another_is_not() {
    let restrict = |measure| {
        [
            ("measures", measure),
            ("grounds", "x"),
            ("necessary", "unknown"),
            ("judge_approved", "yes"),
            ("for_migration", "no"),
        ]
    };
    let lift = |restriction| {
        [
            ("restriction", restriction),
            ("why", "No longer needed."),
            ("reasons_open", "unknown"),
        ]
    };
    let told = Told::in_zone("UTC")
        .with("liberty_restricted", "2026-06-01T10:00Z", &restrict("closed_placement"))
        .with("liberty_restricted", "2026-06-02T10:00Z", &restrict("phone"))
        .with("liberty_lifted", "2026-06-10T10:00Z", &lift("1"));
    assert_eq!(told.truth("liberty.restricted", "2026-06-10T11:00Z"), True);
    let told = told.with("liberty_lifted", "2026-06-11/2026-06-12", &lift("2"));
    assert_eq!(told.truth("liberty.restricted", "2026-06-11T12:00Z"), Unknown);
    assert_eq!(told.truth("liberty.restricted", "2026-06-13T00:00Z"), False);
}

#[test]
fn closing_an_episode_finds_no_child() {
    let told = Told::in_zone("UTC")
        .with(
            "missing_reported",
            "2026-06-01T10:00Z",
            &[("last_seen", "x"), ("circumstances", "y")],
        )
        .with(
            "episode_closed",
            "2026-06-02T10:00Z",
            &[
                ("episode", "1"),
                ("how", "other"),
                ("under_control", "unknown"),
                ("changes", "x"),
                ("told_all", "no"),
            ],
        );
    assert_eq!(told.truth("missing.now", "2026-06-03T10:00Z"), True);
}

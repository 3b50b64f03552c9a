use super::*;

const JUNE: &str = "2026-06-01T00:00Z";

fn drawn_up(told: Told, kind: &str, review: &str, until: Option<&str>) -> Told {
    let mut fields = vec![
        ("kind", kind),
        ("summary", "x"),
        ("from_needs", "yes"),
        ("child_consulted", "yes"),
        ("child_commits", "yes"),
        ("responsible", "x"),
        ("review_on", review),
    ];
    fields.extend(until.map(|until| ("runs_until", until)));
    if kind == "life_project" {
        fields.push(("covers", "wishes|"));
    }
    told.with("plan_drawn_up", "2026-03-02T10:00Z", &fields)
}

fn signed(told: Told, plan: &str, by: &str, able: &str) -> Told {
    let fields = [
        ("plan", plan),
        ("signed_by", by),
        ("child_able", able),
        ("why_not_child", "x"),
        ("for_service", "x"),
        ("copy_given", "yes"),
    ];
    told.with("plan_signed", "2026-03-03T10:00Z", &fields)
}

fn alone() -> Told {
    Told::in_zone("UTC").referral("2026-03-01T10:00Z", &[("born", "2011-05-01")])
}

#[test]
fn a_plan_is_in_force_when_child_service_and_guardian_have_signed() {
    let plan = || drawn_up(alone(), "care_plan", "2026-09-01", None);
    for (by, able, in_force) in [
        ("child|service|guardian", "yes", True),
        ("service|guardian", "no", True),
        ("service|guardian", "yes", False),
        ("service|guardian", "unknown", False),
        ("child|service", "yes", False),
        ("child|guardian", "yes", False),
    ] {
        let told = signed(plan(), "2", by, able);
        assert_eq!(told.truth("plan.care_plan", JUNE), in_force, "{by} {able}");
        assert_eq!(told.truth("plan.running", JUNE), in_force, "{by} {able}");
        assert_eq!(told.truth("plan.life_project", JUNE), False, "{by} {able}");
    }
    // A parent at the child's side stands for it; no guardian is needed then.
    let parent = alone().person("2026-03-01T11:00Z", "A", "mother", ["yes", "no", "yes"]);
    let told = signed(
        drawn_up(parent, "care_plan", "2026-09-01", None),
        "3",
        "child|service",
        "yes",
    );
    assert_eq!(told.truth("plan.care_plan", JUNE), True);
}

#[test]
fn a_review_ends_a_plan_or_sets_the_next_day() {
    let running = || {
        signed(
            drawn_up(alone(), "care_plan", "2026-05-11", None),
            "2",
            "child|service|guardian",
            "yes",
        )
    };
    let review = |told: Told, outcome: &str, next: Option<&str>| {
        let mut fields = vec![
            ("plan", "2"),
            ("outcome", outcome),
            ("child_took_part", "yes"),
            ("findings", "x"),
        ];
        fields.extend(next.map(|next| ("next_on", next)));
        told.with("plan_reviewed", "2026-05-12T10:00Z", &fields)
    };
    assert_eq!(running().truth("plan.review_due", "2026-05-10T23:59Z"), False);
    assert_eq!(running().truth("plan.review_due", "2026-05-11T00:00Z"), True);
    let goes_on = review(running(), "goes_on", Some("2026-08"));
    assert_eq!(goes_on.truth("plan.review_due", JUNE), False);
    // Some day of August: from the first of it, it may be due.
    assert_eq!(goes_on.truth("plan.review_due", "2026-08-01T00:00Z"), Unknown);
    assert_eq!(goes_on.truth("plan.review_due", "2026-08-31T00:00Z"), True);
    let ends = review(running(), "ends", None);
    assert_eq!(ends.truth("plan.running", JUNE), False);
    assert_eq!(ends.truth("plan.review_due", "2027-01-01T00:00Z"), False);
}

#[test]
fn a_life_project_runs_out() {
    let told = signed(
        drawn_up(alone(), "life_project", "2026-06-01", Some("2026-10")),
        "2",
        "child|service|guardian",
        "yes",
    );
    assert_eq!(told.truth("plan.life_project", "2026-10-01T12:00Z"), True);
    assert_eq!(told.truth("plan.life_project", "2026-10-02T00:00Z"), Unknown);
    assert_eq!(told.truth("plan.life_project", "2026-11-01T00:00Z"), False);
    let case = told.case();
    let world = World::default();
    let moment = Moment::at(&case, &world, at(JUNE));
    let changes = (Fact::of("plan.running").unwrap().changes)(&moment.latest);
    assert!(changes.contains(&at("2026-10-02T00:00Z")) && changes.contains(&at("2026-11-01T00:00Z")));
}

#[test]
fn a_transfer_is_accepted_by_an_answer_to_the_newest_offer() {
    let offer = |told: Told, when: &str| {
        told.with(
            "transfer_offered",
            when,
            &[("to", "x"), ("reasons", "x"), ("hands_over", "x")],
        )
    };
    let answer = |told: Told, when: &str, offer: &str, answer: &str| {
        let fields = [("offer", offer), ("answer", answer), ("by", "x"), ("reasons", "x")];
        told.with("transfer_answered", when, &fields)
    };
    let told = offer(alone(), "2026-04-01T10:00Z");
    assert_eq!(told.truth("transfer.accepted", JUNE), False);
    let told = answer(told, "2026-04-02T10:00Z", "2", "accepted");
    assert_eq!(told.truth("transfer.accepted", JUNE), True);
    let told = offer(told, "2026-04-03T10:00Z");
    assert_eq!(told.truth("transfer.accepted", JUNE), False);
    let told = answer(told, "2026-04-04T10:00Z", "4", "refused");
    assert_eq!(told.truth("transfer.accepted", JUNE), False);
    let told = answer(told, "2026-04-05T10:00Z", "4", "accepted");
    assert_eq!(told.truth("transfer.accepted", JUNE), True);
    let told = told.with(
        "case_reopened",
        "2026-05-01T10:00Z",
        &[("reason", "other"), ("account", "x"), ("asked_by", "x")],
    );
    assert_eq!(told.truth("transfer.accepted", JUNE), False);
}

#[test]
fn a_birthday_makes_no_adult_of_who_was_a_child_when_referred() {
    let found = |result: &str, born: Option<&str>| {
        let mut fields = vec![("method", "documents"), ("result", result), ("reasons", "x")];
        fields.extend(born.map(|born| ("born", born)));
        alone().with("age_verified", "2026-05-20T10:00Z", &fields)
    };
    for (told, adult) in [
        (found("adult", Some("1999")), True),
        (found("adult", Some("2008-03-01")), True),
        (found("adult", Some("2008-03-02")), False),
        // Some day of that March: before the referral, or after it.
        (found("adult", Some("2008-03")), Unknown),
        (found("adult", None), Unknown),
        (found("child", Some("2011-05-01")), False),
        (alone(), False),
    ] {
        assert_eq!(told.truth("child.adult_when_referred", JUNE), adult);
    }
}

#[test]
fn a_plan_is_carried_out_when_its_goals_are_met_or_handed_over() {
    let goal = |told: Told, plan: &str| {
        let fields = [
            ("plan", plan),
            ("area", "belonging"),
            ("goal", "x"),
            ("childs_own", "yes"),
            ("measure", "x"),
            ("owner", "x"),
        ];
        told.with("goal_set", "2026-03-02T11:00Z", &fields)
    };
    let followed = |told: Told, goal: &str, how: &str, agrees: &str, when: &str| {
        let mut fields = vec![("goal", goal), ("how", how), ("account", "x"), ("child_agrees", agrees)];
        if how == "handed_over" {
            fields.push(("to", "x"));
        }
        told.with("goal_followed", when, &fields)
    };
    let plan = || drawn_up(alone(), "care_plan", "2026-09-01", None);
    let all = "child|service|guardian";
    // Without goals, or not in force, nothing is carried out.
    assert_eq!(signed(plan(), "2", all, "yes").truth("plan.carried_out", JUNE), False);
    let unsigned = followed(goal(plan(), "2"), "3", "met", "yes", "2026-04-01T10:00Z");
    assert_eq!(unsigned.truth("plan.carried_out", JUNE), False);
    // Entries 3 and 4 are goals, 5 is the signing.
    let two = || signed(goal(goal(plan(), "2"), "2"), "2", all, "yes");
    for (first, second, agrees, carried_out) in [
        ("met", "handed_over", "yes", True),
        ("met", "dropped", "yes", True),
        ("met", "dropped", "unknown", Unknown),
        ("met", "dropped", "no", False),
        ("met", "progressed", "yes", False),
        ("dropped", "dropped", "yes", False),
    ] {
        let told = followed(two(), "3", first, "yes", "2026-04-01T10:00Z");
        assert_eq!(told.truth("plan.carried_out", JUNE), False);
        let told = followed(told, "4", second, agrees, "2026-04-02T10:00Z");
        assert_eq!(
            told.truth("plan.carried_out", JUNE),
            carried_out,
            "{first} {second} {agrees}"
        );
    }
    // The newest word on a goal counts; a plan that ended for it was carried out all the same.
    let told = followed(two(), "3", "met", "yes", "2026-04-01T10:00Z");
    let told = followed(told, "4", "met", "yes", "2026-04-02T10:00Z");
    let ends = [
        ("plan", "2"),
        ("outcome", "ends"),
        ("child_took_part", "yes"),
        ("findings", "x"),
    ];
    let ended = told.with("plan_reviewed", "2026-04-10T10:00Z", &ends);
    assert_eq!(ended.truth("plan.running", JUNE), False);
    assert_eq!(ended.truth("plan.carried_out", JUNE), True);
    let back = followed(ended, "4", "progressed", "yes", "2026-05-01T10:00Z");
    assert_eq!(back.truth("plan.carried_out", JUNE), False);
}

#[test]
fn the_child_is_heard_on_each_closing_and_each_plan() {
    let heard = |told: Told, when: &str| {
        let fields = [
            ("topics", "closing|plan"),
            ("heard", "true"),
            ("says", "x"),
            ("weight", "x"),
        ];
        told.with("views_heard", when, &fields)
    };
    let told = heard(alone(), "2026-03-02T09:00Z");
    assert_eq!(told.truth("views.on_closing", JUNE), True);
    assert_eq!(told.truth("views.on_plan", JUNE), True);
    let told = signed(
        drawn_up(told, "care_plan", "2026-09-01", None),
        "3",
        "child|service|guardian",
        "yes",
    );
    assert_eq!(told.truth("views.on_plan", JUNE), False);
    let told = told.with(
        "case_reopened",
        "2026-05-01T10:00Z",
        &[("reason", "other"), ("account", "x"), ("asked_by", "x")],
    );
    assert_eq!(told.truth("views.on_closing", JUNE), False);
    assert_eq!(heard(told, "2026-05-02T10:00Z").truth("views.on_closing", JUNE), True);
}

#[test]
fn whether_something_is_owed_is_no_fact_of_a_case() {
    assert_eq!(alone().truth(DUTIES_SETTLED, JUNE), Unknown);
    assert!(Fact::of(DUTIES_SETTLED).unwrap().of_step);
}

#[test]
fn a_case_is_closed_while_that_is_certain() {
    let closed_at = |told: &Told, when: &str| {
        let case = told.case();
        let world = World::default();
        closed(&Moment::at(&case, &world, at(when))).map(|e| e.seq)
    };
    let close = |told: Told, when: &str| told.with("case_closed", when, &[("ground", "died"), ("reasons", "x")]);
    let reopen = |told: Told, when: &str| {
        let fields = [("reason", "other"), ("account", "x"), ("asked_by", "x")];
        told.with("case_reopened", when, &fields)
    };
    let told = close(alone(), "2026-04-01");
    assert_eq!(closed_at(&told, "2026-04-01T12:00Z"), None);
    assert_eq!(closed_at(&told, JUNE), Some(2));
    // Closed some day of May, reopened some day of May: nobody knows which came first.
    let told = close(reopen(told, "2026-05"), "2026-05");
    assert_eq!(closed_at(&told, JUNE), None);
    let told = close(told, "2026-06-01T00:00Z");
    assert_eq!(closed_at(&told, JUNE), Some(5));
}

#[test]
fn the_stage_is_plan_running_while_a_child_who_stays_has_a_plan_in_force() {
    use crate::assess::assess;
    use crate::rules::Protocol;
    use crate::stage::Stage;

    let stage = |told: &Told| {
        let seen = assess(&told.case(), &World::default(), &Protocol::default(), at(JUNE));
        (seen.stage, seen.came_to)
    };
    let running = || {
        signed(
            drawn_up(alone(), "care_plan", "2026-09-01", None),
            "2",
            "child|service|guardian",
            "yes",
        )
    };
    let determined = |told: Told, solution: &str| {
        let fields = [
            ("solution", solution),
            ("decided_by", "x"),
            ("migration_decided", "no"),
            ("heard", "child|"),
            ("reasons", "x"),
            ("after_eighteen", "x"),
            ("awaits", "x"),
        ];
        told.with("determination_made", "2026-04-01T10:00Z", &fields)
    };
    // A plan alone is no solution, and a solution to stay alone no plan.
    assert_eq!(stage(&running()).0, Stage::Referred);
    assert_eq!(stage(&determined(alone(), "integration")).0, Stage::SolutionChosen);
    assert_eq!(stage(&determined(running(), "integration")).0, Stage::PlanRunning);
    // Who goes elsewhere carries out no plan here.
    assert_eq!(stage(&determined(running(), "return")).0, Stage::SolutionChosen);
    assert_eq!(stage(&determined(running(), "third_country")).0, Stage::SolutionChosen);
    assert_eq!(stage(&determined(running(), "deferred")).0, Stage::Referred);
    let ended = determined(running(), "integration").with(
        "plan_reviewed",
        "2026-05-12T10:00Z",
        &[
            ("plan", "2"),
            ("outcome", "ends"),
            ("child_took_part", "yes"),
            ("findings", "x"),
        ],
    );
    assert_eq!(stage(&ended).0, Stage::SolutionChosen);
    let closed = determined(running(), "integration").with(
        "case_closed",
        "2026-05-12T10:00Z",
        &[("ground", "died"), ("reasons", "x")],
    );
    assert_eq!(stage(&closed), (Stage::Closed, Stage::PlanRunning));
}

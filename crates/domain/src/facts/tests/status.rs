//! The right to stay, the panel and the options, and determinations that are challenged.

use super::*;

fn presumed(crossed: &str) -> Told {
    Told::in_zone("UTC").referral("2026-03-01T10:00Z", &[]).with(
        "victim_presumed",
        "2026-03-01T12:00Z",
        &[
            ("grounds", "x"),
            ("exploitation", "forced_labour"),
            ("crossed_border", crossed),
        ],
    )
}

impl Told {
    fn status(self, when: &str, state: &str, kind: &str, until: &str) -> Self {
        let mut fields = vec![("state", state), ("by", "x"), ("conditions", "none")];
        fields.extend([("kind", kind), ("until", until)].iter().filter(|(_, t)| !t.is_empty()));
        self.with("residence_status", when, &fields)
    }

    fn refused(self, when: &str, kind: &str, how: &str) -> Self {
        let fields = [
            ("service", "residence"),
            ("status", kind),
            ("kind", how),
            ("by", "x"),
            ("grounds", "other"),
            ("reasons", "x"),
            ("told_child", "no"),
        ];
        self.with("service_refused", when, &fields)
    }

    fn determined(self, when: &str, solution: &str) -> Self {
        let fields = [
            ("solution", solution),
            ("decided_by", "x"),
            ("migration_decided", "no"),
            ("heard", "child"),
            ("reasons", "x"),
            ("after_eighteen", "x"),
            ("awaits", "x"),
        ];
        self.with("determination_made", when, &fields)
    }

    fn challenged(self, when: &str, determination: &str) -> Self {
        let fields = [
            ("determination", determination),
            ("by", "guardian"),
            ("grounds", "new_facts"),
            ("says", "x"),
            ("to", "x"),
        ];
        self.with("determination_challenged", when, &fields)
    }

    fn reviewed(self, when: &str, challenge: &str, outcome: &str) -> Self {
        let fields = [
            ("challenge", challenge),
            ("outcome", outcome),
            ("by", "x"),
            ("independent", "yes"),
            ("reasons", "x"),
            ("explained", "yes"),
        ];
        self.with("determination_reviewed", when, &fields)
    }

    fn weighed(self, when: &str, option: &str) -> Self {
        let fields = [
            ("option", option),
            ("proposal", "x"),
            ("outcome", "excluded"),
            ("why_excluded", "x"),
            ("with_child", "yes"),
        ];
        self.with("option_weighed", when, &fields)
    }
}

#[test]
fn whether_a_child_may_stay_is_unknown_until_somebody_says() {
    let now = "2026-03-02T00:00Z";
    for fact in ["status.lacking", "status.foreign"] {
        assert_eq!(presumed("yes").truth(fact, now), Unknown, "{fact}");
        assert_eq!(presumed("unknown").truth(fact, now), Unknown, "{fact}");
        assert_eq!(presumed("no").truth(fact, now), False, "{fact}");
        let none = presumed("no").status("2026-03-01T13:00Z", "none", "", "");
        assert_eq!(none.truth(fact, now), True, "{fact}");
        let national = presumed("yes").status("2026-03-01T13:00Z", "granted", "national", "");
        assert_eq!(national.truth(fact, now), False, "{fact}");
    }
    let asked = presumed("yes").status("2026-03-01T13:00Z", "requested", "temporary_permit", "");
    assert_eq!(asked.truth("status.lacking", now), True);
    assert_eq!(asked.truth("status.awaited", now), True);
    let asylum = presumed("yes").status("2026-03-01T13:00Z", "requested", "asylum", "");
    assert_eq!(asylum.truth("status.awaited", now), False);
    let refused = asked.refused("2026-03-01T14:00Z", "temporary_permit", "refused");
    assert_eq!(refused.truth("status.awaited", now), False);
}

#[test]
fn a_permit_runs_out_after_its_last_day_and_a_month_before_it_the_end_is_near() {
    let told = presumed("yes").status("2026-03-02T10:00Z", "granted", "temporary_permit", "2026-06");
    let lacking = |at: &str| told.truth("status.lacking", at);
    assert_eq!(lacking("2026-03-02T09:59Z"), Unknown);
    assert_eq!(lacking("2026-06-01T23:59Z"), False);
    // Some day of June: between the first and the last it is not known.
    assert_eq!(lacking("2026-06-02T00:00Z"), Unknown);
    assert_eq!(lacking("2026-07-01T00:00Z"), True);
    assert_eq!(
        told.value("status.ends", "2026-03-03T00:00Z"),
        Value::Instant(at("2026-06-02T00:00Z"))
    );
    let near = |told: &Told, at: &str| told.truth("status.end_within_month", at);
    assert_eq!(near(&told, "2026-04-30T23:59Z"), False);
    assert_eq!(near(&told, "2026-05-01T00:00Z"), True);
    // Also after it has run out, and when somebody notes that it has.
    assert_eq!(near(&told, "2026-08-01T00:00Z"), True);
    let noted = told.status("2026-07-02T10:00Z", "expired", "temporary_permit", "");
    assert_eq!(near(&noted, "2026-08-01T00:00Z"), True);
    assert_eq!(noted.truth("status.lacking", "2026-08-01T00:00Z"), True);
    let renewed = noted.status("2026-07-03T10:00Z", "renewed", "temporary_permit", "");
    assert_eq!(near(&renewed, "2026-08-01T00:00Z"), False);
    assert_eq!(renewed.truth("status.lacking", "2030-01-01T00:00Z"), False);
}

#[test]
fn a_permit_that_is_withdrawn_is_none_until_that_is_taken_back() {
    let now = "2026-03-10T00:00Z";
    let told = presumed("yes")
        .status("2026-03-02T10:00Z", "granted", "temporary_permit", "")
        .refused("2026-03-03T10:00Z", "temporary_permit", "ended");
    assert_eq!(told.truth("status.lacking", now), True);
    let back = told.with("refusal_ended", "2026-03-04T10:00Z", &[("refusal", "4"), ("how", "x")]);
    assert_eq!(back.truth("status.lacking", now), False);
    // That another status was withdrawn, or that a new one was refused, ends nothing.
    let other = presumed("yes")
        .status("2026-03-02T10:00Z", "granted", "temporary_permit", "")
        .refused("2026-03-03T10:00Z", "asylum", "ended")
        .refused("2026-03-03T11:00Z", "temporary_permit", "refused");
    assert_eq!(other.truth("status.lacking", now), False);
    // A finding that there is no right to stay ends what was granted before.
    let none = other.status("2026-03-05T10:00Z", "none", "", "");
    assert_eq!(none.truth("status.lacking", now), True);
}

#[test]
fn several_statuses_are_open_when_two_kinds_are_held_or_asked_for() {
    let now = "2026-03-10T00:00Z";
    let told = presumed("yes").status("2026-03-02T10:00Z", "granted", "temporary_permit", "2026-09-01");
    assert_eq!(told.truth("status.several", now), False);
    let both = told.status("2026-03-03T10:00Z", "requested", "asylum", "");
    assert_eq!(both.truth("status.several", now), True);
    assert_eq!(both.truth("status.several", "2026-10-01T00:00Z"), False);
    let refused = both.refused("2026-03-04T10:00Z", "asylum", "refused");
    assert_eq!(refused.truth("status.several", now), False);
}

#[test]
fn the_second_decision_comes_after_identification_and_solution() {
    let now = "2026-05-01T00:00Z";
    let identified = |told: Told, when: &str| {
        let fields = [
            ("status", "identified"),
            ("decided_by", "x"),
            ("act", "recruitment"),
            ("purpose", "forced_labour"),
            ("reasons", "x"),
        ];
        told.with("trafficking_status", when, &fields)
    };
    let told = presumed("yes").status("2026-03-02T10:00Z", "granted", "temporary_permit", "");
    let told = identified(told, "2026-03-05T10:00Z").determined("2026-03-10T10:00Z", "integration");
    assert_eq!(told.truth("status.decided_again", now), False);
    let granted = told.status("2026-04-01T10:00Z", "granted", "residence_permit", "");
    assert_eq!(granted.truth("status.decided_again", now), True);
}

#[test]
fn a_determination_that_is_challenged_or_reopened_does_not_stand() {
    let now = "2026-05-01T00:00Z";
    let stands = |told: &Told| told.truth("determination.made", now);
    let told = presumed("yes").determined("2026-03-10T10:00Z", "return");
    assert_eq!(stands(&told), True);
    // A challenge to another determination changes nothing.
    let other = told.challenged("2026-03-11T10:00Z", "2");
    assert_eq!(stands(&other), True);
    let challenged = other.challenged("2026-03-12T10:00Z", "3");
    assert_eq!(stands(&challenged), False);
    assert_eq!(challenged.value("determination.solution", now), Value::Unknown);
    let upheld = challenged.reviewed("2026-03-15T10:00Z", "5", "upheld");
    assert_eq!(stands(&upheld), True);
    // A second challenge opens it again; that it was reopened stays until it is determined anew.
    let reopened = upheld
        .challenged("2026-04-01T10:00Z", "3")
        .reviewed("2026-04-02T10:00Z", "7", "reopened");
    assert_eq!(stands(&reopened), False);
    let anew = reopened.determined("2026-04-20T10:00Z", "integration");
    assert_eq!(stands(&anew), True);
    assert_eq!(
        anew.value("determination.solution", now),
        Value::Code("integration".into())
    );
    // A challenge of uncertain day: in between it is not known whether the determination stands.
    let unsure = presumed("yes")
        .determined("2026-03-10T10:00Z", "return")
        .challenged("2026-03-20/2026-03-22", "3");
    assert_eq!(unsure.truth("determination.made", "2026-03-21T00:00Z"), Unknown);
}

#[test]
fn panel_options_hearing_and_information_begin_anew_with_each_solution() {
    let now = "2026-05-01T00:00Z";
    let facts = [
        "panel.on_solution",
        "options.three_weighed",
        "views.on_solution",
        "information.on_solution",
    ];
    let prepared = |told: Told, month: &str| {
        let at = |day: &str| format!("2026-{month}-{day}T10:00Z");
        let panel = [
            ("about", "solution"),
            ("chair", "x"),
            ("members", "x"),
            ("agencies", "child_protection"),
            ("expertise", "law"),
            ("child_protection_guides", "yes"),
            ("migration_decides", "no"),
            ("dossier", "x"),
        ];
        let heard = [("topics", "solution"), ("heard", "yes"), ("says", "x"), ("weight", "x")];
        let informed = [
            ("topics", "solution"),
            ("language", "ro"),
            ("form", "spoken"),
            ("understood", "yes"),
            ("content", "x"),
        ];
        told.with("panel_convened", &at("02"), &panel)
            .with("views_heard", &at("03"), &heard)
            .with("information_given", &at("03"), &informed)
            .weighed(&at("04"), "return")
            .weighed(&at("04"), "integration")
            .weighed(&at("04"), "third_country")
    };
    let all = |told: &Told, is: Truth| {
        for fact in facts {
            assert_eq!(told.truth(fact, now), is, "{fact}");
        }
    };
    all(&presumed("yes"), False);
    let told = prepared(presumed("yes"), "03");
    all(&told, True);
    assert_eq!(told.truth("panel.on_question", now), False);
    // A deferral is no choice: what was prepared serves on.
    let deferred = told.determined("2026-03-05T10:00Z", "deferred");
    all(&deferred, True);
    let chosen = deferred.determined("2026-03-06T10:00Z", "return");
    all(&chosen, False);
    all(&prepared(chosen, "04"), True);
}

#[test]
fn a_relative_who_lives_here_counts_unless_suspected_or_untrue() {
    let now = "2026-05-01T00:00Z";
    let person = |relation: &str, suspected: &str, lives: &str| {
        let fields = [
            ("names", "Ana"),
            ("relation", relation),
            ("verified", "unknown"),
            ("suspected", suspected),
            ("accompanies", "no"),
            ("knows_place", "no"),
            ("lives", lives),
        ];
        presumed("yes")
            .with("person_linked", "2026-03-02T10:00Z", &fields)
            .truth("relatives.here", now)
    };
    assert_eq!(person("sibling", "no", "here"), True);
    assert_eq!(person("sibling", "unknown", "here"), True);
    assert_eq!(person("sibling", "yes", "here"), False);
    assert_eq!(person("sibling", "no", "place_of_origin"), False);
    assert_eq!(person("partner", "no", "here"), False);
}

#[test]
fn a_question_counts_when_others_than_the_migration_authority_determined_it() {
    let now = "2026-05-01T00:00Z";
    let asked = |migration: &str| {
        let fields = [
            ("question", "parent_detained"),
            ("in_interests", "no"),
            ("decided_by", "x"),
            ("migration_decided", migration),
            ("heard", "child"),
            ("decider_named", "yes"),
            ("impact", "rights"),
            ("separates", "no"),
            ("individual_grounds", "yes"),
            ("best_interests_first", "yes"),
            ("reasons", "x"),
        ];
        presumed("yes").with("question_determined", "2026-03-10T10:00Z", &fields)
    };
    let truth = |told: &Told| told.truth("question.parent_detained", now);
    assert_eq!(truth(&presumed("yes")), False);
    assert_eq!(truth(&asked("yes")), False);
    assert_eq!(truth(&asked("unknown")), Unknown);
    assert_eq!(truth(&asked("no")), True);
    assert_eq!(asked("no").truth("question.parent_deported", now), False);
    let challenged = asked("no").challenged("2026-03-11T10:00Z", "3");
    assert_eq!(truth(&challenged), False);
    assert_eq!(
        truth(&challenged.reviewed("2026-03-12T10:00Z", "4", "challenge_withdrawn")),
        True
    );
}

#[test]
fn a_finding_of_an_adult_that_is_challenged_ends_no_protection() {
    let found = presumed("no").with(
        "age_verified",
        "2026-03-10T10:00Z",
        &[
            ("method", "assessment"),
            ("result", "adult"),
            ("born", "2000"),
            ("reasons", "x"),
        ],
    );
    assert_eq!(found.truth("child.protected", "2026-03-11T00:00Z"), False);
    let challenged = found.challenged("2026-03-12T10:00Z", "3");
    assert_eq!(challenged.truth("child.protected", "2026-03-12T09:59Z"), False);
    assert_eq!(challenged.truth("child.protected", "2026-03-13T00:00Z"), True);
    assert_eq!(
        challenged.truth("child.adult_when_referred", "2026-03-13T00:00Z"),
        False
    );
    let upheld = challenged.reviewed("2026-03-20T10:00Z", "4", "upheld");
    assert_eq!(upheld.truth("child.protected", "2026-03-21T00:00Z"), False);
}

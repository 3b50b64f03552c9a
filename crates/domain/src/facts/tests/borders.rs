//! Facts on inquiries, returns and what follows them.

use super::*;

const RISK: &[(&str, &str)] = &[("occasion", "return"), ("serious_risk_on_return", "no")];
const SECURITY: &[(&str, &str)] = &[("assessed_by", "Police"), ("danger", "no"), ("findings", "None.")];

fn of(
    fields: &[(&'static str, &'static str)],
    more: &[(&'static str, &'static str)],
) -> Vec<(&'static str, &'static str)> {
    fields.iter().chain(more).copied().collect()
}

impl Told {
    /// The risks were assessed; a row of risks is no text, so it is put in beside the other fields.
    fn assessed(self, when: &str, fields: &[(&'static str, &'static str)]) -> Self {
        let row = [
            ("risk", "calls"),
            ("likelihood", "low"),
            ("severity", "low"),
            ("measure", "x"),
            ("owner", "x"),
        ];
        let texts = |pairs: &[(&str, &str)]| -> Fields {
            pairs.iter().map(|(n, t)| ((*n).to_owned(), Raw::text(*t))).collect()
        };
        let mut fields = texts(fields);
        fields.insert("risks".to_owned(), Raw::List(vec![Raw::Row(texts(&row))]));
        let mut told = self.with("note", when, &[("text", "x")]);
        let last = told.entries.pop().unwrap();
        let record = Record::read(RecordType::RiskAssessment, &fields).unwrap();
        told.entries.push(Arc::new(Entry {
            record,
            ..last.as_ref().clone()
        }));
        told
    }
}

fn inquiry(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let fields = [
        ("from", "Directorate"),
        ("family_involved", "no"),
        ("carer_agreed", "no"),
        ("carer_able", "no"),
        ("proposal", "None."),
    ];
    of(&fields, more)
}

fn again(told: Told, when: &str) -> Told {
    told.with(
        "met_again",
        when,
        &[
            ("met", "in_the_street"),
            ("place", "Ring"),
            ("country", "AT"),
            ("recognised", "A scar."),
        ],
    )
}

fn placed(told: Told, when: &str) -> Told {
    let fields = [
        ("kind", "foster"),
        ("provider", "Family"),
        ("emergency", "no"),
        ("unrelated_adults", "no"),
        ("why_needed", "Alone."),
        ("why_suits", "Yes."),
    ];
    told.with("placement_started", when, &fields)
}

fn country(code: &str) -> Value {
    Value::Code(code.to_owned())
}

const LATER: &str = "2026-12-01T00:00Z";

#[test]
fn only_an_assessment_of_the_very_place_names_the_country_of_a_return() {
    let told = Told::in_zone("UTC").assessed("2026-03-01", &of(RISK, &[("country", "RO")]));
    assert_eq!(told.value("risk.place", LATER), Value::Unknown);
    let told = told.assessed("2026-03-02", &of(RISK, &[("country", "RO"), ("very_place", "yes")]));
    assert_eq!(told.value("risk.place", LATER), country("RO"));
    // Another, of no place, takes nothing away; a move does.
    let told = told.assessed("2026-03-03", RISK);
    assert_eq!(told.value("risk.place", LATER), country("RO"));
    let told = placed(told, "2026-03-04");
    assert_eq!(told.value("risk.place", LATER), Value::Unknown);
    let told = told.assessed("2026-03-05", &of(RISK, &[("country", "MD"), ("very_place", "yes")]));
    assert_eq!(told.value("risk.place", LATER), country("MD"));
}

#[test]
fn a_country_that_is_not_known_is_no_place() {
    let told = Told::in_zone("UTC").with(
        "security_assessment",
        "2026-03-01",
        &of(SECURITY, &[("country", "not_known"), ("very_place", "yes")]),
    );
    assert_eq!(told.value("security.place", LATER), Value::Unknown);
    let told = told.with(
        "security_assessment",
        "2026-03-02",
        &of(SECURITY, &[("country", "AL"), ("very_place", "yes")]),
    );
    assert_eq!(told.value("security.place", LATER), country("AL"));
    assert_eq!(again(told, "2026-03-03").value("security.place", LATER), Value::Unknown);
}

#[test]
fn two_letters_on_one_place_say_together_what_a_return_needs() {
    let first = "family_and_care|surroundings|proposal_for_a_solution";
    let second = "risk_of_retrafficking|family_involvement";
    let here = [("country", "RO"), ("very_place", "yes")];
    let told = Told::in_zone("UTC").with(
        "social_inquiry_received",
        "2026-03-01",
        &inquiry(&of(&here, &[("covers", first), ("family_suits", "no")])),
    );
    assert_eq!(told.truth("inquiry.complete", LATER), False);
    assert_eq!(told.value("inquiry.place", LATER), country("RO"));
    assert_eq!(told.truth("inquiry.family_suits", LATER), False);
    let elsewhere = of(&[("country", "MD"), ("very_place", "yes")], &[("covers", second)]);
    let other = Told {
        calendar: told.calendar.clone(),
        entries: told.entries.clone(),
    };
    let other = other.with("social_inquiry_received", "2026-03-02", &inquiry(&elsewhere));
    assert_eq!(other.truth("inquiry.complete", LATER), False);
    let told = told.with(
        "social_inquiry_received",
        "2026-03-02",
        &inquiry(&of(&here, &[("covers", second)])),
    );
    assert_eq!(told.truth("inquiry.complete", LATER), True);
    assert_eq!(told.truth("inquiry.family_suits", LATER), Unknown);
    assert_eq!(told.truth("inquiry.care_available", LATER), False);
    let told = again(told, "2026-03-03");
    assert_eq!(told.truth("inquiry.complete", LATER), False);
    assert_eq!(told.truth("inquiry.family_suits", LATER), False);
    assert_eq!(told.value("inquiry.place", LATER), Value::Unknown);
}

#[test]
fn only_a_plan_that_says_all_counts() {
    let all = "protection_at_once|long_term|education|health|psychosocial|family_life|social_inclusion|access_to_justice|safety_from_violence";
    let plan = |covers| {
        vec![
            ("country", "AL"),
            ("drawn_up_by", "Both"),
            ("with_child", "yes"),
            ("covers", covers),
            ("at_once", "A number."),
            ("long_term", "School."),
            ("responsible", "Unit"),
        ]
    };
    let told = Told::in_zone("UTC").with("reintegration_plan", "2026-03-01", &plan(all));
    assert_eq!(told.value("reintegration.place", LATER), country("AL"));
    let told = told.with("reintegration_plan", "2026-03-02", &plan("education|health"));
    assert_eq!(told.value("reintegration.place", LATER), Value::Unknown);
}

#[test]
fn a_service_may_take_back_its_word() {
    let word = |receives| {
        vec![
            ("country", "AL"),
            ("by", "Unit"),
            ("will_receive", receives),
            ("will_help", "yes"),
            ("arrangements", "At the gate."),
        ]
    };
    let told = Told::in_zone("UTC").with("reception_confirmed", "2026-03-01", &word("yes"));
    assert_eq!(told.value("reception.place", LATER), country("AL"));
    let told = told.with("reception_confirmed", "2026-03-02", &word("no"));
    assert_eq!(told.value("reception.place", LATER), Value::Unknown);
}

#[test]
fn what_a_journey_needs_is_given_for_this_journey() {
    let told = Told::in_zone("UTC");
    assert_eq!(told.truth("return.ready_to_travel", LATER), False);
    assert_eq!(told.truth("escort.named", LATER), False);
    let told = told.with(
        "travel_documents",
        "2026-03-01",
        &[("papers", "yes"), ("items", "unknown"), ("information", "yes")],
    );
    assert_eq!(told.truth("return.ready_to_travel", LATER), Unknown);
    let escort = [
        ("who", "Claire"),
        ("role", "social_worker"),
        ("whole_way", "yes"),
        ("trusted", "yes"),
        ("safe_way", "yes"),
        ("guardian_consents", "yes"),
        ("pregnant", "no"),
        ("medical", "no"),
        ("mother", "no"),
        ("disability", "no"),
    ];
    let told = told
        .with(
            "travel_documents",
            "2026-03-02",
            &[("papers", "yes"), ("items", "yes"), ("information", "yes")],
        )
        .with("escort_named", "2026-03-02", &escort);
    assert_eq!(told.truth("return.ready_to_travel", LATER), True);
    assert_eq!(told.truth("escort.named", LATER), True);
    let told = again(told, "2026-03-03");
    assert_eq!(told.truth("return.ready_to_travel", LATER), False);
    assert_eq!(told.truth("escort.named", LATER), False);
}

#[test]
fn the_child_is_told_of_each_part_of_the_journey_and_of_the_newest_plan() {
    let tell = |told: Told, when, topics| {
        told.with(
            "information_given",
            when,
            &[
                ("topics", topics),
                ("language", "ro"),
                ("form", "spoken"),
                ("understood", "yes"),
            ],
        )
    };
    let told = tell(
        Told::in_zone("UTC"),
        "2026-03-01",
        "journey|help_after_the_return|reintegration_plan",
    );
    assert_eq!(told.truth("information.on_journey", LATER), False);
    let told = tell(told, "2026-03-02", "identity_status|return");
    assert_eq!(told.truth("information.on_journey", LATER), True);
    assert_eq!(told.truth("information.on_return", LATER), True);
    let told = told.with(
        "reintegration_plan",
        "2026-03-03",
        &[
            ("country", "AL"),
            ("drawn_up_by", "Both"),
            ("with_child", "yes"),
            ("covers", "education|health"),
            ("at_once", "A number."),
            ("long_term", "School."),
            ("responsible", "Unit"),
        ],
    );
    assert_eq!(told.truth("information.on_journey", LATER), False);
    let told = again(told, "2026-03-04");
    assert_eq!(told.truth("information.on_return", LATER), False);
}

#[test]
fn sixteen_is_reached_on_a_birthday_and_between_two_it_is_unknown() {
    let told = Told::in_zone("UTC").referral("2026-01-01", &[("born", "2010-05-14")]);
    assert_eq!(told.truth("child.under_16", "2026-05-13T23:59Z"), True);
    assert_eq!(told.truth("child.under_16", "2026-05-14T00:00Z"), False);
    let told = Told::in_zone("UTC").referral("2026-01-01", &[("born", "2010")]);
    assert_eq!(told.truth("child.under_16", "2025-12-31T00:00Z"), Unknown); // nothing is recorded yet
    assert_eq!(told.truth("child.under_16", "2026-06-01T00:00Z"), Unknown);
    assert_eq!(told.truth("child.under_16", "2027-01-01T00:00Z"), False);
}

#[test]
fn rights_on_return_are_unknown_until_somebody_says() {
    let told = Told::in_zone("UTC").assessed("2026-03-01", RISK);
    assert_eq!(told.truth("risk.rights_on_return", LATER), Unknown);
    let told = told.assessed("2026-03-02", &of(RISK, &[("rights_at_risk", "yes")]));
    assert_eq!(told.truth("risk.rights_on_return", LATER), True);
}

#[test]
fn a_child_who_is_met_again_has_neither_left_nor_a_solution() {
    let told = Told::in_zone("UTC")
        .with(
            "determination_made",
            "2026-03-01",
            &[
                ("solution", "return"),
                ("decided_by", "Panel"),
                ("migration_decided", "no"),
                ("heard", "child|guardian"),
                ("reasons", "Good."),
                ("after_eighteen", "Home."),
            ],
        )
        .with(
            "departed",
            "2026-03-02",
            &[("country", "BG"), ("destination", "Home"), ("met_by", "Centre")],
        )
        .with(
            "met_on_arrival",
            "2026-03-03",
            &[("by", "Centre"), ("place", "Bus"), ("safe", "yes")],
        );
    assert_eq!(told.truth("return.departed", LATER), True);
    assert_eq!(told.truth("return.arrived", LATER), True);
    assert_eq!(told.value("determination.solution", LATER), country("return"));
    let told = again(told, "2026-03-10");
    assert_eq!(told.truth("return.departed", LATER), False);
    assert_eq!(told.truth("return.arrived", LATER), False);
    assert_eq!(told.value("determination.solution", LATER), Value::Unknown);
}

#[test]
fn a_later_assessment_of_something_else_takes_no_risk_away() {
    let there = [("country", "RO"), ("very_place", "yes")];
    let serious = [
        ("occasion", "return"),
        ("serious_risk_on_return", "yes"),
        ("rights_at_risk", "no"),
    ];
    let harmless = [
        ("occasion", "event"),
        ("serious_risk_on_return", "no"),
        ("rights_at_risk", "no"),
    ];
    let danger = [("assessed_by", "Police"), ("danger", "yes"), ("findings", "They wait.")];
    let told = Told::in_zone("UTC")
        .assessed("2026-03-01", &of(&serious, &there))
        .assessed("2026-03-02", &harmless)
        .with("security_assessment", "2026-03-01", &of(&danger, &there))
        .with("security_assessment", "2026-03-02", SECURITY);
    assert_eq!(told.truth("risk.serious_on_return", LATER), True);
    assert_eq!(told.truth("risk.rights_on_return", LATER), False);
    assert_eq!(told.truth("security.danger", LATER), True);
    // Only a new look at the place itself does.
    let told = told.assessed("2026-03-03", &of(&harmless, &there)).with(
        "security_assessment",
        "2026-03-03",
        &of(SECURITY, &there),
    );
    assert_eq!(told.truth("risk.serious_on_return", LATER), False);
    assert_eq!(told.truth("security.danger", LATER), False);
}

#[test]
fn a_decision_on_a_return_that_failed_decides_no_other() {
    let told = Told::in_zone("UTC").with(
        "return_decided",
        "2026-03-01",
        &[
            ("country", "BG"),
            ("destination", "Home"),
            ("received_by", "His mother"),
            ("care_there", "parents"),
            ("place_assessed", "yes"),
            ("child_agrees", "yes"),
            ("reasons", "Good."),
        ],
    );
    assert_eq!(told.truth("return.decided", LATER), True);
    assert_eq!(again(told, "2026-03-10").truth("return.decided", LATER), False);
}

#[test]
fn a_letter_on_something_else_makes_no_family_right() {
    let there = [("country", "RO"), ("very_place", "yes")];
    let told = Told::in_zone("UTC")
        .with(
            "social_inquiry_received",
            "2026-03-01",
            &inquiry(&of(&there, &[("family_suits", "no")])),
        )
        .with(
            "social_inquiry_received",
            "2026-03-02",
            &inquiry(&[("family_suits", "yes")]),
        );
    assert_eq!(told.truth("inquiry.family_suits", LATER), False);
    let told = told.with(
        "social_inquiry_received",
        "2026-03-03",
        &inquiry(&of(&there, &[("family_suits", "yes")])),
    );
    assert_eq!(told.truth("inquiry.family_suits", LATER), True);
}

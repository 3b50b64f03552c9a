use super::*;

const NOW: &str = "2026-06-01T00:00Z";

fn start() -> Told {
    Told::in_zone("UTC").referral("2026-03-01T10:00Z", &[])
}

fn verified(told: Told, when: &str, name: &str, confirmed: &str) -> Told {
    told.with(
        "companion_verified",
        when,
        &[
            ("names", name),
            ("methods", "registry"),
            ("confirmed", confirmed),
            ("relation", "mother"),
            ("findings", "x"),
        ],
    )
}

fn status(told: Told, when: &str, status: &str) -> Told {
    let more = match status {
        "not_identified" => ("grounds", "other"),
        _ => ("act", "recruitment"),
    };
    let purpose = match status {
        "identified" => vec![("purpose", "forced_labour")],
        _ => Vec::new(),
    };
    let mut fields = vec![("status", status), ("decided_by", "x"), ("reasons", "x"), more];
    fields.extend(purpose);
    told.with("trafficking_status", when, &fields)
}

#[test]
fn a_verified_mother_stands_beside_the_child_and_a_refuted_one_does_not() {
    let claimed = || {
        Told::in_zone("UTC")
            .referral("2026-03-01T10:00Z", &[("company", "with_parent")])
            .person("2026-03-02T10:00Z", "Ana M.", "mother", ["unknown", "no", "yes"])
    };
    let told = verified(claimed(), "2026-03-03T10:00Z", "Ana M.", "yes");
    assert_eq!(told.truth("companion.unverified", NOW), False);
    assert_eq!(told.truth("child.unaccompanied", NOW), False);
    assert_eq!(told.truth("guardian.needed", NOW), False);
    // A later word that says nothing of the relation leaves the verification as it is.
    let told = told.person("2026-03-04T10:00Z", "Ana M.", "mother", ["unknown", "no", "yes"]);
    assert_eq!(told.truth("child.unaccompanied", NOW), False);

    let told = verified(claimed(), "2026-03-03T10:00Z", "Ana M.", "no");
    assert_eq!(told.truth("companion.unverified", NOW), True);
    assert_eq!(told.truth("child.unaccompanied", NOW), True);
    assert_eq!(told.truth("guardian.needed", NOW), True);
    let told = told.person("2026-03-04T10:00Z", "Ana M.", "mother", ["unknown", "yes", "yes"]);
    assert_eq!(told.truth("child.unaccompanied", NOW), True);
    assert_eq!(told.truth("family.suspected", NOW), Unknown);
    let told = told.person("2026-03-05T10:00Z", "Ana M.", "mother", ["yes", "no", "yes"]);
    assert_eq!(told.truth("child.unaccompanied", NOW), False);

    let open = verified(claimed(), "2026-03-03T10:00Z", "Ana M.", "unknown");
    assert_eq!(open.truth("child.unaccompanied", NOW), Unknown);
    // Nobody had written down the adult: the verification speaks of whoever is with the child.
    let told = verified(start(), "2026-03-03T10:00Z", "B", "no");
    assert_eq!(told.truth("companion.unverified", NOW), True);
}

#[test]
fn a_decision_not_to_identify_takes_no_presumption_back() {
    assert_eq!(start().truth("victim.presumed", NOW), False);
    assert_eq!(start().truth("victim.grounds", NOW), False);
    let told = status(start(), "2026-03-05T10:00Z", "not_identified");
    assert_eq!(told.truth("victim.presumed", NOW), False);
    let told = status(told, "2026-03-06T10:00Z", "presumed");
    assert_eq!(told.truth("victim.presumed", NOW), True);
    assert_eq!(told.truth("victim.identified", NOW), False);
    let told = status(told, "2026-03-07T10:00Z", "identified");
    assert_eq!(told.truth("victim.identified", NOW), True);
    let told = status(told, "2026-03-08T10:00Z", "not_identified");
    assert_eq!(told.truth("victim.identified", NOW), False);
    assert_eq!(told.truth("victim.presumed", NOW), True);
    let since = Value::Instant(at("2026-03-06T10:00Z"));
    assert_eq!(told.value("victim.presumed_since", NOW), since);
}

#[test]
fn signs_of_exploitation_or_control_may_be_grounds_and_missing_papers_are_not() {
    let of = |signs: &str| Told::in_zone("UTC").referral("2026-03-01T10:00Z", &[("indicators", signs)]);
    assert_eq!(of("no_papers|injuries|other").truth("victim.grounds", NOW), False);
    assert_eq!(of("no_papers|begs").truth("victim.grounds", NOW), True);
    let pressure = |told: Told, when, more: &[(&str, &str)]| {
        let mut fields = vec![("pressures", "debt|"), ("account", "x")];
        fields.extend(more);
        told.with("pressure_identified", when, &fields)
    };
    let told = pressure(start(), "2026-03-05T10:00Z", &[]);
    assert_eq!(told.truth("victim.grounds", NOW), True);
    assert_eq!(told.truth("pressure.unanswered", NOW), True);
    let told = pressure(told, "2026-03-06T10:00Z", &[("measure", "x"), ("owner", "x")]);
    assert_eq!(told.truth("pressure.unanswered", NOW), False);
}

#[test]
fn papers_are_missing_until_one_is_issued() {
    let paper = |told: Told, when, state| {
        let fields = [
            ("kind", "passport"),
            ("state", state),
            ("authority", "x"),
            ("notes", "x"),
        ];
        told.with("identity_document", when, &fields)
    };
    assert_eq!(start().truth("identity.without_papers", NOW), False);
    let told = paper(start(), "2026-03-05T10:00Z", "applied");
    assert_eq!(told.truth("identity.without_papers", NOW), True);
    assert_eq!(told.truth("identity.document_awaited", NOW), True);
    let told = paper(told, "2026-03-06T10:00Z", "refused");
    assert_eq!(told.truth("identity.document_awaited", NOW), False);
    assert_eq!(told.truth("identity.without_papers", NOW), True);
    let told = paper(told, "2026-03-07T10:00Z", "issued");
    assert_eq!(told.truth("identity.without_papers", NOW), False);
}

#[test]
fn an_identity_is_doubtful_when_it_is_not_certain_or_nobody_was_found() {
    let identity = |certain, nobody| {
        start().with(
            "identity_established",
            "2026-03-05T10:00Z",
            &[
                ("names", "N"),
                ("nationality", "stateless"),
                ("methods", "own_account|"),
                ("certain", certain),
                ("found_nobody", nobody),
                ("findings", "x"),
            ],
        )
    };
    assert_eq!(start().truth("identity.doubtful", NOW), False);
    assert_eq!(identity("yes", "no").truth("identity.doubtful", NOW), False);
    assert_eq!(identity("yes", "no").truth("identity.established", NOW), True);
    assert_eq!(identity("no", "").truth("identity.doubtful", NOW), True);
    assert_eq!(identity("unknown", "").truth("identity.doubtful", NOW), Unknown);
    assert_eq!(identity("unknown", "yes").truth("identity.doubtful", NOW), True);
}

#[test]
fn a_caseworker_who_left_is_missed_until_another_comes() {
    let team = |told: Told, when, role, change| {
        told.with(
            "team_changed",
            when,
            &[("who", "T"), ("role", role), ("change", change)],
        )
    };
    assert_eq!(start().truth("lead.caseworker", NOW), False);
    let accepted = [("pseudonym", "P"), ("caseworker", "C")];
    let told = start().with("referral_accepted", "2026-03-02T10:00Z", &accepted);
    assert_eq!(told.truth("lead.caseworker", NOW), True);
    let told = team(told, "2026-03-03T10:00Z", "psychologist", "left");
    assert_eq!(told.truth("lead.caseworker", NOW), True);
    let told = team(told, "2026-03-04T10:00Z", "caseworker", "left");
    assert_eq!(told.truth("lead.caseworker", NOW), False);
    let told = team(told, "2026-03-05T10:00Z", "caseworker", "joined");
    assert_eq!(told.truth("lead.caseworker", NOW), True);
}

#[test]
fn each_guardian_meets_the_child_anew() {
    let guardian = |told: Told, when| {
        let fields = [
            ("guardian", "G"),
            ("kind", "provisional"),
            ("appointed_by", "Court"),
            ("trained", "yes"),
            ("independent", "yes"),
        ];
        told.with("guardian_appointed", when, &fields)
    };
    let met = |told: Told, when| told.with("guardian_met_child", when, &[("form", "phone"), ("alone", "yes")]);
    let told = guardian(met(start(), "2026-03-02T10:00Z"), "2026-03-03T10:00Z");
    assert_eq!(told.truth("guardian.met", NOW), False);
    assert_eq!(told.value("guardian.last_met", NOW), Value::Unknown);
    let told = met(told, "2026-03-04T10:00Z");
    assert_eq!(told.truth("guardian.met", NOW), True);
    assert_eq!(
        told.value("guardian.last_met", NOW),
        Value::Instant(at("2026-03-04T10:00Z"))
    );
    let told = guardian(told, "2026-03-05T10:00Z");
    assert_eq!(told.truth("guardian.met", NOW), False);
}

#[test]
fn an_interpreter_must_be_trained_independent_and_accepted() {
    let engaged = |trained, independent, accepts| {
        start().with(
            "interpreter_engaged",
            "2026-03-05T10:00Z",
            &[
                ("role", "interpreter"),
                ("who", "I"),
                ("language", "bin"),
                ("trained", trained),
                ("independent", independent),
                ("checked", "x"),
                ("child_accepts", accepts),
            ],
        )
    };
    assert_eq!(start().truth("interpreter.suitable", NOW), False);
    assert_eq!(
        engaged("yes", "yes", "unknown").truth("interpreter.suitable", NOW),
        True
    );
    assert_eq!(
        engaged("yes", "unknown", "yes").truth("interpreter.suitable", NOW),
        Unknown
    );
    assert_eq!(engaged("no", "yes", "yes").truth("interpreter.suitable", NOW), False);
    assert_eq!(engaged("yes", "yes", "no").truth("interpreter.suitable", NOW), False);
    assert_eq!(start().truth("interpreter.needed", NOW), False);
    let asked = [("by", "child"), ("kind", "interpreter"), ("request", "x"), ("to", "x")];
    let asks = start().with("request_made", "2026-03-05T10:00Z", &asked);
    assert_eq!(asks.truth("interpreter.needed", NOW), True);
    let unsure = Told::in_zone("UTC").referral("2026-03-01T10:00Z", &[("needs_interpreter", "unknown")]);
    assert_eq!(unsure.truth("interpreter.needed", NOW), Unknown);
}

#[test]
fn a_lawyer_is_as_the_newest_appointment_says() {
    let fields = [
        ("lawyer", "L"),
        ("role", "represents"),
        ("appointed_by", "x"),
        ("free", "yes"),
        ("qualified", "no"),
        ("independent", "unknown"),
        ("instead_of_guardian", "no"),
    ];
    assert_eq!(start().truth("lawyer.free", NOW), False);
    let told = start().with("lawyer_appointed", "2026-03-05T10:00Z", &fields);
    assert_eq!(told.truth("lawyer.appointed", NOW), True);
    assert_eq!(told.truth("lawyer.free", NOW), True);
    assert_eq!(told.truth("lawyer.qualified", NOW), False);
    assert_eq!(told.truth("lawyer.independent", NOW), Unknown);
}

#[test]
fn who_is_let_out_of_custody_no_longer_lives_there_and_the_risks_are_open_again() {
    let cell = [
        ("kind", "police_cell"),
        ("provider", "x"),
        ("emergency", "yes"),
        ("unrelated_adults", "yes"),
        ("why_needed", "x"),
        ("why_suits", "x"),
    ];
    let out = [
        ("from", "police_cell"),
        ("place", "x"),
        ("suspicion", "yes"),
        ("in_place", "no"),
        ("to", "x"),
    ];
    let risks = |told: Told, when| {
        let mut fields = Fields::new();
        for (name, text) in [("occasion", "event"), ("serious_risk_on_return", "no")] {
            fields.insert(name.to_owned(), Raw::text(text));
        }
        let row = [
            ("risk", "calls"),
            ("likelihood", "low"),
            ("severity", "low"),
            ("measure", "x"),
            ("owner", "x"),
        ];
        let row: Fields = row.iter().map(|(n, t)| ((*n).to_owned(), Raw::text(*t))).collect();
        fields.insert("risks".to_owned(), Raw::List(vec![Raw::Row(row)]));
        let mut told = told.with("note", when, &[("text", "x")]);
        let last = told.entries.pop().unwrap();
        let record = Record::read(RecordType::RiskAssessment, &fields).unwrap();
        told.entries.push(Arc::new(Entry {
            record,
            ..last.as_ref().clone()
        }));
        told
    };
    let told = start().with("placement_started", "2026-03-02T10:00Z", &cell);
    let told = risks(told, "2026-03-02T12:00Z");
    assert_eq!(told.truth("placement.in_detention", NOW), True);
    assert_eq!(told.truth("risk.current", NOW), True);
    let told = told.with("released_from_custody", "2026-03-03T10:00Z", &out);
    assert_eq!(told.truth("placement.active", NOW), False);
    assert_eq!(told.truth("placement.in_detention", NOW), False);
    assert_eq!(told.truth("risk.current", NOW), False);
}

//! Every record reads, is kept and read again; bad input is refused at its field.

use tutela_domain::fields::{Fields, Problem, Raw};
use tutela_domain::records::{Record, RecordType};

fn views() -> Fields {
    Fields::from([
        ("topics".to_owned(), Raw::List(vec![Raw::text("return")])),
        ("heard".to_owned(), Raw::text("yes")),
        (
            "says".to_owned(),
            Raw::text("Em muốn đi học 🌱\r\nEm không muốn gặp chú."),
        ),
        ("weight".to_owned(), Raw::text("Much: aged about 15.")),
    ])
}

#[test]
fn a_record_is_kept_as_it_was_given() {
    let read = Record::read(RecordType::ViewsHeard, &views()).unwrap();
    assert_eq!(Record::read(RecordType::ViewsHeard, &read.write()).unwrap(), read);
    let Record::ViewsHeard(heard) = &read else {
        panic!("another record")
    };
    assert_eq!(
        heard.says.as_ref().unwrap().reveal(),
        "Em muốn đi học 🌱\nEm không muốn gặp chú."
    );
}

#[test]
fn the_words_of_a_child_never_show_in_a_debug_print() {
    let read = Record::read(RecordType::ViewsHeard, &views()).unwrap();
    assert!(!format!("{read:?} {:?}", views()).contains("đi học"));
}

#[test]
fn every_problem_is_named_at_its_field() {
    let mut fields = views();
    fields.insert("says".to_owned(), Raw::text("a\0b"));
    fields.insert("topics".to_owned(), Raw::text("the moon"));
    fields.insert("invented".to_owned(), Raw::text("x"));
    let problems = Record::read(RecordType::ViewsHeard, &fields).unwrap_err();
    let at = |field: &str| problems.iter().find(|p| p.field == field).map(|p| p.problem.clone());
    assert_eq!(at("says"), Some(Problem::BadCharacter));
    assert_eq!(at("topics"), Some(Problem::NotACode));
    assert_eq!(at("invented"), Some(Problem::UnknownField));
}

#[test]
fn a_child_who_was_not_heard_needs_a_reason() {
    let fields = Fields::from([
        ("topics".to_owned(), Raw::text("placement")),
        ("heard".to_owned(), Raw::text("no")),
    ]);
    let problems = Record::read(RecordType::ViewsHeard, &fields).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].field, "why_not");
}

fn problems_of(record_type: RecordType, fields: &[(&str, &str)]) -> Vec<(String, Problem)> {
    let fields: Fields = fields
        .iter()
        .map(|(n, t)| ((*n).to_owned(), Raw::List(t.split('|').map(Raw::text).collect())))
        .collect();
    match Record::read(record_type, &fields) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.into_iter().map(|p| (p.field, p.problem)).collect(),
    }
}

#[test]
fn an_interview_does_not_contradict_itself() {
    let interview = |present: &'static str, more: &[(&'static str, &'static str)]| {
        let mut fields = vec![
            ("purpose", "forensic"),
            ("topics", "exploitation"),
            ("asked_about_offenders", "yes"),
            ("by", "Somebody"),
            ("officials", "1"),
            ("place", "court"),
            ("recording_kept", "yes"),
            ("who_present", present),
        ];
        fields.extend(more);
        problems_of(RecordType::InterviewHeld, &fields)
    };
    assert_eq!(interview("guardian", &[("at_side", "guardian")]), []);
    let alone = ("at_side".to_owned(), Problem::Contradicts("who_present"));
    assert_eq!(interview("nobody_else", &[("at_side", "guardian")]), [alone]);
    let both = ("who_present".to_owned(), Problem::Contradicts("who_present"));
    assert_eq!(interview("nobody_else|lawyer", &[("at_side", "nobody")]), [both]);
    let why = ("exclusion".to_owned(), Problem::Missing);
    assert_eq!(
        interview("lawyer", &[("at_side", "nobody"), ("excluded_by_decision", "yes")]),
        [why]
    );
}

#[test]
fn consent_and_needs_say_what_they_are_about() {
    let consent = [("what", "x"), ("explained", "yes"), ("answer", "consents")];
    let of_service = [&consent[..], &[("subject", "service")]].concat();
    assert_eq!(
        problems_of(RecordType::ConsentGiven, &of_service),
        [("service".to_owned(), Problem::Missing)]
    );
    let of_place = [&consent[..], &[("subject", "placement"), ("service", "legal")]].concat();
    assert_eq!(
        problems_of(RecordType::ConsentGiven, &of_place),
        [("service".to_owned(), Problem::Contradicts("subject"))]
    );
    // An assessment of the first version still reads.
    let first = [
        ("areas", "safety"),
        ("findings", "x"),
        ("sleeps", "x"),
        ("needs_care", "yes"),
    ];
    assert_eq!(problems_of(RecordType::NeedsAssessment, &first), []);
}

#[test]
fn names_of_record_types_and_fields_are_unique() {
    for record_type in RecordType::ALL {
        assert_eq!(RecordType::of(record_type.name()), Some(*record_type));
        let fields = record_type.fields();
        for field in &fields {
            assert_eq!(
                fields.iter().filter(|f| f.name == field.name).count(),
                1,
                "{}",
                field.name
            );
            assert!(field.doc.ends_with('.'), "{} {}", record_type.name(), field.name);
        }
    }
}

fn problems(record_type: RecordType, fields: &[(&str, &str)]) -> Vec<(String, &'static str)> {
    let raw = |text: &str| match text.strip_suffix('|') {
        Some(one) => Raw::List(vec![Raw::text(one)]),
        None => Raw::text(text),
    };
    let fields: Fields = fields.iter().map(|(n, t)| ((*n).to_owned(), raw(t))).collect();
    match Record::read(record_type, &fields) {
        Ok(read) => {
            assert_eq!(Record::read(record_type, &read.write()), Ok(read));
            Vec::new()
        }
        Err(problems) => problems.into_iter().map(|p| (p.field, p.problem.name())).collect(),
    }
}

fn at(field: &str, problem: &'static str) -> Vec<(String, &'static str)> {
    vec![(field.to_owned(), problem)]
}

#[test]
fn whoever_is_identified_was_meant_to_be_exploited_and_whoever_is_not_is_told_why() {
    let status = |more: &[(&str, &str)]| {
        let fields = [&[("decided_by", "x"), ("reasons", "x")], more].concat();
        problems(RecordType::TraffickingStatus, &fields)
    };
    let both = [
        ("status", "identified"),
        ("act", "harbouring|"),
        ("purpose", "forced_begging|"),
    ];
    assert_eq!(status(&both), []);
    assert_eq!(status(&both[..2]), at("purpose", "missing"));
    assert_eq!(status(&[("status", "presumed")]), []);
    assert_eq!(status(&[("status", "not_identified")]), at("grounds", "missing"));
    let contrary = [("status", "presumed"), ("grounds", "no_means|")];
    assert_eq!(status(&contrary), at("grounds", "contradicts"));
}

#[test]
fn stateless_and_kosovo_can_be_said_and_no_second_nationality_contradicts() {
    let identity = |more: &[(&str, &str)]| {
        let fields = [("names", "N"), ("methods", "registry|"), ("findings", "x")];
        problems(RecordType::IdentityEstablished, &[&fields[..], more].concat())
    };
    for nationality in ["stateless", "XK", "AL", "not_known"] {
        assert_eq!(
            identity(&[("certain", "yes"), ("nationality", nationality)]),
            [],
            "{nationality}"
        );
    }
    assert_eq!(
        identity(&[("certain", "yes"), ("nationality", "al")]),
        at("nationality", "not_a_code")
    );
    let twice = [
        ("certain", "yes"),
        ("nationality", "stateless"),
        ("second_nationality", "AL"),
    ];
    assert_eq!(identity(&twice), at("second_nationality", "contradicts"));
    let nobody = [("certain", "yes"), ("nationality", "AL"), ("found_nobody", "yes")];
    assert_eq!(identity(&nobody), at("certain", "contradicts"));
}

#[test]
fn what_was_not_carried_out_is_reported_back_and_who_leaves_custody_was_in_it() {
    let order = |more: &[(&str, &str)]| problems(RecordType::OrderCarriedOut, &[&[("order", "3")], more].concat());
    assert_eq!(order(&[("done", "yes"), ("how", "x")]), []);
    assert_eq!(order(&[("done", "no"), ("why_not", "x")]), at("reported_to", "missing"));
    let out = |from, in_place| {
        let fields = [("place", "x"), ("suspicion", "no"), ("to", "x")];
        let fields = [&fields[..], &[("from", from), ("in_place", in_place)]].concat();
        problems(RecordType::ReleasedFromCustody, &fields)
    };
    assert_eq!(out("prison", "no"), []);
    assert_eq!(out("prison", "yes"), at("measures", "missing"));
    assert_eq!(out("foster", "no"), at("from", "not_allowed"));
}

#[test]
fn status_options_and_questions_say_what_they_need() {
    let missing = |field: &str| (field.to_owned(), Problem::Missing);
    let granted = [("state", "granted"), ("kind", "asylum"), ("by", "x")];
    assert_eq!(
        problems_of(RecordType::ResidenceStatus, &granted),
        [missing("conditions")]
    );
    let both = [&granted[..], &[("conditions", "none|reporting")]].concat();
    assert_eq!(
        problems_of(RecordType::ResidenceStatus, &both),
        [("conditions".to_owned(), Problem::Contradicts("conditions"))]
    );
    let none = [("state", "none"), ("by", "x")];
    assert_eq!(problems_of(RecordType::ResidenceStatus, &none), []);
    let asked = [("state", "requested"), ("by", "x")];
    assert_eq!(problems_of(RecordType::ResidenceStatus, &asked), [missing("kind")]);

    let opened = |role: &'static str| {
        let fields = [
            ("role", role),
            ("kind", "criminal"),
            ("state", "opened"),
            ("by", "x"),
            ("about", "x"),
        ];
        problems_of(RecordType::Proceedings, &fields)
    };
    assert_eq!(opened("accused"), [missing("from_trafficking")]);
    assert_eq!(opened("witness"), [missing("testimony_demanded")]);
    assert_eq!(opened("claims_compensation"), []);

    let option = [("option", "return"), ("proposal", "x"), ("with_child", "yes")];
    let excluded = [&option[..], &[("outcome", "excluded")]].concat();
    assert_eq!(
        problems_of(RecordType::OptionWeighed, &excluded),
        [missing("why_excluded")]
    );
    let possible = [&option[..], &[("outcome", "possible")]].concat();
    assert_eq!(problems_of(RecordType::OptionWeighed, &possible).len(), 4);

    let question = |question: &'static str, separates: &'static str| {
        let fields = [
            ("question", question),
            ("in_interests", "no"),
            ("decided_by", "x"),
            ("migration_decided", "no"),
            ("heard", "child"),
            ("decider_named", "yes"),
            ("impact", "rights"),
            ("separates", separates),
            ("individual_grounds", "yes"),
            ("best_interests_first", "yes"),
            ("reasons", "x"),
        ];
        problems_of(RecordType::QuestionDetermined, &fields)
    };
    assert_eq!(question("adoption", "no"), [missing("paramount")]);
    assert_eq!(question("parent_detained", "unknown"), [missing("as_in_custody")]);
    assert_eq!(question("family_expelled", "no"), []);

    let refused = [
        ("service", "residence"),
        ("kind", "refused"),
        ("by", "x"),
        ("grounds", "other"),
        ("reasons", "x"),
        ("told_child", "no"),
    ];
    assert_eq!(problems_of(RecordType::ServiceRefused, &refused), [missing("status")]);
}

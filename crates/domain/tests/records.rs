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

//! The one door: who may, what is written once, what others wrote meanwhile, what lists keep.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod office;

use jiff::Timestamp;
use office::{Office, PASSWORD, account, office, office_with, recorded};
use std::collections::BTreeMap;
use std::path::Path;
use tutela_app::{Actor, AppError, NewPassword, Outcome, PasswordProblem, Rebuilt, SignIn, Submit, submission_id};
use tutela_domain::codes::Basis;
use tutela_domain::entry::Role;
use tutela_domain::fields::{Code, Control, Fields, Raw};
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;
use tutela_packs::Library;
use tutela_packs::story::{Story, fields, instant};
use zeroize::Zeroizing;

#[test]
fn a_case_is_unknown_to_who_has_nothing_to_do_with_it() {
    let office = office();
    let (ana, ben) = (
        office.actor("ana", Role::Caseworker),
        office.actor("ben", Role::Caseworker),
    );
    let chief = office.actor("chief", Role::Supervisor);
    let case = office.refer(&ana);
    // Until somebody carries it, the lead's caseworkers see it: it is their intake.
    assert!(office.app.open(&ben, case).is_ok());
    office.accept(&ana, case, &ana);
    assert!(matches!(office.app.open(&ben, case), Err(AppError::NotFound)));
    let note = office.form(RecordType::Note, 2, &[("text", "x")]);
    assert!(matches!(office.app.submit(&ben, case, &note), Err(AppError::NotFound)));
    assert!(matches!(office.app.why_due(&ben, case, "x"), Err(AppError::NotFound)));
    assert!(office.list(&ben).is_empty());
    assert_eq!(office.list(&chief).len(), 1);
    // A case that does not exist answers the same.
    let nowhere = CaseId::from_random([7; 16]);
    assert!(matches!(office.app.open(&chief, nowhere), Err(AppError::NotFound)));
}

#[test]
fn every_read_and_write_of_a_case_is_audited() {
    let office = office();
    let ana = office.actor("ana", Role::Caseworker);
    let case = office.refer(&ana);
    office.accept(&ana, case, &ana);
    office.app.open(&ana, case).unwrap();
    office.list(&ana);
    let rows = office.store.audit_of(case).unwrap();
    let acts: Vec<&str> = rows.iter().map(|r| r.event.action.as_str()).collect();
    assert_eq!(acts, ["recorded", "recorded", "read"]);
    assert!(rows.iter().all(|r| r.event.staff == *ana.staff()));
    let all = office.store.audit_after(0, 100).unwrap();
    let listed = all.iter().find(|r| r.event.action == "listed").unwrap();
    assert_eq!(listed.event.detail.as_slice(), case.to_string().as_bytes());
}

#[test]
fn the_authoritys_book_is_read_by_all_of_the_lead_and_written_by_a_supervisor() {
    let office = office();
    let (worker, chief) = (
        office.actor("ana", Role::Caseworker),
        office.actor("chief", Role::Supervisor),
    );
    let agency = [
        ("name", "Border police"),
        ("kind", "border"),
        ("meets_children", "yes"),
        ("shares_data", "yes"),
    ];
    let entered = office.form(RecordType::AgencyRegistered, 0, &agency);
    let owed = |actor: &Actor| {
        let book = office.app.open(actor, CaseId::AUTHORITY).unwrap();
        let owed = book.assessment.duties.iter().filter(|d| d.state.is_owed());
        owed.map(|d| d.rule.id.clone()).collect::<Vec<_>>()
    };
    // Before anything is written the book is empty, and what the authority owes is said all the same.
    assert!(owed(&worker).contains(&"agency-policy".to_owned()));
    let by_worker = office.app.submit(&worker, CaseId::AUTHORITY, &entered);
    assert!(matches!(by_worker, Err(AppError::NotFound)), "{by_worker:?}");
    assert_eq!(
        recorded(office.app.submit(&chief, CaseId::AUTHORITY, &entered).unwrap()),
        1
    );
    // The same form sent again, and another.
    assert_eq!(
        recorded(office.app.submit(&chief, CaseId::AUTHORITY, &entered).unwrap()),
        1
    );
    let policy = [("agency", "1"), ("title", "Children at the border")];
    let mut policy = office.form(RecordType::PolicyAdopted, 1, &policy);
    let whole = ["expected_conduct", "reporting_procedure", "minimum_standards"].map(Raw::text);
    policy.fields.insert("covers".to_owned(), Raw::List(whole.to_vec()));
    assert_eq!(
        recorded(office.app.submit(&chief, CaseId::AUTHORITY, &policy).unwrap()),
        2
    );
    assert!(!owed(&worker).contains(&"agency-policy".to_owned()));
    // It is no case: no list names it, it took no case's number, and no record of a child goes into it.
    assert!(office.list(&chief).is_empty());
    let case = office.refer(&chief);
    let reference = office.app.open(&chief, case).unwrap().reference.clone();
    assert!(reference.ends_with("-0001"), "{reference}");
    for (stream, record) in [
        (CaseId::AUTHORITY, RecordType::MissingReported),
        (CaseId::AUTHORITY, RecordType::ReferralReceived),
        (case, RecordType::StruckOff),
    ] {
        let fields: Vec<(&str, &str)> = match record {
            RecordType::StruckOff => vec![("entry", "1"), ("reason", "No.")],
            RecordType::MissingReported => vec![("last_seen", "At noon."), ("circumstances", "None.")],
            _ => vec![
                ("source", "police"),
                ("circumstances", "Found."),
                ("immediate_danger", "no"),
                ("company", "alone"),
            ],
        };
        let wrong = office
            .app
            .submit(&chief, stream, &office.form(record, 9, &fields))
            .unwrap();
        assert!(matches!(wrong, Outcome::Wrong(_)), "{record:?}: {wrong:?}");
    }
}

#[test]
fn a_restriction_that_was_withdrawn_or_is_of_a_telephone_alone_calls_for_no_review() {
    let office = office();
    let chief = office.actor("chief", Role::Supervisor);
    let restricted = |measure: &str| {
        let case = office.refer(&chief);
        let given = [
            ("grounds", "The door was locked."),
            ("necessary", "unknown"),
            ("judge_approved", "no"),
            ("for_migration", "no"),
        ];
        let mut form = office.form(RecordType::LibertyRestricted, 1, &given);
        form.fields
            .insert("measures".to_owned(), Raw::List(vec![Raw::text(measure)]));
        form.basis = Some(Basis::Reported);
        recorded(office.app.submit(&chief, case, &form).unwrap());
        case
    };
    let review = || {
        let book = office.app.open(&chief, CaseId::AUTHORITY).unwrap();
        let owed = book.assessment.duties.iter().filter(|d| d.state.is_owed());
        owed.filter(|d| d.rule.id == "liberty-review").count()
    };
    for _ in 0..5 {
        restricted("closed_placement");
    }
    restricted("phone");
    assert_eq!(review(), 0);
    let near = || (*office.app.liberty_review(&chief).unwrap()).clone();
    assert_eq!((near().since, near().asked_at, near().owed), (5, Some(6), None));
    let sixth = restricted("movement");
    assert_eq!(review(), 1);
    assert_eq!((near().since, near().asked_at), (6, Some(6)));
    assert_eq!(near().owed.unwrap().1, "baseline/liberty-review");
    let wrong = [("entry", "2"), ("reason", "It was another boy."), ("withdraw", "yes")];
    let wrong = office.form(RecordType::Correction, 2, &wrong);
    recorded(office.app.submit(&chief, sixth, &wrong).unwrap());
    assert_eq!(review(), 0);
    assert_eq!((near().since, near().owed), (5, None));
}

#[test]
fn how_many_restrictions_call_for_a_review_is_what_the_pack_says() {
    let office = office();
    let chief = office.actor("chief", Role::Supervisor);
    let folder = tempfile::tempdir().unwrap();
    let baseline = folder.path().join("baseline");
    for part in ["", "words", "scenarios"] {
        std::fs::create_dir_all(baseline.join(part)).unwrap();
        for file in std::fs::read_dir(office::packs().join("baseline").join(part)).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() {
                let text = std::fs::read_to_string(&path).unwrap();
                let text = text.replace("restrictions_since_review >= 6", "restrictions_since_review > 3");
                std::fs::write(baseline.join(part).join(path.file_name().unwrap()), text).unwrap();
            }
        }
    }
    let strict = office::node_of(&office.store, &office.clock, folder.path(), &["baseline"]);
    let asked = |app: &tutela_app::App| app.liberty_review(&chief).unwrap().asked_at;
    assert_eq!((asked(&office.app), asked(&strict)), (Some(6), Some(4)));
}

#[test]
fn the_same_sending_is_recorded_once() {
    let office = office();
    let ana = office.actor("ana", Role::Caseworker);
    let case = office.refer(&ana);
    office.accept(&ana, case, &ana);
    let note = office.form(RecordType::Note, 2, &[("text", "Once.")]);
    let first = recorded(office.app.submit(&ana, case, &note).unwrap());
    let Outcome::Recorded(second) = office.app.submit(&ana, case, &note).unwrap() else {
        panic!("not recorded")
    };
    assert!(second.again);
    assert_eq!(second.seq, first);
    assert_eq!(office.app.open(&ana, case).unwrap().head, first);
}

#[test]
fn a_referral_sent_twice_opens_one_case() {
    let office = office();
    let ana = office.actor("ana", Role::Caseworker);
    let referral = office.form(
        RecordType::ReferralReceived,
        0,
        &[
            ("source", "ngo"),
            ("circumstances", "x"),
            ("immediate_danger", "no"),
            ("company", "alone"),
        ],
    );
    recorded(office.app.refer(&ana, &referral).unwrap());
    recorded(office.app.refer(&ana, &referral).unwrap());
    assert_eq!(office.list(&ana).len(), 1);
}

#[test]
fn what_others_wrote_meanwhile_matters_only_where_it_touches() {
    let office = office();
    let (ana, chief) = (
        office.actor("ana", Role::Caseworker),
        office.actor("chief", Role::Supervisor),
    );
    let case = office.refer(&ana);
    office.accept(&ana, case, &ana);
    let note = |seen| office.form(RecordType::Note, seen, &[("text", "x")]);
    let third = recorded(office.app.submit(&ana, case, &note(2)).unwrap());
    // A note in between does not hold up a note.
    recorded(office.app.submit(&chief, case, &note(2)).unwrap());
    // Two corrections of the same entry do meet.
    let entry = third.to_string();
    let mut correction = office.form(
        RecordType::Correction,
        4,
        &[("entry", entry.as_str()), ("reason", "Wrong."), ("withdraw", "no")],
    );
    let replace = Fields::from([("text".to_owned(), Raw::text("y"))]);
    correction.fields.insert("replace".to_owned(), Raw::Row(replace));
    let mut other = correction.clone();
    other.id = submission_id().unwrap();
    recorded(office.app.submit(&ana, case, &correction).unwrap());
    match office.app.submit(&chief, case, &other).unwrap() {
        Outcome::Changed { between } => assert_eq!(between, [5]),
        outcome => panic!("{outcome:?}"),
    }
    // Whoever has seen it may go on.
    other.seen = 5;
    recorded(office.app.submit(&chief, case, &other).unwrap());
}

#[test]
fn a_changed_safeguard_is_shown_before_the_step_is_judged() {
    let office = office();
    let (ana, chief) = (
        office.actor("ana", Role::Caseworker),
        office.actor("chief", Role::Supervisor),
    );
    let case = office.refer(&ana);
    office.accept(&ana, case, &ana);
    let heard = office.form(
        RecordType::ViewsHeard,
        2,
        &[
            ("topics", "placement"),
            ("heard", "yes"),
            ("says", "Yes."),
            ("weight", "Full."),
        ],
    );
    let heard = recorded(office.app.submit(&ana, case, &heard).unwrap());
    let placement = office.form(
        RecordType::PlacementStarted,
        heard,
        &[
            ("kind", "foster"),
            ("provider", "A family"),
            ("emergency", "no"),
            ("unrelated_adults", "no"),
            ("why_needed", "Alone."),
            ("why_suits", "Calm."),
        ],
    );
    let entry = heard.to_string();
    let withdrawn = office.form(
        RecordType::Correction,
        heard,
        &[
            ("entry", entry.as_str()),
            ("reason", "Another child."),
            ("withdraw", "yes"),
        ],
    );
    recorded(office.app.submit(&chief, case, &withdrawn).unwrap());
    // Ana still saw the hearing when she filled in her form.
    match office.app.submit(&ana, case, &placement).unwrap() {
        Outcome::Changed { between } => assert_eq!(between, [heard + 1]),
        outcome => panic!("{outcome:?}"),
    }
    let again = Submit {
        seen: heard + 1,
        ..placement
    };
    match office.app.submit(&ana, case, &again).unwrap() {
        Outcome::Refused { missing, .. } => assert!(missing.iter().any(|a| a.rule.id == "hear-child")),
        outcome => panic!("{outcome:?}"),
    }
}

#[test]
fn a_list_never_urges_what_may_harm() {
    let office = office();
    let ana = office.actor("ana", Role::Caseworker);
    let case = office.refer(&ana);
    office.accept(&ana, case, &ana);
    let presumed = office.form(
        RecordType::VictimPresumed,
        2,
        &[
            ("grounds", "Locked in."),
            ("exploitation", "forced_labour"),
            ("crossed_border", "yes"),
        ],
    );
    recorded(office.app.submit(&ana, case, &presumed).unwrap());
    let view = office.app.open(&ana, case).unwrap();
    let duties = &view.assessment.duties;
    assert!(
        duties
            .iter()
            .any(|d| d.rule.id == "identity-nationality" && !d.state.is_owed())
    );
    let owed = duties.iter().filter(|d| d.state.is_owed()).count();
    assert_eq!(office.list(&ana)[0].owed, owed);
}

#[test]
fn sessions_end_and_too_many_attempts_wait() {
    let office = office();
    office.actor("ana", Role::Caseworker);
    let SignIn::In(token) = office.app.sign_in("ANA ", PASSWORD).unwrap() else {
        panic!("not signed in")
    };
    office.clock.pass(29);
    assert!(office.app.actor(&token).unwrap().is_some());
    office.clock.pass(29);
    assert!(office.app.actor(&token).unwrap().is_some());
    office.clock.pass(31);
    assert!(office.app.actor(&token).unwrap().is_none());
    for _ in 0..5 {
        assert!(matches!(office.app.sign_in("ana", "wrong").unwrap(), SignIn::Wrong));
    }
    assert!(matches!(office.app.sign_in("ana", PASSWORD).unwrap(), SignIn::Wait(_)));
    office.clock.pass(16);
    assert!(matches!(office.app.sign_in("ana", PASSWORD).unwrap(), SignIn::In(_)));
}

#[test]
fn a_session_ends_after_twelve_hours_however_it_is_used() {
    let office = office();
    office.actor("ana", Role::Caseworker);
    let SignIn::In(token) = office.app.sign_in("ana", PASSWORD).unwrap() else {
        panic!("not signed in")
    };
    for _ in 0..36 {
        office.clock.pass(19);
        assert!(office.app.actor(&token).unwrap().is_some());
    }
    office.clock.pass(60);
    assert!(office.app.actor(&token).unwrap().is_none());
}

#[test]
fn a_one_time_link_works_once_and_a_wrong_try_does_not_use_it_up() {
    let office = office();
    let link = office.app.invite(Role::Supervisor).unwrap();
    let short = NewPassword {
        password: Zeroizing::new("short".to_owned()),
        again: Zeroizing::new("short".to_owned()),
        ..account("chief")
    };
    let outcome = |new: &NewPassword| office.app.accept_invite(&link, new).unwrap();
    assert_eq!(outcome(&short), Err(PasswordProblem::TooShort));
    assert_eq!(outcome(&account("chief")), Ok(()));
    assert_eq!(outcome(&account("other")), Err(PasswordProblem::LinkUsed));
    assert_eq!(office.sign_in("chief").role(), Role::Supervisor);
    let late = office.app.invite(Role::Caseworker).unwrap();
    office.clock.pass(24 * 60 + 1);
    let outcome = office.app.accept_invite(&late, &account("late")).unwrap();
    assert_eq!(outcome, Err(PasswordProblem::LinkUsed));
}

#[test]
fn what_was_typed_in_a_session_that_ended_finds_its_person() {
    let office = office();
    let ana = office.actor("ana", Role::Caseworker);
    let ben = office.actor("ben", Role::Caseworker);
    let case = office.refer(&ana);
    let SignIn::In(token) = office.app.sign_in("ana", PASSWORD).unwrap() else {
        panic!("not signed in")
    };
    office.clock.pass(45);
    assert!(office.app.actor(&token).unwrap().is_none());
    let kept = office
        .app
        .keep_draft_of_ended(&token, Some(case), RecordType::Note, "text=half+a+sentence");
    assert!(kept.unwrap());
    let ana = office.sign_in("ana");
    let draft = office.app.draft(&ana, Some(case), RecordType::Note).unwrap().unwrap();
    assert_eq!(draft, b"text=half+a+sentence");
    assert!(office.app.draft(&ben, Some(case), RecordType::Note).unwrap().is_none());
    let stranger = "0".repeat(64);
    let kept = office
        .app
        .keep_draft_of_ended(&stranger, Some(case), RecordType::Note, "x");
    assert!(!kept.unwrap());
}

/// Every story of the packs, told through the door of an authority with these packs: what it admits and refuses there is what the
/// story expects, and the rows for lists, made anew from the entries, equal those kept.
#[test]
fn the_stories_pass_the_door_and_rebuilt_rows_equal_those_kept() {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let library = Library::load(&packs);
    let mut entries = 0;
    let mut told: BTreeMap<(Vec<&str>, Option<&str>), Vec<&Story>> = BTreeMap::new();
    for story in library.packs.iter().flat_map(|p| &p.stories).map(|s| &s.story) {
        let ids = story.packs.iter().map(String::as_str).collect();
        // The clock goes from story to story as it likes; in one book it goes forward.
        let of_book = |record: &String| RecordType::of(record).is_some_and(RecordType::is_of_authority);
        let own = story.steps.iter().any(|s| s.record.as_ref().is_some_and(of_book));
        told.entry((ids, own.then_some(story.id.as_str())))
            .or_default()
            .push(story);
    }
    for ((ids, _), stories) in told {
        let office = office_with(&ids);
        let (worker, chief) = (
            office.actor("ana", Role::Caseworker),
            office.actor("chief", Role::Supervisor),
        );
        for story in stories {
            entries += tell(&office, story, &worker, &chief);
        }
        // What the book changed in a case waits for the clock; everything else is as it was written.
        let stirred = office.store.cases_to_reckon(Timestamp::MIN, 999).unwrap();
        let mut different = office.app.rebuild(false, &mut |_, _| {}).unwrap().different;
        different.retain(|case| !stirred.contains(case));
        assert!(different.is_empty(), "{ids:?}: {different:?}");
        assert!(office.app.reckon_due(&mut || true).unwrap().failed.is_empty());
        let rebuilt = office.app.rebuild(false, &mut |_, _| {}).unwrap();
        assert_eq!(rebuilt, Rebuilt::default(), "{ids:?}");
        assert!(office.store.verify(&mut |_| {}).unwrap().is_sound());
    }
    assert!(entries > 100, "only {entries} entries were told");
}

fn tell(office: &Office, story: &Story, worker: &Actor, chief: &Actor) -> usize {
    let zone = story.calendar().unwrap().zone;
    let mut steps: Vec<_> = story.steps.iter().collect();
    steps.sort_by_key(|s| instant(&s.at, &zone));
    let (mut case, mut seen, mut labels, mut count) = (None, 0, Vec::new(), 0);
    for step in steps {
        let Some(record) = step.record.as_deref().and_then(RecordType::of) else {
            continue;
        };
        office.clock.set(instant(&step.at, &zone).unwrap());
        let mut given = fields(&step.fields);
        let of_entries = record
            .fields()
            .into_iter()
            .filter(|f| matches!(f.control, Control::Entry | Control::Book));
        for name in of_entries.map(|f| f.name).chain(["duty", "alert"]) {
            let Some(text) = given.get(name).and_then(Raw::as_text) else {
                continue;
            };
            let (before, label) = text.split_once('@').map_or(("", text), |(id, label)| (id, label));
            if let Some((_, seq)) = labels.iter().find(|(l, _): &&(String, u64)| l == label) {
                let named = if before.is_empty() {
                    seq.to_string()
                } else {
                    format!("{before}@{seq}")
                };
                given.insert(name.to_owned(), Raw::text(named));
            }
        }
        let in_book = step.book || record.is_of_authority();
        let submit = Submit {
            record_type: record,
            fields: given,
            answers: fields(&step.answers),
            occurred: step.occurred.clone(),
            basis: step.basis.as_deref().and_then(Basis::of),
            urgent: step.urgent.clone(),
            seen: if in_book { u64::MAX } else { seen },
            id: submission_id().unwrap(),
        };
        let actor = if step.by.as_deref() == Some("supervisor") {
            chief
        } else {
            worker
        };
        let outcome = match case {
            _ if in_book => office.app.submit(chief, CaseId::AUTHORITY, &submit),
            None => office.app.refer(actor, &submit),
            // The chief may write to every case, whoever the story says carries it.
            Some(case) => office.app.submit(
                if actor.role() == Role::Supervisor { actor } else { chief },
                case,
                &submit,
            ),
        };
        if let Outcome::Recorded(receipt) = outcome.unwrap() {
            if !in_book {
                case = Some(receipt.case);
                seen = receipt.seq;
            }
            labels.extend(step.label.clone().map(|label| (label, receipt.seq)));
            count += 1;
        }
    }
    count
}

#[test]
fn the_link_for_the_first_account_works_only_while_there_is_none() {
    let office = office();
    let (one, two) = (office.app.invite_first().unwrap(), office.app.invite_first().unwrap());
    assert_eq!(office.app.accept_invite(&one, &account("chief")).unwrap(), Ok(()));
    let second = office.app.accept_invite(&two, &account("stranger")).unwrap();
    assert_eq!(second, Err(PasswordProblem::LinkUsed));
    let all = office.store.audit_after(0, 100).unwrap();
    let acts: Vec<&str> = all.iter().map(|r| r.event.action.as_str()).collect();
    assert_eq!(acts, ["invited", "invited", "made_account"]);
}

#[test]
fn many_wrong_passwords_at_once_are_counted() {
    let office = office();
    office.actor("ana", Role::Caseworker);
    std::thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| office.app.sign_in("ana", "wrong").unwrap());
        }
    });
    assert!(matches!(office.app.sign_in("ana", PASSWORD).unwrap(), SignIn::Wait(_)));
}

#[test]
fn many_who_write_to_one_case_at_once_are_all_written() {
    let office = office();
    let ana = office.actor("ana", Role::Caseworker);
    let case = office.refer(&ana);
    office.accept(&ana, case, &ana);
    let together = std::sync::Barrier::new(40);
    let seqs: std::collections::BTreeSet<u64> = std::thread::scope(|scope| {
        let write = |number: usize| {
            let (office, ana, together) = (&office, &ana, &together);
            scope.spawn(move || {
                let note = office.form(RecordType::Note, 2, &[("text", &format!("note {number}"))]);
                together.wait();
                recorded(office.app.submit(ana, case, &note).unwrap())
            })
        };
        let writers: Vec<_> = (0..40).map(write).collect();
        writers.into_iter().map(|writer| writer.join().unwrap()).collect()
    });
    assert_eq!(seqs, (3..=42).collect());
}

#[test]
fn what_is_kept_in_memory_hides_nothing_and_opens_nothing() {
    let office = office();
    let (ana, ben) = (
        office.actor("ana", Role::Caseworker),
        office.actor("ben", Role::Caseworker),
    );
    let supervisor = office.actor("sam", Role::Supervisor);
    let case = office.refer(&ana);
    office.accept(&ana, case, &ana);
    let note = |actor: &Actor, seen| {
        let note = office.form(RecordType::Note, seen, &[("text", "a note")]);
        recorded(office.app.submit(actor, case, &note).unwrap())
    };
    let entries = |actor: &Actor| office.app.open(actor, case).map(|view| view.entries.len());
    assert_eq!(entries(&ana).unwrap(), 2);
    // Written by a clock that is ahead of ours: what is known now is not all, and must not stay so.
    office.clock.pass(10);
    assert_eq!(note(&ana, 2), 3);
    assert_eq!(entries(&ana).unwrap(), 3);
    office.clock.pass(-5);
    assert_eq!(entries(&ana).unwrap(), 2);
    assert_eq!(note(&ana, 3), 4);
    assert_eq!(entries(&ana).unwrap(), 3);
    office.clock.pass(5);
    assert_eq!(entries(&ana).unwrap(), 4);
    // A date that passes changes what is shown, though nothing is written.
    let age = [
        ("apparent_age_from", "16"),
        ("apparent_age_to", "17"),
        ("grounds", "A look."),
    ];
    let age = office.form(RecordType::AgePresumed, 4, &age);
    recorded(office.app.submit(&ana, case, &age).unwrap());
    let before = office.app.open(&supervisor, case).unwrap().assessment.next_change;
    office.clock.set(before.unwrap());
    let anew = office.app.open(&supervisor, case).unwrap();
    assert!(anew.assessment.next_change.is_none_or(|next| next > before.unwrap()));
    // Kept for one person, it opens for no other.
    assert!(matches!(entries(&ben), Err(AppError::NotFound)));
}

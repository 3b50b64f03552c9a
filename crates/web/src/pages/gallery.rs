//! Every page with its samples, for the tests and for looking at them.

use super::authority::{AuthorityPage, BookView};
use super::case::{CaseHead, CasePage, CaseView, EventView};
use super::cases::{CaseListPage, CaseListView, CaseRow};
use super::duty::{DutyPage, DutyView, FactLine, RuleView};
use super::entry::EntryPage;
use super::error::{Again, ErrorKind, ErrorPage};
use super::frame::{Frame, Place};
use super::record::*;
use super::registers::{IndexLine, RegisterPage, RegisterView, RegistersPage};
use super::safeguard::{BlockedStep, ExplainedSafeguard, RefusedPage, StepPage};
use super::sample::{hostile, risk_fields};
use super::search::{FoundView, SearchPage};
use super::sign_in::*;
use super::today::{TodayPage, TodayView};
use super::views::{Done, OwnView, SaveForm, ViewsPage};
use super::work::{WorkPage, WorkView};
use crate::forms::{Answer, Correcting, EntryChoice, QuestionView, RecordForm, Shown, Typed, answers, envelope};
use askama::Template;
use tutela_app::ViewProblem;
use tutela_domain::fields::{Control, FieldProblem, Fields, Problem};
use tutela_domain::records::RecordType;

/// The pages that have been made, each by its name.
pub type Pages = Vec<(String, String)>;

/// Makes every page in the words of a frame.
pub fn all(frame: &Frame) -> Result<Pages, askama::Error> {
    let mut pages = Pages::new();
    doors(frame, &mut pages)?;
    lists(frame, &mut pages)?;
    cases(frame, &mut pages)?;
    reasons(frame, &mut pages)?;
    recording(frame, &mut pages)?;
    forms(frame, &mut pages)?;
    Ok(pages)
}

fn add(pages: &mut Pages, name: &str, template: &impl Template) -> Result<(), askama::Error> {
    pages.push((name.to_owned(), template.render()?));
    Ok(())
}

/// The same frame at another place of the bar.
fn at(frame: &Frame, place: Place) -> Frame {
    Frame { place, ..frame.clone() }
}

fn doors(frame: &Frame, pages: &mut Pages) -> Result<(), askama::Error> {
    let outside = Frame {
        signed_in: None,
        place: Place::Elsewhere,
        ..frame.clone()
    };
    let [script, ..] = hostile();
    let demo = [("sava", "M. Sava, caseworker"), ("orlu", "T. Orlu, supervisor")].map(|(account, who)| DemoAccount {
        account: account.to_owned(),
        who: who.to_owned(),
    });
    for (name, problem) in [
        ("sign-in", None),
        ("sign-in-wrong", Some(SignInProblem::Wrong)),
        ("sign-in-wait", Some(SignInProblem::Wait)),
        ("sign-in-ended", Some(SignInProblem::Ended)),
        ("sign-in-ended-kept", Some(SignInProblem::EndedAndKept)),
    ] {
        let page = SignInPage {
            frame: &outside,
            problem,
            account: if problem.is_some() { &script } else { "" },
            next: "/cases",
            demo: if problem.is_none() { &demo } else { &[] },
        };
        add(pages, name, &page)?;
    }
    let every = [
        FirstAccountProblem::NameMissing,
        FirstAccountProblem::PassphraseShort,
        FirstAccountProblem::PassphrasesDiffer,
    ];
    for (name, problems) in [("first-account", &[][..]), ("first-account-problems", &every)] {
        let page = FirstAccountPage {
            frame: &outside,
            action: "/first/0123",
            account: "",
            problems,
            least: 14,
        };
        add(pages, name, &page)?;
    }
    add(pages, "hidden", &HiddenPage { frame: &outside })?;
    for kind in ErrorKind::ALL {
        let page = ErrorPage {
            frame,
            kind,
            operation: (kind == ErrorKind::Fault).then_some("5f0c12ab90de"),
            again: None,
        };
        add(pages, kind.key(), &page)?;
    }
    let again = Again {
        action: "/report".to_owned(),
        typed: vec![("circumstances".to_owned(), script.clone())],
    };
    let page = ErrorPage {
        frame,
        kind: ErrorKind::Fault,
        operation: Some("5f0c12ab90de"),
        again: Some(&again),
    };
    add(pages, "error-again", &page)?;
    Ok(())
}

fn lists(frame: &Frame, pages: &mut Pages) -> Result<(), askama::Error> {
    for (name, list) in [
        ("cases", CaseListView::first_sample(frame)),
        ("cases-narrowed", CaseListView::sample(frame)),
        ("cases-none", CaseListView::empty_sample(frame, "")),
        (
            "cases-none-so",
            CaseListView::empty_sample(frame, "sex=girl&show=closed"),
        ),
        ("cases-columns", CaseListView::columns_sample(frame)),
        ("cases-hostile", CaseListView::hostile_sample(frame)),
    ] {
        add(pages, name, &CaseListPage { frame, list: &list })?;
    }
    views(frame, pages)?;
    for (name, view) in [
        ("today", TodayView::sample()),
        ("today-calm", TodayView::calm_sample()),
        ("today-hostile", TodayView::hostile_sample()),
    ] {
        let frame = &at(frame, Place::Today);
        add(pages, name, &TodayPage { frame, view: &view })?;
    }
    let waiting = &Frame {
        waiting: 3,
        ..at(frame, Place::Today)
    };
    let view = &TodayView::calm_sample();
    add(pages, "today-waiting", &TodayPage { frame: waiting, view })?;
    for (name, view) in WorkView::samples() {
        let frame = &at(frame, Place::Work);
        add(pages, &name, &WorkPage { frame, view: &view })?;
    }
    for (name, count) in [("registers", 3), ("registers-none", 0)] {
        let page = RegistersPage {
            frame: &at(frame, Place::Registers),
            registers: &IndexLine::samples(count),
        };
        add(pages, name, &page)?;
    }
    for (name, view) in RegisterView::samples() {
        let frame = &at(frame, Place::Registers);
        add(pages, &name, &RegisterPage { frame, view: &view })?;
    }
    let [script, ..] = hostile();
    for (name, typed, found) in [
        ("search", "", None),
        (
            "search-found",
            "olga",
            Some(FoundView::sample(true, CaseRow::samples())),
        ),
        ("search-none", "olga", Some(FoundView::sample(false, Vec::new()))),
        (
            "search-hostile",
            script.as_str(),
            Some(FoundView::sample(true, CaseRow::hostile_samples())),
        ),
    ] {
        let page = SearchPage {
            frame: &at(frame, Place::Search),
            typed,
            found: found.as_ref(),
        };
        add(pages, name, &page)?;
    }
    Ok(())
}

fn views(frame: &Frame, pages: &mut Pages) -> Result<(), askama::Error> {
    let own = OwnView::samples(frame, &["Missing from Viet Nam", "All by date", "Girls"]);
    let mut refused = OwnView::samples(frame, &hostile().each_ref().map(String::as_str));
    if let Some(view) = refused.first_mut() {
        view.problem = Some(ViewProblem::NameTaken);
    }
    let [script, ..] = hostile();
    let saving = SaveForm {
        asked: "is=missing".to_owned(),
        name: script,
        problem: Some(ViewProblem::TooLong),
    };
    for (name, own, saving, done) in [
        ("views", &own[..], None, Some(Done::Renamed)),
        ("views-none", &[], None, Some(Done::Deleted)),
        ("views-refused", &refused, Some(&saving), None),
    ] {
        let page = ViewsPage {
            frame,
            own,
            saving,
            done,
        };
        add(pages, name, &page)?;
    }
    Ok(())
}

fn cases(frame: &Frame, pages: &mut Pages) -> Result<(), askama::Error> {
    for (name, case) in [
        ("case", CaseView::sample()),
        ("case-new", CaseView::empty_sample()),
        ("case-closed", CaseView::closed_sample()),
        ("case-hostile", CaseView::hostile_sample()),
    ] {
        add(pages, name, &CasePage::new(frame, &case))?;
    }
    for (name, book, may_write) in [
        ("authority", BookView::sample(), true),
        ("authority-empty", BookView::empty_sample(), false),
    ] {
        let page = AuthorityPage {
            frame,
            case: &book,
            may_write,
        };
        add(pages, name, &page)?;
    }
    Ok(())
}

fn reasons(frame: &Frame, pages: &mut Pages) -> Result<(), askama::Error> {
    let head = CaseHead::sample();
    let events = EventView::samples();
    let step = BlockedStep::sample();
    let rule = RuleView::sample();
    let facts = FactLine::samples();
    for (name, duty, opened_by) in [("duty", 0, events.get(1)), ("duty-standing", 3, None)] {
        if let Some(duty) = DutyView::samples().get(duty) {
            let page = DutyPage {
                may_hand_over: true,
                may_set_aside: true,
                frame,
                head: &head,
                duty,
                opened_by,
                facts: &facts,
                rule: &rule,
            };
            add(pages, name, &page)?;
        }
    }
    let page = StepPage {
        frame,
        head: &head,
        step: &step,
        safeguards: &ExplainedSafeguard::samples(&step),
    };
    add(pages, "step", &page)?;
    let page = RefusedPage {
        frame,
        head: &head,
        step: &step,
        draft: "/drafts/1",
    };
    add(pages, "refused", &page)
}

fn recording(frame: &Frame, pages: &mut Pages) -> Result<(), askama::Error> {
    let head = CaseHead::sample();
    let events = EventView::samples();
    let step = BlockedStep::sample();
    let view = CaseView::sample();
    let record = RecordType::RiskAssessment;
    let typed = Typed::from_fields(&record.fields(), &risk_fields(), "");
    let read = answers(frame, record, &risk_fields(), None);
    let mut hostile_read = read.clone();
    hostile_read.push(Answer {
        label: frame.act(RecordType::Note),
        shown: Shown::Typed(hostile().join("\n")),
    });
    let groups = RecordChoices::grouped(RecordType::ALL);
    let page = ChooseRecordPage {
        frame,
        head: &head,
        groups: &groups,
        blocked: &view.blocked,
    };
    add(pages, "choose-record", &page)?;
    for (name, answers) in [("check", &read), ("check-hostile", &hostile_read)] {
        let page = CheckPage {
            frame,
            head: &head,
            record,
            action: "/check",
            typed: &typed,
            envelope: &[],
            answers,
            safeguards: Some(&step),
        };
        add(pages, name, &page)?;
    }
    if let Some(event) = events.get(1) {
        for (name, head, reference) in [
            ("receipt", Some(&head), None),
            ("receipt-report", None, Some("R-7F3K-22")),
        ] {
            let page = ReceiptPage {
                frame,
                head,
                event,
                reference,
                opened: &view.duties,
                done: &view.settled,
                breaches: &view.breaches,
            };
            add(pages, name, &page)?;
        }
        for (name, answers) in [("entry", &read), ("entry-hostile", &hostile_read)] {
            let page = EntryPage {
                frame,
                head: &head,
                event,
                deciding: Some(true),
                urgent: Some("It was night, and no other place was free."),
                answers,
                first: Some(answers),
                may_correct: true,
            };
            add(pages, name, &page)?;
        }
    }
    let page = ConflictPage {
        frame,
        head: &head,
        record,
        between: &events,
        action: "/again",
        typed: &typed,
        answers: &read,
    };
    add(pages, "conflict", &page)
}

fn forms(frame: &Frame, pages: &mut Pages) -> Result<(), askama::Error> {
    let head = CaseHead::sample();
    let step = BlockedStep::sample();
    let empty = Typed::default();
    let entries = [EntryChoice {
        number: 14,
        record: RecordType::PlacementStarted,
        label: frame.record(RecordType::PlacementStarted),
    }];
    let staff = [
        ("s-1".to_owned(), "M. Sava".to_owned()),
        ("s-2".to_owned(), "E. Dima".to_owned()),
    ];
    let questions = [QuestionView {
        name: "baseline/online-contact".to_owned(),
        label: "Does anyone reach the child online?".to_owned(),
        hint: Some("Ask about phones, games and accounts.".to_owned()),
        control: Control::YesNoUnknown,
        required: false,
    }];
    let form = |record, typed, problems| RecordForm {
        words: frame,
        record,
        typed,
        problems,
        zone: "Europe/London",
        entries: &entries,
        staff: &staff,
        picks: &[],
        questions: &questions,
        correcting: None,
        one_more: None,
    };
    let put = |pages: &mut Pages, name: &str, form: RecordForm<'_>| {
        let head = (form.record != RecordType::ReferralReceived).then_some(&head);
        let blocked = (form.record == step.step).then_some(&step);
        let hidden = [("version", "16")];
        add(
            pages,
            name,
            &RecordFormPage::new(frame, head, "/record", form, &hidden, blocked),
        )
    };
    for record in RecordType::ALL {
        put(pages, &format!("form-{}", record.name()), form(*record, &empty, &[]))?;
    }
    for (name, note) in [
        ("form-draft-waits", DraftNote::Waits("/record?draft=1".to_owned())),
        ("form-draft-open", DraftNote::Open),
        ("form-draft-kept", DraftNote::Kept),
        ("form-crowded", DraftNote::Crowded),
    ] {
        let form = form(RecordType::Note, &empty, &[]);
        let mut page = RecordFormPage::new(frame, Some(&head), "/record", form, &[], None);
        page.draft = Some(note);
        add(pages, name, &page)?;
    }

    let record = RecordType::RiskAssessment;
    let mut typed = Typed::from_fields(&record.fields(), &risk_fields(), "");
    let [script, reversed, emoji, long, quotes, arabic] = hostile();
    typed.set("risks.1.measure", [script, reversed, long, quotes].join("\n"));
    typed.set("risks.2.owner", emoji + &arabic);
    typed.set("entry-occurred.day", "31");
    typed.set("entry-occurred.month", "\"><b>2");
    typed.set("entry-occurred.to.time", "9");
    let problems = [
        FieldProblem::new(envelope::OCCURRED, Problem::NotATime),
        FieldProblem::new("risks.1.severity", Problem::Missing),
        FieldProblem::new("risks.2.by", Problem::NotATime),
        FieldProblem::new("serious_risk_on_return", Problem::Missing),
    ];
    put(
        pages,
        "form-problems",
        RecordForm {
            one_more: Some("risks"),
            ..form(record, &typed, &problems)
        },
    )?;

    let old: Fields = risk_fields();
    let mut typed = Typed::from_fields(&record.fields(), &old, "replace.");
    typed.set("entry", "14");
    let problems = [FieldProblem::new("replace.risks.1.owner", Problem::TooLong(300))];
    put(
        pages,
        "form-correction-of-record",
        RecordForm {
            correcting: Some(Correcting { record, fields: &old }),
            ..form(RecordType::Correction, &typed, &problems)
        },
    )
}

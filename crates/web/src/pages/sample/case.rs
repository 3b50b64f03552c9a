//! Cases: one in its middle, one that is new, one full of hostile texts.

use super::{at, day, hostile, on, some, sources};
use crate::dates::Stamp;
use crate::pages::case::*;
use crate::pages::cases::CaseRow;
use crate::pages::duty::{DutyState, DutyView, SourceList};
use crate::pages::safeguard::BlockedStep;
use crate::pages::search::KnownView;
use crate::pages::strip::DateAhead;
use tutela_domain::codes::{ClosingGround, Level, Relation, Topic};
use tutela_domain::records::RecordType;
use tutela_domain::value::Truth;

impl EventView {
    /// Examples, the newest first.
    pub fn samples() -> Vec<Self> {
        let event = |entry, record, at: Stamp, by: &str| Self {
            entry,
            record,
            summary: None,
            at,
            by: by.to_owned(),
            written: None,
            corrections: Vec::new(),
        };
        vec![
            Self {
                summary: some("At the shelter, with the interpreter, no one else in the room."),
                ..event(
                    16,
                    RecordType::ViewsHeard,
                    Stamp::At(at("2026-11-23T15:30")),
                    "E. Dima, guardian",
                )
            },
            Self {
                summary: some("Residential care, short term. This opened a new duty: risk assessment."),
                corrections: vec![CorrectionLine {
                    entry: 15,
                    at: Stamp::At(at("2026-11-21T09:12")),
                    by: "M. Sava".to_owned(),
                    reason: "The move was on the 20th, not the 19th.".to_owned(),
                    withdraws: false,
                }],
                ..event(
                    14,
                    RecordType::PlacementStarted,
                    on("2026-11-20"),
                    "M. Sava, caseworker",
                )
            },
            Self {
                corrections: vec![CorrectionLine {
                    entry: 13,
                    at: Stamp::At(at("2026-11-18T10:00")),
                    by: "M. Sava".to_owned(),
                    reason: "Written in the wrong case.".to_owned(),
                    withdraws: true,
                }],
                ..event(12, RecordType::Note, on("2026-11-18"), "M. Sava, caseworker")
            },
            Self {
                summary: some("At the bus station. Safe."),
                written: Some(on("2026-11-15")),
                ..event(
                    11,
                    RecordType::Found,
                    Stamp::At(at("2026-11-14T23:10")),
                    "P. Ilie, shelter",
                )
            },
            event(
                9,
                RecordType::MissingReported,
                Stamp::Between(at("2026-11-13T16:00"), at("2026-11-13T17:00")),
                "P. Ilie, shelter",
            ),
            event(
                5,
                RecordType::GuardianAppointed,
                on("2026-11-11"),
                "M. Sava, caseworker",
            ),
            event(
                1,
                RecordType::ReferralReceived,
                Stamp::At(at("2026-11-09T02:40")),
                "Harbour police",
            ),
        ]
    }
}

impl CaseView {
    /// An example.
    pub fn sample() -> Self {
        let step = |stage, state| PathStep { stage, state };
        let person = |role, name: Option<&str>| PersonView {
            role,
            name: name.map(str::to_owned),
            claim: None,
            verified: None,
            suspected: false,
            knows_place: None,
            note: None,
            entry: None,
        };
        let office = |office: &str| PersonRole::Office(office.to_owned());
        Self {
            head: CaseHead::sample(),
            known: KnownView::default(),
            today: day("2026-11-25"),
            banner: Banner {
                risk: Some(Level::High),
                age: AgeView {
                    status: AgeStatus::PresumedChild,
                    from: Some(15),
                    to: Some(15),
                    source: some("Warsaw Convention 10(3)"),
                },
                missing: MissingView {
                    since: None,
                    last: Some((on("2026-11-13"), on("2026-11-14"))),
                },
                returning: ReturnStage::Chosen,
                return_missing: 3,
                speaks: some("Vietnamese, some English"),
                do_not: vec![
                    "Do not say where Wren lives to the man who says that he is an uncle. The relation is not verified."
                        .to_owned(),
                    "Do not call the phone that Wren had on arrival: the trafficker knows it.".to_owned(),
                ],
                acts: vec![RecordType::MissingReported, RecordType::ViewsHeard, RecordType::Note],
            },
            closed: None,
            path: vec![
                step("referred", StepState::Reached(Some(day("2026-11-09")))),
                step("identified", StepState::Reached(Some(day("2026-11-09")))),
                step("assessed", StepState::Now),
                step("determination_pending", StepState::Later),
                step("solution_chosen", StepState::Closed(1)),
                step("plan_running", StepState::Later),
                step("return_prepared", StepState::Closed(3)),
                step("monitoring", StepState::Later),
                step("closed", StepState::Later),
            ],
            conditions: vec![Condition::Guardian(on("2026-11-11"))],
            duties: DutyView::samples(),
            settled: DutyView::settled_samples(),
            blocked: vec![BlockedStep::sample()],
            blocked_more: vec![BlockedStep::closing_sample()],
            breaches: vec![Breach {
                sentence: "Wren slept in a police cell on the first night.".to_owned(),
                at: on("2026-11-09"),
                entry: 3,
                remedy: Some(RecordType::Note),
                sources: sources(&["Convention on the Rights of the Child 37(b)"]),
            }],
            alerts: vec![Alert {
                id: "person-knows-place".to_owned(),
                sentence: "A suspected person may know where Wren lives.".to_owned(),
                at: on("2026-11-22"),
                sources: sources(&["OSCE paper 9, §4.2"]),
            }],
            past: vec![PastLine {
                sentence: "A child is never held in a cell".to_owned(),
                note: "Remedied on 10 November 2026 at 21:00 (Europe/London).".to_owned(),
                entry: Some(4),
                sources: sources(&["OSCE paper 9, §4.1.3"]),
            }],
            voice: Some(Voice {
                original: "Em muốn đi học. Em không muốn gặp chú.".to_owned(),
                lang: some("vi"),
                language: some("Vietnamese"),
                translation: some("I want to go to school. I do not want to meet the uncle."),
                heard_by: "E. Dima, guardian".to_owned(),
                at: Stamp::At(at("2026-11-23T15:30")),
                present: some("the interpreter"),
                interpreter: Truth::True,
                topics: vec![Topic::School, Topic::Family],
                weight: some("Great weight: Wren is about 15 and gives clear reasons."),
                entry: 16,
            }),
            not_asked: vec![Topic::Return, Topic::Placement],
            people: vec![
                PersonView {
                    note: some("Met Wren 3 times, last on 23 November. Stands for 6 children."),
                    entry: Some(5),
                    ..person(office("Guardian"), Some("Elena Dima"))
                },
                PersonView {
                    note: some("Legal aid granted."),
                    ..person(office("Lawyer"), Some("Adil Karim"))
                },
                PersonView {
                    note: some("You."),
                    ..person(office("Caseworker"), Some("M. Sava"))
                },
                PersonView {
                    verified: Some(Truth::Unknown),
                    note: some("Not reached."),
                    entry: Some(7),
                    ..person(PersonRole::Linked(Relation::Mother), None)
                },
                PersonView {
                    claim: some("says that he is an uncle"),
                    verified: Some(Truth::False),
                    suspected: true,
                    knows_place: Some(Truth::Unknown),
                    note: some("Police informed on 14 November."),
                    entry: Some(8),
                    ..person(PersonRole::Linked(Relation::Relative), None)
                },
            ],
            dates: dates(),
            events: EventView::samples(),
        }
    }

    /// The example with hostile texts in every place where a person typed.
    pub fn hostile_sample() -> Self {
        let [script, reversed, emoji, long, quotes, arabic] = hostile();
        let mut case = Self::sample();
        case.known = KnownView::sample(&long, &script, true);
        case.head.pseudonym.clone_from(&script);
        case.head.reference.clone_from(&reversed);
        case.banner.speaks = Some(long.clone());
        case.banner.do_not = vec![long.clone(), quotes.clone(), reversed.clone()];
        for (duty, title) in case
            .duties
            .iter_mut()
            .zip([&long, &script, &reversed, &emoji, &quotes, &arabic])
        {
            duty.title.clone_from(title);
            duty.because = Some(title.clone());
            duty.who.clone_from(&reversed);
            duty.sources = SourceList(vec![title.clone(), script.clone()]);
        }
        for step in &mut case.blocked {
            step.note = Some(quotes.clone());
            for safeguard in &mut step.safeguards {
                safeguard.title.clone_from(&script);
                safeguard.missing = Some(reversed.clone());
            }
        }
        case.voice = Some(Voice {
            original: arabic.clone(),
            lang: Some("\" onload=\"x".to_owned()),
            language: Some(script.clone()),
            translation: Some(long.clone()),
            heard_by: emoji.clone(),
            at: Stamp::At(at("2026-11-23T15:30")),
            present: Some(reversed.clone()),
            interpreter: Truth::Unknown,
            topics: Vec::new(),
            weight: Some(quotes.clone()),
            entry: u64::MAX,
        });
        for person in &mut case.people {
            person.name = Some(emoji.clone());
            person.claim = Some(long.clone());
            person.note = Some(script.clone());
        }
        for date in &mut case.dates {
            date.title.clone_from(&script);
            date.note.clone_from(&long);
        }
        for event in &mut case.events {
            event.summary = Some(quotes.clone());
            event.by.clone_from(&reversed);
        }
        case
    }

    /// A case that is closed: it says so, when and why, and what was owed ended with it.
    pub fn closed_sample() -> Self {
        let mut case = Self::sample();
        case.closed = Some(ClosedView {
            ground: ClosingGround::Transferred,
            at: on("2026-11-24"),
            entry: 41,
            turns_to: some("Ms Eriksen, municipality of the new foster family"),
        });
        case.banner.acts = vec![RecordType::CaseReopened, RecordType::Note];
        case.path.retain(PathStep::is_reached);
        case.path.push(PathStep {
            stage: "closed",
            state: StepState::Now,
        });
        case.conditions.clear();
        case.settled.append(&mut case.duties);
        for duty in &mut case.settled {
            duty.state = DutyState::Ended;
        }
        case.blocked.clear();
        case.blocked_more.clear();
        case.alerts.clear();
        case.dates.clear();
        case
    }

    /// A case that has just been taken: nothing is known yet.
    pub fn empty_sample() -> Self {
        let mut case = Self::sample();
        case.known = KnownView::sample("TU-2026-0399", "M. Sava", false);
        case.banner.risk = None;
        case.banner.age.from = None;
        case.banner.age.to = None;
        case.banner.missing = MissingView {
            since: Some(Stamp::At(at("2026-11-25T07:40"))),
            last: None,
        };
        case.banner.speaks = None;
        case.banner.returning = ReturnStage::NotChosen;
        case.banner.return_missing = 0;
        case.banner.do_not.clear();
        case.conditions = vec![
            Condition::NoGuardian(None),
            Condition::Missing(Stamp::At(at("2026-11-25T07:40"))),
        ];
        case.duties.clear();
        case.settled.clear();
        case.blocked.clear();
        case.breaches.clear();
        case.alerts.clear();
        case.voice = None;
        case.people.clear();
        case.dates.clear();
        case.events.truncate(1);
        case
    }
}

fn dates() -> Vec<DateAhead> {
    let date = |title: &str, from: Option<&str>, due: Option<&str>, state, note: &str| DateAhead {
        title: title.to_owned(),
        from: from.map(day),
        due: due.map(day),
        shown: due.map(on),
        state,
        note: note.to_owned(),
    };
    vec![
        date(
            "Risks of the new place",
            Some("2026-11-20"),
            Some("2026-11-20"),
            DutyState::Overdue,
            "Overdue by 5 days",
        ),
        date(
            "Review of the placement",
            Some("2026-11-20"),
            Some("2026-11-25"),
            DutyState::Due,
            "Due today",
        ),
        date(
            "Social inquiry, Viet Nam",
            Some("2026-11-16"),
            None,
            DutyState::Waiting,
            "Waiting",
        ),
        date(
            "Assessment of needs",
            Some("2026-11-11"),
            Some("2026-12-02"),
            DutyState::Due,
            "In 7 days",
        ),
        date(
            "Recovery and reflection ends",
            Some("2026-11-09"),
            Some("2026-12-09"),
            DutyState::Due,
            "30 days, Warsaw 13",
        ),
        date(
            "Residence permit ends",
            None,
            Some("2027-05-18"),
            DutyState::Due,
            "In 174 days",
        ),
    ]
}

impl CaseRow {
    /// Examples.
    pub fn samples() -> Vec<Self> {
        let row = |pseudonym: &str, reference: &str, stage, missing, overdue, next: usize| Self {
            head: CaseHead {
                id: CaseHead::sample().id,
                pseudonym: pseudonym.to_owned(),
                reference: reference.to_owned(),
            },
            stage,
            missing,
            missing_since: missing.then(|| Stamp::At(at("2026-11-24T21:00"))),
            overdue,
            next: DutyView::samples().into_iter().nth(next),
            caseworker: (next != 3).then(|| "M. Sava".to_owned()),
            last_written: on("2026-11-24"),
        };
        vec![
            row("Heron", "TU-2026-0409", "identified", true, 0, 3),
            row("Wren", "TU-2026-0417", "assessed", false, 2, 0),
            row("Linnet", "TU-2026-0388", "plan_running", false, 0, 4),
            row("Swift", "TU-2026-0301", "monitoring", false, 0, 99),
        ]
    }

    /// Examples with hostile texts.
    pub fn hostile_samples() -> Vec<Self> {
        let [script, reversed, _, long, ..] = hostile();
        let mut rows = Self::samples();
        for (row, text) in rows.iter_mut().zip([script, reversed, long]) {
            row.head.pseudonym.clone_from(&text);
            row.head.reference.clone_from(&text);
            if let Some(next) = &mut row.next {
                next.title = text;
            }
        }
        rows
    }
}

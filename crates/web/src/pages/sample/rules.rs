//! Duties and safeguards, with their rules.

use super::{at, on, some, sources};
use crate::dates::Stamp;
use crate::pages::duty::{Due, DutyState, DutyView, FactLine, RuleView, SourceList};
use crate::pages::safeguard::{BlockedStep, ExplainedSafeguard, OverrideRule, SafeguardState, SafeguardView};
use tutela_domain::records::RecordType;

impl DutyView {
    /// Examples: overdue, due today, later, promptly, waiting.
    pub fn samples() -> Vec<Self> {
        let duty = |id: &str, title: &str, state, due, days| Self {
            id: id.to_owned(),
            title: title.to_owned(),
            state,
            due,
            days,
            who: "caseworker (you)".to_owned(),
            date_set_by: None,
            because: None,
            sources: SourceList::default(),
            done_by: None,
            done_entry: None,
        };
        vec![
            Self {
                because: some("Wren moved that day, and every move needs a new risk assessment."),
                sources: sources(&["OSCE paper 9, §4.1.2", "§4.5"]),
                done_by: Some(RecordType::RiskAssessment),
                ..duty(
                    "risk-assessment-14",
                    "Assess the risks of the new place",
                    DutyState::Overdue,
                    Due::By(on("2026-11-20")),
                    Some(-5),
                )
            },
            Self {
                because: some("Then every month."),
                sources: sources(&["UN Guidelines for Alternative Care 67"]),
                done_by: Some(RecordType::PlacementReviewed),
                ..duty(
                    "placement-review-14",
                    "Review whether the place suits Wren",
                    DutyState::Due,
                    Due::By(on("2026-11-25")),
                    Some(0),
                )
            },
            Self {
                because: some("It is one of the safeguards of a return."),
                sources: sources(&["Warsaw Convention 16(7)"]),
                done_by: Some(RecordType::SecurityAssessment),
                ..duty(
                    "security-assessment",
                    "Ask the police for the security assessment",
                    DutyState::Due,
                    Due::By(Stamp::At(at("2026-11-27T12:00"))),
                    Some(2),
                )
            },
            Self {
                who: "guardian".to_owned(),
                sources: sources(&["Convention on the Rights of the Child 12", "17"]),
                done_by: Some(RecordType::InformationGiven),
                ..duty(
                    "inform-child",
                    "Explain the next steps to Wren",
                    DutyState::Open,
                    Due::Promptly(on("2026-11-20")),
                    None,
                )
            },
            Self {
                date_set_by: some("the Children’s Service of Northmark"),
                sources: sources(&["Joint General Comment 3/22, §32(c)"]),
                done_by: Some(RecordType::NeedsAssessment),
                ..duty(
                    "needs-assessment",
                    "Finish the assessment of needs",
                    DutyState::Due,
                    Due::By(on("2026-12-02")),
                    Some(7),
                )
            },
            Self {
                who: "Viet Nam, central authority".to_owned(),
                sources: sources(&["OSCE paper 9, §4.5.1"]),
                done_by: Some(RecordType::SocialInquiryReceived),
                ..duty(
                    "social-inquiry",
                    "Social inquiry from the place of origin",
                    DutyState::Waiting,
                    Due::Promptly(on("2026-11-16")),
                    None,
                )
            },
        ]
    }

    /// Examples of what is done.
    pub fn settled_samples() -> Vec<Self> {
        let settled = |title: &str, state| Self {
            id: "guardian-1".to_owned(),
            title: title.to_owned(),
            state,
            due: Due::By(on("2026-11-12")),
            days: None,
            who: "supervisor".to_owned(),
            date_set_by: None,
            because: None,
            sources: sources(&["Warsaw Convention 10(4)(a)"]),
            done_by: Some(RecordType::GuardianAppointed),
            done_entry: Some(5),
        };
        vec![
            settled("Appoint a guardian", DutyState::Done),
            settled("Tell the police that Wren is missing", DutyState::DoneLate),
        ]
    }
}

impl BlockedStep {
    /// An example: the return.
    pub fn sample() -> Self {
        let safeguard = |id: &str, title: &str, state| SafeguardView {
            id: id.to_owned(),
            title: title.to_owned(),
            state,
            missing: None,
            ask: None,
            remedy: None,
            overriding: OverrideRule::Never,
            sources: sources(&["Warsaw Convention 16(7)", "OSCE paper 9, §4.5"]),
        };
        Self {
            step: RecordType::ReturnDecided,
            note: some("Proposed by the migration authority on 19 November. It does not decide."),
            safeguards: vec![
                SafeguardView {
                    missing: some("Risk: not done since the move. Security: not asked for."),
                    ask: some("caseworker, police"),
                    remedy: Some(RecordType::SecurityAssessment),
                    ..safeguard(
                        "risk-security",
                        "Risk and security assessment, by both states",
                        SafeguardState::Missing,
                    )
                },
                SafeguardView {
                    missing: some("Asked on 16 November. No answer yet."),
                    ask: some("central authority of the state of origin"),
                    remedy: Some(RecordType::SocialInquiryReceived),
                    overriding: OverrideRule::Court,
                    ..safeguard(
                        "social-inquiry",
                        "Social inquiry from the place of origin",
                        SafeguardState::Missing,
                    )
                },
                SafeguardView {
                    missing: some("Wren must be heard on return first."),
                    ask: some("panel"),
                    remedy: Some(RecordType::DeterminationMade),
                    ..safeguard(
                        "determination",
                        "Determination by the best-interests panel",
                        SafeguardState::Missing,
                    )
                },
                SafeguardView {
                    ask: some("the person who decides"),
                    ..safeguard(
                        "who-receives",
                        "Somebody receives Wren at the destination",
                        SafeguardState::DependsOnEntry,
                    )
                },
                safeguard("guardian", "A guardian is in office", SafeguardState::Met),
                safeguard("legal-aid", "Wren has a lawyer", SafeguardState::Met),
            ],
        }
    }

    /// A second example, with one thing missing.
    pub fn closing_sample() -> Self {
        Self {
            step: RecordType::DeterminationMade,
            note: None,
            safeguards: vec![SafeguardView {
                id: "needs".to_owned(),
                title: "The assessment of needs is complete".to_owned(),
                state: SafeguardState::Missing,
                missing: some("Health, education and family are still open."),
                ask: some("caseworker"),
                remedy: Some(RecordType::NeedsAssessment),
                overriding: OverrideRule::Never,
                sources: sources(&["CRC General Comment 14, §80"]),
            }],
        }
    }
}

impl RuleView {
    /// An example.
    pub fn sample() -> Self {
        Self {
            id: "baseline/risk-security".to_owned(),
            pack: "International baseline".to_owned(),
            version: "2026.2".to_owned(),
            in_force: Some(on("2026-01-01")),
            condition: some("risk.current && security.current"),
            force: some("binding law"),
        }
    }
}

impl FactLine {
    /// Examples.
    pub fn samples() -> Vec<Self> {
        vec![
            Self {
                sentence: "A risk assessment was made since the child last moved.".to_owned(),
                value: "No".to_owned(),
                entry: Some(14),
            },
            Self {
                sentence: "A security assessment was made.".to_owned(),
                value: "Not known".to_owned(),
                entry: None,
            },
        ]
    }
}

impl ExplainedSafeguard {
    /// Every safeguard of a step, explained.
    pub fn samples(step: &BlockedStep) -> Vec<Self> {
        let explain = |safeguard: &SafeguardView| Self {
            safeguard: safeguard.clone(),
            facts: FactLine::samples(),
            rule: RuleView::sample(),
        };
        step.safeguards.iter().map(explain).collect()
    }
}

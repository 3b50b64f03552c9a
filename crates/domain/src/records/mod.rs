//! The record types. One struct each; the catalogue at the end of this file names them all.
//!
//! To add one: write the struct in the file of its group, add its line to the catalogue, and the
//! compiler and the tests name what is missing.

mod arrival;
mod asking;
mod assessment;
mod authority;
mod best_interests;
mod borders;
mod care;
mod closing;
mod determination;
mod disclosing;
mod every_day;
mod family_and_liberty;
mod identity;
mod layout;
mod missing;
mod panel;
mod people;
mod plan;
mod safe_arrival;
mod safety;
mod services;
mod status;
mod team;
mod voice;

pub use arrival::*;
pub use asking::*;
pub use assessment::*;
pub use authority::*;
pub use best_interests::*;
pub use borders::*;
pub use care::*;
pub use closing::*;
pub use determination::*;
pub use disclosing::*;
pub use every_day::*;
pub use family_and_liberty::*;
pub use identity::*;
pub use layout::*;
pub use missing::*;
pub use panel::*;
pub use people::*;
pub use plan::*;
pub use safe_arrival::*;
pub use safety::*;
pub use services::*;
pub use status::*;
pub use team::*;
pub use voice::*;

use crate::codes::PlacementKind;
use crate::fields::{BookRef, Code, FieldDef, FieldProblem, Fields, Group, Problem, Raw};
use crate::value::Value;

/// A group of record types, in the order of the list of records on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordGroup {
    /// From the referral to the presumption.
    Arrival,
    /// The people around the child.
    People,
    /// Requests, orders and refusals.
    Asking,
    /// What the child is told and says.
    Voice,
    /// Assessments.
    Assessment,
    /// Where the child lives, and liberty.
    Care,
    /// Missing episodes.
    Missing,
    /// Services and school; the plan, its goals and its review.
    Plan,
    /// Residence, proceedings, measures against the family.
    Status,
    /// Determination, decision, departure.
    Determination,
    /// Inquiries across borders, the preparation of a return, and what comes after it.
    Borders,
    /// Transfer, closing, reopening, death, two cases of one child.
    Closing,
    /// What leaves the agency and what comes to it.
    Disclosing,
    /// What the authority records of itself: its registers, rules and reviews.
    Authority,
    /// Notes, corrections, and what is said about duties and safeguards.
    EveryDay,
}

impl RecordType {
    /// Whether only a supervisor records it: to set a duty aside, to close a case.
    pub fn is_for_supervisor(self) -> bool {
        matches!(self, Self::DutySetAside | Self::CaseClosed)
    }

    /// Whether it may be said to have happened already, or to be decided by others. A closing is always an act of
    /// our own: reported, it would end duties past every safeguard.
    pub fn may_be_reported(self) -> bool {
        self.is_gated() && self != Self::CaseClosed
    }

    /// Whether a field of it takes a code of its list; a form offers no other.
    pub fn takes(self, field: &str, code: &str) -> bool {
        match (self, field) {
            (Self::ReleasedFromCustody, "from") => PlacementKind::of(code).is_some_and(crate::facts::is_detention),
            _ => true,
        }
    }

    /// Whether a correction can only withdraw it. What says of a duty, a safeguard, an alert or the whole case that it
    /// is settled was judged as it was written: what is wrong in it is withdrawn, and judged anew. So is a correction.
    pub fn is_only_withdrawn(self) -> bool {
        matches!(
            self,
            Self::DutySetAside
                | Self::DutyHandedOver
                | Self::SafeguardOverridden
                | Self::AlertLookedAt
                | Self::CaseClosed
                | Self::Correction
        )
    }
}

impl Record {
    /// The entry of the authority's book to which it refers.
    pub fn in_book(&self) -> Option<BookRef> {
        match self {
            Self::GuardianAppointed(g) => g.in_book,
            Self::PlacementStarted(p) => p.in_book,
            _ => None,
        }
    }
}

/// What each record type adds to the reading of its fields: checks between fields.
trait Checked: Group {
    /// Contradictions between fields that are each in order.
    fn contradictions(&self, _problems: &mut Vec<FieldProblem>) {}
}

macro_rules! catalogue {
    ($( $variant:ident = $name:literal v $version:literal $group:ident $(gated $gated:literal)? $(grave $grave:literal)?; )+) => {
        /// A record: what a person submitted, and what is kept.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs)] // each is documented at its struct
        pub enum Record { $( $variant($variant) ),+ }

        /// The type of a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)] // each is documented at its struct
        pub enum RecordType { $( $variant ),+ }

        impl RecordType {
            /// Every record type, in the order of the catalogue.
            pub const ALL: &[Self] = &[$( Self::$variant ),+];

            /// Its name in stories, packs, addresses and storage.
            pub fn name(self) -> &'static str {
                match self { $( Self::$variant => $name ),+ }
            }

            /// The record type of a name.
            pub fn of(name: &str) -> Option<Self> {
                match name { $( $name => Some(Self::$variant), )+ _ => None }
            }

            /// The version of the definition that is written today.
            pub fn version(self) -> u16 {
                match self { $( Self::$variant => $version ),+ }
            }

            /// Where it stands in the list of records.
            pub fn group(self) -> RecordGroup {
                match self { $( Self::$variant => RecordGroup::$group ),+ }
            }

            /// Whether it says if it is our own act (*deciding*) or *reported*.
            pub fn is_gated(self) -> bool {
                match self { $( Self::$variant => false $(|| $gated)? ),+ }
            }

            /// Whether the answers are shown once more before it is recorded.
            pub fn is_grave(self) -> bool {
                match self { $( Self::$variant => false $(|| $grave)? ),+ }
            }

            /// Whether it belongs in the authority's book and not in the case of a child.
            pub fn is_of_authority(self) -> bool {
                self.group() == RecordGroup::Authority
            }

            /// The types of entry that a field of it may name, in the case or in the authority's book; any, where none is said.
            pub fn names(self, field: &str) -> &'static [RecordType] {
                match (self, field) {
                    // What stood in the book is replaced by one of its kind.
                    (_, "replaces") => {
                        let place = Self::ALL.iter().position(|t| *t == self);
                        place.and_then(|at| Self::ALL.get(at..=at)).unwrap_or_default()
                    }
                    (Self::RequestAnswered, "request") => {
                        &[Self::RequestMade, Self::ComplaintMade, Self::ParentAsks]
                    }
                    (Self::OrderCarriedOut, "order") => &[Self::OrderMade],
                    (Self::RefusalEnded, "refusal") => &[Self::ServiceRefused],
                    (Self::GoalSet | Self::PlanSigned | Self::PlanDeclined | Self::PlanReviewed, "plan") => &[Self::PlanDrawnUp],
                    (Self::GoalFollowed, "goal") => &[Self::GoalSet],
                    (Self::ServiceAccepted, "referral") => &[Self::ServiceReferred],
                    (Self::TransferAnswered, "offer") => &[Self::TransferOffered],
                    (Self::DisclosureMade, "received") => &[Self::InformationReceived],
                    (Self::LibertyReviewed | Self::LibertyLifted, "restriction") => &[Self::LibertyRestricted],
                    (Self::EpisodeClosed, "episode") => &[Self::MissingReported],
                    (Self::DeterminationChallenged, "determination") => {
                        &[Self::DeterminationMade, Self::QuestionDetermined, Self::AgeVerified]
                    }
                    (Self::DeterminationReviewed, "challenge") => &[Self::DeterminationChallenged],
                    (Self::InquiryPassedOn, "inquiry") => &[Self::InquiryReceived, Self::InquirySent],
                    (Self::InquiryAnswerSent, "inquiry") => &[Self::InquiryReceived],
                    (Self::PolicyAdopted | Self::DataStandardAdopted, "agency") => &[Self::AgencyRegistered],
                    (Self::ReviewDelivered, "review") => &[Self::ReviewCommissioned],
                    (Self::GuardianAppointed, "in_book") => &[Self::GuardianRegistered],
                    (Self::PlacementStarted, "in_book") => &[Self::ProviderRegistered],
                    (Self::ProviderInspected, "provider") => &[Self::ProviderRegistered],
                    _ => &[],
                }
            }

            /// Whether it has a field of a name.
            pub fn has_field(self, name: &str) -> bool {
                let names = match self { $( Self::$variant => <$variant as Group>::NAMES ),+ };
                names.contains(&name)
            }

            /// The definitions of its fields.
            pub fn fields(self) -> Vec<FieldDef> {
                match self { $( Self::$variant => <$variant as Group>::fields() ),+ }
            }
        }

        impl Record {
            /// Reads and checks a record of a type; every problem is reported, each at its field.
            pub fn read(record_type: RecordType, fields: &Fields) -> Result<Self, Vec<FieldProblem>> {
                let mut problems = Vec::new();
                for name in fields.keys() {
                    if !record_type.has_field(name) {
                        problems.push(FieldProblem::new(name, Problem::UnknownField));
                    }
                }
                match record_type {
                    $( RecordType::$variant => {
                        let read = <$variant as Group>::read_group(fields, "", &mut problems);
                        match read {
                            Some(record) => {
                                record.contradictions(&mut problems);
                                if problems.is_empty() { Ok(Self::$variant(record)) } else { Err(problems) }
                            }
                            None => Err(problems),
                        }
                    } )+
                }
            }

            /// Its type.
            pub fn record_type(&self) -> RecordType {
                match self { $( Self::$variant(_) => RecordType::$variant ),+ }
            }

            /// Its fields in stored form.
            pub fn write(&self) -> Fields {
                match self { $( Self::$variant(r) => r.write_group() ),+ }
            }

            /// One field in stored form; `None` when nothing was given for it.
            pub fn write_field(&self, field: &str) -> Option<Raw> {
                match self { $( Self::$variant(r) => r.write_field(field) ),+ }
            }

            /// Its fields with those given in `changes` put in their place; an empty one removes.
            pub fn replaced(&self, changes: &Fields) -> Fields {
                let mut fields = self.write();
                for (name, raw) in changes {
                    if raw.is_empty() {
                        fields.remove(name);
                    } else {
                        fields.insert(name.clone(), raw.clone());
                    }
                }
                fields
            }

            /// The value of a field for rules; unknown when not given, `None` when there is none of that name.
            pub fn value_of(&self, field: &str) -> Option<Value> {
                match self { $( Self::$variant(r) => r.value_of(field) ),+ }
            }
        }
    };
}

catalogue! {
    ReferralReceived = "referral_received" v 1 Arrival;
    ReferralAccepted = "referral_accepted" v 1 Arrival;
    AgePresumed = "age_presumed" v 1 Arrival;
    AgeVerified = "age_verified" v 1 Arrival gated true grave true;
    VictimPresumed = "victim_presumed" v 1 Arrival;
    TraffickingStatus = "trafficking_status" v 1 Arrival gated true grave true;
    CompanionVerified = "companion_verified" v 1 Arrival;
    IdentityEstablished = "identity_established" v 1 Arrival;
    IdentityDocument = "identity_document" v 1 Arrival;
    PressureIdentified = "pressure_identified" v 1 Arrival;
    CoercionUsed = "coercion_used" v 1 Arrival;
    ReleasedFromCustody = "released_from_custody" v 1 Arrival gated true;
    PersonLinked = "person_linked" v 1 People;
    GuardianAppointed = "guardian_appointed" v 1 People gated true;
    GuardianEnded = "guardian_ended" v 1 People gated true;
    GuardianMetChild = "guardian_met_child" v 1 People;
    LawyerAppointed = "lawyer_appointed" v 1 People gated true;
    InterpreterEngaged = "interpreter_engaged" v 1 People;
    TeamChanged = "team_changed" v 1 People;
    RequestMade = "request_made" v 1 Asking;
    RequestAnswered = "request_answered" v 1 Asking;
    OrderMade = "order_made" v 1 Asking;
    OrderCarriedOut = "order_carried_out" v 1 Asking;
    ServiceRefused = "service_refused" v 1 Asking gated true;
    RefusalEnded = "refusal_ended" v 1 Asking;
    ParentAsks = "parent_asks" v 1 Asking;
    InformationGiven = "information_given" v 1 Voice;
    ViewsHeard = "views_heard" v 1 Voice;
    ConsentGiven = "consent_given" v 1 Voice;
    ComplaintMade = "complaint_made" v 1 Voice;
    InterviewHeld = "interview_held" v 1 Voice gated true;
    RestrictionExplained = "restriction_explained" v 1 Voice gated true;
    NeedsAssessment = "needs_assessment" v 1 Assessment gated true;
    SafetyPlan = "safety_plan" v 1 Assessment;
    GoingMissingAssessment = "going_missing_assessment" v 1 Assessment;
    BestInterestsAssessment = "best_interests_assessment" v 1 Assessment gated true;
    FamilyTracing = "family_tracing" v 1 Assessment gated true;
    RiskAssessment = "risk_assessment" v 1 Assessment;
    SecurityAssessment = "security_assessment" v 1 Assessment;
    InquirySent = "inquiry_sent" v 1 Assessment gated true;
    SocialInquiryReceived = "social_inquiry_received" v 1 Assessment;
    PlacementStarted = "placement_started" v 1 Care gated true;
    PlacementReviewed = "placement_reviewed" v 1 Care;
    PlacementEnded = "placement_ended" v 1 Care gated true;
    LibertyRestricted = "liberty_restricted" v 1 Care gated true grave true;
    AllegationMade = "allegation_made" v 1 Care;
    AllegationExamined = "allegation_examined" v 1 Care gated true;
    ServiceReferred = "service_referred" v 1 Plan;
    ServiceDelivered = "service_delivered" v 1 Plan gated true;
    ServiceEnded = "service_ended" v 1 Plan gated true;
    SchoolStarted = "school_started" v 1 Plan;
    MissingReported = "missing_reported" v 1 Missing;
    PoliceInformed = "police_informed" v 1 Missing;
    Found = "found" v 1 Missing;
    DeterminationMade = "determination_made" v 1 Determination gated true grave true;
    ReturnDecided = "return_decided" v 1 Determination gated true grave true;
    Departed = "departed" v 1 Determination gated true grave true;
    MetOnArrival = "met_on_arrival" v 1 Determination;
    // Placement, liberty, missing.
    RemovedFromFamily = "removed_from_family" v 1 Care gated true grave true;
    IntroductoryVisit = "introductory_visit" v 1 Care;
    FamilyContact = "family_contact" v 1 Care;
    LibertyReviewed = "liberty_reviewed" v 1 Care;
    LibertyLifted = "liberty_lifted" v 1 Care;
    LeftAlternativeCare = "left_alternative_care" v 1 Care;
    OthersAsked = "others_asked" v 1 Missing;
    StrategyMeetingHeld = "strategy_meeting_held" v 1 Missing;
    Sighting = "sighting" v 1 Missing;
    PublicAppeal = "public_appeal" v 1 Missing;
    ReturnTalkHeld = "return_talk_held" v 1 Missing;
    EpisodeClosed = "episode_closed" v 1 Missing;
    ContactMade = "contact_made" v 1 EveryDay;
    CarerNote = "carer_note" v 1 EveryDay;
    SafetyConcern = "safety_concern" v 1 EveryDay;
    // Status and best interests.
    MaturityNoted = "maturity_noted" v 1 Voice;
    ResidenceStatus = "residence_status" v 1 Status gated true;
    Proceedings = "proceedings" v 1 Status gated true;
    FamilyMeasure = "family_measure" v 1 Status gated true;
    PanelConvened = "panel_convened" v 1 Determination gated true;
    OptionWeighed = "option_weighed" v 1 Determination gated true;
    QuestionDetermined = "question_determined" v 1 Determination gated true grave true;
    DeterminationChallenged = "determination_challenged" v 1 Determination;
    DeterminationReviewed = "determination_reviewed" v 1 Determination;
    ThirdCountryDecided = "third_country_decided" v 1 Determination gated true grave true;
    // Plan and closing.
    PlanDrawnUp = "plan_drawn_up" v 1 Plan;
    GoalSet = "goal_set" v 1 Plan;
    GoalFollowed = "goal_followed" v 1 Plan;
    PlanSigned = "plan_signed" v 1 Plan gated true;
    PlanDeclined = "plan_declined" v 1 Plan;
    PlanReviewed = "plan_reviewed" v 1 Plan;
    ServiceAccepted = "service_accepted" v 1 Plan;
    TransferOffered = "transfer_offered" v 1 Closing;
    TransferAnswered = "transfer_answered" v 1 Closing;
    CaseClosed = "case_closed" v 1 Closing gated true grave true;
    CaseReopened = "case_reopened" v 1 Closing;
    ChildDied = "child_died" v 1 Closing grave true;
    SamePerson = "same_person" v 1 Closing;
    DuplicateJoined = "duplicate_joined" v 1 Closing grave true;
    InformationReceived = "information_received" v 1 Disclosing;
    DisclosureMade = "disclosure_made" v 1 Disclosing gated true;
    DocumentAttached = "document_attached" v 1 Disclosing;
    EmergencyAccess = "emergency_access" v 1 Disclosing;
    // Across borders and return.
    InquiryReceived = "inquiry_received" v 1 Borders;
    InquiryPassedOn = "inquiry_passed_on" v 1 Borders;
    InquiryAnswerSent = "inquiry_answer_sent" v 1 Borders;
    DirectContact = "direct_contact" v 1 Borders;
    ConsularContact = "consular_contact" v 1 Borders gated true;
    ReintegrationPlan = "reintegration_plan" v 1 Borders gated true;
    OriginContacted = "origin_contacted" v 1 Borders;
    ReceptionConfirmed = "reception_confirmed" v 1 Borders;
    HandoverSent = "handover_sent" v 1 Borders;
    TravelDocuments = "travel_documents" v 1 Borders;
    EscortNamed = "escort_named" v 1 Borders;
    ArrivalConfirmed = "arrival_confirmed" v 1 Borders;
    MonitoringReport = "monitoring_report" v 1 Borders;
    MonitoringEnded = "monitoring_ended" v 1 Borders;
    MetAgain = "met_again" v 1 Borders;
    // The authority.
    AgencyRegistered = "agency_registered" v 1 Authority;
    PolicyAdopted = "policy_adopted" v 1 Authority;
    TrainingDone = "training_done" v 1 Authority;
    AgreementMade = "agreement_made" v 1 Authority;
    ReferralChannelOpened = "referral_channel_opened" v 1 Authority;
    BestInterestsProcedureAdopted = "best_interests_procedure_adopted" v 1 Authority;
    ReturnRuleAdopted = "return_rule_adopted" v 1 Authority;
    DataStandardAdopted = "data_standard_adopted" v 1 Authority;
    FocalPointNamed = "focal_point_named" v 1 Authority;
    MissingCounted = "missing_counted" v 1 Authority;
    ReviewCommissioned = "review_commissioned" v 1 Authority;
    ReviewDelivered = "review_delivered" v 1 Authority;
    GuardianRegistered = "guardian_registered" v 1 Authority;
    ProviderRegistered = "provider_registered" v 1 Authority;
    ProviderInspected = "provider_inspected" v 1 Authority;
    InterpreterRegistered = "interpreter_registered" v 1 Authority;
    StruckOff = "struck_off" v 1 Authority;
    Note = "note" v 1 EveryDay;
    DutySetAside = "duty_set_aside" v 1 EveryDay grave true;
    DutyHandedOver = "duty_handed_over" v 1 EveryDay;
    SafeguardOverridden = "safeguard_overridden" v 1 EveryDay grave true;
    AlertLookedAt = "alert_looked_at" v 1 EveryDay;
    Correction = "correction" v 1 EveryDay grave true;
}

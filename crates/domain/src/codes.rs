//! The code lists. Words for them are locale keys `code-<list>-<code>`.

pub use crate::countries::Country;
use crate::fields::{Code, CodeList, Control, Field, FieldProblem, Problem, Raw};
pub use crate::languages::Language;
use crate::value::{Kind, Value};

/// How a type that is a code of a list is read, kept and compared.
macro_rules! code_field {
    ($name:ident) => {
        impl Field for $name {
            fn control() -> Control {
                Control::One(&<$name as Code>::LIST)
            }
            fn kind() -> Option<Kind> {
                Some(Kind::Code)
            }
            fn read(raw: Option<&Raw>, at: &str, problems: &mut Vec<FieldProblem>) -> Option<Self> {
                let problem = match raw {
                    None => Problem::Missing,
                    Some(raw) if raw.is_empty() => Problem::Missing,
                    Some(raw) => match raw.as_text().and_then(Self::of) {
                        Some(code) => return Some(code),
                        None => Problem::NotACode,
                    },
                };
                problems.push(FieldProblem::new(at, problem));
                None
            }
            fn write(&self) -> Option<Raw> {
                Some(Raw::text(self.code()))
            }
            fn value(&self) -> Value {
                Value::Code(self.code().to_owned())
            }
        }
    };
}
pub(crate) use code_field;

macro_rules! codes {
    ($( $(#[$doc:meta])* $name:ident $list:literal { $( $variant:ident = $code:literal ),+ $(,)? } )+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            #[allow(missing_docs)] // the words for each code stand in the locale files
            pub enum $name { $( $variant ),+ }

            impl Code for $name {
                const LIST: CodeList = CodeList { name: $list, codes: &[$( $code ),+] };
                fn code(self) -> &'static str {
                    match self { $( Self::$variant => $code ),+ }
                }
                fn of(code: &str) -> Option<Self> {
                    match code { $( $code => Some(Self::$variant), )+ _ => None }
                }
            }

            code_field!($name);
        )+

        /// Every code list, for the data dictionary and the check of the words.
        pub const LISTS: &[CodeList] = &[$( <$name as Code>::LIST, )+ Country::LIST, Language::LIST];
    };
}

codes! {
    /// Who refers a child.
    ReferralSource "referral_source" {
        Police = "police", Border = "border", Hotline = "hotline", Hospital = "hospital", School = "school",
        Ngo = "ngo", Municipality = "municipality", Court = "court", OtherState = "other_state", Other = "other",
    }
    /// With whom the child is.
    Company "company" {
        Alone = "alone", WithAdult = "with_adult", WithParent = "with_parent", WithRelative = "with_relative",
        Unknown = "unknown",
    }
    /// The child's sex as recorded.
    Sex "sex" { Girl = "girl", Boy = "boy", Other = "other", Unknown = "unknown" }
    /// What a first responder noticed.
    Indicator "indicator" {
        Locked = "restricts_movement", Debt = "debt", Threats = "threats", NoPapers = "no_papers",
        Works = "works", Begs = "begs", SexualAbuse = "sexual_abuse", Crime = "made_to_commit_crime",
        Injuries = "injuries", SpokenFor = "spoken_for_by_another", Other = "other",
    }
    /// Form of exploitation. HTCDS 2.0 `vic_TypeOfExploitation`; forced criminality is an extension,
    /// which HTCDS lacks.
    Exploitation "exploitation" {
        Labour = "forced_labour", Sexual = "sexual_exploitation", ChildLabour = "child_labour",
        Marriage = "forced_marriage", Servitude = "servitude", Military = "forced_military",
        Organ = "organ_removal", Begging = "forced_begging", Adoption = "forced_adoption",
        Surrogacy = "surrogacy", Criminality = "forced_criminality", Other = "other", NotKnown = "not_known",
    }
    /// How a trafficker holds a child. HTCDS 2.0 `vic_MethodsOfControl`; *restricts movement* and *uses
    /// children* are extensions, which HTCDS defines and has no code for.
    ControlMethod "control_method" {
        Threats = "physical_threats", LawEnforcement = "threats_of_law_enforcement",
        Family = "threatens_children_or_family", Debt = "debt_bondage", Promises = "false_promises",
        Physical = "physical_abuse", Sexual = "sexual_abuse", Earnings = "takes_earnings",
        Money = "restricts_financial_access", Medical = "restricts_medical_care",
        Necessities = "withholds_necessities", Psychological = "psychological_abuse",
        Substance = "psychoactive_substance", Hours = "excessive_working_hours", Documents = "withholds_documents",
        Movement = "restricts_movement", Children = "uses_children", Other = "other",
    }
    /// How a child was recruited. HTCDS 2.0 `vic_MethodOfRecruitment`.
    Recruitment "recruitment" {
        Business = "at_a_place_of_business", School = "at_an_educational_institution", Work = "at_work",
        Social = "online_social_network", OnlineAd = "online_advertisement", Television = "television_advert",
        Newspaper = "newspaper_advert", Family = "family_or_family_events", Friends = "friends_or_social_events",
        Other = "other",
    }
    /// Form of sexual exploitation. HTCDS 2.0 `vic_TypeOfSexExploitation`.
    SexualForm "sexual_form" {
        Prostitution = "prostitution", Pornography = "pornography", Remote = "remote_interactive_services",
        Private = "private_sexual_services",
    }
    /// Where a child was made to work: the sections of ISIC, revision 4, as in HTCDS 2.0
    /// `vic_ForcedLabourIndustry`.
    Industry "industry" {
        A = "agriculture", B = "mining", C = "manufacturing", D = "electricity_and_gas", E = "water_and_waste",
        F = "construction", G = "trade_and_vehicle_repair", H = "transport", I = "accommodation_and_food",
        J = "information", K = "finance", L = "real_estate", M = "professional", N = "support_services",
        O = "public_administration", P = "education", Q = "health_and_social_work", R = "arts_and_recreation",
        S = "other_services", T = "households", U = "extraterritorial",
    }
    /// How an age was verified.
    AgeMethod "age_method" { Documents = "documents", Registry = "registry", Assessment = "assessment" }
    /// What the verification found.
    AgeResult "age_result" { Child = "child", Adult = "adult" }
    /// What a linked person is to the child.
    Relation "relation" {
        Mother = "mother", Father = "father", Sibling = "sibling", Relative = "relative", Caregiver = "caregiver",
        Partner = "partner", SuspectedTrafficker = "suspected_trafficker", Other = "other",
    }
    /// Kind of guardianship.
    GuardianKind "guardian_kind" { Provisional = "provisional", Confirmed = "confirmed" }
    /// Why a guardian's office ended.
    GuardianEnd "guardian_end" {
        Replaced = "replaced", Conflict = "conflict_of_interest", Eighteen = "child_turned_18",
        FamilyFound = "parent_took_over", Other = "other",
    }
    // --- arrival and guardian ---

    /// How a claimed relation was verified.
    VerificationMethod "verification_method" {
        Documents = "documents", Registry = "registry", Origin = "authority_in_origin", Family = "family_contacted",
        Child = "child_alone", Dna = "dna", Other = "other",
    }
    /// How an identity was established.
    IdentityMethod "identity_method" {
        Documents = "documents", Registry = "registry", Biometrics = "biometrics", Origin = "authority_in_origin",
        Family = "family", Own = "own_account", Other = "other",
    }
    /// A paper that says who a child is.
    DocumentKind "document_kind" {
        Birth = "birth_certificate", Card = "identity_card", Passport = "passport", Travel = "travel_document",
        Registration = "registration", Other = "other",
    }
    /// How it stands with a paper.
    DocumentState "document_state" { Applied = "applied", Issued = "issued", Refused = "refused" }
    /// What a competent authority decided on the trafficking. *Presumed* and *identified* give the same rights.
    TraffickingDecision "trafficking_decision" {
        Presumed = "presumed", Identified = "identified", NotIdentified = "not_identified",
    }
    /// The act of trafficking (Palermo 3(a)).
    TraffickingAct "trafficking_act" {
        Recruitment = "recruitment", Transportation = "transportation", Transfer = "transfer",
        Harbouring = "harbouring", Receipt = "receipt",
    }
    /// The means used. HTCDS 2.0 `vic_MethodsOfControl` where it has a code; restricts movement and
    /// ritual oath are extensions. For a child no means is needed.
    Means "means" {
        Physical = "physical_threats", LawEnforcement = "threats_of_law_enforcement", Family = "threatens_family",
        Debt = "debt_bondage", Promises = "false_promises", PhysicalAbuse = "physical_abuse",
        SexualAbuse = "sexual_abuse", Earnings = "takes_earnings", Money = "restricts_financial_access",
        Medical = "restricts_medical_care", Necessities = "withholds_necessities",
        Psychological = "psychological_abuse", Substances = "psychoactive_substance",
        Hours = "excessive_working_hours", Documents = "withholds_documents", Movement = "restricts_movement",
        Oath = "ritual_oath", Other = "other",
    }
    /// Why an authority does not identify a child as trafficked.
    NotIdentifiedGround "not_identified_ground" {
        NoAct = "no_act", NoPurpose = "no_purpose", NoMeans = "no_means", Consented = "child_consented",
        NotYet = "not_yet_exploited", NoBorder = "no_border_crossed", NotMoved = "not_moved",
        Helped = "helped_to_migrate_only", Charge = "other_charge", NoCooperation = "no_cooperation",
        Other = "other",
    }
    /// What keeps a child bound to those who exploit (OSCE OP9 §4.1.2, 6.4.1).
    Pressure "pressure" {
        Debt = "debt", FamilyDebt = "debt_of_the_family", Oath = "ritual_oath", Threat = "threat_to_the_child",
        FamilyThreat = "threat_to_the_family", Attachment = "attachment", Shame = "shame", Other = "other",
    }
    /// Who used force or pressure on a child.
    CoercionBy "coercion_by" {
        Police = "police", Border = "border", Migration = "migration_authority", Health = "health",
        Carer = "carer", Security = "security", Other = "other",
    }
    /// For what force or pressure was used.
    CoercionPurpose "coercion_purpose" {
        Fingerprints = "fingerprints", Age = "age_examination", Search = "search", Transport = "transport",
        Statement = "statement", Calm = "to_calm", Other = "other",
    }
    /// What a lawyer does for a child.
    LawyerRole "lawyer_role" { Represents = "represents", Advocate = "advocate" }
    /// Who helps to understand each other.
    InterpreterRole "interpreter_role" { Interpreter = "interpreter", Mediator = "cultural_mediator" }
    /// What somebody does in the team of a case.
    TeamRole "team_role" {
        Caseworker = "caseworker", Supervisor = "supervisor", Psychologist = "psychologist", Health = "health",
        Carer = "carer", School = "school", Police = "police", Other = "other",
    }
    /// How a team changed.
    TeamChange "team_change" { Joined = "joined", Left = "left" }
    /// How a guardian met a child.
    MeetingForm "meeting_form" { Person = "in_person", Video = "video", Phone = "phone", Messages = "messages" }
    /// Who asks for something in a case.
    AskedBy "asked_by" { Child = "child", Guardian = "guardian", Lawyer = "lawyer", Carer = "carer", Other = "other" }
    /// What is asked for.
    RequestKind "request_kind" {
        Decision = "decision", Move = "move", Document = "document", Hearing = "hearing",
        Interpreter = "interpreter", Family = "contact_with_family", Guardian = "another_guardian", Other = "other",
    }
    /// What was answered.
    Reply "reply" { Granted = "granted", Partly = "partly", Refused = "refused", PassedOn = "passed_on" }
    /// What an order is about.
    OrderKind "order_kind" {
        Placement = "placement", Guardian = "guardian", School = "school", Protection = "protection",
        Health = "health", Contact = "contact", Migration = "immigration_enforcement", Other = "other",
    }
    /// A service, protection or procedure that a child may be refused.
    ServiceKind "service_kind" {
        Protection = "protection", Placement = "placement", Health = "health", Psychological = "psychological",
        Legal = "legal_aid", Guardian = "guardian", School = "school", Residence = "residence",
        BestInterests = "best_interests_procedure", Other = "other",
    }
    /// How a service was kept from a child.
    RefusalKind "refusal_kind" { Refused = "refused", Conditional = "conditional", Ended = "ended" }
    /// The ground of a refusal or a condition.
    RefusalGround "refusal_ground" {
        NotConfirmed = "not_confirmed_victim", Declined = "does_not_want_to_be_a_victim",
        NotTrafficked = "not_trafficked", NoCooperation = "no_cooperation", NoProceedings = "no_proceedings",
        AgeNotProved = "age_not_proved", NotBelieved = "claim_to_be_a_child_not_believed",
        Eighteen = "turned_18", OtherCharge = "other_charge", Residence = "migration_status",
        NoPlace = "no_place_or_budget", ChildDeclined = "child_declined", NotNeeded = "not_needed", Other = "other",
    }
    /// What a parent or relative asks for.
    ParentAsk "parent_ask" { Take = "to_take_the_child", Contact = "contact", News = "news", Other = "other" }

    // --- voice and assessment ---

    /// What the child was told or asked about.
    Topic "topic" {
        Situation = "situation_and_rights", Assistance = "assistance", Placement = "placement", Family = "family",
        Age = "age_assessment", Solution = "solution", Return = "return", Assessments = "result_of_assessments",
        Restrictions = "restrictions",
        Proceedings = "proceedings", School = "school", Complaint = "how_to_complain",
        Remedy = "remedy_and_compensation", Identity = "identity_status", Journey = "journey",
        HelpThere = "help_after_the_return", Plan = "reintegration_plan", Challenge = "how_to_challenge",
        CarePlan = "plan", Closing = "closing", Other = "other",
    }
    /// How information was given.
    InformationForm "information_form" {
        Spoken = "spoken", Interpreter = "spoken_with_interpreter", Written = "written", Pictures = "pictures",
    }
    /// To what a child agrees or objects.
    ConsentSubject "consent_subject" {
        Placement = "placement", Service = "service", Measure = "measure", Interview = "interview",
        Sharing = "sharing_information", Other = "other",
    }
    /// What a child answers.
    ConsentAnswer "consent_answer" {
        Consents = "consents", Assents = "assents", Objects = "objects", Undecided = "undecided",
    }
    /// What or whom a complaint is about.
    ComplaintAbout "complaint_about" {
        Placement = "placement", Carer = "carer", Guardian = "guardian", Caseworker = "caseworker",
        Decision = "decision", Restriction = "restriction", Interview = "interview", Service = "service",
        Other = "other",
    }
    /// What an interview is for.
    InterviewPurpose "interview_purpose" {
        Forensic = "forensic", Protection = "protection", Asylum = "asylum", Other = "other",
    }
    /// What an interview is about.
    InterviewTopic "interview_topic" {
        Exploitation = "exploitation", Journey = "journey", Family = "family", Identity = "identity_and_age",
        Asylum = "grounds_of_asylum", Health = "health", Life = "life_now",
    }
    /// Where an interview is held.
    InterviewPlace "interview_place" {
        ChildHouse = "child_house", Home = "where_the_child_lives", Police = "police_station", Court = "court",
        Office = "office", Other = "other",
    }
    /// Who is present when a child speaks.
    PresentPerson "present_person" {
        Guardian = "guardian", Lawyer = "lawyer", Chosen = "chosen_adult", Parent = "parent", Relative = "relative",
        OtherAdult = "other_adult", Interpreter = "interpreter", HomeInterpreter = "interpreter_from_home_community",
        Psychologist = "psychologist", Caseworker = "caseworker", NobodyElse = "nobody_else",
    }
    /// Who stands at the child's side in an interview.
    AtSide "at_side" {
        Guardian = "guardian", Lawyer = "lawyer", Chosen = "chosen_adult", Parent = "parent", Nobody = "nobody",
    }
    /// What a house rule concerns.
    HouseRule "house_rule" {
        Phone = "phone", Internet = "internet", GoingOut = "going_out", Visitors = "visitors", Money = "money",
        Belongings = "belongings", Day = "order_of_the_day", Other = "other",
    }
    /// What a needs assessment speaks of (OSCE OP9 §4.1.2).
    NeedsContent "needs_content" {
        Gender = "gender", Age = "age", Maturity = "maturity", HowLong = "how_long", HowExploited = "how_exploited",
        Harm = "harm", Tonight = "sleeps_tonight", Medium = "sleeps_medium_term", Long = "sleeps_long_term",
        Care = "alternative_care",
    }
    /// How a search for the family stands.
    TracingResult "tracing_result" {
        UnderWay = "under_way", Found = "found", NotFound = "not_found", Stopped = "stopped",
    }
    /// An element of best interests (OSCE OP9 Rec 6).
    BestInterestsElement "best_interests_element" {
        Views = "views", Identity = "identity", Family = "family_and_relations",
        Care = "care_protection_safety", Vulnerability = "vulnerability", Health = "health", Education = "education",
    }
    /// Before which decision best interests are assessed.
    BestInterestsOccasion "best_interests_occasion" {
        Care = "interim_care", Accommodation = "type_of_accommodation", Solution = "solution",
        Separation = "separation_from_family", Liberty = "restriction_of_liberty",
        Other = "other_decision",
    }
    /// A profession that took part in an assessment.
    Profession "profession" {
        ChildProtection = "child_protection", Health = "health", Psychology = "psychology", Education = "education",
        Law = "law", Culture = "cultural_mediation", Police = "police", Other = "other",
    }
    /// By whom a child is said to be harmed.
    AllegedPerson "alleged_person" {
        Staff = "staff", Carer = "carer", Child = "another_child", Adult = "adult_in_the_place", Other = "other",
    }
    /// What came of an allegation.
    AllegationOutcome "allegation_outcome" {
        Confirmed = "confirmed", NotConfirmed = "not_confirmed", Unclear = "unclear",
    }
    /// A service (Palermo Protocol 6(3); OSCE OP9 §2.4.5, 4.3).
    Service "service" {
        Housing = "housing", Medical = "medical", Psychological = "psychological", Material = "material",
        Legal = "legal", Education = "education", Training = "training", Work = "work_preparation",
        Interpreting = "interpreting", Recovery = "recovery_programme", Family = "family_support", Other = "other",
    }
    /// How a service ended.
    ServiceEnd "service_end" {
        Completed = "completed", ByChild = "refused_by_child", ByProvider = "refused_by_provider",
        Limited = "limited", NotNeeded = "no_longer_needed", Moved = "moved", Other = "other",
    }
    /// School, training or preparation for work.
    Schooling "schooling" {
        School = "school", GoesOn = "goes_on_in_the_same_school", Preparatory = "preparatory_class",
        Training = "training", Work = "work_preparation",
    }
    /// An area of need.
    NeedArea "need_area" {
        Safety = "safety", Shelter = "shelter", Health = "health", Psychological = "psychological", Legal = "legal",
        Education = "education", Material = "material", Family = "family", Language = "language",
    }
    /// Why a risk assessment was made now.
    RiskOccasion "risk_occasion" {
        Identified = "identified", Moved = "moved", Return = "return", Found = "found_after_missing",
        Recovery = "stage_of_recovery", Event = "event",
    }
    /// A risk (OSCE OP9 §4.1.2, 4.2, 4.5).
    RiskKind "risk_kind" {
        Retrafficking = "return_to_trafficker", Calls = "calls", Debt = "debt", Oath = "ritual_oath",
        Questioning = "repeated_questioning", Staff = "abuse_by_staff", Peers = "abuse_by_children",
        Adults = "adults_in_the_place", Missing = "going_missing", Family = "family_involved",
        Place = "conditions_at_destination", Online = "online_contact", Other = "other",
    }
    /// What a social inquiry asks the place of origin (OSCE OP9 §4.1.1, 4.5.2).
    InquiryTopic "inquiry_topic" {
        Identity = "identity", Nationality = "nationality", Whereabouts = "where_the_family_is",
        Family = "family_and_care", PastProtection = "past_protection", Exploitation = "exploitation",
        Retrafficking = "risk_of_retrafficking", Proposal = "proposal_for_a_solution",
        Surroundings = "surroundings", Involvement = "family_involvement",
    }
    /// A three-step level.
    Level "level" { Low = "low", Medium = "medium", High = "high" }
    /// Where a child lives: the five types of UN Guidelines 29, and what is none of them.
    PlacementKind "placement_kind" {
        Kinship = "kinship", Foster = "foster", FamilyBased = "other_family_based",
        ResidentialEmergency = "residential_emergency", ResidentialShort = "residential_short",
        ResidentialLong = "residential_long", Independent = "supervised_independent",
        Reception = "general_reception_centre", AdultPlace = "adult_accommodation",
        PoliceCell = "police_cell", Prison = "prison", Detention = "detention_centre",
    }
    /// Why a placement ended.
    PlacementEnd "placement_end" {
        Moved = "moved", Home = "went_home", Eighteen = "turned_18", Left = "left_by_own_choice",
        Departs = "leaves_the_country", Other = "other",
    }
    /// What restricts liberty.
    LibertyMeasure "liberty_measure" {
        Closed = "closed_placement", Movement = "movement", Phone = "phone", Internet = "internet",
        LeavingCountry = "leaving_the_country",
    }
    /// What a determination chose.
    Solution "solution" {
        Return = "return", Stay = "integration", Third = "third_country", Deferred = "deferred",
    }
    /// Who was heard in a determination.
    HeardParty "heard_party" {
        Child = "child", Guardian = "guardian", Lawyer = "lawyer", Parent = "parent", Carer = "carer",
        Police = "police", Migration = "migration_authority", Origin = "service_in_origin",
    }
    // Placement, liberty, missing.

    /// How near to the family or home a child lives (UN Guidelines 11).
    Nearness "nearness" {
        Near = "near", Safety = "far_for_safety", NoPlace = "far_no_nearer_place", Elsewhere = "family_elsewhere",
        Unknown = "not_known",
    }
    /// Why a child lives in neither a family nor a flat with support (JGC 3/22 §32(f)).
    InsteadOfFamily "instead_of_family" {
        NoneFree = "no_family_free", Wishes = "child_wishes", Special = "special_care", Safety = "safety",
        Siblings = "with_siblings", Unconsidered = "not_considered",
    }
    /// What a provider has so that children are safe there (OSCE OP9 §4.2).
    ProviderAssurance "provider_assurance" {
        Policy = "conduct_policy", Reporting = "reporting_procedure", Minimum = "minimum_standards",
        Audit = "self_audit",
    }
    /// Who decides that a child is taken out of the family (OSCE OP9 §5.3.1).
    RemovalDecider "removal_decider" {
        Court = "court", Lead = "lead_authority", Police = "police", Other = "other_authority",
    }
    /// What an assessment on removal or care looks at (UN Guidelines 58; OSCE OP9 §4.1.3).
    CareContent "care_content" {
        Safety = "safety_now", Development = "later_development", Stage = "stage_of_development",
        Health = "health_history", Special = "special_needs", Surroundings = "family_and_surroundings",
        Origin = "origin_culture_language_religion",
    }
    /// What came of contact between child and family.
    FamilyContactKind "family_contact_kind" {
        TookPlace = "took_place", Arranged = "arranged", ChildDeclined = "child_declined",
        FamilyDeclined = "family_declined", AgainstInterests = "against_interests", Unknown = "family_not_known",
    }
    /// Where somebody lives after alternative care.
    AfterCare "after_care" {
        Parents = "with_parents", Relatives = "with_relatives", Own = "own_flat", Shared = "shared_flat",
        Partner = "with_partner", OtherState = "other_state", NotKnown = "not_known", Other = "other",
    }
    /// What alternative care did for a child.
    CareEffect "care_effect" { Better = "better", Mixed = "mixed", Worse = "worse", NotKnown = "not_known" }
    /// About which child others were asked.
    AskedAbout "asked_about" { Missing = "missing_child", Found = "found_child" }
    /// Who is asked about a missing or found child.
    AskedParty "asked_party" {
        Police = "police", Near = "authorities_nearby", Country = "authorities_everywhere", Ngo = "specialised_ngo",
        Hotline = "hotline", OtherState = "other_state", Other = "other",
    }
    /// What came of asking.
    MatchResult "match_result" { Match = "match", NoMatch = "no_match", Awaited = "awaited" }
    /// How it stands with a public appeal.
    AppealState "appeal_state" {
        AskedFor = "asked_for", Approved = "approved", Refused = "refused", ByOthers = "published_by_others",
        TakenDown = "taken_down",
    }
    /// What a public appeal shows.
    AppealContent "appeal_content" {
        Face = "face", Name = "name", Age = "age", Description = "description", Nationality = "nationality",
        Place = "place", Other = "other",
    }
    /// Who takes part in a meeting on a missing child.
    MeetingParty "meeting_party" {
        ChildProtection = "child_protection", Police = "police", Carer = "carer", Guardian = "guardian",
        Health = "health", School = "school", Lawyer = "lawyer", Ngo = "specialised_ngo", Other = "other",
    }
    /// How a missing episode ended.
    EpisodeEnd "episode_end" {
        Back = "came_back", Police = "found_by_police", Others = "found_by_others", NotMissing = "was_not_missing",
        Other = "other",
    }
    /// How a day was.
    DayMood "day_mood" { Good = "good", Mixed = "mixed", Bad = "bad" }
    /// What may endanger a child in care (OSCE OP9 §4.2, 6.4.1).
    ConcernKind "concern_kind" {
        Stranger = "stranger_nearby", Calls = "calls_or_messages", Gifts = "gifts_or_money", Online = "online_contact",
        Violence = "violence", SelfHarm = "self_harm", Leaves = "talks_of_leaving", Other = "other",
    }

    // Status and best interests.
    /// How it stands with a right to stay.
    StatusState "status_state" {
        None = "none", Requested = "requested", Granted = "granted", Renewed = "renewed", Expired = "expired",
    }
    /// A right to stay (OSCE OP9 §4.3.1; JGC 4/23 §43).
    StatusKind "status_kind" {
        National = "national", Temporary = "temporary_permit", Reflection = "reflection_permit",
        Asylum = "asylum", Humanitarian = "humanitarian", Residence = "residence_permit",
        Permanent = "permanent", Tolerated = "tolerated", Other = "other",
    }
    /// On what a right to stay depends.
    StatusCondition "status_condition" {
        None = "none", Cooperation = "co_operation", Proceedings = "proceedings", Place = "place_of_residence",
        Reporting = "reporting", Other = "other",
    }
    /// What the child is in proceedings.
    ProceedingsRole "proceedings_role" {
        Accused = "accused", Witness = "witness", Injured = "injured_party", Compensation = "claims_compensation",
        Challenges = "challenges_a_decision", Other = "other",
    }
    /// The kind of proceedings.
    ProceedingsKind "proceedings_kind" {
        Criminal = "criminal", Administrative = "administrative", Civil = "civil",
    }
    /// How proceedings stand.
    ProceedingsState "proceedings_state" { Opened = "opened", Dropped = "dropped", Decided = "decided" }
    /// What an authority does to the family because of migration status (JGC 3/22 §32(e), (g)).
    FamilyMeasureKind "family_measure_kind" {
        Expelled = "family_expelled", Deported = "parent_deported", Detained = "parent_detained",
    }
    /// How far a measure has come.
    MeasureState "measure_state" {
        Considered = "considered", Ordered = "ordered", Done = "carried_out", Lifted = "lifted",
    }
    /// A question of fundamental weight that is not the solution.
    DeterminationQuestion "determination_question" {
        Separation = "separation", Adoption = "adoption", Expelled = "family_expelled",
        Deported = "parent_deported", Detained = "parent_detained", Other = "other",
    }
    /// For which question a panel is convened.
    PanelAbout "panel_about" { Solution = "solution", Question = "other_question" }
    /// From where a member of a panel comes.
    PanelAgency "panel_agency" {
        ChildProtection = "child_protection", Health = "health", Education = "education", Justice = "justice",
        Municipality = "municipality", Ngo = "ngo", Origin = "place_of_origin", Police = "police",
        Migration = "migration_authority", Other = "other",
    }
    /// An option for the child's future (OSCE 2005 Add. 4; JGC 3/22 §32(j)).
    SolutionOption "solution_option" {
        Return = "return", Stay = "integration", Third = "third_country", Medium = "medium_term", Other = "other",
    }
    /// What came of an option.
    OptionOutcome "option_outcome" { Best = "seems_best", Possible = "possible", Excluded = "excluded" }
    /// What is looked at in an option (GC6 §84; OSCE OP9 §4.5).
    OptionFactor "option_factor" {
        Safety = "safety_and_conditions", Carer = "who_would_care", Home = "violence_or_poverty_at_home",
        Insecurity = "insecurity", Traffickers = "traffickers_at_large", Feasible = "feasibility",
        Views = "views", Continuity = "continuity_of_care", Relations = "relationships", Future = "future",
    }
    /// What a solution must bring with it (OSCE OP9 §5.2).
    SolutionStandard "solution_standard" {
        Continuity = "continuity_of_care", Safety = "safe_environment", Relations = "stable_relationships",
        Future = "plans_for_the_future",
    }
    /// On what the effect of a measure is examined (JGC 3/22 §32(g)).
    ImpactArea "impact_area" {
        Rights = "rights", Development = "development", Mental = "mental_health", Family = "family_life",
        School = "school", Other = "other",
    }
    /// Who asks that a determination be reviewed.
    ChallengedBy "challenged_by" {
        Child = "child", Guardian = "guardian", Lawyer = "lawyer", Parent = "parent", Lead = "lead_authority",
        Origin = "service_in_origin", Other = "other",
    }
    /// Why a determination is to be reviewed.
    ChallengeGround "challenge_ground" {
        NewFacts = "new_facts", NotHeard = "child_not_heard", Procedure = "procedure", Wrong = "wrong_in_substance",
        NotCarriedOut = "cannot_be_carried_out", Other = "other",
    }
    /// What came of a review.
    ReviewOutcome "review_outcome" { Upheld = "upheld", Reopened = "reopened", Withdrawn = "challenge_withdrawn" }
    /// Where somebody of the child's people lives.
    PersonLives "person_lives" { Here = "here", Origin = "place_of_origin", Elsewhere = "elsewhere", Unknown = "unknown" }
    // Plan and closing.
    /// A plan with the child. The reintegration plan belongs to the return.
    PlanKind "plan_kind" { Care = "care_plan", LifeProject = "life_project" }
    /// What a goal of a plan is for (OSCE OP9 §6.1).
    GoalArea "goal_area" {
        Home = "stable_and_safe_home", Living = "standard_of_living", Health = "mental_and_physical_health",
        Chances = "personal_social_and_economic_chances", Support = "social_and_emotional_support",
        Belonging = "belonging",
    }
    /// How it stands with a goal.
    GoalState "goal_state" {
        Progressed = "progressed", Met = "met", Dropped = "dropped", HandedOver = "handed_over",
    }
    /// What a life project speaks of (OSCE OP9 §6.2.1).
    LifeProjectContent "life_project_content" {
        Expectations = "expectations", Wishes = "wishes", Perceptions = "perceptions",
        Context = "political_legal_and_social_cultural_context", Chances = "chances", Support = "support",
        Staying = "possibility_of_staying", Integrating = "possibility_of_integrating",
        ChildCommits = "commitments_of_the_child", AuthorityCommits = "commitments_of_the_authority",
    }
    /// Who signs a plan.
    Signatory "signatory" {
        Child = "child", Service = "service", Guardian = "guardian", Parent = "parent", Other = "other",
    }
    /// What a review of a plan says.
    PlanReview "plan_review" { GoesOn = "goes_on", Changed = "changed", Ends = "ends" }
    /// What became of an offer to transfer a case.
    TransferAnswer "transfer_answer" { Accepted = "accepted", Refused = "refused", TakenBack = "taken_back" }
    /// On what ground a case is closed. There is no other: neither going missing nor a birthday closes one.
    ClosingGround "closing_ground" {
        Held = "solution_held", Transferred = "transferred", Adult = "found_to_be_an_adult", Died = "died",
        Joined = "joined_to_another_case",
    }
    /// Why a closed case is reopened.
    ReopeningReason "reopening_reason" {
        Asks = "child_asks", Harm = "new_harm_or_risk", Failed = "solution_failed",
        ComeBack = "came_back_after_transfer", Found = "found_again", Mistake = "closed_by_mistake", Other = "other",
    }
    /// Which of two cases of one child goes on.
    WhichCase "which_case" { This = "this_case", Other = "other_case" }
    /// What kind of information leaves the agency.
    Disclosed "disclosed" {
        Identity = "identity", Location = "location", Family = "family", Health = "health",
        Account = "what_was_done_to_the_child", Report = "report_of_violence", Views = "what_the_child_says",
        Status = "legal_status", Plan = "plan_or_assessment", Picture = "picture", Other = "other",
    }
    /// For what information about a child is given or used.
    InformationPurpose "information_purpose" {
        Care = "care_and_protection", BestInterests = "best_interests_decision", Tracing = "family_tracing",
        Missing = "search_for_a_missing_child", Prosecution = "prosecution", Status = "residence_or_asylum",
        Enforcement = "immigration_enforcement", Oversight = "oversight", Research = "research_or_figures",
        Public = "publication", Other = "other",
    }
    /// What kind of paper belongs to a case.
    PaperKind "paper_kind" {
        Decision = "decision", Report = "report", Medical = "medical", Identity = "identity", Letter = "letter",
        Picture = "picture", Recording = "recording", Plan = "plan", Other = "other",
    }
    /// Who was told that somebody looked into a case in an emergency.
    ToldOfAccess "told_of_access" {
        Supervisor = "supervisor", Guardian = "guardian", DataProtection = "data_protection_officer",
        Child = "child",
    }
    // Across borders and return.
    /// Through whose hands an inquiry goes (OSCE OP9 §4.5.2).
    InquiryHand "inquiry_hand" {
        Focal = "focal_point", Central = "central_authority", Regional = "regional_authority",
        Local = "local_service", Consulate = "consulate", Police = "police", Ngo = "ngo", Other = "other",
    }
    /// Why a consulate or embassy is contacted.
    ConsularPurpose "consular_purpose" {
        Papers = "papers", Nationality = "nationality", Inquiry = "inquiry", Return = "return", Help = "help",
        Other = "other",
    }
    /// Where a child lives after a return.
    ReturnCare "return_care" {
        Parents = "parents", Relatives = "relatives", Foster = "foster", Residential = "residential",
        Independent = "supervised_independent",
    }
    /// What a reintegration plan provides for (JGC 3/22 §32(k)).
    ReintegrationContent "reintegration_content" {
        AtOnce = "protection_at_once", LongTerm = "long_term", Education = "education", Health = "health",
        Psychosocial = "psychosocial", Family = "family_life", Inclusion = "social_inclusion",
        Justice = "access_to_justice", Violence = "safety_from_violence",
    }
    /// What somebody who travels with a child is to the child.
    EscortRole "escort_role" {
        Social = "social_worker", Guardian = "guardian", Carer = "carer", Medical = "medical",
        Parent = "parent", Relative = "relative", Official = "official", Other = "other",
    }
    /// What a report speaks of after a return (OSCE OP9 §7.2, 7.3).
    AfterReturn "after_return" {
        Safety = "safety", Recovery = "recovery", Stigma = "no_stigma_or_persecution", Protection = "protection",
        Health = "health", Psychosocial = "psychosocial", School = "school", Legal = "legal_help",
        Compensation = "compensation",
    }
    /// Why nobody reports after a return any longer.
    MonitoringEnd "monitoring_end" {
        Over = "agreed_period_over", Eighteen = "turned_18", Moved = "moved_away", Back = "met_again",
        Other = "other",
    }
    /// Where a child was met again who had been returned.
    MetAgainWhere "met_again_where" {
        Street = "in_the_street", Abroad = "abroad", Exploited = "where_children_are_exploited",
        Border = "at_a_border", Other = "other",
    }
    // The authority.
    /// A kind of agency: the types of organisation of HTCDS, with the police and the border apart.
    AgencyKind "agency_kind" {
        ChildProtection = "child_protection", Police = "police", Border = "border", Migration = "migration",
        Health = "health", School = "school", Justice = "justice", Legal = "legal_service",
        CentralGovernment = "central_government", LocalGovernment = "local_government", Ngo = "ngo",
        Business = "business", Other = "other",
    }
    /// What a child-safeguarding policy covers (OSCE OP9 §4.2, Rec. accommodation 1).
    PolicyContent "policy_content" {
        Conduct = "expected_conduct", Reporting = "reporting_procedure", Standards = "minimum_standards",
    }
    /// Who is trained (JGC 4/23 §43).
    TrainedGroup "trained_group" {
        SocialWorkers = "social_workers", BorderPolice = "border_police", Police = "police", Lawyers = "lawyers",
        Health = "health_staff", Guardians = "guardians", Carers = "carers", Teachers = "teachers",
        Interpreters = "interpreters", Other = "other",
    }
    /// Between whom an agreement is.
    AgreementKind "agreement_kind" { Agencies = "between_agencies", States = "between_states" }
    /// What a referral channel for children knows (OSCE OP9 Rec. decisions 2; OSCE 2005 Add. 1).
    ChannelContent "channel_content" {
        Exploitation = "exploitation_of_children", Rights = "needs_and_rights", Quick = "quick_referral",
        CivilSociety = "civil_society",
    }
    /// What a best-interests procedure is and holds (OSCE OP9 Rec. decisions 3; JGC 3/22 §32(d)).
    ProcedureContent "procedure_content" {
        Written = "written", Multidisciplinary = "multidisciplinary", Assessment = "criteria_for_assessment",
        Determination = "criteria_for_determination", Guidance = "guidance_for_all", Always = "applied_every_time",
        Monitored = "monitored",
    }
    /// What must be assessed before a return.
    ReturnAssessment "return_assessment" { Risk = "risk", Security = "security" }
    /// What a focal point does (OSCE OP9 Rec. returns 2, §4.5.2).
    FocalPointTask "focal_point_task" {
        Trafficked = "requests_on_trafficked_children", Alone = "requests_on_unaccompanied_children",
        PassesOn = "passes_on_rapidly", Knows = "knows_contacts_elsewhere", Central = "central_agency",
        Shared = "list_shared",
    }
    /// What an independent review of restrictions asks (OSCE OP9 Rec. accommodation 5).
    ReviewQuestion "review_question" { Essential = "were_they_essential", Effect = "effect_on_children" }
    /// Against which standards a provider audits itself.
    ProviderStandard "provider_standard" {
        Kcs2006 = "keeping_children_safe_2006", Kcs2014 = "keeping_children_safe_2014", National = "national",
        Other = "other",
    }
    /// On what ground a safeguard was set aside.
    OverrideGround "override_ground" { Court = "court", Reasoned = "reasoned" }
    /// How a record came about: our own act not yet done, or what has happened or another did.
    Basis "basis" { Deciding = "deciding", Reported = "reported" }
}

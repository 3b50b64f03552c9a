//! The case page: how is this child, what must happen next, what may not happen?

use super::duty::{DutyState, DutyView, SourceList};
use super::frame::Frame;
use super::safeguard::BlockedStep;
use super::search::KnownView;
use super::strip::Strip;
use crate::dates::Stamp;
use crate::words::{Pick, Words};
use askama::Template;
use jiff::civil::Date;
use tutela_domain::codes::{ClosingGround, Level, Relation, Topic};
use tutela_domain::fields::Code;
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;
use tutela_domain::value::Truth;

/// What names a case on its pages. Addresses and titles hold the id only.
#[derive(Clone, Debug)]
pub struct CaseHead {
    /// The random id.
    pub id: String,
    /// The name under which it is shown.
    pub pseudonym: String,
    /// The reference of the authority.
    pub reference: String,
}

impl CaseHead {
    /// Whether it is the authority's book and no case.
    fn is_book(&self) -> bool {
        self.id == CaseId::AUTHORITY.to_string()
    }

    /// The address of the case page, or of the authority's.
    pub fn address(&self) -> String {
        if self.is_book() {
            return "/authority".to_owned();
        }
        self.below("")
    }

    /// The address of a page below it.
    pub fn below(&self, path: &str) -> String {
        format!("/cases/{}{path}", self.id)
    }

    /// The words of the way back to it.
    pub fn back_key(&self) -> &'static str {
        if self.is_book() {
            "back-to-authority"
        } else {
            "back-to-case"
        }
    }

    /// The words of the way to it from a receipt.
    pub fn go_key(&self) -> &'static str {
        if self.is_book() {
            "receipt-to-authority"
        } else {
            "receipt-to-case"
        }
    }

    /// The words of the way to it that leaves a form.
    pub fn leave_key(&self) -> &'static str {
        if self.is_book() {
            "conflict-leave-authority"
        } else {
            "conflict-leave"
        }
    }

    /// The address of the form that records `record`.
    pub fn form(&self, record: impl Pick<RecordType>) -> String {
        format!("/cases/{}/record/{}", self.id, record.pick().name())
    }

    /// The address of the page of an entry.
    pub fn entry(&self, number: impl Pick<u64>) -> String {
        format!("/cases/{}/entries/{}", self.id, number.pick())
    }
}

/// What is known of the age.
#[derive(Clone, Debug)]
pub struct AgeView {
    /// How it is known.
    pub status: AgeStatus,
    /// The lowest likely age.
    pub from: Option<u32>,
    /// The highest likely age.
    pub to: Option<u32>,
    /// The source of the presumption.
    pub source: Option<String>,
}

/// How the age is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeStatus {
    /// Presumed to be a child; not verified.
    PresumedChild,
    /// Verified to be a child.
    VerifiedChild,
    /// Verified to be an adult.
    VerifiedAdult,
}

impl AgeView {
    /// "Presumed child, about 15".
    pub fn headline(&self, words: &Words) -> String {
        let who = words.t(match self.status {
            AgeStatus::PresumedChild => "age-presumed",
            AgeStatus::VerifiedChild => "age-child",
            AgeStatus::VerifiedAdult => "age-adult",
        });
        match (self.from, self.to) {
            (Some(from), Some(to)) if from != to => words.with(
                "age-between",
                &[
                    ("who", who.into()),
                    ("from", from.to_string().into()),
                    ("to", to.to_string().into()),
                ],
            ),
            (Some(age), _) | (None, Some(age)) if self.status == AgeStatus::PresumedChild => {
                words.t2("age-about", "who", &who, "age", age.to_string())
            }
            (Some(age), _) | (None, Some(age)) => words.t2("age-exactly", "who", &who, "age", age.to_string()),
            (None, None) => who,
        }
    }

    /// "Not verified. All protections for a child apply."
    pub fn note(&self, words: &Words) -> String {
        words.t(match self.status {
            AgeStatus::PresumedChild => "age-presumed-note",
            AgeStatus::VerifiedChild => "age-child-note",
            AgeStatus::VerifiedAdult => "age-adult-note",
        })
    }
}

/// Whether the child is missing.
#[derive(Clone, Debug)]
pub struct MissingView {
    /// Since when the child is missing now.
    pub since: Option<Stamp>,
    /// The newest earlier time: from and to.
    pub last: Option<(Stamp, Stamp)>,
}

/// How far a return has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnStage {
    /// Nobody decided on it.
    NotChosen,
    /// Chosen by a determination, not authorised.
    Chosen,
    /// Authorised.
    Authorised,
    /// The child has left.
    Departed,
}

impl ReturnStage {
    /// The locale key.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotChosen => "return-not_chosen",
            Self::Chosen => "return-chosen",
            Self::Authorised => "return-authorised",
            Self::Departed => "return-departed",
        }
    }
}

/// Who the child is, and what is dangerous now.
#[derive(Clone, Debug)]
pub struct Banner {
    /// The highest level of risk of the newest assessment.
    pub risk: Option<Level>,
    /// The age.
    pub age: AgeView,
    /// Missing or not.
    pub missing: MissingView,
    /// The return.
    pub returning: ReturnStage,
    /// How many safeguards of the return are missing.
    pub return_missing: u32,
    /// The languages of the child.
    pub speaks: Option<String>,
    /// What nobody may do, in full sentences.
    pub do_not: Vec<String>,
    /// The acts offered at once; the first is the grave one.
    pub acts: Vec<RecordType>,
}

impl Banner {
    /// The class of the tag that shows the risk.
    pub fn risk_class(&self) -> &'static str {
        match self.risk {
            Some(Level::High) => "t-tag t-tag--red",
            Some(Level::Medium) => "t-tag t-tag--amber",
            _ => "t-tag",
        }
    }

    /// Whether a return was chosen whose safeguards are missing.
    pub fn is_return_held(&self) -> bool {
        self.returning == ReturnStage::Chosen && self.return_missing > 0
    }

    /// The locale key of the risk.
    pub fn risk_key(&self) -> &'static str {
        match self.risk {
            Some(Level::High) => "risk-high",
            Some(Level::Medium) => "risk-medium",
            Some(Level::Low) => "risk-low",
            None => "risk-unknown",
        }
    }
}

/// That the case is closed.
#[derive(Clone, Debug)]
pub struct ClosedView {
    /// On which ground.
    pub ground: ClosingGround,
    /// When.
    pub at: Stamp,
    /// The entry that closed it.
    pub entry: u64,
    /// To whom the child can turn.
    pub turns_to: Option<String>,
}

impl ClosedView {
    /// "Closed on 3 June 2026: the solution has been carried out and holds."
    pub fn sentence(&self, words: &Words) -> String {
        let ground = words.code("closing_ground", self.ground.code());
        words.t2("case-closed", "at", words.stamp(&self.at), "ground", ground)
    }
}

/// A step of the path of the case.
#[derive(Clone, Debug)]
pub struct PathStep {
    /// The stage, by its locale key without `stage-`.
    pub stage: &'static str,
    /// Where the case stands to it.
    pub state: StepState,
}

/// Where the case stands to a step of its path.
#[derive(Clone, Debug)]
pub enum StepState {
    /// Reached, and when.
    Reached(Option<Date>),
    /// The case is here.
    Now,
    /// Later.
    Later,
    /// Later, and safeguards are missing before it opens.
    Closed(u32),
}

impl PathStep {
    /// The words of the stage.
    pub fn title(&self, words: &Words) -> String {
        words.t(&format!("stage-{}", self.stage))
    }

    /// The words of the state.
    pub fn state_words(&self, words: &Words) -> String {
        match &self.state {
            StepState::Reached(Some(day)) => words.t1("step-reached-on", "day", words.short_day(day)),
            StepState::Reached(None) => words.t("step-reached"),
            StepState::Now => words.t("step-now"),
            StepState::Later => words.t("step-later"),
            StepState::Closed(missing) => words.t1("step-closed", "missing", missing),
        }
    }

    /// The class of the drawing.
    pub fn class(&self) -> &'static str {
        match self.state {
            StepState::Reached(_) => "is-done",
            StepState::Now => "is-now",
            StepState::Later => "is-later",
            StepState::Closed(_) => "is-gate",
        }
    }

    /// Whether the case is here.
    pub fn is_now(&self) -> bool {
        matches!(self.state, StepState::Now)
    }

    /// Whether the step has been reached and left.
    pub fn is_reached(&self) -> bool {
        matches!(self.state, StepState::Reached(_))
    }

    /// Whether safeguards are missing before it opens.
    pub fn is_closed(&self) -> bool {
        matches!(self.state, StepState::Closed(_))
    }
}

/// A condition beside the stage.
#[derive(Clone, Debug)]
pub enum Condition {
    /// A guardian is in office since.
    Guardian(Stamp),
    /// No guardian is in office, since when if there was one.
    NoGuardian(Option<Stamp>),
    /// The child is missing since.
    Missing(Stamp),
    /// Liberty is restricted since.
    LibertyRestricted(Stamp),
}

impl Condition {
    /// In words.
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::Guardian(since) => words.t1("condition-guardian", "since", words.stamp(since)),
            Self::NoGuardian(Some(since)) => words.t1("condition-no-guardian-since", "since", words.stamp(since)),
            Self::NoGuardian(None) => words.t("condition-no-guardian"),
            Self::Missing(since) => words.t1("condition-missing", "since", words.stamp(since)),
            Self::LibertyRestricted(since) => words.t1("condition-liberty", "since", words.stamp(since)),
        }
    }

    /// Whether it needs attention.
    pub fn is_grave(&self) -> bool {
        !matches!(self, Self::Guardian(_))
    }
}

/// A safeguard that was not met when something happened.
#[derive(Clone, Debug)]
pub struct Breach {
    /// What was not met, as a sentence.
    pub sentence: String,
    /// When.
    pub at: Stamp,
    /// The entry that shows it.
    pub entry: u64,
    /// What remedies it.
    pub remedy: Option<RecordType>,
    /// The law.
    pub sources: SourceList,
}

/// What did not go as the law asks and cannot be undone: a breach that was remedied, a duty that was
/// missed, a safeguard that was set aside. It stays on the case.
#[derive(Clone, Debug)]
pub struct PastLine {
    /// What it was.
    pub sentence: String,
    /// What came of it.
    pub note: String,
    /// The entry that shows it.
    pub entry: Option<u64>,
    /// The law.
    pub sources: SourceList,
}

/// Something that a person must look at.
#[derive(Clone, Debug)]
pub struct Alert {
    /// Its id, for the form that concludes it.
    pub id: String,
    /// What it says.
    pub sentence: String,
    /// Since when.
    pub at: Stamp,
    /// The law.
    pub sources: SourceList,
}

/// What the child said, the newest hearing.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The child's own words.
    pub original: String,
    /// The tag of their language, when it is known.
    pub lang: Option<String>,
    /// The language in words.
    pub language: Option<String>,
    /// The translation.
    pub translation: Option<String>,
    /// Who heard the child.
    pub heard_by: String,
    /// When.
    pub at: Stamp,
    /// Who was present.
    pub present: Option<String>,
    /// Whether an independent interpreter took part.
    pub interpreter: Truth,
    /// About what.
    pub topics: Vec<Topic>,
    /// The weight given.
    pub weight: Option<String>,
    /// The entry.
    pub entry: u64,
}

impl Voice {
    /// The tag of the language, when it is one: a wrong one would make a screen reader speak nonsense.
    pub fn lang_tag(&self) -> Option<String> {
        let tag: unic_langid::LanguageIdentifier = self.lang.as_deref()?.parse().ok()?;
        Some(tag.to_string())
    }

    /// The topics in words, joined.
    pub fn topic_words(&self, words: &Words) -> String {
        topics(words, &self.topics)
    }

    /// The locale key of the interpreter's part.
    pub fn interpreter_key(&self) -> &'static str {
        match self.interpreter {
            Truth::True => "voice-interpreter-yes",
            Truth::False => "voice-interpreter-no",
            Truth::Unknown => "voice-interpreter-unknown",
        }
    }
}

/// Topics in words, as one list.
pub fn topics(words: &Words, topics: &[Topic]) -> String {
    let named: Vec<String> = topics.iter().map(|t| words.code("topic", t.code())).collect();
    named.join(&words.t("list-joint"))
}

/// What a person is to the child.
#[derive(Clone, Debug)]
pub enum PersonRole {
    /// Holds an office for the child: guardian, lawyer, caseworker, in words.
    Office(String),
    /// Linked to the child, as recorded.
    Linked(Relation),
}

/// A person around the child.
#[derive(Clone, Debug)]
pub struct PersonView {
    /// What the person is.
    pub role: PersonRole,
    /// The name, when the reader may see it.
    pub name: Option<String>,
    /// The relation in the words of the claim.
    pub claim: Option<String>,
    /// Whether the relation is verified; `None` where there is nothing to verify.
    pub verified: Option<Truth>,
    /// Whether the person may be complicit.
    pub suspected: bool,
    /// Whether the person knows where the child lives.
    pub knows_place: Option<Truth>,
    /// What else there is to say.
    pub note: Option<String>,
    /// The entry.
    pub entry: Option<u64>,
}

impl PersonView {
    /// The role in words.
    pub fn role_words(&self, words: &Words) -> String {
        match &self.role {
            PersonRole::Office(office) => office.clone(),
            PersonRole::Linked(relation) => words.code("relation", relation.code()),
        }
    }

    /// Whether the relation was never verified.
    pub fn is_unverified(&self) -> bool {
        matches!(self.verified, Some(Truth::False | Truth::Unknown))
    }

    /// Whether the person knows where the child lives, or may.
    pub fn may_know_place(&self) -> bool {
        matches!(self.knows_place, Some(Truth::True | Truth::Unknown))
    }
}

/// An event of the case.
#[derive(Clone, Debug)]
pub struct EventView {
    /// The entry.
    pub entry: u64,
    /// What was recorded.
    pub record: RecordType,
    /// What it came to, in a line.
    pub summary: Option<String>,
    /// When it happened.
    pub at: Stamp,
    /// Who recorded it.
    pub by: String,
    /// When it was written, where that is another day.
    pub written: Option<Stamp>,
    /// Its corrections.
    pub corrections: Vec<CorrectionLine>,
}

impl EventView {
    /// Whether it was withdrawn.
    pub fn is_withdrawn(&self) -> bool {
        self.corrections.iter().any(|c| c.withdraws)
    }
}

/// A correction, in a line.
#[derive(Clone, Debug)]
pub struct CorrectionLine {
    /// The entry of the correction.
    pub entry: u64,
    /// When.
    pub at: Stamp,
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
    /// Whether it withdraws the entry altogether.
    pub withdraws: bool,
}

/// Everything on the case page.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// What names it.
    pub head: CaseHead,
    /// Cases whose child may be this one, while nobody has taken the referral.
    pub known: KnownView,
    /// Today, in the zone of the case.
    pub today: Date,
    /// Who the child is, and what is dangerous now.
    pub banner: Banner,
    /// That the case is closed, if it is.
    pub closed: Option<ClosedView>,
    /// The path of the case.
    pub path: Vec<PathStep>,
    /// The conditions beside the stage.
    pub conditions: Vec<Condition>,
    /// The duties that are open, the most urgent first.
    pub duties: Vec<DutyView>,
    /// The duties that are done, handed over or set aside.
    pub settled: Vec<DutyView>,
    /// The steps that are next in this case and not open, shown whole.
    pub blocked: Vec<BlockedStep>,
    /// The other steps that are not open, one line each.
    pub blocked_more: Vec<BlockedStep>,
    /// The breaches.
    pub breaches: Vec<Breach>,
    /// The alerts.
    pub alerts: Vec<Alert>,
    /// What did not go as the law asks, and is past.
    pub past: Vec<PastLine>,
    /// What the child said.
    pub voice: Option<Voice>,
    /// What the child has not been asked yet.
    pub not_asked: Vec<Topic>,
    /// The people.
    pub people: Vec<PersonView>,
    /// The dates ahead.
    pub dates: Vec<super::strip::DateAhead>,
    /// What has happened, the newest first.
    pub events: Vec<EventView>,
}

impl CaseView {
    /// How many duties are overdue.
    pub fn overdue(&self) -> usize {
        self.duties.iter().filter(|d| d.is_overdue()).count()
    }

    /// How many duties fall due today.
    pub fn due_today(&self) -> usize {
        self.duties.iter().filter(|d| d.is_due_today()).count()
    }

    /// The number of the current step, from 1.
    pub fn step(&self) -> usize {
        self.path.iter().position(PathStep::is_now).map_or(0, |at| at + 1)
    }

    /// The words of the current step.
    pub fn stage(&self, words: &Words) -> String {
        self.path
            .iter()
            .find(|s| s.is_now())
            .map_or_else(String::new, |s| s.title(words))
    }

    /// The words of what was not asked.
    pub fn not_asked_words(&self, words: &Words) -> String {
        topics(words, &self.not_asked)
    }
}

/// The case page.
#[derive(Template)]
#[template(path = "case.html")]
pub struct CasePage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The case.
    pub case: &'a CaseView,
    strip: Strip,
}

impl<'a> CasePage<'a> {
    /// The page of a case.
    pub fn new(frame: &'a Frame, case: &'a CaseView) -> Self {
        Self {
            frame,
            case,
            strip: Strip::draw(frame, case.today, &case.dates),
        }
    }
}

//! What a protocol says, compiled: duties, safeguards, alerts, questions, with their sources.
//!
//! The crate `packs` reads the texts and makes these; this crate reckons with them. Nothing here
//! can loop or fail: a condition answers true, false or unknown.

use crate::entry::Entry;
use crate::facts::Fact;
use crate::fields::Control;
use crate::records::RecordType;
use crate::time::{Period, Reckoning};
use crate::value::{Truth, Value};
use crate::view::{Moment, View};
use jiff::Timestamp;
use std::fmt;
use std::sync::Arc;

/// How binding a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// A treaty or a law.
    Binding,
    /// Guidance, a recommendation, a general comment.
    Guidance,
    /// An agreement between agencies or two states.
    Agreement,
}

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The citation, for example `Warsaw 16(7)`.
    pub cite: String,
    /// The instrument's full title.
    pub title: String,
    /// How binding it is.
    pub weight: Weight,
}

/// A version of a pack: which one, since when, until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackVersion {
    /// The pack's id, for example `baseline`.
    pub pack: String,
    /// The version as its authors number it.
    pub version: String,
    /// The hash of the pack's files; each admission keeps the hashes it used.
    pub hash: String,
    /// The first instant at which it is in force; `None` when it always was.
    pub from: Option<Timestamp>,
    /// The instant at which it ends (not in force at it); `None` when it has no end.
    pub until: Option<Timestamp>,
    /// Whether its duties also apply to duties of the version before that are open when it begins.
    pub open_duties: bool,
    /// How it counts days and months.
    pub reckoning: Reckoning,
}

impl PackVersion {
    /// Whether it is in force at an instant. Its validity is half open.
    pub fn in_force(&self, at: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| at < until)
    }
}

/// What every rule has.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its id in the pack, for example `risk-assessment`.
    pub id: String,
    /// The pack version that it stands in.
    pub pack: Arc<PackVersion>,
    /// Its sources, at least one.
    pub sources: Vec<Source>,
    /// Whether the wording of the sources was read by the pack's authors.
    pub checked: bool,
    /// The rule of another pack that it answers, as `pack/id`.
    pub answers: Option<String>,
    /// The file and line, for messages.
    pub place: String,
}

impl Rule {
    /// Its name across packs: `pack/id`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.pack.pack, self.id)
    }

    /// Whether `pack/id` is its name.
    pub fn is_named(&self, name: &str) -> bool {
        let id = name
            .strip_prefix(self.pack.pack.as_str())
            .and_then(|n| n.strip_prefix('/'));
        id == Some(self.id.as_str())
    }

    /// Whether its name or its bare id is meant.
    pub fn is_meant(&self, name: &str) -> bool {
        name == self.id || self.is_named(name)
    }
}

/// What a condition is asked about.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The case at an instant, in both readings of estimated times.
    pub moment: Moment<'a>,
    /// The record that is judged: the step of a safeguard, or what may be the doing of a duty.
    pub this: Option<&'a Entry>,
    /// The record that a duty or an alert answers.
    pub occasion: Option<&'a Entry>,
}

impl<'a> Scope<'a> {
    /// The case at a moment, without a record that is judged.
    pub fn of(moment: Moment<'a>) -> Self {
        Self {
            moment,
            this: None,
            occasion: None,
        }
    }

    /// A fact at this moment.
    pub fn fact(&self, fact: &'static Fact) -> Value {
        self.moment.fact(fact)
    }
}

/// How a condition judges.
pub type Judge = Arc<dyn Fn(&Scope<'_>) -> Truth + Send + Sync>;
/// The instants, as the case stands, at which periods have passed.
pub type Changes = Arc<dyn Fn(&View<'_>) -> Vec<Timestamp> + Send + Sync>;

/// A compiled condition.
#[derive(Clone)]
pub struct Condition {
    /// Its text in the pack.
    pub text: String,
    /// The facts that it reads, each once, by name.
    pub facts: Vec<&'static Fact>,
    /// Whether it speaks of the record that is judged.
    pub of_this: bool,
    /// Whether it speaks of the record that it answers.
    pub of_occasion: bool,
    judge: Judge,
    elapses: Option<Changes>,
}

impl Condition {
    /// A condition from its parts; `elapses` says when the periods that it counts have passed, if it counts any.
    pub fn new(
        text: String,
        facts: Vec<&'static Fact>,
        speaks_of: (bool, bool),
        judge: Judge,
        elapses: Option<Changes>,
    ) -> Self {
        let (of_this, of_occasion) = speaks_of;
        Self {
            text,
            facts,
            of_this,
            of_occasion,
            judge,
            elapses,
        }
    }

    /// Whether it holds.
    pub fn holds(&self, scope: &Scope<'_>) -> Truth {
        (self.judge)(scope)
    }

    /// What says when the periods that it counts have passed, as the case stands in a view. With time alone it changes then, and
    /// when its facts do ([`Fact::changes`]).
    pub fn elapses(&self) -> Option<&Changes> {
        self.elapses.as_ref()
    }
}

impl fmt::Debug for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fact({})", self.name)
    }
}

impl fmt::Debug for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Condition({})", self.text)
    }
}

/// What opens a duty or an alert.
#[derive(Clone, Debug)]
pub enum Opens {
    /// Each record of these types opens one, when the condition holds just after it.
    On(Vec<RecordType>, Option<Condition>),
    /// It stands while the condition holds.
    While(Condition),
}

impl Opens {
    /// The condition, when it stands while one holds.
    pub fn standing(&self) -> Option<&Condition> {
        match self {
            Self::While(condition) => Some(condition),
            Self::On(..) => None,
        }
    }

    /// The record types that open one each, with their condition.
    pub fn occasions(&self) -> Option<(&[RecordType], Option<&Condition>)> {
        match self {
            Self::While(_) => None,
            Self::On(types, when) => Some((types, when.as_ref())),
        }
    }
}

/// How much a duty without a number presses. The words of the law, shown as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// At once.
    AtOnce,
    /// As soon as possible, promptly, without delay.
    Soon,
    /// Per need or per plan.
    Planned,
}

impl Urgency {
    /// Its name in packs and locale keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::AtOnce => "at-once",
            Self::Soon => "soon",
            Self::Planned => "planned",
        }
    }
}

/// By when a duty must be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// The law sets no number: it is open since, and never silently overdue.
    Promptly(Urgency),
    /// By the date that this field of the record that it answers gives; promptly where it gives none.
    OnDate(String, Urgency),
    /// Within a period from its opening.
    Within(Period),
    /// By the end of the local day on which it opened.
    SameDay,
}

/// A number that another pack sets for a duty whose law sets none, or a shorter one.
#[derive(Clone, Debug)]
pub struct Number {
    /// The period that it sets.
    pub within: Period,
    /// The rule that sets it, with its own source: shown as who set the number.
    pub rule: Arc<Rule>,
}

/// What a duty does when its condition is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenUnknown {
    /// It is owed, and so is finding out.
    Owe,
    /// It waits: doing it may harm (tracing, contact with family or consulate).
    Hold,
}

/// What must happen.
#[derive(Clone, Debug)]
pub struct Duty {
    /// Id, pack, sources.
    pub rule: Arc<Rule>,
    /// What opens it.
    pub opens: Opens,
    /// By when.
    pub due: Due,
    /// The record types that do it. Empty: it is done when its condition no longer holds.
    pub done_by: Vec<RecordType>,
    /// For one that is done when its condition no longer holds: the record types that help to it.
    pub supplied_by: Vec<RecordType>,
    /// What ties a doing (`this`) to the record that opened it (`occasion`).
    pub tied: Option<Condition>,
    /// It recurs, this long after the newest doing.
    pub every: Option<Period>,
    /// It is owed no longer, and recurs no longer, once this holds.
    pub until: Option<Condition>,
    /// While this holds it waits for others.
    pub waiting: Option<Condition>,
    /// What an unknown condition means.
    pub unknown: WhenUnknown,
    /// Who must do it: a role or an authority, as in the words of the pack.
    pub who: Arc<str>,
}

impl Duty {
    /// Whether it concerns the authority and no single case: its condition speaks of its counts.
    pub fn is_of_authority(&self) -> bool {
        self.opens
            .standing()
            .is_some_and(|c| c.facts.iter().any(|fact| fact.of_authority))
    }
}

/// Whether and how a safeguard may be overridden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Override {
    /// Never.
    Never,
    /// By a court.
    Court,
    /// By a reasoned decision.
    Reasoned,
}

impl Override {
    /// Its name in packs and locale keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Court => "court",
            Self::Reasoned => "reasoned",
        }
    }
}

/// What must hold before a step is taken.
#[derive(Clone, Debug)]
pub struct Safeguard {
    /// Id, pack, sources.
    pub rule: Arc<Rule>,
    /// The record types that it guards.
    pub steps: Vec<RecordType>,
    /// It applies only when this holds or is unknown.
    pub when: Option<Condition>,
    /// What must be true; unknown is not met.
    pub require: Condition,
    /// What ends a breach of it or pays what was owed: `require` itself unless that speaks of the step.
    pub remedy: Condition,
    /// Who can supply what is missing.
    pub ask: Arc<str>,
    /// The record types by which what is missing is supplied.
    pub supplied_by: Vec<RecordType>,
    /// Whether it can be overridden.
    pub may_override: Override,
    /// Whether an urgent act may owe it.
    pub urgent_owes: bool,
}

impl Safeguard {
    /// Whether it reads a fact to say whether it applies and is met.
    pub fn asks_for(&self, fact: &str) -> bool {
        let conditions = self.when.iter().chain([&self.require]);
        conditions.flat_map(|c| &c.facts).any(|f| f.name == fact)
    }
}

/// What a person must look at.
#[derive(Clone, Debug)]
pub struct Alert {
    /// Id, pack, sources.
    pub rule: Arc<Rule>,
    /// What raises it.
    pub opens: Opens,
    /// For one that a record raises: it stands no longer once this holds.
    pub until: Option<Condition>,
    /// Who looks at it.
    pub who: Arc<str>,
}

/// A question that a pack adds to a record type. It never changes the record's meaning.
#[derive(Clone, Debug)]
pub struct Question {
    /// Id, pack, sources.
    pub rule: Arc<Rule>,
    /// The record type that it is asked with.
    pub record: RecordType,
    /// How it is asked: yes or no, not known included; one line; several lines.
    pub control: Control,
    /// Whether it must be answered.
    pub required: bool,
}

/// The rules of every loaded version of every pack that applies.
#[derive(Clone, Debug, Default)]
pub struct Protocol {
    /// The versions, in the order loaded: the baseline first.
    pub packs: Vec<Arc<PackVersion>>,
    /// The duties.
    pub duties: Vec<Duty>,
    /// Numbers set for duties of other packs, with the name of the duty.
    pub numbers: Vec<(String, Number)>,
    /// The safeguards.
    pub safeguards: Vec<Arc<Safeguard>>,
    /// The alerts.
    pub alerts: Vec<Alert>,
    /// The questions.
    pub questions: Vec<Question>,
}

impl Protocol {
    /// The hashes of the pack versions in force at an instant.
    pub fn hashes_at(&self, at: Timestamp) -> Vec<String> {
        self.packs
            .iter()
            .filter(|p| p.in_force(at))
            .map(|p| p.hash.clone())
            .collect()
    }

    /// The questions asked with a record type at an instant.
    pub fn questions_of(&self, record_type: RecordType, at: Timestamp) -> impl Iterator<Item = &Question> {
        self.questions
            .iter()
            .filter(move |q| q.record == record_type && q.rule.pack.in_force(at))
    }

    /// Whether a rule of that name (`pack/id` or `id`) is a safeguard that guards the record type.
    pub fn safeguard(&self, name: &str, step: RecordType, at: Timestamp) -> Option<&Safeguard> {
        let mut safeguards = self.safeguards.iter().map(Arc::as_ref);
        safeguards.find(|s| s.rule.is_meant(name) && s.steps.contains(&step) && s.rule.pack.in_force(at))
    }
}

//! Where a case stands. The exact definitions, in one place.
//!
//! The stage is derived from what is recorded and never set by hand, so a case also goes back: when
//! the child moves, the risks of the new place are not assessed and the case is no longer *assessed*.
//! A determination that is challenged or reopened chose nothing. What is only estimated counts from its latest time. Guardian, missing and liberty are conditions
//! beside the stage.
//!
//! *Closed* stands apart: a case is closed while a closing stands that no reopening follows, however
//! far it had come; [`crate::assess::assess`] keeps both.

use crate::codes::Solution;
use crate::facts::Fact;
use crate::records::{Record, RecordType};
use crate::value::{Truth, Value};
use crate::view::{Moment, View};
use jiff::Timestamp;

/// The stage of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// A child was referred; the lead has not taken the case, or no grounds are recorded yet.
    Referred,
    /// The lead has the case, and there are reasonable grounds to believe that the child was trafficked.
    Identified,
    /// Needs are assessed, and the risks since the child last moved.
    Assessed,
    /// A solution is being looked for: an inquiry is under way, or a determination awaits facts.
    DeterminationPending,
    /// A determination chose a solution.
    SolutionChosen,
    /// The newest determination chose to stay, and a plan is in force.
    PlanRunning,
    /// A return was decided and is being prepared.
    ReturnPrepared,
    /// The child has left for the place of return.
    Monitoring,
    /// The case was closed and not reopened.
    Closed,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: &[Self] = &[
        Self::Referred,
        Self::Identified,
        Self::Assessed,
        Self::DeterminationPending,
        Self::SolutionChosen,
        Self::PlanRunning,
        Self::ReturnPrepared,
        Self::Monitoring,
        Self::Closed,
    ];

    /// Its name in stories; with `-` for spaces in locale keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::Referred => "referred",
            Self::Identified => "identified",
            Self::Assessed => "assessed",
            Self::DeterminationPending => "determination pending",
            Self::SolutionChosen => "solution chosen",
            Self::PlanRunning => "plan running",
            Self::ReturnPrepared => "return prepared",
            Self::Monitoring => "monitoring",
            Self::Closed => "closed",
        }
    }
}

/// The stage at a moment, as if the case were open.
pub(crate) fn stage(moment: &Moment<'_>) -> Stage {
    let v = &moment.latest;
    let is = |name: &str| Fact::of(name).is_some_and(|f| moment.fact(f).truth().is_true());
    // A return that failed left nothing standing: what follows is found out and decided anew.
    let again = v.latest(&[RecordType::MetAgain]);
    let since = |record| v.latest(&[record]).filter(|e| v.follows(Some(e), again));
    let determined = since(RecordType::DeterminationMade);
    // A determination that is challenged or reopened no longer stands.
    let chosen = is("determination.made");
    let return_decided = since(RecordType::ReturnDecided);
    if is("return.departed") {
        return Stage::Monitoring;
    }
    let pending = determined.is_some_and(|e| solution(&e.record) != Some(Solution::Deferred)) && !chosen;
    if v.follows(return_decided, determined) && !pending {
        return Stage::ReturnPrepared;
    }
    if chosen {
        let stays = determined.is_some_and(|e| solution(&e.record) == Some(Solution::Stay));
        return if stays && is("plan.running") {
            Stage::PlanRunning
        } else {
            Stage::SolutionChosen
        };
    }
    let identified = is("lead.accepted") && is("victim.presumed");
    if identified && is("needs.assessed") && is("risk.current") {
        return if determined.is_some() || inquiring(v) {
            Stage::DeterminationPending
        } else {
            Stage::Assessed
        };
    }
    if identified { Stage::Identified } else { Stage::Referred }
}

fn solution(record: &Record) -> Option<Solution> {
    match record {
        Record::DeterminationMade(d) => Some(d.solution),
        _ => None,
    }
}

fn inquiring(v: &View<'_>) -> bool {
    let again = v.latest(&[RecordType::MetAgain]);
    v.follows(v.latest(&[RecordType::SocialInquiryReceived]), again)
}

/// How guardianship stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guardianship {
    /// A guardian is in office.
    InOffice,
    /// One is needed and there is none.
    Vacant,
    /// None is needed.
    NotNeeded,
    /// It is not known whether one is needed, and there is none.
    Unknown,
}

impl Guardianship {
    /// Its name in stories.
    pub fn name(self) -> &'static str {
        match self {
            Self::InOffice => "in office",
            Self::Vacant => "vacant",
            Self::NotNeeded => "not needed",
            Self::Unknown => "unknown",
        }
    }
}

/// What is so beside the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conditions {
    /// How guardianship stands.
    pub guardian: Guardianship,
    /// Since when the child is missing, at the earliest.
    pub missing_since: Option<Timestamp>,
    /// Whether the child's liberty is restricted. Unknown counts as restricted.
    pub liberty_restricted: bool,
    /// Whether every protection for a child applies.
    pub protected: bool,
    /// Whether the child is under 18.
    pub under_18: Truth,
    /// The earliest and the latest instant at which the child may turn 18, where there is one.
    pub eighteen: (Option<Timestamp>, Option<Timestamp>),
}

/// The conditions at a moment.
pub(crate) fn conditions(moment: &Moment<'_>) -> Conditions {
    let truth = |name: &str| Fact::of(name).map_or(Truth::Unknown, |f| moment.fact(f).truth());
    let instant = |name: &str, v: &View<'_>| match Fact::of(name).map(|f| (f.read)(v)) {
        Some(Value::Instant(at)) => Some(at),
        _ => None,
    };
    let guardian = match (truth("guardian.in_office"), truth("guardian.needed")) {
        (Truth::True, _) => Guardianship::InOffice,
        (_, Truth::True) => Guardianship::Vacant,
        (_, Truth::False) => Guardianship::NotNeeded,
        (_, Truth::Unknown) => Guardianship::Unknown,
    };
    let earliest = instant("child.eighteen_earliest", &moment.earliest);
    let latest = instant("child.eighteen_latest", &moment.latest);
    Conditions {
        guardian,
        missing_since: instant("missing.since", &moment.earliest).or(instant("missing.since", &moment.latest)),
        liberty_restricted: !truth("liberty.restricted").is_false(),
        protected: !truth("child.protected").is_false(),
        under_18: truth("child.under_18"),
        eighteen: (earliest, latest),
    }
}

//! The case page: the banner, the path, and everything below.

use super::Filler;
use crate::dates::Stamp;
use crate::pages::case::{
    AgeStatus, AgeView, Banner, CaseView, ClosedView, Condition, MissingView, PathStep, ReturnStage, StepState,
};
use crate::pages::duty::{self, DutyView};
use crate::pages::safeguard::BlockedStep;
use crate::pages::search::KnownView;
use crate::pages::strip::DateAhead;
use jiff::Timestamp;
use tutela_app::ShownEntry;
use tutela_domain::assess::{DutyInstance, DutyState};
use tutela_domain::codes::{ClosingGround, Level, Solution};
use tutela_domain::fields::{Code, Raw};
use tutela_domain::records::RecordType;
use tutela_domain::rules::Urgency;
use tutela_domain::stage::{Guardianship, Stage};
use tutela_domain::time::day_of;

impl Filler<'_> {
    /// Everything on the case page.
    pub fn case(&self) -> CaseView {
        let now = &self.view.assessment;
        let mut owed: Vec<&DutyInstance> = now.duties.iter().filter(|d| d.state.is_owed()).collect();
        owed.sort_by_key(|d| urgency(d, now.at));
        let duties = self.gathered(&owed);
        let (blocked, blocked_more) = self.blocked_here();
        let settled = now.duties.iter().filter(|d| !d.state.is_owed());
        let mut events: Vec<_> = self.view.entries.iter().map(|e| self.event(e)).collect();
        events.reverse();
        CaseView {
            head: self.head(),
            known: KnownView::default(),
            today: self.today,
            banner: self.banner(),
            closed: self.closed(),
            path: self.path(),
            conditions: self.conditions(),
            dates: owed.iter().filter(|d| d.due.is_some()).map(|d| self.date(d)).collect(),
            duties,
            settled: settled.map(|d| self.duty(d)).collect(),
            blocked,
            blocked_more,
            breaches: now
                .breaches
                .iter()
                .filter(|b| b.stands())
                .map(|b| self.breach(b))
                .collect(),
            alerts: now
                .alerts
                .iter()
                .filter(|a| a.looked_at.is_none())
                .map(|a| self.alert(a))
                .collect(),
            past: self.past(),
            voice: self.voice(),
            not_asked: self.not_asked(),
            people: self.people(),
            events,
        }
    }

    /// The duties in order; those of one rule without a date, which one record does together, as one.
    fn gathered(&self, owed: &[&DutyInstance]) -> Vec<DutyView> {
        let mut gathered: Vec<(&DutyInstance, Vec<&DutyInstance>)> = Vec::new();
        for d in owed {
            let alike = |first: &DutyInstance| {
                first.rule.id == d.rule.id && first.state == d.state && first.due.is_none() && d.due.is_none()
            };
            match gathered.iter_mut().find(|(first, _)| alike(first)) {
                Some((_, more)) => more.push(d),
                None => gathered.push((d, Vec::new())),
            }
        }
        let shown = |(first, more): (&DutyInstance, Vec<&DutyInstance>)| {
            let mut shown = self.duty(first);
            if let Some(newest) = more.iter().map(|d| d.opened).max() {
                let newest = self.words.stamp(&self.at(newest));
                shown.because = Some(
                    self.words
                        .t2("duty-occasions", "count", more.len() + 1, "newest", newest),
                );
            }
            shown
        };
        gathered.into_iter().map(shown).collect()
    }

    /// The steps that are not open: first the ones that are next in this case, whole; then the others.
    fn blocked_here(&self) -> (Vec<BlockedStep>, Vec<BlockedStep>) {
        let next = match self.returning() {
            ReturnStage::Authorised => RecordType::Departed,
            ReturnStage::Chosen => RecordType::ReturnDecided,
            ReturnStage::NotChosen | ReturnStage::Departed => self.step_elsewhere(),
        };
        let all = self.blocked();
        let whole = if all.iter().any(|b| b.step == next) {
            Some(next)
        } else {
            all.first().map(|b| b.step)
        };
        all.into_iter().partition(|b| Some(b.step) == whole)
    }

    /// The next step of a case in which no return is chosen: on the way to a third country the decision,
    /// then the journey; else the determination.
    fn step_elsewhere(&self) -> RecordType {
        let third = self.view.assessment.came_to == Stage::SolutionChosen
            && self.solution_chosen() == Some(Solution::Third.code());
        match (third, self.view.newest(RecordType::ThirdCountryDecided)) {
            (true, None) => RecordType::ThirdCountryDecided,
            (true, Some(_)) => RecordType::Departed,
            (false, _) => RecordType::DeterminationMade,
        }
    }

    fn banner(&self) -> Banner {
        let missing = self.view.assessment.conditions.missing_since.is_some();
        let returning = self.returning();
        let gate = |step| self.view.assessment.gates.iter().find(|g| g.step == step);
        let next = match returning {
            ReturnStage::Chosen => Some(RecordType::ReturnDecided),
            ReturnStage::Authorised => Some(RecordType::Departed),
            ReturnStage::NotChosen | ReturnStage::Departed => None,
        };
        let blocking = next.and_then(gate).map_or(0, |g| g.missing().count());
        let mut acts = if missing {
            vec![
                RecordType::Found,
                RecordType::Sighting,
                RecordType::OthersAsked,
                RecordType::RiskAssessment,
                RecordType::Note,
            ]
        } else {
            vec![
                RecordType::MissingReported,
                RecordType::RiskAssessment,
                RecordType::ViewsHeard,
                RecordType::Note,
            ]
        };
        if self.view.newest(RecordType::ReferralAccepted).is_none() {
            acts.insert(1, RecordType::ReferralAccepted);
        }
        if self.view.assessment.closed_by.is_some() {
            acts = vec![RecordType::CaseReopened, RecordType::Note];
        }
        Banner {
            risk: self.risk(),
            age: self.age(),
            missing: self.missing(),
            returning,
            return_missing: u32::try_from(blocking).unwrap_or(u32::MAX),
            speaks: self.speaks(),
            do_not: self.do_not(),
            acts,
        }
    }

    /// The languages of the child, as the referral names them.
    fn speaks(&self) -> Option<String> {
        let referral = self.view.of_type(RecordType::ReferralReceived).next()?;
        let best = referral.text("speaks").map(|code| self.words.code("language", code));
        let said: Vec<String> = best
            .into_iter()
            .chain(referral.text("also_speaks").map(str::to_owned))
            .collect();
        (!said.is_empty()).then(|| said.join(&self.words.t("list-joint")))
    }

    /// The highest risk of the newest assessment: likelihood and severity together, rounded up.
    fn risk(&self) -> Option<Level> {
        let newest = self.view.newest(RecordType::RiskAssessment)?;
        let Some(Raw::List(rows)) = newest.field("risks") else {
            return None;
        };
        let height = |raw: Option<&Raw>| match raw.and_then(Raw::as_text).and_then(Level::of) {
            Some(Level::Low) => 1,
            Some(Level::Medium) => 2,
            Some(Level::High) | None => 3,
        };
        let level = |row: &Raw| match row {
            Raw::Row(risk) => (height(risk.get("likelihood")) + height(risk.get("severity")) + 1) / 2,
            _ => 3,
        };
        rows.iter().map(level).max().map(|height| match height {
            1 => Level::Low,
            2 => Level::Medium,
            _ => Level::High,
        })
    }

    fn age(&self) -> AgeView {
        let conditions = &self.view.assessment.conditions;
        let verified = self.view.newest(RecordType::AgeVerified).and_then(|e| e.text("result"));
        let status = match verified {
            // Challenged, or with a date that leaves a doubt: a child until it is decided.
            Some("adult") if conditions.protected => AgeStatus::PresumedChild,
            Some("adult") => AgeStatus::VerifiedAdult,
            Some(_) if conditions.protected => AgeStatus::VerifiedChild,
            Some(_) => AgeStatus::VerifiedAdult,
            None => AgeStatus::PresumedChild,
        };
        let age_by = |eighteen: Timestamp| {
            let day = day_of(eighteen, self.zone());
            let years = day.until((jiff::Unit::Year, self.today)).ok()?.get_years();
            u32::try_from(years.checked_add(18)?).ok()
        };
        // Before the birthday of this year the years to the 18th are not yet whole: one less.
        let age = |eighteen: Timestamp| {
            let whole = age_by(eighteen)?;
            let before = day_of(eighteen, self.zone()) > self.today;
            let exact = day_of(eighteen, self.zone())
                .until((jiff::Unit::Year, self.today))
                .is_ok_and(|span| span.get_months() == 0 && span.get_days() == 0);
            Some(if before && !exact {
                whole.saturating_sub(1)
            } else {
                whole
            })
        };
        let (earliest, latest) = conditions.eighteen;
        AgeView {
            from: latest.and_then(age),
            to: earliest.and_then(age),
            source: (status == AgeStatus::PresumedChild).then(|| "Warsaw 10(3)".to_owned()),
            status,
        }
    }

    fn missing(&self) -> MissingView {
        let since = self.view.assessment.conditions.missing_since.map(|at| self.at(at));
        let found = self.view.newest(RecordType::Found);
        let reported = found.and_then(|found| {
            self.view
                .of_type(RecordType::MissingReported)
                .rev()
                .find(|m| (m.occurred.from, m.seq) < (found.occurred.from, found.seq))
        });
        MissingView {
            since,
            last: reported
                .zip(found)
                .map(|(from, to)| (self.occurred(&from.occurred), self.occurred(&to.occurred))),
        }
    }

    fn returning(&self) -> ReturnStage {
        let chosen = self.solution_chosen();
        match self.view.assessment.came_to {
            Stage::Monitoring => ReturnStage::Departed,
            Stage::ReturnPrepared => ReturnStage::Authorised,
            Stage::SolutionChosen if chosen == Some("return") => ReturnStage::Chosen,
            _ => ReturnStage::NotChosen,
        }
    }

    /// That the case is closed, when and why.
    fn closed(&self) -> Option<ClosedView> {
        let entry = self.view.entry(self.view.assessment.closed_by?)?;
        Some(ClosedView {
            ground: entry.text("ground").and_then(ClosingGround::of)?,
            at: self.occurred(&entry.occurred),
            entry: entry.seq,
            turns_to: entry.text("turns_to").map(str::to_owned),
        })
    }

    /// Whether a stage lies on the way of this case: who returns carries out no plan here, and a closed
    /// case goes no further than it came.
    fn is_on_the_way(&self, stage: Stage) -> bool {
        let now = &self.view.assessment;
        let returns = self.returning() != ReturnStage::NotChosen;
        let stays = self.solution_chosen() == Some(Solution::Stay.code());
        match stage {
            Stage::Closed => true,
            _ if now.closed_by.is_some() && stage > now.came_to => false,
            Stage::PlanRunning => !returns,
            Stage::ReturnPrepared | Stage::Monitoring => returns || !stays,
            _ => true,
        }
    }

    /// What the newest determination chose.
    fn solution_chosen(&self) -> Option<&str> {
        let determinations = self.view.of_type(RecordType::DeterminationMade);
        determinations.rev().find_map(|e| e.text("solution"))
    }

    /// The stages in order, with the first day on which the case is known to have come so far.
    fn path(&self) -> Vec<PathStep> {
        let here = self.view.assessment.stage;
        let blocked = |step| {
            let gate = self.view.assessment.gates.iter().find(|g| g.step == step);
            gate.map_or(0, |g| u32::try_from(g.missing().count()).unwrap_or(u32::MAX))
        };
        let gate_of = |stage| match stage {
            Stage::SolutionChosen => blocked(RecordType::DeterminationMade),
            Stage::ReturnPrepared => blocked(RecordType::ReturnDecided),
            Stage::Monitoring => blocked(RecordType::Departed),
            _ => 0,
        };
        Stage::ALL
            .iter()
            .filter(|stage| self.is_on_the_way(**stage))
            .map(|stage| PathStep {
                stage: super::stage_key(*stage),
                state: if *stage == here {
                    StepState::Now
                } else if *stage < here {
                    StepState::Reached(self.reached(*stage))
                } else if gate_of(*stage) > 0 {
                    StepState::Closed(gate_of(*stage))
                } else {
                    StepState::Later
                },
            })
            .collect()
    }

    /// The day of the record that brought the case to a stage.
    fn reached(&self, stage: Stage) -> Option<jiff::civil::Date> {
        let of = |record| {
            self.view
                .newest(record)
                .map(|e: &ShownEntry| day_of(e.occurred.to, self.zone()))
        };
        match stage {
            Stage::Referred => of(RecordType::ReferralReceived),
            Stage::Identified => of(RecordType::VictimPresumed),
            Stage::Assessed => of(RecordType::RiskAssessment),
            Stage::DeterminationPending => of(RecordType::SocialInquiryReceived),
            Stage::SolutionChosen => of(RecordType::DeterminationMade),
            Stage::PlanRunning => of(RecordType::PlanSigned),
            Stage::ReturnPrepared => of(RecordType::ReturnDecided),
            Stage::Monitoring => of(RecordType::Departed),
            Stage::Closed => of(RecordType::CaseClosed),
        }
    }

    fn conditions(&self) -> Vec<Condition> {
        let now = &self.view.assessment.conditions;
        let since = |record| {
            self.view
                .newest(record)
                .map(|e: &ShownEntry| self.occurred(&e.occurred))
        };
        let mut all = Vec::new();
        if self.view.assessment.closed_by.is_some() {
            return all;
        }
        match now.guardian {
            Guardianship::InOffice => all.extend(since(RecordType::GuardianAppointed).map(Condition::Guardian)),
            Guardianship::Vacant | Guardianship::Unknown => {
                all.push(Condition::NoGuardian(since(RecordType::GuardianEnded)));
            }
            Guardianship::NotNeeded => {}
        }
        all.extend(now.missing_since.map(|at| Condition::Missing(self.at(at))));
        if now.liberty_restricted {
            all.extend(since(RecordType::LibertyRestricted).map(Condition::LibertyRestricted));
        }
        all
    }

    fn date(&self, d: &DutyInstance) -> DateAhead {
        let shown = self.duty(d);
        let day = match &shown.due {
            duty::Due::By(Stamp::Day(day)) => Some(*day),
            duty::Due::By(Stamp::At(at)) => Some(at.date()),
            _ => None,
        };
        DateAhead {
            from: Some(day_of(d.opened, self.zone())),
            due: day,
            shown: match &shown.due {
                duty::Due::By(stamp) => Some(stamp.clone()),
                _ => None,
            },
            state: shown.state,
            note: shown.tag(self.words),
            title: shown.title,
        }
    }
}

/// What is overdue first, then what is to be done at once or within a week, then what is to be done
/// promptly, then what has a later date, then what waits for others.
fn urgency(d: &DutyInstance, now: Timestamp) -> (u8, Timestamp, Timestamp) {
    let due = d.due.as_ref().map_or(Timestamp::MAX, |d| d.at);
    let week = now
        .saturating_add(jiff::SignedDuration::from_hours(7 * 24))
        .unwrap_or(now);
    let rank = match (d.state, d.urgency) {
        (DutyState::Overdue, _) => 0,
        (DutyState::WaitingForOthers, _) => 6,
        (_, Some(Urgency::AtOnce)) => 1,
        (DutyState::Due, _) if due <= week => 2,
        (_, Some(Urgency::Planned)) => 4,
        (DutyState::Due, _) => 5,
        _ => 3,
    };
    (rank, due, d.opened)
}

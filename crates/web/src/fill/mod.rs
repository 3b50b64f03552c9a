//! Fills the pages' plain data from the application. Nothing here decides anything: it chooses words.

mod authority;
mod case;
pub(crate) mod lists;
mod people;
mod picks;
mod records;
mod rules;

use crate::dates::Stamp;
use crate::forms::QuestionView;
use crate::pages::case::CaseHead;
use crate::words::Words;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use tutela_app::{App, CaseView};
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;
use tutela_domain::stage::Stage;
use tutela_domain::time::{Occurred, day_of, day_start};

/// Fills the pages of one case, in the words of the person who looks.
pub(crate) struct Filler<'f> {
    words: &'f Words,
    app: &'f App,
    view: &'f CaseView,
    today: Date,
}

impl<'f> Filler<'f> {
    pub fn new(words: &'f Words, app: &'f App, view: &'f CaseView) -> Self {
        Self {
            words,
            app,
            today: day_of(view.at, &view.calendar.zone),
            view,
        }
    }

    /// What names the case.
    pub fn head(&self) -> CaseHead {
        if self.view.id == CaseId::AUTHORITY {
            return CaseHead {
                id: self.view.id.to_string(),
                pseudonym: self.words.t("authority-book"),
                reference: self.view.reference.clone(),
            };
        }
        CaseHead {
            id: self.view.id.to_string(),
            pseudonym: pseudonym(self.words, self.view.pseudonym()),
            reference: self.view.reference.clone(),
        }
    }

    fn zone(&self) -> &TimeZone {
        &self.view.calendar.zone
    }

    fn at(&self, at: Timestamp) -> Stamp {
        Stamp::At(ZonedDateTime::new(at, self.zone().clone()))
    }

    /// When something happened, no more exact than it is known.
    fn occurred(&self, occurred: &Occurred) -> Stamp {
        if !occurred.is_estimate() {
            return self.at(occurred.from);
        }
        let day = day_of(occurred.from, self.zone());
        let starts_day = day_start(day, self.zone()) == Some(occurred.from);
        if starts_day && day_of(occurred.to, self.zone()) == day {
            return Stamp::Day(day);
        }
        let zoned = |at| ZonedDateTime::new(at, self.zone().clone());
        Stamp::Between(zoned(occurred.from), zoned(occurred.to))
    }
}

/// The name under which a case is shown; before the lead has taken it there is none.
fn pseudonym(words: &Words, pseudonym: Option<&str>) -> String {
    pseudonym.map_or_else(|| words.t("no-pseudonym"), str::to_owned)
}

/// The key of a stage without `stage-`.
pub(crate) fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Referred => "referred",
        Stage::Identified => "identified",
        Stage::Assessed => "assessed",
        Stage::DeterminationPending => "determination_pending",
        Stage::SolutionChosen => "solution_chosen",
        Stage::PlanRunning => "plan_running",
        Stage::ReturnPrepared => "return_prepared",
        Stage::Monitoring => "monitoring",
        Stage::Closed => "closed",
    }
}

/// Days from the local day of one instant to that of another.
fn days_until(now: Timestamp, due: Timestamp, zone: &TimeZone) -> i64 {
    let (today, day) = (day_of(now, zone), day_of(due, zone));
    today.until(day).map_or(0, |span| i64::from(span.get_days()))
}

/// The questions that packs ask with a record type today.
pub(crate) fn questions(words: &Words, app: &App, record: RecordType) -> Vec<QuestionView> {
    let asked = app.protocol().questions_of(record, app.now());
    asked
        .map(|question| {
            let said = app.rule_words(&question.rule, &words.tag());
            QuestionView {
                name: question.rule.name(),
                label: said.title.unwrap_or(&question.rule.id).to_owned(),
                hint: said.why.map(str::to_owned),
                control: question.control,
                required: question.required,
            }
        })
        .collect()
}

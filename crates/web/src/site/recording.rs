//! Recording: choosing what, the form, checking the answers, sending, the receipt, what was refused.

use super::cases::{filler, open, place_of};
use super::signed_in::{Why, to_sign_in};
use super::{SignedIn, Site, at_the_door};
use crate::browser::Browser;
use crate::fill::Filler;
use crate::forms::{Asked, Correcting, EntryChoice, RecordForm, Typed, envelope, read_envelope, read_fields};
use crate::guard::{Posted, Refusal, page, page_with};
use crate::pages::frame::{Frame, Place};
use crate::pages::record::{
    CheckPage, ChooseRecordPage, ConflictPage, DraftNote, ReceiptPage, RecordChoices, RecordFormPage,
};
use crate::pages::safeguard::RefusedPage;
use axum::extract::{FromRequestParts, Path, Query, State};
use axum::http::{StatusCode, request::Parts};
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::BTreeMap;
use tutela_app::{CaseView, Outcome, Redacted, SubmissionId, Submit, submission_id};
use tutela_domain::admit::Admitted;
use tutela_domain::assess::Opener;
use tutela_domain::codes::Basis;
use tutela_domain::entry::Role;
use tutela_domain::fields::{Code, FieldProblem, Fields, Raw};
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;

/// The newest entry that the person had seen when the form was opened.
const SEEN: &str = "entry-seen";
/// Names this sending, so that a second one writes nothing.
const SENDING: &str = "entry-sending";
/// The entry whose fields a correction shows to be changed.
const SHOWN: &str = "entry-shown";
/// Below this name stand the answers to questions of packs.
const ANSWERS: &str = "answers.";

/// A person who sends a form. When the session has ended meanwhile, what was typed is kept.
pub(super) struct Sender(Result<SignedIn, Ended>);

pub(super) struct Ended {
    browser: Browser,
    path: String,
}

impl FromRequestParts<Site> for Sender {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Refusal> {
        let browser = Browser::from_request_parts(parts, site).await?;
        let actor = at_the_door(|| site.app.actor(browser.session()))?;
        Ok(Self(match actor {
            Some(actor) => Ok(SignedIn { actor, browser }),
            None => Err(Ended {
                browser,
                path: parts.uri.path().to_owned(),
            }),
        }))
    }
}

impl Ended {
    fn keep(&self, site: &Site, case: Option<CaseId>, record: RecordType, typed: &Typed) -> Result<Response, Refusal> {
        let token = self.browser.session();
        let kept = at_the_door(|| site.app.keep_draft_of_ended(token, case, record, &typed.encode()))?;
        let why = if kept { Why::EndedAndKept } else { Why::First };
        Ok(to_sign_in(&format!("{}?draft=1", self.path), why))
    }
}

/// A form that is open: on which case, of what, by whom.
struct Desk<'d> {
    site: &'d Site,
    who: &'d SignedIn,
    case: Option<(CaseId, &'d CaseView)>,
    record: RecordType,
    action: String,
}

pub(super) async fn choose(
    State(site): State<Site>,
    who: SignedIn,
    Path(case): Path<String>,
) -> Result<Response, Refusal> {
    let (id, view) = open(&site, &who, &case)?;
    let frame = who.frame(&site, place_of(id));
    let filler = filler(&site, &frame, &view);
    // A case is open or closed.
    let closed = view.assessment.closed_by.is_some();
    let records: Vec<RecordType> = RecordType::ALL
        .iter()
        .copied()
        .filter(|r| may_be_recorded(*r, id, who.actor.role()))
        .filter(|r| *r != RecordType::CaseReopened || closed)
        .filter(|r| *r != RecordType::CaseClosed || !closed)
        .collect();
    page(&ChooseRecordPage {
        frame: &frame,
        head: &filler.head(),
        groups: &RecordChoices::grouped(&records),
        blocked: &filler.blocked(),
    })
}

pub(super) async fn report_form(
    State(site): State<Site>,
    who: SignedIn,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, Refusal> {
    Desk::report(&site, &who).open(&query)
}

pub(super) async fn report(
    State(site): State<Site>,
    Sender(sender): Sender,
    Posted(typed): Posted,
) -> Result<Response, Refusal> {
    match sender {
        Ok(who) => Desk::report(&site, &who).take(typed),
        Err(ended) => ended.keep(&site, None, RecordType::ReferralReceived, &typed),
    }
}

pub(super) async fn form(
    State(site): State<Site>,
    who: SignedIn,
    Path((case, record)): Path<(String, String)>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, Refusal> {
    let (id, view) = open(&site, &who, &case)?;
    let record = offered(&record, id, &who)?;
    Desk::on(&site, &who, id, &view, record).open(&query)
}

pub(super) async fn record(
    State(site): State<Site>,
    Sender(sender): Sender,
    Path((case, record)): Path<(String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Refusal> {
    match sender {
        Ok(who) => {
            let (id, view) = open(&site, &who, &case)?;
            let record = offered(&record, id, &who)?;
            Desk::on(&site, &who, id, &view, record).take(typed)
        }
        Err(ended) => {
            let id: CaseId = case.parse().map_err(|_| Refusal::NotFound)?;
            ended.keep(&site, Some(id), record_of(&record)?, &typed)
        }
    }
}

/// Whether a person may be offered a record. A referral opens a case and is not added to one; only a
/// supervisor sets a duty aside, closes a case, and writes in the authority's book.
pub(super) fn may_be_recorded(record: RecordType, case: CaseId, role: Role) -> bool {
    let supervises = role == Role::Supervisor;
    if case == CaseId::AUTHORITY {
        let of_both = matches!(
            record,
            RecordType::Note | RecordType::Correction | RecordType::DutySetAside | RecordType::DutyHandedOver
        );
        return supervises && (record.is_of_authority() || of_both);
    }
    record != RecordType::ReferralReceived && !record.is_of_authority() && (!record.is_for_supervisor() || supervises)
}

/// A record type of an address.
fn record_of(name: &str) -> Result<RecordType, Refusal> {
    RecordType::of(name).ok_or(Refusal::NotFound)
}

/// The record type of an address, where the person may record it.
fn offered(name: &str, case: CaseId, who: &SignedIn) -> Result<RecordType, Refusal> {
    let record = record_of(name)?;
    // Who may not set a duty aside, or close a case, is told so at the form's field, when it is sent.
    let role = if record.is_for_supervisor() {
        Role::Supervisor
    } else {
        who.actor.role()
    };
    may_be_recorded(record, case, role)
        .then_some(record)
        .ok_or(Refusal::NotFound)
}

impl<'d> Desk<'d> {
    fn report(site: &'d Site, who: &'d SignedIn) -> Self {
        Self {
            site,
            who,
            case: None,
            record: RecordType::ReferralReceived,
            action: "/report".to_owned(),
        }
    }

    fn on(site: &'d Site, who: &'d SignedIn, id: CaseId, view: &'d Redacted<CaseView>, record: RecordType) -> Self {
        Self {
            site,
            who,
            case: Some((id, view)),
            record,
            action: format!("/cases/{id}/record/{}", record.name()),
        }
    }

    fn frame(&self) -> Frame {
        let place = self.id().map_or(Place::Report, place_of);
        self.who.frame(self.site, place)
    }

    fn id(&self) -> Option<CaseId> {
        self.case.map(|(id, _)| id)
    }

    /// The form for the first time: with a draft, or with what the link that led here knows already.
    fn open(&self, query: &BTreeMap<String, String>) -> Result<Response, Refusal> {
        let draft = at_the_door(|| self.site.app.draft(&self.who.actor, self.id(), self.record))?;
        let (typed, note) = match draft {
            Some(draft) if query.contains_key("draft") => {
                let note = match query.get("kept") {
                    None => DraftNote::Open,
                    Some(part) if self.has_part(part) => DraftNote::KeptAt(part.clone()),
                    Some(_) => DraftNote::Kept,
                };
                (Typed::decode(&draft), Some(note))
            }
            Some(_) => (self.known(query), Some(DraftNote::Waits(self.draft_address()))),
            None => (self.known(query), None),
        };
        self.shown(typed, &[], None, StatusCode::OK, note)
    }

    fn has_part(&self, name: &str) -> bool {
        self.record.layout().iter().any(|part| part.name == name)
    }

    fn draft_address(&self) -> String {
        format!("{}?draft=1", self.action)
    }

    /// What the link that led here knows: the duty, the alert, the entry to correct.
    fn known(&self, query: &BTreeMap<String, String>) -> Typed {
        let mut typed = Typed::default();
        let of_record = match self.record {
            RecordType::DutySetAside | RecordType::DutyHandedOver => &["duty"][..],
            RecordType::AlertLookedAt => &["alert"],
            RecordType::SafeguardOverridden => &["safeguard", "step"],
            RecordType::Correction => &["entry"],
            _ => &[],
        };
        for name in of_record {
            if let Some(value) = query.get(*name) {
                typed.set(name, value.as_str());
            }
        }
        // A duty that an entry opened leads to a form that names this entry.
        let opened_by = query.get("duty").and_then(|key| key.rsplit_once('@'));
        if let Some((_, number)) = opened_by
            && let Some((_, view)) = self.case
            && let Some(entry) = number.parse().ok().and_then(|n| view.entry(n))
        {
            for field in self.record.fields() {
                if self.record.names(field.name).contains(&entry.record_type) {
                    typed.set(field.name, number);
                }
            }
        }
        if self.lay_out(&mut typed) {
            typed.set("withdraw", "no");
        }
        typed
    }

    /// Puts the fields of the entry to correct into the form, when another entry was chosen than the
    /// one whose fields were shown. Without this, fields that nobody has seen would count as emptied.
    fn lay_out(&self, typed: &mut Typed) -> bool {
        if self.record != RecordType::Correction || typed.one(SHOWN) == typed.one("entry") {
            return false;
        }
        typed.remove_below("replace.");
        let entry = typed.one("entry").to_owned();
        typed.set(SHOWN, entry);
        match self.subject(typed) {
            Some((record, fields)) => {
                typed.extend(Typed::from_fields(&record.fields(), &fields, "replace."));
                true
            }
            None => false,
        }
    }

    /// The record that a correction is about, as it reads now; none, when it is only withdrawn.
    fn subject(&self, typed: &Typed) -> Option<(RecordType, Fields)> {
        if self.record != RecordType::Correction {
            return None;
        }
        let (_, view) = self.case?;
        let entry = view.entry(typed.one("entry").parse().ok()?)?;
        if entry.record_type.is_only_withdrawn() {
            return None;
        }
        let fields = entry
            .fields
            .iter()
            .filter_map(|f| Some((f.def.name.to_owned(), f.value.clone()?)));
        Some((entry.record_type, fields.collect()))
    }

    /// What a button of the form asks for.
    fn take(&self, mut typed: Typed) -> Result<Response, Refusal> {
        let asked = Asked::take(&mut typed);
        if self.lay_out(&mut typed) && matches!(asked, Asked::Go | Asked::Record) && typed.one("withdraw") != "yes" {
            return self.form(typed, &[], None, StatusCode::OK);
        }
        match asked {
            Asked::AddRow(rows) => self.form(typed, &[], Some(&rows), StatusCode::OK),
            Asked::RemoveRow(rows, row) => {
                typed.remove_row(&rows, row);
                self.form(typed, &[], None, StatusCode::OK)
            }
            Asked::Change => self.form(typed, &[], None, StatusCode::OK),
            Asked::Draft(part) => {
                let app = &self.site.app;
                at_the_door(|| app.keep_draft(&self.who.actor, self.id(), self.record, &typed.encode()))?;
                let part = part.filter(|name| self.has_part(name));
                let kept = part.map_or_else(|| "1".to_owned(), |part| format!("{part}#part-{part}"));
                Ok(Redirect::to(&format!("{}&kept={kept}", self.draft_address())).into_response())
            }
            Asked::Record => self.send(typed, true),
            Asked::Go => self.send(typed, !self.record.is_grave()),
        }
    }

    fn submit(&self, typed: &mut Typed) -> Result<Submit, Refusal> {
        let subject = self.subject(typed);
        let correcting = subject.as_ref().map(|(record, fields)| Correcting {
            record: *record,
            fields,
        });
        let around = read_envelope(typed);
        let fields = read_fields(self.record, typed, correcting);
        let text = |name: &str| around.get(name).and_then(Raw::as_text).map(str::to_owned);
        let sending = typed.one(SENDING);
        let id = if sending.is_empty() {
            submission_id()
        } else {
            SubmissionId::new(sending).map_err(Into::into)
        };
        Ok(Submit {
            record_type: self.record,
            fields,
            answers: typed
                .pairs()
                .filter_map(|(name, value)| Some((name.strip_prefix(ANSWERS)?, value)))
                .filter(|(_, value)| !value.trim().is_empty())
                .map(|(name, value)| (name.to_owned(), Raw::text(value)))
                .collect(),
            occurred: text(envelope::OCCURRED),
            basis: match text(envelope::BASIS) {
                // Where nothing else can be, it is not asked.
                None if self.record.is_gated() && !self.record.may_be_reported() => Some(Basis::Deciding),
                basis => basis.as_deref().and_then(Basis::of),
            },
            urgent: text(envelope::URGENT_REASON).filter(|_| text(envelope::URGENT).as_deref() == Some("yes")),
            seen: typed.one(SEEN).parse().unwrap_or_default(),
            id: id.map_err(|_| Refusal::BadRequest)?,
        })
    }

    /// A correction asks first which entry it is about, and nothing else.
    fn asks_which(&self, typed: &Typed) -> bool {
        self.record == RecordType::Correction && typed.one("entry").is_empty()
    }

    /// Sends the form: records it, or, before a grave act, shows the answers once more.
    fn send(&self, mut typed: Typed, record: bool) -> Result<Response, Refusal> {
        if self.asks_which(&typed) {
            let which = FieldProblem::new("entry", tutela_domain::fields::Problem::Missing);
            return self.form(typed, &[which], None, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let submit = self.submit(&mut typed)?;
        let mut early = self.early_problems(&typed, &submit);
        let app = &self.site.app;
        let outcome = if !early.is_empty() {
            // Everything that is wrong is said at once.
            match at_the_door(|| app.ask(&self.who.actor, self.id(), &submit))? {
                wrong @ Outcome::Wrong(_) => wrong,
                _ => Outcome::Wrong(Vec::new()),
            }
        } else {
            at_the_door(|| match self.id() {
                _ if !record => app.ask(&self.who.actor, self.id(), &submit),
                None => app.refer(&self.who.actor, &submit),
                Some(case) => app.submit(&self.who.actor, case, &submit),
            })?
        };
        match outcome {
            Outcome::Recorded(receipt) => {
                // It is recorded. A draft that could not be forgotten must not say that it is not.
                let forgotten = at_the_door(|| app.forget_draft(&self.who.actor, self.id(), self.record));
                if let Err(error) = forgotten {
                    tracing::error!(%error, "a draft was not forgotten after its record was written");
                }
                let address = format!("/cases/{}/recorded/{}", receipt.case, receipt.seq);
                Ok(Redirect::to(&address).into_response())
            }
            Outcome::WouldBe(admitted) => self.check(&typed, &submit, &admitted),
            Outcome::Wrong(problems) => {
                early.extend(problems.into_iter().map(|p| self.at_input(p)));
                self.form(typed, &early, None, StatusCode::UNPROCESSABLE_ENTITY)
            }
            Outcome::Refused { missing, met } => self.refused(&typed, &missing, &met),
            Outcome::Changed { between } => self.conflict(typed, &submit, &between),
        }
    }

    /// What the form itself asks for, beside what the domain checks.
    fn early_problems(&self, typed: &Typed, submit: &Submit) -> Vec<FieldProblem> {
        use tutela_domain::fields::Problem::Missing;
        let mut problems = Vec::new();
        if self.record.is_gated() && submit.basis.is_none() {
            problems.push(FieldProblem::new(envelope::BASIS, Missing));
        }
        if typed.one(envelope::URGENT) == "yes" && submit.urgent.is_none() {
            problems.push(FieldProblem::new(envelope::URGENT_REASON, Missing));
        }
        problems
    }

    /// A problem under the name of the input where it is shown.
    fn at_input(&self, problem: FieldProblem) -> FieldProblem {
        let around = match problem.field.as_str() {
            // A correction has a field of its own for when it really happened.
            "occurred" if self.record != RecordType::Correction => Some(envelope::OCCURRED),
            "urgent" => Some(envelope::URGENT_REASON),
            "basis" => Some(envelope::BASIS),
            "record" => Some(envelope::OCCURRED),
            _ => None,
        };
        match around {
            Some(name) => FieldProblem::new(name, problem.problem),
            None => problem,
        }
    }

    fn form(
        &self,
        typed: Typed,
        problems: &[FieldProblem],
        one_more: Option<&str>,
        status: StatusCode,
    ) -> Result<Response, Refusal> {
        self.shown(typed, problems, one_more, status, None)
    }

    fn shown(
        &self,
        mut typed: Typed,
        problems: &[FieldProblem],
        one_more: Option<&str>,
        status: StatusCode,
        note: Option<DraftNote>,
    ) -> Result<Response, Refusal> {
        let frame = self.frame();
        let subject = self.subject(&typed);
        let filler = self.case.map(|(_, view)| filler(self.site, &frame, view));
        // The form is shown on what is known now: that is what the person has seen. Who only goes on to the next
        // part does not look at it again.
        let goes_on = matches!(note, Some(DraftNote::KeptAt(_)));
        let seen = typed
            .take(SEEN)
            .filter(|seen| goes_on && !seen.is_empty())
            .unwrap_or_else(|| self.case.map_or(0, |(_, view)| view.head).to_string());
        let kept = typed.take(SENDING).filter(|s| !s.is_empty());
        let sending = match kept {
            Some(sending) => sending,
            None => submission_id()?.as_str().to_owned(),
        };
        let head = filler.as_ref().map(Filler::head);
        let step = filler
            .as_ref()
            .filter(|_| self.record.is_gated())
            .map(|f| f.step(self.record));
        let entries: Vec<EntryChoice> = filler.as_ref().map(Filler::entry_choices).unwrap_or_default();
        let staff = at_the_door(|| self.site.app.colleagues(&self.who.actor))?;
        let staff: Vec<(String, String)> = staff
            .iter()
            .map(|c| (c.staff.as_str().to_owned(), c.name.clone()))
            .collect();
        let picks = filler.as_ref().map(|f| f.picks(self.record)).unwrap_or_default();
        let questions = crate::fill::questions(&frame.words, &self.site.app, self.record);
        let zone = self
            .site
            .app
            .settings()
            .calendar
            .zone
            .iana_name()
            .unwrap_or("UTC")
            .to_owned();
        let form = RecordForm {
            words: &frame.words,
            record: self.record,
            typed: &typed,
            problems,
            zone: &zone,
            entries: &entries,
            staff: &staff,
            picks: &picks,
            questions: &questions,
            correcting: subject.as_ref().map(|(record, fields)| Correcting {
                record: *record,
                fields,
            }),
            one_more,
        };
        let mut hidden = vec![(SEEN, seen.as_str()), (SENDING, sending.as_str())];
        if self.record == RecordType::Correction {
            hidden.push((SHOWN, typed.one(SHOWN)));
        }
        let mut page = RecordFormPage::new(&frame, head.as_ref(), &self.action, form, &hidden, step.as_ref());
        page.draft = note;
        page_with(status, &page)
    }

    fn check(&self, typed: &Typed, submit: &Submit, admitted: &Admitted) -> Result<Response, Refusal> {
        let frame = self.frame();
        let (_, view) = self.case.ok_or(Refusal::NotFound)?;
        let filler = filler(self.site, &frame, view);
        let corrects = self.subject(typed).map(|(record, _)| record);
        let answers = filler.answers_of(self.record, &submit.fields, &submit.answers, corrects);
        // A correction is written now; it says itself when the corrected thing happened.
        let envelope = if self.record == RecordType::Correction {
            Vec::new()
        } else {
            filler.envelope(submit)
        };
        // As they are with these answers: some safeguards depend on them.
        let unmet: Vec<_> = admitted.breaches.iter().chain(&admitted.owed).cloned().collect();
        let step = self
            .record
            .is_gated()
            .then(|| filler.refused(self.record, &unmet, &admitted.met));
        page(&CheckPage {
            frame: &frame,
            head: &filler.head(),
            record: self.record,
            action: &self.action,
            typed,
            envelope: &envelope,
            answers: &answers,
            safeguards: step.as_ref(),
        })
    }

    fn refused(
        &self,
        typed: &Typed,
        missing: &[tutela_domain::admit::Asked],
        met: &[tutela_domain::admit::Asked],
    ) -> Result<Response, Refusal> {
        at_the_door(|| {
            self.site
                .app
                .keep_draft(&self.who.actor, self.id(), self.record, &typed.encode())
        })?;
        let frame = self.frame();
        let (_, view) = self.case.ok_or(Refusal::NotFound)?;
        let filler = filler(self.site, &frame, view);
        page_with(
            StatusCode::CONFLICT,
            &RefusedPage {
                frame: &frame,
                head: &filler.head(),
                step: &filler.refused(self.record, missing, met),
                draft: &self.draft_address(),
            },
        )
    }

    fn conflict(&self, mut typed: Typed, submit: &Submit, between: &[u64]) -> Result<Response, Refusal> {
        let frame = self.frame();
        let (_, view) = self.case.ok_or(Refusal::NotFound)?;
        let filler = filler(self.site, &frame, view);
        let events: Vec<_> = between
            .iter()
            .filter_map(|seq| view.entry(*seq))
            .map(|e| filler.event(e))
            .collect();
        let corrects = self.subject(&typed).map(|(record, _)| record);
        let answers = filler.answers_of(self.record, &submit.fields, &submit.answers, corrects);
        // Who follows a link to look at it finds the form again as a draft.
        at_the_door(|| {
            self.site
                .app
                .keep_draft(&self.who.actor, self.id(), self.record, &typed.encode())
        })?;
        typed.take(SEEN);
        page_with(
            StatusCode::CONFLICT,
            &ConflictPage {
                frame: &frame,
                head: &filler.head(),
                record: self.record,
                between: &events,
                action: &self.action,
                typed: &typed,
                answers: &answers,
            },
        )
    }
}

pub(super) async fn receipt(
    State(site): State<Site>,
    who: SignedIn,
    Path((case, number)): Path<(String, u64)>,
) -> Result<Response, Refusal> {
    let (id, view) = open(&site, &who, &case)?;
    let frame = who.frame(&site, place_of(id));
    let filler = filler(&site, &frame, &view);
    let entry = view.entry(number).ok_or(Refusal::NotFound)?;
    let duties = &view.assessment.duties;
    let opened: Vec<_> = duties
        .iter()
        .filter(|d| d.state.is_owed() && (d.opener == Opener::Entry(number) || d.after == Some(number)))
        .map(|d| filler.duty(d))
        .collect();
    let done: Vec<_> = duties
        .iter()
        .filter(|d| d.done.is_some_and(|done| done.entry == Some(number)))
        .map(|d| filler.duty(d))
        .collect();
    let breaches: Vec<_> = view
        .assessment
        .breaches
        .iter()
        .filter(|b| b.entry == number && b.stands())
        .map(|b| filler.breach(b))
        .collect();
    let reference = (entry.record_type == RecordType::ReferralReceived).then_some(view.reference.as_str());
    page(&ReceiptPage {
        frame: &frame,
        head: Some(&filler.head()),
        event: &filler.event(entry),
        reference,
        opened: &opened,
        done: &done,
        breaches: &breaches,
    })
}

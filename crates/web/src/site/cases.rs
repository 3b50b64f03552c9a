//! The case page, and the pages that say why.

use super::recording::may_be_recorded;
use super::{SignedIn, Site, at_the_door};
use crate::fill::Filler;
use crate::fill::lists::Lister;
use crate::guard::{Refusal, page};
use crate::pages::authority::AuthorityPage;
use crate::pages::case::CasePage;
use crate::pages::duty::DutyPage;
use crate::pages::entry::EntryPage;
use crate::pages::frame::{Frame, Place};
use crate::pages::safeguard::StepPage;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use tutela_app::{CaseView, Redacted};
use tutela_domain::assess::Opener;
use tutela_domain::codes::Basis;
use tutela_domain::entry::Role;
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;

/// The case of an address, for the person who asks.
pub(super) fn open(site: &Site, who: &SignedIn, case: &str) -> Result<(CaseId, Redacted<CaseView>), Refusal> {
    let id: CaseId = case.parse().map_err(|_| Refusal::NotFound)?;
    let view = at_the_door(|| site.app.open(&who.actor, id))?;
    Ok((id, view))
}

/// The page of the authority: its duties and its book.
pub(super) async fn authority(State(site): State<Site>, who: SignedIn) -> Result<Response, Refusal> {
    let view = at_the_door(|| site.app.open(&who.actor, CaseId::AUTHORITY))?;
    let frame = who.frame(&site, Place::Authority);
    let may_write = who.actor.role() == Role::Supervisor;
    page(&AuthorityPage {
        frame: &frame,
        case: &filler(&site, &frame, &view).book(may_write),
        may_write,
    })
}

/// The place in the bar of a case, or of the authority's book.
pub(super) fn place_of(id: CaseId) -> Place {
    if id == CaseId::AUTHORITY {
        Place::Authority
    } else {
        Place::Cases
    }
}

pub(super) async fn case(
    State(site): State<Site>,
    who: SignedIn,
    Path(case): Path<String>,
) -> Result<Response, Refusal> {
    let (id, view) = open(&site, &who, &case)?;
    if id == CaseId::AUTHORITY {
        return Ok(Redirect::to("/authority").into_response());
    }
    let frame = who.frame(&site, Place::Cases);
    let mut shown = filler(&site, &frame, &view).case();
    if view.newest(RecordType::ReferralAccepted).is_none() {
        let (known, colleagues) = at_the_door(|| {
            let known = site.app.known(&who.actor, id)?;
            Ok::<_, Refusal>((known, site.app.colleagues(&who.actor)?))
        })?;
        shown.known = Lister::new(&frame.words, &site.app, &colleagues).known(&known);
    }
    page(&CasePage::new(&frame, &shown))
}

pub(super) fn filler<'f>(site: &'f Site, frame: &'f Frame, view: &'f CaseView) -> Filler<'f> {
    Filler::new(&frame.words, &site.app, view)
}

pub(super) async fn entry(
    State(site): State<Site>,
    who: SignedIn,
    Path((case, number)): Path<(String, u64)>,
) -> Result<Response, Refusal> {
    let (id, view) = open(&site, &who, &case)?;
    let frame = who.frame(&site, place_of(id));
    let filler = filler(&site, &frame, &view);
    let entry = view.entry(number).ok_or(Refusal::NotFound)?;
    let answers = filler.answers(entry, &entry.fields);
    let first = entry.as_written.as_ref().map(|fields| filler.answers(entry, fields));
    page(&EntryPage {
        frame: &frame,
        head: &filler.head(),
        event: &filler.event(entry),
        deciding: entry.record_type.is_gated().then_some(entry.basis == Basis::Deciding),
        urgent: entry.urgent.as_deref(),
        answers: &answers,
        first: first.as_deref(),
        may_correct: entry.stands()
            && entry.record_type != RecordType::Correction
            && may_be_recorded(RecordType::Correction, id, who.actor.role()),
    })
}

pub(super) async fn duty(
    State(site): State<Site>,
    who: SignedIn,
    Path((case, key)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let (id, view) = open(&site, &who, &case)?;
    let why = at_the_door(|| site.app.why_due(&who.actor, id, &key))?.ok_or(Refusal::NotFound)?;
    let frame = who.frame(&site, place_of(id));
    let filler = filler(&site, &frame, &view);
    let opened_by = match why.duty.opener {
        Opener::Entry(seq) => view.entry(seq).map(|e| filler.event(e)),
        Opener::Time(_) => None,
    };
    let mut shown = filler.duty(&why.duty);
    // In the authority's book, who may not write is led to no form.
    shown.done_by = shown
        .done_by
        .filter(|record| may_be_recorded(*record, id, who.actor.role()));
    page(&DutyPage {
        frame: &frame,
        head: &filler.head(),
        duty: &shown,
        opened_by: opened_by.as_ref(),
        facts: &filler.facts(&why.facts),
        rule: &filler.rule(&why.duty.rule, why.condition.as_deref()),
        may_hand_over: may_be_recorded(RecordType::DutyHandedOver, id, who.actor.role()),
        may_set_aside: who.actor.role() == Role::Supervisor,
    })
}

pub(super) async fn step(
    State(site): State<Site>,
    who: SignedIn,
    Path((case, step)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let (_, view) = open(&site, &who, &case)?;
    let step = RecordType::of(&step)
        .filter(|s| s.is_gated())
        .ok_or(Refusal::NotFound)?;
    let frame = who.frame(&site, Place::Cases);
    let filler = filler(&site, &frame, &view);
    page(&StepPage {
        frame: &frame,
        head: &filler.head(),
        step: &filler.step(step),
        safeguards: &filler.explained(step),
    })
}

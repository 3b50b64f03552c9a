//! The pages of lists over cases.

use super::{SignedIn, Site, at_the_door};
use crate::fill::lists::Lister;
use crate::guard::{Refusal, page};
use crate::pages::cases::CaseListPage;
use crate::pages::frame::Place;
use crate::pages::today::TodayPage;
use axum::extract::State;
use axum::response::Response;
use tutela_app::CaseQuery;
use tutela_domain::entry::Role;

/// What the person must do first.
pub(super) async fn today(State(site): State<Site>, who: SignedIn) -> Result<Response, Refusal> {
    let (today, colleagues) =
        at_the_door(|| Ok::<_, Refusal>((site.app.today(&who.actor)?, site.app.colleagues(&who.actor)?)))?;
    let frame = who.frame(&site, Place::Today);
    let of_all = who.actor.role() == Role::Supervisor;
    let view = Lister::new(&frame.words, &site.app, &colleagues).today(&today, of_all);
    page(&TodayPage {
        frame: &frame,
        view: &view,
    })
}

pub(super) async fn list(State(site): State<Site>, who: SignedIn) -> Result<Response, Refusal> {
    let (list, colleagues) = at_the_door(|| {
        Ok::<_, Refusal>((
            site.app.list(&who.actor, &CaseQuery::default())?,
            site.app.colleagues(&who.actor)?,
        ))
    })?;
    let frame = who.frame(&site, Place::Cases);
    let lister = Lister::new(&frame.words, &site.app, &colleagues);
    let cases: Vec<_> = list.lines.iter().map(|line| lister.case(line)).collect();
    page(&CaseListPage {
        frame: &frame,
        cases: &cases,
    })
}

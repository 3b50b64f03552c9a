//! The pages of lists over cases.

use super::{SignedIn, Site, at_the_door};
use crate::fill::lists::Lister;
use crate::guard::{Refusal, page};
use crate::pages::cases::CaseListPage;
use crate::pages::filter::Asked;
use crate::pages::frame::Place;
use crate::pages::today::TodayPage;
use axum::extract::{RawQuery, State};
use axum::response::Response;
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

/// A page of the list of cases.
pub(super) async fn list(
    State(site): State<Site>,
    who: SignedIn,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let asked = Asked::of(query.as_deref());
    let (list, colleagues) = at_the_door(|| {
        let query = asked.for_actor(who.actor.staff());
        Ok::<_, Refusal>((site.app.list(&who.actor, &query)?, site.app.colleagues(&who.actor)?))
    })?;
    let frame = who.frame(&site, Place::Cases);
    let of_all = who.actor.role() == Role::Supervisor;
    let view = Lister::new(&frame.words, &site.app, &colleagues).list(asked, &list, of_all);
    page(&CaseListPage {
        frame: &frame,
        list: &view,
    })
}

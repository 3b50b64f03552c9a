//! The views of the list of cases that a person saves. They are the person's own: whose they are is never asked for.

use super::{SignedIn, Site, at_the_door};
use crate::fill::lists::Lister;
use crate::guard::{Posted, Refusal, page_with};
use crate::pages::filter::Asked;
use crate::pages::frame::Place;
use crate::pages::views::{Done, SaveForm, ViewsPage};
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use tutela_app::ViewProblem;

/// The person's views.
pub(super) async fn views(
    State(site): State<Site>,
    who: SignedIn,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let done = form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .find(|(name, _)| name == "done")
        .and_then(|(_, value)| Done::of(&value));
    shown(&site, &who, StatusCode::OK, None, None, done)
}

/// Saves what a list is asked for under a name, and leads back to the list.
pub(super) async fn save(State(site): State<Site>, who: SignedIn, Posted(typed): Posted) -> Result<Response, Refusal> {
    let asked = Asked::of(Some(typed.one("asked")));
    let name = typed.one("name");
    let words = site.web.frame(&who.browser).words;
    // A view of one's own that is called like one that all have could not be told from it.
    let is_of_all = |view: crate::pages::filter::Choice| view.words.to_lowercase() == name.trim().to_lowercase();
    let saved = if asked.views(&words).into_iter().any(is_of_all) {
        Err(ViewProblem::NameTaken)
    } else {
        at_the_door(|| site.app.save_view(&who.actor, name, &asked.to_keep()))?
    };
    match saved {
        Ok(()) => Ok(Redirect::to(&asked.having("page", None).address()).into_response()),
        Err(problem) => {
            let saving = SaveForm {
                asked: asked.to_keep(),
                name: name.to_owned(),
                problem: Some(problem),
            };
            shown(&site, &who, StatusCode::UNPROCESSABLE_ENTITY, Some(&saving), None, None)
        }
    }
}

/// Renames a view, or deletes it.
pub(super) async fn change(
    State(site): State<Site>,
    who: SignedIn,
    Path(id): Path<String>,
    Posted(typed): Posted,
) -> Result<Response, Refusal> {
    let done = |done: Done| Ok(Redirect::to(&format!("/views?done={}", done.name())).into_response());
    match typed.one("do") {
        "delete" => {
            at_the_door(|| site.app.delete_view(&who.actor, &id))?;
            done(Done::Deleted)
        }
        // The Enter key presses the first button, which renames.
        _ => match at_the_door(|| site.app.rename_view(&who.actor, &id, typed.one("name")))? {
            Ok(()) => done(Done::Renamed),
            Err(problem) => {
                let refused = (id.as_str(), typed.one("name"), problem);
                shown(&site, &who, StatusCode::UNPROCESSABLE_ENTITY, None, Some(refused), None)
            }
        },
    }
}

/// The page, with what was refused: the form that saves, or the new name of a view.
fn shown(
    site: &Site,
    who: &SignedIn,
    status: StatusCode,
    saving: Option<&SaveForm>,
    refused: Option<(&str, &str, ViewProblem)>,
    done: Option<Done>,
) -> Result<Response, Refusal> {
    let frame = who.frame(site, Place::Cases);
    let (own, colleagues) =
        at_the_door(|| Ok::<_, Refusal>((site.app.views(&who.actor)?, site.app.colleagues(&who.actor)?)))?;
    let mut own = Lister::new(&frame.words, &site.app, &colleagues).views(&own);
    if let Some((id, typed, problem)) = refused {
        // A view that was deleted meanwhile has no place for the problem.
        let view = own.iter_mut().find(|v| v.id == id).ok_or(Refusal::NotFound)?;
        view.typed = typed.to_owned();
        view.problem = Some(problem);
    }
    page_with(
        status,
        &ViewsPage {
            frame: &frame,
            own: &own,
            saving,
            done,
        },
    )
}

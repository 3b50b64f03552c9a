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
    let saved = if is_of_all(&site, &who, name) {
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
        _ => {
            let name = typed.one("name");
            let renamed = if is_of_all(&site, &who, name) {
                Err(ViewProblem::NameTaken)
            } else {
                at_the_door(|| site.app.rename_view(&who.actor, &id, name))?
            };
            match renamed {
                Ok(()) => done(Done::Renamed),
                Err(problem) => {
                    let refused = Some((id.as_str(), name, problem));
                    shown(&site, &who, StatusCode::UNPROCESSABLE_ENTITY, None, refused, None)
                }
            }
        }
    }
}

/// Whether a view that all have is called so: one of one's own could not be told from it.
fn is_of_all(site: &Site, who: &SignedIn, name: &str) -> bool {
    let one_form = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ").to_lowercase()
    };
    let words = site.web.frame(&who.browser).words;
    let of_all = Asked::default().views(&words);
    of_all.iter().any(|view| one_form(&view.words) == one_form(name))
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

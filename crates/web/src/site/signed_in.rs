//! The person who is signed in. No page of a case compiles without one.

use super::{Site, at_the_door};
use crate::browser::Browser;
use crate::guard::Refusal;
use crate::pages::frame::{self, Frame, Place};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ZonedDateTime;
use tutela_app::Actor;

/// The person who is signed in, with the browser.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who.
    pub actor: Actor,
    /// With which browser.
    pub browser: Browser,
}

/// What keeps a person from a page: not signed in, or a fault.
pub enum NotSignedIn {
    /// Sign in first, then go on here.
    First(String, Why),
    /// A fault of ours.
    Fault(Refusal),
}

impl IntoResponse for NotSignedIn {
    fn into_response(self) -> Response {
        match self {
            Self::First(next, why) => to_sign_in(&next, why),
            Self::Fault(refusal) => refusal.into_response(),
        }
    }
}

/// Why somebody must sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody was signed in.
    First,
    /// The session has ended.
    Ended,
    /// The session has ended, and what was typed in it is kept.
    EndedAndKept,
}

/// Leads to the page to sign in, and from there on to a page of ours.
pub(super) fn to_sign_in(next: &str, why: Why) -> Response {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    let why = match why {
        Why::First => "",
        Why::Ended => "&ended=1",
        Why::EndedAndKept => "&ended=kept",
    };
    Redirect::to(&format!("/sign-in?next={next}{why}")).into_response()
}

impl FromRequestParts<Site> for SignedIn {
    type Rejection = NotSignedIn;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, NotSignedIn> {
        let browser = Browser::from_request_parts(parts, site)
            .await
            .map_err(NotSignedIn::Fault)?;
        let actor =
            at_the_door(|| site.app.actor(browser.session())).map_err(|error| NotSignedIn::Fault(error.into()))?;
        match actor {
            Some(actor) => Ok(Self { actor, browser }),
            None => {
                let ended = at_the_door(|| site.app.has_ended(browser.session()))
                    .map_err(|error| NotSignedIn::Fault(error.into()))?;
                let why = if ended { Why::Ended } else { Why::First };
                let next = parts.uri.path_and_query().map_or("/", |p| p.as_str());
                Err(NotSignedIn::First(next.to_owned(), why))
            }
        }
    }
}

impl SignedIn {
    /// The frame of a page for this person.
    pub(crate) fn frame(&self, site: &Site, place: Place) -> Frame {
        let frame = site.web.frame(&self.browser);
        let role = frame.words.t(match self.actor.role() {
            tutela_domain::entry::Role::Caseworker => "role-caseworker",
            tutela_domain::entry::Role::Supervisor => "role-supervisor",
        });
        let zone = site.app.settings().calendar.zone.clone();
        Frame {
            place,
            signed_in: Some(frame::SignedIn {
                name: self.actor.name().to_owned(),
                role,
                session_ends: ZonedDateTime::new(self.actor.session_ends(), zone),
            }),
            ..frame
        }
    }

    /// The frame of a page that lists cases: it says when some wait to be reckoned, so that the list may be incomplete.
    pub(crate) fn list_frame(&self, site: &Site, place: Place) -> Result<Frame, Refusal> {
        Ok(Frame {
            waiting: at_the_door(|| site.app.waiting(&self.actor))?,
            ..self.frame(site, place)
        })
    }
}

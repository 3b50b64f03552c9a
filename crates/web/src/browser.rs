//! The cookie by which a browser is known again: one random id, nothing else.
//!
//! A browser has one from its first page on, so that the form to sign in is protected too. Signing in
//! gives it a new one ([`set_cookie`]); who is signed in under an id is known to the application alone.

use crate::csrf::hex;
use crate::guard::Refusal;
use crate::state::{Settings, Web};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{HeaderMap, HeaderValue, header, request::Parts};
use axum::middleware::Next;
use axum::response::Response;

/// The browser that sent a request.
#[derive(Clone)]
pub struct Browser {
    session: String,
    mask: [u8; 32],
    is_new: bool,
}

impl std::fmt::Debug for Browser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Browser")
    }
}

impl Browser {
    /// The id of its session. It is a secret: keep a digest of it, never show it.
    pub fn session(&self) -> &str {
        &self.session
    }

    /// Whether it came without a session.
    pub fn is_new(&self) -> bool {
        self.is_new
    }

    /// Random bytes to mask the tokens of this page.
    pub(crate) fn mask(&self) -> [u8; 32] {
        self.mask
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Browser {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        parts.extensions.get::<Self>().cloned().ok_or(Refusal::Fault)
    }
}

/// A new id of a session; `None` when the machine has no randomness.
pub fn new_session() -> Option<String> {
    random().map(|bytes| hex(&bytes))
}

/// The cookie that gives a browser a session. Behind TLS no other site, and no page without TLS, can set or read it.
pub fn set_cookie(settings: Settings, session: &str) -> Option<HeaderValue> {
    let secure = if settings.tls { "; Secure" } else { "" };
    HeaderValue::try_from(format!(
        "{}={session}; Path=/; HttpOnly; SameSite=Strict{secure}",
        cookie_name(settings)
    ))
    .ok()
}

/// The cookie that takes the session away.
pub fn clear_cookie(settings: Settings) -> HeaderValue {
    HeaderValue::from_static(if settings.tls {
        "__Host-tutela=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0"
    } else {
        "tutela=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"
    })
}

fn cookie_name(settings: Settings) -> &'static str {
    if settings.tls { "__Host-tutela" } else { "tutela" }
}

/// Knows the browser again, or gives it a session.
pub(crate) async fn know(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let settings = web.settings();
    let known = session_of(request.headers(), cookie_name(settings));
    let is_new = known.is_none();
    let (Some(session), Some(mask)) = (known.or_else(new_session), random()) else {
        return Refusal::Fault.into();
    };
    request.extensions_mut().insert(Browser {
        session: session.clone(),
        mask,
        is_new,
    });
    let mut response = next.run(request).await;
    // A page that sets a session of its own (signing in) has the last word.
    if is_new
        && !response.headers().contains_key(header::SET_COOKIE)
        && let Some(cookie) = set_cookie(settings, &session)
    {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

fn session_of(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, value)| *key == name && value.len() == 64 && value.bytes().all(|b| b.is_ascii_hexdigit()))
        .map(|(_, value)| value.to_owned())
}

fn random() -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes)
}

//! What stands around every page: strict headers, the check of forms, limits, the log, the pages of errors.

use crate::browser::Browser;
use crate::csrf;
use crate::forms::Typed;
use crate::pages::error::{Again, ErrorKind, ErrorPage};
use crate::state::Web;
use askama::Template;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use std::time::Instant;

/// The largest body of a request, in bytes.
pub const LARGEST_BODY: usize = 1024 * 1024;

/// What a handler answers when it does not answer a page. Its text is fixed; reasons go to the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is nothing, or nothing that this person may know of.
    #[error("not found")]
    NotFound,
    /// The request cannot be read.
    #[error("bad request")]
    BadRequest,
    /// The form did not come from a page of this session.
    #[error("form not from this session")]
    FormExpired,
    /// More than is accepted.
    #[error("too large")]
    TooLarge,
    /// A fault of ours.
    #[error("fault")]
    Fault,
}

impl From<askama::Error> for Refusal {
    fn from(error: askama::Error) -> Self {
        tracing::error!(%error, "a page could not be made");
        Self::Fault
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::FormExpired => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
        .into_response()
    }
}

impl From<Refusal> for Response {
    fn from(refusal: Refusal) -> Self {
        refusal.into_response()
    }
}

/// A page as an answer.
pub fn page(template: &impl Template) -> Result<Response, Refusal> {
    Ok(Html(template.render()?).into_response())
}

/// A page with a status of its own.
pub fn page_with(status: StatusCode, template: &impl Template) -> Result<Response, Refusal> {
    Ok((status, Html(template.render()?)).into_response())
}

/// A form that was sent from a page of the same session, without its token.
#[derive(Debug)]
pub struct Posted(pub Typed);

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        // The guard has checked the token before any handler runs; a handler outside of it gets nothing.
        if request.extensions().get::<Checked>().is_none() {
            return Err(Refusal::Fault);
        }
        let mut typed = Typed::decode(&read(request.into_body()).await?);
        typed.take(csrf::FIELD);
        Ok(Self(typed))
    }
}

/// Marks a request whose form token was checked.
#[derive(Clone, Copy)]
struct Checked;

async fn read(body: Body) -> Result<Bytes, Refusal> {
    match Limited::new(body, LARGEST_BODY).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(Refusal::TooLarge),
        Err(_) => Err(Refusal::BadRequest),
    }
}

/// Lets a request that changes something pass only when it is a form of our own page in this session.
pub(crate) async fn check_form(browser: Browser, request: Request, next: Next) -> Result<Response, Refusal> {
    if [Method::GET, Method::HEAD].contains(request.method()) {
        return Ok(next.run(request).await);
    }
    if !csrf::is_same_origin(request.headers(), request.uri()) {
        tracing::warn!("a form from another origin was refused");
        return Err(Refusal::FormExpired);
    }
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|t| t.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if !is_form {
        return Err(Refusal::BadRequest);
    }
    let (mut parts, body) = request.into_parts();
    let body = read(body).await?;
    let mut typed = Typed::decode(&body);
    let token = typed.take(csrf::FIELD).unwrap_or_default();
    if !csrf::fits(browser.session(), &token) {
        tracing::warn!("a form of another session was refused");
        return Err(Refusal::FormExpired);
    }
    parts.extensions.insert(Checked);
    let action = parts.uri.to_string();
    let mut response = next.run(Request::from_parts(parts, Body::from(body))).await;
    // Nothing typed is lost when a disk is full; but a secret is never written into a page.
    if response.status() == StatusCode::INTERNAL_SERVER_ERROR && SECRETS.iter().all(|name| typed.one(name).is_empty()) {
        let typed = typed.pairs().map(|(name, value)| (name.to_owned(), value.to_owned()));
        response.extensions_mut().insert(Again {
            action,
            typed: typed.collect(),
        });
    }
    Ok(response)
}

/// The inputs that hold a secret.
const SECRETS: [&str; 2] = ["passphrase", "again"];

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// Headers as strict as they come. Nothing is kept by a browser or a proxy unless a handler says so.
pub(crate) async fn headers(State(web): State<Web>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "no-referrer");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-embedder-policy"), "require-corp");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("x-robots-tag"), "noindex, nofollow");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), interest-cohort=(), browsing-topics=()",
    );
    if web.settings().tls {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// The id of the operation, for the log and for the page of a fault.
#[derive(Clone, Debug)]
struct Operation(String);

/// Writes one line per request: method, route, status, time. Never an address, a query or a person.
pub(crate) async fn log(mut request: Request, next: Next) -> Response {
    let mut bytes = [0; 6];
    let operation = match getrandom::fill(&mut bytes) {
        Ok(()) => csrf::hex(&bytes),
        Err(_) => "unknown".to_owned(),
    };
    let method = request.method().clone();
    request.extensions_mut().insert(Operation(operation.clone()));
    let begun = Instant::now();
    let response = next.run(request).await;
    let route = response.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("(none)", MatchedPath::as_str);
    let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    if response.status().is_server_error() {
        tracing::error!(%method, route, status, milliseconds, operation, "request");
    } else {
        tracing::info!(%method, route, status, milliseconds, operation, "request");
    }
    response
}

/// Tells the log which route it was; inside, where the router knows.
pub(crate) async fn name_route(route: Option<MatchedPath>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

/// Turns every error into a page with fixed text.
pub(crate) async fn errors(State(web): State<Web>, browser: Browser, request: Request, next: Next) -> Response {
    let operation = request.extensions().get::<Operation>().cloned();
    let response = next.run(request).await;
    let status = response.status();
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|t| t.as_bytes().starts_with(b"text/html"));
    if is_page || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let kind = ErrorKind::of(status);
    let frame = web.frame(&browser);
    let template = ErrorPage {
        frame: &frame,
        kind,
        operation: operation
            .as_ref()
            .map(|o| o.0.as_str())
            .filter(|_| kind == ErrorKind::Fault),
        again: response.extensions().get(),
    };
    let mut page = match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(_) => status.into_response(),
    };
    if let Some(allow) = response.headers().get(header::ALLOW) {
        page.headers_mut().insert(header::ALLOW, allow.clone());
    }
    page.extensions_mut().extend(response.extensions().clone());
    page
}

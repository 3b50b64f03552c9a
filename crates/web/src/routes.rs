//! What stands around all pages: the style sheets and the guards. The routes stand in `site`.

use crate::browser;
use crate::guard::{self, Refusal};
use crate::state::Web;
use axum::Router;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::time::Duration;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// Puts the style sheets beside pages, and the guards around them. A page outside of this does not exist:
/// its forms would be refused.
pub fn with_guards(web: Web, pages: Router<Web>) -> Router {
    pages
        .route("/assets/{name}", get(asset))
        .fallback(async || Refusal::NotFound)
        .method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED)
        .layer(from_fn(guard::name_route))
        .layer(CatchPanicLayer::custom(fault))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(30),
        ))
        .layer(from_fn(guard::check_form))
        .layer(from_fn_with_state(web.clone(), guard::errors))
        .layer(from_fn_with_state(web.clone(), browser::know))
        .layer(from_fn(guard::log))
        .layer(CompressionLayer::new().quality(COMPRESSION))
        .layer(from_fn_with_state(web.clone(), guard::headers))
        .with_state(web)
}

/// Beyond this, pages shrink by a few in a hundred and take half as long again.
const COMPRESSION: CompressionLevel = CompressionLevel::Precise(4);

// What a panic says may hold personal data: only that there was one goes to the log.
fn fault(_: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    Refusal::Fault.into_response()
}

async fn asset(State(web): State<Web>, address: OriginalUri) -> Result<Response, Refusal> {
    let sheet = web.assets().at(address.path()).ok_or(Refusal::NotFound)?;
    let mut response = sheet.content.clone().into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/css; charset=utf-8"),
    );
    // The address changes with the content.
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    Ok(response)
}

//! The guards around the pages.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use tower::ServiceExt;
use tutela_web::browser::{Browser, clear_cookie, new_session, set_cookie};
use tutela_web::guard::{LARGEST_BODY, Posted, page};
use tutela_web::pages::sign_in::SignInPage;
use tutela_web::{Settings, Web, with_guards};

fn web(tls: bool) -> Web {
    Web::new(Settings { tls, training: false }).unwrap()
}

/// A page that shows its token, a form that says what it got, a page with a fault.
fn app(tls: bool) -> Router {
    let web = web(tls);
    let (shown, door) = (web.clone(), web.clone());
    let sign_in = async move |browser: Browser| {
        page(&SignInPage {
            frame: &door.frame(&browser),
            problem: None,
            account: "",
            next: "",
            demo: &[],
        })
    };
    let pages = Router::new()
        .route("/sign-in", get(sign_in))
        .route("/token", get(async move |browser: Browser| shown.frame(&browser).token))
        .route("/form", post(async |Posted(typed): Posted| typed.encode()))
        .route("/fault", get(fault));
    with_guards(web, pages)
}

async fn fault() -> Response {
    panic!("the name of a child")
}

async fn text(response: Response) -> String {
    String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
}

async fn open(app: &Router, path: &str, headers: &[(&str, &str)]) -> Response {
    let mut request = Request::builder().uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

fn cookie(headers: &HeaderMap) -> String {
    let line = headers[header::SET_COOKIE].to_str().unwrap();
    line.split(';').next().unwrap().to_owned()
}

async fn send(app: &Router, path: &str, headers: &[(&str, &str)], body: String) -> Response {
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    app.clone()
        .oneshot(request.body(Body::from(body)).unwrap())
        .await
        .unwrap()
}

#[tokio::test]
async fn every_answer_has_the_strict_headers() {
    for tls in [false, true] {
        let app = app(tls);
        for path in ["/token", "/nothing", "/fault", "/assets/none.css"] {
            let response = open(&app, path, &[]).await;
            let headers = response.headers();
            let policy = headers["content-security-policy"].to_str().unwrap();
            assert!(policy.starts_with("default-src 'none'; style-src 'self';") && !policy.contains("script-src"));
            assert_eq!(headers["cache-control"], "no-store", "{path}");
            assert_eq!(headers["referrer-policy"], "no-referrer");
            assert_eq!(headers["x-content-type-options"], "nosniff");
            assert_eq!(headers["cross-origin-opener-policy"], "same-origin");
            assert_eq!(headers["cross-origin-embedder-policy"], "require-corp");
            assert_eq!(headers["cross-origin-resource-policy"], "same-origin");
            assert_eq!(headers.contains_key("strict-transport-security"), tls);
        }
    }
}

#[tokio::test]
async fn the_cookie_is_as_narrow_as_it_can_be() {
    let response = open(&app(true), "/token", &[]).await;
    let line = response.headers()[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert!(line.starts_with("__Host-tutela="), "{line}");
    assert!(line.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure"), "{line}");
    let line = open(&app(false), "/token", &[]).await;
    let line = line.headers()[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert!(line.starts_with("tutela=") && !line.contains("Secure"), "{line}");
    // A browser that is known gets no other.
    let known = open(&app(false), "/token", &[("cookie", line.split(';').next().unwrap())]).await;
    assert!(!known.headers().contains_key(header::SET_COOKIE));
    // A made-up session is not taken.
    let odd = open(&app(false), "/token", &[("cookie", "tutela=short; other=1")]).await;
    assert!(odd.headers().contains_key(header::SET_COOKIE));
    let settings = Settings {
        tls: true,
        training: false,
    };
    assert!(set_cookie(settings, &new_session().unwrap()).is_some());
    assert!(clear_cookie(settings).to_str().unwrap().ends_with("Max-Age=0"));
}

#[tokio::test]
async fn a_form_passes_only_from_our_own_page_of_the_same_session() {
    let app = app(false);
    let first = open(&app, "/token", &[]).await;
    let session = cookie(first.headers());
    let token = text(first).await;
    let body = format!("form-token={token}&name=%C3%A9");
    let same = ("sec-fetch-site", "same-origin");

    let good = send(&app, "/form", &[("cookie", &session), same], body.clone()).await;
    assert_eq!(good.status(), StatusCode::OK);
    // The handler does not see the token.
    assert_eq!(text(good).await, "name=%C3%A9");

    let other = cookie(open(&app, "/token", &[]).await.headers());
    let refused: [&[(&str, &str)]; 5] = [
        &[same],
        &[("cookie", &other), same],
        &[("cookie", &session)],
        &[("cookie", &session), ("sec-fetch-site", "cross-site")],
        &[
            ("cookie", &session),
            ("origin", "https://evil.example"),
            ("host", "t.example"),
        ],
    ];
    for headers in refused {
        let response = send(&app, "/form", headers, body.clone()).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN, "{headers:?}");
    }
    let response = send(&app, "/form", &[("cookie", &session), same], "name=x".to_owned()).await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    // Other content is no form.
    let request = Request::post("/form")
        .header("cookie", &session)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "text/plain")
        .body(Body::from(body))
        .unwrap();
    assert_eq!(app.oneshot(request).await.unwrap().status(), StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let app = app(false);
    let first = open(&app, "/token", &[]).await;
    let session = cookie(first.headers());
    let body = format!("form-token={}&x={}", text(first).await, "x".repeat(LARGEST_BODY));
    let headers = [("cookie", session.as_str()), ("sec-fetch-site", "same-origin")];
    let response = send(&app, "/form", &headers, body).await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text(response).await.contains("too large"));
}

#[tokio::test]
async fn errors_are_pages_with_fixed_text() {
    let app = app(false);
    let response = open(&app, "/cases/%3Cscript%3E?q=Wren", &[]).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    let html = text(response).await;
    assert!(html.contains("There is nothing at this address") && !html.contains("Wren") && !html.contains("script"));

    let response = open(&app, "/form", &[]).await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(response.headers()[header::ALLOW], "POST");

    let response = open(&app, "/fault", &[]).await;
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let html = text(response).await;
    assert!(html.contains("give this number") && !html.contains("name of a child"));
}

#[tokio::test]
async fn style_sheets_are_kept_for_a_year_under_the_digest_of_their_content() {
    let (web, app) = (web(false), app(false));
    let address = web.assets().sheet(web.words().direction()).address.clone();
    let response = open(&app, &address, &[]).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(
        response.headers()["cache-control"],
        "public, max-age=31536000, immutable"
    );
    assert_eq!(response.headers()["content-type"], "text/css; charset=utf-8");
    let old = open(&app, "/assets/tutela.0000000000000000.css", &[]).await;
    assert_eq!(old.status(), StatusCode::NOT_FOUND);
    // The page asks for that very address.
    assert!(text(open(&app, "/sign-in", &[]).await).await.contains(&address));
    let packed = open(&app, &address, &[("accept-encoding", "gzip")]).await;
    assert_eq!(packed.headers()["content-encoding"], "gzip");
}

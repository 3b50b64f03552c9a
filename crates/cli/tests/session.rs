//! The session ends while somebody fills a form: after signing in again, what was typed is there.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use jiff::{SignedDuration, Timestamp};
use std::path::Path;
use std::sync::{Arc, Mutex};
use tower::ServiceExt;
use tutela_app::{App, Clock, NewPassword, Settings};
use tutela_domain::entry::Role;
use tutela_domain::time::Calendar;
use tutela_packs::Library;
use tutela_store::{KeySource, SqliteStore};
use tutela_web::Web;
use zeroize::Zeroizing;

/// A clock that the test moves on.
struct SetClock(Mutex<Timestamp>);

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

struct Office {
    router: Router,
    clock: Arc<SetClock>,
    cookie: String,
    _folder: tempfile::TempDir,
}

const SECRET: &str = "a long enough one";

fn office() -> Office {
    let folder = tempfile::tempdir().unwrap();
    let key = KeySource::File(folder.path().join("key"));
    let (store, _) = SqliteStore::create(&folder.path().join("data"), &key).unwrap();
    let clock = Arc::new(SetClock(Mutex::new("2026-03-02T09:00Z".parse().unwrap())));
    let settings = Settings {
        agency: "lead".to_owned(),
        calendar: Calendar::named("Europe/London").unwrap(),
        packs: vec!["baseline".to_owned()],
        training: false,
    };
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let library = Arc::new(Library::load(&packs));
    let app = App::new(Arc::new(store), library, settings, clock.clone()).unwrap();
    for name in ["sava", "dima"] {
        let token = app.invite(Role::Caseworker).unwrap();
        let secret = || Zeroizing::new(SECRET.to_owned());
        let new = NewPassword {
            sign_in_name: name.to_owned(),
            display_name: name.to_owned(),
            password: secret(),
            again: secret(),
        };
        assert!(app.accept_invite(&token, &new).unwrap().is_ok());
    }
    let web = Web::new(tutela_web::Settings::default()).unwrap();
    Office {
        router: tutela_web::application(web, Arc::new(app), Vec::new()),
        clock,
        cookie: String::new(),
        _folder: folder,
    }
}

struct Answer {
    status: StatusCode,
    location: String,
    body: String,
}

impl Office {
    async fn ask(&mut self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let header = |name| response.headers().get(name).map(|v| v.to_str().unwrap().to_owned());
        if let Some(cookie) = header(header::SET_COOKIE) {
            self.cookie = cookie.split(';').next().unwrap().to_owned();
        }
        Answer {
            status: response.status(),
            location: header(header::LOCATION).unwrap_or_default(),
            body: {
                let bytes = response.into_body().collect().await.unwrap().to_bytes();
                String::from_utf8(bytes.to_vec()).unwrap()
            },
        }
    }

    async fn get(&mut self, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    async fn post(&mut self, path: &str, page: &str, typed: &[(&str, &str)]) -> Answer {
        let token = page.split("name=\"form-token\" value=\"").nth(1).unwrap();
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("form-token", token.split('"').next().unwrap());
        form.extend_pairs(typed);
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::HOST, "127.0.0.1")
            .header(header::ORIGIN, "http://127.0.0.1")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(form.finish())).unwrap()).await
    }

    async fn sign_in(&mut self, page: &str, name: &str, next: &str) -> Answer {
        let typed = [("account", name), ("passphrase", SECRET), ("next", next)];
        self.post("/sign-in", page, &typed).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_waits_for_the_same_person() {
    let mut office = office();
    let door = office.get("/sign-in").await.body;
    assert_eq!(office.sign_in(&door, "sava", "").await.location, "/today");
    let form = office.get("/report").await.body;
    let pass = SignedDuration::from_mins(31);
    let later = office.clock.now().saturating_add(pass).unwrap();
    *office.clock.0.lock().unwrap() = later;

    let typed = [("circumstances", "Alone at the <station>."), ("do", "go")];
    let answer = office.post("/report", &form, &typed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.location, "/sign-in?next=%2Freport%3Fdraft%3D1&ended=kept");
    let door = office.get(&answer.location).await.body;
    assert!(door.contains("what you typed is kept"), "{door}");
    assert!(door.contains("value=\"/report?draft=1\""), "{door}");

    // A colleague who signs in at the same machine does not see it.
    let answer = office.sign_in(&door, "dima", "/report?draft=1").await;
    assert_eq!(answer.location, "/report?draft=1");
    assert!(!office.get("/report?draft=1").await.body.contains("station"));

    let door = office.get("/sign-in").await.body;
    office.sign_in(&door, "sava", "/report?draft=1").await;
    let page = office.get("/report?draft=1").await.body;
    assert!(page.contains("Alone at the &#60;station&#62;."), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_asked_for_too_late_says_that_the_session_has_ended() {
    let mut office = office();
    let door = office.get("/sign-in").await.body;
    office.sign_in(&door, "sava", "").await;
    let later = office
        .clock
        .now()
        .saturating_add(SignedDuration::from_mins(31))
        .unwrap();
    *office.clock.0.lock().unwrap() = later;
    let answer = office.get("/report?draft=1").await;
    assert_eq!(answer.location, "/sign-in?next=%2Freport%3Fdraft%3D1&ended=1");
    assert!(
        office
            .get(&answer.location)
            .await
            .body
            .contains("Your session has ended")
    );
}

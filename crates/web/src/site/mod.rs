//! The pages of the application: who asks, what they may do, and which page answers.

mod cases;
mod door;
mod lists;
mod recording;
mod signed_in;
mod views;

pub use signed_in::SignedIn;

use crate::guard::Refusal;
use crate::routes::with_guards;
use crate::state::Web;
use axum::Router;
use axum::extract::FromRef;
use axum::response::Redirect;
use axum::routing::{get, post};
use std::sync::Arc;
use tutela_app::{App, AppError};

/// What handlers share.
#[derive(Clone)]
pub(crate) struct Site {
    pub web: Web,
    pub app: Arc<App>,
    /// Accounts of the demonstration, with their password: anyone on this machine may take them.
    pub demo: Arc<[DemoSignIn]>,
}

/// An account of the demonstration.
#[derive(Clone)]
pub struct DemoSignIn {
    /// The sign-in name.
    pub account: String,
    /// Who it is, in words.
    pub who: String,
    /// The password.
    pub password: String,
}

impl FromRef<Site> for Web {
    fn from_ref(site: &Site) -> Self {
        site.web.clone()
    }
}

/// The whole application: every route, behind the guards.
pub fn application(web: Web, app: Arc<App>, demo: Vec<DemoSignIn>) -> Router {
    let site = Site {
        web: web.clone(),
        app,
        demo: demo.into(),
    };
    let pages = Router::new()
        .route("/", get(async || Redirect::to("/today")))
        .route("/sign-in", get(door::sign_in_page).post(door::sign_in))
        .route("/demo/sign-in", post(door::demo_sign_in))
        .route("/sign-out", post(door::sign_out))
        .route("/hide", post(door::hide))
        .route(
            "/first-account/{token}",
            get(door::first_account_page).post(door::first_account),
        )
        .route("/today", get(lists::today))
        .route("/cases", get(lists::list))
        .route("/views", get(views::views).post(views::save))
        .route("/views/{view}", post(views::change))
        .route("/registers", get(lists::registers))
        .route("/registers/{register}", get(lists::register))
        .route("/search", get(lists::search_form).post(lists::search))
        .route("/work", get(lists::work))
        .route("/authority", get(cases::authority))
        .route("/report", get(recording::report_form).post(recording::report))
        .route("/cases/{case}", get(cases::case))
        .route("/cases/{case}/entries/{number}", get(cases::entry))
        .route("/cases/{case}/duties/{*key}", get(cases::duty))
        .route("/cases/{case}/steps/{step}", get(cases::step))
        .route("/cases/{case}/record", get(recording::choose))
        .route(
            "/cases/{case}/record/{record}",
            get(recording::form).post(recording::record),
        )
        .route("/cases/{case}/recorded/{number}", get(recording::receipt));
    with_guards(web, pages.with_state(site))
}

/// Runs what waits for the disk without holding up other requests.
pub(crate) fn at_the_door<T>(act: impl FnOnce() -> T) -> T {
    tokio::task::block_in_place(act)
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        match error {
            AppError::NotFound => Self::NotFound,
            other => {
                tracing::error!(error = %other, "the application could not do it");
                Self::Fault
            }
        }
    }
}

//! Signing in and out, the first account, hiding the screen.

use super::{Site, at_the_door};
use crate::browser::{self, Browser};
use crate::guard::{Posted, Refusal, page, page_with};
use crate::pages::sign_in::{
    DemoAccount, FirstAccountPage, FirstAccountProblem, HiddenPage, SignInPage, SignInProblem,
};
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::BTreeMap;
use tutela_app::{NewPassword, PasswordProblem, SHORTEST_PASSWORD, SignIn};
use zeroize::Zeroizing;

pub(super) async fn sign_in_page(
    State(site): State<Site>,
    browser: Browser,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, Refusal> {
    let next = query.get("next").map(String::as_str).unwrap_or_default();
    let ended = match query.get("ended").map(String::as_str) {
        None => None,
        Some("kept") => Some(SignInProblem::EndedAndKept),
        Some(_) => Some(SignInProblem::Ended),
    };
    show(&site, &browser, ended, "", own(next), StatusCode::OK)
}

fn show(
    site: &Site,
    browser: &Browser,
    problem: Option<SignInProblem>,
    account: &str,
    next: &str,
    status: StatusCode,
) -> Result<Response, Refusal> {
    let frame = site.web.frame(browser);
    let demo: Vec<DemoAccount> = site
        .demo
        .iter()
        .map(|d| DemoAccount {
            account: d.account.clone(),
            who: d.who.clone(),
        })
        .collect();
    page_with(
        status,
        &SignInPage {
            frame: &frame,
            problem,
            account,
            next,
            demo: &demo,
        },
    )
}

/// An address of ours to go on to; anything else is left out, so that nobody is led elsewhere.
fn own(next: &str) -> &str {
    let inside =
        next.starts_with('/') && !next.starts_with("//") && !next.contains(|c: char| c == '\\' || c.is_control());
    if inside { next } else { "" }
}

pub(super) async fn sign_in(
    State(site): State<Site>,
    browser: Browser,
    Posted(mut typed): Posted,
) -> Result<Response, Refusal> {
    let password = Zeroizing::new(typed.take("passphrase").unwrap_or_default());
    let account = typed.one("account");
    let next = own(typed.one("next"));
    match at_the_door(|| site.app.sign_in(account, &password))? {
        SignIn::In(token) => signed_in(&site, &browser, &token, next),
        SignIn::Wrong => show(
            &site,
            &browser,
            Some(SignInProblem::Wrong),
            account,
            next,
            StatusCode::UNAUTHORIZED,
        ),
        SignIn::Wait(_) => show(
            &site,
            &browser,
            Some(SignInProblem::Wait),
            account,
            next,
            StatusCode::TOO_MANY_REQUESTS,
        ),
    }
}

pub(super) async fn demo_sign_in(
    State(site): State<Site>,
    browser: Browser,
    Posted(typed): Posted,
) -> Result<Response, Refusal> {
    let demo = site.demo.iter().find(|d| d.account == typed.one("account"));
    let demo = demo.ok_or(Refusal::NotFound)?;
    match at_the_door(|| site.app.sign_in(&demo.account, &demo.password))? {
        SignIn::In(token) => signed_in(&site, &browser, &token, own(typed.one("next"))),
        SignIn::Wrong | SignIn::Wait(_) => Err(Refusal::BadRequest),
    }
}

/// Gives the browser the new session, and ends the one it had.
fn signed_in(site: &Site, browser: &Browser, token: &str, next: &str) -> Result<Response, Refusal> {
    at_the_door(|| site.app.sign_out(browser.session()))?;
    let cookie = browser::set_cookie(site.web.settings(), token).ok_or(Refusal::Fault)?;
    let next = if next.is_empty() { "/today" } else { next };
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(next)).into_response())
}

pub(super) async fn sign_out(State(site): State<Site>, browser: Browser) -> Result<Response, Refusal> {
    at_the_door(|| site.app.sign_out(browser.session()))?;
    let cookie = browser::clear_cookie(site.web.settings());
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/sign-in")).into_response())
}

/// Ends the session at once and shows a page without anything on it.
pub(super) async fn hide(State(site): State<Site>, browser: Browser) -> Result<Response, Refusal> {
    at_the_door(|| site.app.sign_out(browser.session()))?;
    let cookie = browser::clear_cookie(site.web.settings());
    let frame = site.web.frame(&browser);
    let shown = page(&HiddenPage { frame: &frame })?;
    Ok(([(header::SET_COOKIE, cookie)], shown).into_response())
}

pub(super) async fn first_account_page(
    State(site): State<Site>,
    browser: Browser,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    first(&site, &browser, &token, "", &[], StatusCode::OK)
}

fn first(
    site: &Site,
    browser: &Browser,
    token: &str,
    account: &str,
    problems: &[FirstAccountProblem],
    status: StatusCode,
) -> Result<Response, Refusal> {
    let is_token = token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit());
    if !is_token {
        return Err(Refusal::NotFound);
    }
    let frame = site.web.frame(browser);
    page_with(
        status,
        &FirstAccountPage {
            frame: &frame,
            action: &format!("/first-account/{token}"),
            account,
            problems,
            least: u32::try_from(SHORTEST_PASSWORD).unwrap_or(u32::MAX),
        },
    )
}

pub(super) async fn first_account(
    State(site): State<Site>,
    browser: Browser,
    Path(token): Path<String>,
    Posted(mut typed): Posted,
) -> Result<Response, Refusal> {
    let secret = |typed: Option<String>| Zeroizing::new(typed.unwrap_or_default());
    let new = NewPassword {
        password: secret(typed.take("passphrase")),
        again: secret(typed.take("again")),
        sign_in_name: typed.one("account").to_owned(),
        display_name: typed.one("account").trim().to_owned(),
    };
    match at_the_door(|| site.app.accept_invite(&token, &new))? {
        Ok(()) => Ok(Redirect::to("/sign-in").into_response()),
        Err(problem) => {
            let problem = match problem {
                PasswordProblem::TooShort => FirstAccountProblem::PassphraseShort,
                PasswordProblem::TooLong => FirstAccountProblem::PassphraseLong,
                PasswordProblem::NotTheSame => FirstAccountProblem::PassphrasesDiffer,
                PasswordProblem::NoName => FirstAccountProblem::NameMissing,
                PasswordProblem::NameTaken => FirstAccountProblem::NameTaken,
                PasswordProblem::LinkUsed => FirstAccountProblem::LinkUsed,
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            first(&site, &browser, &token, &new.sign_in_name, &[problem], status)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::own;

    #[test]
    fn nobody_is_led_elsewhere() {
        for next in ["/cases", "/cases/x/record/note?draft=1"] {
            assert_eq!(own(next), next);
        }
        for next in [
            "https://a.example",
            "//a.example",
            "/\t/a.example",
            "/\\a.example",
            "/\n/a",
            "cases",
        ] {
            assert_eq!(own(next), "", "{next:?}");
        }
    }
}

//! Signing in, the first account, and the page that hides everything.

use super::frame::Frame;
use askama::Template;

/// Why signing in did not work. It never says which part was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInProblem {
    /// The name or the passphrase is wrong.
    Wrong,
    /// Too many attempts; wait.
    Wait,
    /// The session has ended.
    Ended,
    /// The session has ended, and what was typed in it is kept.
    EndedAndKept,
}

impl SignInProblem {
    /// The locale key.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Wrong => "sign-in-wrong",
            Self::Wait => "sign-in-wait",
            Self::Ended => "sign-in-ended",
            Self::EndedAndKept => "sign-in-ended-kept",
        }
    }
}

/// The page to sign in.
#[derive(Template)]
#[template(path = "sign-in.html")]
pub struct SignInPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// What went wrong.
    pub problem: Option<SignInProblem>,
    /// The name as typed.
    pub account: &'a str,
    /// Where to go on: an address of ours, or empty.
    pub next: &'a str,
    /// Accounts of the demonstration, to choose from: name and role, in words.
    pub demo: &'a [DemoAccount],
}

/// An account of the demonstration.
#[derive(Clone, Debug)]
pub struct DemoAccount {
    /// The account's name.
    pub account: String,
    /// Who it is, in words.
    pub who: String,
}

/// A problem at a field of the page of the first account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstAccountProblem {
    /// No name was given.
    NameMissing,
    /// The passphrase is shorter than allowed.
    PassphraseShort,
    /// The passphrase is longer than allowed.
    PassphraseLong,
    /// The two passphrases differ.
    PassphrasesDiffer,
    /// The name is in use.
    NameTaken,
    /// The link was used, or is too old.
    LinkUsed,
}

impl FirstAccountProblem {
    /// The locale key.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NameMissing => "first-name-missing",
            Self::PassphraseShort => "first-passphrase-short",
            Self::PassphraseLong => "first-passphrase-long",
            Self::PassphrasesDiffer => "first-passphrases-differ",
            Self::NameTaken => "first-name-taken",
            Self::LinkUsed => "first-link-used",
        }
    }

    /// The id of the input.
    pub fn target(&self) -> &'static str {
        match self {
            Self::NameMissing | Self::NameTaken | Self::LinkUsed => "account",
            Self::PassphraseShort | Self::PassphraseLong => "passphrase",
            Self::PassphrasesDiffer => "again",
        }
    }
}

/// The page of the one-time link that makes the first account.
#[derive(Template)]
#[template(path = "first-account.html")]
pub struct FirstAccountPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// Where the form is sent.
    pub action: &'a str,
    /// The name as typed.
    pub account: &'a str,
    /// What is wrong.
    pub problems: &'a [FirstAccountProblem],
    /// The least number of characters of a passphrase.
    pub least: u32,
}

impl FirstAccountPage<'_> {
    /// The problem at an input.
    pub fn problem_at(&self, target: &str) -> Option<&'static str> {
        self.problems.iter().find(|p| p.target() == target).map(|p| p.key())
    }
}

/// A page without anything on it, after "Hide screen".
#[derive(Template)]
#[template(path = "hidden.html")]
pub struct HiddenPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
}

//! The search, and what it found. What was typed stands in its field and nowhere else.

use super::case::CaseHead;
use super::cases::CaseRow;
use super::filter::Asked;
use super::frame::Frame;
use crate::words::Words;
use askama::Template;
use tutela_app::How;

/// The key of the words that say how a name was found.
fn key(how: How) -> &'static str {
    match how {
        How::Same => "found-same",
        How::Begins => "found-begins",
        How::OneTypo => "found-typo",
        How::SoundsAlike => "found-sounds",
    }
}

/// A case that was found.
#[derive(Clone, Debug)]
pub struct HitRow {
    /// The case.
    pub row: CaseRow,
    /// How; `None` for a reference.
    pub how: Option<How>,
}

impl HitRow {
    /// How it was found, in words.
    pub fn how_words(&self, words: &Words) -> String {
        words.t(self.how.map_or("found-reference", key))
    }
}

/// What a search found.
#[derive(Clone, Debug)]
pub struct FoundView {
    /// The cases, the surest first.
    pub hits: Vec<HitRow>,
    /// Whether there are more.
    pub more: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "search.html")]
pub struct SearchPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// What was typed.
    pub typed: &'a str,
    /// What was found, once something was looked for.
    pub found: Option<&'a FoundView>,
}

impl SearchPage<'_> {
    /// A row of what was found shows all that a row of the list may show.
    fn all_columns(&self) -> Asked {
        Asked::default()
    }
}

/// A case whose child may be the child of a referral.
#[derive(Clone, Debug)]
pub struct KnownRow {
    /// The case: of another's only its reference is told.
    pub head: CaseHead,
    /// Who carries it; `None` for nobody.
    pub caseworker: Option<String>,
    /// How near the names come.
    pub how: How,
    /// Whether the reader may open it.
    pub may_open: bool,
}

impl KnownRow {
    /// How near the names come, in words.
    pub fn how_words(&self, words: &Words) -> String {
        words.t(key(self.how))
    }
}

/// Cases whose child may be the child of a referral.
#[derive(Clone, Debug, Default)]
pub struct KnownView {
    /// The cases, the nearest first.
    pub rows: Vec<KnownRow>,
    /// Whether there are more, or may be.
    pub more: bool,
}

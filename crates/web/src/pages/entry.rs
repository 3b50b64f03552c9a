//! One entry of a case, with everything it says and its corrections.

use super::case::{CaseHead, EventView};
use super::frame::Frame;
use crate::forms::{Answer, Shown};
use crate::words::Words;
use askama::Template;
use tutela_domain::records::RecordType;

/// Answers as HTML; rows hold answers, so it holds itself.
#[derive(Template)]
#[template(path = "part/answers.html")]
pub struct AnswersHtml<'a> {
    words: &'a Words,
    answers: &'a [Answer],
}

impl<'a> AnswersHtml<'a> {
    /// Answers in given words.
    pub fn new(words: &'a Words, answers: &'a [Answer]) -> Self {
        Self { words, answers }
    }
}

/// The page of an entry.
#[derive(Template)]
#[template(path = "entry.html")]
pub struct EntryPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The case.
    pub head: &'a CaseHead,
    /// What it is, when, by whom, with its corrections.
    pub event: &'a EventView,
    /// Whether it was our own act; `None` for records that are not gated.
    pub deciding: Option<bool>,
    /// The reason why it could not wait.
    pub urgent: Option<&'a str>,
    /// Its answers, as they read after the corrections.
    pub answers: &'a [Answer],
    /// As it was first written, where a correction changed it.
    pub first: Option<&'a [Answer]>,
    /// Whether the reader may correct it.
    pub may_correct: bool,
}

//! The views that a person saved: opened, renamed, deleted; and the form that saves one.

use super::filter::{Asked, Chosen};
use super::frame::Frame;
use crate::words::Words;
use askama::Template;
use tutela_app::{LONGEST_VIEW_NAME, MOST_VIEWS, ViewProblem};

/// What is wrong, in words.
fn problem(words: &Words, problem: ViewProblem) -> String {
    match problem {
        ViewProblem::NoName => words.t("view-no-name"),
        ViewProblem::TooLong => words.t1("view-too-long", "most", LONGEST_VIEW_NAME),
        ViewProblem::NameTaken => words.t("view-name-taken"),
        ViewProblem::TooMany => words.t1("view-too-many", "most", MOST_VIEWS),
    }
}

/// The form that saves a view.
#[derive(Clone, Debug)]
pub struct SaveForm {
    /// What the list is asked for.
    pub asked: String,
    /// The name, as typed.
    pub name: String,
    /// What is wrong with it.
    pub problem: Option<ViewProblem>,
}

impl SaveForm {
    /// What is wrong, in words.
    pub fn problem_words(&self, words: &Words) -> Option<String> {
        self.problem.map(|p| problem(words, p))
    }

    /// The address of the list that would be saved.
    pub fn address(&self) -> String {
        Asked::of(Some(&self.asked)).address()
    }
}

/// A view of the person.
#[derive(Clone, Debug)]
pub struct OwnView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name as typed, when it is to be changed.
    pub typed: String,
    /// What is wrong with what was typed.
    pub problem: Option<ViewProblem>,
    /// The address of the list.
    pub address: String,
    /// What it asks for, in words.
    pub says: Vec<String>,
}

impl OwnView {
    /// A view, with what it asks for in words.
    pub fn of(words: &Words, id: &str, name: &str, asked: &str, colleague: &dyn Fn(&str) -> Option<String>) -> Self {
        let asked = Asked::of(Some(asked));
        let chosen = asked.chosen(words, colleague).into_iter();
        let mut says: Vec<String> = chosen.map(|chosen: Chosen| chosen.words).collect();
        if asked.is_plain() {
            says.insert(0, words.t("view-open"));
        }
        says.extend(asked.order_words(words));
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            typed: name.to_owned(),
            problem: None,
            address: asked.address(),
            says,
        }
    }

    /// What is wrong, in words.
    pub fn problem_words(&self, words: &Words) -> Option<String> {
        self.problem.map(|p| problem(words, p))
    }
}

/// What has just been done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// A view has another name.
    Renamed,
    /// A view was deleted.
    Deleted,
}

impl Done {
    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Renamed => "renamed",
            Self::Deleted => "deleted",
        }
    }

    /// What a name in an address means.
    pub fn of(name: &str) -> Option<Self> {
        [Self::Renamed, Self::Deleted].into_iter().find(|d| d.name() == name)
    }

    /// In words.
    pub fn words(self, words: &Words) -> String {
        words.t(match self {
            Self::Renamed => "view-renamed",
            Self::Deleted => "view-deleted",
        })
    }
}

/// The page of a person's views.
#[derive(Template)]
#[template(path = "views.html")]
pub struct ViewsPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The views, by name.
    pub own: &'a [OwnView],
    /// The form that saves one, after it was refused.
    pub saving: Option<&'a SaveForm>,
    /// What has just been done.
    pub done: Option<Done>,
}

impl ViewsPage<'_> {
    /// What is wrong, each with the id of its input.
    fn problems(&self) -> Vec<(String, String)> {
        let saving = self.saving.and_then(|s| s.problem_words(self.frame));
        let saving = saving.map(|problem| ("view-name".to_owned(), problem));
        let own = self.own.iter().filter_map(|view| {
            let problem = view.problem_words(self.frame)?;
            Some((format!("name-{}", view.id), problem))
        });
        saving.into_iter().chain(own).collect()
    }
}

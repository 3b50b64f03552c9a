//! Views of the list of cases that a person named: filters, order and columns. Kept sealed, for the person alone.

use crate::App;
use crate::accounts::{self, Actor};
use crate::error::AppError;
use std::fmt;
use tutela_store::{Plain, SavedView, ViewChange};

/// So many views may a person keep.
pub const MOST_VIEWS: u64 = 30;
/// The longest name of a view, in characters.
pub const LONGEST_VIEW_NAME: usize = 60;

/// A view of a person. Its `Debug` shows neither name nor filters: both may tell something of a child.
#[derive(Clone, PartialEq, Eq)]
pub struct NamedView {
    /// A random id.
    pub id: String,
    /// The name that the person gave it.
    pub name: String,
    /// What the list is asked for, as it was when the view was saved.
    pub asked: String,
}

impl fmt::Debug for NamedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NamedView")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// What is wrong with the name of a view, or with keeping one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewProblem {
    /// No letter and no digit stands in it.
    NoName,
    /// It is longer than [`LONGEST_VIEW_NAME`].
    TooLong,
    /// Another view has it.
    NameTaken,
    /// The person keeps [`MOST_VIEWS`] already.
    TooMany,
}

/// A name with single spaces, and without characters that are none.
fn one_line(name: &str) -> Result<String, ViewProblem> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let name: String = words.join(" ").chars().filter(|c| !c.is_control()).collect();
    if !name.chars().any(char::is_alphanumeric) {
        return Err(ViewProblem::NoName);
    }
    if name.chars().count() > LONGEST_VIEW_NAME {
        return Err(ViewProblem::TooLong);
    }
    Ok(name)
}

fn text(plain: &Plain) -> String {
    String::from_utf8_lossy(plain.as_slice()).into_owned()
}

fn made(change: ViewChange) -> Result<Result<(), ViewProblem>, AppError> {
    match change {
        ViewChange::Made => Ok(Ok(())),
        ViewChange::NameTaken => Ok(Err(ViewProblem::NameTaken)),
        ViewChange::TooMany => Ok(Err(ViewProblem::TooMany)),
        ViewChange::NotThere => Err(AppError::NotFound),
    }
}

impl App {
    /// The actor's own views, by name.
    pub fn views(&self, actor: &Actor) -> Result<Vec<NamedView>, AppError> {
        let kept = self.store.saved_views(actor.staff())?;
        let mut views: Vec<NamedView> = kept
            .into_iter()
            .map(|view| NamedView {
                name: text(&view.name),
                asked: text(&view.asked),
                id: view.id,
            })
            .collect();
        views.sort_by_cached_key(|view| view.name.to_lowercase());
        Ok(views)
    }

    /// Keeps what the list is asked for under a name of the actor's own.
    pub fn save_view(&self, actor: &Actor, name: &str, asked: &str) -> Result<Result<(), ViewProblem>, AppError> {
        let name = match one_line(name) {
            Ok(name) => name,
            Err(problem) => return Ok(Err(problem)),
        };
        let view = SavedView {
            id: accounts::token()?.to_string(),
            staff: actor.staff().clone(),
            name: Plain::from(name.as_str()),
            asked: Plain::from(asked),
        };
        let audit = actor.did(self.now(), "view_saved", None);
        made(self.store.save_view(&view, MOST_VIEWS, audit)?)
    }

    /// Gives a view of the actor's another name.
    pub fn rename_view(&self, actor: &Actor, id: &str, name: &str) -> Result<Result<(), ViewProblem>, AppError> {
        let name = match one_line(name) {
            Ok(name) => Plain::from(name.as_str()),
            Err(problem) => return Ok(Err(problem)),
        };
        let audit = actor.did(self.now(), "view_renamed", None);
        made(self.store.rename_view(actor.staff(), id, &name, audit)?)
    }

    /// Deletes a view of the actor's. One that is gone already stays gone.
    pub fn delete_view(&self, actor: &Actor, id: &str) -> Result<(), AppError> {
        let audit = actor.did(self.now(), "view_deleted", None);
        self.store.delete_view(actor.staff(), id, audit)?;
        Ok(())
    }
}

//! What every page needs around its content.

use crate::assets::Assets;
use crate::words::Words;
use jiff::ZonedDateTime;
use std::ops::Deref;
use std::sync::Arc;

/// The place in the bar that is marked as the current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What must be done first.
    Today,
    /// The cases.
    Cases,
    /// The report of a child.
    Report,
    /// The work over all cases.
    Work,
    /// The registers.
    Registers,
    /// What the authority records of itself.
    Authority,
    /// The search.
    Search,
    /// None of them.
    Elsewhere,
}

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The name of the person.
    pub name: String,
    /// The role, in words.
    pub role: String,
    /// When the session ends.
    pub session_ends: ZonedDateTime,
}

/// The frame of a page: its words, its style sheet, and the state line.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The words.
    pub words: Arc<Words>,
    /// The address of the style sheet.
    pub style: String,
    /// The current place.
    pub place: Place,
    /// Whether the data are for training only.
    pub training: bool,
    /// Who is signed in, if anyone.
    pub signed_in: Option<SignedIn>,
    /// The token that the forms of this page carry.
    pub token: String,
    /// On a page of a list: how many cases wait to be reckoned, so that the list may be incomplete.
    pub waiting: u64,
}

impl Frame {
    /// A frame for a visitor who has not signed in.
    pub fn outside(words: Arc<Words>, assets: &Assets, token: String) -> Self {
        Self {
            style: assets.sheet(words.direction()).address.clone(),
            words,
            place: Place::Elsewhere,
            training: false,
            signed_in: None,
            token,
            waiting: 0,
        }
    }

    /// The places of the bar: address, words, and whether it is the current one.
    pub fn places(&self) -> Vec<(&'static str, String, bool)> {
        [
            (Place::Today, "/today", "place-today"),
            (Place::Cases, "/cases", "place-cases"),
            (Place::Report, "/report", "place-report"),
            (Place::Work, "/work", "place-work"),
            (Place::Registers, "/registers", "place-registers"),
            (Place::Authority, "/authority", "place-authority"),
            (Place::Search, "/search", "place-search"),
        ]
        .into_iter()
        .map(|(place, address, key)| (address, self.words.t(key), self.place == place))
        .collect()
    }

    /// An example, in given words.
    pub fn sample(words: Arc<Words>, assets: &Assets) -> Self {
        Self {
            place: Place::Cases,
            training: true,
            signed_in: Some(SignedIn {
                name: "M. Sava".to_owned(),
                role: "caseworker".to_owned(),
                session_ends: super::sample::at("2026-11-25T17:30"),
            }),
            ..Self::outside(words, assets, "sample".to_owned())
        }
    }
}

/// A frame speaks its words: a template asks it for a key.
impl Deref for Frame {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

//! What all pages share.

use crate::assets::{AssetMissing, Assets};
use crate::browser::Browser;
use crate::csrf;
use crate::pages::frame::Frame;
use crate::words::{Words, WordsError};
use std::sync::Arc;

/// How this instance is run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// Whether browsers reach it over TLS, its own or that of a proxy it trusts.
    pub tls: bool,
    /// Whether the data are for training only.
    pub training: bool,
}

/// The web application cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StateError {
    /// A style sheet is missing.
    #[error(transparent)]
    Assets(#[from] AssetMissing),
    /// The words cannot be read.
    #[error(transparent)]
    Words(#[from] WordsError),
}

/// What all pages share: words, style, settings. The application joins it as a field of its own.
#[derive(Clone, Debug)]
pub struct Web(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    words: Arc<Words>,
    assets: Assets,
    settings: Settings,
}

impl Web {
    /// Loads words and style.
    pub fn new(settings: Settings) -> Result<Self, StateError> {
        Self::in_words(settings, Words::load("en")?)
    }

    /// In given words.
    pub fn in_words(settings: Settings, words: Arc<Words>) -> Result<Self, StateError> {
        Ok(Self(Arc::new(Inner {
            words,
            assets: Assets::load()?,
            settings,
        })))
    }

    /// The words.
    pub fn words(&self) -> &Arc<Words> {
        &self.0.words
    }

    /// The style sheets.
    pub fn assets(&self) -> &Assets {
        &self.0.assets
    }

    /// How this instance is run.
    pub fn settings(&self) -> Settings {
        self.0.settings
    }

    /// The frame of a page for a browser, nobody signed in. A signed-in page sets `signed_in` and `place`.
    pub fn frame(&self, browser: &Browser) -> Frame {
        let token = csrf::token(browser.session(), browser.mask());
        Frame {
            training: self.0.settings.training,
            ..Frame::outside(self.0.words.clone(), &self.0.assets, token)
        }
    }
}

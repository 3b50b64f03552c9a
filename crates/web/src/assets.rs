//! The style sheets, each under an address that holds the digest of its content.

use crate::csrf::hex;
use crate::words::Direction;
use rust_embed::Embed;
use sha2::{Digest, Sha256};
use std::borrow::Cow;

#[derive(Embed)]
#[folder = "assets/built"]
struct Built;

/// A style sheet with the address it is served under.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// `/assets/tutela.<digest>.css`
    pub address: String,
    /// Its content.
    pub content: Cow<'static, [u8]>,
}

/// The style sheets of the pages.
#[derive(Clone, Debug)]
pub struct Assets {
    left_to_right: Sheet,
    right_to_left: Sheet,
}

/// The style sheets are not part of the program.
#[derive(Debug, thiserror::Error)]
#[error("the style sheet {0} is missing from the program: build it with `make assets`")]
pub struct AssetMissing(&'static str);

impl Assets {
    /// The style sheets that were built into the program.
    pub fn load() -> Result<Self, AssetMissing> {
        Ok(Self {
            left_to_right: sheet("tutela", "tutela.css")?,
            right_to_left: sheet("tutela-rtl", "tutela-rtl.css")?,
        })
    }

    /// The style sheet for a direction of writing.
    pub fn sheet(&self, direction: Direction) -> &Sheet {
        match direction {
            Direction::LeftToRight => &self.left_to_right,
            Direction::RightToLeft => &self.right_to_left,
        }
    }

    /// The style sheet of an address.
    pub fn at(&self, address: &str) -> Option<&Sheet> {
        [&self.left_to_right, &self.right_to_left]
            .into_iter()
            .find(|sheet| sheet.address == address)
    }
}

fn sheet(name: &str, file: &'static str) -> Result<Sheet, AssetMissing> {
    let content = Built::get(file).ok_or(AssetMissing(file))?.data;
    let digest = hex(&Sha256::digest(&content));
    let short = digest.get(..16).unwrap_or(&digest);
    Ok(Sheet {
        address: format!("/assets/{name}.{short}.css"),
        content,
    })
}

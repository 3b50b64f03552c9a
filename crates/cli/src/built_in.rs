//! The packs that are built into the program.

use crate::failure::Failure;
use rust_embed::RustEmbed;
use std::path::Path;
use std::sync::Arc;
use tutela_domain::rules::Protocol;
use tutela_packs::Library;

#[derive(RustEmbed)]
#[folder = "../../packs"]
struct Packs;

/// The built-in packs, or those of a folder.
pub fn library(dir: Option<&Path>) -> Library {
    match dir {
        Some(dir) => Library::load(dir),
        None => {
            let files: Vec<_> = Packs::iter().filter_map(|path| Some((path.clone(), Packs::get(&path)?.data))).collect();
            Library::from_files(files.iter().map(|(path, data)| (path.as_ref(), data.as_ref())))
        }
    }
}

/// The rules that apply to an authority. What did not load is told; the rest runs on.
pub fn protocol(library: &Library, packs: &[&str]) -> Result<Arc<Protocol>, Failure> {
    for error in &library.errors {
        eprintln!("tutela: this pack does not load, the rest runs on: {error}");
    }
    Ok(Arc::new(library.protocol(packs)?))
}

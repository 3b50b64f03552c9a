//! The packs that are built into the program.

use rust_embed::RustEmbed;
use std::path::Path;
use tutela_packs::Library;

#[derive(RustEmbed)]
#[folder = "../../packs"]
struct Packs;

/// The built-in packs, or those of a folder.
pub fn library(dir: Option<&Path>) -> Library {
    match dir {
        Some(dir) => Library::load(dir),
        None => {
            let files: Vec<_> = Packs::iter()
                .filter_map(|path| Some((path.clone(), Packs::get(&path)?.data)))
                .collect();
            Library::from_files(files.iter().map(|(path, data)| (path.as_ref(), data.as_ref())))
        }
    }
}

/// Tells what did not load. The rest runs on.
pub fn tell_errors(library: &Library) {
    for error in &library.errors {
        eprintln!("tutela: this pack does not load, the rest runs on: {error}");
    }
}

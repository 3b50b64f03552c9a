//! Says how to build the style sheets when they are not there.

fn main() {
    for file in ["assets/built/tutela.css", "assets/built/tutela-rtl.css"] {
        println!("cargo::rerun-if-changed={file}");
        if !std::path::Path::new(file).is_file() {
            println!("cargo::error=crates/web/{file} has not been built. Run `make assets` first (it needs Node.js).");
        }
    }
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=templates");
}

//! The web application: router, pages, forms, words, style. It knows only the application, never the store.
//!
//! A page is plain data and a template beside each other in [`pages`]; every visible word is a key of
//! [`words`]; forms are made from the definitions of the fields in [`forms`]. [`with_guards`] puts the guards
//! of [`guard`] around the pages, and [`serve`](serve::serve) answers on an address.

pub mod assets;
pub mod browser;
pub mod csrf;
pub mod dates;
mod fill;
pub mod forms;
pub mod guard;
pub mod pages;
mod routes;
pub mod serve;
mod site;
pub mod state;
pub mod words;

pub use routes::with_guards;
pub use site::{DemoSignIn, application};
pub use state::{Settings, StateError, Web};

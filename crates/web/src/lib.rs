//! The web application: router, pages, forms, words, style. It knows only the application, never the store.
//!
//! A page is plain data and a template beside each other in [`pages`]; every visible word is a key of
//! [`words`]; forms are made from the definitions of the fields in [`forms`].

pub mod assets;
pub mod csrf;
pub mod dates;
pub mod forms;
pub mod pages;
pub mod words;

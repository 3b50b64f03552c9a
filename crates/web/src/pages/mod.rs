//! The pages: for each, the plain data it shows and its template. The data are filled from the
//! application; nothing here decides anything.

pub mod authority;
pub mod case;
pub mod cases;
pub mod duty;
pub mod entry;
pub mod error;
pub mod filter;
pub mod frame;
pub mod gallery;
pub mod pager;
pub mod record;
pub mod registers;
pub mod safeguard;
pub mod sample;
pub mod search;
pub mod sign_in;
pub mod strip;
pub mod today;
pub mod views;
pub mod work;

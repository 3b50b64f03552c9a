//! Why a command could not be done, as it is told to the person who gave it.

use std::fmt::Display;

/// Prints a line. A reader that has gone (`tutela pack show baseline | head`) is no fault.
macro_rules! say {
    ($($line:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($line)*);
    }};
}

/// Why a command could not be done: what happened, what was kept, what to do.
pub struct Failure(pub String);

impl<E: Display> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// What was found is told by the exit code: 0 for nothing, 1 for something.
pub fn found(something: bool) -> std::process::ExitCode {
    std::process::ExitCode::from(u8::from(something))
}

/// A bar for what may take longer than a second; nothing where nobody looks on.
pub fn bar(length: u64, what: &'static str) -> indicatif::ProgressBar {
    let bar = indicatif::ProgressBar::new(length);
    let style = indicatif::ProgressStyle::with_template("{msg} {bar:30} {pos} of {len}");
    bar.set_style(style.unwrap_or_else(|_| indicatif::ProgressStyle::default_bar()));
    bar.set_message(what);
    bar
}

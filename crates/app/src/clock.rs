//! The clock, as an input.

use jiff::Timestamp;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, to the microsecond.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        // Instants are kept to the microsecond; what is judged must be what is kept.
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }
}

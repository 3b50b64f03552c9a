//! Forms made from the definitions of the fields: what is shown, what was typed, what it means.

mod answers;
mod asked;
mod fields;
mod read;
mod typed;

pub use answers::{Answer, Shown, answers};
pub use asked::Asked;
pub use fields::{
    Choice, EntryChoice, FieldHtml, FieldView, Input, PartView, Pick, QuestionView, RecordForm, TimeParts, Typing,
};
pub use read::{Correcting, read_envelope, read_fields};
pub use typed::Typed;

/// The names of the fields that every record has beside its own. They cannot meet a field of a record.
pub mod envelope {
    /// With what they all begin.
    pub const PREFIX: &str = "entry-";
    /// When it happened.
    pub const OCCURRED: &str = "entry-occurred";
    /// Deciding or reported.
    pub const BASIS: &str = "entry-basis";
    /// Whether it could not wait.
    pub const URGENT: &str = "entry-urgent";
    /// Why it could not wait.
    pub const URGENT_REASON: &str = "entry-urgent_reason";
}

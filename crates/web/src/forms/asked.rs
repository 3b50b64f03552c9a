//! Which button of a form was pressed.

use super::typed::Typed;

/// What a form asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To go on: to check the answers of a grave record, to record any other.
    Go,
    /// To record what was checked.
    Record,
    /// To go back from the check to the form.
    Change,
    /// To keep it as a draft; and to go on with this part of the form.
    Draft(Option<String>),
    /// One more row of this field.
    AddRow(String),
    /// One row less, by its number.
    RemoveRow(String, usize),
}

impl Asked {
    /// The name of the buttons.
    pub const BUTTON: &'static str = "do";

    /// Takes the button out of what was typed. Anything that is not a button of ours goes on, which records
    /// nothing by itself: what is grave is checked first.
    pub fn take(typed: &mut Typed) -> Self {
        let button = typed.take(Self::BUTTON).unwrap_or_default();
        let mut parts = button.split(':');
        match (parts.next(), parts.next(), parts.next().map(str::parse)) {
            (Some("record"), None, None) => Self::Record,
            (Some("change"), None, None) => Self::Change,
            (Some("draft"), part, None) => Self::Draft(part.map(str::to_owned)),
            (Some("add"), Some(rows), None) => Self::AddRow(rows.to_owned()),
            (Some("remove"), Some(rows), Some(Ok(row))) => Self::RemoveRow(rows.to_owned(), row),
            _ => Self::Go,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_button_is_known() {
        for (button, asked) in [
            ("go", Asked::Go),
            ("", Asked::Go),
            ("remove:risks:x", Asked::Go),
            ("record", Asked::Record),
            ("change", Asked::Change),
            ("draft", Asked::Draft(None)),
            ("draft:interests", Asked::Draft(Some("interests".to_owned()))),
            ("add:risks", Asked::AddRow("risks".to_owned())),
            ("remove:risks:2", Asked::RemoveRow("risks".to_owned(), 2)),
        ] {
            let mut typed = Typed::default();
            typed.set(Asked::BUTTON, button);
            assert_eq!(Asked::take(&mut typed), asked);
            assert_eq!(typed, Typed::default());
        }
    }
}

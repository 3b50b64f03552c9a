//! The dates ahead: a drawing made by the server, beside a table that says the same.

use super::duty::DutyState;
use crate::dates::Stamp;
use crate::words::{Direction, Words};
use jiff::{ToSpan, civil::Date};

/// A date ahead.
#[derive(Clone, Debug)]
pub struct DateAhead {
    /// What.
    pub title: String,
    /// Since when it runs, for the bar.
    pub from: Option<Date>,
    /// The day; `None` when no law sets one.
    pub due: Option<Date>,
    /// As it is shown in the table.
    pub shown: Option<Stamp>,
    /// Its state.
    pub state: DutyState,
    /// The words of the state.
    pub note: String,
}

/// A line of the drawing, in its units.
#[derive(Clone, Debug)]
pub struct Line {
    /// From the top.
    pub y: i32,
    /// The middle of the text.
    pub text_y: i32,
    /// The title, shortened.
    pub title: String,
    /// Where the title stands.
    pub title_x: i32,
    /// The bar: from, and how long.
    pub bar: (i32, i32),
    /// Its class.
    pub class: &'static str,
    /// The note beside it.
    pub note: String,
    /// Where the note stands.
    pub note_x: i32,
}

/// A mark on the line of days.
#[derive(Clone, Debug)]
pub struct Tick {
    /// Where.
    pub x: i32,
    /// The day in words.
    pub label: String,
}

/// The drawing.
#[derive(Clone, Debug)]
pub struct Strip {
    /// The lines.
    pub lines: Vec<Line>,
    /// The marks.
    pub ticks: Vec<Tick>,
    /// Where today is.
    pub today_x: i32,
    /// How high it is.
    pub height: i32,
}

const WIDTH: i32 = 1100;
const TITLE: i32 = 260;
const NOTE: i32 = 190;
const TOP: i32 = 30;
const LINE: i32 = 30;
/// More lines than this are only in the table.
const LONGEST: usize = 12;

impl Strip {
    /// Draws the dates of at most a year around today.
    pub fn draw(words: &Words, today: Date, dates: &[DateAhead]) -> Self {
        let near = |day: &Date| (-60..=120).contains(&days(today, *day));
        let shown: Vec<&DateAhead> = dates
            .iter()
            .filter(|d| d.due.as_ref().or(d.from.as_ref()).is_some_and(near))
            .take(LONGEST)
            .collect();
        let mut all: Vec<i32> = vec![0];
        for date in &shown {
            all.extend(
                [date.from, date.due]
                    .into_iter()
                    .flatten()
                    .map(|d| days(today, d).max(-60)),
            );
        }
        let first = all.iter().min().copied().unwrap_or(0) - 2;
        let last = (all.iter().max().copied().unwrap_or(0) + 2).max(first + 21);
        let right_to_left = words.direction() == Direction::RightToLeft;
        // From right to left, the line of days runs the other way; text then starts at its right end by itself.
        let turn = |x: i32| if right_to_left { WIDTH - x } else { x };
        let room = WIDTH - TITLE - NOTE;
        let place = |day: i32| TITLE + (day - first) * room / (last - first);

        let lines = (0..)
            .zip(&shown)
            .map(|(at, date)| {
                let y = TOP + at * LINE;
                let due = date.due.map(|d| days(today, d));
                let start = date.from.map_or(due.unwrap_or(0), |d| days(today, d).max(first));
                let overdue = date.state == DutyState::Overdue;
                // What is overdue, or has no date, runs on until today.
                let end = match due {
                    Some(due) if overdue => due.max(0),
                    Some(due) => due,
                    None => 0,
                };
                let (from, to) = (place(start.min(end)), place(end.max(start)));
                let long = (to - from).max(6);
                Line {
                    y,
                    text_y: y + 14,
                    title: short(&date.title, 34),
                    title_x: turn(0),
                    bar: (if right_to_left { WIDTH - from - long } else { from }, long),
                    class: match (date.state, date.due) {
                        (DutyState::Overdue, _) => "t-bar-over",
                        (_, None) => "t-bar-open",
                        (DutyState::Waiting, _) => "t-bar-open",
                        _ => "t-bar-due",
                    },
                    note: short(&date.note, 26),
                    note_x: turn(from + long + 8),
                }
            })
            .collect::<Vec<_>>();
        let height = TOP + LINE * i32::try_from(lines.len()).unwrap_or(0) + 26;
        Self {
            ticks: ticks(words, today, first, last)
                .into_iter()
                .map(|(day, label)| Tick {
                    x: turn(place(day)),
                    label,
                })
                .collect(),
            lines,
            today_x: turn(place(0)),
            height,
        }
    }

    /// Where the marks end.
    pub fn foot(&self) -> i32 {
        self.height - 22
    }

    /// Where the word for today stands.
    pub fn foot_text(&self) -> i32 {
        self.height - 6
    }
}

fn ticks(words: &Words, today: Date, first: i32, last: i32) -> Vec<(i32, String)> {
    let step = ((last - first) / 6).max(7);
    let mut marks = Vec::new();
    let mut day = first + 1;
    while day <= last {
        if let Ok(date) = today.checked_add(i64::from(day).days()) {
            marks.push((day, words.short_day(date)));
        }
        day += step;
    }
    marks
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

fn short(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(longest - 1).collect();
    cut.push('…');
    cut
}

//! How fast rules are reckoned, with nothing around them.

use crate::Failure;
use jiff::Timestamp;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use tutela_domain::assess::{assess, judge};
use tutela_domain::case::fold;
use tutela_packs::Library;
use tutela_packs::story::play;

/// What was measured of the rules.
#[derive(Clone, Copy, Default)]
pub struct Rules {
    /// Records of the case.
    pub records: usize,
    /// Rules of the baseline.
    pub rules: usize,
    /// Whole assessments a second: stage, conditions, each duty with its dates, each gate, each alert, and why.
    pub assessments: f64,
    /// Rules judged a second in them. Each is counted once, though it is judged at many moments.
    pub with_why: f64,
    /// Safeguards judged a second for a step that is asked for, and no more than whether they are met.
    pub without: f64,
    /// Foldings a second.
    pub folds: f64,
}

/// Measures on the longest story of the baseline, on one core.
pub fn rules(packs: &Path, time: Duration) -> Result<Rules, Failure> {
    let library = Library::load(packs);
    let protocol = library.protocol(&["baseline"])?;
    let stories = library.versions("baseline").flat_map(|p| &p.stories);
    let story = stories.max_by_key(|file| file.story.steps.iter().filter(|s| s.record.is_some()).count());
    let played = play(&story.ok_or("there is no story")?.story, &protocol)?;
    let last = played.entries.iter().map(|e| e.written).max().unwrap_or(Timestamp::MIN);
    let case = fold(&played.calendar, &played.entries, last);
    let step = played.entries.iter().rev().find(|e| e.record.record_type().is_gated());
    let step = step.ok_or("the story has no step that safeguards can guard")?;
    let safeguards = judge(&case, &played.world, step, &protocol).len();
    let assessments = rate(time, || {
        black_box(assess(black_box(&case), &played.world, &protocol, last));
    });
    let judged = rate(time, || {
        black_box(judge(black_box(&case), &played.world, step, &protocol));
    });
    let folds = rate(time, || {
        black_box(fold(&played.calendar, black_box(&played.entries), last));
    });
    let rules = protocol.duties.len() + protocol.safeguards.len() + protocol.alerts.len();
    Ok(Rules {
        records: played.entries.len(),
        rules,
        assessments,
        with_why: assessments * rules as f64,
        without: judged * safeguards as f64,
        folds,
    })
}

fn rate(time: Duration, mut act: impl FnMut()) -> f64 {
    let began = Instant::now();
    let mut count = 0_u32;
    while began.elapsed() < time {
        act();
        count += 1;
    }
    f64::from(count) / began.elapsed().as_secs_f64()
}

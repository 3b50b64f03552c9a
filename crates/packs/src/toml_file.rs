//! x
/// What a period may be.
pub(crate) const PERIODS: &str =
    "Write it as \"6 hours\", \"3 days\", \"15 working days\", \"1 month\" or \"2 years\".";
/// What to do when days are counted without a declaration.
pub(crate) const DECLARE_RECKONING: &str =
    "Add [reckoning] with `days_end` and `month_end` to pack.toml, or count in hours.";

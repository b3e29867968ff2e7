//! The settings of clustering, with what they mean.

/// How alike articles must be to be one story, and how far dates count.
///
/// The fields are set through [`DetectorBuilder`](crate::DetectorBuilder), which checks them.
///
/// ```
/// use retold::story::Rules;
/// assert_eq!(Rules::default().date_days, 14.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Rules {
    /// Average adjusted score from which two articles are one story; groups need less the larger
    /// they are, down to 0.07 less, and all need as much more or less as the articles of other
    /// stories come closer than usual or less close. From 0 to 1; default: 0.172.
    pub story_threshold: f64,
    /// Adjusted score from which two articles compared alone are one story; from 0 to 1,
    /// default: 0.2.
    pub pair_threshold: f64,
    /// How many of its heaviest terms find an article's candidates; from 1 to 64, default: 24.
    pub candidate_terms: usize,
    /// Time constant in days with which the date factor decays to the floor, unless both articles tell
    /// of one day; default: 14.
    pub date_days: f64,
    /// The least a difference in dates leaves of a score; from 0 to 1 (dates do not count),
    /// default: 0.5.
    pub date_floor: f64,
    /// Days beyond which two dated articles are never linked; default: none.
    pub window_days: Option<f64>,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            story_threshold: 0.172,
            pair_threshold: 0.2,
            candidate_terms: 24,
            date_days: 14.0,
            date_floor: 0.5,
            window_days: None,
        }
    }
}

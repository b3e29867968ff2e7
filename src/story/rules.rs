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
    /// they are, down to 0.1 less. From 0 to 1; 0.172 unless set.
    pub story_threshold: f64,
    /// Adjusted score from which two articles compared alone are one story; from 0 to 1, 0.2 unless
    /// set.
    pub pair_threshold: f64,
    /// How many of its heaviest terms find an article's candidates; from 1 to 64, 24 unless set.
    pub candidate_terms: usize,
    /// Days after which the date factor has come down by 1 − 1/e of its way to the floor; 14 unless
    /// set.
    pub date_days: f64,
    /// The least a difference in dates leaves of a score; from 0 to 1 (dates do not count), 0.5
    /// unless set.
    pub date_floor: f64,
    /// Days beyond which two dated articles are never linked; none unless asked for.
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

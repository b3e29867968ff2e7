//! From a cosine to the score two articles are judged by.
//!
//! Three steps. Dates close to each other add something, dates that lie apart take something away,
//! softly and down to a floor, for stories run on for months. Names and numbers that contradict the
//! wording take away up to all of it. Then the score is set against the neighbourhood: an article close to everything
//! (local crime, politics) must be closer still to be the same event. That way one threshold serves
//! every kind of news.

use super::Rules;
use crate::Date;
use crate::event::exp;

/// How many of the nearest articles make a neighbourhood.
pub(crate) const NEIGHBOURS: usize = 4;
/// How much of the neighbourhood's closeness is taken off the score.
const SHIFT: f64 = 0.4;
/// The closeness at which nothing is taken off or added.
const USUAL_CLOSENESS: f64 = 0.1;
/// No neighbourhood is taken for less close.
pub(crate) const LEAST_CLOSENESS: f64 = 0.05;

/// What two articles of one day gain over two of which a date is missing.
const SAME_DAY: f64 = 1.2;

/// What a pair counts for, below nothing, that tells two events in one wording: both articles then
/// stay apart even where one of them is close to the other's story.
const CONTRADICTION: f64 = 0.1;

/// Scores below this join nothing, and need not be judged further.
pub(crate) const LEAST_TEMPLATE: f64 = 0.05;

/// What the dates of two articles make of their score: a factor from 1.2 on the same day down to
/// 1.2 times the floor, and 1 where a date is missing; 0 outside a hard window.
pub(crate) fn date_factor(rules: &Rules, left: Option<Date>, right: Option<Date>) -> f64 {
    let (Some(left), Some(right)) = (left, right) else {
        return 1.0;
    };
    let days = left.days_since(right).abs();
    if rules.window_days.is_some_and(|window| days > window) {
        return 0.0;
    }
    SAME_DAY * (rules.date_floor + (1.0 - rules.date_floor) * exp(-days / rules.date_days))
}

/// The closeness of an article's neighbourhood: the mean of its largest scores, missing ones as 0.
pub(crate) fn closeness(scores: &mut [f32]) -> f64 {
    scores.sort_unstable_by(|a, b| b.total_cmp(a));
    let nearest = scores.iter().take(NEIGHBOURS);
    let sum: f64 = nearest.map(|&score| f64::from(score).max(0.0)).sum();
    (sum / NEIGHBOURS as f64).max(LEAST_CLOSENESS)
}

/// A score with what a template factor leaves of it; below 0 where little is left.
pub(crate) fn contradicted(score: f64, template_factor: f64) -> f64 {
    score * template_factor - CONTRADICTION * (1.0 - template_factor)
}

/// A score set against the neighbourhoods of both articles, from 0 to 1. A score of 0 stays one,
/// and a contradiction, below 0, stays as it is.
pub(crate) fn adjusted(score: f64, left_closeness: f64, right_closeness: f64) -> f64 {
    if score <= 0.0 {
        return score;
    }
    let closeness = left_closeness.min(right_closeness);
    (score - SHIFT * (closeness - USUAL_CLOSENESS)).clamp(0.0, 1.0)
}

/// The adjusted score of two articles of which nothing else is known: each is all the other's
/// neighbourhood.
pub(crate) fn adjusted_alone(score: f64) -> f64 {
    let closeness = (score / NEIGHBOURS as f64).max(LEAST_CLOSENESS);
    adjusted(score, closeness, closeness)
}

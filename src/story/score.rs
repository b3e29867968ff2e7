//! From a cosine to the score two articles are judged by.
//!
//! Three steps. Dates close to each other add something, dates that lie apart take something away,
//! softly and down to a floor, for stories run on for months; days that both texts name (*on Monday*,
//! *3 March*) count before the dates of publication. Names and numbers that contradict the
//! wording take away up to all of it. Then the score is set against the neighbourhood: an article close to everything
//! (local crime, politics) must be closer still to be the same event. That way one threshold serves
//! every kind of news.

use super::Rules;
use crate::Date;
use crate::event::{Days, exp};

/// With fewer terms than this a text says too little to be matched by what it is about.
pub(crate) const LEAST_TERMS: usize = 3;

/// How many of the nearest articles make a neighbourhood.
pub const NEIGHBOURS: usize = 4;
/// How much of the neighbourhood's closeness is taken off the score.
const SHIFT: f64 = 0.4;
/// The closeness at which nothing is taken off or added.
const USUAL_CLOSENESS: f64 = 0.1;
/// No neighbourhood is taken for less close.
const LEAST_CLOSENESS: f64 = 0.05;

/// What two articles of one day gain over two of which a date is missing.
const SAME_DAY: f64 = 1.2;

/// The cosine below which texts with much the same wording are still no copies.
pub(crate) const COPY_COSINE: f64 = 0.4;

/// What a pair counts for, below nothing, that reports two events in one wording: both articles then
/// stay apart even where one of them is close to the other's story.
const CONTRADICTION: f64 = 0.1;

/// Scores below this join nothing, and need not be judged further.
const LEAST_TEMPLATE: f64 = 0.05;

/// How much two articles lose, where the floor is 0, that tell of days of which none is the same: as
/// much of it as a difference in dates may take of the score at all.
const OTHER_DAYS: f64 = 0.44;
/// Articles that were published closer together may look back on other days each.
const SAME_TIME: f64 = 0.5;

/// What the dates of two articles make of their score: a factor from 1.2 on the same day down to
/// 1.2 times the floor, and 1 where a date is missing; 0 outside a hard window.
///
/// Where both tell of days, these count: a day in common makes it the same day whenever they were
/// published, and days of which none is the same make them less likely to be one event.
pub(crate) fn date_factor(rules: &Rules, dates: [Option<Date>; 2], days: [Days; 2]) -> f64 {
    let [Some(left), Some(right)] = dates else {
        return 1.0;
    };
    let gap = left.days_since(right).abs();
    if rules.window_days.is_some_and(|window| gap > window) {
        return 0.0;
    }
    let above_floor = 1.0 - rules.date_floor;
    let by_publication = || rules.date_floor + above_floor * exp(-gap / rules.date_days);
    let factor = match days[0].share(&days[1]) {
        Some(true) => 1.0,
        Some(false) if gap >= SAME_TIME => by_publication() * (1.0 - OTHER_DAYS * above_floor),
        _ => by_publication(),
    };
    SAME_DAY * factor
}

/// The score of a pair: how much two texts are about the same, with what their dates and a template
/// make of it. From below 0, where they tell two events in one wording, to 1.
///
/// The template factor is only asked for where it can matter.
pub(crate) fn pair_score(
    cosine: f64,
    date_factor: f64,
    template_factor: impl FnOnce() -> f64,
) -> f64 {
    let score = cosine * date_factor;
    if score < LEAST_TEMPLATE {
        return score;
    }
    let factor = template_factor();
    (score * factor - CONTRADICTION * (1.0 - factor)).min(1.0)
}

/// Whether two texts, much of whose wording is the same, tell one event.
pub(crate) fn tell_one_event(cosine: f64, template_factor: f64) -> bool {
    cosine * template_factor >= COPY_COSINE
}

/// The best scores of one text, as they come in.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Nearest([f32; NEIGHBOURS]);

impl Nearest {
    pub(crate) fn add(&mut self, mut score: f32) {
        // What goes in pushes the lower ones down, and the lowest out.
        for place in &mut self.0 {
            if score > *place {
                std::mem::swap(place, &mut score);
            }
        }
    }

    pub(crate) fn standing(self) -> Standing {
        Standing {
            closeness: mean_of_nearest(self).max(LEAST_CLOSENESS),
        }
    }
}

/// The mean of the best scores, missing ones as 0.
pub(crate) fn mean_of_nearest(Nearest(scores): Nearest) -> f64 {
    let sum: f64 = scores.iter().map(|&score| f64::from(score)).sum();
    sum / NEIGHBOURS as f64
}

/// Where a text stands in its collection: what its scores are set against.
///
/// ```
/// use retold::story::steps;
/// let (crowded, alone) = (steps::standing([0.9; 9]), steps::standing([]));
/// assert!(crowded.closeness > alone.closeness);
/// // The same score says less where everything is close to everything.
/// assert!(steps::adjusted(0.5, [crowded; 2]) < steps::adjusted(0.5, [alone; 2]));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// How close the texts nearest to it are, from 0.05 to 1.
    pub closeness: f64,
}

impl Standing {
    /// Of a text that nothing else is close to.
    pub(crate) const ALONE: Self = Self {
        closeness: LEAST_CLOSENESS,
    };
}

/// A score set against where both texts stand, from 0 to 1: this is what is compared with the bar. A
/// score of 0 stays one, and a contradiction, below 0, stays as it is.
pub(crate) fn adjusted(score: f64, [left, right]: [Standing; 2]) -> f64 {
    if score <= 0.0 {
        return score;
    }
    let closeness = left.closeness.min(right.closeness);
    (score - SHIFT * (closeness - USUAL_CLOSENESS)).clamp(0.0, 1.0)
}

/// Where two texts stand of which nothing else is known: each is all the other's neighbourhood.
pub(crate) fn standing_alone(score: f64) -> [Standing; 2] {
    let closeness = (score / NEIGHBOURS as f64).max(LEAST_CLOSENESS);
    [Standing { closeness }; 2]
}

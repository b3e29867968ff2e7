//! How sure it is that two sentences say the same: a sum of seven terms.
//!
//! The weights are those of a logistic regression on sentences of eight news stories that were
//! grouped by hand, rounded; leaving one story out moves none of them by more than a fifth. Zero is
//! the score from which a pair is claimed.

use super::number_set::NumberSet;
use super::units::{self, Units};
use crate::event;

/// Shared words that few sentences of either article have: they anchor, scene words do not.
const EXCLUSIVE: f64 = 1.7;
/// The part of the lesser sentence's words that the other has too, by weight.
const CONTAINED: f64 = 4.5;
/// Shared numbers.
const VALUES: f64 = 3.5;
/// Dice coefficient of runs of four characters.
const GRAMS: f64 = 13.0;
/// Dice coefficient of the words of the best pair of neighbours, before and after.
const AROUND: f64 = 5.0;
/// How like either sentence is to another one of its own article.
const OWN: f64 = 3.0;
/// Both quote the same words.
const QUOTED: f64 = 5.0;
/// What the terms must sum up to.
const BAR: f64 = 7.7;
/// Weight of the words of a sentence so short that containment says little.
const LIGHT: f64 = 0.3;

/// Scores pairs of units, fastest where pairs of one first unit follow each other.
pub(crate) struct Evidence<'u> {
    units: &'u Units,
    marked: Option<usize>,
    grams: NumberSet,
}

/// What two units say for themselves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Alone {
    pub(crate) score: f64,
    /// Dice coefficient of their words, by weight.
    pub(crate) dice: f64,
}

impl<'u> Evidence<'u> {
    pub(crate) fn new(units: &'u Units) -> Self {
        Self {
            units,
            marked: None,
            grams: NumberSet::default(),
        }
    }

    /// The evidence of two units without what stands around them.
    pub(crate) fn alone(&mut self, a: usize, b: usize) -> Alone {
        let units = self.units;
        let (mut mass, mut values, mut exclusive) = (0.0, 0.0, 0.0);
        for (id, spread) in units.shared(a, b) {
            mass += units.square(id);
            values += if units.is_value(id) {
                units.weight(id)
            } else {
                0.0
            };
            exclusive += units::exact(2.0 * units.rarity(id) / f64::from(spread));
        }
        let masses = [units.mass(a), units.mass(b)];
        let contained = mass / masses[0].min(masses[1]).max(LIGHT);
        let own = f64::midpoint(units.list[a].own, units.list[b].own);
        let score = EXCLUSIVE * event::ln(1.0 + exclusive)
            + CONTAINED * contained
            + VALUES * values
            + GRAMS * self.grams(a, b)
            - OWN * own
            - BAR;
        Alone {
            score,
            dice: 2.0 * mass / (masses[0] + masses[1]).max(f64::MIN_POSITIVE),
        }
    }

    /// Dice coefficient of the runs of four characters of two units.
    fn grams(&mut self, a: usize, b: usize) -> f64 {
        let [ours, theirs] = [a, b].map(|unit| self.units.grams(unit));
        if self.marked != Some(a) {
            self.grams.fill([ours].into_iter(), |_| {});
            self.marked = Some(a);
        }
        let common = self.grams.count(theirs);
        2.0 * common as f64 / (ours.len() + theirs.len()).max(1) as f64
    }
}

/// With what both quote: the part of the shorter quotation that the other has.
pub(crate) fn quoted(alone: f64, shared: f64) -> f64 {
    alone + QUOTED * shared
}

/// With what stands around them: the likeness of the best neighbours before and after.
pub(crate) fn around(alone: f64, before: f64, after: f64) -> f64 {
    alone + AROUND * f64::midpoint(before, after)
}

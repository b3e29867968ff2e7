//! How much sentences say the same: the mean of the cosine of their words, weighted by rarity, and of
//! the Dice coefficient of their runs of four characters.

use super::number_set::NumberSet;
use super::units::Units;

/// Scores units and groups of units, fastest where pairs of one first unit follow each other: what
/// that one has is marked once, then looked up.
pub(crate) struct Scorer<'u> {
    units: &'u Units,
    /// The group that is marked.
    marked: Vec<usize>,
    words: NumberSet,
    grams: NumberSet,
    /// The sum of the squared weights of the marked words.
    mass: f64,
    /// What a second group of several units has.
    other: NumberSet,
    told: NumberSet,
}

impl<'u> Scorer<'u> {
    pub(crate) fn new(units: &'u Units) -> Self {
        Self {
            units,
            marked: Vec::new(),
            words: NumberSet::default(),
            grams: NumberSet::default(),
            mass: 0.0,
            other: NumberSet::default(),
            told: NumberSet::default(),
        }
    }

    pub(crate) fn units(&self) -> &'u Units {
        self.units
    }

    /// How much two groups of units say the same, from 0 to 1: each taken as one long sentence.
    pub(crate) fn score_groups(&mut self, left: &[usize], right: &[usize]) -> f64 {
        if left == right {
            return 1.0;
        }
        self.mark(left);
        let units = self.units;
        if let &[unit] = right {
            let ids = units.ids(unit).iter();
            let shared = ids.filter(|&&id| self.words.contains(id));
            let shared: f64 = shared.map(|&id| units.square(id)).sum();
            let grams = units.grams(unit);
            let masses = [self.mass, units.mass(unit)];
            let lengths = [self.grams.len(), grams.len()];
            return likeness(shared, masses, self.grams.count(grams), lengths);
        }
        let (mut shared, mut mass, mut common) = (0.0, 0.0, 0);
        self.other
            .fill(right.iter().map(|&unit| units.ids(unit)), |id| {
                let square = units.square(id);
                mass += square;
                shared += if self.words.contains(id) { square } else { 0.0 };
            });
        self.other
            .fill(right.iter().map(|&unit| units.grams(unit)), |gram| {
                common += usize::from(self.grams.contains(gram));
            });
        let lengths = [self.grams.len(), self.other.len()];
        likeness(shared, [self.mass, mass], common, lengths)
    }

    /// The part of a unit that the unit `center` says and `told` does not, from 0 to 1.
    pub(crate) fn gain(&mut self, center: usize, unit: usize, told: &[usize]) -> f64 {
        self.mark(&[center]);
        let units = self.units;
        self.other
            .fill(told.iter().map(|&unit| units.ids(unit)), |_| {});
        let gained = |id: &&u32| self.words.contains(**id) && !self.other.contains(**id);
        let words = units.ids(unit).iter().filter(gained);
        let words: f64 = words.map(|&id| units.square(id)).sum();
        self.other.clear(units.grams(unit).len());
        for &gram in units.grams(unit) {
            if self.grams.contains(gram) {
                self.other.insert(gram);
            }
        }
        let mut grams = self.other.len();
        if let &[told] = told {
            grams -= self.other.count(units.grams(told));
        } else {
            let (known, told) = (&mut self.told, told.iter().map(|&unit| units.grams(unit)));
            known.fill(told, |gram| grams -= usize::from(self.other.contains(gram)));
        }
        f64::midpoint(
            ratio(words, units.mass(unit)),
            ratio(grams as f64, units.grams(unit).len() as f64),
        )
    }

    fn mark(&mut self, group: &[usize]) {
        if self.marked == group {
            return;
        }
        let units = self.units;
        self.marked.clear();
        self.marked.extend(group);
        let mut mass = 0.0;
        self.words
            .fill(group.iter().map(|&unit| units.ids(unit)), |id| {
                mass += units.square(id);
            });
        self.mass = mass;
        self.grams
            .fill(group.iter().map(|&unit| units.grams(unit)), |_| {});
    }
}

/// From the masses of both sides and of what they share, and from the numbers of their runs of
/// characters.
fn likeness(shared: f64, masses: [f64; 2], common: usize, grams: [usize; 2]) -> f64 {
    let cosine = ratio(shared, (masses[0] * masses[1]).sqrt());
    let dice = ratio((2 * common) as f64, (grams[0] + grams[1]) as f64);
    f64::midpoint(cosine, dice)
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 {
        (part / whole).min(1.0)
    } else {
        0.0
    }
}

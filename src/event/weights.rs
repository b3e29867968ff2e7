//! What a term weighs, before it is known how rare it is.

use super::terms::{Marks, Occurrences, Terms};

/// Counts saturate as in BM25 (Robertson & Walker 1994), with this `k1`, and half normalised by
/// length against an article of [`USUAL_TERMS`] terms.
const SATURATION: f64 = 1.2;
const LENGTH_SHARE: f64 = 0.5;
const USUAL_TERMS: f64 = 150.0;
const NAME_WEIGHT: f64 = 1.4;
const NUMBER_WEIGHT: f64 = 2.0;
const LEAD_WEIGHT: f64 = 1.2;

/// How counts become weights in an article of one length, before rarity.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    saturation: f64,
}

impl Scale {
    /// For an article of so many terms, each as often as it occurs.
    pub(crate) fn of(length: f64) -> Self {
        let length = (1.0 - LENGTH_SHARE) + LENGTH_SHARE * length / USUAL_TERMS;
        Self {
            saturation: SATURATION * length,
        }
    }

    /// The saturated count of a term × kind × lead; negative for a particular, see
    /// [`TermVector`].
    #[inline]
    pub(crate) fn weight(self, count: f64, marks: Marks) -> f64 {
        count * (SATURATION + 1.0) / (count + self.saturation) * FACTORS[usize::from(marks.bits())]
    }
}

/// Kind × lead, negative for a particular, for each set of marks: read for every term of every
/// comparison, where four conditions would take longer than all else.
static FACTORS: [f64; 256] = {
    let (mut factors, mut bits) = ([0.0; 256], 0);
    while bits < factors.len() {
        factors[bits] = factor(Marks::from_bits(bits as u8));
        bits += 1;
    }
    factors
};

const fn factor(marks: Marks) -> f64 {
    let kind = if marks.is_name() {
        NAME_WEIGHT
    } else if marks.is_number() {
        NUMBER_WEIGHT
    } else {
        1.0
    };
    let sign = if marks.is_particular() { -1.0 } else { 1.0 };
    let lead = if marks.in_lead() { LEAD_WEIGHT } else { 1.0 };
    kind * lead * sign
}

/// The weight of each term, ascending by key: what `count` leaves of its occurrences, saturated, times
/// what kind of term it is.
pub(crate) fn term_weights<'a>(
    terms: &'a Terms,
    scale: Scale,
    count: impl Fn(&[Occurrences]) -> f64 + 'a,
) -> impl Iterator<Item = (u32, f64)> + 'a {
    let weight =
        move |term: &[Occurrences]| (term[0].key, scale.weight(count(term), term[0].marks));
    terms.by_term().map(weight)
}

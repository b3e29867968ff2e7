//! Two events reported in one wording: particulars that contradict the rest.
//!
//! Particulars are names, days and numbers, in digits or spelled out. Quakes, quarterly results and
//! local crime are often reported from a template: all words agree but those that tell which event
//! it was. Of two reports of *one* event the particulars agree at least as well as the other words
//! do, whatever was reworded, corrected or added. So where other words agree closely, and both
//! articles hold several particulars that the other has not, weighing much of what they have, these
//! are two events.
//!
//! Common nouns tell events apart as well: a study of walnuts and one of blueberries, recalls of lasagne
//! and of biscuits. There most words are shared, yet on both sides those that are not weigh more
//! than those that are: the rare words stand in the slots of a template. Reports of one event share
//! their rare words first.
//!
//! Among labelled news, of the pairs whose other words have a cosine of 0.5 or more and of whose
//! particulars half the weight or more is not shared on either side, nine in ten are of different
//! events; with less than that unshared, hardly any are.

use crate::frame::Bytes;

/// Below the first cosine of the words that are no particulars nothing is taken for a template,
/// from the second on all is.
const WORDING: [f64; 2] = [0.55, 0.75];
/// The same for the unshared part of the particulars, that of the article with less of it.
const UNSHARED: [f64; 2] = [0.38, 0.46];
/// So many unshared particulars each must have; fewer may be a correction.
const LEAST_UNSHARED: u32 = 3;
/// Unless none is shared at all, and each article has a name or a day, which no update replaces:
/// then fewer will do, but the other words must agree as closely as this.
const WHOLE_WORDING: [f64; 2] = [0.72, 0.82];

/// Below this cosine nothing is looked at for words that stand in the same places.
const LEAST_SLOTTED: f64 = 0.25;
/// So many words each must have in such places.
const LEAST_SLOTS: u32 = 2;
/// Below the first part of the words that are shared nothing is taken for a template, from the second
/// on all is.
const SHARED_WORDS: [f64; 2] = [0.5, 0.65];
/// The same for how much more a word weighs that is not shared than one that is, in squares.
const HEAVIER: [f64; 2] = [1.2, 1.6];
/// And for the part of the weight that is not shared: a reprint with a line added shares nearly all.
const UNSHARED_WEIGHT: [f64; 2] = [0.25, 0.35];

/// What of an article's weight lies on its particulars, and what on other words, in squares.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Makeup {
    particulars: f32,
    others: f32,
    count: u32,
    /// How many terms there are.
    terms: u32,
    named: bool,
}

impl Makeup {
    /// Of weights of any scale, those of particulars negative; `named` if any of these is a name or
    /// a day.
    pub(crate) fn of(weights: impl Iterator<Item = f64>, named: bool) -> Self {
        let (mut particulars, mut others, mut count, mut terms) = (0.0, 0.0, 0, 0);
        for weight in weights {
            terms += 1;
            if weight < 0.0 {
                particulars += weight * weight;
                count += 1;
            } else {
                others += weight * weight;
            }
        }
        Self {
            particulars: particulars as f32,
            others: others as f32,
            count,
            terms,
            named,
        }
    }

    /// The same where passages of several articles fade: what reprints share weighs least then, and
    /// would look like the fixed words of a template.
    pub(crate) fn without_slots(self) -> Self {
        Self { terms: 0, ..self }
    }

    /// Whether articles of this cosine, their vectors of length 1, may have one wording; most
    /// need not be looked at any closer.
    pub(crate) fn may_share_wording(&self, other: &Self, cosine: f64) -> bool {
        let others = f64::from(self.others) * f64::from(other.others);
        cosine >= (WORDING[0] * others.sqrt()).min(LEAST_SLOTTED)
    }

    /// Its byte-stable form, 17 bytes.
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(self.named));
        out.extend_from_slice(&self.particulars.to_le_bytes());
        out.extend_from_slice(&self.others.to_le_bytes());
        out.extend_from_slice(&self.count.to_le_bytes());
        out.extend_from_slice(&self.terms.to_le_bytes());
    }

    /// Reads that form.
    pub(crate) fn take(bytes: &mut Bytes<'_>) -> Option<Self> {
        let named = bytes.u8().filter(|&named| named <= 1)? == 1;
        let (particulars, others) = (bytes.f32()?, bytes.f32()?);
        let (count, terms) = (bytes.u32()?, bytes.u32()?);
        Some(Self {
            particulars,
            others,
            count,
            terms,
            named,
        })
    }

    /// The sum of all squares: that of the length of the vector.
    pub(crate) fn square(&self) -> f64 {
        f64::from(self.particulars) + f64::from(self.others)
    }
}

/// What two articles share, gathered term by term.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Common {
    /// What other words than particulars add to the product.
    wording: f64,
    terms: u32,
    left: Side,
    right: Side,
}

/// The particulars of one article that the other shares.
#[derive(Debug, Clone, Copy, Default)]
struct Side {
    squares: f64,
    count: u32,
    /// The squares of all terms.
    all: f64,
}

impl Side {
    /// Without a condition, which half of the terms meet.
    #[inline]
    fn add(&mut self, weight: f64) {
        let own = weight.min(0.0);
        self.squares += own * own;
        self.all += weight * weight;
        self.count += u32::from(weight < 0.0);
    }

    /// The weight of the particulars that are not shared, and how many there are.
    fn unshared(self, makeup: Makeup) -> (f64, u32) {
        let shared = self.squares / f64::from(makeup.particulars).max(f64::MIN_POSITIVE);
        (1.0 - shared, makeup.count.saturating_sub(self.count))
    }
}

/// The words of one article that are no particulars, beside those of another.
struct Slots {
    /// The part of them that both have.
    shared: f64,
    /// How many times as much those weigh that are not shared, in squares.
    heavier: f64,
    /// The part of the weight of all its terms that is not shared.
    unshared: f64,
}

impl Common {
    /// Adds a term both hold, by its weight in each, negative for a particular.
    #[inline]
    pub(crate) fn add(&mut self, left: f64, right: f64) {
        self.terms += 1;
        let wording = left > 0.0 || right > 0.0;
        self.wording += if wording { (left * right).abs() } else { 0.0 };
        self.left.add(left);
        self.right.add(right);
    }

    /// What is left of the score: 1 for nearly all pairs, 0 for two events in one wording.
    pub(crate) fn factor(&self, left: Makeup, right: Makeup) -> f64 {
        let contradiction = self.contradiction(left, right);
        contradiction.min(self.slots(left, right))
    }

    /// Less than 1 if most words that are no particulars are shared, but on neither side those that
    /// weigh most.
    fn slots(&self, left: Makeup, right: Makeup) -> f64 {
        let (left, right) = (
            self.slots_of(self.left, left),
            self.slots_of(self.right, right),
        );
        1.0 - ramp(left.shared.min(right.shared), SHARED_WORDS)
            * ramp(left.heavier.min(right.heavier), HEAVIER)
            * ramp(left.unshared.min(right.unshared), UNSHARED_WEIGHT)
    }

    fn slots_of(&self, side: Side, makeup: Makeup) -> Slots {
        let all = makeup.terms.saturating_sub(makeup.count);
        let both = self.terms.saturating_sub(side.count);
        let shared = f64::from(both) / f64::from(all).max(1.0);
        let weight = (side.all - side.squares) / f64::from(makeup.others).max(f64::MIN_POSITIVE);
        let heavier = (1.0 - weight) * shared / ((1.0 - shared) * weight).max(f64::MIN_POSITIVE);
        let enough = all.saturating_sub(both) >= LEAST_SLOTS;
        Slots {
            shared,
            heavier: if enough { heavier } else { 0.0 },
            unshared: 1.0 - side.all / makeup.square().max(f64::MIN_POSITIVE),
        }
    }

    fn contradiction(&self, left: Makeup, right: Makeup) -> f64 {
        let (left_part, left_count) = self.left.unshared(left);
        let (right_part, right_count) = self.right.unshared(right);
        let many = left_count.min(right_count) >= LEAST_UNSHARED;
        let none_shared = self.left.count.max(self.right.count) == 0;
        let telling = none_shared && left.named && right.named;
        if !(many || telling) {
            return 1.0;
        }
        let others = f64::from(left.others) * f64::from(right.others);
        if others <= 0.0 {
            return 1.0;
        }
        let wording = self.wording / others.sqrt();
        let limits = if many { WORDING } else { WHOLE_WORDING };
        1.0 - ramp(wording, limits) * ramp(left_part.min(right_part), UNSHARED)
    }
}

/// From 0 to 1 between two points.
fn ramp(x: f64, [start, end]: [f64; 2]) -> f64 {
    ((x - start) / (end - start)).clamp(0.0, 1.0)
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "a ramp ends at 0 and 1 exactly")]
mod tests {
    use super::*;

    /// Two articles of `words` shared words, `shared` shared and `own` unshared particulars, all
    /// equally heavy.
    fn factor(words: usize, shared: usize, own: usize) -> f64 {
        let weight = 1.0 / ((words + shared + own) as f64).sqrt();
        let particulars = std::iter::repeat_n(-weight, shared + own);
        let makeup = Makeup::of(std::iter::repeat_n(weight, words).chain(particulars), true);
        let mut common = Common::default();
        for _ in 0..words {
            common.add(weight, weight);
        }
        for _ in 0..shared {
            common.add(-weight, -weight);
        }
        common.factor(makeup, makeup)
    }

    #[test]
    fn a_template_is_no_evidence_and_a_correction_no_conflict() {
        assert_eq!(factor(30, 2, 8), 0.0);
        assert_eq!(factor(30, 8, 2), 1.0, "most is shared");
        assert_eq!(factor(30, 1, 2), 1.0, "too few to say");
        assert_eq!(factor(30, 0, 1), 0.0, "another name, and no other");
        assert_eq!(factor(0, 2, 8), 1.0, "no wording is shared");
        assert!(factor(30, 11, 9) > factor(30, 9, 11));
    }

    /// The same without particulars: shared words of weight 1, own words of another weight.
    fn slots(shared: usize, own: usize, weight: f64) -> f64 {
        let weights = std::iter::repeat_n(1.0, shared).chain(std::iter::repeat_n(weight, own));
        let makeup = Makeup::of(weights, false);
        let mut common = Common::default();
        for _ in 0..shared {
            common.add(1.0, 1.0);
        }
        common.factor(makeup, makeup)
    }

    #[test]
    fn rare_words_in_the_slots_of_a_template_tell_two_events() {
        assert_eq!(slots(12, 3, 2.0), 0.0);
        assert_eq!(slots(12, 3, 1.0), 1.0, "the others are as common");
        assert_eq!(slots(12, 1, 2.0), 1.0, "one word may be a correction");
        assert_eq!(slots(6, 12, 2.0), 1.0, "most is told in other words");
    }

    #[test]
    fn other_words_take_no_part() {
        let makeup = Makeup::of([0.6, -0.8].into_iter(), true);
        let mut common = Common::default();
        common.add(0.6, -0.8);
        assert!(common.wording > 0.0 && common.left.count == 0 && common.right.count == 1);
        assert_eq!(Common::default().factor(makeup, makeup), 1.0);
    }
}

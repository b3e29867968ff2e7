//! How exactly a number is told: at least 12, up to 12, about 12; and where one side does without.

use super::{Form, Number};
use crate::diff::facts::side::Side;
use crate::diff::facts::slots::{Hand, Slots};

/// What the words around a number make of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Bound {
    #[default]
    Exact,
    /// Around it: about, some, roughly.
    About,
    /// It or more: at least.
    Least,
    /// It or less: at most.
    Most,
    /// More than it.
    Over,
    /// Less than it, or not quite: nearly, up to.
    Under,
}

impl Bound {
    /// The bound of a number that stands at `at..end`, and how many words before it tell it.
    pub(super) fn of(side: &Side<'_>, at: usize, end: usize) -> (Self, usize) {
        let [far, near] = [2, 1].map(|back| {
            let place = at.wrapping_sub(back);
            let is_here = (place..at).all(|place| !side.is_start(place + 1));
            if is_here { side.key(place) } else { "" }
        });
        let third = side.key(at.wrapping_sub(3));
        if near == "than" && matches!(far, "fewer" | "less") && matches!(third, "no" | "not") {
            return (Self::Least, 3);
        }
        match (far, near) {
            ("at" | "t", "least") => (Self::Least, 2),
            ("at", "most") => (Self::Most, 2),
            ("less" | "fewer", "than") | ("up" | "close", "to") | ("just", "under") => {
                (Self::Under, 2)
            }
            (_, "than") | ("just", "over") => (Self::Over, 2),
            (_, "over") => (Self::Over, 1),
            (_, "almost" | "nearly" | "under") => (Self::Under, 1),
            (_, "about" | "approximately" | "around" | "estimated" | "roughly" | "some") => {
                (Self::About, 1)
            }
            _ if side.key(end) == "or" && side.key(end + 1) == "more" => (Self::Least, 0),
            _ if side.key(end) == "or" && side.key(end + 1) == "so" => (Self::About, 0),
            _ => (Self::Exact, 0),
        }
    }

    /// Whether the number need not be the exact one.
    pub(super) fn is_rough(self) -> bool {
        matches!(self, Self::About | Self::Over | Self::Under)
    }

    /// Whether one side is surer of a number than the other, or sets it another bound: at least 12 and
    /// 12, more than 12 and nearly 12. About 12 and nearly 12 are one to a reader.
    fn is_other(self, other: Self) -> bool {
        let is_below = |bound| matches!(bound, Self::Least | Self::Over);
        let is_above = |bound| matches!(bound, Self::Most | Self::Under);
        match (self, other) {
            (Self::Exact, other) | (other, Self::Exact) => other != Self::Exact,
            _ => is_below(self) && is_above(other) || is_above(self) && is_below(other),
        }
    }
}

/// Pairs of equal numbers, left and right, of which one side is surer.
pub(in crate::diff::facts) fn changes<'n>(
    left: &'n [Number],
    right: &'n [Number],
    slots: &Slots<'_, '_>,
) -> Vec<[&'n Number; 2]> {
    let is_plain = |number: &Number| number.form == Form::One;
    let mut found = Vec::new();
    let is_estimate = |hand| {
        let mut words = slots.side(hand).words.iter();
        words.any(|word| word.key.starts_with("estimat"))
    };
    if is_estimate(Hand::Left) && is_estimate(Hand::Right) {
        return found;
    }
    for l in left.iter().filter(|number| is_plain(number)) {
        let mut answers = right
            .iter()
            .filter(|r| is_plain(r) && l.unit == r.unit && l.is_worth(r) && answers(l, r, slots));
        if let (Some(r), None) = (answers.next(), answers.next())
            && l.bound.is_other(r.bound)
            // To a reader about 12 is 12 unless all else is the same.
            && (slots.closeness().is_near || l.bound != Bound::About && r.bound != Bound::About)
            // Some 12 people: said of any number.
            && !l.is_some && !r.is_some
        {
            found.push([l, r]);
        }
    }
    found
}

/// Whether two equal numbers are told of the same thing.
fn answers(l: &Number, r: &Number, slots: &Slots<'_, '_>) -> bool {
    // One man and at least one woman.
    if l.low <= 1.0 && l.counted.noun != r.counted.noun {
        return false;
    }
    // Two others, two villages.
    if l.counted.noun != r.counted.noun && !l.counted.is_like(&r.counted) {
        return false;
    }
    let is_across = slots.across(Hand::Left, l.at.start) == Some(r.at.start);
    let is_of = l.is_of(r) && (l.counted.fate_is(&r.counted) || slots.closeness().is_close);
    is_across || slots.is_exchange(&l.at, &r.at) || is_of
}

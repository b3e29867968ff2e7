//! Numbers: their value whatever way it is written, their unit, and what they count.

mod bounds;
mod counted;
mod label;
mod pairs;
mod read;
mod units;
mod value;

use std::ops::Range;

use super::pairing::MOST;
use super::side::Side;
use bounds::Bound;
pub(super) use bounds::changes as bounds;
use counted::Counted;
pub(super) use pairs::changes;
pub(super) use read::VAGUE;
use units::{Unit, in_common};
pub(super) use value::{value_of, words};

/// A number as it stands in a sentence.
#[derive(Debug)]
pub(super) struct Number {
    /// The value, or the ends of a range.
    low: f64,
    high: f64,
    /// What else its digits may mean.
    other: Option<f64>,
    form: Form,
    unit: Unit,
    counted: Counted,
    /// How exactly it is told, and where that begins.
    bound: Bound,
    bound_start: usize,
    /// Some 12 people.
    is_some: bool,
    /// `one`, ordinals and counts that are taken for known (the two men) mean a number only when the
    /// other side has another one in their place.
    is_weak: bool,
    /// The words of the number itself.
    pub(super) at: Range<usize>,
    /// What a reader is shown: the number with its unit or what it counts.
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    One,
    /// 10 to 15.
    Range,
    /// From 2 to 3, 3-1: the order tells something.
    Ordered,
    /// Dozens: anything in between.
    Vague,
}

/// The numbers of a side that no date has taken; their words are taken.
pub(super) fn numbers(side: &mut Side<'_>) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < side.words.len() && numbers.len() < MOST {
        if !read::may_tell(side, at) {
            at += 1;
            continue;
        }
        let (number, end) = read::number_at(side, at);
        numbers.extend(number);
        at = end.max(at + 1);
    }
    for number in &numbers {
        for word in &mut side.words[number.at.clone()] {
            word.is_taken = true;
        }
    }
    numbers
}

impl Number {
    /// Whether two numbers say the same, as far as their values tell.
    fn is_equal(&self, other: &Self) -> bool {
        self.compare(other) == Some(true)
    }

    /// Whether the values agree; nothing if their units cannot be compared.
    fn compare(&self, other: &Self) -> Option<bool> {
        let (low, their_low, is_converted) =
            in_common((self.low, self.unit), (other.low, other.unit))?;
        let (high, their_high, _) = in_common((self.high, self.unit), (other.high, other.unit))?;
        let is_rough = self.bound.is_rough() || other.bound.is_rough();
        let is_share = self.unit == Unit::Percent && (low % 1.0 != 0.0 || their_low % 1.0 != 0.0);
        let near = |l: f64, r: f64| {
            let scale = l.abs().max(r.abs());
            let slack = if is_rough {
                0.15 * scale
            } else if is_converted {
                0.04 * scale
            } else if is_share {
                // A third is 33 per cent, two thirds are 66 to many.
                0.7
            } else {
                1e-9 * scale
            };
            (l - r).abs() <= slack || is_rounded(l, r) || is_rounded(r, l)
        };
        let is_one = |number: &Self| number.form == Form::One;
        Some(match (self.form, other.form) {
            (Form::One, Form::One) => {
                near(low, their_low)
                    || self.other.is_some_and(|low| near(low, their_low))
                    || other.other.is_some_and(|other| near(low, other))
            }
            // A number within a range, or at one of its ends, does not speak against it.
            _ if is_one(self)
                || is_one(other)
                || self.form == Form::Vague
                || other.form == Form::Vague =>
            {
                low.min(high) <= their_low.max(their_high)
                    && their_low.min(their_high) <= low.max(high)
            }
            _ => near(low, their_low) && near(high, their_high),
        })
    }

    /// What a reader is shown, with how exactly it is told.
    pub(super) fn bounded(&self) -> Range<usize> {
        self.bound_start..self.span.end
    }

    /// Whether the two are the same without their units.
    fn is_worth(&self, other: &Self) -> bool {
        (self.low - other.low).abs() <= 1e-9 * self.low.abs()
    }

    /// Whether the two count the same thing in other numbers.
    fn is_of(&self, other: &Self) -> bool {
        match (self.unit, other.unit) {
            (Unit::Count, Unit::Count) => self.counted.is_like(&other.counted),
            (Unit::Rank, Unit::Rank) => {
                self.counted.noun == other.counted.noun && self.counted.noun != 0
            }
            _ => false,
        }
    }
}

/// Whether a value is another one rounded: 1.2 million for 1,234,000; two digits at least are left.
fn is_rounded(value: f64, exact: f64) -> bool {
    if value.abs() < 10.0 && value % 1.0 == 0.0 || value == 0.0 {
        return false;
    }
    // The unit of the last digit of the rounded value that is not zero.
    let mut unit = 10_f64.powf(value.abs().log10().floor());
    let is_whole = |unit: f64| {
        let ratio = value / unit;
        (ratio - ratio.round()).abs() < 1e-6
    };
    let mut digits = 1;
    while !is_whole(unit) && digits < 9 {
        unit /= 10.0;
        digits += 1;
    }
    let is_scaled = !(1.0..1000.0).contains(&unit);
    digits > 1 && is_scaled && (value - exact).abs() <= unit * 0.5
}

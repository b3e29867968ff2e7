//! Whether two numbers can mean one.

use super::Relation;
use crate::article::Date;
use crate::diff::facts::read::{Amount, Bound, Number};

/// The relation of two numbers of one thing that cannot both be right; a `toll` that is higher in a
/// report of a later day has grown.
pub(in crate::diff::facts) fn numbers(
    left: &Number,
    right: &Number,
    dates: [Option<Date>; 2],
    is_toll: bool,
) -> Relation {
    let [Some(before), Some(after)] = dates else {
        return Relation::Contradicts;
    };
    let has_grown = match before.cmp(&after) {
        std::cmp::Ordering::Less => left.amount.high < right.amount.low,
        std::cmp::Ordering::Greater => right.amount.high < left.amount.low,
        std::cmp::Ordering::Equal => false,
    };
    if is_toll && has_grown {
        Relation::Later
    } else {
        Relation::Contradicts
    }
}

/// The relation of two states of one person or thing: what is told on another day may have changed.
pub(in crate::diff::facts) fn states(dates: [Option<Date>; 2]) -> Relation {
    match dates {
        [Some(left), Some(right)] if left != right => Relation::Later,
        _ => Relation::Contradicts,
    }
}

/// Whether the two numbers can both be right of one thing: `at least 12` and `17`, `about 200` and
/// `203`, `dozens` and `48`. Two tolls of `at least 12` and `at least 17` are two tolls.
pub(in crate::diff::facts) fn can_agree(left: &Number, right: &Number) -> bool {
    if left.bound == right.bound && left.bound != Bound::About {
        return left.amount.meets(right.amount);
    }
    widened(left).meets(widened(right))
}

/// Whether one number is exact and the other is a bound that it keeps within, not far off.
pub(in crate::diff::facts) fn is_bound(left: &Number, right: &Number) -> bool {
    let is_exact =
        |number: &Number| number.bound == Bound::Exact && number.amount.low >= number.amount.high;
    let (exact, open) = match (is_exact(left), is_exact(right)) {
        (true, false) => (left, right),
        (false, true) => (right, left),
        _ => return false,
    };
    let (exact, amount) = (exact.amount.low, open.amount);
    open.bound != Bound::About
        && can_agree(left, right)
        && !amount.meets(Amount {
            low: exact,
            high: exact,
            step: 0.0,
        })
        && exact < FAR * amount.high
        && amount.low < FAR * exact
}

/// How many times a bound another number may be and still be the one it stands for.
const FAR: f64 = 5.0;

/// What a number can mean, with its bound.
fn widened(number: &Number) -> Amount {
    let amount = number.amount;
    let Amount { low, high, .. } = amount;
    match number.bound {
        Bound::Exact => amount,
        Bound::Least => Amount {
            high: f64::INFINITY,
            ..amount
        },
        Bound::Most => Amount { low: 0.0, ..amount },
        Bound::About => Amount {
            low: low - low.abs() * ABOUT,
            high: high + high.abs() * ABOUT,
            ..amount
        },
    }
}

/// What `about` leaves open: one part in ten.
const ABOUT: f64 = 0.1;

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

/// Whether the two numbers can both be right of one thing: `at least 12` and `17`, `about 200` and
/// `203`, `dozens` and `48`. Two tolls of `at least 12` and `at least 17` are two tolls.
pub(in crate::diff::facts) fn can_agree(left: &Number, right: &Number) -> bool {
    if left.bound == right.bound && left.bound != Bound::About {
        return left.amount.meets(right.amount);
    }
    widened(left).meets(widened(right))
}

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

//! The condition of a patient: `in very critical condition`.

use std::ops::Range;

use super::words::Words;
use crate::diff::facts::lexicon::Class;

/// How somebody in a hospital is said to be.
#[derive(Debug, Clone)]
pub(in crate::diff::facts) struct Condition {
    /// The words for it: `critical`, `very critical`, `critical but stable`.
    pub(in crate::diff::facts) said: Vec<String>,
    pub(in crate::diff::facts) at: Range<usize>,
}

/// Words between `critical` and `condition` and before it, at most.
const REACH: usize = 4;

/// The conditions of some sentences.
pub(super) fn read(words: &Words<'_>) -> Vec<Condition> {
    let is_condition = |&at: &usize| words.key(at) == "condition";
    (0..words.len())
        .filter(is_condition)
        .filter_map(|at| condition(words, at))
        .collect()
}

fn condition(words: &Words<'_>, at: usize) -> Option<Condition> {
    let goes_on = |at: usize| {
        words.is(at, Class::Condition)
            || matches!(words.key(at), "very" | "extremely" | "but" | "and" | "now")
    };
    let mut from = at;
    while from > 0 && at - from < REACH && words.is_joined(from - 1) && goes_on(from - 1) {
        from -= 1;
    }
    // in critical condition but stable
    let mut end = at + 1;
    if words.key(end) == "but" && words.is_joined(at) && words.is(end + 1, Class::Condition) {
        end += 2;
    }
    let says = |at: &usize| {
        words.is(*at, Class::Condition) || matches!(words.key(*at), "very" | "extremely")
    };
    let said: Vec<String> = (from..end)
        .filter(says)
        .map(|at| words.key(at).to_owned())
        .collect();
    (!said.is_empty()).then_some(Condition {
        said,
        at: from..end,
    })
}

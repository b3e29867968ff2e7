//! The verb a fact belongs to: arrested on Monday and died on Sunday are no two dates of one thing.

use std::ops::Range;

use super::opposites::are_alike;
use super::side::Side;
use super::stems::is_irregular;
use super::wording::is_verb;

/// Words between a fact and its verb.
const REACH: usize = 8;

/// Whether two facts, left and right, may belong to one verb.
pub(super) fn is_of_one_verb(
    left: &Side<'_>,
    l: &Range<usize>,
    right: &Side<'_>,
    r: &Range<usize>,
) -> bool {
    let verbs = verb_of(left, l).zip(verb_of(right, r));
    verbs.is_none_or(|(a, b)| {
        left.words[a].stem == right.words[b].stem || are_alike(left.key(a), right.key(b))
    })
}

/// The verb a fact stands nearest to: the last one before it in its sentence, or else the first one
/// behind it.
fn verb_of(side: &Side<'_>, at: &Range<usize>) -> Option<usize> {
    let is_verbal = |&place: &usize| {
        let key = side.key(place);
        is_verb(side, place) || key.ends_with("ing") && key.len() > 5 || is_irregular(key)
    };
    let before = (0..at.start)
        .rev()
        .take(REACH)
        .take_while(|&place| !side.is_start(place + 1));
    let behind = (at.end..side.words.len())
        .take(REACH)
        .take_while(|&place| !side.is_start(place));
    before.chain(behind).find(is_verbal)
}

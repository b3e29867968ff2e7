//! Doubts: allegedly stole, may have killed, is accused of, a suspected thief.

use super::words::{is_auxiliary, is_participle, leads_a_thing};
use super::{Claim, Marker, may_mark, target};
use crate::diff::facts::lexicon::Tag;
use crate::diff::facts::pairing::MOST;
use crate::diff::facts::side::Side;
use crate::diff::facts::wording::is_verb;

/// The doubts of a side.
pub(super) fn markers(side: &Side<'_>) -> Vec<Marker> {
    let mut markers = Vec::new();
    for at in 0..side.words.len() {
        let Some(end) = marker_end(side, at) else {
            continue;
        };
        if markers.len() >= MOST {
            break;
        }
        let may_be = is_modal(side.key(at));
        let Some(target) = target(side, end, if may_be { 3 } else { 5 }) else {
            continue;
        };
        // What may happen to a thing is said of what is done to it: may have killed.
        if may_be && target != end && !is_participle(side.key(target)) {
            continue;
        }
        markers.push(Marker::new(side, at, target));
    }
    markers
}

fn is_modal(key: &str) -> bool {
    matches!(key, "may" | "might" | "could")
}

/// Where a doubt that begins at a word ends.
fn marker_end(side: &Side<'_>, at: usize) -> Option<usize> {
    let word = side.words.get(at)?;
    if !(word.is(Tag::Doubt) || word.is(Tag::Reserve)) || !may_mark(side, at) {
        return None;
    }
    let next = side.key(at + 1);
    match word.key {
        "accused" | "suspected" if next == "of" => Some(at + 2),
        "believed" | "thought" if next == "to" && is_auxiliary(side.key_before(at)) => Some(at + 1),
        "claims" | "claimed" if matches!(next, "to" | "that") => Some(at + 2),
        "alleged" | "suspected" | "supposed" if is_active(side, at) => None,
        // Was supposed to come: should have.
        "supposed" if next == "to" => None,
        // as quickly as possible
        "possible" if side.key_before(at) == "as" => None,
        _ => word.is(Tag::Doubt).then_some(at + 1),
    }
}

/// Whether a word that may stand before a noun is a verb here: the complaint alleged two counts.
fn is_active(side: &Side<'_>, at: usize) -> bool {
    let key = side.key(at);
    let before = side.key_before(at);
    let is_of_noun = before.is_empty()
        || leads_a_thing(before)
        || is_auxiliary(before)
        || matches!(before, "and" | "or" | "by" | "to" | "as" | "two" | "three")
        || side
            .words
            .get(at.wrapping_sub(1))
            .is_some_and(|word| word.is(Tag::Number));
    matches!(key, "alleged" | "suspected" | "supposed") && !is_of_noun && next_is_object(side, at)
}

/// Whether what follows a word cannot be the noun it belongs to.
fn next_is_object(side: &Side<'_>, at: usize) -> bool {
    side.words.get(at + 1).is_some_and(|word| {
        !word.is_content()
            || word.is_taken
            || word.is(Tag::Number)
            || word.text.starts_with(char::is_uppercase)
    })
}

impl Claim<'_, '_, '_> {
    /// Whether the other side says at a place what this one doubts, and does not mark it in a way no
    /// table knows.
    pub(super) fn is_undoubted(&self, at: usize) -> bool {
        let (own, other) = (self.own(), self.other());
        let sentence = other.words[at].sentence;
        let first = other.words.partition_point(|word| word.sentence < sentence);
        let mut places = first..first + other.rest(first).len();
        let start = self.marker.at.start;
        let start = start + usize::from(is_auxiliary(own.key(start)));
        let is_hearsay = is_hearsay(own.key(start));
        let takes_back = |place: usize| {
            let word = &other.words[place];
            // Both sides name their source: only one doubts it.
            let is_shared = || self.slots.across(self.hand.other(), place).is_some();
            word.is(Tag::Doubt)
                || word.is(Tag::Reserve)
                || is_hearsay && word.is(Tag::Speech) && !is_shared()
                || matches!(word.key, "plan" | "planning" | "plans" | "would")
        };
        // Has not found a motive, there is no apparent motive.
        let is_denied = |side: &Side<'_>, at: usize| {
            side.words[..at]
                .iter()
                .rev()
                .take(5)
                .take_while(|word| word.sentence == side.words[at].sentence)
                .any(|word| word.is(Tag::Negation) || word.key.ends_with("n't"))
        };
        let may_be = is_modal(own.key(start));
        // Who saw it, who may have seen it: an appeal means the same.
        let is_appeal = may_be && is_asked(own, self.marker.at.start);
        let is_denied = is_denied(own, self.marker.target) && is_denied(other, at);
        let is_taken_back = is_denied || places.any(takes_back);
        !(is_taken_back || is_appeal)
            && (!may_be || is_verb(other, at) || is_participle(other.key(at)))
    }
}

/// Whether a verb belongs to people who are asked to come forward.
fn is_asked(side: &Side<'_>, at: usize) -> bool {
    (1..=4).any(|back| {
        matches!(
            side.key(at.wrapping_sub(back)),
            "anybody" | "anyone" | "somebody" | "someone" | "those" | "witnesses"
        )
    })
}

/// Whether a doubt comes from others: police said so does the same.
fn is_hearsay(key: &str) -> bool {
    matches!(
        key,
        "accused"
            | "alleged"
            | "allegedly"
            | "apparently"
            | "claimed"
            | "claims"
            | "purportedly"
            | "reportedly"
    )
}

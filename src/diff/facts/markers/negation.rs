//! Negations: was not arrested, no arrests, refused to pay, never.

use super::words::{is_auxiliary, is_disowned, leads_a_thing};
use super::{Claim, Marker, may_mark, target};
use crate::diff::facts::lexicon::Tag;
use crate::diff::facts::pairing::MOST;
use crate::diff::facts::side::Side;

/// The negations of a side.
pub(super) fn markers(side: &Side<'_>) -> Vec<Marker> {
    let mut markers = Vec::new();
    for at in 0..side.words.len() {
        let Some(end) = marker_end(side, at) else {
            continue;
        };
        if markers.len() >= MOST {
            break;
        }
        let reach = match side.key(at) {
            "neither" | "none" => 8,
            _ => 5,
        };
        let Some(target) = target(side, end, reach).filter(|&target| !is_until(side, target))
        else {
            continue;
        };
        // Without paying denies; without a word is told by its opposite, with.
        if side.key(at) == "without" && !side.key(target).ends_with("ing") {
            continue;
        }
        // did not: the verb before belongs to the phrase
        let start = at - usize::from(is_auxiliary(side.key_before(at)));
        markers.push(Marker {
            target,
            at: start..target + 1,
        });
    }
    markers
}

/// Where a negation that begins at a word ends, unless it is an idiom.
fn marker_end(side: &Side<'_>, at: usize) -> Option<usize> {
    let next = side.key(at + 1);
    if side.is(at, Tag::Failure) {
        return (next == "to" && may_mark(side, at)).then_some(at + 2);
    }
    if !is_negation(side, at) || side.words[at].is_taken {
        return None;
    }
    // not only, no doubt, nothing more than, cannot thank them enough
    let is_idiom = match side.key(at) {
        "not" => matches!(
            next,
            "all"
                | "every"
                | "everyone"
                | "only"
                | "just"
                | "least"
                | "merely"
                | "simply"
                | "necessarily"
                | "to"
        ),
        "no" => matches!(next, "doubt" | "matter" | "wonder" | "less"),
        "non" | "nor" => true,
        _ => false,
    };
    let is_compared = matches!(next, "more" | "less" | "other" | "fewer")
        && (2..5).any(|ahead| side.key(at + ahead) == "than");
    let is_enough = side
        .rest(at)
        .iter()
        .take(7)
        .any(|word| word.key == "enough");
    // No. 3, Voting no they lost.
    let is_of_name = side.key(at) == "no"
        && side.words.get(at + 1).is_some_and(|word| {
            word.text.starts_with(char::is_uppercase)
                || word.is(Tag::Pronoun) && !matches!(word.key, "one" | "other" | "others")
        });
    let is_phrase = is_idiom || is_compared || is_enough;
    (!is_phrase && !is_of_name).then_some(at + 1)
}

/// Whether a word denies.
fn is_negation(side: &Side<'_>, at: usize) -> bool {
    let Some(word) = side.words.get(at) else {
        return false;
    };
    // hadn’ t, as some corpora write it
    let is_torn = || {
        let before = side.before(at);
        before.ends_with("n\u{2019} ") || before.ends_with("n' ")
    };
    word.is(Tag::Negation) || word.key.ends_with("n't") || word.key == "t" && is_torn()
}

/// Whether a word stands behind a negation that bears on it.
pub(in crate::diff::facts) fn is_negated(side: &Side<'_>, at: usize) -> bool {
    (1..=5).any(|back| {
        let place = at.wrapping_sub(back);
        let is_near =
            side.words.get(place).is_some() && (place + 1..=at).all(|at| !side.is_start(at));
        is_near && (is_negation(side, place) || side.is(place, Tag::Failure))
    })
}

/// Not … until, not … before, not … unless: what is denied is the time.
fn is_until(side: &Side<'_>, target: usize) -> bool {
    side.rest(target)
        .iter()
        .take(12)
        .any(|word| matches!(word.key, "before" | "except" | "till" | "unless" | "until"))
}

impl Claim<'_, '_, '_> {
    /// Whether the other side says at a place what this one denies, and does not deny it there in
    /// another way.
    pub(super) fn is_unnegated(&self, at: usize, others: &[Marker]) -> bool {
        let (own, other) = (self.own(), self.other());
        let sentence = other.words[at].sentence;
        let first = other.words.partition_point(|word| word.sentence < sentence);
        let places = || first..first + other.rest(first).len();
        // A denial that this side does not have in its place may be this one, far from its verb.
        let is_unanswered = |place: usize| self.slots.across(self.hand.other(), place).is_none();
        let denies = |place: usize| {
            is_unanswered(place)
                && (is_negation(other, place)
                    || matches!(other.key(place), "non" | "disputed" | "rumors" | "rumours")
                    || place < at && is_disowned(other.key(place)))
        };
        let is_denied = places().any(denies);
        // Not shot, and: the claim of one and the question of the other.
        let is_undone = (at.saturating_sub(6)..at).any(|place| {
            let key = other.key(place);
            other.is(place, Tag::Ending)
                || other.is(place, Tag::Failure)
                || key.starts_with("un") && key.len() > 5
                || key == "accused"
        });
        let has_marker = others.iter().any(|marker| {
            other.words[marker.target].sentence == sentence && marker.target.abs_diff(at) < 6
        });
        // The return, and not return: a thing, no claim. Risked returning, did not return.
        let is_thing = |side: &Side<'_>, at: usize| leads_a_thing(side.key_before(at));
        let target = self.marker.target;
        let denies_a_thing = matches!(
            own.key_before(target),
            "no" | "neither" | "without" | "never" | "other"
        );
        let is_other_part = is_thing(other, at) && !is_thing(own, target) && !denies_a_thing;
        let is_gerund = other.key(at).ends_with("ing")
            && !own.key(target).ends_with("ing")
            && !is_auxiliary(other.key_before(at));
        // Not well-known, known: half of a compound.
        let is_half = is_hyphened(own, target) != is_hyphened(other, at);
        !is_denied
            && !is_undone
            && !is_negated(other, at)
            && !has_marker
            && !is_other_part
            && !is_gerund
            && !is_half
            && !is_undone_behind(own, target, other, at)
    }
}

/// Whether a word is the second part of a compound.
fn is_hyphened(side: &Side<'_>, at: usize) -> bool {
    side.before(at).ends_with('-') && !side.is_start(at)
}

/// Not stored properly, stored improperly; does not come with furniture, comes unfurnished.
fn is_undone_behind(own: &Side<'_>, target: usize, other: &Side<'_>, at: usize) -> bool {
    let ours = own.rest(target + 1);
    let theirs = other.rest(at + 1);
    theirs.iter().take(3).any(|word| {
        let key = word.key;
        let rest = ["im", "in", "un", "dis", "il", "ir"]
            .iter()
            .find_map(|prefix| key.strip_prefix(prefix));
        let is_of = |rest: &str| {
            let stem = |key: &str| key.bytes().take(5).collect::<Vec<_>>();
            ours.iter()
                .take(4)
                .any(|word| rest.len() > 3 && stem(word.key) == stem(rest))
        };
        rest.is_some_and(is_of) || key.ends_with("less") && key.len() > 6
    })
}

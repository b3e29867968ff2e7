//! Negations: was not arrested, no arrests, refused to pay, never.

use super::words::{is_auxiliary, is_disowned, is_participle, leads_a_thing};
use super::{Claim, Marker, may_mark, target};
use crate::diff::facts::lexicon::Tag;
use crate::diff::facts::pairing::MOST;
use crate::diff::facts::side::Side;
use crate::diff::facts::wording::is_verb;

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
        let found = if is_of_someone(side, at) {
            (end..end + reach)
                .take_while(|&at| !side.is_start(at))
                .find(|&at| is_verb(side, at) || is_participle(side.key(at)))
        } else {
            target(side, end, reach)
        };
        // It was not until Monday.
        let Some(target) = found.filter(|&target| until(side, target) != Some(target)) else {
            continue;
        };
        // Denied the reports: no claim.
        if side.key(at).starts_with("den") && leads_a_thing(side.key_before(target)) {
            continue;
        }
        // Without paying denies; without a word is told by its opposite, with.
        if side.key(at) == "without" && !side.key(target).ends_with("ing") {
            continue;
        }
        markers.push(Marker::new(side, at, target));
    }
    markers
}

/// No one, nobody, none of them: what they do not do is denied.
fn is_of_someone(side: &Side<'_>, at: usize) -> bool {
    matches!(side.key(at), "nobody" | "none") || side.key(at) == "no" && side.key(at + 1) == "one"
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
    // Don't talk: asked, not told.
    let is_asked = side.key(at).starts_with("don")
        && !side.is_before(at, Tag::Pronoun)
        && (side.is_start(at) || side.before(at).ends_with(['“', '"', '‘', '\'']));
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
    let is_phrase = is_idiom || is_compared || is_enough || is_asked;
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

/// Where not … until, not … before or not … unless stands: what is denied there is the time.
fn until(side: &Side<'_>, target: usize) -> Option<usize> {
    let at = side
        .rest(target)
        .iter()
        .take(12)
        .position(|word| matches!(word.key, "before" | "except" | "till" | "unless" | "until"));
    at.map(|at| target + at)
}

impl Claim<'_, '_, '_> {
    /// Whether the other side says at a place what this one denies, and does not deny it there in
    /// another way.
    pub(super) fn is_unnegated(&self, at: usize, others: &[Marker]) -> bool {
        let (own, other) = (self.own(), self.other());
        let sentence = other.words[at].sentence;
        let first = other.words.partition_point(|word| word.sentence < sentence);
        let places = || first..first + other.rest(first).len();
        // This side denies once more than the other: a denial there may be this one, far from its verb.
        let denials = |side: &Side<'_>, at: usize| {
            let sentence = side.words[at].sentence;
            let first = side.words.partition_point(|word| word.sentence < sentence);
            let denies = |place: &usize| is_negation(side, *place) || side.key(*place) == "non";
            (first..first + side.rest(first).len())
                .filter(denies)
                .count()
        };
        let is_denied = denials(other, at) + 1 > denials(own, self.marker.target).max(1);
        let is_unanswered = |place: usize| self.slots.across(self.hand.other(), place).is_none();
        let is_disowned = places().any(|place| {
            let is_told = place < at && is_disowned(other.key(place));
            is_rumour(other.key(place))
                || is_unanswered(place)
                    && (is_told || other.is(place, Tag::Ending) || other.is(place, Tag::Failure))
        });
        // Not shot, and: the claim of one and the question of the other.
        let is_asked = other.words.get(places().end - 1).is_some_and(|word| {
            other.text[word.span.end..]
                .trim_start_matches(['”', '"', '’'])
                .starts_with('?')
        });
        let is_undone = is_disowned
            || is_asked
            || (at.saturating_sub(6)..at).any(|place| {
                let key = other.key(place);
                key.starts_with("un") && key.len() > 5 || key == "accused"
            });
        let has_marker = others.iter().any(|marker| {
            other.words[marker.target].sentence == sentence && marker.target.abs_diff(at) < 6
        });
        // No officers, no response: a thing is denied for the whole claim only.
        let is_of_thing = matches!(
            own.key(self.marker.at.start),
            "no" | "none" | "nobody" | "neither" | "nothing"
        ) || own.key(self.marker.at.start + 1) == "no";
        let is_other_claim =
            is_of_thing && !(self.slots.closeness().is_close && self.is_said_alike(at));
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
        // Not before Christmas, on Christmas; but not where both say before.
        let is_of_time =
            until(own, target).is_some_and(|place| self.slots.across(self.hand, place).is_none());
        !is_denied
            && !is_of_time
            && !is_undone
            && !is_other_claim
            && !is_negated(other, at)
            && !has_marker
            && !is_other_part
            && !is_gerund
            && !is_half
            && !is_undone_behind(own, target, other, at)
    }
}

impl Claim<'_, '_, '_> {
    /// Whether what is said next of a thing, if anything, is said of it on the other side too.
    fn is_said_alike(&self, at: usize) -> bool {
        let (own, other) = (self.own(), self.other());
        let behind = own.rest(self.marker.target + 1).iter().take(5);
        let next = behind.into_iter().find(|word| word.is_content());
        let near = at.saturating_sub(8)..(at + 9).min(other.words.len());
        next.is_none_or(|next| other.words[near].iter().any(|word| word.stem == next.stem))
    }
}

/// Whether a folded word tells that a claim is in doubt altogether.
fn is_rumour(key: &str) -> bool {
    matches!(
        key,
        "disputed" | "hoax" | "rumor" | "rumored" | "rumors" | "rumour" | "rumoured" | "rumours"
    )
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

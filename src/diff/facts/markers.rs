//! Negations and hedges: small words that turn a claim round or take it back by half.
//!
//! A marker is a difference only if the other side makes the same claim, the word the marker bears
//! on and another beside it, and makes it plainly.

use std::ops::Range;

use super::lexicon::Tag;
use super::pairing::MOST;
use super::side::{Side, Word};
use super::slots::{Hand, Slots};
use super::wording::is_verb;

/// A marker, and the word of the claim it bears on.
#[derive(Debug)]
struct Marker {
    class: Class,
    /// Place of the word it bears on.
    target: usize,
    at: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Negation,
    /// The claim may be untrue.
    Doubt,
    /// The number is a lower bound.
    AtLeast,
    /// The number is an upper bound.
    AtMost,
}

/// A negation or a hedge of one side that the other side does without.
#[derive(Debug)]
pub(super) struct Marking {
    pub(super) is_negation: bool,
    /// The marker itself, as words of its side.
    pub(super) marker: (Hand, Range<usize>),
    pub(super) spans: [Range<usize>; 2],
}

#[rustfmt::skip]
pub(super) const NEGATIONS: &[&str] = &[
    "cannot", "denied", "denies", "deny", "denying", "neither", "never", "no", "nobody", "none", "nor", "not",
    "nothing", "without",
];

/// Words that deny what is behind them when `to` or a noun follows: failed to pay.
#[rustfmt::skip]
pub(super) const FAILURES: &[&str] = &[
    "decline", "declined", "declines", "fail", "failed", "failing", "fails", "neglected", "refuse", "refused", "refuses",
    "refusing", "unable",
];

/// Words that come to a denial, though nobody would call them one: stop serving.
#[rustfmt::skip]
pub(super) const ENDINGS: &[&str] = &[
    "avoid", "avoided", "barely", "barred", "cease", "ceased", "end", "ended", "halt", "halted", "hardly", "instead",
    "lack", "lacked", "lacks", "non", "prevent", "prevented", "quit", "rather", "scarcely", "stop", "stopped", "stopping", "stops",
    "too", "unlikely", "yet",
];

#[rustfmt::skip]
pub(super) const DOUBTS: &[&str] = &[
    "alleged", "allegedly", "apparent", "apparently", "could", "likely", "may", "maybe", "might", "perhaps",
    "possible", "possibly", "presumably", "probably", "purported", "purportedly", "reportedly", "rumored", "rumoured",
    "seemingly", "supposed", "supposedly", "suspected", "unconfirmed", "unlikely",
];

/// Words that take back a claim without being a hedge of it: with them a side is not plain.
#[rustfmt::skip]
pub(super) const RESERVES: &[&str] = &[
    "accusation", "accusations", "accused", "accuses", "accusing", "allegation", "allegations", "alleges", "appear",
    "appeared", "appears", "believe", "believed", "believes", "chance", "charged", "claim", "claimed", "claiming", "claims",
    "expect", "expected", "expects", "feared", "potential", "potentially", "prove", "report", "reported", "reports", "rumor", "rumors",
    "rumour", "rumours", "seem", "seemed", "seems", "suggest", "suggested", "suggests", "suspect", "suspects",
    "suspicion", "think", "thinks", "thought", "unclear",
];

/// The marker that begins at a word and where it ends.
fn marker_at(side: &Side<'_>, at: usize) -> Option<(Class, usize)> {
    let word = side.words.get(at)?;
    let key = &*word.key;
    let is_small = word.text.starts_with(char::is_lowercase) || side.is_start(at);
    if word.is_taken || !is_small {
        return None;
    }
    let next = side.key(at + 1);
    // hadn’ t, as some corpora write it
    let is_torn =
        key == "t" && (side.before(at).ends_with("n\u{2019} ") || side.before(at).ends_with("n' "));
    if is_torn || word.is(Tag::Negation) || key.ends_with("n't") {
        // no longer, not only, no doubt, not until: not what is meant
        let is_idiom = matches!(
            (key, next),
            (
                "not",
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
            ) | ("no", "doubt" | "matter" | "wonder" | "less")
        );
        let is_of_name = key == "no"
            && side
                .words
                .get(at + 1)
                .is_some_and(|word| word.text.starts_with(char::is_uppercase));
        return (!is_idiom && !is_of_name).then_some((Class::Negation, at + 1));
    }
    if word.is(Tag::Failure) && next == "to" {
        return Some((Class::Negation, at + 2));
    }
    if matches!((key, next), ("accused" | "suspected", "of")) {
        return Some((Class::Doubt, at + 2));
    }
    if word.is(Tag::Doubt) || key == "believed" && next == "to" {
        return Some((Class::Doubt, at + 1));
    }
    let class = match (key, next) {
        ("at", "least") => (Class::AtLeast, at + 2),
        ("at", "most") | ("up", "to") => (Class::AtMost, at + 2),
        _ => return None,
    };
    is_number_word(side.key(class.1)).then_some(class)
}

/// Whether a folded word is a number, or stands for one.
#[rustfmt::skip]
fn is_number_word(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            key,
            "a" | "billion" | "dozen" | "dozens" | "eight" | "eleven" | "fifteen" | "fifty" | "five" | "forty" | "four"
                | "half" | "hundred" | "hundreds" | "million" | "nine" | "one" | "seven" | "six" | "ten" | "thirty" | "thousand"
                | "thousands" | "three" | "twelve" | "twenty" | "two"
        )
}

fn markers(side: &Side<'_>) -> Vec<Marker> {
    let mut markers = Vec::new();
    let mut at = 0;
    while at < side.words.len() && markers.len() < MOST {
        let Some((class, end)) = marker_at(side, at) else {
            at += 1;
            continue;
        };
        let reach = if matches!(side.key(at), "may" | "might" | "could") {
            3
        } else {
            5
        };
        let rest = side.rest(end);
        // Within the clause: not over a comma, another subject, or a name.
        let is_here = |number: &usize| {
            let word = &rest[*number];
            side.between(end + number - 1)
                .is_some_and(|marks| !marks.contains([',', ';', ':', '—', '“', '"']))
                && !matches!(
                    &*word.key,
                    "after" | "as" | "because" | "if" | "that" | "when" | "which" | "while" | "who"
                )
                && !word.text.starts_with(char::is_uppercase)
        };
        let target = (0..rest.len().min(reach))
            .take_while(is_here)
            .find(|&number| is_target(side, end + number))
            .filter(|_| !side.is_start(end));
        if let Some(target) = target {
            let target = end + target;
            // What may happen to a thing is said of what is done to it: may have killed.
            let is_verb = !matches!(side.key(at), "may" | "might" | "could")
                || target == end
                || is_participle(side.key(target));
            // did not, was allegedly: the verb before belongs to the phrase
            let is_bound = matches!(class, Class::AtLeast | Class::AtMost);
            let start = at - usize::from(!is_bound && is_auxiliary(side.key_before(at)));
            if is_verb && !is_until(side, target) {
                markers.push(Marker {
                    class,
                    target,
                    at: start..target + 1,
                });
            }
        }
        at = end;
    }
    markers
}

/// Whether a marker can bear on a word: it says something and is no number.
fn is_target(side: &Side<'_>, at: usize) -> bool {
    let key = side.key(at);
    side.words[at].is_content()
        && side.words[at].text.starts_with(char::is_lowercase)
        && !key.starts_with(|c: char| c.is_ascii_digit())
        && !key.ends_with("ly")
        && !side.is(at, Tag::Negation)
        && !side.is(at, Tag::Doubt)
        && !matches!(
            key,
            "again"
                | "already"
                | "always"
                | "any"
                | "anyone"
                | "anything"
                | "back"
                | "because"
                | "believed"
                | "billion"
                | "dozen"
                | "even"
                | "ever"
                | "get"
                | "got"
                | "hundred"
                | "longer"
                | "made"
                | "make"
                | "million"
                | "now"
                | "often"
                | "only"
                | "soon"
                | "still"
                | "take"
                | "thousand"
                | "very"
                | "well"
                | "yet"
        )
}

/// Whether a word has the form of one that is done or being done.
fn is_participle(key: &str) -> bool {
    key.ends_with("ed")
        || key.ends_with("en")
        || key.ends_with("ing")
        || matches!(
            key,
            "lost" | "left" | "hit" | "shot" | "made" | "come" | "gone" | "won" | "struck"
        )
}

/// Not … until, not … before, not … unless: what is denied is the time.
fn is_until(side: &Side<'_>, target: usize) -> bool {
    side.rest(target).iter().take(12).any(|word| {
        matches!(
            &*word.key,
            "before" | "except" | "till" | "unless" | "until"
        )
    })
}

fn is_auxiliary(key: &str) -> bool {
    matches!(
        key,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "has"
            | "have"
            | "had"
            | "do"
            | "does"
            | "did"
            | "will"
            | "would"
            | "should"
            | "can"
    )
}

/// Whether a word stands behind a negation that bears on it.
pub(super) fn is_negated(side: &Side<'_>, at: usize) -> bool {
    (1..=3).any(|back| {
        let place = at.wrapping_sub(back);
        let is_near =
            side.words.get(place).is_some() && (place + 1..=at).all(|at| !side.is_start(at));
        let key = side.key(place);
        is_near
            && (side.is(place, Tag::Negation)
                || key.ends_with("n't")
                || side.is(place, Tag::Failure))
    })
}

/// The markers of either side whose claim the other side makes without one.
pub(super) fn changes(slots: &Slots<'_, '_>) -> Vec<Marking> {
    let sides = [Hand::Left, Hand::Right].map(|hand| markers(slots.side(hand)));
    let mut changes = Vec::new();
    for (own, hand) in [(0, Hand::Left), (1, Hand::Right)] {
        for marker in &sides[own] {
            let Some(theirs) = unmarked(marker, hand, &sides[1 - own], slots) else {
                continue;
            };
            let side = slots.side(hand);
            let ours =
                side.words[marker.at.start].span.start..side.words[marker.at.end - 1].span.end;
            changes.push(Marking {
                is_negation: marker.class == Class::Negation,
                marker: (hand, marker.at.clone()),
                spans: match hand {
                    Hand::Left => [ours, theirs],
                    Hand::Right => [theirs, ours],
                },
            });
        }
    }
    changes
}

/// Where the other side makes the claim of a marker, if it makes it plainly.
fn unmarked(
    marker: &Marker,
    hand: Hand,
    others: &[Marker],
    slots: &Slots<'_, '_>,
) -> Option<Range<usize>> {
    let (own, other) = (slots.side(hand), slots.side(hand.other()));
    let at = slots.across(hand, marker.target)?;
    let is_number = matches!(marker.class, Class::AtLeast | Class::AtMost);
    // Another word beside it must be the same too, so that it is the same claim.
    let is_beside = |reach: usize| {
        let near = |at: usize| at.saturating_sub(reach)..at + reach + 1;
        near(marker.target)
            .filter(|&place| {
                place != marker.target && own.words.get(place).is_some_and(Word::is_content)
            })
            .any(|place| {
                slots
                    .across(hand, place)
                    .is_some_and(|across| near(at).contains(&across))
            })
    };
    let is_of_one_sentence = others.iter().all(|m| m.target != at);
    if !is_beside(4) || !is_of_one_sentence {
        return None;
    }
    if is_number {
        return plain_number(marker, own, other, at);
    }
    // The other side may mark it in a way no table knows: then it is not plain.
    let sentence = other.words[at].sentence;
    let words = || other.words.iter().filter(|word| word.sentence == sentence);
    let is_plain = if marker.class == Class::Doubt {
        let is_hearsay = is_hearsay(own.key(marker.at.start));
        let takes_back = |word: &Word<'_>| {
            word.is(Tag::Doubt) || word.is(Tag::Reserve) || is_hearsay && word.is(Tag::Speech)
        };
        let may_be = matches!(
            own.key(marker.target.saturating_sub(1)),
            "could" | "may" | "might"
        );
        !words().any(takes_back) && (!may_be || is_verb_like(other, at))
    } else {
        // Not shot, and: the claim of one and the question of the other.
        let mut near = at.saturating_sub(6)..at;
        let denies = |m: &Marker| {
            m.class == Class::Negation
                && other.words[m.target].sentence == sentence
                && m.target.abs_diff(at) < 6
        };
        let undoes = |place: usize| {
            let key = other.key(place);
            other.is(place, Tag::Ending)
                || other.is(place, Tag::Failure)
                || key.starts_with("un") && key.len() > 5
                || matches!(key, "accused" | "if" | "whether" | "unless")
        };
        // Denied that the woman is his wife: far from its verb.
        let is_denied = words().any(|word| {
            word.span.start < other.words[at].span.start
                && matches!(
                    &*word.key,
                    "denied" | "denies" | "deny" | "denying" | "disputed"
                )
        });
        // Not stored properly, stored improperly.
        let behind = |side: &Side<'_>, at: usize| -> Vec<String> {
            let rest = side.rest(at + 1).iter().take(3);
            rest.map(|word| word.key.to_string()).collect()
        };
        let is_undone_behind = behind(own, marker.target).iter().any(|ours| {
            behind(other, at).iter().any(|theirs| {
                let prefix = theirs.strip_suffix(ours.as_str());
                matches!(prefix, Some("im" | "in" | "un" | "dis" | "il" | "ir"))
            })
        });
        // Denied that she is, said that she is not.
        let is_denial = own.key(marker.at.start).starts_with("den");
        let has_negation = is_denial && words().any(|word| word.is(Tag::Negation));
        // The return, and not return: a thing, no claim.
        let is_thing = |side: &Side<'_>, at: usize| {
            matches!(
                side.key_before(at),
                "a" | "an" | "her" | "his" | "its" | "of" | "the" | "their" | "this"
            )
        };
        let is_other_part = is_thing(other, at) && !is_thing(own, marker.target);
        !is_negated(other, at)
            && !is_denied
            && !is_undone_behind
            && !has_negation
            && !is_other_part
            && !others.iter().any(denies)
            && !near.any(undoes)
    };
    // The same side may make the claim again without the marker.
    let is_unmarked_here = own.words.iter().enumerate().any(|(place, word)| {
        place != marker.target
            && word.stem == own.words[marker.target].stem
            && !marker.at.contains(&place)
    });
    if !is_plain || is_aimed(other, at) || is_unmarked_here {
        return None;
    }
    let start = at - usize::from(is_auxiliary(other.key_before(at)));
    Some(other.words[start].span.start..other.words[at].span.end)
}

/// The number of the other side that a bound does without: 12 people, where one says at least 12.
fn plain_number(
    marker: &Marker,
    own: &Side<'_>,
    other: &Side<'_>,
    at: usize,
) -> Option<Range<usize>> {
    let is_number =
        |side: &Side<'_>, at: usize| !side.is_start(at) && is_number_word(side.key(at - 1));
    if !is_number(own, marker.target) || !is_number(other, at) {
        return None;
    }
    let is_bound = |back: usize| {
        matches!(
            other.key(at.wrapping_sub(back)),
            "about"
                | "around"
                | "almost"
                | "approximately"
                | "estimated"
                | "least"
                | "most"
                | "nearly"
                | "over"
                | "roughly"
                | "some"
                | "than"
                | "to"
                | "under"
        )
    };
    (!is_bound(2) && !is_bound(3)).then(|| other.words[at - 1].span.start..other.words[at].span.end)
}

/// Whether a word is only aimed at, asked or supposed: to pay, would pay, if they pay.
fn is_aimed(side: &Side<'_>, at: usize) -> bool {
    let mut verb = at;
    while matches!(
        side.key_before(verb),
        "be" | "been" | "have" | "a" | "an" | "the"
    ) {
        verb -= 1;
    }
    matches!(
        side.key_before(verb),
        "to" | "would" | "should" | "can" | "must" | "as"
    ) || (1..=6).any(|back| {
        let place = at.wrapping_sub(back);
        side.words
            .get(place)
            .is_some_and(|word| word.sentence == side.words[at].sentence)
            && matches!(side.key(place), "if" | "whether" | "unless")
    })
}

/// Whether a doubt comes from others: police said so does the same.
fn is_hearsay(key: &str) -> bool {
    matches!(
        key,
        "allegedly"
            | "apparently"
            | "reportedly"
            | "alleged"
            | "has"
            | "had"
            | "was"
            | "is"
            | "were"
            | "are"
            | "have"
            | "be"
            | "been"
    )
}

fn is_verb_like(side: &Side<'_>, at: usize) -> bool {
    is_verb(side, at) || is_participle(side.key(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [NEGATIONS, FAILURES, ENDINGS, DOUBTS, RESERVES] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }
}

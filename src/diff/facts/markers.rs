//! Negations and hedges: small words that turn a claim round or take it back by half.

use std::ops::Range;

use super::pairing::MOST;
use super::side::{Side, is_content, stem};

/// A marker, and the word of the claim it bears on.
#[derive(Debug)]
struct Marker {
    class: Class,
    /// The stem of the word it bears on.
    target: String,
    span: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Negation,
    /// The claim may be untrue.
    Doubt,
    /// The number is not exact.
    About,
    /// The number is a lower bound.
    AtLeast,
    /// The number is an upper bound.
    AtMost,
}

/// A negation or a hedge of one side that the other side does without.
#[derive(Debug)]
pub(super) struct Marking {
    pub(super) is_negation: bool,
    pub(super) spans: [Range<usize>; 2],
}

#[rustfmt::skip]
const NEGATIONS: &[&str] = &[
    "cannot", "denied", "denies", "deny", "denying", "neither", "never", "no", "nobody", "none", "nor", "not",
    "nothing", "without",
];
#[rustfmt::skip]
const DOUBTS: &[&str] = &[
    "alleged", "allegedly", "apparent", "apparently", "believed", "could", "likely", "may", "maybe", "might", "perhaps",
    "possible", "possibly", "presumably", "probably", "purported", "purportedly", "reportedly", "rumored", "rumoured", "seemingly",
    "supposed", "supposedly", "suspected", "unconfirmed",
];

/// The marker that begins at a word and where it ends.
fn marker_at(side: &Side<'_>, at: usize) -> Option<(Class, usize)> {
    let word = side.words.get(at)?;
    let key = word.key.as_str();
    let is_small = word.text.starts_with(char::is_lowercase)
        || at == 0
        || side.words[at - 1].sentence != word.sentence;
    if word.is_taken || !is_small {
        return None;
    }
    let next = side.key(at + 1);
    if NEGATIONS.binary_search(&key).is_ok() || key.ends_with("n't") {
        // no longer, not only, no doubt: not what is meant
        let is_idiom = matches!(
            (key, next),
            ("not", "only" | "just" | "least") | ("no", "doubt" | "matter" | "wonder")
        );
        return (!is_idiom).then_some((Class::Negation, at + 1));
    }
    if DOUBTS.binary_search(&key).is_ok() && (key != "believed" || next == "to") {
        return Some((Class::Doubt, at + 1));
    }
    let class = match (key, next) {
        ("at", "least") | ("more" | "greater", "than") => (Class::AtLeast, at + 2),
        ("at", "most") | ("up", "to") | ("less" | "fewer", "than") => (Class::AtMost, at + 2),
        ("over", _) => (Class::AtLeast, at + 1),
        ("under", _) => (Class::AtMost, at + 1),
        (
            "about" | "around" | "roughly" | "approximately" | "some" | "nearly" | "almost"
            | "estimated",
            _,
        ) => (Class::About, at + 1),
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
            "billion" | "dozen" | "dozens" | "eight" | "eleven" | "fifteen" | "fifty" | "five" | "forty" | "four"
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
        let sentence = side.words[at].sentence;
        let target = side.words[end..]
            .iter()
            .take(6)
            .take_while(|word| word.sentence == sentence)
            .find(|word| is_target(&word.key));
        if let Some(target) = target {
            // did not, was allegedly: the verb before belongs to the phrase
            let start = if at > 0
                && is_auxiliary(side.key(at - 1))
                && side.words[at - 1].sentence == sentence
            {
                at - 1
            } else {
                at
            };
            markers.push(Marker {
                class,
                target: stem(&target.key).to_owned(),
                span: side.words[start].span.start..target.span.end,
            });
        }
        at = end;
    }
    markers
}

/// Whether a marker can bear on a word: it says something and is no number.
fn is_target(key: &str) -> bool {
    is_content(key)
        && !key.starts_with(|c: char| c.is_ascii_digit())
        && !key.ends_with("ly")
        && NEGATIONS.binary_search(&key).is_err()
        && DOUBTS.binary_search(&key).is_err()
        && !matches!(
            key,
            "any"
                | "ever"
                | "yet"
                | "been"
                | "longer"
                | "million"
                | "billion"
                | "hundred"
                | "thousand"
                | "dozen"
        )
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

/// The markers of either side whose claim the other side makes without one.
pub(super) fn changes(left: &Side<'_>, right: &Side<'_>) -> Vec<Marking> {
    let (ours, theirs) = (markers(left), markers(right));
    let mut changes = Vec::new();
    for marker in &ours {
        if let Some(span) = unmarked(marker, left, &theirs, right) {
            changes.push(Marking {
                is_negation: marker.class == Class::Negation,
                spans: [marker.span.clone(), span],
            });
        }
    }
    for marker in &theirs {
        if let Some(span) = unmarked(marker, right, &ours, left) {
            changes.push(Marking {
                is_negation: marker.class == Class::Negation,
                spans: [span, marker.span.clone()],
            });
        }
    }
    changes
}

/// Where the other side makes the claim of a marker, if it never marks it alike.
fn unmarked(
    marker: &Marker,
    own: &Side<'_>,
    others: &[Marker],
    other: &Side<'_>,
) -> Option<Range<usize>> {
    let is_alike = |m: &&Marker| m.class == marker.class && (m.target == marker.target);
    if !other.has_stem(&marker.target) || others.iter().any(|m| is_alike(&m)) {
        return None;
    }
    // The same side may make the claim again without the marker.
    let is_unmarked_here = own.words.iter().any(|word| {
        let is_inside = marker.span.start <= word.span.start && word.span.end <= marker.span.end;
        !is_inside && stem(&word.key) == marker.target
    });
    if is_unmarked_here {
        return None;
    }
    // Marked in another way: 'about 12' and 'at least 12'.
    let is_number = !matches!(marker.class, Class::Negation | Class::Doubt);
    let rival = others.iter().find(|m| {
        is_number && m.target == marker.target && !matches!(m.class, Class::Negation | Class::Doubt)
    });
    if let Some(rival) = rival {
        return Some(rival.span.clone());
    }
    let at = other
        .words
        .iter()
        .position(|word| stem(&word.key) == marker.target)?;
    let sentence = other.words[at].sentence;
    // A bound on a number differs only from a number.
    if is_number && !(at > 0 && is_number_word(other.key(at - 1))) {
        return None;
    }
    let reaches_back = at > 0
        && other.words[at - 1].sentence == sentence
        && (is_auxiliary(other.key(at - 1)) || is_number);
    let start = if reaches_back { at - 1 } else { at };
    Some(other.words[start].span.start..other.words[at].span.end)
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        assert!(super::NEGATIONS.is_sorted() && super::DOUBTS.is_sorted());
    }
}

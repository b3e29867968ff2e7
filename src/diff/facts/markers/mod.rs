//! Negations and doubts: small words that turn a claim round or take it back by half.
//!
//! A marker is a difference only if the other side makes the same claim, the word the marker bears
//! on and others around it, and makes it plainly.

mod doubt;
mod negation;
mod words;

use std::ops::Range;

use super::lexicon::Tag;
use super::side::Side;
use super::slots::{Hand, Slots};
pub(super) use negation::is_negated;
use words::LIGHT;
pub(super) use words::is_auxiliary;
pub(super) use words::{DOUBTS, ENDINGS, FAILURES, NEGATIONS, RESERVES};

/// A marker, and the word of the claim it bears on.
#[derive(Debug)]
struct Marker {
    /// Place of the word it bears on.
    target: usize,
    /// From the marker, or the verb it is bound to, to the word it bears on.
    at: Range<usize>,
}

impl Marker {
    /// The marker that begins at a word. The verb before belongs to the phrase: did not, was
    /// allegedly.
    fn new(side: &Side<'_>, at: usize, target: usize) -> Self {
        let start = at - usize::from(is_auxiliary(side.key_before(at)));
        let at = start..target + 1;
        Self { target, at }
    }
}

/// A negation or a doubt of one side that the other side does without.
#[derive(Debug)]
pub(super) struct Marking {
    pub(super) is_negation: bool,
    /// The marker itself, as words of its side.
    pub(super) marker: (Hand, Range<usize>),
    pub(super) spans: [Range<usize>; 2],
}

/// Words around the one a marker bears on that make a claim the same.
const REACH: usize = 4;

/// The markers of either side whose claim the other side makes without one.
pub(super) fn changes(slots: &Slots<'_, '_>) -> Vec<Marking> {
    let hands = [Hand::Left, Hand::Right];
    let mut changes = Vec::new();
    for is_negation in [true, false] {
        let read = if is_negation {
            negation::markers
        } else {
            doubt::markers
        };
        let markers = hands.map(|hand| read(slots.side(hand)));
        for hand in hands {
            let [own, other] = [&markers[hand as usize], &markers[hand.other() as usize]];
            for marker in own {
                let claim = Claim {
                    marker,
                    slots,
                    hand,
                };
                if let Some(theirs) = claim.plain(other, is_negation) {
                    changes.push(claim.marking(theirs, is_negation));
                }
            }
        }
    }
    changes
}

/// The claim a marker bears on, seen from the side that marks it.
struct Claim<'m, 's, 'a> {
    marker: &'m Marker,
    slots: &'m Slots<'s, 'a>,
    hand: Hand,
}

impl<'s, 'a> Claim<'_, 's, 'a> {
    fn own(&self) -> &'s Side<'a> {
        self.slots.side(self.hand)
    }

    fn other(&self) -> &'s Side<'a> {
        self.slots.side(self.hand.other())
    }

    /// Where the other side makes the same claim without a marker, as bytes.
    fn plain(&self, others: &[Marker], is_negation: bool) -> Option<Range<usize>> {
        let at = self.slots.across(self.hand, self.marker.target)?;
        let other = self.other();
        let is_marked = others.iter().any(|marker| marker.target == at);
        let is_plain = if is_negation {
            self.is_same_claim(at, 2) && self.is_unnegated(at, others)
        } else {
            self.is_same_claim(at, 1 + usize::from(self.is_told())) && self.is_undoubted(at)
        };
        if is_marked || !is_plain || self.is_aimed(at) || self.is_unmarked_here() {
            return None;
        }
        let start = at - usize::from(is_auxiliary(other.key_before(at)));
        Some(other.words[start].span.start..other.words[at].span.end)
    }

    /// Whether the other side only aims at what this one tells: to pay, would pay, if they pay.
    fn is_aimed(&self, at: usize) -> bool {
        let own = self.own();
        let start = self.marker.at.start.saturating_sub(3);
        aim(self.other(), at).is_some_and(|aim| {
            // Would not pay, would pay; cannot pay, can pay: both do.
            !(start..self.marker.target).any(|place| own.key(place).starts_with(aim))
        })
    }

    /// Whether the marker is a claim of someone: claims that he was fired.
    fn is_told(&self) -> bool {
        self.own().key(self.marker.at.start).starts_with("claim")
    }

    /// Whether enough words around it are the same too.
    fn is_same_claim(&self, at: usize, least: usize) -> bool {
        let near = |side: &Side<'_>, at: usize, reach: usize| -> Vec<u64> {
            let places = at.saturating_sub(reach)..(at + reach + 1).min(side.words.len());
            let others = places.filter(|&place| place != at);
            others.map(|place| side.words[place].stem).collect()
        };
        let mut ours = near(self.own(), self.marker.target, REACH);
        let theirs = near(self.other(), at, REACH + 2);
        ours.sort_unstable();
        ours.dedup();
        ours.retain(|stem| theirs.contains(stem));
        let all = ours.len();
        let content = ours.iter().filter(|&&stem| stem & 1 == 1).count();
        // In short sentences there is little to share.
        content >= least
            || self.slots.closeness().is_close && (content + 1 >= least && content > 0 || all > 1)
    }

    /// Whether the same side makes the claim again without the marker.
    fn is_unmarked_here(&self) -> bool {
        let own = self.own();
        own.words.iter().enumerate().any(|(place, word)| {
            place != self.marker.target
                && word.stem == own.words[self.marker.target].stem
                && !self.marker.at.contains(&place)
        })
    }

    fn marking(&self, theirs: Range<usize>, is_negation: bool) -> Marking {
        let (own, at) = (self.own(), &self.marker.at);
        let ours = own.words[at.start].span.start..own.words[at.end - 1].span.end;
        Marking {
            is_negation,
            marker: (self.hand, at.clone()),
            spans: match self.hand {
                Hand::Left => [ours, theirs],
                Hand::Right => [theirs, ours],
            },
        }
    }
}

/// The word a marker that ends before `end` bears on: the first that makes a claim, within the clause.
fn target(side: &Side<'_>, end: usize, reach: usize) -> Option<usize> {
    if side.is_start(end) {
        return None;
    }
    // Not over a comma, another subject, or a name.
    let is_here = |&at: &usize| {
        side.words.get(at).is_some_and(|word| {
            side.between(at - 1)
                .is_some_and(|marks| !marks.contains([',', ';', ':', '—', '“', '"']))
                && !matches!(
                    word.key,
                    "after"
                        | "and"
                        | "as"
                        | "because"
                        | "but"
                        | "if"
                        | "or"
                        | "that"
                        | "when"
                        | "which"
                        | "while"
                        | "who"
                )
                && !word.text.starts_with(char::is_uppercase)
        })
    };
    (end..end + reach)
        .take_while(is_here)
        .find(|&at| bears(side, at))
}

/// Whether a marker can bear on a word: it says something and is no number.
fn bears(side: &Side<'_>, at: usize) -> bool {
    let word = &side.words[at];
    let key = word.key;
    word.is_content()
        && word.text.starts_with(char::is_lowercase)
        && !key.starts_with(|c: char| c.is_ascii_digit())
        && !key.ends_with("ly")
        && !word.is(Tag::Negation)
        && !word.is(Tag::Doubt)
        && !super::side::is_in(LIGHT, key)
}

/// Whether a word can begin a marker: no name, and no number or date.
fn may_mark(side: &Side<'_>, at: usize) -> bool {
    let word = &side.words[at];
    !word.is_taken && (word.text.starts_with(char::is_lowercase) || side.is_start(at))
}

/// The word that makes what stands at a place only aimed at, asked or supposed.
fn aim<'s>(side: &'s Side<'_>, at: usize) -> Option<&'s str> {
    let mut verb = at;
    while matches!(
        side.key_before(verb),
        "be" | "been" | "have" | "a" | "an" | "the"
    ) {
        verb -= 1;
    }
    let before = side.key_before(verb);
    if matches!(before, "to" | "would" | "should" | "can" | "must" | "as") {
        return Some(before);
    }
    (1..=6)
        .map_while(|back| at.checked_sub(back))
        .filter(|&place| side.words[place].sentence == side.words[at].sentence)
        .map(|place| side.key(place))
        .find(|key| matches!(*key, "if" | "whether" | "unless" | "until" | "till"))
}

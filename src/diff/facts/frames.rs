//! Frames: sentences that are the same but for their facts, and the same facts in other places.
//!
//! Smith won 12 votes and Jones 34, Smith won 34 and Jones 12: nothing is said by one side only, and
//! all that tells the two apart is which fact stands where. It is read only where all other words are
//! the same.

use std::ops::Range;

use super::FactKind;
use super::side::Side;

/// A fact of a side: where it stands among the words, and what a reader is shown.
#[derive(Debug, Clone)]
pub(super) struct Filler {
    pub(super) kind: FactKind,
    pub(super) at: Range<usize>,
    pub(super) span: Range<usize>,
}

/// The pairs of facts, left and right, that stand in one place of two sides whose other words are the
/// same, though each has the facts of the other in other places.
pub(super) fn exchanged(
    left: (&Side<'_>, &[Filler]),
    right: (&Side<'_>, &[Filler]),
) -> Vec<(FactKind, [Range<usize>; 2])> {
    let (Some(ours), Some(theirs)) = (Frame::of(left.0, left.1), Frame::of(right.0, right.1))
    else {
        return Vec::new();
    };
    if ours.words != theirs.words || ours.fillers.len() < 2 {
        return Vec::new();
    }
    let is_equal = |l: &Filler, r: &Filler| {
        let keys = |side: &Side<'_>, at: usize| side.words[at].stem;
        l.at.len() == r.at.len()
            && l.at
                .clone()
                .zip(r.at.clone())
                .all(|(a, b)| keys(left.0, a) == keys(right.0, b))
    };
    let pairs: Vec<_> = ours
        .fillers
        .into_iter()
        .zip(theirs.fillers)
        .filter(|(l, r)| !is_equal(l, r))
        .collect();
    // Each is told by the other side too, in another place.
    let is_elsewhere = |(l, r): &&(&Filler, &Filler)| {
        pairs.iter().any(|(_, other)| is_equal(l, other))
            && pairs.iter().any(|(other, _)| is_equal(other, r))
    };
    pairs
        .iter()
        .filter(is_elsewhere)
        .map(|(l, r)| (l.kind, [l.span.clone(), r.span.clone()]))
        .collect()
}

/// The words of a side with its facts left open.
struct Frame<'f> {
    /// Stems, and in the place of each fact its kind.
    words: Vec<u64>,
    /// The facts in the order of the words.
    fillers: Vec<&'f Filler>,
}

impl<'f> Frame<'f> {
    /// The frame of a side, unless there is nothing besides its facts.
    fn of(side: &Side<'_>, facts: &'f [Filler]) -> Option<Self> {
        let mut order: Vec<&Filler> = facts.iter().collect();
        order.sort_unstable_by_key(|fact| fact.at.start);
        let mut frame = Self {
            words: Vec::with_capacity(side.words.len()),
            fillers: Vec::with_capacity(facts.len()),
        };
        let stems = |range: Range<usize>| side.words[range].iter().map(|word| word.stem);
        let mut at = 0;
        for fact in order {
            if fact.at.start < at || fact.at.is_empty() {
                continue;
            }
            frame.words.extend(stems(at..fact.at.start));
            frame.words.push(fact.kind as u64);
            frame.fillers.push(fact);
            at = fact.at.end;
        }
        frame.words.extend(stems(at..side.words.len()));
        (frame.words.len() > frame.fillers.len()).then_some(frame)
    }
}

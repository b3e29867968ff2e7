//! Who does what to whom: the same words with the names in them exchanged.

use std::ops::Range;

use super::names::Name;
use super::side::Side;
use super::wording::is_verb;

/// Most names of a sentence that are looked at together.
const MOST: usize = 8;

/// Spans from name to name that say the same with the names exchanged: `Smith sued Jones` and
/// `Jones sued Smith`, `Acme bought Bolt from Corvid` and `Corvid bought Bolt from Acme`.
pub(super) fn exchanged(
    left: &[Name<'_>],
    right: &[Name<'_>],
    left_side: &Side<'_>,
    right_side: &Side<'_>,
) -> Vec<[Range<usize>; 2]> {
    let mut found = Vec::new();
    let mut used = (0, 0);
    for from in 0..left.len() {
        for start in used.1..right.len() {
            if from < used.0 {
                break;
            }
            // The longest stretch of names first: the exchange of two may be one of three.
            let most = MOST.min(left.len() - from).min(right.len() - start);
            let len = (2..=most).rev().find(|len| {
                let (ours, theirs) = (&left[from..from + len], &right[start..start + len]);
                is_exchange(ours, theirs) && is_same_link(left_side, ours, right_side, theirs)
            });
            let Some(len) = len else { continue };
            let span = |names: &[Name<'_>]| names[0].span.start..names[names.len() - 1].span.end;
            found.push([
                span(&left[from..from + len]),
                span(&right[start..start + len]),
            ]);
            used = (from + len, start + len);
        }
    }
    found
}

/// Whether two lists are of the same names, the first and the last of which have changed places.
fn is_exchange(ours: &[Name<'_>], theirs: &[Name<'_>]) -> bool {
    let (Some(first), Some(last)) = (ours.first(), ours.last()) else {
        return false;
    };
    let inner = 1..ours.len() - 1;
    theirs.last().is_some_and(|name| name.is_like(first))
        && theirs.first().is_some_and(|name| name.is_like(last))
        && !first.is_like(last)
        && inner.clone().all(|at| ours[at].is_like(&theirs[at]))
}

/// Whether the words between the names say the same, with a verb that has a direction.
fn is_same_link(left: &Side<'_>, ours: &[Name<'_>], right: &Side<'_>, theirs: &[Name<'_>]) -> bool {
    let gaps = |names: &[Name<'_>]| -> Vec<Range<usize>> {
        names
            .windows(2)
            .map(|pair| pair[0].at.end..pair[1].at.start.max(pair[0].at.end))
            .collect()
    };
    let is_one_sentence = |side: &Side<'_>, gap: &Range<usize>| {
        gap.len() <= 8 && gap.start > 0 && (gap.start..=gap.end).all(|at| !side.is_start(at))
    };
    let (ours, theirs) = (gaps(ours), gaps(theirs));
    let has_verb = |side: &Side<'_>, gaps: &[Range<usize>]| {
        gaps.iter().cloned().flatten().any(|at| is_verb(side, at))
    };
    let is_same = |(l, r): (&Range<usize>, &Range<usize>)| {
        let stems = |side: &Side<'_>, gap: &Range<usize>| -> Vec<u64> {
            let words = side.words.get(gap.clone()).unwrap_or_default().iter();
            // Sued by, bought from: small words that turn a verb round count too.
            words
                .filter(|word| word.is_content() || matches!(word.key, "by" | "from" | "to"))
                .map(|word| word.stem)
                .collect()
        };
        is_one_sentence(left, l) && is_one_sentence(right, r) && stems(left, l) == stems(right, r)
    };
    // Smith killed Jones, Jones was killed by Smith.
    let is_passive = |side: &Side<'_>, gaps: &[Range<usize>]| {
        let mut places = gaps.iter().cloned().flatten();
        places.any(|at| {
            matches!(
                side.key(at),
                "are" | "been" | "being" | "is" | "was" | "were"
            )
        })
    };
    is_passive(left, &ours) == is_passive(right, &theirs)
        && has_verb(left, &ours)
        && has_verb(right, &theirs)
        && ours.iter().zip(&theirs).all(is_same)
}

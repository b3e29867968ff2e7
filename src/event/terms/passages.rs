//! How a text falls into passages, and these into words.

use std::ops::Range;

use crate::text::Token;

/// Whether what stands between two words gives the second a capital: the end of a sentence or line,
/// a colon, a bar, a quotation mark.
pub(super) fn starts_sentence(gap: &str) -> bool {
    gap.contains(['.', '!', '?', '\n', '\r', ':', '|', '"', '“', '‘', '«', '„'])
}

/// The words of a passage, those joined by a hyphen alone together: `15-year-old` is one term, which
/// tells far more than its parts.
pub(super) fn compounds<'a>(
    text: &'a str,
    tokens: &'a [Token],
) -> impl Iterator<Item = &'a [Token]> {
    tokens.chunk_by(|left, right| {
        matches!(
            text.get(left.end..right.start),
            Some("-" | "\u{2010}" | "\u{2011}")
        )
    })
}

/// What ends a passage, in any script.
const BREAKS: [char; 20] = [
    '\n', '\r', '.', '!', '?', '|', ',', ';', ':', '。', '，', '、', '！', '？', '；', '：', '،',
    '؛', '؟', '।',
];

/// More words without a break make several passages, so that a byte holds how many words one has.
pub(super) const LONGEST_PASSAGE: usize = u8::MAX as usize;

/// The token ranges of the passages: what stands between two line breaks or punctuation marks.
/// Finer than lines, so that furniture is recognised with a name or a date inserted.
pub(super) fn passages<'a>(
    text: &'a str,
    tokens: &'a [Token],
) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = next;
        next += 1;
        tokens.get(start)?;
        while let (Some(before), Some(token)) = (tokens.get(next - 1), tokens.get(next)) {
            let gap = text.get(before.end..token.start).unwrap_or_default();
            if gap != " " && gap.contains(BREAKS) || next - start == LONGEST_PASSAGE {
                break;
            }
            next += 1;
        }
        Some(start..next)
    })
}

/// A title without the station's name counts as itself: it is cut where such names are joined.
pub(super) fn title_parts(title: &str) -> impl Iterator<Item = &str> {
    title
        .split(" - ")
        .flat_map(|part| part.split(" | "))
        .flat_map(|part| part.split(" – "))
        .flat_map(|part| part.split(" — "))
}

//! What a page sticks to the rims of a sentence: a date in figures before it, the mark of a picture
//! behind it. It says nothing of the event, and makes strangers look alike.

use std::ops::Range;

/// What may stand before a date in figures.
const STAMPS: [&str; 4] = ["date", "posted", "published", "updated"];
/// How the mark of a picture begins, in brackets.
const MARKS: [&str; 6] = [
    "file",
    "photo",
    "image",
    "picture",
    "representational",
    "representative",
];

/// The sentence between its rims, as a range of it; all of it where nothing else would be left.
pub(crate) fn between(sentence: &str) -> Range<usize> {
    let end = behind(sentence);
    let start = before(&sentence[..end]);
    if sentence[start..end].contains(char::is_alphanumeric) {
        start..end
    } else {
        0..sentence.len()
    }
}

/// Where a sentence begins behind `date 2024-07-24`.
fn before(sentence: &str) -> usize {
    let mut rest = sentence.trim_start();
    let (word, behind) = cut_word(rest);
    if STAMPS.iter().any(|stamp| word.eq_ignore_ascii_case(stamp)) {
        rest = behind;
    }
    let (date, rest) = cut_word(rest);
    let is_date = matches!(date.as_bytes(), [y @ .., b'-', m1, m2, b'-', d1, d2]
        if y.len() == 4 && y.iter().chain([m1, m2, d1, d2]).all(u8::is_ascii_digit));
    if is_date {
        sentence.len() - rest.len()
    } else {
        0
    }
}

/// The first word of a text, and what stands behind it.
fn cut_word(text: &str) -> (&str, &str) {
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (word.trim_end_matches([':', ',']), rest.trim_start())
}

/// Where a sentence ends before `(File)` or `(File photo)`.
fn behind(sentence: &str) -> usize {
    let rest = sentence.trim_end().trim_end_matches('.');
    let Some((told, mark)) = rest
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
    else {
        return sentence.len();
    };
    let first = mark.split([' ', ':', '/']).next().unwrap_or_default();
    let is_mark = mark.len() <= 40 && MARKS.iter().any(|known| first.eq_ignore_ascii_case(known));
    if is_mark { told.len() } else { sentence.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_pages_add_is_a_rim() {
        for (sentence, told) in [
            ("date 2024-07-24 It rained AI(File)", "It rained AI"),
            ("Updated: 2024-07-24 It rained. (File photo)", "It rained. "),
            (
                "The dam (built in 1931) broke (again).",
                "The dam (built in 1931) broke (again).",
            ),
            ("Date of birth unknown.", "Date of birth unknown."),
            ("2024-07-24", "2024-07-24"),
            ("(File)", "(File)"),
            ("On Monday it rained.", "On Monday it rained."),
        ] {
            assert_eq!(&sentence[between(sentence)], told);
        }
    }
}

//! Digits that are no number: those of names, addresses, versions and calls.

use super::value::may_begin;
use crate::diff::facts::side::Side;

/// Words before a number that is the name of something: Highway 10, No. 3.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "apartment", "article", "bus", "channel", "chapter", "district", "exit", "flight", "grade", "highway", "image", "interstate",
    "level", "line", "page", "phase", "photo", "precinct", "room", "route", "section", "suite", "top", "unit", "volume", "ward",
];

/// Words behind a number that is that of a house or a street, sorted.
#[rustfmt::skip]
const STREETS: &[&str] = &[
    "ave", "avenue", "block", "blvd", "boulevard", "drive", "highway", "lane", "place", "rd", "road", "st", "street",
];

pub(super) fn starts_with_digit(side: &Side<'_>, at: usize) -> bool {
    side.key(at).starts_with(|c: char| c.is_ascii_digit())
}

/// Where a number ends that is part of a name, an address, a version or a call number.
pub(super) fn label_end(side: &Side<'_>, at: usize, end: usize) -> Option<usize> {
    let digits = starts_with_digit(side, at);
    let next = |at: usize| digits && starts_with_digit(side, at);
    // 24/7, 9/11, 203-946-6304
    let mut last = end;
    let (mut hyphens, mut slashes) = (0, 0);
    while next(last) {
        match side.between(last - 1) {
            Some("-" | "\u{2011}" | ".") => hyphens += 1,
            Some("/" | " / ") => slashes += 1,
            _ => break,
        }
        last += 1;
    }
    let is_call = hyphens == 1 && side.key(end - 1).len() == 3 && side.key(end).len() == 4;
    let is_pair = next(end) && matches!(side.between(end - 1), Some("-" | "–" | " - " | " – "));
    let is_call = is_call || digits && matches!(side.key_before(at), "call" | "dial" | "text");
    if hyphens > 1 || slashes > 0 || is_call {
        return Some(last);
    }
    // 0845 125 2222
    let is_dialled = digits
        && side.key(at).len() > 2
        && side.key(at).starts_with('0')
        && side.words[at].text.bytes().all(|b| b.is_ascii_digit());
    if is_dialled {
        let mut last = end;
        while next(last) && side.between(last - 1) == Some(" ") {
            last += 1;
        }
        return Some(last);
    }
    let has_capital = |at: usize| {
        side.words
            .get(at)
            .is_some_and(|word| word.text.starts_with(char::is_uppercase))
    };
    if !side.is_start(at) {
        let (before, between) = (at - 1, side.between(at - 1)?);
        let is_glued = matches!(between, "-" | "\u{2011}");
        if digits
            && is_glued
            && side.words[before].text.ends_with(char::is_alphabetic)
            && !may_begin(side, before)
        {
            return Some(end); // GPT-4
        }
        let is_number_sign = matches!(side.key(before), "no" | "nos") && between == ". ";
        if LABELS.binary_search(&side.key(before)).is_ok() && between == " " || is_number_sign {
            return Some(end);
        }
        // Image 4 of 9
        let is_counted = !side.is_start(before)
            && side.key(before) == "of"
            && starts_with_digit(side, before - 1)
            && LABELS.binary_search(&side.key_before(before - 1)).is_ok();
        if digits && is_counted {
            return Some(end);
        }
        // 471-TIPS(8477)
        if digits && between == "(" {
            return Some(end);
        }
        // iPhone 6, Flight 370; but: In Texas 12 people died.
        let counts = side
            .words
            .get(end)
            .is_some_and(|word| word.text.starts_with(char::is_lowercase) && word.is_content());
        let is_name = has_capital(before) || side.words[before].text.contains(char::is_uppercase);
        let is_named = digits
            && !is_pair
            && between == " "
            && is_name
            && !side.is_start(before)
            && !side.is_capitalised;
        if is_named && !(counts && side.is_joined(end - 1)) && side.words[before].is_content() {
            return Some(end);
        }
    }
    if matches!(
        (side.key(at), side.key(end)),
        (
            "911" | "999" | "112",
            "call" | "calls" | "caller" | "dispatch" | "dispatcher" | "dispatchers"
        )
    ) {
        return Some(end);
    }
    // 849 Chapel Street, 2000 block of West 83rd Street, 97th Avenue
    for place in end..end + 4 {
        if !side.is_joined(place - 1) {
            break;
        }
        let is_street = STREETS.binary_search(&side.key(place)).is_ok();
        if is_street && (has_capital(place) || side.key(place) == "block") {
            return Some(end);
        }
        if !(has_capital(place) || starts_with_digit(side, place)) {
            break;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(LABELS.is_sorted() && STREETS.is_sorted());
    }
}

//! Persons by their full names: `Robert Lee Strong Jr.`, `Vincent "The Chin" Gigante`.

use std::ops::Range;

use super::words::Words;
use crate::diff::facts::lexicon::Class;

/// A person as a sentence names one: first and last name at least.
#[derive(Debug, Clone)]
pub(in crate::diff::facts) struct Person {
    pub(in crate::diff::facts) first: usize,
    /// The words of names between the first and the last.
    pub(in crate::diff::facts) middle: Range<usize>,
    pub(in crate::diff::facts) last: usize,
    /// `Jr.`, `III`
    pub(in crate::diff::facts) suffix: Option<usize>,
    /// Whether an office, an age or a verb of saying beside the name tells that it is a person.
    pub(in crate::diff::facts) is_sure: bool,
    /// Its words, nickname and suffix with them.
    pub(in crate::diff::facts) at: Range<usize>,
}

/// Words of the longest name.
const NAME: usize = 5;

/// The persons of some sentences.
pub(super) fn read(words: &Words<'_>) -> Vec<Person> {
    let mut people = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !is_name(words, at) {
            at += 1;
            continue;
        }
        let run = run(words, at);
        at = run.end;
        people.extend(person(words, run));
    }
    people
}

/// Whether a word may be part of a name.
fn is_name(words: &Words<'_>, at: usize) -> bool {
    let raw = words.raw(at);
    words.is_capitalised(at)
        && raw
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '.'))
        && (!words.is(at, Class::Stop) || is_initial(words, at))
        && !words.is(at, Class::Month)
        && !words.is(at, Class::Weekday)
}

/// Whether a word is the `A.` of `John A. Reid`.
fn is_initial(words: &Words<'_>, at: usize) -> bool {
    words.raw(at).len() == 1 && words.gap(at) == Some(". ")
}

/// The capitalised words that follow one another from a word on, particles between them.
fn run(words: &Words<'_>, from: usize) -> Range<usize> {
    let mut end = from + 1;
    while !is_possessive(words.raw(end - 1)) {
        let Some(gap) = words.gap_before(end) else {
            break;
        };
        let is_clipped = words.raw(end - 1).chars().count() == 1
            || words.is(end - 1, Class::Suffix)
            || words.is(end - 1, Class::Title) && words.key(end - 1).len() <= 5;
        let joins = match gap {
            " " | "-" | "\u{a0}" | " [" | "] " => true,
            ". " => is_clipped,
            ", " | ", [" => words.is(end, Class::Suffix),
            _ => is_nickname(words, end),
        };
        let is_part = is_name(words, end) || gap.ends_with(['"', '“', '\'', '‘']) && joins;
        let is_particle = gap == " "
            && words.is(end, Class::Particle)
            && words.gap(end).is_some_and(|gap| matches!(gap, " " | "-"))
            && is_name(words, end + 1);
        if joins && (is_part || is_particle) || is_roman(words, end) && gap == " " {
            end += 1;
        } else {
            break;
        }
    }
    from..end
}

/// Whether a word stands in quotation marks of its own, or ends what does within three words.
fn is_nickname(words: &Words<'_>, at: usize) -> bool {
    let opens = |gap: &str| matches!(gap, " \"" | " “" | " '" | " ‘" | " (");
    let closes = |gap: &str| matches!(gap, "\" " | "” " | "' " | "’ " | ") ");
    let Some(gap) = words.gap_before(at) else {
        return false;
    };
    if opens(gap) {
        return (at..at + 3)
            .any(|end| words.gap(end).is_some_and(closes) && is_name(words, end + 1));
    }
    closes(gap)
        && (at.saturating_sub(3)..at).any(|start| words.gap_before(start).is_some_and(opens))
}

fn is_roman(words: &Words<'_>, at: usize) -> bool {
    matches!(words.raw(at), "II" | "III" | "IV")
}

fn is_possessive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}

/// The person a run of capitalised words names, without the office before it.
fn person(words: &Words<'_>, run: Range<usize>) -> Option<Person> {
    let mut run = run;
    let mut end = run.end;
    let suffix = (end - run.start > 2 && words.is(end - 1, Class::Suffix)).then(|| end - 1);
    end -= usize::from(suffix.is_some());
    let mut is_titled = false;
    let title = (run.start..end.saturating_sub(2))
        .rev()
        .find(|&at| words.is(at, Class::Title));
    if let Some(title) = title {
        is_titled = true;
        run.start = title + 1;
    } else if words.is(run.start.wrapping_sub(1), Class::Title) && words.is_joined(run.start - 1) {
        // coroner Gary Hargrove
        is_titled = true;
    }
    if end < run.start + 2 || end - run.start > NAME {
        return None;
    }
    let is_quoted = |at: usize| {
        words
            .gap_before(at)
            .is_some_and(|gap| gap.ends_with(['"', '“', '(', '\'', '‘']))
    };
    let (first, last) = (run.start, end - 1);
    // Mr. Hanson; the Kim Jong of Kim Jong-un
    if words.is(first, Class::Title) || words.gap(run.end - 1) == Some("-") {
        return None;
    }
    let is_thing = (first..end).any(|at| words.is(at, Class::Thing));
    if is_thing || words.raw(first).len() < 2 || words.raw(last).chars().count() < 2 {
        return None;
    }
    let is_edited =
        (run.start..run.end).any(|at| words.gap(at).is_some_and(|gap| gap.contains(['[', ']'])));
    if is_edited || (first..last).any(|at| words.key(at) == words.key(last)) {
        return None;
    }
    // A nickname is none of the middle names.
    let nickname = (first + 1..last).find(|&at| is_quoted(at));
    let middle = match nickname {
        Some(at) => first + 1..at,
        None => first + 1..last,
    };
    let is_aged = words.behind(run.end - 1).starts_with(", ")
        && words.raw(run.end).len() == 2
        && words.raw(run.end).bytes().all(|b| b.is_ascii_digit());
    let is_old = words.key(first.wrapping_sub(1)) == "old";
    let speaks =
        |at: usize| words.is(at, Class::Speech) && words.sentence(at) == words.sentence(first);
    Some(Person {
        first,
        middle,
        last,
        suffix,
        is_sure: is_titled || is_aged || is_old || speaks(run.end) || speaks(first.wrapping_sub(1)),
        at: first..run.end,
    })
}

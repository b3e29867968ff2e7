//! Streets: a name, what kind of way it is, a direction, and a house or a block.

use std::ops::Range;

use super::words::Words;
use crate::diff::facts::lexicon::Class;

/// A street as a sentence names it.
#[derive(Debug, Clone)]
pub(in crate::diff::facts) struct Street {
    /// Its name without kind and direction, numbers in digits: `43`, `toms`.
    pub(in crate::diff::facts) name: String,
    /// Whether it is an avenue, a drive, …; nothing in `the 3400 block of Oxford`.
    pub(in crate::diff::facts) kind: Option<u32>,
    pub(in crate::diff::facts) direction: Option<u32>,
    /// A house number, or the number of a block.
    pub(in crate::diff::facts) number: Option<u32>,
    pub(in crate::diff::facts) is_block: bool,
    /// Whether it is told by the street that crosses it there.
    pub(in crate::diff::facts) is_corner: bool,
    /// Its words.
    pub(in crate::diff::facts) at: Range<usize>,
}

/// Words of the longest name of a street.
const NAME: usize = 4;

/// The streets of some sentences.
pub(super) fn read(words: &Words<'_>) -> Vec<Street> {
    let mut streets = Vec::new();
    for at in 0..words.len() {
        if let Some(kind) = kind(words, at) {
            let is_plural = words.key(at).ends_with('s') && !words.is(at, Class::Street);
            let Some(name) = name_before(words, at) else {
                continue;
            };
            if is_plural {
                // Seventh and Liberty avenues
                let joint = name.start.wrapping_sub(1);
                if words.key(joint) == "and"
                    && let Some(first) = name_before(words, joint)
                {
                    streets.push(street(words, &first, joint, Some(kind)));
                    streets.push(street(words, &name, at + 1, Some(kind)));
                }
            } else {
                streets.push(street(words, &name, at + 1, Some(kind)));
            }
        } else if words.key(at) == "block"
            && words.key(at + 1) == "of"
            && let Some(name) = name_behind(words, at + 2)
        {
            streets.push(street(words, &name, name.end, None));
        }
    }
    join_corners(words, &mut streets);
    streets
}

/// Marks streets that stand with the street crossing them: `117th Street and 97th Avenue`.
fn join_corners(words: &Words<'_>, streets: &mut [Street]) {
    for at in 1..streets.len() {
        let (first, second) = (streets[at - 1].at.clone(), streets[at].at.clone());
        let joint = first.end;
        let is_pair = second.start == joint + 1
            && matches!(words.key(joint), "and" | "at" | "near")
            && words.sentence(first.start) == words.sentence(second.start);
        if is_pair && words.key(joint) == "and" {
            for street in &mut streets[at - 1..=at] {
                street.is_corner = true;
                street.at = first.start..second.end;
            }
        }
    }
}

/// The kind of way a capitalised word stands for; of a plural too, `avenues`.
fn kind(words: &Words<'_>, at: usize) -> Option<u32> {
    let key = words.key(at);
    let value = words.value(at, Class::Street);
    if let Some(kind) = value.filter(|_| words.is_capitalised(at)) {
        return Some(kind as u32);
    }
    let single = key.strip_suffix('s').filter(|single| single.len() > 3)?;
    let entry = crate::diff::facts::lexicon::entry(single)?;
    entry.value(Class::Street).map(|kind| kind as u32)
}

/// The words of a name that ends before a word.
fn name_before(words: &Words<'_>, end: usize) -> Option<Range<usize>> {
    let mut from = end;
    while from > 0
        && end - from < NAME
        && words.sentence(from - 1) == words.sentence(end)
        && matches!(words.gap(from - 1), Some(" " | ". " | "-"))
        && is_name(words, from - 1)
    {
        from -= 1;
    }
    while from + 1 < end && words.is(from, Class::Direction) {
        from += 1;
    }
    // The Supreme Court, Wall Street
    let is_doubtful = matches!(
        words.key(end),
        "court" | "place" | "circle" | "square" | "way" | "terrace" | "st"
    );
    let is_thing = is_doubtful
        && (from..end).any(|at| words.is(at, Class::Thing) && !words.is(at, Class::Ordinal));
    (from < end && !is_thing && words.key(from) != "wall").then_some(from..end)
}

/// The capitalised words behind `block of`, where no kind of way follows.
fn name_behind(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let mut from = at;
    while words.is(from, Class::Direction) && words.is_capitalised(from) {
        from += 1;
    }
    let mut end = from;
    while end < from + NAME
        && is_name(words, end)
        && words.sentence(end) == words.sentence(at)
        && (end == from || words.is_joined(end - 1))
    {
        if kind(words, end).is_some() {
            return None;
        }
        end += 1;
    }
    let is_named = kind(words, end).is_none() || !matches!(words.gap_before(end), Some(" " | ". "));
    (from < end && is_named).then_some(from..end)
}

fn is_name(words: &Words<'_>, at: usize) -> bool {
    let is_numbered = is_ordinal(words.raw(at));
    (words.is_capitalised(at) || is_numbered)
        && !words.is(at, Class::Stop)
        && !words.is(at, Class::Month)
        && !words.is(at, Class::Weekday)
}

/// `43rd`
fn is_ordinal(word: &str) -> bool {
    let figures = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    figures.len() + 2 == word.len() && figures.parse::<u32>().is_ok()
}

fn street(words: &Words<'_>, name: &Range<usize>, end: usize, kind: Option<u32>) -> Street {
    let mut from = name.start;
    let mut direction = None;
    let mut end = end;
    if from > 0
        && matches!(words.gap(from - 1), Some(" " | ". "))
        && words.raw(from - 1).starts_with(char::is_uppercase)
        && let Some(value) = words.value(from - 1, Class::Direction)
    {
        direction = Some(value as u32);
        from -= 1;
    } else if kind.is_some()
        && matches!(words.gap_before(end), Some(" " | ". "))
        && words.raw(end).starts_with(char::is_uppercase)
        && let Some(value) = words.value(end, Class::Direction)
    {
        direction = Some(value as u32);
        end += 1;
    }
    let figure = |at: usize| -> Option<u32> {
        let raw = words.raw(at);
        raw.parse().ok().filter(|_| raw.len() <= 5)
    };
    let (mut number, mut is_block) = (None, false);
    if from >= 3 && words.key(from - 1) == "of" && words.key(from - 2) == "block" {
        number = figure(from - 3);
        is_block = number.is_some();
        from -= if is_block { 3 } else { 0 };
    } else if from > 0 && words.gap(from - 1) == Some(" ") {
        number = figure(from - 1);
        from -= usize::from(number.is_some());
    }
    let plain = |at: usize| -> String {
        match words.value(at, Class::Ordinal) {
            Some(value) => format!("{value}"),
            None if is_ordinal(words.raw(at)) => {
                let raw = words.raw(at);
                raw[..raw.len() - 2].to_owned()
            }
            None => words.key(at).to_owned(),
        }
    };
    let name: Vec<String> = name.clone().map(plain).collect();
    Street {
        name: name.join(" "),
        kind,
        direction,
        number,
        is_block,
        is_corner: false,
        at: from..end,
    }
}

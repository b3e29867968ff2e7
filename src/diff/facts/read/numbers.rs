//! What is counted, measured and paid: a number with its unit and the noun it counts.

use std::ops::Range;

use super::numerals::{self, Amount, Numeral};
use super::words::Words;
use crate::diff::facts::lexicon::{self, Class};
use crate::hash;

/// What a number is a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::diff::facts) enum Unit {
    /// Things, persons, deeds.
    Count,
    Percent,
    /// Money of one currency.
    Money(u32),
    /// Miles, tonnes, hours.
    Measure(u32),
    /// How often.
    Times,
}

/// A number with what stands to it.
#[derive(Debug, Clone)]
pub(in crate::diff::facts) struct Number {
    pub(in crate::diff::facts) amount: Amount,
    pub(in crate::diff::facts) unit: Unit,
    /// The noun it counts, as its key; a generic word for people has the key [`PEOPLE`].
    pub(in crate::diff::facts) head: Option<u64>,
    /// What became of those it counts: killed, injured, missing.
    pub(in crate::diff::facts) state: Option<u32>,
    /// The word that says so.
    pub(in crate::diff::facts) state_at: Option<usize>,
    /// Whether `at least`, `up to` or `about` leaves it open.
    pub(in crate::diff::facts) bound: Bound,
    /// Whether it counts a part of a whole: `the other eight`, `three of the nine`.
    pub(in crate::diff::facts) is_part: bool,
    /// Its words, unit and noun with them.
    pub(in crate::diff::facts) at: Range<usize>,
    /// Where what bounds it begins, else the number.
    pub(in crate::diff::facts) from: usize,
}

/// How a number is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::diff::facts) enum Bound {
    Exact,
    Least,
    Most,
    About,
}

/// The key of people, persons, individuals.
pub(in crate::diff::facts) const PEOPLE: u64 = 1;

/// The bit that keys of nouns for people have: officers, children, victims.
const WHO: u64 = 1 << 62;

/// Whether two keys of nouns can mean the same people or things.
pub(in crate::diff::facts) fn is_same_head(left: u64, right: u64) -> bool {
    let is_who = |key: u64| key == PEOPLE || key & (WHO | 1 << 63) == WHO;
    left == right || left.min(right) == PEOPLE && is_who(left) && is_who(right)
}

/// The numbers of some sentences, but for words that are `taken` by something else.
pub(super) fn read(words: &Words<'_>, taken: &[bool]) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let numeral = if taken[at] {
            None
        } else {
            numerals::read(words, at)
        };
        numbers.extend(
            numeral
                .as_ref()
                .and_then(|numeral| number(words, taken, at, numeral)),
        );
        at = numeral.map_or(at + 1, |numeral| numeral.end);
    }
    numbers
}

fn number(words: &Words<'_>, taken: &[bool], at: usize, numeral: &Numeral<'_>) -> Option<Number> {
    let mut end = numeral.end;
    let (bound, from) = bound(words, at);
    let currency = currency(words.before(at));
    let is_free = |at: usize| {
        words
            .gap_before(at)
            .is_some_and(|gap| matches!(gap, " " | "-" | "\u{a0}" | "\n"))
    };
    let (mut unit, mut head, mut state) = (Unit::Count, None, None);
    let behind = words.behind(end - 1).trim_start();
    if let Some(currency) = currency {
        unit = Unit::Money(currency);
    } else if behind.starts_with('%') || !numeral.suffix.is_empty() && numeral.suffix == "pc" {
        unit = Unit::Percent;
    } else if words.key(end) == "per" && words.key(end + 1) == "cent" {
        (unit, end) = (Unit::Percent, end + 2);
    } else if let Some(measure) =
        measure(words, end, numeral).filter(|_| is_free(end) || !numeral.suffix.is_empty())
    {
        end += usize::from(numeral.suffix.is_empty());
        unit = measure;
    } else if !numeral.suffix.is_empty() || is_label(words, at, numeral) {
        return None;
    } else {
        let found = counted(words, taken, end)?;
        (head, state, end) = (found.head, found.state, found.end);
    }
    let state_at = state.or_else(|| state_before(words, from));
    if words.key(end - 1) == "times" && words.key(end) != "as" {
        (unit, head) = (Unit::Times, None);
    }
    Some(Number {
        amount: numeral.amount,
        unit,
        head,
        state: state_at.and_then(|at| state_of(words, at)),
        state_at,
        bound,
        is_part: is_part(words, from, numeral.end, end),
        at: at..end,
        from,
    })
}

/// What a number counts.
struct Counted {
    head: Option<u64>,
    /// The word that says what became of it.
    state: Option<usize>,
    end: usize,
}

/// Words between a number and the noun it counts, at most.
const REACH: usize = 4;

/// The noun that a number before a word counts, and what became of it.
fn counted(words: &Words<'_>, taken: &[bool], from: usize) -> Option<Counted> {
    let state = |at: usize| state_of(words, at).map(|_| at);
    let goes_on = |at: usize| {
        at < words.len()
            && !taken[at]
            && matches!(words.gap_before(at), Some(" " | "-" | "\n" | "\u{a0}"))
    };
    let mut head = None;
    let mut at = from;
    while at < from + REACH && goes_on(at) {
        let is_noun = [Class::Noun, Class::Who, Class::People]
            .iter()
            .any(|class| words.is(at, *class));
        if !is_noun && (words.is(at, Class::Part) || words.key(at) == "of") && at == from {
            at += 1;
            continue;
        }
        if !is_noun && words.is(at, Class::Stop) {
            break;
        }
        if let Some(found) = state(at).filter(|_| !is_noun) {
            // 14 dead
            return Some(Counted {
                head: head.map_or(Some(PEOPLE), |(key, _)| Some(key)),
                state: Some(found),
                end: at + 1,
            });
        }
        let is_plural = is_plural(words.key(at));
        if let Some(key) = head_key(words, at).filter(|_| is_noun || is_plural) {
            head = Some((key, at + 1));
            break;
        }
        at += 1;
    }
    let (key, end) = head?;
    // people were later killed
    let clause = (end..end + 5).take_while(|&at| {
        words.gap_before(at) == Some(" ") && !matches!(words.key(at), "and" | "who" | "but" | "of")
    });
    let became = clause
        .map(|at| (at, state(at)))
        .take_while(|(at, found)| {
            found.is_some() || words.is(*at, Class::Stop) || words.key(*at).ends_with("ly")
        })
        .find_map(|(_, found)| found);
    Some(Counted {
        head: Some(key),
        state: became,
        end,
    })
}

/// The word before a number that says what became of those it counts: `killed 12 people`, `killing
/// at least 12`.
fn state_before(words: &Words<'_>, from: usize) -> Option<usize> {
    let mut near = (from.saturating_sub(2)..from).rev();
    near.find(|&at| words.gap(at) != Some(" ") || state_of(words, at).is_some())
        .filter(|&at| words.gap(at) == Some(" "))
}

/// What a word says became of somebody.
fn state_of(words: &Words<'_>, at: usize) -> Option<u32> {
    let state = words
        .value(at, Class::Fate)
        .or_else(|| words.value(at, Class::State));
    state.map(|state| state as u32)
}

/// The key of a noun for people.
pub(super) fn who_key(words: &Words<'_>, at: usize) -> Option<u64> {
    let is_who = words.is(at, Class::Who) || words.is(at, Class::People);
    head_key(words, at).filter(|_| is_who)
}

/// A noun as a number, the same for its singular and plural and for other words of one meaning.
fn head_key(words: &Words<'_>, at: usize) -> Option<u64> {
    if words.is(at, Class::People) {
        return Some(PEOPLE);
    }
    let group = words.value(at, Class::Who).map(|group| group as u64 | WHO);
    let group = group.or_else(|| words.value(at, Class::Noun).map(|group| group as u64 + 2));
    if let Some(group) = group {
        return Some(group);
    }
    let key = words.key(at);
    let is_word =
        key.len() > 2 && !words.is(at, Class::Stop) && key.chars().all(char::is_alphabetic);
    is_word.then(|| hash::bytes(singular(key).as_bytes()) | 1 << 63)
}

/// A word without the ending of its plural.
pub(in crate::diff::facts) fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(rest) if rest.len() > 2 && !rest.ends_with(['s', 'u', 'i']) => rest,
        _ => word,
    }
}

fn is_plural(word: &str) -> bool {
    singular(word).len() < word.len()
}

/// The measure or money a word behind a number names.
fn measure(words: &Words<'_>, at: usize, numeral: &Numeral<'_>) -> Option<Unit> {
    let entry = if numeral.suffix.is_empty() {
        lexicon::entry(words.key(at))?
    } else {
        lexicon::entry(&numeral.suffix.to_ascii_lowercase())?
    };
    if let Some(currency) = entry.value(Class::Money) {
        return Some(Unit::Money(currency as u32));
    }
    let unit = entry.value(Class::Unit)?;
    if words.key(at).starts_with("perc") {
        return Some(Unit::Percent);
    }
    Some(Unit::Measure(unit as u32))
}

/// The currency whose sign stands before a figure.
fn currency(before: &str) -> Option<u32> {
    let before = before.trim_end_matches(' ');
    let sign = before.chars().next_back()?;
    Some(match sign {
        '$' => 1,
        '€' => 2,
        '£' => 3,
        '¥' => 4,
        '₹' => 5,
        _ => return None,
    })
}

/// Whether a figure is a year, a name's number, a page, a score or part of a code.
fn is_label(words: &Words<'_>, at: usize, numeral: &Numeral<'_>) -> bool {
    let raw = words.raw(at);
    let is_year =
        raw.len() == 4 && !raw.contains(',') && (1900.0..2100.0).contains(&numeral.amount.low);
    let before = words.before(at);
    let is_code = before.ends_with(['#', '/', '.', ':', '_', '@', '+'])
        || before.ends_with('-') && !before.ends_with(" -")
        || words
            .behind(numeral.end - 1)
            .starts_with(['/', ':', '-', '_'])
            && !words.is_joined(numeral.end - 1);
    let named = at > 0
        && words.gap(at - 1) == Some(" ")
        && words.is_capitalised(at - 1)
        && words.sentence_of(at).start + 1 < at;
    is_year || is_code || named && numeral.is_digits
}

/// How the words before a number bound it, and where they begin.
fn bound(words: &Words<'_>, at: usize) -> (Bound, usize) {
    for len in [3, 2, 1] {
        let Some(from) = at.checked_sub(len) else {
            continue;
        };
        if (from..at).any(|at| {
            !matches!(
                words.gap(at),
                Some(" " | "\n" | "\u{a0}" | " $" | " £" | " €")
            )
        }) {
            continue;
        }
        let phrase: Vec<&str> = (from..at).map(|at| words.key(at)).collect();
        let Some(entry) = lexicon::entry(&phrase.join("_")) else {
            continue;
        };
        let classes = [
            (Class::Least, Bound::Least),
            (Class::About, Bound::About),
            (Class::Most, Bound::Most),
        ];
        if let Some((_, bound)) = classes
            .into_iter()
            .find(|(class, _)| entry.value(*class).is_some())
        {
            return (bound, from);
        }
    }
    (Bound::Exact, at)
}

/// Whether a number counts a part of what another number counts, or is counted on top of it.
fn is_part(words: &Words<'_>, from: usize, behind: usize, end: usize) -> bool {
    let before = from.checked_sub(1);
    let is_rest = |at: usize| {
        words.is(at, Class::Part) || matches!(words.key(at), "the" | "these" | "those" | "all")
    };
    before.is_some_and(|at| words.gap(at) == Some(" ") && is_rest(at))
        || (behind..end).any(|at| words.is(at, Class::Part))
        || words.key(behind) == "of"
            && matches!(
                words.key(behind + 1),
                "the" | "them" | "those" | "its" | "his" | "her" | "their"
            )
}

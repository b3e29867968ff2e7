//! Ages: `34-year-old driver`, `the driver, aged 36,`, `Robert Strong, 23`.

use std::ops::Range;

use super::numbers::who_key;
use super::numerals;
use super::people::Person;
use super::words::Words;

/// An age and whose it is.
#[derive(Debug, Clone)]
pub(in crate::diff::facts) struct Age {
    pub(in crate::diff::facts) years: u32,
    pub(in crate::diff::facts) of: Bearer,
    /// Its words, with those of the bearer beside it.
    pub(in crate::diff::facts) at: Range<usize>,
}

/// Whose age it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::diff::facts) enum Bearer {
    /// A person named in full, by number.
    Person(usize),
    /// A noun, as its key.
    Noun(u64),
    /// Nobody that is named beside it.
    Unknown,
}

/// The ages of some sentences.
pub(super) fn read(words: &Words<'_>, people: &[Person]) -> Vec<Age> {
    let ages = (0..words.len()).filter_map(|at| age(words, people, at));
    ages.map(|age| identified(words, people, age)).collect()
}

/// `The 15-year-old girl who was shot has been identified as Ann Reid`: the age is that of the person.
fn identified(words: &Words<'_>, people: &[Person], age: Age) -> Age {
    if matches!(age.of, Bearer::Person(_)) {
        return age;
    }
    // Ann Reid, a 15-year-old student
    let article = age.at.start.wrapping_sub(1);
    let apposed = people.iter().position(|person| {
        person.at.end == article
            && matches!(words.key(article), "a" | "an" | "the")
            && words.gap_before(article) == Some(", ")
    });
    if let Some(person) = apposed {
        return Age {
            of: Bearer::Person(person),
            ..age
        };
    }
    let sentence = words.sentence_of(age.at.start);
    let person = people.iter().position(|person| {
        let at = person.at.start;
        let is_named = at >= 2
            && words.key(at - 1) == "as"
            && matches!(words.key(at - 2), "identified" | "named");
        is_named && at > age.at.end && sentence.contains(&at)
    });
    Age {
        of: person.map_or(age.of, Bearer::Person),
        ..age
    }
}

fn age(words: &Words<'_>, people: &[Person], at: usize) -> Option<Age> {
    let number = numerals::read(words, at)?;
    let years = whole(number.amount.low).filter(|_| number.amount.low >= number.amount.high)?;
    let end = number.end;
    let person_at = |place: usize| people.iter().position(|person| person.at.end == place);
    let person_from = |place: usize| people.iter().position(|person| person.at.start == place);
    let is_hyphened = |at: usize| words.is_joined(at) || words.gap(at) == Some(" - ");
    if words.key(end) == "year" && words.key(end + 1) == "old" && is_hyphened(end) {
        let behind = end + 2;
        let is_next = words
            .gap_before(behind)
            .is_some_and(|gap| matches!(gap, " " | ", "));
        if let Some(person) = person_from(behind).filter(|_| is_next) {
            let to = people[person].at.end;
            return Some(Age {
                years,
                of: Bearer::Person(person),
                at: at..to,
            });
        }
        let noun = (behind..behind + 3)
            .take_while(|at| words.gap_before(*at) == Some(" "))
            .find_map(|at| who_key(words, at).map(|key| (key, at)));
        return Some(match noun {
            Some((key, head)) => Age {
                years,
                of: Bearer::Noun(key),
                at: at..head + 1,
            },
            None => Age {
                years,
                of: Bearer::Unknown,
                at: at..behind,
            },
        });
    }
    if words.key(end) == "years" && words.key(end + 1) == "old" {
        // 20 years old to 59 years old
        let is_range = words.key(end + 2) == "to" || words.key(at.wrapping_sub(1)) == "to";
        return (!is_range).then_some(Age {
            years,
            of: Bearer::Unknown,
            at: at..end + 2,
        });
    }
    let is_aged = matches!(words.key(at.checked_sub(1)?), "aged" | "age");
    let from = at - usize::from(is_aged);
    let is_closed = !matches!(words.gap_before(end), Some(" " | "-"));
    if words.gap_before(from) == Some(", ") || is_aged && words.gap_before(from) == Some(" ") {
        if let Some(person) = person_at(from).filter(|_| is_closed || is_aged) {
            let start = people[person].at.start;
            return Some(Age {
                years,
                of: Bearer::Person(person),
                at: start..end,
            });
        }
        if is_aged && let Some(key) = who_key(words, from.wrapping_sub(1)) {
            return Some(Age {
                years,
                of: Bearer::Noun(key),
                at: from - 1..end,
            });
        }
    }
    None
}

/// The years of an age that somebody can have.
fn whole(years: f64) -> Option<u32> {
    (years.fract() == 0.0 && (1.0..=115.0).contains(&years)).then_some(years as u32)
}

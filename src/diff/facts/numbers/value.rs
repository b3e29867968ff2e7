//! The value of a number, whatever way it is written: 1,200.5, 1.2m, twenty-one, two thirds.

use super::units::{Unit, unit_of};
use crate::diff::facts::lexicon::Tag;
use crate::diff::facts::side::Side;

/// A value as it stands in a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value {
    pub(super) amount: f64,
    /// What digits with one kind of separator may mean besides: 1.200 is 1.2 or 1200.
    pub(super) other: Option<f64>,
    /// What a scale has multiplied it by.
    pub(super) scale: f64,
    /// A unit that is part of it: an ordinal, a fraction, 5km.
    pub(super) unit: Option<Unit>,
    /// Whether it is told in words.
    pub(super) is_word: bool,
    /// The word behind it.
    pub(super) end: usize,
}

/// Words for numbers, sorted.
#[rustfmt::skip]
const WORDS: &[(&str, f64)] = &[
    ("eight", 8.0), ("eighteen", 18.0), ("eighty", 80.0), ("eleven", 11.0), ("fifteen", 15.0), ("fifty", 50.0),
    ("five", 5.0), ("forty", 40.0), ("four", 4.0), ("fourteen", 14.0), ("nine", 9.0), ("nineteen", 19.0),
    ("ninety", 90.0), ("one", 1.0), ("seven", 7.0), ("seventeen", 17.0), ("seventy", 70.0), ("six", 6.0),
    ("sixteen", 16.0), ("sixty", 60.0), ("ten", 10.0), ("thirteen", 13.0), ("thirty", 30.0), ("three", 3.0),
    ("twelve", 12.0), ("twenty", 20.0), ("two", 2.0), ("zero", 0.0),
];

/// Words and letters that multiply the number before them, sorted.
#[rustfmt::skip]
const SCALES: &[(&str, f64)] = &[
    ("b", 1e9), ("billion", 1e9), ("bn", 1e9), ("crore", 1e7), ("dozen", 12.0), ("hundred", 1e2), ("k", 1e3),
    ("lakh", 1e5), ("m", 1e6), ("million", 1e6), ("mln", 1e6), ("mn", 1e6), ("thousand", 1e3), ("tn", 1e12),
    ("trillion", 1e12),
];

/// Ordinals in words, sorted; each behind one and a hyphen, or by itself in the plural, is a fraction.
#[rustfmt::skip]
const ORDINALS: &[(&str, f64)] = &[
    ("eighth", 8.0), ("eleventh", 11.0), ("fifth", 5.0), ("first", 1.0), ("fourth", 4.0), ("ninth", 9.0),
    ("second", 2.0), ("seventh", 7.0), ("sixth", 6.0), ("tenth", 10.0), ("third", 3.0), ("twelfth", 12.0),
];

fn look_up(table: &[(&str, f64)], key: &str) -> Option<f64> {
    if key.len() > 9 {
        return None;
    }
    let place = table.binary_search_by(|entry| entry.0.cmp(key)).ok()?;
    table.get(place).map(|entry| entry.1)
}

/// The value of a number or an ordinal that is one word: ten, 10, 11th.
pub(in crate::diff::facts) fn value_of(key: &str) -> Option<f64> {
    if key.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = key.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let is_plain = matches!(&key[digits.len()..], "" | "st" | "nd" | "rd" | "th");
        return digits.replace(',', "").parse().ok().filter(|_| is_plain);
    }
    look_up(WORDS, key)
        .or_else(|| look_up(ORDINALS, key))
        .filter(|value| *value > 1.0)
}

pub(super) fn is_scale(key: &str) -> bool {
    key.len() > 1 && look_up(SCALES, key).is_some()
}

/// Words with which a number may begin, if it does not begin with a digit.
pub(in crate::diff::facts) fn words() -> impl Iterator<Item = &'static str> {
    let tables = WORDS.iter().chain(ORDINALS).map(|entry| entry.0);
    tables.chain(["a", "an", "half"])
}

/// Whether a word may begin a number: what most words do not.
pub(super) fn may_begin(side: &Side<'_>, at: usize) -> bool {
    side.words.get(at).is_some_and(|word| {
        word.text.starts_with(|c: char| c.is_ascii_digit()) || word.is(Tag::Number)
    })
}

impl Value {
    /// The value that begins at a word.
    pub(super) fn read(side: &Side<'_>, at: usize) -> Option<Self> {
        let word = side.words.get(at).filter(|word| !word.is_taken)?;
        let key = word.key;
        if key.starts_with(|c: char| c.is_ascii_digit()) {
            return Self::of_digits(side, at, key);
        }
        if let Some(share) = fraction(side, at) {
            return Some(share);
        }
        if let Some(rank) = look_up(ORDINALS, key) {
            return Some(Self {
                unit: Some(Unit::Rank),
                ..Self::word(rank, at + 1)
            });
        }
        Self::of_words(side, at)
    }

    fn word(value: f64, end: usize) -> Self {
        Self {
            amount: value,
            other: None,
            scale: 1.0,
            unit: None,
            is_word: true,
            end,
        }
    }

    fn of_digits(side: &Side<'_>, at: usize, key: &str) -> Option<Self> {
        let (torn, end) = torn(side, at);
        let (mut value, other, suffix) = digits(torn.as_deref().unwrap_or(key))?;
        let before = side.before(at);
        if before.ends_with('.')
            && !before.ends_with("..")
            && !before[..before.len() - 1].ends_with(char::is_alphanumeric)
        {
            // .9: the point is no part of the word
            value /= 10_f64.powi(i32::try_from(key.len()).ok()?);
        }
        let mut read = Self {
            amount: value,
            other,
            is_word: false,
            ..Self::word(value, end)
        };
        match suffix {
            "" => {}
            "st" | "nd" | "rd" | "th" => read.unit = Some(Unit::Rank),
            _ => match look_up(SCALES, suffix) {
                Some(scale) => read.multiply(scale),
                None => read.unit = Some(unit_of(suffix).filter(|_| suffix.len() > 1)?),
            },
        }
        read.scaled(side);
        Some(read)
    }

    /// Twenty-one, two hundred and five, a dozen, one and a half million.
    fn of_words(side: &Side<'_>, at: usize) -> Option<Self> {
        let is_one = matches!(side.key(at), "a" | "an");
        let (mut total, mut part, mut end) = (0.0, None, at);
        if is_one {
            let next = side.key(at + 1);
            (is_scale(next) && next.len() > 2).then_some(())?;
            (part, end) = (Some(1.0), at + 1);
        }
        loop {
            let is_joined = end == at || is_one && end == at + 1 || side.is_joined(end - 1);
            let key = side.key(end);
            let next = look_up(WORDS, key).filter(|_| is_joined);
            match (next, part) {
                (Some(value), None) => part = Some(value),
                // Twenty and one, a hundred and one: each smaller than what stands before it.
                (Some(value), Some(so_far)) if fits(so_far, value) => part = Some(so_far + value),
                _ if key == "and"
                    && part.is_some_and(|part| part >= 100.0)
                    && look_up(WORDS, side.key(end + 1)).is_some() => {}
                _ => match look_up(SCALES, key)
                    .filter(|_| is_joined && key.len() > 2)
                    .zip(part)
                {
                    Some((scale, so_far)) if scale <= 100.0 => part = Some(so_far * scale),
                    Some((scale, so_far)) => {
                        total += so_far * scale;
                        part = Some(0.0);
                    }
                    None => break,
                },
            }
            end += 1;
        }
        let mut read = Self::word(total + part?, end);
        read.halved(side);
        (end > at).then_some(read)
    }

    fn multiply(&mut self, scale: f64) {
        self.amount *= scale;
        self.other = None;
        self.scale *= scale;
    }

    /// Takes in the scales behind digits, and a half.
    fn scaled(&mut self, side: &Side<'_>) {
        self.halved(side);
        while let Some(scale) = look_up(SCALES, side.key(self.end))
            && side.is_joined(self.end - 1)
            && side.key(self.end).len() > 1
        {
            self.multiply(scale);
            self.end += 1;
        }
    }

    /// One and a half.
    fn halved(&mut self, side: &Side<'_>) {
        let [and, a, half] = [0, 1, 2].map(|more| side.key(self.end + more));
        if and == "and" && a == "a" && half == "half" {
            self.amount += 0.5;
            self.end += 3;
            self.scaled(side);
        }
    }
}

/// Digits that a tokenizer has torn apart (4, 183 and 0. 07), put together, and where they end.
fn torn(side: &Side<'_>, at: usize) -> (Option<String>, usize) {
    let is_digit = |key: &str| key.bytes().all(|b| b.is_ascii_digit());
    let (key, next) = (side.key(at), side.key(at + 1));
    // 2, 000ft
    let figures = next
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(next.len());
    if !is_digit(key) || key.len() > 3 || figures == 0 || figures < next.len() && figures != 3 {
        return (None, at + 1);
    }
    match side.between(at) {
        // 21 000
        Some("\u{a0}" | "\u{202f}" | "\u{2009}") if next.len() == 3 => {
            (Some(format!("{key}{next}")), at + 2)
        }
        Some(" ") if next.len() == 3 && next.ends_with("00") => {
            (Some(format!("{key}{next}")), at + 2)
        }
        Some(", ") if figures == 3 => (Some(format!("{key},{next}")), at + 2),
        Some(". ") => (Some(format!("{key}.{next}")), at + 2),
        _ => (None, at + 1),
    }
}

/// Whether a number word may follow another within one number.
fn fits(before: f64, value: f64) -> bool {
    let room = if before >= 1000.0 || before == 0.0 {
        1000.0
    } else if before % 100.0 == 0.0 {
        100.0
    } else if before >= 20.0 && before % 10.0 == 0.0 {
        10.0
    } else {
        0.0
    };
    value > 0.0 && value < room
}

/// Two-thirds, a quarter of, half of: a share, in per cent.
fn fraction(side: &Side<'_>, at: usize) -> Option<Value> {
    let share = |value: f64, end| {
        Some(Value {
            unit: Some(Unit::Percent),
            ..Value::word(100.0 * value, end)
        })
    };
    let key = side.key(at);
    if key == "half" {
        // Half of, half the; not the first half, in half, half-time.
        let is_share = matches!(
            side.key(at + 1),
            "of" | "the" | "its" | "their" | "his" | "her" | "all" | "a" | "an"
        );
        let is_time = matches!(
            side.key(at + 2),
            "hour" | "dozen" | "million" | "billion" | "century" | "mile" | "time"
        );
        return (is_share
            && !is_time
            && !matches!(side.key_before(at), "first" | "second" | "other" | "and"))
        .then(|| share(0.5, at + 1))
        .flatten();
    }
    let count = if matches!(key, "a" | "an") {
        1.0
    } else {
        look_up(WORDS, key)?
    };
    let part = side.key(at + 1);
    let parts = match part.strip_suffix('s').unwrap_or(part) {
        "half" | "halve" => 2.0,
        "quarter" => 4.0,
        part => look_up(ORDINALS, part).filter(|&parts| parts > 2.0)?,
    };
    // A third man is no third; a third of the men is.
    let is_told = side.key(at + 2) == "of"
        || count > 1.0 && part.ends_with('s')
        || side.between(at) == Some("-");
    let is_whole = count < parts && side.is_joined(at) && is_told;
    is_whole.then(|| share(count / parts, at + 2)).flatten()
}

/// The value of digits (1,200.5), what else it may be, and the letters behind them.
fn digits(key: &str) -> Option<(f64, Option<f64>, &str)> {
    let end = key
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .unwrap_or(key.len());
    let (digits, suffix) = key.split_at(end);
    let is_grouped = |by: char| {
        let mut groups = digits.split(by);
        groups.next().is_some_and(|first| first.len() < 4)
            && groups.all(|group| group.split(['.', ',']).next().map_or(0, str::len) == 3)
    };
    let [commas, points] = [',', '.'].map(|by| digits.matches(by).count());
    let without = |by: char| digits.replace(by, "");
    let (plain, other) = match (commas, points) {
        (0, 0) => return Some((digits.parse().ok()?, None, suffix)),
        (0, 1) => (digits.to_owned(), is_grouped('.').then(|| without('.'))),
        (1, 0) if is_grouped(',') => (without(','), Some(digits.replace(',', "."))),
        (1, 0) => (digits.replace(',', "."), None),
        (_, 0) => (without(','), None),
        (0, _) => (without('.'), None),
        // The last of the two marks the fraction.
        _ if digits.rfind(',') > digits.rfind('.') => (without('.').replace(',', "."), None),
        _ => (without(','), None),
    };
    Some((
        plain.parse().ok()?,
        other.and_then(|other| other.parse().ok()),
        suffix,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::facts::side::Folded;

    #[test]
    fn tables_are_sorted() {
        for table in [WORDS, SCALES, ORDINALS] {
            assert!(table.is_sorted_by_key(|entry| entry.0));
        }
    }

    #[test]
    fn values_are_read() {
        for (text, value) in [
            ("12", 12.0),
            ("1,200", 1200.0),
            ("1,200.5", 1200.5),
            ("1.200,5", 1200.5),
            ("2,5", 2.5),
            (".9", 0.9),
            ("1.2m", 1_200_000.0),
            ("1.2 million", 1_200_000.0),
            ("twenty-one", 21.0),
            ("two hundred and five", 205.0),
            ("one hundred thousand", 100_000.0),
            ("two million five hundred thousand", 2_500_000.0),
            ("a dozen", 12.0),
            ("two dozen", 24.0),
            ("one and a half", 1.5),
            ("3 and a half million", 3_500_000.0),
            ("three-quarters", 75.0),
            ("a quarter of", 25.0),
            ("half of", 50.0),
            ("fifth", 5.0),
            ("21st", 21.0),
        ] {
            let whole = 0..text.len();
            let folded = Folded::new(text, std::slice::from_ref(&whole));
            let side = Side::new(&folded);
            let read = Value::read(&side, 0);
            assert_eq!(read.map(|read| read.amount), Some(value), "{text}");
        }
        for text in ["a man", "half-time", "3d", "people"] {
            let whole = 0..text.len();
            let folded = Folded::new(text, std::slice::from_ref(&whole));
            let side = Side::new(&folded);
            assert!(Value::read(&side, 0).is_none(), "{text}");
        }
    }
}

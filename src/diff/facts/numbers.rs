//! Numbers: their value whatever way it is written, and what they count.

use std::ops::Range;

use super::pairing::{MOST, differences};
use super::side::{Side, is_content, shared, stem};

/// A number as it stands in a sentence.
#[derive(Debug)]
pub(super) struct Number {
    value: f64,
    unit: Unit,
    /// The stem of the word it counts: the first word behind it that says something.
    noun: String,
    context: Vec<String>,
    /// `one` and ordinals mean a number only when the other side has another one in its place.
    is_weak: bool,
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    None,
    Percent,
    Ordinal,
    /// Named by its sign.
    Money(char),
}

/// Words for numbers, by value.
#[rustfmt::skip]
const WORDS: &[(&str, f64)] = &[
    ("zero", 0.0), ("one", 1.0), ("two", 2.0), ("three", 3.0), ("four", 4.0), ("five", 5.0), ("six", 6.0), ("seven", 7.0),
    ("eight", 8.0), ("nine", 9.0), ("ten", 10.0), ("eleven", 11.0), ("twelve", 12.0), ("thirteen", 13.0),
    ("fourteen", 14.0), ("fifteen", 15.0), ("sixteen", 16.0), ("seventeen", 17.0), ("eighteen", 18.0),
    ("nineteen", 19.0), ("twenty", 20.0), ("thirty", 30.0), ("forty", 40.0), ("fifty", 50.0), ("sixty", 60.0),
    ("seventy", 70.0), ("eighty", 80.0), ("ninety", 90.0),
];

/// Words and letters that multiply the number before them.
const SCALES: &[(&str, f64)] = &[
    ("b", 1e9),
    ("billion", 1e9),
    ("bn", 1e9),
    ("crore", 1e7),
    ("dozen", 12.0),
    ("hundred", 1e2),
    ("k", 1e3),
    ("lakh", 1e5),
    ("m", 1e6),
    ("million", 1e6),
    ("mln", 1e6),
    ("mn", 1e6),
    ("thousand", 1e3),
    ("tn", 1e12),
    ("trillion", 1e12),
];

/// Ordinals in words; first and second are left out, since they mostly mean an order of telling.
const ORDINALS: &[(&str, f64)] = &[
    ("third", 3.0),
    ("fourth", 4.0),
    ("fifth", 5.0),
    ("sixth", 6.0),
    ("seventh", 7.0),
    ("eighth", 8.0),
    ("ninth", 9.0),
    ("tenth", 10.0),
];

/// Words for money, by the sign of the currency.
const CURRENCIES: &[(&str, char)] = &[
    ("dollar", '$'),
    ("dollars", '$'),
    ("dlr", '$'),
    ("dlrs", '$'),
    ("euro", '€'),
    ("euros", '€'),
    ("pound", '£'),
    ("pounds", '£'),
    ("rupee", '₹'),
    ("rupees", '₹'),
    ("usd", '$'),
    ("yen", '¥'),
];

fn look_up<T: Copy>(table: &[(&str, T)], key: &str) -> Option<T> {
    table
        .iter()
        .find(|entry| entry.0 == key)
        .map(|entry| entry.1)
}

/// The numbers of a side that no date has taken.
pub(super) fn numbers(side: &Side<'_>) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < side.words.len() && numbers.len() < MOST {
        match number_at(side, at) {
            Some((number, end)) => {
                numbers.push(number);
                at = end;
            }
            None => at += 1,
        }
    }
    numbers
}

/// The number that begins at a word, and where it ends.
fn number_at(side: &Side<'_>, at: usize) -> Option<(Number, usize)> {
    if side.words.get(at)?.is_taken {
        return None;
    }
    let (mut value, mut unit, mut end) = (0.0, Unit::None, at);
    let key = side.key(at);
    let is_word = if let Some((digits, suffix)) = digits(key) {
        if is_part_of_name(side, at) {
            return None;
        }
        value = digits;
        end += 1;
        match suffix {
            "" | "s" => {}
            "st" | "nd" | "rd" | "th" => unit = Unit::Ordinal,
            _ => value *= look_up(SCALES, suffix)?,
        }
        false
    } else if let Some(ordinal) = look_up(ORDINALS, key) {
        (value, unit, end) = (ordinal, Unit::Ordinal, at + 1);
        true
    } else {
        // twenty-one, two hundred
        while let Some(part) = look_up(WORDS, side.key(end)) {
            value += part;
            end += 1;
            if !(value >= 20.0 && side.between(end - 1) == Some("-")) {
                break;
            }
        }
        if end == at {
            // a dozen, a million
            let is_one = matches!(key, "a" | "an") && side.key(at + 1).len() > 2;
            value = is_one.then_some(1.0)?;
            look_up(SCALES, side.key(at + 1))?;
            end += 1;
        }
        true
    };
    while let Some(scale) = look_up(SCALES, side.key(end))
        && matches!(side.between(end - 1), Some(" " | "-" | "\u{a0}"))
        && side.key(end).len() > 1
    {
        value *= scale;
        end += 1;
    }
    let is_weak = unit == Unit::Ordinal || is_word && end == at + 1 && value <= 1.0;
    end = money_or_share(side, at, end, &mut unit);
    let span = side.words[at].span.start..side.words[end - 1].span.end;
    let span = with_marks(side.text, span);
    let noun = side.words[end..]
        .iter()
        .take_while(|word| word.sentence == side.words[at].sentence)
        .take(3)
        .find(|word| is_content(&word.key))
        .map_or("", |word| stem(&word.key));
    let context = side
        .context(&(at..end), 3)
        .into_iter()
        .map(str::to_owned)
        .collect();
    Some((
        Number {
            value,
            unit,
            noun: noun.to_owned(),
            context,
            is_weak,
            span,
        },
        end,
    ))
}

/// Finds what a number counts in signs and words beside it; returns where the words end.
fn money_or_share(side: &Side<'_>, at: usize, mut end: usize, unit: &mut Unit) -> usize {
    if let Some(sign @ ('$' | '€' | '£' | '¥' | '₹')) = side.mark_before(at) {
        *unit = Unit::Money(sign);
    } else if side.mark_behind(end - 1) == Some('%') {
        *unit = Unit::Percent;
    } else if matches!(side.key(end), "percent" | "pct") {
        *unit = Unit::Percent;
        end += 1;
    } else if side.key(end) == "per" && side.key(end + 1) == "cent" {
        *unit = Unit::Percent;
        end += 2;
    } else if let Some(sign) = look_up(CURRENCIES, side.key(end)) {
        *unit = Unit::Money(sign);
        end += 1;
    }
    end
}

/// The span with a currency sign before it and a percent sign behind it.
fn with_marks(text: &str, span: Range<usize>) -> Range<usize> {
    let before = text[..span.start].chars().next_back();
    let sign = before.filter(|c| matches!(c, '$' | '€' | '£' | '¥' | '₹'));
    let start = span.start - sign.map_or(0, char::len_utf8);
    start..span.end + usize::from(text[span.end..].starts_with('%'))
}

/// The value of digits (1,200.5) and the letters behind them.
fn digits(key: &str) -> Option<(f64, &str)> {
    let end = key
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .unwrap_or(key.len());
    let (digits, suffix) = key.split_at(end);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // Groups of three are thousands; another comma is that of a decimal fraction.
    let is_grouped = digits
        .split(',')
        .skip(1)
        .all(|group| group.split('.').next().map_or(0, str::len) == 3);
    let plain = if is_grouped {
        digits.replace(',', "")
    } else {
        digits.replace(',', ".")
    };
    Some((plain.parse().ok()?, suffix))
}

/// Whether a number belongs to a name: GPT-4, F-16.
fn is_part_of_name(side: &Side<'_>, at: usize) -> bool {
    at > 0
        && side.between(at - 1) == Some("-")
        && side.words[at - 1].text.ends_with(char::is_alphabetic)
        && look_up(WORDS, side.key(at - 1)).is_none()
}

/// Whether two values are equal but for the rounding of their products.
fn is_near(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-9 * left.abs().max(right.abs())
}

/// The numbers on which two sides differ.
pub(super) fn changes(
    left: Vec<Number>,
    right: Vec<Number>,
) -> Vec<(Option<Number>, Option<Number>)> {
    // 12 dead and 34 hurt, 34 dead and 12 hurt: equal numbers that count other things.
    let is_crossed = |l: &Number, r: &Number| {
        l.noun != r.noun
            && !l.noun.is_empty()
            && right
                .iter()
                .any(|other| other.noun == l.noun && !is_near(other.value, l.value))
            && left
                .iter()
                .any(|other| other.noun == r.noun && !is_near(other.value, r.value))
    };
    let crossed: Vec<(Range<usize>, Range<usize>)> = left
        .iter()
        .flat_map(|l| {
            right
                .iter()
                .filter(move |r| is_crossed(l, r))
                .map(|r| (l.span.clone(), r.span.clone()))
        })
        .collect();
    let equal = |l: &Number, r: &Number| {
        let is_unit_equal = l.unit == r.unit || l.unit == Unit::None || r.unit == Unit::None;
        is_near(l.value, r.value)
            && is_unit_equal
            && !crossed.contains(&(l.span.clone(), r.span.clone()))
    };
    let score = |l: &Number, r: &Number| {
        let is_unit_equal = l.unit == r.unit;
        let (a, b): (Vec<&str>, Vec<&str>) = (
            l.context.iter().map(String::as_str).collect(),
            r.context.iter().map(String::as_str).collect(),
        );
        let is_noun_equal = !l.noun.is_empty() && l.noun == r.noun;
        let context = shared(&a, &b).min(shared(&b, &a));
        let score = 4 * usize::from(is_noun_equal)
            + 2 * usize::from(is_unit_equal && l.unit != Unit::None)
            + context;
        let is_sure = is_noun_equal || context >= 2 || !(l.is_weak || r.is_weak);
        (is_unit_equal && is_sure && score > 0).then_some(score)
    };
    let mut changes = differences(left, right, equal, score);
    // A weak number counts only where the other side has another in its place.
    changes.retain(|change| match change {
        (Some(one), None) | (None, Some(one)) => !one.is_weak,
        _ => true,
    });
    changes
}

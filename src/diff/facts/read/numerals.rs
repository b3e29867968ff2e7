//! Numbers as they are written: in digits, in words, in dozens and halves of a million.

use super::words::Words;
use crate::diff::facts::lexicon::{self, Class};

/// The least and the most a written number can mean: the same, but for `dozens` and ranges.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::diff::facts) struct Amount {
    pub(in crate::diff::facts) low: f64,
    pub(in crate::diff::facts) high: f64,
    /// The step in which it is told: a tenth of a million for `1.2 million`.
    pub(in crate::diff::facts) step: f64,
}

impl Amount {
    fn exact(value: f64) -> Self {
        Self {
            low: value,
            high: value,
            step: 1.0,
        }
    }

    fn times(self, factor: f64) -> Self {
        Self {
            low: self.low * factor,
            high: self.high * factor,
            step: self.step * factor.abs(),
        }
    }

    /// Whether the two can mean one number, told in larger or smaller steps.
    pub(in crate::diff::facts) fn meets(self, other: Self) -> bool {
        let slack = self.step.max(other.step) / 2.0;
        self.low <= other.high + slack && other.low <= self.high + slack
    }
}

/// A number read at a word.
#[derive(Debug)]
pub(super) struct Numeral<'a> {
    pub(super) amount: Amount,
    /// Behind its last word.
    pub(super) end: usize,
    /// A unit written at the digits: `mph` in `30mph`.
    pub(super) suffix: &'a str,
    pub(super) is_digits: bool,
}

/// The number that begins at a word, a range taken as one: `18 to 25`, `18-25`.
pub(super) fn read<'a>(words: &Words<'a>, at: usize) -> Option<Numeral<'a>> {
    let first = single(words, at)?;
    let joint = first.end;
    let is_between = at > 0 && words.key(at - 1) == "between" && words.key(joint) == "and";
    let second = if words.key(joint) == "to" || is_between {
        single(words, joint + 1)
    } else if matches!(words.gap_before(joint), Some("-" | "–" | "‑")) && first.is_digits {
        single(words, joint).filter(|second| second.is_digits)
    } else {
        None
    };
    match second {
        Some(second)
            if second.amount.high > first.amount.low
                && words.sentence(joint) == words.sentence(at) =>
        {
            let mut low = first.amount.low;
            // 2 to 3 million
            if second.amount.low >= 1000.0 * low.max(1.0) {
                low *= 1000.0_f64.powi(if second.amount.low >= 1e6 * low { 2 } else { 1 });
            }
            Some(Numeral {
                amount: Amount {
                    low,
                    ..second.amount
                },
                ..second
            })
        }
        _ => Some(first),
    }
}

fn single<'a>(words: &Words<'a>, at: usize) -> Option<Numeral<'a>> {
    if words.raw(at).starts_with(|c: char| c.is_ascii_digit()) {
        digits(words, at)
    } else {
        spelled(words, at).map(|(amount, end)| Numeral {
            amount,
            end,
            suffix: "",
            is_digits: false,
        })
    }
}

/// `12,000`, `12 000`, `5.25`, `1.2m`, `30mph`, `1.2 million`.
fn digits<'a>(words: &Words<'a>, at: usize) -> Option<Numeral<'a>> {
    let raw = words.raw(at);
    let len = raw
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
        .unwrap_or(raw.len());
    let (figures, suffix) = raw.split_at(len);
    let mut number = grouped(figures)?;
    let mut end = at + 1;
    // 12 000 homes
    let is_head =
        figures.len() <= 3 && suffix.is_empty() && !words.is(at.wrapping_sub(1), Class::Month);
    while is_head
        && matches!(
            words.gap_before(end),
            Some(" " | "\u{a0}" | "\u{202f}" | "\u{2009}")
        )
        && words.raw(end).len() == 3
        && words.raw(end).bytes().all(|b| b.is_ascii_digit())
    {
        number = number * 1000.0 + grouped(words.raw(end))?;
        end += 1;
    }
    let scale = lexicon::entry(suffix).and_then(|entry| entry.value(Class::Scale));
    let (factor, suffix) = match scale {
        Some(factor) => (factor, ""),
        None => (1.0, suffix),
    };
    if matches!(suffix, "st" | "nd" | "rd" | "th" | "s") {
        return None;
    }
    let mut amount = Amount {
        step: step(figures),
        ..Amount::exact(number)
    };
    amount = amount.times(factor);
    while suffix.is_empty() && words.is_joined(end - 1) {
        let Some(factor) = scale_at(words, end) else {
            break;
        };
        amount = amount.times(factor);
        end += 1;
    }
    if is_negative(words.before(at)) {
        amount = amount.times(-1.0);
    }
    Some(Numeral {
        amount,
        end,
        suffix,
        is_digits: true,
    })
}

/// A scale word of its own: not the letter of `5 m`.
fn scale_at(words: &Words<'_>, at: usize) -> Option<f64> {
    words
        .value(at, Class::Scale)
        .filter(|_| words.raw(at).len() > 2)
}

/// A figure with commas at every third digit, or none.
fn grouped(figures: &str) -> Option<f64> {
    let (whole, _) = figures.split_once('.').unwrap_or((figures, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_grouped = whole.contains(',');
    let is_sound =
        first.len() <= if is_grouped { 3 } else { 15 } && groups.all(|group| group.len() == 3);
    let plain: String = figures.chars().filter(|c| *c != ',').collect();
    plain.parse().ok().filter(|_| is_sound)
}

/// The step of a figure: that of its last decimal, or a tenth of what its zeros round it to.
fn step(figures: &str) -> f64 {
    let mut step = 1.0;
    if let Some((_, decimals)) = figures.split_once('.') {
        for _ in decimals.bytes() {
            step /= 10.0;
        }
        return step;
    }
    let digits = figures.bytes().rev().filter(u8::is_ascii_digit);
    let zeros = digits.take_while(|digit| *digit == b'0').count();
    for _ in 1..zeros {
        step *= 10.0;
    }
    step
}

/// Whether what stands before a figure ends in a minus sign.
fn is_negative(before: &str) -> bool {
    let rest = before.strip_suffix(['-', '−', '–']);
    rest.is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '(', '\n']))
}

/// `twenty-one`, `seventy-five hundred`, `half a million`, `dozens`, `tens of thousands`.
fn spelled(words: &Words<'_>, at: usize) -> Option<(Amount, usize)> {
    if let Some(fraction) = words.value(at, Class::Fraction) {
        return fraction_of(words, at + 1)
            .map(|(scale, end)| (Amount::exact(fraction * scale), end));
    }
    if matches!(words.key(at), "a" | "an" | "the") && words.is_joined(at) {
        if let Some(fraction) = words.value(at + 1, Class::Fraction) {
            let whole = fraction_of(words, at + 2);
            return whole.map(|(scale, end)| (Amount::exact(fraction * scale), end));
        }
        let scale = scale_at(words, at + 1).filter(|_| words.key(at) != "the")?;
        return Some(scaled(words, Amount::exact(scale), at + 2));
    }
    if let Some((low, end)) = vague(words, at) {
        return Some((
            Amount {
                low,
                high: next_power(low) - 1.0,
                step: 1.0,
            },
            end,
        ));
    }
    let mut number = words.value(at, Class::Numeral)?;
    let mut end = at + 1;
    if (20.0..100.0).contains(&number)
        && words.is_joined(at)
        && let Some(unit) = words
            .value(end, Class::Numeral)
            .filter(|unit| *unit < 10.0 && *unit > 0.0)
    {
        number += unit;
        end += 1;
    }
    let (mut amount, mut end) = scaled(words, Amount::exact(number), end);
    // two hundred and fifty
    let gap = usize::from(words.key(end) == "and");
    if end > at + 1
        && amount.low >= 100.0
        && words.is_joined(end - 1)
        && let Some(rest) = words.value(end + gap, Class::Numeral)
        && rest < 100.0
        && (gap == 1 || rest >= 10.0)
    {
        amount = Amount::exact(amount.low + rest);
        end += gap + 1;
    }
    Some((amount, end))
}

/// The first power of ten above a number.
fn next_power(number: f64) -> f64 {
    let mut power = 10.0;
    while power <= number {
        power *= 10.0;
    }
    power
}

/// Multiplied by the scale words that follow.
fn scaled(words: &Words<'_>, mut amount: Amount, mut end: usize) -> (Amount, usize) {
    while end > 0 && words.is_joined(end - 1) {
        let Some(scale) = scale_at(words, end) else {
            break;
        };
        amount = amount.times(scale);
        end += 1;
    }
    (amount, end)
}

/// The million in `half a million`, `quarter of a million`, `half million`.
fn fraction_of(words: &Words<'_>, at: usize) -> Option<(f64, usize)> {
    let mut end = at;
    end += usize::from(words.key(end) == "of");
    end += usize::from(words.key(end) == "a");
    let scale = scale_at(words, end).filter(|_| words.sentence(end) == words.sentence(at))?;
    let (amount, end) = scaled(words, Amount::exact(scale), end + 1);
    Some((amount.low, end))
}

/// The least that `dozens`, `tens of thousands`, `hundreds of thousands` mean.
fn vague(words: &Words<'_>, at: usize) -> Option<(f64, usize)> {
    let least = if words.key(at) == "tens" {
        10.0
    } else {
        words.value(at, Class::Vague)?
    };
    let of = (words.key(at + 1) == "of")
        .then(|| words.value(at + 2, Class::Vague))
        .flatten();
    match of {
        Some(scale) if scale > least => Some((least * scale, at + 3)),
        _ if words.key(at) == "tens" => None,
        _ => Some((least, at + 1)),
    }
}

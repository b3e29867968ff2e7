//! Dates as feeds and exports write them.
//!
//! RFC 3339 and ISO 8601 are read by the library. What else is common is put into that shape first:
//! RFC 822 and RFC 2822 (RSS), `asctime`, `March 4, 2026`, `20260304`, `2026/03/04`, and seconds,
//! milliseconds or microseconds since 1970. `04/03/2026` is not read: nothing tells the day from the
//! month.

use retold::Date;

/// What a field of a date comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Read {
    /// No date is given.
    Empty,
    /// A date.
    Known(Date),
    /// A date that no article has: what programs write when they have none.
    Impossible,
    /// No date that can be read.
    Unknown,
}

/// Reads a date.
pub(crate) fn read(text: &str) -> Read {
    let text = text.trim();
    if text.is_empty() {
        return Read::Empty;
    }
    let date = if text
        .bytes()
        .all(|b| b.is_ascii_digit() || b == b'.' || b == b'-')
    {
        digits(text).or_else(|| numeric(text))
    } else {
        numeric(text).or_else(|| in_words(text))
    };
    match date {
        None => Read::Unknown,
        Some(date) if is_impossible(date) => Read::Impossible,
        Some(date) => Read::Known(date),
    }
}

/// An epoch of 0, the first year of a calendar, the last of one: values for "none". No news was
/// printed before 1600.
fn is_impossible(date: Date) -> bool {
    const YEAR_1600: i64 = -11_676_096_000;
    const YEAR_9000: i64 = 221_845_392_000;
    let seconds = date.unix_seconds();
    seconds == 0 || !(YEAR_1600..YEAR_9000).contains(&seconds)
}

/// Digits alone: a day, a day and a time, or seconds or less since 1970.
fn digits(text: &str) -> Option<Date> {
    let whole = text.split('.').next().unwrap_or_default();
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let fraction = text.get(whole.len() + 1..).unwrap_or_default();
    if unsigned.is_empty() || !is_number(unsigned) || !is_number(fraction) {
        return None;
    }
    if matches!(whole.len(), 8 | 12 | 14)
        && matches!(whole.get(..2), Some("17" | "18" | "19" | "20"))
        && let Some(date) = packed(whole)
    {
        return Some(date);
    }
    let number: i64 = whole.parse().ok()?;
    let seconds = match unsigned.len() {
        // A number this small is a year, a row number, anything but a moment; 0 stands for none.
        ..=7 if number != 0 => return None,
        ..=11 => number,
        12..=14 => number.div_euclid(1_000),
        15..=17 => number.div_euclid(1_000_000),
        _ => number.div_euclid(1_000_000_000),
    };
    Some(Date::from_unix_seconds(seconds))
}

/// `20260304`, `20260304130500` and, as in GDELT, `20260304T130500Z`.
fn packed(text: &str) -> Option<Date> {
    let day = text
        .get(..8)
        .filter(|day| day.bytes().all(|b| b.is_ascii_digit()))?;
    let rest = &text[8..];
    let rest = rest.strip_prefix(['T', ' ']).unwrap_or(rest);
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (time, zone) = rest.split_at(end);
    let time = match time.len() {
        0 if zone.is_empty() => String::new(),
        2 => format!("T{rest}"),
        4 => format!("T{}:{}{zone}", &time[..2], &time[2..]),
        6 => format!("T{}:{}:{}{zone}", &time[..2], &time[2..4], &time[4..]),
        _ => return None,
    };
    format!("{}-{}-{}{time}", &day[..4], &day[4..6], &day[6..])
        .parse()
        .ok()
}

/// A date in digits that begins with the year.
fn numeric(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    if let Some(date) = packed(text) {
        return Some(date);
    }
    // 2026/03/04 and 2026.3.4, with or without a time.
    let end = text.find(['T', ' ']).unwrap_or(text.len());
    let (day, rest) = text.split_at(end);
    let mut parts = day.split(['/', '.', '-']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    format!("{year}-{month:0>2}-{day:0>2}{rest}").parse().ok()
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The zones RFC 822 names, and those of the same kind that feeds use, in hours ahead of UTC.
const ZONES: [(&str, &str); 16] = [
    ("gmt", "+0000"),
    ("utc", "+0000"),
    ("ut", "+0000"),
    ("z", "+0000"),
    ("est", "-0500"),
    ("edt", "-0400"),
    ("cst", "-0600"),
    ("cdt", "-0500"),
    ("mst", "-0700"),
    ("mdt", "-0600"),
    ("pst", "-0800"),
    ("pdt", "-0700"),
    ("cet", "+0100"),
    ("cest", "+0200"),
    ("bst", "+0100"),
    ("jst", "+0900"),
];

/// A date whose month is an English word, in any of the usual orders.
fn in_words(text: &str) -> Option<Date> {
    let (mut day, mut month, mut year, mut time, mut zone) = (None, None, None, None, None);
    let mut afternoon = None;
    for word in text
        .split([' ', ',', '\t', '\u{a0}', '\u{202f}'])
        .filter(|word| !word.is_empty())
    {
        let lower = word.trim_end_matches('.').to_ascii_lowercase();
        if word.contains(':') {
            time = Some(clock(&lower, &mut afternoon)?);
        } else if let Some(number) = month_number(&lower) {
            month = Some(number);
        } else if lower.starts_with(['+', '-']) && time.is_some() {
            zone = Some(lower);
        } else if let Some(&(_, hours)) = ZONES.iter().find(|(name, _)| *name == lower) {
            zone = Some(hours.to_owned());
        } else if matches!(lower.as_str(), "am" | "pm") {
            afternoon = Some(lower == "pm");
        } else if let Ok(number) = ordinal(&lower).parse::<u32>() {
            match ordinal(&lower).len() {
                4 => year = Some(number),
                1 | 2 if day.is_none() => day = Some(number),
                // Two digits for the year, as RFC 822 has it.
                2 => year = Some(number + if number < 70 { 2000 } else { 1900 }),
                _ => return None,
            }
        } else if lower.contains('-') && day.is_none() {
            // 04-Mar-2026
            let parts: Vec<&str> = lower.split('-').collect();
            let [first, middle, last] = parts.as_slice() else {
                return None;
            };
            day = first.parse().ok();
            month = month_number(middle);
            year = last.parse().ok().filter(|_| last.len() == 4);
        } else if !is_filler(&lower) {
            return None;
        }
    }
    let (hour, minute, second) = time.unwrap_or((0, 0, 0));
    let hour = match (afternoon, hour) {
        (None, hour) => hour,
        (Some(_), 0 | 13..) => return None,
        (Some(pm), hour) => hour % 12 + if pm { 12 } else { 0 },
    };
    let zone = zone.unwrap_or_default();
    let (year, month, day) = (year?, month?, day?);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}")
        .parse()
        .ok()
}

/// `13:05`, `13:05:00`, `1:05pm`.
fn clock(text: &str, afternoon: &mut Option<bool>) -> Option<(u32, u32, u32)> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    match &text[digits.len()..] {
        "" | "z" => {}
        half @ ("am" | "pm") => *afternoon = Some(half == "pm"),
        _ => return None,
    }
    let mut parts = digits.split(':');
    let mut next = || {
        parts
            .next()
            .map(|part| part.split('.').next().unwrap_or(part).parse::<u32>().ok())
    };
    let (hour, minute) = (next()??, next()??);
    let second = match next() {
        None => 0,
        Some(second) => second?,
    };
    Some((hour, minute, second))
}

/// The month of a name or of its first three letters.
fn month_number(word: &str) -> Option<u32> {
    let found = MONTHS.iter().position(|month| {
        *month == word
            || (word.len() == 3 && month.starts_with(word))
            || word == "sept" && month.starts_with("sept")
    })?;
    Some(found as u32 + 1)
}

/// `4` of `4th`.
fn ordinal(word: &str) -> &str {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    match &word[digits.len()..] {
        "st" | "nd" | "rd" | "th" => digits,
        _ => word,
    }
}

/// Words in a date that say nothing more.
fn is_filler(word: &str) -> bool {
    const DAYS: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let day = DAYS
        .iter()
        .any(|day| *day == word || (word.len() >= 3 && day.starts_with(word)));
    day || matches!(word, "at" | "of" | "the" | "|" | "-" | "–" | "·")
}

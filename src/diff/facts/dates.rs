//! Dates: days, months, years, weekdays, times of day, and times told from today.

use std::ops::Range;

use super::pairing::{MOST, differences};
use super::side::{Side, shared};

/// A phrase that tells when: Monday, July 22, 2024; at 5:30 p.m.; earlier this year.
#[derive(Debug, Default)]
pub(super) struct Moment {
    weekday: Option<usize>,
    month: Option<usize>,
    day: Option<u32>,
    year: Option<u32>,
    /// Minutes, of half a day where a.m. and p.m. are not told.
    time: Option<Time>,
    /// A time told from today, as words: `this year`.
    relative: Option<String>,
    context: Vec<String>,
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, Copy)]
struct Time {
    minutes: u32,
    is_half_known: bool,
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
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const DAYS: &[&str] = &["today", "tomorrow", "tonight", "yesterday"];
const SPANS: &[&str] = &[
    "afternoon",
    "autumn",
    "century",
    "decade",
    "evening",
    "fall",
    "month",
    "morning",
    "night",
    "quarter",
    "spring",
    "summer",
    "week",
    "weekend",
    "winter",
    "year",
];

/// The moments of a side; their words are taken.
pub(super) fn moments(side: &mut Side<'_>) -> Vec<Moment> {
    let mut moments: Vec<(Moment, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < side.words.len() && moments.len() < MOST {
        let mut moment = Moment::default();
        let mut end = at;
        while let Some(next) = read_part(side, end, &mut moment) {
            end = next;
            let is_joined = matches!(side.between(end - 1), Some(" " | ", " | ". " | "., "));
            if !is_joined {
                break;
            }
            // the 22nd of July
            if side.key(end) == "of" && moment.day.is_some() && moment.month.is_none() {
                end += 1;
            }
        }
        if end == at || !moment.is_told() {
            at += 1;
            continue;
        }
        moment.span = side.words[at].span.start..side.words[end - 1].span.end;
        moments.push((moment, at..end));
        at = end;
    }
    for (moment, range) in &mut moments {
        moment.context = side
            .context(range, 3)
            .into_iter()
            .map(str::to_owned)
            .collect();
    }
    for (_, range) in &moments {
        for word in &mut side.words[range.clone()] {
            word.is_taken = true;
        }
    }
    moments.into_iter().map(|(moment, _)| moment).collect()
}

/// Reads one part of a moment into it; where the part ends.
fn read_part(side: &Side<'_>, at: usize, moment: &mut Moment) -> Option<usize> {
    let word = side.words.get(at)?;
    let key = word.key.as_str();
    if let Some(weekday) = calendar(&WEEKDAYS, side, at).filter(|_| moment.weekday.is_none()) {
        moment.weekday = Some(weekday);
        return Some(at + 1);
    }
    if let Some(month) = calendar(&MONTHS, side, at).filter(|_| moment.month.is_none()) {
        moment.month = Some(month);
        return Some(at + 1);
    }
    if let Some((relative, end)) = relative(side, at).filter(|_| moment.relative.is_none()) {
        moment.relative = Some(relative);
        return Some(end);
    }
    if let Some((time, end)) = time(side, at).filter(|_| moment.time.is_none()) {
        moment.time = Some(time);
        return Some(end);
    }
    let digits = key.trim_end_matches(|c: char| c.is_alphabetic());
    let suffix = &key[digits.len()..];
    let value: u32 = digits.parse().ok()?;
    if (1900..2100).contains(&value)
        && digits.len() == 4
        && suffix.is_empty()
        && moment.year.is_none()
    {
        if let Some(end) = iso_date(side, at, moment) {
            return Some(end);
        }
        let is_behind_month = moment.month.is_some();
        if is_behind_month || is_year(side, at) {
            moment.year = Some(value);
            return Some(at + 1);
        }
    }
    let is_day = (1..=31).contains(&value) && matches!(suffix, "" | "st" | "nd" | "rd" | "th");
    let is_before_month = calendar(&MONTHS, side, at + 1).is_some()
        || side.key(at + 1) == "of" && calendar(&MONTHS, side, at + 2).is_some();
    if is_day
        && moment.day.is_none()
        && (moment.month.is_some() && moment.year.is_none() || is_before_month)
    {
        moment.day = Some(value);
        return Some(at + 1);
    }
    None
}

/// The place of a month or weekday in its calendar, whole or cut short, with a capital.
///
/// Those that are common words or names too (May, March, Sun) need a number or a preposition
/// beside them.
fn calendar(names: &[&str], side: &Side<'_>, at: usize) -> Option<usize> {
    let word = side.words.get(at)?;
    let key = word.key.as_str();
    if !word.text.starts_with(char::is_uppercase) || !(3..=9).contains(&key.len()) {
        return None;
    }
    let place = names
        .iter()
        .position(|name| *name == key || key.len() <= 4 && name.starts_with(key))?;
    let is_plain =
        names[place] == key && !matches!(key, "may" | "march" | "august" | "april" | "june");
    let is_number = |at: usize| side.key(at).starts_with(|c: char| c.is_ascii_digit());
    let is_placed = matches!(
        side.key(at.wrapping_sub(1)),
        "in" | "on"
            | "of"
            | "last"
            | "next"
            | "this"
            | "early"
            | "mid"
            | "late"
            | "since"
            | "until"
            | "by"
            | "from"
            | "through"
            | "and"
            | "to"
    );
    (is_plain || is_placed || is_number(at + 1) || at > 0 && is_number(at - 1)).then_some(place)
}

/// Whether a number of four digits is a year: behind a preposition or in brackets, and not
/// counting anything.
fn is_year(side: &Side<'_>, at: usize) -> bool {
    let is_placed = matches!(
        side.key(at.wrapping_sub(1)),
        "in" | "since"
            | "by"
            | "until"
            | "from"
            | "before"
            | "after"
            | "early"
            | "late"
            | "during"
            | "and"
            | "to"
            | "mid"
            | "of"
    );
    let is_bracketed = matches!(side.mark_before(at), Some('(' | '/'));
    let counts = matches!(side.between(at), Some(" "))
        && side.key(at + 1).ends_with('s')
        && side.key(at + 1).len() > 3;
    (is_placed || is_bracketed) && !counts && !matches!(side.mark_before(at), Some('$' | '€' | '£'))
}

/// 2024-07-24.
fn iso_date(side: &Side<'_>, at: usize, moment: &mut Moment) -> Option<usize> {
    let number = |at: usize| side.key(at).parse::<u32>().ok();
    let (year, month, day) = (number(at)?, number(at + 1)?, number(at + 2)?);
    let is_joined = side.between(at) == Some("-") && side.between(at + 1) == Some("-");
    if !is_joined || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    moment.year = Some(year);
    moment.month = Some(month as usize - 1);
    moment.day = Some(day);
    Some(at + 3)
}

/// 5:30 p.m., 17:30, 5 p.m., 5pm, noon.
fn time(side: &Side<'_>, at: usize) -> Option<(Time, usize)> {
    let key = side.key(at);
    if matches!(key, "noon" | "midnight") {
        let minutes = if key == "noon" { 720 } else { 0 };
        return Some((
            Time {
                minutes,
                is_half_known: true,
            },
            at + 1,
        ));
    }
    let digits = key.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let (mut hour, mut end) = (
        digits.parse::<u32>().ok().filter(|hour| *hour < 25)?,
        at + 1,
    );
    let mut minute = None;
    let mut half = &key[digits.len()..];
    if half.is_empty() && side.between(at) == Some(":") {
        let next = side.key(end);
        let digits = next.trim_end_matches(char::is_alphabetic);
        minute = Some(digits.parse::<u32>().ok().filter(|minute| *minute < 60)?);
        half = &next[digits.len()..];
        end += 1;
    }
    if half.is_empty() && matches!(side.between(end - 1), Some(" " | "\u{a0}")) {
        half = side.key(end);
        if matches!(half, "am" | "pm" | "a.m" | "p.m") {
            end += 1;
        } else {
            half = "";
        }
    }
    let is_half_known = matches!(half, "am" | "pm" | "a.m" | "p.m");
    if !is_half_known && minute.is_none() {
        return None;
    }
    if is_half_known {
        hour = hour % 12 + if half.starts_with('p') { 12 } else { 0 };
    }
    let minutes = hour * 60 + minute.unwrap_or(0);
    Some((
        Time {
            minutes,
            is_half_known: is_half_known || hour > 12,
        },
        end,
    ))
}

/// today, last week, earlier this year, three days ago.
fn relative(side: &Side<'_>, at: usize) -> Option<(String, usize)> {
    let key = side.key(at);
    if DAYS.contains(&key) {
        return Some((key.to_owned(), at + 1));
    }
    let lead = usize::from(matches!(key, "earlier" | "later"));
    let (which, what) = (side.key(at + lead), side.key(at + lead + 1));
    if matches!(which, "this" | "last" | "next") && SPANS.contains(&what) {
        return Some((format!("{which} {what}"), at + lead + 2));
    }
    let is_ago = side.key(at + 2) == "ago" && SPANS.contains(&what_counts(side.key(at + 1)));
    is_ago.then(|| {
        (
            format!("{key} {} ago", what_counts(side.key(at + 1))),
            at + 3,
        )
    })
}

fn what_counts(key: &str) -> &str {
    let key = key.strip_suffix('s').unwrap_or(key);
    if key == "day" { "week" } else { key }
}

impl Moment {
    fn is_told(&self) -> bool {
        self.weekday.is_some()
            || self.month.is_some()
            || self.year.is_some()
            || self.time.is_some()
            || self.relative.is_some()
    }

    /// The parts both tell: how many agree, how many do not.
    fn compare(&self, other: &Self) -> (usize, usize) {
        let parts = [
            same(self.weekday, other.weekday),
            same(self.month, other.month),
            same(self.day, other.day),
            same(self.year, other.year),
            same(self.relative.as_ref(), other.relative.as_ref()),
            self.time.zip(other.time).map(|(a, b)| a.is_like(b)),
        ];
        let count = |wanted| parts.iter().filter(|part| **part == Some(wanted)).count();
        (count(true), count(false))
    }

    /// Whether one tells a weekday and the other a day from today, which may well be the same.
    fn may_be_one_day(&self, other: &Self) -> bool {
        let is_near = |moment: &Self| {
            moment.relative.as_deref().is_some_and(|words| {
                DAYS.contains(&words)
                    || words.ends_with("night")
                    || words.contains("week")
                    || words.ends_with("ing")
                    || words.ends_with("noon")
            })
        };
        let is_day = |moment: &Self| {
            moment.weekday.is_some() || moment.day.is_some() || moment.time.is_some()
        };
        is_near(self) && is_day(other) || is_day(self) && is_near(other)
    }

    /// Whether the weekday of one is that of the full date of the other.
    fn is_weekday_of(&self, other: &Self) -> bool {
        let date = |moment: &Self| Some((moment.year?, moment.month?, moment.day?));
        let check = |a: &Self, b: &Self| Some(a.weekday? == weekday_of(date(b)?));
        check(self, other)
            .or_else(|| check(other, self))
            .unwrap_or(false)
    }
}

fn same<T: PartialEq>(left: Option<T>, right: Option<T>) -> Option<bool> {
    left.zip(right).map(|(left, right)| left == right)
}

impl Time {
    fn is_like(self, other: Self) -> bool {
        self.minutes == other.minutes
            || !(self.is_half_known && other.is_half_known)
                && self.minutes % 720 == other.minutes % 720
    }
}

/// The weekday of a date, Monday 0, by Sakamoto's method.
fn weekday_of((year, month, day): (u32, usize, u32)) -> usize {
    const OFFSETS: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 2 { year - 1 } else { year };
    let offset = OFFSETS.get(month).copied().unwrap_or(0);
    let sunday_first = (year + year / 4 - year / 100 + year / 400 + offset + day) % 7;
    (sunday_first as usize + 6) % 7
}

/// The moments on which two sides differ. Those that share nothing around them are set against each
/// other only if they are the only ones of sides that are close.
pub(super) fn changes(
    left: Vec<Moment>,
    right: Vec<Moment>,
    is_close: bool,
) -> Vec<(Option<Moment>, Option<Moment>)> {
    let equal = |l: &Moment, r: &Moment| {
        let (agree, differ) = l.compare(r);
        agree > 0 && differ == 0
            || agree == 0 && (l.may_be_one_day(r) && differ == 0 || l.is_weekday_of(r))
    };
    let alone = is_close && left.len() == 1 && right.len() == 1;
    let score = |l: &Moment, r: &Moment| {
        let (agree, differ) = l.compare(r);
        let (a, b): (Vec<&str>, Vec<&str>) = (
            l.context.iter().map(String::as_str).collect(),
            r.context.iter().map(String::as_str).collect(),
        );
        let context = shared(&a, &b).min(shared(&b, &a));
        (differ > 0 || context > 0 || alone)
            .then_some(3 * usize::from(differ > 0) + agree + context)
    };
    differences(left, right, equal, score)
}

//! When something happened: a day of the week, a date, a part of the day, a time of the clock, and
//! what of these stands together: `about 3 a.m. Sunday`, `Monday, May 23`, `April 2003`.

use std::ops::Range;

use super::words::Words;
use crate::diff::facts::lexicon::Class;

/// A time of day in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::diff::facts) struct Clock {
    pub(in crate::diff::facts) minutes: u32,
    /// Whether it may be twelve hours later: `5 o'clock`.
    pub(in crate::diff::facts) is_open: bool,
    /// Whether about, around, just before or shortly after stands before it.
    pub(in crate::diff::facts) is_rough: bool,
}

/// When something happened, as far as a phrase tells.
#[derive(Debug, Clone, Default)]
pub(in crate::diff::facts) struct Moment {
    pub(in crate::diff::facts) weekday: Option<u32>,
    pub(in crate::diff::facts) month: Option<u32>,
    pub(in crate::diff::facts) day: Option<u32>,
    pub(in crate::diff::facts) year: Option<u32>,
    /// Morning, afternoon, evening, night.
    pub(in crate::diff::facts) part: Option<u32>,
    pub(in crate::diff::facts) clock: Option<Clock>,
    /// Whether another time follows at once, as in `from 2 to 4 p.m.`
    pub(in crate::diff::facts) is_range: bool,
    pub(in crate::diff::facts) at: Range<usize>,
}

/// The value of the part of the day before noon.
const MORNING: u32 = 1;

/// The moments of some sentences.
pub(super) fn read(words: &Words<'_>) -> Vec<Moment> {
    let mut moments: Vec<Moment> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mut moment = Moment::default();
        let Some(mut end) = moment.part_at(words, at) else {
            at += 1;
            continue;
        };
        let start = at;
        while let Some(next) = follower(words, end) {
            match moment.part_at(words, next) {
                Some(behind) => end = behind,
                None => break,
            }
        }
        moment.at = lead(words, start)..end;
        if moment.clock.is_none() && moment.part.is_none() && moment.weekday.is_some() {
            // early Sunday is Sunday morning
            moment.part = moment.at.clone().find_map(|at| match words.key(at) {
                "early" => Some(MORNING),
                _ => None,
            });
        }
        moment.is_range = is_range(words, start, end);
        at = end;
        // 7:23 p.m. (8:23 p.m. ET)
        let is_again = words
            .gap_before(start)
            .is_some_and(|gap| gap.ends_with('('))
            && moments.last().is_some_and(|last| last.at.end == start);
        if !is_again {
            moments.push(moment);
        }
    }
    moments
}

impl Moment {
    /// Reads one part of a moment at a word, and where it ends; nothing if there is none, or if that
    /// part is known already.
    fn part_at(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        if let Some((clock, end)) = clock(words, at) {
            return self.clock.replace(clock).is_none().then_some(end);
        }
        let is_named = words.is_capitalised(at);
        if let Some(day) = words.value(at, Class::Weekday).filter(|_| is_named) {
            return self.weekday.replace(day as u32).is_none().then_some(at + 1);
        }
        if let Some(month) = words.value(at, Class::Month).filter(|_| is_named) {
            return self.month_at(words, at, month as u32);
        }
        if let Some(part) = words.value(at, Class::DayPart) {
            let is_bound = self.weekday.is_some() || self.day.is_some() || self.clock.is_some();
            let is_told = matches!(words.key(at.wrapping_sub(1)), "this" | "early" | "late");
            let is_part = is_bound || is_told || words.is(at + 1, Class::Weekday);
            return (is_part && self.part.replace(part as u32).is_none()).then_some(at + 1);
        }
        let year = year(words, at)?;
        let is_dated = self.month.is_some()
            || matches!(
                words.key(at.wrapping_sub(1)),
                "in" | "since" | "year" | "by" | "of"
            );
        (is_dated && self.year.replace(year).is_none()).then_some(at + 1)
    }

    /// `May 23`, `23 May`, `May 2014`, `in May`.
    fn month_at(&mut self, words: &Words<'_>, at: usize, month: u32) -> Option<usize> {
        let mut end = at + 1;
        let gap = words.gap(at).unwrap_or_default();
        let day = day(words, end).filter(|_| matches!(gap, " " | ". " | "\u{a0}"));
        let before = at.checked_sub(1).and_then(|before| {
            let is_near = words.gap(before) == Some(" ");
            day_of(words.raw(before)).filter(|_| is_near)
        });
        if let Some(day) = day {
            self.day = Some(day);
            end += 1;
        } else if let Some(day) = before {
            self.day = Some(day);
        } else if words.key(at) == "may" || words.key(at) == "march" {
            let is_month = matches!(
                words.key(at.wrapping_sub(1)),
                "in" | "of" | "last" | "next" | "since" | "by" | "early" | "late" | "until" | "mid"
            );
            if !is_month && year(words, end).is_none() {
                return None;
            }
        }
        self.month.replace(month).is_none().then_some(end)
    }
}

/// The next word that may go on a moment that ends at a word: at once, behind a comma, or behind
/// one or two of the small words that join the parts.
fn follower(words: &Words<'_>, end: usize) -> Option<usize> {
    let gap = words.gap_before(end)?;
    if !matches!(gap, " " | ", " | ". " | "., " | "\u{a0}" | " (" | "\n") {
        return None;
    }
    let is_filler = |at: usize| {
        words.is(at, Class::Lead) || matches!(words.key(at), "on" | "in" | "at" | "of" | "the")
    };
    let mut at = end;
    while at < end + 3 && is_filler(at) {
        if words.gap(at) != Some(" ") {
            return None;
        }
        at += 1;
    }
    // Sunday after 2003 is no date; Sunday just after 5 p.m. is.
    let is_loose = (end..at).any(|at| matches!(words.key(at), "before" | "after"));
    (!is_loose || clock(words, at).is_some()).then_some(at)
}

/// Where a moment begins with what makes it rough: `shortly before 5 p.m.`, `early Sunday`.
fn lead(words: &Words<'_>, at: usize) -> usize {
    let is_lead = |at: usize| words.is(at, Class::Lead) || day_of(words.raw(at)).is_some();
    let mut from = at;
    while from > 0 && at - from < 2 && words.gap(from - 1) == Some(" ") && is_lead(from - 1) {
        from -= 1;
    }
    from
}

/// Whether the moment is one end of a span of time.
fn is_range(words: &Words<'_>, start: usize, end: usize) -> bool {
    let joins = |at: usize| matches!(words.key(at), "to" | "and" | "until" | "till" | "or");
    let is_time = |at: usize| {
        words.raw(at).starts_with(|c: char| c.is_ascii_digit())
            || words.is(at, Class::Weekday)
            || words.is(at, Class::Month)
            || words.is(at, Class::Oclock)
    };
    let before = start.wrapping_sub(1);
    joins(end) && is_time(end + 1)
        || joins(before) && is_time(before.wrapping_sub(1))
        || matches!(
            words.key(before),
            "mid" | "between" | "from" | "since" | "until" | "till"
        )
        || matches!(words.gap_before(end), Some("-" | "–" | " - " | " – ")) && is_time(end)
        || matches!(words.gap_before(start), Some("-" | "–" | " - " | " – ")) && is_time(before)
}

fn day(words: &Words<'_>, at: usize) -> Option<u32> {
    day_of(words.raw(at))
}

/// `23`, `23rd`
fn day_of(word: &str) -> Option<u32> {
    let figures = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_plain = matches!(&word[figures.len()..], "" | "st" | "nd" | "rd" | "th");
    let day = figures
        .parse()
        .ok()
        .filter(|_| is_plain && figures.len() <= 2);
    day.filter(|day| (1..=31).contains(day))
}

fn year(words: &Words<'_>, at: usize) -> Option<u32> {
    let raw = words.raw(at);
    let year = raw.parse().ok().filter(|_| raw.len() == 4);
    year.filter(|year| (1900..2100).contains(year))
}

/// A time of the clock that begins at a word, and where it ends.
fn clock(words: &Words<'_>, at: usize) -> Option<(Clock, usize)> {
    let before = words.key(at.wrapping_sub(1));
    let is_rough = matches!(
        before,
        "about" | "around" | "approximately" | "before" | "after" | "nearly" | "roughly" | "almost"
    );
    let clock = |minutes, is_open| Clock {
        minutes,
        is_open,
        is_rough,
    };
    if let Some(minutes) = words.value(at, Class::Oclock) {
        return Some((clock(minutes as u32, false), at + 1));
    }
    let raw = words.raw(at);
    let len = raw.find(|c: char| !c.is_ascii_digit()).unwrap_or(raw.len());
    if len == 0 || len > 4 {
        return None;
    }
    let (figures, half) = raw.split_at(len);
    let mut hours: u32 = figures.parse().ok()?;
    let mut minutes = 0;
    let mut end = at + 1;
    if len == 4 {
        // 1100 hours
        let is_hours = words.key(end) == "hours" && hours < 2400 && hours % 100 < 60;
        return is_hours.then(|| (clock(hours / 100 * 60 + hours % 100, false), end + 1));
    }
    if len > 2 || hours > 24 {
        return None;
    }
    let mut half = half;
    if let Some(rest) = half.strip_prefix(['.', ':']) {
        // 8.40am
        let figures = rest.get(..2).and_then(|figures| figures.parse().ok());
        minutes = figures.filter(|minutes| *minutes < 60)?;
        half = &rest[2..];
    } else if half.is_empty() && matches!(words.gap(at), Some(":" | ": " | ". ")) {
        let next = words.raw(end);
        let figures = next.get(..2).and_then(|figures| figures.parse().ok());
        if let Some(found) = figures.filter(|minutes| *minutes < 60) {
            minutes = found;
            half = &next[2..];
            end += 1;
        }
    }
    let is_minute = minutes > 0 || end > at + 1;
    let mut mark = half.trim_start_matches('.').to_ascii_lowercase();
    if mark.is_empty()
        && matches!(
            words.gap_before(end),
            Some(" " | "" | "\u{a0}" | "\n" | "\u{202f}")
        )
    {
        let next = words.key(end);
        if matches!(next, "a.m" | "am" | "p.m" | "pm" | "o'clock") {
            next.clone_into(&mut mark);
            end += 1;
        } else if matches!(next, "a" | "p")
            && words.gap(end) == Some(". ")
            && words.key(end + 1) == "m"
        {
            next.clone_into(&mut mark);
            end += 2;
        }
    }
    match mark.as_bytes() {
        [b'a', ..] if hours <= 12 => hours %= 12,
        [b'p', ..] if hours <= 12 => hours = hours % 12 + 12,
        [b'o', ..] if hours <= 12 => return Some((clock(hours % 12 * 60 + minutes, true), end)),
        [] if is_minute && hours > 12 && words.gap(at) == Some(":") => {}
        // A score or a ratio looks alike: only a time has two figures behind the colon and a day.
        [] if is_minute && (is_rough || raw.starts_with('0')) => {
            return Some((clock(hours % 12 * 60 + minutes, hours <= 12), end));
        }
        _ => return None,
    }
    Some((clock(hours * 60 + minutes, false), end))
}

//! Reading moments: phrases of weekdays, months, days, years, times and what is told from today.

use super::{Moment, Time};
use crate::diff::facts::lexicon::Tag;
use crate::diff::facts::pairing::MOST;
use crate::diff::facts::side::Side;

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

/// Words with which a moment may begin, if it does not begin with a digit.
#[rustfmt::skip]
pub(in crate::diff::facts) const WORDS: &[&str] = &[
    "a", "an", "apr", "april", "aug", "august", "dec", "december", "earlier", "eight", "eighties",
    "feb", "february", "few", "fifties", "five", "forties", "four", "fri", "friday", "jan",
    "january", "jul", "july", "jun", "june", "last", "later", "mar", "march", "may", "midnight",
    "mon", "monday", "next", "nine", "nineties", "noon", "nov", "november", "oct", "october", "one",
    "sat", "saturday", "sep", "sept", "september", "seven", "seventies", "six", "sixties", "sun",
    "sunday", "ten", "thirties", "this", "three", "thu", "thur", "thursday", "today", "tomorrow",
    "tonight", "tue", "tues", "tuesday", "twenties", "two", "wed", "wednesday", "yesterday",
];

/// Decades by name.
#[rustfmt::skip]
const DECADES: &[(&str, u32)] = &[
    ("eighties", 80), ("fifties", 50), ("forties", 40), ("nineties", 90), ("seventies", 70), ("sixties", 60),
    ("thirties", 30), ("twenties", 20),
];

/// The moments of a side; their words are taken.
pub(in crate::diff::facts) fn moments(side: &mut Side<'_>) -> Vec<Moment> {
    let mut moments: Vec<Moment> = Vec::new();
    let mut stamps = Vec::new();
    let mut at = 0;
    while at < side.words.len() && moments.len() < MOST {
        if !may_tell(side, at) {
            at += 1;
            continue;
        }
        let mut moment = Moment::default();
        let mut end = at;
        while let Some(next) = read_part(side, end, &mut moment) {
            end = next;
            let is_joined = matches!(side.between(end - 1), Some(" " | ", " | ". " | "., "));
            if !is_joined {
                break;
            }
            // the 22nd of July; 5 p.m. on Monday
            let is_link = side.key(end) == "of" && moment.day.is_some() && moment.month.is_none()
                || side.key(end) == "on" && moment.time.is_some() && may_tell(side, end + 1);
            if is_link {
                end += 1;
            }
        }
        if end == at || !moment.is_told() {
            at += 1;
            continue;
        }
        if is_stamp(side, at) {
            stamps.push(at..end);
            at = end;
            continue;
        }
        moment.span = side.words[at].span.start..side.words[end - 1].span.end;
        moment.is_said = is_said(side, at);
        moment.is_about = moment.time.is_some() && is_about(side, at);
        moment.at = at..end;
        moments.push(moment);
        at = end;
    }
    for taken in moments.iter().map(|moment| &moment.at).chain(&stamps) {
        for word in &mut side.words[taken.clone()] {
            word.is_taken = true;
        }
    }
    moments
}

/// Whether a moment tells when the page was made: Updated: 5 p.m.
fn is_stamp(side: &Side<'_>, at: usize) -> bool {
    let is_made = |place: usize| {
        matches!(
            side.key(place),
            "correction" | "created" | "modified" | "posted" | "published" | "updated"
        )
    };
    let mut place = at;
    for _ in 0..4 {
        if side.is_start(place) {
            return false;
        }
        place -= 1;
        if is_made(place) {
            // Updated Monday, Last updated at; but: The firm posted a loss on Monday.
            let is_first = side.is_start(place) || side.is_start(place - 1);
            return is_first
                || side
                    .between(place)
                    .is_some_and(|marks| marks.starts_with(':'));
        }
    }
    false
}

/// Whether a word may begin a moment: most words do not.
fn may_tell(side: &Side<'_>, at: usize) -> bool {
    side.words.get(at).is_some_and(|word| {
        word.text.starts_with(|c: char| c.is_ascii_digit()) || word.is(Tag::Time)
    })
}

/// Whether a moment tells when something was said: police said Monday, said on Monday.
fn is_said(side: &Side<'_>, at: usize) -> bool {
    let mut at = at;
    if matches!(side.key_before(at), "on" | "late" | "early") {
        at -= 1;
    }
    side.is_before(at, Tag::Speech)
        || matches!(
            side.key_before(at),
            "statement" | "reporters" | "conference"
        )
}

fn is_about(side: &Side<'_>, at: usize) -> bool {
    let [far, near] = [2, 1].map(|back| side.key(at.wrapping_sub(back)));
    let is_vague = |key: &str| {
        matches!(
            key,
            "about"
                | "after"
                | "almost"
                | "approximately"
                | "around"
                | "before"
                | "by"
                | "just"
                | "nearly"
                | "shortly"
                | "roughly"
                | "since"
        )
    };
    is_vague(near) || near == "at" && is_vague(far)
}

/// Reads one part of a moment into it; where the part ends.
fn read_part(side: &Side<'_>, at: usize, moment: &mut Moment) -> Option<usize> {
    let word = side.words.get(at)?;
    let key = word.key;
    if !key.starts_with(|c: char| c.is_ascii_digit()) {
        return read_word(side, at, moment);
    }
    if let Some((time, end)) = time(side, at).filter(|_| moment.time.is_none()) {
        moment.time = Some(time);
        return Some(end);
    }
    if moment.month.is_none()
        && let Some(end) = date_in_digits(side, at, moment)
    {
        return Some(end);
    }
    if let Some(end) = relative(side, at, moment) {
        return Some(end);
    }
    let digits = key.trim_end_matches(|c: char| c.is_alphabetic());
    let suffix = &key[digits.len()..];
    let value: u32 = digits.parse().ok()?;
    if suffix == "s" && value.is_multiple_of(10) && moment.decade.is_none() {
        let is_age = matches!(
            side.key_before(at),
            "his" | "her" | "their" | "my" | "mid" | "early" | "late"
        );
        let is_decade = (1700..2100).contains(&value) && digits.len() == 4
            || (20..100).contains(&value) && digits.len() == 2 && !is_age;
        is_decade.then_some(())?;
        moment.decade = Some(value);
        return Some(at + 1);
    }
    if (1900..2100).contains(&value)
        && digits.len() == 4
        && suffix.is_empty()
        && moment.year.is_none()
        && (moment.month.is_some() || is_year(side, at))
    {
        moment.year = Some(value);
        return Some(at + 1);
    }
    let is_day = (1..=31).contains(&value) && matches!(suffix, "" | "st" | "nd" | "rd" | "th");
    let is_before_month = || {
        calendar(&MONTHS, side, at + 1).is_some()
            || side.key(at + 1) == "of" && calendar(&MONTHS, side, at + 2).is_some()
    };
    if is_day
        && moment.day.is_none()
        && (moment.month.is_some() && moment.year.is_none() || is_before_month())
    {
        moment.day = Some(value);
        return Some(at + 1);
    }
    None
}

/// Reads a part that begins with a word.
fn read_word(side: &Side<'_>, at: usize, moment: &mut Moment) -> Option<usize> {
    if let Some(weekday) = calendar(&WEEKDAYS, side, at).filter(|_| moment.weekday.is_none()) {
        moment.weekday = Some(weekday);
        return Some(at + 1);
    }
    if let Some(month) = calendar(&MONTHS, side, at).filter(|_| moment.month.is_none()) {
        moment.month = Some(month);
        return Some(at + 1);
    }
    if let Some(end) = relative(side, at, moment) {
        return Some(end);
    }
    if let Some((time, end)) = time(side, at).filter(|_| moment.time.is_none()) {
        moment.time = Some(time);
        return Some(end);
    }
    let key = side.key(at);
    let decade = DECADES.iter().find(|decade| decade.0 == key)?;
    let is_decade = moment.decade.is_none() && side.key_before(at) == "the";
    is_decade.then(|| moment.decade = Some(decade.1))?;
    Some(at + 1)
}

/// The place of a month or weekday in its calendar, whole or cut short, with a capital.
///
/// Those that are common words or names too (May, March, Sun) need a number or a preposition
/// beside them.
fn calendar(names: &[&str], side: &Side<'_>, at: usize) -> Option<usize> {
    let word = side.words.get(at)?;
    let key = word.key;
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
        side.key_before(at),
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
        side.key_before(at),
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
    let is_bracketed = side.before(at).ends_with(['(', '/']);
    let next = side.key(at + 1);
    let counts = matches!(side.between(at), Some(" "))
        && (next.ends_with('s') && next.len() > 3 || next == "people");
    (is_placed || is_bracketed) && !counts && !side.before(at).ends_with(['$', '€', '£'])
}

/// 2024-07-24, 24/7/2024, 7/24/24, 24.7.2024.
fn date_in_digits(side: &Side<'_>, at: usize, moment: &mut Moment) -> Option<usize> {
    let key = side.key(at);
    if key.matches('.').count() == 2 {
        let mut parts = key.split('.').map(str::parse::<u32>);
        let (day, month, year) = (
            parts.next()?.ok()?,
            parts.next()?.ok()?,
            parts.next()?.ok()?,
        );
        return set_date(moment, (year, month, day)).then_some(at + 1);
    }
    let number = |at: usize| side.key(at).parse::<u32>().ok();
    let (first, second, third) = (number(at)?, number(at + 1)?, number(at + 2)?);
    let is_whole = !matches!(side.between(at + 2), Some("-" | "/"));
    let marks = [side.between(at)?, side.between(at + 1)?];
    let is_set = match marks {
        ["-", "-"] if key.len() == 4 => set_date(moment, (first, second, third)),
        ["/", "/"] | [" / ", " / "] => {
            let is_day_first = first > 12;
            moment.is_ambiguous = first <= 12 && second <= 12 && first != second;
            let (month, day) = if is_day_first {
                (second, first)
            } else {
                (first, second)
            };
            set_date(moment, (third, month, day))
        }
        _ => false,
    };
    (is_set && is_whole).then_some(at + 3)
}

fn set_date(moment: &mut Moment, (year, month, day): (u32, u32, u32)) -> bool {
    let year = if year < 100 { 2000 + year } else { year };
    let is_date =
        (1000..3000).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    if is_date {
        moment.year = Some(year);
        moment.month = Some(month as usize - 1);
        moment.day = Some(day);
    }
    is_date
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
    if !key.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = key.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let (mut hour, mut end) = (
        digits.parse::<u32>().ok().filter(|hour| *hour < 25)?,
        at + 1,
    );
    let mut minute = None;
    let mut half = &key[digits.len()..];
    // 1: 35 p. m. is how some corpora write it.
    let is_spaced = side.between(at) == Some(": ") && side.key(end).len() == 2;
    if half.is_empty() && (side.between(at) == Some(":") || is_spaced) {
        let next = side.key(end);
        let digits = next.trim_end_matches(char::is_alphabetic);
        minute = Some(digits.parse::<u32>().ok().filter(|minute| *minute < 60)?);
        half = &next[digits.len()..];
        end += 1;
    }
    if half.is_empty() && matches!(side.between(end - 1), Some(" " | "\u{a0}")) {
        half = side.key(end);
        let is_torn = matches!(half, "a" | "p")
            && side.key(end + 1) == "m"
            && side
                .between(end)
                .is_some_and(|marks| marks.starts_with('.'));
        if matches!(half, "am" | "pm" | "a.m" | "p.m" | "o'clock") || is_torn {
            end += 1 + usize::from(is_torn);
        } else {
            half = "";
        }
    }
    let is_half_known = matches!(half, "am" | "pm" | "a.m" | "p.m" | "a" | "p");
    if !is_half_known && minute.is_none() && half != "o'clock" {
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

/// Today, last week, earlier this year, three days ago.
fn relative(side: &Side<'_>, at: usize, moment: &mut Moment) -> Option<usize> {
    if moment.relative.is_some() {
        return None;
    }
    let key = side.key(at);
    if DAYS.contains(&key) {
        moment.relative = Some(key.to_owned());
        return Some(at + 1);
    }
    let lead = usize::from(matches!(key, "earlier" | "later"));
    let (which, what) = (side.key(at + lead), side.key(at + lead + 1));
    if matches!(which, "this" | "last" | "next") && SPANS.contains(&what) {
        moment.relative = Some(format!("{which} {what}"));
        return Some(at + lead + 2);
    }
    if side.key(at + 2) != "ago" {
        return None;
    }
    let span = side.key(at + 1);
    let days = match span.strip_suffix('s').unwrap_or(span) {
        "hour" => 1.0 / 24.0,
        "day" => 1.0,
        "week" => 7.0,
        "month" => 30.5,
        "year" => 365.0,
        "decade" => 3652.0,
        _ => return None,
    };
    moment.ago = count_of(key).map(|count| count * days);
    moment.relative = Some("ago".to_owned());
    Some(at + 3)
}

/// A small number, in words or in digits.
fn count_of(key: &str) -> Option<f64> {
    const COUNTS: [&str; 10] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    match key {
        "a" | "an" => Some(1.0),
        _ => match COUNTS.iter().position(|word| *word == key) {
            Some(place) => Some(place as f64 + 1.0),
            None => key.parse().ok(),
        },
    }
}

impl Moment {
    fn is_told(&self) -> bool {
        self.weekday.is_some()
            || self.month.is_some()
            || self.year.is_some()
            || self.decade.is_some()
            || self.time.is_some()
            || self.relative.is_some()
    }
}

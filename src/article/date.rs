//! The day, or moment, an article was published.

use std::fmt;
use std::str::FromStr;

/// A moment, in seconds since the start of 1970 in UTC. A date without a time is the first second of
/// that day.
///
/// It is read from `YYYY-MM-DD` or RFC 3339 and printed as RFC 3339. As in many feeds, the seconds, the
/// zone (then UTC) and the colon of the zone may be missing, and a space may replace the `T`.
///
/// ```
/// use retold::Date;
/// let day: Date = "2024-07-24".parse()?;
/// let moment: Date = "2024-07-25T01:30:00+01:30".parse()?;
/// assert_eq!(moment.days_since(day), 1.0);
/// assert_eq!(day.to_string(), "2024-07-24T00:00:00Z");
/// assert_eq!("2024-07-25 01:30 +0130".parse::<Date>()?, moment);
/// # Ok::<(), retold::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    unix_seconds: i64,
}

const DAY: i64 = 86_400;

impl Date {
    /// The moment this many seconds after the start of 1970 in UTC.
    ///
    /// ```
    /// assert_eq!(retold::Date::from_unix_seconds(0).to_string(), "1970-01-01T00:00:00Z");
    /// ```
    pub const fn from_unix_seconds(unix_seconds: i64) -> Self {
        Self { unix_seconds }
    }

    /// Seconds since the start of 1970 in UTC.
    ///
    /// ```
    /// assert_eq!(retold::Date::from_unix_seconds(60).unix_seconds(), 60);
    /// ```
    pub const fn unix_seconds(self) -> i64 {
        self.unix_seconds
    }

    /// Days from `earlier` to this moment, with fractions; negative if it came before.
    ///
    /// ```
    /// use retold::Date;
    /// let (first, last) = (Date::from_unix_seconds(i64::MIN), Date::from_unix_seconds(i64::MAX));
    /// assert!(last.days_since(first) > 2e14);
    /// ```
    pub fn days_since(self, earlier: Self) -> f64 {
        (self.unix_seconds as f64 - earlier.unix_seconds as f64) / DAY as f64
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.unix_seconds.div_euclid(DAY));
        let second = self.unix_seconds.rem_euclid(DAY);
        let (hour, minute) = (second / 3600, second / 60 % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{:02}Z",
            second % 60
        )
    }
}

/// Written as RFC 3339 in UTC: `2024-07-24T00:00:00Z`.
#[cfg(feature = "serde")]
impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Read from the strings that `parse` reads, and from whole seconds since 1970.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl serde::de::Visitor<'_> for Visitor {
            type Value = Date;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date as YYYY-MM-DD or RFC 3339, or seconds since 1970")
            }

            fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Date, E> {
                value.parse().map_err(E::custom)
            }

            fn visit_i64<E: serde::de::Error>(self, seconds: i64) -> Result<Date, E> {
                Ok(Date::from_unix_seconds(seconds))
            }

            fn visit_u64<E: serde::de::Error>(self, seconds: u64) -> Result<Date, E> {
                let seconds = i64::try_from(seconds);
                seconds.map(Date::from_unix_seconds).map_err(E::custom)
            }
        }

        from.deserialize_any(Visitor)
    }
}

/// A string that is no date: neither `YYYY-MM-DD` nor RFC 3339.
///
/// ```
/// let error = "24.7.2024".parse::<retold::Date>().unwrap_err();
/// assert_eq!(error.to_string(), "`24.7.2024` is not a date as YYYY-MM-DD or RFC 3339");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{value}` is not a date as YYYY-MM-DD or RFC 3339")]
pub struct DateError {
    value: String,
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(value: &str) -> Result<Self, DateError> {
        parse(value.trim()).ok_or_else(|| DateError {
            value: value.to_owned(),
        })
    }
}

fn parse(value: &str) -> Option<Date> {
    let (year, rest) = number(value, 4)?;
    let (month, rest) = number(rest.strip_prefix('-')?, 2)?;
    let (day, rest) = number(rest.strip_prefix('-')?, 2)?;
    if !(1..=12).contains(&month) || !(1..=days_in_month(year, month)).contains(&day) {
        return None;
    }
    let midnight = days_from_civil(year, month, day) * DAY;
    if rest.is_empty() {
        return Some(Date::from_unix_seconds(midnight));
    }
    let (hour, rest) = number(rest.strip_prefix(['T', 't', ' '])?, 2)?;
    let (minute, rest) = number(rest.strip_prefix(':')?, 2)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => number(rest, 2)?,
        None => (0, rest),
    };
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            (zone.len() < fraction.len()).then_some(zone)?
        }
        None => rest,
    };
    let local = midnight + hour * 3600 + minute * 60 + second;
    Some(Date::from_unix_seconds(
        local - zone_offset(rest.trim_start())?,
    ))
}

/// Seconds ahead of UTC, from `Z`, `+hh:mm`, `-hhmm`, `+hh`; UTC for nothing.
fn zone_offset(zone: &str) -> Option<i64> {
    if zone.is_empty()
        || ["z", "utc", "gmt"]
            .iter()
            .any(|utc| zone.eq_ignore_ascii_case(utc))
    {
        return Some(0);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let (hour, rest) = number(zone.strip_prefix(['+', '-'])?, 2)?;
    let (minute, rest) = match rest.strip_prefix(':').unwrap_or(rest) {
        "" if rest.is_empty() => (0, ""),
        minutes => number(minutes, 2)?,
    };
    (rest.is_empty() && hour <= 23 && minute <= 59).then_some(sign * (hour * 3600 + minute * 60))
}

/// Exactly `digits` digits, and what follows them.
fn number(value: &str, digits: usize) -> Option<(i64, &str)> {
    let (head, rest) = value.split_at_checked(digits)?;
    let all_digits = head.bytes().all(|b| b.is_ascii_digit());
    Some((head.parse().ok().filter(|_| all_digits)?, rest))
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar. Years are counted from March, so
/// that a leap day ends its year, in cycles of 400 years or 146,097 days.
impl Date {
    /// The number of its day since 1970.
    pub(crate) fn day(self) -> i64 {
        self.unix_seconds.div_euclid(DAY)
    }

    /// The number of a day of the calendar since 1970.
    pub(crate) fn day_of(year: i64, month: i64, day: i64) -> i64 {
        days_from_civil(year, month, day)
    }

    /// The year that a day since 1970 is in.
    pub(crate) fn year_of_day(day: i64) -> i64 {
        civil_from_days(day).0
    }
}

fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let of_cycle = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year.div_euclid(400) * 146_097 + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year
        - 719_468
}

/// The inverse of [`days_from_civil`].
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let of_cycle = days.rem_euclid(146_097);
    let year = (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let (month, day) = ((march + 2) % 12 + 1, of_year - (153 * march + 2) / 5 + 1);
    (
        year + days.div_euclid(146_097) * 400 + i64::from(month <= 2),
        month,
        day,
    )
}

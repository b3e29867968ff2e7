//! The days that an article tells of: *on Monday*, *3 March*, against the day it was published.
//!
//! A report of Tuesday and a follow-up of three weeks later tell one event if both name the day it
//! happened; two crashes on one road do not if one was on Monday and the other on Wednesday. So how
//! far apart two articles are in time is asked of the days they tell of first, and of the days of
//! publication only where these do not say.

use crate::frame::Bytes;
use crate::text::Token;
use crate::text::vocabulary::Day;
use crate::{Date, Language};

/// So many days of an article are kept, the first ones.
const MOST: usize = 6;
/// Letters behind the number of a day (*3rd*), and of a small word between it and its month (*3 de
/// marzo*).
const LONGEST_ENDING: usize = 2;
const LONGEST_BETWEEN: usize = 3;

/// Some days, by their numbers since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Days {
    count: u8,
    days: [i32; MOST],
}

impl Days {
    /// Adds a day, if there is room.
    fn add(&mut self, day: i32) {
        if !self.as_slice().contains(&day)
            && let Some(free) = self.days.get_mut(usize::from(self.count))
        {
            *free = day;
            self.count += 1;
        }
    }

    fn as_slice(&self) -> &[i32] {
        self.days.get(..usize::from(self.count)).unwrap_or_default()
    }

    /// Whether two articles tell of the same day; nothing if one of them names none.
    pub(crate) fn share(&self, other: &Self) -> Option<bool> {
        let (own, others) = (self.as_slice(), other.as_slice());
        let known = !own.is_empty() && !others.is_empty();
        known.then(|| own.iter().any(|day| others.contains(day)))
    }

    /// Appends them to what is written: how many, then each in 4 bytes.
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        out.push(self.count);
        for day in self.as_slice() {
            out.extend_from_slice(&day.to_le_bytes());
        }
    }

    /// Takes days off the front of some bytes.
    pub(crate) fn take(bytes: &mut Bytes<'_>) -> Option<Self> {
        let mut days = Self::default();
        let count = bytes.u8().filter(|&count| usize::from(count) <= MOST)?;
        for _ in 0..count {
            days.add(bytes.u32()?.cast_signed());
        }
        (days.count == count).then_some(days)
    }

    /// Adds the day that a word names, by its place among the tokens of a text.
    pub(super) fn read(
        &mut self,
        words: (&str, &[Token]),
        at: usize,
        language: Language,
        published: Date,
    ) {
        let Some(word) = words.1.get(at) else { return };
        let published = published.day();
        self.extend(match Day::of(language, word.hash) {
            Some(Day::Weekday(weekday)) => {
                // The last such day: 1970 began on a Thursday.
                Some(published - (published + 3 - i64::from(weekday)).rem_euclid(7))
            }
            Some(Day::Month(month)) => day_of_month(words, at).map(|day| {
                let year = Date::year_of_day(published);
                let years = [year - 1, year, year + 1];
                let days = years.map(|year| Date::day_of(year, i64::from(month) + 1, day));
                let near = |day: &i64| (day - published).abs();
                days.into_iter().min_by_key(near).unwrap_or(published)
            }),
            None => None,
        });
    }

    fn extend(&mut self, day: Option<i64>) {
        if let Some(day) = day.and_then(|day| i32::try_from(day).ok()) {
            self.add(day);
        }
    }
}

/// The number that says which day of a month is meant: *3 March*, *3 de marzo*, *March 3rd*.
fn day_of_month((text, tokens): (&str, &[Token]), month: usize) -> Option<i64> {
    let word = |at: usize| text.get(tokens.get(at)?.span());
    let number = |at: usize| {
        let word = word(at)?;
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, ending) = word.split_at_checked(digits)?;
        let fits = ending.len() <= LONGEST_ENDING && ending.chars().all(char::is_alphabetic);
        let number = digits.parse().ok().filter(|_| fits)?;
        (1..=31).contains(&number).then_some(number)
    };
    let before = month.checked_sub(1);
    let between = before.filter(|&at| word(at).is_some_and(|word| word.len() <= LONGEST_BETWEEN));
    before
        .and_then(number)
        .or_else(|| between?.checked_sub(1).and_then(number))
        .or_else(|| number(month + 1))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use crate::Article;
    use crate::event::terms::Reader;
    use crate::text::tokens;

    /// The days a text tells of, as days before it was published.
    fn told(text: &str, published: &str) -> Vec<i64> {
        let date: crate::Date = published.parse().unwrap();
        let article = Article::new(text).with_date(date);
        let terms = Reader::default().read(article, &tokens(text));
        let days = terms.days();
        let before = |&day: &i32| date.day() - i64::from(day);
        days.as_slice().iter().map(before).collect()
    }

    #[test]
    fn days_are_told_by_weekdays_and_dates() {
        // 4 March 2026 was a Wednesday.
        let on = |text| told(text, "2026-03-04");
        assert_eq!(
            on("A bridge fell on Monday, police said on Tuesday."),
            [2, 1]
        );
        assert_eq!(on("The court of Lund sat on Wednesday."), [0]);
        assert_eq!(on("The mill burned down on 27 February."), [5]);
        assert_eq!(
            on("The mill has stood empty since March 1st, when it burned."),
            [3]
        );
        assert_eq!(
            on("Die Mühle brannte am Montag und am 1. März nieder."),
            [2, 3]
        );
        assert_eq!(
            on("El molino ardió el lunes y el 1 de marzo en la noche."),
            [2, 3]
        );
        assert_eq!(
            on("They march on the mill and may burn it in 3 days."),
            [0_i64; 0]
        );
        assert_eq!(told("The mill burned on December 30.", "2026-01-02"), [3]);
    }

    #[test]
    fn no_day_is_told_without_a_date_of_publication() {
        let text = "A bridge fell on Monday.";
        let terms = Reader::default().read(Article::new(text), &tokens(text));
        assert_eq!(terms.days().share(&terms.days()), None);
    }
}

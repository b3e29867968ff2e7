//! Dates: days, months, years, decades, weekdays, times of day, and times told from today.
//!
//! Only what both sides tell of the same kind is compared: a weekday says nothing against a date
//! without a year, nor `yesterday` against a weekday, nor 3/4 against the fourth of March.

mod read;

use std::ops::Range;

use super::Change;
use super::pairing::differences;
use super::side::shared;
use super::slots::{Hand, Slots};
use super::verbs::is_of_one_verb;
pub(super) use read::{WORDS, moments};

/// A phrase that tells when: Monday, July 22, 2024; at 5:30 p.m.; earlier this year.
#[derive(Debug, Default, Clone)]
pub(super) struct Moment {
    weekday: Option<usize>,
    month: Option<usize>,
    day: Option<u32>,
    year: Option<u32>,
    /// The first year of a decade; the century may be left open (the nineties).
    decade: Option<u32>,
    /// Minutes, of half a day where a.m. and p.m. are not told.
    time: Option<Time>,
    /// A time told from today, as words: `this year`.
    relative: Option<String>,
    /// How many days ago, where that is told.
    ago: Option<f64>,
    /// Day and month may be the other way round: 3/4/2024.
    is_ambiguous: bool,
    /// Whether the time of day is told as not exact.
    is_about: bool,
    /// Whether it tells when something was said, not when it happened.
    is_said: bool,
    pub(super) at: Range<usize>,
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, Copy)]
struct Time {
    minutes: u32,
    is_half_known: bool,
}

impl Moment {
    /// The parts both tell: how many agree, how many do not.
    fn compare(&self, other: &Self) -> (usize, usize) {
        let mut best = self.compare_as(other);
        for (is_ambiguous, one, other) in [
            (self.is_ambiguous, self, other),
            (other.is_ambiguous, other, self),
        ] {
            if is_ambiguous {
                let turned = one.turned().compare_as(other);
                best = if turned.1 < best.1 { turned } else { best };
            }
        }
        best
    }

    fn compare_as(&self, other: &Self) -> (usize, usize) {
        let is_about = self.is_about || other.is_about;
        let parts = [
            same(self.weekday, other.weekday),
            same(self.month, other.month),
            same(self.day, other.day),
            same(self.year, other.year),
            self.decade_against(other)
                .or_else(|| other.decade_against(self)),
            self.ago_against(other)
                .or_else(|| same(self.span_of_time(), other.span_of_time())),
            self.time
                .zip(other.time)
                .map(|(a, b)| a.is_like(b, is_about)),
        ];
        let count = |wanted| parts.iter().filter(|part| **part == Some(wanted)).count();
        (count(true), count(false))
    }

    /// The moment with day and month the other way round.
    fn turned(&self) -> Self {
        let mut turned = self.clone();
        if let (Some(month), Some(day)) = (self.month, self.day) {
            turned.month = Some(day as usize - 1);
            turned.day = Some(month as u32 + 1);
        }
        turned
    }

    /// Whether the decade of one is that of the other, or holds its year.
    fn decade_against(&self, other: &Self) -> Option<bool> {
        let ours = self.decade?;
        let theirs = other
            .decade
            .or_else(|| other.year.map(|year| year / 10 * 10))?;
        Some(if ours < 100 || theirs < 100 {
            ours % 100 == theirs % 100
        } else {
            ours == theirs
        })
    }

    /// A time told from today that means the same whenever it is read within some days: not
    /// yesterday, which is today for another paper.
    fn span_of_time(&self) -> Option<&str> {
        let words = self.relative.as_deref()?;
        let is_long = ["month", "year", "decade", "century", "quarter"]
            .iter()
            .any(|span| words.contains(span));
        is_long.then_some(words)
    }

    /// Whether two times that long ago may be one, for readers some days apart.
    fn ago_against(&self, other: &Self) -> Option<bool> {
        let (ours, theirs) = (self.ago?, other.ago?);
        let (less, more) = (ours.min(theirs), ours.max(theirs));
        Some(more - less <= 3.0 || more < 1.2 * less)
    }

    /// Whether one tells a month and the other the year as this one: how exactly they tell it
    /// differs, and nothing tells that it is the same.
    fn is_vaguer(&self, other: &Self) -> bool {
        let is_year = |moment: &Self| {
            moment.relative.as_deref() == Some("this year") && moment.month.is_none()
        };
        let is_month =
            |moment: &Self| moment.month.is_some() && moment.day.is_none() && moment.year.is_none();
        is_year(self) && is_month(other) || is_month(self) && is_year(other)
    }

    /// Whether the weekday of one is that of the full date of the other; nothing if it cannot be told.
    fn is_weekday_of(&self, other: &Self) -> Option<bool> {
        let date = |moment: &Self| {
            (!moment.is_ambiguous).then_some((moment.year?, moment.month?, moment.day?))
        };
        let check = |a: &Self, b: &Self| Some(a.weekday? == weekday_of(date(b)?));
        check(self, other).or_else(|| check(other, self))
    }

    /// Whether the two may be one moment, as far as they tell.
    fn may_be(&self, other: &Self) -> bool {
        let (_, differ) = self.compare(other);
        differ == 0 && self.is_weekday_of(other) != Some(false)
    }
}

fn same<T: PartialEq>(left: Option<T>, right: Option<T>) -> Option<bool> {
    left.zip(right).map(|(left, right)| left == right)
}

impl Time {
    fn is_like(self, other: Self, is_about: bool) -> bool {
        let is_near = |span: u32| {
            let apart = (self.minutes % span).abs_diff(other.minutes % span);
            apart.min(span - apart) <= if is_about { 60 } else { 0 }
        };
        is_near(1440) || !(self.is_half_known && other.is_half_known) && is_near(720)
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

/// The moments on which two sides differ.
pub(super) fn changes(left: &[Moment], right: &[Moment], slots: &Slots<'_, '_>) -> Vec<Change> {
    let equal = |l: &Moment, r: &Moment| {
        let (agree, _) = l.compare(r);
        l.may_be(r) && (agree > 0 || l.is_weekday_of(r) == Some(true))
    };
    let is_alone = left.len() == 1 && right.len() == 1 && slots.closeness().is_close;
    let [ours, theirs] = [Hand::Left, Hand::Right].map(|hand| slots.side(hand));
    let score = |l: &Moment, r: &Moment| {
        if l.is_said != r.is_said || l.may_be(r) && !l.is_vaguer(r) {
            return None;
        }
        let is_exchange = slots.is_exchange(&l.at, &r.at);
        if l.may_be(r) && !(is_exchange || is_alone) {
            return None;
        }
        let is_plain = || slots.is_plain_exchange(&l.at, &r.at);
        let is_of_two =
            (slots.are_of_others() || !is_of_one_verb(ours, &l.at, theirs, &r.at)) && !is_plain();
        if is_of_two || l.is_said && !(slots.closeness().is_near && is_plain()) {
            return None;
        }
        let (agree, _) = l.compare(r);
        let context = shared(&ours.context(&l.at, 3), &theirs.context(&r.at, 3));
        let is_many = left.len() != right.len();
        let is_sure = is_exchange && (!is_many || is_plain())
            || is_alone && context > 0
            || agree > 0 && context > 1
            || context > 2;
        is_sure.then_some(3 * usize::from(is_exchange) + agree + context)
    };
    let mut changes = differences(left, right, equal, score);
    let is_left = |change: &(Option<usize>, Option<usize>), hand| match hand {
        Hand::Left => change.1.is_none(),
        Hand::Right => change.0.is_none(),
    };
    // What is left on both sides may well be the same, told in another way.
    let is_both =
        [Hand::Left, Hand::Right].map(|hand| changes.iter().any(|change| is_left(change, hand)));
    let may_stand = |moment: &Moment, hand| {
        is_both != [true; 2]
            && slots.closeness().is_near
            && !moment.is_said
            && moment.relative.is_none()
            && slots.is_insertion(hand, &moment.at)
    };
    changes.retain(|change| match *change {
        (Some(l), None) => may_stand(&left[l], Hand::Left),
        (None, Some(r)) => may_stand(&right[r], Hand::Right),
        _ => true,
    });
    changes
        .into_iter()
        .map(|(l, r)| {
            [
                l.map(|l| left[l].span.clone()),
                r.map(|r| right[r].span.clone()),
            ]
        })
        .collect()
}

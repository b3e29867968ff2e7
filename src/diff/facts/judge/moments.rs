//! How two moments stand to each other.

use super::Relation;
use crate::diff::facts::read::{Clock, Moment};

/// Minutes between two times of which one is rough that are no difference.
const ROUGH: u32 = 30;
/// Minutes between two exact times that are no difference: when it began and when the call came.
const EXACT: u32 = 5;

/// The relation of two moments; nothing if they say the same, or have nothing to be compared by.
pub(in crate::diff::facts) fn moments(left: &Moment, right: &Moment) -> Option<Relation> {
    let [ours, theirs] = [left, right].map(fields);
    let both = ours.iter().zip(&theirs).enumerate();
    let both = both.filter_map(|(field, (our, their))| our.zip(*their).map(|both| (field, both)));
    let (mut shared, mut differ) = (0, false);
    for (field, (our, their)) in both {
        // Morning alone is any morning.
        shared += u32::from(field != PART);
        differ |= our != their;
    }
    let mut is_nearer = false;
    match (left.clock, right.clock) {
        (Some(our), Some(their)) => {
            let apart = apart(our, their);
            shared += 1;
            let is_rough = our.is_rough || their.is_rough;
            differ |= apart >= if is_rough { ROUGH } else { EXACT };
            is_nearer = apart > 0 && our.is_rough != their.is_rough;
        }
        (Some(clock), None) => shared += agreement(clock, right.part, &mut differ),
        (None, Some(clock)) => shared += agreement(clock, left.part, &mut differ),
        (None, None) => {}
    }
    if shared == 0 {
        return None;
    }
    if differ {
        return Some(Relation::Contradicts);
    }
    let is_finer = fineness(left) != fineness(right);
    (is_finer || is_nearer).then_some(Relation::Precise)
}

/// Whether a moment tells all that another tells.
pub(in crate::diff::facts) fn tells_all(moment: &Moment, other: &Moment) -> bool {
    let fields = fields(moment).into_iter().zip(fields(other));
    let clocks = match (moment.clock, other.clock) {
        (_, None) => true,
        (Some(our), Some(their)) => apart(our, their) == 0,
        _ => false,
    };
    clocks
        && fields
            .into_iter()
            .all(|(our, their)| their.is_none() || our == their)
}

/// The value of evening; night comes behind it.
const EVENING: u32 = 3;

/// The place of the part of the day among the fields.
const PART: usize = 4;

fn fields(moment: &Moment) -> [Option<u32>; 5] {
    // Evening and night are one part of the day to reporters.
    let part = moment.part.map(|part| part.min(EVENING));
    [moment.weekday, moment.month, moment.day, moment.year, part]
}

/// Whether a moment is a year or a month without a day.
pub(in crate::diff::facts) fn is_coarse(moment: &Moment) -> bool {
    let is_dated = moment.year.is_some() || moment.month.is_some();
    is_dated && fineness(moment) < DAY
}

/// Whether a moment lies in another, a year or a month, and tells it more exactly.
pub(in crate::diff::facts) fn is_finer(moment: &Moment, other: &Moment) -> bool {
    let fits = |fine: Option<u32>, coarse: Option<u32>| coarse.is_none() || fine == coarse;
    let is_inside = fits(moment.year, other.year) && fits(moment.month, other.month);
    is_inside && moment.weekday.is_none() && fineness(moment) == fineness(other) + 1
}

/// How exactly a moment is told. The day of a week and its date are as exact as each other: which
/// day it was follows from the day of the report.
fn fineness(moment: &Moment) -> u32 {
    if moment.clock.is_some() {
        return DAY + 2;
    }
    let day = if moment.day.is_some() || moment.weekday.is_some() {
        DAY
    } else {
        1 + u32::from(moment.month.is_some())
    };
    day + u32::from(moment.part.is_some())
}

/// The fineness of a day.
const DAY: u32 = 3;

/// Minutes between two times of day.
pub(in crate::diff::facts) fn apart(left: Clock, right: Clock) -> u32 {
    let day = if left.is_open || right.is_open {
        12 * 60
    } else {
        24 * 60
    };
    let apart = (left.minutes % day).abs_diff(right.minutes % day);
    apart.min(day - apart)
}

/// Whether a time of the clock lies in a part of the day: counts as compared, and may differ.
fn agreement(clock: Clock, part: Option<u32>, differ: &mut bool) -> u32 {
    let Some(part) = part else {
        return 0;
    };
    let hour = clock.minutes / 60;
    let fits = match part {
        1 => hour < 12,
        2 => (11..19).contains(&hour),
        3 => (16..24).contains(&hour),
        _ => !(7..18).contains(&hour),
    };
    *differ |= !fits && !clock.is_open;
    1
}

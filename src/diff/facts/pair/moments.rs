//! Moments: the one time a row tells on either side, and dates that fit only each other.

use super::row::{self, Row};
use super::{Difference, Sides};
use crate::diff::change::ChangeKind;
use crate::diff::change::Relation;
use crate::diff::facts::judge;
use crate::diff::facts::read::{Moment, Reading};

pub(super) fn differences(sides: Sides<'_, '_>, rows: &[Row]) -> Vec<Difference> {
    let mut found = Vec::new();
    for row in rows {
        let [ours, theirs] = [0, 1].map(|side| {
            let moments = sides[side].moments.iter();
            let mut here = moments.filter(|moment| row.holds(side, &sides[side].words, &moment.at));
            here.next().filter(|_| here.next().is_none())
        });
        if let (Some(our), Some(their)) = (ours, theirs) {
            found.extend(difference(sides, our, their));
        }
    }
    found.extend(months(sides));
    found.extend(clocks(sides));
    found
}

/// Times of day of one deed, wherever they stand: near enough to each other, and with the same words
/// around them.
fn clocks(sides: Sides<'_, '_>) -> Vec<Difference> {
    let moments = sides.map(|side| {
        let told = side.moments.iter();
        told.filter(|moment| !moment.is_range && (moment.clock.is_some() || moment.part.is_some()))
            .collect::<Vec<&Moment>>()
    });
    let only = [0, 1].map(|side| only(sides[side], |moment| moment.clock.is_some()).is_some());
    let fits = |our: &Moment, their: &Moment| {
        let near = row::shared_near(sides.map(|side| &side.words), [&our.at, &their.at]);
        near >= if only[0] && only[1] { NEAR } else { NEAR + 1 }
    };
    let pairs = row::pairs(&moments[0], &moments[1], fits);
    let pairs = pairs.into_iter().filter_map(|(our, their)| {
        let relation = judge::moments(our, their)?;
        let is_near = match (our.clock, their.clock) {
            (Some(our), Some(their)) => judge::apart(our, their) <= HOUR,
            (None, None) => false,
            _ => relation == Relation::Precise,
        };
        let is_said = is_said(our, sides[1]) && is_said(their, sides[0]);
        (is_near && !is_said).then(|| Difference {
            kind: ChangeKind::Date,
            relation,
            at: [our.at.clone(), their.at.clone()],
        })
    });
    pairs.collect()
}

/// Words that say something which stand near two times of one deed, at least.
const NEAR: usize = 2;

/// Words that say something which the sentences of two dates of one event share, at least.
const SHARED: usize = 3;

/// Minutes between two times of one event, at most.
const HOUR: u32 = 60;

/// The one moment of a kind that a text tells of, however often.
fn only<'r>(side: &'r Reading<'_>, is_kind: impl Fn(&Moment) -> bool) -> Option<&'r Moment> {
    let mut moments = side.moments.iter().filter(|moment| is_kind(moment));
    let first = moments.next()?;
    moments
        .all(|other| judge::tells_all(first, other) || judge::tells_all(other, first))
        .then_some(first)
}

/// How two moments of one row differ, if neither is the end of a span of time.
fn difference(sides: Sides<'_, '_>, our: &Moment, their: &Moment) -> Option<Difference> {
    let relation = judge::moments(our, their)?;
    let words = sides.map(|side| &side.words);
    let at = [&our.at, &their.at];
    let is_placed = match relation {
        Relation::Precise => row::shared_context(words, at) > 0,
        _ if our.clock.is_some() && their.clock.is_some() => row::is_same_neighbour(words, at),
        _ => row::are_same_neighbours(words, at),
    };
    let is_open = !is_said(our, sides[1]) || !is_said(their, sides[0]);
    (is_open && is_placed && !our.is_range && !their.is_range).then(|| Difference {
        kind: ChangeKind::Date,
        relation,
        at: [our.at.clone(), their.at.clone()],
    })
}

fn is_said(moment: &Moment, there: &Reading<'_>) -> bool {
    there
        .moments
        .iter()
        .any(|other| judge::tells_all(other, moment))
}

/// A year or a month that one side gives alone and the other, as the only such, with its month or
/// its day: `in 2003` and `April 2003`.
fn months(sides: Sides<'_, '_>) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    for side in [0, 1] {
        let (here, there) = (sides[side], sides[1 - side]);
        for coarse in here
            .moments
            .iter()
            .filter(|moment| judge::is_coarse(moment))
        {
            let is_finer = |moment: &&Moment| judge::is_finer(moment, coarse);
            let mut finer = there.moments.iter().filter(is_finer);
            let (Some(fine), None) = (finer.next(), finer.next()) else {
                continue;
            };
            let at = if side == 0 {
                [&coarse.at, &fine.at]
            } else {
                [&fine.at, &coarse.at]
            };
            let is_known = found
                .iter()
                .any(|known| known.at[0] == *at[0] || known.at[1] == *at[1]);
            let is_told = here.moments.iter().any(|moment| is_finer(&moment));
            let shared = row::shared_words(sides.map(|side| &side.words), at.map(|at| at.start));
            if !is_known && !is_told && shared >= SHARED && !coarse.is_range && !fine.is_range {
                found.push(Difference {
                    kind: ChangeKind::Date,
                    relation: Relation::Precise,
                    at: at.map(Clone::clone),
                });
            }
        }
    }
    found
}

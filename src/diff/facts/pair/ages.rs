//! Ages: of one person named in both texts, of the one somebody of a kind in a row, or of somebody
//! whom only one text names.

use std::ops::Range;

use super::row::{self, Row};
use super::{Difference, Sides};
use crate::diff::change::ChangeKind;
use crate::diff::change::Relation;
use crate::diff::facts::read::{Age, Bearer, Reading, is_same_head};

/// Years between two ages of one person, at most, where neither is named and no row holds them.
const NEAR: u32 = 5;

pub(super) fn differences(sides: Sides<'_, '_>, rows: &[Row]) -> Vec<Difference> {
    let open = [0, 1].map(|side| open(sides[side], sides[1 - side]));
    let mut pairs = row::pairs(&open[0], &open[1], |our, their| {
        is_one_person(sides, our, their)
    });
    for row in rows {
        let [ours, theirs] = [0, 1].map(|side| {
            let mut ages = open[side].clone();
            ages.retain(|age| row.holds(side, &sides[side].words, &age.at));
            ages
        });
        let mut alike = row::pairs(&ours, &theirs, is_one_kind);
        alike.retain(|(our, their)| near(sides, our, their));
        add(&mut pairs, &alike);
    }
    // The only ages of anybody that the texts do not share.
    if let ([our], [their]) = (open[0].as_slice(), open[1].as_slice())
        && is_one_kind(our, their)
        && our.years.abs_diff(their.years) <= NEAR
        && near(sides, our, their)
    {
        add(&mut pairs, &[(*our, *their)]);
    }
    let mut found: Vec<Difference> = pairs
        .into_iter()
        .map(|(our, their)| Difference {
            kind: ChangeKind::Number,
            relation: Relation::Contradicts,
            at: [our.at.clone(), their.at.clone()],
        })
        .collect();
    for (here, there) in [(0, 1), (1, 0)] {
        found.extend(
            named(sides, here)
                .into_iter()
                .map(|(at, other)| Difference {
                    kind: ChangeKind::Name,
                    relation: Relation::Precise,
                    at: if here < there {
                        [at, other]
                    } else {
                        [other, at]
                    },
                }),
        );
    }
    found
}

/// Adds pairs of ages of which neither stands in a pair yet.
fn add<'r>(pairs: &mut Vec<(&'r Age, &'r Age)>, more: &[(&'r Age, &'r Age)]) {
    for &(our, their) in more {
        if !pairs
            .iter()
            .any(|(left, right)| left.at == our.at || right.at == their.at)
        {
            pairs.push((our, their));
        }
    }
}

fn near(sides: Sides<'_, '_>, our: &Age, their: &Age) -> bool {
    row::shared_context(sides.map(|side| &side.words), [&our.at, &their.at]) > 0
}

/// The ages of a side that the other does not have, once each.
fn open<'r>(side: &'r Reading<'_>, there: &Reading<'_>) -> Vec<&'r Age> {
    let is_said = |age: &Age| there.ages.iter().any(|other| other.years == age.years);
    let mut ages: Vec<&Age> = Vec::new();
    for age in side.ages.iter().filter(|age| !is_said(age)) {
        if !ages
            .iter()
            .any(|known| known.years == age.years && known.of == age.of)
        {
            ages.push(age);
        }
    }
    ages
}

/// Whether two ages are those of one person by name.
fn is_one_person([left, right]: Sides<'_, '_>, our: &Age, their: &Age) -> bool {
    let (Bearer::Person(our), Bearer::Person(their)) = (our.of, their.of) else {
        return false;
    };
    let (our, their) = (&left.people[our], &right.people[their]);
    let same = |our: usize, their: usize| left.words.key(our) == right.words.key(their);
    same(our.first, their.first) && same(our.last, their.last)
}

fn is_one_kind(our: &Age, their: &Age) -> bool {
    matches!((our.of, their.of), (Bearer::Noun(our), Bearer::Noun(their)) if is_same_head(our, their))
}

/// Persons of one age, the only ones of that age on either side, whom one side names in full and the
/// other does not name at all: the name with its age, then the age on the other side.
fn named(sides: Sides<'_, '_>, side: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let (here, there) = (sides[side], sides[1 - side]);
    let mut known = Vec::new();
    let mut found = Vec::new();
    for age in &here.ages {
        let Bearer::Person(person) = age.of else {
            continue;
        };
        let last = here.words.key(here.people[person].last);
        let is_only = of_age(here, age.years).all(|other| match other.of {
            Bearer::Person(other) => here.words.key(here.people[other].last) == last,
            _ => true,
        });
        let mut nouns =
            of_age(there, age.years).filter(|other| !matches!(other.of, Bearer::Person(_)));
        let Some(other) = nouns.next() else {
            continue;
        };
        let is_other =
            of_age(there, age.years).any(|of| of.of != other.of && of.of != Bearer::Unknown);
        let is_named = (0..there.words.len()).any(|at| there.words.key(at) == last);
        if is_only && !is_other && !is_named && !known.contains(&age.years) {
            known.push(age.years);
            let name = &here.people[person].at;
            let is_beside = name.start <= age.at.end && age.at.start <= name.end;
            found.push((
                if is_beside { &age.at } else { name }.clone(),
                other.at.clone(),
            ));
        }
    }
    found
}

fn of_age<'r>(side: &'r Reading<'_>, years: u32) -> impl Iterator<Item = &'r Age> {
    side.ages.iter().filter(move |age| age.years == years)
}

//! Streets: what the two texts call one street, told by its name, wherever it stands.

use super::{Difference, Sides};
use crate::diff::change::ChangeKind;
use crate::diff::facts::judge;
use crate::diff::facts::read::{Reading, Street};

pub(super) fn differences(sides: Sides<'_, '_>) -> Vec<Difference> {
    let mut found = Vec::new();
    let theirs = fullest(sides[1]);
    for our in fullest(sides[0]) {
        let named: Vec<&Street> = theirs
            .iter()
            .copied()
            .filter(|their| their.name == our.name)
            .collect();
        let Some(&their) = named.first() else {
            continue;
        };
        if is_list(sides[0], our) || is_list(sides[1], their) {
            continue;
        }
        let other = |side: usize| other_kind(sides[side], sides[1 - side], &our.name);
        let (our, their) = match (other(0), other(1)) {
            (Some(our), _) => (our, their),
            (None, Some(their)) => (our, their),
            // Both call it by every kind of way that the other does.
            (None, None)
                if our
                    .kind
                    .zip(their.kind)
                    .is_some_and(|(our, their)| our != their) =>
            {
                continue;
            }
            (None, None) => (our, their),
        };
        if let Some(relation) = judge::streets(our, their) {
            found.push(Difference {
                kind: ChangeKind::Place,
                relation,
                at: [our.at.clone(), their.at.clone()],
            });
        }
    }
    found
}

/// Of each street the mention that tells most.
fn fullest<'r>(side: &'r Reading<'_>) -> Vec<&'r Street> {
    let size = |street: &Street| {
        let parts = [street.kind, street.direction, street.number];
        parts.iter().flatten().count() + usize::from(street.is_corner)
    };
    let mut streets: Vec<&Street> = Vec::new();
    for street in &side.streets {
        match streets.iter_mut().find(|known| known.name == street.name) {
            None => streets.push(street),
            Some(known) if size(street) > size(known) => *known = street,
            Some(_) => {}
        }
    }
    streets
}

/// A mention of a street as a kind of way that the other side does not call it by: an avenue where
/// the other has only a drive.
fn other_kind<'r>(here: &'r Reading<'_>, there: &Reading<'_>, name: &str) -> Option<&'r Street> {
    let kinds = || {
        there
            .streets
            .iter()
            .filter(|street| street.name == name)
            .filter_map(|street| street.kind)
    };
    kinds().next()?;
    let mut named = here.streets.iter().filter(|street| street.name == name);
    named.find(|street| {
        street
            .kind
            .is_some_and(|kind| kinds().all(|other| other != kind))
    })
}

/// Streets of one sentence beyond which it is a list of calls to the police.
const LIST: usize = 4;

fn is_list(side: &Reading<'_>, street: &Street) -> bool {
    let sentence = side.words.sentence_of(street.at.start);
    let streets = side.streets.iter();
    streets
        .filter(|other| sentence.contains(&other.at.start))
        .count()
        > LIST
}

//! Persons: an event has each but once, so the two texts' full names for one are compared wherever
//! they stand.

use super::row;
use super::{Difference, Sides};
use crate::diff::change::ChangeKind;
use crate::diff::change::Relation;
use crate::diff::facts::judge;
use crate::diff::facts::read::{Person, Reading};

pub(super) fn differences([left, right]: Sides<'_, '_>) -> Vec<Difference> {
    let (ours, theirs) = (fullest(left), fullest(right));
    let mut found = Vec::new();
    for our in &ours {
        let full: Vec<&&Person> = theirs
            .iter()
            .filter(|their| is_namesake([left, right], [our, their]))
            .collect();
        let relation = match full.as_slice() {
            [their] => relation([left, right], [our, their]).map(|relation| (relation, **their)),
            [] => respelt([left, right], our, &theirs),
            _ => None,
        };
        if let Some((relation, their)) = relation {
            found.push(Difference {
                kind: ChangeKind::Name,
                relation,
                at: [our.at.clone(), their.at.clone()],
            });
        }
    }
    found
}

/// Of each person the mention with the most names, where the text names but one such.
fn fullest<'r>(side: &'r Reading<'_>) -> Vec<&'r Person> {
    let mut people: Vec<&Person> = Vec::new();
    let mut doubtful = Vec::new();
    for person in &side.people {
        let known = people
            .iter()
            .position(|known| is_namesake([side, side], [known, person]));
        match known {
            None => people.push(person),
            Some(at) => {
                if relation([side, side], [people[at], person]) == Some(Relation::Contradicts) {
                    doubtful.push(at);
                }
                let size =
                    |person: &Person| person.middle.len() + usize::from(person.suffix.is_some());
                if size(person) > size(people[at]) {
                    people[at] = person;
                }
            }
        }
    }
    let mut at = 0;
    people.retain(|_| {
        at += 1;
        !doubtful.contains(&(at - 1))
    });
    people
}

/// Whether two persons have the same first and last name.
fn is_namesake(sides: Sides<'_, '_>, people: [&Person; 2]) -> bool {
    let key = |side: usize, at: usize| sides[side].words.key(at);
    key(0, people[0].first) == key(1, people[1].first)
        && key(0, people[0].last) == key(1, people[1].last)
}

/// How the middle names and suffixes of two namesakes stand to each other; nothing if they are the
/// same.
fn relation(sides: Sides<'_, '_>, people: [&Person; 2]) -> Option<Relation> {
    let middle = [0, 1].map(|side| {
        let at = people[side].middle.clone();
        let keys: Vec<&str> = at.map(|at| sides[side].words.key(at)).collect();
        keys
    });
    let suffix = [0, 1].map(|side| people[side].suffix.map(|at| sides[side].words.key(at)));
    judge::middle_names([&middle[0], &middle[1]], suffix)
}

/// Words that say something which two sentences must share if nothing tells that their names are
/// persons.
const SHARED: usize = 2;

/// A person of the right whose name is that of a left one but for one letter, where neither text has
/// the other's spelling.
fn respelt<'r>(
    sides: Sides<'_, '_>,
    our: &Person,
    theirs: &[&'r Person],
) -> Option<(Relation, &'r Person)> {
    let key = |side: usize, at: usize| sides[side].words.key(at);
    let has =
        |side: usize, name: &str| (0..sides[side].words.len()).any(|at| key(side, at) == name);
    let mut alike = theirs.iter().filter(|their| {
        let (first, last) = ([our.first, their.first], [our.last, their.last]);
        let other = if key(0, first[0]) == key(1, first[1]) {
            last
        } else if key(0, last[0]) == key(1, last[1]) {
            first
        } else {
            return false;
        };
        let [one, two] = [0, 1].map(|side| key(side, other[side]));
        judge::is_misspelt(one, two) && !has(1, one) && !has(0, two)
    });
    let their = alike.next().filter(|_| alike.next().is_none())?;
    let words = sides.map(|side| &side.words);
    let is_sure = our.is_sure
        || their.is_sure
        || row::shared_words(words, [our.first, their.first]) >= SHARED;
    is_sure.then_some((Relation::Contradicts, *their))
}

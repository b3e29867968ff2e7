//! The facts on which many versions differ, statement by statement.

use std::collections::BTreeMap;

use super::pair::Pair;
use super::statement::Group;
use super::statements::Statements;
use crate::diff::facts::FactKind;
use crate::diff::words::keys;

/// A fact of one statement as its base tells it, and as some versions tell it otherwise.
#[derive(Debug)]
pub(crate) struct Differing {
    pub(crate) kind: FactKind,
    pub(crate) row: usize,
    pub(crate) usual: String,
    pub(crate) other: String,
    /// The versions that tell it otherwise, ascending.
    pub(crate) versions: Vec<usize>,
}

/// The facts that only the titles of the versions tell differently, and the titles as statements.
pub(crate) fn of_titles<'a>(
    statements: &Statements<'a>,
    facts: &[Differing],
) -> (Statements<'a>, Vec<Differing>) {
    let (titles, titled) = statements.titles();
    let mut told = of(&titles);
    let said = |fact: &Differing| [&fact.usual, &fact.other].map(|text| keys::of(text));
    told.retain(|fact| {
        let is_same = |other: &Differing| other.kind == fact.kind && said(other) == said(fact);
        !facts.iter().any(is_same)
    });
    for version in told.iter_mut().flat_map(|fact| &mut fact.versions) {
        *version = titled[*version];
    }
    (titles, told)
}

/// All facts that differ: those of one statement together, statements by their gravest fact.
pub(crate) fn of(statements: &Statements<'_>) -> Vec<Differing> {
    let mut facts: Vec<Differing> = Vec::new();
    for row in statements.iter().filter(|row| row.len() > 1) {
        let base = row.base().version();
        let mut known = BTreeMap::new();
        let versions = row.groups().map(Group::version);
        for other in versions.filter(|&version| version != base) {
            for change in row.pair(base, other).into_iter().flat_map(Pair::facts) {
                let said = [&change.left, &change.right].map(|text| keys::of(text));
                let at = *known.entry((change.kind, said)).or_insert(facts.len());
                match facts.get_mut(at) {
                    Some(fact) => fact.versions.push(other),
                    None => facts.push(Differing {
                        kind: change.kind,
                        row: row.row(),
                        usual: change.left,
                        other: change.right,
                        versions: vec![other],
                    }),
                }
            }
        }
    }
    let mut gravest = BTreeMap::new();
    for fact in &facts {
        let known = gravest.entry(fact.row).or_insert(fact.kind);
        *known = fact.kind.min(*known);
    }
    facts.sort_by_key(|fact| (gravest.get(&fact.row).copied(), fact.row, fact.kind));
    for fact in &mut facts {
        fact.versions.dedup();
    }
    facts
}

//! The list of what differs: of one row, of two versions, of many.

use std::ops::Range;

use ahash::AHashMap;

use super::phrases::{self, Phrase, Side};
use super::weigh;
use crate::diff::align::Version;
use crate::diff::align::version;
use crate::diff::change::Change;
use crate::diff::facts::{self, Told};
use crate::diff::rows::{Diff, Group, Label, Pair, Statements};
use crate::diff::words::keys;
use crate::text::Sentence;

/// The part of their weight that changes of sentences have which are only possibly related.
const RELATED: f64 = 0.4;

impl<'a> Pair<'_, 'a> {
    /// What the two tell differently: facts first, then the other phrases, heaviest first.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("At least 12 people died in the old mill.", "At least 17 people died in the mill.");
    /// let changes = diff.shared().next().unwrap().changes();
    /// assert_eq!((changes[0].left, changes[0].right), ("12 people", "17 people"));
    /// assert_eq!((changes[1].left, changes[1].right), ("old mill", "mill"));
    /// ```
    pub fn changes(self) -> Vec<Change<'a>> {
        let (facts, mut changes) = (self.facts(), self.phrases());
        changes.retain(|change| !facts.iter().any(|fact| covers(fact, change)));
        changes.extend(facts);
        changes.sort_by(Change::order);
        changes
    }

    /// Those of the [changes](Self::changes) that are claimed as facts.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("At least 12 people died.", "At least 17 people died.");
    /// let facts = diff.shared().next().unwrap().facts();
    /// assert_eq!((facts[0].left, facts[0].right), ("12 people", "17 people"));
    /// ```
    pub fn facts(self) -> Vec<Change<'a>> {
        let sides = [self.left(), self.right()];
        let spans = sides.map(telling);
        let [left, right] = [0, 1].map(|side| told(sides[side], &spans[side]));
        let mut facts = facts::between([left, right], std::slice::from_ref(&spans));
        for fact in &mut facts {
            fact.row = Some(self.row());
        }
        facts
    }

    /// The phrases that differ, claimed or not.
    pub(super) fn phrases(self) -> Vec<Change<'a>> {
        let groups = [self.left(), self.right()];
        let spans = groups.map(telling);
        let sides = [0, 1].map(|side| {
            let text = groups[side].source().article().text();
            Side::read(text, &spans[side], groups[side].units())
        });
        let sure = match self.label() {
            Label::Related => RELATED,
            _ => f64::midpoint(1.0, self.similarity()),
        };
        let is_exchanged = phrases::are_exchanged(&sides);
        let change = |phrase: Phrase| {
            let (kind, weight) = weigh::judge(&sides, &phrase, is_exchanged);
            let phrase = phrases::shown(&sides, &phrase);
            let at = [0, 1].map(|side| sides[side].shown_span(&phrase.words[side]));
            let [left, right] = [0, 1].map(|side| sides[side].text.get(at[side].clone()));
            let sentence = |side: usize| {
                let start = at[side].start;
                let mut spans = spans[side].iter();
                spans.find(|span| span.contains(&start)).cloned()
            };
            Change {
                kind,
                relation: None,
                left: left.unwrap_or_default(),
                right: right.unwrap_or_default(),
                weight: weight * sure,
                sentences: [0, 1].map(|side| sentence(side).unwrap_or_default()),
                spans: at,
                also: Vec::new(),
                row: Some(self.row()),
                versions: groups.map(Group::version),
                others: Vec::new(),
                sources: groups.map(|group| group.source().label()),
                dates: groups.map(|group| group.source().date()),
                in_titles: false,
            }
        };
        phrases::between(&sides).into_iter().map(change).collect()
    }
}

impl<'a> Diff<'a> {
    /// All that the two sides tell differently in what both say: facts first, contradictions before the
    /// rest, then the other phrases, heaviest first; each once. Behind them in weight come those of
    /// sentences that are possibly [related](Self::related).
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let left = "It began at noon in the old mill. The fire killed 12 people in the old mill.";
    /// let right = "It began at noon in the mill. The fire killed 17 people in the old mill.";
    /// let diff = Diff::between(left, right);
    /// assert_eq!((diff.changes()[0].left, diff.changes()[0].right), ("12 people", "17 people"));
    /// ```
    pub fn changes(&self) -> Vec<Change<'a>> {
        let mut list = self.facts();
        let facts = list.len();
        let mut seen = ahash::AHashSet::new();
        for change in self.shared().chain(self.related()).flat_map(Pair::phrases) {
            let is_told = list[..facts].iter().any(|fact| covers(fact, &change));
            if !is_told && seen.insert((change.left, change.right)) {
                list.push(change);
            }
        }
        list[facts..].sort_by(Change::order);
        list
    }

    /// Those of the [changes](Self::changes) that are claimed as facts. What several sentences tell is
    /// one fact, with all its places; what only the titles tell differently comes behind what the texts
    /// do.
    ///
    /// ```
    /// use retold::{Article, diff::Diff};
    /// let left = Article::new("At least 12 people died.").with_title("Twelve die in fire at old mill");
    /// let right = Article::new("At least 17 people died.").with_title("Fifteen die in fire at old mill");
    /// let facts = Diff::between(&left, &right).facts();
    /// assert_eq!((facts[0].right, facts[0].in_titles), ("17 people", false));
    /// assert_eq!((facts[1].right, facts[1].in_titles), ("Fifteen die", true));
    /// ```
    pub fn facts(&self) -> Vec<Change<'a>> {
        let mut facts = self.facts_of_texts();
        let titles = self.titles();
        for fact in titles.iter().flat_map(Self::facts_of_texts) {
            let is_known =
                |known: &Change<'_>| known.kind == fact.kind && said(known) == said(&fact);
            if !facts.iter().any(is_known) {
                facts.push(Change {
                    in_titles: true,
                    row: None,
                    ..fact
                });
            }
        }
        facts.sort_by(Change::order);
        facts
    }

    /// The facts on which the texts differ.
    fn facts_of_texts(&self) -> Vec<Change<'a>> {
        let [left, right] = self.statements().versions() else {
            return Vec::new();
        };
        let rows: Vec<_> = self
            .shared()
            .map(|pair| [pair.left(), pair.right()].map(telling))
            .collect();
        let spans = [left, right].map(Version::telling);
        let [left, right] = [left, right].map(as_told);
        facts::between(
            [
                Told {
                    spans: &spans[0],
                    ..left
                },
                Told {
                    spans: &spans[1],
                    version: 1,
                    ..right
                },
            ],
            &rows,
        )
    }
}

impl<'a> Statements<'a> {
    /// All that versions tell otherwise than the representative of their row: facts first, then the
    /// heaviest; each once, with all versions that tell it so. What only titles tell differently is
    /// compared with the title nearest to the others.
    ///
    /// ```
    /// use retold::diff::statements;
    /// let fire = ["The fire killed 12 people.", "The fire killed 12 people.", "The fire killed 17 people."];
    /// let table = statements(&fire);
    /// assert_eq!((table.changes()[0].left, table.changes()[0].right), ("12 people", "17 people"));
    /// assert_eq!(table.changes()[0].versions[1], 2);
    /// ```
    pub fn changes(&self) -> Vec<Change<'a>> {
        let mut changes = self.changes_of_texts();
        let (titles, numbers) = self.titles();
        for change in titles.changes_of_texts() {
            let is_known =
                |known: &Change<'_>| known.kind == change.kind && said(known) == said(&change);
            if change.is_fact() && !changes.iter().any(is_known) {
                let others = change.others.iter().map(|&at| numbers[at]).collect();
                changes.push(Change {
                    in_titles: true,
                    row: None,
                    versions: change.versions.map(|at| numbers[at]),
                    others,
                    ..change
                });
            }
        }
        changes.sort_by(Change::order);
        changes
    }

    fn changes_of_texts(&self) -> Vec<Change<'a>> {
        let mut changes: Vec<Change<'a>> = Vec::new();
        let mut known = AHashMap::new();
        for row in self.iter().filter(|row| row.len() > 1) {
            let base = row.base().version();
            // Most versions of a row have one wording: each is compared once.
            let mut wordings: AHashMap<String, Vec<Change<'a>>> = AHashMap::new();
            for group in row.groups().filter(|group| group.version() != base) {
                let pair = row.pair(base, group.version());
                let told = wordings.entry(group.to_string());
                let told = told.or_insert_with(|| pair.map(Pair::changes).unwrap_or_default());
                for change in told.iter() {
                    let at = known.entry((change.kind, said(change), change.is_fact()));
                    match at.or_insert(changes.len()) {
                        at if *at < changes.len() => changes[*at].others.push(group.version()),
                        _ => changes.push(change.clone()),
                    }
                }
            }
        }
        for change in &mut changes {
            let own = change.versions;
            change.others.sort_unstable();
            change.others.dedup();
            change.others.retain(|other| !own.contains(other));
        }
        changes
    }
}

/// What both sides say, up to case and punctuation.
fn said(change: &Change<'_>) -> [u64; 2] {
    [change.left, change.right].map(keys::of)
}

/// Words beyond which a phrase shows more than the fact it holds.
const SHORT: usize = 8;

/// Whether a fact tells what a changed phrase shows.
fn covers(fact: &Change<'_>, change: &Change<'_>) -> bool {
    let is_there = |side: usize| {
        let places = std::iter::once(&fact.spans).chain(&fact.also);
        let (from, to) = (change.spans[side].start, change.spans[side].end);
        places
            .map(|spans| &spans[side])
            .any(|place| place.start < to && from < place.end)
    };
    let is_short = |phrase: &str| phrase.split_whitespace().count() <= SHORT;
    !fact.in_titles && is_there(0) && is_there(1) && is_short(change.left) && is_short(change.right)
}

/// The sentences of a group in which a report tells something.
fn telling(group: Group<'_, '_>) -> Vec<Range<usize>> {
    let sentences = group.source().sentences();
    let told = group
        .numbers()
        .iter()
        .filter_map(|&number| sentences.get(number));
    told.filter(|sentence| version::tells(sentence))
        .map(Sentence::span)
        .collect()
}

/// A group as the facts are read from it.
fn told<'a, 's>(group: Group<'_, 'a>, spans: &'s [Range<usize>]) -> Told<'a, 's> {
    Told {
        spans,
        version: group.version(),
        ..as_told(group.source())
    }
}

/// A version as the facts are read from it, still without its sentences.
fn as_told<'a>(version: &Version<'a>) -> Told<'a, 'static> {
    Told {
        text: version.article().text(),
        spans: &[],
        source: version.label(),
        date: version.date(),
        version: 0,
    }
}

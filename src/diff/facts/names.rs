//! Names: who and what is in the story, and who does what to whom.

use std::collections::BTreeSet;
use std::ops::Range;

use super::pairing::{MOST, differences};
use super::side::{Side, is_content, shared};
use crate::text::{fold, name_runs, words};

/// A name as it stands in a sentence.
#[derive(Debug)]
pub(super) struct Name {
    /// Its folded words.
    keys: Vec<String>,
    context: Vec<String>,
    /// Its place among the words of the side.
    pub(super) at: Range<usize>,
    pub(super) span: Range<usize>,
    /// Whether only its place gives it a capital, as far as it tells itself.
    is_doubtful: bool,
}

/// Capitals that name a thing or an office rather than one of them, sorted.
const COMMON: &[&str] = &[
    "ai", "ceo", "cfo", "coo", "cto", "dna", "gdp", "hiv", "id", "ipo", "mp", "mps", "ok", "pc",
    "pm", "tv", "vp",
];

/// The names of a side.
pub(super) fn names(side: &Side<'_>, spans: &[Range<usize>]) -> Vec<Name> {
    let mut names = Vec::new();
    for span in spans {
        let Some(sentence) = side.text.get(span.clone()) else {
            continue;
        };
        for run in name_runs(sentence, span.start) {
            let keys = folded(&side.text[run.span.clone()]);
            if keys.len() == 1 && COMMON.binary_search(&keys[0].as_str()).is_ok() {
                continue;
            }
            let from = side
                .words
                .partition_point(|word| word.span.end <= run.span.start);
            let to = side
                .words
                .partition_point(|word| word.span.start < run.span.end);
            if from >= to || side.words[from].is_taken || names.len() >= MOST {
                continue;
            }
            names.push(Name {
                is_doubtful: run.is_initial && keys.len() == 1,
                context: side
                    .context(&(from..to), 2)
                    .into_iter()
                    .map(str::to_owned)
                    .collect(),
                keys,
                at: from..to,
                span: run.span,
            });
        }
    }
    names
}

/// Keeps of the doubtful names only those that the other mentions of both sides bear out.
pub(super) fn settle(left: &mut Vec<Name>, right: &mut Vec<Name>) {
    let sure: BTreeSet<String> = left
        .iter()
        .chain(right.iter())
        .filter(|name| !name.is_doubtful)
        .flat_map(|name| name.keys.iter().cloned())
        .collect();
    for names in [left, right] {
        names.retain(|name| !name.is_doubtful || name.keys.iter().any(|key| sure.contains(key)));
    }
}

/// The folded words of a name.
fn folded(name: &str) -> Vec<String> {
    words(name)
        .map(|(_, word)| {
            let mut key = String::new();
            fold(word, &mut key);
            key
        })
        .collect()
}

impl Name {
    /// Whether two mentions can be of one bearer: a surname and a full name, letters and the words
    /// they stand for.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let last = |name: &Self| name.keys.last().cloned();
        let holds =
            |long: &Self, short: &Self| short.keys.iter().all(|key| long.keys.contains(key));
        last(self) == last(other)
            || self.keys.concat() == other.keys.concat()
            || holds(self, other)
            || holds(other, self)
            || self.is_letters_of(other)
            || other.is_letters_of(self)
    }

    fn is_letters_of(&self, other: &Self) -> bool {
        let [letters] = &self.keys[..] else {
            return false;
        };
        let letters = letters.replace('.', "");
        letters.len() > 1
            && letters.len() == other.keys.len()
            && letters
                .chars()
                .zip(&other.keys)
                .all(|(letter, key)| key.starts_with(letter))
    }
}

/// The names on which two sides differ: replaced by another, or told by one side only.
pub(super) fn changes(
    left: Vec<Name>,
    right: Vec<Name>,
    left_side: &Side<'_>,
    right_side: &Side<'_>,
) -> Vec<(Option<Name>, Option<Name>)> {
    let says = |side: &Side<'_>, name: &Name| {
        name.keys
            .last()
            .is_some_and(|key| side.words.iter().any(|word| word.key == *key))
    };
    let equal = |l: &Name, r: &Name| l.is_like(r);
    let score = |l: &Name, r: &Name| {
        let (a, b): (Vec<&str>, Vec<&str>) = (
            l.context.iter().map(String::as_str).collect(),
            r.context.iter().map(String::as_str).collect(),
        );
        let context = shared(&a, &b).min(shared(&b, &a));
        (context >= 2 || context == 1 && a.len().min(b.len()) == 1).then_some(context)
    };
    let mut seen = BTreeSet::new();
    let mut changes = differences(left, right, equal, score);
    changes.retain(|change| match change {
        (Some(name), None) => !says(right_side, name) && seen.insert((0, name.keys.clone())),
        (None, Some(name)) => !says(left_side, name) && seen.insert((1, name.keys.clone())),
        _ => true,
    });
    changes
}

/// Spans from one name to the next that say the same with the names exchanged: `Smith sued Jones`
/// and `Jones sued Smith`.
pub(super) fn exchanged(
    left: &[Name],
    right: &[Name],
    left_side: &Side<'_>,
    right_side: &Side<'_>,
) -> Vec<[Range<usize>; 2]> {
    let mut found = Vec::new();
    for ours in left.windows(2) {
        for theirs in right.windows(2) {
            let ([a, b], [c, d]) = (ours, theirs) else {
                continue;
            };
            let is_crossed = a.is_like(d) && b.is_like(c) && !a.is_like(b);
            if is_crossed
                && is_same_link(
                    left_side,
                    a.at.end..b.at.start,
                    right_side,
                    c.at.end..d.at.start,
                )
            {
                found.push([a.span.start..b.span.end, c.span.start..d.span.end]);
            }
        }
    }
    found
}

/// Whether the words between two names say the same, and say something that has a direction.
fn is_same_link(
    left: &Side<'_>,
    ours: Range<usize>,
    right: &Side<'_>,
    theirs: Range<usize>,
) -> bool {
    let link = |side: &Side<'_>, range: Range<usize>| -> Option<Vec<String>> {
        let words = side.words.get(range.clone())?;
        let first = side.words.get(range.start.checked_sub(1)?)?;
        let is_one_sentence = words
            .iter()
            .chain(side.words.get(range.end))
            .all(|word| word.sentence == first.sentence);
        (is_one_sentence && words.len() <= 8)
            .then(|| words.iter().map(|word| word.key.clone()).collect())
    };
    let (Some(ours), Some(theirs)) = (link(left, ours), link(right, theirs)) else {
        return false;
    };
    let content = |keys: &[String]| -> Vec<String> {
        keys.iter().filter(|key| is_content(key)).cloned().collect()
    };
    let is_passive = |keys: &[String]| keys.iter().any(|key| key == "by");
    !content(&ours).is_empty()
        && content(&ours) == content(&theirs)
        && is_passive(&ours) == is_passive(&theirs)
}

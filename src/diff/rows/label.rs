//! How near two groups of sentences that make the same statement are in wording.

use crate::diff::align::scorer::Scorer;
use crate::diff::align::sets::common;
use crate::diff::align::units::Units;
use crate::diff::align::version::Version;
use crate::diff::words::keys;
use crate::diff::words::lcs;
use crate::diff::words::rarity;

/// How near two tellings of one statement are, from nearest to farthest.
///
/// ```
/// use retold::diff::{Diff, Label};
/// let label = |a, b| Diff::between(a, b).shared().next().map(|pair| pair.label());
/// let said = "The mayor said on Monday that the bridge was safe for all traffic.";
/// assert_eq!(label(said, said), Some(Label::Same));
/// assert_eq!(label(said, "The Mayor said, on Monday, that the bridge was safe for all traffic"),
///     Some(Label::Punctuation));
/// assert_eq!(label(said, "The mayor said on Tuesday that the bridge was safe for all traffic."),
///     Some(Label::Edited));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Label {
    /// Character for character, white space aside.
    Same,
    /// The same words; punctuation, case or the form of quotes and hyphens differ.
    Punctuation,
    /// Most words are the same, in the same order.
    Edited,
    /// The same statement in other words.
    Reworded,
    /// Possibly the same statement: shown to a reader, never claimed or counted as shared.
    Related,
}

impl Label {
    /// Its name in lower case, as in JSON.
    ///
    /// ```
    /// assert_eq!(retold::diff::Label::Reworded.name(), "reworded");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Punctuation => "punctuation",
            Self::Edited => "edited",
            Self::Reworded => "reworded",
            Self::Related => "related",
        }
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// Share of words in common order from which a telling is edited rather than reworded.
const EDITED: f64 = 0.85;

/// The same of a telling that differs at one place.
const EDITED_ONCE: f64 = 0.6;
/// Words of content that such tellings have in common at least.
const KEPT: usize = 2;

/// What one version says in a row.
pub(crate) struct Telling<'s, 'a> {
    version: &'s Version<'a>,
    numbers: &'s [usize],
    units: Vec<usize>,
}

impl<'s, 'a> Telling<'s, 'a> {
    /// The sentences with these numbers; `column` has the unit of each sentence of the version.
    pub(crate) fn new(version: &'s Version<'a>, column: &[usize], numbers: &'s [usize]) -> Self {
        Self {
            version,
            numbers,
            units: numbers.iter().map(|&number| column[number]).collect(),
        }
    }

    fn sentences(&self) -> impl Iterator<Item = &'a str> {
        let numbers = self.numbers.iter();
        numbers.filter_map(|&number| self.version.sentence(number))
    }

    fn key(&self) -> Vec<u64> {
        self.sentences().map(keys::of).collect()
    }

    fn words(&self) -> impl Iterator<Item = &'a str> {
        self.sentences().flat_map(str::split_whitespace)
    }
}

/// The telling that is nearest to all others; of two, the first.
pub(crate) fn base_of(scorer: &mut Scorer<'_>, tellings: &[Telling<'_, '_>]) -> usize {
    let (mut base, mut nearest) = (0, -1.0);
    if tellings.len() < 3 {
        return base;
    }
    // Most versions of a row have one wording: each is scored once.
    let mut wordings: Vec<(&[usize], usize, f64)> = Vec::new();
    for (at, telling) in tellings.iter().enumerate() {
        match wordings.iter_mut().find(|known| known.0 == telling.units) {
            Some(wording) => wording.2 += 1.0,
            None => wordings.push((&telling.units, at, 1.0)),
        }
    }
    for (wording, at, _) in &wordings {
        let near = |(other, _, times): &(&[usize], usize, f64)| {
            times * scorer.score_groups(wording, other)
        };
        let sum: f64 = wordings.iter().map(near).sum();
        if sum > nearest + 1e-9 {
            (base, nearest) = (*at, sum);
        }
    }
    base
}

/// How near two tellings of one statement are.
pub(crate) fn judge(
    scorer: &mut Scorer<'_>,
    left: &Telling<'_, '_>,
    right: &Telling<'_, '_>,
) -> (Label, f64) {
    let label = if left.units == right.units {
        if left.words().eq(right.words()) {
            Label::Same
        } else if left.key() == right.key() {
            Label::Punctuation
        } else {
            // What stands at the rims is not compared, but it is seen.
            Label::Edited
        }
    } else if is_edited(scorer.units(), &left.units, &right.units) {
        Label::Edited
    } else {
        Label::Reworded
    };
    (label, scorer.score_groups(&left.units, &right.units))
}

/// Whether two tellings have most words in common order, or differ at one place only.
fn is_edited(units: &Units, left: &[usize], right: &[usize]) -> bool {
    if let (&[a], &[b]) = (left, right) {
        // No more words can be in common order than are in common at all.
        let common = common(units.ids(a), units.ids(b)).count();
        let words = [a, b].map(|unit| units.order(unit).len());
        let again = [a, b].map(|unit| units.order(unit).len() - units.ids(unit).len());
        let most = common + again[0].min(again[1]);
        if share(most, words) < EDITED_ONCE {
            return false;
        }
    }
    let order = |of: &[usize]| -> Vec<u64> {
        let words = of.iter().flat_map(|&unit| units.order(unit));
        words.copied().collect()
    };
    let (left, right) = (order(left), order(right));
    let common = lcs::heaviest_common(&left, &right, |_| 1);
    let share = share(common.len(), [left.len(), right.len()]);
    if share >= EDITED {
        return true;
    }
    let ends = [(left.len(), right.len())];
    let mut next = (0, 0);
    let mut changes = 0;
    for &(l, r) in common.iter().chain(&ends) {
        changes += usize::from((l, r) != next);
        next = (l + 1, r + 1);
    }
    let content = common
        .iter()
        .filter(|pair| !rarity::is_common(left[pair.0]));
    share >= EDITED_ONCE && changes == 1 && content.count() >= KEPT
}

/// The share of words that two tellings have in common.
fn share(common: usize, words: [usize; 2]) -> f64 {
    2.0 * common as f64 / (words[0] + words[1]).max(1) as f64
}

//! Quotations: the surest anchors, since reporters who reword everything else leave them alone.
//!
//! Quotations are compared by their folded words, so that inner quote marks and hyphens do not
//! count, and one that is cut short is found by its stretch in the other.

use std::collections::VecDeque;

use ahash::AHashMap;

use super::keys;
use crate::hash;
use crate::text::Quote;

/// Words below which a quotation may be irony or a title.
pub(crate) const WORDS: usize = 4;
/// Part of the shorter quotation that both must have.
pub(crate) const SHARED: f64 = 0.8;
/// Quotations with one stretch of words, beyond which it is a refrain.
pub(crate) const POSTINGS: usize = 32;

/// The distinct runs of `WORDS` words.
pub(crate) fn stretches(words: &[u64]) -> Vec<u64> {
    let mut stretches: Vec<u64> = words.windows(WORDS).map(hash::sequence).collect();
    stretches.sort_unstable();
    stretches.dedup();
    stretches
}

/// How two sides give the same quotation.
///
/// ```
/// use retold::diff::{Diff, QuoteLabel};
/// let left = "“We will rebuild the old bridge,” the mayor said.";
/// let right = "“We will rebuild the old bridge. It belongs to us,” she said.";
/// let diff = Diff::between(left, right);
/// assert_eq!(diff.quotes()[0].label(), Some(QuoteLabel::Cut));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum QuoteLabel {
    /// The same words.
    Same,
    /// One side has only a part of it.
    Cut,
    /// Some words differ.
    Altered,
}

impl QuoteLabel {
    /// Its name in lower case, as in JSON.
    ///
    /// ```
    /// assert_eq!(retold::diff::QuoteLabel::Cut.name(), "cut");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Cut => "cut",
            Self::Altered => "altered",
        }
    }
}

/// A quotation of four words or more that one side has, or both.
///
/// ```
/// use retold::diff::Diff;
/// let diff = Diff::between("“It was a rare moment,” Ann said.", "No word came.");
/// let quote = &diff.quotes()[0];
/// assert_eq!((quote.left(), quote.right()), (Some("It was a rare moment,"), None));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct QuotePair<'a> {
    left: Option<&'a str>,
    right: Option<&'a str>,
    #[cfg_attr(feature = "serde", serde(rename = "speaker_left"))]
    left_speaker: Option<&'a str>,
    #[cfg_attr(feature = "serde", serde(rename = "speaker_right"))]
    right_speaker: Option<&'a str>,
    #[cfg_attr(feature = "serde", serde(rename = "kind"))]
    label: Option<QuoteLabel>,
}

impl<'a> QuotePair<'a> {
    /// The quotation as the left has it, without its marks.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("", "“It was a rare moment,” Ann said.");
    /// assert_eq!(diff.quotes()[0].left(), None);
    /// ```
    pub fn left(&self) -> Option<&'a str> {
        self.left
    }

    /// The quotation as the right has it, without its marks.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("", "“It was a rare moment,” Ann said.");
    /// assert_eq!(diff.quotes()[0].right(), Some("It was a rare moment,"));
    /// ```
    pub fn right(&self) -> Option<&'a str> {
        self.right
    }

    /// Whom the left names as its speaker, left, and whom the right names, right.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("“It was a rare moment,” Ann said.", "");
    /// assert_eq!(diff.quotes()[0].speakers(), [Some("Ann"), None]);
    /// ```
    pub fn speakers(&self) -> [Option<&'a str>; 2] {
        [self.left_speaker, self.right_speaker]
    }

    /// How the two sides give it; nothing if only one has it.
    ///
    /// ```
    /// use retold::diff::{Diff, QuoteLabel};
    /// let diff = Diff::between("“It was a rare moment,” Ann said.", "\"It was a rare moment\", said Ann.");
    /// assert_eq!(diff.quotes()[0].label(), Some(QuoteLabel::Same));
    /// ```
    pub fn label(&self) -> Option<QuoteLabel> {
        self.label
    }
}

/// A text and its quotations that are long enough, each with its words and their stretches.
struct Spoken<'a> {
    text: &'a str,
    quotes: Vec<(&'a Quote, Vec<u64>, Vec<u64>)>,
}

impl<'a> Spoken<'a> {
    fn of(text: &'a str, quotes: &'a [Quote]) -> Self {
        let long = quotes.iter().filter(|quote| quote.words >= WORDS);
        let words = |quote: &Quote| -> Vec<u64> {
            let words = text.get(quote.span()).map(keys::tokens).unwrap_or_default();
            words.iter().map(|token| token.hash).collect()
        };
        Self {
            text,
            quotes: long
                .map(|quote| {
                    let words = words(quote);
                    let stretches = stretches(&words);
                    (quote, words, stretches)
                })
                .collect(),
        }
    }

    fn texts(&self, number: Option<usize>) -> [Option<&'a str>; 2] {
        let quote = number.map(|number| self.quotes[number].0);
        let words = quote.and_then(|quote| self.text.get(quote.span()));
        let speaker = quote.and_then(|quote| self.text.get(quote.speaker.clone()?));
        [words, speaker]
    }
}

/// Quotations of both sides that share stretches, of those still free on the left and on the right;
/// the nearest first: cut before altered.
fn alike(
    left: &Spoken<'_>,
    right: &Spoken<'_>,
    (is_free_left, is_free_right): &(Vec<bool>, Vec<bool>),
) -> Vec<(QuoteLabel, usize, usize)> {
    let mut places: AHashMap<u64, Vec<usize>> = AHashMap::new();
    for (r, (_, _, stretches)) in right.quotes.iter().enumerate() {
        for &stretch in stretches.iter().filter(|_| is_free_right[r]) {
            let list = places.entry(stretch).or_default();
            if list.len() < POSTINGS {
                list.push(r);
            }
        }
    }
    let mut found = Vec::new();
    for (l, (_, ours, stretches)) in left.quotes.iter().enumerate() {
        if !is_free_left[l] {
            continue;
        }
        let lists = stretches.iter().filter_map(|stretch| places.get(stretch));
        let mut others: Vec<usize> = lists.flatten().copied().collect();
        others.sort_unstable();
        for run in others.chunk_by(|a, b| a == b) {
            let (common, r) = (run.len(), run[0]);
            let (_, theirs, other) = &right.quotes[r];
            let part = (common + WORDS - 1) as f64 / ours.len().min(theirs.len()) as f64;
            if part >= SHARED / 2.0 {
                let is_whole = stretches.len().min(other.len()) == common;
                let label = if is_whole {
                    QuoteLabel::Cut
                } else {
                    QuoteLabel::Altered
                };
                found.push((label, l, r, part));
            }
        }
    }
    found.sort_by(|x, y| {
        let nearer = (x.0 as usize)
            .cmp(&(y.0 as usize))
            .then(y.3.total_cmp(&x.3));
        nearer.then((x.1, x.2).cmp(&(y.1, y.2)))
    });
    found
        .into_iter()
        .map(|(label, l, r, _)| (label, l, r))
        .collect()
}

/// The quotations of two texts: shared ones in the left's order, then those of one side only.
pub(crate) fn pairs<'a>(
    left: (&'a str, &'a [Quote]),
    right: (&'a str, &'a [Quote]),
) -> Vec<QuotePair<'a>> {
    let (left, right) = (Spoken::of(left.0, left.1), Spoken::of(right.0, right.1));
    let mut partners = vec![None; left.quotes.len()];
    let mut taken = vec![false; right.quotes.len()];
    // Equal quotations first, in order, however often they stand.
    let mut equal: AHashMap<&[u64], VecDeque<usize>> = AHashMap::new();
    for (r, (_, theirs, _)) in right.quotes.iter().enumerate() {
        equal.entry(theirs).or_default().push_back(r);
    }
    for (l, (_, ours, _)) in left.quotes.iter().enumerate() {
        if let Some(r) = equal.get_mut(ours.as_slice()).and_then(VecDeque::pop_front) {
            partners[l] = Some((r, QuoteLabel::Same));
            taken[r] = true;
        }
    }
    let is_free = (
        partners.iter().map(Option::is_none).collect(),
        taken.iter().map(|t| !t).collect(),
    );
    for (label, l, r) in alike(&left, &right, &is_free) {
        if partners[l].is_none() && !taken[r] {
            partners[l] = Some((r, label));
            taken[r] = true;
        }
    }
    let row = |l: Option<usize>, r: Option<usize>, label| {
        let ([left, left_speaker], [right, right_speaker]) = (left.texts(l), right.texts(r));
        QuotePair {
            left,
            right,
            left_speaker,
            right_speaker,
            label,
        }
    };
    let mut rows: Vec<QuotePair<'a>> = Vec::new();
    for (l, partner) in partners.iter().enumerate() {
        rows.push(row(
            Some(l),
            partner.map(|(r, _)| r),
            partner.map(|(_, label)| label),
        ));
    }
    rows.sort_by_key(|row| row.right.is_none());
    rows.extend(
        (0..taken.len())
            .filter(|&r| !taken[r])
            .map(|r| row(None, Some(r), None)),
    );
    rows
}

//! Facts that differ between two reports of one event: few and sure.
//!
//! Three floors, each using only those below it: `read` finds typed values (numbers with what they
//! count, ages, moments, persons, streets), `pair` says which value of one report stands to which of
//! the other (in the same place of an aligned row, or in a slot an event has but once), and `judge`
//! says how the two stand to each other. What is not sure is no fact: it stands among the changes of
//! its row, which show every word that differs.
//!
//! The words behind this are English. Of texts in other languages nothing is claimed.
#![allow(
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "values are read from digits: never below 0 where they become whole, and equal only if written so"
)]

mod change;
mod judge;
mod lexicon;
mod pair;
mod read;

use std::ops::Range;

use crate::article::Date;
use crate::text::{self, Quote};

pub use change::ChangeKind;
pub(super) use change::disputes;
pub use judge::Relation;
use pair::{Difference, Row};
use read::Reading;

/// What a fact is about, the more serious first.
///
/// ```
/// use retold::diff::facts::FactKind;
/// assert!(FactKind::Number < FactKind::Date);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum FactKind {
    /// What became of somebody or something: killed and injured, charged and cleared.
    Status,
    /// A count, an amount, a share, a measure, an age.
    Number,
    /// The name of a person.
    Name,
    /// A street or an address.
    Place,
    /// A date, a weekday, a part of the day, a time of the clock.
    Date,
    /// Who said it.
    Speaker,
    /// The words of a quotation.
    Quote,
    /// How sure the report is: `fired` and `reportedly fired`.
    Certainty,
}

impl FactKind {
    /// Its name in small letters, as in JSON.
    ///
    /// ```
    /// use retold::diff::facts::FactKind;
    /// assert_eq!(FactKind::Number.name(), "number");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Number => "number",
            Self::Name => "name",
            Self::Place => "place",
            Self::Date => "date",
            Self::Speaker => "speaker",
            Self::Quote => "quote",
            Self::Certainty => "certainty",
        }
    }
}

/// A fact on which two reports differ.
///
/// ```
/// use retold::diff::facts::{FactKind, Relation, compare};
/// let (left, right) = ("The fire killed 12 people.", "The fire killed 17 people.");
/// let facts = compare(left, &[0..left.len()], right, &[0..right.len()]);
/// assert_eq!((facts[0].kind, facts[0].relation), (FactKind::Number, Relation::Contradicts));
/// assert_eq!((facts[0].left.as_str(), facts[0].right.as_str()), ("12 people", "17 people"));
/// assert_eq!(facts[0].spans, [16..25, 16..25]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct FactChange {
    /// What it is about.
    pub kind: FactKind,
    /// How the two sides stand to each other.
    pub relation: Relation,
    /// What the left text says.
    pub left: String,
    /// What the right text says.
    pub right: String,
    /// Where they say it: bytes of the left text, bytes of the right text.
    pub spans: [Range<usize>; 2],
    /// The sentences in which they say it.
    pub clauses: [Range<usize>; 2],
    /// Who published either report, where known.
    pub sources: [Option<String>; 2],
    /// When either report was published, where known.
    pub dates: [Option<Date>; 2],
    /// Where else they say the same, from [`Diff::facts`](super::Diff::facts), which tells each
    /// difference once; else empty.
    pub also: Vec<[Range<usize>; 2]>,
    /// Whether the titles differ on it, and not the texts: then the places are bytes of the titles.
    /// Only [`Diff::facts`](super::Diff::facts) reads titles.
    pub in_titles: bool,
}

/// The facts on which two aligned groups of sentences differ, the more serious kind first.
///
/// `twelve` and `12`, `1.2m` and `1.2 million`, `at least 12` and `17` are no difference, nor is
/// what only one side says, nor what either text has anywhere in the words of the other. Exchanging
/// the sides exchanges left and right in every fact and nothing else. Spans outside a text or amid a
/// character are ignored.
///
/// ```
/// use retold::diff::facts::compare;
/// let (left, right) = ("Twelve people died.", "Some 12 people died.");
/// assert!(compare(left, &[0..left.len()], right, &[0..right.len()]).is_empty());
/// ```
pub fn compare(
    left: &str,
    left_spans: &[Range<usize>],
    right: &str,
    right_spans: &[Range<usize>],
) -> Vec<FactChange> {
    let quotes = [quotes(left, left_spans), quotes(right, right_spans)];
    let told = |text, spans, quotes| Told {
        text,
        spans,
        quotes,
        source: None,
        date: None,
    };
    let row = [left_spans.to_vec(), right_spans.to_vec()];
    let left = told(left, left_spans, quotes[0].as_slice());
    let right = told(right, right_spans, quotes[1].as_slice());
    between([left, right], &[row])
}

/// The quotations within the part of a text that holds some spans.
fn quotes(text: &str, spans: &[Range<usize>]) -> Vec<Quote> {
    let start = spans
        .iter()
        .map(|span| span.start)
        .min()
        .unwrap_or_default();
    let end = spans.iter().map(|span| span.end).max().unwrap_or_default();
    let mut quotes = text.get(start..end).map(text::quotes).unwrap_or_default();
    for quote in &mut quotes {
        quote.start += start;
        quote.end += start;
    }
    quotes
}

/// One report: the sentences that tell something, and where it comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'a> {
    pub(super) text: &'a str,
    /// In order.
    pub(super) spans: &'a [Range<usize>],
    pub(super) quotes: &'a [Quote],
    pub(super) source: Option<&'a str>,
    pub(super) date: Option<Date>,
}

/// Sentences that are read of a report, at most: a long report has three hundred.
const SENTENCES: usize = 1000;

/// The facts on which two reports differ; `rows` are those of their sentences that say the same
/// thing, left and right.
pub(super) fn between(sides: [Told<'_>; 2], rows: &[[Vec<Range<usize>>; 2]]) -> Vec<FactChange> {
    let sides = sides.map(|side| Told {
        spans: &side.spans[..side.spans.len().min(SENTENCES)],
        ..side
    });
    let [left, right] =
        sides.map(|side| Reading::new(side.text, side.spans, side.date, side.quotes));
    if !left.words.is_english() || !right.words.is_english() {
        return Vec::new();
    }
    let number =
        |side: usize, span: &Range<usize>| sides[side].spans.iter().position(|known| known == span);
    let rows: Vec<Row> = rows
        .iter()
        .map(|row| Row {
            sentences: [0, 1].map(|side| {
                let spans = row[side].iter();
                spans.filter_map(|span| number(side, span)).collect()
            }),
        })
        .collect();
    let words = [&left.words, &right.words];
    let told = |found: Difference| {
        let spans = [0, 1].map(|side| words[side].phrase(&found.at[side]));
        let [left, right] = [0, 1].map(|side| sides[side].text[spans[side].clone()].to_owned());
        FactChange {
            kind: found.kind,
            relation: found.relation,
            left,
            right,
            clauses: [0, 1].map(|side| {
                let number = words[side].sentence(found.at[side].start);
                sides[side].spans.get(number).cloned().unwrap_or_default()
            }),
            spans,
            sources: sides.map(|side| side.source.map(str::to_owned)),
            dates: sides.map(|side| side.date),
            also: Vec::new(),
            in_titles: false,
        }
    };
    let mut facts: Vec<FactChange> = pair::differences([&left, &right], &rows)
        .into_iter()
        .map(told)
        .collect();
    facts.sort_by_cached_key(|fact| {
        let [left, right] = &fact.spans;
        let mut said = [fact.left.clone(), fact.right.clone()];
        said.sort_unstable();
        let is_short = said[0].len() + said[1].len();
        (
            fact.kind,
            fact.relation,
            left.start + right.start,
            std::cmp::Reverse(is_short),
            said,
        )
    });
    let mut told: Vec<FactChange> = Vec::with_capacity(facts.len());
    for fact in facts {
        let is_same = |known: &&mut FactChange| {
            fact.kind == known.kind && fact.left == known.left && fact.right == known.right
        };
        if let Some(known) = told.iter_mut().find(is_same) {
            known.also.push(fact.spans);
        } else if !told.iter().any(|known| is_part(&fact, known)) {
            told.push(fact);
        }
    }
    told
}

/// Whether one fact says no more than another: of the same street, or the same letter of a name.
fn is_part(fact: &FactChange, known: &FactChange) -> bool {
    let is_place =
        fact.kind == FactKind::Place && (fact.left == known.left || fact.right == known.right);
    let is_name = fact.kind == FactKind::Name
        && known.left.contains(&fact.left)
        && known.right.contains(&fact.right);
    fact.kind == known.kind && (is_place || is_name)
}

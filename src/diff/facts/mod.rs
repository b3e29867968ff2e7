//! Facts that differ between two tellings of the same thing.
//!
//! Each kind of fact is read from the words of both sides, what one side says like the other is
//! set aside, and the rest is paired by what stands around it. Nothing here understands a sentence:
//! it is meant to show a reader where to look, and rather misses a difference than invents one.

mod dates;
mod markers;
mod names;
mod numbers;
mod pairing;
mod side;
mod speech;
mod wording;

use std::ops::Range;

use side::Side;

/// What a fact is about, the more serious first.
///
/// ```
/// use retold::diff::facts::FactKind;
/// assert!(FactKind::Number < FactKind::Wording);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum FactKind {
    /// One side denies what the other says.
    Negation,
    /// A count, an amount, a share, a rank.
    Number,
    /// The same names with their parts exchanged: who did it to whom.
    Role,
    /// A person, a place, an organisation.
    Name,
    /// A date, a month, a weekday, a time of day, or a time told from today.
    Date,
    /// Who is quoted.
    Speaker,
    /// The words of a quotation: those of either side that the other leaves out or changes.
    Quote,
    /// How sure the report is: alleged, reportedly, at least.
    Hedge,
    /// The main claim in other words.
    Wording,
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
            Self::Negation => "negation",
            Self::Number => "number",
            Self::Role => "role",
            Self::Name => "name",
            Self::Date => "date",
            Self::Speaker => "speaker",
            Self::Quote => "quote",
            Self::Hedge => "hedge",
            Self::Wording => "wording",
        }
    }
}

/// A fact on which two tellings differ.
///
/// ```
/// use retold::diff::facts::{FactKind, compare};
/// let (left, right) = ("The fire killed 12 people.", "The fire killed 17 people.");
/// let changes = compare(left, &[0..left.len()], right, &[0..right.len()]);
/// assert_eq!(changes[0].kind, FactKind::Number);
/// assert_eq!((changes[0].left.as_str(), changes[0].right.as_str()), ("12", "17"));
/// assert_eq!(changes[0].spans, [16..18, 16..18]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct FactChange {
    /// What it is about.
    pub kind: FactKind,
    /// What the left text says; empty if it says nothing about it.
    pub left: String,
    /// What the right text says; empty if it says nothing about it.
    pub right: String,
    /// Where they say it: bytes of the left text, bytes of the right text; an empty range where a
    /// side says nothing.
    pub spans: [Range<usize>; 2],
    /// Where else they say the same, from [`Diff::facts`](super::Diff::facts), which tells each
    /// difference once; else empty.
    pub also: Vec<[Range<usize>; 2]>,
}

/// The facts on which two aligned groups of sentences differ, the more serious kind first.
///
/// What the groups say alike anywhere is no difference: `twelve` and `12`, `1.2m` and
/// `1.2 million`, a surname and a full name, a weekday and `yesterday`. What only one side says is
/// reported for numbers, names and dates, with the other side empty, behind what both say of the
/// same kind, if the rest is nearly the same and the other text does not say it in another place.
/// Exchanging the sides exchanges left and right in every change and nothing else.
///
/// Spans outside a text or amid a character are ignored.
///
/// ```
/// use retold::diff::facts::compare;
/// let (left, right) = ("Twelve people died.", "Some 12 people died.");
/// let changes = compare(left, &[0..left.len()], right, &[0..right.len()]);
/// assert!(changes.iter().all(|change| change.left != "Twelve"));
/// ```
pub fn compare(
    left: &str,
    left_spans: &[Range<usize>],
    right: &str,
    right_spans: &[Range<usize>],
) -> Vec<FactChange> {
    let verbatim =
        |(l, r): (&Range<usize>, &Range<usize>)| left.get(l.clone()) == right.get(r.clone());
    if left_spans.len() == right_spans.len() && left_spans.iter().zip(right_spans).all(verbatim) {
        return Vec::new();
    }
    let mut ours = Side::new(left, left_spans);
    let mut theirs = Side::new(right, right_spans);
    let is_close = ours.is_close_to(&theirs);
    let mut found = Found {
        left,
        right,
        is_close,
        changes: Vec::new(),
    };

    let moments = (dates::moments(&mut ours), dates::moments(&mut theirs));
    for (l, r) in dates::changes(moments.0, moments.1, is_close) {
        found.add(
            FactKind::Date,
            l.map(|moment| moment.span),
            r.map(|moment| moment.span),
        );
    }
    for (l, r) in numbers::changes(numbers::numbers(&ours), numbers::numbers(&theirs)) {
        found.add(
            FactKind::Number,
            l.map(|number| number.span),
            r.map(|number| number.span),
        );
    }
    for marking in markers::changes(&ours, &theirs) {
        let kind = if marking.is_negation {
            FactKind::Negation
        } else {
            FactKind::Hedge
        };
        found.both(kind, marking.spans);
    }
    for quote in speech::changes((left, left_spans), (right, right_spans)) {
        if let Some([left, right]) = quote.words {
            found.add(FactKind::Quote, left, right);
        }
        if let Some(spans) = quote.speakers {
            found.both(FactKind::Speaker, spans);
        }
    }
    let mut named = (
        names::names(&ours, left_spans),
        names::names(&theirs, right_spans),
    );
    names::settle(&mut named.0, &mut named.1);
    for spans in names::exchanged(&named.0, &named.1, &ours, &theirs) {
        found.both(FactKind::Role, spans);
    }
    for spans in wording::changes(&ours, &theirs, &named.0, &named.1) {
        found.both(FactKind::Wording, spans);
    }
    for (l, r) in names::changes(named.0, named.1, &ours, &theirs) {
        found.add(
            FactKind::Name,
            l.map(|name| name.span),
            r.map(|name| name.span),
        );
    }
    found.sorted()
}

/// Bytes of a text that are searched for a fact only the other side tells: a long article.
const ARTICLE: usize = 1 << 14;

/// Whether a text says a fact in the same words anywhere, and as whole words.
fn says(text: &str, fact: &str) -> bool {
    let text = side::head(text, ARTICLE);
    let is_word = |c: char| c.is_alphanumeric();
    text.match_indices(fact).any(|(at, _)| {
        !text[..at].ends_with(is_word) && !text[at + fact.len()..].starts_with(is_word)
    })
}

/// The changes found so far.
struct Found<'a> {
    left: &'a str,
    right: &'a str,
    /// Whether the sides are so close that what only one says tells something.
    is_close: bool,
    changes: Vec<FactChange>,
}

impl Found<'_> {
    fn both(&mut self, kind: FactKind, [left, right]: [Range<usize>; 2]) {
        self.add(kind, Some(left), Some(right));
    }

    fn add(&mut self, kind: FactKind, left: Option<Range<usize>>, right: Option<Range<usize>>) {
        let spans = [left.unwrap_or_default(), right.unwrap_or_default()];
        let said =
            |text: &str, span: &Range<usize>| text.get(span.clone()).unwrap_or_default().to_owned();
        let (left, right) = (said(self.left, &spans[0]), said(self.right, &spans[1]));
        let is_alone = left.is_empty() || right.is_empty();
        let is_elsewhere = right.is_empty() && says(self.right, &left)
            || left.is_empty() && says(self.left, &right);
        if is_alone && kind != FactKind::Quote && (!self.is_close || is_elsewhere) {
            return;
        }
        let change = FactChange {
            kind,
            left,
            right,
            spans,
            also: Vec::new(),
        };
        let is_empty = change.left.is_empty() && change.right.is_empty();
        if !is_empty && !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    /// By kind; what both sides say before what one says; as they come in the texts, in an order
    /// that exchanging the sides does not change.
    fn sorted(mut self) -> Vec<FactChange> {
        self.changes.sort_by_cached_key(|change| {
            let [left, right] = &change.spans;
            let is_alone = change.left.is_empty() || change.right.is_empty();
            let mut said = [change.left.clone(), change.right.clone()];
            said.sort_unstable();
            (change.kind, is_alone, left.start + right.start, said)
        });
        self.changes
    }
}

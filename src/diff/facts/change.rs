//! What a change of words is about, claimed or not: by this the changes of a row are ranked, and two
//! sentences are told apart that must never count as agreeing.

use std::ops::Range;

use super::lexicon::Class;
use super::read::{Reading, Words, singular};
use super::{Told, judge};
use crate::diff::words::lcs;

/// What a changed phrase is about, the heavier first.
///
/// ```
/// use retold::diff::facts::ChangeKind;
/// assert!(ChangeKind::of("killed", "injured") < ChangeKind::of("terrorists", "gunmen"));
/// assert!(ChangeKind::of("terrorists", "gunmen") < ChangeKind::of("house", "home"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum ChangeKind {
    /// A number, an age, a date, a time.
    Value,
    /// What became of somebody or something.
    State,
    /// A word that turns the sentence into its opposite.
    Negation,
    /// A name.
    Name,
    /// A word for people or deeds that takes a side: terrorists, gunmen.
    Label,
    /// How sure the report is.
    Certainty,
    /// Other words.
    Wording,
    /// The same words in another order, or only small words.
    Order,
    /// The same words in another spelling.
    Spelling,
}

impl ChangeKind {
    /// Its name in small letters, as in JSON.
    ///
    /// ```
    /// assert_eq!(retold::diff::facts::ChangeKind::Value.name(), "value");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::State => "state",
            Self::Negation => "negation",
            Self::Name => "name",
            Self::Label => "label",
            Self::Certainty => "certainty",
            Self::Wording => "wording",
            Self::Order => "order",
            Self::Spelling => "spelling",
        }
    }

    /// What a change of one phrase into another is about; either may be empty.
    ///
    /// ```
    /// use retold::diff::facts::ChangeKind;
    /// assert_eq!(ChangeKind::of("12 people", "17 people"), ChangeKind::Value);
    /// assert_eq!(ChangeKind::of("", "not"), ChangeKind::Negation);
    /// assert_eq!(ChangeKind::of("on Monday Reid", "Reid on Monday"), ChangeKind::Order);
    /// assert_eq!(ChangeKind::of("organisation", "organization"), ChangeKind::Spelling);
    /// ```
    pub fn of(left: &str, right: &str) -> Self {
        let (left, right) = (Words::of_phrase(left), Words::of_phrase(right));
        Self::of_words([&left, &right], [0..left.len(), 0..right.len()])
    }

    #[allow(
        clippy::needless_pass_by_value,
        reason = "two ranges made for this call"
    )]
    fn of_words(words: [&Words<'_>; 2], at: [Range<usize>; 2]) -> Self {
        let [ours, theirs] = [0, 1].map(|side| other_words(words, &at, side));
        let said = || {
            ours.iter()
                .map(|at| (0, *at))
                .chain(theirs.iter().map(|at| (1, *at)))
        };
        let is_any = |classes: &[Class]| {
            said().any(|(side, at)| classes.iter().any(|class| words[side].is(at, *class)))
        };
        if said().next().is_none() {
            return if at[0].len() == at[1].len() {
                Self::Order
            } else {
                Self::Wording
            };
        }
        let is_figure = |(side, at): (usize, usize)| {
            words[side]
                .raw(at)
                .starts_with(|c: char| c.is_ascii_digit())
        };
        if said().any(is_figure) || is_any(VALUES) {
            return Self::Value;
        }
        if is_any(&[Class::Fate, Class::State]) {
            return Self::State;
        }
        if is_any(&[Class::Negation]) {
            return Self::Negation;
        }
        if is_respelt(words, &ours, &theirs) {
            return Self::Spelling;
        }
        let is_name = |(side, at): (usize, usize)| {
            words[side].is_capitalised(at) && !words[side].is(at, Class::Stop)
        };
        if said().any(is_name) {
            return Self::Name;
        }
        if is_any(&[Class::Label]) {
            return Self::Label;
        }
        if is_any(&[Class::Hedge, Class::Modal]) {
            return Self::Certainty;
        }
        if said().all(|(side, at)| words[side].is(at, Class::Stop)) {
            return Self::Order;
        }
        Self::Wording
    }
}

/// Classes of words that are values, or parts of one.
const VALUES: &[Class] = &[
    Class::Numeral,
    Class::Scale,
    Class::Vague,
    Class::Fraction,
    Class::Multiple,
    Class::Month,
    Class::Weekday,
    Class::DayPart,
    Class::Oclock,
    Class::Ordinal,
];

/// The words of a side's phrase that the other's has not.
fn other_words(words: [&Words<'_>; 2], at: &[Range<usize>; 2], side: usize) -> Vec<usize> {
    let other = 1 - side;
    let is_there = |hash: u64| at[other].clone().any(|at| words[other].hash(at) == hash);
    at[side]
        .clone()
        .filter(|&at| !is_there(words[side].hash(at)))
        .collect()
}

/// Whether two phrases are spellings of one word each.
fn is_respelt(words: [&Words<'_>; 2], ours: &[usize], theirs: &[usize]) -> bool {
    let pairs = || {
        ours.iter()
            .zip(theirs)
            .map(|(our, their)| [words[0].key(*our), words[1].key(*their)])
    };
    let is_spelling = |[our, their]: [&str; 2]| {
        singular(our) == singular(their) || judge::is_spelling(our, their)
    };
    ours.len() == theirs.len() && pairs().all(is_spelling)
}

/// Whether two sentences that say nearly the same differ in something on which they cannot agree: a
/// number, what became of somebody, a negation, who did it to whom.
pub(in crate::diff) fn disputes(sides: [Told<'_>; 2]) -> bool {
    let [left, right] = sides.map(|side| Reading::new(side.text, side.spans, None, &[]).words);
    let words = [&left, &right];
    let hashes = words.map(|words| {
        (0..words.len())
            .map(|at| words.hash(at))
            .collect::<Vec<u64>>()
    });
    let common = lcs::heaviest_common(&hashes[0], &hashes[1], |_| 1);
    if 2 * common.len() < hashes[0].len().max(hashes[1].len()) {
        return false;
    }
    let mut from = [0, 0];
    let ends = (left.len(), right.len());
    let mut gaps = common.into_iter().chain([ends]).map(|next| {
        let gap = [from[0]..next.0, from[1]..next.1];
        from = [next.0 + 1, next.1 + 1];
        gap
    });
    are_exchanged(words) || gaps.any(|gap| is_dispute(words, &gap))
}

/// Whether the words of one side cannot be right if those of the other are.
fn is_dispute(words: [&Words<'_>; 2], gap: &[Range<usize>; 2]) -> bool {
    let has = |side: usize, classes: &[Class]| {
        let is_any = |at: usize| classes.iter().any(|class| words[side].is(at, *class));
        other_words(words, gap, side).into_iter().any(is_any)
    };
    let state = |side: usize| {
        let state = |at: usize| {
            words[side]
                .value(at, Class::Fate)
                .or_else(|| words[side].value(at, Class::State))
        };
        other_words(words, gap, side).into_iter().find_map(state)
    };
    let number = |side: usize| {
        let is_figure = |at: &usize| {
            words[side]
                .raw(*at)
                .starts_with(|c: char| c.is_ascii_digit())
        };
        has(side, NUMBERS) || other_words(words, gap, side).iter().any(is_figure)
    };
    let is_other_state = state(0)
        .zip(state(1))
        .is_some_and(|(left, right)| left != right);
    let negations = [Class::Negation];
    is_other_state || number(0) && number(1) || has(0, &negations) != has(1, &negations)
}

/// Classes of words that are numbers.
const NUMBERS: &[Class] = &[
    Class::Numeral,
    Class::Scale,
    Class::Vague,
    Class::Fraction,
    Class::Multiple,
];

/// Whether two sentences have the same words, and names among them have changed places: `Reid sued
/// Bell`, `Bell sued Reid`. The order of a list of names is none.
fn are_exchanged(words: [&Words<'_>; 2]) -> bool {
    let [left, right] = words.map(|words| {
        let mut told = Names::default();
        for at in 0..words.len() {
            let is_name = words.is_capitalised(at) && !words.is(at, Class::Stop);
            if is_name {
                told.names.push((told.others.len(), words.key(at)));
            } else if !matches!(words.key(at), "and" | "or") {
                told.others.push(words.key(at));
            }
        }
        told.names.sort_unstable();
        told
    });
    let bag = |told: &Names<'_>| {
        let mut names: Vec<String> = told
            .names
            .iter()
            .map(|(_, name)| (*name).to_owned())
            .collect();
        names.sort_unstable();
        names
    };
    left.others == right.others && left.names != right.names && bag(&left) == bag(&right)
}

/// A sentence as its names, each with the number of other words before it, and those words.
#[derive(Debug, Default)]
struct Names<'w> {
    names: Vec<(usize, &'w str)>,
    others: Vec<&'w str>,
}

//! The score of a pair of texts, as they were weighed by one census.

use super::Rules;
use super::score::{date_factor, pair_score, tell_one_event};
use crate::Date;
use crate::event::{Spread, Weighed, WeighedText};

/// Compares one text after another, the first of each pair, with any others.
///
/// ```
/// use retold::event::{Background, Census, Terms};
/// use retold::story::{Rules, steps};
///
/// let terms = [
///     "A bridge in Porto collapsed on Monday, killing three people.",
///     "Three people died on Monday when the bridge in Porto collapsed.",
///     "Three shares in Porto rose on Monday, as people at banks said.",
/// ]
/// .map(|text| Terms::of(None, text));
/// let weigher = steps::weigher(Census::of(Background::english(), &terms), &Rules::default());
/// let texts = terms.map(|terms| weigher.weigh(&terms));
///
/// let mut scorer = steps::PairScorer::default();
/// scorer.lay_out(&texts[0]);
/// let score = |other: &_| scorer.score(other, [None, None], &Rules::default());
/// assert!(score(&texts[1]) > score(&texts[2]));
/// ```
#[derive(Debug, Default)]
pub struct PairScorer(Spread);

impl PairScorer {
    /// Takes the first text of the pairs that follow.
    ///
    /// ```
    /// use retold::{event::WeighedText, story::{Rules, steps}};
    /// let mut scorer = steps::PairScorer::default();
    /// scorer.lay_out(&WeighedText::default());
    /// assert_eq!(scorer.score(&WeighedText::default(), [None, None], &Rules::default()), 0.0);
    /// ```
    pub fn lay_out(&mut self, text: &WeighedText) {
        self.0.lay_out(text.view());
    }

    /// The score of both by themselves: see [`adjusted`](super::steps::adjusted) for the next step.
    ///
    /// ```
    /// use retold::{event::WeighedText, story::{Rules, steps}};
    /// let scorer = steps::PairScorer::default();
    /// assert_eq!(scorer.score(&WeighedText::default(), [None, None], &Rules::default()), 0.0);
    /// ```
    pub fn score(&self, other: &WeighedText, dates: [Option<Date>; 2], rules: &Rules) -> f32 {
        self.score_of(other.view(), dates, rules)
    }

    /// Whether two texts whose articles are copies tell one event.
    ///
    /// ```
    /// use retold::{event::WeighedText, story::steps};
    /// let scorer = steps::PairScorer::default();
    /// assert!(!scorer.tell_one_event(&WeighedText::default()));
    /// ```
    pub fn tell_one_event(&self, other: &WeighedText) -> bool {
        self.one_event(other.view())
    }

    /// Makes room for so many numbered terms.
    pub(super) fn reserve(&mut self, terms: usize) {
        self.0.reserve(terms);
    }

    pub(super) fn take(&mut self, text: Weighed<'_>) {
        self.0.lay_out(text);
    }

    pub(super) fn score_of(
        &self,
        other: Weighed<'_>,
        dates: [Option<Date>; 2],
        rules: &Rules,
    ) -> f32 {
        let cosine = self.0.cosine(other);
        let date_factor = date_factor(rules, dates, [self.0.days(), other.days]);
        pair_score(cosine, date_factor, || {
            self.0.template_factor(other, cosine)
        }) as f32
    }

    pub(super) fn one_event(&self, other: Weighed<'_>) -> bool {
        let cosine = self.0.cosine(other);
        tell_one_event(cosine, self.0.template_factor(other, cosine))
    }
}

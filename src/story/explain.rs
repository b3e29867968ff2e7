//! Why two articles of a clustering were joined, or were not.

use std::fmt;

use super::bar::{UNLINKED, allowance, beyond_unlinked};
use super::score::{LEAST_TERMS, adjusted};
use super::{DigestReader, Link, Stories};
use crate::AsArticle;

/// What decided over two articles of a clustering.
///
/// ```
/// use retold::{Detector, story::Reason};
/// let articles = ["A storm hit Porto.", "Shares rose."];
/// let stories = Detector::new().cluster(&articles);
/// let explanation = stories.explain(&articles, 0, 1).unwrap();
/// assert_eq!(explanation.reason(), Reason::SaysTooLittle);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Reason {
    /// Joined: they are one and the same article, or have the very same words.
    SameWording,
    /// Joined: the text of one is largely the other's, or both are copies of a third.
    Copies,
    /// Joined: their own score is enough.
    OwnScore,
    /// Joined by what their stories have in common on average, though their own score is too low.
    OtherArticles,
    /// Apart: one of them has too few words that carry weight.
    SaysTooLittle,
    /// Apart: they share too few of their heaviest words to be compared at all.
    NotCompared,
    /// Apart: their dates lie outside the window that was set.
    OutsideWindow,
    /// Apart: they share a wording, but names and numbers tell two events.
    Template,
    /// Apart: their own score is too low, and so is that of their stories.
    LowScore,
    /// Apart although their own score is enough: their stories have too little in common.
    StoriesDiffer,
}

impl Reason {
    /// Whether it joins.
    ///
    /// ```
    /// use retold::story::Reason;
    /// assert!(Reason::Copies.joins() && !Reason::Template.joins());
    /// ```
    pub fn joins(self) -> bool {
        use Reason::{Copies, OtherArticles, OwnScore, SameWording};
        matches!(self, SameWording | Copies | OwnScore | OtherArticles)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SameWording => "One story: they have the same words.",
            Self::Copies => {
                "One story: the text of one is largely the other's, or both are copies of a third."
            }
            Self::OwnScore => "One story: they are alike enough by themselves.",
            Self::OtherArticles => "One story by the articles around them, not by themselves.",
            Self::SaysTooLittle => "Not joined: one of them says too little to be matched.",
            Self::NotCompared => {
                "Not joined: they share too few of their heaviest words to be compared."
            }
            Self::OutsideWindow => "Not joined: their dates lie outside the window.",
            Self::Template => {
                "Not joined: they share a wording, but names and numbers tell two events."
            }
            Self::LowScore => "Not joined: they are not alike enough.",
            Self::StoriesDiffer => {
                "Not joined: they are alike enough by themselves, but their stories are not."
            }
        })
    }
}

/// Why two articles of a clustering were joined, or were not; its [`Display`](fmt::Display) says so
/// in plain words.
///
/// ```
/// use retold::Detector;
/// let articles = [
///     "A bridge in Porto collapsed on Monday, killing three people.",
///     "Three people died when the bridge in Porto gave way.",
/// ];
/// let stories = Detector::new().cluster(&articles);
/// let explanation = stories.explain(&articles, 0, 1).unwrap();
/// assert!(explanation.reason().joins());
/// println!("{explanation}");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Explanation {
    reason: Reason,
    link: Link,
    unadjusted: f64,
    closeness: [f64; 2],
    texts: [usize; 2],
    mean: f64,
    needed: f64,
    strangers: f64,
}

impl Explanation {
    /// What decided.
    ///
    /// ```
    /// use retold::{Detector, story::Reason};
    /// let articles = ["A storm hit.", "A storm hit!"];
    /// let stories = Detector::new().cluster(&articles);
    /// assert_eq!(stories.explain(&articles, 0, 1).unwrap().reason(), Reason::SameWording);
    /// ```
    pub fn reason(&self) -> Reason {
        self.reason
    }

    /// The two by themselves, weighed by the counts of this clustering: their scores, what their
    /// dates did, the words and passages they share.
    ///
    /// ```
    /// let articles = ["A storm hit Porto.", "A storm hit Porto in May."];
    /// let stories = retold::Detector::new().cluster(&articles);
    /// assert!(stories.explain(&articles, 0, 1).unwrap().link().cosine() > 0.5);
    /// ```
    pub fn link(&self) -> &Link {
        &self.link
    }

    /// Their score before it was set against their neighbourhoods, from 0 to 1.
    ///
    /// ```
    /// let articles = ["A storm hit Porto.", "Shares rose."];
    /// let stories = retold::Detector::new().cluster(&articles);
    /// assert_eq!(stories.explain(&articles, 0, 1).unwrap().unadjusted_score(), 0.0);
    /// ```
    pub fn unadjusted_score(&self) -> f64 {
        self.unadjusted
    }

    /// How close each is to the articles nearest to it, from 0.05 to 1. Articles in crowded
    /// neighbourhoods must be closer to be joined.
    ///
    /// ```
    /// let articles = ["A storm hit Porto.", "Shares rose."];
    /// let stories = retold::Detector::new().cluster(&articles);
    /// assert_eq!(stories.explain(&articles, 0, 1).unwrap().closeness(), [0.05, 0.05]);
    /// ```
    pub fn closeness(&self) -> [f64; 2] {
        self.closeness
    }

    /// The mean score over all pairs of differing texts, one of each story, or of the one story
    /// they are in; from 0 to 1. Stories are joined while this is enough.
    ///
    /// ```
    /// let articles = ["A storm hit Porto.", "Shares rose."];
    /// let stories = retold::Detector::new().cluster(&articles);
    /// let explanation = stories.explain(&articles, 0, 1).unwrap();
    /// assert!(explanation.mean_score() < explanation.needed());
    /// ```
    pub fn mean_score(&self) -> f64 {
        self.mean
    }

    /// How close the nearest articles of other stories come in this collection, on average over its
    /// articles in this language; from 0 to 1. The closer they come, the more two articles need.
    ///
    /// ```
    /// let articles = ["A storm hit Porto.", "Shares rose."];
    /// let stories = retold::Detector::new().cluster(&articles);
    /// assert_eq!(stories.explain(&articles, 0, 1).unwrap().strangers(), 0.0);
    /// ```
    pub fn strangers(&self) -> f64 {
        self.strangers
    }

    /// The mean score that stories of their sizes need to be joined: less the larger they are.
    ///
    /// ```
    /// let articles = ["A storm hit Porto.", "Shares rose."];
    /// let stories = retold::Detector::new().cluster(&articles);
    /// assert!(stories.explain(&articles, 0, 1).unwrap().needed() > 0.1);
    /// ```
    pub fn needed(&self) -> f64 {
        self.needed
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.reason)?;
        if self.reason == Reason::SameWording {
            return Ok(());
        }
        let [left, right] = self.closeness;
        if self.reason == Reason::NotCompared {
            writeln!(
                f,
                "By themselves they would score {:.2}.",
                self.link.score()
            )?;
            return self.link.write_evidence(f);
        }
        writeln!(
            f,
            "Their score is {:.2}, or {:.2} set against how close they are to the articles around them \
             ({left:.2} and {right:.2}). Here, where the nearest articles of other stories score {:.2} on average, \
             two articles need {:.2}.",
            self.unadjusted,
            self.link.score(),
            self.strangers,
            self.link.threshold(),
        )?;
        let [left, right] = self.texts;
        if self.reason.joins() {
            writeln!(
                f,
                "Their story has {left} differing texts, with a mean score of {:.2}.",
                self.mean
            )?;
        } else if left.max(right) > 1 {
            writeln!(
                f,
                "Their stories, of {left} and {right} differing texts, have a mean score of {:.2} and need {:.2}.",
                self.mean, self.needed
            )?;
        }
        self.link.write_evidence(f)
    }
}

impl Stories {
    /// Why two articles were joined, or were not, by their positions; nothing for a position that
    /// is not there. `articles` are those that were clustered.
    ///
    /// ```
    /// use retold::{Detector, story::Reason};
    /// let articles = [
    ///     "A bridge in Porto collapsed on Monday, killing three people.",
    ///     "Shares in Lisbon rose on Monday as banks reported higher profits.",
    /// ];
    /// let stories = Detector::new().cluster(&articles);
    /// let explanation = stories.explain(&articles, 0, 1).unwrap();
    /// assert_eq!(explanation.reason(), Reason::NotCompared);
    /// assert!(stories.explain(&articles, 0, 2).is_none());
    /// ```
    pub fn explain<A: AsArticle>(
        &self,
        articles: &[A],
        left: usize,
        right: usize,
    ) -> Option<Explanation> {
        let evidence = &self.evidence;
        let pair = [
            articles.get(left)?.as_article(),
            articles.get(right)?.as_article(),
        ];
        let texts = [*evidence.text.get(left)?, *evidence.text.get(right)?];
        let numbers = [self.number_of(left)?, self.number_of(right)?];
        let standings = evidence.frozen.standings(texts);
        let (bar, strangers) = evidence.frozen.bar_between(texts);
        let link = Link::between(
            pair,
            &evidence.finder,
            &evidence.rules,
            &evidence.census,
            Some((standings, bar)),
        );
        let compared = evidence.score(texts[0], texts[1]).map(f64::from);
        let compared = compared.map(|score| score.max(0.0));
        let (mean, sizes) = self.mean_between(numbers);
        let largest = u32::try_from(sizes[0].max(sizes[1])).unwrap_or(u32::MAX);
        let score = compared.unwrap_or(0.0);
        let enough = adjusted(score, standings) >= bar;
        let copies = texts.map(|text| evidence.copies.get(text as usize));
        let too_short = || {
            let mut reader = DigestReader::default();
            let mut short =
                |article| evidence.census.weigh(reader.read(article).terms()).len() < LEAST_TERMS;
            short(pair[0]) || short(pair[1])
        };
        let reason = if texts[0] == texts[1] {
            Reason::SameWording
        } else if numbers[0] == numbers[1] {
            match enough {
                _ if copies[0] == copies[1] => Reason::Copies,
                true => Reason::OwnScore,
                false => Reason::OtherArticles,
            }
        } else if enough {
            Reason::StoriesDiffer
        } else if too_short() {
            Reason::SaysTooLittle
        } else if link.date_factor() == 0.0 {
            Reason::OutsideWindow
        } else if link.template_factor() < TEMPLATE {
            Reason::Template
        } else if compared.is_none() && link.cosine() > 0.0 {
            Reason::NotCompared
        } else {
            Reason::LowScore
        };
        Some(Explanation {
            reason,
            unadjusted: score,
            closeness: standings.map(|standing| standing.closeness),
            texts: sizes,
            mean,
            strangers,
            needed: bar - allowance(largest),
            link,
        })
    }

    /// The mean score between two stories, or within one, and how many texts each has.
    fn mean_between(&self, numbers: [usize; 2]) -> (f64, [usize; 2]) {
        let evidence = &self.evidence;
        let mut story = vec![usize::MAX; evidence.frozen.len()];
        let articles = evidence.text.iter().enumerate();
        for (article, &text) in articles {
            if let Some(number) = self.number_of(article) {
                story[text as usize] = number;
            }
        }
        let sizes = numbers.map(|number| story.iter().filter(|&&of| of == number).count());
        let [left, right] = numbers;
        let mut sum = 0.0;
        for link in &evidence.links {
            let of = [link.low, link.high].map(|text| story[text as usize]);
            if of == [left, right] || of == [right, left] {
                sum += beyond_unlinked(evidence.frozen.score(link));
            }
        }
        let pairs = if left == right {
            sizes[0] * (sizes[0] - 1) / 2
        } else {
            sizes[0] * sizes[1]
        };
        ((UNLINKED + sum / pairs.max(1) as f64).max(0.0), sizes)
    }
}

/// Below this factor, a template is what keeps two articles apart.
const TEMPLATE: f64 = 0.7;

//! Two articles, their verified scores, and the evidence for them.

use std::fmt;
use std::ops::Range;

use crate::Article;
use crate::event::{Census, TermVector, spell};
use crate::sketch::ShingleSet;

use super::Digest;
use super::copied::Overlap;
use super::passages::{SharedPassage, shared_passages};
use super::score::{LEAST_TERMS, Standing, adjusted, date_factor, pair_score, standing_alone};
use super::{CopyFinder, DigestReader, Rules, read_without};

/// How many shared terms a link names.
const NAMED_TERMS: usize = 12;

/// A term two articles share, and how much of their cosine it carries.
///
/// ```
/// let link = retold::Detector::new().link(
///     "A bridge in Porto collapsed on Monday, killing three people.",
///     "Three people died when the bridge in Porto gave way.",
/// );
/// assert!(link.terms().iter().any(|term| term.word() == "Porto" && term.share() > 0.1));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SharedTerm {
    word: String,
    share: f64,
}

impl SharedTerm {
    /// The word as the left article first spells it.
    ///
    /// ```
    /// let link = retold::Detector::new().link("Storms hit Porto.", "The storm hit Porto.");
    /// assert!(link.terms().iter().any(|term| term.word() == "Storms"));
    /// ```
    pub fn word(&self) -> &str {
        &self.word
    }

    /// Its part of the cosine, from 0 to 1.
    ///
    /// ```
    /// let link = retold::Detector::new().link("Porto", "Porto");
    /// assert_eq!(link.terms()[0].share(), 1.0);
    /// ```
    pub fn share(&self) -> f64 {
        self.share
    }
}

/// Two articles with their scores in both channels and what carried them.
///
/// ```
/// let link = retold::Detector::new().link(
///     "A bridge in Porto collapsed on Monday, killing three people.",
///     "Three people died when the bridge in Porto gave way.",
/// );
/// assert!(link.is_same_story() && !link.is_copy());
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Link {
    jaccard: f64,
    #[cfg_attr(feature = "serde", serde(flatten, serialize_with = "of_both_sides"))]
    containment: [f64; 2],
    cosine: f64,
    date_factor: f64,
    template_factor: f64,
    few_terms_factor: f64,
    score: f64,
    threshold: f64,
    is_copy: bool,
    terms: Vec<SharedTerm>,
    passages: Vec<SharedPassage>,
}

/// As two fields, named as the methods are.
#[cfg(feature = "serde")]
fn of_both_sides<S: serde::Serializer>(containment: &[f64; 2], to: S) -> Result<S::Ok, S::Error> {
    let names = ["containment_left", "containment_right"];
    to.collect_map(names.iter().zip(containment))
}

/// The terms of two vectors that add most to their cosine, as the left article spells them.
fn shared_terms(left: Article<'_>, vectors: &[TermVector; 2], cosine: f64) -> Vec<SharedTerm> {
    let mut shared: Vec<(u32, f64)> = vectors[0].shared(&vectors[1]).collect();
    shared.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    shared.truncate(NAMED_TERMS);
    let mut sorted: Vec<u32> = shared.iter().map(|&(key, _)| key).collect();
    sorted.sort_unstable();
    let words = spell(left, &sorted);
    let word_of = |key| {
        let at = sorted.binary_search(&key).unwrap_or_default();
        words.get(at).copied().unwrap_or_default().to_owned()
    };
    let named = shared.into_iter().map(|(key, product)| SharedTerm {
        word: word_of(key),
        share: (product / cosine).min(1.0),
    });
    named.collect()
}

impl Link {
    /// Judges two articles by the counts of `census`; `among` says where they stand among others, and
    /// the bar there.
    pub(crate) fn between(
        articles: [Article<'_>; 2],
        copies: &CopyFinder,
        rules: &Rules,
        census: &Census,
        among: Option<([Standing; 2], f64)>,
    ) -> Self {
        let mut readers = [DigestReader::default(), DigestReader::default()];
        let [left, right] = [readers[0].read(articles[0]), readers[1].read(articles[1])];
        let tokens = readers.each_ref().map(DigestReader::tokens);
        let same_wording = left.words() > 0 && left.wording() == right.wording();

        let boilerplate = [&left, &right].map(|digest| census.boilerplate(digest.terms()));
        let sets = [0, 1].map(|side| {
            let words: Vec<u64> = tokens[side].iter().map(|token| token.hash).collect();
            let mut shingles = copies.hasher().shingles();
            read_without(&words, &boilerplate[side], &mut shingles);
            ShingleSet::from(&shingles)
        });
        let overlap = Overlap {
            sizes: [sets[0].len(), sets[1].len()],
            shared: sets[0].intersection_len(&sets[1]),
        };
        let vectors = [&left, &right].map(|digest| census.weigh(digest.terms()));
        let cosine = vectors[0].cosine(&vectors[1]);
        let both = [&left, &right];
        let days = both.map(|digest| digest.terms().days());
        let date_factor = date_factor(rules, both.map(Digest::date), days);
        let template_factor = vectors[0].template_factor(&vectors[1], |_| 1.0);
        let few_terms_factor = vectors[0].few_terms_factor(&vectors[1]);
        let enough = vectors.iter().all(|vector| vector.len() >= LEAST_TERMS);
        let is_copy = same_wording
            || overlap.shown_as_copies(copies, cosine * few_terms_factor, template_factor, enough);
        let before = if enough {
            pair_score(cosine * few_terms_factor, date_factor, || template_factor).max(0.0)
        } else {
            0.0
        };
        let score = adjusted(
            before,
            among.map_or_else(|| standing_alone(before), |(standings, _)| standings),
        );

        let terms = shared_terms(articles[0], &vectors, cosine);
        let mut passages = shared_passages(articles.map(|article| article.text()), tokens);
        passages.retain(|passage| {
            let inside = |words: &Range<usize>| {
                let words = tokens[0].get(words.clone()).unwrap_or_default();
                words
                    .first()
                    .is_some_and(|word| word.start <= passage.left().start)
                    && words
                        .last()
                        .is_some_and(|word| passage.left().end <= word.end)
            };
            !boilerplate[0].iter().any(inside)
        });
        Self {
            jaccard: overlap.jaccard(),
            containment: overlap.containment(),
            cosine,
            date_factor,
            template_factor,
            few_terms_factor,
            score,
            threshold: among.map_or(rules.pair_threshold, |(_, bar)| bar),
            is_copy,
            terms,
            passages,
        }
    }

    /// Jaccard similarity of the shingle sets of both texts, exact, from 0 to 1. Among other
    /// articles, without what several stories have word for word.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "A storm hit Porto!");
    /// assert_eq!(link.jaccard(), 1.0);
    /// ```
    pub fn jaccard(&self) -> f64 {
        self.jaccard
    }

    /// The share of the left text's shingles that the right one holds, exact, from 0 to 1.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "Shares rose.");
    /// assert_eq!(link.containment_left(), 0.0);
    /// ```
    pub fn containment_left(&self) -> f64 {
        self.containment[0]
    }

    /// The share of the right text's shingles that the left one holds, exact, from 0 to 1.
    ///
    /// ```
    /// let link = retold::Detector::new().link("Storm in Porto on Monday", "storm in Porto");
    /// assert_eq!(link.containment_right(), 1.0);
    /// ```
    pub fn containment_right(&self) -> f64 {
        self.containment[1]
    }

    /// The cosine of the weighted terms of both, from 0 to 1.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "Shares rose.");
    /// assert_eq!(link.cosine(), 0.0);
    /// ```
    pub fn cosine(&self) -> f64 {
        self.cosine
    }

    /// What the dates make of the cosine: 1 where one is missing, 1.2 on the same day, less the
    /// further apart they lie, down to 1.2 times the floor (0.6 unless set otherwise); 0 outside a
    /// window that was set. Where both texts name days (*on Monday*, *3 March*), 1.2 if one of these
    /// is the same, and less than else if none is.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "Shares rose.");
    /// assert_eq!(link.date_factor(), 1.0);
    /// ```
    pub fn date_factor(&self) -> f64 {
        self.date_factor
    }

    /// What is left of the cosine if names and numbers contradict the rest: 1 unless the wording is
    /// much the same and the names and numbers are not, as in two quakes reported from one
    /// template; then less, down to 0.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "Shares rose.");
    /// assert_eq!(link.template_factor(), 1.0);
    /// ```
    pub fn template_factor(&self) -> f64 {
        self.template_factor
    }

    /// What is left of the cosine where few terms are shared: nothing by one, half by two, all by five.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "Shares in Porto rose.");
    /// assert_eq!((link.few_terms_factor(), link.score()), (0.0, 0.0));
    /// ```
    pub fn few_terms_factor(&self) -> f64 {
        self.few_terms_factor
    }

    /// The score the verdict rests on, from 0 to 1: cosine × few terms × date × template factor (less up
    /// to 0.1 the further that factor is below 1), set against how close both articles are to
    /// everything else.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "Shares rose.");
    /// assert_eq!(link.score(), 0.0);
    /// ```
    pub fn score(&self) -> f64 {
        self.score
    }

    /// The score from which two articles are the same story.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "Shares rose.");
    /// assert!(link.score() < link.threshold());
    /// ```
    pub fn threshold(&self) -> f64 {
        self.threshold
    }

    /// Whether the text of one is largely the other's.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "A storm hit Porto!");
    /// assert!(link.is_copy());
    /// ```
    pub fn is_copy(&self) -> bool {
        self.is_copy
    }

    /// Whether both report the same event: one is a copy, or the score reaches the threshold.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "Shares rose.");
    /// assert!(!link.is_same_story());
    /// ```
    pub fn is_same_story(&self) -> bool {
        self.is_copy || self.score >= self.threshold
    }

    /// The shared terms that carry most of the cosine, the strongest first; at most 12.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "The Porto storm passed.");
    /// let words: Vec<&str> = link.terms().iter().map(|term| term.word()).collect();
    /// assert_eq!(words, ["Porto", "storm"]);
    /// ```
    pub fn terms(&self) -> &[SharedTerm] {
        &self.terms
    }

    /// The passages both texts share: runs of five words or more, the longest first; at most 12.
    ///
    /// ```
    /// let link = retold::Detector::new().link(
    ///     "Police said the old mill burned down.",
    ///     "The old mill burned down on Monday.",
    /// );
    /// assert_eq!(link.passages()[0].text(), "the old mill burned down");
    /// ```
    pub fn passages(&self) -> &[SharedPassage] {
        &self.passages
    }
}

/// How many words and passages are shown.
const SHOWN: usize = 6;
const SHOWN_PASSAGES: usize = 3;
/// A longer passage is shown by its beginning, in characters.
const SHOWN_LENGTH: usize = 80;

/// The verdict, how it came about, and what is shared, in a few lines.
///
/// ```
/// let link = retold::Detector::new().link("A storm hit Porto.", "Shares of a bank fell.");
/// assert!(link.to_string().starts_with("Not the same story"));
/// ```
impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_copy {
            writeln!(f, "Same story: the text of one is largely the other's.")?;
        } else {
            let verdict = if self.is_same_story() {
                "Same story"
            } else {
                "Not the same story"
            };
            writeln!(
                f,
                "{verdict}: the score is {:.2} of {:.2} needed.",
                self.score, self.threshold
            )?;
        }
        self.write_evidence(f)
    }
}

impl Link {
    /// Everything but the verdict.
    pub(super) fn write_evidence(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words, names and numbers alike: {:.2}", self.cosine)?;
        for (factor, why) in [
            (self.few_terms_factor, "for the few terms they share"),
            (self.date_factor, "for their dates"),
            (
                self.template_factor,
                "for names and numbers that contradict the wording",
            ),
        ] {
            if !(0.995..=1.005).contains(&factor) {
                write!(f, ", × {factor:.2} {why}")?;
            }
        }
        let percent = |share: f64| 100.0 * share;
        let [left, right] = self.containment.map(percent);
        writeln!(
            f,
            ". Same wording: Jaccard {:.2}; {left:.0} % of the left text stands in the right, {right:.0} % of \
             the right in the left.",
            self.jaccard
        )?;
        if !self.terms.is_empty() {
            f.write_str("Shared words:")?;
            for (at, term) in self.terms.iter().take(SHOWN).enumerate() {
                let comma = if at > 0 { "," } else { "" };
                write!(f, "{comma} {} ({:.0} %)", term.word, percent(term.share))?;
            }
            writeln!(f, ".")?;
        }
        for passage in self.passages.iter().take(SHOWN_PASSAGES) {
            let start: String = passage.text().chars().take(SHOWN_LENGTH).collect();
            let start = start.split_whitespace().collect::<Vec<_>>().join(" ");
            let more = if passage.text().chars().count() > SHOWN_LENGTH {
                " …"
            } else {
                ""
            };
            writeln!(
                f,
                "Shared passage of {} words: “{start}{more}”",
                passage.words()
            )?;
        }
        Ok(())
    }
}

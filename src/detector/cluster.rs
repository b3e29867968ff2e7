//! Clustering many articles, and judging two: read each once, then group or score.

use std::borrow::Cow;

use super::Detector;
use crate::event::Census;
use crate::story::{DigestReader, Link, Texts, group, read_without};
use crate::{AsArticle, Stories, parallel, text};

impl Detector {
    /// Groups articles into stories.
    ///
    /// Work is shared among all cores (feature `rayon`). The result is the same for any number of
    /// threads and any order of the articles, up to their positions.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&[
    ///     "A bridge in Porto collapsed on Monday, killing three workers.",
    ///     "Shares rose.",
    ///     "Three workers died when the Porto bridge collapsed.",
    /// ]);
    /// assert_eq!(stories.story_of(0).unwrap().articles(), [0, 2]);
    /// ```
    pub fn cluster<A: AsArticle + Sync>(&self, articles: &[A]) -> Stories {
        let mut digests =
            parallel::map_with(articles.len(), DigestReader::default, |reader, at| {
                reader.read(articles[at].as_article())
            });
        let texts = Texts::new(&digests.iter().collect::<Vec<_>>());
        // Terms are most of the memory; weighed they are not needed again.
        let first = texts.first.iter();
        let terms = first.map(|&at| Cow::Owned(digests[at].take_terms()));
        let terms = terms.collect();
        for digest in &mut digests {
            drop(digest.take_terms());
        }
        let grouping = group(texts, terms, &self.rules, &self.background, |boilerplate| {
            self.copies.find(articles.len(), |at, shingles| {
                let text = articles[at].as_article().text();
                match boilerplate.of(at) {
                    [] => shingles.read_text(text),
                    boilerplate => {
                        let words: Vec<u64> = text::tokens(text).iter().map(|t| t.hash).collect();
                        read_without(&words, boilerplate, shingles);
                    }
                }
            })
        });
        let digests: Vec<_> = digests.iter().collect();
        Stories::new(&digests, grouping, &self.copies, &self.rules)
    }

    /// Judges two articles by themselves: how alike they are in both channels, whether they belong to
    /// one story, and which words made them alike. Weights come from the background table alone.
    ///
    /// ```
    /// let detector = retold::Detector::new();
    /// let bridge = "A bridge in Porto collapsed on Monday, killing three workers.";
    /// let link = detector.link(bridge, "Three workers died when the Porto bridge collapsed.");
    /// assert!(link.score() >= link.threshold() && link.is_same_story() && !link.is_copy());
    /// assert!(!detector.link(bridge, "Shares rose.").is_same_story());
    /// ```
    pub fn link(&self, left: impl AsArticle, right: impl AsArticle) -> Link {
        let census = Census::alone(self.background.clone());
        let articles = [left.as_article(), right.as_article()];
        Link::between(articles, &self.copies, &self.rules, &census, None)
    }
}

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
    /// let stories = retold::Detector::new().cluster(&["One.", "Two."]);
    /// assert_eq!(stories.len(), 2);
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

    /// Judges two articles by themselves: how alike they are in both channels, whether they are one
    /// story, and which words carried that. Weights come from the background table alone.
    ///
    /// ```
    /// let link = retold::Detector::new().link("A storm hit Porto.", "Shares rose.");
    /// assert_eq!(link.score(), 0.0);
    /// ```
    pub fn link(&self, left: impl AsArticle, right: impl AsArticle) -> Link {
        let census = Census::alone(self.background.clone());
        let articles = [left.as_article(), right.as_article()];
        Link::between(articles, &self.copies, &self.rules, &census, None)
    }
}

//! What was counted at one moment, and the weights that follow from it.
//!
//! A term's weight depends on all articles: how many hold it, and in how many its passage recurs.
//! So that scores do not shift while they are compared, these counts are taken once, frozen in a
//! [`Census`], and every vector of a clustering is weighed by the same one.

use std::ops::Range;

use super::background::Background;
use super::by_story::{StoryCounts, distinct};
use super::counts::Counts;
use super::fading::Fading;
use super::populations::Populations;
use super::terms::{Occurrences, Terms};
use super::vector::{TermVector, normalise};
use super::weights::{Scale, term_weights};

/// A text of which less than this is left after fading may be a placeholder.
const PLACEHOLDER_SHARE: f64 = 0.7;

/// Frozen counts: in how many articles each term and each passage stands, blended with a
/// [`Background`].
///
/// ```
/// use retold::event::{Background, Census, Terms};
/// let terms = ["A storm hit Porto.", "Shares rose."].map(|text| Terms::of(None, text));
/// let census = Census::of(Background::english(), &terms);
/// assert_eq!(census.documents(), 2);
/// ```
#[derive(Debug, Clone)]
pub struct Census {
    background: Background,
    documents: u32,
    terms: Counts<u32>,
    populations: Populations,
    /// Only passages that recur.
    passages: Counts<u64>,
    /// The same counted over stories, once these are known.
    by_story: Option<StoryCounts>,
}

impl Census {
    /// Counts nothing: weights come from the background alone, as fits two articles compared.
    ///
    /// ```
    /// use retold::event::{Background, Census};
    /// assert_eq!(Census::alone(Background::english()).documents(), 0);
    /// ```
    pub fn alone(background: Background) -> Self {
        Self {
            background,
            documents: 0,
            terms: Counts::none(),
            populations: Populations::none(),
            passages: Counts::none(),
            by_story: None,
        }
    }

    /// Counts the terms and passages of articles, in any order.
    ///
    /// ```
    /// use retold::event::{Background, Census, Terms};
    /// let terms = vec![Terms::of(None, "A storm."); 3];
    /// let census = Census::of(Background::none(), &terms);
    /// assert_eq!(census.passage_documents(terms[0].passages()[0]), 3);
    /// ```
    pub fn of<'a>(background: Background, articles: impl IntoIterator<Item = &'a Terms>) -> Self {
        let articles: Vec<&Terms> = articles.into_iter().collect();
        let terms = Counts::new(articles.len(), 1, |at, count| {
            for term in articles[at].by_term() {
                count(term[0].key);
            }
        });
        let passages = Counts::new(articles.len(), 2, |at, count| {
            distinct(articles[at].passages().iter())
                .into_iter()
                .for_each(count);
        });
        Self {
            populations: Populations::of(&articles, &terms, &background),
            background,
            documents: u32::try_from(articles.len()).unwrap_or(u32::MAX),
            terms,
            passages,
            by_story: None,
        }
    }

    /// Counts that were taken elsewhere, say by an engine that spreads the work over machines: how
    /// many articles hold each term, and each passage that stands in two or more.
    ///
    /// ```
    /// use retold::event::{Background, Census, Terms};
    /// let terms = ["A storm hit Porto.", "A storm passed."].map(|text| Terms::of(None, text));
    /// let census = Census::of(Background::english(), &terms);
    /// let keys = retold::story::steps::term_keys(&terms[0]);
    /// let keys = keys.into_iter().map(|key| (key, census.term_documents(key)));
    /// let again = Census::from_counts(Background::english(), 2, keys, []);
    /// assert_eq!(again.weigh(&terms[0]), census.weigh(&terms[0]));
    /// ```
    pub fn from_counts(
        background: Background,
        documents: u32,
        terms: impl IntoIterator<Item = (u32, u32)>,
        passages: impl IntoIterator<Item = (u64, u32)>,
    ) -> Self {
        let terms = Counts::from_pairs(terms);
        Self {
            populations: Populations::one(&terms, &background),
            background,
            documents,
            terms,
            passages: Counts::from_pairs(passages),
            by_story: None,
        }
    }

    /// The same of articles in several languages: `documents` are the articles of each
    /// [language](crate::story::steps::language), and `terms` the articles of each language that hold a
    /// term.
    ///
    /// ```
    /// use retold::event::{Background, Census, Terms, term_key};
    /// use retold::story::steps::{language, term_keys};
    /// let texts = ["The storm hit Porto on Monday.", "Der Sturm traf Porto am Montag und zog weiter."];
    /// let texts = texts.map(|text| Terms::of(None, text));
    /// let documents = texts.each_ref().map(|terms| (language(terms), 1));
    /// let terms = texts.iter().flat_map(|terms| term_keys(terms).into_iter().map(|key| (key, language(terms), 1)));
    /// let census = Census::from_language_counts(Background::english(), &documents, &terms.collect::<Vec<_>>(), []);
    /// let [porto, storm] = ["porto", "storm"].map(|word| term_key(word).unwrap());
    /// assert_eq!((census.documents(), census.term_documents(porto), census.term_documents(storm)), (2, 2, 1));
    /// assert_eq!(census.idf(porto), Census::of(Background::english(), &texts).idf(porto));
    /// ```
    pub fn from_language_counts(
        background: Background,
        documents: &[(u8, u32)],
        terms: &[(u32, u8, u32)],
        passages: impl IntoIterator<Item = (u64, u32)>,
    ) -> Self {
        let counts = Counts::summed(terms.iter().map(|&(key, _, articles)| (key, articles)));
        Self {
            populations: Populations::of_counts(documents, terms, &counts, &background),
            background,
            documents: documents.iter().map(|&(_, articles)| articles).sum(),
            terms: counts,
            passages: Counts::from_pairs(passages),
            by_story: None,
        }
    }

    /// The same with counts over stories: of each term of several articles the sum of what
    /// [`story::steps::count_story`](crate::story::steps::count_story) says, and in how many stories
    /// each passage stands that is in two or more.
    ///
    /// ```
    /// use retold::event::{Background, Census, Terms};
    /// let terms = Terms::of(None, "Read more on our site every day of the week.");
    /// let census = Census::from_counts(Background::english(), 9, [], []);
    /// let passages = terms.passages().iter().map(|&passage| (passage, 3));
    /// let by_story = census.with_stories(9, [], passages);
    /// assert!(by_story.weigh(&terms).is_empty(), "three stories have it word for word");
    /// ```
    #[must_use]
    pub fn with_stories(
        mut self,
        stories: usize,
        terms: impl IntoIterator<Item = (u32, u32)>,
        passages: impl IntoIterator<Item = (u64, u32)>,
    ) -> Self {
        let (terms, passages) = (Counts::from_pairs(terms), Counts::from_pairs(passages));
        self.by_story = Some(StoryCounts::from_counts(stories, terms, passages));
        self.passages = Counts::none();
        self
    }

    /// The same with rarity, and what recurs, counted over stories: the articles again, and a
    /// number of the story of each.
    pub(crate) fn over_stories(mut self, articles: &[&Terms], story: &[u32]) -> Self {
        let common = |key| self.term_documents(key) > 1;
        self.by_story = Some(StoryCounts::of(articles, story, common));
        // Superseded.
        self.passages = Counts::none();
        self
    }

    /// The words of a text, by their places, that stand in several stories word for word; nothing
    /// unless stories were counted.
    ///
    /// ```
    /// use retold::event::{Background, Census, Terms};
    /// let terms = Terms::of(None, "Read more on our site every day of the week.");
    /// let census = Census::from_counts(Background::english(), 9, [], []);
    /// assert!(census.boilerplate(&terms).is_empty(), "nothing is known of stories");
    /// let passages = terms.passages().iter().map(|&passage| (passage, 3));
    /// assert_eq!(census.with_stories(9, [], passages).boilerplate(&terms), [0..10]);
    /// ```
    pub fn boilerplate(&self, terms: &Terms) -> Vec<Range<usize>> {
        let by_story = self.by_story.as_ref();
        by_story.map_or_else(Vec::new, |by_story| by_story.boilerplate(terms))
    }

    /// How many articles were counted.
    ///
    /// ```
    /// use retold::event::{Background, Census};
    /// assert_eq!(Census::of(Background::none(), []).documents(), 0);
    /// ```
    pub fn documents(&self) -> u32 {
        self.documents
    }

    /// How many of them hold a term.
    ///
    /// ```
    /// use retold::event::{Background, Census, Terms, term_key};
    /// let census = Census::of(Background::none(), &[Terms::of(None, "A storm.")]);
    /// assert_eq!(census.term_documents(term_key("storm").unwrap()), 1);
    /// ```
    pub fn term_documents(&self, key: u32) -> u32 {
        self.terms.get(key).unwrap_or(0)
    }

    /// How many of them hold a passage; 1 stands for "at most one".
    ///
    /// ```
    /// use retold::event::{Background, Census};
    /// assert_eq!(Census::alone(Background::none()).passage_documents(7), 1);
    /// ```
    pub fn passage_documents(&self, passage: u64) -> u32 {
        self.passages.get(passage).unwrap_or(1)
    }

    /// The rarity of a term: the natural logarithm of its inverse document frequency among these
    /// articles and the background together.
    ///
    /// ```
    /// use retold::event::{Background, Census, term_key};
    /// let census = Census::alone(Background::english());
    /// let key = term_key("storm").unwrap();
    /// assert_eq!(census.idf(key), Background::english().idf("storm"));
    /// ```
    pub fn idf(&self, key: u32) -> f64 {
        let own = self.term_documents(key);
        let (share, prior) = self.populations.of_term(key, own);
        if let Some(by_story) = &self.by_story {
            return by_story.idf(key, (share, prior), &self.background);
        }
        let documents = share * f64::from(self.documents);
        self.background
            .idf_blended(key, f64::from(own), documents, prior)
    }

    /// The background table it blends with.
    ///
    /// ```
    /// use retold::event::{Background, Census};
    /// assert!(Census::alone(Background::none()).background().is_empty());
    /// ```
    pub fn background(&self) -> &Background {
        &self.background
    }

    /// The weighted terms of an article: saturated count × rarity × kind × lead, at length 1.
    ///
    /// Names weigh 1.4 times as much as other words, numbers twice, words of the lead 1.2 times.
    /// An occurrence in a passage that stands in more than two articles counts only in part: page
    /// boilerplate fades, while a reprint, all of whose passages recur, loses nothing.
    ///
    /// ```
    /// use retold::event::{Background, Census, Terms};
    /// let census = Census::alone(Background::english());
    /// assert_eq!(census.weigh(&Terms::of(None, "A storm hit Porto.")).len(), 3);
    /// ```
    pub fn weigh(&self, terms: &Terms) -> TermVector {
        let mut entries = Vec::new();
        self.weigh_into(terms, |key| self.idf(key), &mut entries);
        TermVector::new(entries, terms.named())
    }

    /// Replaces `entries` by the keys and weights of [`weigh`](Self::weigh), keys ascending, with
    /// the rarity of each term looked up elsewhere.
    pub(crate) fn weigh_into(
        &self,
        terms: &Terms,
        idf: impl Fn(u32) -> f64,
        entries: &mut Vec<(u32, f32)>,
    ) {
        let fade = self.fade(terms);
        let count = |term: &[Occurrences]| -> f64 {
            term.iter()
                .map(|o| f64::from(o.count) * fade.get(usize::from(o.passage)).unwrap_or(&1.0))
                .sum()
        };
        let scale = Scale::of(terms.by_term().map(count).sum());
        entries.clear();
        let weights = term_weights(terms, scale, count);
        entries.extend(weights.map(|(key, weight)| (key, (weight * idf(key)) as f32)));
        normalise(entries);
    }

    /// Whether articles were counted and stories not yet.
    pub(super) fn is_first(&self) -> bool {
        self.documents > 0 && self.by_story.is_none()
    }

    /// The terms that several articles hold, with how many do, in no order.
    pub(super) fn shared_terms(&self) -> impl Iterator<Item = (u32, u32)> {
        self.terms.iter().filter(|&(_, documents)| documents > 1)
    }

    /// What an occurrence in each passage counts for, from 0 to 1.
    fn fade(&self, terms: &Terms) -> Vec<f64> {
        let fade = |&passage: &u64| {
            if let Some(by_story) = &self.by_story {
                return by_story.fade(passage);
            }
            Fading::Articles.of(self.passage_documents(passage))
        };
        let mut fade: Vec<f64> = terms.passages().iter().map(fade).collect();
        if is_placeholder(terms, &fade) {
            for text in fade.iter_mut().skip(terms.title_passages()) {
                *text = 0.0;
            }
        }
        fade
    }
}

/// Whether a text stands in for the one its title announces (a login, a notice of consent): most of
/// it recurs elsewhere, and it has not one word of the title. Then the title alone tells what the
/// article is about; scaled to length 1, what recurs would pass for its content.
fn is_placeholder(terms: &Terms, fade: &[f64]) -> bool {
    let title_passages = terms.title_passages();
    let (mut all, mut kept) = (0.0, 0.0);
    for occurrences in terms.by_term().flatten() {
        let passage = usize::from(occurrences.passage);
        if passage >= title_passages {
            if occurrences.marks.in_title() {
                return false;
            }
            let count = f64::from(occurrences.count);
            all += count;
            kept += count * fade.get(passage).unwrap_or(&1.0);
        }
    }
    title_passages > 0 && kept < PLACEHOLDER_SHARE * all
}

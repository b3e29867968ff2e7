//! What was counted at one moment, and the weights that follow from it.
//!
//! A term's weight depends on all articles: how many hold it, and in how many its passage recurs.
//! So that scores do not shift while they are compared, these counts are taken once, frozen in a
//! [`Census`], and every vector of a clustering is weighed by the same one.

use std::ops::Range;

use super::background::Background;
use super::counts::Counts;
use super::tellings::Tellings;
use super::terms::{Marks, Occurrences, Terms};
use super::vector::{TermVector, normalise};

/// A passage in more articles than this fades in proportion.
const PASSAGE_ARTICLES: u32 = 2;
/// A text of which less than this is left after fading may be a placeholder.
const PLACEHOLDER_SHARE: f64 = 0.7;
/// Counts saturate as in BM25 (Robertson & Walker 1994), with this `k1`, and half normalised by
/// length against an article of [`USUAL_TERMS`] terms.
const SATURATION: f64 = 1.2;
const LENGTH_SHARE: f64 = 0.5;
const USUAL_TERMS: f64 = 150.0;
const NAME_WEIGHT: f64 = 1.5;
const NUMBER_WEIGHT: f64 = 2.0;
const LEAD_WEIGHT: f64 = 1.2;

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
    /// Only passages that recur.
    passages: Counts<u64>,
    /// The same counted over stories, once these are known.
    tellings: Option<Tellings>,
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
            passages: Counts::none(),
            tellings: None,
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
            let mut own = articles[at].passages().to_vec();
            own.sort_unstable();
            own.dedup();
            own.into_iter().for_each(count);
        });
        Self {
            background,
            documents: u32::try_from(articles.len()).unwrap_or(u32::MAX),
            terms,
            passages,
            tellings: None,
        }
    }

    /// The same with rarity, and what recurs, counted over stories: the articles again, and a
    /// number of the story of each.
    pub(crate) fn over_stories(mut self, articles: &[&Terms], story: &[u32]) -> Self {
        let common = |key| self.term_documents(key) > 1;
        self.tellings = Some(Tellings::of(articles, story, common));
        // Superseded.
        self.passages = Counts::none();
        self
    }

    /// The words of a text, by their places, that stand in several stories word for word; nothing
    /// unless stories were counted.
    pub(crate) fn furniture(&self, terms: &Terms) -> Vec<Range<usize>> {
        let tellings = self.tellings.as_ref();
        tellings.map_or_else(Vec::new, |tellings| tellings.furniture(terms))
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
        if let Some(tellings) = &self.tellings {
            return tellings.idf(key, &self.background);
        }
        self.background
            .idf_of(key, self.term_documents(key), self.documents)
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
    /// Names weigh 1.5 times as much as other words, numbers twice, words of the lead 1.2 times.
    /// An occurrence in a passage that stands in more than two articles counts only in part: page
    /// furniture fades, while a reprint, all of whose passages recur, loses nothing.
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
        entries.extend(terms.by_term().map(|term| {
            let (key, marks) = (term[0].key, term[0].marks);
            let weight = scale.weight(count(term), marks);
            (key, (weight * idf(key)) as f32)
        }));
        normalise(entries);
    }

    /// The terms that several articles hold, with how many do, in no order.
    pub(super) fn shared_terms(&self) -> impl Iterator<Item = (u32, u32)> {
        self.terms.iter().filter(|&(_, documents)| documents > 1)
    }

    /// What an occurrence in each passage counts for, from 0 to 1.
    fn fade(&self, terms: &Terms) -> Vec<f64> {
        let fade = |&passage: &u64| {
            if let Some(tellings) = &self.tellings {
                return tellings.fade(passage);
            }
            let articles = self.passage_documents(passage).max(PASSAGE_ARTICLES);
            f64::from(PASSAGE_ARTICLES) / f64::from(articles)
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

/// How counts become weights in an article of one length, before rarity.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    saturation: f64,
}

impl Scale {
    /// For an article of so many terms, each as often as it occurs.
    pub(crate) fn of(length: f64) -> Self {
        let length = (1.0 - LENGTH_SHARE) + LENGTH_SHARE * length / USUAL_TERMS;
        Self {
            saturation: SATURATION * length,
        }
    }

    /// The saturated count of a term × kind × lead; negative for a particular, see
    /// [`TermVector`].
    #[inline]
    pub(crate) fn weight(self, count: f64, marks: Marks) -> f64 {
        count * (SATURATION + 1.0) / (count + self.saturation) * FACTORS[usize::from(marks.bits())]
    }
}

/// Kind × lead, negative for a particular, for each set of marks: read for every term of every
/// comparison, where four conditions would take longer than all else.
static FACTORS: [f64; 256] = {
    let (mut factors, mut bits) = ([0.0; 256], 0);
    while bits < factors.len() {
        factors[bits] = factor(Marks::from_bits(bits as u8));
        bits += 1;
    }
    factors
};

const fn factor(marks: Marks) -> f64 {
    let kind = if marks.is_name() {
        NAME_WEIGHT
    } else if marks.is_number() {
        NUMBER_WEIGHT
    } else {
        1.0
    };
    let sign = if marks.is_particular() { -1.0 } else { 1.0 };
    let lead = if marks.in_lead() { LEAD_WEIGHT } else { 1.0 };
    kind * lead * sign
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

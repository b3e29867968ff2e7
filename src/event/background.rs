//! How common words are in news at large, so that two articles alone can already be judged.
//!
//! The rarity of a word is Spärck Jones' inverse document frequency (1972). A few articles of one
//! event say nothing about which of their words are rare, so the counts of the articles at hand are
//! blended with a table counted on other news beforehand. One for English is part of this crate;
//! `examples/background.rs` makes one from any articles.
//!
//! # Stored form
//!
//! In the frame of everything stored here (magic `rtBG`, format version, fingerprint of what a term
//! is, length, content, checksum), all integers little-endian: `u32` articles counted, `u32` number
//! of terms `n`, `n` term keys (`u32`, ascending, distinct), `n` article counts (`u32`, from 1 to
//! the articles counted).

use std::io;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use ahash::AHashMap;

use super::math::ln;
use super::term_key;
use super::terms::Terms;
use crate::frame::Frame;
use crate::{AsArticle, FormatError, hash};

/// A table that knows the language counts for this many articles, however many it was counted on:
/// enough for a small set of articles to lean on it, little enough for a large one to go by its own
/// counts.
pub(crate) const KNOWN_LANGUAGE: f64 = 6_000.0;

const FRAME: Frame = Frame {
    kind: "background table",
    magic: "rtBG",
    version: 1,
};
/// Raised whenever the stop words, the stemmer or the choice of words changes.
const TERMS_VERSION: u64 = 2;

static ENGLISH: LazyLock<Background> = LazyLock::new(|| {
    let table = Background::from_bytes(include_bytes!("english.rtbg"));
    table.expect("the table of this crate was written by this version")
});

/// In how many articles of a background collection each term stands.
///
/// Cloning is cheap: the table is shared.
///
/// ```
/// use retold::event::Background;
/// let english = Background::english();
/// assert!(english.idf("Zuckerberg") > english.idf("government"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Background {
    documents: u32,
    keys: Arc<[u32]>,
    counts: Arc<[u32]>,
}

impl Default for Background {
    fn default() -> Self {
        Self::english()
    }
}

impl Background {
    /// The table of this crate: 20,000 English terms, counted on about 26,000 news articles of
    /// 1987 to 2005 (Reuters-21578, Reuters C50, BBC).
    ///
    /// ```
    /// assert_eq!(retold::event::Background::english().len(), 20_000);
    /// ```
    pub fn english() -> Self {
        ENGLISH.clone()
    }

    /// No table: every word is equally rare until the articles at hand say otherwise.
    ///
    /// ```
    /// let none = retold::event::Background::none();
    /// assert_eq!(none.idf("government"), none.idf("Zuckerberg"));
    /// ```
    pub fn none() -> Self {
        Self {
            documents: 0,
            keys: Arc::default(),
            counts: Arc::default(),
        }
    }

    /// Counts a table of your own; see [`BackgroundBuilder`].
    ///
    /// ```
    /// let mut builder = retold::event::Background::builder();
    /// builder.add("Ein Sturm traf die Küste.").add("Der Sturm zog weiter.");
    /// let table = builder.build(20_000, 2);
    /// assert_eq!((table.documents(), table.len()), (2, 1));
    /// ```
    pub fn builder() -> BackgroundBuilder {
        BackgroundBuilder::default()
    }

    /// How many articles were counted.
    ///
    /// ```
    /// assert_eq!(retold::event::Background::none().documents(), 0);
    /// ```
    pub fn documents(&self) -> u32 {
        self.documents
    }

    /// How many terms the table holds.
    ///
    /// ```
    /// assert_eq!(retold::event::Background::none().len(), 0);
    /// ```
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether it holds none.
    ///
    /// ```
    /// assert!(retold::event::Background::none().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The rarity of a word: its inverse document frequency in this table, as a natural logarithm
    /// from 0 (in every article) to about 8.7 (in none); 0 for a stop word.
    ///
    /// ```
    /// let english = retold::event::Background::english();
    /// assert_eq!(english.idf("the"), 0.0);
    /// assert!(english.idf("minister") < english.idf("ministries of silly walks"));
    /// ```
    pub fn idf(&self, word: &str) -> f64 {
        term_key(word).map_or(0.0, |key| self.idf_of(key, 0, 0))
    }

    /// The rarity of a term when `own` of `documents` further articles hold it too, in the language of
    /// the table.
    pub(crate) fn idf_of(&self, key: u32, own: u32, documents: u32) -> f64 {
        self.idf_blended(key, f64::from(own), f64::from(documents), KNOWN_LANGUAGE)
    }

    /// The same where articles count in parts, and the table for as many as `prior` says.
    pub(crate) fn idf_blended(&self, key: u32, own: f64, documents: f64, prior: f64) -> f64 {
        let all = documents + prior + 1.0;
        let holding = own + self.count(key, prior);
        ln(all / holding.max(1.0)).max(0.0)
    }

    /// The terms of the table, ascending.
    pub(crate) fn keys(&self) -> &[u32] {
        &self.keys
    }

    /// Whether the table holds a term.
    pub(crate) fn knows(&self, key: u32) -> bool {
        self.keys.binary_search(&key).is_ok()
    }

    /// How many of as many articles as the table counts for hold a term.
    fn count(&self, key: u32, prior: f64) -> f64 {
        let counted = self
            .keys
            .binary_search(&key)
            .ok()
            .and_then(|at| self.counts.get(at));
        let scale = (prior / f64::from(self.documents.max(1))).min(1.0);
        counted.map_or(0.0, |&count| f64::from(count) * scale)
    }

    /// A fingerprint of the table's content, for what is stored together with scores made by it.
    ///
    /// ```
    /// use retold::event::Background;
    /// assert_ne!(Background::english().fingerprint(), Background::none().fingerprint());
    /// ```
    pub fn fingerprint(&self) -> u64 {
        let all = self.keys.iter().chain(&*self.counts);
        all.fold(u64::from(self.documents), |state, &number| {
            hash::join(state, u64::from(number))
        })
    }

    /// The stored form.
    ///
    /// ```
    /// use retold::event::Background;
    /// let bytes = Background::none().to_bytes();
    /// assert_eq!(Background::from_bytes(&bytes)?, Background::none());
    /// # Ok::<(), retold::FormatError>(())
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = [self.documents, self.len() as u32];
        let numbers = head.iter().chain(&*self.keys).chain(&*self.counts);
        let content: Vec<u8> = numbers.flat_map(|number| number.to_le_bytes()).collect();
        FRAME.wrap(settings(), &content)
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// The bytes are no table, of another version, made with another stemmer, cut off, or damaged.
    ///
    /// ```
    /// assert!(retold::event::Background::from_bytes(b"something else").is_err());
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FormatError> {
        let content = FRAME.open_for(bytes, settings())?;
        let (numbers, rest) = content.as_chunks::<4>();
        let numbers: Vec<u32> = numbers
            .iter()
            .map(|four| u32::from_le_bytes(*four))
            .collect();
        let [documents, terms, entries @ ..] = numbers.as_slice() else {
            return Err(FRAME.invalid("it has no counts"));
        };
        let terms = *terms as usize;
        if !rest.is_empty() || terms.checked_mul(2) != Some(entries.len()) {
            return Err(FRAME.invalid("its length is not that of its terms"));
        }
        let (keys, counts) = entries.split_at(terms);
        if !keys.is_sorted_by(|a, b| a < b) {
            return Err(FRAME.invalid("its keys are not in order"));
        }
        if !counts.iter().all(|count| (1..=*documents).contains(count)) {
            return Err(FRAME.invalid("a count is larger than the number of articles"));
        }
        Ok(Self {
            documents: *documents,
            keys: keys.into(),
            counts: counts.into(),
        })
    }

    /// Writes the stored form to a file.
    ///
    /// # Errors
    /// The file cannot be written.
    ///
    /// ```no_run
    /// retold::event::Background::english().save("english.rtbg")?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn save(&self, path: impl AsRef<Path>) -> io::Result<()> {
        std::fs::write(path, self.to_bytes())
    }

    /// Reads the stored form from a file.
    ///
    /// # Errors
    /// The file cannot be read, or (as [`io::ErrorKind::InvalidData`], with the [`FormatError`]
    /// inside) holds no table.
    ///
    /// ```no_run
    /// let table = retold::event::Background::load("german.rtbg")?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn load(path: impl AsRef<Path>) -> io::Result<Self> {
        Self::from_bytes(&std::fs::read(path)?)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }
}

/// What a term is in this version: tables made otherwise would be misread.
fn settings() -> u64 {
    hash::join(u64::from(hash::VERSION), TERMS_VERSION)
}

/// Counts in how many articles each term stands.
///
/// ```
/// let mut builder = retold::event::Background::builder();
/// builder.add("A storm hit the coast.");
/// assert_eq!(builder.documents(), 1);
/// ```
#[derive(Debug, Clone, Default)]
pub struct BackgroundBuilder {
    documents: u32,
    counts: AHashMap<u32, u32>,
}

impl BackgroundBuilder {
    /// Counts one article, title and text.
    ///
    /// ```
    /// let mut builder = retold::event::Background::builder();
    /// builder.add("A storm hit the coast.").add("Shares rose.");
    /// assert_eq!(builder.documents(), 2);
    /// ```
    pub fn add(&mut self, article: impl AsArticle) -> &mut Self {
        let article = article.as_article();
        for term in Terms::of(article.title(), article.text()).by_term() {
            *self.counts.entry(term[0].key).or_default() += 1;
        }
        self.documents += 1;
        self
    }

    /// How many articles were counted so far.
    ///
    /// ```
    /// assert_eq!(retold::event::Background::builder().documents(), 0);
    /// ```
    pub fn documents(&self) -> u32 {
        self.documents
    }

    /// The table of the `max_terms` most frequent terms of those in at least `min_documents`
    /// articles. A term of only one or two articles says more about them than about the language.
    ///
    /// ```
    /// let mut builder = retold::event::Background::builder();
    /// builder.add("A storm hit the coast.").add("The storm passed.");
    /// assert_eq!(builder.build(20_000, 1).len(), 4); // storm, hit, coast, passed
    /// assert_eq!(builder.build(20_000, 2).len(), 1);
    /// ```
    pub fn build(&self, max_terms: usize, min_documents: u32) -> Background {
        let mut terms: Vec<(u32, u32)> = self
            .counts
            .iter()
            .map(|(&key, &count)| (key, count))
            .filter(|&(_, count)| count >= min_documents)
            .collect();
        // The most frequent first, equal ones by key: the map's own order must not show.
        terms.sort_unstable_by_key(|&(key, count)| (std::cmp::Reverse(count), key));
        terms.truncate(max_terms);
        terms.sort_unstable();
        Background {
            documents: self.documents,
            keys: terms.iter().map(|&(key, _)| key).collect(),
            counts: terms.iter().map(|&(_, count)| count).collect(),
        }
    }
}

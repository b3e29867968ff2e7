//! All that clustering needs of one article, made once from its text.

mod bytes;

use crate::event::{Reader, Terms};
use crate::text::{self, Token};
use crate::{Article, AsArticle, Date, hash};

/// An article read for clustering: its terms by passage, its date, and keys of its content. About
/// 1 KiB for an article of 250 words; the text is not needed again.
///
/// ```
/// use retold::story::Digest;
/// let digest = Digest::of("A storm hit the coast of Portugal.");
/// assert_eq!(digest.words(), 7);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    key: u64,
    wording: u64,
    titled: u64,
    words: u32,
    date: Option<Date>,
    terms: Terms,
}

impl Digest {
    /// Reads one article.
    ///
    /// ```
    /// assert!(retold::story::Digest::of("").terms().is_empty());
    /// ```
    pub fn of(article: impl AsArticle) -> Self {
        DigestReader::default().read(article.as_article())
    }

    /// The frozen hash of everything given: text, title, date and source.
    ///
    /// ```
    /// use retold::story::Digest;
    /// assert_ne!(Digest::of("A storm.").key(), Digest::of("A storm!").key());
    /// ```
    pub fn key(&self) -> u64 {
        self.key
    }

    /// The frozen hash of the text's folded words in order: texts that differ in case, spacing or
    /// punctuation alone have the same. 0 for a text without words.
    ///
    /// ```
    /// use retold::story::Digest;
    /// assert_eq!(Digest::of("A storm.").wording(), Digest::of("a  STORM").wording());
    /// ```
    pub fn wording(&self) -> u64 {
        self.wording
    }

    /// As [`wording`](Self::wording), of title and text together. Pages without the article they
    /// stand for (a login, a notice of consent) have one wording under many titles.
    ///
    /// ```
    /// use retold::{Article, story::Digest};
    /// let [a, b] = ["Storm", "Shares"].map(|title| Digest::of(&Article::new("Sign in").with_title(title)));
    /// assert!(a.wording() == b.wording() && a.titled_wording() != b.titled_wording());
    /// ```
    pub fn titled_wording(&self) -> u64 {
        self.titled
    }

    /// How many words the text has.
    ///
    /// ```
    /// assert_eq!(retold::story::Digest::of("A storm.").words(), 2);
    /// ```
    pub fn words(&self) -> usize {
        self.words as usize
    }

    /// Whether it has words enough to know a reprint by: at least one that carries weight. Pages of
    /// one letter, or of nothing but stop words, are nobody's reprints.
    ///
    /// ```
    /// use retold::story::Digest;
    /// assert!(Digest::of("A storm hit Porto.").is_recognisable());
    /// assert!(!Digest::of("* * *").is_recognisable());
    /// ```
    pub fn is_recognisable(&self) -> bool {
        !self.terms.is_empty()
    }

    /// The date of publication, where known.
    ///
    /// ```
    /// assert_eq!(retold::story::Digest::of("A storm.").date(), None);
    /// ```
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// The terms of title and text.
    ///
    /// ```
    /// assert_eq!(retold::story::Digest::of("A storm hit.").terms().len(), 2);
    /// ```
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Its terms; afterwards it has none.
    pub(crate) fn take_terms(&mut self) -> Terms {
        std::mem::take(&mut self.terms)
    }

    /// Bytes of memory it holds.
    ///
    /// ```
    /// assert!(retold::story::Digest::of("A storm hit.").memory() < 200);
    /// ```
    pub fn memory(&self) -> usize {
        size_of::<Self>() - size_of::<Terms>() + self.terms.memory()
    }
}

/// Makes digests; keeps its buffers from one article to the next.
#[derive(Debug, Default)]
pub(crate) struct DigestReader {
    tokens: Vec<Token>,
    terms: Reader,
}

impl DigestReader {
    pub(crate) fn read(&mut self, article: Article<'_>) -> Digest {
        self.tokenize(article.text());
        self.read_tokens(article)
    }

    /// Cuts a text into tokens, and no more.
    pub(crate) fn tokenize(&mut self, text: &str) {
        text::tokenize_into(text, &mut self.tokens);
    }

    /// How many tokens there is room for.
    pub(crate) fn room(&self) -> usize {
        self.tokens.capacity()
    }

    /// The tokens of the text read last.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// What read the terms of the article read last.
    pub(crate) fn terms(&self) -> &Reader {
        &self.terms
    }

    fn read_tokens(&mut self, article: Article<'_>) -> Digest {
        let terms = self.terms.read(article, &self.tokens);
        // Every word counts here: who tells duplicates apart compares all words of both.
        let words = self.tokens.iter().map(|token| token.hash);
        let wording = words.reduce(hash::join).unwrap_or(0);
        Digest {
            key: content_key(article),
            wording,
            titled: hash::join(wording, self.terms.title_wording()),
            words: u32::try_from(self.tokens.len()).unwrap_or(u32::MAX),
            date: article.date(),
            terms,
        }
    }
}

/// Each part is hashed with a number of its own, so that a title given and a source given differ.
fn content_key(article: Article<'_>) -> u64 {
    let mut key = hash::bytes(article.text().as_bytes());
    let mut add = |part: u64, value: Option<u64>| {
        if let Some(value) = value {
            key = hash::join(hash::join(key, part), value);
        }
    };
    add(
        1,
        article.title().map(|title| hash::bytes(title.as_bytes())),
    );
    add(
        2,
        article
            .date()
            .map(|date| date.unix_seconds().cast_unsigned()),
    );
    add(
        3,
        article
            .source()
            .map(|source| hash::bytes(source.as_bytes())),
    );
    add(4, article.language().map(|language| language as u64));
    key
}

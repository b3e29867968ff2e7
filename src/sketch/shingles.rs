//! The shingles of a text in text order, in memory that is used again for the next text.

use crate::hash;
use crate::text;

/// The shingles of one text after another: each run of `n` words, as one 64-bit hash.
///
/// They stand in the order of the text, repeats included. A text shorter than `n` words has one
/// shingle, all its words; a text without words has none. Once the buffers have grown to the
/// longest text, reading another one allocates nothing.
///
/// ```
/// use retold::sketch::Shingles;
/// let mut shingles = Shingles::new(3);
/// for text in ["a quake struck the coast", "too short", ""] {
///     shingles.read_text(text);
///     println!("{} shingles", shingles.hashes().len());
/// }
/// assert!(shingles.hashes().is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct Shingles {
    words: usize,
    /// The hashes of the words.
    text: Vec<u64>,
    hashes: Vec<u64>,
}

impl Shingles {
    /// Buffers for shingles of `words` words; 0 is taken as 1.
    ///
    /// ```
    /// assert_eq!(retold::sketch::Shingles::new(5).words(), 5);
    /// ```
    pub fn new(words: usize) -> Self {
        Self {
            words: words.max(1),
            text: Vec::new(),
            hashes: Vec::new(),
        }
    }

    /// How many words make a shingle.
    ///
    /// ```
    /// assert_eq!(retold::sketch::Shingles::new(0).words(), 1);
    /// ```
    pub fn words(&self) -> usize {
        self.words
    }

    /// Replaces the content by the shingles of a text.
    ///
    /// ```
    /// let mut shingles = retold::sketch::Shingles::new(3);
    /// shingles.read_text("one two three four");
    /// assert_eq!(shingles.hashes().len(), 2);
    /// ```
    pub fn read_text(&mut self, text: &str) {
        text::read_into(text, &mut self.text, |token| token.hash);
        self.hashes.clear();
        append(&self.text, self.words, &mut self.hashes);
    }

    /// Replaces the content by the shingles of a sequence of word hashes, for callers that have
    /// the words already or leave some of them out.
    ///
    /// ```
    /// use retold::{sketch::Shingles, text::hash_word};
    /// let (mut from_words, mut from_text) = (Shingles::new(2), Shingles::new(2));
    /// from_words.read_words(&["a", "quake", "struck"].map(hash_word));
    /// from_text.read_text("A quake struck!");
    /// assert_eq!(from_words.hashes(), from_text.hashes());
    /// ```
    pub fn read_words(&mut self, words: &[u64]) {
        self.hashes.clear();
        self.add_words(words);
    }

    /// Adds the shingles of one more sequence of word hashes, after a gap: no shingle spans it.
    ///
    /// ```
    /// let mut shingles = retold::sketch::Shingles::new(2);
    /// shingles.read_words(&[1, 2, 3]);
    /// shingles.add_words(&[4, 5]);
    /// assert_eq!(shingles.hashes().len(), 3);
    /// ```
    pub fn add_words(&mut self, words: &[u64]) {
        append(words, self.words, &mut self.hashes);
    }

    /// Replaces the content by shingle hashes made elsewhere.
    ///
    /// They must be spread over all 64 bits, as every hash of [`hash`](mod@crate::hash) is:
    /// signatures take their bins from the upper ones.
    ///
    /// ```
    /// use retold::{hash, sketch::Shingles};
    /// let mut shingles = Shingles::new(5);
    /// shingles.read_hashes(["some text", "more text"].map(|shingle| hash::bytes(shingle.as_bytes())));
    /// assert_eq!(shingles.hashes().len(), 2);
    /// ```
    pub fn read_hashes(&mut self, hashes: impl IntoIterator<Item = u64>) {
        self.hashes.clear();
        self.hashes.extend(hashes);
    }

    /// The shingle hashes in text order, repeats included.
    ///
    /// ```
    /// let mut shingles = retold::sketch::Shingles::new(1);
    /// shingles.read_text("one two one");
    /// assert_eq!(shingles.hashes()[0], shingles.hashes()[2]);
    /// ```
    pub fn hashes(&self) -> &[u64] {
        &self.hashes
    }
}

/// Appends the shingles of `n` words each, of a text given as the hashes of its words.
pub(super) fn append(words: &[u64], n: usize, hashes: &mut Vec<u64>) {
    if words.len() <= n {
        hashes.extend((!words.is_empty()).then(|| hash::sequence(words)));
        return;
    }
    // The usual lengths are known to the compiler: their loops cost half as much.
    match n {
        2 => append_known::<2>(words, hashes),
        3 => append_known::<3>(words, hashes),
        4 => append_known::<4>(words, hashes),
        5 => append_known::<5>(words, hashes),
        _ => hashes.extend(words.windows(n).map(hash::sequence)),
    }
}

fn append_known<const N: usize>(words: &[u64], hashes: &mut Vec<u64>) {
    hashes.extend(words.windows(N).map(|run| {
        let run: &[u64; N] = run.try_into().unwrap_or(&[0; N]);
        hash::sequence(run)
    }));
}

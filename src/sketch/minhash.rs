//! From shingles to signatures.

use super::{Shingles, Signature, bins};
use crate::{FormatError, SettingError, hash, text};

/// Makes [`Signature`]s: samples of a text's shingles, of one size for texts of any length.
///
/// It follows Fast Similarity Sketching (Dahlgaard, Knudsen and Thorup, [arXiv
/// 1704.04370](https://arxiv.org/abs/1704.04370)): the estimate of the Jaccard similarity `J` from
/// `k` slots has no bias and a mean squared error of at most `J(1 − J)/k`, and of about half that
/// for texts with fewer shingles than slots. What it makes is frozen: the same shingles give the
/// same signature on every machine and in every version with the same
/// [`settings`](Self::settings).
///
/// ```
/// use retold::sketch::MinHasher;
/// let hasher = MinHasher::default();
/// let left = hasher.signature_of_text("A strong quake struck the northern coast on Monday");
/// let right = hasher.signature_of_text("A strong quake struck the northern coast late on Monday");
/// assert!(left.estimate_jaccard(&right)? > 0.4);
/// # Ok::<(), retold::FormatError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinHasher {
    slots: usize,
    words: usize,
}

impl MinHasher {
    /// A hasher for signatures of `slots` slots (32 to 1024) over shingles of `words` words (1 to
    /// 16).
    ///
    /// # Errors
    /// A number outside its range.
    ///
    /// ```
    /// use retold::sketch::MinHasher;
    /// assert_eq!(MinHasher::new(256, 5)?.slots(), 256);
    /// let error = MinHasher::new(16, 3).unwrap_err();
    /// assert_eq!(error.to_string(), "slots is 16, but must be from 32 to 1024");
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn new(slots: usize, words: usize) -> Result<Self, SettingError> {
        if !(32..=1024).contains(&slots) {
            return Err(SettingError::new("slots", &slots, "from 32 to 1024"));
        }
        if !(1..=16).contains(&words) {
            return Err(SettingError::new("shingle_words", &words, "from 1 to 16"));
        }
        Ok(Self { slots, words })
    }

    /// How many slots a signature has.
    ///
    /// ```
    /// assert_eq!(retold::sketch::MinHasher::default().slots(), 128);
    /// ```
    #[doc(alias = "num_perm")]
    pub fn slots(&self) -> usize {
        self.slots
    }

    /// How many words make a shingle.
    ///
    /// ```
    /// assert_eq!(retold::sketch::MinHasher::default().shingle_words(), 3);
    /// ```
    pub fn shingle_words(&self) -> usize {
        self.words
    }

    /// A fingerprint of everything that decides what a signature looks like: slots, shingle words,
    /// and the versions of hashing, folding and sketching. Only signatures of equal settings can be
    /// compared.
    ///
    /// ```
    /// use retold::sketch::MinHasher;
    /// assert_ne!(MinHasher::new(128, 3)?.settings(), MinHasher::new(128, 5)?.settings());
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn settings(&self) -> u64 {
        let parts = [
            u64::from(SKETCH_VERSION),
            u64::from(hash::VERSION),
            u64::from(text::FOLDING_VERSION),
            self.slots as u64,
            self.words as u64,
        ];
        hash::bytes(parts.map(u64::to_le_bytes).as_flattened())
    }

    /// The buffers to read texts with: [`Shingles`] of as many words.
    ///
    /// ```
    /// assert_eq!(retold::sketch::MinHasher::default().shingles().words(), 3);
    /// ```
    pub fn shingles(&self) -> Shingles {
        Shingles::new(self.words)
    }

    /// The signature of a text.
    ///
    /// ```
    /// assert!(retold::sketch::MinHasher::default().signature_of_text("…").is_empty());
    /// ```
    pub fn signature_of_text(&self, text: &str) -> Signature {
        let mut shingles = self.shingles();
        shingles.read_text(text);
        self.signature(shingles.hashes())
    }

    /// The signature of some shingle hashes, in any order, repeats allowed.
    ///
    /// ```
    /// let hasher = retold::sketch::MinHasher::default();
    /// let mut shingles = hasher.shingles();
    /// shingles.read_text("one two three four");
    /// let signature = hasher.signature(shingles.hashes());
    /// assert_eq!(signature, hasher.signature_of_text("One, two, three, four."));
    /// ```
    pub fn signature(&self, shingles: &[u64]) -> Signature {
        let mut signature = self.empty();
        self.sign(shingles, &mut signature);
        signature
    }

    /// Replaces the content of a signature, whose memory is used again.
    ///
    /// ```
    /// let hasher = retold::sketch::MinHasher::default();
    /// let (mut shingles, mut signature) = (hasher.shingles(), hasher.empty());
    /// for text in ["One two three.", "Four five six."] {
    ///     shingles.read_text(text);
    ///     hasher.sign(shingles.hashes(), &mut signature);
    ///     assert_eq!(signature, hasher.signature_of_text(text));
    /// }
    /// ```
    pub fn sign(&self, shingles: &[u64], signature: &mut Signature) {
        signature.settings = self.settings();
        if shingles.is_empty() {
            signature.slots.clear();
        } else {
            bins::fill(shingles, self.slots, &mut signature.slots);
        }
    }

    /// The signature of a text without words, which matches nothing.
    ///
    /// ```
    /// let hasher = retold::sketch::MinHasher::default();
    /// assert_eq!(hasher.empty(), hasher.signature_of_text(""));
    /// ```
    pub fn empty(&self) -> Signature {
        Signature {
            settings: self.settings(),
            slots: Vec::new(),
        }
    }

    /// Reads what [`Signature::to_bytes`] wrote, and makes sure that it was made with these
    /// settings.
    ///
    /// # Errors
    /// Those of [`Signature::from_bytes`], and [`FormatError::Settings`].
    ///
    /// ```
    /// use retold::sketch::MinHasher;
    /// let bytes = MinHasher::new(128, 3)?.signature_of_text("one two three").to_bytes();
    /// assert!(MinHasher::new(128, 3)?.read_signature(&bytes).is_ok());
    /// assert!(MinHasher::new(128, 5)?.read_signature(&bytes).is_err());
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn read_signature(&self, bytes: &[u8]) -> Result<Signature, FormatError> {
        Signature::from_bytes_for(bytes, self.settings(), self.slots)
    }
}

/// 128 slots, shingles of 3 words.
impl Default for MinHasher {
    fn default() -> Self {
        Self {
            slots: 128,
            words: 3,
        }
    }
}

/// The version of the specification in `bins`.
const SKETCH_VERSION: u32 = 1;

//! What the copy channel keeps of one article: a record with a byte-stable form.

use std::ops::Range;

use super::CopyFinder;
use super::passages::sampled;
use crate::frame::{Bytes, put_bytes};
use crate::lsh::shorten;
use crate::sketch::{Shingles, Signature, sort_distinct};
use crate::story::boilerplate::read_without;
use crate::text;

/// Two numbers that depend on all shingles of an article but not on their order. Equal ones are
/// only a hint: the shingles themselves are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Print {
    pub(super) sum: u64,
    pub(super) count: u32,
}

impl Print {
    pub(super) fn of(shingles: &Shingles) -> Self {
        let hashes = shingles.hashes();
        Self {
            sum: hashes.iter().fold(0, |sum, &hash| sum.wrapping_add(hash)),
            count: hashes.len() as u32,
        }
    }
}

/// Room to sign one article after another.
#[derive(Debug, Clone)]
pub(super) struct Signing {
    signature: Signature,
    keys: Vec<u64>,
}

impl Signing {
    pub(super) fn new(finder: &CopyFinder) -> Self {
        Self {
            signature: finder.hasher().empty(),
            keys: Vec::new(),
        }
    }

    /// Appends the keys of the bands; none for an article without shingles.
    pub(super) fn band_keys(
        &mut self,
        finder: &CopyFinder,
        shingles: &Shingles,
        into: &mut Vec<u32>,
    ) {
        finder.hasher().sign(shingles.hashes(), &mut self.signature);
        finder
            .banding()
            .band_keys_into(&self.signature, &mut self.keys);
        into.extend(self.keys.iter().map(|&key| shorten(key)));
    }
}

/// What finds the copies of an article: its band keys, a sample of its passages, and a print of all
/// its shingles.
///
/// ```
/// use retold::story::{CopyFinder, steps::CopyReader};
/// let mut reader = CopyReader::new(CopyFinder::default());
/// let [a, b] = ["A storm hit the coast.", "A STORM hit the coast!"].map(|text| reader.read(text, &[]).0);
/// assert_eq!(a, b);
/// assert_eq!(a.band_keys().len(), CopyFinder::default().banding().bands());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CopySketch {
    print: Print,
    keys: Vec<u32>,
    sample: Vec<u32>,
}

impl CopySketch {
    /// Two articles with the same print have the same shingles, nearly always: their sum, and how many
    /// there are.
    ///
    /// ```
    /// assert_eq!(retold::story::steps::CopySketch::default().print(), (0, 0));
    /// ```
    pub fn print(&self) -> (u64, u32) {
        (self.print.sum, self.print.count)
    }

    /// One key for each band; none for an article without shingles.
    ///
    /// ```
    /// assert!(retold::story::steps::CopySketch::default().band_keys().is_empty());
    /// ```
    pub fn band_keys(&self) -> &[u32] {
        &self.keys
    }

    /// The sampled passages: see [`enough_shared`](crate::story::steps::enough_shared).
    ///
    /// ```
    /// assert!(retold::story::steps::CopySketch::default().sample().is_empty());
    /// ```
    pub fn sample(&self) -> &[u32] {
        &self.sample
    }

    /// The same on every machine, little-endian: the print (8 and 4 bytes), the number of keys (8),
    /// the keys and the sample (4 each).
    ///
    /// ```
    /// use retold::story::steps::CopySketch;
    /// let bytes = CopySketch::default().to_bytes();
    /// assert_eq!(CopySketch::from_bytes(&bytes), Some(CopySketch::default()));
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.print.sum.to_le_bytes().to_vec();
        bytes.extend_from_slice(&self.print.count.to_le_bytes());
        let numbers = |all: &[u32]| all.iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<_>>();
        put_bytes(&mut bytes, &numbers(&self.keys));
        bytes.extend(numbers(&self.sample));
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote; nothing if the bytes are something else.
    ///
    /// ```
    /// assert_eq!(retold::story::steps::CopySketch::from_bytes(b"no sketch"), None);
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let numbers = |bytes: &[u8]| match bytes.as_chunks() {
            (numbers, []) => Some(numbers.iter().copied().map(u32::from_le_bytes).collect()),
            _ => None,
        };
        let mut bytes = Bytes::new(bytes);
        Some(Self {
            print: Print {
                sum: bytes.u64()?,
                count: bytes.u32()?,
            },
            keys: numbers(bytes.bytes()?)?,
            sample: numbers(bytes.rest())?,
        })
    }
}

/// Reads one article after another for the copy channel.
///
/// ```
/// use retold::story::{CopyFinder, steps::CopyReader};
/// let mut reader = CopyReader::new(CopyFinder::default());
/// let (sketch, shingles) = reader.read("A storm hit the coast.", &[]);
/// assert_eq!((sketch.print().1, shingles.len()), (3, 3));
/// ```
#[derive(Debug)]
pub struct CopyReader {
    finder: CopyFinder,
    shingles: Shingles,
    signing: Signing,
}

impl CopyReader {
    /// With the settings of a finder.
    ///
    /// ```
    /// use retold::story::{CopyFinder, steps::CopyReader};
    /// let (_, shingles) = CopyReader::new(CopyFinder::default()).read("", &[]);
    /// assert!(shingles.is_empty(), "no words, no shingles");
    /// ```
    pub fn new(finder: CopyFinder) -> Self {
        Self {
            shingles: finder.shingles(),
            signing: Signing::new(&finder),
            finder,
        }
    }

    /// The sketch of a text without its boilerplate (see
    /// [`Census::boilerplate`](crate::event::Census::boilerplate)), and its distinct shingles,
    /// ascending.
    ///
    /// ```
    /// use retold::story::{CopyFinder, steps::CopyReader};
    /// let mut reader = CopyReader::new(CopyFinder::default());
    /// let text = "Read more on our site. A storm hit the coast.";
    /// assert_eq!(reader.read(text, &[0..5]), reader.read("A storm hit the coast.", &[]));
    /// ```
    pub fn read(&mut self, text: &str, boilerplate: &[Range<usize>]) -> (CopySketch, Vec<u64>) {
        let words: Vec<u64> = text::tokens(text).iter().map(|token| token.hash).collect();
        read_without(&words, boilerplate, &mut self.shingles);
        let mut keys = Vec::new();
        self.signing
            .band_keys(&self.finder, &self.shingles, &mut keys);
        let mut distinct = self.shingles.hashes().to_vec();
        sort_distinct(&mut distinct);
        let sample = sampled(self.shingles.hashes(), self.shingles.words());
        let sketch = CopySketch {
            print: Print::of(&self.shingles),
            keys,
            sample: sample.collect(),
        };
        (sketch, distinct)
    }
}

//! Sets of word shingles with exact measures (*Mining of Massive Datasets*, ch. 3.2).

use crate::hash;
use crate::text;

/// The set of a text's shingles: each run of `n` words, as one 64-bit hash.
///
/// A text shorter than `n` words has one shingle, all its words; a text without words has none.
///
/// ```
/// use retold::sketch::ShingleSet;
/// let a = ShingleSet::of_text("a quake struck the coast", 3);
/// let b = ShingleSet::of_text("A quake struck the town", 3);
/// assert_eq!((a.len(), a.jaccard(&b)), (3, 0.5));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShingleSet {
    hashes: Vec<u64>,
}

impl ShingleSet {
    /// The shingles of `n` words of a text; `n` of 0 is taken as 1.
    ///
    /// ```
    /// assert_eq!(retold::sketch::ShingleSet::of_text("too short", 3).len(), 1);
    /// ```
    pub fn of_text(text: &str, n: usize) -> Self {
        let words: Vec<u64> = text::tokens(text).iter().map(|token| token.hash).collect();
        let n = n.clamp(1, words.len().max(1));
        let mut hashes: Vec<u64> = words.windows(n).map(hash::sequence).collect();
        hashes.sort_unstable();
        hashes.dedup();
        Self { hashes }
    }

    /// The hashes, ascending and distinct.
    ///
    /// ```
    /// assert!(retold::sketch::ShingleSet::of_text("a b c d", 2).hashes().is_sorted());
    /// ```
    pub fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// How many distinct shingles there are.
    ///
    /// ```
    /// assert_eq!(retold::sketch::ShingleSet::of_text("a a a a", 1).len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether the text had no word.
    ///
    /// ```
    /// assert!(retold::sketch::ShingleSet::of_text("…", 3).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// How many shingles both sets hold.
    ///
    /// ```
    /// use retold::sketch::ShingleSet;
    /// let (a, b) = (ShingleSet::of_text("a b c", 1), ShingleSet::of_text("b c d", 1));
    /// assert_eq!(a.intersection_len(&b), 2);
    /// ```
    pub fn intersection_len(&self, other: &Self) -> usize {
        let (mut left, mut right) = (
            self.hashes.iter().peekable(),
            other.hashes.iter().peekable(),
        );
        let mut shared = 0;
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => _ = left.next(),
                std::cmp::Ordering::Greater => _ = right.next(),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    left.next();
                    right.next();
                }
            }
        }
        shared
    }

    /// Shared shingles over all shingles of both, from 0 to 1; 0 if both are empty.
    ///
    /// ```
    /// use retold::sketch::ShingleSet;
    /// let empty = ShingleSet::default();
    /// assert_eq!(empty.jaccard(&empty), 0.0);
    /// ```
    pub fn jaccard(&self, other: &Self) -> f64 {
        let shared = self.intersection_len(other);
        ratio(shared, self.len() + other.len() - shared)
    }

    /// The part of this set that `other` holds too, from 0 to 1; 0 if this set is empty.
    ///
    /// ```
    /// use retold::sketch::ShingleSet;
    /// let (a, b) = (ShingleSet::of_text("a b", 1), ShingleSet::of_text("a b c d", 1));
    /// assert_eq!((a.containment(&b), b.containment(&a)), (1.0, 0.5));
    /// ```
    pub fn containment(&self, other: &Self) -> f64 {
        ratio(self.intersection_len(other), self.len())
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

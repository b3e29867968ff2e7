//! Sets of word shingles with exact measures (*Mining of Massive Datasets*, ch. 3.2).

use super::Shingles;
use super::shingles::append;
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
        let mut hashes = Vec::new();
        let mut words = Vec::new();
        text::read_into(text, &mut words, |token| token.hash);
        append(&words, n.max(1), &mut hashes);
        Self::from(hashes)
    }

    /// The shingles of `n` words of a sequence of word hashes; `n` of 0 is taken as 1.
    ///
    /// ```
    /// use retold::{sketch::ShingleSet, text::hash_word};
    /// let words = ["a", "quake", "struck"].map(hash_word);
    /// assert_eq!(ShingleSet::of_words(&words, 2), ShingleSet::of_text("A quake struck", 2));
    /// ```
    pub fn of_words(words: &[u64], n: usize) -> Self {
        let mut hashes = Vec::new();
        append(words, n.max(1), &mut hashes);
        Self::from(hashes)
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
        intersection_len(&self.hashes, &other.hashes)
    }

    /// Shared shingles over all shingles of both, from 0 to 1; 0 if both are empty.
    ///
    /// Both sets must have shingles of as many words: others are hashes of different things, and
    /// hardly ever equal.
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

/// Any hashes, in any order, repeats allowed.
impl From<Vec<u64>> for ShingleSet {
    fn from(mut hashes: Vec<u64>) -> Self {
        sort_distinct(&mut hashes);
        Self { hashes }
    }
}

impl From<&Shingles> for ShingleSet {
    fn from(shingles: &Shingles) -> Self {
        Self::from(shingles.hashes().to_vec())
    }
}

/// Sorts hashes and drops repeats.
pub(crate) fn sort_distinct(hashes: &mut Vec<u64>) {
    hashes.sort_unstable();
    hashes.dedup();
}

/// From this ratio of lengths on, looking each hash of the short list up beats walking the long one.
const GALLOP: usize = 16;

/// How many hashes two ascending lists without repeats share.
fn intersection_len(left: &[u64], right: &[u64]) -> usize {
    let (short, long) = if left.len() <= right.len() {
        (left, right)
    } else {
        (right, left)
    };
    if short.len() * GALLOP < long.len() {
        return gallop(short, long);
    }
    // Both steps are taken without a branch, since which list is ahead cannot be predicted.
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(a), Some(b)) = (short.get(i), long.get(j)) {
        shared += usize::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    shared
}

fn gallop(short: &[u64], mut long: &[u64]) -> usize {
    let mut shared = 0;
    for wanted in short {
        let mut step = 1;
        while long.get(step).is_some_and(|hash| hash < wanted) {
            step *= 2;
        }
        let end = long.len().min(step + 1);
        let at = step / 2 + long[step / 2..end].partition_point(|hash| hash < wanted);
        shared += usize::from(long.get(at) == Some(wanted));
        long = &long[at..];
        if long.is_empty() {
            break;
        }
    }
    shared
}

/// A part of a whole, from 0 to 1; 0 of nothing.
pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

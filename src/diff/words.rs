//! Two tellings word by word.

use std::fmt;

use crate::text;

/// A stretch of a word-by-word comparison. Joined, what a side has in all runs is its whole text.
///
/// ```
/// use retold::diff::{Diff, Run};
/// let diff = Diff::between("At least 12 people died.", "At least 17 people died.");
/// let runs = diff.shared().next().unwrap().words();
/// let right: String = runs.iter().filter_map(Run::right).collect();
/// assert_eq!(right, "At least 17 people died.");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Run<'a> {
    /// Words of both sides, each as it stands there: case and punctuation may differ.
    Both {
        /// As the left has it.
        left: &'a str,
        /// As the right has it.
        right: &'a str,
    },
    /// Words only the left has.
    Left(&'a str),
    /// Words only the right has.
    Right(&'a str),
}

impl<'a> Run<'a> {
    /// What the left side has of it.
    ///
    /// ```
    /// assert_eq!(retold::diff::Run::Right("17").left(), None);
    /// ```
    pub fn left(&self) -> Option<&'a str> {
        match *self {
            Self::Both { left, .. } | Self::Left(left) => Some(left),
            Self::Right(_) => None,
        }
    }

    /// What the right side has of it.
    ///
    /// ```
    /// assert_eq!(retold::diff::Run::Right("17").right(), Some("17"));
    /// ```
    pub fn right(&self) -> Option<&'a str> {
        match *self {
            Self::Both { right, .. } | Self::Right(right) => Some(right),
            Self::Left(_) => None,
        }
    }
}

/// `[-only left-]`, `{+only right+}`, and what both have as the left has it.
impl fmt::Display for Run<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Both { left, .. } => f.write_str(left),
            Self::Left(left) => write!(f, "[-{left}-]"),
            Self::Right(right) => write!(f, "{{+{right}+}}"),
        }
    }
}

/// A word of a piece.
struct Word<'a> {
    hash: u64,
    text: &'a str,
    /// What stands before it.
    gap: Vec<&'a str>,
}

fn read<'a>(pieces: &[&'a str]) -> (Vec<Word<'a>>, Vec<&'a str>) {
    let (mut words, mut gap) = (Vec::new(), Vec::new());
    for piece in pieces {
        let mut end = 0;
        for (start, word) in text::words(piece) {
            if end < start {
                gap.push(&piece[end..start]);
            }
            end = start + word.len();
            words.push(Word {
                hash: text::hash_word(word),
                text: word,
                gap: std::mem::take(&mut gap),
            });
        }
        if end < piece.len() {
            gap.push(&piece[end..]);
        }
    }
    (words, gap)
}

/// The runs of two texts given in pieces.
pub(super) fn runs<'a>(left: &[&'a str], right: &[&'a str]) -> Vec<Run<'a>> {
    let ((left, left_end), (right, right_end)) = (read(left), read(right));
    let hashes = |words: &[Word<'_>]| -> Vec<u64> { words.iter().map(|w| w.hash).collect() };
    let matches = longest_common(&hashes(&left), &hashes(&right));
    let mut runs = Vec::new();
    let (mut i, mut j) = (0, 0);
    let both = |runs: &mut Vec<Run<'a>>, a: &[&'a str], b: &[&'a str]| {
        for n in 0..a.len().max(b.len()) {
            match (a.get(n), b.get(n)) {
                (Some(left), Some(right)) => runs.push(Run::Both { left, right }),
                (Some(left), None) => runs.push(Run::Left(left)),
                (None, Some(right)) => runs.push(Run::Right(right)),
                (None, None) => {}
            }
        }
    };
    for (a, b) in matches.into_iter().chain([(left.len(), right.len())]) {
        for word in &left[i..a] {
            runs.extend(word.gap.iter().map(|gap| Run::Left(gap)));
            runs.push(Run::Left(word.text));
        }
        for word in &right[j..b] {
            runs.extend(word.gap.iter().map(|gap| Run::Right(gap)));
            runs.push(Run::Right(word.text));
        }
        if let (Some(l), Some(r)) = (left.get(a), right.get(b)) {
            both(&mut runs, &l.gap, &r.gap);
            runs.push(Run::Both { left: l.text, right: r.text });
        }
        (i, j) = (a + 1, b + 1);
    }
    both(&mut runs, &left_end, &right_end);
    runs
}

/// Share of words that two texts have in common order, of both texts' words, from 0 to 1.
pub(super) fn common_share(left: &str, right: &str) -> f64 {
    let hashes = |text| -> Vec<u64> { text::tokens(text).iter().map(|t| t.hash).collect() };
    let (left, right) = (hashes(left), hashes(right));
    let all = left.len() + right.len();
    if all == 0 || left.len() * right.len() > 4_000_000 {
        return 0.0;
    }
    2.0 * longest_common(&left, &right).len() as f64 / all as f64
}

fn longest_common(left: &[u64], right: &[u64]) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    let mut best = vec![0_u32; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            best[i * width + j] = if left[i] == right[j] {
                best[(i + 1) * width + j + 1] + 1
            } else {
                best[(i + 1) * width + j].max(best[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut matches = Vec::new();
    while i < left.len() && j < right.len() {
        if left[i] == right[j] {
            matches.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    matches
}

//! Two tellings word by word.

use std::fmt;
use std::ops::Range;

use super::{keys, lcs, rarity};

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

/// A word, or what stands between words: a slice of one of the pieces that make a side.
#[derive(Debug)]
struct Atom {
    piece: usize,
    span: Range<usize>,
}

/// A side of the comparison, cut into words and what stands between them.
#[derive(Debug)]
struct Side<'p, 'a> {
    pieces: &'p [&'a str],
    atoms: Vec<Atom>,
    /// Hashes of the words' folded forms.
    hashes: Vec<u64>,
    /// Where the words stand among the atoms, and behind the last the number of atoms.
    places: Vec<usize>,
}

impl<'p, 'a> Side<'p, 'a> {
    fn read(pieces: &'p [&'a str]) -> Self {
        let mut side = Self {
            pieces,
            atoms: Vec::new(),
            hashes: Vec::new(),
            places: Vec::new(),
        };
        for (piece, text) in pieces.iter().enumerate() {
            let mut end = 0;
            for token in keys::tokens(text) {
                side.atom(piece, end..token.start);
                side.places.push(side.atoms.len());
                side.hashes.push(token.hash);
                side.atom(piece, token.span());
                end = token.end;
            }
            side.atom(piece, end..text.len());
        }
        side.places.push(side.atoms.len());
        side
    }

    fn atom(&mut self, piece: usize, span: Range<usize>) {
        if !span.is_empty() {
            self.atoms.push(Atom { piece, span });
        }
    }

    /// The atoms from behind one word to a later word; from the start, to the end.
    fn between(&self, behind: Option<usize>, word: usize) -> Range<usize> {
        behind.map_or(0, |word| self.places[word] + 1)..self.places[word]
    }

    /// The text of a range of atoms, in as few slices as its pieces allow.
    fn slices(&self, range: Range<usize>) -> Vec<&'a str> {
        let atoms = &self.atoms[range];
        let runs = atoms.chunk_by(|a, b| a.piece == b.piece);
        runs.map(|run| &self.pieces[run[0].piece][run[0].span.start..run[run.len() - 1].span.end])
            .collect()
    }

    fn text(&self, range: Range<usize>) -> String {
        self.slices(range).concat()
    }

    /// Splits a range at its first and behind its last word: what stands before, the words, what
    /// stands behind.
    fn core(&self, range: Range<usize>) -> [Range<usize>; 3] {
        let first = self.places.partition_point(|&place| place < range.start);
        let next = self.places.partition_point(|&place| place < range.end);
        if first == next {
            return [range.clone(), range.end..range.end, range.end..range.end];
        }
        let (from, to) = (self.places[first], self.places[next - 1] + 1);
        [range.start..from, from..to, to..range.end]
    }
}

/// A stretch of atoms on each side.
#[derive(Debug)]
struct Stretch {
    both: bool,
    left: Range<usize>,
    right: Range<usize>,
}

/// The runs of two texts given in pieces; `weight` says how much a word tells.
pub(super) fn runs<'a>(
    left: &[&'a str],
    right: &[&'a str],
    weight: impl Fn(u64) -> u32,
) -> Vec<Run<'a>> {
    let (left, right) = (Side::read(left), Side::read(right));
    let mut pairs = lcs::heaviest_common(&left.hashes, &right.hashes, weight);
    join_phrases(&mut pairs, &left, &right);
    let mut stretches = Vec::new();
    let mut behind: Option<(usize, usize)> = None;
    for &(a, b) in &pairs {
        let (before, other) = behind.unzip();
        let gaps = (left.between(before, a), right.between(other, b));
        change(&left, gaps.0, &right, gaps.1, &mut stretches);
        let (l, r) = (left.places[a], right.places[b]);
        add(&mut stretches, true, l..l + 1, r..r + 1);
        behind = Some((a, b));
    }
    let (before, other) = behind.unzip();
    let gaps = (
        left.between(before, left.hashes.len()),
        right.between(other, right.hashes.len()),
    );
    change(&left, gaps.0, &right, gaps.1, &mut stretches);
    let mut runs = Vec::new();
    for stretch in stretches {
        let (l, r) = (left.slices(stretch.left), right.slices(stretch.right));
        if stretch.both {
            let at = |list: &[&'a str], n: usize| list.get(n).copied().unwrap_or_default();
            let both = |n| Run::Both {
                left: at(&l, n),
                right: at(&r, n),
            };
            runs.extend((0..l.len().max(r.len())).map(both));
        } else {
            runs.extend(l.into_iter().map(Run::Left));
            runs.extend(r.into_iter().map(Run::Right));
        }
    }
    runs
}

fn add(stretches: &mut Vec<Stretch>, both: bool, left: Range<usize>, right: Range<usize>) {
    if left.is_empty() && right.is_empty() {
        return;
    }
    match stretches.last_mut() {
        Some(last) if last.both == both => {
            (last.left.end, last.right.end) = (left.end, right.end);
        }
        _ => stretches.push(Stretch { both, left, right }),
    }
}

/// What stands between two common words. White space and punctuation at its rims are common to
/// both sides as far as possible, so that a change shows as words.
fn change(
    left: &Side<'_, '_>,
    l: Range<usize>,
    right: &Side<'_, '_>,
    r: Range<usize>,
    stretches: &mut Vec<Stretch>,
) {
    let [l_before, l_words, l_behind] = left.core(l.clone());
    let [r_before, r_words, r_behind] = right.core(r.clone());
    match (l_words.is_empty(), r_words.is_empty()) {
        (true, true) => add(stretches, true, l, r),
        (false, false) => {
            add(stretches, true, l_before, r_before);
            add(stretches, false, l_words, r_words);
            add(stretches, true, l_behind, r_behind);
        }
        // Words on one side only: the other side's gap goes to the rim that it resembles.
        (false, true) => {
            let gap = right.text(r.clone());
            if left.text(l_behind.clone()) == gap && left.text(l_before) != gap {
                add(stretches, false, l.start..l_words.end, r.start..r.start);
                add(stretches, true, l_behind, r);
            } else {
                add(stretches, true, l.start..l_words.start, r.clone());
                add(stretches, false, l_words.start..l.end, r.end..r.end);
            }
        }
        (true, false) => {
            let gap = left.text(l.clone());
            if right.text(r_behind.clone()) == gap && right.text(r_before) != gap {
                add(stretches, false, l.start..l.start, r.start..r_words.end);
                add(stretches, true, l, r_behind);
            } else {
                add(stretches, true, l.clone(), r.start..r_words.start);
                add(stretches, false, l.end..l.end, r_words.start..r.end);
            }
        }
    }
}

/// Takes back matches of mere function words between changes, so that a reader sees one phrase
/// replaced by another and not a word here and there.
fn join_phrases(pairs: &mut Vec<(usize, usize)>, left: &Side<'_, '_>, right: &Side<'_, '_>) {
    let ends = (left.hashes.len(), right.hashes.len());
    let mut kept: Vec<(usize, usize)> = Vec::with_capacity(pairs.len());
    let mut rest = pairs.as_slice();
    while let [first, ..] = rest {
        let follows = |(n, pair): &(usize, &(usize, usize))| **pair == (first.0 + n, first.1 + n);
        let length = rest.iter().enumerate().take_while(follows).count();
        let (run, behind) = rest.split_at(length);
        let before = kept.last().map_or((0, 0), |pair| (pair.0 + 1, pair.1 + 1));
        let after = behind.first().copied().unwrap_or(ends);
        // Words changed before and after the run, on the left and on the right.
        let l = (first.0 - before.0, after.0 - first.0 - length);
        let r = (first.1 - before.1, after.1 - first.1 - length);
        let weak = run
            .iter()
            .all(|pair| rarity::is_common(left.hashes[pair.0]));
        let inside = l.0 + r.0 > 0 && l.1 + r.1 > 0;
        let little = length <= l.0 + l.1 && length <= r.0 + r.1;
        if !(weak && inside && little) {
            kept.extend(run);
        }
        rest = behind;
    }
    *pairs = kept;
}

/// Share of words that two texts have in common order, of both texts' words, from 0 to 1.
pub(super) fn common_share(left: &[&str], right: &[&str]) -> f64 {
    let (left, right) = (Side::read(left).hashes, Side::read(right).hashes);
    let all = left.len() + right.len();
    if all == 0 {
        return 0.0;
    }
    2.0 * lcs::heaviest_common(&left, &right, |_| 1).len() as f64 / all as f64
}

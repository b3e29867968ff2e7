//! Two tellings word by word.

use std::fmt;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::keys;
use super::lcs;
use super::rarity;

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
                side.gap(piece, end..token.start);
                side.places.push(side.atoms.len());
                side.hashes.push(token.hash);
                side.atom(piece, token.span());
                end = token.end;
            }
            side.gap(piece, end..text.len());
        }
        side.places.push(side.atoms.len());
        side
    }

    /// What stands between words: white space at its rims apart from the rest, so that two gaps may
    /// have only that in common.
    fn gap(&mut self, piece: usize, span: Range<usize>) {
        let text = &self.pieces[piece][span.clone()];
        let space = |cluster: &&str| cluster.trim().is_empty();
        let lead: usize = text.graphemes(true).take_while(space).map(str::len).sum();
        let trail = text[lead..].graphemes(true).rev().take_while(space);
        let trail: usize = trail.map(str::len).sum();
        self.atom(piece, span.start..span.start + lead);
        self.atom(piece, span.start + lead..span.end - trail);
        self.atom(piece, span.end - trail..span.end);
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

    fn atom_text(&self, at: usize) -> &'a str {
        let atom = &self.atoms[at];
        &self.pieces[atom.piece][atom.span.clone()]
    }

    /// How many atoms of a range stand before its first word and behind its last; all, if it has none.
    fn rims(&self, range: &Range<usize>) -> (usize, usize) {
        let first = self.places.partition_point(|&place| place < range.start);
        let next = self.places.partition_point(|&place| place < range.end);
        if first == next {
            return (range.len(), range.len());
        }
        let (from, to) = (self.places[first], self.places[next - 1] + 1);
        (from - range.start, range.end - to)
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
pub(crate) fn runs<'a>(
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

/// What stands between two common words. White space and punctuation at its rims are common where
/// both sides have them alike, so that a change shows as words; else they are part of the change, so
/// that nothing is shown that neither side has.
fn change(
    left: &Side<'_, '_>,
    l: Range<usize>,
    right: &Side<'_, '_>,
    r: Range<usize>,
    stretches: &mut Vec<Stretch>,
) {
    let (l_rims, r_rims) = (left.rims(&l), right.rims(&r));
    if l_rims.0 == l.len() && r_rims.0 == r.len() {
        add(stretches, true, l, r);
        return;
    }
    let alike = |a: usize, b: usize| is_alike(left.atom_text(a), right.atom_text(b));
    let behind = (0..l_rims.1.min(r_rims.1))
        .take_while(|n| alike(l.end - 1 - n, r.end - 1 - n))
        .count();
    let most = (l_rims.0.min(l.len() - behind)).min(r_rims.0.min(r.len() - behind));
    let before = (0..most)
        .take_while(|n| alike(l.start + n, r.start + n))
        .count();
    let inner = |range: &Range<usize>| range.start + before..range.end - behind;
    let (l_inner, r_inner) = (inner(&l), inner(&r));
    add(
        stretches,
        true,
        l.start..l_inner.start,
        r.start..r_inner.start,
    );
    add(stretches, false, l_inner.clone(), r_inner.clone());
    add(stretches, true, l_inner.end..l.end, r_inner.end..r.end);
}

/// Whether two gaps are the same but for the form of spaces, quotation marks and dashes.
fn is_alike(a: &str, b: &str) -> bool {
    let form = |c: char| match c {
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2018}'..='\u{201b}' | '\'' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    a == b
        || a.split_whitespace().eq(b.split_whitespace()) && a.trim().is_empty()
        || a.chars().map(form).eq(b.chars().map(form))
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

//! What tokenising and folding must know of a character, in one place and one look.
//!
//! The generated tables are written down compactly; here they are unfolded, once in a process, into
//! what can be read fast: one byte of properties for each character of the first two planes, which
//! hold all but rare ideographs, and sorted lists for what is asked seldom.

use std::sync::LazyLock;

use super::compose;
use super::equivalents::{self, Equivalents, find, find_run};
use super::tables::{boundary, canonical};

use super::tables::class::{self, FOLD, FOLD_MARK, FOLD_OTHER, FOLD_SAME, FOLD_SLOWLY, WORD};

/// Characters below have their properties in an array.
const DIRECT: u32 = 0x2_0000;
/// Characters below, those of two bytes, have their folded form in an array.
const TWO_BYTES: u32 = 0x800;

static CHARS: LazyLock<Chars> = LazyLock::new(Chars::unfold);

/// The unfolded tables.
pub(crate) struct Chars {
    properties: Vec<u8>,
    /// What a character of two bytes is folded to, if to one character.
    folded_short: Vec<char>,
    /// The same for all others, sorted.
    folded: Vec<(char, char)>,
    equivalents: Equivalents,
}

impl Chars {
    /// The tables of this process.
    #[inline]
    pub(crate) fn get() -> &'static Chars {
        &CHARS
    }

    /// The properties of a character, by its number: its boundary class, whether it makes a word,
    /// how it is folded.
    #[inline]
    pub(crate) fn properties(&self, c: u32) -> u8 {
        match self.properties.get(c as usize) {
            Some(&properties) => properties,
            None => self.rare_properties(c),
        }
    }

    #[cold]
    fn rare_properties(&self, c: u32) -> u8 {
        let boundary = find_run(boundary::RUNS, c).unwrap_or(class::OTHER);
        let folding = match char::from_u32(c) {
            Some(c) if self.equivalents.changes(c) => FOLD_SLOWLY,
            _ => FOLD_SAME,
        };
        boundary | folding
    }

    /// What a character with the property `FOLD_OTHER` is folded to.
    #[inline]
    pub(crate) fn folded(&self, c: char) -> char {
        match self.folded_short.get(c as usize) {
            Some(&folded) => folded,
            None => find(&self.folded, c).unwrap_or(c),
        }
    }

    /// What characters are equivalent to, for what needs more than a look.
    pub(super) fn equivalents(&self) -> &Equivalents {
        &self.equivalents
    }

    fn unfold() -> Self {
        let mut chars = Self {
            properties: vec![0; DIRECT as usize],
            folded_short: (0..TWO_BYTES).filter_map(char::from_u32).collect(),
            folded: Vec::new(),
            equivalents: Equivalents::new(),
        };
        chars.set(boundary::RUNS.iter().copied(), class::CLASS | WORD);
        chars.set_folding();
        chars
    }

    /// Sets some bits of the properties of runs of characters.
    fn set(&mut self, runs: impl Iterator<Item = (u32, u32, u8)>, bits: u8) {
        for (first, last, value) in runs {
            let last = last.min(DIRECT - 1);
            if let Some(run) = self.properties.get_mut(first as usize..=last as usize) {
                for properties in run {
                    *properties = *properties & !bits | value;
                }
            }
        }
    }

    /// Finds out how each character is folded, by folding it.
    fn set_folding(&mut self) {
        let one = |c: char, folding| (u32::from(c), u32::from(c), folding);
        let marks = canonical::MARKS.iter();
        self.set(marks.map(|run| (run.0, run.1, FOLD_MARK)), FOLD);
        let seconds = canonical::PAIRS.iter();
        self.set(seconds.map(|pair| one(pair.0, FOLD_SLOWLY)), FOLD);
        let composing_jamo = equivalents::COMPOSING_JAMO.iter();
        self.set(composing_jamo.map(|run| (run.0, run.1, FOLD_SLOWLY)), FOLD);

        let changed = self.equivalents.changed();
        let mut folded = String::new();
        for c in changed {
            folded.clear();
            compose::fold_slowly(c.encode_utf8(&mut [0; 4]), &self.equivalents, &mut folded);
            let mut result = folded.chars();
            let folding = match (result.next(), result.next()) {
                (Some(one), None) if self.properties(u32::from(one)) & FOLD == FOLD_SAME => {
                    self.set_folded(c, one);
                    if one == c { FOLD_SAME } else { FOLD_OTHER }
                }
                _ => FOLD_SLOWLY,
            };
            self.set([one(c, folding)].into_iter(), FOLD);
        }
    }

    fn set_folded(&mut self, c: char, to: char) {
        match self.folded_short.get_mut(c as usize) {
            Some(folded) => *folded = to,
            None => self.folded.push((c, to)),
        }
    }
}

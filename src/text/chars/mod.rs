//! What tokenising and folding must know of a character, in one place and one look.
//!
//! The generated tables are written down compactly; here they are unfolded, once in a process, into
//! what can be read fast: one byte of properties for each character of the first two planes, which
//! hold all but rare ideographs, and sorted lists for what is asked seldom.

use std::sync::LazyLock;

use super::tables::{boundary, canonical, case};
use super::{compose, fold};

pub(crate) mod class;

use class::{FOLD, FOLD_MARK, FOLD_OTHER, FOLD_SAME, FOLD_SLOWLY, WORD};

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
    /// What a character is folded to by itself, if to none or several or another, sorted.
    mapped: Vec<(char, Mapped)>,
    decomposed: Vec<(char, Parts)>,
    composed: Vec<((char, char), char)>,
}

/// What one fully decomposed character is folded to.
#[derive(Clone, Copy)]
enum Mapped {
    One(char),
    Several(&'static str),
}

/// What a character stands for canonically.
#[derive(Clone, Copy)]
enum Parts {
    One(char),
    Two(char, char),
    All(&'static str),
}

/// The value of a sorted list at a key.
fn find<K: Ord + Copy, V: Copy>(sorted: &[(K, V)], key: K) -> Option<V> {
    let at = sorted.binary_search_by_key(&key, |entry| entry.0).ok()?;
    sorted.get(at).map(|entry| entry.1)
}

/// The value of the run that holds `c`.
fn find_run(runs: &[(u32, u32, u8)], c: u32) -> Option<u8> {
    let after = runs.partition_point(|run| run.0 <= c);
    let &(_, last, value) = runs.get(after.checked_sub(1)?)?;
    (c <= last).then_some(value)
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
            Some(c) if find(&self.decomposed, c).is_some() || fold::is_ignored(c) => FOLD_SLOWLY,
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

    /// What a fully decomposed character is folded to, character by character.
    pub(crate) fn map(&self, c: char, each: &mut impl FnMut(char)) {
        if fold::is_ignored(c) {
            return;
        }
        match find(&self.mapped, c) {
            None => each(c),
            Some(Mapped::One(one)) => each(one),
            Some(Mapped::Several(several)) => {
                for c in several.chars() {
                    each(match find(&self.mapped, c) {
                        Some(Mapped::One(one)) => one,
                        _ => c,
                    });
                }
            }
        }
    }

    /// The full canonical decomposition of a character other than a Hangul syllable.
    pub(crate) fn decompose(&self, c: char, each: &mut impl FnMut(char)) {
        match find(&self.decomposed, c) {
            None => each(c),
            Some(Parts::One(one)) => self.decompose(one, each),
            Some(Parts::Two(first, second)) => {
                self.decompose(first, each);
                self.decompose(second, each);
            }
            Some(Parts::All(parts)) => parts.chars().for_each(each),
        }
    }

    /// The character that two others stand for together, other than a Hangul syllable.
    pub(crate) fn compose(&self, first: char, second: char) -> Option<char> {
        find(&self.composed, (first, second))
    }

    /// The canonical combining class: 0 for all but marks.
    pub(crate) fn mark_class(c: char) -> u8 {
        if c < '\u{300}' {
            return 0;
        }
        find_run(canonical::MARKS, u32::from(c)).unwrap_or(0)
    }

    fn unfold() -> Self {
        let mut chars = Self {
            properties: vec![0; DIRECT as usize],
            folded_short: (0..TWO_BYTES).filter_map(char::from_u32).collect(),
            folded: Vec::new(),
            mapped: mapped(),
            decomposed: decomposed(),
            composed: composed(),
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
        let composing_jamo = compose::COMPOSING_JAMO.iter();
        self.set(composing_jamo.map(|run| (run.0, run.1, FOLD_SLOWLY)), FOLD);

        let ignored = fold::IGNORED.iter();
        let mut changed: Vec<char> = ignored
            .flat_map(|run| *run.start()..=(*run.end()).min('\u{1ffff}'))
            .chain(self.mapped.iter().map(|entry| entry.0))
            .chain(self.decomposed.iter().map(|entry| entry.0))
            .collect();
        changed.sort_unstable();
        changed.dedup();
        let mut folded = String::new();
        for c in changed {
            folded.clear();
            compose::fold_slowly(c.encode_utf8(&mut [0; 4]), self, &mut folded);
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

fn mapped() -> Vec<(char, Mapped)> {
    let mut mapped = Vec::new();
    for &(first, last, step, delta) in case::RANGES {
        let range = (first..=last).step_by(step as usize);
        mapped.extend(range.filter_map(|c| {
            let to = char::from_u32(c.checked_add_signed(delta)?)?;
            Some((char::from_u32(c)?, Mapped::One(to)))
        }));
    }
    let several = case::SEVERAL.iter();
    mapped.extend(several.map(|&(c, to)| (c, Mapped::Several(to))));
    for &(to, from) in fold::ALIKE {
        mapped.extend(from.iter().map(|&c| (c, Mapped::One(to))));
    }
    mapped.sort_unstable_by_key(|entry| entry.0);
    mapped
}

/// The two characters of each entry of a list of pairs written as one string.
fn by_two(pairs: &str) -> impl Iterator<Item = (char, char)> {
    let mut chars = pairs.chars();
    std::iter::from_fn(move || Some((chars.next()?, chars.next()?)))
}

fn decomposed() -> Vec<(char, Parts)> {
    let mut decomposed = Vec::new();
    for &(second, pairs) in canonical::PAIRS {
        decomposed.extend(by_two(pairs).map(|(first, both)| (both, Parts::Two(first, second))));
    }
    for &(c, parts) in canonical::NEVER_COMPOSED {
        decomposed.push((c, Parts::All(parts)));
    }
    for &(start, parts) in canonical::SINGLES {
        decomposed.extend((start..).zip(parts.chars().map(Parts::One)));
    }
    decomposed.sort_unstable_by_key(|entry| entry.0);
    decomposed
}

fn composed() -> Vec<((char, char), char)> {
    let mut composed = Vec::new();
    for &(second, pairs) in canonical::PAIRS {
        composed.extend(by_two(pairs).map(|(first, both)| ((first, second), both)));
    }
    composed.sort_unstable();
    composed
}

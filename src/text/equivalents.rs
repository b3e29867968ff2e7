//! What characters are equivalent to: canonical decompositions, letter case, and what is used alike.

use std::ops::RangeInclusive;

use super::tables::{canonical, case};

/// What looks alike, or is used alike: the character kept and those it stands for.
const ALIKE: &[(char, &[char])] = &[
    (
        '\'',
        &['´', 'ʹ', 'ʻ', 'ʼ', 'ʽ', '׳', '‘', '’', '‛', '′', '＇'],
    ),
    ('"', &['״', '“', '”', '„', '‟', '″', '＂']),
    (
        '-',
        &[
            '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}',
            '\u{fe58}', '\u{fe63}', '\u{ff0d}',
        ],
    ),
    // Letters with a stroke, which have no decomposition; `ø` is left to those who know the language.
    ('l', &['ł', 'Ł']),
    ('d', &['ð', 'Ð']),
    ('h', &['ħ', 'Ħ']),
    ('t', &['ŧ', 'Ŧ']),
    // Forms of Arabic letters that writers use one for another.
    ('\u{627}', &['\u{671}']),
    ('\u{64a}', &['\u{649}', '\u{6cc}']),
    ('\u{643}', &['\u{6a9}']),
    ('\u{647}', &['\u{629}']),
    // The dot and the moon with a dot of Devanagari.
    ('\u{902}', &['\u{901}']),
    // Letters of mathematics that stand outside the run of their alphabet.
    ('b', &['\u{212c}']),
    ('c', &['\u{2102}', '\u{212d}']),
    ('e', &['\u{212f}', '\u{2130}']),
    ('f', &['\u{2131}']),
    ('g', &['\u{210a}']),
    ('h', &['\u{210b}', '\u{210c}', '\u{210d}', '\u{210e}']),
    ('i', &['\u{2110}', '\u{2111}']),
    ('l', &['\u{2112}']),
    ('m', &['\u{2133}']),
    ('n', &['\u{2115}']),
    ('o', &['\u{2134}']),
    ('p', &['\u{2119}']),
    ('q', &['\u{211a}']),
    ('r', &['\u{211b}', '\u{211c}', '\u{211d}']),
    ('z', &['\u{2124}', '\u{2128}']),
];

/// Runs of characters that are others in another shape, by the first of each and how many there are:
/// full-width letters, and digits of other scripts.
const SHAPES: &[(char, char, u32)] = &[
    ('\u{ff21}', 'a', 26),
    ('\u{ff41}', 'a', 26),
    ('\u{ff10}', '0', 10),
    ('\u{660}', '0', 10),
    ('\u{6f0}', '0', 10),
    ('\u{966}', '0', 10),
    ('\u{9e6}', '0', 10),
    ('\u{e50}', '0', 10),
];

/// The alphabets of mathematics, capitals and small letters in turn, and its digits.
const MATH_LETTERS: (u32, u32) = (0x1d400, 26);
const MATH_DIGITS: (u32, u32) = (0x1d7ce, 5);

/// Letters that are two in another spelling.
const LIGATURES: &[(char, &str)] = &[
    ('æ', "ae"),
    ('Æ', "ae"),
    ('œ', "oe"),
    ('Œ', "oe"),
    ('þ', "th"),
    ('Þ', "th"),
];

/// What is not seen or mostly not written: `Default_Ignorable_Code_Point`, the hyphenation point, vowel marks
/// and hamzas of Arabic and its elongation, points of Hebrew, the dot below of Devanagari.
const IGNORED: &[RangeInclusive<char>] = &[
    '\u{ad}'..='\u{ad}',
    '\u{34f}'..='\u{34f}',
    '\u{591}'..='\u{5bd}',
    '\u{5bf}'..='\u{5bf}',
    '\u{5c1}'..='\u{5c2}',
    '\u{5c4}'..='\u{5c5}',
    '\u{5c7}'..='\u{5c7}',
    '\u{610}'..='\u{61a}',
    '\u{61c}'..='\u{61c}',
    '\u{640}'..='\u{640}',
    '\u{64b}'..='\u{65f}',
    '\u{670}'..='\u{670}',
    '\u{6d6}'..='\u{6dc}',
    '\u{6df}'..='\u{6e4}',
    '\u{6e7}'..='\u{6e8}',
    '\u{6ea}'..='\u{6ed}',
    '\u{93c}'..='\u{93c}',
    '\u{115f}'..='\u{1160}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180b}'..='\u{180f}',
    '\u{200b}'..='\u{200f}',
    '\u{2027}'..='\u{2027}',
    '\u{202a}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{3164}'..='\u{3164}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff0}'..='\u{fff8}',
    '\u{1bca0}'..='\u{1bca3}',
    '\u{1d173}'..='\u{1d17a}',
    '\u{e0000}'..='\u{e0fff}',
];

/// Whether folding leaves nothing of a character.
fn is_ignored(c: char) -> bool {
    let after = IGNORED.partition_point(|run| *run.start() <= c);
    let run = after.checked_sub(1).and_then(|at| IGNORED.get(at));
    run.is_some_and(|run| run.contains(&c))
}

/// The Hangul jamo that compose with what stands before them: vowels and final consonants.
pub(super) const COMPOSING_JAMO: &[(u32, u32)] = &[(0x1161, 0x1175), (0x11a8, 0x11c2)];

/// All that is written down about equivalent characters, sorted.
pub(super) struct Equivalents {
    /// What a character is folded to by itself, if to none or several or another.
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
pub(super) fn find<K: Ord + Copy, V: Copy>(sorted: &[(K, V)], key: K) -> Option<V> {
    let at = sorted.binary_search_by_key(&key, |entry| entry.0).ok()?;
    sorted.get(at).map(|entry| entry.1)
}

/// The value of the run that holds `c`.
pub(super) fn find_run(runs: &[(u32, u32, u8)], c: u32) -> Option<u8> {
    let after = runs.partition_point(|run| run.0 <= c);
    let &(_, last, value) = runs.get(after.checked_sub(1)?)?;
    (c <= last).then_some(value)
}

impl Equivalents {
    pub(super) fn new() -> Self {
        Self {
            mapped: mapped(),
            decomposed: decomposed(),
            composed: composed(),
        }
    }

    /// Whether a character beyond the first two planes is anything but itself.
    pub(super) fn changes(&self, c: char) -> bool {
        find(&self.decomposed, c).is_some() || is_ignored(c)
    }

    /// The characters of the first two planes that may be folded to others, ascending.
    pub(super) fn changed(&self) -> Vec<char> {
        let ignored = IGNORED.iter();
        let mut changed: Vec<char> = ignored
            .flat_map(|run| *run.start()..=(*run.end()).min('\u{1ffff}'))
            .chain(self.mapped.iter().map(|entry| entry.0))
            .chain(self.decomposed.iter().map(|entry| entry.0))
            .collect();
        changed.sort_unstable();
        changed.dedup();
        changed
    }

    /// What a fully decomposed character is folded to, character by character.
    pub(super) fn map(&self, c: char, each: &mut impl FnMut(char)) {
        if is_ignored(c) {
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
    pub(super) fn decompose(&self, c: char, each: &mut impl FnMut(char)) {
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
    pub(super) fn compose(&self, first: char, second: char) -> Option<char> {
        find(&self.composed, (first, second))
    }

    /// The canonical combining class: 0 for all but marks.
    pub(super) fn mark_class(c: char) -> u8 {
        if c < '\u{300}' {
            return 0;
        }
        find_run(canonical::MARKS, u32::from(c)).unwrap_or(0)
    }
}

fn mapped() -> Vec<(char, Mapped)> {
    let mut mapped = Vec::new();
    for &(to, from) in ALIKE {
        mapped.extend(from.iter().map(|&c| (c, Mapped::One(to))));
    }
    mapped.extend(LIGATURES.iter().map(|&(c, to)| (c, Mapped::Several(to))));
    let run = |first: u32, to: char, count: u32| {
        let pairs = (first..first + count).zip(u32::from(to)..);
        pairs.filter_map(|(c, to)| Some((char::from_u32(c)?, Mapped::One(char::from_u32(to)?))))
    };
    for &(first, to, count) in SHAPES {
        mapped.extend(run(u32::from(first), to, count));
    }
    for at in 0..MATH_LETTERS.1 {
        mapped.extend(run(MATH_LETTERS.0 + at * 26, 'a', 26));
    }
    for at in 0..MATH_DIGITS.1 {
        mapped.extend(run(MATH_DIGITS.0 + at * 10, '0', 10));
    }
    for &(first, last, step, delta) in case::RANGES {
        let range = (first..=last).step_by(step as usize);
        mapped.extend(range.filter_map(|c| {
            let to = char::from_u32(c.checked_add_signed(delta)?)?;
            Some((char::from_u32(c)?, Mapped::One(to)))
        }));
    }
    let several = case::SEVERAL.iter();
    mapped.extend(several.map(|&(c, to)| (c, Mapped::Several(to))));
    // What is written down here goes before letter case.
    mapped.sort_by_key(|entry| entry.0);
    mapped.dedup_by_key(|entry| entry.0);
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

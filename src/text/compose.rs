//! Canonical equivalence: one form for all the ways to write a character with its marks.
//!
//! The form is Normalization Form C of [UAX #15](https://www.unicode.org/reports/tr15/): characters
//! are taken apart, each part is folded by itself, marks are put in their canonical order, and what
//! composes is composed again. Since every part that is left behind by folding folds to itself,
//! folding the result changes nothing.

use super::equivalents::Equivalents;

/// Where a folded word is written to.
pub(super) trait Sink {
    fn put(&mut self, c: char);
    /// What was written of this word.
    fn written(&self) -> &[u8];
    /// Keeps so many bytes of it.
    fn cut(&mut self, len: usize);
}

/// Marks behind one character that are held without a list on the heap.
const FEW: usize = 15;

/// Folds a word that needs more than a look at each of its characters.
pub(super) fn fold_slowly(word: &str, all: &Equivalents, sink: &mut impl Sink) {
    let mut cluster = Cluster::default();
    for c in word.chars() {
        let mut fold_part = |part| all.map(part, &mut |c| cluster.push(c, all, sink));
        if let Some(jamo) = hangul::decompose(c) {
            jamo.into_iter().flatten().for_each(fold_part);
        } else {
            all.decompose(c, &mut fold_part);
        }
    }
    cluster.flush(all, sink);
}

/// A character and the marks behind it, not yet in order.
#[derive(Default)]
struct Cluster {
    starter: Option<char>,
    /// The marks, each with its combining class: the first few of them, and all if there are more.
    few: [(u8, char); FEW],
    len: usize,
    many: Vec<(u8, char)>,
}

impl Cluster {
    fn push(&mut self, c: char, all: &Equivalents, sink: &mut impl Sink) {
        let class = Equivalents::mark_class(c);
        if class > 0 {
            self.push_mark((class, c));
            return;
        }
        if let Some(starter) = self.starter {
            self.compose(all);
            let starter = self.starter.unwrap_or(starter);
            if self.len == 0
                && let Some(both) = compose(starter, c, all)
            {
                self.starter = Some(both);
                return;
            }
        }
        self.flush(all, sink);
        self.starter = Some(c);
    }

    fn push_mark(&mut self, mark: (u8, char)) {
        if let Some(slot) = self.few.get_mut(self.len) {
            *slot = mark;
        } else {
            if self.len == FEW {
                self.many.extend(self.few);
            }
            self.many.push(mark);
        }
        self.len += 1;
    }

    fn marks(&mut self) -> &mut [(u8, char)] {
        match self.few.get_mut(..self.len) {
            Some(few) => few,
            None => &mut self.many,
        }
    }

    /// Orders the marks and composes with the starter what does.
    fn compose(&mut self, all: &Equivalents) {
        if self.len == 0 {
            return;
        }
        let starter = self.starter;
        let marks = self.marks();
        marks.sort_by_key(|mark| mark.0);
        let Some(mut starter) = starter else {
            return;
        };
        // A dot above an i says nothing: İ, the lower case of which is an i with one, is an i. Nor do the
        // two above the ё of Russian, which most leave away.
        let silent = match starter {
            'i' => '\u{307}',
            'е' => '\u{308}',
            _ => char::MAX,
        };
        let above = marks.partition_point(|mark| mark.0 < ABOVE);
        let dots = marks[above..].iter().take_while(|mark| mark.1 == silent);
        let dots = above..above + dots.count();
        let mut kept = 0;
        let mut last_class = 0;
        for at in 0..marks.len() {
            let (class, mark) = marks[at];
            if dots.contains(&at) {
                continue;
            }
            // A mark is blocked by one of its own class that was kept before it.
            if class != last_class
                && let Some(both) = all.compose(starter, mark)
            {
                starter = both;
                continue;
            }
            last_class = class;
            marks[kept] = (class, mark);
            kept += 1;
        }
        self.starter = Some(starter);
        self.keep(kept);
    }

    fn keep(&mut self, kept: usize) {
        if self.len > FEW {
            self.many.truncate(kept);
            if kept <= FEW {
                for (slot, mark) in self.few.iter_mut().zip(self.many.drain(..)) {
                    *slot = mark;
                }
            }
        }
        self.len = kept;
    }

    fn flush(&mut self, all: &Equivalents, sink: &mut impl Sink) {
        self.compose(all);
        if let Some(starter) = self.starter.take() {
            sink.put(starter);
        }
        for mark in self.marks() {
            sink.put(mark.1);
        }
        self.len = 0;
        self.many.clear();
    }
}

/// The combining class of marks right above a character.
const ABOVE: u8 = 230;

fn compose(first: char, second: char, all: &Equivalents) -> Option<char> {
    hangul::compose(first, second).or_else(|| all.compose(first, second))
}

/// Hangul syllables, which are composed by arithmetic ([Unicode], section 3.12).
///
/// [Unicode]: https://www.unicode.org/versions/latest/core-spec/chapter-3/
mod hangul {
    const SYLLABLE: u32 = 0xac00;
    const LEADING: u32 = 0x1100;
    const VOWEL: u32 = 0x1161;
    /// One before the first final consonant: none.
    const FINAL: u32 = 0x11a7;
    const LEADINGS: u32 = 19;
    const VOWELS: u32 = 21;
    const FINALS: u32 = 28;

    pub(super) fn decompose(c: char) -> Option<[Option<char>; 3]> {
        let index = u32::from(c).checked_sub(SYLLABLE)?;
        if index >= LEADINGS * VOWELS * FINALS {
            return None;
        }
        let last = index % FINALS;
        Some([
            char::from_u32(LEADING + index / (VOWELS * FINALS)),
            char::from_u32(VOWEL + index / FINALS % VOWELS),
            char::from_u32(FINAL + last).filter(|_| last > 0),
        ])
    }

    pub(super) fn compose(first: char, second: char) -> Option<char> {
        let (first, second) = (u32::from(first), u32::from(second));
        let syllable = first.wrapping_sub(SYLLABLE);
        let last = second.wrapping_sub(FINAL);
        if syllable < LEADINGS * VOWELS * FINALS
            && syllable.is_multiple_of(FINALS)
            && (1..FINALS).contains(&last)
        {
            return char::from_u32(first + last);
        }
        let leading = first.wrapping_sub(LEADING);
        let vowel = second.wrapping_sub(VOWEL);
        if leading < LEADINGS && vowel < VOWELS {
            return char::from_u32(SYLLABLE + (leading * VOWELS + vowel) * FINALS);
        }
        None
    }
}

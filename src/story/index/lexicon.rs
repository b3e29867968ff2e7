//! The wordings of articles, in little memory: each word once, each article a row of numbers.
//!
//! An article's shingles, 8 bytes each, would take more room than all else that is known of it. They
//! follow from its words, and of these few are new: a number for each, mostly of 16 bits,
//! takes about a quarter of that. Words no article uses any more give their numbers back.
//!
//! Two articles are compared by runs of these numbers (see [`ShingleTable`]), which stand for the
//! same words as shingles do; the frozen hashes are only looked up to make signatures.

#[cfg(feature = "store")]
use std::collections::BTreeSet;

use super::long_list::LongList;
use super::row::{Row, numbers, put};
use super::sharded_map::ShardedMap;
use super::shingle_table::ShingleTable;
use crate::sketch::Shingles;

/// How many words are written to a file as one: as many as fit into a page.
#[cfg(feature = "store")]
const BLOCK: usize = 480;

/// Numbers of words, widened: a word that is in no article held has none, and goes by its hash
/// above this.
const UNKNOWN: u64 = 1 << 63;

/// Room for a row is kept for the next, up to this.
const MOST_ROOM: usize = 1 << 16;

/// The words in use, by number.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    numbers: ShardedMap<u64, u32>,
    /// The hash of each word, and how often it is used; a word used four billion times stays.
    words: LongList<(u64, u32)>,
    /// Numbers given back.
    free: Vec<u32>,
    /// Room for a row.
    row: Vec<u16>,
    /// Blocks with a number that was given since the last commit; for an index in a file.
    #[cfg(feature = "store")]
    changed: Option<BTreeSet<u32>>,
}

impl Lexicon {
    /// The words of an article, by their hashes, as a row of numbers: 16 bits each, and 32 more for
    /// those that do not fit. The first words to come get the small numbers, and these are the
    /// common ones.
    ///
    /// They have been laid out just now.
    pub(super) fn take_in(&mut self, words: &[u64], laid_out: &ShingleTable) -> Row {
        let row = &mut self.row;
        row.clear();
        row.shrink_to(MOST_ROOM);
        for (&word, &number) in words.iter().zip(laid_out.numbers()) {
            let number = if number < UNKNOWN {
                number as u32
            } else {
                *self.numbers.entry(word).or_insert_with(|| {
                    let number = self.free.pop().unwrap_or_else(|| {
                        self.words.push((0, 0));
                        self.words.len() as u32 - 1
                    });
                    #[cfg(feature = "store")]
                    if let Some(changed) = &mut self.changed {
                        changed.insert(number / BLOCK as u32);
                    }
                    number
                })
            };
            if let Some((hash, uses)) = self.words.get_mut(number as usize) {
                (*hash, *uses) = (word, uses.saturating_add(1));
            }
            put(row, number);
        }
        row.as_slice().into()
    }

    /// Gives up the words of an article that has gone.
    pub(super) fn let_go(&mut self, row: &[u16]) {
        for number in numbers(row) {
            let Some((word, uses)) = self.words.get_mut(number as usize) else {
                continue;
            };
            *uses -= u32::from(*uses < u32::MAX);
            if *uses == 0 {
                self.numbers.remove(word);
                self.free.push(number);
            }
        }
    }

    /// Lays out the shingles of `run` words that an article's words make.
    pub(super) fn lay_out(&self, words: &[u64], run: usize, table: &mut ShingleTable) {
        let number = |word: &u64| match self.numbers.get(word) {
            Some(&number) => u64::from(number),
            None => word | UNKNOWN,
        };
        table.fill(words.iter().map(number), run);
    }

    /// Replaces the content of `into` by the shingles of an article held, as its text would.
    pub(super) fn read(&self, row: &[u16], into: &mut Shingles) {
        let word = |number: u32| Some(self.words.get(number as usize)?.0);
        let words: Vec<u64> = numbers(row).filter_map(word).collect();
        into.read_words(&words);
    }

    /// The hashes of an article's words.
    pub(super) fn words_of(&self, row: &[u16]) -> Vec<u64> {
        let word = |number: u32| Some(self.words.get(number as usize)?.0);
        numbers(row).filter_map(word).collect()
    }

    /// Lists the blocks of words that change from now on.
    #[cfg(feature = "store")]
    pub(super) fn follow_changes(&mut self) {
        self.changed = Some(BTreeSet::new());
    }

    /// The blocks that have changed since, each with its number and the hashes in it.
    #[cfg(feature = "store")]
    pub(super) fn changed(&self) -> impl Iterator<Item = (u64, Vec<u8>)> + '_ {
        self.changed.iter().flatten().map(|&number| {
            let start = number as usize * BLOCK;
            let words = (start..start + BLOCK).map_while(|at| self.words.get(at));
            let hashes = words.flat_map(|(hash, _)| hash.to_le_bytes());
            (u64::from(number), hashes.collect())
        })
    }

    /// The words of a file's blocks in order, none of them in use as yet.
    #[cfg(feature = "store")]
    pub(super) fn stored(blocks: &[Vec<u8>]) -> Option<Self> {
        let mut words = LongList::default();
        for block in blocks {
            let (hashes, []) = block.as_chunks() else {
                return None;
            };
            if !words.len().is_multiple_of(BLOCK) || hashes.len() > BLOCK {
                return None;
            }
            for &hash in hashes {
                words.push((u64::from_le_bytes(hash), 0));
            }
        }
        u32::try_from(words.len()).ok()?;
        Some(Self {
            words,
            ..Self::default()
        })
    }

    /// Uses the words of an article: how many there are, or nothing if one is unknown.
    #[cfg(feature = "store")]
    pub(super) fn use_again(&mut self, row: &[u16]) -> Option<usize> {
        let mut count = 0;
        for number in numbers(row) {
            let (_, uses) = self.words.get_mut(number as usize)?;
            *uses = uses.saturating_add(1);
            count += 1;
        }
        Some(count)
    }

    /// Ends the reading of a file: numbers of words not in use are free. Nothing if a word in use has
    /// two of them.
    #[cfg(feature = "store")]
    pub(super) fn complete(&mut self) -> Option<()> {
        let used = self.words.iter().filter(|(_, uses)| *uses > 0).count();
        self.numbers.reserve(used);
        for (&(hash, uses), number) in self.words.iter().zip(0..) {
            if uses == 0 {
                self.free.push(number);
            } else if self.numbers.insert(hash, number).is_some() {
                return None;
            }
        }
        Some(())
    }

    pub(super) fn bytes(&self) -> usize {
        self.numbers.capacity() * (size_of::<(u64, u32)>() + 1)
            + self.words.capacity() * size_of::<(u64, u32)>()
            + self.free.capacity() * size_of::<u32>()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn take_in(lexicon: &mut Lexicon, words: &[u64]) -> Row {
        let mut table = ShingleTable::default();
        lexicon.lay_out(words, 3, &mut table);
        lexicon.take_in(words, &table)
    }

    proptest! {
        #[test]
        fn words_come_back_and_leave_nothing_behind(
            articles in proptest::collection::vec(proptest::collection::vec(0..900_u64, 0..300), 0..9),
        ) {
            let mut lexicon = Lexicon::default();
            let rows = articles.iter().map(|words| take_in(&mut lexicon, words));
            let rows: Vec<_> = rows.collect();
            for (at, row) in rows.iter().enumerate() {
                for (row, article) in rows[at..].iter().zip(&articles[at..]) {
                    prop_assert_eq!(&lexicon.words_of(row), article);
                }
                lexicon.let_go(row);
            }
            prop_assert_eq!(lexicon.numbers.values().count(), 0);
            prop_assert_eq!(lexicon.free.len(), lexicon.words.len());
        }

        /// Written, read and used again by the articles still there, it numbers all words as it did.
        #[cfg(feature = "store")]
        #[test]
        fn a_file_has_the_words_in_use(
            batches in proptest::collection::vec(proptest::collection::vec(0..900_u64, 0..400), 1..9),
        ) {
            let (mut lexicon, mut file) = (Lexicon::default(), std::collections::BTreeMap::new());
            let mut rows = Vec::new();
            for (at, words) in batches.iter().enumerate() {
                lexicon.follow_changes();
                rows.push((words, take_in(&mut lexicon, words)));
                if at % 3 == 2 {
                    lexicon.let_go(&rows.remove(0).1);
                    let words = &batches[at / 2];
                    rows.push((words, take_in(&mut lexicon, words)));
                }
                file.extend(lexicon.changed());
            }
            let blocks: Vec<_> = file.into_values().collect();
            let mut read = Lexicon::stored(&blocks).unwrap();
            for (words, row) in &rows {
                prop_assert_eq!(read.use_again(row), Some(words.len()));
            }
            prop_assert!(read.complete().is_some());
            for (words, row) in &rows {
                prop_assert_eq!(&read.words_of(row), *words);
                prop_assert_eq!(&take_in(&mut read, words), row);
            }
            prop_assert_eq!(read.use_again(&[u16::MAX, 0, 9]), None);
        }
    }
}

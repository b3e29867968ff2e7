//! Scripts without spaces between words: letters that touch make terms of several letters.
//!
//! Overlapping runs of letters need no dictionary and find what one would (`McNamee` and Mayfield 2004,
//! "Character n-gram tokenization for European language text retrieval"; Lucene's analyzer for Chinese and
//! Japanese does the same).

use crate::hash;

/// Letters that are remembered: the longest term has so many.
const LONGEST: usize = 4;

/// The letters read last, as long as they touch.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Run {
    /// The hash of each letter and where it starts, the last one last.
    letters: [(u64, usize); LONGEST],
    len: usize,
    /// Where the last one ends.
    end: usize,
}

impl Run {
    /// Goes on with a letter, or anew if it does not touch the one before.
    pub(super) fn push(&mut self, hash: u64, start: usize, end: usize, touches: bool) {
        if !touches {
            self.len = 0;
        }
        self.letters.rotate_left(1);
        self.letters[LONGEST - 1] = (hash, start);
        self.len = (self.len + 1).min(LONGEST);
        self.end = end;
    }

    /// Where the last letter ends.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// The hash of the last `count` letters and where they start, if as many touch.
    pub(super) fn last(&self, count: usize) -> Option<(u64, usize)> {
        if self.len < count {
            return None;
        }
        let letters = self.letters.get(LONGEST - count..)?;
        let hash = letters.iter().map(|letter| letter.0).reduce(hash::join)?;
        Some((hash, letters.first()?.1))
    }
}

//! Small numbers for the shingles of a few articles, so that their sets can be compared by marks.

use ahash::RandomState;

/// Gives the distinct shingles of some articles numbers from 0 on, in the order they come.
///
/// It is a table with open addresses that is used again and again: what an earlier family of
/// articles left in it counts as free, and is never swept out.
#[derive(Debug)]
pub(super) struct Numbers {
    /// A power of two of them, less than half in use.
    slots: Vec<Slot>,
    /// How many shingles have a number.
    len: u32,
    /// When this family began, and the time now: the articles read since the start, from 1 on.
    began: u32,
    now: u32,
    /// A factor unknown to whoever wrote the articles, so that no text fills one place on purpose.
    secret: u64,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u64,
    number: u32,
    /// The last article that had this shingle.
    seen: u32,
}

/// A table of so many slots is kept for the next family; a larger one would be slow to reach.
const KEPT: usize = 1 << 12;

impl Numbers {
    pub(super) fn new() -> Self {
        Self {
            slots: vec![Slot::default(); KEPT],
            len: 0,
            began: 1,
            now: 0,
            secret: RandomState::new().hash_one(KEPT) | 1,
        }
    }

    /// Forgets all numbers.
    pub(super) fn clear(&mut self) {
        self.len = 0;
        self.began = self.now + 1;
        if self.slots.len() > KEPT {
            self.slots = vec![Slot::default(); KEPT];
        }
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        self.len as usize
    }

    /// Appends the numbers of the distinct shingles of one more article.
    pub(super) fn read(&mut self, shingles: &[u64], numbers: &mut Vec<u32>) {
        self.reserve(shingles.len());
        self.now += 1;
        numbers.reserve(shingles.len());
        for &hash in shingles {
            let at = self.find(hash);
            let slot = &mut self.slots[at];
            if slot.seen < self.began {
                *slot = Slot {
                    hash,
                    number: self.len,
                    seen: 0,
                };
                self.len += 1;
            }
            if slot.seen != self.now {
                slot.seen = self.now;
                numbers.push(slot.number);
            }
        }
    }

    /// The slot that has this shingle, or the free one it belongs in.
    fn find(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let spread = hash.wrapping_mul(self.secret);
        let mut at = (spread >> 32) as usize & mask;
        loop {
            let slot = &self.slots[at & mask];
            if slot.hash == hash || slot.seen < self.began {
                return at & mask;
            }
            at += 1;
        }
    }

    /// Makes room for so many shingles more.
    fn reserve(&mut self, more: usize) {
        let wanted = 2 * (self.len() + more);
        if wanted <= self.slots.len() {
            return;
        }
        let slots = vec![Slot::default(); wanted.next_power_of_two()];
        let began = self.began;
        for slot in std::mem::replace(&mut self.slots, slots) {
            if slot.seen >= began {
                let at = self.find(slot.hash);
                self.slots[at] = slot;
            }
        }
    }
}

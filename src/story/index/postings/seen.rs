//! Which keys there may be (Bloom 1970): most bands of an article are no other's, and this says so
//! without a look at each segment of the postings.

/// A set of keys that may hold more than were put in: three bits of one word for each.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    bits: Box<[u64]>,
    /// How many keys it was made for.
    room: usize,
}

/// The smallest set has room for so many keys.
const LEAST: usize = 1 << 15;

/// Bits a key when it is full, at least.
const BITS: usize = 8;

impl Default for Seen {
    fn default() -> Self {
        Self::for_keys(0)
    }
}

impl Seen {
    /// With room for so many keys, and half as many again.
    pub(super) fn for_keys(keys: usize) -> Self {
        let room = (keys + keys / 2).max(LEAST);
        Self {
            bits: vec![0; (room * BITS).div_ceil(64)].into_boxed_slice(),
            room,
        }
    }

    /// Whether it should be made anew: it is too small, or most of what it knows has gone.
    pub(super) fn is_due(&self, keys: usize) -> bool {
        keys > self.room || self.room > (8 * keys).max(4 * LEAST)
    }

    /// The word of a key, and its bits there. Keys are spread evenly, so any of their bits will do.
    fn place(&self, key: u32) -> (usize, u64) {
        let word = (u64::from(key) * self.bits.len() as u64) >> 32;
        let bits = 1 << (key % 64) | 1 << (key >> 6 & 63) | 1 << (key >> 12 & 63);
        (word as usize, bits)
    }

    pub(super) fn insert(&mut self, key: u32) {
        let (word, bits) = self.place(key);
        if let Some(word) = self.bits.get_mut(word) {
            *word |= bits;
        }
    }

    pub(super) fn may_contain(&self, key: u32) -> bool {
        let (word, bits) = self.place(key);
        self.bits.get(word).is_some_and(|word| word & bits == bits)
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(&*self.bits)
    }
}

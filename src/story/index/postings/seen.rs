//! Which keys there may be (Bloom 1970): most bands of an article are no other's, and this says so
//! without a look at each segment of the postings.

use super::segment::Segment;

/// A set of keys that may hold more than were put in: three bits of one word for each.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    /// In blocks that are made when the first key falls into them: to clear all at once would take
    /// milliseconds.
    blocks: Vec<Option<Box<Block>>>,
    /// How many keys it was made for.
    room: usize,
}

const WORDS: usize = 1 << 11;
type Block = [u64; WORDS];

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
            blocks: vec![None; (room * BITS).div_ceil(64 * WORDS)],
            room,
        }
    }

    /// Takes in the entries of some segments.
    #[cfg(feature = "store")]
    pub(super) fn read<'a>(&mut self, segments: impl IntoIterator<Item = &'a Segment>) {
        for entry in segments.into_iter().flat_map(Segment::iter) {
            self.insert((entry >> 32) as u32);
        }
    }

    /// Whether it should be made anew: it is too small, or most of what it knows has gone.
    pub(super) fn is_due(&self, keys: usize) -> bool {
        keys > self.room || self.room > (8 * keys).max(4 * LEAST)
    }

    /// The word of a key, and its bits there. Keys are spread evenly, so any of their bits will do.
    fn place(&self, key: u32) -> (usize, u64) {
        let words = self.blocks.len() * WORDS;
        let word = (u64::from(key) * words as u64) >> 32;
        let bits = 1 << (key % 64) | 1 << (key >> 6 & 63) | 1 << (key >> 12 & 63);
        (word as usize, bits)
    }

    pub(super) fn insert(&mut self, key: u32) {
        let (word, bits) = self.place(key);
        if let Some(block) = self.blocks.get_mut(word / WORDS) {
            block.get_or_insert_with(|| Box::new([0; WORDS]))[word % WORDS] |= bits;
        }
    }

    pub(super) fn may_contain(&self, key: u32) -> bool {
        let (word, bits) = self.place(key);
        let block = self.blocks.get(word / WORDS).and_then(Option::as_ref);
        block.is_some_and(|block| block[word % WORDS] & bits == bits)
    }

    pub(super) fn bytes(&self) -> usize {
        self.blocks.iter().flatten().count() * size_of::<Block>()
    }
}

/// A set being made anew, a bounded step at a time: it is told of every key that comes meanwhile, and
/// reads those of the segments in ascending order, whatever segments there are by then.
#[derive(Debug, Clone)]
pub(super) struct Renewal {
    pub(super) seen: Seen,
    /// The keys before this one have been read.
    next: u64,
    /// How many keys a step reads, of all there might be.
    keys: u64,
}

/// About how many entries one step reads.
const AT_ONCE: u64 = 512;

impl Renewal {
    /// Of segments with so many entries.
    pub(super) fn new(entries: usize) -> Self {
        Self {
            seen: Seen::for_keys(entries),
            next: 0,
            keys: (AT_ONCE << 32) / (entries as u64).max(AT_ONCE),
        }
    }

    /// Reads some keys, and says how many entries it has looked at.
    pub(super) fn step(&mut self, segments: &[Segment]) -> usize {
        let last = (self.next + self.keys - 1).min(u64::from(u32::MAX));
        let mut read = 0;
        for entry in segments
            .iter()
            .flat_map(|segment| segment.around(self.next as u32..=last as u32))
        {
            self.seen.insert((entry >> 32) as u32);
            read += 1;
        }
        self.next = last + 1;
        read.max(1)
    }

    pub(super) fn is_complete(&self) -> bool {
        self.next > u64::from(u32::MAX)
    }
}

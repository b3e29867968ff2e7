//! Which articles hold a key: postings in two tiers.
//!
//! New entries go to a small mutable part; from time to time it is sealed into an immutable sorted
//! segment, one 64-bit integer an entry, and neighbouring segments are merged while they are small.
//! A directory over the upper bits of the keys leads a look-up to its entries in one step, which
//! the frozen hash, spreading keys evenly, keeps short. Articles are numbered as they come, so a
//! segment is a stretch of time: the articles that fade first share segments, and a segment whose
//! articles are all gone is dropped whole. An article that goes early leaves its entries behind as
//! dead ones, which readers pass over and the next merge drops.
//!
//! The structure never decides a result: readers see the same entries however they are divided.

use ahash::AHashMap;

/// The number of an article: articles are numbered in the order they came.
pub(super) type Slot = u32;

/// Entries the mutable part holds before it is sealed: few enough to stay in a processor's cache,
/// for its entries are chained, not contiguous.
const MUTABLE: usize = 1 << 15;

/// Dead entries are not worth the trouble while they are as few as this.
const SLACK: usize = 1 << 14;

/// The largest segment is this part of the living entries, so that time passes segments by.
const SHARE: usize = 2;

/// Neighbours are merged unless the older one is more than so many times as large.
const STEP: usize = 4;

/// Postings from 32-bit keys to slots.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    /// Oldest first; their slots do not overlap.
    segments: Vec<Segment>,
    mutable: Mutable,
    living: usize,
    /// Where most keys looked up are not there.
    seen: Option<Seen>,
}

impl Postings {
    /// Postings of keys that most look-ups will not find.
    pub(super) fn filtered() -> Self {
        Self {
            seen: Some(Seen::default()),
            ..Self::default()
        }
    }

    /// Adds an article newer than every one before it.
    pub(super) fn insert(&mut self, slot: Slot, keys: impl IntoIterator<Item = u32>) {
        for key in keys {
            self.mutable.push(key, slot);
            if let Some(seen) = &mut self.seen {
                seen.insert(key);
            }
            self.living += 1;
        }
    }

    /// Fills empty postings at once with entries `key << 32 | slot`, ascending by slot. Their segments
    /// are as large as segments may be, so that they stay. Calls `run` with each key that has
    /// entries in a segment, and how many.
    #[cfg(feature = "store")]
    pub(super) fn fill(&mut self, mut entries: Vec<u64>, mut run: impl FnMut(u32, u32)) {
        self.living = entries.len();
        let size = entries.len().div_ceil(SHARE).max(STEP * MUTABLE);
        while !entries.is_empty() {
            let mut newest = entries.split_off((entries.len() - 1) / size * size);
            crate::parallel::sort(&mut newest);
            for same in newest.chunk_by(|a, b| a >> 32 == b >> 32) {
                run((same[0] >> 32) as u32, same.len() as u32);
            }
            self.segments.insert(0, Segment::new(newest));
        }
        self.look_again(self.living);
    }

    /// Takes note that an article of so many entries has gone; its entries must read as dead.
    pub(super) fn forget(&mut self, entries: usize) {
        self.living = self.living.saturating_sub(entries);
    }

    /// Whether [`seal`](Self::seal) is due: the mutable part is full.
    pub(super) fn is_full(&self) -> bool {
        self.mutable.entries.len() >= MUTABLE
    }

    /// Makes the mutable part a segment, merges what is small, drops what is dead.
    pub(super) fn seal(&mut self, alive: impl Fn(Slot) -> bool) {
        if !self.mutable.entries.is_empty() {
            let sorted = self.mutable.take_sorted(&alive);
            self.segments.push(Segment::new(sorted));
        }
        self.merge_segments(alive);
    }

    /// Drops what is dead: as [`seal`](Self::seal), once half of the mutable part is.
    pub(super) fn sweep(&mut self, alive: impl Fn(Slot) -> bool) {
        if self.mutable.entries.len() > 2 * self.living + SLACK {
            self.seal(alive);
        } else {
            self.merge_segments(alive);
        }
    }

    /// Drops dead segments, rewrites those that are half dead, merges neighbours that are small.
    fn merge_segments(&mut self, alive: impl Fn(Slot) -> bool) {
        let largest = (self.living / SHARE).max(STEP * MUTABLE);
        let mut kept: Vec<Segment> = Vec::with_capacity(self.segments.len());
        for segment in std::mem::take(&mut self.segments) {
            if (segment.first..=segment.last).any(&alive) {
                kept.push(segment);
            }
        }
        // Like the digits of a counter: sizes grow in steps, so that there are few segments and
        // each entry is moved a number of times that grows with the logarithm.
        for segment in kept {
            self.segments.push(segment);
            while let [.., older, newer] = self.segments.as_slice()
                && older.entries.len() <= STEP * newer.entries.len()
                && older.entries.len() + newer.entries.len() <= largest
            {
                let merged = merge(&older.entries, &newer.entries, &alive);
                self.segments.truncate(self.segments.len() - 2);
                if !merged.is_empty() {
                    self.segments.push(Segment::new(merged));
                }
            }
        }
        let stored: usize = self.segments.iter().map(|s| s.entries.len()).sum();
        if stored > 2 * self.living + SLACK {
            for segment in &mut self.segments {
                let mut entries = std::mem::take(&mut segment.entries).into_vec();
                entries.retain(|&entry| alive(entry as Slot));
                *segment = Segment::new(entries);
            }
            self.segments.retain(|segment| !segment.entries.is_empty());
        }
        let stored: usize = self.segments.iter().map(|s| s.entries.len()).sum();
        if self.seen.as_ref().is_some_and(|seen| seen.is_due(stored)) {
            self.look_again(stored);
        }
    }

    /// Sees all keys anew, where they are seen at all.
    fn look_again(&mut self, stored: usize) {
        if let Some(seen) = &mut self.seen {
            *seen = Seen::for_keys(stored);
            for entry in self.segments.iter().flat_map(|s| &*s.entries) {
                seen.insert((entry >> 32) as u32);
            }
            self.mutable.heads.keys().for_each(|&key| seen.insert(key));
        }
    }

    /// Those of some keys that may be there. All are looked at before the first is given, so that
    /// the processor waits for their memory at once.
    pub(super) fn known(&self, keys: &[u32]) -> Vec<u32> {
        let mut known = keys.to_vec();
        if let Some(seen) = &self.seen {
            known.retain(|&key| seen.may_contain(key));
        }
        known
    }

    /// Where the entries of some keys are. Each step is done for all keys before the next one, so
    /// that the processor waits for the memory of all of them at once.
    pub(super) fn find(&self, keys: &[u32]) -> Found<'_> {
        let segments = || self.segments.iter().rev();
        let each = keys
            .iter()
            .flat_map(|&key| segments().map(move |s| (key, s)));
        let mut runs: Vec<&[u64]> = each.map(|(key, segment)| segment.near(key)).collect();
        let first = |run: &&[u64]| run.first().copied().unwrap_or(0);
        std::hint::black_box(runs.iter().map(first).fold(0, |all, entry| all ^ entry));
        let sealed = self.segments.len();
        for (at, run) in runs.iter_mut().enumerate() {
            *run = of_key(run, keys[at / sealed]);
        }
        Found {
            mutable: &self.mutable,
            runs,
            sealed,
        }
    }

    /// How many segments there are.
    pub(super) fn segments(&self) -> usize {
        self.segments.len()
    }

    /// Bytes held, as allocated.
    pub(super) fn bytes(&self) -> usize {
        let sealed: usize = self.segments.iter().map(Segment::bytes).sum();
        let seen = self
            .seen
            .as_ref()
            .map_or(0, |seen| size_of_val(&*seen.bits));
        sealed + self.mutable.bytes() + seen
    }

    /// Runs over the entries of all keys in ascending order of the keys, for statistics.
    pub(super) fn for_each_run(&self, alive: impl Fn(Slot) -> bool, mut run: impl FnMut(usize)) {
        let mut counts: AHashMap<u32, usize> = AHashMap::new();
        let sealed = self
            .segments
            .iter()
            .flat_map(|segment| segment.entries.iter().copied());
        let mutable = self
            .mutable
            .heads
            .iter()
            .flat_map(|(&key, _)| self.mutable.of(key).map(move |slot| entry(key, slot)));
        for entry in sealed.chain(mutable) {
            if alive(entry as Slot) {
                *counts.entry((entry >> 32) as u32).or_default() += 1;
            }
        }
        counts.into_values().for_each(&mut run);
    }
}

/// Entries of some keys.
pub(super) struct Found<'a> {
    mutable: &'a Mutable,
    /// For each key its entries in each segment, from the newest on.
    runs: Vec<&'a [u64]>,
    sealed: usize,
}

impl Found<'_> {
    /// The slots of a key, newest first, dead ones included: `at` is its place among those given.
    pub(super) fn of(&self, at: usize, key: u32) -> impl Iterator<Item = Slot> + '_ {
        let runs = self.runs.get(at * self.sealed..(at + 1) * self.sealed);
        let sealed = runs.into_iter().flatten();
        let sealed = sealed.flat_map(|run| run.iter().rev().map(|&entry| entry as Slot));
        self.mutable.of(key).chain(sealed)
    }
}

/// Which keys there may be, two bits of one word for each: most keys of an article are no other's,
/// and this says so without a look at each segment (Bloom 1970).
#[derive(Debug, Clone)]
struct Seen {
    bits: Box<[u64]>,
    /// How many keys it was made for.
    room: usize,
}

/// Bits a key when it is full, at least.
const BITS: usize = 4;

impl Default for Seen {
    fn default() -> Self {
        Self::for_keys(0)
    }
}

impl Seen {
    /// With room for so many keys, and as many again.
    fn for_keys(keys: usize) -> Self {
        let room = (keys * 2).max(2 * MUTABLE);
        Self {
            bits: vec![0; (room * BITS).next_power_of_two() / 64].into_boxed_slice(),
            room,
        }
    }

    /// Whether it should be made anew: it is too small, or most of what it knows has gone.
    fn is_due(&self, keys: usize) -> bool {
        keys > self.room || self.room > (8 * keys).max(4 * MUTABLE)
    }

    /// The word of a key, and its bits there. Keys are spread evenly, so any of their bits will do.
    fn place(&self, key: u32) -> (usize, u64) {
        let word = (u64::from(key) * self.bits.len() as u64) >> 32;
        (word as usize, 1 << (key % 64) | 1 << (key / 64 % 64))
    }

    fn insert(&mut self, key: u32) {
        let (word, bits) = self.place(key);
        if let Some(word) = self.bits.get_mut(word) {
            *word |= bits;
        }
    }

    fn may_contain(&self, key: u32) -> bool {
        let (word, bits) = self.place(key);
        self.bits.get(word).is_some_and(|word| word & bits == bits)
    }
}

fn entry(key: u32, slot: Slot) -> u64 {
    u64::from(key) << 32 | u64::from(slot)
}

/// Those of a key among sorted entries.
fn of_key(near: &[u64], key: u32) -> &[u64] {
    let from = near.partition_point(|&found| found < entry(key, 0));
    let near = &near[from..];
    let to = near.partition_point(|&found| found <= entry(key, Slot::MAX));
    &near[..to]
}

fn merge(older: &[u64], newer: &[u64], alive: impl Fn(Slot) -> bool) -> Vec<u64> {
    let mut merged = Vec::with_capacity(older.len() + newer.len());
    let (mut left, mut right) = (older.iter().peekable(), newer.iter().peekable());
    while let Some(&entry) = match (left.peek(), right.peek()) {
        (Some(l), Some(r)) if l > r => right.next(),
        (Some(_), _) => left.next(),
        (None, _) => right.next(),
    } {
        if alive(entry as Slot) {
            merged.push(entry);
        }
    }
    merged.shrink_to_fit();
    merged
}

/// Sorted entries `key << 32 | slot`, and where each range of keys begins.
#[derive(Debug, Clone)]
struct Segment {
    entries: Box<[u64]>,
    /// `directory[p]` is the first entry whose key's upper bits are at least `p`.
    directory: Box<[u32]>,
    /// Bits of a key below those the directory looks at.
    shift: u32,
    first: Slot,
    last: Slot,
}

impl Segment {
    fn new(entries: Vec<u64>) -> Self {
        // About eight entries, a cache line, for each place of the directory.
        let bits = (entries.len() / 8).max(1).ilog2().min(24);
        let shift = 32 - bits;
        let mut directory = vec![0_u32; (1 << bits) + 1];
        for &entry in &entries {
            directory[(entry >> 32 >> shift) as usize + 1] += 1;
        }
        let mut sum = 0;
        for place in &mut directory {
            sum += *place;
            *place = sum;
        }
        let slots = || entries.iter().map(|&entry| entry as Slot);
        Self {
            first: slots().min().unwrap_or(0),
            last: slots().max().unwrap_or(0),
            directory: directory.into_boxed_slice(),
            entries: entries.into_boxed_slice(),
            shift,
        }
    }

    /// The entries of a key, among those of a few others.
    fn near(&self, key: u32) -> &[u64] {
        let place = (u64::from(key) >> self.shift) as usize;
        let (start, end) = (
            self.directory[place] as usize,
            self.directory[place + 1] as usize,
        );
        &self.entries[start..end]
    }

    fn bytes(&self) -> usize {
        size_of_val(&*self.entries) + size_of_val(&*self.directory)
    }
}

/// The mutable part: a chain of entries for each key, newest first.
#[derive(Debug, Clone, Default)]
struct Mutable {
    heads: AHashMap<u32, u32>,
    /// The slot, and the entry of the same key before it.
    entries: Vec<(Slot, u32)>,
}

/// The end of a chain.
const NONE: u32 = u32::MAX;

impl Mutable {
    fn push(&mut self, key: u32, slot: Slot) {
        let head = self.heads.entry(key).or_insert(NONE);
        let before = std::mem::replace(head, self.entries.len() as u32);
        self.entries.push((slot, before));
    }

    fn of(&self, key: u32) -> impl Iterator<Item = Slot> + '_ {
        let mut at = self.heads.get(&key).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let &(slot, before) = self.entries.get(at as usize)?;
            at = before;
            Some(slot)
        })
    }

    /// Its entries; afterwards it has none, but the room for as many.
    fn take_sorted(&mut self, alive: impl Fn(Slot) -> bool) -> Vec<u64> {
        let mut sorted = Vec::with_capacity(self.entries.len());
        for &key in self.heads.keys() {
            let living = self.of(key).filter(|&slot| alive(slot));
            sorted.extend(living.map(|slot| entry(key, slot)));
        }
        sorted.sort_unstable();
        self.heads.clear();
        self.entries.clear();
        sorted
    }

    fn bytes(&self) -> usize {
        // The map holds a key, a value and a control byte a place.
        self.heads.capacity() * 9 + self.entries.capacity() * size_of::<(Slot, u32)>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    proptest! {
        /// Against a plain map, through any mix of insertions, removals, seals and sweeps.
        #[test]
        fn reads_what_was_put_in(
            steps in proptest::collection::vec((0..5_u8, proptest::collection::vec(0..40_u32, 0..9)), 0..60)
        ) {
            let (mut postings, mut model) = (Postings::filtered(), BTreeMap::new());
            let (mut living, mut next) = (BTreeSet::new(), 0);
            for (what, keys) in steps {
                let spread = |key: u32| key.wrapping_mul(0x9e37_79b9);
                match what {
                    0 => postings.seal(|slot| living.contains(&slot)),
                    1 => postings.sweep(|slot| living.contains(&slot)),
                    2 => {
                        if let Some(slot) = living.pop_first() {
                            let gone: BTreeSet<u32> = model.remove(&slot).unwrap_or_default();
                            postings.forget(gone.len());
                        }
                    }
                    _ => {
                        let keys: BTreeSet<u32> = keys.into_iter().map(spread).collect();
                        postings.insert(next, keys.iter().copied());
                        living.insert(next);
                        model.insert(next, keys);
                        next += 1;
                    }
                }
                for key in (0..40).map(spread) {
                    let known = postings.known(&[key]).into_iter();
                    let mut found = Vec::new();
                    for key in known {
                        found.extend(postings.find(&[key]).of(0, key));
                    }
                    found.retain(|slot| living.contains(slot));
                    let holders = model.iter().rev().filter(|(_, keys)| keys.contains(&key));
                    let expected: Vec<Slot> = holders.map(|(&slot, _)| slot).collect();
                    prop_assert_eq!(found, expected);
                }
            }
        }
    }

    #[cfg(feature = "store")]
    #[test]
    fn filled_at_once_is_filled() {
        let keys = |slot: Slot| (0..8).map(move |i| ((slot * 7 + i) / 9).wrapping_mul(0x9e37_79b9));
        for count in [0, 1, 50_000] {
            let (mut one_by_one, mut entries) = (Postings::filtered(), Vec::new());
            for slot in 0..count {
                one_by_one.insert(slot, keys(slot));
                entries.extend(keys(slot).map(|key| entry(key, slot)));
            }
            let (mut filled, mut counts) = (Postings::filtered(), BTreeMap::new());
            filled.fill(entries, |key, count| {
                *counts.entry(key).or_insert(0) += count
            });
            let before = filled.segments();
            filled.sweep(|_| true);
            assert_eq!((filled.segments(), before.min(2)), (before, before));
            for key in (0..count + 9).step_by(5).flat_map(keys) {
                let all =
                    |postings: &Postings| postings.find(&[key]).of(0, key).collect::<Vec<_>>();
                let found = all(&filled);
                assert_eq!(found, all(&one_by_one));
                assert_eq!(counts.get(&key).copied().unwrap_or(0) as usize, found.len());
                assert!(found.is_empty() || filled.known(&[key]) == [key]);
            }
        }
    }

    #[test]
    fn memory_follows_the_living() {
        let mut postings = Postings::default();
        for slot in 0..200_000_u32 {
            postings.insert(
                slot,
                (0..8_u32).map(|i| (slot * 8 + i).wrapping_mul(0x9e37_79b9)),
            );
            if slot >= 50_000 {
                postings.forget(8);
            }
            if postings.is_full() {
                postings.seal(|other| other + 50_000 >= slot);
            }
        }
        let living = 50_000 * 8 * 8;
        assert!(postings.bytes() < 4 * living, "{} bytes", postings.bytes());
        assert!(postings.segments() < 12, "{} segments", postings.segments());
    }
}

//! A sealed part of the postings: sorted, immutable, four bytes an entry.
//!
//! Keys are spread evenly by the frozen hash, so their upper bits number a directory with a few
//! entries a place, and an entry need not repeat them. Articles of one segment are neighbours in
//! time, so that a few bits tell which it is. What is left of the key and these bits fit together
//! into 32.

use std::ops::{Range, RangeInclusive};

use super::{Slot, entry};

/// Which articles hold which keys: entries sorted by key, then article.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// The lower bits of the key above the number of the article.
    entries: Vec<u32>,
    /// `directory[p]` is the first entry whose key's upper bits are at least `p`.
    directory: Vec<u32>,
    /// Bits of a key that the directory does not look at.
    key_bits: u32,
    /// Bits of the number of an article.
    slot_bits: u32,
    first: Slot,
    last: Slot,
    /// The articles by number, where there are far fewer than came between the first and the last;
    /// else they are numbered from the first on.
    numbered: Option<Vec<Slot>>,
}

/// Entries a place of the directory, as a power of two: so few that those of other keys are passed
/// over faster than searched.
const PLACE_BITS: u32 = 1;
/// Of frequent keys there are many entries in a place; then a search is shorter.
const FEW: usize = 16;

/// Bits of numbers up to this.
fn bits(largest: u32) -> u32 {
    32 - largest.leading_zeros()
}

/// Segments are merged part by part, so that little more than the new one needs room.
const PARTS_BITS: u32 = 6;

impl Segment {
    /// Of entries, ascending.
    pub(super) fn new(sorted: &[u64]) -> Self {
        let slots = || sorted.iter().map(|&entry| entry as Slot);
        let (first, last) = (slots().min().unwrap_or(0), slots().max().unwrap_or(0));
        let mut segment = Self::with_room(sorted.len(), [first, last], |all| all.extend(slots()));
        segment.extend(sorted);
        segment.finished()
    }

    /// What is alive of some segments, as one, with entries that have waited for it, ascending.
    pub(super) fn merged(segments: &[&Self], late: &[u64], alive: impl Fn(Slot) -> bool) -> Self {
        let count = segments.iter().map(|segment| segment.len()).sum::<usize>() + late.len();
        let first = segments.iter().map(|segment| segment.first).min();
        let last = segments.iter().map(|segment| segment.last).max();
        let range = [first.unwrap_or(0), last.unwrap_or(0)];
        let alive = |&entry: &u64| alive(entry as Slot);
        let mut merged = Self::with_room(count, range, |all| {
            let entries = segments.iter().flat_map(|segment| segment.iter());
            let entries = entries.chain(late.iter().copied());
            all.extend(entries.filter(&alive).map(|entry| entry as Slot));
        });
        let directories = segments.iter().map(|segment| 32 - segment.key_bits);
        let bits = directories.min().unwrap_or(0).min(PARTS_BITS);
        let (mut part, mut late) = (Vec::new(), late);
        for number in 0..1 << bits {
            part.clear();
            for segment in segments {
                let places = (segment.directory.len() - 1) >> bits;
                let entries = segment.entries_in(number * places..(number + 1) * places);
                part.extend(entries.filter(&alive));
            }
            let here = late.partition_point(|entry| (entry >> 32 >> (32 - bits)) <= number as u64);
            let (here, after) = late.split_at(here);
            part.extend(here.iter().copied().filter(&alive));
            late = after;
            #[allow(
                clippy::stable_sort_primitive,
                reason = "it merges ascending runs, of which there is one a segment"
            )]
            part.sort();
            merged.extend(&part);
        }
        merged.finished()
    }

    /// An empty one, to be given at most `count` entries of articles in this range. `slots` gives the
    /// article of each of them.
    fn with_room(
        count: usize,
        [first, last]: [Slot; 2],
        slots: impl FnOnce(&mut Vec<Slot>),
    ) -> Self {
        let count_bits = bits(count as u32);
        let numbered = (bits(last - first) > count_bits).then(|| {
            let mut all = Vec::new();
            slots(&mut all);
            all.sort_unstable();
            all.dedup();
            all.shrink_to_fit();
            all
        });
        let largest = numbered
            .as_ref()
            .map_or(last - first, |all| all.len() as u32);
        let slot_bits = bits(largest);
        // No more bits than the count has, whether the articles are numbered or not.
        let directory_bits = count_bits.saturating_sub(PLACE_BITS + 1).max(slot_bits);
        Self {
            entries: Vec::with_capacity(count),
            directory: vec![0; (1 << directory_bits) + 1],
            key_bits: 32 - directory_bits,
            slot_bits,
            first,
            last,
            numbered,
        }
    }

    /// Adds entries above all before. Until it is [`finished`](Self::finished) the directory counts
    /// the entries of each place.
    fn extend(&mut self, sorted: &[u64]) {
        for &entry in sorted {
            let (key, slot) = ((entry >> 32) as u32, entry as Slot);
            let place = self.place(key);
            self.directory[place + 1] += 1;
            self.entries.push(self.entry(key, self.number(slot)));
        }
    }

    fn finished(mut self) -> Self {
        let mut sum = 0;
        for place in &mut self.directory {
            sum += *place;
            *place = sum;
        }
        self.entries.shrink_to_fit();
        self
    }

    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The stretch of time: articles from the first to the last.
    pub(super) fn range(&self) -> RangeInclusive<Slot> {
        self.first..=self.last
    }

    /// Whether any of the articles that came while it was written is one of these.
    pub(super) fn any(&self, alive: impl Fn(Slot) -> bool) -> bool {
        (self.first..=self.last).any(alive)
    }

    fn place(&self, key: u32) -> usize {
        (u64::from(key) >> self.key_bits) as usize
    }

    fn entry(&self, key: u32, number: u32) -> u32 {
        let low = u64::from(key) & ((1 << self.key_bits) - 1);
        (low << self.slot_bits) as u32 | number
    }

    fn number(&self, slot: Slot) -> u32 {
        match &self.numbered {
            Some(numbered) => numbered.partition_point(|&other| other < slot) as u32,
            None => slot - self.first,
        }
    }

    #[inline]
    fn slot(&self, entry: u32) -> Slot {
        let number = (u64::from(entry) & ((1 << self.slot_bits) - 1)) as u32;
        match &self.numbered {
            Some(numbered) => numbered.get(number as usize).copied().unwrap_or(0),
            None => self.first + number,
        }
    }

    /// Where the entries of a key are, among those of a few others.
    #[inline]
    pub(super) fn near(&self, key: u32) -> [u32; 2] {
        let place = self.place(key);
        [self.directory[place], self.directory[place + 1]]
    }

    /// An entry, to have it near the processor.
    #[inline]
    pub(super) fn peek(&self, at: u32) -> u32 {
        self.entries.get(at as usize).copied().unwrap_or(0)
    }

    /// The articles that hold a key, newest first; `near` it is where its entries are.
    #[inline]
    pub(super) fn of(&self, key: u32, near: [u32; 2]) -> impl Iterator<Item = Slot> + '_ {
        let near = self.entries.get(near[0] as usize..near[1] as usize);
        let mut near = near.unwrap_or_default();
        let least = self.entry(key, 0);
        let most = least | ((1_u64 << self.slot_bits) - 1) as u32;
        if near.len() > FEW {
            near = &near[..near.partition_point(|&entry| entry <= most)];
        }
        while let [before @ .., last] = near
            && *last > most
        {
            near = before;
        }
        let own = near.iter().rev().take_while(move |&&entry| entry >= least);
        own.map(|&entry| self.slot(entry))
    }

    /// All entries, ascending, each with its whole key.
    pub(super) fn iter(&self) -> impl Iterator<Item = u64> + '_ {
        self.entries_in(0..self.directory.len() - 1)
    }

    fn entries_in(&self, places: Range<usize>) -> impl Iterator<Item = u64> + '_ {
        places.flat_map(move |place| {
            let range = self.directory[place] as usize..self.directory[place + 1] as usize;
            self.entries[range].iter().map(move |&packed| {
                let low = u64::from(packed) >> self.slot_bits;
                let key = (place as u64) << self.key_bits | low;
                entry(key as u32, self.slot(packed))
            })
        })
    }

    pub(super) fn bytes(&self) -> usize {
        let numbered = self.numbered.as_ref().map_or(0, Vec::capacity);
        (self.entries.capacity() + self.directory.capacity() + numbered) * size_of::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn every_entry_comes_back(
            keys in proptest::collection::vec(any::<u32>(), 1..6),
            slots in proptest::collection::vec(prop_oneof![0..9_u32, any::<u32>()], 1..6),
            entries in proptest::collection::btree_set((0..6_usize, 0..6_usize), 0..30),
        ) {
            let both = |&(key, slot): &(usize, usize)| {
                (keys[key % keys.len()], slots[slot % slots.len()])
            };
            let sorted: BTreeSet<(u32, Slot)> = entries.iter().map(both).collect();
            let all: Vec<u64> = sorted.iter().map(|&(key, slot)| entry(key, slot)).collect();
            // Merged from two, the second of which has the newer articles; or sealed at once.
            let middle = slots[0];
            let ends = sorted.iter().map(|&(_, slot)| slot);
            let ends = [ends.clone().min(), ends.max()];
            // Some in between come late.
            let is_late = |&one: &u64| one % 3 == 0 && !ends.contains(&Some(one as Slot));
            let (late, early): (Vec<u64>, Vec<u64>) = all.iter().partition(|&one| is_late(one));
            let (older, newer): (Vec<u64>, Vec<u64>) = early.iter().partition(|&&one| (one as Slot) < middle);
            let merged = Segment::merged(&[&Segment::new(&older), &Segment::new(&newer)], &late, |_| true);
            let alive = |slot: Slot| slot != middle;
            let left = Segment::merged(&[&merged], &[], alive);
            prop_assert!(left.iter().eq(all.iter().copied().filter(|&one| alive(one as Slot))));
            for segment in [merged, Segment::new(&all)] {
                prop_assert_eq!(segment.len(), all.len());
                prop_assert!(segment.iter().eq(all.iter().copied()));
                for &key in &keys {
                    let found: Vec<Slot> = segment.of(key, segment.near(key)).collect();
                    let holders = sorted.iter().rev().filter(|(other, _)| *other == key);
                    prop_assert_eq!(found, holders.map(|&(_, slot)| slot).collect::<Vec<_>>());
                }
            }
        }
    }

    #[test]
    fn an_entry_takes_little_more_than_four_bytes() {
        let key = |entry: u32| entry.wrapping_mul(0x9e37_79b9);
        for articles in [500, 20_000_u32] {
            // Neighbours, and the few that are left of many.
            for apart in [1, 1_000] {
                let entries = (0..articles * 24).map(|n| entry(key(n), n / 24 * apart));
                let mut sorted: Vec<u64> = entries.collect();
                sorted.sort_unstable();
                let segment = Segment::new(&sorted);
                assert!(segment.bytes() < sorted.len() * 6, "{articles} {apart}");
            }
        }
    }
}

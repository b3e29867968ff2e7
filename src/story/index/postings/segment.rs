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

impl Segment {
    /// Of entries, ascending.
    pub(super) fn new(sorted: &[u64]) -> Self {
        let slots = || sorted.iter().map(|&entry| entry as Slot);
        let range = [slots().min().unwrap_or(0), slots().max().unwrap_or(0)];
        let mut growing = Growing::with_room(sorted.len(), range, || {
            let mut all: Vec<Slot> = slots().collect();
            all.sort_unstable();
            all.dedup();
            all
        });
        growing.extend(sorted);
        growing.finished()
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

    /// The articles that may be in it, ascending.
    pub(super) fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        let numbered = self.numbered.iter().flatten().copied();
        let all = self.numbered.is_none().then_some(self.range());
        numbered.chain(all.into_iter().flatten())
    }

    /// Bits of a key that its directory looks at.
    pub(super) fn directory_bits(&self) -> u32 {
        32 - self.key_bits
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

    /// The entries of keys from one to another, and of some keys before and after these.
    pub(super) fn around(&self, keys: RangeInclusive<u32>) -> impl Iterator<Item = u64> + '_ {
        self.entries_in(self.place(*keys.start())..self.place(*keys.end()) + 1)
    }

    /// The entries of keys whose upper bits have numbers in a range, if only so many are looked at.
    pub(super) fn with_upper(
        &self,
        bits: u32,
        numbers: Range<usize>,
    ) -> impl Iterator<Item = u64> + '_ {
        let finer = self.directory_bits() - bits;
        self.entries_in(numbers.start << finer..numbers.end << finer)
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

/// A segment being written.
#[derive(Debug, Clone)]
pub(super) struct Growing {
    segment: Segment,
    /// How many places the directory will have. It grows with the entries: to clear all of it at once
    /// would take milliseconds.
    places: usize,
    /// It is complete up to this place; after it, it counts the entries of each.
    complete: usize,
}

impl Growing {
    /// Room for at most `count` entries of articles in this range. `slots` gives these articles,
    /// ascending; it may give more.
    pub(super) fn with_room(
        count: usize,
        [first, last]: [Slot; 2],
        slots: impl FnOnce() -> Vec<Slot>,
    ) -> Self {
        let count_bits = bits(count as u32);
        let numbered = (bits(last - first) > count_bits).then(|| {
            let mut all = slots();
            all.shrink_to_fit();
            all
        });
        let largest = numbered
            .as_ref()
            .map_or(last - first, |all| all.len() as u32);
        let slot_bits = bits(largest);
        // No more bits than the count has, whether the articles are numbered or not.
        let directory_bits = count_bits.saturating_sub(PLACE_BITS + 1).max(slot_bits);
        let places = 1 << directory_bits;
        Self {
            segment: Segment {
                entries: Vec::with_capacity(count),
                directory: Vec::with_capacity(places + 1),
                key_bits: 32 - directory_bits,
                slot_bits,
                first,
                last,
                numbered,
            },
            places,
            complete: 0,
        }
    }

    /// Adds entries above all before.
    pub(super) fn extend(&mut self, sorted: &[u64]) {
        let segment = &mut self.segment;
        let Some(last) = sorted.last() else {
            return;
        };
        let last = segment.place((last >> 32) as u32);
        segment.directory.resize(last + 2, 0);
        for &entry in sorted {
            let (key, slot) = ((entry >> 32) as u32, entry as Slot);
            let place = segment.place(key);
            segment.directory[place + 1] += 1;
            let packed = segment.entry(key, segment.number(slot));
            segment.entries.push(packed);
        }
        self.complete_to(last);
    }

    fn complete_to(&mut self, place: usize) {
        if let Some(counts) = self.segment.directory.get_mut(self.complete..=place) {
            let mut sum = 0;
            for count in counts {
                sum += *count;
                *count = sum;
            }
            self.complete = place;
        }
    }

    pub(super) fn finished(mut self) -> Segment {
        self.segment.directory.resize(self.places + 1, 0);
        self.complete_to(self.places);
        self.segment.entries.shrink_to_fit();
        self.segment
    }

    pub(super) fn bytes(&self) -> usize {
        let numbered = self.segment.numbered.as_ref().map_or(0, Vec::capacity);
        (self.segment.entries.len() + self.complete + numbered) * size_of::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::super::merge::Merge;
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn merged(segments: &[Segment], late: &[u64], alive: impl Fn(Slot) -> bool) -> Segment {
        let mut merge = Merge::new(0, segments, late.to_vec(), &alive);
        while !merge.is_complete() {
            merge.step(segments, &alive);
        }
        merge.merged()
    }

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
            let all_of_them = merged(&[Segment::new(&older), Segment::new(&newer)], &late, |_| true);
            let alive = |slot: Slot| slot != middle;
            let left = merged(std::slice::from_ref(&all_of_them), &[], alive);
            prop_assert!(left.iter().eq(all.iter().copied().filter(|&one| alive(one as Slot))));
            for segment in [all_of_them, Segment::new(&all)] {
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

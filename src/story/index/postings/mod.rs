//! Which articles hold a key: postings in two tiers.
//!
//! New entries go to a small mutable part; from time to time it is sealed into an immutable sorted
//! [`Segment`], and neighbouring segments are merged while they are small. Articles are numbered as
//! they come, so a segment is a stretch of time: the articles that fade first share segments, and a
//! segment whose articles are all gone is dropped whole. An article that goes early leaves its
//! entries behind as dead ones, which readers pass over and the next merge drops. One that
//! becomes the representative of a wording after later articles were listed is kept aside, until a
//! merge puts it in its place.
//!
//! The structure never decides a result: readers see the same entries however they are divided.

mod mutable;
mod seen;
mod segment;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use ahash::AHashMap;

use super::touch::touch;
use mutable::Mutable;
use seen::Seen;
use segment::Segment;

/// The number of an article: articles are numbered in the order they came.
pub(super) type Slot = u32;

/// A key and an article that holds it, as one number: entries sort by key, then article.
pub(super) fn entry(key: u32, slot: Slot) -> u64 {
    u64::from(key) << 32 | u64::from(slot)
}

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
    /// Entries of articles that came before others already here, `key << 32 | slot`: those that
    /// became representatives when an older one went. They wait for a merge to take them in.
    late: BTreeSet<u64>,
    /// One more than the newest slot that came.
    next: Slot,
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

    /// Adds an article, which as a rule is newer than every one before it.
    pub(super) fn insert(&mut self, slot: Slot, keys: impl IntoIterator<Item = u32>) {
        let is_late = slot < self.next;
        self.next = self.next.max(slot.saturating_add(1));
        for key in keys {
            if is_late {
                self.late.insert(entry(key, slot));
            } else {
                self.mutable.push(key, slot);
            }
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
        self.next = entries.last().map_or(0, |&entry| entry as Slot + 1);
        let size = entries.len().div_ceil(SHARE).max(STEP * MUTABLE);
        while !entries.is_empty() {
            let mut newest = entries.split_off((entries.len() - 1) / size * size);
            crate::parallel::sort(&mut newest);
            for same in newest.chunk_by(|a, b| a >> 32 == b >> 32) {
                run((same[0] >> 32) as u32, same.len() as u32);
            }
            self.segments.insert(0, Segment::new(&newest));
        }
        self.look_again(self.living);
    }

    /// Counts an article of so many entries that has gone; its entries must read as dead.
    pub(super) fn forget(&mut self, entries: usize) {
        self.living = self.living.saturating_sub(entries);
    }

    /// Whether [`seal`](Self::seal) is due: the mutable part is full.
    pub(super) fn is_full(&self) -> bool {
        self.mutable.len() >= MUTABLE
    }

    /// Makes the mutable part a segment, merges what is small, drops what is dead.
    pub(super) fn seal(&mut self, alive: impl Fn(Slot) -> bool) {
        if self.mutable.len() > 0 {
            let first = self.mutable.first();
            let mut sorted = self.mutable.take_sorted(&alive);
            if !self.late.is_empty() {
                sorted.extend(take(&mut self.late, first..=Slot::MAX));
                sorted.sort_unstable();
            }
            if !sorted.is_empty() {
                self.segments.push(Segment::new(&sorted));
            }
        }
        self.merge_segments(alive);
    }

    /// Drops what is dead: as [`seal`](Self::seal), once half of the mutable part is.
    pub(super) fn sweep(&mut self, alive: impl Fn(Slot) -> bool) {
        if self.mutable.len() > 2 * self.living + SLACK {
            self.seal(alive);
        } else {
            self.merge_segments(alive);
        }
    }

    /// Drops dead segments, rewrites those that are half dead, merges neighbours that are small.
    fn merge_segments(&mut self, alive: impl Fn(Slot) -> bool) {
        let largest = (self.living / SHARE).max(STEP * MUTABLE);
        self.late.retain(|&entry| alive(entry as Slot));
        let mut kept: Vec<Segment> = Vec::with_capacity(self.segments.len());
        for segment in std::mem::take(&mut self.segments) {
            if segment.any(&alive) {
                kept.push(segment);
            }
        }
        // Like the digits of a counter: sizes grow in steps, so that there are few segments and
        // each entry is moved a number of times that grows with the logarithm.
        for segment in kept {
            self.segments.push(segment);
            while let [.., older, newer] = self.segments.as_slice()
                && older.len() <= STEP * newer.len()
                && older.len() + newer.len() <= largest
            {
                let time = *older.range().start()..=*newer.range().end();
                let late = take(&mut self.late, time);
                let merged = Segment::merged(&[older, newer], &late, &alive);
                self.segments.truncate(self.segments.len() - 2);
                if !merged.is_empty() {
                    self.segments.push(merged);
                }
            }
        }
        let stored: usize = self.segments.iter().map(Segment::len).sum();
        if stored > 2 * self.living + SLACK {
            for segment in &mut self.segments {
                *segment = Segment::merged(&[segment], &[], &alive);
            }
            self.segments.retain(|segment| !segment.is_empty());
        }
        let stored: usize = self.segments.iter().map(Segment::len).sum();
        if self.seen.as_ref().is_some_and(|seen| seen.is_due(stored)) {
            self.look_again(stored);
        }
    }

    /// Sees all keys anew, where they are seen at all.
    fn look_again(&mut self, stored: usize) {
        if let Some(seen) = &mut self.seen {
            *seen = Seen::for_keys(stored);
            for entry in self.segments.iter().flat_map(Segment::iter) {
                seen.insert((entry >> 32) as u32);
            }
            self.mutable.keys().for_each(|key| seen.insert(key));
            let late = self.late.iter();
            late.for_each(|entry| seen.insert((entry >> 32) as u32));
        }
    }

    /// Replaces `known` by those of some keys that may be there. All are looked at before anything
    /// is done with the first, so that the processor waits for their memory at once.
    pub(super) fn known(&self, keys: &[u32], known: &mut Vec<u32>) {
        known.clear();
        let may_contain = |key: &&u32| {
            let seen = self.seen.as_ref();
            seen.is_none_or(|seen| seen.may_contain(**key))
        };
        known.extend(keys.iter().filter(may_contain));
    }

    /// Where the entries of some keys are, about. Done for all keys before the first is read, so that
    /// the processor waits for the memory of all of them at once.
    pub(super) fn find<'a>(&'a self, keys: &[u32], near: &'a mut Vec<[u32; 2]>) -> Listed<'a> {
        let newest_first = || self.segments.iter().rev();
        near.clear();
        for &key in keys {
            near.extend(newest_first().map(|segment| segment.near(key)));
        }
        let segments = newest_first().cycle().zip(&*near);
        touch(segments.map(|(segment, near)| segment.peek(near[1].saturating_sub(1))));
        Listed {
            postings: self,
            near,
        }
    }

    /// How many segments there are.
    pub(super) fn segments(&self) -> usize {
        self.segments.len()
    }

    /// Bytes held, as allocated.
    pub(super) fn bytes(&self) -> usize {
        let sealed: usize = self.segments.iter().map(Segment::bytes).sum();
        let seen = self.seen.as_ref().map_or(0, Seen::bytes);
        // A set of integers takes about twice their size.
        let late = self.late.len() * 2 * size_of::<u64>();
        sealed + self.mutable.bytes() + seen + late
    }

    /// Runs over the entries of all keys in ascending order of the keys, for statistics.
    pub(super) fn for_each_run(&self, alive: impl Fn(Slot) -> bool, mut run: impl FnMut(usize)) {
        let mut counts: AHashMap<u32, usize> = AHashMap::new();
        let sealed = self.segments.iter().flat_map(Segment::iter);
        let keys = self.mutable.keys();
        let mutable = keys.flat_map(|key| self.mutable.of(key).map(move |slot| entry(key, slot)));
        let late = self.late.iter().copied();
        for entry in sealed
            .chain(mutable)
            .chain(late)
            .filter(|&entry| alive(entry as Slot))
        {
            *counts.entry((entry >> 32) as u32).or_default() += 1;
        }
        counts.into_values().for_each(&mut run);
    }
}

/// Entries of some keys.
pub(super) struct Listed<'a> {
    postings: &'a Postings,
    /// For each key its place in each segment, from the newest on.
    near: &'a [[u32; 2]],
}

impl Listed<'_> {
    /// Calls `visit` with the slots of a key that are `alive`, the `most` newest of them, newest
    /// first: `at` is its place among those given.
    #[inline]
    pub(super) fn visit(
        &self,
        at: usize,
        key: u32,
        most: usize,
        alive: impl Fn(Slot) -> bool,
        mut visit: impl FnMut(Slot),
    ) {
        let mut left = most;
        let mut take = |slot: Slot| {
            if left > 0 && alive(slot) {
                left -= 1;
                visit(slot);
            }
            left > 0
        };
        let late = &self.postings.late;
        let mut late = late.range(entry(key, 0)..=entry(key, Slot::MAX)).rev();
        let Some(first) = late.next() else {
            self.each(at, key, take);
            return;
        };
        let mut next = Some(*first as Slot);
        let go_on = self.each(at, key, |slot| {
            while let Some(before) = next.filter(|&late| late > slot) {
                take(before);
                next = late.next().map(|&entry| entry as Slot);
            }
            take(slot)
        });
        while let Some(slot) = next.filter(|_| go_on) {
            take(slot);
            next = late.next().map(|&entry| entry as Slot);
        }
    }

    /// Calls `take` with the slots of a key, without the late ones, newest first, until it has enough;
    /// says whether it would take more.
    #[inline]
    fn each(&self, at: usize, key: u32, mut take: impl FnMut(Slot) -> bool) -> bool {
        let segments = &self.postings.segments;
        for slot in self.postings.mutable.of(key) {
            if !take(slot) {
                return false;
            }
        }
        let near = self.near.iter().skip(at * segments.len());
        for (segment, &near) in segments.iter().rev().zip(near) {
            for slot in segment.of(key, near) {
                if !take(slot) {
                    return false;
                }
            }
        }
        true
    }
}

/// Takes the entries of these slots out.
fn take(late: &mut BTreeSet<u64>, slots: RangeInclusive<Slot>) -> Vec<u64> {
    let taken = late.iter().copied();
    let taken: Vec<u64> = taken
        .filter(|&entry| slots.contains(&(entry as Slot)))
        .collect();
    for entry in &taken {
        late.remove(entry);
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// The slots of a key, newest first.
    fn all(postings: &Postings, key: u32) -> Vec<Slot> {
        let (mut known, mut near, mut found) = (Vec::new(), Vec::new(), Vec::new());
        postings.known(&[key], &mut known);
        let entries = postings.find(&known, &mut near);
        for &key in &known {
            entries.visit(0, key, usize::MAX, |_| true, |slot| found.push(slot));
        }
        found
    }

    proptest! {
        /// Against a plain map, through any mix of insertions, some of them late, removals, seals and
        /// sweeps.
        #[test]
        fn reads_what_was_put_in(
            steps in proptest::collection::vec((0..7_u8, proptest::collection::vec(0..40_u32, 0..9)), 0..60)
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
                            let gone = model.insert(slot, BTreeSet::new()).unwrap_or_default();
                            postings.forget(gone.len());
                        }
                    }
                    late => {
                        // Every other slot is left for those that come late.
                        let early = (1..next).step_by(2).find(|slot| !model.contains_key(slot));
                        let slot = early.filter(|_| late < 5).unwrap_or(next);
                        let keys: BTreeSet<u32> = keys.into_iter().map(spread).collect();
                        postings.insert(slot, keys.iter().copied());
                        living.insert(slot);
                        model.insert(slot, keys);
                        next += if slot == next { 2 } else { 0 };
                    }
                }
                for key in (0..40).map(spread) {
                    let mut found = all(&postings, key);
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
                *counts.entry(key).or_insert(0) += count;
            });
            let before = filled.segments();
            filled.sweep(|_| true);
            assert_eq!((filled.segments(), before.min(2)), (before, before));
            for key in (0..count + 9).step_by(5).flat_map(keys) {
                let found = all(&filled, key);
                assert_eq!(found, all(&one_by_one, key));
                assert_eq!(counts.get(&key).copied().unwrap_or(0) as usize, found.len());
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

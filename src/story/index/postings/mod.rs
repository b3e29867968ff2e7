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
//! Merges are paid for by those that come: every entry buys so many steps, so that no insertion
//! waits for a whole merge, however large the index is (`upkeep`).
//!
//! The structure never decides a result: readers see the same entries however they are divided.

mod merge;
mod mutable;
mod seen;
mod segment;
mod upkeep;

use std::collections::BTreeSet;

use ahash::AHashMap;

use super::touch::touch;
use merge::Merge;
use mutable::Mutable;
use seen::{Renewal, Seen};
use segment::Segment;

/// The number of an article: articles are numbered in the order they came.
pub(super) type Slot = u32;

/// A key and an article that holds it, as one number: entries sort by key, then article.
pub(super) fn entry(key: u32, slot: Slot) -> u64 {
    u64::from(key) << 32 | u64::from(slot)
}

/// Entries the mutable part holds before it is sealed: few enough to stay in a processor's cache,
/// for its entries are chained, not contiguous.
const MUTABLE: usize = 1 << 14;

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
    /// Merges that have begun, by position; no segment is in two of them.
    merges: Vec<Merge>,
    /// How many entries may be moved for those that have come.
    credit: usize,
    /// How many entries have gone since the last sweep.
    gone: usize,
    /// Where most keys looked up are not there.
    seen: Option<Seen>,
    /// What takes the place of `seen`, while it is being made.
    renewal: Option<Renewal>,
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
            if let Some(renewal) = &mut self.renewal {
                renewal.seen.insert(key);
            }
            self.living += 1;
            self.credit += upkeep::PACE;
        }
    }

    /// Fills empty postings at once with entries `key << 32 | slot`, ascending by slot. Their segments
    /// are as large as segments may be, so that they stay. Calls `run` with each key that has
    /// entries in a segment, and how many.
    #[cfg(feature = "store")]
    pub(super) fn fill(&mut self, mut entries: Vec<u64>, mut run: impl FnMut(u32, u32)) {
        self.living = entries.len();
        self.next = entries.last().map_or(0, |&entry| entry as Slot + 1);
        let size = upkeep::largest(entries.len());
        while !entries.is_empty() {
            let mut newest = entries.split_off((entries.len() - 1) / size * size);
            crate::parallel::sort(&mut newest);
            for same in newest.chunk_by(|a, b| a >> 32 == b >> 32) {
                run((same[0] >> 32) as u32, same.len() as u32);
            }
            self.segments.insert(0, Segment::new(&newest));
        }
        if let Some(seen) = &mut self.seen {
            *seen = Seen::for_keys(self.living);
            seen.read(&self.segments);
        }
    }

    /// Counts an article of so many entries that has gone; its entries must read as dead.
    pub(super) fn forget(&mut self, entries: usize) {
        self.living = self.living.saturating_sub(entries);
        self.gone += entries;
    }

    /// Whether [`seal`](Self::seal) is due: the mutable part is full.
    pub(super) fn is_full(&self) -> bool {
        self.mutable.len() >= MUTABLE
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
        let renewed = self.renewal.as_ref().map(|renewal| &renewal.seen);
        let seen: usize = self.seen.iter().chain(renewed).map(Seen::bytes).sum();
        let merges: usize = self.merges.iter().map(Merge::bytes).sum();
        // A set of integers takes about twice their size.
        let late = self.late.len() * 2 * size_of::<u64>();
        sealed + merges + self.mutable.bytes() + seen + late
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

    #[test]
    fn merges_go_on_in_small_steps_and_readers_do_not_notice() {
        let keys = |slot: Slot| (0..8).map(move |i| ((slot * 7 + i) / 9).wrapping_mul(0x9e37_79b9));
        let mut postings = Postings::filtered();
        let (mut most, mut merging) = (0, 0);
        for slot in 0..120_000_u32 {
            // Every fifth article comes late, and every seventh goes early.
            let late = slot
                .checked_sub(40_000)
                .filter(|late| late.is_multiple_of(5));
            let held = |other: Slot| !other.is_multiple_of(7) || other + 20_000 > slot;
            let new = Some(slot)
                .filter(|slot| !slot.is_multiple_of(5))
                .into_iter();
            for slot in new.chain(late).filter(|&slot| held(slot)) {
                postings.insert(slot, keys(slot));
            }
            let gone = slot
                .checked_sub(20_000)
                .filter(|gone| gone.is_multiple_of(7));
            if gone.is_some_and(|gone| !gone.is_multiple_of(5)) {
                postings.forget(8);
            }
            if postings.is_full() {
                postings.seal(held);
            }
            most = most.max(postings.work(held));
            merging += usize::from(!postings.merges.is_empty());
            if slot.is_multiple_of(997) {
                let here = |other: Slot| {
                    let late = other + 40_000 <= slot && !other.is_multiple_of(7);
                    !other.is_multiple_of(5) || late
                };
                for key in (0..=slot).step_by(11_003).flat_map(keys) {
                    let holds = |other: &Slot| keys(*other).any(|own| own == key);
                    let near = key.wrapping_mul(0x144c_bc89) * 9 / 7;
                    let near = near.saturating_sub(9)..(near + 9).min(slot + 1);
                    let mut found = all(&postings, key);
                    found.retain(|&slot| held(slot));
                    found.dedup();
                    let holders = near.rev().filter(|&other| held(other) && here(other));
                    assert_eq!(found, holders.filter(holds).collect::<Vec<_>>(), "{slot}");
                }
            }
        }
        assert!(merging > 2_000, "merges went on at {merging} insertions");
        assert!(most < 4_096, "one insertion moved {most} entries");
        assert!(postings.segments() < 14, "{}", postings.segments());
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
            let alive = |other| other + 50_000 >= slot;
            if postings.is_full() {
                postings.seal(alive);
            }
            postings.work(alive);
        }
        let living = 50_000 * 8 * 8;
        assert!(postings.bytes() < 4 * living, "{} bytes", postings.bytes());
        assert!(postings.segments() < 12, "{} segments", postings.segments());
    }
}

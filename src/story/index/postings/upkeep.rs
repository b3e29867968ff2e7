//! Upkeep of the postings: seals, merges and the set of keys, in steps that the entries that come pay for.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::merge::Merge;
use super::seen::Renewal;
use super::segment::Segment;
use super::{MUTABLE, Postings, Slot};

/// How many entries are moved for each that comes, where there is something to merge. Sizes double, so
/// that an entry is moved as often as the index has doubled; this is more than any index can.
pub(super) const PACE: usize = 32;

/// Dead entries are not worth the trouble while they are as few as this.
const SLACK: usize = 1 << 14;

/// The largest segment is this part of the living entries, so that time passes segments by.
const SHARE: usize = 2;

/// The largest segment of so many living entries.
pub(super) fn largest(living: usize) -> usize {
    (living / SHARE).max(4 * MUTABLE)
}

/// Neighbours are merged unless the older one is more than half as large again as the newer one: like
/// the digits of a counter, so that there are few segments, and each entry is moved a number of times
/// that grows with the logarithm.
fn are_alike(older: usize, newer: usize) -> bool {
    2 * older <= 3 * newer
}

impl Postings {
    /// Makes the mutable part a segment.
    pub(super) fn seal_mutable(&mut self, alive: impl Fn(Slot) -> bool) {
        if self.mutable.len() == 0 {
            return;
        }
        let first = self.mutable.first();
        let mut sorted = self.mutable.take_sorted(&alive);
        let late = within(&self.late, &(first..=Slot::MAX));
        if !late.is_empty() {
            for entry in &late {
                self.late.remove(entry);
            }
            sorted.extend(late);
            sorted.sort_unstable();
        }
        if !sorted.is_empty() {
            self.segments.push(Segment::new(&sorted));
        }
    }

    /// Drops segments whose articles are all gone, and merges what is due as far as that is paid for.
    pub(super) fn tend(&mut self, alive: impl Fn(Slot) -> bool) {
        self.drop_dead(&alive);
        self.rewrite(&alive);
        self.work(alive);
    }

    fn drop_dead(&mut self, alive: impl Fn(Slot) -> bool) {
        let mut at = 0;
        while let Some(segment) = self.segments.get(at) {
            if self.is_busy(at) || segment.any(&alive) {
                at += 1;
            } else {
                self.put(at, 1, None);
            }
        }
    }

    /// Begins to write all segments again if most of their entries are dead.
    fn rewrite(&mut self, alive: impl Fn(Slot) -> bool) {
        let has_begun = self.merges.iter().any(|merge| merge.width == 1);
        if has_begun || self.stored() <= 2 * self.living + SLACK {
            return;
        }
        self.late.retain(|&entry| alive(entry as Slot));
        for at in 0..self.segments.len() {
            if !self.is_busy(at) {
                self.begin(at, 1, &alive);
            }
        }
    }

    fn stored(&self) -> usize {
        self.segments.iter().map(Segment::len).sum()
    }

    fn is_busy(&self, at: usize) -> bool {
        let mut merges = self.merges.iter();
        merges.any(|merge| (merge.at..merge.at + merge.width).contains(&at))
    }

    fn begin(&mut self, at: usize, width: usize, alive: impl Fn(Slot) -> bool) {
        let segments = self.segments.get(at..at + width).unwrap_or_default();
        let [Some(oldest), Some(newest)] = [segments.first(), segments.last()] else {
            return;
        };
        let time = *oldest.range().start()..=*newest.range().end();
        let late = within(&self.late, &time);
        let merge = Merge::new(at, segments, late, alive);
        let place = self.merges.partition_point(|other| other.at < at);
        self.merges.insert(place, merge);
    }

    /// Begins the merges that are due.
    fn begin_due(&mut self, alive: impl Fn(Slot) -> bool) {
        let most = largest(self.living);
        for at in (1..self.segments.len()).rev() {
            let [older, newer] = [at - 1, at].map(|at| self.segments[at].len());
            let is_due = are_alike(older, newer) && older + newer <= most;
            if is_due && !self.is_busy(at) && !self.is_busy(at - 1) {
                self.begin(at - 1, 2, &alive);
            }
        }
    }

    /// Puts a segment, or none, in the place of some.
    fn put(&mut self, at: usize, width: usize, segment: Option<Segment>) {
        let less = width - segment.iter().len();
        self.segments.splice(at..at + width, segment);
        for merge in self.merges.iter_mut().filter(|merge| merge.at > at) {
            merge.at -= less;
        }
    }

    /// Merges what is due, as far as the entries that have come pay for it: the newest first, which
    /// are the smallest. Says how many entries it looked at.
    pub(in crate::story::index) fn work(&mut self, alive: impl Fn(Slot) -> bool) -> usize {
        let mut all = 0;
        while self.credit > 0 {
            let done = if let Some(merge) = self.merges.last_mut() {
                let done = merge.step(&self.segments[merge.at..merge.at + merge.width], &alive);
                if merge.is_complete() {
                    self.end_merge(&alive);
                }
                done
            } else if let Some(renewal) = &mut self.renewal {
                let done = renewal.step(&self.segments);
                if renewal.is_complete() {
                    self.seen = self.renewal.take().map(|renewal| renewal.seen);
                }
                done
            } else {
                // What nothing is due for is not saved up.
                self.credit = 0;
                return all;
            };
            self.credit = self.credit.saturating_sub(done);
            all += done;
        }
        all
    }

    fn end_merge(&mut self, alive: impl Fn(Slot) -> bool) {
        let Some(merge) = self.merges.pop() else {
            return;
        };
        for entry in &merge.late {
            self.late.remove(entry);
        }
        let (at, width, merged) = (merge.at, merge.width, merge.merged());
        self.put(at, width, Some(merged).filter(|merged| !merged.is_empty()));
        self.begin_due(alive);
    }

    /// Begins to see all keys anew if that is due.
    fn look_again(&mut self) {
        let stored = self.stored();
        let is_due = self.seen.as_ref().is_some_and(|seen| seen.is_due(stored));
        if !is_due || self.renewal.is_some() {
            return;
        }
        let mut renewal = Renewal::new(stored);
        let late = self.late.iter().map(|entry| (entry >> 32) as u32);
        for key in self.mutable.keys().chain(late) {
            renewal.seen.insert(key);
        }
        self.renewal = Some(renewal);
    }

    /// Makes the mutable part a segment, and merges what is due as far as that is paid for.
    pub(in crate::story::index) fn seal(&mut self, alive: impl Fn(Slot) -> bool) {
        self.seal_mutable(&alive);
        self.begin_due(&alive);
        self.look_again();
        self.tend(alive);
    }

    /// Drops what is dead: as [`seal`](Self::seal), once half of the mutable part is. What has gone
    /// since the last time pays for it.
    pub(in crate::story::index) fn sweep(&mut self, alive: impl Fn(Slot) -> bool) {
        self.credit += PACE * std::mem::take(&mut self.gone);
        if self.mutable.len() > 2 * self.living + SLACK {
            self.seal(alive);
        } else {
            self.tend(alive);
        }
    }
}

/// The entries of these slots.
fn within(late: &BTreeSet<u64>, slots: &RangeInclusive<Slot>) -> Vec<u64> {
    let late = late.iter().copied();
    late.filter(|&entry| slots.contains(&(entry as Slot)))
        .collect()
}

//! Segments being merged, a bounded step at a time, so that no article waits for a whole merge.
//!
//! Until a merge is complete readers go on with the segments it is made of. What dies meanwhile may
//! be in the new segment too, as a dead entry.

use super::Slot;
use super::segment::{Growing, Segment};

/// About how many entries one step moves.
const AT_ONCE: usize = 512;

/// Neighbouring segments that become one, or a single one that is written again without its dead.
#[derive(Debug, Clone)]
pub(super) struct Merge {
    /// The position of the oldest of them, and how many there are.
    pub(super) at: usize,
    pub(super) width: usize,
    growing: Growing,
    /// Entries that have waited for this, ascending: they stay where they waited until it is done.
    pub(super) late: Vec<u64>,
    /// How many of these have been moved.
    moved_late: usize,
    /// How many upper bits of a key number the parts that are moved one after the other, which
    /// part is next, and how many a step moves.
    bits: u32,
    next: usize,
    parts: usize,
    room: Vec<u64>,
}

impl Merge {
    pub(super) fn new(
        at: usize,
        segments: &[Segment],
        late: Vec<u64>,
        alive: impl Fn(Slot) -> bool,
    ) -> Self {
        let count = segments.iter().map(Segment::len).sum::<usize>() + late.len();
        let first = segments.iter().map(|segment| *segment.range().start());
        let last = segments.iter().map(|segment| *segment.range().end());
        let range = [first.min().unwrap_or(0), last.max().unwrap_or(0)];
        let growing = Growing::with_room(count, range, || {
            let slots = segments.iter().flat_map(Segment::slots);
            let slots = slots.chain(late.iter().map(|&entry| entry as Slot));
            let mut slots: Vec<Slot> = slots.filter(|&slot| alive(slot)).collect();
            slots.sort_unstable();
            slots.dedup();
            slots
        });
        let bits = segments.iter().map(Segment::directory_bits).min();
        let bits = bits.unwrap_or(0);
        Self {
            at,
            width: segments.len(),
            growing,
            late,
            moved_late: 0,
            bits,
            next: 0,
            parts: ((AT_ONCE << bits) / count.max(1)).max(1),
            room: Vec::new(),
        }
    }

    /// Moves some entries of the segments it is made of, those that are alive. Says how many it has
    /// looked at.
    pub(super) fn step(&mut self, segments: &[Segment], alive: impl Fn(Slot) -> bool) -> usize {
        let end = (self.next + self.parts).min(1 << self.bits);
        let mut seen = 0;
        self.room.clear();
        for segment in segments {
            let entries = segment.with_upper(self.bits, self.next..end);
            let entries = entries.inspect(|_| seen += 1);
            self.room
                .extend(entries.filter(|&entry| alive(entry as Slot)));
        }
        let late = self.late.get(self.moved_late..).unwrap_or_default();
        let here = late.partition_point(|entry| (entry >> 32 >> (32 - self.bits)) < end as u64);
        let here = late.iter().take(here).copied();
        self.moved_late += here.len();
        self.room.extend(here.filter(|&entry| alive(entry as Slot)));
        #[allow(
            clippy::stable_sort_primitive,
            reason = "it merges ascending runs, of which there is one a segment"
        )]
        self.room.sort();
        self.growing.extend(&self.room);
        self.next = end;
        seen.max(1)
    }

    /// Whether all entries have been moved.
    pub(super) fn is_complete(&self) -> bool {
        self.next == 1 << self.bits
    }

    pub(super) fn merged(self) -> Segment {
        self.growing.finished()
    }

    pub(super) fn bytes(&self) -> usize {
        self.growing.bytes() + (self.late.capacity() + self.room.capacity()) * size_of::<u64>()
    }
}

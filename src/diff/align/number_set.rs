//! A set of numbers that is filled, asked and emptied again and again in the same memory.

/// Slots for each number: so many that almost all stand at their own.
const ROOM: usize = 16;

/// A set of numbers, spread by multiplication.
#[derive(Debug)]
pub(crate) struct NumberSet {
    /// Each number at its own slot or the next free one, below the stamp of the filling it came with.
    /// A slot with an older stamp is free.
    slots: Vec<u64>,
    shift: u32,
    /// How often the set was filled, in the upper half.
    stamp: u64,
    len: usize,
}

impl Default for NumberSet {
    fn default() -> Self {
        Self {
            slots: vec![0; 2],
            shift: 31,
            stamp: 1 << 32,
            len: 0,
        }
    }
}

impl NumberSet {
    /// Makes the set hold what some lists hold, and calls `first` with each number once.
    pub(crate) fn fill<'l>(
        &mut self,
        lists: impl Iterator<Item = &'l [u32]> + Clone,
        mut first: impl FnMut(u32),
    ) {
        self.clear(lists.clone().map(<[u32]>::len).sum());
        for list in lists {
            for &number in list {
                if self.insert(number) {
                    first(number);
                }
            }
        }
    }

    /// Empties the set and makes room for so many numbers.
    pub(crate) fn clear(&mut self, count: usize) {
        self.len = 0;
        self.stamp = self.stamp.wrapping_add(1 << 32);
        let size = (count.max(1) * ROOM).next_power_of_two();
        if size > self.slots.len() || self.stamp == 0 {
            let size = size.max(self.slots.len());
            *self = Self {
                slots: vec![0; size],
                shift: 32 - size.ilog2().min(32),
                ..Self::default()
            };
        }
    }

    /// Adds a number, and says whether it is new. There must be room.
    pub(crate) fn insert(&mut self, number: u32) -> bool {
        let entry = self.stamp | u64::from(number);
        let slot = self.slot(entry);
        let is_new = self.slots[slot] != entry;
        self.slots[slot] = entry;
        self.len += usize::from(is_new);
        is_new
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn contains(&self, number: u32) -> bool {
        let entry = self.stamp | u64::from(number);
        self.slots[self.slot(entry)] == entry
    }

    /// How many of some numbers are in the set. Most are settled by one look, with no guess for the
    /// processor to get wrong.
    pub(crate) fn count(&self, numbers: &[u32]) -> usize {
        let mut count = 0;
        for &number in numbers {
            let entry = self.stamp | u64::from(number);
            let found = self.slots[self.home(number)];
            count += usize::from(found == entry);
            if found >= self.stamp && found != entry {
                count += usize::from(self.contains(number));
            }
        }
        count
    }

    /// The slot of a number where nothing is in its way.
    fn home(&self, number: u32) -> usize {
        (number.wrapping_mul(0x9e37_79b9) >> self.shift) as usize
    }

    /// Where an entry stands, or would.
    fn slot(&self, entry: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = self.home(entry as u32);
        while self.slots[slot] >= self.stamp && self.slots[slot] != entry {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

//! Scores one unit against many: what it has is marked once, then looked up.

use super::units::{Units, likeness};

/// Gives the same as [`Units::score`], fastest where pairs of one first unit follow each other.
pub(super) struct Scorer<'u> {
    units: &'u Units,
    /// The unit that is marked.
    marked: Option<usize>,
    /// Its words, by number.
    words: Vec<bool>,
    /// Its runs of characters, each at the slot its upper bits give or the next free one. A slot holds
    /// the run and one, 0 if it is free.
    slots: Vec<u32>,
    filled: Vec<usize>,
    shift: u32,
}

/// Slots for each run of characters: so many that almost all stand at their own.
const ROOM: usize = 32;

impl<'u> Scorer<'u> {
    pub(super) fn new(units: &'u Units) -> Self {
        Self {
            units,
            marked: None,
            words: vec![false; units.words()],
            slots: Vec::new(),
            filled: Vec::new(),
            shift: 30,
        }
    }

    /// How much two different units say the same, from 0 to 1.
    pub(super) fn score(&mut self, a: usize, b: usize) -> f64 {
        if self.marked != Some(a) {
            self.mark(a);
        }
        let units = self.units;
        let ids = units.ids(b).iter();
        let shared = ids
            .filter(|&&id| self.words[id as usize])
            .map(|&id| units.square(id));
        let shared: f64 = shared.sum();
        let grams = self.count(units.grams(b));
        likeness(
            shared,
            [a, b].map(|unit| units.mass(unit)),
            grams,
            [a, b].map(|unit| units.grams(unit).len()),
        )
    }

    fn mark(&mut self, unit: usize) {
        if let Some(before) = self.marked.replace(unit) {
            for &id in self.units.ids(before) {
                self.words[id as usize] = false;
            }
            for slot in self.filled.drain(..) {
                self.slots[slot] = 0;
            }
        }
        for &id in self.units.ids(unit) {
            self.words[id as usize] = true;
        }
        let grams = self.units.grams(unit);
        let size = (grams.len() * ROOM).next_power_of_two().max(2);
        if size > self.slots.len() {
            self.slots = vec![0; size];
            self.shift = 31 - size.ilog2();
        }
        for &gram in grams {
            let slot = self.slot(gram);
            self.slots[slot] = gram + 1;
            self.filled.push(slot);
        }
    }

    /// How many of some runs of characters are marked. Most are settled by one look, with no guess
    /// for the processor to get wrong.
    fn count(&self, grams: &[u32]) -> usize {
        let mut count = 0;
        for &gram in grams {
            let found = self.slots[(gram >> self.shift) as usize];
            count += usize::from(found == gram + 1);
            if found != 0 && found != gram + 1 {
                count += usize::from(self.slots[self.slot(gram)] != 0);
            }
        }
        count
    }

    /// Where a run of characters stands, or would.
    fn slot(&self, gram: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = (gram >> self.shift) as usize;
        while self.slots[slot] != 0 && self.slots[slot] != gram + 1 {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

//! The part of the postings that still grows.

use ahash::AHashMap;

use super::{Slot, entry};

/// A chain of entries for each key, newest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Mutable {
    heads: AHashMap<u32, u32>,
    /// The slot, and the entry of the same key before it.
    entries: Vec<(Slot, u32)>,
}

/// The end of a chain.
const NONE: u32 = u32::MAX;

impl Mutable {
    /// Adds an entry newer than all before.
    pub(super) fn push(&mut self, key: u32, slot: Slot) {
        let head = self.heads.entry(key).or_insert(NONE);
        let before = std::mem::replace(head, self.entries.len() as u32);
        self.entries.push((slot, before));
    }

    /// The slots of a key, newest first.
    pub(super) fn of(&self, key: u32) -> impl Iterator<Item = Slot> + '_ {
        let mut at = self.heads.get(&key).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let &(slot, before) = self.entries.get(at as usize)?;
            at = before;
            Some(slot)
        })
    }

    /// Its entries; afterwards it has none, but the room for as many.
    pub(super) fn take_sorted(&mut self, alive: impl Fn(Slot) -> bool) -> Vec<u64> {
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

    /// The oldest slot.
    pub(super) fn first(&self) -> Slot {
        self.entries.first().map_or(Slot::MAX, |&(slot, _)| slot)
    }

    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = u32> + '_ {
        self.heads.keys().copied()
    }

    pub(super) fn bytes(&self) -> usize {
        // The map holds a key, a value and a control byte a place.
        self.heads.capacity() * 9 + self.entries.capacity() * size_of::<(Slot, u32)>()
    }
}

//! Candidates of an article among those held: who shares a band with it, or enough of its heaviest
//! terms.
//!
//! Both channels keep [`Postings`]. Which entries a look-up reads follows from the articles held
//! and the order in which they came, never from those that have gone. Both kinds of look-up are
//! bounded: of the articles that share a band the newest [`BAND`] are read, and of term lists
//! [`LISTS`] entries, from the shortest list on and from the newest article on.

use std::sync::atomic::{AtomicU64, Ordering};

use super::postings::{Postings, Slot};
use super::sharded_map::ShardedMap;
use crate::table::{Entry, Table};

/// So many of the texts that share a band are read.
const BAND: usize = 64;
/// How many term entries one look-up reads.
const LISTS: usize = 512;
/// How many of the terms an article is listed under it is looked up by: the heaviest of those that
/// others have, by what is rare among these.
const LOOKED_UP: usize = 16;
/// How many heaviest terms two articles must share.
const SHARED: u32 = 2;
/// The most candidates a look-up by terms gives.
const CANDIDATES: usize = 32;
/// The most candidates a look-up by bands gives: as many as there are matches in an answer.
const COPIES: usize = super::MATCHES;

/// The postings of both channels.
#[derive(Debug)]
pub(super) struct Lookup {
    bands: Postings,
    terms: Postings,
    /// How many living entries each term has: what decides which lists are read.
    lengths: ShardedMap<u32, u32>,
    pub(super) left_out: LeftOut,
}

/// What the caps have left out since the index was made. Queries run side by side, hence atomics.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    pub(super) bands: AtomicU64,
    pub(super) terms: AtomicU64,
    pub(super) candidates: AtomicU64,
}

/// What an article is looked up by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Keys {
    pub(super) bands: Vec<u32>,
    pub(super) terms: Vec<u32>,
}

/// Room for look-ups, kept from one to the next.
#[derive(Debug, Default)]
pub(super) struct LookupScratch {
    /// How long the list of each term looked up is, the term, and what it weighs.
    lists: Vec<(usize, u32, f32)>,
    tally: Tally,
    keys: Vec<u32>,
    near: Vec<[u32; 2]>,
    met: Vec<Slot>,
    counted: Vec<(usize, Slot)>,
}

impl Default for Lookup {
    fn default() -> Self {
        Self {
            // Most bands of an article are no other's; most terms are, and `lengths` knows.
            bands: Postings::filtered(),
            terms: Postings::default(),
            lengths: ShardedMap::default(),
            left_out: LeftOut::default(),
        }
    }
}

impl Lookup {
    /// Adds an article.
    pub(super) fn insert(&mut self, slot: Slot, keys: &Keys) -> [u32; 2] {
        self.bands.insert(slot, keys.bands.iter().copied());
        self.terms.insert(slot, keys.terms.iter().copied());
        for term in &keys.terms {
            *self.lengths.entry(*term).or_default() += 1;
        }
        [keys.bands.len() as u32, keys.terms.len() as u32]
    }

    /// The two channels of many articles, by entries as [`Postings::fill`] takes them.
    #[cfg(feature = "store")]
    pub(super) fn filled(bands: Vec<u64>, terms: Vec<u64>) -> Self {
        let mut lookup = Self::default();
        let Self {
            bands: by_band,
            terms: by_term,
            lengths,
            ..
        } = &mut lookup;
        let count = |term, count| *lengths.entry(term).or_default() += count;
        crate::parallel::both(
            || by_band.fill(bands, |_, _| {}),
            || by_term.fill(terms, count),
        );
        lookup
    }

    /// Counts an article that has gone, with so many entries under these terms.
    pub(super) fn remove(&mut self, entries: [u32; 2], terms: impl IntoIterator<Item = u32>) {
        self.bands.forget(entries[0] as usize);
        self.terms.forget(entries[1] as usize);
        for term in terms {
            if let Some(length) = self.lengths.get_mut(&term) {
                *length -= 1;
                if *length == 0 {
                    self.lengths.remove(&term);
                }
            }
        }
    }

    /// Seals what is due, one channel at a time, and goes on with what is being merged.
    pub(super) fn tidy(&mut self, alive: impl Fn(Slot) -> bool) {
        let mut both = [&mut self.bands, &mut self.terms];
        if let Some(full) = both.iter_mut().find(|postings| postings.is_full()) {
            full.seal(&alive);
        }
        for postings in both {
            postings.work(&alive);
        }
    }

    /// Drops segments whose articles are all gone.
    pub(super) fn sweep(&mut self, alive: impl Fn(Slot) -> bool) {
        self.bands.sweep(&alive);
        self.terms.sweep(alive);
    }

    /// The articles that share a band, ascending.
    pub(super) fn by_bands<'a>(
        &self,
        scratch: &'a mut LookupScratch,
        bands: &[u32],
        alive: impl Fn(Slot) -> bool,
    ) -> &'a [Slot] {
        let LookupScratch {
            keys,
            near,
            met,
            counted,
            ..
        } = scratch;
        met.clear();
        self.bands.known(bands, keys);
        let found = self.bands.find(keys, near);
        for (at, &band) in keys.iter().enumerate() {
            let before = met.len();
            found.visit(at, band, BAND + 1, &alive, |slot| met.push(slot));
            if met.len() - before > BAND {
                met.truncate(before + BAND);
                self.left_out.bands.fetch_add(1, Ordering::Relaxed);
            }
        }
        met.sort_unstable();
        // Those that meet in the most bands are the likeliest copies.
        counted.clear();
        let same = met.chunk_by(|a, b| a == b);
        counted.extend(same.map(|same| (same.len(), same[0])));
        if counted.len() > COPIES {
            counted.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            self.leave_out(counted.len() - COPIES);
            counted.truncate(COPIES);
        }
        met.clear();
        met.extend(counted.iter().map(|&(_, slot)| slot));
        met.sort_unstable();
        met
    }

    /// Adds to `found` the articles that share enough of these terms; those with the most weight in
    /// common, if there are too many.
    pub(super) fn by_terms(
        &self,
        scratch: &mut LookupScratch,
        terms: &[u32],
        weight: impl Fn(u32) -> f32,
        alive: impl Fn(Slot) -> bool,
        found: &mut Vec<Slot>,
    ) {
        let LookupScratch {
            lists,
            tally,
            keys,
            near,
            ..
        } = scratch;
        let length = |term: u32| self.lengths.get(&term).copied().unwrap_or(0) as usize;
        lists.clear();
        lists.extend(terms.iter().map(|&term| (length(term), term, weight(term))));
        // Boilerplate weighs nothing.
        lists.retain(|&(length, _, weight)| length > 0 && weight > 0.0);
        if lists.len() > LOOKED_UP {
            let heaviest = |a: &(usize, u32, f32), b: &(usize, u32, f32)| {
                b.2.total_cmp(&a.2).then(a.1.cmp(&b.1))
            };
            lists.select_nth_unstable_by(LOOKED_UP, heaviest);
            lists.truncate(LOOKED_UP);
        }
        lists.sort_unstable_by_key(|&(length, term, _)| (length, term));
        let count = lists.len();
        // Shares of the room: short lists are read whole, and leave more of it to the longer ones,
        // of which the newest articles count.
        let mut room = LISTS;
        for (at, (length, ..)) in lists.iter_mut().enumerate() {
            let share = (*length).min(room / (count - at));
            self.left_out
                .terms
                .fetch_add((*length - share) as u64, Ordering::Relaxed);
            room -= share;
            *length = share;
        }
        tally.clear();
        keys.clear();
        keys.extend(lists.iter().map(|&(_, term, _)| term));
        let listed = self.terms.find(keys, near);
        for (at, &mut (length, term, weight)) in lists.iter_mut().enumerate() {
            // Lists are read in an order that the articles held decide, and so are the sums.
            listed.visit(at, term, length, &alive, |slot| tally.add(slot, weight));
        }
        let left_out = tally.best(found);
        if left_out > 0 {
            self.leave_out(left_out);
        }
    }

    fn leave_out(&self, candidates: usize) {
        self.left_out
            .candidates
            .fetch_add(candidates as u64, Ordering::Relaxed);
    }

    pub(super) fn bytes(&self) -> usize {
        self.bands.bytes() + self.terms.bytes() + self.lengths.capacity() * 9
    }

    /// Segments, and living entries of each term.
    pub(super) fn segments(&self) -> usize {
        self.bands.segments() + self.terms.segments()
    }

    pub(super) fn longest_list(&self) -> usize {
        self.lengths.values().copied().max().unwrap_or(0) as usize
    }

    pub(super) fn largest_band(&self, alive: impl Fn(Slot) -> bool) -> usize {
        let mut largest = 0;
        self.bands
            .for_each_run(alive, |run| largest = largest.max(run));
        largest
    }
}

/// Counts how many terms an article shares with each of those held, and their weight.
#[derive(Debug)]
struct Tally {
    /// Empty until the first look-up. At most a quarter of the places are ever taken: a look-up reads
    /// [`LISTS`] entries.
    table: Table<Shared>,
    /// Which look-up this is: what others put into the table is not there.
    time: u32,
    /// The places taken, so many of them.
    taken: Box<[u16]>,
    count: usize,
    /// Of these, the articles that have enough terms in common.
    enough: Vec<Shared>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Shared {
    slot: Slot,
    time: u32,
    terms: u32,
    weight: f32,
}

impl Entry for Shared {
    type Key = Slot;

    #[inline]
    fn key(&self) -> Slot {
        self.slot
    }
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            table: Table::new(0, Shared::default()),
            time: 0,
            taken: Box::default(),
            count: 0,
            enough: Vec::new(),
        }
    }
}

impl Tally {
    fn clear(&mut self) {
        self.count = 0;
        self.time = self.time.wrapping_add(1);
        if self.time == 0 || self.taken.is_empty() {
            self.table.reset(4 * LISTS, Shared::default());
            self.taken = vec![0; LISTS + 1].into_boxed_slice();
            self.time = 1;
        }
    }

    /// Whether a slot is already there is unpredictable, so this is free of branches.
    #[inline]
    fn add(&mut self, slot: Slot, weight: f32) {
        let time = self.time;
        let at = self.table.find(slot, |shared| shared.time != time);
        let shared = &mut self.table[at];
        let fresh = shared.time != time;
        let (terms, sum) = if fresh {
            (0, 0.0)
        } else {
            (shared.terms, shared.weight)
        };
        *shared = Shared {
            slot,
            time,
            terms: terms + 1,
            weight: sum + weight,
        };
        self.taken[self.count] = at as u16;
        self.count += usize::from(fresh);
    }

    /// Adds the slots with the most shared weight, and returns how many more had enough terms in common.
    fn best(&mut self, found: &mut Vec<Slot>) -> usize {
        let taken = self.taken.iter().take(self.count);
        let taken = taken.map(|&at| self.table[usize::from(at)]);
        self.enough.clear();
        self.enough
            .extend(taken.filter(|shared| shared.terms >= SHARED));
        let left_out = self.enough.len().saturating_sub(CANDIDATES);
        if left_out > 0 {
            self.enough.select_nth_unstable_by(CANDIDATES, |a, b| {
                b.weight.total_cmp(&a.weight).then(a.slot.cmp(&b.slot))
            });
            self.enough.truncate(CANDIDATES);
        }
        found.extend(self.enough.iter().map(|shared| shared.slot));
        left_out
    }
}

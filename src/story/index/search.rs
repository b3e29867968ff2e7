//! Candidates of an article among those held: who shares a band with it, or enough of its heaviest
//! terms.
//!
//! Both channels keep [`Postings`]. Which entries a look-up reads follows from the articles held
//! and the order in which they came, never from those that have gone. Both kinds of look-up are
//! bounded: of the articles that share a band the newest [`BAND`] are read, and of term lists
//! [`LISTS`] entries, from the shortest list on and from the newest article on.

use std::sync::atomic::{AtomicU64, Ordering};

use ahash::AHashMap;

use super::postings::{Postings, Slot};

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
    lengths: AHashMap<u32, u32>,
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
pub(super) struct Scratch {
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
            lengths: AHashMap::new(),
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

    /// Takes note that an article has gone, with so many entries under these terms.
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

    /// Seals what is due.
    pub(super) fn tidy(&mut self, alive: impl Fn(Slot) -> bool) {
        for postings in [&mut self.bands, &mut self.terms] {
            if postings.is_full() {
                postings.seal(&alive);
            }
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
        scratch: &'a mut Scratch,
        bands: &[u32],
        alive: impl Fn(Slot) -> bool,
    ) -> &'a [Slot] {
        let Scratch {
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
        scratch: &mut Scratch,
        terms: &[u32],
        weight: impl Fn(u32) -> f32,
        alive: impl Fn(Slot) -> bool,
        found: &mut Vec<Slot>,
    ) {
        let Scratch {
            lists,
            tally,
            keys,
            near,
            ..
        } = scratch;
        let length = |term: u32| self.lengths.get(&term).copied().unwrap_or(0) as usize;
        lists.clear();
        lists.extend(terms.iter().map(|&term| (length(term), term, weight(term))));
        // Page furniture weighs nothing.
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

/// Counts slots in an open-addressing table.
#[derive(Debug, Default)]
struct Tally {
    /// None until the first look-up. At most a quarter of them are ever taken: a look-up reads
    /// [`LISTS`] entries.
    places: Box<[Place]>,
    /// Which look-up this is: what others put into the table is not there.
    time: u32,
    /// The places taken, so many of them.
    taken: Box<[u16]>,
    count: usize,
    /// Of these, the places of articles that have enough terms in common.
    shared: Vec<Place>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Place {
    slot: Slot,
    time: u32,
    shared: u32,
    weight: f32,
}

/// Bits of the number of a place.
const PLACE_BITS: u32 = (4 * LISTS).ilog2();

impl Tally {
    fn clear(&mut self) {
        self.count = 0;
        self.time = self.time.wrapping_add(1);
        if self.time == 0 || self.places.is_empty() {
            self.places = vec![Place::default(); 1 << PLACE_BITS].into_boxed_slice();
            self.taken = vec![0; LISTS + 1].into_boxed_slice();
            self.time = 1;
        }
    }

    /// Whether a slot is there already cannot be foretold, and so decides no branch.
    #[allow(
        clippy::needless_bitwise_bool,
        reason = "one branch, seldom taken, not two"
    )]
    #[inline]
    fn add(&mut self, slot: Slot, weight: f32) {
        let mask = self.places.len() - 1;
        let mut at = (slot.wrapping_mul(0x9e37_79b9) >> (32 - PLACE_BITS)) as usize & mask;
        loop {
            let place = &mut self.places[at];
            let fresh = place.time != self.time;
            if !fresh & (place.slot != slot) {
                at = (at + 1) & mask;
                continue;
            }
            let (shared, sum) = if fresh {
                (0, 0.0)
            } else {
                (place.shared, place.weight)
            };
            *place = Place {
                slot,
                time: self.time,
                shared: shared + 1,
                weight: sum + weight,
            };
            self.taken[self.count] = at as u16;
            self.count += usize::from(fresh);
            return;
        }
    }

    /// Adds the slots with the most shared weight, and tells how many more had enough terms in common.
    fn best(&mut self, found: &mut Vec<Slot>) -> usize {
        let taken = self.taken.iter().take(self.count);
        let places = taken.map(|&at| self.places[usize::from(at)]);
        self.shared.clear();
        self.shared
            .extend(places.filter(|place| place.shared >= SHARED));
        let left_out = self.shared.len().saturating_sub(CANDIDATES);
        if left_out > 0 {
            self.shared.select_nth_unstable_by(CANDIDATES, |a, b| {
                b.weight.total_cmp(&a.weight).then(a.slot.cmp(&b.slot))
            });
            self.shared.truncate(CANDIDATES);
        }
        found.extend(self.shared.iter().map(|place| place.slot));
        left_out
    }
}

//! How rare terms are among the articles held, for live scores.
//!
//! A background table does not know that every report of a crime desk says "police". The index also
//! counts terms itself, in a sample: its oldest texts, a power of two of them, at most [`MOST`].
//! Which these are follows from the articles held alone, so a removal leaves no trace; and the
//! sample rarely changes, so what was computed from it stays valid. Passages that several of these
//! texts have word for word are boilerplate, and fade.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::held::{Articles, Held};
use super::postings::Slot;
use crate::event::{Background, Fading, KNOWN_LANGUAGE, Occurrences, Terms, prior};
use crate::table::Table;

/// The largest sample.
const MOST: usize = 1_024;
/// Fewer texts than this say nothing of what is usual.
const LEAST: usize = 64;
/// Terms that no sampled text holds any more are cleared away once there are so many.
const SLACK: usize = 4_096;

/// The rarity of terms by the background alone.
#[derive(Debug, Clone)]
pub(super) struct Usual {
    table: Arc<Table<(u32, f32)>>,
    /// The rarity of a term that is not in the table; a free place holds it too.
    unknown: f32,
}

impl Usual {
    pub(super) fn new(background: &Background) -> Self {
        let keys = background.keys();
        let absent = (0..u32::MAX).find(|key| keys.binary_search(key).is_err());
        let idf = |key: u32| background.idf_of(key, 0, 0) as f32;
        let unknown = absent.map_or(0.0, idf);
        let free = (0, unknown);
        let mut table = Table::new(2 * keys.len(), free);
        for entry in keys.iter().map(|&key| (key, idf(key))) {
            if entry.1.to_bits() != unknown.to_bits() {
                table.insert(entry, free, |entry| entry.1.to_bits() == unknown.to_bits());
            }
        }
        Self {
            table: Arc::new(table),
            unknown,
        }
    }

    #[inline]
    pub(super) fn idf(&self, key: u32) -> f32 {
        let unknown = self.unknown.to_bits();
        self.table.get(key, |entry| entry.1.to_bits() == unknown).1
    }
}

/// A term of the sample.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Sampled {
    /// How many of the sampled texts hold it.
    texts: u32,
    idf: f32,
}

/// The entry of a term that no sampled text ever held; one that none holds any more has a rarity.
const NEVER: (u32, Sampled) = {
    let (texts, idf) = (0, -1.0);
    (0, Sampled { texts, idf })
};

fn is_new(entry: &(u32, Sampled)) -> bool {
    entry.1.idf < 0.0
}

/// The entry of a passage that no sampled text ever had.
const NOWHERE: (u32, u32) = (0, 0);

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "the table asks by reference"
)]
fn is_nowhere(entry: &(u32, u32)) -> bool {
    entry.1 == 0
}

/// The sampled texts, and the rarity of terms by them and the background.
#[derive(Debug, Clone)]
pub(super) struct LiveCensus {
    background: Background,
    usual: Usual,
    /// What the size of the sample adds to the rarity of a term that is not in it.
    added: f32,
    /// How often terms that recur in the sample were counted, those of the background table and all.
    recurring: [u64; 2],
    /// For how many texts the background counts: few where it does not know the language.
    prior: f64,
    /// The oldest texts, as many as [`sample_size`] says.
    sample: BTreeSet<Slot>,
    /// As many as the rarities below were taken with.
    size: usize,
    terms: Table<(u32, Sampled)>,
    /// Terms above that no sampled text holds.
    idle: usize,
    /// Whether the rarities above are still to be found, of many texts counted one after the other.
    is_unweighed: bool,
    /// How many of the sampled texts hold each passage, and one more, by the upper half of its hash.
    passages: Table<(u32, u32)>,
    epoch: u32,
}

/// How many of so many texts are sampled.
fn sample_size(texts: usize) -> usize {
    match texts.min(MOST) {
        few if few < LEAST => 0,
        texts => 1 << texts.ilog2(),
    }
}

impl LiveCensus {
    pub(super) fn new(background: Background, usual: Usual) -> Self {
        Self {
            background,
            usual,
            added: 0.0,
            recurring: [0, 0],
            prior: KNOWN_LANGUAGE,
            sample: BTreeSet::new(),
            size: 0,
            terms: Table::new(0, NEVER),
            idle: 0,
            is_unweighed: false,
            passages: Table::new(0, NOWHERE),
            epoch: 1,
        }
    }

    /// Changes whenever some rarity may have.
    pub(super) fn epoch(&self) -> u32 {
        self.epoch
    }

    /// The rarity of a term.
    #[inline]
    pub(super) fn idf(&self, key: u32) -> f32 {
        let sampled = self.terms.get(key, is_new).1;
        if sampled.texts > 0 {
            sampled.idf
        } else if self.prior < KNOWN_LANGUAGE {
            self.usual.unknown + self.added
        } else {
            self.usual.idf(key) + self.added
        }
    }

    /// What an occurrence in a passage counts for, from 0 to 1: what several sampled texts have word
    /// for word is boilerplate.
    fn fade(&self, passage: u64) -> f64 {
        let texts = self.passages.get((passage >> 32) as u32, is_nowhere);
        Fading::Sample.of(texts.1.saturating_sub(1))
    }

    /// Which passages of a text fade, a bit for each; the last bit is for all that follow.
    pub(super) fn faded(&self, terms: &Terms) -> u64 {
        let bit = |(at, &passage): (usize, &u64)| u64::from(self.fade(passage) < 1.0) << at.min(63);
        let passages = terms.passages().iter().enumerate();
        passages.map(bit).fold(0, |all, bit| all | bit)
    }

    /// How often a term counts, of a text in which these passages fade.
    #[inline]
    pub(super) fn count(&self, terms: &Terms, faded: u64, term: &[Occurrences]) -> f64 {
        if faded == 0 {
            let count = term.iter().map(|here| u32::from(here.count));
            return f64::from(count.sum::<u32>());
        }
        let count = |here: &Occurrences| {
            let count = f64::from(here.count);
            if faded >> here.passage.min(63) & 1 == 0 {
                return count;
            }
            let passage = terms.passages().get(usize::from(here.passage));
            count * passage.map_or(1.0, |&passage| self.fade(passage))
        };
        term.iter().map(count).sum()
    }

    /// Counts a text that has gone.
    pub(super) fn gone(&mut self, slot: Slot, terms: &Terms) {
        if self.sample.remove(&slot) {
            self.sampled(terms, false);
        }
    }

    /// Counts a new text, or an article that has become a representative.
    pub(super) fn came<K>(&mut self, slot: Slot, articles: &Articles<K>) {
        if self.sample.last().is_some_and(|&last| slot < last) {
            self.add(slot, articles);
        }
        self.follow(articles);
    }

    /// Makes the sample what it should be, after texts have come or gone.
    pub(super) fn follow<K>(&mut self, articles: &Articles<K>) {
        let size = sample_size(articles.representatives());
        if size != self.size {
            self.start_over(size);
        }
        while self.sample.len() > size {
            let last = self.sample.pop_last().and_then(|last| articles.get(last));
            if let Some(held) = last {
                self.sampled(held.digest.terms(), false);
            }
        }
        while self.sample.len() < size {
            let from = self.sample.last().map_or(0, |&last| last + 1);
            let Some(next) = articles.next_representative(from) else {
                break;
            };
            self.add(next, articles);
        }
        self.believe();
    }

    fn add<K>(&mut self, slot: Slot, articles: &Articles<K>) {
        let representing = articles
            .get(slot)
            .filter(|_| articles.is_representative(slot));
        if let Some(Held { digest, .. }) = representing
            && self.sample.insert(slot)
        {
            self.sampled(digest.terms(), true);
        }
    }

    fn sampled(&mut self, terms: &Terms, more: bool) {
        self.epoch = self.epoch.wrapping_add(1);
        for term in terms.by_term() {
            let key = term[0].key;
            let Sampled { mut texts, idf } = self.terms.get(key, is_new).1;
            self.idle -= usize::from(more && texts == 0 && idf >= 0.0);
            texts = if more {
                texts + 1
            } else {
                texts.saturating_sub(1)
            };
            self.idle += usize::from(texts == 0);
            self.count_recurring(key, texts, more);
            let idf = if self.is_unweighed {
                0.0
            } else {
                self.rarity(key, texts)
            };
            self.terms
                .insert((key, Sampled { texts, idf }), NEVER, is_new);
        }
        let passages = terms.passages().iter();
        let mut passages: Vec<u32> = passages.map(|passage| (passage >> 32) as u32).collect();
        passages.sort_unstable();
        passages.dedup();
        for passage in passages {
            // One more than there are texts: what none holds any more stays until it is cleared away.
            let known = self.passages.get(passage, is_nowhere).1.max(1);
            let known = if more { known + 1 } else { (known - 1).max(1) };
            self.passages.insert((passage, known), NOWHERE, is_nowhere);
        }
        if self.idle > SLACK {
            let mut terms = Table::new(0, NEVER);
            for &entry in self.terms.iter().filter(|entry| entry.1.texts > 0) {
                terms.insert(entry, NEVER, is_new);
            }
            (self.terms, self.idle) = (terms, 0);
            let mut passages = Table::new(0, NOWHERE);
            for &entry in self.passages.iter().filter(|entry| entry.1 > 1) {
                passages.insert(entry, NOWHERE, is_nowhere);
            }
            self.passages = passages;
        }
    }

    /// The rarity of a term that so many sampled texts hold.
    fn rarity(&self, key: u32, texts: u32) -> f32 {
        let (texts, size) = (f64::from(texts), self.size as f64);
        self.background.idf_blended(key, texts, size, self.prior) as f32
    }

    /// Takes note that a term is in one sampled text more or less than before, now in so many.
    fn count_recurring(&mut self, key: u32, texts: u32, more: bool) {
        let before = if more { texts - 1 } else { texts + 1 };
        let recurring = |texts: u32| if texts > 1 { u64::from(texts) } else { 0 };
        let (before, now) = (recurring(before), recurring(texts));
        if before == now {
            return;
        }
        let known = self.background.knows(key);
        for sum in self.recurring.iter_mut().skip(usize::from(!known)) {
            *sum = *sum + now - before;
        }
    }

    /// Believes the background as far as it knows what recurs, and weighs anew where that changes.
    fn believe(&mut self) {
        let prior = prior(self.recurring[0], self.recurring[1]);
        if prior.to_bits() == self.prior.to_bits() && !self.is_unweighed {
            return;
        }
        self.prior = prior;
        self.is_unweighed = false;
        self.add_for_size();
        for place in 0..self.terms.places() {
            let (key, Sampled { texts, .. }) = self.terms[place];
            if texts > 0 {
                self.terms[place].1.idf = self.rarity(key, texts);
            }
        }
    }

    /// A term that is not in the sample is the rarer the more texts do without it.
    fn add_for_size(&mut self) {
        let idf = |size, prior| self.background.idf_blended(0, 0.0, size, prior);
        let usual = idf(0.0, KNOWN_LANGUAGE);
        self.added = (idf(self.size as f64, self.prior) - usual) as f32;
    }

    /// Starts with an empty sample, to be filled up to `size` texts.
    fn start_over(&mut self, size: usize) {
        self.epoch = self.epoch.wrapping_add(1);
        self.sample.clear();
        self.size = size;
        self.is_unweighed = true;
        (self.terms, self.idle) = (Table::new(0, NEVER), 0);
        self.passages = Table::new(0, NOWHERE);
        (self.recurring, self.prior) = ([0, 0], KNOWN_LANGUAGE);
        self.add_for_size();
    }

    /// Bytes held, without the background's.
    pub(super) fn bytes(&self) -> usize {
        self.terms.bytes() + self.passages.bytes() + self.sample.len() * 6
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_outside_the_sample_is_as_rare_as_the_background_says() {
        let background = Background::english();
        let mut rarity = LiveCensus::new(background.clone(), Usual::new(&background));
        rarity.start_over(512);
        let keys = background.keys().iter().copied();
        for key in keys.step_by(7).chain([0, 1, u32::MAX]) {
            let exact = background.idf_of(key, 0, 512) as f32;
            assert!((rarity.idf(key) - exact).abs() < 1e-5, "term {key}");
        }
    }

    #[test]
    fn a_background_of_another_language_is_not_believed_and_a_removal_leaves_no_trace() {
        let background = Background::english();
        let mut rarity = LiveCensus::new(background.clone(), Usual::new(&background));
        rarity.start_over(64);
        let german = Terms::of(
            None,
            "Feuerwehrleute retteten gestern Bewohner; Nachbarn halfen dabei.",
        );
        let before = rarity.idf(7);
        for _ in 0..64 {
            rarity.sampled(&german, true);
        }
        rarity.believe();
        assert!(rarity.prior < KNOWN_LANGUAGE && rarity.idf(7) < before);
        for term in german.by_term() {
            let exact = background.idf_blended(term[0].key, 64.0, 64.0, rarity.prior) as f32;
            assert!((rarity.idf(term[0].key) - exact).abs() < 1e-6);
        }
        for _ in 0..64 {
            rarity.sampled(&german, false);
        }
        rarity.believe();
        assert_eq!((rarity.recurring, rarity.prior), ([0, 0], KNOWN_LANGUAGE));
        assert!((rarity.idf(7) - before).abs() < 1e-6);
    }

    #[test]
    fn without_a_background_all_terms_are_equally_rare() {
        let none = Background::none();
        let mut rarity = LiveCensus::new(none.clone(), Usual::new(&none));
        rarity.start_over(64);
        assert!((rarity.idf(7) - rarity.idf(8)).abs() < 1e-9);
        assert!((f64::from(rarity.idf(7)) - none.idf_of(7, 0, 64)).abs() < 1e-5);
    }
}

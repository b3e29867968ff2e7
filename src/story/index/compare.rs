//! How an article compares with those held: the scores, and what a caller is shown of them.
//!
//! Scores are exact for every candidate; shared text is counted only where it can matter, for
//! articles close enough to be copies and for those that are shown.

use std::collections::BTreeMap;
use std::hash::Hash;

use super::fresh::{Fresh, Reader, Wording, faded_weights, scale};
use super::held::{Counted, Held, Speaker};
use super::postings::Slot;
use super::rarity::Rarity;
use super::search::Scratch;
use super::table::KeyTable;
use super::{LEAST_MATCH, MATCHES, Match, REASONS, StoryIndex};
use crate::Article;
use crate::event::{Common, Makeup, Terms};
use crate::story::Digest;
use crate::story::copied::COPY_COSINE;
use crate::story::score::{LEAST_TEMPLATE, contradicted, date_factor};

/// How an article compares with one that speaks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) slot: Slot,
    /// Of the other article, to be remembered.
    pub(super) counted: Counted,
    cosine: f64,
    /// Less than 1 if they tell different events in one wording.
    template_factor: f64,
    /// Below 0 if they contradict each other.
    pub(super) score: f64,
    /// Counted for those that may be copies.
    overlap: Option<Overlap>,
}

impl Found {
    fn likeness(&self) -> f64 {
        self.cosine * self.template_factor
    }

    /// The score with another factor for the dates.
    fn dated(&self, date: f64) -> f64 {
        let score = self.cosine * date;
        if score >= LEAST_TEMPLATE {
            contradicted(score, self.template_factor).min(1.0)
        } else {
            score
        }
    }

    /// Whether both are one story whatever their scores: much the same text, about the same.
    pub(super) fn joins(&self) -> bool {
        self.likeness() >= COPY_COSINE && self.overlap.is_some_and(|overlap| overlap.copy)
    }
}

/// How much of two texts is the same.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Overlap {
    pub(super) jaccard: f64,
    pub(super) containment: f64,
    pub(super) copy: bool,
}

/// An article's terms with their weights, laid out to be compared with many others.
#[derive(Debug)]
pub(super) struct Weighed {
    /// Weight × rarity; of a vector of length 1, and negative for names and numbers.
    table: KeyTable<f32>,
    /// A bit for each of its keys, by the lowest bits of these: nearly all terms of other articles
    /// are seen not to be here by one look.
    filter: Box<[u64; 64]>,
    makeup: Makeup,
}

impl Weighed {
    pub(super) fn new(terms: &Terms, rarity: &Rarity) -> Self {
        let mut weighed: Vec<(u32, f32)> = Vec::new();
        if let Some(scale) = scale(terms) {
            let faded = rarity.faded(terms);
            let weights = faded_weights(terms, scale, rarity, faded);
            weighed.extend(weights.map(|(key, weight)| (key, weight * rarity.idf(key))));
            weighed.retain(|(_, weight)| weight.abs() > 0.0);
        }
        let square = weighed.iter().map(|&(_, weight)| f64::from(weight).powi(2));
        let length = square.sum::<f64>().sqrt();
        // Sparse: nearly all terms looked up are not there, and the first place then says so.
        let mut table = KeyTable::new(weighed.len() * 2, 0.0);
        let mut filter = Box::new([0_u64; 64]);
        for (key, weight) in &mut weighed {
            *weight = (f64::from(*weight) / length.max(f64::MIN_POSITIVE)) as f32;
            if weight.abs() > 0.0 {
                table.insert(*key, *weight);
                filter[(*key >> 6 & 63) as usize] |= 1 << (*key & 63);
            }
        }
        let weights = weighed.iter().map(|&(_, weight)| f64::from(weight));
        let makeup = Makeup::of(weights, terms.named());
        Self {
            table,
            filter,
            makeup,
        }
    }

    #[inline]
    fn may_hold(&self, key: u32) -> bool {
        self.filter[(key >> 6 & 63) as usize] >> (key & 63) & 1 == 1
    }

    /// The terms an article held shares, each with both weights, one of length 1 and one of any.
    fn shared<'a>(
        &'a self,
        held: &'a Digest,
        speaker: &Speaker,
        faded: u64,
        rarity: &'a Rarity,
    ) -> impl Iterator<Item = (u32, f64, f64)> + 'a {
        let (scale, terms) = (speaker.scale, held.terms());
        let mut rest = terms.occurrences();
        std::iter::from_fn(move || {
            loop {
                let first = rest.iter().position(|first| self.may_hold(first.key))?;
                rest = &rest[first..];
                let key = rest[0].key;
                let here = f64::from(self.table.get(key));
                let more = rest.iter().take_while(|more| more.key == key).count();
                let (term, after) = rest.split_at(more);
                rest = after;
                let count = rarity.count(terms, faded, term);
                if here.abs() > 0.0 && count > 0.0 {
                    let there = scale?.weight(count, term[0].marks);
                    let rarity = f64::from(rarity.idf(key));
                    return Some((key, here, there * rarity));
                }
            }
        })
    }
}

impl Counted {
    /// What an article's vector of weights and rarities is made of; nothing for one that says too
    /// little.
    fn of(terms: &Terms, speaker: &Speaker, rarity: &Rarity) -> Self {
        let Some(scale) = speaker.scale else {
            return Self::default();
        };
        let faded = rarity.faded(terms);
        let weigh = |(key, weight)| f64::from(weight * rarity.idf(key));
        Self {
            makeup: Makeup::of(
                faded_weights(terms, scale, rarity, faded).map(weigh),
                terms.named(),
            ),
            faded,
        }
    }
}

impl<K: Eq + Hash + Ord + Clone> StoryIndex<K> {
    /// How two texts overlap, one of which is held.
    pub(super) fn overlap(&self, wording: &mut Wording, speaker: &Speaker) -> Overlap {
        let shingles = wording.table(&self.lexicon, &self.settings);
        let (left, right) = (shingles.len(), speaker.shingles as usize);
        let shared = shingles.shared(&speaker.words);
        if shared == 0 {
            return Overlap::default();
        }
        Overlap {
            jaccard: shared as f64 / (left + right - shared) as f64,
            containment: shared as f64 / left.min(right) as f64,
            copy: self.settings.copies.is_copy(left, right, shared),
        }
    }

    /// What follows from the terms of an article held and the present counts.
    fn counted(&self, held: &Held<K>, speaker: &Speaker) -> Counted {
        match speaker.counted {
            (epoch, counted) if epoch == self.rarity.epoch() => counted,
            _ => Counted::of(held.digest.terms(), speaker, &self.rarity),
        }
    }

    /// The articles that speak, and how an article compares with each candidate among them.
    pub(super) fn search(
        &self,
        scratch: &mut Scratch,
        fresh: &mut Fresh,
        weighed: &Weighed,
    ) -> Vec<Found> {
        let alive = |slot: Slot| self.articles.speaks(slot);
        let by_bands = self.lookup.by_bands(&fresh.keys.bands, alive);
        let weight = |term: u32| weighed.table.get(term).abs();
        let terms = &fresh.keys.terms;
        let mut candidates = self.lookup.by_terms(scratch, terms, weight, alive);
        candidates.extend(&by_bands);
        candidates.sort_unstable();
        candidates.dedup();
        // In passes, so that the processor waits for the memory of many articles at once.
        let near: Vec<(Slot, &Held<K>, &Speaker)> = candidates
            .into_iter()
            .filter_map(|slot| {
                let held = self.articles.get(slot)?;
                Some((slot, held, held.speaker.as_ref()?))
            })
            .collect();
        // What is read here is read again below, one article after the other.
        let terms = near.iter().map(|(_, held, _)| held.digest.terms());
        let occurrences = terms.flat_map(|terms| terms.occurrences().iter().step_by(8));
        std::hint::black_box(occurrences.fold(0, |all, here| all ^ here.key));
        let own_shingles = fresh.wording.table(&self.lexicon, &self.settings).len();
        let found = near.into_iter().map(|(slot, held, speaker)| {
            let counted = self.counted(held, speaker);
            let Counted { makeup, faded } = counted;
            let (mut product, mut common) = (0.0, Common::default());
            for (_, here, there) in weighed.shared(&held.digest, speaker, faded, &self.rarity) {
                product += (here * there).abs();
                common.add(here, there);
            }
            let length = makeup.square().sqrt();
            let cosine = if length > 0.0 {
                (product / length).min(1.0)
            } else {
                0.0
            };
            let dates = (fresh.digest.date(), held.digest.date());
            let date = date_factor(&self.settings.rules, dates.0, dates.1);
            // Texts of one wording are copies whatever they are about.
            let same = || speaker.shingles as usize == own_shingles;
            let near = cosine >= COPY_COSINE || same() && by_bands.binary_search(&slot).is_ok();
            let mut found = Found {
                slot,
                counted,
                cosine,
                template_factor: common.factor(weighed.makeup, makeup),
                score: 0.0,
                overlap: near.then(|| self.overlap(&mut fresh.wording, speaker)),
            };
            found.score = found.dated(date);
            found
        });
        found.collect()
    }

    /// The matches to show: echoes beside those that speak for them, with reasons, best first.
    pub(super) fn matches(
        &self,
        reader: &Reader,
        article: Article<'_>,
        fresh: &mut Fresh,
        weighed: &Weighed,
        found: &[Found],
        most: usize,
    ) -> Vec<Match<K>> {
        let mut ranked = self.ranked(fresh, found);
        ranked.sort_unstable_by(Shown::best_first);
        ranked.truncate(most);
        let mut keys: Vec<u32> = Vec::new();
        let reasons: Vec<Vec<u32>> = ranked
            .iter()
            .map(|shown| self.reasons(weighed, shown.found.slot))
            .inspect(|reasons| keys.extend(reasons))
            .collect();
        keys.sort_unstable();
        keys.dedup();
        let words = reader.spell(article, &keys);
        let word = |key: u32| {
            let at = keys.binary_search(&key).ok()?;
            words.get(at).filter(|word| !word.is_empty()).cloned()
        };
        let mut overlaps: BTreeMap<Slot, Overlap> = BTreeMap::new();
        let shown = ranked.into_iter().zip(reasons);
        shown
            .map(|(shown, reasons)| {
                let (slot, known) = (shown.found.slot, shown.found.overlap);
                // What is no copy still shares some text, perhaps.
                let overlap = known.or_else(|| overlaps.get(&slot).copied());
                let overlap = overlap.unwrap_or_else(|| {
                    let speaker = self.articles.speaker(slot);
                    let overlap = speaker.map_or_else(Overlap::default, |speaker| {
                        self.overlap(&mut fresh.wording, speaker)
                    });
                    overlaps.insert(slot, overlap);
                    overlap
                });
                Match {
                    key: shown.held.key.clone(),
                    score: shown.score,
                    jaccard: overlap.jaccard,
                    containment: overlap.containment,
                    copy: shown.copy,
                    terms: reasons.into_iter().filter_map(word).collect(),
                }
            })
            .collect()
    }

    fn ranked<'a>(&'a self, fresh: &Fresh, found: &'a [Found]) -> Vec<Shown<'a, K>> {
        let mut ranked = Vec::new();
        for found in found {
            let Some(speaker) = self.articles.get(found.slot) else {
                continue;
            };
            // The very same words are a copy, even where they say too little to be about anything.
            let copy = found.overlap.is_some_and(|overlap| {
                overlap.copy && (found.likeness() >= COPY_COSINE || overlap.jaccard >= 1.0)
            });
            let alike = found.overlap.map_or(0.0, |overlap| overlap.jaccard);
            let echoes = self.echoes.get(&found.slot).into_iter().flatten();
            let echoes = echoes
                .filter_map(|&echo| self.articles.get(echo))
                .take(MATCHES);
            for held in std::iter::once(speaker).chain(echoes) {
                let dates = (fresh.digest.date(), held.digest.date());
                let date = date_factor(&self.settings.rules, dates.0, dates.1);
                let score = found.dated(date).max(0.0);
                if copy || score >= LEAST_MATCH {
                    ranked.push(Shown {
                        found,
                        copy,
                        alike: if copy { alike } else { 0.0 },
                        score,
                        held,
                    });
                }
            }
        }
        ranked
    }

    /// The terms that carry the score of an article with one that speaks, the heaviest first.
    fn reasons(&self, weighed: &Weighed, slot: Slot) -> Vec<u32> {
        let held = self.articles.get(slot);
        let both = held.and_then(|held| Some((held, held.speaker.as_ref()?)));
        let Some((held, speaker)) = both else {
            return Vec::new();
        };
        let faded = self.counted(held, speaker).faded;
        let shared = weighed.shared(&held.digest, speaker, faded, &self.rarity);
        let mut shared: Vec<(f64, u32)> = shared
            .map(|(key, here, there)| ((here * there).abs(), key))
            .collect();
        let heaviest = |a: &(f64, u32), b: &(f64, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if shared.len() > REASONS {
            shared.select_nth_unstable_by(REASONS, heaviest);
            shared.truncate(REASONS);
        }
        shared.sort_unstable_by(heaviest);
        shared.into_iter().map(|(_, key)| key).collect()
    }
}

/// A match about to be shown.
struct Shown<'a, K> {
    found: &'a Found,
    copy: bool,
    /// How much of the text is the same; 0 unless it is a copy.
    alike: f64,
    score: f64,
    held: &'a Held<K>,
}

impl<K: Ord> Shown<'_, K> {
    /// Copies first.
    fn best_first(a: &Self, b: &Self) -> std::cmp::Ordering {
        let by_copy = b.copy.cmp(&a.copy).then(b.alike.total_cmp(&a.alike));
        by_copy
            .then(b.score.total_cmp(&a.score))
            .then_with(|| a.held.key.cmp(&b.held.key))
    }
}

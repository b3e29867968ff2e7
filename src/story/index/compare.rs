//! How an article compares with those held: the scores, and what a caller is shown of them.
//!
//! Scores are exact for every candidate; shared text is counted only where it can matter, for
//! articles close enough to be copies and for those that are shown.

use std::collections::BTreeMap;
use std::hash::Hash;

use super::desk::Desk;
use super::fresh::{Fresh, Wording, faded_weights};
use super::held::{Counted, Held, Speaker};
use super::postings::Slot;
use super::rarity::Rarity;
use super::search::Scratch;
use super::weighed::Weighed;
use super::{LEAST_MATCH, MATCHES, Match, REASONS, StoryIndex};
use crate::event::{Makeup, Terms};
use crate::story::copied::COPY_COSINE;
use crate::story::score::{LEAST_TEMPLATE, contradicted, date_factor};
use crate::{Article, Date};

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

/// Room to compare one article with others, kept from one to the next.
#[derive(Debug, Default)]
pub(super) struct Room {
    pub(super) weighed: Weighed,
    pub(super) lookup: Scratch,
    candidates: Vec<Slot>,
    /// How the article compares with each candidate.
    pub(super) found: Vec<Found>,
}

/// How much of two texts is the same.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Overlap {
    pub(super) jaccard: f64,
    pub(super) containment: f64,
    pub(super) copy: bool,
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

    /// How an article compares with each candidate among those that speak.
    pub(super) fn search(&self, room: &mut Room, fresh: &mut Fresh) {
        let Fresh {
            digest,
            wording,
            keys,
        } = fresh;
        let Room {
            weighed,
            lookup,
            candidates,
            found,
        } = room;
        weighed.lay_out(digest.terms(), &self.rarity);
        let alive = |slot: Slot| self.articles.speaks(slot);
        candidates.clear();
        let weight = |term: u32| weighed.weight(term);
        self.lookup
            .by_terms(lookup, &keys.terms, weight, alive, candidates);
        let by_bands = self.lookup.by_bands(lookup, &keys.bands, alive);
        candidates.extend(by_bands);
        candidates.sort_unstable();
        candidates.dedup();
        // In passes, so that the processor waits for the memory of many articles at once: what is
        // read here is read again below, one article after the other.
        let held = || {
            candidates
                .iter()
                .filter_map(|&slot| self.articles.get(slot))
        };
        let counted = held().filter_map(|held| Some(held.speaker.as_ref()?.counted.0));
        std::hint::black_box(counted.fold(0, |all, epoch| all ^ epoch));
        let terms = held().flat_map(|held| held.digest.terms().occurrences().iter().step_by(8));
        std::hint::black_box(terms.fold(0, |all, here| all ^ here.key));
        let own_shingles = wording.table(&self.lexicon, &self.settings).len();
        found.clear();
        for &slot in &*candidates {
            let held = self.articles.get(slot);
            let Some((held, speaker)) = held.and_then(|held| Some((held, held.speaker.as_ref()?)))
            else {
                continue;
            };
            let counted = self.counted(held, speaker);
            let terms = held.digest.terms();
            let (cosine, template_factor) = weighed.compared(terms, speaker, counted, &self.rarity);
            // Texts of one wording are copies whatever they are about.
            let same = || speaker.shingles as usize == own_shingles;
            let near = cosine >= COPY_COSINE || same() && by_bands.binary_search(&slot).is_ok();
            let mut one = Found {
                slot,
                counted,
                cosine,
                template_factor,
                score: 0.0,
                overlap: near.then(|| self.overlap(wording, speaker)),
            };
            let (left, right) = (digest.date(), held.digest.date());
            one.score = one.dated(date_factor(&self.settings.rules, left, right));
            found.push(one);
        }
    }

    /// The matches to show: echoes beside those that speak for them, with reasons, best first.
    pub(super) fn matches(
        &self,
        desk: &Desk,
        article: Article<'_>,
        wording: &mut Wording,
        most: usize,
    ) -> Vec<Match<K>> {
        let Desk { reader, room } = desk;
        let mut ranked = self.ranked(article.date(), &room.found);
        ranked.sort_unstable_by(Shown::best_first);
        ranked.truncate(most);
        let mut reasons: Vec<(f64, u32)> = Vec::new();
        let mut ends = Vec::with_capacity(ranked.len());
        for shown in &ranked {
            self.reasons(&room.weighed, shown.found.slot, &mut reasons);
            ends.push(reasons.len());
        }
        let mut keys: Vec<u32> = reasons.iter().map(|&(_, key)| key).collect();
        keys.sort_unstable();
        keys.dedup();
        let words = reader.spell(article, &keys);
        let word = |&(_, key): &(f64, u32)| {
            let at = keys.binary_search(&key).ok()?;
            words.get(at).copied().filter(|word| !word.is_empty())
        };
        let mut overlaps: BTreeMap<Slot, Overlap> = BTreeMap::new();
        let (mut shown_matches, mut start) = (Vec::with_capacity(ranked.len()), 0);
        for (shown, end) in ranked.into_iter().zip(ends) {
            let (slot, known) = (shown.found.slot, shown.found.overlap);
            // What is no copy still shares some text, perhaps.
            let overlap = known.or_else(|| overlaps.get(&slot).copied());
            let overlap = overlap.unwrap_or_else(|| {
                let speaker = self.articles.speaker(slot);
                let overlap =
                    speaker.map_or_else(Overlap::default, |speaker| self.overlap(wording, speaker));
                overlaps.insert(slot, overlap);
                overlap
            });
            let own = reasons.get(start..end).unwrap_or_default();
            start = end;
            shown_matches.push(Match {
                key: shown.held.key.clone(),
                score: shown.score,
                jaccard: overlap.jaccard,
                containment: overlap.containment,
                copy: shown.copy,
                terms: own.iter().filter_map(word).collect::<Vec<_>>().join(" "),
            });
        }
        shown_matches
    }

    fn ranked<'a>(&'a self, date: Option<Date>, found: &'a [Found]) -> Vec<Shown<'a, K>> {
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
                let score = if held.digest.date() == speaker.digest.date() {
                    found.score
                } else {
                    found.dated(date_factor(&self.settings.rules, date, held.digest.date()))
                };
                let score = score.max(0.0);
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

    /// Adds the terms that carry the score of an article with one that speaks, the heaviest first.
    fn reasons(&self, weighed: &Weighed, slot: Slot, reasons: &mut Vec<(f64, u32)>) {
        let held = self.articles.get(slot);
        let both = held.and_then(|held| Some((held, held.speaker.as_ref()?)));
        let Some((held, speaker)) = both else {
            return;
        };
        let faded = self.counted(held, speaker).faded;
        let (start, terms) = (reasons.len(), held.digest.terms());
        weighed.each_shared(terms, speaker, faded, &self.rarity, |key, here, there| {
            reasons.push(((here * there).abs(), key));
        });
        let heaviest = |a: &(f64, u32), b: &(f64, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if let Some(shared) = reasons
            .get_mut(start..)
            .filter(|shared| shared.len() > REASONS)
        {
            shared.select_nth_unstable_by(REASONS, heaviest);
            reasons.truncate(start + REASONS);
        }
        if let Some(shared) = reasons.get_mut(start..) {
            shared.sort_unstable_by(heaviest);
        }
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

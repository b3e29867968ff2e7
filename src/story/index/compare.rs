//! How an article compares with those held: the scores, and what a caller is shown of them.
//!
//! Scores are exact for every candidate; shared text is counted only where it can matter, for
//! articles close enough to be copies and for those that are shown.

use std::collections::BTreeMap;
use std::hash::Hash;

use super::fresh::{ArticleReader, Fresh, Wording, faded_weights};
use super::held::{Held, Makeups, Representative};
use super::live_census::LiveCensus;
use super::postings::Slot;
use super::search::LookupScratch;
use super::term_table::TermTable;
use super::touch::touch;
use super::{LEAST_MATCH, MATCHES, Match, REASONS, StoryIndex};
use crate::event::{Days, Makeup, Terms};
use crate::story::CopyFinder;
use crate::story::Digest;
use crate::story::copied::Overlap;
use crate::story::score::{COPY_COSINE, date_factor, pair_score};
use crate::{Article, Date};

/// How an article compares with a representative.
#[derive(Debug, Clone, Copy)]
pub(super) struct Compared {
    pub(super) slot: Slot,
    /// Of the other article, to be remembered.
    pub(super) makeups: Makeups,
    cosine: f64,
    /// Less than 1 if they tell different events in one wording.
    template_factor: f64,
    /// Below 0 if they contradict each other.
    pub(super) score: f64,
    /// Counted for those that may be copies.
    overlap: Option<Overlap>,
}

impl Compared {
    /// The score with another factor for the dates.
    fn dated(&self, date: f64) -> f64 {
        pair_score(self.cosine, date, || self.template_factor)
    }

    /// Whether both are one story whatever their scores: much the same text, about the same.
    pub(super) fn joins(&self, finder: &CopyFinder) -> bool {
        let joins =
            |overlap: Overlap| overlap.start_together(finder, self.cosine, self.template_factor);
        self.overlap.is_some_and(joins)
    }
}

/// Buffers to compare one article with others, kept from one to the next.
#[derive(Debug, Default)]
pub(super) struct Buffers {
    pub(super) weighed: TermTable,
    pub(super) lookup: LookupScratch,
    candidates: Vec<Slot>,
    /// How the article compares with each candidate.
    pub(super) found: Vec<Compared>,
}

impl Makeups {
    /// What an article's vector of weights and rarities is made of; nothing for one that says too
    /// little.
    fn of(terms: &Terms, representative: &Representative, census: &LiveCensus) -> Self {
        let Some(scale) = representative.scale else {
            return Self::default();
        };
        let faded = census.faded(terms);
        let weigh = |(key, weight)| f64::from(weight * census.idf(key));
        Self {
            makeup: Makeup::of(
                faded_weights(terms, scale, census, faded).map(weigh),
                terms.named(),
            ),
            faded,
        }
    }
}

impl<K: Eq + Hash + Ord + Clone> StoryIndex<K> {
    /// How two texts overlap, one of which is held.
    pub(super) fn overlap(
        &self,
        wording: &mut Wording,
        representative: &Representative,
    ) -> Overlap {
        let shingles = wording.table(&self.lexicon, &self.settings);
        Overlap {
            sizes: [shingles.len(), representative.shingles as usize],
            shared: shingles.shared(&representative.words),
        }
    }

    /// What follows from the terms of an article held and the present counts.
    fn makeups(&self, held: &Held<K>, representative: &Representative) -> Makeups {
        match representative.makeups {
            (epoch, makeups) if epoch == self.census.epoch() => makeups,
            _ => Makeups::of(held.digest.terms(), representative, &self.census),
        }
    }

    /// How an article compares with each candidate among the representatives.
    pub(super) fn search(&self, buffers: &mut Buffers, fresh: &mut Fresh) {
        let Fresh {
            digest,
            wording,
            keys,
        } = fresh;
        let Buffers {
            weighed,
            lookup,
            candidates,
            found,
        } = buffers;
        weighed.lay_out(digest.terms(), &self.census);
        let alive = |slot: Slot| self.articles.is_representative(slot);
        candidates.clear();
        let weight = |term: u32| weighed.weight(term);
        self.lookup
            .by_terms(lookup, &keys.terms, weight, alive, candidates);
        let by_bands = self.lookup.by_bands(lookup, &keys.bands, alive);
        candidates.extend(by_bands);
        candidates.sort_unstable();
        candidates.dedup();
        let held = || {
            let slots = candidates.iter();
            slots.filter_map(|&slot| self.articles.get(slot))
        };
        touch(held().filter_map(|held| Some(held.representative.as_ref()?.makeups.0)));
        let terms = held().flat_map(|held| held.digest.terms().occurrences().iter().step_by(8));
        touch(terms.map(|here| here.key));
        let own_shingles = wording.table(&self.lexicon, &self.settings).len();
        found.clear();
        for &slot in &*candidates {
            let held = self.articles.get(slot);
            let Some((held, representative)) =
                held.and_then(|held| Some((held, held.representative.as_ref()?)))
            else {
                continue;
            };
            let makeups = self.makeups(held, representative);
            let terms = held.digest.terms();
            let (cosine, template_factor) =
                weighed.compared(terms, representative, makeups, &self.census);
            // Texts of one wording are copies whatever they are about.
            let same = || representative.shingles as usize == own_shingles;
            let near = cosine >= COPY_COSINE || same() && by_bands.binary_search(&slot).is_ok();
            let mut one = Compared {
                slot,
                makeups,
                cosine,
                template_factor,
                score: 0.0,
                overlap: near.then(|| self.overlap(wording, representative)),
            };
            let both = [&*digest, &held.digest];
            let days = both.map(|digest| digest.terms().days());
            let dates = both.map(Digest::date);
            one.score = one.dated(date_factor(&self.settings.rules, dates, days));
            found.push(one);
        }
    }

    /// The matches to show: duplicates beside their representatives, with reasons, best first.
    pub(super) fn matches(
        &self,
        reader: &ArticleReader,
        buffers: &Buffers,
        article: Article<'_>,
        wording: &mut Wording,
        most: usize,
    ) -> Vec<Match<K>> {
        let mut ranked = self.ranked((article.date(), buffers.weighed.days()), &buffers.found);
        ranked.sort_unstable_by(Shown::best_first);
        ranked.truncate(most);
        let mut reasons: Vec<(f64, u32)> = Vec::new();
        let mut ends = Vec::with_capacity(ranked.len());
        for shown in &ranked {
            self.reasons(&buffers.weighed, shown.found.slot, &mut reasons);
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
            // What is no copy may still share some text.
            let overlap = known.or_else(|| overlaps.get(&slot).copied());
            let overlap = overlap.unwrap_or_else(|| {
                let representative = self.articles.representative(slot);
                let overlap = representative.map_or_else(Overlap::default, |representative| {
                    self.overlap(wording, representative)
                });
                overlaps.insert(slot, overlap);
                overlap
            });
            let own = reasons.get(start..end).unwrap_or_default();
            start = end;
            shown_matches.push(Match {
                key: shown.held.key.clone(),
                score: shown.score,
                jaccard: overlap.jaccard(),
                containment: overlap.containment_of_shorter(),
                copy: shown.copy,
                terms: own.iter().filter_map(word).collect::<Vec<_>>().join(" "),
            });
        }
        shown_matches
    }

    fn ranked<'a>(
        &'a self,
        (date, days): (Option<Date>, Days),
        found: &'a [Compared],
    ) -> Vec<Shown<'a, K>> {
        let mut ranked = Vec::new();
        for found in found {
            let Some(representative) = self.articles.get(found.slot) else {
                continue;
            };
            let copy = found.overlap.is_some_and(|overlap| {
                let (cosine, factor) = (found.cosine, found.template_factor);
                overlap.shown_as_copies(&self.settings.copies, cosine, factor, true)
            });
            let alike = found.overlap.map_or(0.0, Overlap::jaccard);
            let duplicates = self.duplicates.get(&found.slot).into_iter().flatten();
            let duplicates = duplicates
                .filter_map(|&duplicate| self.articles.get(duplicate))
                .take(MATCHES);
            for held in std::iter::once(representative).chain(duplicates) {
                let score = if held.digest.date() == representative.digest.date() {
                    found.score
                } else {
                    let dates = [date, held.digest.date()];
                    let days = [days, held.digest.terms().days()];
                    found.dated(date_factor(&self.settings.rules, dates, days))
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

    /// Adds the terms that carry the score of an article with a representative, the heaviest first.
    fn reasons(&self, weighed: &TermTable, slot: Slot, reasons: &mut Vec<(f64, u32)>) {
        let held = self.articles.get(slot);
        let both = held.and_then(|held| Some((held, held.representative.as_ref()?)));
        let Some((held, representative)) = both else {
            return;
        };
        let faded = self.makeups(held, representative).faded;
        let (start, terms) = (reasons.len(), held.digest.terms());
        weighed.each_shared(
            terms,
            representative,
            faded,
            &self.census,
            |key, here, there| {
                reasons.push(((here * there).abs(), key));
            },
        );
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
    found: &'a Compared,
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

//! The pairs of texts worth scoring, and their scores.

use crate::Date;
use crate::event::{Limits, Postings, Query, Space, Spread};
use crate::parallel;

use super::Rules;
use super::clustering::Counts;
use super::neighbours::{Neighbours, TextLink, sort};
use super::score::{adjusted, closeness, date_factor};

/// Scores below this are not kept: they are the background noise of any two articles.
const LEAST_SCORE: f64 = 0.02;
/// How many of a text's best links are looked through for pairs that no list proposed.
const TRIANGLE_LINKS: usize = 24;

pub(crate) fn limits(rules: &Rules) -> Limits {
    Limits {
        terms: rules.candidate_terms,
        shared: 2,
        list: 1_000,
        candidates: 80,
    }
}

pub(super) struct Scorer<'a> {
    pub(super) space: &'a Space,
    pub(super) dates: &'a [Option<Date>],
    pub(super) rules: &'a Rules,
}

#[derive(Default)]
struct Scratch {
    query: Query,
    spread: Spread,
    others: Vec<u32>,
}

impl Scorer<'_> {
    /// The scores of one text with others, those worth keeping.
    fn score(&self, text: usize, others: &[u32], spread: &mut Spread) -> Vec<TextLink> {
        let spread = self.space.spread(text, spread);
        let scored = others.iter().map(|&other| {
            let cosine = self.space.cosine(other as usize, spread);
            let date = |at: usize| self.dates.get(at).copied().flatten();
            let factor = date_factor(self.rules, date(text), date(other as usize));
            let score = (cosine * factor).min(1.0);
            TextLink {
                low: other.min(text as u32),
                high: other.max(text as u32),
                score: score as f32,
            }
        });
        scored
            .filter(|link| f64::from(link.score) >= LEAST_SCORE)
            .collect()
    }

    /// Every pair proposed by the posting lists, scored.
    pub(super) fn candidates(&self) -> (Vec<TextLink>, Counts) {
        let limits = limits(self.rules);
        let postings = Postings::new(self.space, limits);
        let found = parallel::map_with(self.space.len(), Scratch::default, |scratch, text| {
            let Scratch {
                query,
                spread,
                others,
            } = scratch;
            let left_out = postings.candidates(self.space, text, limits, query, others);
            (
                self.score(text, others, spread),
                others.len() as u64,
                left_out,
            )
        });
        let mut counts = Counts {
            list_entries_left_out: postings.left_out(),
            ..Counts::default()
        };
        let mut links = Vec::new();
        for (scored, candidates, left_out) in found {
            counts.candidates += candidates;
            counts.candidates_left_out += left_out;
            links.extend(scored);
        }
        sort(&mut links);
        (links, counts)
    }

    pub(super) fn closeness(count: usize, links: &[TextLink]) -> Vec<f64> {
        let neighbours = Neighbours::new(count, links);
        parallel::map(count, |text| {
            let mut scores: Vec<f32> = neighbours
                .of(text)
                .iter()
                .map(|&(_, score)| score)
                .collect();
            closeness(&mut scores)
        })
    }

    /// Adds the pairs that no list proposed although both are close to a third text. Without them
    /// a pair of groups would be judged by the pairs that happen to be known.
    pub(super) fn close_triangles(
        &self,
        count: usize,
        mut links: Vec<TextLink>,
        near: &[f64],
    ) -> Vec<TextLink> {
        let neighbours = Neighbours::new(count, &links);
        let strong = parallel::map(count, |text| {
            let mut strong: Vec<(f64, u32)> = neighbours
                .of(text)
                .iter()
                .map(|&(other, score)| {
                    let near = (near[text], near[other as usize]);
                    (adjusted(f64::from(score), near.0, near.1), other)
                })
                .filter(|&(score, _)| score >= self.rules.story_threshold)
                .collect();
            strong.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
            strong.truncate(TRIANGLE_LINKS);
            strong
                .into_iter()
                .map(|(_, other)| other)
                .collect::<Vec<u32>>()
        });
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for around in &strong {
            for (at, &one) in around.iter().enumerate() {
                let others = around.get(at + 1..).unwrap_or_default();
                pairs.extend(others.iter().map(|&other| (one.min(other), one.max(other))));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs.retain(|&(low, high)| {
            links
                .binary_search_by_key(&(low, high), |link| (link.low, link.high))
                .is_err()
        });
        let by_text: Vec<&[(u32, u32)]> = pairs.chunk_by(|a, b| a.0 == b.0).collect();
        let found = parallel::map_with(by_text.len(), Scratch::default, |scratch, at| {
            let Scratch { spread, others, .. } = scratch;
            others.clear();
            others.extend(by_text[at].iter().map(|&(_, high)| high));
            self.score(by_text[at][0].0 as usize, others, spread)
        });
        links.extend(found.into_iter().flatten());
        sort(&mut links);
        links
    }
}

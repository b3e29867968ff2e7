//! The pairs of texts worth scoring, and their scores.

use crate::Date;
use crate::event::{Candidates, Limits, Space, Spread};
use crate::parallel;

use super::Rules;
use super::clustering::Counts;
use super::neighbours::{Closeness, Neighbours, TextLink, by_low, merged};
use super::score::{LEAST_TEMPLATE, adjusted, contradicted, date_factor};

/// How much is kept of what is found.
#[derive(Clone, Copy)]
pub(super) struct Keep {
    /// Scores below this are the background noise of any two articles.
    score: f64,
    /// The most candidates of a text.
    candidates: usize,
}

impl Keep {
    pub(super) const ALL: Self = Self {
        score: 0.02,
        candidates: 48,
    };
    /// Where stories are only wanted to count over: less memory and time for much the same.
    pub(super) const SOME: Self = Self {
        score: 0.04,
        candidates: 24,
    };
}

/// How many of a text's best links are looked through for pairs that no list proposed.
const TRIANGLE_LINKS: usize = 24;
/// How many texts one thread takes at a time.
const PART: usize = 64;

pub(super) struct Scorer<'a> {
    pub(super) space: &'a Space,
    pub(super) dates: &'a [Option<Date>],
    pub(super) rules: &'a Rules,
    pub(super) keep: Keep,
}

#[derive(Default)]
struct Scratch {
    spread: Spread,
    others: Vec<u32>,
}

impl Scorer<'_> {
    /// Appends the scores of one text with others of a higher number, those worth keeping.
    fn score(&self, text: usize, others: &[u32], spread: &mut Spread, into: &mut Vec<TextLink>) {
        if others.is_empty() {
            return;
        }
        let spread = self.space.spread(text, spread);
        let scored = others.iter().map(|&other| {
            let cosine = self.space.cosine(other as usize, spread);
            let date = |at: usize| self.dates.get(at).copied().flatten();
            let factor = date_factor(self.rules, date(text), date(other as usize));
            let mut score = cosine * factor;
            if score >= LEAST_TEMPLATE {
                let factor = self
                    .space
                    .template_factor(other as usize, text, spread, cosine);
                score = contradicted(score, factor);
            }
            let score = score.min(1.0);
            TextLink {
                low: text as u32,
                high: other,
                score: score as f32,
            }
        });
        into.extend(scored.filter(|link| f64::from(link.score).abs() >= self.keep.score));
    }

    /// Scores pairs of texts: for each, those of a higher number that `others` gives.
    fn links(&self, others: impl Fn(usize, &mut Vec<u32>) + Send + Sync) -> Vec<Vec<TextLink>> {
        let count = self.space.len();
        parallel::in_parts(count, PART, Scratch::default, |scratch, range| {
            let mut links = Vec::new();
            for text in range {
                others(text, &mut scratch.others);
                self.score(text, &scratch.others, &mut scratch.spread, &mut links);
            }
            links.shrink_to_fit();
            links
        })
    }

    /// Every pair proposed by the posting lists, scored.
    pub(super) fn candidates(&self) -> (Vec<TextLink>, Counts) {
        let limits = Limits {
            candidates: self.keep.candidates,
            ..Limits::default()
        };
        let candidates = Candidates::new(self.space, limits);
        let links = self.links(|text, others| candidates.above(text, others));
        let counts = Counts {
            texts: self.space.len(),
            candidates: candidates.proposed(),
            list_entries_left_out: candidates.entries_left_out(),
            candidates_left_out: candidates.left_out(),
            copies_left_out: 0,
        };
        drop(candidates);
        (links.concat(), counts)
    }

    /// Adds the pairs that no list proposed although both are close to a third text. Without them
    /// a pair of groups would be judged by the pairs that happen to be known.
    pub(super) fn close_triangles(&self, links: &mut Vec<TextLink>, near: &Closeness) {
        let count = self.space.len();
        let score = |link: &TextLink| {
            let [low, high] = [link.low, link.high].map(|text| near.of(text));
            adjusted(f64::from(link.score), low, high)
        };
        let strong = links
            .iter()
            .map(|link| (link.low, link.high, score(link)))
            .filter(|&(_, _, score)| score >= self.rules.story_threshold);
        let strong = Neighbours::best(count, strong, TRIANGLE_LINKS);
        let around = strong.reversed();
        let starts = by_low(count, links);
        let known = |text: usize| &links[starts[text] as usize..starts[text + 1] as usize];
        let more = self.links(|text, others| {
            others.clear();
            let thirds = around.of(text).iter();
            others.extend(thirds.flat_map(|&third| strong.of(third as usize)));
            others.retain(|&other| other as usize > text);
            others.sort_unstable();
            others.dedup();
            let known = known(text);
            others.retain(|other| known.binary_search_by_key(other, |link| link.high).is_err());
        });
        let more = more.concat();
        if !more.is_empty() {
            *links = merged(std::mem::take(links), more);
        }
    }
}

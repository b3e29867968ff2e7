//! The pairs of texts worth scoring, and their scores.

use crate::Date;
use crate::event::{Candidates, Limits, Space};
use crate::parallel;

use super::Rules;
use super::frozen::Frozen;
use super::neighbours::{Neighbours, TextLink, by_low, merged};
use super::pair::PairScorer;

/// How much a pass keeps of what it finds.
///
/// ```
/// use retold::story::steps::Keep;
/// assert!(Keep::FIRST.candidates < Keep::SECOND.candidates);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Keep {
    /// Scores below this are the background noise of any two articles.
    pub score: f64,
    /// The most candidates of a text.
    pub candidates: usize,
}

impl Keep {
    /// Where stories are only wanted to count over: less memory and time for much the same.
    pub const FIRST: Self = Self {
        score: 0.04,
        candidates: 24,
    };
    /// The pass whose stories are the result.
    pub const SECOND: Self = Self {
        score: 0.02,
        candidates: 48,
    };

    /// Whether a score is kept.
    ///
    /// ```
    /// use retold::story::steps::Keep;
    /// assert!(Keep::SECOND.keeps(0.03) && !Keep::FIRST.keeps(0.03));
    /// assert!(Keep::FIRST.keeps(-0.1), "a contradiction is worth knowing");
    /// ```
    pub fn keeps(self, score: f32) -> bool {
        f64::from(score).abs() >= self.score
    }
}

/// How many of a text's best links are looked through for pairs that no list proposed.
pub const TRIANGLE_LINKS: usize = 24;
/// How many texts one thread takes at a time.
const PART: usize = 64;

pub(super) struct Links<'a> {
    pub(super) space: &'a Space,
    pub(super) dates: &'a [Option<Date>],
    pub(super) rules: &'a Rules,
    pub(super) keep: Keep,
}

/// How much work was done, and what the caps left out of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Work {
    pub(crate) texts: usize,
    pub(crate) candidates: u64,
    pub(crate) list_entries_left_out: u64,
    pub(crate) candidates_left_out: u64,
    pub(crate) copies_left_out: u64,
}

impl Links<'_> {
    /// Appends the scores of one text with others of a higher number, those worth keeping.
    fn score(&self, text: u32, others: &[u32], scorer: &mut PairScorer, into: &mut Vec<TextLink>) {
        if others.is_empty() {
            return;
        }
        let date = |at: u32| self.dates.get(at as usize).copied().flatten();
        scorer.take(self.space.get(text as usize));
        let scored = others.iter().map(|&other| TextLink {
            low: text,
            high: other,
            score: scorer.score_of(
                self.space.get(other as usize),
                [date(text), date(other)],
                self.rules,
            ),
        });
        into.extend(scored.filter(|link| self.keep.keeps(link.score)));
    }

    /// Scores pairs of texts: for each, those of a higher number that `others` gives.
    fn links(&self, others: impl Fn(usize, &mut Vec<u32>) + Send + Sync) -> Vec<Vec<TextLink>> {
        let count = self.space.len();
        let scratch = || (PairScorer::default(), Vec::new());
        parallel::in_parts(count, PART, scratch, |(scorer, found), range| {
            scorer.reserve(self.space.terms());
            let mut links = Vec::new();
            for text in range {
                others(text, found);
                self.score(text as u32, found, scorer, &mut links);
            }
            links.shrink_to_fit();
            links
        })
    }

    /// Every pair proposed by the posting lists, scored.
    pub(super) fn candidates(&self) -> (Vec<TextLink>, Work) {
        let limits = Limits {
            candidates: self.keep.candidates,
            ..Limits::default()
        };
        let candidates = Candidates::new(self.space, limits);
        let links = self.links(|text, others| candidates.above(text, others));
        let work = Work {
            texts: self.space.len(),
            candidates: candidates.proposed(),
            list_entries_left_out: candidates.entries_left_out(),
            candidates_left_out: candidates.left_out(),
            copies_left_out: 0,
        };
        drop(candidates);
        (links.concat(), work)
    }

    /// Adds the pairs that no list proposed although both are close to a third text. Without them
    /// a pair of groups would be judged by the pairs that happen to be known.
    pub(super) fn close_triangles(&self, links: &mut Vec<TextLink>, frozen: &Frozen) {
        let count = self.space.len();
        let strong = links
            .iter()
            .map(|link| (link.low, link.high, frozen.score(link)))
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

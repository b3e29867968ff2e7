//! From digests to stories: one pure function, the same for a batch and for a live index.
//!
//! 1. Articles are put in canonical order, by content key; those of the same wording become one
//!    *text*, since a reprint is no further evidence for anything.
//! 2. All counts are taken and frozen, every text is weighed, its candidates are looked up and
//!    scored exactly.
//! 3. Copies start together; average link joins the rest.
//!
//! The canonical order makes every sum, cap and tie the same whatever the order of the input.

use ahash::AHashMap;

use crate::Date;
use crate::event::{Background, Census, Limits, Postings, Query, Space, Spread};
use crate::lsh::Groups;
use crate::parallel;

use super::average_link::average_link;
use super::link::LEAST_TERMS;
use super::score::{adjusted, closeness, date_factor};
use super::{Copies, Digest, Rules};

/// Scores below this are not kept: they are the background noise of any two articles.
const LEAST_SCORE: f64 = 0.02;
/// The cosine below which texts with much the same wording are still no copies.
pub(crate) const COPY_COSINE: f64 = 0.4;
/// Of texts that differ in their titles only, so many speak for all.
const CLASS_LINKS: usize = 8;
/// How many of a text's best links are looked through for pairs that no list proposed.
const TRIANGLE_LINKS: usize = 24;

/// What clustering found, by position of the articles.
#[derive(Debug)]
pub(crate) struct Grouping {
    /// For each article, a number of its story.
    pub(crate) story: Vec<u32>,
    /// For each article, the number of its text.
    pub(crate) text: Vec<u32>,
    /// For each text, a number of its group of copies, which is within one story.
    pub(crate) copies: Vec<u32>,
    /// Scored pairs of texts, ascending.
    pub(crate) links: Vec<TextLink>,
    pub(crate) closeness: Vec<f64>,
    #[allow(
        dead_code,
        reason = "the counts every score rests on, kept to explain them by"
    )]
    pub(crate) census: Census,
    pub(crate) counts: Counts,
}

/// Two texts with their score, the lower number first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TextLink {
    pub(crate) low: u32,
    pub(crate) high: u32,
    pub(crate) score: f32,
}

/// How much work was done, and what the caps left out of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) texts: usize,
    pub(crate) candidates: u64,
    pub(crate) list_entries_left_out: u64,
    pub(crate) candidates_left_out: u64,
}

pub(crate) fn limits(rules: &Rules) -> Limits {
    Limits {
        terms: rules.candidate_terms,
        shared: 2,
        list: 1_000,
        candidates: 80,
    }
}

/// Texts in canonical order: for each, the articles that have its wording.
struct Texts<'a> {
    /// The first article of each text, in canonical order, speaks for it.
    first: Vec<&'a Digest>,
    /// The earliest date any of them bears.
    dates: Vec<Option<Date>>,
    of_article: Vec<u32>,
}

impl<'a> Texts<'a> {
    fn new(digests: &[&'a Digest]) -> Self {
        let mut order: Vec<usize> = (0..digests.len()).collect();
        order.sort_unstable_by_key(|&at| (digests[at].titled_wording(), digests[at].key(), at));
        let mut texts = Texts {
            first: Vec::new(),
            dates: Vec::new(),
            of_article: vec![0; digests.len()],
        };
        let same = |&a: &usize, &b: &usize| {
            digests[a].titled_wording() == digests[b].titled_wording() && digests[a].words() > 0
        };
        for text in order.chunk_by(same) {
            let number = texts.first.len() as u32;
            texts.first.push(digests[text[0]]);
            let dates = text.iter().filter_map(|&at| digests[at].date());
            texts.dates.push(dates.min());
            for &at in text {
                texts.of_article[at] = number;
            }
        }
        texts
    }
}

/// Groups articles into stories.
pub(crate) fn group(
    digests: &[&Digest],
    copies: &Copies,
    rules: &Rules,
    background: &Background,
) -> Grouping {
    let texts = Texts::new(digests);
    let count = texts.first.len();
    let census = Census::of(background.clone(), texts.first.iter().map(|d| d.terms()));
    let space = {
        let vectors = parallel::map(count, |at| {
            let vector = census.weigh(texts.first[at].terms());
            if vector.len() < LEAST_TERMS {
                <_>::default()
            } else {
                vector
            }
        });
        Space::new(&vectors, &census)
    };
    let scorer = Scorer {
        space: &space,
        dates: &texts.dates,
        rules,
    };
    let (mut links, mut counts) = scorer.candidates();
    counts.texts = count;
    let near = Scorer::closeness(count, &links);
    links = scorer.close_triangles(count, links, &near);
    let near = Scorer::closeness(count, &links);

    let joined: Vec<(u32, u32, f32)> = links
        .iter()
        .map(|link| {
            let (low, high) = (near[link.low as usize], near[link.high as usize]);
            let score = adjusted(f64::from(link.score), low, high);
            (link.low, link.high, score as f32)
        })
        .collect();
    let together = scorer.copies(&texts.of_article, copies);
    let mut groups = Groups::new(count);
    for &(left, right) in &together {
        groups.unite(left, right);
    }
    let story = average_link(count, &joined, &together, rules.story_threshold);
    Grouping {
        story: texts
            .of_article
            .iter()
            .map(|&text| story[text as usize])
            .collect(),
        text: texts.of_article,
        copies: (0..count as u32).map(|text| groups.leader(text)).collect(),
        links,
        closeness: near,
        census,
        counts,
    }
}

struct Scorer<'a> {
    space: &'a Space,
    dates: &'a [Option<Date>],
    rules: &'a Rules,
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
    fn candidates(&self) -> (Vec<TextLink>, Counts) {
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

    /// The texts that belong together as copies. Sharing most of their wording is not enough: two
    /// reports made from one template, or two pages of one login, agree in all but what tells their
    /// events apart, and that is what terms weigh.
    fn copies(&self, texts: &[u32], copies: &Copies) -> Vec<(u32, u32)> {
        // Articles with the very same shingles may still differ in their titles. Which of them a
        // link names depends on the order of the articles; which texts they are does not.
        let classes: Vec<Vec<u32>> = copies
            .identical()
            .iter()
            .map(|class| {
                let mut class: Vec<u32> = class.iter().map(|&at| texts[at]).collect();
                class.sort_unstable();
                class.dedup();
                class
            })
            .collect();
        let firsts: AHashMap<usize, usize> = (0..)
            .zip(copies.identical())
            .map(|(n, class)| (class[0], n))
            .collect();
        let alike = |article: usize| match firsts.get(&article) {
            Some(&class) => classes[class].iter().take(CLASS_LINKS).copied().collect(),
            None => vec![texts[article]],
        };
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for link in copies.links() {
            let right = alike(link.right);
            for left in alike(link.left) {
                pairs.extend(
                    right
                        .iter()
                        .map(|&right| (left.min(right), left.max(right))),
                );
            }
        }
        for class in &classes {
            for (at, &low) in class.iter().enumerate() {
                let following = class[at + 1..].iter().take(CLASS_LINKS);
                pairs.extend(following.map(|&high| (low, high)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        let by_text: Vec<&[(u32, u32)]> = pairs.chunk_by(|a, b| a.0 == b.0).collect();
        let found = parallel::map_with(by_text.len(), Spread::default, |spread, at| {
            let text = by_text[at][0].0;
            let spread = self.space.spread(text as usize, spread);
            let same_event = |&&(_, other): &&(u32, u32)| {
                self.space.cosine(other as usize, spread) >= COPY_COSINE
            };
            by_text[at]
                .iter()
                .filter(same_event)
                .copied()
                .collect::<Vec<_>>()
        });
        found.into_iter().flatten().collect()
    }

    fn closeness(count: usize, links: &[TextLink]) -> Vec<f64> {
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
    fn close_triangles(
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

/// Orders links by their texts; a pair proposed from both sides is kept once.
fn sort(links: &mut Vec<TextLink>) {
    links.sort_unstable_by_key(|link| (link.low, link.high));
    links.dedup_by_key(|link| (link.low, link.high));
}

/// Links by text, both ways.
struct Neighbours {
    starts: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Neighbours {
    fn new(count: usize, links: &[TextLink]) -> Self {
        let mut starts = vec![0; count + 1];
        for link in links {
            starts[link.low as usize + 1] += 1;
            starts[link.high as usize + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut entries = vec![(0, 0.0); links.len() * 2];
        let mut next = starts.clone();
        for link in links {
            for (from, to) in [(link.low, link.high), (link.high, link.low)] {
                let place = &mut next[from as usize];
                entries[*place] = (to, link.score);
                *place += 1;
            }
        }
        Self { starts, entries }
    }

    fn of(&self, text: usize) -> &[(u32, f32)] {
        &self.entries[self.starts[text]..self.starts[text + 1]]
    }
}

//! From digests to stories: one pure function, the same for a batch and for a live index.
//!
//! 1. Articles are put in canonical order, by content key; those of the same wording become one
//!    *text*, since a reprint is no further evidence for anything.
//! 2. All counts are taken and frozen, every text is weighed, its candidates are looked up and
//!    scored exactly.
//! 3. Copies start together; average link joins the rest.
//!
//! The canonical order makes every sum, cap and tie the same whatever the order of the input.

use crate::event::{Background, Census, Space};
use crate::lsh::Groups;
use crate::parallel;

use super::average_link::average_link;
use super::copied::copied_texts;
use super::link::LEAST_TERMS;
use super::neighbours::TextLink;
use super::score::adjusted;
use super::scorer::Scorer;
use super::texts::Texts;
use super::{Copies, Digest, Rules};

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

/// How much work was done, and what the caps left out of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) texts: usize,
    pub(crate) candidates: u64,
    pub(crate) list_entries_left_out: u64,
    pub(crate) candidates_left_out: u64,
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
    let together = copied_texts(&space, &texts.of_article, copies);
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

//! From digests to stories: one pure function, the same for a batch and for a live index.
//!
//! 1. Articles are put in canonical order, by content key; those of the same wording become one
//!    *text*, since a reprint is no further evidence for anything.
//! 2. All counts are taken and frozen, every text is weighed, its candidates are looked up and
//!    scored exactly.
//! 3. Copies start together; average link joins the rest.
//!
//! The canonical order makes every sum, cap and tie the same whatever the order of the input.

use std::borrow::Cow;

use crate::Date;
use crate::event::{Background, Census, Space, Terms};
use crate::lsh::Groups;

use super::average_link::average_link;
use super::copied::copied_texts;
use super::link::LEAST_TERMS;
use super::neighbours::{Closeness, TextLink};
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
    pub(crate) closeness: Closeness,
    /// The counts every score rests on, kept to explain them by.
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
    pub(crate) copies_left_out: u64,
}

/// Groups articles into stories.
pub(crate) fn group(
    digests: &[&Digest],
    copies: &Copies,
    rules: &Rules,
    background: &Background,
) -> Grouping {
    let texts = Texts::new(digests);
    let terms = texts
        .first
        .iter()
        .map(|&at| Cow::Borrowed(digests[at].terms()));
    let terms = terms.collect();
    Weighed::new(texts, terms, rules, background).group(copies, rules)
}

/// Articles with everything that grouping needs of them: their terms have done their work.
pub(crate) struct Weighed {
    of_article: Vec<u32>,
    dates: Vec<Option<Date>>,
    census: Census,
    space: Space,
}

impl Weighed {
    /// Takes and freezes all counts, and weighs every text by them. The terms of each text are given
    /// up as soon as it is weighed.
    pub(crate) fn new(
        texts: Texts,
        terms: Vec<Cow<'_, Terms>>,
        rules: &Rules,
        background: &Background,
    ) -> Self {
        let census = Census::of(background.clone(), terms.iter().map(AsRef::as_ref));
        Self {
            space: Space::new(terms, &census, LEAST_TERMS, rules.candidate_terms),
            of_article: texts.of_article,
            dates: texts.dates,
            census,
        }
    }

    /// Scores the pairs worth it, and joins what belongs together.
    pub(crate) fn group(self, copies: &Copies, rules: &Rules) -> Grouping {
        let count = self.space.len();
        let scorer = Scorer {
            space: &self.space,
            dates: &self.dates,
            rules,
        };
        let (mut links, mut counts) = scorer.candidates();
        counts.copies_left_out = copies.left_out();
        let closeness = Closeness::new(count, &links);
        scorer.close_triangles(&mut links, &closeness);
        let closeness = Closeness::new(count, &links);
        let together = copied_texts(&self.space, &self.of_article, copies);
        drop(self.space);

        let mut groups = Groups::new(count);
        for &(left, right) in &together {
            groups.unite(left, right);
        }
        let adjusted = links.iter().map(|link| {
            let [low, high] = [link.low, link.high].map(|text| closeness.of(text));
            let score = adjusted(f64::from(link.score), low, high);
            (link.low, link.high, score as f32)
        });
        let story = average_link(count, adjusted, &together, rules.story_threshold);
        let of_article = self.of_article.iter();
        Grouping {
            story: of_article.map(|&text| story[text as usize]).collect(),
            text: self.of_article,
            copies: (0..count as u32).map(|text| groups.leader(text)).collect(),
            links,
            closeness,
            census: self.census,
            counts,
        }
    }
}

//! From digests to stories: one pure function, the same for a batch and for a live index.
//!
//! 1. Articles are put in canonical order, by content key; those of the same wording become one
//!    *text*, since a reprint is no further evidence for anything.
//! 2. All counts are taken and frozen, every text is weighed, its candidates are looked up and
//!    scored exactly, and average link joins them: a first pass, for its counts only.
//! 3. Over the stories it found rarity is counted anew, and what several stories have word for word
//!    is boilerplate: no weight, and no part of what makes a copy.
//! 4. The same again by these counts; now copies start together, and the bar follows from how close
//!    the articles of other stories come.
//!
//! The canonical order makes every sum, cap and tie the same whatever the order of the input.

use std::borrow::Cow;

use crate::Date;
use crate::event::{Background, Census, Space, Terms};
use crate::lsh::Groups;

use super::average_link::average_link;
use super::boilerplate::Boilerplate;
use super::copied::copied_texts;
use super::frozen::Frozen;
use super::links::{Keep, Links, Work};
use super::neighbours::TextLink;
use super::score::LEAST_TERMS;
use super::texts::Texts;
use super::{Copies, Rules};

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
    /// What every score is set against.
    pub(crate) frozen: Frozen,
    /// The counts every score rests on, kept to explain them by.
    pub(crate) census: Census,
    pub(crate) work: Work,
}

/// Groups articles into stories: their texts, and the terms of each. `find` finds the copies among
/// the articles, given what of them is boilerplate.
///
/// Terms that are owned are given up along the way.
pub(crate) fn group(
    texts: Texts,
    terms: Vec<Cow<'_, Terms>>,
    rules: &Rules,
    background: &Background,
    find: impl FnOnce(&Boilerplate<'_>) -> Copies,
) -> Grouping {
    let Texts {
        dates, of_article, ..
    } = texts;
    let census = Census::of(background.clone(), terms.iter().map(AsRef::as_ref));
    let (census, first) = {
        let terms: Vec<&Terms> = terms.iter().map(AsRef::as_ref).collect();
        let again = terms.iter().map(|&terms| Cow::Borrowed(terms)).collect();
        let first = Pass::new(again, &dates, &census, rules).join(&[], None, rules, Keep::FIRST);
        (census.over_stories(&terms, &first.story), first.story)
    };
    let copies = find(&Boilerplate::new(&of_article, &terms, &census));
    let pass = Pass::new(terms, &dates, &census, rules);
    let together = copied_texts(&pass.space, &of_article, &copies);
    let mut joined = pass.join(&together, Some(&first), rules, Keep::SECOND);
    joined.work.copies_left_out = copies.left_out();
    let mut groups = Groups::new(dates.len());
    for &(left, right) in &together {
        groups.unite(left, right);
    }
    let texts = 0..dates.len() as u32;
    Grouping {
        story: of_article
            .iter()
            .map(|&text| joined.story[text as usize])
            .collect(),
        text: of_article,
        copies: texts.map(|text| groups.leader(text)).collect(),
        links: joined.links,
        frozen: joined.frozen,
        census,
        work: joined.work,
    }
}

/// All texts weighed by one census.
struct Pass<'a> {
    space: Space,
    dates: &'a [Option<Date>],
    languages: Vec<u8>,
}

/// What a pass finds, by text.
struct Joined {
    story: Vec<u32>,
    links: Vec<TextLink>,
    frozen: Frozen,
    work: Work,
}

impl<'a> Pass<'a> {
    fn new(
        terms: Vec<Cow<'_, Terms>>,
        dates: &'a [Option<Date>],
        census: &Census,
        rules: &Rules,
    ) -> Self {
        let languages = terms.iter().map(|terms| terms.language_place()).collect();
        let space = Space::new(terms, census, LEAST_TERMS, rules.candidate_terms);
        Self {
            space,
            dates,
            languages,
        }
    }

    /// Scores the pairs worth it, and joins what belongs together. `first` are the stories of a pass
    /// before; without them the bar is the usual one.
    fn join(
        self,
        together: &[(u32, u32)],
        first: Option<&[u32]>,
        rules: &Rules,
        keep: Keep,
    ) -> Joined {
        let count = self.space.len();
        let scored = Links {
            space: &self.space,
            dates: self.dates,
            rules,
            keep,
        };
        let (mut links, work) = scored.candidates();
        let frozen = Frozen::new(&self.languages, &links, rules);
        scored.close_triangles(&mut links, &frozen);
        let mut frozen = Frozen::new(&self.languages, &links, rules);
        if let Some(first) = first {
            frozen = frozen.with_bars(&links, first, rules);
        }
        drop(self.space);
        let adjusted = links.iter();
        let adjusted = adjusted.map(|link| (link.low, link.high, frozen.score(link) as f32));
        Joined {
            story: average_link(count, adjusted, together, &frozen.bars()),
            links,
            frozen,
            work,
        }
    }
}

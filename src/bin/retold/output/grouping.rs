//! Articles in groups, whether they are stories or copies alone: what the lines, the list of stories
//! and the pages are written from.

use std::cmp::Reverse;

use retold::Stories;
use retold::story::Copies;

use crate::record::Record;

/// Some articles in groups.
#[derive(Debug)]
pub(crate) struct Grouping {
    /// The groups, by their numbers.
    pub(crate) groups: Vec<Group>,
    /// The group of each article.
    pub(crate) of: Vec<usize>,
    /// What each article is a copy of.
    pub(crate) copy_of: Vec<Option<usize>>,
    /// The score of the best link of each article within its group.
    pub(crate) score: Vec<Option<f64>>,
}

/// One group.
#[derive(Debug, Default)]
pub(crate) struct Group {
    pub(crate) articles: Vec<usize>,
    /// The article to show for the group.
    pub(crate) shown: usize,
}

impl Grouping {
    /// Stories as a detector found them.
    pub(crate) fn of_stories(stories: &Stories, articles: usize) -> Self {
        let groups = stories.iter().map(|story| Group {
            articles: story.articles().to_vec(),
            shown: story.medoid(),
        });
        Self {
            groups: groups.collect(),
            of: (0..articles)
                .map(|at| stories.number_of(at).unwrap_or_default())
                .collect(),
            copy_of: (0..articles).map(|at| stories.copy_of(at)).collect(),
            score: stories
                .closest()
                .into_iter()
                .map(|closest| Some(closest?.1))
                .collect(),
        }
    }

    /// Copies alone: the original of a group is its earliest article, or else the longest.
    pub(crate) fn of_copies(copies: &Copies, records: &[Record]) -> Self {
        let mut grouping = Self {
            groups: Vec::new(),
            of: vec![usize::MAX; records.len()],
            copy_of: vec![None; records.len()],
            score: vec![None; records.len()],
        };
        for group in copies.groups() {
            let original = group.iter().copied().min_by_key(|&at| {
                let record = &records[at];
                (
                    record.date.is_none(),
                    record.date,
                    Reverse(record.text.len()),
                    at,
                )
            });
            for &at in group {
                grouping.copy_of[at] = original.filter(|&original| original != at);
            }
        }
        let mut group_of = vec![None; records.len()];
        for group in copies.groups() {
            for &at in group {
                group_of[at] = Some(group);
            }
        }
        for (at, group) in group_of.into_iter().enumerate() {
            if grouping.of[at] == usize::MAX {
                let articles = group.cloned().unwrap_or_else(|| vec![at]);
                for &member in &articles {
                    grouping.of[member] = grouping.groups.len();
                }
                let shown = grouping.copy_of[at].unwrap_or(at);
                grouping.groups.push(Group { articles, shown });
            }
        }
        let identical = copies.identical().iter().flatten().map(|&at| (at, 1.0));
        let linked = copies.links().iter().flat_map(|link| {
            let score = link
                .jaccard()
                .max(link.containment_left())
                .max(link.containment_right());
            [(link.left, score), (link.right, score)]
        });
        for (at, score) in identical.chain(linked) {
            let held = &mut grouping.score[at];
            *held = Some(held.map_or(score, |best: f64| best.max(score)));
        }
        grouping
    }

    /// How many articles of a group are not copies of another.
    pub(crate) fn independent(&self, group: &Group) -> usize {
        group
            .articles
            .iter()
            .filter(|&&at| self.copy_of[at].is_none())
            .count()
    }
}

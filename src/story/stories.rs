//! What clustering returns: stories, by the positions of their articles.

use std::collections::BTreeMap;

use crate::Date;
use crate::lsh::Groups;

use super::clustering::Grouping;
use super::evidence::Evidence;
use super::links::Work;
use super::{CopyFinder, Digest, Rules};

/// The articles that report one event.
///
/// ```
/// let stories = retold::Detector::new().cluster(&["A storm hit.", "Shares rose.", "A storm hit!"]);
/// let storm = stories.story_of(0).unwrap();
/// assert_eq!(storm.articles(), [0, 2]);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Story {
    articles: Vec<usize>,
    copies: Vec<Vec<usize>>,
    dates: Option<(Date, Date)>,
    medoid: usize,
    cohesion: f64,
    weakest: Option<(usize, usize, f64)>,
}

impl Story {
    /// Its articles, by their positions in the input, ascending; at least one.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&["Shares rose."]);
    /// assert_eq!(stories.story_of(0).unwrap().articles(), [0]);
    /// ```
    pub fn articles(&self) -> &[usize] {
        &self.articles
    }

    /// Groups of two or more of its articles of which each is largely another's text. The first of
    /// each group is taken for the original: the earliest by date, else the longest.
    ///
    /// ```
    /// use retold::{Article, Detector};
    /// let reprint = Article::new("A storm hit.").with_date("2024-07-25".parse::<retold::Date>()?);
    /// let original = Article::new("A storm hit!").with_date("2024-07-24".parse::<retold::Date>()?);
    /// let stories = Detector::new().cluster(&[reprint, original]);
    /// assert_eq!(stories.story_of(0).unwrap().copies(), [vec![1, 0]]);
    /// # Ok::<(), retold::DateError>(())
    /// ```
    pub fn copies(&self) -> &[Vec<usize>] {
        &self.copies
    }

    /// The article closest to all others of the story: the one to show for it.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&["Shares rose."]);
    /// assert_eq!(stories.story_of(0).unwrap().medoid(), 0);
    /// ```
    pub fn medoid(&self) -> usize {
        self.medoid
    }

    /// The mean score over all pairs of its differing texts, from 0 to 1; 1 where there is only one
    /// text.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&["Shares rose."]);
    /// assert_eq!(stories.story_of(0).unwrap().cohesion(), 1.0);
    /// ```
    pub fn cohesion(&self) -> f64 {
        self.cohesion
    }

    /// The link by which the story would fall apart first, as two articles and their score: the
    /// lowest of the best links that hold it together. Nothing where there is only one text.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&["Shares rose."]);
    /// assert_eq!(stories.story_of(0).unwrap().weakest_link(), None);
    /// ```
    pub fn weakest_link(&self) -> Option<(usize, usize, f64)> {
        self.weakest
    }

    /// The first and last date of publication, where any is known.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&["Shares rose."]);
    /// assert_eq!(stories.story_of(0).unwrap().dates(), None);
    /// ```
    pub fn dates(&self) -> Option<(Date, Date)> {
        self.dates
    }
}

/// The stories found among some articles.
///
/// ```
/// let stories = retold::Detector::new().cluster(&["A storm hit.", "Shares rose."]);
/// assert_eq!(stories.len(), 2);
/// ```
#[derive(Debug, Clone)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Stories {
    #[cfg_attr(feature = "serde", serde(rename = "stories"))]
    all: Vec<Story>,
    /// The story of each article.
    #[cfg_attr(feature = "serde", serde(rename = "story_of"))]
    of_article: Vec<u32>,
    #[cfg_attr(feature = "serde", serde(rename = "copy_of"))]
    originals: Vec<Option<u32>>,
    #[cfg_attr(feature = "serde", serde(skip))]
    work: Work,
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(super) evidence: Evidence,
}

impl PartialEq for Stories {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
            && self.of_article == other.of_article
            && self.originals == other.originals
            && self.work == other.work
    }
}

impl Stories {
    /// Stories in the order of their first articles.
    pub(crate) fn new(
        digests: &[&Digest],
        grouping: Grouping,
        copies: &CopyFinder,
        rules: &Rules,
    ) -> Self {
        let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
        let mut members: Vec<Vec<usize>> = Vec::new();
        let mut of_article = Vec::with_capacity(grouping.story.len());
        for (article, &story) in grouping.story.iter().enumerate() {
            let number = *numbers.entry(story).or_insert(members.len());
            if number == members.len() {
                members.push(Vec::new());
            }
            members[number].push(article);
            of_article.push(number as u32);
        }
        let mut originals = vec![None; of_article.len()];
        let bonds = bonds(&grouping, &of_article, members.len());
        let stories = members
            .into_iter()
            .zip(bonds)
            .map(|(articles, bond)| {
                let copies = copied(digests, &grouping, &articles);
                for group in &copies {
                    for &copy in &group[1..] {
                        originals[copy] = Some(group[0] as u32);
                    }
                }
                let dates = || articles.iter().filter_map(|&at| digests[at].date());
                let texts = bond.texts as f64;
                Story {
                    medoid: bond.medoid,
                    cohesion: if bond.texts > 1 {
                        bond.sum / (texts * (texts - 1.0) / 2.0)
                    } else {
                        1.0
                    },
                    weakest: bond.weakest,
                    dates: dates().min().zip(dates().max()),
                    copies,
                    articles,
                }
            })
            .collect();
        Self {
            all: stories,
            of_article,
            originals,
            work: grouping.work,
            evidence: Evidence::new(grouping, copies, rules),
        }
    }

    /// How many stories there are.
    ///
    /// ```
    /// assert_eq!(retold::Detector::new().cluster(&["One."]).len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is no story: there was no article.
    ///
    /// ```
    /// assert!(retold::Detector::new().cluster::<&str>(&[]).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// What the caps on work left out, added up: entries of lists too long to look through,
    /// candidates beyond the 48 best of an article, and pairs of possible copies, once for each band
    /// they share. That is a measure of how common the wording is, not a number of pairs, and may be
    /// larger than that of all pairs. What is left out is unlikely to be of one story, and can only
    /// have torn one apart.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&["A storm hit.", "Shares rose."]);
    /// assert_eq!(stories.left_out(), 0);
    /// ```
    pub fn left_out(&self) -> u64 {
        let work = self.work;
        work.list_entries_left_out + work.candidates_left_out + work.copies_left_out
    }

    /// How many candidate pairs were scored; a pair that both articles propose counts twice.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&["A storm hit.", "Shares rose."]);
    /// assert_eq!(stories.candidates(), 0);
    /// ```
    pub fn candidates(&self) -> u64 {
        self.work.candidates
    }

    /// A story by its number, from 0 in the order of their first articles.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&["A storm hit.", "Shares rose.", "A storm hit!"]);
    /// assert_eq!(stories.get(0).unwrap().articles(), [0, 2]);
    /// assert!(stories.get(2).is_none());
    /// ```
    pub fn get(&self, number: usize) -> Option<&Story> {
        self.all.get(number)
    }

    /// The stories, in the order of their first articles.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&["A storm hit.", "Shares rose."]);
    /// assert_eq!(stories.iter().filter(|story| story.articles().len() == 1).count(), 2);
    /// ```
    pub fn iter(&self) -> std::slice::Iter<'_, Story> {
        self.all.iter()
    }

    /// The number of the story an article belongs to, by its position; nothing if there is no such
    /// article.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&["A storm hit.", "A storm hit!"]);
    /// assert_eq!((stories.number_of(1), stories.number_of(2)), (Some(0), None));
    /// ```
    pub fn number_of(&self, article: usize) -> Option<usize> {
        self.of_article.get(article).map(|&story| story as usize)
    }

    /// The story an article belongs to.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&["A storm hit."]);
    /// assert!(stories.story_of(0).is_some() && stories.story_of(1).is_none());
    /// ```
    pub fn story_of(&self, article: usize) -> Option<&Story> {
        self.all.get(self.number_of(article)?)
    }

    /// The article an article is a copy of; nothing for an original.
    ///
    /// ```
    /// use retold::{Article, Detector};
    /// let original = Article::new("A storm hit!").with_date("2024-07-24".parse::<retold::Date>()?);
    /// let stories = Detector::new().cluster(&[original, Article::new("A storm hit.")]);
    /// assert_eq!((stories.copy_of(0), stories.copy_of(1)), (None, Some(0)));
    /// # Ok::<(), retold::DateError>(())
    /// ```
    pub fn copy_of(&self, article: usize) -> Option<usize> {
        self.originals
            .get(article)?
            .map(|original| original as usize)
    }
}

/// What the links within one story say of it.
#[derive(Debug, Clone, Default)]
struct Bond {
    texts: usize,
    sum: f64,
    /// The text with the highest sum of scores so far, and that sum.
    best: Option<f64>,
    medoid: usize,
    weakest: Option<(usize, usize, f64)>,
}

/// The bonds of all stories, by their numbers.
fn bonds(grouping: &Grouping, of_article: &[u32], stories: usize) -> Vec<Bond> {
    let count = grouping.frozen.len();
    // The first article of each text represents it and gives its story.
    let mut first = vec![usize::MAX; count];
    for (article, &text) in grouping.text.iter().enumerate().rev() {
        first[text as usize] = article;
    }
    let story = |text: u32| of_article[first[text as usize]] as usize;
    let mut links: Vec<(f64, u32, u32)> = grouping
        .links
        .iter()
        .filter(|link| story(link.low) == story(link.high))
        .map(|link| (grouping.frozen.score(link).max(0.0), link.low, link.high))
        .collect();
    let mut bonds = vec![Bond::default(); stories];
    let mut sums = vec![0.0; count];
    for &(score, low, high) in &links {
        bonds[story(low)].sum += score;
        sums[low as usize] += score;
        sums[high as usize] += score;
    }
    // Texts are in canonical order, so that the first of equals is the same in any order of input.
    for (text, &sum) in sums.iter().enumerate() {
        let bond = &mut bonds[story(text as u32)];
        bond.texts += 1;
        if bond.best.is_none_or(|best| sum > best) {
            bond.best = Some(sum);
            bond.medoid = first[text];
        }
    }
    // The strongest links that connect all (Kruskal); the last one to do so is the weakest.
    links.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| (a.1, a.2).cmp(&(b.1, b.2)))
    });
    let mut groups = Groups::new(count);
    for (score, low, high) in links {
        if groups.leader(low) != groups.leader(high) {
            groups.unite(low, high);
            let ends = (first[low as usize], first[high as usize]);
            bonds[story(low)].weakest = Some((ends.0.min(ends.1), ends.0.max(ends.1), score));
        }
    }
    bonds
}

impl<'a> IntoIterator for &'a Stories {
    type Item = &'a Story;
    type IntoIter = std::slice::Iter<'a, Story>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The copy groups of a story, each with its original first, in the order of their first articles.
fn copied(digests: &[&Digest], grouping: &Grouping, articles: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for &article in articles {
        groups
            .entry(grouping.copies[grouping.text[article] as usize])
            .or_default()
            .push(article);
    }
    let mut groups: Vec<Vec<usize>> = groups
        .into_values()
        .filter(|group| group.len() > 1)
        .collect();
    groups.sort_unstable_by_key(|group| group[0]);
    for group in &mut groups {
        group.sort_by_key(|&at| {
            let digest = digests[at];
            let date = digest.date();
            (
                date.is_none(),
                date,
                std::cmp::Reverse(digest.words()),
                digest.key(),
                at,
            )
        });
    }
    groups
}

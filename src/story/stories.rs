//! What clustering returns: stories, by the positions of their articles.

use std::collections::BTreeMap;

use crate::Date;

use super::Digest;
use super::clustering::{Counts, Grouping};

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
    /// let reprint = Article::new("A storm hit.").with_date("2024-07-25".parse()?);
    /// let original = Article::new("A storm hit!").with_date("2024-07-24".parse()?);
    /// let stories = Detector::new().cluster(&[reprint, original]);
    /// assert_eq!(stories.story_of(0).unwrap().copies(), [vec![1, 0]]);
    /// # Ok::<(), retold::DateError>(())
    /// ```
    pub fn copies(&self) -> &[Vec<usize>] {
        &self.copies
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
#[derive(Debug, Clone, PartialEq)]
pub struct Stories {
    all: Vec<Story>,
    /// The story of each article.
    of_article: Vec<u32>,
    originals: Vec<Option<u32>>,
    counts: Counts,
}

impl Stories {
    /// Stories in the order of their first articles.
    pub(crate) fn new(digests: &[&Digest], grouping: &Grouping) -> Self {
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
        let stories = members
            .into_iter()
            .map(|articles| {
                let copies = copies(digests, grouping, &articles);
                for group in &copies {
                    for &copy in &group[1..] {
                        originals[copy] = Some(group[0] as u32);
                    }
                }
                let dates = || articles.iter().filter_map(|&at| digests[at].date());
                Story {
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
            counts: grouping.counts,
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
    /// let original = Article::new("A storm hit!").with_date("2024-07-24".parse()?);
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

impl<'a> IntoIterator for &'a Stories {
    type Item = &'a Story;
    type IntoIter = std::slice::Iter<'a, Story>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The copy groups of a story, each with its original first, in the order of their first articles.
fn copies(digests: &[&Digest], grouping: &Grouping, articles: &[usize]) -> Vec<Vec<usize>> {
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

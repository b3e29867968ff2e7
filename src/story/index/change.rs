//! What happens to stories: their lasting identity, and the changes between two groupings.
//!
//! A grouping of articles is computed afresh again and again; a reader follows a story for days.
//! [`reconcile`] matches each new group with the story most of it came from, so that an identity
//! stays with the larger part of a story, then with the older; everything else is a change, and
//! the changes, applied in order to the old stories, give exactly the new ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The identity of a story: it stays the same while the story grows, splits and merges, and is
/// never given to another story of the same index.
///
/// ```
/// use retold::story::StoryId;
/// assert_eq!(StoryId::from_number(7).to_string(), "7");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct StoryId(u64);

impl StoryId {
    /// The story of this number, for instance one read back from a log.
    ///
    /// ```
    /// use retold::story::StoryId;
    /// assert_eq!(StoryId::from_number(7).number(), 7);
    /// ```
    pub const fn from_number(number: u64) -> Self {
        Self(number)
    }

    /// The number of the story: stories are numbered from 0 in the order they began.
    ///
    /// ```
    /// use retold::story::StoryId;
    /// assert!(StoryId::from_number(3).number() < StoryId::from_number(4).number());
    /// ```
    pub const fn number(self) -> u64 {
        self.0
    }
}

impl fmt::Display for StoryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One thing that happened to a story.
///
/// Changes come in an order in which they can be applied: who keeps stories as sets of keys and
/// applies each change as its variant says has the index's stories at any time.
///
/// ```
/// use retold::story::{Change, StoryId};
///
/// let (story, into) = (StoryId::from_number(4), StoryId::from_number(2));
/// assert_eq!(Change::<u32>::Merged { story, into }.story(), story);
/// ```
///
/// With feature `serde` it is an object with the kind in `change`:
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use retold::story::Change;
/// let change: Change<String> = serde_json::from_str(r#"{"change": "created", "story": 4}"#)?;
/// assert_eq!(serde_json::to_string(&change)?, r#"{"change":"created","story":4}"#);
/// # }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "change", rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Change<K> {
    /// An article is no longer in this story: it was removed, or moved to another story.
    Left {
        /// The story that loses the article.
        story: StoryId,
        /// The article.
        key: K,
    },
    /// These articles, until now in the story `from`, are a story of their own.
    Split {
        /// The new story.
        story: StoryId,
        /// The story they were in.
        from: StoryId,
        /// The articles, ascending.
        keys: Vec<K>,
    },
    /// All that is left of a story is now part of another, and its identity has ended.
    Merged {
        /// The story that has ended.
        story: StoryId,
        /// The story its articles are in now.
        into: StoryId,
    },
    /// A new story, with no article until the changes that follow.
    Created {
        /// The new story.
        story: StoryId,
    },
    /// An article has come into this story: it is new, or it left another story.
    Joined {
        /// The story that gains the article.
        story: StoryId,
        /// The article.
        key: K,
    },
    /// A story has no article left and has ended.
    Expired {
        /// The story that has ended.
        story: StoryId,
    },
}

impl<K> Change<K> {
    /// The story this change is about: of a split the new one, of a merger the one that ended.
    ///
    /// ```
    /// use retold::story::{Change, StoryId};
    /// let story = StoryId::from_number(2);
    /// assert_eq!(Change::<u32>::Expired { story }.story(), story);
    /// ```
    pub const fn story(&self) -> StoryId {
        match self {
            Self::Left { story, .. }
            | Self::Split { story, .. }
            | Self::Merged { story, .. }
            | Self::Created { story }
            | Self::Joined { story, .. }
            | Self::Expired { story } => *story,
        }
    }
}

impl<T> Change<T> {
    /// The same change in terms of other keys; nothing where one is not known.
    pub(super) fn with_keys<K: Ord>(self, key: impl Fn(T) -> Option<K>) -> Option<Change<K>> {
        Some(match self {
            Self::Left { story, key: gone } => Change::Left {
                story,
                key: key(gone)?,
            },
            Self::Joined { story, key: new } => Change::Joined {
                story,
                key: key(new)?,
            },
            Self::Split { story, from, keys } => {
                let mut keys: Vec<K> = keys.into_iter().filter_map(key).collect();
                keys.sort_unstable();
                Change::Split { story, from, keys }
            }
            Self::Merged { story, into } => Change::Merged { story, into },
            Self::Created { story } => Change::Created { story },
            Self::Expired { story } => Change::Expired { story },
        })
    }
}

/// The identities of new groups, and how the old stories became them.
pub(super) struct Reconciled<T> {
    /// The story of each new group.
    pub(super) stories: Vec<StoryId>,
    /// In the order to apply them.
    pub(super) changes: Vec<Change<T>>,
}

/// Matches `groups` (disjoint, not empty) with the `old` stories.
///
/// Articles compare by age, oldest first. Pairs of an old story and a group are matched by how many
/// articles they share, then by the age of the story, then by the oldest article of the group;
/// groups that remain get new identities from `next` on, in the order of their oldest articles.
pub(super) fn reconcile<T: Copy + Ord>(
    old: &BTreeMap<StoryId, BTreeSet<T>>,
    groups: &[BTreeSet<T>],
    next: &mut u64,
) -> Reconciled<T> {
    let group_of: BTreeMap<T, usize> = groups
        .iter()
        .enumerate()
        .flat_map(|(group, members)| members.iter().map(move |&member| (member, group)))
        .collect();
    let shares = shares(old, groups, &group_of);

    let mut story_of_group: Vec<Option<StoryId>> = vec![None; groups.len()];
    let mut group_of_story: BTreeMap<StoryId, usize> = BTreeMap::new();
    for share in &shares {
        if story_of_group[share.group].is_none() && !group_of_story.contains_key(&share.story) {
            story_of_group[share.group] = Some(share.story);
            group_of_story.insert(share.story, share.group);
        }
    }
    let mut fresh: Vec<usize> = (0..groups.len())
        .filter(|&group| story_of_group[group].is_none())
        .collect();
    fresh.sort_by_key(|&group| groups[group].first().copied());
    for &group in &fresh {
        story_of_group[group] = Some(StoryId(*next));
        *next += 1;
    }
    let stories: Vec<StoryId> = story_of_group.into_iter().flatten().collect();
    let is_fresh: BTreeSet<usize> = fresh.iter().copied().collect();

    let mut events = Events::default();
    // The largest share of a new group, or of an old story whose identity no group keeps, is its origin
    // or its successor; shares are sorted, so the first one counts.
    let mut origin: BTreeMap<usize, StoryId> = BTreeMap::new();
    let mut successor: BTreeMap<StoryId, usize> = BTreeMap::new();
    for share in &shares {
        if is_fresh.contains(&share.group) {
            origin.entry(share.group).or_insert(share.story);
        }
        if !group_of_story.contains_key(&share.story) {
            successor.entry(share.story).or_insert(share.group);
        }
    }
    for (&story, members) in old {
        for &member in members {
            match group_of.get(&member) {
                Some(&group) if stories[group] == story => {}
                Some(&group) if origin.get(&group) == Some(&story) => {
                    events.split.entry(group).or_default().push(member);
                }
                Some(&group) if successor.get(&story) == Some(&group) => {}
                Some(&group) => {
                    events.left.push((story, member));
                    events.joined.push((stories[group], member));
                }
                None => events.left.push((story, member)),
            }
        }
    }
    let old_members: BTreeSet<T> = old.values().flatten().copied().collect();
    for (&member, &group) in &group_of {
        if !old_members.contains(&member) {
            events.joined.push((stories[group], member));
        }
    }
    events.created = fresh
        .into_iter()
        .filter(|group| !origin.contains_key(group))
        .collect();
    events.expired = old
        .keys()
        .filter(|story| !group_of_story.contains_key(story) && !successor.contains_key(story))
        .copied()
        .collect();
    let changes = events.in_order(&stories, &origin, &successor);
    Reconciled { stories, changes }
}

struct Share {
    story: StoryId,
    group: usize,
}

/// Every old story and group that share an article, in the order of their claims.
fn shares<T: Copy + Ord>(
    old: &BTreeMap<StoryId, BTreeSet<T>>,
    groups: &[BTreeSet<T>],
    group_of: &BTreeMap<T, usize>,
) -> Vec<Share> {
    let mut counts: BTreeMap<(StoryId, usize), usize> = BTreeMap::new();
    for (&story, members) in old {
        for group in members.iter().filter_map(|member| group_of.get(member)) {
            *counts.entry((story, *group)).or_default() += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(
        |((story, group), count), ((other_story, other), other_count)| {
            other_count
                .cmp(count)
                .then(story.cmp(other_story))
                .then_with(|| groups[*group].first().cmp(&groups[*other].first()))
        },
    );
    let share = |((story, group), _)| Share { story, group };
    counts.into_iter().map(share).collect()
}

struct Events<T> {
    left: Vec<(StoryId, T)>,
    split: BTreeMap<usize, Vec<T>>,
    created: Vec<usize>,
    joined: Vec<(StoryId, T)>,
    expired: Vec<StoryId>,
}

impl<T> Default for Events<T> {
    fn default() -> Self {
        Self {
            left: Vec::new(),
            split: BTreeMap::new(),
            created: Vec::new(),
            joined: Vec::new(),
            expired: Vec::new(),
        }
    }
}

impl<T: Copy + Ord> Events<T> {
    /// Departures first, so that a merger moves only what is left; arrivals after the new stories.
    fn in_order(
        self,
        stories: &[StoryId],
        origin: &BTreeMap<usize, StoryId>,
        successor: &BTreeMap<StoryId, usize>,
    ) -> Vec<Change<T>> {
        let mut changes = Vec::new();
        let left = |(story, key)| Change::Left { story, key };
        changes.extend(self.left.into_iter().map(left));
        let mut split: Vec<_> = self.split.into_iter().collect();
        split.sort_by_key(|&(group, _)| stories[group]);
        changes.extend(split.into_iter().filter_map(|(group, mut keys)| {
            keys.sort_unstable();
            let from = *origin.get(&group)?;
            Some(Change::Split {
                story: stories[group],
                from,
                keys,
            })
        }));
        let merged = |(&story, &group): (&StoryId, &usize)| Change::Merged {
            story,
            into: stories[group],
        };
        changes.extend(successor.iter().map(merged));
        let created = |&group: &usize| Change::Created {
            story: stories[group],
        };
        changes.extend(self.created.iter().map(created));
        let mut joined = self.joined;
        joined.sort_unstable();
        changes.extend(
            joined
                .into_iter()
                .map(|(story, key)| Change::Joined { story, key }),
        );
        changes.extend(
            self.expired
                .into_iter()
                .map(|story| Change::Expired { story }),
        );
        changes
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Stories = BTreeMap<StoryId, BTreeSet<u8>>;

    fn apply(mut stories: Stories, changes: &[Change<u8>]) -> Stories {
        for change in changes {
            match change {
                Change::Left { story, key } => {
                    assert!(stories.get_mut(story).unwrap().remove(key));
                }
                Change::Split { story, from, keys } => {
                    let from = stories.get_mut(from).unwrap();
                    assert!(keys.iter().all(|key| from.remove(key)));
                    let new = stories.insert(*story, keys.iter().copied().collect());
                    assert!(new.is_none());
                }
                Change::Merged { story, into } => {
                    let mut moved = stories.remove(story).unwrap();
                    assert!(!moved.is_empty());
                    stories.get_mut(into).unwrap().append(&mut moved);
                }
                Change::Created { story } => {
                    assert!(stories.insert(*story, BTreeSet::new()).is_none());
                }
                Change::Joined { story, key } => {
                    assert!(stories.get_mut(story).unwrap().insert(*key));
                }
                Change::Expired { story } => {
                    assert!(stories.remove(story).unwrap().is_empty());
                }
            }
        }
        stories
    }

    fn grouped(labels: &[Option<u8>]) -> Vec<BTreeSet<u8>> {
        let mut groups: BTreeMap<u8, BTreeSet<u8>> = BTreeMap::new();
        for (article, label) in labels.iter().enumerate() {
            if let Some(label) = label {
                groups.entry(*label).or_default().insert(article as u8);
            }
        }
        groups.into_values().collect()
    }

    fn labels() -> impl Strategy<Value = Vec<Option<u8>>> {
        proptest::collection::vec(proptest::option::weighted(0.8, 0..6_u8), 14)
    }

    proptest! {
        #[test]
        fn applied_changes_give_the_new_stories(
            rounds in proptest::collection::vec(labels(), 1..6)
        ) {
            let (mut stories, mut next) = (Stories::new(), 0);
            let mut ended: BTreeSet<StoryId> = BTreeSet::new();
            for labels in rounds {
                let groups = grouped(&labels);
                let new = reconcile(&stories, &groups, &mut next);
                let expected: Stories = new.stories.iter().copied().zip(groups.clone()).collect();
                prop_assert_eq!(expected.len(), groups.len(), "an identity was given twice");
                let applied = apply(stories.clone(), &new.changes);
                prop_assert_eq!(&applied, &expected);
                ended.extend(stories.keys().filter(|story| !expected.contains_key(story)));
                prop_assert!(expected.keys().all(|story| !ended.contains(story)));
                stories = expected;
            }
        }

        #[test]
        fn the_order_of_the_groups_does_not_matter(before in labels(), after in labels()) {
            let mut next = 0;
            let groups = grouped(&before);
            let old = reconcile(&Stories::new(), &groups, &mut next);
            let old: Stories = old.stories.into_iter().zip(groups).collect();
            let mut groups = grouped(&after);
            let (mut one, mut two) = (next, next);
            let forward = reconcile(&old, &groups, &mut one).changes;
            groups.reverse();
            prop_assert_eq!(forward, reconcile(&old, &groups, &mut two).changes);
        }

        #[test]
        fn an_unchanged_grouping_changes_nothing(labels in labels()) {
            let (groups, mut next) = (grouped(&labels), 0);
            let old = reconcile(&Stories::new(), &groups, &mut next);
            let old: Stories = old.stories.into_iter().zip(groups.clone()).collect();
            prop_assert!(reconcile(&old, &groups, &mut next).changes.is_empty());
        }
    }

    fn story(number: u64, members: &[u8]) -> (StoryId, BTreeSet<u8>) {
        (StoryId(number), members.iter().copied().collect())
    }

    #[test]
    fn an_identity_stays_with_the_larger_part() {
        let old = Stories::from([story(0, &[0, 1, 2, 3])]);
        let groups = [story(0, &[0]).1, story(0, &[1, 2, 3]).1];
        let new = reconcile(&old, &groups, &mut 1);
        assert_eq!(new.stories, [StoryId(1), StoryId(0)]);
        let split = Change::Split {
            story: StoryId(1),
            from: StoryId(0),
            keys: vec![0],
        };
        assert_eq!(new.changes, [split]);
    }

    #[test]
    fn of_equal_parts_the_older_story_goes_on() {
        let old = Stories::from([story(0, &[4, 5]), story(1, &[0, 1])]);
        let new = reconcile(&old, &[story(0, &[0, 1, 4, 5]).1], &mut 2);
        assert_eq!(
            new.changes,
            [Change::Merged {
                story: StoryId(1),
                into: StoryId(0)
            }]
        );
    }
}

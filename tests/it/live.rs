//! The live index: agrees with the batch, forgets without a trace, reports every change.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use retold::story::{Change, InsertError, StoryId, StoryIndex};
use retold::{Article, Date, Detector};

use crate::data;

/// One labelled article.
struct Row {
    id: String,
    event: String,
    title: String,
    text: String,
    date: Option<Date>,
}

impl Row {
    fn article(&self) -> Article<'_> {
        let article = Article::new(&self.text).with_title(&self.title);
        match self.date {
            Some(date) => article.with_date(date),
            None => article,
        }
    }
}

/// The articles of a labelled file: by date where they have one, else in an order that has nothing
/// to do with their events.
fn labelled(name: &str) -> Vec<Row> {
    let text = |row: &serde_json::Value, field: &str| row[field].as_str().unwrap_or("").to_owned();
    let mut rows: Vec<Row> = data::rows(name)
        .iter()
        .map(|row| Row {
            id: text(row, "id"),
            event: text(row, "event"),
            title: text(row, "title"),
            text: text(row, "text"),
            date: row["date"].as_str().and_then(|date| date.parse().ok()),
        })
        .collect();
    rows.sort_by_key(|row| (row.date, retold::hash::bytes(row.id.as_bytes())));
    rows
}

/// B-cubed F1 of a grouping against the events (Bagga & Baldwin 1998).
fn b_cubed(groups: &[Vec<usize>], rows: &[Row]) -> f64 {
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        *sizes.entry(&row.event).or_default() += 1;
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for group in groups {
        for &at in group {
            let event = rows[at].event.as_str();
            let same = group
                .iter()
                .filter(|&&other| rows[other].event == event)
                .count() as f64;
            precision += same / group.len() as f64;
            recall += same / sizes[event] as f64;
        }
    }
    let count = rows.len() as f64;
    let (precision, recall) = (precision / count, recall / count);
    2.0 * precision * recall / (precision + recall)
}

fn partition<K: std::hash::Hash + Ord + Clone>(index: &StoryIndex<K>) -> BTreeSet<BTreeSet<K>> {
    index
        .stories()
        .map(|(_, keys)| keys.into_iter().cloned().collect())
        .collect()
}

fn batch(rows: &[Row]) -> BTreeSet<BTreeSet<usize>> {
    let articles: Vec<Article<'_>> = rows.iter().map(Row::article).collect();
    let stories = Detector::new().cluster(&articles);
    stories
        .iter()
        .map(|story| story.articles().iter().copied().collect())
        .collect()
}

/// Fills an index in order, then compares it with the batch before and after `recluster`.
fn arriving(name: &str) {
    let rows = labelled(name);
    let mut index = StoryIndex::new();
    let mut log = Log::default();
    for (at, row) in rows.iter().enumerate() {
        log.apply(index.insert(at, &row.article()).unwrap().changes());
    }
    let groups = |partition: &BTreeSet<BTreeSet<usize>>| -> Vec<Vec<usize>> {
        partition
            .iter()
            .map(|group| group.iter().copied().collect())
            .collect()
    };
    let batch = batch(&rows);
    let live = partition(&index);
    let (live, best) = (
        b_cubed(&groups(&live), &rows),
        b_cubed(&groups(&batch), &rows),
    );
    println!(
        "{name}: B-cubed F1 {live:.4} live, {best:.4} in a batch, {:?}",
        index.stats()
    );
    log.agrees_with(&index);
    log.apply(&index.recluster());
    log.agrees_with(&index);
    assert_eq!(
        partition(&index),
        batch,
        "{name}: live and batch differ after recluster"
    );
    assert!(
        index.recluster().is_empty(),
        "a second recluster moved something"
    );
    // Between two clusterings a live index judges by the usual bar, not by that of the collection.
    assert!(
        live >= best - 0.03,
        "{name}: {live:.4} live, {best:.4} in a batch"
    );
}

#[data::needed]
#[test]
fn gva_arriving_by_date_is_as_good_as_the_batch() {
    arriving("stories/gva.jsonl");
}

#[data::needed]
#[test]
fn pages_arriving_with_their_furniture_are_nearly_as_good() {
    arriving("stories/gva_raw.jsonl");
}

#[data::needed]
#[test]
fn fnc_arriving_is_as_good_as_the_batch() {
    arriving("stories/fnc.jsonl");
}

/// The stories as a reader of the changes knows them.
#[derive(Debug)]
struct Log<K>(BTreeMap<StoryId, BTreeSet<K>>);

impl<K> Default for Log<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord + Clone + std::hash::Hash + std::fmt::Debug> Log<K> {
    fn apply(&mut self, changes: &[Change<K>]) {
        for change in changes {
            match change {
                Change::Left { story, key } => {
                    assert!(
                        self.0.get_mut(story).unwrap().remove(key),
                        "{key:?} was not there"
                    );
                }
                Change::Split { story, from, keys } => {
                    let from = self.0.get_mut(from).unwrap();
                    assert!(keys.iter().all(|key| from.remove(key)));
                    assert!(
                        self.0
                            .insert(*story, keys.iter().cloned().collect())
                            .is_none()
                    );
                }
                Change::Merged { story, into } => {
                    let mut moved = self.0.remove(story).unwrap();
                    self.0.get_mut(into).unwrap().append(&mut moved);
                }
                Change::Created { story } => {
                    assert!(self.0.insert(*story, BTreeSet::new()).is_none());
                }
                Change::Joined { story, key } => {
                    assert!(self.0.get_mut(story).unwrap().insert(key.clone()));
                }
                Change::Expired { story } => {
                    assert!(self.0.remove(story).unwrap().is_empty());
                }
                other => panic!("a change nobody knows: {other:?}"),
            }
        }
    }

    fn agrees_with(&self, index: &StoryIndex<K>) {
        let stories: BTreeMap<StoryId, BTreeSet<K>> = index
            .stories()
            .map(|(story, keys)| (story, keys.into_iter().cloned().collect()))
            .collect();
        assert_eq!(self.0, stories);
        for (story, keys) in &stories {
            for key in keys {
                assert_eq!(index.story_of(key), Some(*story));
            }
        }
        let members: usize = stories.values().map(BTreeSet::len).sum();
        assert_eq!(index.len(), members);
    }
}

/// Articles about a handful of events: each a choice of sentences, so that some are copies, some
/// retellings, and some share only furniture.
fn article_text() -> impl Strategy<Value = String> {
    const SENTENCES: [&[&str]; 4] = [
        &[
            "A bridge over the Douro in Porto collapsed on Monday.",
            "Three workers were killed when the Porto bridge gave way.",
            "Engineer Marta Lopes had warned of cracks in the Douro bridge.",
            "Porto's mayor ordered every bridge to be inspected.",
        ],
        &[
            "A storm tore roofs off houses in Aveiro on Tuesday night.",
            "Winds of 140 km/h cut power to 9,000 homes around Aveiro.",
            "Fishermen in Aveiro said the storm was the worst since 1987.",
        ],
        &[
            "Galp shares fell 7 percent after the refinery fire in Sines.",
            "The Sines refinery fire was put out after nine hours, Galp said.",
        ],
        &["Sign up for our newsletter.", "All rights reserved."],
    ];
    (
        0..4_usize,
        proptest::collection::vec((0..4_usize, any::<bool>()), 1..5),
    )
        .prop_map(|(event, picks)| {
            let pick = |&(at, furniture): &(usize, bool)| {
                let from = SENTENCES[if furniture { 3 } else { event }];
                from[at % from.len()]
            };
            picks.iter().map(pick).collect::<Vec<_>>().join("\n")
        })
}

type Given = (String, Option<String>, Option<i64>);

fn given() -> impl Strategy<Value = Given> {
    let title = proptest::option::of("[A-C]{1,2} bridge");
    (article_text(), title, proptest::option::of(0..40_i64))
}

fn as_article((text, title, day): &Given) -> Article<'_> {
    let mut article = Article::new(text);
    if let Some(title) = title {
        article = article.with_title(title);
    }
    match day {
        Some(day) => article.with_date(Date::from_unix_seconds(day * 86_400)),
        None => article,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever comes and goes, queries and the stories after `recluster` are those of an index in
    /// which what has gone never was. Enough articles for the sample of rarities to move.
    #[test]
    fn what_is_removed_never_was(
        articles in proptest::collection::vec(given(), 1..150),
        gone in proptest::collection::vec(any::<prop::sample::Index>(), 0..60),
        regroup_before in any::<bool>(),
        probes in proptest::collection::vec(given(), 3),
    ) {
        let gone: BTreeSet<usize> = gone.iter().map(|at| at.index(articles.len())).collect();
        let (mut index, mut rebuilt) = (StoryIndex::new(), StoryIndex::new());
        let mut log = Log::default();
        for (key, given) in articles.iter().enumerate() {
            log.apply(index.insert(key, &as_article(given)).unwrap().changes());
            // Some go at once, some at the end.
            if gone.contains(&key) && key % 2 == 0 {
                log.apply(&index.remove(&key).unwrap());
            }
            if !gone.contains(&key) {
                rebuilt.insert(key, &as_article(given)).unwrap();
            }
        }
        if regroup_before {
            log.apply(&index.recluster());
            rebuilt.recluster();
        }
        for key in gone.iter().filter(|key| *key % 2 == 1) {
            log.apply(&index.remove(key).unwrap());
        }
        log.agrees_with(&index);
        for probe in articles.iter().chain(&probes) {
            prop_assert_eq!(index.query(&as_article(probe)), rebuilt.query(&as_article(probe)));
        }
        log.apply(&index.recluster());
        rebuilt.recluster();
        log.agrees_with(&index);
        prop_assert_eq!(partition(&index), partition(&rebuilt));
    }

    /// Insertions, replacements, removals, expiry and regrouping in any order: the changes always
    /// tell the stories, and after `recluster` these are the batch's.
    #[test]
    fn changes_tell_the_stories(
        steps in proptest::collection::vec((0..10_u8, 0..30_u32, given()), 1..120),
    ) {
        let (mut index, mut log, mut model) = (StoryIndex::new(), Log::default(), BTreeMap::new());
        for (arrival, (what, key, given)) in steps.into_iter().enumerate() {
            match what {
                0..=5 => match index.insert(key, &as_article(&given)) {
                    Ok(placement) => {
                        prop_assert_eq!(index.story_of(&key), Some(placement.story()));
                        log.apply(placement.changes());
                        prop_assert!(model.insert(key, (arrival, given)).is_none());
                    }
                    Err(error) => {
                        prop_assert_eq!(error, InsertError::Held);
                        prop_assert!(model.contains_key(&key));
                    }
                },
                6 => {
                    log.apply(index.replace(key, &as_article(&given)).unwrap().changes());
                    model.insert(key, (arrival, given));
                }
                7 => {
                    let changes = index.remove(&key);
                    prop_assert_eq!(changes.is_some(), model.remove(&key).is_some());
                    log.apply(&changes.unwrap_or_default());
                }
                8 => {
                    let day = i64::from(key);
                    log.apply(&index.expire(Date::from_unix_seconds(day * 86_400)));
                    let old = |given: &Given| given.2.is_some_and(|date| date < day);
                    let gone = model.values().filter(|(_, given)| old(given));
                    let last_gone = gone.map(|&(arrival, _)| arrival).max();
                    let stay = model.values().filter(|(_, given)| given.2.is_some() && !old(given));
                    let first_kept = stay.map(|&(arrival, _)| arrival).min();
                    model.retain(|_, (arrival, given)| match given.2 {
                        Some(date) => date >= day,
                        None => Some(*arrival) > last_gone || first_kept.is_some_and(|kept| *arrival > kept),
                    });
                }
                _ => log.apply(&index.recluster()),
            }
            log.agrees_with(&index);
        }
        log.apply(&index.recluster());
        log.agrees_with(&index);
        let articles: Vec<Article<'_>> = model.values().map(|(_, given)| as_article(given)).collect();
        let keys: Vec<u32> = model.keys().copied().collect();
        let stories = Detector::new().cluster(&articles);
        let batch: BTreeSet<BTreeSet<u32>> = stories
            .iter()
            .map(|story| story.articles().iter().map(|&at| keys[at]).collect())
            .collect();
        prop_assert_eq!(partition(&index), batch);
    }
}

const BRIDGE: [&str; 3] = [
    "A bridge over the Douro in Porto collapsed on Monday, killing three workers of Teixeira.",
    "Three workers of Teixeira died when the Porto bridge over the Douro came down on Monday.",
    "Porto mourns the three Teixeira workers whom the Douro bridge killed when it collapsed.",
];

#[test]
fn a_story_lasts_while_its_articles_change() {
    let mut index = StoryIndex::new();
    let story = index.insert(0, BRIDGE[0]).unwrap().story();
    assert_eq!(index.insert(1, BRIDGE[1]).unwrap().story(), story);
    assert_eq!(index.insert(2, BRIDGE[2]).unwrap().story(), story);
    // The first article goes; the story stays.
    assert_eq!(index.remove(&0), Some(vec![Change::Left { story, key: 0 }]));
    assert_eq!(index.articles_of(story), [&1, &2]);
    let placement = index.insert(0, BRIDGE[0]).unwrap();
    assert_eq!(placement.changes(), [Change::Joined { story, key: 0 }]);
}

#[test]
fn a_late_article_joins_two_stories_and_its_removal_parts_them() {
    // Two reports of one accident that share no word worth mentioning, and one that has both.
    let left = "Firefighters freed passengers from the derailed Coimbra express near Pombal.";
    let right = "Minister Carvalho suspended Linha Norte services pending a signalling inquiry.";
    let both = "Firefighters freed passengers from the derailed Coimbra express near Pombal; \
                Minister Carvalho suspended Linha Norte services pending a signalling inquiry.";
    let mut index = StoryIndex::new();
    let older = index.insert("left", left).unwrap().story();
    let newer = index.insert("right", right).unwrap().story();
    assert_ne!(older, newer);
    let placement = index.insert("both", both).unwrap();
    let expected = [
        Change::Merged {
            story: newer,
            into: older,
        },
        Change::Joined {
            story: older,
            key: "both",
        },
    ];
    assert_eq!(placement.changes(), expected);
    let changes = index.remove(&"both").unwrap();
    let split = |change: &Change<&str>| match change {
        Change::Split { from, keys, .. } => *from == older && keys == &["right"],
        _ => false,
    };
    assert!(changes.iter().any(split), "{changes:?}");
    assert_ne!(index.story_of("left"), index.story_of("right"));
}

#[test]
fn old_stories_expire() {
    let day = |day: i64| Date::from_unix_seconds(day * 86_400);
    let mut index = StoryIndex::new();
    let story = index
        .insert(1, &Article::new(BRIDGE[0]).with_date(day(1)))
        .unwrap()
        .story();
    index
        .insert(2, "Galp shares fell after a fire at the Sines refinery.")
        .unwrap();
    assert!(
        index.expire(day(1)).is_empty(),
        "an article of that very moment stays"
    );
    let changes = [Change::Left { story, key: 1 }, Change::Expired { story }];
    assert_eq!(index.expire(day(2)), changes);
    assert_eq!(index.len(), 1, "an article without a date stays");
    for (key, report) in [(3, BRIDGE[1]), (4, BRIDGE[2])] {
        let article = Article::new(report).with_date(day(key));
        index.insert(key as i32, &article).unwrap();
    }
    assert!(index.expire(day(3)).is_empty());
    index.expire(day(4));
    let held: Vec<&i32> = index.stories().flat_map(|(_, keys)| keys).collect();
    assert_eq!(held, [&4], "until one that came later goes");
}

#[test]
fn queries_run_side_by_side() {
    let mut index = StoryIndex::new();
    for (key, text) in BRIDGE.iter().enumerate() {
        index.insert(key, *text).unwrap();
    }
    let expected = index.query(BRIDGE[0]);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(index.query(BRIDGE[0]), expected));
        }
    });
}

/// Of two articles of one wording the first goes, and hundreds came after the second: it is read
/// where it came, and nowhere else.
#[test]
fn who_speaks_late_stands_where_it_came() {
    let names: Vec<String> = (0..20).map(|n| format!("Name{n}town")).collect();
    let article = |n: u32| format!("{} and word{n} then other{n}.", names.join(" "));
    for others in [100, 600] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("news.retold");
        let mut index = StoryIndex::open(&path).unwrap();
        let mut rebuilt = StoryIndex::new();
        index.insert(0, &article(0)).unwrap();
        for (key, text) in (1..).zip(std::iter::once(0).chain(2..others).map(article)) {
            index.insert(key, &text).unwrap();
            rebuilt.insert(key, &text).unwrap();
        }
        index.remove(&0).unwrap();
        let probes = [article(0), article(50), names.join(" ")];
        for probe in &probes {
            assert_eq!(index.query(probe), rebuilt.query(probe), "{others}");
        }
        index.commit().unwrap();
        drop(index);
        let index = StoryIndex::<u32>::open(&path).unwrap();
        for probe in &probes {
            assert_eq!(
                index.query(probe),
                rebuilt.query(probe),
                "{others}, reopened"
            );
        }
    }
}

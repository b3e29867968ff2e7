//! Anything done to a live index in any order: its stories hold each article once, and after
//! regrouping they are the batch's.
#![no_main]

use std::collections::{BTreeMap, BTreeSet};

use retold::story::StoryIndex;
use retold::{Article, Date, Detector};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut index = StoryIndex::new();
    let mut held: BTreeMap<u8, Article<'_>> = BTreeMap::new();
    for line in text.split('\n').take(64) {
        let (Some(&what), Some(&key)) = (line.as_bytes().first(), line.as_bytes().get(1)) else {
            continue;
        };
        let Some(rest) = line.get(2..) else { continue };
        let mut article = Article::new(rest);
        if key % 3 == 0 {
            article = article.with_date(Date::from_unix_seconds(i64::from(what) << (key % 57)));
        }
        match what % 8 {
            0..4 => match index.insert(key, &article) {
                Ok(_) => assert!(held.insert(key, article).is_none()),
                Err(_) => assert!(held.contains_key(&key)),
            },
            4 => {
                index.replace(key, &article).unwrap();
                held.insert(key, article);
            }
            5 => assert_eq!(index.remove(&key).is_some(), held.remove(&key).is_some()),
            6 => {
                let before = Date::from_unix_seconds(i64::from(key) << 20);
                index.expire(before);
                held.retain(|_, article| article.date().is_none_or(|date| date >= before));
            }
            _ => _ = index.recluster(),
        }
        assert!(index.query(&article).iter().all(|found| (0.0..=1.0).contains(&found.score())));
    }
    let members: Vec<u8> = index.stories().flat_map(|(_, keys)| keys).copied().collect();
    let distinct: BTreeSet<u8> = members.iter().copied().collect();
    assert!(members.len() == distinct.len() && distinct.iter().eq(held.keys()));
    index.recluster();
    let (keys, articles): (Vec<u8>, Vec<Article<'_>>) = held.into_iter().unzip();
    let batch: BTreeSet<Vec<u8>> = Detector::new()
        .cluster(&articles)
        .iter()
        .map(|story| story.articles().iter().map(|&at| keys[at]).collect())
        .collect();
    let sorted = |(_, keys): (_, Vec<&u8>)| {
        let mut keys: Vec<u8> = keys.into_iter().copied().collect();
        keys.sort_unstable();
        keys
    };
    assert_eq!(index.stories().map(sorted).collect::<BTreeSet<_>>(), batch);
});

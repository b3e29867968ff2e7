//! A file whose content was changed on purpose, with checksums made anew, is refused or can be used
//! like any other.
#![no_main]

use std::sync::LazyLock;

use retold::story::StoryIndex;

#[path = "../../it/forge.rs"]
mod forge;

fn text(number: u64) -> String {
    format!("Storm number {number} hit the coast of Porto on day {number}, said mayor Rui Alves.")
}

static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("whole");
    let mut index = StoryIndex::open(&path).unwrap();
    for key in 0..8_u64 {
        index.insert(key, &text(key)).unwrap();
    }
    index.insert(8, &text(3)).unwrap();
    index.insert(9, "Shares of the brewer Sagres rose by nine percent on Monday.").unwrap();
    index.recluster();
    index.commit().unwrap();
    drop(index);
    std::fs::read(path).unwrap()
});

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("forged");
    std::fs::write(&path, &*WHOLE).unwrap();
    let mut numbers = input.chunks(2);
    let mut next = || {
        let number = numbers.next().unwrap_or_default();
        number.iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
    };
    for _ in 0..=next() % 3 {
        forge::forge(&path, &mut next);
    }
    let Ok(mut index) = StoryIndex::<u64>::open(&path) else {
        return;
    };
    for probe in [text(3), text(90)] {
        assert!(index.query(&probe).len() <= 50 && index.copies_of(&probe).len() <= 50);
    }
    let held: Vec<u64> = index.stories().flat_map(|(_, keys)| keys).copied().collect();
    assert_eq!(held.len(), index.len());
    _ = index.insert(1 << 40, &text(5));
    if let Some(&first) = held.first() {
        _ = index.replace(first, &text(7));
        index.remove(&held[held.len() / 2]);
    }
    index.recluster();
    let stories = format!("{:?}", index.stories().collect::<Vec<_>>());
    index.commit().unwrap();
    drop(index);
    let mut index = StoryIndex::<u64>::open(&path).unwrap();
    assert_eq!(format!("{:?}", index.stories().collect::<Vec<_>>()), stories);
    for key in held {
        index.remove(&key);
    }
    index.commit().unwrap();
});

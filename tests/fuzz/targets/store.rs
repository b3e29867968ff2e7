//! A file with bytes changed anywhere opens as it was committed, or is refused.
#![no_main]

use std::sync::LazyLock;

use retold::story::StoryIndex;

static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("whole");
    let mut index = StoryIndex::open(&path).unwrap();
    for key in 0..8_u64 {
        index.insert(key, &format!("Storm number {key} hit the coast of Porto on day {key}."))
            .unwrap();
        index.commit().unwrap();
    }
    index.remove(&3).unwrap();
    index.recluster();
    index.commit().unwrap();
    drop(index);
    std::fs::read(path).unwrap()
});

libfuzzer_sys::fuzz_target!(|input: (u32, Vec<(u32, u8)>)| {
    let (cut, changes) = input;
    let mut bytes = WHOLE.clone();
    for (at, byte) in changes {
        let at = at as usize % bytes.len();
        bytes[at] = byte;
    }
    if cut % 8 == 0 {
        bytes.truncate((cut / 8) as usize % (WHOLE.len() + 1));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("damaged");
    std::fs::write(&path, &bytes).unwrap();
    if let Ok(mut index) = StoryIndex::<u64>::open(&path) {
        let mut keys: Vec<u64> = index.stories().flat_map(|(_, keys)| keys).copied().collect();
        keys.sort_unstable();
        // Cut to nothing it is a new file; changed, it may be an older commit of the same index.
        let older = (0..=8_u64).any(|count| keys.iter().copied().eq(0..count));
        assert!(older || keys == [0, 1, 2, 4, 5, 6, 7], "{keys:?}");
        _ = index.insert(99, "A new article after the damage.");
        _ = index.commit();
    }
});

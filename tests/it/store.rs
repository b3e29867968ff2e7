//! Indexes kept in a file: they come back as they were, and refuse what they cannot hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use retold::story::{StoreError, StoreKey, StoryIndex, read_articles};
use retold::{AsArticle, Detector};

use crate::{forge, generated};

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("news.retold");
    (folder, path)
}

/// The same articles, stories and answers.
fn assert_same(left: &StoryIndex<u64>, right: &StoryIndex<u64>, probes: std::ops::Range<u64>) {
    assert_eq!(
        left.stories().collect::<Vec<_>>(),
        right.stories().collect::<Vec<_>>()
    );
    for probe in probes {
        let probe = generated::article(probe, 40);
        assert_eq!(left.query(&probe), right.query(&probe));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Closed and opened again at any point, an index goes on as if nothing had happened.
    #[test]
    fn an_opened_index_goes_on(
        steps in proptest::collection::vec((0..12_u8, 0..60_u64), 1..120),
    ) {
        let (_folder, path) = folder();
        let mut memory = StoryIndex::new();
        let mut stored = StoryIndex::<u64>::open(&path).unwrap();
        for (at, (what, number)) in (0..).zip(steps) {
            let article = generated::article(at, 40);
            match what {
                0..=6 => {
                    let placed = stored.insert(number, &article);
                    prop_assert_eq!(placed, memory.insert(number, &article));
                }
                7 => {
                    let placed = stored.replace(number, &article);
                    prop_assert_eq!(placed, memory.replace(number, &article));
                }
                8 => prop_assert_eq!(stored.remove(&number), memory.remove(&number)),
                9 => prop_assert_eq!(stored.recluster(), memory.recluster()),
                10 => stored.commit().unwrap(),
                _ => {
                    stored.commit().unwrap();
                    drop(stored);
                    stored = StoryIndex::open(&path).unwrap();
                }
            }
        }
        stored.commit().unwrap();
        drop(stored);
        let mut stored = StoryIndex::<u64>::open(&path).unwrap();
        assert_same(&stored, &memory, 0..130);
        prop_assert_eq!(stored.recluster(), memory.recluster());
    }
}

#[test]
fn what_was_not_committed_is_not_there() {
    let (_folder, path) = folder();
    let mut index = StoryIndex::open(&path).unwrap();
    index
        .insert(1_u64, "A storm hit the coast of Portugal.")
        .unwrap();
    index.commit().unwrap();
    index.insert(2, "Shares rose on Monday.").unwrap();
    index.remove(&1).unwrap();
    drop(index);
    let index = StoryIndex::<u64>::open(&path).unwrap();
    assert_eq!(
        index.stories().map(|(_, keys)| keys).collect::<Vec<_>>(),
        [[&1]]
    );
}

#[test]
fn articles_come_back_as_they_were() {
    let (_folder, path) = folder();
    let mut index = StoryIndex::open(&path).unwrap();
    let article = generated::article(7, 100);
    index.insert("a".to_owned(), &article).unwrap();
    let check = |index: &StoryIndex<String>| {
        let stored = index.article(&"a".to_owned()).unwrap().unwrap();
        assert_eq!(stored.as_article(), article.as_article());
        assert!(index.article(&"b".to_owned()).unwrap().is_none());
    };
    check(&index);
    index.commit().unwrap();
    check(&index);
    drop(index);
    check(&StoryIndex::open(&path).unwrap());
}

#[test]
fn a_file_is_open_once() {
    let (_folder, path) = folder();
    let index = StoryIndex::<u64>::open(&path).unwrap();
    let error = StoryIndex::<u64>::open(&path).unwrap_err();
    assert!(matches!(error, StoreError::InUse { .. }), "{error}");
    drop(index);
    StoryIndex::<u64>::open(&path).unwrap();
}

#[test]
fn another_process_is_refused_too() {
    let (_folder, path) = folder();
    let index = StoryIndex::<u64>::open(&path).unwrap();
    let mut child = crate::crash::child(&path);
    let output = child.stderr(std::process::Stdio::piped()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("InUse"), "{said}");
    drop(index);
}

#[test]
fn a_mismatch_says_which() {
    let (_folder, path) = folder();
    drop(StoryIndex::<u64>::open(&path).unwrap());
    let error = StoryIndex::<String>::open(&path).unwrap_err().to_string();
    assert!(
        error.contains("key type is u64, but string was expected"),
        "{error}"
    );
    let builder = Detector::builder;
    for (other, said) in [
        (
            builder().shingle_words(4),
            "shingle_words is 3, but 4 was expected",
        ),
        (
            builder().copy_similarity(0.7),
            "copy_similarity is 0.5, but 0.7 was expected",
        ),
        (
            builder().window_days(30.0),
            "window_days is none, but 30 days was expected",
        ),
    ] {
        let error = other.build().unwrap().open_index::<u64>(&path).unwrap_err();
        assert!(error.to_string().contains(said), "{error}");
    }
}

/// There is a way out of any file, whatever made it.
#[test]
fn articles_are_read_from_files_that_cannot_be_opened() {
    use redb::TableDefinition;
    const META: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("meta");
    for what in ["format", "crate version", "settings"] {
        let (_folder, path) = folder();
        let mut index = StoryIndex::open(&path).unwrap();
        for key in 0..300_u64 {
            index
                .insert(key, &format!("Storm number {key} hit the coast.")[..])
                .unwrap();
        }
        index.remove(&7);
        index.commit().unwrap();
        drop(index);
        let database = redb::Database::open(&path).unwrap();
        let write = database.begin_write().unwrap();
        write
            .open_table(META)
            .unwrap()
            .insert(what, &b"999"[..])
            .unwrap();
        write.commit().unwrap();
        drop(database);
        assert!(StoryIndex::<u64>::open(&path).is_err());
        let read = read_articles(&path).unwrap().map(|article| {
            let (key, article) = article.unwrap();
            let text = article.as_article().text().to_owned();
            (u64::from_bytes(&key).unwrap(), text)
        });
        let expected = (0..300).filter(|&key| key != 7);
        let expected = expected.map(|key| (key, format!("Storm number {key} hit the coast.")));
        assert!(read.eq(expected), "{what}");
    }
    let missing = read_articles("no such file").unwrap_err();
    assert!(matches!(missing, StoreError::Io { .. }), "{missing}");
}

/// What is written under one version is refused, by name, under another.
#[test]
fn another_version_is_refused() {
    use redb::TableDefinition;
    const META: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("meta");
    for what in ["format", "crate version", "hash version"] {
        let (_folder, path) = folder();
        drop(StoryIndex::<u64>::open(&path).unwrap());
        let database = redb::Database::open(&path).unwrap();
        let write = database.begin_write().unwrap();
        write
            .open_table(META)
            .unwrap()
            .insert(what, &b"999"[..])
            .unwrap();
        write.commit().unwrap();
        drop(database);
        let error = StoryIndex::<u64>::open(&path).unwrap_err().to_string();
        assert!(error.contains(&format!("{what} is 999, but")), "{error}");
    }
}

#[test]
fn files_of_others_are_left_alone() {
    let (_folder, path) = folder();
    fs::write(&path, "Dear diary").unwrap();
    assert!(matches!(
        StoryIndex::<u64>::open(&path),
        Err(StoreError::NotAStore { .. })
    ));
    assert_eq!(fs::read(&path).unwrap(), b"Dear diary");

    let table = redb::TableDefinition::<'_, u64, u64>::new("sums");
    let (_folder, path) = folder();
    let database = redb::Database::create(&path).unwrap();
    let write = database.begin_write().unwrap();
    write.open_table(table).unwrap().insert(1, 2).unwrap();
    write.commit().unwrap();
    drop(database);
    assert!(matches!(
        StoryIndex::<u64>::open(&path),
        Err(StoreError::NotAStore { .. })
    ));
}

#[test]
fn a_missing_folder_is_named() {
    let (folder, _) = folder();
    let path = folder.path().join("nowhere/news.retold");
    let error = StoryIndex::<u64>::open(&path).unwrap_err();
    assert!(matches!(error, StoreError::Io { .. }), "{error}");
    assert!(error.to_string().contains("news.retold"));
}

/// A full disk, as a limit on the size of files.
#[cfg(unix)]
#[test]
fn a_full_disk_loses_nothing() {
    let (_folder, path) = folder();
    let (acknowledged, _) = crate::crash::until_the_disk_is_full(&path, None::<fn()>);
    let index = StoryIndex::<u64>::open(&path).unwrap();
    let steps = crate::crash::steps_of(&index);
    assert!(acknowledged > 0 && (acknowledged..=acknowledged + 8).contains(&steps));
    assert_same(&index, &crate::crash::built_afresh(steps), 0..20);
}

/// After a failed commit another index may have the file; what it commits stays.
#[cfg(unix)]
#[test]
fn a_failed_commit_takes_nothing_from_another_index() {
    let (_folder, path) = folder();
    let mut steps = 0;
    let meanwhile = || {
        let mut index = StoryIndex::open(&path).unwrap();
        steps = crate::crash::steps_of(&index);
        index.insert(1_u64 << 40, "A storm hit Porto.").unwrap();
        index.commit().unwrap();
    };
    let (acknowledged, said) = crate::crash::until_the_disk_is_full(&path, Some(meanwhile));
    assert!(said.contains("again Err(Changed"), "{said}");
    assert!(acknowledged > 0 && steps >= acknowledged);
    let mut index = StoryIndex::open(&path).unwrap();
    let article = index.article(&(1 << 40)).unwrap().unwrap();
    assert_eq!(article.as_article().text(), "A storm hit Porto.");
    index.remove(&(1 << 40));
    assert_eq!(crate::crash::steps_of(&index), steps);
    assert_same(&index, &crate::crash::built_afresh(steps), 0..20);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = folder();
    let mut index = StoryIndex::open(&path).unwrap();
    index
        .insert(1_u64, "A storm hit the coast of Portugal.")
        .unwrap();
    index.commit().unwrap();
    drop(index);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    if fs::OpenOptions::new().write(true).open(&path).is_ok() {
        println!("skipped: this user may write to any file");
    } else {
        let error = StoryIndex::<u64>::open(&path).unwrap_err();
        assert!(matches!(error, StoreError::Io { .. }), "{error}");
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(StoryIndex::<u64>::open(&path).unwrap().len(), 1);
}

/// Bytes changed anywhere: an error, or an index that holds what was committed. Never a panic, and
/// never something that was not there.
#[test]
fn a_damaged_file_is_noticed() {
    let (_folder, path) = folder();
    let mut index = StoryIndex::open(&path).unwrap();
    for n in 0..30 {
        index.insert(n, &generated::article(n, 40)).unwrap();
    }
    index.commit().unwrap();
    drop(index);
    let whole = fs::read(&path).unwrap();
    let mut state = 5;
    let mut noticed = 0;
    for _ in 0..150 {
        let mut bytes = whole.clone();
        for _ in 0..=generated::next(&mut state) % 4 {
            let at = generated::next(&mut state) as usize % bytes.len();
            bytes[at] ^= 1 << (generated::next(&mut state) % 8);
        }
        if generated::next(&mut state).is_multiple_of(8) {
            bytes.truncate(generated::next(&mut state) as usize % whole.len());
        }
        let (_folder, path) = folder();
        fs::write(&path, &bytes).unwrap();
        match StoryIndex::<u64>::open(&path) {
            Ok(index) if index.is_empty() => assert!(bytes.is_empty()),
            Ok(index) => {
                let keys: BTreeSet<u64> = index
                    .stories()
                    .flat_map(|(_, keys)| keys)
                    .copied()
                    .collect();
                assert_eq!(keys, (0..30).collect());
            }
            Err(error) => {
                let said = error.to_string();
                assert!(said.starts_with(path.to_str().unwrap()), "{said}");
                // In our words; those of redb are the source.
                let known = [" is not a story index", " is damaged: ", " was expected"];
                assert!(known.iter().any(|known| said.contains(known)), "{said}");
                assert!(
                    !said.contains("Primary") && !said.contains("roots"),
                    "{said}"
                );
                noticed += 1;
            }
        }
    }
    assert!(noticed > 15, "{noticed} of 150 noticed");
}

/// What was made of an article is kept beside it, under the same checksum; one that is whole and
/// still another article's is refused all the same.
#[test]
fn what_was_made_of_another_article_is_refused() {
    use redb::{ReadableTable, TableDefinition};
    const ARTICLES: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("articles");
    let bundle = |text: &str, write: Option<&[u8]>| {
        let (_folder, path) = folder();
        let mut index = StoryIndex::open(&path).unwrap();
        index.insert(1_u64, text).unwrap();
        index.commit().unwrap();
        drop(index);
        let database = redb::Database::open(&path).unwrap();
        let writing = database.begin_write().unwrap();
        let mut table = writing.open_table(ARTICLES).unwrap();
        let bundle = table.get(0).unwrap().unwrap().value().to_vec();
        if let Some(write) = write {
            table.insert(0, write).unwrap();
        }
        drop(table);
        writing.commit().unwrap();
        drop(database);
        let error = StoryIndex::<u64>::open(&path).err();
        (bundle, error.map(|error| error.to_string()))
    };
    let text = "A storm hit the coast of Portugal.";
    let (whole, error) = bundle(text, None);
    assert_eq!(error, None);
    // The same length, so that a part of one fits into the other.
    let (other, _) = bundle("A flood hit the coast of Portugal.", None);
    let at = 24 + 8 + 8 + 8 + 8 + text.len();
    let mut mixed = [&whole[..at], &other[at..other.len() - 8]].concat();
    let (_, error) = bundle(
        text,
        Some(&[&mixed[..], &whole[whole.len() - 8..]].concat()),
    );
    let error = error.unwrap();
    assert!(
        error.ends_with("one of its records is not as it was written"),
        "{error}"
    );
    let checksum = retold::hash::bytes(&mixed);
    mixed.extend_from_slice(&checksum.to_le_bytes());
    let (_, error) = bundle(text, Some(&mixed));
    let error = error.unwrap();
    assert!(
        error.ends_with("what was made of an article does not fit it"),
        "{error}"
    );
    for cut in [0, 1, 20, whole.len() - 1] {
        let (_, error) = bundle(text, Some(&whole[..cut]));
        assert!(error.unwrap().contains(" is damaged: "));
    }
}

/// After a clustering that changes nothing, a commit writes nothing.
#[test]
fn places_are_written_when_they_change() {
    let (_folder, path) = folder();
    let mut index = StoryIndex::open(&path).unwrap();
    for n in 0..400 {
        index.insert(n, &generated::article(n, 40)).unwrap();
    }
    index.recluster();
    index.commit().unwrap();
    let written = || {
        let read = fs::read(&path).unwrap();
        read.chunks(4_096).map(<[u8]>::to_vec).collect::<Vec<_>>()
    };
    let before = written();
    index.recluster();
    index.commit().unwrap();
    let after = written();
    let changed = before.iter().zip(&after).filter(|(a, b)| a != b).count();
    assert!(changed < 8, "{changed} of {} pages written", before.len());
}

/// Content changed on purpose, with checksums made anew: refused by name, or an index that can be
/// asked and changed like any other. Never a panic.
#[test]
fn a_forged_file_does_no_harm() {
    let (_folder, path) = folder();
    let mut index = StoryIndex::open(&path).unwrap();
    for n in 0..24 {
        index.insert(n, &generated::article(n, 30)).unwrap();
    }
    index.insert(24, &generated::article(3, 30)).unwrap();
    index.commit().unwrap();
    drop(index);
    let whole = fs::read(&path).unwrap();
    let (mut state, mut refused) = (11, 0);
    for _ in 0..300 {
        fs::write(&path, &whole).unwrap();
        forge::forge(&path, &mut || generated::next(&mut state));
        let Ok(mut index) = StoryIndex::<u64>::open(&path) else {
            refused += 1;
            continue;
        };
        for probe in [1, 3, 90] {
            let probe = generated::article(probe, 30);
            assert!(index.query(&probe).len() <= 50 && index.copies_of(&probe).len() <= 50);
        }
        let held: Vec<u64> = index
            .stories()
            .flat_map(|(_, keys)| keys)
            .copied()
            .collect();
        assert_eq!(held.len(), index.len());
        _ = index.insert(1 << 40, &generated::article(5, 30));
        _ = index.replace(held[0], &generated::article(7, 30));
        index.remove(&held[held.len() / 2]);
        index.recluster();
        index.commit().unwrap();
        for key in held {
            index.remove(&key);
        }
    }
    assert!((50..250).contains(&refused), "{refused} of 300 refused");
}

/// Numbers that would run out are refused before they do.
#[test]
fn forged_counters_are_refused() {
    use redb::TableDefinition;
    const META: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("meta");
    for counters in [[u64::MAX, 1], [1, u64::MAX], [(1 << 63) + 1, 1]] {
        let (_folder, path) = folder();
        let mut index = StoryIndex::open(&path).unwrap();
        index.insert(1_u64, "A storm hit the coast.").unwrap();
        index.commit().unwrap();
        drop(index);
        let database = redb::Database::open(&path).unwrap();
        let write = database.begin_write().unwrap();
        let bytes = counters.map(u64::to_le_bytes).concat();
        let mut meta = write.open_table(META).unwrap();
        meta.insert("counters", &bytes[..]).unwrap();
        drop(meta);
        write.commit().unwrap();
        drop(database);
        let error = StoryIndex::<u64>::open(&path).unwrap_err().to_string();
        assert!(
            error.ends_with("is damaged: its counters are too high"),
            "{error}"
        );
    }
}

//! Files of every version that was ever released are read for ever, or refused by name.
//!
//! The files in `formats/` were written by version 0.1.0 and are never written again; a change that
//! cannot read one of them must raise that format's version, and keep both files.

use retold::event::Background;
use retold::sketch::{MinHasher, Signature};
use retold::story::{LinkRecord, LinkRecords};

use crate::files;

const TEXT: &str = "A bridge over the Douro in Porto collapsed on Monday, killing three workers.";

fn file(name: &str) -> Vec<u8> {
    std::fs::read(files::root().join("tests/it/formats").join(name)).unwrap()
}

fn links() -> LinkRecords {
    let link = |left, right, score| LinkRecord { left, right, score };
    LinkRecords::new(
        0x1234,
        vec![link(1, 2, 0.5), link(u64::MAX, 0, 1.0), link(3, 3, 0.0)],
    )
}

fn background() -> Background {
    let mut builder = Background::builder();
    for text in [TEXT, "A storm hit Porto.", "Shares rose on Monday."] {
        builder.add(text);
    }
    builder.build(100, 1)
}

#[test]
fn a_signature_of_0_1_is_read() {
    let bytes = file("signature-0.1.bin");
    let signature = MinHasher::default().signature_of_text(TEXT);
    assert_eq!(Signature::from_bytes(&bytes).unwrap(), signature);
    assert_eq!(signature.to_bytes(), bytes);
}

#[test]
fn a_background_of_0_1_is_read() {
    let bytes = file("background-0.1.bin");
    assert_eq!(Background::from_bytes(&bytes).unwrap(), background());
    assert_eq!(background().to_bytes(), bytes);
}

#[test]
fn links_of_0_1_are_read() {
    let bytes = file("links-0.1.bin");
    assert_eq!(LinkRecords::from_bytes(&bytes).unwrap(), links());
    assert_eq!(links().to_bytes(), bytes);
}

/// Any byte changed, any cut: refused by name, for every format.
#[test]
fn damage_is_noticed() {
    type Refuses = fn(&[u8]) -> bool;
    let refused: [(&str, Refuses); 3] = [
        ("signature-0.1.bin", |bytes| {
            Signature::from_bytes(bytes).is_err()
        }),
        ("background-0.1.bin", |bytes| {
            Background::from_bytes(bytes).is_err()
        }),
        ("links-0.1.bin", |bytes| {
            LinkRecords::from_bytes(bytes).is_err()
        }),
    ];
    for (name, is_refused) in refused {
        let bytes = file(name);
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x10;
            assert!(is_refused(&changed), "{name}: byte {at} changed");
            assert!(is_refused(&bytes[..at]), "{name}: cut at {at}");
        }
        assert!(
            is_refused(&[&bytes[..], &[0]].concat()),
            "{name}: a byte more"
        );
    }
}

/// The store of 0.1.0: five articles, one of them gone, regrouped, one more after that.
#[cfg(feature = "store")]
#[test]
fn a_store_of_0_1_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    std::fs::write(&path, file("store-0.1.redb")).unwrap();
    let index = retold::story::StoryIndex::<String>::open(&path).unwrap();
    let built = store(&folder.path().join("again"));
    assert_eq!(
        index.stories().collect::<Vec<_>>(),
        built.stories().collect::<Vec<_>>()
    );
    assert_eq!(index.query(TEXT), built.query(TEXT));
    assert_eq!(index.len(), 5);
}

#[cfg(feature = "store")]
fn store(path: &std::path::Path) -> retold::story::StoryIndex<String> {
    let mut index = retold::story::StoryIndex::open(path).unwrap();
    let texts = [
        TEXT,
        "Three workers died when the Porto bridge over the Douro collapsed on Monday.",
        "Galp shares fell after a fire at the Sines refinery.",
        "A storm tore roofs off houses in Aveiro.",
        "Galp shares fell after a fire at the Sines refinery!",
    ];
    for (number, text) in texts.iter().enumerate() {
        index.insert(format!("article {number}"), *text).unwrap();
    }
    index.remove(&"article 3".to_owned()).unwrap();
    index.recluster();
    let article = retold::Article::new("The Sines refinery fire cost Galp 90 million euros.");
    let article = article
        .with_title("Galp")
        .with_date("2026-11-22".parse::<retold::Date>().unwrap());
    index
        .insert("article 5".to_owned(), &article.with_source("Wire"))
        .unwrap();
    index.commit().unwrap();
    index
}

#[test]
#[ignore = "writes the files of a new format version: run it once, then keep them for ever"]
fn write_the_files() {
    let folder = files::root().join("tests/it/formats");
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, bytes: Vec<u8>| {
        let path = folder.join(name);
        if !path.exists() {
            std::fs::write(path, bytes).unwrap();
        }
    };
    write(
        "signature-0.1.bin",
        MinHasher::default().signature_of_text(TEXT).to_bytes(),
    );
    write("background-0.1.bin", background().to_bytes());
    write("links-0.1.bin", links().to_bytes());
    #[cfg(feature = "store")]
    if !folder.join("store-0.1.redb").exists() {
        drop(store(&folder.join("store-0.1.redb")));
    }
}

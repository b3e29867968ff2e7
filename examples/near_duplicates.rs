//! Finds near-duplicates: texts that share most of their wording, each pair compared exactly.
//!
//! `cargo run --release --example near_duplicates`

use retold::story::CopyFinder;

fn main() -> Result<(), retold::SettingError> {
    let texts = [
        "A strong quake struck the northern coast on Monday, officials said.",
        "Shares rose on Monday.",
        "A strong quake struck the northern coast early on Monday, officials said.",
        "Shares rose on Monday.",
    ];
    // Shingles of 3 words; copies from a Jaccard similarity of 0.5.
    let finder = CopyFinder::new(3, 0.5)?;
    let copies = finder.find(texts.len(), |at, shingles| shingles.read_text(texts[at]));
    for group in copies.groups() {
        println!("texts {group:?} are copies of each other");
    }
    for link in copies.links() {
        println!(
            "texts {} and {}: Jaccard {:.3}",
            link.left,
            link.right,
            link.jaccard()
        );
    }
    for same in copies.identical() {
        println!("texts {same:?} have the same words");
    }
    Ok(())
}

//! Follows a feed: each article is placed as it comes; some are corrected or withdrawn later.
//!
//! `cargo run --release --example feed`

use retold::StoryIndex;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut index = StoryIndex::new();
    let feed = [
        (
            "wire-1",
            "A bridge in Porto collapsed on Monday, killing three workers.",
        ),
        (
            "paper-9",
            "Three workers died when the Porto bridge collapsed.",
        ),
        ("wire-2", "Shares in Oakwell Bank fell by a tenth."),
        // The same key again: a correction.
        (
            "wire-1",
            "A bridge in Porto collapsed on Monday, killing four workers.",
        ),
    ];
    for (key, text) in feed {
        let placed = index.replace(key, text)?;
        print!("{key} is in story {}", placed.story());
        match placed.matches().first() {
            Some(best) => println!(", like {} ({:.2})", best.key(), best.score()),
            None => println!(", the first of it"),
        }
    }

    index.remove("wire-2");
    // Now and then: the stories a batch of the same articles would give.
    index.recluster();
    for (story, keys) in index.stories() {
        println!("story {story}: {keys:?}");
    }
    Ok(())
}

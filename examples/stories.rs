//! Groups articles into stories, and says why two of them belong together.
//!
//! `cargo run --release --example stories`

use retold::{Article, Date, Detector};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let day: Date = "2026-03-04".parse()?;
    let article = |source, text| Article::new(text).with_source(source).with_date(day);
    let articles = [
        article(
            "Wire",
            "A ferry ran aground off Ardmore on Sunday with 84 passengers. The coastguard took them ashore by helicopter.",
        ),
        article(
            "Post",
            "Coastguard helicopters lifted all 84 passengers from a ferry that had run aground near Ardmore.",
        ),
        article(
            "Echo",
            "A ferry ran aground off Ardmore on Sunday with 84 passengers. The coastguard took them ashore by helicopter, officials said.",
        ),
        article(
            "Ledger",
            "Shares in Oakwell Bank fell by a tenth after it cut its forecast.",
        ),
    ];

    let stories = Detector::new().cluster(&articles);
    for story in &stories {
        println!("{}", articles[story.medoid()].text());
        for &at in story.articles() {
            let source = articles[at].source().unwrap_or_default();
            match stories.copy_of(at) {
                Some(original) => println!(
                    "  {source}, a copy of {}",
                    articles[original].source().unwrap_or_default()
                ),
                None => println!("  {source}"),
            }
        }
    }

    println!();
    if let Some(why) = stories.explain(&articles, 0, 1) {
        print!("{why}");
    }
    Ok(())
}

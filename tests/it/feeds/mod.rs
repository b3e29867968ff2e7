//! Articles as feeds bring them: in markup, with credits and footers, by template, as headlines alone.
//!
//! Each kind of fault that users of feeds report has several variants here, so that no wording is
//! special.

mod boilerplate;
mod headlines;
mod markup;
mod roundups;
mod templates;

use retold::{Article, Date, Detector};

/// Whether two of a few articles are in one story.
fn joined(articles: &[Article<'_>], left: usize, right: usize) -> bool {
    let stories = Detector::new().cluster(articles);
    stories.number_of(left) == stories.number_of(right)
}

/// Articles with these texts, of one day and of outlets of their own.
fn articles(texts: &[String]) -> Vec<Article<'_>> {
    let date: Date = "2025-10-07".parse().unwrap();
    texts
        .iter()
        .map(|text| Article::new(text).with_date(date))
        .collect()
}

/// Four items that have nothing to do with each other.
const UNRELATED: [&str; 4] = [
    "A beaver dam in the Tolva valley gave way and flooded two farms. Sheep were moved to higher ground.",
    "The opera in Brandel has named Ilse Kovar as its conductor. She begins with a new Carmen in autumn.",
    "Chipmaker Norvik will close its plant at Hafen and move production abroad. Unions plan a march.",
    "Archaeologists near Quell found a Roman kiln with forty pots. The museum will show them next year.",
];

/// What `dress` makes of each, all apart from each other.
fn stay_apart(dress: impl Fn(usize, &str) -> String) {
    let texts: Vec<String> = UNRELATED
        .iter()
        .enumerate()
        .map(|(n, text)| dress(n, text))
        .collect();
    let articles = articles(&texts);
    let stories = Detector::new().cluster(&articles);
    let numbers: Vec<_> = (0..articles.len())
        .map(|at| stories.number_of(at).unwrap())
        .collect();
    for (at, number) in numbers.iter().enumerate() {
        assert!(!numbers[..at].contains(number), "{numbers:?}: {texts:#?}");
    }
}

//! Inputs made to be quadratic stay near-linear, and what the caps leave out is told.
//!
//! Work is counted, not timed, so that a busy machine changes nothing; `cargo bench --bench cluster
//! -- traps` times the same at full size.

use retold::event::Limits;
use retold::{Detector, Stories};

/// A text of so many words out of `vocabulary`, the same for the same seed.
fn text(seed: u64, words: usize, vocabulary: u64) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut word = || {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(11);
        format!("w{}x", (state >> 33) % vocabulary)
    };
    (0..words).map(|_| word()).collect::<Vec<_>>().join(" ")
}

/// Clusters, and sees to it that no article proposed more candidates than it may.
fn cluster(texts: &[String]) -> Stories {
    let stories = Detector::new().cluster(texts);
    let most = Limits::default().candidates * texts.len();
    assert!(stories.candidates() <= most as u64);
    stories
}

#[test]
fn a_text_published_very_often_is_one_text() {
    let stories = cluster(&vec![text(1, 200, 5_000); 20_000]);
    assert_eq!((stories.len(), stories.candidates()), (1, 0));
    assert_eq!(
        stories.story_of(7).map(|story| story.articles().len()),
        Some(20_000)
    );
}

#[test]
fn a_template_leaves_candidates_out_and_says_so() {
    let frame = text(2, 60, 5_000);
    let filled = |n: u64| {
        format!(
            "{frame} Town{n} {} Person{n} {}",
            n * 31,
            text(n, 6, 1 << 30)
        )
    };
    let texts: Vec<String> = (0..4_000).map(filled).collect();
    let stories = cluster(&texts);
    assert!(stories.left_out() > 0);
}

#[test]
fn articles_with_the_same_rare_terms_leave_candidates_out() {
    // Each in a sentence of its own, lest they be furniture.
    let filled = |n| {
        let words = text(n, 96, 5_000);
        let words: Vec<&str> = words.split_whitespace().collect();
        let sentences = words.chunks(4).zip(0..24);
        let sentence =
            |(words, at): (&[&str], u32)| format!("Shared{at}word {}. ", words.join(" "));
        sentences.map(sentence).collect::<String>()
    };
    let texts: Vec<String> = (0..3_000).map(filled).collect();
    assert!(cluster(&texts).left_out() > 0);
}

#[test]
fn very_short_articles_are_many_stories() {
    let texts: Vec<String> = (0..10_000).map(|n| text(n, 10, 5_000)).collect();
    let stories = cluster(&texts);
    let largest = stories.iter().map(|story| story.articles().len()).max();
    assert!(stories.len() > 3_000 && largest < Some(100), "{largest:?}");
}

#[test]
fn a_huge_article_is_read() {
    let texts = [text(1, 300_000, 100_000), text(2, 100, 100_000)];
    assert!(texts[0].len() > 2_000_000);
    assert_eq!(cluster(&texts).len(), 2);
}

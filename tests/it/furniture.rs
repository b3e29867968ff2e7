//! What recurs across stories is furniture: no evidence for an event, and no part of a copy.

use retold::{Detector, StoryIndex, story::CopyFinder};

use crate::generated::next;

/// Made-up words, always the same for the same seed.
fn words(seed: u64, count: usize) -> Vec<String> {
    let mut state = seed;
    (0..count)
        .map(|_| {
            let mut number = next(&mut state) % 60_000;
            let mut word = String::new();
            for _ in 0..4 {
                let [vowels, consonants] = [b"aeiou", b"dklmr"];
                word.push(char::from(consonants[(number % 5) as usize]));
                word.push(char::from(vowels[(number / 5 % 5) as usize]));
                number /= 25;
            }
            word
        })
        .collect()
}

/// Sentences of nine words.
fn text(seed: u64, count: usize) -> String {
    let sentences: Vec<String> = words(seed, count)
        .chunks(9)
        .map(|sentence| sentence.join(" ") + ".")
        .collect();
    sentences.join(" ")
}

/// Short articles on different things, half of them on pages of one site, half of another; and one
/// of them once more, on the other site.
fn pages() -> Vec<String> {
    let footers = [text(1, 250), text(2, 250)];
    let page = |article: u64, site: usize| {
        let body = text(100 + article, 60);
        format!("{body}\n\n{}", footers[site])
    };
    let pages = (0..24).map(|article| page(article, (article % 2) as usize));
    pages.chain([page(4, 1)]).collect()
}

#[test]
fn a_shared_footer_makes_no_copies_and_hides_none() {
    let pages = pages();
    let finder = CopyFinder::default();
    let plain = finder.find(pages.len(), |at, into| into.read_text(&pages[at]));
    let has = |pair| plain.pairs().any(|found| found == pair);
    assert!(
        has((0, 2)) && !has((4, 24)),
        "by shingles alone it is the other way round"
    );

    let stories = Detector::new().cluster(&pages);
    assert_eq!(stories.len(), 24, "the articles differ");
    let copies = stories.iter().flat_map(retold::Story::copies);
    assert_eq!(copies.cloned().collect::<Vec<_>>(), [vec![4, 24]]);

    let explained = |left, right| stories.explain(&pages, left, right).unwrap();
    let apart = explained(0, 2);
    assert_eq!((apart.link().jaccard(), apart.link().cosine()), (0.0, 0.0));
    assert!(
        apart.link().passages().is_empty(),
        "the footer is no evidence"
    );
    assert_eq!(explained(4, 24).link().jaccard(), 1.0);

    let mut index = StoryIndex::new();
    for (key, page) in pages.iter().enumerate() {
        index.insert(key, page.as_str()).unwrap();
    }
    index.recluster();
    assert_eq!(index.stories().count(), 24, "as the batch has it");
    assert_eq!(index.story_of(&4), index.story_of(&24));
}

/// What recurs within one story only is what it tells. (Where a dozen reprints are a third of a small
/// collection in a language that the background table does not know, they pass for boilerplate.)
#[test]
fn reprints_of_one_story_lose_nothing() {
    let body = text(7, 120);
    let mut pages: Vec<String> = (0..8)
        .map(|paper| format!("{body} {}", text(500 + paper, 18)))
        .collect();
    pages.extend((0..30).map(|other| text(1_000 + other, 120)));
    let stories = Detector::new().cluster(&pages);
    let story = stories.story_of(0).unwrap();
    assert_eq!(story.articles(), (0..8).collect::<Vec<_>>());
    assert_eq!(story.copies().len(), 1);
    assert!(stories.explain(&pages, 0, 1).unwrap().link().jaccard() > 0.5);
}

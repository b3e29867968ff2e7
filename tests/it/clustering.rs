//! Laws of clustering, on a made-up collection: neither the order of the articles nor the number of
//! threads shows in anything it returns, and what it returns fits together.

use proptest::prelude::*;
use retold::story::Digest;
use retold::{Article, AsArticle, Detector, Stories};

use crate::generated::{self, next};
use crate::templates::{ONE_EVENT, TEMPLATES, Template};

/// An article that owns its parts.
#[derive(Debug, Clone)]
struct Own {
    text: String,
    title: Option<String>,
    date: Option<retold::Date>,
}

impl AsArticle for Own {
    fn as_article(&self) -> Article<'_> {
        let mut article = Article::new(&self.text);
        if let Some(title) = &self.title {
            article = article.with_title(title);
        }
        if let Some(date) = self.date {
            article = article.with_date(date);
        }
        article
    }
}

/// Events told several times, copies, reprints under another title or date, templates, page
/// furniture, and texts that say next to nothing; mixed by `seed`.
fn collection(mut seed: u64) -> Vec<Own> {
    let first = next(&mut seed) % 100_000;
    let mut articles: Vec<Own> = Vec::new();
    for n in first..first + 150 {
        let made = generated::article(n, 60);
        let made = made.as_article();
        let roll = next(&mut seed);
        let footer = if roll.is_multiple_of(4) {
            "\nSign up for our newsletter.\nAll rights reserved"
        } else {
            ""
        };
        articles.push(Own {
            text: format!("{}{footer}", made.text()),
            title: made
                .title()
                .filter(|_| !roll.is_multiple_of(3))
                .map(str::to_owned),
            date: made.date().filter(|_| !roll.is_multiple_of(5)),
        });
        if roll.is_multiple_of(7) {
            let mut reprint = articles[roll as usize / 7 % articles.len()].clone();
            match roll % 11 {
                0 => reprint.title = Some("Another title".to_owned()),
                1 => reprint.date = made.date(),
                2 => reprint.text += " The search goes on, officials said on Tuesday.",
                _ => {}
            }
            articles.push(reprint);
        }
    }
    let plain = |text: String| Own {
        text,
        title: None,
        date: None,
    };
    articles.extend(TEMPLATES.iter().flat_map(Template::reports).map(plain));
    let told = ONE_EVENT.iter().flat_map(|event| event.reports);
    articles.extend(told.map(|&text| plain(text.to_owned())));
    articles.extend(["", "", "x", "x", "Storm", "Storm.", "…"].map(|text| plain(text.to_owned())));
    shuffle(&mut articles, &mut seed);
    articles
}

fn shuffle<T>(items: &mut [T], seed: &mut u64) {
    for at in (1..items.len()).rev() {
        items.swap(at, next(seed) as usize % (at + 1));
    }
}

/// All that a clustering says, by the content of the articles in place of their positions.
fn said(articles: &[Own], stories: &Stories) -> impl PartialEq + std::fmt::Debug + use<> {
    let keys: Vec<u64> = articles
        .iter()
        .map(|article| Digest::of(article).key())
        .collect();
    let mut told: Vec<_> = stories
        .iter()
        .map(|story| {
            let mut members: Vec<u64> = story.articles().iter().map(|&at| keys[at]).collect();
            members.sort_unstable();
            let named = |group: &Vec<usize>| group.iter().map(|&at| keys[at]).collect::<Vec<_>>();
            let mut copies: Vec<Vec<u64>> = story.copies().iter().map(named).collect();
            copies.sort_unstable();
            let weakest = story.weakest_link().map(|(left, right, score)| {
                let ends = [left, right].map(|at| Digest::of(&articles[at]).titled_wording());
                (ends[0].min(ends[1]), ends[0].max(ends[1]), score.to_bits())
            });
            let medoid = Digest::of(&articles[story.medoid()]).titled_wording();
            (
                members,
                copies,
                weakest,
                medoid,
                story.cohesion().to_bits(),
                story.dates(),
            )
        })
        .collect();
    told.sort_unstable();
    let mut copies: Vec<(u64, Option<u64>)> = (0..articles.len())
        .map(|at| (keys[at], stories.copy_of(at).map(|original| keys[original])))
        .collect();
    copies.sort_unstable();
    (told, copies, stories.candidates(), stories.left_out())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn neither_order_nor_threads_show(seed: u64) {
        let mut seed = seed;
        let detector = Detector::new();
        let mut articles = collection(seed);
        let stories = detector.cluster(&articles);
        let expected = said(&articles, &stories);
        #[cfg(feature = "rayon")]
        for threads in [1, 5] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let again = pool.install(|| detector.cluster(&articles));
            prop_assert!(again == stories, "{} threads", threads);
        }
        shuffle(&mut articles, &mut seed);
        let shuffled = detector.cluster(&articles);
        prop_assert_eq!(said(&articles, &shuffled), expected);
    }

    #[test]
    fn what_is_returned_fits_together(seed: u64) {
        let articles = collection(seed);
        let stories = Detector::new().cluster(&articles);
        let mut seen = vec![0; articles.len()];
        let mut first = 0;
        for (number, story) in stories.iter().enumerate() {
            // In the order of their first articles, each article once.
            prop_assert!(story.articles()[0] >= first && story.articles().is_sorted());
            first = story.articles()[0];
            for &at in story.articles() {
                seen[at] += 1;
                prop_assert_eq!(stories.number_of(at), Some(number));
            }
            prop_assert!(story.articles().contains(&story.medoid()));
            prop_assert!((0.0..=1.0).contains(&story.cohesion()));
            for group in story.copies() {
                prop_assert!(group.len() > 1);
                prop_assert_eq!(stories.copy_of(group[0]), None);
                for &copy in &group[1..] {
                    prop_assert_eq!(stories.copy_of(copy), Some(group[0]));
                    prop_assert!(story.articles().contains(&copy));
                }
            }
            if let Some((left, right, score)) = story.weakest_link() {
                prop_assert!(left < right && (0.0..=1.0).contains(&score));
                let explanation = stories.explain(&articles, left, right).unwrap();
                prop_assert!(explanation.reason().joins());
            }
            let dates = story.articles().iter().filter_map(|&at| articles[at].date);
            prop_assert_eq!(story.dates(), dates.clone().min().zip(dates.max()));
        }
        prop_assert!(seen.iter().all(|&times| times == 1));
        // An event in one wording under two dates is copies; no text that says nothing is.
        for (at, article) in articles.iter().enumerate() {
            if article.text.len() < 2 {
                prop_assert!(stories.story_of(at).unwrap().articles().len() == 1);
            }
        }
    }
}

//! Roundups and columns tell several stories or none: they join none, and bridge none.

use retold::{Article, Date, Detector};

const REPORTS: [&str; 4] = [
    "A beaver dam in the Tolva valley gave way and flooded two farms. Sheep were moved to higher ground.",
    "Two farms in the Tolva valley were flooded when a beaver dam gave way. Farmers moved their sheep.",
    "The opera in Brandel has named Ilse Kovar as its conductor. She begins with a new Carmen in autumn.",
    "Ilse Kovar becomes conductor of the opera in Brandel. Her first premiere in autumn is Carmen.",
];

fn dated(text: &str, day: u32) -> Article<'_> {
    let date: Date = format!("2025-10-{day:02}").parse().unwrap();
    Article::new(text).with_date(date)
}

#[test]
fn a_roundup_bridges_no_stories() {
    let lines = "A beaver dam in the Tolva valley gave way and flooded two farms. The opera in Brandel has named Ilse Kovar as its conductor.";
    for title in [
        "Evening briefing",
        "Your Tuesday headlines",
        "Five things to know today",
        "Der Nachrichtenüberblick am Morgen",
        "Resumen de noticias",
    ] {
        let mut articles: Vec<_> = REPORTS.iter().map(|text| dated(text, 7)).collect();
        articles.push(dated(lines, 7).with_title(title));
        let stories = Detector::new().cluster(&articles);
        let number = |at: usize| stories.number_of(at).unwrap();
        assert_eq!(number(0), number(1), "{title}");
        assert_eq!(number(2), number(3), "{title}");
        assert_ne!(number(0), number(2), "{title}");
        assert!(stories.copy_of(4).is_none(), "{title}");
        assert!((0..4).all(|at| stories.copy_of(at) != Some(4)), "{title}");
    }
}

#[test]
fn columns_of_one_series_stay_apart() {
    for (title, first, second) in [
        (
            "Letters to the editor",
            "Your view of the quarry is wrong. Dust covers our gardens. - T. Holm",
            "The new ferry is a joy. My parents use it daily. - K. Brandt",
        ),
        (
            "Daily horoscope",
            "Aries: A trip tempts you. Taurus: Mind your purse. Gemini: Love waits.",
            "Aries: Rest today. Taurus: A letter comes. Gemini: Call a friend.",
        ),
        (
            "Weather forecast for Brandel",
            "Tonight: fog with a low of 3 degrees. Wind from the north at 9 km/h.",
            "Tonight: rain with a low of 7 degrees. Wind from the west at 20 km/h.",
        ),
    ] {
        let articles = [
            dated(first, 7).with_title(title),
            dated(second, 8).with_title(title),
        ];
        assert_eq!(Detector::new().cluster(&articles).len(), 2, "{title}");
    }
}

#[test]
fn news_about_briefings_is_news() {
    for title in [
        "Minister skips morning briefing",
        "Letters to Kovar found in Brandel attic",
        "Bank cuts growth forecast",
    ] {
        let left = dated(REPORTS[0], 7).with_title(title);
        let right = dated(REPORTS[1], 7).with_title(title);
        assert_eq!(Detector::new().cluster(&[left, right]).len(), 1, "{title}");
    }
}

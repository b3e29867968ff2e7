//! Headlines alone: the same title is the same story, with or without the name of the outlet.

use retold::{Article, Date, Detector};

fn headline<'a>(title: &'a str, source: &'a str) -> Article<'a> {
    let date: Date = "2025-10-07".parse().unwrap();
    Article::new("")
        .with_title(title)
        .with_source(source)
        .with_date(date)
}

#[test]
fn the_same_short_title_is_one_story() {
    for title in ["King abdicates", "Bank cuts rates", "Tolva dam fails"] {
        let suffixed = format!("{title} - Valley Gazette");
        let articles = [
            headline(title, "Herald"),
            headline(title, "Courier"),
            headline(&suffixed, "Valley Gazette"),
        ];
        assert_eq!(Detector::new().cluster(&articles).len(), 1, "{title}");
    }
}

#[test]
fn other_titles_are_other_stories() {
    for [left, right] in [
        ["King abdicates", "Queen crowned"],
        ["Bank cuts rates", "Bank sacks chairman"],
        ["Tolva dam fails", "Brandel opera burns"],
    ] {
        let articles = [headline(left, "Herald"), headline(right, "Courier")];
        assert_eq!(
            Detector::new().cluster(&articles).len(),
            2,
            "{left} / {right}"
        );
    }
}

#[test]
fn a_text_that_repeats_its_title_adds_nothing() {
    for markup in [
        |title: &str| {
            format!(
                "<a href=\"https://n.example/rss/Q0JN?oc=5\" target=\"_blank\">{title}</a>&nbsp;&nbsp;<font color=\"#6f6f6f\">Valley Gazette</font>"
            )
        },
        |title: &str| format!("{title} Valley Gazette"),
        |title: &str| {
            format!(
                "<ol><li><a href=\"https://n.example/a\">{title}</a>&nbsp;<font>Valley Gazette</font></li></ol>"
            )
        },
    ] {
        let titles = [
            "Beaver dam floods two farms in Tolva valley",
            "Brandel opera names Ilse Kovar conductor",
            "Norvik closes chip plant at Hafen",
        ];
        let texts = titles.map(markup);
        let suffixed = titles.map(|title| format!("{title} - Valley Gazette"));
        let articles: Vec<_> = (0..titles.len())
            .map(|at| {
                Article::new(&texts[at])
                    .with_title(&*suffixed[at])
                    .with_source("Valley Gazette")
            })
            .collect();
        assert_eq!(
            Detector::new().cluster(&articles).len(),
            titles.len(),
            "{texts:?}"
        );
    }
}

//! What a page says beside the news tells no story: credits, bylines, times, footers with a title inside.

use retold::event::Terms;
use retold::{Article, Detector};

use super::{UNRELATED, stay_apart};

/// The words of these that have weight.
fn weighed<'a>(text: &str, words: &[&'a str]) -> Vec<&'a str> {
    let terms = Terms::of(None, text);
    words
        .iter()
        .copied()
        .filter(|word| terms.marks(word).is_some())
        .collect()
}

#[test]
fn credits_have_no_weight() {
    for (text, dead, alive) in [
        (
            "By Ilse Kovar, Ridge Herald Staff\nA dam failed.",
            vec!["Ilse", "Herald", "staff"],
            vec!["dam", "failed"],
        ),
        (
            "A dam failed.\nPhoto: Ritz Pictures",
            vec!["photo", "Ritz"],
            vec!["dam"],
        ),
        (
            "KESTEN, Oct 7 (Reuters) - A dam failed.",
            vec!["Reuters"],
            vec!["Kesten", "dam"],
        ),
        (
            "A dam failed. Quelle: dpa",
            vec!["Quelle", "dpa"],
            vec!["dam"],
        ),
        ("A dam failed. Leer más", vec!["leer", "más"], vec!["dam"]),
        (
            "A dam failed. Lire aussi : Le pont de Lund",
            vec!["lire", "pont", "Lund"],
            vec!["dam"],
        ),
        (
            "Updated 7 October 2025, 10:15 GMT\nA dam failed.",
            vec!["updated", "2025", "10"],
            vec!["dam"],
        ),
        (
            "A dam failed. Questions? Call 555-0142.",
            vec!["555", "0142"],
            vec!["dam"],
        ),
        (
            "09:30 A dam failed.\n09:55 Sheep drowned.",
            vec!["09", "30", "55"],
            vec!["dam", "sheep"],
        ),
    ] {
        assert_eq!(weighed(text, &dead), [""; 0], "{text}");
        assert_eq!(weighed(text, &alive), alive, "{text}");
    }
}

#[test]
fn news_about_the_same_words_keeps_its_weight() {
    for (text, alive) in [
        ("A photo of the dam won the prize.", vec!["photo", "dam"]),
        (
            "Reuters cut forty jobs on Tuesday.",
            vec!["Reuters", "jobs"],
        ),
        (
            "Parents can sign up for swimming lessons.",
            vec!["sign", "swimming"],
        ),
        (
            "By Monday night the Tolva river had risen.",
            vec!["Monday", "river"],
        ),
        ("The quake struck at 7:42 off Kesten.", vec!["7", "42"]),
        (
            "She published 12 novels in Kesten.",
            vec!["published", "12", "novels"],
        ),
    ] {
        assert_eq!(weighed(text, &alive), alive, "{text}");
    }
}

#[test]
fn unrelated_items_of_one_page_stay_apart() {
    stay_apart(|_, text| format!("{text}\nBy Tom Okafor, Valley Gazette Staff Writer"));
    stay_apart(|_, text| {
        format!("Published 7 October 2025 | Updated 8 October 2025, 09:12 GMT\n{text}")
    });
    stay_apart(|_, text| format!("{text} (AFP) Photo: Getty Images"));
    stay_apart(|n, text| {
        format!(
            "{text} Click here to continue reading: https://gazette.example/2025/10/07/{n}.html?utm_source=rss"
        )
    });
    stay_apart(|_, text| {
        format!(
            "{text}\nSign up for our weekend newsletter and get the best stories in your inbox."
        )
    });
    stay_apart(|_, text| {
        format!(
            "{text}\nCopyright 2025 Valley Media. All rights reserved. This material may not be reproduced."
        )
    });
}

#[test]
fn a_footer_with_a_title_inside_joins_nothing() {
    for dress in [
        |title: &str| format!("The post {title} appeared first on Valley Gazette."),
        |title: &str| format!("Der Beitrag {title} erschien zuerst auf Tal Anzeiger."),
        |title: &str| format!("La entrada {title} se publicó primero en Gaceta del Valle."),
    ] {
        stay_apart(|_, text| {
            let title = text.split(['.', ',']).next().unwrap();
            format!("{text} […] {}", dress(title))
        });
    }
}

#[test]
fn the_name_of_the_outlet_at_the_end_is_no_news() {
    let titles = UNRELATED.map(|text| text.split('.').next().unwrap().to_owned());
    let texts: Vec<String> = titles
        .iter()
        .map(|title| format!("{title} Valley Gazette"))
        .collect();
    let suffixed: Vec<String> = titles
        .iter()
        .map(|title| format!("{title} - Valley Gazette"))
        .collect();
    for source in [Some("Valley Gazette"), None] {
        let article = |at: usize| {
            let article = Article::new(&texts[at]).with_title(&*suffixed[at]);
            match source {
                Some(source) => article.with_source(source),
                None => article,
            }
        };
        let articles: Vec<_> = (0..texts.len()).map(article).collect();
        assert_eq!(
            Detector::new().cluster(&articles).len(),
            articles.len(),
            "{source:?}"
        );
    }
}

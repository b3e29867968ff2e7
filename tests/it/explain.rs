//! Why two articles of a clustering are in one story, or are not.

use retold::story::Reason;
use retold::{Article, Date, Detector};

use crate::templates::{ONE_EVENT, TEMPLATES, Template};

/// Reports from templates, one event each, then several reports of each of a few events.
fn reports() -> Vec<String> {
    let templates = TEMPLATES.iter().flat_map(Template::reports);
    let told = ONE_EVENT.iter().flat_map(|event| event.reports);
    templates.chain(told.map(|&text| text.to_owned())).collect()
}

#[test]
fn every_pair_is_explained_as_it_was_decided() {
    let mut reports = reports();
    reports.push(format!("  {}", reports[0]));
    reports.push(format!("{} The search goes on.", reports[0]));
    reports.extend(["x".to_owned(), String::new()]);
    let stories = Detector::new().cluster(&reports);
    let mut seen = std::collections::BTreeMap::new();
    for left in 0..reports.len() {
        for right in 0..reports.len() {
            let explanation = stories.explain(&reports, left, right).unwrap();
            let reason = explanation.reason();
            let together = stories.number_of(left) == stories.number_of(right);
            assert_eq!(reason.joins(), together, "{left} {right}: {explanation}");
            let mirrored = stories.explain(&reports, right, left).unwrap();
            assert_eq!(mirrored.reason(), reason);
            if left != right {
                *seen.entry(format!("{reason:?}")).or_insert(0) += 1;
            }
            let link = explanation.link();
            let product = link.cosine()
                * link.few_terms_factor()
                * link.date_factor()
                * link.template_factor();
            let score = explanation.unadjusted_score();
            if score > 0.0 && link.template_factor() == 1.0 {
                assert!((score - product.min(1.0)).abs() < 1e-5, "{explanation}");
            }
            if reason == Reason::LowScore {
                assert!(link.score() < link.threshold());
                assert!(explanation.mean_score() < explanation.needed());
            }
        }
    }
    for reason in [
        "SameWording",
        "Copies",
        "OwnScore",
        "SaysTooLittle",
        "NotCompared",
        "Template",
    ] {
        assert!(seen.contains_key(reason), "{reason} is not among {seen:?}");
    }
}

#[test]
fn dates_outside_a_window_are_named() {
    let day = |day: &str| -> Date { day.parse().unwrap() };
    let text = ONE_EVENT[0].reports;
    let articles = [
        Article::new(text[0]).with_date(day("2024-03-04")),
        Article::new(text[2]).with_date(day("2024-09-04")),
    ];
    let detector = Detector::builder().window_days(30.0).build().unwrap();
    let stories = detector.cluster(&articles);
    let explanation = stories.explain(&articles, 0, 1).unwrap();
    assert_eq!(explanation.reason(), Reason::OutsideWindow);
    // Without a window the distance costs something, and is told.
    let stories = Detector::new().cluster(&articles);
    let explanation = stories.explain(&articles, 0, 1).unwrap();
    assert!(explanation.reason().joins());
    let told = explanation.to_string();
    // Half a year, and each tells of a Sunday of its own.
    assert!(told.contains("× 0.47 for their dates"), "{told}");
}

#[test]
fn an_explanation_is_plain_english() {
    let reports = reports();
    let stories = Detector::new().cluster(&reports);
    let template = stories.explain(&reports, 0, 1).unwrap().to_string();
    let verdict = "Not joined: they share a wording, but names and numbers tell two events.\n";
    assert!(template.starts_with(verdict), "{template}");
    let factor = "× 0.00 for names and numbers that contradict the wording";
    assert!(template.contains(factor), "{template}");
    assert!(template.contains("Shared passage of 1"), "{template}");
    let first = reports.len()
        - ONE_EVENT
            .iter()
            .map(|event| event.reports.len())
            .sum::<usize>();
    let copies = stories.explain(&reports, first, first + 1).unwrap();
    assert_eq!(copies.reason(), Reason::Copies);
    assert!(
        copies
            .to_string()
            .starts_with("One story: the text of one is largely the other's")
    );
    assert!(stories.explain(&reports, 0, reports.len()).is_none());
}

#[test]
fn shared_passages_slice_both_texts() {
    for event in ONE_EVENT {
        let link = Detector::new().link(event.reports[0], event.reports[1]);
        let mut words = usize::MAX;
        for passage in link.passages() {
            assert_eq!(&event.reports[0][passage.left()], passage.text());
            let [left, right] = [passage.text(), &event.reports[1][passage.right()]].map(|text| {
                let tokens = retold::text::tokens(text);
                tokens.iter().map(|token| token.hash).collect::<Vec<_>>()
            });
            assert!(left == right && left.len() == passage.words() && words >= left.len());
            words = left.len();
        }
    }
    let link = Detector::new().link(ONE_EVENT[0].reports[0], ONE_EVENT[0].reports[1]);
    assert!(link.passages()[0].words() > 20, "{link}");
}

#[cfg(feature = "serde")]
#[test]
fn explanations_and_stories_can_be_written() {
    let articles = ["A storm hit Porto.", "A storm hit Porto!", "Shares rose."];
    let stories = Detector::new().cluster(&articles);
    let json = serde_json::to_value(stories.explain(&articles, 0, 2)).unwrap();
    assert_eq!(json["reason"], "says_too_little");
    assert!(json["link"]["passages"].is_array());
    let json = serde_json::to_value(&stories).unwrap();
    assert_eq!(json["story_of"], serde_json::json!([0, 0, 1]));
    assert_eq!(json["stories"][0]["articles"], serde_json::json!([0, 1]));
}

//! What tells two events apart that are told in one wording, and what does not.

use retold::{Article, Date, Detector, Relation, StoryIndex};

use crate::templates::{ONE_EVENT, TEMPLATES, Template};

/// How many stories an index makes of some reports, as they come in and after regrouping.
fn live(reports: &[Article<'_>]) -> [usize; 2] {
    let mut index = StoryIndex::new();
    for (key, report) in reports.iter().enumerate() {
        index.insert(key, report).unwrap();
    }
    let stories = index.stories().count();
    index.recluster();
    [stories, index.stories().count()]
}

/// Without dates, and all of one day, which is where dates cannot help.
fn as_published(reports: &[String]) -> [Vec<Article<'_>>; 2] {
    let day: Date = "2024-03-04".parse().unwrap();
    let undated: Vec<Article<'_>> = reports.iter().map(|text| Article::new(text)).collect();
    let dated = undated.iter().map(|article| article.with_date(day));
    [dated.collect(), undated]
}

#[test]
fn one_template_does_not_make_one_event() {
    let detector = Detector::new();
    for template in TEMPLATES {
        let reports = template.reports();
        for articles in as_published(&reports) {
            let stories = detector.cluster(&articles);
            assert_eq!(stories.len(), articles.len(), "{}", template.name);
            assert!((0..articles.len()).all(|at| stories.copy_of(at).is_none()));
            assert_eq!(live(&articles), [articles.len(); 2], "{}", template.name);
            for (at, left) in articles.iter().enumerate() {
                for right in &articles[..at] {
                    for [left, right] in [[left, right], [right, left]] {
                        let comparison = detector.compare(left, right);
                        let link = comparison.link();
                        assert!(!comparison.same_story(), "{}: {link:?}", template.name);
                    }
                }
            }
        }
    }
}

#[test]
fn corrections_and_rewritten_reports_are_one_event() {
    let detector = Detector::new();
    for event in ONE_EVENT {
        let reports: Vec<String> = event.reports.iter().map(|&text| text.to_owned()).collect();
        for articles in as_published(&reports) {
            assert_eq!(detector.cluster(&articles).len(), 1, "{}", event.name);
            assert_eq!(live(&articles), [1, 1], "{}", event.name);
            for (at, left) in articles.iter().enumerate() {
                for right in &articles[..at] {
                    let comparison = detector.compare(left, right);
                    let link = comparison.link();
                    assert!(comparison.same_story(), "{}: {link:?}", event.name);
                }
            }
        }
    }
}

/// All of them at once: what stands in three reports of a template fades as page furniture does,
/// and names recur among the events.
#[test]
fn templates_and_events_stay_apart_in_one_collection() {
    // Long and short reports of one template tell the same events. Those told apart by very little
    // are so only by themselves: others of these tell much the same.
    let left_out = |name: &str| name.ends_with("long") || name.ends_with("alone");
    let short = TEMPLATES.iter().filter(|template| !left_out(template.name));
    let reports: Vec<String> = short.flat_map(Template::reports).collect();
    let told = ONE_EVENT.iter().flat_map(|event| event.reports);
    let all: Vec<&str> = reports
        .iter()
        .map(String::as_str)
        .chain(told.copied())
        .collect();
    let stories = Detector::new().cluster(&all);
    for (at, report) in reports.iter().enumerate() {
        let story = stories.story_of(at).unwrap();
        let templates = story.articles().iter().filter(|&&at| at < reports.len());
        assert_eq!(templates.count(), 1, "{report}");
    }
    let mut at = reports.len();
    for event in ONE_EVENT {
        let first = stories.number_of(at);
        // Its revised figures say no less than those of the other quakes of its template here.
        let is_beside_its_template = event.name == "a quake's figures revised";
        for _ in event.reports {
            let same = stories.number_of(at) == first;
            assert!(same || is_beside_its_template, "{}", event.name);
            at += 1;
        }
    }
}

#[test]
fn what_says_nothing_matches_nothing() {
    let articles = [
        "x",
        "x",
        "X!",
        "",
        "",
        "…",
        "it is what it is",
        "It is what it is.",
    ];
    let stories = Detector::new().cluster(&articles);
    assert_eq!(stories.len(), articles.len());
    assert!((0..articles.len()).all(|at| stories.copy_of(at).is_none()));
    let articles = articles.map(Article::new);
    assert_eq!(live(&articles), [articles.len(); 2]);
    // But the same words are the same words.
    let stories = Detector::new().cluster(&["Mill burned down.", "mill burned down", "Mill"]);
    assert_eq!((stories.len(), stories.number_of(1)), (2, Some(0)));
}

#[test]
fn a_shared_sentence_makes_a_short_pair_a_copy() {
    let relation = |left: &str, right: &str| retold::compare(left, right).relation();
    let longer = "The mill burned down. Nobody was hurt, and an inquiry has begun.";
    assert_eq!(relation("The mill burned down.", longer), Relation::Copy);
    assert_eq!(relation(longer, "The mill burned down."), Relation::Copy);
    assert_eq!(relation("The mill was sold.", longer), Relation::Unrelated);
    assert_eq!(relation("The mill", longer), Relation::Unrelated);
    assert_eq!(relation("", ""), Relation::Unrelated);
    assert_eq!(relation("", longer), Relation::Unrelated);
}

/// A later report tells one of two events in words of its own, so that it has something in common
/// with both; what the two contradict each other in must still count.
#[test]
fn a_third_report_does_not_join_two_events() {
    let template = TEMPLATES
        .iter()
        .find(|template| template.name == "shootings in one town, short")
        .unwrap();
    let later = "Police in Millbrook have named the man who died of a gunshot wound on Garfield Avenue on \
                 Tuesday night as Darnell Price, 23. No arrests have been made, and Millbrook police asked \
                 for information.";
    let mut articles = template.reports();
    articles.push(later.to_owned());
    let stories = Detector::new().cluster(&articles);
    assert_eq!(stories.number_of(0), stories.number_of(2));
    assert_ne!(stories.number_of(1), stories.number_of(2));
}

//! The verdict on two articles.

use retold::{Article, Detector, Relation, compare};

use crate::data;

const STORM: &str = "A storm hit the coast near Porto on Monday and tore the roofs off forty houses. \
    Two fishermen are missing, the coast guard said. Schools in Porto stay closed until Thursday, \
    and the railway to Braga is blocked by fallen trees.";

#[test]
fn a_reprint_is_a_copy() {
    let reprint = format!("{STORM} This is a developing story.");
    let comparison = compare(STORM, &reprint);
    assert_eq!(comparison.relation(), Relation::Copy);
    assert_eq!(comparison.containment_left(), 1.0);
    assert!(comparison.same_story() && comparison.containment_right() < 1.0);
}

#[test]
fn another_event_is_unrelated() {
    let shares =
        "Shares in Tokyo fell by two percent on Friday after the central bank raised rates.";
    let comparison = compare(STORM, shares);
    assert_eq!(comparison.relation(), Relation::Unrelated);
    assert_eq!(comparison.diff().shared().count(), 0);
}

#[test]
fn empty_articles_match_nothing() {
    for (left, right) in [("", ""), (STORM, ""), (" \n", "…")] {
        assert!(!compare(left, right).same_story(), "{left:?} {right:?}");
    }
}

#[test]
fn measures_are_mirrored() {
    let other = "Forty houses near Porto lost their roofs when a storm hit the coast on Monday. Two \
        fishermen are missing.";
    let (ours, theirs) = (compare(STORM, other), compare(other, STORM));
    assert_eq!(ours.relation(), theirs.relation());
    assert_eq!(ours.jaccard(), theirs.jaccard());
    assert_eq!(ours.containment_left(), theirs.containment_right());
    assert_eq!(ours.score(), theirs.score());
}

#[data::needed]
#[test]
fn the_real_pair_is_one_story_and_others_are_not() {
    let (a, b, corpus) = (
        data::read("reports/report_a.txt"),
        data::read("reports/report_b.txt"),
        data::read("corpus/news.jsonl"),
    );
    let detector = Detector::new();
    for (left, right) in [(&a, &b), (&b, &a)] {
        assert_eq!(
            detector.compare(left, right).relation(),
            Relation::Retelling
        );
    }
    let others = corpus.lines().step_by(79).take(400);
    for line in others {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let other = Article::new(row["text"].as_str().unwrap());
        for report in [&a, &b] {
            assert!(!detector.link(report, &other).is_same_story(), "{row}");
        }
    }
}

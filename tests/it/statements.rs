//! Many versions: statements by versions.

use proptest::prelude::*;
use retold::diff::{Label, statements};
use retold::{Article, Date};

/// Every sentence of every version stands in exactly one row.
pub(crate) fn assert_partition(texts: &[String]) {
    let table = statements(texts);
    let mut seen: Vec<Vec<u32>> = table.versions().iter().map(|v| vec![0; v.len()]).collect();
    for row in table.iter() {
        assert!(row.len() > 0);
        for group in row.groups() {
            assert!(group.numbers().is_sorted() && !group.numbers().is_empty());
            for &number in group.numbers() {
                seen[group.version()][number] += u32::from(!group.is_repeated());
            }
        }
    }
    assert!(seen.iter().flatten().all(|&count| count == 1), "{texts:?}");
}

fn report() -> impl Strategy<Value = String> {
    let sentences = vec![
        "A fire broke out in a mill near Porto on Monday.",
        "A fire broke out in an old mill close to Porto on Monday night.",
        "At least 12 people died in the flames.",
        "At least 17 people died in the flames.",
        "The owner of the mill was arrested.",
        "Police are looking for witnesses of the fire in Porto.",
        "No.",
        "Read more",
        "“We will rebuild the mill,” the mayor of Porto said.",
        "The mayor said they would rebuild the mill.",
        "水曜日に火事がありました。",
    ];
    prop::collection::vec(prop::sample::select(sentences), 0..8).prop_map(|list| list.join(" "))
}

proptest! {
    #[test]
    fn sentences_have_their_place_in_one_row(texts in prop::collection::vec(report(), 0..6)) {
        assert_partition(&texts);
    }

    /// Which sentences make a statement does not depend on the order of the versions.
    #[test]
    fn order_of_versions_does_not_matter(texts in prop::collection::vec(report(), 2..5), turn in 1..4_usize) {
        let number = texts.len();
        let turn = turn % number;
        let mut turned = texts.clone();
        turned.rotate_left(turn);
        let rows = |texts: &[String], shift: usize| {
            let table = statements(texts);
            let mut rows: Vec<Vec<(usize, Vec<usize>)>> = table.iter().map(|row| {
                let mut cells: Vec<_> = row.groups().map(|g| ((g.version() + shift) % number, g.numbers().to_vec())).collect();
                cells.sort_unstable();
                cells
            }).collect();
            rows.sort_unstable();
            rows
        };
        prop_assert_eq!(rows(&texts, 0), rows(&turned, turn));
    }
}

#[test]
fn shared_by_all_and_only_in_one() {
    let versions = [
        "The dam broke on Monday. Ten people are missing. Schools are closed.",
        "The dam broke on Monday. Ten people are missing.",
        "The dam broke on Monday! The mayor resigned.",
    ];
    let table = statements(&versions);
    assert_eq!(table.shared_by_all().count(), 1);
    assert_eq!(table.shared_by(2).count(), 2);
    assert_eq!(
        table.only_in(2).next().unwrap().to_string(),
        "The mayor resigned."
    );
    assert_eq!(table.coverage(1), 1.0);
    let dam = table.shared_by_all().next().unwrap();
    assert_eq!(dam.label(), Some(Label::Punctuation));
    assert_eq!(dam.pair(0, 1).unwrap().label(), Label::Same);
}

#[test]
fn dates_tell_who_said_it_first() {
    let day = |day: &str| day.parse::<Date>().unwrap();
    let versions = [
        Article::new("The dam broke. Ten people are missing.").with_date(day("2024-07-25")),
        Article::new("The dam broke.")
            .with_date(day("2024-07-24"))
            .with_source("Wire"),
        Article::new("Ten people are missing. The mayor resigned."),
    ];
    let table = statements(&versions);
    let first: Vec<_> = table
        .iter()
        .map(retold::diff::Statement::first_seen)
        .collect();
    assert_eq!(first, [Some(1), Some(0), None]);
    let timeline = table.timeline();
    let order: Vec<_> = timeline
        .iter()
        .map(|added| (added.version(), added.statements().len()))
        .collect();
    assert_eq!(order, [(1, 1), (0, 1), (2, 1)]);
}

/// A version that denies what the others say, or gives another number, is marked and not counted.
#[test]
fn contradictions_are_not_shared_by_all() {
    let plain = "The owner of 2 old mills was arrested on Monday.";
    for odd in [
        "The owner of 2 old mills was not arrested on Monday.",
        "The owner of 3 old mills was arrested on Monday.",
        "The owner of 2 old mills was cleared on Monday.",
    ] {
        let texts = [plain, odd, plain];
        let table = statements(&texts);
        let row = table.get(0).unwrap();
        assert_eq!((row.len(), row.agreeing()), (3, 2), "{odd}");
        assert_eq!(
            (table.shared_by_all().count(), table.shared_by(2).count()),
            (0, 1)
        );
        assert!(row.pair(0, 2).unwrap().agrees() && !row.pair(0, 1).unwrap().agrees());
    }
}

/// A timeline says what each version added, and what it corrected.
#[test]
fn timelines_list_changed_facts() {
    let day = |day: &str| day.parse::<Date>().unwrap();
    let versions = [
        Article::new("The fire killed 17 people.").with_date(day("2024-07-26")),
        Article::new("The fire killed 12 people.").with_date(day("2024-07-24")),
        Article::new("The fire killed 12 people. The mill is closed.").with_date(day("2024-07-25")),
    ];
    let table = statements(&versions);
    let changed = |at: usize| -> Vec<(usize, &str)> {
        let timeline = table.timeline();
        let pairs = timeline[at].changed();
        pairs
            .map(|pair| (pair.left().version(), pair.facts()[0].right))
            .collect()
    };
    assert!(changed(0).is_empty() && changed(1).is_empty());
    assert_eq!(changed(2), [(2, "17 people")]);
}

/// From clustered articles to the table of a story.
#[test]
fn a_story_is_laid_out_by_the_detector() {
    let articles = [
        "The dam at Velm broke on Monday and flooded forty houses. Ten people are missing in Velm.",
        "Shares in Tokyo fell by two percent on Friday.",
        "On Monday the dam at Velm broke and flooded forty houses. Ten people are missing in Velm.",
    ];
    let detector = retold::Detector::new();
    let stories = detector.cluster(&articles);
    let story = stories.story_of(2).unwrap();
    let table = detector.statements(&articles, story);
    let texts: Vec<_> = table
        .versions()
        .iter()
        .map(|v| v.article().text())
        .collect();
    assert_eq!(texts, [articles[0], articles[2]]);
    assert_eq!(table.shared_by_all().count(), 2);
}

/// Two versions are the two-column case: the same rows, whichever way they are asked for.
#[test]
fn a_diff_is_a_table_of_two_columns() {
    let texts = [
        "It rained in Porto. Nobody came to the fair.",
        "Nobody came to the fair. It rained in Porto.",
    ];
    let table = statements(&texts);
    let diff = retold::diff::Diff::between(texts[0], texts[1]);
    let rows = |table: &retold::diff::Statements<'_>| -> Vec<Vec<(usize, Vec<usize>, bool)>> {
        let cells = |row: retold::diff::Statement<'_, '_>| {
            row.groups()
                .map(|g| (g.version(), g.numbers().to_vec(), g.is_moved()))
                .collect()
        };
        table.iter().map(cells).collect()
    };
    assert_eq!(rows(&table), rows(diff.statements()));
}

#[cfg(feature = "serde")]
#[test]
fn tables_and_comparisons_are_serialised() {
    let texts = [
        "The fire killed 12 people in Porto.",
        "The fire killed 17 people in Porto.",
    ];
    let table = serde_json::to_value(statements(&texts)).unwrap();
    assert_eq!(table["statements"][0]["groups"][1]["version"], 1);
    let comparison = serde_json::to_value(retold::compare(texts[0], texts[1])).unwrap();
    let pair = &comparison["shared"][0];
    assert_eq!(pair["kind"], "edited");
    assert_eq!(pair["facts"][0]["right"], "17 people");
    assert!(pair["words"].as_array().unwrap().len() >= 3);
}

//! Two versions: what is told of both, and what a word diff promises.

use proptest::prelude::*;
use retold::Article;
use retold::diff::{ChangeKind, Diff, Label, Pair, QuoteLabel, Run, statements};

use crate::alignment::{Pairs, claimed};
use crate::data;

/// A long text of few different words, with two changed, is still compared word by word.
#[test]
fn long_sentences_of_few_words_are_compared() {
    let words: Vec<String> = (0..3_000).map(|n| format!("w{}", n * n % 61)).collect();
    let left = words.join(" ");
    let mut changed = words.clone();
    changed[700] = "other".to_owned();
    changed[2_300] = "words".to_owned();
    let right = changed.join(" ");
    let diff = Diff::between(&left, &right);
    let pair = diff.shared().next().unwrap();
    assert_eq!(pair.label(), Label::Edited);
    let changes = pair
        .words()
        .iter()
        .filter(|run| !matches!(run, Run::Both { .. }))
        .count();
    assert!(changes <= 8, "{changes}");
}

/// Titles are compared with titles, never with sentences.
#[test]
fn titles_are_compared() {
    let left =
        Article::new("It burned all night.").with_title("At least 12 dead in Porto mill fire");
    let right = Article::new("At least 12 dead in Porto mill fire.")
        .with_title("At least 17 dead in Porto mill fire");
    let diff = Diff::between(&left, &right);
    assert_eq!(diff.shared().count(), 0);
    let titles = diff.titles().unwrap();
    let pair = titles.shared().next().unwrap();
    assert_eq!(
        pair.to_string(),
        "At least [-12-]{+17+} dead in Porto mill fire"
    );
    assert!(diff.to_string().contains("Titles (1)"));
    let facts = diff.facts();
    assert!(facts.iter().all(|fact| fact.in_titles), "{facts:?}");
    let spans = facts
        .iter()
        .find(|fact| fact.kind == ChangeKind::Number)
        .unwrap()
        .spans
        .clone();
    assert_eq!(&left.title().unwrap()[spans[0].clone()], "12 dead");
    assert!(
        diff.to_html()
            .contains("<a class=\"number where\" href=\"#titles\">title</a>")
    );
    assert!(Diff::between("One.", "Two.").titles().is_none());
}

/// What several sentences tell is one fact.
#[test]
fn equal_facts_are_told_once() {
    let diff = Diff::between(
        "The fire in Porto killed 12 people. In the town of Maia a school mourns the 12 people.",
        "The fire in Porto killed 17 people. In the town of Maia a school mourns the 17 people.",
    );
    let facts = diff.facts();
    let numbers: Vec<_> = facts
        .iter()
        .filter(|f| f.kind == ChangeKind::Number)
        .collect();
    assert_eq!(numbers.len(), 1, "{facts:?}");
    assert_eq!(
        (numbers[0].left, numbers[0].right),
        ("12 people", "17 people")
    );
}

/// What differs in titles and in texts alike is a fact of the texts.
#[test]
fn a_fact_of_titles_and_texts_is_told_once() {
    let left = Article::new("At least 12 people died.").with_title("12 people die in fire");
    let right = Article::new("At least 17 people died.").with_title("17 people die in fire");
    let facts = Diff::between(&left, &right).facts();
    let numbers: Vec<_> = facts
        .iter()
        .filter(|fact| fact.kind == ChangeKind::Number)
        .collect();
    assert_eq!(numbers.len(), 1, "{facts:?}");
    assert!(!numbers[0].in_titles && numbers[0].also.is_empty());
}

/// Two versions are the two columns of the table: its rows, what is said by all, by one, and what
/// contradicts.
fn assert_two_columns(left: &str, right: &str) {
    let diff = Diff::between(left, right);
    let versions = [left, right];
    let table = statements(&versions);
    let both = table.iter().filter_map(|row| row.pair(0, 1));
    let told = |pair: Pair<'_, '_>| {
        let sides = [pair.left(), pair.right()].map(|side| side.numbers().to_vec());
        (
            sides,
            pair.label(),
            pair.similarity().to_bits(),
            pair.is_moved(),
            pair.agrees(),
        )
    };
    assert_eq!(
        diff.shared().map(told).collect::<Vec<_>>(),
        both.map(told).collect::<Vec<_>>()
    );
    let agreed = diff.shared().filter(|pair| pair.agrees());
    let agreed: Vec<_> = agreed.map(|pair| pair.left().numbers().to_vec()).collect();
    let all = table
        .shared_by_all()
        .filter_map(|row| row.group(0))
        .map(|group| group.numbers().to_vec());
    assert_eq!(agreed, all.collect::<Vec<_>>());
    for (version, only) in [
        (
            0,
            diff.left_only()
                .map(|group| group.numbers().to_vec())
                .collect::<Vec<_>>(),
        ),
        (
            1,
            diff.right_only()
                .map(|group| group.numbers().to_vec())
                .collect(),
        ),
    ] {
        let alone = table.only_in(version);
        assert_eq!(
            only,
            alone
                .map(|row| row.base().numbers().to_vec())
                .collect::<Vec<_>>()
        );
        let coverage = [diff.statements(), &table].map(|of| of.coverage(version).to_bits());
        assert_eq!(coverage[0], coverage[1]);
    }
    assert_eq!(diff.rows().count(), table.len());
}

#[test]
fn two_reports_are_two_columns() {
    assert_two_columns(crate::two_reports::FIRST, crate::two_reports::SECOND);
}

#[data::needed]
#[test]
fn published_reports_are_two_columns() {
    let [a, b] = ["reports/report_a.txt", "reports/report_b.txt"].map(data::read);
    assert_two_columns(&a, &b);
    assert_two_columns(&b, &a);
}

/// A number that nothing but `of` precedes.
#[test]
fn a_number_may_stand_behind_the_first_word() {
    let diff = Diff::between(
        "17 of fire burned in the mill.",
        "of 12 fire burned in the mill.",
    );
    assert_eq!(diff.shared().count(), 1);
    diff.facts();
}

/// Sentences that stand several times are paired in the order of all sentences, not first to first.
#[test]
fn repeated_sentences_do_not_move() {
    let diff = Diff::between(
        "The mayor resigned. She declined to comment. The bridge closed. She declined to comment.",
        "The bridge closed. She declined to comment.",
    );
    assert!(diff.shared().all(|pair| !pair.is_moved()));
    assert_eq!(claimed(&diff), Pairs::from([(2, 0), (3, 1)]));
}

/// One word changed in a short sentence is an edit; as many words changed here and there are not.
#[test]
fn one_change_is_an_edit() {
    let label = |a: &str, b: &str| Diff::between(a, b).shared().next().map(Pair::label);
    let mayor = "The mayor of Porto resigned today.";
    assert_eq!(
        label(mayor, "The mayor of Porto resigned yesterday."),
        Some(Label::Edited)
    );
    assert_eq!(
        label(mayor, "A mayor near Porto retired today."),
        Some(Label::Reworded)
    );
}

/// Punctuation at the rim of a change that only one side has is part of the change.
#[test]
fn nothing_is_shown_that_neither_side_has() {
    for (left, right, shown) in [
        (
            "The launch of Threads—a rival of the older network—came in July.",
            "The launch of Threads to compete with the older network came in July.",
            "The launch of Threads[-—a rival of-]{+ to compete with+} the older network—came in July.",
        ),
        (
            "The storm, the worst in years, hit Porto on Monday.",
            "The storm hit Porto on Monday.",
            "The storm[-, the worst in years,-] hit Porto on Monday.",
        ),
        (
            "The firm paid $6 billion in cash to its owners.",
            "The firm paid 6 billion dollars in cash to its owners.",
            "The firm paid [-$-]6 billion{+ dollars+} in cash to its owners.",
        ),
    ] {
        let diff = Diff::between(left, right);
        assert_eq!(diff.shared().next().unwrap().to_string(), shown);
    }
}

/// What the sides have in all runs.
fn rebuilt(runs: &[Run<'_>]) -> [String; 2] {
    [
        runs.iter().filter_map(Run::left).collect(),
        runs.iter().filter_map(Run::right).collect(),
    ]
}

#[test]
fn changes_are_phrases() {
    let diff = Diff::between(
        "The chairman of the firm told reporters on Monday that he would resign at the end of May.",
        "The head of a company told a press briefing on Monday that he would resign in June.",
    );
    let pair = diff.shared().next().unwrap();
    assert_eq!(
        pair.to_string(),
        "The [-chairman of the firm told reporters-]{+head of a company told a press briefing+} on \
         Monday that he would resign [-at the end of May-]{+in June+}."
    );
}

#[test]
fn quotations_are_matched_however_they_are_cut() {
    let diff = Diff::between(
        "“We built the open-source bridge to last for a century,” Ann Lee said.",
        "Ann Lee said: \"We built the open source bridge to last for a century. It did not.\"",
    );
    assert_eq!(diff.quotes()[0].label(), Some(QuoteLabel::Cut));
    let same = "“We built the bridge to last,” she said.";
    assert_eq!(
        Diff::between(same, same).quotes()[0].label(),
        Some(QuoteLabel::Same)
    );
}

#[test]
fn reports_are_readable_in_plain_text() {
    let comparison = retold::compare(
        "A fire in Porto killed at least 12 people on Monday, officials said. The owner was arrested.",
        "A fire in Porto killed at least 17 people on Monday, officials said. Nobody was arrested yet.",
    );
    let report = comparison.to_string();
    let facts = report.find("What differs").unwrap();
    assert!(facts < report.find("Reworded").unwrap(), "{report}");
    assert!(
        report.contains("12 people | 17 people") && report.contains("[-12-]{+17+}"),
        "{report}"
    );
}

fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "fire",
        "the",
        "of",
        "12",
        "17",
        "Porto",
        "não",
        "e\u{301}",
        "👩‍👩‍👧",
        "$",
        "“",
        "”",
        ",",
        ". ",
        "\n",
        "—",
        "地震",
        "शहर",
        "Musk’s",
        "open-source",
        "said",
    ])
}

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 0..25).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn runs_rebuild_both_sides(left in sentence(), right in sentence()) {
        let diff = Diff::between(&left, &right);
        for pair in diff.shared().chain(diff.related()) {
            let runs = pair.words();
            prop_assert_eq!(rebuilt(&runs), [pair.left().to_string(), pair.right().to_string()]);
        }
    }

    /// As many words in common as a shortest edit script keeps, wherever no phrase was joined.
    #[test]
    fn common_words_are_as_many_as_an_oracle_finds(words in prop::collection::vec(0..12_u8, 8..40), cut in prop::collection::vec(0..40_usize, 0..6)) {
        let name = |word: &u8| format!("name{word}");
        let left: Vec<String> = words.iter().map(name).collect();
        let mut right = left.clone();
        for at in cut {
            if at < right.len() {
                right.remove(at);
            }
        }
        let (l, r) = (left.join(" "), right.join(" "));
        let sides = [format!("{l} alpha beta gamma delta."), format!("{r} alpha beta gamma delta.")];
        let diff = Diff::between(&sides[0], &sides[1]);
        if let Some(pair) = diff.shared().next() {
            let runs = pair.words();
            let both = runs.iter().filter_map(|run| match run {
                Run::Both { left, .. } => Some(retold::text::words(left).count()),
                _ => None,
            });
            let ops = similar::capture_diff_slices(similar::Algorithm::Myers, &left, &right);
            let kept: usize = ops.iter().filter(|op| op.tag() == similar::DiffTag::Equal).map(|op| op.old_range().len()).sum();
            prop_assert!(both.sum::<usize>() >= kept + 4);
        }
    }

    #[test]
    fn two_versions_are_two_columns(left in prop::collection::vec(sentence(), 0..5), right in prop::collection::vec(sentence(), 0..5)) {
        assert_two_columns(&left.join(".\n"), &right.join(".\n"));
    }

    #[test]
    fn swapped_sides_are_mirrored(left in prop::collection::vec(sentence(), 0..5), right in prop::collection::vec(sentence(), 0..5)) {
        let (left, right) = (left.join(".\n"), right.join(".\n"));
        let (ours, theirs) = (Diff::between(&left, &right), Diff::between(&right, &left));
        let mirrored: Pairs = claimed(&theirs).into_iter().map(|(r, l)| (l, r)).collect();
        prop_assert_eq!(claimed(&ours), mirrored);
        let labels = |diff: &Diff<'_>| {
            let mut labels: Vec<(Label, bool)> = diff.shared().map(|p| (p.label(), p.is_moved())).collect();
            labels.sort_unstable();
            labels
        };
        prop_assert_eq!(labels(&ours), labels(&theirs));
    }
}

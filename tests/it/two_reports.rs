//! The two sample reports, the pair every reader of this crate meets first.

use retold::sketch::ShingleSet;

use crate::data;

const FIRST: &str = include_str!("../../examples/reports/first.txt");
const SECOND: &str = include_str!("../../examples/reports/second.txt");

/// They are as far apart as two real reports of one event: far below what a copy detector asks for.
#[test]
fn samples_are_as_far_apart_as_real_reports() {
    let jaccard = retold::compare(FIRST, SECOND).jaccard();
    assert!((0.15..=0.25).contains(&jaccard), "3-word Jaccard {jaccard}");
}

/// They were written for this crate: no eight words in a row stand in the published reports.
#[test]
fn samples_take_no_sentence_from_published_reports() {
    for name in ["reports/report_a.txt", "reports/report_b.txt"] {
        let Some(published) = data::read(name) else {
            return;
        };
        let published = ShingleSet::of_text(&published, 8);
        for sample in [FIRST, SECOND] {
            let shared = ShingleSet::of_text(sample, 8).intersection_len(&published);
            assert_eq!(shared, 0, "runs of eight words shared with {name}");
        }
    }
}

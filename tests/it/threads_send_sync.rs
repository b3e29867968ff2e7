//! Every public type can be sent to and shared by other threads, and outlives a panic.

use std::panic::{RefUnwindSafe, UnwindSafe};

use retold::diff;
use retold::story::steps;
use retold::{event, lsh, sketch, story, text, view};

use crate::files;

fn travels<T: Send + Sync + UnwindSafe + RefUnwindSafe + Unpin>() {}

#[test]
fn every_public_type_travels() {
    travels::<retold::Article<'_>>();
    travels::<retold::Comparison<'_>>();
    travels::<retold::Date>();
    travels::<retold::DateError>();
    travels::<retold::Detector>();
    travels::<retold::DetectorBuilder>();
    travels::<retold::FormatError>();
    travels::<retold::Relation>();
    travels::<retold::SettingError>();
    travels::<diff::Added<'_, '_>>();
    travels::<diff::Change<'_>>();
    travels::<diff::ChangeKind>();
    travels::<diff::Relation>();
    travels::<diff::Diff<'_>>();
    travels::<diff::DiffRow<'_, '_>>();
    travels::<diff::Group<'_, '_>>();
    travels::<diff::Label>();
    travels::<diff::Pair<'_, '_>>();
    travels::<diff::QuoteLabel>();
    travels::<diff::QuotePair<'_>>();
    travels::<diff::Run<'_>>();
    travels::<diff::Statement<'_, '_>>();
    travels::<diff::Statements<'_>>();
    travels::<diff::Version<'_>>();
    travels::<retold::Language>();
    travels::<retold::story::steps::Strangers>();
    travels::<event::Background>();
    travels::<event::BackgroundBuilder>();
    travels::<event::Candidates>();
    travels::<event::Census>();
    travels::<event::Limits>();
    travels::<event::Marks>();
    travels::<event::Proposer>();
    travels::<event::TermVector>();
    travels::<event::Terms>();
    travels::<event::WeighedText>();
    travels::<event::Weigher<'static>>();
    travels::<view::Entry>();
    travels::<view::Page>();
    travels::<lsh::BandKeys>();
    travels::<lsh::BandTable<String>>();
    travels::<lsh::Banding>();
    travels::<lsh::BandPairs>();
    travels::<lsh::BandMatches<'static, String>>();
    travels::<lsh::Groups>();
    travels::<sketch::MinHasher>();
    travels::<sketch::ShingleSet>();
    travels::<sketch::Shingles>();
    travels::<sketch::Signature>();
    travels::<story::Change<u64>>();
    travels::<story::Copies>();
    travels::<story::CopyFinder>();
    travels::<story::CopyLink>();
    travels::<story::Explanation>();
    travels::<story::Reason>();
    travels::<story::SharedPassage>();
    travels::<story::CopyMatch<u64>>();
    travels::<story::Digest>();
    travels::<story::IndexStats>();
    travels::<story::InsertError>();
    travels::<story::Link>();
    travels::<story::LinkRecord>();
    travels::<story::LinkRecords>();
    travels::<story::Match<u64>>();
    travels::<story::Placement<u64>>();
    travels::<story::Rules>();
    travels::<story::SharedTerm>();
    travels::<story::Stories>();
    travels::<story::Story>();
    #[cfg(feature = "store")]
    travels::<story::StoreError>();
    #[cfg(feature = "store")]
    travels::<story::StoredArticles>();
    #[cfg(feature = "store")]
    travels::<retold::OwnedArticle>();
    travels::<steps::CopyReader>();
    travels::<steps::CopySketch>();
    travels::<steps::Keep>();
    travels::<steps::PairScorer>();
    travels::<steps::Standing>();
    travels::<story::StoryId>();
    travels::<story::StoryIndex<u64>>();
    travels::<text::NewsSentences>();
    travels::<text::Quote>();
    travels::<text::Sentence>();
    travels::<text::SentenceKind>();
    travels::<text::Sentences<'_>>();
    travels::<text::Token>();
    travels::<text::Words<'_>>();
}

/// A new public type is asked for above.
#[test]
fn no_public_type_is_left_out() {
    let asked = include_str!("threads_send_sync.rs");
    let mut missing = Vec::new();
    for path in files::rust_files(&files::root().join("src")) {
        let source = std::fs::read_to_string(&path).unwrap();
        for line in source.lines() {
            let line = line.trim_start();
            let item = line
                .strip_prefix("pub struct ")
                .or_else(|| line.strip_prefix("pub enum "));
            let letter = |c: char| c.is_alphanumeric() || c == '_';
            let Some(name) = item.and_then(|item| item.split(|c| !letter(c)).next()) else {
                continue;
            };
            let spelt = ["<", ">"].map(|end| format!("::{name}{end}"));
            if name != "ReadmeDoctests" && !spelt.iter().any(|spelt| asked.contains(spelt)) {
                missing.push(format!("{name} of {}", path.display()));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "not asked for in this file:\n{}",
        missing.join("\n")
    );
}

//! Any comparison can be shown, and nothing of a text gets into a page unescaped.
#![no_main]

use retold::diff::{Diff, statements};

libfuzzer_sys::fuzz_target!(|texts: (&str, &str, &str)| {
    let (a, b, c) = texts;
    let diff = Diff::between(a, b);
    for pair in diff.shared() {
        for group in [pair.left(), pair.right()] {
            _ = group.to_string();
        }
        _ = (pair.to_string(), pair.words(), pair.facts());
    }
    let page = diff.to_html();
    let versions = [a, b, c];
    let statements = statements(&versions);
    for row in statements.iter() {
        for group in row.groups() {
            assert!(group.spans().all(|span| versions[group.version()].get(span).is_some()));
        }
    }
    for page in [page, statements.to_html()] {
        assert!(!page.contains("<script"));
    }
});

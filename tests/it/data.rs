//! The measuring data beside the repository: tests that need it say so and pass without it.

use std::io::Write;
use std::path::PathBuf;

/// The content of `../shared/data/{name}`, or nothing, with a printed word, where it is absent.
pub(crate) fn read(name: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data")
        .join(name);
    let content = std::fs::read_to_string(path).ok();
    if content.is_none() {
        // Written directly, since the test runner hides what `println!` says of a test that passes.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: the measuring data has no {name} here"
        );
    }
    content
}

/// The rows of a JSONL file of the measuring data.
pub(crate) fn rows(name: &str) -> Option<Vec<serde_json::Value>> {
    Some(
        read(name)?
            .lines()
            .map(|line| serde_json::from_str(line).expect("a JSON row"))
            .collect(),
    )
}

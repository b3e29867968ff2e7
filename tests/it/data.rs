//! The measuring data beside the repository. A test that reads it is marked `#[data::needed]`, and so
//! reported as ignored where the data is absent.

use std::path::PathBuf;

pub(crate) use retold_measuring::needed;

/// The content of `../shared/data/{name}`.
pub(crate) fn read(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data")
        .join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "{}: {error}; mark the test `#[data::needed]`",
            path.display()
        )
    })
}

/// The rows of a JSONL file of the measuring data.
pub(crate) fn rows(name: &str) -> Vec<serde_json::Value> {
    read(name)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON row"))
        .collect()
}

//! What an article is held under: its id, and its source where that is known, for two sources may
//! give their articles the same numbers. Both are kept as JSON, so that 1 and "1" stay two.

use serde_json::{Value, json};

use crate::record::{Record, identity};

/// The parts of a key.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Parts {
    pub(super) id: Value,
    pub(super) source: Option<String>,
}

/// The key of an article; of its id alone where the user said what an id is.
pub(super) fn of(record: &Record, id_alone: bool) -> String {
    match &record.source {
        Some(source) if !id_alone => {
            let id: Value = serde_json::from_str(&identity(&record.id)).unwrap_or_default();
            json!([source, id]).to_string()
        }
        _ => identity(&record.id),
    }
}

/// The parts a key was made of.
pub(super) fn parts(key: &str) -> Parts {
    match serde_json::from_str(key).unwrap_or_default() {
        Value::Array(parts) => {
            let mut parts = parts.into_iter();
            let source = parts
                .next()
                .and_then(|source| source.as_str().map(str::to_owned));
            Parts {
                id: parts.next().unwrap_or_default(),
                source,
            }
        }
        id => Parts { id, source: None },
    }
}

/// The identity of the id in a key.
pub(super) fn identity_in(key: &str) -> String {
    identity(&parts(key).id)
}

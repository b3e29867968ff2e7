//! What a corrected article says otherwise.

use retold::{Article, AsArticle};
use serde::Serialize;

use crate::record::Record;

/// The differences between the article held and the one that replaces it.
#[derive(Debug, Serialize)]
pub(super) struct Changed {
    /// Which of text, title and date differ.
    fields: Vec<&'static str>,
    /// Sentences told otherwise, with the words that went `[-…-]` and came `{+…+}`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reworded: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    added: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    removed: Vec<String>,
}

impl Changed {
    /// Nothing if the new article is the held one, or dated before it. What it does not know, such as a
    /// date, is no change.
    pub(super) fn of(held: Article<'_>, record: &Record) -> Option<Self> {
        let new = record.as_article();
        if new.date().is_some() && new.date() < held.date() {
            return None;
        }
        let fields = [
            ("text", held.text() != new.text()),
            (
                "title",
                new.title().is_some() && held.title() != new.title(),
            ),
            ("date", new.date().is_some() && held.date() != new.date()),
        ];
        let fields: Vec<&str> = fields
            .into_iter()
            .filter_map(|(name, differs)| differs.then_some(name))
            .collect();
        if fields.is_empty() {
            return None;
        }
        let mut changed = Self {
            fields,
            reworded: Vec::new(),
            added: Vec::new(),
            removed: Vec::new(),
        };
        if held.text() != new.text() {
            let diff = retold::diff::Diff::between(held, new);
            let reworded = diff
                .shared()
                .filter(|pair| !pair.left().texts().eq(pair.right().texts()));
            changed.reworded = reworded.map(|pair| pair.to_string()).collect();
            changed.added = diff.right_only().map(|group| group.to_string()).collect();
            changed.removed = diff.left_only().map(|group| group.to_string()).collect();
        }
        Some(changed)
    }
}

//! The tables of a file.

use redb::TableDefinition;

pub(super) const META: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("meta");
pub(super) const ARTICLES: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("articles");
pub(super) const PLACES: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("places");
pub(super) const WORDS: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("words");

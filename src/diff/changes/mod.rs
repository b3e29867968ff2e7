//! What two versions tell differently, in one list: facts that are claimed, then every other changed
//! phrase, ordered by how much it weighs. What an editor must not miss comes first.

mod agree;
mod list;
mod phrases;
mod timeline;
mod weigh;

pub use timeline::Added;

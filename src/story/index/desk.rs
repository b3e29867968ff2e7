//! Where one article is read and compared with others.
//!
//! It takes some thirty buffers, which are kept for the next article: to allocate them each time
//! would take as long as to fill them.

use std::sync::{Mutex, PoisonError};

use super::compare::Room;
use super::fresh::{Reader, Settings};

#[derive(Debug)]
pub(super) struct Desk {
    pub(super) reader: Reader,
    pub(super) room: Room,
}

/// The longest articles that a desk is kept for: all its buffers together are then some megabytes.
const MOST_WORDS: usize = 1 << 15;

/// Desks that nobody sits at: queries run side by side, each at a desk of its own.
#[derive(Debug, Default)]
pub(super) struct Desks(Mutex<Vec<Desk>>);

impl Desks {
    pub(super) fn take(&self, settings: &Settings) -> Desk {
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let desk = free.pop();
        drop(free);
        desk.unwrap_or_else(|| Desk {
            reader: Reader::new(settings),
            room: Room::default(),
        })
    }

    /// Keeps a desk for the next article, unless one of a book's length has been on it.
    pub(super) fn give_back(&self, desk: Desk) {
        if desk.reader.words() > MOST_WORDS {
            return;
        }
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        free.push(desk);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    #[test]
    fn a_desk_is_kept_unless_a_book_has_been_on_it() {
        let (settings, desks) = (Settings::default(), Desks::default());
        let kept = || desks.0.lock().map_or(0, |free| free.len());
        let book = "storm ".repeat(MOST_WORDS + 1);
        for (text, left) in [("A storm hit.", 1), (&book, 0), ("A storm hit.", 1)] {
            let mut desk = desks.take(&settings);
            desk.reader.read(&settings, Article::new(text));
            desks.give_back(desk);
            assert_eq!(kept(), left);
        }
    }
}

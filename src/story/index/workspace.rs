//! Where one article is read and compared with others.
//!
//! It takes some thirty buffers, which are kept for the next article: to allocate them each time
//! would take as long as to fill them.

use std::sync::{Mutex, PoisonError};

use super::compare::Buffers;
use super::fresh::{ArticleReader, Settings};

#[derive(Debug)]
pub(super) struct Workspace {
    pub(super) reader: ArticleReader,
    pub(super) buffers: Buffers,
}

/// The longest articles that a workspace is kept for: its buffers then take some megabytes.
const MOST_WORDS: usize = 1 << 15;

/// A pool of idle workspaces: queries run side by side, each in one of its own.
#[derive(Debug, Default)]
pub(super) struct Workspaces(Mutex<Vec<Workspace>>);

impl Workspaces {
    pub(super) fn take(&self, settings: &Settings) -> Workspace {
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let workspace = free.pop();
        drop(free);
        workspace.unwrap_or_else(|| Workspace {
            reader: ArticleReader::new(settings),
            buffers: Buffers::default(),
        })
    }

    /// Keeps a workspace for the next article, unless a very long text was read in it.
    pub(super) fn give_back(&self, workspace: Workspace) {
        if workspace.reader.words() > MOST_WORDS {
            return;
        }
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        free.push(workspace);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    #[test]
    fn a_workspace_is_kept_unless_a_very_long_text_was_read() {
        let (settings, workspaces) = (Settings::default(), Workspaces::default());
        let kept = || workspaces.0.lock().map_or(0, |free| free.len());
        let grouped = "storm ".repeat(MOST_WORDS + 1);
        for (text, left) in [("A storm hit.", 1), (&grouped, 0), ("A storm hit.", 1)] {
            let mut workspace = workspaces.take(&settings);
            workspace.reader.read(&settings, Article::new(text));
            workspaces.give_back(workspace);
            assert_eq!(kept(), left);
        }
    }
}

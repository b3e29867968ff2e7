//! The event channel: weighted terms, the background table that weighs them, posting lists.

//! Progress on a terminal; silence everywhere else.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar where the length is known, a spinner where it is not. It goes away when it is dropped.
#[derive(Debug)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Something that takes a while, such as `clustering`, of so many steps if that is known.
    pub(crate) fn new(what: impl Into<String>, length: Option<u64>) -> Self {
        let bar = length.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
        let template = match length {
            Some(_) => "{msg} {bar:40} {percent:>3} %, {eta} left",
            None => "{msg} {spinner} {elapsed}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message(what.into());
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(bar)
    }

    /// What is done now.
    pub(crate) fn show(&self, what: String) {
        self.0.set_message(what);
    }

    /// One step further; for work on several threads.
    pub(crate) fn step(&self) {
        self.0.inc(1);
    }

    /// The bar itself, for readers that move it.
    pub(crate) fn bar(&self) -> ProgressBar {
        self.0.clone()
    }

    /// Writes a line on standard error without tearing the bar.
    pub(crate) fn say(&self, line: &str) {
        self.0.suspend(|| eprintln!("{line}"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

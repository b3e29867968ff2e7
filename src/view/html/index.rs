//! The page that lists stories.

use std::fmt::{self, Display};

use super::escape::{Plain, Text};
use super::{Count, Figure};

/// A story on the page that lists them.
///
/// ```
/// use retold::view::{Entry, Page};
/// let entry = Entry::new("1.html", "Fire in the mill", 3).note("2024-07-24, Morning Post");
/// assert!(Page::new().index(&[entry]).contains("Morning Post"));
/// ```
#[derive(Debug, Clone)]
pub struct Entry {
    address: String,
    title: String,
    reports: usize,
    note: String,
}

impl Entry {
    /// A story: the address of its page, its title, how many reports it has.
    ///
    /// ```
    /// use retold::view::{Entry, Page};
    /// let page = Page::new().index(&[Entry::new("1.html", "Fire & water", 2)]);
    /// assert!(page.contains("Fire &amp; water"));
    /// ```
    pub fn new(address: impl Into<String>, title: impl Into<String>, reports: usize) -> Self {
        Self {
            address: address.into(),
            title: title.into(),
            reports,
            note: String::new(),
        }
    }

    /// The same story with what else to say of it: when, and who reported it.
    ///
    /// ```
    /// use retold::view::{Entry, Page};
    /// let page = Page::new().index(&[Entry::new("1.html", "Fire", 2).note("two days")]);
    /// assert!(page.contains("two days"));
    /// ```
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

pub(super) struct Body<'e> {
    entries: &'e [Entry],
}

impl<'e> Body<'e> {
    pub(super) fn new(entries: &'e [Entry]) -> Self {
        Self { entries }
    }

    pub(super) fn figures(&self) -> [Figure; 2] {
        let reports = self.entries.iter().map(|entry| entry.reports).sum();
        [
            (
                if self.entries.len() == 1 {
                    "story"
                } else {
                    "stories"
                },
                self.entries.len(),
            ),
            ("reports", reports),
        ]
    }
}

impl Display for Body<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.entries.is_empty() {
            return f.write_str("<p>No story was found.</p>\n");
        }
        f.write_str("<ol class=\"stories\">\n")?;
        for entry in self.entries {
            let (address, title) = (Plain(&entry.address), Text(&entry.title));
            writeln!(
                f,
                "<li><a href=\"{address}\"><bdi lang=\"\">{title}</bdi></a>"
            )?;
            write!(f, "<span class=\"note\">{}", Count(entry.reports, "report"))?;
            if !entry.note.is_empty() {
                write!(f, " · <bdi>{}</bdi>", Text(&entry.note))?;
            }
            f.write_str("</span></li>\n")?;
        }
        f.write_str("</ol>\n")
    }
}

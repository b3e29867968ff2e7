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
    day: String,
    note: String,
    line: String,
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
            day: String::new(),
            note: String::new(),
            line: String::new(),
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

    /// The same story under the day it is listed by, as `2024-07-24`; days come latest first, stories
    /// without one last.
    ///
    /// ```
    /// use retold::view::{Entry, Page};
    /// let page = Page::new().index(&[Entry::new("1.html", "Fire", 2).day("2024-07-24")]);
    /// assert!(page.contains("2024-07-24</h2>"));
    /// ```
    #[must_use]
    pub fn day(mut self, day: impl Into<String>) -> Self {
        self.day = day.into();
        self
    }

    /// The same story with a line of what it tells.
    ///
    /// ```
    /// use retold::view::{Entry, Page};
    /// let page = Page::new().index(&[Entry::new("1.html", "Fire", 2).line("The mill burned down.")]);
    /// assert!(page.contains("The mill burned down."));
    /// ```
    #[must_use]
    pub fn line(mut self, line: impl Into<String>) -> Self {
        self.line = line.into();
        self
    }
}

/// Hides the stories that do not have all words typed. Without scripts all stories are seen.
pub(super) const SCRIPT: &str = include_str!("search.js");
/// What allows that script and no other: its SHA-256 in base64.
pub(super) const SCRIPT_POLICY: &str =
    concat!("; script-src 'sha256-", include_str!("search.sha256"), "'");

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
        f.write_str(
            "<p class=\"search\" hidden><label for=\"search\">Search</label> <input id=\"search\" type=\"search\" \
             autocomplete=\"off\"> <output for=\"search\"></output></p>\n",
        )?;
        let mut entries: Vec<&Entry> = self.entries.iter().collect();
        entries.sort_by(|a, b| b.day.cmp(&a.day));
        for of_day in entries.chunk_by(|a, b| a.day == b.day) {
            f.write_str("<div class=\"day\">\n")?;
            match of_day {
                [first, ..] if !first.day.is_empty() => {
                    writeln!(f, "<h2>{}</h2>", Text(&first.day))?;
                }
                _ if of_day.len() < self.entries.len() => {
                    f.write_str("<h2>Day not known</h2>\n")?;
                }
                _ => {}
            }
            f.write_str("<ol class=\"stories\">\n")?;
            for entry in of_day {
                write_entry(f, entry)?;
            }
            f.write_str("</ol>\n</div>\n")?;
        }
        Ok(())
    }
}

fn write_entry(f: &mut fmt::Formatter<'_>, entry: &Entry) -> fmt::Result {
    let (address, title) = (Plain(&entry.address), Text(&entry.title));
    writeln!(
        f,
        "<li><a href=\"{address}\"><bdi lang=\"\">{title}</bdi></a>"
    )?;
    write!(f, "<span class=\"note\">{}", Count(entry.reports, "report"))?;
    if !entry.note.is_empty() {
        write!(f, " · <bdi>{}</bdi>", Text(&entry.note))?;
    }
    f.write_str("</span>")?;
    if !entry.line.is_empty() {
        write!(
            f,
            "<span class=\"line\" dir=\"auto\" lang=\"\">{}</span>",
            Text(&entry.line)
        )?;
    }
    f.write_str("</li>\n")
}

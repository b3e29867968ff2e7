//! Comparisons as web pages: one file each, without scripts and without anything to fetch.
//!
//! [`Diff::to_html`] and [`Statements::to_html`] write a page with nothing more to say;
//! [`Page`] adds a title, figures and the way back to an index:
//!
//! ```
//! use retold::Article;
//! use retold::{diff::Diff, view::Page};
//!
//! let first = Article::new("Twelve people died in the fire.").with_source("Morning Post");
//! let second = Article::new("Fifteen people died in the fire.").with_source("Evening News");
//! let page = Page::new().title("Fire in the mill").diff(&Diff::between(&first, &second));
//! assert!(page.starts_with("<!doctype html>"));
//! assert!(page.contains("<h1><bdi>Fire in the mill</bdi></h1>"));
//! ```
//!
//! The pages follow [WCAG 2.2](https://www.w3.org/TR/WCAG22/): landmarks and headings in order,
//! tables with named rows and columns, contrast AA in light and dark, and no meaning in colour
//! alone. Whatever the texts hold stays text.

mod escape;
mod index;
mod many;
mod two;

use std::fmt::{self, Display};

use self::escape::{Plain, Text};
use crate::article::Date;
use crate::diff::{Change, ChangeKind, Diff, Relation, Statements, Version};

pub use self::index::Entry;

const STYLE: &str = include_str!("style.css");

impl Diff<'_> {
    /// The comparison as a web page: what differs, then both versions side by side.
    ///
    /// ```
    /// let diff = retold::diff::Diff::between("It rained.", "It rained & poured.");
    /// assert!(diff.to_html().contains("It rained &amp; poured.") || diff.to_html().contains("&amp;"));
    /// ```
    pub fn to_html(&self) -> String {
        Page::new().diff(self)
    }
}

impl Statements<'_> {
    /// The comparison as a web page: who says what as a table, then each statement's wordings.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained!", "It poured."]);
    /// assert!(statements.to_html().contains("<th scope=\"col\""));
    /// ```
    pub fn to_html(&self) -> String {
        Page::new().statements(self)
    }
}

/// What a page says beyond the comparison itself.
///
/// ```
/// use retold::{diff::Diff, view::Page};
/// let diff = Diff::between("It rained.", "It poured.");
/// let page = Page::new()
///     .title("Rain")
///     .figure("Relation", "retelling")
///     .up("index.html", "All stories")
///     .diff(&diff);
/// assert!(page.contains("<a href=\"index.html\">"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Page {
    title: Option<String>,
    figures: Vec<(String, String)>,
    up: Option<(String, String)>,
}

impl Page {
    /// A page with a title made from what it shows.
    ///
    /// ```
    /// use retold::{diff::Diff, view::Page};
    /// let page = Page::new().diff(&Diff::between("", ""));
    /// assert!(page.contains("<title>Two versions compared</title>"));
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// The page with this title.
    ///
    /// ```
    /// use retold::{diff::Diff, view::Page};
    /// let page = Page::new().title("1 < 2").diff(&Diff::between("", ""));
    /// assert!(page.contains("<title>1 &lt; 2</title>"));
    /// ```
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// The page with one more figure at its top: a name and its value.
    ///
    /// ```
    /// use retold::{diff::Diff, view::Page};
    /// let page = Page::new().figure("Jaccard", "0.22").diff(&Diff::between("", ""));
    /// assert!(page.contains("<dt>Jaccard</dt><dd>0.22</dd>"));
    /// ```
    #[must_use]
    pub fn figure(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.figures.push((name.into(), value.into()));
        self
    }

    /// The page with a link to the page above it.
    ///
    /// ```
    /// use retold::{diff::Diff, view::Page};
    /// let page = Page::new().up("index.html", "All stories").diff(&Diff::between("", ""));
    /// assert!(page.contains("<a href=\"index.html\">All stories</a>"));
    /// ```
    #[must_use]
    pub fn up(mut self, address: impl Into<String>, name: impl Into<String>) -> Self {
        self.up = Some((address.into(), name.into()));
        self
    }

    /// The page of two versions.
    ///
    /// ```
    /// use retold::{diff::Diff, view::Page};
    /// assert!(Page::new().diff(&Diff::between("It rained.", "")).contains("only left"));
    /// ```
    pub fn diff(&self, diff: &Diff<'_>) -> String {
        let body = two::Body::new(diff);
        self.write(
            "Two versions compared",
            &body.figures(),
            &body.parts(),
            &body,
        )
    }

    /// The page of any number of versions.
    ///
    /// ```
    /// use retold::{diff::statements, view::Page};
    /// let page = Page::new().statements(&statements(&["It rained.", "It rained.", "Sun."]));
    /// assert!(page.contains("<title>3 versions compared</title>"));
    /// ```
    pub fn statements(&self, statements: &Statements<'_>) -> String {
        let body = many::Body::new(statements);
        let title = format!("{} versions compared", statements.versions().len());
        self.write(&title, &body.figures(), &body.parts(), &body)
    }

    /// The page that lists stories, each with a link to its own page.
    ///
    /// ```
    /// use retold::view::{Entry, Page};
    /// let page = Page::new().index(&[Entry::new("1.html", "Fire in the mill", 3)]);
    /// assert!(page.contains("<a href=\"1.html\">"));
    /// ```
    pub fn index(&self, entries: &[Entry]) -> String {
        let body = index::Body::new(entries);
        self.write_with("Stories", &body.figures(), &[], &body, index::SCRIPT)
    }

    fn write(&self, title: &str, figures: &[Figure], parts: &[Part], body: &dyn Display) -> String {
        self.write_with(title, figures, parts, body, "")
    }

    fn write_with(
        &self,
        title: &str,
        figures: &[Figure],
        parts: &[Part],
        body: &dyn Display,
        script: &str,
    ) -> String {
        let whole = Whole {
            page: self,
            title: self.title.as_deref().unwrap_or(title),
            figures,
            parts,
            body,
            script,
        };
        whole.to_string()
    }
}

/// A number of things, and what they are.
type Figure = (&'static str, usize);

/// A section of a page: its id and its heading.
type Part = (&'static str, &'static str);

/// A page from its first byte to its last.
struct Whole<'p> {
    page: &'p Page,
    title: &'p str,
    figures: &'p [Figure],
    parts: &'p [Part],
    body: &'p dyn Display,
    script: &'p str,
}

impl Display for Whole<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")?;
        f.write_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")?;
        // Should a text ever slip through the escaping, no browser may run or fetch anything.
        let script = if self.script.is_empty() {
            ""
        } else {
            index::SCRIPT_POLICY
        };
        writeln!(
            f,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'{script}\">"
        )?;
        writeln!(f, "<title>{}</title>", Plain(self.title))?;
        write!(f, "<style>\n{STYLE}</style>\n</head>\n<body>\n")?;
        f.write_str("<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header>\n")?;
        if let Some((address, name)) = &self.page.up {
            let (address, name) = (Plain(address), Text(name));
            writeln!(
                f,
                "<nav aria-label=\"Pages\"><a href=\"{address}\">{name}</a></nav>"
            )?;
        }
        writeln!(f, "<h1><bdi>{}</bdi></h1>", Text(self.title))?;
        self.write_figures(f)?;
        if !self.parts.is_empty() {
            f.write_str("<nav aria-label=\"On this page\"><ul>\n")?;
            for (id, heading) in self.parts {
                writeln!(f, "<li><a href=\"#{id}\">{heading}</a></li>")?;
            }
            f.write_str("</ul></nav>\n")?;
        }
        write!(f, "</header>\n<main id=\"main\">\n{}</main>\n", self.body)?;
        if !self.script.is_empty() {
            writeln!(f, "<script>{}</script>", self.script)?;
        }
        f.write_str("</body>\n</html>\n")
    }
}

impl Whole<'_> {
    fn write_figures(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<dl class=\"figures\">\n")?;
        for (name, value) in &self.page.figures {
            writeln!(
                f,
                "<div><dt>{}</dt><dd>{}</dd></div>",
                Text(name),
                Text(value)
            )?;
        }
        for (name, value) in self.figures {
            writeln!(f, "<div><dt>{name}</dt><dd>{value}</dd></div>")?;
        }
        f.write_str("</dl>\n")
    }
}

/// The heading of a section, which also names it for those who cannot see it.
fn open_section(f: &mut fmt::Formatter<'_>, (id, heading): Part) -> fmt::Result {
    writeln!(f, "<section id=\"{id}\" aria-labelledby=\"{id}-heading\">")?;
    writeln!(f, "<h2 id=\"{id}-heading\">{heading}</h2>")
}

/// What a version is called: its source or its title, where known.
fn label_of<'v>(version: &'v Version<'_>) -> Option<&'v str> {
    version.label()
}

/// What versions are called: source or title, and the day; else their numbers, counted from 1. Those
/// of one name are told apart by the time, else by a number.
fn names_of(versions: &[Version<'_>]) -> Vec<String> {
    let exact = |version: &Version<'_>| version.date().map(|date| date.to_string());
    let day = |date: &String| date.split('T').next().unwrap_or_default().to_owned();
    let mut names: Vec<String> = Vec::new();
    for (number, version) in versions.iter().enumerate() {
        let label =
            label_of(version).map_or_else(|| format!("Version {}", number + 1), str::to_owned);
        let date = exact(version);
        let name = match &date {
            Some(date) => format!("{label}, {}", day(date)),
            None => label.clone(),
        };
        let timed = match &date {
            Some(date) => format!(
                "{label}, {}",
                date.replace('T', " ").trim_end_matches(":00Z")
            ),
            None => label,
        };
        let numbered = format!("{timed} ({})", number + 1);
        let free = |name: &String| !names.contains(name);
        let name = [name, timed].into_iter().find(free).unwrap_or(numbered);
        names.push(name);
    }
    names
}

/// The start of a line about a change: its kind, a link to its statement, and whether it is claimed.
fn write_about(
    f: &mut fmt::Formatter<'_>,
    change: &Change<'_>,
    statement: Option<usize>,
) -> fmt::Result {
    f.write_str("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">")?;
    let kind = match change.kind {
        ChangeKind::Status => "what became of it",
        ChangeKind::Date => "time",
        kind => kind.name(),
    };
    match statement {
        Some(row) => write!(f, "<a href=\"#statement-{}\">{kind}</a>", row + 1)?,
        None => f.write_str(kind)?,
    }
    let claim = match change.relation {
        Some(Relation::Contradicts) => "contradicting",
        Some(Relation::Later) => "risen since",
        Some(Relation::Precise) => "more exact",
        None => return f.write_str("</th>"),
    };
    write!(f, " <span class=\"note\">{claim}</span></th>")
}

/// A date for readers and for machines: the day alone where it has no time.
struct Published(Date);

impl Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exact = self.0.to_string();
        let (day, time) = exact.split_once('T').unwrap_or((&exact, ""));
        write!(f, "<time datetime=\"{exact}\">{day}")?;
        match time.trim_end_matches(":00Z") {
            "" | "00:00" => {}
            time => write!(f, " {} UTC", time.trim_end_matches('Z'))?,
        }
        f.write_str("</time>")
    }
}

/// `thing` counted: `1 report`, `2 reports`.
struct Count(usize, &'static str);

impl Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(count, thing) = self;
        write!(f, "{count} {thing}{}", if *count == 1 { "" } else { "s" })
    }
}

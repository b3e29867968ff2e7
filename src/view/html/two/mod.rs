//! Two versions: what differs, the quotations, then both side by side.

mod changes;
mod lines;
mod quotes;
mod sides;
mod titles;

use std::fmt::{self, Display};

use super::escape::{Plain, Text};
use super::{Figure, Part};
use crate::diff::{Change, Diff, Group, Version};

pub(super) struct Body<'d, 'a> {
    diff: &'d Diff<'a>,
    changes: Vec<Change<'a>>,
    titles: Option<Diff<'a>>,
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// The id of the place where the group that begins with a sentence stands.
struct Anchor(Side, usize);

impl Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(side, sentence) = self;
        write!(f, "{}-{}", side.name(), sentence + 1)
    }
}

impl Side {
    const BOTH: [Self; 2] = [Self::Left, Self::Right];

    const fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    const fn heading(self) -> &'static str {
        match self {
            Self::Left => "Left",
            Self::Right => "Right",
        }
    }
}

impl<'d, 'a> Body<'d, 'a> {
    pub(super) fn new(diff: &'d Diff<'a>) -> Self {
        Self {
            diff,
            changes: diff.changes(),
            titles: diff.titles(),
        }
    }

    pub(super) fn figures(&self) -> Vec<Figure> {
        let all = self.diff.shared().count();
        let agreed = self.diff.statements().shared_by_all().count();
        let mut figures = vec![("said by both", agreed)];
        if agreed < all {
            figures.push(("contradicting", all - agreed));
        }
        figures.extend([
            ("only left", self.diff.left_only().count()),
            ("only right", self.diff.right_only().count()),
            ("facts that differ", self.facts()),
        ]);
        figures
    }

    pub(super) fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        parts.push(changes::PART);
        parts.extend(self.has_quotes().then_some(quotes::PART));
        parts.push(sides::PART);
        parts.extend(self.diff.related().next().map(|_| sides::RELATED));
        parts
    }

    /// How many of the changes are facts: the first.
    fn facts(&self) -> usize {
        self.changes
            .iter()
            .filter(|change| change.is_fact())
            .count()
    }

    fn has_quotes(&self) -> bool {
        !self.diff.quotes().is_empty()
    }

    fn version(&self, side: Side) -> Option<&'d Version<'a>> {
        self.diff.statements().versions().get(side as usize)
    }

    /// What the side is called, where it is known.
    fn label(&self, side: Side) -> Option<&'a str> {
        self.version(side)?.label()
    }

    /// The headings of a table of both sides.
    fn write_head(&self, f: &mut fmt::Formatter<'_>, corner: &str) -> fmt::Result {
        f.write_str("<thead role=\"rowgroup\"><tr role=\"row\">")?;
        write!(
            f,
            "<th scope=\"col\" role=\"columnheader\" class=\"how\">{corner}</th>"
        )?;
        for side in Side::BOTH {
            write!(
                f,
                "<th scope=\"col\" role=\"columnheader\">{}",
                side.heading()
            )?;
            if let Some(label) = self.label(side) {
                write!(f, ": <bdi lang=\"\">{}</bdi>", Text(label))?;
            }
            f.write_str("</th>")?;
        }
        f.write_str("</tr></thead>\n<tbody role=\"rowgroup\">\n")
    }

    /// A cell of one side, which names its side where the headings are out of sight; with a group,
    /// it is the place links to that group lead to.
    fn open_cell(
        &self,
        f: &mut fmt::Formatter<'_>,
        side: Side,
        group: Option<Group<'d, 'a>>,
    ) -> fmt::Result {
        write!(f, "<td role=\"cell\" data-side=\"{}", side.heading())?;
        if let Some(label) = self.label(side) {
            write!(f, ": {}", Plain(label))?;
        }
        f.write_str("\"")?;
        if let Some(group) = group.filter(|group| !group.is_repeated()) {
            write!(f, " id=\"{}\"", Anchor(side, first(group)))?;
        }
        f.write_str(">")
    }
}

impl Display for Body<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_changes(f)?;
        if self.has_quotes() {
            self.write_quotes(f)?;
        }
        self.write_sides(f)?;
        if self.diff.related().next().is_some() {
            self.write_related(f)?;
        }
        Ok(())
    }
}

/// The cell of a side that does not say it.
const NOTHING: &str = "<td role=\"cell\" class=\"none\"><span class=\"hidden\">nothing</span></td>";

/// The number of a group's first sentence in its version.
fn first(group: Group<'_, '_>) -> usize {
    group.numbers().first().copied().unwrap_or_default()
}

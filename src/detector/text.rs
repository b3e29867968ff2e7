//! A comparison in plain text.

use std::fmt::{self, Display, Formatter};

use super::Comparison;
use crate::view::Marks;

/// The text of [`Comparison::marked`] with signs.
impl Display for Comparison<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.marked(Marks::Signs).fmt(f)
    }
}

impl<'a> Comparison<'a> {
    /// The verdict, the measures, and the whole [`Diff`](crate::diff::Diff) in plain text.
    ///
    /// ```
    /// use retold::view::Marks;
    ///
    /// let comparison = retold::compare("A storm hit the coast.", "A storm hit the coast.");
    /// let text = comparison.marked(Marks::Signs).to_string();
    /// assert!(text.starts_with("Same story: yes (copy)\n"));
    /// assert_eq!(text, comparison.to_string());
    /// ```
    pub fn marked(&self, marks: Marks) -> impl Display + '_ + use<'_, 'a> {
        Text(self, marks)
    }
}

struct Text<'c, 'a>(&'c Comparison<'a>, Marks);

impl Display for Text<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(comparison, marks) = self;
        let verdict = if comparison.same_story() { "yes" } else { "no" };
        writeln!(f, "Same story: {verdict} ({})", comparison.relation())?;
        writeln!(
            f,
            "Score {:.2}, Jaccard {:.2}; {:.0} % of the left text stands in the right, {:.0} % of the \
             right in the left",
            comparison.score(),
            comparison.jaccard(),
            100.0 * comparison.containment_left(),
            100.0 * comparison.containment_right(),
        )?;
        comparison.diff().marked(*marks).fmt(f)
    }
}

//! A comparison as a web page.

use super::{Comparison, Relation};
use crate::view::Page;

impl Comparison<'_> {
    /// The comparison as a web page of its own: verdict and measures, the facts that differ, and
    /// both reports side by side. See [`Page`].
    ///
    /// ```
    /// let page = retold::compare("A storm hit the coast.", "A storm hit the coast.").to_html();
    /// assert!(page.contains("<dt>Same story</dt><dd>yes, a copy</dd>"));
    /// ```
    pub fn to_html(&self) -> String {
        let verdict = match self.relation() {
            Relation::Copy => "yes, a copy",
            Relation::Retelling => "yes, a retelling",
            Relation::Unrelated => "no",
        };
        let percent = |share: f64| format!("{:.0} %", 100.0 * share);
        Page::new()
            .title("Two reports compared")
            .figure("Same story", verdict)
            .figure("Jaccard similarity", format!("{:.2}", self.jaccard()))
            .figure("of left in right", percent(self.containment_left()))
            .figure("of right in left", percent(self.containment_right()))
            .diff(self.diff())
    }
}

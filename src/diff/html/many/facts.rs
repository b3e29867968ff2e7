//! The facts on which versions differ, each against the telling most of them are nearest to.

use std::collections::BTreeMap;
use std::fmt;

use super::Body;
use crate::diff::facts::{FactChange, FactKind};
use crate::diff::html::escape::Text;
use crate::diff::html::{Part, about, open_section};
use crate::diff::{Group, Pair, Statements};

pub(super) const PART: Part = ("facts", "Facts that differ");

/// A fact of one statement as most tell it, and as some versions tell it otherwise.
pub(super) struct Fact {
    kind: FactKind,
    row: usize,
    usual: String,
    other: String,
    versions: Vec<usize>,
}

/// All facts that differ, those of one statement together, the most serious first.
pub(super) fn of(statements: &Statements<'_>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for row in statements.iter().filter(|row| row.len() > 1) {
        let base = row.base().version();
        let known = facts.len();
        let others = row
            .groups()
            .map(Group::version)
            .filter(|&other| other != base);
        for other in others {
            for change in row.pair(base, other).into_iter().flat_map(Pair::facts) {
                let FactChange {
                    kind,
                    left: usual,
                    right: other_says,
                    ..
                } = change;
                let same = |fact: &&mut Fact| {
                    (fact.kind, &fact.usual, &fact.other) == (kind, &usual, &other_says)
                };
                match facts[known..].iter_mut().find(same) {
                    Some(fact) => fact.versions.push(other),
                    None => facts.push(Fact {
                        kind,
                        row: row.row(),
                        usual,
                        other: other_says,
                        versions: vec![other],
                    }),
                }
            }
        }
    }
    // Statements by their most serious fact, and in them facts by kind.
    let mut gravest = BTreeMap::new();
    for fact in &facts {
        let known = gravest.entry(fact.row).or_insert(fact.kind);
        *known = fact.kind.min(*known);
    }
    facts.sort_by_key(|fact| (gravest.get(&fact.row).copied(), fact.row, fact.kind));
    facts
}

impl Body<'_, '_> {
    pub(super) fn write_facts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        if self.facts.is_empty() {
            return f.write_str("<p>None was found in what the versions share.</p>\n</section>\n");
        }
        f.write_str(
            "<table class=\"stack\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">",
        )?;
        for head in [
            "About",
            "Reference telling",
            "Other telling",
            "Versions that differ",
            "Statement",
        ] {
            write!(f, "<th scope=\"col\" role=\"columnheader\">{head}</th>")?;
        }
        f.write_str("</tr></thead>\n<tbody role=\"rowgroup\">\n")?;
        for fact in &self.facts {
            let (kind, number) = (about(fact.kind), fact.row + 1);
            write!(
                f,
                "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{kind}</th>"
            )?;
            for (head, mark, said) in [
                ("Reference telling", "del", &fact.usual),
                ("Other telling", "ins", &fact.other),
            ] {
                write!(f, "<td role=\"cell\" data-side=\"{head}\">")?;
                if said.is_empty() {
                    f.write_str("<span class=\"note\">does not say</span></td>")?;
                } else {
                    write!(
                        f,
                        "<{mark}><bdi lang=\"\">{}</bdi></{mark}></td>",
                        Text(said)
                    )?;
                }
            }
            f.write_str("<td role=\"cell\" data-side=\"Versions that differ\">")?;
            self.write_numbers(f, &fact.versions)?;
            f.write_str("</td><td role=\"cell\" data-side=\"Statement\">")?;
            let statement = self
                .statements
                .get(fact.row)
                .map_or_else(String::new, |row| row.to_string());
            write!(
                f,
                "<a class=\"text\" href=\"#statement-{number}\" dir=\"auto\" lang=\"\">"
            )?;
            writeln!(f, "{}</a></td></tr>", Text(&statement))?;
        }
        f.write_str("</tbody>\n</table>\n</section>\n")
    }
}

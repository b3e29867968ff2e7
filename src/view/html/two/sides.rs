//! Both versions side by side, word by word where they differ, and what may be related.

use std::fmt;

use super::lines::{self, Line};
use super::{Anchor, Body, NOTHING, Side, first};
use crate::diff::{Group, Label, Pair, Run};
use crate::text::SentenceKind;
use crate::view::html::escape::Text;
use crate::view::html::{Part, open_section};

pub(super) const PART: Part = ("sides", "Side by side");
pub(super) const RELATED: Part = ("related", "Possibly related");

const LEGEND: &str = "<p class=\"note\">Numbers count the sentences of each side. Words that only one side has \
    are marked: <del>only left</del>, <ins>only right</ins>.</p>\n";
const RELATED_LEGEND: &str = "<p class=\"note\">These may be about the same. They are shown, not claimed, and \
    count as said by one side only.</p>\n";

impl<'d, 'a> Body<'d, 'a> {
    pub(super) fn write_sides(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        writeln!(f, "{LEGEND}<table class=\"stack pair\" role=\"table\">")?;
        self.write_head(f, "How")?;
        if let Some(titles) = &self.titles {
            self.write_titles(f, titles)?;
        }
        for line in lines::of(self.diff) {
            self.write_line(f, line)?;
        }
        f.write_str("</tbody>\n</table>\n</section>\n")
    }

    pub(super) fn write_related(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, RELATED)?;
        writeln!(
            f,
            "{RELATED_LEGEND}<table class=\"stack pair\" role=\"table\">"
        )?;
        self.write_head(f, "How")?;
        for pair in self.diff.related() {
            open_line(f, "both", Some(pair), false)?;
            for (side, group) in [(Side::Left, pair.left()), (Side::Right, pair.right())] {
                self.open_cell(f, side, None)?;
                let (anchor, number) = (Anchor(side, first(group)), first(group) + 1);
                write!(f, "<a class=\"number\" href=\"#{anchor}\">{number}</a>")?;
                f.write_str("<p class=\"text\" dir=\"auto\" lang=\"\">")?;
                write!(f, "{}</p></td>", Text(&group.to_string()))?;
            }
            f.write_str("</tr>\n")?;
        }
        f.write_str("</tbody>\n</table>\n</section>\n")
    }

    fn write_line(&self, f: &mut fmt::Formatter<'_>, line: Line<'d, 'a>) -> fmt::Result {
        match line {
            Line::Both(pair) => {
                open_line(f, "both", Some(pair), false)?;
                self.write_told(f, Side::Left, pair)?;
                self.write_told(f, Side::Right, pair)?;
            }
            Line::MovedLeft(pair) => {
                open_line(f, "both", Some(pair), true)?;
                self.write_told(f, Side::Left, pair)?;
                write_elsewhere(f, Side::Right, pair.right())?;
            }
            Line::MovedRight(pair) => {
                open_line(f, "both", Some(pair), true)?;
                write_elsewhere(f, Side::Left, pair.left())?;
                self.write_told(f, Side::Right, pair)?;
            }
            Line::Left(group) => {
                open_line(f, "only-left", None, false)?;
                self.write_alone(f, Side::Left, group)?;
                f.write_str(NOTHING)?;
            }
            Line::Right(group) => {
                open_line(f, "only-right", None, false)?;
                f.write_str(NOTHING)?;
                self.write_alone(f, Side::Right, group)?;
            }
        }
        f.write_str("</tr>\n")
    }

    /// One side of a pair, with the words marked that only it has.
    fn write_told(
        &self,
        f: &mut fmt::Formatter<'_>,
        side: Side,
        pair: Pair<'d, 'a>,
    ) -> fmt::Result {
        let group = match side {
            Side::Left => pair.left(),
            Side::Right => pair.right(),
        };
        self.open_cell(f, side, Some(group))?;
        self.open_text(f, side, group)?;
        write_runs(f, side, &pair.words())?;
        f.write_str("</p></td>")
    }

    fn write_alone(
        &self,
        f: &mut fmt::Formatter<'_>,
        side: Side,
        group: Group<'d, 'a>,
    ) -> fmt::Result {
        self.open_cell(f, side, Some(group))?;
        self.open_text(f, side, group)?;
        write!(f, "{}</p></td>", Text(&group.to_string()))
    }

    /// The numbers of a group's sentences, and the start of the paragraph that holds its text.
    fn open_text(
        &self,
        f: &mut fmt::Formatter<'_>,
        side: Side,
        group: Group<'d, 'a>,
    ) -> fmt::Result {
        write!(f, "<span class=\"number\">{}", first(group) + 1)?;
        for number in group.numbers().iter().skip(1) {
            write!(f, ", {}", number + 1)?;
        }
        let sentences = self
            .version(side)
            .map_or(&[][..], |version| version.sentences());
        let kind = sentences.get(first(group)).map(|sentence| sentence.kind);
        let class = if kind == Some(SentenceKind::Heading) {
            "text title"
        } else {
            "text"
        };
        write!(f, "</span><p class=\"{class}\" dir=\"auto\" lang=\"\">")
    }
}

/// The start of a row: how its sides relate, in words.
fn open_line(
    f: &mut fmt::Formatter<'_>,
    class: &str,
    pair: Option<Pair<'_, '_>>,
    moved: bool,
) -> fmt::Result {
    write!(
        f,
        "<tr role=\"row\" class=\"{class}\"><th scope=\"row\" role=\"rowheader\" class=\"how\">"
    )?;
    let Some(pair) = pair else {
        let side = if class == "only-left" {
            "only left"
        } else {
            "only right"
        };
        return write!(f, "{side}</th>");
    };
    let (how, alike) = match pair.label() {
        Label::Same => ("same", false),
        Label::Punctuation => ("same words", false),
        Label::Edited => ("edited", true),
        Label::Reworded => ("reworded", true),
        Label::Related => ("related", true),
    };
    f.write_str(how)?;
    if moved {
        f.write_str(", moved")?;
    }
    if alike {
        let percent = 100.0 * pair.similarity();
        write!(f, " <span class=\"note\">{percent:.0}&nbsp;% alike")?;
        if pair.label() != Label::Related && !pair.agrees() {
            f.write_str(", contradicting")?;
        }
        f.write_str("</span>")?;
    }
    f.write_str("</th>")
}

fn write_elsewhere(f: &mut fmt::Formatter<'_>, side: Side, group: Group<'_, '_>) -> fmt::Result {
    let (anchor, number, name) = (Anchor(side, first(group)), first(group) + 1, side.name());
    write!(
        f,
        "<td role=\"cell\" class=\"none elsewhere\"><a href=\"#{anchor}\">told as sentence {number} on the \
         {name}</a></td>"
    )
}

/// What one side has of a word-by-word comparison.
pub(super) fn write_runs(f: &mut fmt::Formatter<'_>, side: Side, runs: &[Run<'_>]) -> fmt::Result {
    for run in runs {
        let (said, mark) = match side {
            Side::Left => (run.left(), "del"),
            Side::Right => (run.right(), "ins"),
        };
        match (run, said) {
            (_, None) => {}
            (Run::Both { .. }, Some(words)) => write!(f, "{}", Text(words))?,
            (_, Some(words)) => write_marked(f, mark, side, words)?,
        }
    }
    Ok(())
}

/// Words that only one side has, marked for the eye and, in hidden words, for the ear.
fn write_marked(f: &mut fmt::Formatter<'_>, mark: &str, side: Side, words: &str) -> fmt::Result {
    // Space at the rims is no word: marked, it would show as a stripe.
    let told = words.trim();
    let Some((before, after)) = words.split_once(told).filter(|_| !told.is_empty()) else {
        return write!(f, "{}", Text(words));
    };
    let (side, told) = (side.name(), Text(told));
    write!(
        f,
        "{before}<{mark}><span class=\"hidden\"> [only {side}: </span>{told}<span class=\"hidden\">] \
         </span></{mark}>{after}"
    )
}

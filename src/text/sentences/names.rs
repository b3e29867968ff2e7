//! Names: runs of capitalised words, told without a dictionary of names.

use std::ops::Range;

use super::abbreviations::{Class, class_of, is_starter};
use super::kind::is_calendar_word;
use crate::text::words;

/// A run of capitalised words within a sentence, titles before it left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameRun {
    /// Its bytes in the text.
    pub(crate) span: Range<usize>,
    /// Behind its first word.
    pub(crate) first_end: usize,
    /// Whether its first word begins the sentence or a quotation, and so would have a capital in
    /// any case.
    pub(crate) is_initial: bool,
}

/// Small words that may stand inside a name, sorted.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "la", "le", "ten",
    "ter", "van", "von",
];

/// Words with a capital that stand before a name and are not part of it, sorted, in lower case.
const TITLES: &[&str] = &[
    "chief",
    "judge",
    "justice",
    "king",
    "lady",
    "lord",
    "minister",
    "miss",
    "officer",
    "pope",
    "president",
    "prime",
    "prince",
    "princess",
    "professor",
    "queen",
    "secretary",
    "senator",
    "sheriff",
    "sir",
];

/// The names in a piece of text that begins where a sentence begins; spans count from `offset`.
pub(super) fn name_runs(sentence: &str, offset: usize) -> Vec<NameRun> {
    name_runs_of(sentence, offset, words(sentence))
}

/// The same, where the words of the sentence are known.
pub(crate) fn name_runs_of<'a>(
    sentence: &'a str,
    offset: usize,
    words: impl Iterator<Item = (usize, &'a str)>,
) -> Vec<NameRun> {
    let mut runs = Vec::new();
    let mut open: Option<NameRun> = None;
    let mut end = 0;
    for (start, word) in words {
        let between = &sentence[end..start];
        let before = &sentence[..end];
        let bare = bare(word);
        let is_initial = end == 0
            || between != " "
                && (between.contains(['“', '"', '‘', '„', '«', ':', '—', '–'])
                    || between.contains("- "));
        end = start + word.len();
        if let Some(run) = &mut open {
            let joins = joins(before, between);
            if joins && is_name_word(bare) {
                run.span.end = start + bare.len();
                if bare.len() < word.len() {
                    runs.extend(open.take());
                }
                continue;
            }
            if joins && between == " " && PARTICLES.binary_search(&word).is_ok() {
                // Part of the name only if another name word follows: the span grows then.
                continue;
            }
            runs.extend(open.take());
        }
        if is_name_word(bare) && !(is_initial && is_starter(bare)) && !is_article(bare) {
            let run = NameRun {
                span: start..start + bare.len(),
                first_end: start + bare.len(),
                is_initial,
            };
            if bare.len() < word.len() {
                runs.push(run);
            } else {
                open = Some(run);
            }
        }
    }
    runs.extend(open);
    runs.retain_mut(|run| strip_titles(sentence, run));
    for run in &mut runs {
        run.span = run.span.start + offset..run.span.end + offset;
        run.first_end += offset;
    }
    runs
}

/// A word without a possessive ending.
fn bare(word: &str) -> &str {
    word.strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word)
}

/// Whether a word may be part of a name: it has a capital, and is no pronoun, month or weekday.
fn is_name_word(word: &str) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    // Most words are small ASCII letters.
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return false;
    }
    let has_capital =
        first.is_uppercase() || first.is_alphabetic() && chars.any(char::is_uppercase);
    has_capital && !matches!(word.split(['\'', '’']).next(), Some("I")) && !is_calendar_word(word)
}

fn is_article(word: &str) -> bool {
    matches!(word, "The" | "A" | "An")
}

/// Whether what stands between two words keeps them in one name: a space or a hyphen, and a stop
/// only behind an initial or a clipped word.
fn joins(before: &str, between: &str) -> bool {
    match between {
        " " | "-" | "\u{a0}" | "\n" => true,
        ". " => {
            let last = before
                .rsplit(char::is_whitespace)
                .next()
                .unwrap_or_default();
            last != "X" && class_of(last).is_some()
        }
        _ => false,
    }
}

/// Cuts titles from the beginning of a run; false if nothing else is left.
fn strip_titles(sentence: &str, run: &mut NameRun) -> bool {
    let mut clipped = false;
    loop {
        let first = &sentence[run.span.start..run.first_end];
        // Behind `Mr.` stands a name, be it King or Pope.
        let is_whole = !clipped && TITLES.iter().any(|title| title.eq_ignore_ascii_case(first));
        clipped = first.len() > 1 && !first.contains('.') && class_of(first) == Some(Class::Always);
        if !is_whole && !clipped {
            return true;
        }
        let rest = &sentence[run.first_end..run.span.end];
        let Some((at, word)) = words(rest).next() else {
            return false;
        };
        run.span.start = run.first_end + at;
        run.first_end = run.span.start + word.len();
        run.is_initial = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(PARTICLES.is_sorted() && TITLES.is_sorted());
    }

    #[test]
    fn names_are_found() {
        for (sentence, names) in [
            (
                "Both Musk and Zuckerberg spoke on Monday.",
                &["Musk", "Zuckerberg"][..],
            ),
            (
                "On Tuesday President Joe Biden met Mr. King Jr. in St. Louis.",
                &["Joe Biden", "King Jr", "St. Louis"],
            ),
            (
                "Musk’s xAI raised money; Meta’s Llama did not.",
                &["Musk", "xAI", "Meta", "Llama"],
            ),
            (
                "J. K. Rowling and Ludwig van Beethoven",
                &["J. K. Rowling", "Ludwig van Beethoven"],
            ),
            ("I said I'm fine.", &[]),
            ("He told The Verge.", &["Verge"]),
        ] {
            let runs = name_runs(sentence, 0);
            let found: Vec<_> = runs.iter().map(|run| &sentence[run.span.clone()]).collect();
            assert_eq!(found, names);
        }
    }
}

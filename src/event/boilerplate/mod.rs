//! Boilerplate: what a page or feed says beside the news, known by its wording.
//!
//! Bylines, credits, clock times, telephone numbers, lines that say when a page was changed, and what
//! the furniture of pages says (*Read more*, *Sign up for our newsletter*, *The post … appeared first
//! on …*) have no weight in what an article is about: in items of thirty words they would tell most
//! of it. What recurs from article to article is found by counting; this finds it in the first one.
//!
//! Words are known by the hashes of their folded forms, so that case and punctuation do not matter,
//! and most words cost one look at a table of bits.

mod signs;
mod table;

use std::ops::Range;

use crate::text::Token;
use crate::text::vocabulary::is_any_stop_word;
use table::{Extent, Pattern, Signs, Table};

/// More words than this are no sentence of furniture.
const LONGEST: usize = 45;
/// How many words `*` may stand for.
const LONGEST_GAP: usize = 30;
/// So few words left of a line belong to the furniture before them: *appeared first on St. Mary's Post.*
const REST: usize = 5;

/// Reads one text after another.
#[derive(Debug, Default)]
pub(super) struct Boilerplate {
    /// Tokens of furniture, not in order.
    found: Vec<Range<usize>>,
    /// Those of times and telephone numbers.
    numbers: Vec<Range<usize>>,
    outlet: Vec<u64>,
    /// Whether it is known when the article was published.
    dated: bool,
    /// The bytes of what is furniture, without times and other numbers, ascending.
    furniture: Vec<Range<usize>>,
}

/// A text without markup and its tokens.
#[derive(Clone, Copy)]
struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Boilerplate {
    /// Names the outlet, by the hashes of the words of its name: at the end of a text or of a part of
    /// its title it is no news.
    pub(super) fn set_outlet(&mut self, name: impl Iterator<Item = u64>) {
        self.outlet.clear();
        self.outlet.extend(name);
    }

    /// Says whether it is known when the article was published. Then days of the month and years in
    /// its text tell no more; in undated news they are evidence.
    pub(super) fn set_dated(&mut self, dated: bool) {
        self.dated = dated;
    }

    /// Whether a byte of the text read last stands in furniture.
    pub(super) fn is_furniture(&self, at: usize) -> bool {
        let after = self.furniture.partition_point(|span| span.end <= at);
        let span = self.furniture.get(after);
        span.is_some_and(|span| span.start <= at)
    }

    /// The bytes of a text that have no weight, ascending. The text must be without markup.
    pub(super) fn find(&mut self, text: &str, tokens: &[Token], spans: &mut Vec<Range<usize>>) {
        self.found.clear();
        self.numbers.clear();
        let words = Words { text, tokens };
        let table = Table::get();
        for (at, token) in tokens.iter().enumerate() {
            if words.is_number(at) {
                self.numbers.extend(words.number(at));
                if self.dated {
                    self.numbers.extend(words.date(table, at));
                }
            } else if table.may_know(token.hash) {
                self.at(words, table, at);
            }
        }
        self.found.retain(|found| !found.is_empty());
        if !self.found.is_empty() {
            whole_paragraphs(words, &mut self.found);
        }
        // Some feeds repeat it: behind the title that stands in place of a text, and once more.
        let mut end = tokens.len();
        while let Some(outlet) = end.checked_sub(self.outlet.len())
            && words.run(&self.outlet, outlet).is_some_and(|len| len > 0)
        {
            self.found.push(outlet..end);
            end = outlet;
        }
        spans_of(words, &mut self.found, &mut self.furniture);
        self.found.append(&mut self.numbers);
        spans_of(words, &mut self.found, spans);
    }

    /// What begins, or is known by, the word at a place.
    fn at(&mut self, words: Words<'_>, table: &Table, at: usize) {
        let Some(head) = table.head(words.tokens[at].hash) else {
            return;
        };
        for pattern in table.patterns(head) {
            self.found.extend(words.matched(pattern, at));
        }
        let signs = head.signs;
        if signs.has(Signs::BY) {
            self.found.extend(words.byline(table, at));
        }
        if signs.has(Signs::AGENCY) {
            self.found.extend(words.agency(table, at));
        }
        if signs.has(Signs::ROLE) {
            self.found.extend(words.role(at));
        }
        if signs.has(Signs::PUBLISHED) {
            self.found.extend(words.published(table, at));
        }
    }
}

/// The bytes of some tokens, ascending, without overlaps.
fn spans_of(words: Words<'_>, found: &mut [Range<usize>], spans: &mut Vec<Range<usize>>) {
    found.sort_unstable_by_key(|found| (found.start, found.end));
    spans.clear();
    let ends = |range: &Range<usize>| {
        let first = words.tokens.get(range.start)?;
        let last = words.tokens.get(range.end.checked_sub(1)?)?;
        Some(first.start..last.end)
    };
    for span in found.iter().filter_map(ends) {
        match spans.last_mut() {
            Some(last) if last.end >= span.start => last.end = last.end.max(span.end),
            _ => spans.push(span),
        }
    }
}

/// The most words of the title of a series.
const LONGEST_SERIES: usize = 10;

/// Whether a title says that several stories follow, or a column of a series: *Evening briefing*, *Five
/// things to know on Monday*.
pub(super) fn names_series(text: &str, mut tokens: &[Token]) -> bool {
    let table = Table::get();
    let mut named = false;
    // Weather forecast for Lindau: one name behind two such words and a small one.
    if let [.., before, last] = tokens
        && is_any_stop_word(before.hash)
        && !table.signs(last.hash).has(Signs::SERIES)
        && !Table::names_series(last.hash)
        && tokens.len() > 3
    {
        tokens = &tokens[..tokens.len() - 2];
    }
    let words = Words { text, tokens };
    let fits = tokens.iter().enumerate().all(|(at, token)| {
        let names = Table::names_series(token.hash);
        named |= names;
        let signs = table.signs(token.hash);
        let beside = signs.has(Signs::SERIES) || is_any_stop_word(token.hash);
        names || beside || signs.has(Signs::DAY.with(Signs::NUMBER)) || words.is_number(at)
    });
    fits && named && tokens.len() <= LONGEST_SERIES
}

/// Adds the paragraphs, but for the first, of which most is furniture.
fn whole_paragraphs(words: Words<'_>, found: &mut Vec<Range<usize>>) {
    let mut dead = vec![false; words.tokens.len()];
    for range in &*found {
        if let Some(dead) = dead.get_mut(range.clone()) {
            dead.fill(true);
        }
    }
    let mut first = 0;
    while first < dead.len() {
        let mut next = first + 1;
        while next < dead.len() && !words.gap(next).contains('\n') {
            next += 1;
        }
        let count = dead
            .iter()
            .take(next)
            .skip(first)
            .filter(|dead| **dead)
            .count();
        if first > 0 && 2 * count > next - first {
            found.push(first..next);
        }
        first = next;
    }
}

impl Words<'_> {
    /// What stands before a token: between it and the one before, or the beginning of the text.
    fn gap(&self, at: usize) -> &str {
        let before = at
            .checked_sub(1)
            .and_then(|before| self.tokens.get(before))
            .map_or(0, |token| token.end);
        let behind = self
            .tokens
            .get(at)
            .map_or(self.text.len(), |token| token.start);
        self.text.get(before..behind).unwrap_or_default()
    }

    fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .and_then(|token| self.text.get(token.span()))
            .unwrap_or_default()
    }

    fn is_number(&self, at: usize) -> bool {
        let first = self.tokens.get(at).map(|token| token.start);
        first
            .and_then(|first| self.text.as_bytes().get(first))
            .is_some_and(u8::is_ascii_digit)
    }

    /// Whether a sentence, a line or a bracket begins with a token.
    fn opens(&self, at: usize) -> bool {
        at == 0 || at < self.tokens.len() && ends_part(self.gap(at))
    }

    /// Whether a line begins with a token.
    fn opens_line(&self, at: usize) -> bool {
        at == 0 || self.gap(at).contains('\n')
    }

    /// The tokens of the sentence around one.
    fn sentence(&self, at: usize) -> Range<usize> {
        let start = (at.saturating_sub(LONGEST)..=at)
            .rev()
            .find(|&at| self.opens(at))
            .unwrap_or(at);
        start..self.sentence_end(at)
    }

    /// Where the sentence ends that holds a token, and the line if hardly more is left of it.
    fn sentence_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.tokens.len() && !self.opens(end) {
            end += 1;
        }
        let line_end =
            (end..=end + REST).find(|&at| at >= self.tokens.len() || self.gap(at).contains('\n'));
        match line_end {
            Some(line_end) if end < self.tokens.len() && self.gap(end).contains('.') => {
                line_end.min(self.tokens.len())
            }
            _ => end,
        }
    }

    /// The tokens that are furniture if a pattern is known by the word at a place.
    fn matched(&self, pattern: &Pattern, at: usize) -> Option<Range<usize>> {
        let mut end = at + self.run(&pattern.known, at)?;
        if pattern.opens && !self.opens(at) {
            return None;
        }
        let colon = self
            .gap(end)
            .trim_start()
            .starts_with([':', '：', '/', '／']);
        if pattern.colon && !(colon && end < self.tokens.len()) {
            return None;
        }
        if !pattern.behind.is_empty() {
            end = self.ahead(&pattern.behind, end)?;
        }
        let mut start = at;
        if !pattern.before.is_empty() {
            start = self.back(&pattern.before, at)?;
        }
        #[allow(clippy::match_same_arms, reason = "the order of the cases tells")]
        let extent = match pattern.extent {
            Extent::Phrase => start..end,
            Extent::Rest if pattern.colon => start..self.sentence_end(end).max(end),
            Extent::Rest if end < self.tokens.len() && !self.opens(end) => {
                start..self.sentence_end(end)
            }
            Extent::Rest => start..end,
            Extent::Sentence => {
                let sentence = self.sentence(at);
                sentence.start.min(start)..sentence.end.max(end)
            }
        };
        Some(if extent.len() > LONGEST {
            start..end
        } else {
            extent
        })
    }

    /// How many tokens a run of words has, if it stands at a place.
    fn run(&self, words: &[u64], at: usize) -> Option<usize> {
        let here = self.tokens.get(at..at.checked_add(words.len())?)?;
        let same = here
            .iter()
            .zip(words)
            .all(|(token, &word)| token.hash == word);
        same.then_some(words.len())
    }

    /// The end of a run of words that stands somewhere behind a place, in the same line.
    fn ahead(&self, words: &[u64], from: usize) -> Option<usize> {
        for at in from..=from + LONGEST_GAP {
            if at >= self.tokens.len() || self.gap(at).contains('\n') {
                return None;
            }
            if let Some(len) = self.run(words, at) {
                return Some(at + len);
            }
        }
        None
    }

    /// The start of a run of words that stands somewhere before a place, in the same line.
    fn back(&self, words: &[u64], from: usize) -> Option<usize> {
        for at in (from.saturating_sub(LONGEST_GAP)..from).rev() {
            if self.run(words, at).is_some_and(|len| at + len <= from) {
                return Some(at);
            }
            if self.gap(at).contains('\n') {
                return None;
            }
        }
        None
    }
}

/// Whether what stands between two words ends a sentence, a line or what a bar parts, or begins or
/// ends a bracket.
fn ends_part(gap: &str) -> bool {
    let mut before = None;
    for c in gap.chars() {
        match c {
            '\n' | '\r' | '|' | '•' | '·' | '(' | ')' | '[' | ']' | '（' | '）' | '【' | '】'
            | '。' | '！' | '？' | '।' | '؟' | '…' => return true,
            _ if c.is_whitespace()
                && before.is_some_and(|c| {
                    matches!(
                        c,
                        '.' | '!' | '?' | '”' | '"' | '—' | '–' | '-' | '»' | '*' | '>'
                    )
                }) =>
            {
                return true;
            }
            _ => before = Some(c),
        }
    }
    false
}

//! Bylines, agencies, times, telephone numbers and dates of publication.

use std::ops::Range;

use super::Words;
use super::table::{Signs, Table};

/// The most words of a line of credits.
const LONGEST_CREDIT: usize = 12;
/// The most words of the names in it.
const LONGEST_NAMES: usize = 9;

impl Words<'_> {
    /// A clock time or a telephone number that begins with a number.
    pub(super) fn number(&self, at: usize) -> Option<Range<usize>> {
        self.clock(at).or_else(|| self.telephone(at))
    }

    /// `14:05`, `2.05 pm`, `5 p.m. GMT`, `14 Uhr`, `14h30` before a line, a sentence or in brackets.
    fn clock(&self, at: usize) -> Option<Range<usize>> {
        // Amid a sentence it may be the time of what happened.
        if !self.opens(at) {
            return None;
        }
        let table = Table::get();
        let beside = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|token| table.signs(token.hash).has(Signs::BESIDE_TIME))
        };
        let is_part = |word: &str, most: u32| {
            word.len() <= 2 && word.parse::<u32>().is_ok_and(|part| part <= most)
        };
        let word = self.word(at);
        let mut end = at + 1;
        let mut whole = false;
        if is_part(word, 24) {
            let minutes = |next: usize| {
                self.gap(next) == ":" && self.word(next).len() == 2 && is_part(self.word(next), 59)
            };
            while end < at + 3 && minutes(end) {
                end += 1;
                whole = true;
            }
        } else {
            let (hour, minute) = word.split_once(['.', 'h', 'H'])?;
            let is_time = is_part(hour, 24) && minute.len() == 2 && is_part(minute, 59);
            whole = is_time && !word.contains('.');
            if !is_time {
                return None;
            }
        }
        let start = end;
        while end < start + 2 && self.gap(end).trim().len() <= 1 && beside(end) {
            end += 1;
        }
        // am is a word of its own in other languages: 3 am Abend.
        (whole || end > start).then_some(at..end)
    }

    /// The day of a month and the year in a date: `3` and `2026` of *3 March 2026*, *March 3, 2026*,
    /// *2026-03-04*.
    pub(super) fn date(&self, table: &Table, at: usize) -> Option<Range<usize>> {
        let month = |at: usize| {
            let token = self.tokens.get(at);
            token.is_some_and(|token| table.signs(token.hash).has(Signs::MONTH))
        };
        let near = |at: usize| {
            let gap = self.gap(at);
            gap.trim_matches([' ', ',', '.', '\u{a0}']).is_empty()
        };
        let word = self.word(at);
        let is_year = |at: usize| {
            let word = self.word(at);
            let digits = word.bytes().all(|byte| byte.is_ascii_digit());
            word.len() == 4 && word.starts_with(['1', '2']) && digits
        };
        let joined = |at: usize| matches!(self.gap(at), "-" | "/" | ".") && self.is_number(at);
        if joined(at + 1) && joined(at + 2) && (is_year(at) || is_year(at + 2)) {
            return Some(at..at + 3);
        }
        if is_year(at) {
            return (at > 0 && near(at) && month(at - 1)).then_some(at..at + 1);
        }
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let number = word.get(..digits)?.parse::<u32>();
        if !number.is_ok_and(|day| (1..=31).contains(&day)) || word.len() > digits + 2 {
            return None;
        }
        if at > 0 && near(at) && month(at - 1) {
            let year = near(at + 1) && is_year(at + 1);
            return Some(at..at + 1 + usize::from(year));
        }
        // 3 March, 3. März, 3 de marzo.
        let before = near(at + 1) && month(at + 1) || self.word(at + 1).len() <= 3 && month(at + 2);
        before.then_some(at..at + 1)
    }

    /// Groups of digits that make seven digits or more: `555-0142`, `+44 20 7946 0958`.
    fn telephone(&self, at: usize) -> Option<Range<usize>> {
        let starts = !(at > 0 && self.is_number(at - 1) && joins_digits(self.gap(at)));
        if !starts {
            return None;
        }
        let group = |at: usize| {
            let word = self.word(at);
            (!word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte == b'.'))
            .then_some(word)
        };
        let plus = self.gap(at).ends_with(['+', '(']) || self.gap(at).ends_with("+(");
        let (mut end, mut digits, mut spaces, mut years) = (at, 0, false, 0);
        while let Some(word) = group(end)
            && (end == at || joins_digits(self.gap(end)))
        {
            spaces |= end > at && self.gap(end) == " ";
            years +=
                usize::from(word.len() == 4 && (word.starts_with("19") || word.starts_with("20")));
            digits += word.bytes().filter(u8::is_ascii_digit).count();
            end += 1;
        }
        let groups = end - at;
        // Dates and ranges of years look alike; so do thousands parted by blanks.
        let long = self
            .tokens
            .get(at..end)?
            .iter()
            .any(|group| group.span().len() >= 3);
        let number =
            (7..=15).contains(&digits) && groups >= 2 && long && years == 0 && (plus || !spaces);
        let dotted = groups == 1 && self.word(at).matches('.').count() >= 2 && digits >= 9;
        (number || dotted).then_some(at..end)
    }

    /// `By Jane Doe, Staff Writer`, alone in its line or before a bar.
    pub(super) fn byline(&self, table: &Table, at: usize) -> Option<Range<usize>> {
        if !self.opens(at) || !self.word(at).starts_with(char::is_uppercase) {
            return None;
        }
        let mut end = at + 1;
        let mut names = 0;
        while end < self.tokens.len() && end - at <= LONGEST_CREDIT && !self.ends_credit(end) {
            let word = self.word(end);
            let token = self.tokens.get(end)?;
            let fits = self.gap(end).contains([',', ':']) || word.starts_with(char::is_uppercase);
            let small = matches!(
                word,
                "and"
                    | "und"
                    | "et"
                    | "y"
                    | "e"
                    | "en"
                    | "in"
                    | "for"
                    | "of"
                    | "de"
                    | "la"
                    | "van"
                    | "von"
                    | "der"
                    | "da"
                    | "dos"
                    | "di"
            );
            let signs = table.signs(token.hash);
            let role = signs.has(Signs::ROLE);
            if !(fits || small || role) || signs.has(Signs::DAY) || self.is_number(end) {
                return None;
            }
            names += usize::from(word.starts_with(char::is_uppercase));
            end += 1;
        }
        let ended = end >= self.tokens.len() || self.ends_credit(end);
        let stopped = self.gap(end).trim_start().starts_with('.') && self.gap(end).contains('\n');
        (ended && names >= 2 && end - at <= LONGEST_NAMES + 1 && !stopped).then_some(at..end)
    }

    /// Whether a line of credits ends before a token.
    fn ends_credit(&self, at: usize) -> bool {
        let gap = self.gap(at);
        gap.contains(['\n', '|', '•', '·', ')', ']'])
            || gap.trim() == "-"
            || gap.trim() == "—"
            || gap.trim() == "–"
    }

    /// An agency alone: in brackets, behind a dash at the end, or before the dash of a dateline.
    pub(super) fn agency(&self, table: &Table, at: usize) -> Option<Range<usize>> {
        if !self.opens(at) {
            return None;
        }
        let mut end = at + 1;
        while end < self.tokens.len() && end - at < 4 && !super::ends_part(self.gap(end)) {
            end += 1;
        }
        let bracketed = self.gap(at).ends_with(['(', '[', '（', '【']);
        let ended = end >= self.tokens.len() || super::ends_part(self.gap(end));
        let dash = self
            .gap(end)
            .trim_start_matches([')', ']', '）', '】', ' ']);
        let dateline = dash.starts_with(['-', '–', '—']) && (bracketed || self.opens_line(at));
        let all = (at..end).all(|at| {
            let word = self.word(at);
            word.starts_with(char::is_uppercase)
                || self
                    .tokens
                    .get(at)
                    .is_some_and(|token| table.signs(token.hash).has(Signs::AGENCY))
                || word.len() <= 3
        });
        let closes = self.opens_line(end) || end >= self.tokens.len();
        (ended && all && (bracketed || dateline || closes)).then_some(at..end)
    }

    /// A line or last sentence that names somebody and what he is: `Jane Doe, Herald Staff`.
    pub(super) fn role(&self, at: usize) -> Option<Range<usize>> {
        let closes = at + 1 >= self.tokens.len() || self.gap(at + 1).contains(['\n', '|']);
        let first = (at.saturating_sub(LONGEST_NAMES)..=at)
            .rev()
            .find(|&at| self.opens(at))?;
        let line = first..at + 1;
        let capital = |at: usize| {
            self.word(at).starts_with(char::is_uppercase)
                || matches!(self.word(at), "and" | "for" | "of" | "the")
        };
        let stopped = self.gap(at + 1).trim_start().starts_with('.');
        let named = line.len() >= 3 && line.clone().all(capital);
        (closes && named && !stopped).then_some(line)
    }

    /// `Published 3 March 2026, 10:15 GMT | Updated …`: such a word and the date behind it.
    pub(super) fn published(&self, table: &Table, at: usize) -> Option<Range<usize>> {
        let (mut end, mut numbers, mut dated) = (at + 1, 0, false);
        while let Some(token) = self.tokens.get(end)
            && end - at <= LONGEST_CREDIT
            && (end == at + 1 || !self.gap(end).contains('\n'))
        {
            let signs = table.signs(token.hash);
            if self.is_number(end) {
                numbers += 1;
                dated |= self.clock(end).is_some() || self.word(end).len() == 4;
            } else if signs.has(Signs::DAY) {
                dated |= numbers > 0 || self.is_number(end + 1);
            } else if !signs.has(Signs::BESIDE_DATE)
                && !signs.has(Signs::BESIDE_TIME)
                && !signs.has(Signs::PUBLISHED)
            {
                break;
            }
            end += 1;
        }
        // He published 3 books in March: a sentence goes on.
        let ended = end >= self.tokens.len()
            || super::ends_part(self.gap(end))
            || self.gap(end).contains(['-', '–', '—']);
        (numbers > 0 && dated && ended && self.opens(at)).then_some(at..end)
    }
}

/// Whether what stands between two groups of digits may stand in a telephone number.
fn joins_digits(gap: &str) -> bool {
    matches!(gap, "-" | " " | ") " | ")" | ")-" | "\u{2011}" | "\u{2013}")
}

#[cfg(test)]
mod tests {
    use super::super::Boilerplate;
    use crate::text::tokens;

    fn dead(text: &str) -> Vec<&str> {
        let mut spans = Vec::new();
        Boilerplate::default().find(text, &tokens(text), &mut spans);
        spans.into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn credits_are_found() {
        for (text, credit) in [
            (
                "Rain fell on Lund. Photo: Ritz Pictures",
                "Photo: Ritz Pictures",
            ),
            (
                "By Ann Weller, Ridge Courier Staff\nRain fell.",
                "By Ann Weller, Ridge Courier Staff",
            ),
            ("LUND (Reuters) - Rain fell on roofs.", "Reuters"),
            ("Rain fell on roofs. - AFP", "AFP"),
            (
                "Rain fell on roofs. Tom Okafor, Gazette Reporter",
                "Tom Okafor, Gazette Reporter",
            ),
            ("Rain fell on roofs. Quelle: dpa", "Quelle: dpa"),
            ("14:05 GMT Rain fell in Lund.", "14:05 GMT"),
            ("Rain fell in Lund. 5.30 p.m. More came.", "5.30 p.m"),
            ("Rain fell (17h30) in Lund.", "17h30"),
            ("Call 555-0142 for help.", "555-0142"),
            ("Call +44 20 7946 0958 for help.", "44 20 7946 0958"),
            (
                "Published 3 May 2025 | Rain fell on roofs in Lund.",
                "Published 3 May 2025",
            ),
            (
                "Rain fell on Lund.\nThe post Wet day in St. Lund appeared first on Ridge News.",
                "The post Wet day in St. Lund appeared first on Ridge News",
            ),
            (
                "Rain fell on Lund. Sign up for the daily Lund newsletter here.",
                "Sign up for the daily Lund newsletter here",
            ),
        ] {
            assert_eq!(dead(text), [credit], "{text}");
        }
    }

    #[test]
    fn news_is_left() {
        for text in [
            "By Monday evening the river had risen.",
            "By Christmas Day, the river that runs through the town had risen.",
            "The study, published on Wednesday, followed 12,000 adults.",
            "She published 3 books in March and sold them.",
            "Rovers won 2:1 in 2025-2026 and 10 000 000 watched on 2026-03-04.",
            "Residents can sign up for swimming lessons.",
            "Reuters reported that the bank would close.",
            "The earthquake struck at 7:42 a.m. off Lund.",
            "Countries which support us in this are few.",
            "Set scores were 21-15 12-21 and turnout 1353 (1023 valid).",
            "The photo shows a man by the river.",
            "The source of the river is dry.",
        ] {
            assert_eq!(dead(text), [""; 0], "{text}");
        }
    }
}

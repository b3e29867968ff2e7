//! The rules of news prose on top of UAX #29: where its boundaries are undone, and where one is
//! added.

use super::abbreviations::{
    Class, class_of, is_opener, is_ordinal_month, is_starter, is_time_tail,
};
use super::speech::is_attributed_ahead;
use super::stop::{Following, REACH, Stop, tail};

impl Stop<'_> {
    /// Whether a sentence ends here, given whether the plain standard says so.
    pub(super) fn ends_sentence(&self, plain: bool) -> bool {
        if self.next == self.line.len() {
            return true;
        }
        if self.is_bracketed() {
            return false;
        }
        let Some(following) = self.following() else {
            return plain;
        };
        let run = self.run();
        if run.starts_with([':', ';']) {
            return self.has_gap();
        }
        if run.contains(['!', '?']) {
            return self.ends_loudly(plain, following);
        }
        if run.contains('…') {
            // The standard never stops here; writers do, and then a new sentence follows.
            return plain
                || self.has_gap() && following.first.is_uppercase() && is_starter(following.word);
        }
        if run == ". . ." && self.before().ends_with(' ') {
            // Three spaced dots stand for words left out amid a sentence, four at its end.
            return plain && is_starter(following.word) && following.word != "I";
        }
        if plain {
            run.len() > 1 || !self.is_abbreviation(following)
        } else {
            self.begins_anew(following)
        }
    }

    /// Whether brackets hold nothing but the stops: `[...]`, `(!)`.
    fn is_bracketed(&self) -> bool {
        self.before().ends_with(['[', '(']) && self.closers().starts_with([']', ')'])
    }

    /// `!` and `?`: the standard ends a sentence there whatever follows.
    fn ends_loudly(&self, plain: bool, following: Following<'_>) -> bool {
        if following.first.is_lowercase() {
            return plain && self.has_gap() && is_brand(following);
        }
        if !self.has_gap() && following.first.is_ascii() && self.closers().is_empty() {
            // Addresses: page?Id=3, Yahoo!Finance
            return plain && following.opening.is_empty() && self.is_glued(following);
        }
        // Yahoo! Inc. said
        let is_company = matches!(
            following.word,
            "Co" | "Corp" | "Inc" | "LLC" | "Ltd" | "Plc"
        );
        let is_said = has_quote(self.closers()) && is_attributed_ahead(following.rest);
        plain && !is_said && !is_company
    }

    /// Whether the stop belongs to an abbreviation, an initial or a number that goes on.
    fn is_abbreviation(&self, following: Following<'_>) -> bool {
        if self.is_enumerator() || self.is_day_of_month(following) {
            return true;
        }
        if has_quote(self.closers()) {
            return false;
        }
        let word = self.word();
        if word == "no" {
            return Self::is_rank(following);
        }
        let Some(class) = class_of(word) else {
            return false;
        };
        // -5 C. Profit: a degree, not an initial.
        if matches!(word, "C" | "F") && self.is_behind_number() {
            return false;
        }
        if self.after().starts_with('(') {
            return true;
        }
        let is_quote = has_quote(following.opening);
        match class {
            Class::Always => true,
            // The place where posts are written, not an initial: he wrote on X. Others agreed.
            Class::UnlessStarter if word == "X" && !self.is_behind_capital() => false,
            Class::BeforeNumber => following.first.is_numeric(),
            Class::UnlessStarter if word == "I" => {
                // The pronoun, unless a name stands before it: you and I. – Albert I. Jones
                self.is_behind_capital() && !is_starter(following.word)
            }
            Class::UnlessStarter => !is_quote && !is_starter(following.word),
            Class::Time => {
                is_time_tail(following.word)
                    || self.is_opening_phrase() && !is_starter(following.word)
            }
        }
    }

    /// Whether the sentence so far is only the number of a list or a heading: `3.`, `• 12.`, `b.`
    fn is_enumerator(&self) -> bool {
        if self.before().len() > 32 {
            return false;
        }
        let label = self
            .before()
            .trim_start_matches(|c: char| !c.is_alphanumeric());
        let is_number = label.len() <= 3 && label.bytes().all(|b| b.is_ascii_digit());
        !label.is_empty() && (is_number || label.len() == 1)
    }

    /// 12. Juni: an ordinal before a month.
    fn is_day_of_month(&self, following: Following<'_>) -> bool {
        let word = self.word();
        word.len() <= 2
            && !word.is_empty()
            && word.bytes().all(|b| b.is_ascii_digit())
            && is_ordinal_month(following.word)
    }

    /// Whether `no.` stands for a number: the no. 3 Democrat.
    fn is_rank(following: Following<'_>) -> bool {
        let digits = following
            .rest
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        let behind = following
            .rest
            .get(digits..)
            .unwrap_or_default()
            .trim_start();
        (1..=3).contains(&digits) && !behind.starts_with(char::is_lowercase)
    }

    /// Whether the word before the last one is a number.
    fn is_behind_number(&self) -> bool {
        let mut words = self.before().split_whitespace();
        words.next_back();
        let number = words.next_back().unwrap_or_default();
        number.ends_with(|c: char| c.is_ascii_digit() || c == '°')
            && number.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '+'))
    }

    /// Whether the word before the last one begins with a capital.
    fn is_behind_capital(&self) -> bool {
        let mut words = self.before().split_whitespace();
        words.next_back();
        words
            .next_back()
            .is_some_and(|word| word.starts_with(char::is_uppercase))
    }

    /// Whether the sentence so far is only a phrase that tells the time: On Monday at 6 a.m.
    fn is_opening_phrase(&self) -> bool {
        let mut words = self.before().split_whitespace();
        words.next().is_some_and(is_opener) && words.nth(5).is_none()
    }

    /// Whether a sentence begins behind a stop that the standard passes over.
    fn begins_anew(&self, following: Following<'_>) -> bool {
        if !self.has_gap() {
            return self.run() == "." && self.closers().is_empty() && self.is_glued(following);
        }
        let begins = if following.first.is_numeric() {
            following
                .opening
                .chars()
                .all(|c| !c.is_ascii_punctuation() || matches!(c, '$' | '"' | '\''))
        } else {
            following.opening.is_empty() && is_brand(following)
        };
        begins && !self.is_in_brackets() && self.is_behind_full_word()
    }

    /// Whether the sentence so far has opened brackets and not closed them.
    fn is_in_brackets(&self) -> bool {
        let before = tail(self.before(), REACH);
        before
            .rfind(['(', '['])
            .is_some_and(|at| !before[at..].contains([')', ']']))
    }

    /// Whether the word before the stop is one, in the Latin script, that no abbreviation looks like.
    fn is_behind_full_word(&self) -> bool {
        let word = self.word();
        if is_score(self.chunk()) {
            return true;
        }
        if class_of(word).is_some() {
            return false;
        }
        let letters = word.chars().count();
        let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let is_long = letters >= 5 && word.chars().all(char::is_alphabetic);
        let is_ended = is_small(word) || is_long || is_year || word.ends_with('%');
        is_latin(word) && (is_ended || is_address(word))
    }

    /// Whether two sentences meet here without a space: `the sale.The deal`.
    fn is_glued(&self, following: Following<'_>) -> bool {
        let chunk = self.chunk();
        let tail = &following.rest[following.word.len()..];
        let small = &following.word[following.first.len_utf8()..];
        let is_capitalised = following.first.is_uppercase()
            && small.chars().all(is_small_letter)
            && (!small.is_empty() || is_starter(following.word));
        let is_address = chunk.contains(['/', '@', '=', '.', ':', '_']);
        let is_word_end = tail.is_empty()
            || tail.starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '-' | '—'));
        let word = self.word();
        let is_name = word.chars().count() >= 3
            && word.chars().all(char::is_alphabetic)
            && is_starter(following.word);
        following.opening.is_empty()
            && is_capitalised
            && is_word_end
            && !is_address
            && (is_small(word) || is_name)
    }
}

/// Whether a word of three letters or more stands in lower case.
fn is_small(word: &str) -> bool {
    word.chars().all(is_small_letter) && word.chars().nth(2).is_some()
}

/// Whether a word is a score: 5-4, 3:2.
fn is_score(chunk: &str) -> bool {
    let is_number =
        |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    chunk
        .split_once(['-', '–', ':'])
        .is_some_and(|(ours, theirs)| is_number(ours) && is_number(theirs))
}

/// Whether a word is the address of a site: example.org.
fn is_address(word: &str) -> bool {
    word.rsplit_once('.').is_some_and(|(site, end)| {
        site.len() > 2 && (2..=4).contains(&end.len()) && end.chars().all(char::is_lowercase)
    })
}

fn is_small_letter(c: char) -> bool {
    c.is_lowercase() || matches!(c, '\'' | '’')
}

/// Whether a word is written in the Latin script, the marks of a word aside.
fn is_latin(word: &str) -> bool {
    word.chars().all(|c| c < '\u{250}' || c == '’')
}

/// A name that begins in lower case: iPhone, eBay, macOS.
fn is_brand(following: Following<'_>) -> bool {
    let mut letters = following.word.chars().skip_while(|c| c.is_lowercase());
    let head = following
        .word
        .chars()
        .take_while(|c| c.is_lowercase())
        .count();
    let is_short =
        (1..=2).contains(&head) && letters.clone().next().is_some_and(char::is_uppercase);
    let is_shouted = head <= 5 && letters.clone().count() == 2 && letters.all(char::is_uppercase);
    is_short || head > 0 && is_shouted
}

fn has_quote(marks: &str) -> bool {
    marks.contains(['"', '”', '“', '»', '«', '„', '’', '‘', '\''])
}

//! The kind of a sentence, told by its looks.
//!
//! Only signs that any outlet's pages share: how the line begins and ends, how long it is, and the
//! few phrases with which pages ask for clicks.

use super::SentenceKind;

/// Bytes of the longest line without a stop that is still a heading: some twenty words.
const HEADING: usize = 120;

/// Bytes of the longest sentence that is taken for the furniture of a page.
const FURNITURE: usize = 240;

/// How a line of credits begins, in lower case.
#[rustfmt::skip]
const CREDITS: &[&str] = &[
    "additional reporting by ", "compiled by ", "contributed by ", "edited by ", "editing by ",
    "image credit: ", "image: ", "photo by ", "photo credit: ", "photo: ", "photograph: ",
    "picture: ", "reporting by ", "video: ", "with inputs from ", "writing by ", "written by ",
];

/// What stands around a date, in lower case.
#[rustfmt::skip]
const DATE_WORDS: &[&str] = &[
    "am", "at", "bst", "cdt", "cest", "cet", "cst", "date", "edt", "est", "et", "gmt", "ist", "jst", "last", "mdt", "modified", "mst",
    "on", "pdt", "pm", "posted", "pst", "published", "update", "updated", "utc",
];

/// Months and weekdays, in lower case.
#[rustfmt::skip]
const CALENDAR: &[&str] = &[
    "april", "august", "december", "february", "friday", "january", "july", "june", "march",
    "may", "monday", "november", "october", "saturday", "september", "sunday", "thursday",
    "tuesday", "wednesday",
];

/// How the furniture of a page begins, in lower case.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "(c) ", "advertisement", "all rights reserved", "also read", "click here", "click to ",
    "continue reading", "copyright 1", "copyright 2", "copyright ©", "create an account",
    "download our app", "download the app", "enter your email", "follow our", "follow us",
    "for more news", "get our ", "get the latest", "have a story", "join our ", "keep reading",
    "like us on", "listen to this article", "log in", "more from ", "more on this story",
    "more stories", "most read", "read also", "read full", "read more", "read next",
    "recommended for you", "related article", "related content", "related stories",
    "related story", "related topics", "related:", "see also", "share on ", "share this",
    "sign in ", "sign up", "skip to ", "sponsored", "stay up to date", "story continues below",
    "subscribe", "support our", "support quality", "tap here", "terms of use",
    "this article originally appeared", "this article was originally published",
    "this material may not be", "to continue reading", "view comments", "watch more", "watch:",
    "©",
];

/// What the furniture of a page says anywhere, in lower case; each begins with or holds a word of [`KEYS`].
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "accept cookies", "all rights reserved", "by signing up", "click here to", "in your inbox",
    "may not be published, broadcast", "our newsletter", "our privacy policy",
    "privacy policy and", "sign up for", "subscribe now", "subscribe to our", "to your inbox",
    "use of cookies", "uses cookies", "we use cookies", "your browser",
];

/// The first letters of the words without which no sentence holds one of [`PHRASES`]: looked for
/// first, since hardly any sentence has them.
const KEYS: &[&[u8; 3]] = &[
    b"bro", b"cli", b"coo", b"inb", b"new", b"pri", b"pub", b"res", b"sig", b"sub",
];

/// The kind of a sentence that stands in a line.
pub(super) fn kind_of(line: &str, sentence: &str) -> SentenceKind {
    if is_bullet(line) {
        return SentenceKind::Bullet;
    }
    if is_signature(line) {
        return SentenceKind::Embed;
    }
    if sentence.len() <= FURNITURE && has_key(sentence) {
        let lower = sentence.to_ascii_lowercase();
        if PHRASES.iter().any(|phrase| lower.contains(phrase)) {
            return SentenceKind::Boilerplate;
        }
    }
    if begins_like_furniture(line, sentence) {
        SentenceKind::Boilerplate
    } else if is_byline(line) {
        SentenceKind::Byline
    } else if is_dateline(line) {
        SentenceKind::Dateline
    } else if is_heading(line, sentence) {
        SentenceKind::Heading
    } else {
        SentenceKind::Prose
    }
}

/// Whether a sentence ends with the address of an embedded post.
pub(super) fn is_embed(sentence: &str) -> bool {
    sentence.len() <= FURNITURE && sentence.to_ascii_lowercase().contains("pic.twitter.com/")
}

/// Whether a line begins with a bullet.
pub(super) fn is_bullet(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('•' | '‣' | '⁃' | '▪' | '●' | '◦' | '·' | '■' | '►' | '➤' | '✓') => {
            true
        }
        Some('-' | '*' | '–' | '+') => chars.next().is_some_and(char::is_whitespace),
        _ => false,
    }
}

/// A short line of its own that no stop ends, or a question: nothing else asks the reader alone.
fn is_heading(line: &str, sentence: &str) -> bool {
    let is_alone = line.len() == sentence.len() && line.len() <= HEADING;
    is_alone && (line.ends_with('?') || !line.ends_with(is_end))
}

fn is_end(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '…' | '"' | '”' | '’' | '»' | ')' | ',' | ';' | '。' | '！' | '।' | '؟'
    )
}

/// The signature of a post: `— Name (@handle) date`.
fn is_signature(line: &str) -> bool {
    line.starts_with(['—', '–', '-'])
        && line.contains("(@")
        && line.ends_with(|c: char| c.is_ascii_digit() || c == ')')
}

/// `By Name`, `(Reporting by …)`, `Photograph: …`.
fn is_byline(line: &str) -> bool {
    let line = line.trim_start_matches('(');
    if line.len() > 2 * HEADING {
        return false;
    }
    if let Some(names) = line
        .strip_prefix("By ")
        .or_else(|| line.strip_prefix("BY "))
    {
        // A name: two words or more, each with a capital, and no stop behind them.
        let mut words = names
            .split_whitespace()
            .take_while(|word| !word.ends_with(','));
        let is_name = |word: &str| {
            word.starts_with(char::is_uppercase) || matches!(word, "and" | "de" | "van" | "von")
        };
        return !line.ends_with('.')
            && names.contains(' ')
            && words.all(is_name)
            && !names.starts_with(|c: char| c.is_ascii_digit());
    }
    starts_with_any(line, CREDITS)
}

/// Only a place, an agency and a dash; or only a date, with a time or a word before it.
fn is_dateline(line: &str) -> bool {
    if line.len() > 60 {
        return false;
    }
    if let Some(place) = line.strip_suffix(['-', '–', '—']) {
        return place
            .trim_end()
            .ends_with(|c: char| c.is_uppercase() || matches!(c, ')' | '.'))
            && place
                .chars()
                .take_while(|c| c.is_alphabetic())
                .all(char::is_uppercase);
    }
    let mut digits = false;
    let mut months = false;
    line.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| {
            let has_digit = word.starts_with(|c: char| c.is_ascii_digit());
            digits |= has_digit;
            let is_calendar = is_calendar_word(word);
            let is_clipped = matches!(word.len(), 3 | 4)
                && CALENDAR.iter().any(|name| {
                    name.get(..word.len())
                        .is_some_and(|head| head.eq_ignore_ascii_case(word))
                });
            let is_update =
                word.eq_ignore_ascii_case("update") || word.eq_ignore_ascii_case("updated");
            months |= is_calendar || is_clipped || is_update || word.len() == 4 && has_digit;
            has_digit
                || is_calendar
                || is_clipped
                || word.len() == 1
                || DATE_WORDS.iter().any(|w| w.eq_ignore_ascii_case(word))
        })
        && digits
        && months
}

/// Whether a word is a month or a weekday, whole or cut to three or four letters.
pub(super) fn is_calendar_word(word: &str) -> bool {
    word.is_ascii()
        && CALENDAR.iter().any(|name| {
            name.eq_ignore_ascii_case(word)
                || (3..=4).contains(&word.len())
                    && name[..word.len().min(name.len())].eq_ignore_ascii_case(word)
        })
}

/// Whether a sentence, or the short line it stands in, begins like the furniture of a page.
fn begins_like_furniture(line: &str, sentence: &str) -> bool {
    let is_line = line.len() <= HEADING && starts_with_any(line, BEGINNINGS);
    is_line || sentence.len() <= FURNITURE && starts_with_any(sentence, BEGINNINGS)
}

/// Whether a text begins with one of the sorted phrases, in any case, and the word ends there.
fn starts_with_any(text: &str, phrases: &[&str]) -> bool {
    let first = |text: &str| text.as_bytes().first().map(u8::to_ascii_lowercase);
    let letter = first(text);
    let from = phrases.partition_point(|phrase| first(phrase) < letter);
    phrases[from..]
        .iter()
        .take_while(|phrase| first(phrase) == letter)
        .any(|phrase| {
            text.get(..phrase.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(phrase))
                && !(phrase.ends_with(char::is_alphabetic)
                    && text[phrase.len()..].starts_with(char::is_alphabetic))
        })
}

/// Whether a word of a sentence begins like one of [`KEYS`].
fn has_key(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    let mut is_word_start = true;
    for (at, &byte) in bytes.iter().enumerate() {
        let class = KEY_BYTES[usize::from(byte)];
        if class == FIRST && is_word_start {
            let word = &bytes[at..];
            if KEYS.iter().any(|key| {
                word.get(..3)
                    .is_some_and(|head| key.eq_ignore_ascii_case(head))
            }) {
                return true;
            }
        }
        is_word_start = class == NO_LETTER;
    }
    false
}

/// What a byte is for [`has_key`].
const KEY_BYTES: [u8; 256] = {
    let mut table = [NO_LETTER; 256];
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_alphanumeric() {
            table[byte] = LETTER;
        }
        byte += 1;
    }
    let mut key = 0;
    while key < KEYS.len() {
        table[KEYS[key][0] as usize] = FIRST;
        table[KEYS[key][0].to_ascii_uppercase() as usize] = FIRST;
        key += 1;
    }
    table
};
const NO_LETTER: u8 = 0;
const LETTER: u8 = 1;
/// A letter with which one of [`KEYS`] begins.
const FIRST: u8 = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [BEGINNINGS, CREDITS] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }

    #[test]
    fn every_phrase_has_a_key() {
        for phrase in PHRASES {
            assert!(has_key(phrase), "{phrase}");
        }
    }
}

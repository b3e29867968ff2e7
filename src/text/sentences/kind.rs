//! The kind of a sentence, told by its looks.
//!
//! Only signs that any outlet's pages share: how the line begins and ends, how long it is, and the
//! few phrases with which pages ask for clicks.

use super::SentenceKind;

/// Bytes of the longest line without a stop that is still a heading: some twenty words.
const HEADING: usize = 120;

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
    "am", "at", "bst", "cet", "date", "edt", "est", "et", "gmt", "ist", "jst", "last", "modified",
    "on", "pdt", "pm", "posted", "pst", "published", "updated", "utc",
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
        SentenceKind::Bullet
    } else if is_embed(line, sentence) {
        SentenceKind::Embed
    } else if is_boilerplate(line, sentence) {
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

/// The signature of a post (`— Name (@handle) date`) or the address of its picture.
fn is_embed(line: &str, sentence: &str) -> bool {
    sentence.contains("pic.twitter.com/")
        || line.starts_with(['—', '–', '-'])
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
            months |= is_calendar || word.len() == 4 && has_digit;
            has_digit
                || is_calendar
                || word.len() == 1
                || DATE_WORDS.iter().any(|w| w.eq_ignore_ascii_case(word))
        })
        && digits
        && months
}

/// Whether a word is a month or a weekday, whole or cut to three or four letters.
fn is_calendar_word(word: &str) -> bool {
    word.is_ascii()
        && CALENDAR.iter().any(|name| {
            name.eq_ignore_ascii_case(word)
                || (3..=4).contains(&word.len())
                    && name[..word.len().min(name.len())].eq_ignore_ascii_case(word)
        })
}

/// Whether a page asks for clicks or states its rights.
fn is_boilerplate(line: &str, sentence: &str) -> bool {
    let short = sentence.len() <= 2 * HEADING;
    short
        && (starts_with_any(sentence, BEGINNINGS)
            || starts_with_any(line, BEGINNINGS) && line.len() <= HEADING
            || says_furniture(sentence))
}

/// Whether a text begins with one of the phrases, in any case, and the word ends there.
fn starts_with_any(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        text.as_bytes().first().map(u8::to_ascii_lowercase) == phrase.bytes().next()
            && text
                .get(..phrase.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(phrase))
            && !text[phrase.len()..]
                .starts_with(|c: char| c.is_alphabetic() && phrase.ends_with(char::is_alphabetic))
    })
}

/// Whether a sentence holds one of [`PHRASES`], in any case.
fn says_furniture(sentence: &str) -> bool {
    let mut is_behind_letter = false;
    let has_key = sentence.as_bytes().windows(3).any(|bytes| {
        let is_word_start = !is_behind_letter;
        is_behind_letter = bytes[0].is_ascii_alphanumeric();
        is_word_start
            && bytes[0] | 0x20 >= b'b'
            && KEYS.iter().any(|key| key.eq_ignore_ascii_case(bytes))
    });
    if !has_key {
        return false;
    }
    let lower = sentence.to_ascii_lowercase();
    PHRASES.iter().any(|phrase| lower.contains(phrase))
}

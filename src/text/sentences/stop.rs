//! Stops: the places where a sentence may end, and what the standard says of them.

/// A run of stops in a line with what closes it and what follows.
///
/// ```text
/// ... she asked “Why?”  Nobody answered.
///                   │││ └ next
///                   ││└ close
///                   │└ run_end
///                   └ at
/// ```
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop<'a> {
    pub(super) line: &'a str,
    /// Where the sentence so far begins.
    pub(super) start: usize,
    /// The first stop of the run.
    pub(super) at: usize,
    /// Behind the last stop of the run.
    pub(super) run_end: usize,
    /// Behind the quotation marks, brackets and footnote marks that close it.
    pub(super) close: usize,
    /// Where the next word begins, behind white space.
    pub(super) next: usize,
}

/// What stands behind a stop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Following<'a> {
    /// Its first letter or digit.
    pub(super) first: char,
    /// The word that begins with it.
    pub(super) word: &'a str,
    /// What stands before it: an opening mark, a currency sign.
    pub(super) opening: &'a str,
    /// The text from the word on, as far as anything looks.
    pub(super) rest: &'a str,
}

impl<'a> Stop<'a> {
    /// The first stop in `line` at or behind `from`, of the sentence that begins at `start`.
    pub(super) fn find(line: &'a str, start: usize, from: usize) -> Option<Self> {
        let bytes = line.as_bytes();
        let mut at = from;
        loop {
            at += bytes
                .get(at..)?
                .iter()
                .position(|&b| MAY_STOP[usize::from(b)])?;
            let len = stop_len(bytes, at);
            if len > 0 {
                let run_end = run_end(line, at + len);
                let close = close_end(line, run_end);
                let rest = &line[close..];
                return Some(Self {
                    line,
                    start,
                    at,
                    run_end,
                    close,
                    next: line.len() - rest.trim_start().len(),
                });
            }
            at += 1;
        }
    }

    /// The stops themselves.
    pub(super) fn run(&self) -> &'a str {
        &self.line[self.at..self.run_end]
    }

    /// The marks that close it.
    pub(super) fn closers(&self) -> &'a str {
        &self.line[self.run_end..self.close]
    }

    /// The sentence before it.
    pub(super) fn before(&self) -> &'a str {
        &self.line[self.start..self.at]
    }

    /// The line behind it.
    pub(super) fn after(&self) -> &'a str {
        &self.line[self.next..]
    }

    /// Whether white space stands behind it.
    pub(super) fn has_gap(&self) -> bool {
        self.next > self.close
    }

    /// The text before it as far as white space: an abbreviation, a number, an address.
    pub(super) fn chunk(&self) -> &'a str {
        tail(self.before(), REACH)
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default()
    }

    /// The word before it, without marks or a first part before a hyphen.
    pub(super) fn word(&self) -> &'a str {
        self.chunk()
            .rsplit(|c: char| {
                !(c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '&' | '°' | '%'))
            })
            .next()
            .unwrap_or_default()
    }

    /// The next word, past opening marks and currency signs.
    pub(super) fn following(&self) -> Option<Following<'a>> {
        let after = self.after();
        let begin = after.find(char::is_alphanumeric)?;
        let (opening, rest) = after.split_at(begin);
        let rest = head(rest, REACH);
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        Some(Following {
            first: rest.chars().next()?,
            word: &rest[..end],
            opening,
            rest,
        })
    }

    /// Whether UAX #29 ends a sentence here, for lines in the Latin script.
    ///
    /// Rules SB6 to SB11; the letters are told by their case, which is what the standard's classes
    /// come to in this script.
    pub(super) fn is_plain_end(&self) -> bool {
        let Some(next) = self.after().chars().next() else {
            return true;
        };
        if self.run().ends_with('…') {
            return false;
        }
        if self.run().ends_with('.') {
            if self.next == self.run_end {
                // SB6 and SB7: 3.5, U.S.A
                let before = self.line[..self.run_end - 1].chars().next_back();
                if next.is_numeric() || before.is_some_and(is_cased) && next.is_uppercase() {
                    return false;
                }
            }
            // SB8: no end if the next letter is in lower case.
            let letter = self
                .after()
                .chars()
                .find(|&c| c.is_alphabetic() || matches!(c, '.' | '!' | '?'));
            if letter.is_some_and(char::is_lowercase) {
                return false;
            }
        }
        // SB8a: no end before a comma and its kin.
        !matches!(next, ',' | '-' | ':' | ';' | '–' | '—' | '.' | '!' | '?')
    }
}

/// Bytes that a decision may look back or ahead, so that hostile text costs no more than news.
pub(super) const REACH: usize = 256;

/// The end of a text: its last `len` bytes at most.
pub(super) fn tail(text: &str, len: usize) -> &str {
    let mut from = text.len().saturating_sub(len);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// The beginning of a text: its first `len` bytes at most.
fn head(text: &str, len: usize) -> &str {
    let mut to = text.len().min(len);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[..to]
}

fn is_cased(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase()
}

/// Bytes with which a stop may begin.
const MAY_STOP: [bool; 256] = {
    let mut table = [false; 256];
    let stops = [b'.', b'!', b'?', b':', b';', ELLIPSIS[0]];
    let mut i = 0;
    while i < stops.len() {
        table[stops[i] as usize] = true;
        i += 1;
    }
    table
};

const ELLIPSIS: [u8; 3] = [0xe2, 0x80, 0xa6];

/// The length of the stop at a byte; 0 if it is none.
///
/// Armenian ends a sentence with what may be typed as a colon, Greek a question with a semicolon.
fn stop_len(bytes: &[u8], at: usize) -> usize {
    let lead = at.checked_sub(2).map_or(0, |lead| bytes[lead]);
    match bytes[at] {
        b'.' | b'!' | b'?' => 1,
        b':' => usize::from(matches!(lead, 0xd4..=0xd6)),
        b';' => usize::from(matches!(lead, 0xce | 0xcf)),
        _ if bytes[at..].starts_with(&ELLIPSIS) => ELLIPSIS.len(),
        _ => 0,
    }
}

/// The end of a run of stops, spaced ones (`. . .`) included.
fn run_end(line: &str, mut end: usize) -> usize {
    loop {
        let rest = &line[end..];
        let unspaced = rest.strip_prefix(' ').unwrap_or(rest);
        let Some(tail) = unspaced.strip_prefix(['.', '!', '?', '…']) else {
            return end;
        };
        // A spaced stop that begins a word is none: .5, .com
        if unspaced.len() < rest.len() && tail.starts_with(char::is_alphanumeric) {
            return end;
        }
        end = line.len() - tail.len();
    }
}

/// The end of the closing marks behind a run of stops.
fn close_end(line: &str, mut end: usize) -> usize {
    loop {
        let rest = &line[end..];
        let Some(mark) = rest.chars().next() else {
            return end;
        };
        let behind = &rest[mark.len_utf8()..];
        let closes = match mark {
            '”' | '’' | '»' | '›' | ')' | ']' | '}' => true,
            // These open as well: they do when a word is attached, but for a straight mark that
            // closes an open one.
            '"' => !behind.starts_with(char::is_alphanumeric) || is_quoting(&line[..end]),
            '\'' | '“' | '‘' | '«' | '‹' => !behind.starts_with(char::is_alphanumeric),
            '[' => {
                let len = footnote_len(rest);
                end += len;
                if len == 0 {
                    return end;
                }
                continue;
            }
            _ => false,
        };
        if !closes {
            return end;
        }
        end += mark.len_utf8();
    }
}

/// Whether a straight quotation mark is open at the end of a text.
fn is_quoting(before: &str) -> bool {
    let marks = tail(before, 4 * REACH).bytes().filter(|&b| b == b'"');
    marks.count() % 2 == 1
}

/// The length of a footnote mark at the beginning of a text: `[3]`, `[a]`.
fn footnote_len(text: &str) -> usize {
    let inner = text.bytes().skip(1);
    match inner.take(4).take_while(u8::is_ascii_alphanumeric).count() {
        len @ 1..=3 if text.as_bytes().get(len + 1) == Some(&b']') => len + 2,
        _ => 0,
    }
}

//! Addresses in running text: of pages and of mail.

use std::ops::Range;

use super::entity;

/// Ends of host names that are taken for one without `http://` or `www.` before them.
#[rustfmt::skip]
const DOMAINS: &[&str] = &[
    "ai", "app", "ar", "at", "au", "be", "biz", "br", "ca", "ch", "cn", "co", "com", "cz", "de", "dev", "dk", "es", "eu", "fi", "fr", "gl",
    "gov", "gr", "hk", "hu", "id", "ie", "il", "in", "info", "int", "io", "it", "jp", "kr", "ly", "me", "mx", "net", "news", "nl",
    "no", "nz", "org", "pe", "pl", "pt", "ro", "rs", "ru", "se", "sg", "sk", "th", "tr", "tv", "tw", "ua", "uk", "us", "vn", "xyz", "za",
];

/// The address around a sign found in a text from `from` on.
pub(super) fn find(text: &str, sign: usize, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let start = match bytes.get(sign)? {
        b'@' => return mail(text, sign, from),
        b'/' if bytes.get(sign + 1) == Some(&b'/') => scheme(bytes, sign, from)?,
        b'/' => host(bytes, sign, from)?,
        _ => {
            let www = bytes.get(sign..sign + 4)?.eq_ignore_ascii_case(b"www.");
            let is_start = sign == 0 || !bytes.get(sign - 1)?.is_ascii_alphanumeric();
            let goes_on = bytes.get(sign + 4)?.is_ascii_alphanumeric();
            (www && is_start && goes_on).then_some(sign)?
        }
    };
    let end = end_of(text, sign);
    Some(start..end)
}

/// Where the scheme before `//` begins.
fn scheme(bytes: &[u8], slashes: usize, from: usize) -> Option<usize> {
    let before = bytes.get(from..slashes)?.strip_suffix(b":")?;
    let len = before
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let follows = bytes
        .get(slashes + 2)
        .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'[');
    ((2..=8).contains(&len) && follows).then(|| from + before.len() - len)
}

/// Where the host before a path begins: `example.com/path`.
fn host(bytes: &[u8], slash: usize, from: usize) -> Option<usize> {
    let before = bytes.get(from..slash)?;
    let in_host = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let len = before.iter().rev().take(64).take_while(in_host).count();
    let host = before.get(before.len() - len..)?;
    let dot = host.iter().rposition(|byte| *byte == b'.')?;
    let domain = std::str::from_utf8(host.get(dot + 1..)?).ok()?;
    let is_named = host
        .get(..dot)?
        .last()
        .is_some_and(u8::is_ascii_alphanumeric);
    let goes_on = bytes.get(slash + 1).is_some_and(u8::is_ascii_alphanumeric);
    (is_named && goes_on && DOMAINS.binary_search(&domain).is_ok()).then_some(slash - len)
}

/// An address of mail around its `@`.
fn mail(text: &str, at: usize, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let in_name = |byte: &&u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
    };
    let name = bytes
        .get(from..at)?
        .iter()
        .rev()
        .take(64)
        .take_while(in_name)
        .count();
    let in_host = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let host = bytes
        .get(at + 1..)?
        .iter()
        .take(255)
        .take_while(in_host)
        .count();
    let host = text
        .get(at + 1..at + 1 + host)?
        .trim_end_matches(['.', '-']);
    let dot = host.rfind('.')?;
    let ends = host.len() - dot > 2
        && host
            .get(dot + 1..)?
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic());
    (name > 0 && ends && dot > 0).then(|| at - name..at + 1 + host.len())
}

/// Where an address that holds the byte at `inside` ends: before a blank, a quotation mark or a tag,
/// and before the stops of the sentence it stands in.
fn end_of(text: &str, inside: usize) -> usize {
    let mut end = inside;
    let mut open = 0_usize;
    for (at, c) in text.get(inside..).unwrap_or_default().char_indices() {
        let goes_on = match c {
            '"' | '<' | '>' | '`' | '|' | '\\' | '^' | '{' | '}' => false,
            '&' => !matches!(entity::decode_once(&text[inside + at..]), Some((c, _)) if c != '&'),
            '(' | '[' => {
                open += 1;
                true
            }
            ')' | ']' => {
                let had = open > 0;
                open = open.saturating_sub(1);
                had
            }
            '!'..='~' => true,
            // Scripts written without spaces begin here.
            _ => c.is_alphanumeric() && c < '\u{e00}',
        };
        if !goes_on {
            break;
        }
        end = inside + at + c.len_utf8();
    }
    let address = text.get(inside..end).unwrap_or_default();
    inside
        + address
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_'])
            .len()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let sign = super::super::next_sign(text.as_bytes(), 0)?;
        find(text, sign, 0).map(|span| &text[span])
    }

    #[test]
    fn addresses_end_where_sentences_go_on() {
        for (text, address) in [
            (
                "See https://example.com/2026/03/04/dam?id=1&amp;x=2.",
                "https://example.com/2026/03/04/dam?id=1&amp;x=2",
            ),
            ("(http://example.com/a_(b))", "http://example.com/a_(b)"),
            ("at www.example.org, and", "www.example.org"),
            ("pic.twitter.com/AbC1 Tue", "pic.twitter.com/AbC1"),
            ("Mail jane.doe@herald.example.", "jane.doe@herald.example"),
            ("参照https://example.cn/a。雨", "https://example.cn/a"),
        ] {
            assert_eq!(found(text), Some(address), "{text}");
        }
    }

    #[test]
    fn slashes_alone_make_no_address() {
        for text in [
            "and/or",
            "U.S./Mexico",
            "p.m./a.m.",
            "3/4/2026",
            "@handle",
            "a@b",
            "wwwhat",
            "50 km/h",
            "http://",
            "Inc./Co",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
        assert!(DOMAINS.is_sorted());
    }
}

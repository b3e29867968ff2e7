//! Character references: `&eacute;`, `&#8217;`, `&#x2019;`.
//!
//! The names are those of HTML 4 and the few others that feeds use.

/// The names of U+00A0 to U+00FF, in order.
const LATIN: &str = "\
nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc \
Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve \
Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute \
acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde \
ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// The names of U+0391 to U+03A9, and in lower case of U+03B1 to U+03C9, in order.
const GREEK: &str = "\
Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau \
Upsilon Phi Chi Psi Omega";

/// Other names, each with its character.
#[rustfmt::skip]
const OTHERS: &[(&str, char)] = &[
    ("quot", '"'), ("amp", '&'), ("lt", '<'), ("gt", '>'), ("apos", '\''), ("QUOT", '"'), ("AMP", '&'),
    ("LT", '<'), ("GT", '>'), ("lsquo", '‘'), ("rsquo", '’'), ("sbquo", '‚'), ("ldquo", '“'),
    ("rdquo", '”'), ("bdquo", '„'), ("lsaquo", '‹'), ("rsaquo", '›'), ("ndash", '–'), ("mdash", '—'),
    ("hellip", '…'), ("bull", '•'), ("prime", '′'), ("Prime", '″'), ("euro", '€'), ("trade", '™'),
    ("dagger", '†'), ("Dagger", '‡'), ("permil", '‰'), ("circ", 'ˆ'), ("tilde", '˜'), ("fnof", 'ƒ'),
    ("oline", '‾'), ("frasl", '⁄'), ("ensp", '\u{2002}'), ("emsp", '\u{2003}'), ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'), ("zwj", '\u{200d}'), ("lrm", '\u{200e}'), ("rlm", '\u{200f}'), ("OElig", 'Œ'),
    ("oelig", 'œ'), ("Scaron", 'Š'), ("scaron", 'š'), ("Yuml", 'Ÿ'), ("larr", '←'), ("uarr", '↑'),
    ("rarr", '→'), ("darr", '↓'), ("harr", '↔'), ("minus", '−'), ("le", '≤'), ("ge", '≥'), ("ne", '≠'),
    ("asymp", '≈'), ("infin", '∞'), ("hearts", '♥'), ("NewLine", '\n'), ("Tab", '\t'), ("lpar", '('),
    ("rpar", ')'), ("lsqb", '['), ("rsqb", ']'), ("num", '#'), ("dollar", '$'), ("percnt", '%'), ("excl", '!'),
    ("quest", '?'), ("comma", ','), ("period", '.'), ("colon", ':'), ("semi", ';'), ("hyphen", '‐'),
    ("lowbar", '_'), ("plus", '+'), ("equals", '='), ("sol", '/'), ("commat", '@'), ("vert", '|'),
    ("Cacute", 'Ć'), ("cacute", 'ć'), ("Ccaron", 'Č'), ("ccaron", 'č'), ("Dstrok", 'Đ'), ("dstrok", 'đ'),
    ("Ecaron", 'Ě'), ("ecaron", 'ě'), ("Eogon", 'Ę'), ("eogon", 'ę'), ("Aogon", 'Ą'), ("aogon", 'ą'),
    ("Gbreve", 'Ğ'), ("gbreve", 'ğ'), ("Idot", 'İ'), ("imath", 'ı'), ("Lstrok", 'Ł'), ("lstrok", 'ł'),
    ("Nacute", 'Ń'), ("nacute", 'ń'), ("Odblac", 'Ő'), ("odblac", 'ő'), ("Rcaron", 'Ř'), ("rcaron", 'ř'),
    ("Sacute", 'Ś'), ("sacute", 'ś'), ("Scedil", 'Ş'), ("scedil", 'ş'), ("Udblac", 'Ű'), ("udblac", 'ű'),
    ("Uring", 'Ů'), ("uring", 'ů'), ("Zacute", 'Ź'), ("zacute", 'ź'), ("Zdot", 'Ż'), ("zdot", 'ż'),
    ("Zcaron", 'Ž'), ("zcaron", 'ž'), ("amacr", 'ā'), ("emacr", 'ē'), ("imacr", 'ī'), ("omacr", 'ō'),
    ("umacr", 'ū'), ("abreve", 'ă'), ("Abreve", 'Ă'),
];

/// Names that browsers know without a semicolon too.
const OPEN: &[&str] = &["nbsp", "amp", "quot", "lt", "gt"];

/// What Windows-1252 has from 128 on, where Unicode has control characters: pages still mean these.
const WINDOWS: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// The longest reference that is looked at, in bytes.
const LONGEST: usize = 12;

/// The character that a text's beginning refers to, and how many bytes that takes. One reference
/// may stand in another: feeds escape twice (`&amp;nbsp;`).
pub(super) fn decode(text: &str) -> Option<(char, usize)> {
    let (c, len) = decode_once(text)?;
    if c == '&'
        && let Some((inner, end)) = body(text.get(len..)?)
        && let Some(inner) = named(inner)
    {
        return Some((inner, len + end));
    }
    Some((c, len))
}

/// The same of a reference that stands alone.
pub(super) fn decode_once(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix('&')?;
    if let Some((name, end)) = body(rest) {
        return Some((named(name)?, 1 + end));
    }
    let name = OPEN.iter().find(|name| rest.starts_with(**name))?;
    let behind = rest.get(name.len()..)?;
    if behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '=' | '_' | '-')) {
        return None;
    }
    Some((named(name)?, 1 + name.len()))
}

/// What stands before the semicolon, and where that ends.
fn body(text: &str) -> Option<(&str, usize)> {
    let bytes = text.as_bytes();
    let name = bytes
        .iter()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#');
    let len = name.count();
    (len > 0 && bytes.get(len) == Some(&b';'))
        .then(|| (text.get(..len).unwrap_or_default(), len + 1))
}

fn named(name: &str) -> Option<char> {
    if let Some(digits) = name.strip_prefix('#') {
        let number = match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => digits.parse(),
        };
        return numbered(number.ok()?);
    }
    if let Some(&(_, c)) = OTHERS.iter().find(|(known, _)| *known == name) {
        return Some(c);
    }
    if let Some(at) = place(LATIN, name) {
        return char::from_u32(0xa0 + at);
    }
    if let Some(at) = place(GREEK, name) {
        return char::from_u32(0x391 + at);
    }
    if name == "sigmaf" {
        return Some('ς');
    }
    let greek = GREEK
        .split(' ')
        .position(|known| known.to_ascii_lowercase() == name)?;
    char::from_u32(0x3b1 + u32::try_from(greek).ok()?)
}

fn place(names: &str, name: &str) -> Option<u32> {
    let at = names.split(' ').position(|known| known == name)?;
    u32::try_from(at).ok()
}

/// The character of a number; a space for a control character.
fn numbered(number: u32) -> Option<char> {
    match number {
        0x80..=0x9f => WINDOWS.get(number as usize - 0x80).copied(),
        10 | 13 => Some('\n'),
        0..0x20 => Some(' '),
        _ => char::from_u32(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_characters() {
        for (text, c) in [
            ("&eacute;", 'é'),
            ("&yuml;", 'ÿ'),
            ("&Omega;", 'Ω'),
            ("&omega;", 'ω'),
            ("&sigma;", 'σ'),
            ("&#8217;", '’'),
            ("&#x201C;", '“'),
            ("&#146;", '’'),
            ("&amp;nbsp;", '\u{a0}'),
            ("&amp;#39;", '\''),
        ] {
            assert_eq!(decode(text), Some((c, text.len())), "{text}");
        }
        assert_eq!(decode("&nbsp and"), Some(('\u{a0}', 5)));
        for none in [
            "&T", "&T;", "& amp;", "&ampere", "&#;", "&#xd800;", "&lt=3", "&",
        ] {
            assert_eq!(decode(none), None, "{none}");
        }
    }

    #[test]
    fn no_character_is_longer_than_its_reference() {
        let names = OTHERS
            .iter()
            .map(|(name, _)| *name)
            .chain(LATIN.split(' '))
            .chain(GREEK.split(' '));
        for name in names.filter(|name| *name != "-") {
            let c = named(name);
            assert!(c.is_some_and(|c| c.len_utf8() <= name.len() + 2), "{name}");
        }
    }
}

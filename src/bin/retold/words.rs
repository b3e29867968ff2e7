//! Small pieces of English and safe text for a terminal.

/// A number with its noun: 1 story, 2,000 stories.
pub(crate) fn count(number: usize, one: &str, several: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{} {several}", grouped(number)),
    }
}

/// A number with a comma before each three digits.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A text in one line, without the characters a terminal would obey: controls, and those that turn
/// the reading direction. Space at either end stays, as one space: word diffs are joined from pieces.
pub(crate) fn one_line(text: &str) -> String {
    let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let obeyed = |c: char| turns(c) || (c.is_control() && !c.is_whitespace());
    let seen = |c: char| if obeyed(c) { '\u{fffd}' } else { c };
    let text: String = text.chars().map(seen).collect();
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.starts_with(char::is_whitespace) {
        line.insert(0, ' ');
    }
    if text.ends_with(char::is_whitespace) && !line.ends_with(' ') {
        line.push(' ');
    }
    line
}

/// At most so many characters, and a sign where something is missing.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

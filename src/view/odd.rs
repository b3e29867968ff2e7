//! Characters that a reader does not see and a terminal or a browser obeys.

/// Control characters that are no white space, and explicit directional formatting. The marks that
/// have a direction and turn nothing (U+200E, U+200F, U+061C) are ordinary text.
pub(crate) fn is_odd(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && !c.is_whitespace())
}

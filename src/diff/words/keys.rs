//! What of a sentence counts when wordings are compared: its words, and the signs between them that
//! change what is said.

use unicode_segmentation::UnicodeSegmentation;

use crate::hash;
use crate::text::{self, Token};

/// The words of a text, and signs such as `$`, `%`, a minus or an emoji, in reading order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    tokens_into(text, &mut tokens);
    tokens
}

/// What a text says, up to punctuation and case, as one number.
pub(crate) fn of(text: &str) -> u64 {
    let hashes: Vec<u64> = tokens(text).iter().map(|token| token.hash).collect();
    hash::sequence(&hashes)
}

/// [`tokens`] with the memory of another list.
pub(crate) fn tokens_into(text: &str, tokens: &mut Vec<Token>) {
    text::tokenize_into(text, tokens);
    let (words, mut end) = (tokens.len(), 0);
    for number in 0..words {
        let token = tokens[number];
        signs(text, end, token.start, tokens);
        end = token.end;
    }
    signs(text, end, text.len(), tokens);
    if tokens.len() > words {
        tokens.sort_unstable_by_key(|token| token.start);
    }
}

fn signs(text: &str, start: usize, end: usize, tokens: &mut Vec<Token>) {
    let gap = &text[start..end];
    if gap == " " || gap == ", " {
        return;
    }
    // Whole graphemes: a family of emoji is one sign.
    for (at, cluster) in gap.grapheme_indices(true) {
        let next = at + cluster.len();
        // A currency may stand between a minus and its number.
        let amount = text[start + next..].trim_start_matches(is_currency);
        let minus = matches!(cluster, "-" | "\u{2212}")
            && amount.starts_with(|c: char| c.is_ascii_digit())
            && !text[..start + at].ends_with(|c: char| !c.is_whitespace() && c != '(');
        if minus || cluster.contains(is_sign) {
            let sign = if minus { "-" } else { cluster };
            tokens.push(Token {
                start: start + at,
                end: start + next,
                hash: hash::bytes(sign.as_bytes()),
            });
        }
    }
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '\u{a2}'..='\u{a5}' | '\u{20a0}'..='\u{20cf}')
}

/// Whether a character that is in no word says something of its own: currencies, per cent,
/// mathematics, emoji; but not punctuation, brackets, marks of format and combining marks.
fn is_sign(c: char) -> bool {
    is_currency(c)
        || matches!(
                c,
                '%' | '+' | '<' | '=' | '>' | '\u{b0}' | '\u{b1}' | '\u{2030}' | '\u{2031}'
                | '\u{2190}'..='\u{2211}' | '\u{2213}'..='\u{2bff}' | '\u{1f000}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}'
        )
}

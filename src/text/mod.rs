//! Words and sentences: where they stand in a text, and what they are when compared.
//!
//! Word boundaries are those of [UAX #29](https://www.unicode.org/reports/tr29/). Every span slices
//! the text it was found in; nothing is ever cut from it or changed in it.

mod chars;
mod compose;
mod equivalents;
mod fold;
mod markup;
mod scan;
mod sentences;
mod tables;
mod token;
pub(crate) mod vocabulary;
mod words;

pub use fold::{fold, hash_word};
pub(crate) use fold::{with_digraphs, without_marks};
pub use markup::readable;
pub use sentences::{
    NewsSentences, Quote, Sentence, SentenceKind, Sentences, SplitSentences, quotes, sentences,
};

pub(crate) use token::read_into;
pub use token::{Token, for_each_token, tokenize_into, tokens};
pub use vocabulary::language_of;
pub use words::{Words, words};

/// The version of tokenizing and folding, part of every stored format that rests on word hashes.
///
/// ```
/// assert_eq!(retold::text::FOLDING_VERSION, 2);
/// ```
pub const FOLDING_VERSION: u32 = 2;

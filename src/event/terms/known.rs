//! What every word of a language comes to, remembered: most words of a text are among a few thousand.

use crate::Language;
use crate::event::stem::Stemmer;
use crate::text::vocabulary::Known;

/// How many words are remembered.
const PLACES: usize = 1 << 12;

/// What a word comes to, whatever its case and place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    hash: u64,
    /// Its key, unless it is a stop word.
    pub(super) key: Option<u32>,
    signs: u8,
}

impl Word {
    pub(super) const STOP_WORD: u8 = 1;
    pub(super) const DAY: u8 = 2;
    /// A number from 2 to 999 in words, or an ordinal from the third on: *one* and *second* are other
    /// things as well.
    pub(super) const SPELLED: u8 = 4;
    /// Counted as the number in digits that it stands for.
    pub(super) const IN_DIGITS: u8 = 8;

    /// Whether it has one of these signs.
    pub(super) fn is(self, signs: u8) -> bool {
        self.signs & signs != 0
    }
}

/// The words read last, each in the place that its hash says. Empty until a word is read.
#[derive(Debug, Default)]
pub(super) struct Words {
    language: Option<Language>,
    places: Vec<Word>,
    scratch: String,
}

impl Words {
    /// What a word of a language comes to, by the hash of its folded form.
    #[inline]
    pub(super) fn get(&mut self, stemmer: &'static Stemmer, word: &str, hash: u64) -> Word {
        let place = (hash >> (64 - PLACES.ilog2())) as usize;
        if stemmer.language() == self.language
            && let Some(word) = self.places.get(place)
            && word.hash == hash
        {
            return *word;
        }
        self.read(stemmer, word, hash, place)
    }

    fn read(&mut self, stemmer: &'static Stemmer, word: &str, hash: u64, place: usize) -> Word {
        let known = stemmer.look_up(hash);
        let sign = |sign, is: bool| if is { sign } else { 0 };
        let read = Word {
            hash,
            key: stemmer.key_of_known(word, hash, known, &mut self.scratch),
            signs: sign(Word::STOP_WORD, known.is_stop_word)
                | sign(Word::DAY, known.day.is_some())
                | sign(Word::SPELLED, is_spelled(known))
                | sign(Word::IN_DIGITS, Stemmer::is_in_digits(known)),
        };
        // Parts beside an apostrophe may be read apart though the words fold to the same.
        if word.is_ascii() && !word.contains('\'') {
            if stemmer.language() != self.language || self.places.is_empty() {
                self.language = stemmer.language();
                self.places.clear();
                self.places.resize(PLACES, Word::default());
            }
            if let Some(held) = self.places.get_mut(place) {
                *held = read;
            }
        }
        read
    }
}

fn is_spelled(known: Known) -> bool {
    let number = known
        .number
        .or(known.ordinal.filter(|&ordinal| ordinal > 2));
    number.is_some_and(|number| (2..1_000).contains(&number))
}

//! Reads the terms of an article, passage by passage.

use super::passages::{LONGEST_PASSAGE, compounds, passages, starts_sentence, title_parts};
use super::word::{Gathered, Opening, PLURAL, Passage, SHOUTED, Stand};
use super::{Marks, Occurrences, Terms};
use crate::text::vocabulary::Evidence;
use crate::text::{self, Token};
use crate::{Article, Language, hash};

/// Reads terms; keeps its buffers from one article to the next.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    /// The words; those of the title come first, with their places in the title.
    words: Gathered,
    occurrences: Vec<Occurrences>,
    passages: Vec<u64>,
    lengths: Vec<u8>,
    title_parts: usize,
    title_tokens: Vec<Token>,
    /// How many of the words' places are the title's.
    title_places: usize,
}

impl Reader {
    /// The terms of an article whose text has been cut into `tokens`.
    pub(crate) fn read(&mut self, article: Article<'_>, tokens: &[Token]) -> Terms {
        let (title, text) = (article.title(), article.text());
        self.words.clear();
        self.passages.clear();
        self.lengths.clear();
        let mut evidence = Evidence::default();
        if let Some(title) = title {
            text::tokenize_into(title, &mut self.title_tokens);
            evidence.read(title, &self.title_tokens);
        }
        evidence.read(text, tokens);
        let language = article.language().or_else(|| evidence.language());
        let mut position = 0;
        for part in title.into_iter().flat_map(title_parts) {
            let mut title_tokens = std::mem::take(&mut self.title_tokens);
            text::tokenize_into(part, &mut title_tokens);
            let before = self.words.places.len();
            for some in title_tokens.chunks(LONGEST_PASSAGE) {
                let passage =
                    Passage::new(language, part, some, Opening::Title, self.passages.len());
                self.passage(&passage, some, &mut position);
            }
            let offset = title.map_or(0, |title| part.as_ptr().addr() - title.as_ptr().addr());
            for (_, span) in self.words.places.iter_mut().skip(before) {
                let moved = |at: u32| at.wrapping_add(offset as u32);
                *span = moved(span.start)..moved(span.end);
            }
            self.title_tokens = title_tokens;
        }
        self.title_parts = self.passages.len();
        self.title_places = self.words.places.len();
        let mut before = 0;
        for range in passages(text, tokens) {
            let some = &tokens[range];
            let start = some.first().map_or(before, |token| token.start);
            let opening = match text.get(before..start) {
                Some(gap) if before > 0 && !starts_sentence(gap) => Opening::Clause,
                _ => Opening::Sentence,
            };
            let passage = Passage::new(language, text, some, opening, self.passages.len());
            self.passage(&passage, some, &mut position);
            before = some.last().map_or(before, |token| token.end);
        }
        self.finish(language)
    }

    /// The hash of the folded words of the title read last; 0 for none.
    pub(crate) fn title_wording(&self) -> u64 {
        hash::sequence(self.passages.get(..self.title_parts).unwrap_or_default())
    }

    /// How the article read last first spells the words with these keys, ascending; an empty string
    /// for one it does not use.
    pub(crate) fn spell<'a>(&self, article: Article<'a>, keys: &[u32]) -> Vec<&'a str> {
        let mut spelled = vec![""; keys.len()];
        let (in_title, in_text) = self.words.places.split_at(self.title_places);
        let title = article.title().unwrap_or_default();
        for (places, text) in [(in_title, title), (in_text, article.text())] {
            for (key, span) in places {
                if let Ok(place) = keys.binary_search(key)
                    && let Some(word) = spelled.get_mut(place).filter(|word| word.is_empty())
                {
                    let span = span.start as usize..span.end as usize;
                    *word = text.get(span).unwrap_or_default();
                }
            }
        }
        spelled
    }

    fn passage(&mut self, passage: &Passage<'_>, tokens: &[Token], position: &mut usize) {
        let mut words = None;
        // The first word of a title or sentence has a capital for nothing.
        let mut own_capital = passage.opening == Opening::Clause;
        let mut before = 0;
        self.words.begin_passage();
        for compound in compounds(passage.text, tokens) {
            for word in compound {
                words = Some(words.map_or(word.hash, |sequence| hash::join(sequence, word.hash)));
            }
            let (Some(first), Some(last)) = (compound.first(), compound.last()) else {
                continue;
            };
            let gap = passage.text.get(before..first.start).unwrap_or_default();
            let stand = Stand {
                position: *position,
                own_capital: own_capital && (before == 0 || !starts_sentence(gap)),
            };
            self.words.compound(passage, compound, stand);
            own_capital = true;
            before = last.end;
            *position += 1;
        }
        if let Some(last) = self.passages.get_mut(usize::from(u16::MAX)) {
            *last = hash::join(*last, words.unwrap_or_default());
        } else {
            self.passages.extend(words);
            self.lengths.push(tokens.len() as u8);
        }
    }

    fn finish(&mut self, language: Option<Language>) -> Terms {
        self.words.seen.sort_unstable();
        // Where all words are in capitals, these tell nothing.
        let shouted = self
            .words
            .seen
            .iter()
            .filter(|&seen| seen & SHOUTED != 0)
            .count();
        if 2 * shouted > self.words.seen.len() {
            for seen in &mut self.words.seen {
                *seen &= !u64::from(Marks::UPPER);
            }
        }
        self.occurrences.clear();
        let mut named = false;
        for term in self.words.seen.chunk_by(|a, b| a >> 32 == b >> 32) {
            let all = term.iter().fold(0, |marks, &seen| marks | seen);
            let (mut marks, plural) = (Marks(all as u8), all & PLURAL != 0);
            named |= marks.tells_place_or_day();
            if !plural {
                marks.0 |= Marks::OWN_CAPITAL;
            }
            for here in term.chunk_by(|a, b| a >> 16 == b >> 16) {
                self.occurrences.push(Occurrences {
                    key: (here[0] >> 32) as u32,
                    passage: (here[0] >> 16) as u16,
                    count: u8::try_from(here.len()).unwrap_or(u8::MAX),
                    marks,
                });
            }
        }
        Terms {
            passages: self.passages.as_slice().into(),
            lengths: self.lengths.as_slice().into(),
            title_passages: u16::try_from(self.title_parts).unwrap_or(u16::MAX),
            occurrences: self.occurrences.as_slice().into(),
            named,
            language,
        }
    }
}

/// How an article first spells the words with these keys, ascending; an empty string for one it does not use.
pub(crate) fn spell<'a>(article: Article<'a>, keys: &[u32]) -> Vec<&'a str> {
    let mut reader = Reader::default();
    let tokens = text::tokens(article.text());
    let _terms = reader.read(article, &tokens);
    reader.spell(article, keys)
}

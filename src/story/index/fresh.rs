//! An article as the index compares it, made from its text alone.
//!
//! Nothing here depends on other articles: it is made once and stays.

use super::lexicon::{Lexicon, ShingleTable};
use super::rarity::{Rarity, Usual};
use super::search::Keys;
use crate::Article;
use crate::event::{Background, Occurrences, Scale, Terms};
#[cfg(feature = "store")]
use crate::hash;
use crate::sketch::{Shingles, Signature};
use crate::story::link::LEAST_TERMS;
use crate::story::{CopyFinder, Digest, DigestReader, Rules};
use crate::text;

/// How many more terms an article is listed under than the batch would choose.
const MORE_TERMS: usize = 8;

/// Everything that decides what the index makes of an article.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) rules: Rules,
    pub(super) copies: CopyFinder,
    background: Background,
    usual: Usual,
}

impl Default for Settings {
    fn default() -> Self {
        Self::new(
            Rules::default(),
            CopyFinder::default(),
            Background::english(),
        )
    }
}

impl Settings {
    pub(super) fn new(rules: Rules, copies: CopyFinder, background: Background) -> Self {
        Self {
            rules,
            copies,
            usual: Usual::new(&background),
            background,
        }
    }

    pub(super) fn background(&self) -> &Background {
        &self.background
    }

    /// One number for all of it: files made under another one are refused.
    #[cfg(feature = "store")]
    pub(super) fn fingerprint(&self) -> u64 {
        let rules = &self.rules;
        let numbers = [
            rules.story_threshold,
            rules.date_days,
            rules.date_floor,
            rules.window_days.unwrap_or(f64::INFINITY),
        ];
        let mut parts: Vec<u64> = numbers.iter().map(|number| number.to_bits()).collect();
        parts.extend([
            rules.candidate_terms as u64,
            self.copies.fingerprint(),
            self.background().fingerprint(),
        ]);
        hash::sequence(&parts)
    }

    /// The rarity of terms by the background alone.
    pub(super) fn usual(&self) -> &Usual {
        &self.usual
    }

    /// The terms an article is listed under: the heaviest, by the background alone, so that an
    /// article's lists never change. Some more than the batch takes, which knows better.
    pub(super) fn listed(&self, terms: &Terms) -> Vec<u32> {
        let Some(scale) = scale(terms) else {
            return Vec::new();
        };
        let weigh = |(key, weight): (u32, f32)| (weight.abs() * self.usual.idf(key), key);
        let mut terms: Vec<(f32, u32)> = weights(terms, scale).map(weigh).collect();
        let count = self.rules.candidate_terms + MORE_TERMS;
        if terms.len() > count {
            terms.select_nth_unstable_by(count, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            terms.truncate(count);
        }
        terms.into_iter().map(|(_, key)| key).collect()
    }
}

/// How the terms of an article weigh by count; nothing for one that says too little to be matched
/// by what it is about.
pub(super) fn scale(terms: &Terms) -> Option<Scale> {
    let (mut distinct, mut length) = (0, 0);
    for term in terms.by_term() {
        distinct += 1;
        length += count(term);
    }
    (distinct >= LEAST_TERMS).then(|| Scale::of(f64::from(length)))
}

/// The terms of an article, weighted by count, kind and place, not by rarity; the weights of names
/// and numbers are negative.
pub(super) fn weights(terms: &Terms, scale: Scale) -> impl Iterator<Item = (u32, f32)> + '_ {
    let weight = move |term: &[Occurrences]| {
        let weight = scale.weight(f64::from(count(term)), term[0].marks);
        (term[0].key, weight as f32)
    };
    terms.by_term().map(weight)
}

/// The same where some passages fade: see [`Rarity::faded`].
pub(super) fn faded_weights<'a>(
    terms: &'a Terms,
    scale: Scale,
    rarity: &'a Rarity,
    faded: u64,
) -> impl Iterator<Item = (u32, f32)> + 'a {
    let weight = move |term: &[Occurrences]| {
        let count = rarity.count(terms, faded, term);
        (term[0].key, scale.weight(count, term[0].marks) as f32)
    };
    terms.by_term().map(weight)
}

/// How often a term occurs.
fn count(term: &[Occurrences]) -> u32 {
    term.iter().map(|here| u32::from(here.count)).sum()
}

/// An article just read.
#[derive(Debug)]
pub(super) struct Fresh {
    pub(super) digest: Digest,
    pub(super) wording: Wording,
    pub(super) keys: Keys,
}

/// The words of an article, laid out for comparison once there is something to compare with.
#[derive(Debug)]
pub(super) struct Wording {
    pub(super) words: Vec<u64>,
    table: Option<ShingleTable>,
}

impl Wording {
    pub(super) fn new(words: Vec<u64>) -> Self {
        Self { words, table: None }
    }

    pub(super) fn table(&mut self, lexicon: &Lexicon, settings: &Settings) -> &mut ShingleTable {
        let run = settings.copies.hasher().shingle_words();
        self.table
            .get_or_insert_with(|| lexicon.lay_out(&self.words, run))
    }
}

/// Reads articles; keeps its buffers from one to the next.
#[derive(Debug)]
pub(super) struct Reader {
    digests: DigestReader,
    shingles: Shingles,
    signature: Signature,
    keys: Vec<u64>,
}

impl Reader {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            digests: DigestReader::default(),
            shingles: settings.copies.hasher().shingles(),
            signature: settings.copies.hasher().empty(),
            keys: Vec::new(),
        }
    }

    /// What the copy channel alone needs of a text: its words and band keys.
    pub(super) fn read_wording(&mut self, settings: &Settings, text: &str) -> (Wording, Vec<u32>) {
        let words: Vec<u64> = text::tokens(text).iter().map(|token| token.hash).collect();
        let bands = self.sign(settings, &words);
        (Wording::new(words), bands)
    }

    pub(super) fn read(&mut self, settings: &Settings, article: Article<'_>) -> Fresh {
        let digest = self.digests.read(article);
        let words = self.digests.tokens().iter().map(|token| token.hash);
        let words: Vec<u64> = words.collect();
        Fresh {
            keys: Keys {
                bands: self.sign(settings, &words),
                terms: settings.listed(digest.terms()),
            },
            wording: Wording::new(words),
            digest,
        }
    }

    /// How the article read last first spells the words with these keys, ascending; an empty string
    /// for one it does not use.
    pub(super) fn spell(&self, article: Article<'_>, keys: &[u32]) -> Vec<String> {
        self.digests.terms().spell(article, keys)
    }

    /// The band keys of a text of these words; none without words.
    pub(super) fn sign(&mut self, settings: &Settings, words: &[u64]) -> Vec<u32> {
        self.shingles.read_words(words);
        let shingles = self.shingles.hashes();
        settings.copies.hasher().sign(shingles, &mut self.signature);
        settings
            .copies
            .banding()
            .band_keys_into(&self.signature, &mut self.keys);
        // The upper half is enough: whoever meets by it is compared exactly.
        self.keys.iter().map(|&key| (key >> 32) as u32).collect()
    }
}

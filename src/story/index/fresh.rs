//! An article as the index compares it, made from its text alone.
//!
//! Nothing here depends on other articles: it is made once and stays.

use super::search::Keys;
use crate::Article;
use crate::event::{Background, Census, TermVector, Terms};
#[cfg(feature = "store")]
use crate::hash;
use crate::sketch::{ShingleSet, Shingles, Signature};
use crate::story::{CopyFinder, Digest, DigestReader, Rules};

/// With fewer terms than this a text says too little to be matched by what it is about.
const LEAST_TERMS: usize = 4;

/// How many more terms an article is listed under than the batch would choose.
const MORE_TERMS: usize = 8;

/// Everything that decides what the index makes of an article.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) rules: Rules,
    pub(super) copies: CopyFinder,
    background: Background,
    /// Counts nothing and knows no rarity: what a term weighs by its article alone.
    plain: Census,
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
            background,
            plain: Census::alone(Background::none()),
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

    /// The terms of an article, weighted by count, kind and place, not by rarity; none for one that
    /// says too little.
    pub(super) fn vector(&self, terms: &Terms) -> TermVector {
        let vector = self.plain.weigh(terms);
        if vector.len() < LEAST_TERMS {
            TermVector::default()
        } else {
            vector
        }
    }

    /// The terms an article is listed under: the heaviest, by the background alone, so that an
    /// article's lists never change. Some more than the batch takes, which knows better.
    pub(super) fn listed(&self, vector: &TermVector) -> Vec<u32> {
        let weigh = |(key, weight): (u32, f32)| {
            (f64::from(weight) * self.background.idf_of(key, 0, 0), key)
        };
        let mut terms: Vec<(f64, u32)> = vector.iter().map(weigh).collect();
        let count = self.rules.candidate_terms + MORE_TERMS;
        if terms.len() > count {
            terms.select_nth_unstable_by(count, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            terms.truncate(count);
        }
        terms.into_iter().map(|(_, key)| key).collect()
    }

    fn band_keys(&self, signature: &Signature) -> Vec<u32> {
        if signature.is_empty() {
            return Vec::new();
        }
        let keys = self.copies.banding().band_keys(signature);
        // The upper half is enough: whoever meets by it is compared exactly.
        keys.into_iter().map(|key| (key >> 32) as u32).collect()
    }

    /// The band keys of a text whose shingles are known.
    pub(super) fn bands_of(&self, shingles: &ShingleSet) -> Vec<u32> {
        self.band_keys(&self.copies.hasher().signature(shingles.hashes()))
    }
}

/// An article just read.
#[derive(Debug)]
pub(super) struct Fresh {
    pub(super) digest: Digest,
    pub(super) vector: TermVector,
    pub(super) shingles: ShingleSet,
    pub(super) keys: Keys,
}

/// Reads articles; keeps its buffers from one to the next.
#[derive(Debug)]
pub(super) struct Reader {
    digests: DigestReader,
    words: Vec<u64>,
    shingles: Shingles,
    signature: Signature,
}

impl Reader {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            digests: DigestReader::default(),
            words: Vec::new(),
            shingles: settings.copies.hasher().shingles(),
            signature: settings.copies.hasher().empty(),
        }
    }

    /// What the copy channel alone needs of a text: its shingles and band keys.
    pub(super) fn read_shingles(
        &mut self,
        settings: &Settings,
        text: &str,
    ) -> (ShingleSet, Vec<u32>) {
        self.shingles.read_text(text);
        settings
            .copies
            .hasher()
            .sign(self.shingles.hashes(), &mut self.signature);
        (
            ShingleSet::from(&self.shingles),
            settings.band_keys(&self.signature),
        )
    }

    pub(super) fn read(&mut self, settings: &Settings, article: Article<'_>) -> Fresh {
        let digest = self.digests.read(article);
        self.words.clear();
        self.words
            .extend(self.digests.tokens().iter().map(|token| token.hash));
        self.shingles.read_words(&self.words);
        settings
            .copies
            .hasher()
            .sign(self.shingles.hashes(), &mut self.signature);
        let vector = settings.vector(digest.terms());
        Fresh {
            keys: Keys {
                bands: settings.band_keys(&self.signature),
                terms: settings.listed(&vector),
            },
            shingles: ShingleSet::from(&self.shingles),
            vector,
            digest,
        }
    }
}

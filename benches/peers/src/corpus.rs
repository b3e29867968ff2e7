//! A seeded generator of news-like corpora of any size, with planted copies.
//!
//! Articles are random walks over the word pairs of the texts given, so that their short shingles
//! recur as those of real news do. One article in eleven starts a cluster of two to six versions,
//! each edited in known ways: words replaced, sentences dropped, inserted and swapped. Words are in
//! lower case with single spaces, so that every tokenizer finds the same ones and one exact truth
//! holds for all.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

/// What to generate.
pub struct Plan {
    /// How many articles.
    pub articles: usize,
    /// Words of an article at the median; lengths spread from half to twice of it.
    pub words: usize,
    /// Seed: the same plan over the same texts gives the same corpus.
    pub seed: u64,
}

/// A small generator of random numbers (SplitMix64), enough to shuffle words.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    fn chance(&mut self, probability: f64) -> bool {
        (self.next() >> 11) as f64 / ((1_u64 << 53) as f64) < probability
    }
}

/// Words by number, and for each pair of words those that follow it somewhere.
struct Chain {
    words: Vec<String>,
    starts: Vec<(u32, u32)>,
    next: BTreeMap<(u32, u32), Vec<u32>>,
}

impl Chain {
    fn over(texts: &[String]) -> Result<Self, Box<dyn Error>> {
        let (mut words, mut numbers) = (Vec::new(), BTreeMap::new());
        let (mut starts, mut next) = (Vec::new(), BTreeMap::<_, Vec<u32>>::new());
        for text in texts {
            let text: Vec<u32> = text
                .split(|c: char| !c.is_ascii_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(|word| {
                    let word = word.to_ascii_lowercase();
                    *numbers.entry(word.clone()).or_insert_with(|| {
                        words.push(word);
                        (words.len() - 1) as u32
                    })
                })
                .collect();
            starts.extend(text.windows(2).step_by(20).map(|pair| (pair[0], pair[1])));
            for run in text.windows(3) {
                next.entry((run[0], run[1])).or_default().push(run[2]);
            }
        }
        if starts.is_empty() {
            return Err("the texts given hold no words".into());
        }
        Ok(Self {
            words,
            starts,
            next,
        })
    }

    /// A walk of `length` words.
    fn walk(&self, length: usize, random: &mut Random) -> Vec<u32> {
        let mut walk = Vec::with_capacity(length + 2);
        let mut pair = self.starts[random.below(self.starts.len())];
        while walk.len() < length {
            match self.next.get(&pair) {
                // A jump now and then keeps long quotes of one text rare.
                Some(followers) if !random.chance(0.05) => {
                    let word = followers[random.below(followers.len())];
                    walk.push(word);
                    pair = (pair.1, word);
                }
                _ => pair = self.starts[random.below(self.starts.len())],
            }
        }
        walk
    }

    fn text(&self, walk: &[u32]) -> String {
        let words: Vec<&str> = walk
            .iter()
            .map(|&word| self.words[word as usize].as_str())
            .collect();
        words.join(" ")
    }

    /// A version of an article: up to 8 % of its words replaced, then maybe a sentence of 20 words
    /// dropped, inserted or moved.
    fn edited(&self, walk: &[u32], random: &mut Random) -> Vec<u32> {
        let rate = 0.002 + 0.078 * random.below(1000) as f64 / 1000.0;
        let mut walk = walk.to_vec();
        for word in &mut walk {
            if random.chance(rate) {
                *word = random.below(self.words.len()) as u32;
            }
        }
        for _ in 0..random.below(4) {
            let at = random.below(walk.len().max(1)).min(walk.len());
            let end = (at + 20).min(walk.len());
            match random.below(3) {
                0 if walk.len() > 80 => drop(walk.drain(at..end)),
                1 => drop(walk.splice(at..at, self.walk(20, random))),
                _ => walk[at..].rotate_left((end - at) / 2),
            }
        }
        walk
    }
}

/// Generates a corpus over the texts of some files.
pub fn generate(files: &[PathBuf], plan: &Plan) -> Result<Vec<String>, Box<dyn Error>> {
    let mut texts = Vec::new();
    for file in files {
        texts.extend(read_texts(file)?);
    }
    let chain = Chain::over(&texts)?;
    let mut random = Random(plan.seed);
    let mut corpus = Vec::with_capacity(plan.articles);
    while corpus.len() < plan.articles {
        let length = plan.words / 2 + random.below(plan.words) + random.below(plan.words / 2 + 1);
        let walk = chain.walk(length.max(1), &mut random);
        corpus.push(chain.text(&walk));
        if random.chance(0.09) {
            for _ in 0..=random.below(5) {
                corpus.push(chain.text(&chain.edited(&walk, &mut random)));
            }
        }
    }
    corpus.truncate(plan.articles);
    for i in (1..corpus.len()).rev() {
        corpus.swap(i, random.below(i + 1));
    }
    Ok(corpus)
}

/// The texts of a file: one a line where it is JSONL with a `text`, else its whole content.
fn read_texts(file: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let content =
        std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    if file
        .extension()
        .is_none_or(|extension| extension != "jsonl")
    {
        return Ok(vec![content]);
    }
    let row = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(value.get("text")?.as_str()?.to_owned())
    };
    Ok(content.lines().filter_map(row).collect())
}

/// Writes a corpus, one text a line.
pub fn save(corpus: &[String], file: &Path) -> Result<(), Box<dyn Error>> {
    Ok(std::fs::write(file, corpus.join("\n"))?)
}

/// Reads what [`save`] wrote.
pub fn load(file: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    Ok(std::fs::read_to_string(file)?
        .lines()
        .map(str::to_owned)
        .collect())
}

//! Each library through its public interface, in the fastest configuration that does the job.
//!
//! All of them get 128 hashes and the same five-word shingles, and report the pairs they hold to be
//! at least as alike as the threshold: by their estimate, or exactly where they can.

use std::hash::BuildHasherDefault;

use crate::measure::{Cost, Meter};
use crate::shingles::{SHINGLE, hashes, windows};

const SLOTS: usize = 128;

/// A library: its name, and a run over texts at a threshold.
pub struct Peer {
    pub name: &'static str,
    pub run: fn(&[String], f64) -> Outcome,
}

/// The pairs a run found and what it cost.
pub type Outcome = (Vec<(u32, u32)>, Cost);

/// Everyone, retold first.
pub const ALL: &[Peer] = &[
    Peer {
        name: "retold",
        run: retold,
    },
    Peer {
        name: "probminhash OptDens",
        run: optdens,
    },
    Peer {
        name: "minhash-rs",
        run: minhash_rs,
    },
    Peer {
        name: "txtfp",
        run: txtfp,
    },
    Peer {
        name: "gaoya",
        run: gaoya,
    },
    Peer {
        name: "datasketch-minhash-lsh",
        run: datasketch,
    },
    Peer {
        name: "lshdedup-core",
        run: lshdedup,
    },
];

/// Bands for the peers that take them: 32 × 4 up to a threshold of 0.5, 16 × 8 above.
fn bands(threshold: f64) -> usize {
    if threshold <= 0.5 { 32 } else { 16 }
}

/// Verified exactly; its signatures are timed once more by themselves, since it keeps none.
fn retold(texts: &[String], threshold: f64) -> Outcome {
    use retold::sketch::MinHasher;
    use retold::story::CopyFinder;

    let meter = Meter::start();
    let finder = CopyFinder::new(SHINGLE, threshold).expect("settings in range");
    let finder = finder.containment(1.0, usize::MAX);
    let copies = finder.find(texts.len(), |n, shingles| shingles.read_text(&texts[n]));
    let found = copies
        .pairs()
        .map(|(left, right)| (left as u32, right as u32))
        .collect();
    let cost = meter.stop();

    let mut meter = Meter::start();
    let hasher = MinHasher::new(SLOTS, SHINGLE).expect("settings in range");
    let (mut shingles, mut signature) = (hasher.shingles(), hasher.empty());
    for text in texts {
        shingles.read_text(text);
        hasher.sign(shingles.hashes(), &mut signature);
        std::hint::black_box(&signature);
    }
    meter.signed();
    (
        found,
        Cost {
            sign: meter.stop().sign,
            ..cost
        },
    )
}

/// OptDens makes signatures only; sorted bands are added to it, the fastest kind measured here.
fn optdens(texts: &[String], threshold: f64) -> Outcome {
    use probminhash::densminhash::OptDensMinHash;
    use probminhash::nohasher::NoHashHasher;

    let mut meter = Meter::start();
    let hasher = BuildHasherDefault::<NoHashHasher>::default();
    let mut sketch = OptDensMinHash::<f32, u64, NoHashHasher>::new(SLOTS, hasher);
    let mut signatures = Vec::with_capacity(texts.len());
    for text in texts {
        sketch.reinit();
        sketch
            .sketch_slice(&hashes(text))
            .expect("a slice of shingles");
        signatures.push(sketch.get_hsketch_u64());
    }
    meter.signed();
    let rows = SLOTS / bands(threshold);
    let mut found = Vec::new();
    let mut table: Vec<(u64, u32)> = Vec::new();
    for band in 0..bands(threshold) {
        table.clear();
        for (id, signature) in signatures.iter().enumerate() {
            let slots = signature[band * rows..][..rows].iter();
            let key = slots.fold(0, |key: u64, slot| {
                (key ^ slot)
                    .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                    .rotate_left(29)
            });
            table.push((key, id as u32));
        }
        table.sort_unstable();
        for bucket in table.chunk_by(|a, b| a.0 == b.0) {
            for (n, &(_, right)) in bucket.iter().enumerate() {
                found.extend(bucket[..n].iter().map(|&(_, left)| (left, right)));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found.retain(|&(left, right)| {
        let slots = signatures[left as usize]
            .iter()
            .zip(&signatures[right as usize]);
        slots.filter(|(a, b)| a == b).count() as f64 >= threshold * SLOTS as f64
    });
    (found, meter.stop())
}

fn minhash_rs(texts: &[String], threshold: f64) -> Outcome {
    if bands(threshold) == 32 {
        minhash_rs_banded::<32>(texts, threshold)
    } else {
        minhash_rs_banded::<16>(texts, threshold)
    }
}

fn minhash_rs_banded<const BANDS: usize>(texts: &[String], threshold: f64) -> Outcome {
    use minhash_rs::prelude::*;

    let mut meter = Meter::start();
    let signatures: Vec<MinHash<u32, SLOTS>> = texts
        .iter()
        .map(|text| hashes(text).into_iter().collect())
        .collect();
    meter.signed();
    let index: LshIndex<_, SLOTS, BANDS, Store> = LshIndex::from_signatures(signatures);
    let mut state = QueryState::new();
    let mut found = Vec::new();
    for id in 0..texts.len() as u32 {
        let signature = index.signature(id);
        for candidate in index.candidates(signature, &mut state) {
            if candidate.id < id
                && signature.estimate_jaccard_index(index.signature(candidate.id)) >= threshold
            {
                found.push((candidate.id, id));
            }
        }
    }
    (found, meter.stop())
}

/// Without its canonicaliser, which halves its speed and changes nothing on this corpus.
fn txtfp(texts: &[String], threshold: f64) -> Outcome {
    use txtfp::{
        CanonicalizerBuilder, CaseFold, Fingerprinter, LshIndex, MinHashFingerprinter,
        Normalization, ShingleTokenizer, WordTokenizer,
    };

    let mut meter = Meter::start();
    let plain = CanonicalizerBuilder {
        normalization: Normalization::None,
        case_fold: CaseFold::None,
        strip_bidi: false,
        strip_format: false,
        apply_confusable: false,
    };
    let tokenizer = ShingleTokenizer {
        k: SHINGLE,
        inner: WordTokenizer,
    };
    let hasher = MinHashFingerprinter::<_, SLOTS>::new(plain.build(), tokenizer);
    let signatures: Vec<_> = texts
        .iter()
        .map(|text| hasher.fingerprint(text).expect("a text with words"))
        .collect();
    meter.signed();
    let rows = SLOTS / bands(threshold);
    let mut index = LshIndex::<SLOTS>::with_bands_rows(bands(threshold), rows).expect("bands");
    for (id, signature) in signatures.iter().enumerate() {
        index.insert(id as u64, *signature);
    }
    let mut found = Vec::new();
    for (id, signature) in signatures.iter().enumerate() {
        for hit in index.query_with_threshold(signature, threshold as f32) {
            if hit < id as u64 {
                found.push((hit as u32, id as u32));
            }
        }
    }
    (found, meter.stop())
}

fn gaoya(texts: &[String], threshold: f64) -> Outcome {
    use gaoya::minhash::{MinHashIndex, MinHasher, MinHasher32};

    let mut meter = Meter::start();
    let hasher = MinHasher32::new(SLOTS);
    let signatures: Vec<Vec<u32>> = texts
        .iter()
        .map(|text| hasher.create_signature(windows(text, SHINGLE)))
        .collect();
    meter.signed();
    let rows = SLOTS / bands(threshold);
    let mut index = MinHashIndex::<u32, u32>::new(bands(threshold), rows, threshold);
    for (id, signature) in signatures.into_iter().enumerate() {
        index.insert(id as u32, signature);
    }
    let mut found = Vec::new();
    for id in 0..texts.len() as u32 {
        found.extend(
            index
                .query_by_id(&id)
                .into_iter()
                .filter(|&&hit| hit < id)
                .map(|&hit| (hit, id)),
        );
    }
    (found, meter.stop())
}

/// It plans its own bands; its hits are candidates, so its own estimate is asked for each.
fn datasketch(texts: &[String], threshold: f64) -> Outcome {
    use datasketch_minhash_lsh::{MinHash, MinHashLsh};

    let mut meter = Meter::start();
    let blank = MinHash::new(SLOTS, Some(1));
    let mut signatures: Vec<MinHash> = texts
        .iter()
        .map(|text| {
            let mut signature = blank.clone();
            hashes(text)
                .iter()
                .for_each(|shingle| signature.update(shingle));
            signature
        })
        .collect();
    meter.signed();
    let mut index = MinHashLsh::<u32>::new(SLOTS, None, Some(threshold)).expect("a threshold");
    for (id, signature) in signatures.iter().enumerate() {
        index.insert(id as u32, signature).expect("a new id");
    }
    let mut found = Vec::new();
    for id in 0..signatures.len() {
        for hit in index
            .query(&signatures[id])
            .expect("a signature of its size")
        {
            if (hit as usize) < id {
                let (before, after) = signatures.split_at_mut(id);
                let alike = after[0].jaccard(&before[hit as usize]).expect("one family");
                if f64::from(alike) >= threshold {
                    found.push((hit, id as u32));
                }
            }
        }
    }
    (found, meter.stop())
}

/// It takes texts only, so every text is sketched once to insert it and once to ask for it.
fn lshdedup(texts: &[String], threshold: f64) -> Outcome {
    use lshdedup_core::{Config, Index, ShingleUnit};

    let mut meter = Meter::start();
    let config = Config {
        num_hashes: SLOTS,
        bands: bands(threshold),
        shingle_size: SHINGLE,
        shingle_unit: ShingleUnit::Word,
        seed: 0,
    };
    let mut index = Index::new(config).expect("settings in range");
    for (id, text) in texts.iter().enumerate() {
        index.insert(id.to_string(), text).expect("a new id");
    }
    meter.signed();
    let mut found = Vec::new();
    for (id, text) in texts.iter().enumerate() {
        for hit in index.near_duplicates(text, threshold) {
            let hit: usize = hit.id.parse().expect("the id given");
            if hit < id {
                found.push((hit as u32, id as u32));
            }
        }
    }
    (found, meter.stop())
}

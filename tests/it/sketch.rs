//! Shingle sets, signatures and what they estimate.

use std::collections::BTreeSet;

use proptest::prelude::*;
use retold::sketch::{MinHasher, ShingleSet, Shingles, Signature};
use retold::{FormatError, hash};

/// `SplitMix64`.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    pub(crate) fn words(&mut self, n: usize) -> Vec<u64> {
        (0..n).map(|_| self.next()).collect()
    }
}

/// Replaces words of a text, or inserts new ones, at random places.
fn edited(words: &[u64], edits: usize, insert: bool, random: &mut Random) -> Vec<u64> {
    let mut words = words.to_vec();
    for _ in 0..edits {
        let (at, new) = (random.below(words.len()), random.next());
        if insert {
            words.insert(at, new);
        } else {
            words[at] = new;
        }
    }
    words
}

/// The mean error and the mean squared error of estimates, the latter as a part of `J(1 − J)/k`,
/// for texts of so many shingles of 3 words.
fn errors(hasher: &MinHasher, shingles: usize, edits: usize, insert: bool) -> (f64, f64) {
    const TRIALS: usize = 3_000;
    let mut random = Random((shingles * 10 + edits) as u64);
    let (mut bias, mut squared, mut bound) = (0.0, 0.0, 0.0);
    for _ in 0..TRIALS {
        let left = random.words(shingles + 2);
        let right = edited(&left, edits, insert, &mut random);
        let sign = |words: &[u64]| {
            let mut shingles = hasher.shingles();
            shingles.read_words(words);
            hasher.signature(shingles.hashes())
        };
        let exact = ShingleSet::of_words(&left, 3).jaccard(&ShingleSet::of_words(&right, 3));
        let error = sign(&left).estimate_jaccard(&sign(&right)).unwrap() - exact;
        bias += error;
        squared += error * error;
        bound += exact * (1.0 - exact) / hasher.slots() as f64;
    }
    let trials = TRIALS as f64;
    // As many standard errors off zero as the mean error is.
    (
        bias / trials / (bound / trials / trials).sqrt(),
        squared / bound,
    )
}

/// Four standard errors are passed by chance once in 16,000; the squared errors measured are 0.5 to
/// 0.95 of the bound, and their standard error is 0.026 of it.
#[test]
fn estimates_have_no_bias_and_less_error_than_independent_hashes() {
    for (slots, shingles, edits) in [
        (128, 50, [2, 7]),
        (128, 300, [10, 50]),
        (128, 1_000, [30, 150]),
        (100, 300, [10, 50]),
        (256, 300, [10, 50]),
    ] {
        let hasher = MinHasher::new(slots, 3).unwrap();
        for edits in edits {
            for insert in [false, true] {
                let (bias, squared) = errors(&hasher, shingles, edits, insert);
                let case = format!(
                    "{slots} slots, {shingles} shingles, {edits} edits, inserted: {insert}: \
                     bias {bias:+.1} standard errors, squared error {squared:.2} of the bound"
                );
                println!("{case}");
                assert!(bias.abs() < 4.0 && squared <= 1.0, "{case}");
            }
        }
    }
}

/// The specification word by word, in which no round is left out.
fn specified(shingles: &[u64], count: usize) -> Vec<u32> {
    let split = |i: u64| Random(i.wrapping_sub(1).wrapping_mul(0x9e37_79b9_7f4a_7c15)).next();
    let value = |round: u64, h: u64| {
        if round == 0 {
            return h;
        }
        let p = (round - 1) / 2;
        let m = hash::join(h ^ split(2 * p + 1), split(2 * p + 2));
        if round % 2 == 1 { m } else { m.rotate_left(32) }
    };
    let slot = |s: u64| {
        let falls = |w: &u64| (u128::from(*w) * count as u128) >> 64 == u128::from(s);
        let round = |round| {
            let here = shingles.iter().map(|&h| value(round, h)).filter(falls);
            here.map(|w| w >> 8).min()
        };
        let rest = || {
            let (a, b) = (split(1024 + 2 * s), split(1025 + 2 * s));
            shingles.iter().map(|&h| hash::join(h ^ a, b) >> 8).min()
        };
        (0..17).find_map(round).or_else(rest)
    };
    (0..count as u64).map(|s| slot(s).unwrap() as u32).collect()
}

#[test]
fn signatures_follow_the_specification() {
    let mut random = Random(1);
    for slots in [32, 33, 100, 128, 1_024] {
        let hasher = MinHasher::new(slots, 3).unwrap();
        for shingles in [1, 2, 7, 50, 6 * slots - 1, 6 * slots] {
            let shingles = random.words(shingles);
            let signature = hasher.signature(&shingles);
            assert_eq!(signature.slots(), specified(&shingles, slots));
        }
    }
}

const REPORT: &str = "A strong quake struck the northern coast on Monday. \
    Officials said on Tuesday that nobody was hurt.";

/// NEVER REGENERATE these bytes: they were computed from the written specification by another
/// program. If one fails, signatures stored by earlier versions would be misread. (The fingerprint of
/// the settings and the checksum are those of folding version 2; the slots are the first ones.)
#[test]
fn signatures_keep_their_bytes() {
    let hex =
        |bytes: &[u8]| -> Vec<String> { bytes.iter().map(|byte| format!("{byte:02x}")).collect() };
    let small = MinHasher::new(32, 3).unwrap();
    for (text, expected) in [
        (
            REPORT,
            "525473670100000051bf799e77c34a978000000000000000a4ff72ba6885ab1de3e07f9567e8a132a130bcd4\
             46d64f7a92ff622a45c18fce4fc0446c8604ebe40349a5d9b9693860a4780030d929e2f8594230c32b01ab24\
             316c13ea80f1c98c0bb870f3776b3a9033638f6212217d18c2c1e19a36b222dcf2ae45000ca750a70bb6406a\
             d1fc9acd9e0268b044a5493b62141487debfbe39adeff9e6092bf6f0",
        ),
        (
            "a strong",
            "525473670100000051bf799e77c34a978000000000000000bb8a4e592e6791844b4cfaf778736a477f613512\
             0150a917a0b118abf266dbae6c18deeb56fa03bf35ef3e67b2fdf12fdffd5d3b0d1919914f71804e249e7b3c\
             a71b74741d37641e40be08fd885fb19e84a97f1cec4a693a8d4699a6ada27457c10e8975637404575f5a3fea\
             9c373b846d8fc0c8f2802988a2d47f2f5e12d3a9b14c579c04aff67d",
        ),
        (
            "",
            "525473670100000051bf799e77c34a970000000000000000aaf6855e8c7d95b4",
        ),
    ] {
        let found = hex(&small.signature_of_text(text).to_bytes()).concat();
        assert_eq!(found, expected);
    }
    let long = (0..1_000).map(|n| format!("word{n}"));
    let long = long.collect::<Vec<_>>().join(" ");
    for (slots, text, expected) in [
        (128, REPORT, 0xdb34_9dd0_2a9a_2887),
        (100, REPORT, 0x1490_5c4c_f5ad_c97a),
        (1_024, REPORT, 0x9686_a1c2_efd9_d38c),
        (128, &long, 0xd78a_2640_2f7c_dc90),
        (100, &long, 0x4e40_c469_806b_ce44),
    ] {
        let hasher = MinHasher::new(slots, 3).unwrap();
        let bytes = hasher.signature_of_text(text).to_bytes();
        assert_eq!(hash::bytes(&bytes), expected, "{slots} slots");
        assert_eq!(
            hasher.read_signature(&bytes),
            Ok(hasher.signature_of_text(text))
        );
    }
}

#[test]
fn signatures_of_other_settings_are_not_compared() {
    let [one, other] =
        [(128, 3), (128, 5)].map(|(slots, words)| MinHasher::new(slots, words).unwrap());
    let (left, right) = (
        one.signature_of_text(REPORT),
        other.signature_of_text(REPORT),
    );
    assert!(matches!(
        left.estimate_jaccard(&right),
        Err(FormatError::Settings { .. })
    ));
    let mixed = other.read_signature(&left.to_bytes());
    assert!(matches!(mixed, Err(FormatError::Settings { .. })));
    // Contents that no signature has, and that none of these settings has, in frames that hold.
    let cut = |slots: usize| {
        let mut bytes = left.to_bytes();
        bytes.truncate(24 + 4 * slots);
        bytes[16..24].copy_from_slice(&(4 * slots as u64).to_le_bytes());
        bytes.extend(hash::bytes(&bytes).to_le_bytes());
        bytes
    };
    assert!(Signature::from_bytes(&cut(32)).is_ok());
    assert!(matches!(
        one.read_signature(&cut(32)),
        Err(FormatError::Invalid { .. })
    ));
    let bytes = cut(28);
    assert!(matches!(
        Signature::from_bytes(&bytes),
        Err(FormatError::Invalid { .. })
    ));
}

/// Sizes on both sides of every decision inside, and values that meet.
fn hashes() -> impl Strategy<Value = Vec<u64>> {
    prop_oneof![
        prop::collection::vec(0..40_u64, 0..6),
        prop::collection::vec(0..400_u64, 0..300),
    ]
}

proptest! {
    #[test]
    fn sets_are_sets(left in hashes(), right in hashes()) {
        let [a, b] = [&left, &right].map(|hashes| ShingleSet::from(hashes.clone()));
        let [x, y] = [&left, &right].map(|hashes| hashes.iter().copied().collect::<BTreeSet<_>>());
        let shared = x.intersection(&y).count();
        prop_assert_eq!(a.intersection_len(&b), shared);
        prop_assert_eq!(b.intersection_len(&a), shared);
        prop_assert_eq!(a.len(), x.len());
        let all = x.union(&y).count();
        prop_assert_eq!(a.jaccard(&b), if all == 0 { 0.0 } else { shared as f64 / all as f64 });
        prop_assert_eq!(a.jaccard(&b), b.jaccard(&a));
        prop_assert!(a.jaccard(&b) <= a.containment(&b).min(b.containment(&a)));
    }

    #[test]
    fn order_and_repeats_change_nothing(
        mut hashes in prop::collection::vec(any::<u64>(), 1..1_000),
        slots in 32..=1_024_usize,
    ) {
        let hasher = MinHasher::new(slots, 3).unwrap();
        let signature = hasher.signature(&hashes);
        hashes.reverse();
        hashes.extend_from_within(..hashes.len() / 2);
        prop_assert_eq!(&hasher.signature(&hashes), &signature);
        prop_assert_eq!(signature.estimate_jaccard(&signature), Ok(1.0));
        prop_assert_eq!(Signature::from_bytes(&signature.to_bytes()), Ok(signature));
    }

    #[test]
    fn every_way_to_read_shingles_gives_the_same(text in "[a-c .]{0,40}", n in 0..6_usize) {
        let words: Vec<u64> = retold::text::tokens(&text).iter().map(|token| token.hash).collect();
        let (mut from_text, mut from_words) = (Shingles::new(n), Shingles::new(n));
        from_text.read_text(&text);
        from_words.read_words(&words);
        prop_assert_eq!(from_text.hashes(), from_words.hashes());
        let expected = if words.is_empty() { 0 } else { words.len().saturating_sub(n.max(1)) + 1 };
        prop_assert_eq!(from_text.hashes().len(), expected);
        prop_assert_eq!(ShingleSet::from(&from_text), ShingleSet::of_text(&text, n));
        prop_assert_eq!(ShingleSet::of_words(&words, n), ShingleSet::of_text(&text, n));
    }
}

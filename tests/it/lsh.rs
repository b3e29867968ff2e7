//! Plans, band keys, tables and links.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use retold::lsh::{BandKeys, BandTable, Banding, NEWS_BACKGROUND, connect};
use retold::sketch::{MinHasher, Signature};

use crate::sketch::Random;

/// The signatures of two sets of so many shingles with about so many tenths of Jaccard similarity,
/// and the exact one.
fn pair(
    hasher: &MinHasher,
    size: usize,
    tenths: usize,
    random: &mut Random,
) -> ([Signature; 2], f64) {
    let shared = 2 * size * tenths / (10 + tenths);
    let common = random.words(shared);
    let signatures = [(); 2].map(|()| {
        let own = random.words(size - shared);
        hasher.signature(&[&common[..], &own].concat())
    });
    (signatures, shared as f64 / (2 * size - shared) as f64)
}

fn meet(banding: &Banding, [left, right]: &[Signature; 2]) -> bool {
    let (left, right) = (banding.band_keys(left), banding.band_keys(right));
    left.iter().zip(&right).any(|(a, b)| a == b)
}

/// 2,000 pairs each: the observed part must be within 4 standard errors of the expected one.
#[test]
fn the_s_curve_is_as_planned() {
    const PAIRS: usize = 2_000;
    let hasher = MinHasher::default();
    for (similarity, recall) in [(0.3, 0.95), (0.5, 0.95), (0.5, 0.99), (0.8, 0.95)] {
        let banding = Banding::plan(&hasher, similarity, recall).unwrap();
        for size in [50, 300, 1_000] {
            let mut random = Random(size as u64);
            for tenths in 1..=9 {
                let pairs = (0..PAIRS).map(|_| pair(&hasher, size, tenths, &mut random));
                let (mut observed, mut expected, mut variance) = (0.0, 0.0, 0.0);
                for (signatures, exact) in pairs {
                    let probability = banding.probability(exact);
                    observed += f64::from(u8::from(meet(&banding, &signatures)));
                    expected += probability;
                    variance += probability * (1.0 - probability);
                }
                let off = (observed - expected) / f64::max(variance, 1.0).sqrt();
                println!(
                    "{}x{} {size} shingles, 0.{tenths}: expected {expected:.0}, observed {observed}, {off:+.1}",
                    banding.bands(),
                    banding.rows()
                );
                assert!(off.abs() < 4.0);
            }
        }
    }
}

#[test]
fn plans_are_those_of_the_books() {
    let hasher = MinHasher::default();
    for (similarity, bands, rows) in [(0.3, 32, 2), (0.5, 23, 3), (0.7, 17, 5), (0.8, 13, 7)] {
        let banding = Banding::plan(&hasher, similarity, Banding::RECALL).unwrap();
        assert_eq!((banding.bands(), banding.rows()), (bands, rows));
    }
    // Measured on real news: 27 to 45 of 100,000.
    let loose = Banding::new(&hasher, 64, 2).unwrap();
    let candidates = loose.expected_candidates(100_000, NEWS_BACKGROUND);
    assert!((20.0..60.0).contains(&candidates), "{candidates}");
}

/// NEVER REGENERATE these numbers: they were computed from the written specification by another
/// program. If one fails, keys made by different versions no longer meet.
#[test]
fn band_keys_keep_their_values() {
    let hasher = MinHasher::default();
    let banding = Banding::plan(&hasher, 0.5, 0.95).unwrap();
    let keys = banding.band_keys(&hasher.signature_of_text(
        "A strong quake struck the northern coast on Monday. \
         Officials said on Tuesday that nobody was hurt.",
    ));
    assert_eq!(keys.len(), 23);
    assert_eq!(
        [keys[0], keys[1], keys[22]],
        [
            2_510_302_762_914_143_754,
            12_884_149_328_918_797_624,
            4_688_990_625_489_948_571
        ]
    );
}

#[test]
fn keys_of_other_settings_never_meet() {
    let hashers =
        [(128, 3), (128, 5), (256, 3)].map(|(slots, words)| MinHasher::new(slots, words).unwrap());
    let banding = Banding::new(&hashers[0], 32, 4).unwrap();
    let signatures = hashers.map(|hasher| hasher.signature(&[1, 2, 3]));
    let keys: BTreeSet<u64> = signatures
        .iter()
        .flat_map(|signature| banding.band_keys(signature))
        .collect();
    assert_eq!(keys.len(), 3 * 32);
}

/// Keys of a few articles, from so few values that they often meet; some have none.
fn keys() -> impl Strategy<Value = Vec<Vec<u64>>> {
    let key = (1..5_u64).prop_map(|key| key << 40);
    let some = prop::collection::vec(key, 3);
    prop::collection::vec(prop_oneof![8 => some, 1 => Just(Vec::new())], 0..40)
}

fn band_keys(articles: &[Vec<u64>]) -> BandKeys {
    let mut keys = BandKeys::new(3);
    for article in articles {
        keys.push(article);
    }
    keys
}

fn share(a: &[u64], b: &[u64]) -> bool {
    a.iter().zip(b).any(|(a, b)| a == b)
}

proptest! {
    #[test]
    fn plans_keep_their_word(
        similarity in 0.05..=1.0_f64,
        recall in 0.5..0.999_f64,
        slots in 32..=1_024_usize,
    ) {
        let hasher = MinHasher::new(slots, 3).unwrap();
        if let Ok(banding) = Banding::plan(&hasher, similarity, recall) {
            prop_assert!(banding.bands() * banding.rows() <= slots);
            prop_assert!(banding.expected_recall() >= recall);
            let more = banding.rows() + 1;
            if more <= 16 && slots / more > 0 {
                let finer = Banding::new(&hasher, slots / more, more).unwrap();
                prop_assert!(finer.probability(similarity) < recall);
            }
            if banding.bands() > 1 {
                let fewer = Banding::new(&hasher, banding.bands() - 1, banding.rows()).unwrap();
                prop_assert!(fewer.probability(similarity) < recall);
            }
        } else {
            let loosest = Banding::new(&hasher, slots, 1).unwrap();
            prop_assert!(loosest.probability(similarity) < recall);
        }
    }

    #[test]
    fn candidates_are_all_pairs_that_share_a_key(articles in keys()) {
        let found = band_keys(&articles).candidates(usize::MAX);
        let mut expected = Vec::new();
        for (a, left) in (0..).zip(&articles) {
            for (b, right) in (0..).zip(&articles) {
                if a < b && share(left, right) {
                    expected.push((a, b));
                }
            }
        }
        prop_assert_eq!(found.pairs(), expected);
        prop_assert_eq!((found.capped_buckets(), found.left_out()), (0, 0));
    }

    #[test]
    fn a_cap_leaves_out_what_it_reports(articles in keys(), cap in 2..10_usize) {
        let keys = band_keys(&articles);
        let (all, few) = (keys.candidates(usize::MAX), keys.candidates(cap));
        let all: BTreeSet<_> = all.pairs().iter().collect();
        prop_assert!(few.pairs().iter().all(|pair| all.contains(pair)));
        prop_assert!(few.pairs().len() as u64 + few.left_out() >= all.len() as u64);
        prop_assert!(few.left_out() == 0 || few.capped_buckets() > 0);
        // What fits under the cap is complete, and what does not still hangs together.
        let groups = |pairs: &mut dyn Iterator<Item = &(u32, u32)>| {
            connect(pairs.map(|&(a, b)| (u64::from(a), u64::from(b))))
        };
        prop_assert_eq!(groups(&mut few.pairs().iter()), groups(&mut all.into_iter()));
    }

    #[test]
    fn tables_find_what_shares_a_key(
        articles in keys(),
        query in any::<prop::sample::Index>(),
        removed in prop::collection::vec(any::<prop::sample::Index>(), 0..5),
        cap in 1..40_usize,
    ) {
        prop_assume!(!articles.is_empty());
        let query = &articles[query.index(articles.len())];
        let mut table = BandTable::new();
        let mut kept: BTreeMap<usize, &Vec<u64>> = BTreeMap::new();
        for (n, article) in articles.iter().enumerate() {
            table.insert(n, article);
            kept.insert(n, article);
        }
        for index in removed {
            let n = index.index(articles.len());
            prop_assert_eq!(table.remove(&n), kept.remove(&n).is_some());
        }
        prop_assert_eq!(table.len(), kept.len());
        let met = |article: &[u64], key: &u64| article.contains(key);
        let sharing = kept.iter().filter(|(_, article)| query.iter().any(|key| met(article, key)));
        let all = table.find(query, usize::MAX);
        prop_assert_eq!(&all.articles, &sharing.map(|(n, _)| n).collect::<Vec<_>>());
        prop_assert_eq!(all.left_out, 0);
        let few = table.find(query, cap);
        prop_assert!(few.articles.iter().all(|article| all.articles.contains(article)));
        let beyond = query.iter().map(|key| {
            let bucket = kept.values().filter(|article| met(article, key)).count();
            bucket.saturating_sub(cap) as u64
        });
        prop_assert_eq!(few.left_out, beyond.sum::<u64>());
    }

    #[test]
    fn links_unite_in_any_order_and_any_parts(
        mut links in prop::collection::vec((0..30_u64, 0..30_u64), 0..40),
        cut in any::<prop::sample::Index>(),
        turn in any::<prop::sample::Index>(),
    ) {
        let all = connect(links.iter().copied());
        prop_assert!(all.iter().all(|(id, smallest)| smallest < id));
        let (one, other) = links.split_at(cut.index(links.len() + 1));
        let parts = [connect(other.iter().copied()), connect(one.iter().copied())];
        prop_assert_eq!(&connect(parts.concat()), &all);
        if !links.is_empty() {
            let turn = turn.index(links.len());
            links.rotate_left(turn);
        }
        let turned = links.into_iter().map(|(a, b)| (b, a));
        prop_assert_eq!(&connect(turned), &all);
    }
}

//! Counts allocations: `cargo bench --bench allocations`.
//!
//! Once the buffers have grown to the longest article, an article on its way from text to band keys
//! must not allocate at all. The bench fails if one does.

mod common;

use std::hint::black_box;

use retold::lsh::Banding;
use retold::sketch::MinHasher;

fn main() {
    let texts = common::news();
    let hasher = MinHasher::default();
    let banding = Banding::plan(&hasher, 0.5, 0.95).expect("a plan that exists");
    let (mut shingles, mut signature, mut keys) = (hasher.shingles(), hasher.empty(), Vec::new());
    let mut read_all = || {
        for text in &texts {
            shingles.read_text(text);
            hasher.sign(shingles.hashes(), &mut signature);
            banding.band_keys_into(&signature, &mut keys);
            black_box(&keys);
        }
    };
    let cold = allocation_counter::measure(&mut read_all).count_total;
    let warm = allocation_counter::measure(&mut read_all).count_total;
    println!(
        "{} articles: {cold} allocations, and {warm} when read again",
        texts.len()
    );
    assert_eq!(warm, 0, "an article allocated with warm buffers");
}

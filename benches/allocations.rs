//! Counts allocations: `cargo bench --bench allocations`.
//!
//! Once the buffers have grown to the longest article, an article on its way from text to band keys
//! must not allocate at all; and clustering must not hold more than 3 KiB an article at any moment,
//! beyond the texts. The bench fails otherwise.

mod common;

use std::hint::black_box;

use common::made::made_up;
use retold::Detector;
use retold::lsh::Banding;
use retold::sketch::MinHasher;

/// The most bytes held at one moment while articles are clustered, an article.
fn peak(texts: &[String]) -> u64 {
    let detector = Detector::new();
    // The counter sees one thread.
    let counted = common::alone(|| {
        allocation_counter::measure(|| {
            black_box(detector.cluster(texts));
        })
    });
    counted.bytes_max / texts.len() as u64
}

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

    for (name, texts) in [
        ("the corpus", texts.clone()),
        ("250 words each", made_up(&texts, 30_000)),
    ] {
        let (bytes, own) = (peak(&texts), common::bytes(&texts) / texts.len() as u64);
        println!("{name}: {bytes} bytes an article to cluster texts of {own} bytes");
        assert!(bytes <= 3 * 1024, "too much memory");
    }
}

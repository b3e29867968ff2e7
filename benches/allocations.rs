//! Counts allocations: `cargo bench --bench allocations`. It fails if there are too many.
//!
//! Once the buffers have grown to the longest article, an article on its way from text to band keys
//! must not allocate at all. Beyond the texts, finding similar ones must not hold more than 850
//! bytes an article at any moment, finding excerpts too 1 KiB, and clustering 3 KiB.

mod common;

use std::hint::black_box;

use allocation_counter::measure;
use common::made::made_up;
use retold::Detector;
use retold::lsh::Banding;
use retold::sketch::MinHasher;
use retold::story::CopyFinder;

fn band_keys(texts: &[String]) {
    let hasher = MinHasher::default();
    let banding = Banding::plan(&hasher, 0.5, 0.95).expect("a plan that exists");
    let (mut shingles, mut signature, mut keys) = (hasher.shingles(), hasher.empty(), Vec::new());
    let mut read_all = || {
        for text in texts {
            shingles.read_text(text);
            hasher.sign(shingles.hashes(), &mut signature);
            banding.band_keys_into(&signature, &mut keys);
            black_box(&keys);
        }
    };
    let cold = measure(&mut read_all).count_total;
    let warm = measure(&mut read_all).count_total;
    println!(
        "{} articles: {cold} allocations, and {warm} when read again",
        texts.len()
    );
    assert_eq!(warm, 0, "an article allocated with warm buffers");
}

/// The most bytes an article held at one moment, of which there may be so many.
fn peak(work: &str, most: u64, texts: &[String], run: impl Fn(&[String]) + Sync) {
    // The counter sees one thread.
    let counted = common::alone(|| measure(|| run(texts)));
    let bytes = counted.bytes_max / texts.len() as u64;
    let own = common::bytes(texts) / texts.len() as u64;
    println!("{bytes} bytes an article of {own} bytes to {work} (at most {most})");
    assert!(bytes <= most, "too much memory to {work}");
}

fn main() {
    let texts = common::news();
    band_keys(&texts);
    let find = |finder: CopyFinder| {
        move |texts: &[String]| {
            black_box(finder.find(texts.len(), |n, shingles| shingles.read_text(&texts[n])));
        }
    };
    for texts in [&texts, &made_up(&texts, 30_000)] {
        let similar = CopyFinder::default().containment(2.0, 0);
        peak("find similar texts", 850, texts, find(similar));
        peak(
            "find excerpts too",
            1024,
            texts,
            find(CopyFinder::default()),
        );
        peak("cluster", 3 * 1024, texts, |texts| {
            black_box(Detector::new().cluster(texts));
        });
    }
}

//! How alike unrelated news articles are.

/// The Jaccard similarities of unrelated news articles, over shingles of 3 words: rows of a
/// similarity and the part of all pairs that have about that much.
///
/// Counted on 4 million random pairs of 31,847 English articles of agencies, broadcasters and
/// newspapers, without those of 0.3 and more. Nine of ten pairs share no shingle at all, and the
/// mean is 0.0004; but it is the few pairs that share a form of words which meet in bands.
///
/// ```
/// use retold::lsh::NEWS_BACKGROUND;
/// let mean: f64 = NEWS_BACKGROUND.iter().map(|(similarity, part)| similarity * part).sum();
/// assert!((0.0004..0.0005).contains(&mean));
/// ```
pub const NEWS_BACKGROUND: &[(f64, f64)] = &[
    (0.0, 0.8743),
    (0.000_57, 1.9e-3),
    (0.000_86, 1.13e-2),
    (0.001_17, 2.46e-2),
    (0.001_64, 2.59e-2),
    (0.002_31, 1.94e-2),
    (0.003_26, 1.46e-2),
    (0.004_61, 9.8e-3),
    (0.006_54, 7.7e-3),
    (0.009_14, 4.8e-3),
    (0.012_9, 2.7e-3),
    (0.018_2, 1.4e-3),
    (0.025_8, 6.6e-4),
    (0.037_6, 4.2e-4),
    (0.051_6, 1.4e-4),
    (0.073_9, 8.7e-5),
    (0.1, 5.3e-5),
    (0.144, 2.1e-5),
    (0.208, 1.1e-5),
    (0.267, 5.5e-6),
];

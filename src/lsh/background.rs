//! How alike unrelated news articles are.

/// The Jaccard similarities of unrelated news articles, over shingles of 3 words: rows of a
/// similarity and the part of all pairs that have about that much.
///
/// ```
/// use retold::lsh::NEWS_BACKGROUND;
/// let mean: f64 = NEWS_BACKGROUND.iter().map(|(similarity, part)| similarity * part).sum();
/// assert!((0.0005..0.0015).contains(&mean));
/// ```
pub const NEWS_BACKGROUND: &[(f64, f64)] = &[(0.0, 0.5), (0.001, 0.5), (0.01, 0.05)];

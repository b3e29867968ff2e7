//! Banding: which signatures to compare at all (*Mining of Massive Datasets*, ch. 3.4).

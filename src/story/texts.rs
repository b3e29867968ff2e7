//! Articles as texts: those of the same wording are one, since a reprint is no further evidence for
//! anything.

use crate::Date;

use super::Digest;

/// Texts in canonical order: for each, the articles that have its wording.
pub(crate) struct Texts {
    /// The first article of each text, in canonical order, represents it.
    pub(crate) first: Vec<usize>,
    /// The earliest date any of them bears.
    pub(super) dates: Vec<Option<Date>>,
    pub(super) of_article: Vec<u32>,
}

impl Texts {
    /// In canonical order: by wording, then content.
    pub(crate) fn new(digests: &[&Digest]) -> Self {
        let mut order: Vec<usize> = (0..digests.len()).collect();
        order.sort_unstable_by_key(|&at| (digests[at].titled_wording(), digests[at].key(), at));
        let mut texts = Texts {
            first: Vec::new(),
            dates: Vec::new(),
            of_article: vec![0; digests.len()],
        };
        let same = |&a: &usize, &b: &usize| {
            digests[a].titled_wording() == digests[b].titled_wording()
                && digests[a].is_recognisable()
        };
        for text in order.chunk_by(same) {
            let number = texts.first.len() as u32;
            texts.first.push(text[0]);
            let dates = text.iter().filter_map(|&at| digests[at].date());
            texts.dates.push(dates.min());
            for &at in text {
                texts.of_article[at] = number;
            }
        }
        texts
    }
}

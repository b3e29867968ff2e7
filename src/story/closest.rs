//! The links of a clustering, and of each article the one that holds it in its story.

use super::Stories;

impl Stories {
    /// For each article the one of its story that is most like it, by position, with their score:
    /// the link that holds it. A score of 1 and the first other article where the words are the same;
    /// nothing where the article is alone, or joined by its wording alone.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&[
    ///     "A bridge in Porto collapsed on Monday, killing three workers.",
    ///     "Three workers died when the Porto bridge collapsed.",
    ///     "Shares rose.",
    /// ]);
    /// let closest = stories.closest();
    /// assert_eq!(closest[0].map(|(other, _)| other), Some(1));
    /// assert_eq!(closest[2], None);
    /// ```
    pub fn closest(&self) -> Vec<Option<(usize, f64)>> {
        let evidence = &self.evidence;
        let mut first = vec![[usize::MAX; 2]; evidence.frozen.len()];
        for (article, &text) in evidence.text.iter().enumerate().rev() {
            let [one, two] = &mut first[text as usize];
            (*one, *two) = (article, *one);
        }
        let mut best: Vec<Option<(usize, f64)>> = vec![None; first.len()];
        for link in &evidence.links {
            let ends = [link.low, link.high];
            let [low, high] = ends.map(|text| first[text as usize][0]);
            let score = evidence.frozen.score(link).min(1.0);
            if self.number_of(low) != self.number_of(high) || score <= 0.0 {
                continue;
            }
            for (text, other) in [(link.low, high), (link.high, low)] {
                let held = &mut best[text as usize];
                if held.is_none_or(|(_, held)| score > held) {
                    *held = Some((other, score));
                }
            }
        }
        let of = |(article, &text): (usize, &u32)| match first[text as usize] {
            [_, usize::MAX] => best[text as usize],
            [one, two] => Some((if one == article { two } else { one }, 1.0)),
        };
        evidence.text.iter().enumerate().map(of).collect()
    }

    /// The pairs of articles that were compared and have something in common: their positions and the
    /// score that was set against the bar. One article speaks for all of its wording.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&[
    ///     "A bridge in Porto collapsed on Monday, killing three workers.",
    ///     "Shares rose.",
    ///     "Three workers died when the Porto bridge collapsed.",
    /// ]);
    /// let links: Vec<_> = stories.links().map(|(left, right, _)| (left, right)).collect();
    /// assert_eq!(links, [(0, 2)]);
    /// ```
    pub fn links(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        let evidence = &self.evidence;
        let mut first = vec![usize::MAX; evidence.frozen.len()];
        for (article, &text) in evidence.text.iter().enumerate().rev() {
            first[text as usize] = article;
        }
        evidence.links.iter().map(move |link| {
            let [low, high] = [link.low, link.high].map(|text| first[text as usize]);
            (low.min(high), low.max(high), evidence.frozen.score(link))
        })
    }
}

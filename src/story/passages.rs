//! The passages two texts share: runs of the same words, wherever they stand.

use std::ops::Range;

use crate::hash;
use crate::text::Token;

/// Shorter runs are phrases of the language.
const LEAST_WORDS: usize = 5;
/// How many passages a link names.
const NAMED: usize = 12;
/// Of a phrase that recurs, so many places on the right are looked at.
const PLACES: usize = 16;

/// A run of five words or more that stands in both texts, whatever the case, spacing and
/// punctuation.
///
/// ```
/// let (left, right) = ("Police said the old mill burned down.", "THE OLD MILL BURNED DOWN!");
/// let link = retold::Detector::new().link(left, right);
/// let passage = &link.passages()[0];
/// assert_eq!((passage.text(), passage.words()), ("the old mill burned down", 5));
/// assert_eq!(&right[passage.right()], "THE OLD MILL BURNED DOWN");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SharedPassage {
    left: Range<usize>,
    right: Range<usize>,
    words: usize,
    text: String,
}

impl SharedPassage {
    /// Where it stands in the left text, in bytes.
    ///
    /// ```
    /// let text = "Police said the old mill burned down.";
    /// let link = retold::Detector::new().link(text, "the old mill burned down");
    /// assert_eq!(&text[link.passages()[0].left()], "the old mill burned down");
    /// ```
    pub fn left(&self) -> Range<usize> {
        self.left.clone()
    }

    /// Where it stands in the right text, in bytes.
    ///
    /// ```
    /// let link = retold::Detector::new().link("The old mill burned down", "the old mill burned down");
    /// assert_eq!(link.passages()[0].right(), 0..24);
    /// ```
    pub fn right(&self) -> Range<usize> {
        self.right.clone()
    }

    /// How many words it has, at least 5.
    ///
    /// ```
    /// let link = retold::Detector::new().link("The old mill burned down", "the old mill burned down");
    /// assert_eq!(link.passages()[0].words(), 5);
    /// ```
    pub fn words(&self) -> usize {
        self.words
    }

    /// As the left text has it.
    ///
    /// ```
    /// let link = retold::Detector::new().link("The old mill burned down", "the old mill burned down");
    /// assert_eq!(link.passages()[0].text(), "The old mill burned down");
    /// ```
    pub fn text(&self) -> &str {
        &self.text
    }

    fn mirrored(self, left_text: &str) -> Self {
        Self {
            text: left_text
                .get(self.right.clone())
                .unwrap_or_default()
                .to_owned(),
            left: self.right,
            right: self.left,
            words: self.words,
        }
    }
}

/// A run of equal words, by the numbers of its first ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    left: usize,
    right: usize,
    words: usize,
}

/// The longest passages that two texts share, none within another; at most 12. Swapping the texts
/// mirrors them.
pub(super) fn shared_passages(texts: [&str; 2], tokens: [&[Token]; 2]) -> Vec<SharedPassage> {
    let [left, right] = tokens;
    // Where runs overlap, which of them stays depends on the side it is seen from: so one side,
    // whichever that is, is always the first.
    let key = |tokens: &[Token]| tokens.iter().map(|token| token.hash).reduce(hash::join);
    if key(left) > key(right) {
        let mirrored = in_order([texts[1], texts[0]], [right, left]).into_iter();
        return mirrored.map(|passage| passage.mirrored(texts[0])).collect();
    }
    in_order(texts, tokens)
}

fn in_order(texts: [&str; 2], tokens: [&[Token]; 2]) -> Vec<SharedPassage> {
    let [left, right] = tokens;
    let mut runs = runs(left, right);
    runs.sort_unstable_by_key(|run| (std::cmp::Reverse(run.words), run.left, run.right));
    let mut taken = [vec![false; left.len()], vec![false; right.len()]];
    let mut passages = Vec::new();
    for run in runs {
        let places = [
            run.left..run.left + run.words,
            run.right..run.right + run.words,
        ];
        // Those before are no shorter, so that an overlap always shows at an end.
        let free =
            |side: usize| !taken[side][places[side].start] && !taken[side][places[side].end - 1];
        if !(free(0) && free(1)) {
            continue;
        }
        for (taken, place) in taken.iter_mut().zip(&places) {
            taken[place.clone()].fill(true);
        }
        let span = |tokens: &[Token], place: &Range<usize>| {
            tokens[place.start].start..tokens[place.end - 1].end
        };
        let spans = [span(left, &places[0]), span(right, &places[1])];
        let [left, right] = spans;
        passages.push(SharedPassage {
            text: texts[0].get(left.clone()).unwrap_or_default().to_owned(),
            left,
            right,
            words: run.words,
        });
        if passages.len() == NAMED {
            break;
        }
    }
    passages
}

/// Runs of equal words, one after the other on the left: from the first word that starts one, the
/// longest, and so on from its end. No word is looked at more than a few times, however often a
/// text repeats itself.
fn runs(left: &[Token], right: &[Token]) -> Vec<Run> {
    let phrase = |words: &[Token]| {
        let words = words.iter().map(|word| word.hash);
        words.reduce(hash::join).unwrap_or_default()
    };
    let mut places: Vec<(u64, usize)> = right.windows(LEAST_WORDS).map(phrase).zip(0..).collect();
    places.sort_unstable();
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(words) = left.get(at..at + LEAST_WORDS) {
        let wanted = phrase(words);
        let first = places.partition_point(|&(phrase, _)| phrase < wanted);
        let same = places[first..]
            .iter()
            .take_while(|&&(phrase, _)| phrase == wanted)
            .take(PLACES);
        let run = same.map(|&(_, place)| {
            let pairs = left[at..].iter().zip(&right[place..]);
            let words = pairs.take_while(|(a, b)| a.hash == b.hash).count();
            (words, std::cmp::Reverse(place))
        });
        match run.max() {
            Some((words, std::cmp::Reverse(place))) if words >= LEAST_WORDS => {
                runs.push(Run {
                    left: at,
                    right: place,
                    words,
                });
                at += words;
            }
            _ => at += 1,
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn passages(left: &str, right: &str) -> Vec<SharedPassage> {
        shared_passages([left, right], [&tokens(left), &tokens(right)])
    }

    #[test]
    fn the_longest_come_first_and_sides_mirror() {
        let left = "one two three four five. Then six seven eight nine ten eleven!";
        let right = "Six, seven, eight, nine, ten, eleven; one two three four five";
        let found = passages(left, right);
        let texts: Vec<&str> = found.iter().map(SharedPassage::text).collect();
        assert_eq!(
            texts,
            ["six seven eight nine ten eleven", "one two three four five"]
        );
        for (there, back) in found.iter().zip(passages(right, left)) {
            assert_eq!((there.left(), there.right()), (back.right(), back.left()));
            assert_eq!(&right[back.left()], back.text());
        }
    }

    #[test]
    fn repeated_words_are_no_trouble() {
        let text = "again and ".repeat(30_000);
        let found = passages(&text, &text);
        assert_eq!((found.len(), found[0].words()), (1, 60_000));
        assert!(passages("one two three four", "one two three four").is_empty());
        let sentences = "The mayor said no. ".repeat(100_000);
        assert_eq!(passages(&sentences, &sentences)[0].words(), 400_000);
        let half = &sentences[..sentences.len() / 2];
        assert_eq!(passages(half, &sentences)[0].words(), 200_000);
    }
}

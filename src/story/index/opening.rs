//! An index as its file has it.
//!
//! No text is read again: what was made of each article stands beside it. Articles are decoded on
//! all cores, some at a time, and put in their places one after another meanwhile; what follows from
//! all of them together (links by slot, postings, dates) is made at once, at the end.

use std::collections::BTreeSet;

use super::StoryIndex;
use super::change::StoryId;
use super::fresh::scale;
use super::held::{Held, Representative};
use super::lexicon::Lexicon;
use super::made::Made;
use super::place::{best_links, note_score};
use super::postings::{Slot, entry};
use super::search::Lookup;
use super::stored_place::Place;
use crate::event::Scale;
use crate::frame::Bytes;
use crate::story::frozen::Bars;
use crate::story::store::{Contents, Damage, File, Rows};
use crate::story::{StoreError, StoreKey};
use crate::{Date, parallel};

/// What no index counts up to; so none that was opened counts past the end of its numbers.
const MOST: u64 = 1 << 63;

/// The bars that follow the counters: at least one, each a score.
fn bars(bytes: &mut Bytes<'_>) -> Option<Bars> {
    let mut bars = Vec::new();
    while !bytes.is_empty() {
        let bar = f64::from_bits(bytes.u64()?);
        bars.push(Some(bar).filter(|bar| (0.0..=2.0).contains(bar))?);
    }
    (!bars.is_empty()).then(|| Bars::from_all(bars))
}

/// An article of the file, decoded.
struct Decoded {
    arrival: u64,
    key: Vec<u8>,
    made: Made,
    /// How its terms weigh.
    scale: Option<Scale>,
    place: Place,
}

impl Decoded {
    fn read(rows: &Rows, at: usize) -> Result<Self, Damage> {
        let (parts, place) = rows.get(at)?;
        let made = Made::read(parts.made, parts.article)
            .ok_or("what was made of an article does not fit it")?;
        Ok(Self {
            arrival: parts.arrival,
            key: parts.key.to_vec(),
            scale: scale(made.digest.terms()),
            made,
            place: Place::read(place).ok_or("a place does not hold")?,
        })
    }
}

/// What is known once all articles are there.
#[derive(Default)]
struct Collected {
    /// Arrival numbers, ascending; slots are given from 0 on in the same order.
    arrivals: Vec<u64>,
    /// The links and copies of each representative.
    places: Vec<Option<Place>>,
    stories: Vec<(StoryId, Slot)>,
    dates: Vec<(Date, Slot)>,
    /// Entries of both channels: key, then slot.
    bands: Vec<u64>,
    terms: Vec<u64>,
}

/// The links and the copies of an article, by slot.
type Linked = (Box<[(Slot, f32)]>, Box<[Slot]>);

impl Collected {
    fn linked(&self, at: usize) -> Option<Linked> {
        let place = self.places.get(at)?.as_ref()?;
        let slot_of = |arrival: u64| {
            let at = self.arrivals.binary_search(&arrival).ok()?;
            Some(at as Slot)
        };
        let links = place.links.iter();
        let links = links.filter_map(|&(other, score)| Some((slot_of(other)?, score)));
        let copies = place.copies.iter().filter_map(|&other| slot_of(other));
        Some((best_links(links.collect()), copies.collect()))
    }
}

impl<K: StoreKey> StoryIndex<K> {
    /// Fills an empty index with all that a file holds.
    pub(super) fn take_contents(
        &mut self,
        file: &File,
        mut contents: Contents,
    ) -> Result<(), StoreError> {
        if !contents.counters.is_empty() {
            let mut counters = Bytes::new(&contents.counters);
            let both = counters.u64().zip(counters.u64());
            let (arrivals, stories) =
                both.ok_or_else(|| file.damaged("its counters are cut short"))?;
            if arrivals.max(stories) > MOST {
                return Err(file.damaged("its counters are too high"));
            }
            (self.arrivals, self.grouped.next) = (arrivals, stories);
            self.bars = bars(&mut counters).ok_or_else(|| file.damaged("its bars do not hold"))?;
        }
        self.lexicon = Lexicon::stored(&contents.words)
            .ok_or_else(|| file.damaged("its words cannot be read"))?;
        drop(std::mem::take(&mut contents.words));
        self.slots.reserve(contents.len);
        self.representatives.reserve(contents.len);
        let mut all = Collected::default();
        let articles = &mut contents.articles;
        let decoded = || {
            let rows = match articles.next_rows() {
                Ok(rows) => rows?,
                Err(error) => return Some(Err(error)),
            };
            let rows = parallel::map(rows.len(), |at| Decoded::read(&rows, at));
            let rows: Result<Vec<Decoded>, Damage> = rows.into_iter().collect();
            Some(rows.map_err(|damage| file.damaged(damage)))
        };
        parallel::pass_on(decoded, |rows| {
            for row in rows? {
                self.take_row(row, &mut all)
                    .map_err(|what| file.damaged(what))?;
            }
            Ok(())
        })?;
        self.lexicon
            .complete()
            .ok_or_else(|| file.damaged("it has a word twice"))?;
        self.take_all(all);
        Ok(())
    }

    /// Puts an article of the file in its place.
    fn take_row(&mut self, row: Decoded, all: &mut Collected) -> Result<(), &'static str> {
        let key = K::from_bytes(&row.key).ok_or("a key cannot be read")?;
        let slot = self.articles.next().ok_or("it holds too many articles")?;
        if all.arrivals.last().is_some_and(|&last| row.arrival <= last) {
            return Err("its articles are out of order");
        }
        if self.slots.insert(key.clone(), slot).is_some() {
            return Err("it holds a key twice");
        }
        if row.arrival >= self.arrivals || row.place.story >= self.grouped.next {
            return Err("its counters are too low");
        }
        let story = StoryId::from_number(row.place.story);
        let Made {
            digest,
            shingles,
            keys,
            words,
        } = row.made;
        all.arrivals.push(row.arrival);
        all.stories.push((story, slot));
        all.dates.extend(digest.date().map(|date| (date, slot)));
        let mut representative = None;
        let same = |&first: &Slot| {
            let representative = self.articles.representative(first);
            representative.is_some_and(|representative| representative.words == words)
        };
        if let Some(first) = self.representative_of(&digest).filter(same) {
            self.duplicates.entry(first).or_default().insert(slot);
            all.places.push(None);
        } else {
            if digest.is_recognisable() {
                self.representatives.insert(digest.titled_wording(), slot);
            }
            let used = self.lexicon.use_again(&words);
            if used != Some(digest.words()) {
                return Err("an article has words that are not in it");
            }
            let entry = |key: u32| entry(key, slot);
            all.bands.extend(keys.bands.iter().copied().map(entry));
            all.terms.extend(keys.terms.iter().copied().map(entry));
            all.places.push(Some(row.place));
            representative = Some(Representative {
                scale: row.scale,
                shingles,
                words,
                entries: [keys.bands.len() as u32, keys.terms.len() as u32],
                ..Representative::default()
            });
        }
        self.articles.push(Held {
            key,
            arrival: row.arrival,
            digest,
            story,
            representative,
        });
        Ok(())
    }

    /// Makes what follows from all articles together.
    fn take_all(&mut self, mut all: Collected) {
        self.census.follow(&self.articles);
        let (bands, terms) = (
            std::mem::take(&mut all.bands),
            std::mem::take(&mut all.terms),
        );
        let (lookup, links) = parallel::both(
            || Lookup::filled(bands, terms),
            || parallel::map(all.places.len(), |at| all.linked(at)),
        );
        self.lookup = lookup;
        for (slot, linked) in (0..).zip(links) {
            let Some((links, copies)) = linked else {
                continue;
            };
            for &(other, score) in links.iter().filter(|(_, score)| *score > 0.0) {
                note_score(&mut self.articles, other, (slot, score));
            }
            if let Some(representative) = self.articles.representative_mut(slot) {
                (representative.links, representative.copies) = (links, copies);
            }
        }
        parallel::sort(&mut all.dates);
        self.dates = BTreeSet::from_iter(all.dates);
        parallel::sort(&mut all.stories);
        let stories = all.stories.chunk_by(|(left, _), (right, _)| left == right);
        let members = |same: &[(StoryId, Slot)]| {
            let slots = same.iter().map(|&(_, slot)| slot);
            Some((same.first()?.0, slots.collect()))
        };
        self.grouped.members = stories.filter_map(members).collect();
    }
}

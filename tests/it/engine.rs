//! One engine: the steps, run one after another as a data engine would, give what the batch gives; and
//! pair, batch and live agree where they see the same.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use retold::event::{Background, Census, Limits, Proposer, Terms, WeighedText};
use retold::story::steps::{self, CopyReader, CopySketch, Keep, PairScorer, Standing, Strangers};
use retold::story::{CopyFinder, Digest, Rules, StoryIndex};
use retold::{AsArticle, Date, Detector, OwnedArticle};

use crate::{files, generated};

type Link = (u32, u32, f32);

/// A collection in steps: texts with the articles of each, and what the passes need.
struct Collection {
    texts: Vec<(Terms, Option<Date>)>,
    of_article: Vec<usize>,
    rules: Rules,
}

impl Collection {
    /// Digests travel as bytes, as they would between machines.
    fn read<A: AsArticle>(articles: &[A]) -> Self {
        let digest = |article: &A| Digest::from_bytes(&Digest::of(article).to_bytes()).unwrap();
        let digests: Vec<Digest> = articles.iter().map(digest).collect();
        let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, digest) in digests.iter().enumerate() {
            let alone = (!digest.is_recognisable()).then_some((digest.key(), at));
            let key = (steps::text_key(digest).0, alone);
            groups.entry(key).or_default().push(at);
        }
        let (mut texts, mut of_article) = (Vec::new(), vec![0; digests.len()]);
        for members in groups.into_values() {
            for &at in &members {
                of_article[at] = texts.len();
            }
            let first = members
                .iter()
                .min_by_key(|&&at| steps::text_key(&digests[at]).1);
            let dates = members.iter().filter_map(|&at| digests[at].date());
            texts.push((digests[*first.unwrap()].terms().clone(), dates.min()));
        }
        Self {
            texts,
            of_article,
            rules: Rules::default(),
        }
    }

    fn census(&self) -> Census {
        let (mut documents, mut terms) = (BTreeMap::new(), BTreeMap::new());
        let mut passages = BTreeMap::new();
        for (text, _) in &self.texts {
            let language = steps::language(text);
            *documents.entry(language).or_insert(0) += 1;
            for key in steps::term_keys(text) {
                *terms.entry((key, language)).or_insert(0) += 1;
            }
            for passage in steps::passages(text) {
                *passages.entry(passage).or_insert(0) += 1;
            }
        }
        passages.retain(|_, count| *count > 1);
        let documents: Vec<_> = documents.into_iter().collect();
        let terms = terms.into_iter();
        let terms: Vec<_> = terms
            .map(|((key, language), n)| (key, language, n))
            .collect();
        Census::from_language_counts(Background::english(), &documents, &terms, passages)
    }

    fn over_stories(&self, census: Census, story: &[u32]) -> Census {
        let mut stories: BTreeMap<u32, Vec<&Terms>> = BTreeMap::new();
        for (text, &story) in self.texts.iter().zip(story) {
            stories.entry(story).or_default().push(&text.0);
        }
        let (mut terms, mut passages) = (BTreeMap::new(), BTreeMap::new());
        for texts in stories.values() {
            let (own_terms, own_passages) = steps::count_story(texts, &census);
            for (key, units) in own_terms {
                *terms.entry(key).or_insert(0) += units;
            }
            for passage in own_passages {
                *passages.entry(passage).or_insert(0) += 1;
            }
        }
        passages.retain(|_, count| *count > 1);
        census.with_stories(stories.len(), terms, passages)
    }

    fn weigh(&self, census: Census) -> Vec<WeighedText> {
        let weigher = steps::weigher(census, &self.rules);
        let weigh = |(terms, _): &(Terms, Option<Date>)| {
            WeighedText::from_bytes(&weigher.weigh(terms).to_bytes()).unwrap()
        };
        self.texts.iter().map(weigh).collect()
    }

    /// One pass: the story of each text. `first` are those of the pass before.
    fn pass(
        &self,
        vectors: &[WeighedText],
        together: &[(u32, u32)],
        first: Option<&[u32]>,
        keep: Keep,
    ) -> Vec<u32> {
        let heaviest = |text: usize| {
            let entries = vectors[text].entries().iter();
            entries.take(self.rules.candidate_terms)
        };
        let mut lists: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
        for text in 0..vectors.len() {
            for &(term, weight) in heaviest(text) {
                let list = lists.entry(term).or_default();
                list.push((text as u32, steps::units(weight)));
            }
        }
        let mut limits = Limits::default();
        limits.candidates = keep.candidates;
        for list in lists.values_mut() {
            let kept = steps::cap_list(list, limits.list);
            list.truncate(kept);
        }
        let mut proposer = Proposer::new(vectors.len());
        let mut pairs = BTreeSet::new();
        for text in 0..vectors.len() as u32 {
            let mut found = Vec::new();
            let own = heaviest(text as usize);
            let own = own.map(|&(term, weight)| (steps::units(weight), &lists[&term][..]));
            proposer.propose(text, own, &limits, &mut found);
            pairs.extend(
                found
                    .iter()
                    .map(|&other| (text.min(other), text.max(other))),
            );
        }
        let mut links = self.score(vectors, &pairs, keep);
        let standings = standings_of(vectors.len(), &links);
        let mut strong: BTreeMap<u32, Vec<(f64, u32)>> = BTreeMap::new();
        for &(low, high, score) in &links {
            let adjusted = steps::adjusted(score, [low, high].map(|text| standings[text as usize]));
            if adjusted >= self.rules.story_threshold {
                strong.entry(low).or_default().push((adjusted, high));
                strong.entry(high).or_default().push((adjusted, low));
            }
        }
        let known: BTreeSet<_> = links.iter().map(|&(low, high, _)| (low, high)).collect();
        let more = strong.into_values().flat_map(steps::triangle_pairs);
        let more = more.filter(|pair| !known.contains(pair)).collect();
        links.extend(self.score(vectors, &more, keep));
        links.sort_by_key(|&(low, high, _)| (low, high));
        let standings = standings_of(vectors.len(), &links);
        for (low, high, score) in &mut links {
            let both = [*low, *high].map(|text| standings[text as usize]);
            *score = steps::adjusted(*score, both) as f32;
        }
        let languages = self.texts.iter().map(|(text, _)| steps::language(text));
        let languages: Vec<u8> = languages.collect();
        let bars: Vec<f64> = match first {
            None => vec![self.rules.story_threshold; vectors.len()],
            Some(first) => {
                let strangers = strangers_of(first, &languages, &links);
                let bar = |language: &u8| strangers[language].bar(&self.rules);
                languages.iter().map(bar).collect()
            }
        };
        steps::average_link(vectors.len(), &links, together, &bars)
    }

    fn score(
        &self,
        vectors: &[WeighedText],
        pairs: &BTreeSet<(u32, u32)>,
        keep: Keep,
    ) -> Vec<Link> {
        let mut scorer = PairScorer::default();
        let mut links = Vec::new();
        for &(low, high) in pairs {
            scorer.lay_out(&vectors[low as usize]);
            let dates = [low, high].map(|text| self.texts[text as usize].1);
            let score = scorer.score(&vectors[high as usize], dates, &self.rules);
            if keep.keeps(score) {
                links.push((low, high, score));
            }
        }
        links
    }

    /// Copies that tell one event, each with each.
    fn together<A: AsArticle>(
        &self,
        articles: &[A],
        census: &Census,
        vectors: &[WeighedText],
    ) -> Vec<(u32, u32)> {
        let finder = CopyFinder::default();
        let mut reader = CopyReader::new(finder.clone());
        let read = |(article, text): (&A, &usize)| {
            let boilerplate = census.boilerplate(&self.texts[*text].0);
            let (sketch, shingles) = reader.read(article.as_article().text(), &boilerplate);
            (
                CopySketch::from_bytes(&sketch.to_bytes()).unwrap(),
                shingles,
            )
        };
        let read: Vec<_> = articles.iter().zip(&self.of_article).map(read).collect();
        let mut pairs = BTreeSet::new();
        for band in 0..finder.banding().bands() {
            let mut buckets: BTreeMap<u32, Vec<(usize, Vec<u32>)>> = BTreeMap::new();
            for (at, (sketch, _)) in read.iter().enumerate() {
                if let Some(&key) = sketch.band_keys().get(band) {
                    let keys = sketch.band_keys().to_vec();
                    buckets.entry(key).or_default().push((at, keys));
                }
            }
            for members in buckets.values_mut() {
                pairs.extend(steps::bucket_pairs(members, band, steps::BAND_CAP));
            }
        }
        let mut passages: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
        for (at, (sketch, _)) in read.iter().enumerate() {
            for &passage in sketch.sample() {
                passages.entry(passage).or_default().insert(at);
            }
        }
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for holders in passages
            .values()
            .filter(|all| all.len() <= steps::SAMPLE_CAP)
        {
            for &left in holders {
                for &right in holders.range(left + 1..) {
                    *shared.entry((left, right)).or_default() += 1;
                }
            }
        }
        let samples = |(left, right)| [left, right].map(|at: usize| read[at].0.sample().len());
        let enough = |(pair, shared): ((usize, usize), usize)| {
            steps::enough_shared(samples(pair), shared).then_some(pair)
        };
        pairs.extend(shared.into_iter().filter_map(enough));
        let mut scorer = PairScorer::default();
        let mut together = BTreeSet::new();
        for (left, right) in pairs {
            let [a, b] = [&read[left].1, &read[right].1];
            let shared = a.iter().filter(|&shingle| b.binary_search(shingle).is_ok());
            let [left, right] = [left, right].map(|at| self.of_article[at]);
            scorer.lay_out(&vectors[left.min(right)]);
            if left != right
                && finder.are_copies(a.len(), b.len(), shared.count())
                && scorer.tell_one_event(&vectors[left.max(right)])
            {
                together.insert((left.min(right) as u32, left.max(right) as u32));
            }
        }
        together.into_iter().collect()
    }
}

fn standings_of(texts: usize, links: &[Link]) -> Vec<Standing> {
    let scores = |text: u32| {
        let own = links
            .iter()
            .filter(move |link| link.0 == text || link.1 == text);
        steps::standing(own.map(|link| link.2))
    };
    (0..texts as u32).map(scores).collect()
}

/// How close texts of other stories come in each language, by adjusted links; as sums, which travel.
fn strangers_of(first: &[u32], languages: &[u8], links: &[Link]) -> BTreeMap<u8, Strangers> {
    let mut all: BTreeMap<u8, [u64; 2]> = BTreeMap::new();
    for (text, &language) in (0..).zip(languages) {
        let own = links.iter().filter(|link| {
            (link.0 == text || link.1 == text) && first[link.0 as usize] != first[link.1 as usize]
        });
        let mut strangers = Strangers::default();
        strangers.add(own.map(|link| link.2));
        let sums = all.entry(language).or_default();
        *sums = [sums[0] + strangers.sums()[0], sums[1] + 1];
    }
    let strangers = |(language, sums)| (language, Strangers::from_sums(sums));
    all.into_iter().map(strangers).collect()
}

/// The story of each article, in steps.
fn in_steps<A: AsArticle>(articles: &[A]) -> Vec<u32> {
    let all = Collection::read(articles);
    let census = all.census();
    let first = all.pass(&all.weigh(census.clone()), &[], None, Keep::FIRST);
    let census = all.over_stories(census, &first);
    let vectors = all.weigh(census.clone());
    let together = all.together(articles, &census, &vectors);
    let story = all.pass(&vectors, &together, Some(&first), Keep::SECOND);
    all.of_article.iter().map(|&text| story[text]).collect()
}

/// The same partition under other numbers.
fn renumbered<T: Ord + Copy>(stories: &[T]) -> Vec<usize> {
    let first = |story: &T| stories.iter().position(|other| other == story).unwrap();
    stories.iter().map(first).collect()
}

#[test]
fn the_steps_give_what_the_batch_gives_in_several_languages() {
    let mut articles: Vec<OwnedArticle> = Vec::new();
    for name in ["english", "german", "spanish"] {
        let path = files::root().join(format!("tests/labelled/{name}.jsonl"));
        let lines = std::fs::read_to_string(path).unwrap();
        articles.extend(
            lines
                .lines()
                .map(|line| serde_json::from_str::<OwnedArticle>(line).unwrap()),
        );
    }
    let stories = Detector::new().cluster(&articles);
    let numbers: Vec<_> = (0..articles.len())
        .map(|at| stories.number_of(at))
        .collect();
    assert_eq!(renumbered(&in_steps(&articles)), renumbered(&numbers));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_steps_give_what_the_batch_gives(start in 0..5_000_u64, count in 1..70_u64, words in 12..90_usize) {
        let articles: Vec<_> = (start..start + count).map(|n| generated::article(n, words)).collect();
        let stories = Detector::new().cluster(&articles);
        let numbers: Vec<_> = (0..articles.len()).map(|at| stories.number_of(at)).collect();
        prop_assert_eq!(renumbered(&in_steps(&articles)), renumbered(&numbers));
    }

    #[test]
    fn pair_and_live_agree(left in 0..5_000_u64, apart in 0..9_u64, words in 12..90_usize) {
        let [a, b] = [left, left + apart].map(|n| generated::article(n, words));
        let link = Detector::new().link(&a, &b);
        let mut index = StoryIndex::new();
        index.insert(0, &a).unwrap();
        let matches = index.query(&b);
        let live = matches.first();
        prop_assert_eq!(live.is_some_and(retold::story::Match::is_copy), link.is_copy());
        let raw = link.cosine()
            * link.few_terms_factor()
            * link.date_factor()
            * link.template_factor();
        if let Some(live) = live.filter(|_| link.template_factor() >= 1.0) {
            prop_assert!((live.score() - raw.min(1.0)).abs() < 1e-3, "{} {raw}", live.score());
            prop_assert!(!live.is_copy() || (live.jaccard() - link.jaccard()).abs() < 1e-12);
        } else {
            prop_assert!(link.template_factor() < 1.0 || raw < 0.11, "live misses {raw}");
        }
    }

    #[test]
    fn batch_and_pair_agree_on_what_they_share(start in 0..5_000_u64, words in 12..90_usize) {
        let articles: Vec<_> = (start..start + 30).map(|n| generated::article(n, words)).collect();
        let stories = Detector::new().cluster(&articles);
        for right in 1..articles.len() {
            let explained = stories.explain(&articles, 0, right).unwrap();
            let link = explained.link();
            // What the batch kept of this pair is the score of the link that explains it.
            let raw = link.cosine() * link.few_terms_factor() * link.date_factor();
            if explained.unadjusted_score() > 0.0 && link.template_factor() >= 1.0 {
                prop_assert!((explained.unadjusted_score() - raw.min(1.0)).abs() < 1e-5);
            }
        }
    }
}

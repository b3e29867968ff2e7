//! The bar that follows from the collection: what one score means is the same in all of them.

use retold::story::StoryIndex;
use retold::{Article, Detector};

const PLACES: [&str; 10] = [
    "Aveiro", "Bergen", "Cádiz", "Dundee", "Elblag", "Falun", "Ghent", "Husavik", "Izola",
    "Jelgava",
];
const MATTERS: [&str; 10] = [
    "a ferry ran aground on a sandbank and forty passengers were taken off by lifeboats",
    "beekeepers protested against a spray they blame for the loss of their hives",
    "an orchestra found the score of a lost symphony in the attic of a bakery",
    "a court fined two builders over a crane that fell on an empty kindergarten",
    "divers raised the anchor of a ship that sank three centuries before",
    "the tram drivers accepted a pay offer after eleven days of strike",
    "a museum returned nine bronze masks to the island they were taken from",
    "hail the size of plums broke the windows of some greenhouses",
    "researchers counted more otters along the river than in any year on record",
    "the chess club expelled its champion for hiding a telephone in a shoe",
];

/// What happens in a race that is told of every day, by one leader or the other.
const TURNS: [&str; 10] = [
    "promised cheaper trains to farmers at a fair in the north",
    "was asked about a loan from a shipping magnate and walked out",
    "debated schools with teachers on local radio for an hour",
    "cancelled a rally when fog closed the airport",
    "lost the support of the fishermen's union over quotas",
    "published tax returns of the past nine years",
    "visited a hospital where nurses had complained of mould",
    "apologised for a joke about pensioners told at a dinner",
    "won a straw poll among students of law",
    "hired the speechwriter of a former president",
];

fn daily(turn: usize) -> [String; 2] {
    let what = TURNS[turn];
    [
        format!(
            "Senator Amelia Brandt {what}. Brandt, who leads Governor Tomas Ilves in the race for president, \
             faces the Progress Party at the election in November."
        ),
        format!(
            "In the race for president, Amelia Brandt {what}, with the election in November near and \
             Governor Tomas Ilves of the Progress Party behind her."
        ),
    ]
}

fn stories_of(articles: &[String]) -> Vec<usize> {
    let stories = Detector::new().cluster(articles);
    (0..articles.len())
        .map(|article| stories.number_of(article).unwrap())
        .collect()
}

/// Unrelated reports, so many.
fn unrelated(most: usize) -> Vec<String> {
    let both = PLACES.iter().zip(MATTERS);
    let report = |(place, matter)| format!("In {place}, {matter}.");
    both.map(report).take(most).collect()
}

#[test]
fn strangers_join_nothing_however_many() {
    for most in [2, 3, 5, 10] {
        let articles = unrelated(most);
        assert_eq!(Detector::new().cluster(&articles).len(), most);
    }
}

#[test]
fn the_bar_is_low_where_strangers_are_far_and_the_explanation_says_so() {
    let explained = |articles: &[String], left, right| {
        let stories = Detector::new().cluster(articles);
        let explanation = stories.explain(articles, left, right).unwrap();
        let bar = explanation.link().threshold();
        (explanation.strangers(), bar, explanation.to_string())
    };
    let usual = retold::story::Rules::default().story_threshold;
    let (few, bar_of_few, _) = explained(&unrelated(4), 0, 1);
    let (far, bar, text) = explained(&unrelated(10), 0, 1);
    assert!(few < 0.08 && far < 0.08, "{few} {far}");
    // The more articles say so, the more it counts.
    assert!(bar < bar_of_few && bar_of_few < usual, "{bar} {bar_of_few}");
    let says = format!(
        "where the nearest articles of other stories score {far:.2} on average, two articles need {bar:.2}"
    );
    assert!(text.contains(&says), "{text}");
}

#[test]
fn one_story_alone_stays_one() {
    let tellings = [
        "A ferry with 200 people ran aground off Aveiro on Monday; lifeboats took forty passengers off.",
        "Lifeboats brought forty passengers ashore after their ferry ran aground near Aveiro on Monday.",
        "Forty people were taken off a ferry that had run aground on a sandbank off Aveiro, Portugal.",
        "Off Aveiro, a ferry carrying 200 people hit a sandbank and ran aground, the coast guard said.",
        "The Aveiro ferry that ran aground on Monday was refloated at high tide, its passengers unhurt.",
    ];
    let alone: Vec<String> = tellings.map(str::to_owned).to_vec();
    for many in 2..=5 {
        assert_eq!(stories_of(&alone[..many]), vec![0; many]);
    }
    let strangers = unrelated(10).into_iter().skip(1);
    let among: Vec<String> = alone.into_iter().chain(strangers).collect();
    let stories = stories_of(&among);
    assert!(
        stories[..5].iter().all(|&story| story == stories[0]),
        "{stories:?}"
    );
    assert!(
        stories[5..].iter().all(|&story| story != stories[0]),
        "{stories:?}"
    );
}

#[test]
fn one_name_in_common_is_no_evidence() {
    for [left, right] in [
        ["A storm hit Porto.", "Shares in Porto rose."],
        [
            "Fire closes Aveiro station",
            "Aveiro elects its first woman mayor",
        ],
        [
            "Sturm deckt Dächer in Lindau ab",
            "Lindau feiert das Fest der Winzer",
        ],
    ] {
        assert!(!retold::compare(left, right).same_story(), "{left} {right}");
        assert_eq!(Detector::new().cluster(&[left, right]).len(), 2);
        let mut index = StoryIndex::new();
        index.insert(0, left).unwrap();
        index.insert(1, right).unwrap();
        assert_ne!(index.story_of(&0), index.story_of(&1), "{left} {right}");
    }
    for [left, right] in [
        ["Orsk dam breaks", "Dam breaks at Orsk"],
        [
            "Storm tears roofs off houses in Porto",
            "Porto storm tears off roofs",
        ],
    ] {
        assert!(retold::compare(left, right).same_story(), "{left} {right}");
    }
}

#[test]
fn a_live_index_keeps_the_bar_of_its_last_clustering() {
    let race: Vec<String> = (0..9).flat_map(daily).collect();
    let mut index = StoryIndex::new();
    for (key, text) in race.iter().enumerate() {
        index.insert(key, &Article::new(text)).unwrap();
    }
    index.recluster();
    let batch = Detector::new().cluster(&race);
    for (left, right) in [(0, 1), (0, 2), (4, 5), (7, 12)] {
        assert_eq!(
            index.story_of(&left) == index.story_of(&right),
            batch.number_of(left) == batch.number_of(right),
        );
    }
    assert!(index.recluster().is_empty(), "nothing has come since");
}

#[cfg(feature = "store")]
#[test]
fn the_bar_is_kept_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bar.retold");
    let mut index = StoryIndex::<u64>::open(&path).unwrap();
    for (key, text) in (0..).zip((0..8).flat_map(daily)) {
        index.insert(key, &Article::new(&text)).unwrap();
    }
    index.recluster();
    index.commit().unwrap();
    drop(index);
    let mut again = StoryIndex::<u64>::open(&path).unwrap();
    let mut never_closed = StoryIndex::new();
    for (key, text) in (0..).zip((0..8).flat_map(daily)) {
        never_closed.insert(key, &Article::new(&text)).unwrap();
    }
    never_closed.recluster();
    for (key, text) in (100..).zip((8..10).flat_map(daily)) {
        let [one, other] = [&mut again, &mut never_closed].map(|index| {
            index.insert(key, &Article::new(&text)).unwrap();
            index.articles_of(index.story_of(&key).unwrap())
        });
        assert_eq!(one, other, "article {key}");
    }
}

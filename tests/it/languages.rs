//! Nineteen languages: short items are told to be in their own, unrelated ones stay apart, retellings are
//! joined, and each is read as those who write it expect.

use retold::event::Terms;
use retold::text::{fold, language_of};
use retold::{Article, AsArticle, Detector, Language, Stories};

use crate::generated;

/// The items of one language, written for this project.
struct Items {
    language: Language,
    unrelated: Vec<&'static str>,
    retold: Vec<&'static str>,
}

fn items() -> Vec<Items> {
    let mut all: Vec<Items> = Vec::new();
    for line in include_str!("languages/items.txt").lines() {
        if let Some(code) = line.strip_prefix("# ") {
            all.push(Items {
                language: Language::from_code(code).unwrap(),
                unrelated: Vec::new(),
                retold: Vec::new(),
            });
        } else if let Some((items, item)) = all.last_mut().zip(line.split_once(' ')) {
            match item {
                ("-", text) => items.unrelated.push(text),
                ("=", text) => items.retold.push(text),
                _ => panic!("neither - nor =: {line}"),
            }
        }
    }
    all
}

/// Fails unless the first ten articles are stories of their own and the next three are one.
#[track_caller]
fn assert_apart_and_joined(language: Language, stories: &Stories) {
    let name = language.name();
    for at in 0..10 {
        let size = stories
            .story_of(at)
            .map_or(0, |story| story.articles().len());
        assert_eq!(size, 1, "{name}: item {at} is not alone");
    }
    let story = stories.story_of(10).unwrap();
    for at in [11, 12] {
        assert!(story.articles().contains(&at), "{name}: {at} is apart");
    }
    assert_eq!(story.articles().len(), 3, "{name}");
}

#[test]
fn there_are_items_in_every_language() {
    let items = items();
    assert_eq!(items.len(), Language::all().len());
    for some in &items {
        assert_eq!(
            (some.unrelated.len(), some.retold.len()),
            (10, 3),
            "{:?}",
            some.language
        );
    }
}

#[test]
fn codes_and_names_lead_to_each_other() {
    for &language in Language::all() {
        assert_eq!(Language::from_code(language.code()), Some(language));
    }
    assert_eq!(Language::from_code("DE-at"), Some(Language::German));
    assert_eq!(Language::from_code("xx"), None);
}

#[test]
fn a_short_item_is_told_to_be_in_its_language() {
    let mut wrong = Vec::new();
    for some in items() {
        for text in some.unrelated.iter().chain(&some.retold) {
            let found = language_of(text);
            if found != Some(some.language) {
                wrong.push(format!("{}: {found:?} for {text}", some.language.name()));
            }
        }
    }
    // Portuguese and Spanish share most small words.
    assert!(wrong.len() <= 2, "{}", wrong.join("\n"));
    assert_eq!(language_of(""), None);
    assert_eq!(language_of("12 34"), None);
}

#[test]
fn a_stated_language_goes_before_a_found_one() {
    let digest = |article: Article<'_>| retold::story::Digest::of(article);
    let headline = Article::new("Gas strike");
    assert_eq!(digest(headline).terms().language(), Some(Language::English));
    let dutch = headline.with_language(Language::Dutch);
    assert_eq!(digest(dutch).terms().language(), Some(Language::Dutch));
    assert_eq!(
        digest(headline.with_language(None)).terms().language(),
        Some(Language::English)
    );
}

#[test]
fn unrelated_items_stay_apart_and_retellings_are_joined() {
    for some in items() {
        let articles: Vec<&str> = some.unrelated.iter().chain(&some.retold).copied().collect();
        assert_apart_and_joined(some.language, &Detector::new().cluster(&articles));
    }
}

#[test]
fn they_do_so_among_a_thousand_english_articles() {
    let english: Vec<_> = (0..1_000).map(|n| generated::article(n, 60)).collect();
    for some in items() {
        let mut articles: Vec<retold::Article<'_>> = Vec::new();
        articles.extend(
            some.unrelated
                .iter()
                .chain(&some.retold)
                .map(|text| text.as_article()),
        );
        articles.extend(english.iter().map(AsArticle::as_article));
        assert_apart_and_joined(some.language, &Detector::new().cluster(&articles));
    }
}

/// The distinct terms that both texts hold, of the first and of the second.
fn shared(left: &str, right: &str) -> (usize, usize, usize) {
    let [left, right] = [left, right].map(|text| Terms::of(None, text));
    let both = retold::event::Census::alone(retold::event::Background::none());
    let vectors = [both.weigh(&left), both.weigh(&right)];
    (
        vectors[0].shared(&vectors[1]).count(),
        left.len(),
        right.len(),
    )
}

#[track_caller]
fn assert_same_terms(left: &str, right: &str) {
    let (shared, of_left, of_right) = shared(left, right);
    assert!(
        shared > 0 && shared == of_left.min(of_right),
        "{left} / {right}: {shared} of {of_left}, {of_right}"
    );
}

#[test]
fn letters_with_marks_are_those_without() {
    assert_same_terms(
        "Łukasz Żółć meets Søren Ødegård.",
        "Lukasz Zolc meets Soren Odegard.",
    );
    assert_same_terms("Jörg Müller won in Århus.", "Joerg Mueller won in Aarhus.");
    assert_same_terms("José Núñez left Bogotá.", "Jose Nunez left Bogota.");
    assert_same_terms("Æther and œuvre", "aether and oeuvre");
}

#[test]
fn a_vietnamese_word_with_another_tone_is_another() {
    let (shared, ..) = shared("Bán nhà của ông ở Hà Nội", "Bàn nhã của ông");
    assert_eq!(shared, 0);
}

#[test]
fn vowel_marks_and_other_shapes_fold_away() {
    let folded = |word: &str| {
        let mut folded = String::new();
        fold(word, &mut folded);
        folded
    };
    for spellings in [
        // Arabic: short vowels, hamza, ya, ta, elongation.
        &["مُحَمَّد", "محمد", "محـمد"][..],
        &["أحمد", "احمد", "ٱحمد"],
        &["مصطفى", "مصطفي"],
        &["مدرسة", "مدرسه"],
        // Hebrew points.
        &["שָׁלוֹם", "שלום"],
        // Russian.
        &["Ёлка", "елка", "ЕЛКА"],
        // Devanagari: the dot below, the moon with a dot.
        &["हज़ार", "हजार"],
        &["पाँच", "पांच"],
        // Full width, mathematical, digits of other scripts.
        &["ＮＡＴＯ", "nato"],
        &["𝗧𝗮𝗿𝗻", "𝒯𝒶𝓇𝓃", "Tarn"],
        &["２０２６", "2026", "٢٠٢٦", "२०२६", "๒๐๒๖"],
    ] {
        for word in spellings {
            assert_eq!(folded(word), folded(spellings[0]), "{spellings:?}");
        }
    }
}

#[test]
fn capitals_make_names_of_some_stop_words() {
    for text in [
        "The WHO warned of measles.",
        "Tariffs imposed by the US rose.",
        "Its IT failed.",
    ] {
        let terms = Terms::of(None, text);
        let with_capitals = ["WHO", "US", "IT"]
            .iter()
            .filter(|word| text.contains(**word));
        for word in with_capitals {
            let without = Terms::of(None, &text.replace(word, &word.to_lowercase()));
            assert_eq!(terms.len(), without.len() + 1, "{text}");
        }
    }
    // In a line of capitals they tell nothing.
    let shouted = Terms::of(None, "POLICE ASK WHO SAW IT");
    assert_eq!(shouted.len(), 3);
}

#[test]
fn numbers_in_words_and_digits_are_the_same_in_every_language() {
    for (words, digits) in [
        (
            "Men aged twenty-one, thirty-four and fifty died.",
            "Men aged 21, 34 and 50 died.",
        ),
        (
            "Bei dem Brand starben einundzwanzig Menschen.",
            "Bei dem Brand starben 21 Menschen.",
        ),
        (
            "Il y a eu dix-huit morts dans la rue.",
            "Il y a eu 18 morts dans la rue.",
        ),
        (
            "En el choque murieron quince personas.",
            "En el choque murieron 15 personas.",
        ),
        (
            "W wypadku zginęło siedemnaście osób.",
            "W wypadku zginęło 17 osób.",
        ),
        (
            "При пожаре погибли пятнадцать человек.",
            "При пожаре погибли 15 человек.",
        ),
    ] {
        assert_same_terms(words, digits);
    }
}

//! Folding keeps what its definition says, for every character there is.

use std::fmt::Write as _;

use proptest::prelude::*;
use retold::hash;
use retold::text::{fold, hash_word};
use unicode_normalization::UnicodeNormalization;

fn folded(word: &str) -> String {
    let mut folded = String::new();
    fold(word, &mut folded);
    folded
}

/// Golden hashes of words under version 2 of folding: NEVER REGENERATE these numbers without a new
/// `FOLDING_VERSION`. If one fails, folding or the hash has changed, and every stored signature would
/// be misread.
#[test]
fn words_keep_their_hash() {
    for (word, form, expected) in GOLDEN {
        assert_eq!(folded(word), *form, "{word}");
        assert_eq!(hash_word(word), *expected, "{word}: {:#x}", hash_word(word));
        assert_eq!(hash::bytes(form.as_bytes()), *expected, "{form}");
    }
}

#[rustfmt::skip]
const GOLDEN: &[(&str, &str, u64)] = &[
    ("Quake", "quake", 0x068a_45c5_f2f5_104d),
    ("EARTHQUAKES", "earthquakes", 0xef59_5229_556c_50b1),
    ("Musk’s", "musk", 0x4ea5_fbd3_c613_214b),
    ("WORKERS'S", "workers", 0xb424_02a7_237c_cd81),
    ("don’t", "don't", 0xa12c_6fc1_a4c6_d14f),
    ("3.14", "3.14", 0xd8f6_e1b5_2b70_3ffc),
    ("U.S", "u.s", 0x50f2_faed_29a5_82cd),
    ("Élysée", "élysée", 0x4199_6b2c_63bf_5aa8),
    ("E\u{301}lyse\u{301}e", "élysée", 0x4199_6b2c_63bf_5aa8),
    ("STRAẞE", "strasse", 0x23f1_1d70_8651_9ba3),
    ("ΣΊΣΥΦΟΣ", "σίσυφοσ", 0x38e8_8e7b_a22f_88f4),
    ("İstanbul", "istanbul", 0xc34f_9766_09d1_2446),
    ("ЁЛКА", "елка", 0x9741_6afe_3862_a344),
    ("Łódź", "lódź", 0xfc6b_3c31_da5c_eb3b),
    ("Æsir", "aesir", 0x3ad0_8640_4f36_9551),
    ("𝗧𝗮𝗿𝗻", "tarn", 0x0ef2_6e7d_e8a5_fa23),
    ("ＮＡＴＯ", "nato", 0x90c4_7eb2_fbc7_b323),
    ("٢٠٢٦", "2026", 0x922c_8f81_1db8_dea4),
    ("مُحَمَّد", "محمد", 0x45e6_a2c3_d232_a781),
    ("أحمد", "احمد", 0xcdd6_f306_7e8c_252c),
    ("שָׁלוֹם", "שלום", 0x9e79_6e78_77a8_dc9d),
    ("ﬁnance", "finance", 0x4a86_7bf3_04ab_5cc1),
    ("Nguyễn", "nguyễn", 0xa60d_4cb1_add6_3e67),
    ("서울", "서울", 0x75f1_b51e_2616_3dd9),
    ("地震", "地震", 0xfeb5_afbe_c9c0_38ba),
    ("زلزال", "زلزال", 0x7f77_d035_1229_99aa),
    ("भूकंप", "भूकंप", 0x44b0_7022_e6e9_da5e),
    ("Donaudampfschifffahrtsgesellschaft", "donaudampfschifffahrtsgesellschaft", 0xf182_acb0_3e0b_4b00),
    ("soft\u{ad}ware", "software", 0x8f8d_33f9_fa46_17c3),
    ("\u{ad}", "", 0xe087_f629_9ff1_b481),
];

#[test]
fn spellings_of_one_word_are_equal() {
    for spellings in [
        &[
            "Musk",
            "musk",
            "MUSK",
            "Musk's",
            "Musk’s",
            "MUSK’S",
            "Mu\u{ad}sk",
            "mus\u{200b}k",
            "\u{feff}musk",
        ][..],
        &["don't", "Don’t", "don‘t", "donʼt", "DON＇T"],
        &["é", "É", "e\u{301}", "E\u{301}", "e\u{200d}\u{301}"],
        &["straße", "STRASSE", "STRAẞE", "Strasse"],
        &["σίσυφος", "ΣΊΣΥΦΟΣ", "Σι\u{301}συφοσ"],
        &[
            "istanbul",
            "Istanbul",
            "İstanbul",
            "I\u{307}STANBUL",
            "ıstanbul",
        ],
        &[
            "ệ",
            "e\u{302}\u{323}",
            "e\u{323}\u{302}",
            "ê\u{323}",
            "ẹ\u{302}",
            "Ệ",
        ],
        &["각", "가\u{11a8}", "\u{1100}\u{1161}\u{11a8}"],
        &["가", "\u{1100}\u{1161}"],
        &["Ω", "ω", "\u{2126}"],
        &["ﬁnance", "finance", "FINANCE"],
        &["дом", "ДОМ"],
        &["ёлка", "Е\u{308}ЛКА"],
        &["豈", "\u{f900}"],
        &["क\u{93c}", "\u{958}"],
        &[
            "well-known",
            "well‐known",
            "well‑known",
            "well–known",
            "well—known",
        ],
        &["\u{1100}\u{1160}x", "\u{1100}x"],
    ] {
        for word in spellings {
            assert_eq!(folded(word), folded(spellings[0]), "{spellings:?}");
        }
    }
    let different = ["resume", "résumé", "mark", "marks", "its", "1000", "1,000"];
    for (at, word) in different.iter().enumerate() {
        for other in &different[at + 1..] {
            assert_ne!(folded(word), folded(other));
        }
    }
}

#[test]
fn possessives_lose_their_ending() {
    for (word, expected) in [
        ("it's", "it"),
        ("James’s", "james"),
        ("workers'", "workers'"),
        ("x's's", "x"),
        ("'s", "'s"),
        ("'s's", "'s"),
        ("s's", "s"),
        ("x's\u{301}", "x'\u{15b}"),
        ("É’s", "é"),
        ("\u{ad}", ""),
        ("\u{ad}’s", "'s"),
    ] {
        assert_eq!(folded(word), expected, "{word:?}");
    }
    assert_eq!(hash_word("\u{ad}"), hash::bytes(b""));
}

/// Every character, alone and among marks and letters: folding agrees for all canonically
/// equivalent spellings, changes nothing the second time, and hashes what it writes.
#[test]
fn every_character_folds_by_the_rules() {
    let newer = unicode_normalization::UNICODE_VERSION > (18, 0, 0);
    let mut word = String::new();
    for c in '\0'..=char::MAX {
        // Nothing in the later planes has a say on its neighbours.
        let contexts = if c < '\u{20000}' { 4 } else { 1 };
        for (before, after) in [
            ("", ""),
            ("i\u{301}\u{327}", "\u{307}\u{323}"),
            ("e", "\u{345}"),
            ("\u{1100}", "\u{11a8}"),
        ]
        .into_iter()
        .take(contexts)
        {
            word.clear();
            let _ = write!(word, "{before}{c}{after}");
            let form = folded(&word);
            assert_eq!(
                folded(&form),
                form,
                "again: {word:?} {}",
                word.escape_unicode()
            );
            assert_eq!(hash_word(&word), hash::bytes(form.as_bytes()), "{word:?}");
            let taken_apart: String = word.nfd().collect();
            if !newer {
                assert_eq!(folded(&taken_apart), form, "{}", word.escape_unicode());
                assert!(
                    unicode_normalization::is_nfc(&form),
                    "{}",
                    word.escape_unicode()
                );
            }
        }
    }
}

/// Letter case is that of the standard library, as long as both are of one version.
#[test]
fn letter_case_is_that_of_unicode() {
    if char::UNICODE_VERSION != (17, 0, 0) {
        println!("skipped: the standard library has another version of Unicode");
        return;
    }
    for c in '\0'..=char::MAX {
        for other in [c.to_lowercase().to_string(), c.to_uppercase().to_string()] {
            // The iota subscript stays a mark; written in capitals it is a letter.
            let subscript = c.nfd().any(|part| part == '\u{345}');
            if !subscript {
                assert_eq!(
                    folded(&other),
                    folded(c.encode_utf8(&mut [0; 4])),
                    "{c} {other}"
                );
            }
        }
    }
}

/// Long runs of marks are put in order in a time that grows with their number.
#[test]
fn marks_without_end_are_put_in_order() {
    let marks = "\u{301}\u{323}\u{327}\u{307}".repeat(250_000);
    let form = folded(&format!("a{marks}"));
    assert_eq!(form, format!("a{marks}").nfc().collect::<String>());
}

proptest! {
    #[test]
    fn equivalent_words_fold_alike(
        word in proptest::collection::vec(
            prop_oneof![
                proptest::char::any(),
                proptest::char::range('a', 'z'),
                proptest::char::range('\u{300}', '\u{36f}'),
                proptest::char::range('\u{591}', '\u{6ff}'),
                proptest::char::range('\u{900}', '\u{dff}'),
                proptest::char::range('\u{1100}', '\u{11ff}'),
                proptest::char::range('\u{1e00}', '\u{1fff}'),
                proptest::char::range('\u{ac00}', '\u{acff}'),
                proptest::sample::select(vec!['i', 'I', 'İ', '\u{307}', '\'', '’', 's', '\u{200d}', '\u{345}']),
            ],
            0..24,
        ),
    ) {
        let word: String = word.into_iter().collect();
        let form = folded(&word);
        prop_assert_eq!(&folded(&form), &form);
        prop_assert_eq!(&folded(&word.nfd().collect::<String>()), &form);
        prop_assert_eq!(&folded(&word.nfc().collect::<String>()), &form);
        prop_assert_eq!(hash_word(&word), hash::bytes(form.as_bytes()));
    }
}

//! What each file of a language keeps to.

use super::{Data, Language};

fn each(check: impl Fn(&'static Data)) {
    for language in Language::all() {
        check(language.data());
    }
}

/// A list in one string: sorted by bytes, without repetitions.
fn assert_list(code: &str, list: &str) {
    let words: Vec<&str> = list.split(' ').collect();
    let next = words.windows(2).find(|pair| pair[0] >= pair[1]);
    assert_eq!(next, None, "{code}: out of order or twice");
    assert!(
        words.iter().all(|word| !word.is_empty()),
        "{code}: two spaces"
    );
}

/// A word as it stands in a list: in lower case.
fn assert_small(code: &str, word: &str) {
    assert_eq!(word, word.to_lowercase().replace("i\u{307}", "i"), "{code}");
    assert_eq!(word, word.trim(), "{code}");
}

#[test]
fn lists_are_sorted_and_in_lower_case() {
    each(|data| {
        for list in [data.stop_words, data.frequent_words, data.speech_verbs] {
            assert_list(data.code, list);
            assert_small(data.code, list);
            assert!(!list.is_empty(), "{}", data.code);
        }
        if !data.abbreviations.is_empty() {
            assert_list(data.code, data.abbreviations);
        }
        assert_small(data.code, data.letters);
    });
}

#[test]
fn each_day_month_and_number_has_a_form_of_its_own() {
    each(|data| {
        let mut forms: Vec<&str> = Vec::new();
        for some in data.months.iter().chain(&data.weekdays) {
            assert!(!some.is_empty(), "{}", data.code);
            some.iter().for_each(|form| assert_small(data.code, form));
            forms.extend(*some);
        }
        forms.extend(data.numbers.iter().map(|(_, form)| *form));
        assert!(data.numbers.is_sorted(), "{}", data.code);
        data.numbers
            .iter()
            .for_each(|(_, form)| assert_small(data.code, form));
        for value in (1..=10).chain([100, 1000]) {
            let is_there = data.numbers.iter().any(|&(v, _)| v == value);
            assert!(is_there, "{}: no word for {value}", data.code);
        }
        let mut numbers: Vec<&str> = data.numbers.iter().map(|(_, form)| *form).collect();
        let all = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), all, "{}: a number of two values", data.code);
    });
}

#[test]
fn no_ending_hides_behind_a_shorter_one() {
    each(|data| {
        for (at, ending) in data.endings.iter().enumerate() {
            assert_small(data.code, ending.end);
            assert!(
                ending.least > 0,
                "{}: {} may be a word",
                data.code,
                ending.end
            );
            let hides = data.endings[..at].iter().find(|before| {
                ending.end.ends_with(before.end)
                    && before.after.is_empty()
                    && before.not_after.is_empty()
                    && before.least <= ending.least
            });
            assert!(
                hides.is_none(),
                "{}: {} is never tried",
                data.code,
                ending.end
            );
        }
    });
}

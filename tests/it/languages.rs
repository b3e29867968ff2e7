//! Languages: each text is told to be in its own.

use retold::{Language, text::language_of};

#[test]
fn codes_and_names_lead_to_each_other() {
    for &language in Language::all() {
        assert_eq!(Language::from_code(language.code()), Some(language));
    }
    assert_eq!(Language::from_code("DE-at"), Some(Language::German));
    assert_eq!(Language::from_code("xx"), None);
}

#[test]
fn a_text_of_no_known_language_has_none() {
    assert_eq!(language_of(""), None);
    assert_eq!(language_of("12 34"), None);
}

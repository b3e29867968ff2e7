//! Words slice the text in order, and their hashes are those of their folded forms.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut end = 0;
    for token in retold::text::tokens(text) {
        let word = text.get(token.span()).expect("a span slices the text");
        assert!(!word.is_empty() && token.span().start >= end);
        let mut folded = String::new();
        retold::text::fold(word, &mut folded);
        assert_eq!(token.hash, retold::hash::bytes(folded.as_bytes()));
        assert_eq!(token.hash, retold::text::hash_word(word));
        end = token.span().end;
    }
});

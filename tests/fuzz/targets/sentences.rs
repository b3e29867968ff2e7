//! Sentences and quotations slice the text, in order.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut end = 0;
    for sentence in retold::text::sentences(text) {
        assert!(text.get(sentence.span()).is_some() && sentence.span().start >= end);
        end = sentence.span().end;
    }
    for quote in retold::text::quotes(text) {
        assert!(text.get(quote.span()).is_some());
        assert!(quote.speaker.is_none_or(|speaker| text.get(speaker).is_some()));
    }
});

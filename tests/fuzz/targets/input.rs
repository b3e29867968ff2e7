//! The readers of the program: whatever the input, they end, and what they give is an article that
//! stands on a line of it. The first byte picks the reader.
#![no_main]
#![allow(dead_code, reason = "the program uses the rest")]

#[path = "../../../src/bin/retold/failure.rs"]
mod failure;
#[path = "../../../src/bin/retold/input/mod.rs"]
mod input;
#[path = "../../../src/bin/retold/progress.rs"]
mod progress;
#[path = "../../../src/bin/retold/record.rs"]
mod record;
#[path = "../../../src/bin/retold/words.rs"]
mod words;

use input::faults::{Faults, Place};
use input::fields::Fields;
use input::{Sink, dates, encoding, feed, html, json, jsonl, open, table};
use record::Record;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((&reader, bytes)) = bytes.split_first() else { return };
    let lines = 1 + bytes.iter().filter(|&&byte| byte == b'\n').count() as u64;
    let mut keep = |record: Record, place: Place<'_>, _: &mut Faults| {
        let has_text = !record.text.trim().is_empty() || record.title.is_some();
        assert!(has_text || record.withdrawn, "{record:?}");
        // Carriage returns alone end a row of a table, too.
        assert!(reader % 9 == 3 || reader % 9 == 8 || place.line.is_none_or(|line| (1..=lines).contains(&line)));
        Ok(())
    };
    let (mut fields, mut faults) = (Fields::default(), Faults::default());
    let mut sink = Sink { fields: &mut fields, faults: &mut faults, needs_id: reader & 0x80 > 0, keep: &mut keep };
    let text = encoding::text(bytes).text;
    match reader % 9 {
        0 => _ = jsonl::read(bytes, "-", &mut sink),
        1 => _ = json::document(&text, "-", &mut sink),
        2 => _ = feed::read(&text, "-", &mut sink),
        3 => _ = table::read(bytes, b",\t;|"[usize::from(reader >> 4 & 3)], "-", &mut sink),
        4 => _ = html::page(&text),
        5 => {
            let plain = html::to_text(&text);
            assert!(text.contains(['<', '&']) || plain == *text);
        }
        6 => {
            if let dates::Read::Known(date) = dates::read(&text) {
                // What was read can be read again, and is the same.
                assert_eq!(dates::read(&date.to_string()), dates::Read::Known(date));
            }
        }
        7 => _ = html::declared_encoding(&text),
        _ => _ = open::stream(bytes, None, None, &mut sink),
    }
});

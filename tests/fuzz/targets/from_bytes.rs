//! Bytes are refused or mean what they are: whatever is read is written the same again. The
//! checksum is put right first, half of the time, so that the fuzzer gets past it.
#![no_main]

use retold::event::Background;
use retold::sketch::Signature;
use retold::story::LinkRecords;

libfuzzer_sys::fuzz_target!(|input: (bool, &[u8])| {
    let (mend, bytes) = input;
    let mut bytes = bytes.to_vec();
    if mend && bytes.len() >= 8 {
        let body = bytes.len() - 8;
        let checksum = retold::hash::bytes(&bytes[..body]);
        bytes[body..].copy_from_slice(&checksum.to_le_bytes());
    }
    if let Ok(signature) = Signature::from_bytes(&bytes) {
        assert_eq!(signature.to_bytes(), bytes);
    }
    if let Ok(links) = LinkRecords::from_bytes(&bytes) {
        assert_eq!(links.to_bytes(), bytes);
    }
    if let Ok(background) = Background::from_bytes(&bytes) {
        assert_eq!(background.to_bytes(), bytes);
        _ = background.idf("storm");
    }
});

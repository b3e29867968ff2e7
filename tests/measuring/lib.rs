//! `#[needed]`: a test that needs the measuring data, the folder `../shared/data` beside the repository.
//!
//! Where the folder is absent when the tests are compiled, such a test is reported as ignored, with the
//! reason, and not as passed. After adding the data, `touch tests/it/data.rs` compiles them again.

use std::path::Path;

use proc_macro::TokenStream;

/// Ignores a test where the measuring data is absent. Stands above `#[test]`.
#[proc_macro_attribute]
pub fn needed(_: TokenStream, test: TokenStream) -> TokenStream {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    if data.is_dir() {
        return test;
    }
    let ignored = "#[ignore = \"the measuring data is absent\"]";
    let mut marked: TokenStream = ignored.parse().unwrap_or_default();
    marked.extend(test);
    marked
}

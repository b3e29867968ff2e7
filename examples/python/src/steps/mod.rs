//! The clustering as functions over record batches: what an engine maps over groups and joins of records.
//!
//! Each is one of `retold::story::steps`, for many records at once. Engines on the JVM have no unsigned
//! numbers: keys travel as signed ones, with the top bit flipped where their order matters.

mod census;
mod columns;
mod copies;
mod links;
mod settings;
mod stories;
mod texts;

use pyo3::prelude::*;
use retold::story::steps::{BAND_CAP, CLASS_LINKS, SAMPLE_CAP};

pub(crate) fn register(parent: &Bound<'_, PyModule>) -> PyResult<()> {
    let module = PyModule::new(parent.py(), "_steps")?;
    module.add("BAND_CAP", BAND_CAP)?;
    module.add("SAMPLE_CAP", SAMPLE_CAP)?;
    module.add("CLASS_LINKS", CLASS_LINKS)?;
    module.add_class::<settings::Settings>()?;
    module.add_class::<census::Census>()?;
    module.add_function(wrap_pyfunction!(texts::digest, &module)?)?;
    module.add_function(wrap_pyfunction!(texts::count_terms, &module)?)?;
    module.add_function(wrap_pyfunction!(texts::count_passages, &module)?)?;
    module.add_function(wrap_pyfunction!(links::heaviest, &module)?)?;
    module.add_function(wrap_pyfunction!(links::cap_lists, &module)?)?;
    module.add_function(wrap_pyfunction!(links::propose, &module)?)?;
    module.add_function(wrap_pyfunction!(links::score, &module)?)?;
    module.add_function(wrap_pyfunction!(links::standing, &module)?)?;
    module.add_function(wrap_pyfunction!(links::adjust, &module)?)?;
    module.add_function(wrap_pyfunction!(links::triangles, &module)?)?;
    module.add_function(wrap_pyfunction!(links::strangers, &module)?)?;
    module.add_function(wrap_pyfunction!(copies::sketch, &module)?)?;
    module.add_function(wrap_pyfunction!(copies::bucket_pairs, &module)?)?;
    module.add_function(wrap_pyfunction!(copies::sample_pairs, &module)?)?;
    module.add_function(wrap_pyfunction!(copies::enough_shared, &module)?)?;
    module.add_function(wrap_pyfunction!(copies::are_copies, &module)?)?;
    module.add_function(wrap_pyfunction!(copies::tell_one_event, &module)?)?;
    module.add_function(wrap_pyfunction!(stories::bars, &module)?)?;
    module.add_function(wrap_pyfunction!(stories::average_link, &module)?)?;
    module.add_function(wrap_pyfunction!(stories::groups, &module)?)?;
    parent.add_submodule(&module)
}

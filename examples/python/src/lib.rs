//! The library in Python: what most people do, each in one call.
//!
//! * `text`, `key`, `article`, `strings`, `articles` read what Python has; `arrow` is the way in and out
//!   for Arrow data and the only file with unsafe code.
//! * `steps` are the clustering's functions over record batches.
//! * `compare`, `stories`, `index`, `minhash` are the calls. Their docs stand in the package's
//!   `__init__.py` and stubs.

mod arrow;
mod article;
mod articles;
mod compare;
mod error;
mod index;
mod key;
mod minhash;
mod settings;
mod steps;
mod stories;
mod strings;
mod text;

use pyo3::prelude::*;

#[pymodule]
fn _retold(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    error::register(module)?;
    module.add_class::<arrow::Batch>()?;
    module.add_class::<compare::Comparison>()?;
    module.add_class::<compare::Statements>()?;
    module.add_class::<stories::Stories>()?;
    module.add_class::<stories::Story>()?;
    module.add_class::<index::Index>()?;
    module.add_class::<index::Placement>()?;
    module.add_class::<minhash::MinHash>()?;
    module.add_class::<minhash::MinHashLSH>()?;
    module.add_function(wrap_pyfunction!(compare::compare, module)?)?;
    module.add_function(wrap_pyfunction!(compare::statements, module)?)?;
    module.add_function(wrap_pyfunction!(stories::cluster, module)?)?;
    module.add_function(wrap_pyfunction!(stories::copies, module)?)?;
    steps::register(module)
}

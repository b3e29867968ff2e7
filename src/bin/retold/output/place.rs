//! Where output goes: standard output, or a file that is not the input.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Opens a file for output, or standard output; before the work is done, so that none is lost.
pub(crate) fn open(out: Option<&Path>, inputs: &[PathBuf]) -> Result<Box<dyn Write>, Failure> {
    let Some(path) = out else {
        return Ok(Box::new(BufWriter::new(io::stdout().lock())));
    };
    let real = |path: &Path| path.canonicalize().ok();
    if let Some(own) = real(path)
        && inputs
            .iter()
            .any(|input| real(input).is_some_and(|input| input == own))
    {
        return Err(Failure::usage(format!(
            "--out {}: this is the input",
            path.display()
        )));
    }
    let file = File::create(path)
        .map_err(|error| Failure::file(path, format!("cannot be written: {error}")))?;
    Ok(Box::new(BufWriter::new(file)))
}

/// Makes a folder for pages, and makes sure that it can be written into.
pub(crate) fn folder(path: &Path) -> Result<(), Failure> {
    let wrong = |error: io::Error| Failure::file(path, format!("cannot write pages here: {error}"));
    std::fs::create_dir_all(path).map_err(wrong)?;
    let probe = path.join("index.html");
    File::options()
        .append(true)
        .create(true)
        .open(probe)
        .map_err(wrong)?;
    Ok(())
}

/// An error of writing: of a file, with its name.
pub(crate) fn wrong(error: &io::Error, out: Option<&Path>) -> Failure {
    match out {
        Some(path) => Failure::file(path, error),
        None => Failure::output(error),
    }
}

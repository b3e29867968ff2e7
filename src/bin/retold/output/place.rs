//! Where output goes: standard output, or a file that is not the input.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// An output on its way. A file appears when it is complete: a run that fails or is stopped leaves
/// what was there before.
pub(crate) struct Output {
    out: Box<dyn Write>,
    /// The file that is written, and what it is called when it is done.
    rename: Option<[PathBuf; 2]>,
    path: Option<PathBuf>,
}

impl Output {
    /// Opens a file for output, or standard output; before the work is done, so that none is lost.
    pub(crate) fn open(out: Option<&Path>, inputs: &[PathBuf]) -> Result<Self, Failure> {
        let Some(path) = out else {
            let out = Box::new(BufWriter::new(io::stdout().lock()));
            return Ok(Self {
                out,
                rename: None,
                path: None,
            });
        };
        let real = |path: &Path| path.canonicalize().ok();
        if let Some(own) = real(path)
            && inputs
                .iter()
                .any(|input| real(input).is_some_and(|input| input == own))
        {
            return Err(Failure::usage(format!(
                "{}: this is the input",
                path.display()
            )));
        }
        // What is no file, such as a pipe, is written to as it is.
        let in_place = path.exists() && !path.is_file();
        let mut name = path.as_os_str().to_owned();
        name.push(".partial");
        let partial = PathBuf::from(name);
        let file = File::create(if in_place { path } else { &partial });
        let file =
            file.map_err(|error| Failure::file(path, format!("cannot be written: {error}")))?;
        Ok(Self {
            out: Box::new(BufWriter::new(file)),
            rename: (!in_place).then(|| [partial, path.to_owned()]),
            path: Some(path.to_owned()),
        })
    }

    /// Writes all of it, and says how that went.
    pub(crate) fn write(
        mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let mut written = write(&mut self.out).and_then(|()| self.out.flush());
        if let (Ok(()), Some([from, to])) = (&written, &self.rename) {
            written = std::fs::rename(from, to);
        }
        written.map_err(|error| match &self.path {
            Some(path) => Failure::file(path, error),
            None => Failure::output(&error),
        })
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Some([partial, _]) = &self.rename {
            // Gone already where it was completed.
            _ = std::fs::remove_file(partial);
        }
    }
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

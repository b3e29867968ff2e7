//! JSON lines: one object a line, read line by line, so that a file may be larger than memory.

use std::io::BufRead;

use super::Sink;
use super::encoding;
use super::faults::Kind;
use crate::failure::Failure;

/// Reads all lines.
pub(crate) fn read(mut body: impl BufRead, file: &str, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        let length = body.read_until(b'\n', &mut line);
        number += 1;
        match length {
            Ok(0) => return Ok(()),
            Ok(_) => take(&line, number, file, sink)?,
            // A file cut off while it was packed or sent.
            Err(error) => {
                let why = format!("{error}; what follows cannot be read");
                return sink
                    .faults
                    .note(Kind::LeftOut, super::place(file, Some(number)), why);
            }
        }
    }
}

/// Reads one line, if there is anything on it.
pub(crate) fn take(
    line: &[u8],
    number: u64,
    file: &str,
    sink: &mut Sink<'_>,
) -> Result<(), Failure> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let line = line.trim_ascii();
    if line.is_empty() {
        return Ok(());
    }
    let text = encoding::text(line);
    if let Some(how) = text.how {
        sink.faults
            .note(Kind::Mended, super::place(file, Some(number)), how)?;
    }
    super::json::line(&text.text, number, file, sink)
}

//! The words of a text, at the speed of reading it.
//!
//! News is ASCII with a quote, a dash or an accent here and there, so two readers take turns: one
//! for [blocks](block) of 64 bytes, and one for [segments](segment) of any script. Each starts at a
//! word boundary and ends at one. Since UAX #29 looks at nothing before a boundary, the words
//! are those that either would find alone.

mod block;
mod segment;

use segment::Segmenter;

use super::chars::Chars;

/// Bytes looked at together.
const BLOCK: usize = 64;

/// Starts and ends gathered before they are handed over.
const ENOUGH: usize = 64;

/// So many bytes of ASCII ahead make blocks worth while again.
const AHEAD: usize = 16;

/// Starts and ends of words, in turns, as byte offsets. A block has at most 64 of them.
pub(super) type Edges = [usize; ENOUGH + BLOCK];

pub(super) const NO_EDGES: Edges = [0; ENOUGH + BLOCK];

/// Finds the words of a text, some at a time.
#[derive(Clone)]
pub(super) struct Scanner<'a> {
    bytes: &'a [u8],
    /// A word boundary: all before is done.
    at: usize,
    /// Whether to go on by segments.
    slowly: bool,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            slowly: false,
        }
    }

    /// Writes the edges of the next words, and says how many edges there are: none at the end.
    pub(super) fn fill(&mut self, edges: &mut Edges) -> usize {
        let mut len = 0;
        while let Some(free) = edges
            .get_mut(len..)
            .and_then(<[usize]>::first_chunk_mut::<BLOCK>)
        {
            if self.slowly {
                let Some((start, end)) = self.segments() else {
                    if self.slowly {
                        break;
                    }
                    continue;
                };
                [free[0], free[1]] = [start, end];
                len += 2;
                continue;
            }
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let mut last = [0; BLOCK];
            let (block, len_of_block) = match rest.first_chunk() {
                Some(block) => (block, BLOCK),
                None if rest.is_empty() => break,
                None => (end_of_text(rest, &mut last), rest.len()),
            };
            let found = block::find(block, len_of_block);
            write(found.edges, self.at, free);
            len += found.edges.count_ones() as usize;
            self.at += found.limit;
            self.slowly = found.stuck;
        }
        len
    }

    /// The next word found segment by segment, as long as that is needed.
    fn segments(&mut self) -> Option<(usize, usize)> {
        let segmenter = Segmenter {
            bytes: self.bytes,
            chars: Chars::get(),
        };
        while self.slowly && self.at < self.bytes.len() {
            let start = self.at;
            let segment = segmenter.segment(start);
            self.at = segment.end;
            let ahead = self.bytes.get(self.at..).unwrap_or_default();
            let ahead = ahead.get(..AHEAD).unwrap_or(ahead);
            self.slowly = !ahead.is_ascii();
            if segment.is_word {
                return Some((start, segment.end));
            }
        }
        None
    }
}

/// A block of what is left of a text, and zeros.
fn end_of_text<'a>(rest: &[u8], block: &'a mut [u8; BLOCK]) -> &'a [u8; BLOCK] {
    if let Some(front) = block.get_mut(..rest.len()) {
        front.copy_from_slice(rest);
    }
    block
}

/// Writes where the bits of a block stand. Most blocks have up to 24, so that many are written
/// whether there are or not, without a branch for each to be guessed wrong.
#[inline]
fn write(mut bits: u64, start: usize, free: &mut [usize; BLOCK]) {
    let (usual, more) = free.split_at_mut(16);
    for slot in usual {
        *slot = start + bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
    }
    let (some, rest) = more.split_at_mut(8);
    if bits != 0 {
        for slot in some {
            *slot = start + bits.trailing_zeros() as usize;
            bits &= bits.wrapping_sub(1);
        }
    }
    for slot in rest {
        if bits == 0 {
            break;
        }
        *slot = start + bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
    }
}

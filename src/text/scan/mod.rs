//! The words of a text, at the speed of reading it.
//!
//! News is ASCII with a quote, a dash or an accent here and there, so three readers take turns: one
//! for blocks of 64 bytes of [plain ASCII](plain), one for [blocks](block) with such characters,
//! and one for [segments](segment) of any script. The latter two start and end at word boundaries.
//! Since UAX #29 looks at nothing before a boundary, the words are those that each would find alone.

mod block;
mod edges;
mod plain;
mod segment;

pub(super) use edges::{Edges, NO_EDGES};

use edges::{FAR, room, write};
use plain::Plain;
use segment::Segmenter;

use super::chars::Chars;

/// Bytes looked at together.
const BLOCK: usize = 64;

/// So many bytes of ASCII ahead make blocks worth while again.
const AHEAD: usize = 16;

/// What comes next in a text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Next {
    /// Words: the base of their edges, and how many edges there are.
    Words(usize, usize),
    /// One word too long for that: where it starts and ends.
    Long(usize, usize),
    End,
}

/// Finds the words of a text, some at a time.
#[derive(Clone)]
pub(super) struct Scanner<'a> {
    bytes: &'a [u8],
    /// All before is done, but for a word that is open here. Without one, this is a word boundary or
    /// stands between two spaces.
    at: usize,
    /// Where the word starts that is open here.
    open: Option<usize>,
    /// Whether to go on by segments.
    slowly: bool,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            open: None,
            slowly: false,
        }
    }

    /// Finds the next words, and writes their edges.
    pub(super) fn next(&mut self, edges: &mut Edges) -> Next {
        // An odd number of edges says that the last word is open.
        let (mut base, mut len) = (self.at, 0);
        if let Some(start) = self.open.take() {
            edges[0] = 0;
            (base, len) = (start, 1);
        }
        loop {
            if !self.slowly {
                len = self.plain_blocks(edges, base, len);
            }
            if len > 1 && (self.at - base > FAR || room(edges, len).is_none()) {
                break;
            }
            if self.at >= self.bytes.len() {
                edges[len] = (self.at - base) as u16;
                len += len % 2;
                break;
            }
            if !self.slowly {
                let open = (len % 2 == 1).then(|| base + usize::from(edges[len - 1]));
                self.step_back(open);
                len -= len % 2;
            }
            if len == 0 {
                base = self.at;
            }
            if self.slowly {
                let Some((start, end)) = self.segments() else {
                    continue;
                };
                if end - base > usize::from(u16::MAX) {
                    if len > 0 {
                        (self.at, self.slowly) = (start, true);
                        break;
                    }
                    if end - start > usize::from(u16::MAX) {
                        return Next::Long(start, end);
                    }
                    base = start;
                }
                edges[len] = (start - base) as u16;
                edges[len + 1] = (end - base) as u16;
                len += 2;
            } else {
                len = self.block(edges, base, len);
            }
        }
        if len % 2 == 1 {
            len -= 1;
            self.open = Some(base + usize::from(edges[len]));
        }
        if len == 0 {
            return Next::End;
        }
        Next::Words(base, len)
    }

    /// Goes on by blocks of plain ASCII as long as there are any.
    fn plain_blocks(&mut self, edges: &mut Edges, base: usize, mut len: usize) -> usize {
        let rest = |at: usize| self.bytes.get(at..).unwrap_or_default();
        let mut at = self.at;
        while at - base <= FAR
            && let Some(free) = room(edges, len)
            && let Some(window) = rest(at).first_chunk()
            && plain::is_plain(window)
        {
            let found = Plain::read(window).edges(self.bytes, at, len % 2 == 1);
            len += write(found, at - base, free);
            at += BLOCK;
        }
        if at - base <= FAR
            && let Some(free) = room(edges, len)
            && let rest @ [_, ..] = rest(at)
            && rest.len() <= BLOCK
        {
            let mut last = [0; BLOCK + 1];
            let window = end_of_text(rest, &mut last);
            if plain::is_plain(window) {
                let found = Plain::read(window).edges(self.bytes, at, len % 2 == 1);
                len += write(found, at - base, free);
                at += rest.len();
            }
        }
        self.at = at;
        len
    }

    /// Back to the last word boundary, since what comes next may belong to the word that is open, or
    /// to the spaces before it.
    fn step_back(&mut self, open: Option<usize>) {
        let here = self.at;
        if let Some(start) = open {
            self.at = start;
        } else {
            let spaces = |at: usize| self.bytes.get(at.wrapping_sub(1)..=at) == Some(b"  ");
            while spaces(self.at) {
                self.at -= 1;
            }
        }
        // A block from so far back would not get beyond this place.
        self.slowly = here - self.at >= BLOCK;
    }

    /// Goes on by one block that may have other characters than plain ASCII.
    fn block(&mut self, edges: &mut Edges, base: usize, len: usize) -> usize {
        let Some(free) = room(edges, len) else {
            return len;
        };
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let mut last = [0; BLOCK];
        let (block, size) = match rest.first_chunk() {
            Some(block) => (block, BLOCK),
            None => (end_of_text(rest, &mut last), rest.len()),
        };
        let found = block::find(block, size);
        let len = len + write(found.edges, self.at - base, free);
        self.at += found.limit;
        self.slowly = found.stuck;
        len
    }

    /// The next word found segment by segment, as long as that is needed. On its own, lest it slow down
    /// the loop over plain blocks.
    #[inline(never)]
    fn segments(&mut self) -> Option<(usize, usize)> {
        let segmenter = Segmenter {
            bytes: self.bytes,
            chars: Chars::get(),
        };
        while self.slowly && self.at < self.bytes.len() {
            self.at += usize::from(segmenter.is_single_space(self.at));
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

/// What is left of a text, and zeros.
fn end_of_text<'a, const N: usize>(rest: &[u8], block: &'a mut [u8; N]) -> &'a [u8; N] {
    if let Some(front) = block.get_mut(..rest.len()) {
        front.copy_from_slice(rest);
    }
    block
}

//! The place of an article as bytes: its story, and its links and copies by arrival number.

use crate::frame::{Bytes, Frame};

const PLACE: Frame = Frame {
    kind: "stored place",
    magic: "RTpl",
    version: 1,
};

/// A place read back: links by arrival number.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub(super) story: u64,
    pub(super) links: Vec<(u64, f32)>,
    pub(super) copies: Vec<u64>,
}

impl Place {
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.story.to_le_bytes().to_vec();
        bytes.extend_from_slice(&(self.links.len() as u32).to_le_bytes());
        for &(other, score) in &self.links {
            bytes.extend_from_slice(&other.to_le_bytes());
            bytes.extend_from_slice(&score.to_le_bytes());
        }
        for &other in &self.copies {
            bytes.extend_from_slice(&other.to_le_bytes());
        }
        PLACE.wrap(0, &bytes)
    }

    /// The place that these bytes are; nothing if they are none, or damaged.
    pub(super) fn read(framed: &[u8]) -> Option<Self> {
        let content = PLACE.open_for(framed, 0).ok()?;
        let mut bytes = Bytes::new(content);
        let mut place = Self {
            story: bytes.u64()?,
            ..Self::default()
        };
        for _ in 0..bytes.u32()? {
            let link = (bytes.u64()?, bytes.f32()?);
            place.links.push(link);
        }
        while !bytes.is_empty() {
            place.copies.push(bytes.u64()?);
        }
        let scores = place
            .links
            .iter()
            .all(|(_, score)| (-1.0..=1.0).contains(score));
        scores.then_some(place)
    }
}

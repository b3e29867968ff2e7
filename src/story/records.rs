//! Links as plain records with a byte-stable form, for engines that spread the work over machines.

use crate::FormatError;
use crate::frame::{Bytes, Frame};

const FRAME: Frame = Frame {
    kind: "links",
    magic: "RTlk",
    version: 1,
};
const RECORD: usize = 20;

/// Two articles and their score, by numbers of the caller's.
///
/// ```
/// use retold::story::LinkRecord;
/// let link = LinkRecord { left: 1, right: 2, score: 0.5 };
/// assert!(link.left < link.right);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkRecord {
    /// One article.
    pub left: u64,
    /// The other article.
    pub right: u64,
    /// Their score, to 1; below 0 if they contradict each other.
    pub score: f32,
}

/// Links that were found under the same settings, to be stored or sent to another machine.
///
/// # Format, version 1
///
/// All integers are little-endian: `RTlk`, the format version (4 bytes), the settings fingerprint
/// (8), the length of what follows (8), then for each link `left` (8), `right` (8) and `score` (4,
/// IEEE 754), and the [frozen hash](crate::hash::bytes) of all bytes before it (8).
///
/// ```
/// use retold::story::{LinkRecord, LinkRecords};
///
/// let links = LinkRecords::new(7, vec![LinkRecord { left: 1, right: 2, score: 0.5 }]);
/// let bytes = links.to_bytes();
/// assert_eq!(LinkRecords::from_bytes(&bytes)?, links);
/// # Ok::<(), retold::FormatError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LinkRecords {
    settings: u64,
    links: Vec<LinkRecord>,
}

impl LinkRecords {
    /// Links found under settings of this fingerprint.
    ///
    /// ```
    /// assert!(retold::story::LinkRecords::new(7, Vec::new()).links().is_empty());
    /// ```
    pub fn new(settings: u64, links: Vec<LinkRecord>) -> Self {
        Self { settings, links }
    }

    /// The fingerprint of the settings.
    ///
    /// ```
    /// assert_eq!(retold::story::LinkRecords::new(7, Vec::new()).settings(), 7);
    /// ```
    pub fn settings(&self) -> u64 {
        self.settings
    }

    /// The links, in the order given.
    ///
    /// ```
    /// assert!(retold::story::LinkRecords::default().links().is_empty());
    /// ```
    pub fn links(&self) -> &[LinkRecord] {
        &self.links
    }

    /// Adds the links of another machine.
    ///
    /// # Errors
    /// [`FormatError::Settings`] if they were found under other settings.
    ///
    /// ```
    /// use retold::story::LinkRecords;
    /// let mut links = LinkRecords::new(7, Vec::new());
    /// assert!(links.merge(LinkRecords::new(8, Vec::new())).is_err());
    /// ```
    pub fn merge(&mut self, other: Self) -> Result<(), FormatError> {
        if other.settings != self.settings {
            return Err(FormatError::Settings {
                kind: FRAME.kind,
                found: other.settings,
                expected: self.settings,
            });
        }
        self.links.extend(other.links);
        Ok(())
    }

    /// The links as bytes, the same on every machine.
    ///
    /// ```
    /// assert_eq!(retold::story::LinkRecords::default().to_bytes().len(), 32);
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut content = Vec::with_capacity(self.links.len() * RECORD);
        for link in &self.links {
            content.extend_from_slice(&link.left.to_le_bytes());
            content.extend_from_slice(&link.right.to_le_bytes());
            content.extend_from_slice(&link.score.to_le_bytes());
        }
        FRAME.wrap(self.settings, &content)
    }

    /// The links of such bytes.
    ///
    /// # Errors
    /// See [`FormatError`]: the bytes are of another kind or version, cut, changed, or hold a score
    /// that is none.
    ///
    /// ```
    /// assert!(retold::story::LinkRecords::from_bytes(b"something else").is_err());
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FormatError> {
        let (settings, content) = FRAME.open(bytes)?;
        let mut links = Vec::with_capacity(content.len() / RECORD);
        let mut rest = Bytes::new(content);
        while !rest.is_empty() {
            let link = rest.u64().zip(rest.u64()).zip(rest.f32());
            let ((left, right), score) =
                link.ok_or_else(|| FRAME.invalid("a link is cut short"))?;
            if !(-1.0..=1.0).contains(&score) {
                return Err(FRAME.invalid("a score is not from -1 to 1"));
            }
            links.push(LinkRecord { left, right, score });
        }
        Ok(Self { settings, links })
    }
}

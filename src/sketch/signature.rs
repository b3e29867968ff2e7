//! Signatures: what they estimate, and their form as bytes.

use crate::FormatError;
use crate::frame::Frame;

/// The content of the frame is the slots, 4 bytes each, little-endian; nothing for a text without
/// words.
const FRAME: Frame = Frame {
    kind: "signature",
    magic: "RTsg",
    version: 1,
};

/// A sample of a text's shingles that estimates how many of them two texts share; made by a
/// [`MinHasher`](super::MinHasher).
///
/// ```
/// let hasher = retold::sketch::MinHasher::default();
/// let signature = hasher.signature_of_text("A strong quake struck the coast.");
/// assert_eq!(signature.estimate_jaccard(&signature), Ok(1.0));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Signature {
    pub(super) settings: u64,
    pub(super) slots: Vec<u32>,
}

impl Signature {
    /// Whether the text had no word: such a signature matches nothing, itself included.
    ///
    /// ```
    /// let empty = retold::sketch::MinHasher::default().empty();
    /// assert_eq!(empty.estimate_jaccard(&empty), Ok(0.0));
    /// ```
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The slots, from 32 to 1024; none for a text without words.
    ///
    /// ```
    /// let signature = retold::sketch::MinHasher::default().signature_of_text("One.");
    /// assert_eq!(signature.slots().len(), 128);
    /// ```
    pub fn slots(&self) -> &[u32] {
        &self.slots
    }

    /// The fingerprint of the settings it was made with, see
    /// [`MinHasher::settings`](super::MinHasher::settings).
    ///
    /// ```
    /// let hasher = retold::sketch::MinHasher::default();
    /// assert_eq!(hasher.signature_of_text("One.").settings(), hasher.settings());
    /// ```
    pub fn settings(&self) -> u64 {
        self.settings
    }

    /// An estimate of the Jaccard similarity of the two texts' shingle sets, from 0 to 1: the part
    /// of the slots that agree. 0 if either is empty.
    ///
    /// With `k` slots the estimate of `J` has no bias and a standard error of at most
    /// √(`J(1 − J)/k`), 0.044 for `J` = 0.5 and 128 slots. Judge by
    /// [`ShingleSet::jaccard`](super::ShingleSet::jaccard) wherever it matters.
    ///
    /// # Errors
    /// [`FormatError::Settings`] if the two were made with different settings.
    ///
    /// ```
    /// use retold::sketch::MinHasher;
    /// let hasher = MinHasher::default();
    /// let (left, right) = (hasher.signature_of_text("One."), hasher.signature_of_text("Two."));
    /// assert_eq!(left.estimate_jaccard(&right), Ok(0.0));
    /// let other = MinHasher::new(128, 5)?.signature_of_text("One.");
    /// assert!(left.estimate_jaccard(&other).is_err());
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn estimate_jaccard(&self, other: &Self) -> Result<f64, FormatError> {
        self.check_settings(other.settings)?;
        if self.is_empty() {
            return Ok(0.0);
        }
        let pairs = self.slots.iter().zip(&other.slots);
        let agreeing: u32 = pairs.map(|(a, b)| u32::from(a == b)).sum();
        Ok(f64::from(agreeing) / self.slots.len() as f64)
    }

    fn check_settings(&self, expected: u64) -> Result<(), FormatError> {
        if self.settings == expected {
            return Ok(());
        }
        Err(FormatError::Settings {
            kind: FRAME.kind,
            found: self.settings,
            expected,
        })
    }

    /// The signature as bytes: `RTsg`, then, all little-endian, the format version (4 bytes), the
    /// settings fingerprint (8), the length of the slots (8), the slots (4 each) and a checksum
    /// (8).
    ///
    /// ```
    /// use retold::sketch::{MinHasher, Signature};
    /// let signature = MinHasher::default().signature_of_text("A quake struck.");
    /// assert_eq!(Signature::from_bytes(&signature.to_bytes()), Ok(signature));
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        let slots = self.slots.iter().flat_map(|slot| slot.to_le_bytes());
        FRAME.wrap(self.settings, &slots.collect::<Vec<u8>>())
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
    ///
    /// # Errors
    /// Anything else is a [`FormatError`]: another kind of record, another format version, bytes
    /// cut off, added or changed. Signatures of other settings can be read, but not compared; see
    /// [`MinHasher::read_signature`](super::MinHasher::read_signature).
    ///
    /// ```
    /// use retold::sketch::Signature;
    /// let error = Signature::from_bytes(b"{\"a\": 1}").unwrap_err();
    /// assert_eq!(error.to_string(), "not a signature: its first bytes are not `RTsg`");
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FormatError> {
        let (settings, slots) = FRAME.open(bytes)?;
        Self::from_parts(settings, slots)
    }

    /// As [`from_bytes`](Self::from_bytes), for a signature of these settings and so many slots.
    pub(super) fn from_bytes_for(
        bytes: &[u8],
        settings: u64,
        slots: usize,
    ) -> Result<Self, FormatError> {
        let signature = Self::from_parts(settings, FRAME.open_for(bytes, settings)?)?;
        if !signature.is_empty() && signature.slots.len() != slots {
            return Err(FRAME.invalid("its settings ask for another number of slots"));
        }
        Ok(signature)
    }

    fn from_parts(settings: u64, slots: &[u8]) -> Result<Self, FormatError> {
        let (slots, rest) = slots.as_chunks::<4>();
        if !rest.is_empty() || !matches!(slots.len(), 0 | 32..=1024) {
            return Err(FRAME.invalid("it must have from 32 to 1024 slots, or none"));
        }
        Ok(Self {
            settings,
            slots: slots.iter().map(|slot| u32::from_le_bytes(*slot)).collect(),
        })
    }
}

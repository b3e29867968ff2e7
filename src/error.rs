//! The errors of settings and of stored bytes. No input text can cause an error.

/// A setting outside its range, found by [`DetectorBuilder::build`](crate::DetectorBuilder::build)
/// and by the constructors of the layers below it.
///
/// ```
/// let error = retold::Detector::builder().shingle_words(0).build().unwrap_err();
/// assert_eq!(error.to_string(), "shingle_words is 0, but must be from 1 to 16");
/// ```
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{name}{} is {value}, but must be {allowed}", in_parentheses(*.argument))]
pub struct SettingError {
    name: &'static str,
    /// Which argument of a method that takes several.
    argument: Option<&'static str>,
    value: String,
    allowed: String,
}

impl SettingError {
    pub(crate) fn new(
        name: &'static str,
        value: &impl ToString,
        allowed: impl Into<String>,
    ) -> Self {
        Self {
            name,
            argument: None,
            value: value.to_string(),
            allowed: allowed.into(),
        }
    }

    pub(crate) fn of_argument(mut self, argument: &'static str) -> Self {
        self.argument = Some(argument);
        self
    }

    /// The name of the setting: that of the method that takes it.
    ///
    /// ```
    /// let error = retold::Detector::builder().date_decay(0.0, 0.5).build().unwrap_err();
    /// assert_eq!(error.name(), "date_decay");
    /// assert_eq!(error.to_string(), "date_decay (days) is 0, but must be from 0.1 to 10000");
    /// ```
    pub fn name(&self) -> &'static str {
        self.name
    }
}

fn in_parentheses(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(" ({name})"))
}

/// Bytes that are not what they should be: found by every `from_bytes`.
///
/// ```
/// use retold::{FormatError, sketch::Signature};
/// let error = Signature::from_bytes(b"a picture").unwrap_err();
/// assert!(matches!(error, FormatError::WrongMagic { .. }), "{error}");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// The bytes do not start as this kind of record does.
    #[error("not a {expected}: its first bytes are not `{magic}`")]
    #[non_exhaustive]
    WrongMagic {
        /// The kind of record that was asked for.
        expected: &'static str,
        /// The four characters such a record starts with.
        magic: &'static str,
    },
    /// Written by another version of the format.
    #[error("{kind} format {found}, but this version reads {supported}")]
    #[non_exhaustive]
    Version {
        /// The kind of record.
        kind: &'static str,
        /// The format version found.
        found: u32,
        /// The format version this crate reads.
        supported: u32,
    },
    /// Made with other settings than those it is to be used with.
    #[error("{kind} made with settings {found:016x}, but these are {expected:016x}")]
    #[non_exhaustive]
    Settings {
        /// The kind of record.
        kind: &'static str,
        /// The settings fingerprint found.
        found: u64,
        /// The settings fingerprint expected.
        expected: u64,
    },
    /// The bytes end too early, or go on too long.
    #[error("{kind} has {found} bytes, but {expected} were expected")]
    #[non_exhaustive]
    Length {
        /// The kind of record.
        kind: &'static str,
        /// How many bytes there are.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// The bytes were changed after they were written.
    #[error("{kind} is damaged: its checksum does not match")]
    #[non_exhaustive]
    Checksum {
        /// The kind of record.
        kind: &'static str,
    },
    /// The checksum holds but the content cannot be right.
    #[error("{kind} is not valid: {why}")]
    #[non_exhaustive]
    Invalid {
        /// The kind of record.
        kind: &'static str,
        /// What is wrong.
        why: &'static str,
    },
}

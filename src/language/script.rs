//! Scripts: what letters tell of a language before any word is read.

/// The script a word is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Script {
    Latin,
    Greek,
    Cyrillic,
    Arabic,
    Hebrew,
    Devanagari,
    Thai,
    /// Lao, Khmer and Burmese, which have no spaces between words either.
    LaoKhmerBurmese,
    Han,
    Kana,
    Hangul,
    /// Any other, and what is no letter.
    Other,
}

impl Script {
    /// How many there are.
    pub(crate) const COUNT: usize = Self::Other as usize + 1;

    /// The script of a character.
    pub(crate) const fn of(c: char) -> Self {
        match c as u32 {
            0x41..=0x5a | 0x61..=0x7a | 0xaa | 0xba | 0xc0..=0x24f => Self::Latin,
            0x1e00..=0x1eff | 0xff21..=0xff3a | 0xff41..=0xff5a => Self::Latin,
            0x370..=0x3ff | 0x1f00..=0x1fff => Self::Greek,
            0x400..=0x52f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff | 0xa640..=0xa69f => Self::Cyrillic,
            0x590..=0x5ff | 0xfb1d..=0xfb4f => Self::Hebrew,
            0x600..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfefe => {
                Self::Arabic
            }
            0x900..=0x97f | 0xa8e0..=0xa8ff => Self::Devanagari,
            0xe00..=0xe7f => Self::Thai,
            0xe80..=0xeff
            | 0x1000..=0x109f
            | 0x1780..=0x17ff
            | 0xa9e0..=0xa9ff
            | 0xaa60..=0xaa7f => Self::LaoKhmerBurmese,
            0x1100..=0x11ff | 0x3130..=0x318f | 0xa960..=0xa97f | 0xac00..=0xd7ff => Self::Hangul,
            0x3041..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9f | 0x1b000..=0x1b16f => Self::Kana,
            0x3005..=0x3007 | 0x3021..=0x3029 | 0x3400..=0x4dbf | 0x4e00..=0x9fff => Self::Han,
            0xf900..=0xfaff | 0x20000..=0x3fffd => Self::Han,
            _ => Self::Other,
        }
    }

    /// Whether it has capitals.
    pub(crate) const fn has_case(self) -> bool {
        matches!(
            self,
            Self::Latin | Self::Greek | Self::Cyrillic | Self::Other
        )
    }

    /// Whether words are written without spaces between them.
    pub(crate) const fn is_unspaced(self) -> bool {
        matches!(
            self,
            Self::Han | Self::Kana | Self::Thai | Self::LaoKhmerBurmese
        )
    }

    /// Whether it is one of the letters that Japanese writes its endings and small words with.
    pub(crate) const fn is_hiragana(c: char) -> bool {
        matches!(c, '\u{3041}'..='\u{309f}')
    }
}

//! How a term is used in its article: as a name, as a number, where.

/// Tokens from the start of an article (its title first) that count as its lead.
const LEAD_TOKENS: usize = 60;

/// How a term is used in an article: a set of marks.
///
/// ```
/// use retold::event::Terms;
/// let terms = Terms::of(None, "Police in Porto: 12 hurt, police said.");
/// let marks = terms.marks("Porto").unwrap();
/// assert!(marks.is_name() && marks.in_lead());
/// assert!(!terms.marks("police").unwrap().is_name());
/// assert!(terms.marks("12").unwrap().is_number());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks(pub(super) u8);

impl Marks {
    pub(super) const UPPER: u8 = 1;
    pub(super) const LOWER: u8 = 2;
    pub(super) const NUMBER: u8 = 4;
    const LEAD: u8 = 8;
    const TITLE: u8 = 16;
    /// With a capital that no sentence gave it.
    pub(super) const OWN_CAPITAL: u8 = 32;
    pub(super) const SPELLED: u8 = 64;
    pub(super) const DAY: u8 = 128;

    /// A set of marks by its bits.
    pub(in crate::event) const fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// A number for each set of marks.
    #[inline]
    pub(in crate::event) const fn bits(self) -> u8 {
        self.0
    }

    pub(super) fn of(word: &str, position: usize, in_title: bool) -> u8 {
        let case = match word.chars().next() {
            Some(c) if c.is_numeric() => Self::NUMBER,
            Some(c) if c.is_uppercase() => Self::UPPER,
            Some(c) if c.is_lowercase() => Self::LOWER,
            _ => 0,
        };
        let lead = if position < LEAD_TOKENS {
            Self::LEAD
        } else {
            0
        };
        case | lead | if in_title { Self::TITLE } else { 0 }
    }

    /// Name-like: with a capital wherever it stands, at least once, and nowhere without.
    ///
    /// ```
    /// let terms = retold::event::Terms::of(None, "Storm hits Porto; the storm passed.");
    /// assert!(!terms.marks("storm").unwrap().is_name());
    /// ```
    pub const fn is_name(self) -> bool {
        self.0 & (Self::UPPER | Self::LOWER) == Self::UPPER
    }

    /// It starts with a digit, in one place at least.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "5.4").marks("5.4").unwrap().is_number());
    /// ```
    pub const fn is_number(self) -> bool {
        self.0 & Self::NUMBER != 0
    }

    /// One of the words that tell which event it was: a name, a number, even spelled out, or a day.
    pub(crate) const fn is_particular(self) -> bool {
        self.0 & (Self::NUMBER | Self::SPELLED) != 0 || self.tells_place_or_day()
    }

    /// A name or a day: unlike a number, an update does not replace it.
    pub(super) const fn tells_place_or_day(self) -> bool {
        self.0 & Self::DAY != 0 || self.is_name() && self.0 & Self::OWN_CAPITAL != 0
    }

    /// Among the first 60 words of the article, title included.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "storm").marks("storm").unwrap().in_lead());
    /// ```
    pub const fn in_lead(self) -> bool {
        self.0 & Self::LEAD != 0
    }

    /// In the title.
    ///
    /// ```
    /// let terms = retold::event::Terms::of(Some("Storm"), "It rained.");
    /// assert!(terms.marks("storm").unwrap().in_title());
    /// ```
    pub const fn in_title(self) -> bool {
        self.0 & Self::TITLE != 0
    }
}

//! English words that tell whether a man or a woman is spoken of: pronouns, kinship, forms of address.
//! Sorted by bytes, with spaces between them.

/// Words for a man or a boy.
pub(crate) const MEN: &str = "boy brother father gentleman grandfather he him himself his husband man mr \
    nephew son uncle widower";

/// Words for a woman or a girl.
pub(crate) const WOMEN: &str = "aunt daughter girl grandmother her hers herself mother mrs ms niece she \
    sister widow wife woman";

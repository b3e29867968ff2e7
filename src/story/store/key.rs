//! Keys that can be written to a file.

use std::hash::Hash;

/// A key that an index with a file can hold: it can be written as bytes and read back.
///
/// Strings, byte strings and integers are such keys; a type of your own needs the three items. The
/// tag is written to the file, and a file made with another tag is refused on opening.
///
/// ```
/// use retold::story::StoreKey;
///
/// #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
/// struct Id { feed: u16, item: u64 }
///
/// impl StoreKey for Id {
///     const TAG: &'static str = "feed and item";
///     fn to_bytes(&self) -> Vec<u8> {
///         [&self.feed.to_le_bytes()[..], &self.item.to_le_bytes()[..]].concat()
///     }
///     fn from_bytes(bytes: &[u8]) -> Option<Self> {
///         let (feed, item) = bytes.split_first_chunk()?;
///         let item = u64::from_le_bytes(item.try_into().ok()?);
///         Some(Self { feed: u16::from_le_bytes(*feed), item })
///     }
/// }
/// let id = Id { feed: 3, item: 70_000 };
/// assert_eq!(Id::from_bytes(&id.to_bytes()), Some(id));
/// ```
pub trait StoreKey: Eq + Hash + Ord + Clone {
    /// The name of the type and of its way of being written; a file keeps it.
    const TAG: &'static str;

    /// This key as bytes.
    ///
    /// ```
    /// use retold::story::StoreKey;
    /// assert_eq!(7_u32.to_bytes(), [7, 0, 0, 0]);
    /// ```
    fn to_bytes(&self) -> Vec<u8>;

    /// The key that was written as these bytes; nothing if none is.
    ///
    /// ```
    /// use retold::story::StoreKey;
    /// assert_eq!(String::from_bytes(b"a-1"), Some("a-1".to_owned()));
    /// assert_eq!(String::from_bytes(&[0xff]), None);
    /// ```
    fn from_bytes(bytes: &[u8]) -> Option<Self>;
}

impl StoreKey for String {
    const TAG: &'static str = "string";

    fn to_bytes(&self) -> Vec<u8> {
        self.as_bytes().to_vec()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Self::from_utf8(bytes.to_vec()).ok()
    }
}

impl StoreKey for Vec<u8> {
    const TAG: &'static str = "bytes";

    fn to_bytes(&self) -> Vec<u8> {
        self.clone()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(bytes.to_vec())
    }
}

macro_rules! integer_keys {
    ($($integer:ty),*) => {$(
        impl StoreKey for $integer {
            const TAG: &'static str = stringify!($integer);

            fn to_bytes(&self) -> Vec<u8> {
                self.to_le_bytes().to_vec()
            }

            fn from_bytes(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self::from_le_bytes)
            }
        }
    )*};
}

integer_keys!(u32, u64, u128, i32, i64);

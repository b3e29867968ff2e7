//! A list that grows without moving what is in it.

/// So many items stand together.
const CHUNK: usize = 1 << 12;

/// Items by number, in chunks of [`CHUNK`].
#[derive(Debug)]
pub(super) struct LongList<T>(Vec<Vec<T>>);

impl<T> Default for LongList<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> LongList<T> {
    pub(super) fn push(&mut self, item: T) {
        if self.0.last().is_none_or(|chunk| chunk.len() == CHUNK) {
            // The first grows as a short list does.
            let room = if self.0.is_empty() { 0 } else { CHUNK };
            self.0.push(Vec::with_capacity(room));
        }
        if let Some(chunk) = self.0.last_mut() {
            chunk.push(item);
        }
    }

    pub(super) fn len(&self) -> usize {
        let full = self.0.len().saturating_sub(1) * CHUNK;
        full + self.0.last().map_or(0, Vec::len)
    }

    #[inline]
    pub(super) fn get(&self, at: usize) -> Option<&T> {
        self.0.get(at / CHUNK)?.get(at % CHUNK)
    }

    #[inline]
    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        self.0.get_mut(at / CHUNK)?.get_mut(at % CHUNK)
    }

    #[cfg(feature = "store")]
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flatten()
    }

    pub(super) fn capacity(&self) -> usize {
        self.0.iter().map(Vec::capacity).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_where_they_were_put() {
        let mut list = LongList::default();
        for at in 0..3 * CHUNK + 5 {
            assert_eq!((list.len(), list.get(at)), (at, None));
            list.push(at);
        }
        *list.get_mut(CHUNK).expect("it is there") += 1;
        assert_eq!(
            (list.get(CHUNK - 1), list.get(CHUNK)),
            (Some(&(CHUNK - 1)), Some(&(CHUNK + 1)))
        );
        assert!(list.capacity() < 4 * CHUNK + CHUNK);
    }
}

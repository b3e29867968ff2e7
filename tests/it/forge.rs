//! Files of an index changed on purpose, with checksums that fit again: no accident does that, but
//! whoever hands over a file might. Used by the tests and by a fuzz target, which give the numbers.

use std::path::Path;

use redb::{Database, Key, ReadableTable, TableDefinition};

const TABLES: [&str; 5] = ["articles", "articles", "places", "words", "meta"];

/// Changes one value of one table as some numbers say; the name of the table.
pub(crate) fn forge(path: &Path, next: &mut impl FnMut() -> u64) -> &'static str {
    let database = Database::open(path).unwrap();
    let table = TABLES[below(TABLES.len(), next)];
    let framed = table == "articles" || table == "places";
    if table == "meta" {
        change_value::<&str>(&database, table, framed, next);
    } else {
        change_value::<u64>(&database, table, framed, next);
    }
    table
}

fn change_value<K: Key + 'static>(
    database: &Database,
    table: &str,
    framed: bool,
    next: &mut impl FnMut() -> u64,
) {
    let write = database.begin_write().unwrap();
    {
        let definition = TableDefinition::<'_, K, &[u8]>::new(table);
        let mut table = write.open_table(definition).unwrap();
        let count = table.iter().unwrap().count();
        if count == 0 {
            return;
        }
        let entry = table.iter().unwrap().nth(below(count, next));
        let (key, value) = entry.unwrap().unwrap();
        let mut bytes = value.value().to_vec();
        let name = K::as_bytes(&key.value()).as_ref().to_vec();
        drop((key, value));
        change(&mut bytes, framed, next);
        table.insert(K::from_bytes(&name), &bytes[..]).unwrap();
    }
    write.commit().unwrap();
}

fn below(end: usize, next: &mut impl FnMut() -> u64) -> usize {
    (next() % end as u64) as usize
}

/// Changes a few bytes of one of the framed records in a value, or of a value without frames.
fn change(bytes: &mut [u8], framed: bool, next: &mut impl FnMut() -> u64) {
    let mut frames = Vec::new();
    let mut start = 0;
    while framed && start < bytes.len() {
        let len = u64::from_le_bytes(bytes[start + 16..start + 24].try_into().unwrap());
        frames.push(start..start + 32 + len as usize);
        start += 32 + len as usize;
    }
    if frames.is_empty() {
        return change_bytes(bytes, next);
    }
    let frame = &mut bytes[frames[below(frames.len(), next)].clone()];
    let (content, checksum) = frame.split_last_chunk_mut::<8>().unwrap();
    change_bytes(&mut content[24..], next);
    *checksum = retold::hash::bytes(content).to_le_bytes();
}

fn change_bytes(content: &mut [u8], next: &mut impl FnMut() -> u64) {
    if content.is_empty() {
        return;
    }
    for _ in 0..=below(2, next) {
        let at = below(content.len(), next);
        match below(4, next) {
            0 => content[at] = next() as u8,
            1 => content[at] = content[at].wrapping_add(1),
            2 => content[at] = 0xff,
            _ => content[at..]
                .iter_mut()
                .take(8)
                .for_each(|byte| *byte = 0xff),
        }
    }
}

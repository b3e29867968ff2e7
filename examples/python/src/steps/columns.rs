//! The columns of a record batch by name and type.

use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type, Int32Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, BinaryArray, BinaryViewArray, Float32Array, Float64Array, Int32Array,
    Int64Array, LargeBinaryArray, RecordBatch,
};
use pyo3::prelude::*;

use crate::arrow;
use crate::error::{kind, value as wrong};

/// A batch whose columns are looked up by name.
pub(super) struct Columns(RecordBatch);

/// Byte strings, whichever way they are laid out.
pub(super) enum Binaries {
    Binary(BinaryArray),
    Large(LargeBinaryArray),
    View(BinaryViewArray),
}

impl Binaries {
    pub(super) fn of(array: &ArrayRef, name: &str) -> PyResult<Self> {
        if let Some(array) = array.as_binary_opt::<i32>() {
            return Ok(Self::Binary(array.clone()));
        }
        if let Some(array) = array.as_binary_opt::<i64>() {
            return Ok(Self::Large(array.clone()));
        }
        let array = array
            .as_binary_view_opt()
            .ok_or_else(|| other(name, "binary", array))?;
        Ok(Self::View(array.clone()))
    }

    pub(super) fn value(&self, row: usize) -> &[u8] {
        match self {
            Self::Binary(array) => array.value(row),
            Self::Large(array) => array.value(row),
            Self::View(array) => array.value(row),
        }
    }
}

/// Lists: the values of each row stand in a range.
pub(super) struct Lists {
    ranges: Vec<Range<usize>>,
    pub(super) values: ArrayRef,
}

impl Lists {
    fn of(array: &ArrayRef, name: &str) -> PyResult<Self> {
        if let Some(lists) = array.as_list_opt::<i32>() {
            let range = |row: usize| {
                let offsets = lists.value_offsets();
                offsets[row] as usize..offsets[row + 1] as usize
            };
            return Ok(Self::with(lists, range, lists.values()));
        }
        let lists = array
            .as_list_opt::<i64>()
            .ok_or_else(|| other(name, "a list", array))?;
        let range = |row: usize| {
            let offsets = lists.value_offsets();
            offsets[row] as usize..offsets[row + 1] as usize
        };
        Ok(Self::with(lists, range, lists.values()))
    }

    fn with(lists: &dyn Array, range: impl Fn(usize) -> Range<usize>, values: &ArrayRef) -> Self {
        let rows = 0..lists.len();
        let row = |row| if lists.is_null(row) { 0..0 } else { range(row) };
        Self {
            ranges: rows.map(row).collect(),
            values: values.clone(),
        }
    }

    /// Where the values of a row are.
    pub(super) fn range(&self, row: usize) -> Range<usize> {
        self.ranges[row].clone()
    }

    /// The values as records, if they are structs.
    pub(super) fn records(&self, name: &str) -> PyResult<Columns> {
        let records = self.values.as_struct_opt();
        let records = records.ok_or_else(|| other(name, "a list of structs", &self.values))?;
        Ok(Columns(RecordBatch::from(records.clone())))
    }
}

fn other(name: &str, expected: &str, array: &ArrayRef) -> PyErr {
    kind(format!(
        "column `{name}` is {}, but must be {expected}",
        array.data_type()
    ))
}

macro_rules! numbers {
    ($($method:ident: $array:ty, $kind:ty, $name:literal;)*) => {$(
        pub(super) fn $method(&self, name: &str) -> PyResult<&$array> {
            let array = self.get(name)?;
            array.as_primitive_opt::<$kind>().ok_or_else(|| other(name, $name, array))
        }
    )*};
}

impl Columns {
    pub(super) fn of(batch: &Bound<'_, PyAny>) -> PyResult<Self> {
        arrow::batch(batch).map(Self)
    }

    pub(super) fn rows(&self) -> Range<usize> {
        0..self.0.num_rows()
    }

    pub(super) fn find(&self, name: &str) -> Option<&ArrayRef> {
        self.0.column_by_name(name)
    }

    pub(super) fn get(&self, name: &str) -> PyResult<&ArrayRef> {
        self.find(name).ok_or_else(|| {
            let schema = self.0.schema();
            let names = schema.fields().iter().map(|field| field.name().as_str());
            let names: Vec<&str> = names.collect();
            wrong(format!(
                "there is no column `{name}`: there are {}",
                names.join(", ")
            ))
        })
    }

    numbers! {
        longs: Int64Array, Int64Type, "int64";
        ints: Int32Array, Int32Type, "int32";
        floats: Float32Array, Float32Type, "float";
        doubles: Float64Array, Float64Type, "double";
    }

    pub(super) fn binaries(&self, name: &str) -> PyResult<Binaries> {
        Binaries::of(self.get(name)?, name)
    }

    pub(super) fn lists(&self, name: &str) -> PyResult<Lists> {
        Lists::of(self.get(name)?, name)
    }
}

/// A number of a text, as it travels.
pub(super) fn number(tid: i64) -> PyResult<u32> {
    u32::try_from(tid).map_err(|_| {
        wrong(format!(
            "{tid} is not the number of a text, from 0 to 2^32 - 1"
        ))
    })
}

/// A number whose signed order is the unsigned order of the given one.
pub(super) fn ordered(key: u64) -> i64 {
    (key ^ (1 << 63)).cast_signed()
}

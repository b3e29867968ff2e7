//! Arrow data to and from Python, through the capsules of the Arrow `PyCapsule` interface: pyarrow,
//! polars, pandas and others speak it, and nothing is copied.

use std::ffi::CStr;
use std::sync::Arc;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi, to_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{
    Array, ArrayReader, ArrayRef, RecordBatch, RecordBatchIterator, StructArray, make_array,
};
use arrow_schema::DataType;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

use crate::error::{kind, type_name, value as wrong};

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";

/// Whether an object speaks Arrow.
pub(crate) fn is_arrow(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(value.hasattr("__arrow_c_stream__")? || value.hasattr("__arrow_c_array__")?)
}

/// The arrays of an object that speaks Arrow, and their type: structs for a table.
pub(crate) fn arrays(value: &Bound<'_, PyAny>) -> PyResult<(DataType, Vec<ArrayRef>)> {
    if value.hasattr("__arrow_c_stream__")? {
        let capsule = value.call_method0("__arrow_c_stream__")?;
        let reader = stream(capsule.cast::<PyCapsule>()?)?;
        let kind = reader.field().data_type().clone();
        // The producer may need the interpreter, as a stream of Python's batches does.
        let arrays = reader.collect::<Result<Vec<_>, _>>().map_err(wrong)?;
        return Ok((kind, arrays));
    }
    let array = one(value)?;
    Ok((array.data_type().clone(), vec![array]))
}

/// A record batch of Python.
pub(crate) fn batch(value: &Bound<'_, PyAny>) -> PyResult<RecordBatch> {
    if !value.hasattr("__arrow_c_array__")? {
        return Err(kind(format!(
            "a {} is not a record batch",
            type_name(value)
        )));
    }
    let array = one(value)?;
    let columns = array.as_any().downcast_ref::<StructArray>();
    let columns = columns.ok_or_else(|| kind("an array is not a record batch"))?;
    Ok(RecordBatch::from(columns.clone()))
}

#[allow(unsafe_code)]
fn stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<ArrayStreamReader> {
    let pointer = capsule.pointer_checked(Some(STREAM))?;
    // SAFETY: a capsule of this name holds such a stream, which is moved out of it.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr().cast()) };
    ArrayStreamReader::try_new(stream).map_err(wrong)
}

#[allow(unsafe_code)]
fn one(value: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let capsules = value.call_method0("__arrow_c_array__")?;
    let (schema, array): (Bound<'_, PyCapsule>, Bound<'_, PyCapsule>) =
        capsules.cast::<PyTuple>()?.extract()?;
    let schema = schema
        .pointer_checked(Some(SCHEMA))?
        .cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
    // SAFETY: capsules of these names hold such structs; the array is moved out of its own.
    let data = unsafe { from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), schema.as_ref()) };
    Ok(make_array(data.map_err(wrong)?))
}

/// A record batch on its way to Python: `pyarrow.record_batch(…)` and others take it.
#[pyclass(frozen, module = "retold")]
pub(crate) struct Batch(pub(crate) RecordBatch);

#[pymethods]
impl Batch {
    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<(Bound<'py, PyCapsule>, Bound<'py, PyCapsule>)> {
        let _ = requested_schema;
        let structs = StructArray::from(self.0.clone());
        let (array, schema) = to_ffi(&structs.to_data()).map_err(wrong)?;
        Ok((
            PyCapsule::new_with_value(py, schema, SCHEMA)?,
            PyCapsule::new_with_value(py, array, ARRAY)?,
        ))
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        to_stream(py, self.0.clone())
    }
}

/// One batch as a stream.
pub(crate) fn to_stream(py: Python<'_>, batch: RecordBatch) -> PyResult<Bound<'_, PyCapsule>> {
    let schema = batch.schema();
    let reader = RecordBatchIterator::new([Ok(batch)], schema);
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), STREAM)
}

/// Columns as a batch; each may hold nulls.
pub(crate) fn columns(columns: Vec<(&str, ArrayRef)>) -> PyResult<RecordBatch> {
    let columns = columns
        .into_iter()
        .map(|(name, column)| (name, column, true));
    RecordBatch::try_from_iter_with_nullable(columns).map_err(wrong)
}

/// The same, to be handed to Python.
pub(crate) fn reply(named: Vec<(&str, ArrayRef)>) -> PyResult<Batch> {
    columns(named).map(Batch)
}

pub(crate) fn shared(array: impl Array + 'static) -> ArrayRef {
    Arc::new(array)
}

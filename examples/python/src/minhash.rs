//! `MinHash` and `MinHashLSH` with the names of datasketch, for who comes from there.

use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use retold::lsh::{BandTable, Banding};
use retold::sketch::{MinHasher, Signature};

use crate::error::{self, value as wrong};
use crate::key::Key;

/// The sketch of a set of byte strings, with the names of datasketch. What differs:
///
/// * The signature is another one (Fast Similarity Sketching): sketches of the two cannot be mixed, and there is
///   no `seed`, `hashfunc` or `permutations` to choose.
/// * A sketch keeps a hash of eight bytes for each member, so that its size grows with the set, and `count` is
///   exact.
/// * `num_perm` is from 32 to 1024, and two empty sketches have a Jaccard similarity of 0.
///
/// >>> from retold import MinHash
/// >>> left, right = MinHash(num_perm=256), MinHash(num_perm=256)
/// >>> left.update_batch(b"%d" % n for n in range(300))
/// >>> right.update_batch(b"%d" % n for n in range(100, 400))
/// >>> abs(left.jaccard(right) - 0.5) < 0.1
/// True
#[pyclass(module = "retold")]
#[derive(Clone)]
pub(crate) struct MinHash {
    hasher: MinHasher,
    /// The hashes of the set; it is signed when it is asked for.
    hashes: Vec<u64>,
    signed: Option<Signature>,
}

impl MinHash {
    fn signature(&mut self) -> &Signature {
        let (hasher, hashes) = (&self.hasher, &self.hashes);
        self.signed.get_or_insert_with(|| hasher.signature(hashes))
    }

    fn fits(&self, other: &Self) -> PyResult<()> {
        if self.hasher == other.hasher {
            return Ok(());
        }
        let [own, others] = [self, other].map(|sketch| sketch.hasher.slots());
        Err(wrong(format!(
            "num_perm is {own} here, but {others} there; both must be the same"
        )))
    }
}

/// The error of a setting, by the names of datasketch.
fn num_perm_of(error: retold::SettingError) -> PyErr {
    let words = error.to_string();
    let name = |rust: &str, python: &str| {
        words
            .strip_prefix(rust)
            .map(|rest| format!("{python}{rest}"))
    };
    let named = name("slots", "num_perm").or_else(|| name("similarity", "threshold"));
    error::SettingError::new_err(named.unwrap_or(words))
}

/// `num_perm`, the words of a shingle, and the hashes of the set.
type Pickled = (usize, usize, Vec<u64>);

#[pymethods]
impl MinHash {
    #[new]
    #[pyo3(signature = (num_perm=128))]
    fn new(num_perm: usize) -> PyResult<Self> {
        let hasher = MinHasher::new(num_perm, MinHasher::default().shingle_words());
        Ok(Self {
            hasher: hasher.map_err(num_perm_of)?,
            hashes: Vec::new(),
            signed: None,
        })
    }

    /// The sketch of a text's shingles, as `cluster` reads them.
    #[staticmethod]
    #[pyo3(signature = (text, num_perm=128, shingle_words=3))]
    fn of_text(
        py: Python<'_>,
        text: &str,
        num_perm: usize,
        shingle_words: usize,
    ) -> PyResult<Self> {
        let hasher = MinHasher::new(num_perm, shingle_words).map_err(num_perm_of)?;
        let hashes = py.detach(|| {
            let mut shingles = hasher.shingles();
            shingles.read_text(text);
            shingles.hashes().to_vec()
        });
        Ok(Self {
            hasher,
            hashes,
            signed: None,
        })
    }

    /// Sketches of many sets.
    #[staticmethod]
    #[pyo3(signature = (sets, num_perm=128))]
    fn bulk(sets: &Bound<'_, PyAny>, num_perm: usize) -> PyResult<Vec<Self>> {
        let sketch = |members: PyResult<Bound<'_, PyAny>>| {
            let mut sketch = Self::new(num_perm)?;
            sketch.update_batch(&members?)?;
            Ok(sketch)
        };
        sets.try_iter()?.map(sketch).collect()
    }

    /// The sketch of the union of two sets or more.
    #[staticmethod]
    #[pyo3(signature = (*sketches))]
    fn union(sketches: Vec<PyRef<'_, Self>>) -> PyResult<Self> {
        let (first, others) = match sketches.split_first() {
            Some((first, others)) if !others.is_empty() => (first, others),
            _ => return Err(wrong("union needs at least two sketches")),
        };
        let mut all = Self::clone(first);
        for other in others {
            all.fits(other)?;
            all.hashes.extend_from_slice(&other.hashes);
        }
        all.signed = None;
        Ok(all)
    }

    /// How many slots the signature has.
    #[getter]
    fn num_perm(&self) -> usize {
        self.hasher.slots()
    }

    /// Adds one member.
    fn update(&mut self, member: &[u8]) {
        self.hashes.push(retold::hash::bytes(member));
        self.signed = None;
    }

    /// Adds many members.
    fn update_batch(&mut self, members: &Bound<'_, PyAny>) -> PyResult<()> {
        for member in members.try_iter()? {
            let member = member?;
            self.hashes
                .push(retold::hash::bytes(member.extract::<&[u8]>()?));
        }
        self.signed = None;
        Ok(())
    }

    /// Makes this the sketch of the union of both sets.
    fn merge(&mut self, other: PyRef<'_, Self>) -> PyResult<()> {
        self.fits(&other)?;
        self.hashes.extend_from_slice(&other.hashes);
        self.signed = None;
        Ok(())
    }

    /// An estimate of the Jaccard similarity of both sets.
    fn jaccard(this: Py<Self>, py: Python<'_>, other: Py<Self>) -> PyResult<f64> {
        if this.is(&other) {
            return Ok(f64::from(u8::from(!this.borrow(py).hashes.is_empty())));
        }
        this.borrow(py).fits(&other.borrow(py))?;
        let own = this.borrow_mut(py).signature().clone();
        let other = other.borrow_mut(py).signature().clone();
        own.estimate_jaccard(&other).map_err(error::format)
    }

    /// How many members the set has.
    fn count(&mut self) -> usize {
        self.hashes.sort_unstable();
        self.hashes.dedup();
        self.hashes.len()
    }

    /// Takes all members away.
    fn clear(&mut self) {
        self.hashes.clear();
        self.signed = None;
    }

    /// The slots of the signature: an array of numpy, or a list where there is no numpy.
    #[getter]
    fn hashvalues<'py>(&mut self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let slots = self.signature().slots();
        match py.import("numpy") {
            Ok(numpy) => numpy.call_method1("array", (slots, "uint32")),
            Err(_) => slots.into_bound_py_any(py),
        }
    }

    /// The same.
    fn digest<'py>(&mut self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.hashvalues(py)
    }

    fn __len__(&self) -> usize {
        self.hasher.slots()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Pickled)> {
        let restore = py.get_type::<Self>().getattr("_restore")?;
        let words = self.hasher.shingle_words();
        Ok((restore, (self.hasher.slots(), words, self.hashes.clone())))
    }

    /// A pickled sketch.
    #[staticmethod]
    fn _restore(num_perm: usize, shingle_words: usize, hashes: Vec<u64>) -> PyResult<Self> {
        let hasher = MinHasher::new(num_perm, shingle_words).map_err(num_perm_of)?;
        Ok(Self {
            hasher,
            hashes,
            signed: None,
        })
    }

    /// Whether nothing was added.
    fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// A sketch of the same set.
    fn copy(&self) -> Self {
        self.clone()
    }

    fn __copy__(&self) -> Self {
        self.clone()
    }

    fn __eq__(this: Py<Self>, py: Python<'_>, other: Py<Self>) -> bool {
        if this.is(&other) {
            return true;
        }
        let same = this.borrow(py).hasher == other.borrow(py).hasher;
        same && *this.borrow_mut(py).signature() == *other.borrow_mut(py).signature()
    }

    fn __repr__(&self) -> String {
        format!("<MinHash: num_perm {}>", self.hasher.slots())
    }
}

/// A table of sketches, to look up what a text may be a copy of, with the names of datasketch. What differs:
/// bands are planned so that a pair at the threshold is found with a chance of `recall`, in place of `weights`
/// (`params` gives bands and rows instead); keys are strings or ints; it is held in memory alone, and cannot be
/// pickled.
///
/// >>> from retold import MinHash, MinHashLSH
/// >>> lsh = MinHashLSH(threshold=0.5)
/// >>> lsh.insert("wire-1", MinHash.of_text("A quake struck the coast on Monday."))
/// >>> lsh.query(MinHash.of_text("A quake struck the coast on Monday!"))
/// ['wire-1']
#[pyclass(module = "retold")]
pub(crate) struct MinHashLSH {
    slots: usize,
    banding: Banding,
    table: BandTable<Key>,
    held: std::collections::BTreeSet<Key>,
}

/// The chance that a pair at the threshold is found.
const RECALL: f64 = 0.95;
/// Of a bucket so many are read.
const BUCKET: usize = 65_536;

impl MinHashLSH {
    fn keys(&self, sketch: &Bound<'_, MinHash>) -> PyResult<Vec<u64>> {
        let mut sketch = sketch.borrow_mut();
        if sketch.hasher.slots() != self.slots {
            return Err(wrong(format!(
                "num_perm is {} here, but {} there; both must be the same",
                self.slots,
                sketch.hasher.slots()
            )));
        }
        Ok(self.banding.band_keys(sketch.signature()))
    }
}

#[pymethods]
impl MinHashLSH {
    #[new]
    #[pyo3(signature = (threshold=0.9, num_perm=128, *, params=None, recall=RECALL))]
    fn new(
        threshold: f64,
        num_perm: usize,
        params: Option<(usize, usize)>,
        recall: f64,
    ) -> PyResult<Self> {
        let hasher = MinHasher::new(num_perm, MinHasher::default().shingle_words());
        let hasher = hasher.map_err(num_perm_of)?;
        let banding = match params {
            Some((bands, rows)) => Banding::new(&hasher, bands, rows),
            None => Banding::plan(&hasher, threshold, recall),
        };
        Ok(Self {
            slots: num_perm,
            banding: banding.map_err(num_perm_of)?,
            table: BandTable::new(),
            held: std::collections::BTreeSet::new(),
        })
    }

    /// How many bands there are.
    #[getter]
    fn b(&self) -> usize {
        self.banding.bands()
    }

    /// How many rows a band has.
    #[getter]
    fn r(&self) -> usize {
        self.banding.rows()
    }

    /// Adds a sketch; ValueError if there is one under this key, which is replaced without the check.
    #[pyo3(signature = (key, minhash, check_duplication=true))]
    fn insert(
        &mut self,
        key: &Bound<'_, PyAny>,
        minhash: &Bound<'_, MinHash>,
        check_duplication: bool,
    ) -> PyResult<()> {
        let (own, keys) = (Key::read(key)?, self.keys(minhash)?);
        if !self.held.insert(own.clone()) {
            if check_duplication {
                let key = key.repr()?;
                return Err(wrong(format!("the key {key} already exists")));
            }
            self.table.remove(&own);
        }
        self.table.insert(own, &keys);
        Ok(())
    }

    /// Something to insert through in a `with`, as for the stores of datasketch; sketches are in at once.
    #[pyo3(signature = (buffer_size=50_000))]
    fn insertion_session(this: Py<Self>, buffer_size: usize) -> InsertionSession {
        let _ = buffer_size;
        InsertionSession { lsh: this }
    }

    /// The keys of the sketches that share a band, in the order of insertion: candidates.
    fn query<'py>(
        &self,
        py: Python<'py>,
        minhash: &Bound<'_, MinHash>,
    ) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let found = self.table.find(&self.keys(minhash)?, BUCKET);
        found
            .articles
            .into_iter()
            .map(|key| key.to_python(py))
            .collect()
    }

    /// Removes a sketch; KeyError without one under this key.
    fn remove(&mut self, key: &Bound<'_, PyAny>) -> PyResult<()> {
        let own = Key::read(key)?;
        if !self.held.remove(&own) {
            return Err(PyKeyError::new_err(key.clone().unbind()));
        }
        self.table.remove(&own);
        Ok(())
    }

    /// Whether it holds no sketch.
    fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    fn __contains__(&self, key: &Bound<'_, PyAny>) -> PyResult<bool> {
        Ok(self.held.contains(&Key::read(key)?))
    }

    fn __len__(&self) -> usize {
        self.table.len()
    }

    fn __repr__(&self) -> String {
        format!(
            "<MinHashLSH: {} keys, {} bands of {}>",
            self.table.len(),
            self.b(),
            self.r()
        )
    }
}

/// What `MinHashLSH.insertion_session` gives.
#[pyclass(frozen, module = "retold")]
pub(crate) struct InsertionSession {
    lsh: Py<MinHashLSH>,
}

#[pymethods]
impl InsertionSession {
    /// Adds a sketch, as `MinHashLSH.insert` does.
    #[pyo3(signature = (key, minhash, check_duplication=true))]
    fn insert(
        &self,
        py: Python<'_>,
        key: &Bound<'_, PyAny>,
        minhash: &Bound<'_, MinHash>,
        check_duplication: bool,
    ) -> PyResult<()> {
        let mut lsh = self.lsh.borrow_mut(py);
        lsh.insert(key, minhash, check_duplication)
    }

    /// Ends the session; nothing is left to be done.
    fn close(&self) {}

    fn __enter__(this: Py<Self>) -> Py<Self> {
        this
    }

    #[pyo3(signature = (*_error))]
    fn __exit__(&self, _error: &Bound<'_, pyo3::types::PyTuple>) {}
}

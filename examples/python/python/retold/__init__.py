"""Finds news articles that retell the same event and shows what each telling shares, rewords or adds.

* `compare` judges two reports and aligns them sentence by sentence.
* `cluster` groups any number of articles into stories.
* `Index` takes articles one by one and follows the stories they form.
* `statements` lays many versions of one report side by side.
* `MinHash` and `MinHashLSH` have the names of datasketch.
* `retold.steps` has the clustering as functions over Arrow record batches, for an engine of many machines.
"""

from collections.abc import Sequence as _Sequence

from ._retold import (
    Comparison,
    FormatError,
    Index,
    MinHash,
    MinHashLSH,
    Placement,
    SettingError,
    Statements,
    Stories,
    Story,
    StoreError,
    __version__,
    cluster,
    compare,
    copies,
    statements,
)

__all__ = [
    "Comparison",
    "FormatError",
    "Index",
    "MinHash",
    "MinHashLSH",
    "Placement",
    "SettingError",
    "Statements",
    "StoreError",
    "Stories",
    "Story",
    "__version__",
    "cluster",
    "compare",
    "copies",
    "statements",
]

# Polars takes what is registered as a sequence for a list of objects before it asks for Arrow, which `Stories`
# speaks: so they have all that a sequence has, but are not registered.
_Sequence.register(Statements)
for _class in (Stories, Statements):
    for _name in ("__contains__", "__reversed__", "index", "count"):
        setattr(_class, _name, getattr(_Sequence, _name))

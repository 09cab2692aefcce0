"""nagarezu 流れ図: what a council document says flows to whom, with honest bounds.

    import nagarezu as ng
    case = ng.load("case.json")
    case.table("recipients").to_frame()

Names are loaded on first use, so that the import itself stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nagarezu.case import Case, load, load_many
    from nagarezu.difference import Diff, diff
    from nagarezu.errors import (
        Fault,
        InvalidEdit,
        InvalidInput,
        MissingExtra,
        NagarezuError,
        UnknownSuffix,
        UnknownTable,
        WriteFailed,
    )
    from nagarezu.importing import import_document
    from nagarezu.tables import Table, concat, table_names

    __version__: str

_HOME = {
    "Case": "case",
    "load": "case",
    "load_many": "case",
    "Diff": "difference",
    "diff": "difference",
    "Fault": "errors",
    "InvalidEdit": "errors",
    "InvalidInput": "errors",
    "MissingExtra": "errors",
    "NagarezuError": "errors",
    "UnknownSuffix": "errors",
    "UnknownTable": "errors",
    "WriteFailed": "errors",
    "import_document": "importing",
    "Table": "tables",
    "concat": "tables",
    "table_names": "tables",
}

__all__ = [
    "Case",
    "Diff",
    "Fault",
    "InvalidEdit",
    "InvalidInput",
    "MissingExtra",
    "NagarezuError",
    "Table",
    "UnknownSuffix",
    "UnknownTable",
    "WriteFailed",
    "__version__",
    "concat",
    "diff",
    "import_document",
    "load",
    "load_many",
    "table_names",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("nagarezu")
    if name in _HOME:
        return getattr(import_module(f"nagarezu.{_HOME[name]}"), name)
    raise AttributeError(f"module 'nagarezu' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)

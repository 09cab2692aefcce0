"""The only importer of the extension `_core`: plain functions over it, faults as values."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from nagarezu import _core
from nagarezu.errors import Fault, InvalidInput
from nagarezu.resources import data

if TYPE_CHECKING:
    from nagarezu._core import Case as CoreCase
    from nagarezu._core import Profile

Reading = tuple["CoreCase | None", tuple[Fault, ...]]


def read_file(path: str) -> Reading:
    """Read one case file; there is no case if any fault is an error."""
    case, errors = _core.read_case_file(path)
    return case, tuple(map(Fault.from_core, errors))


def read_text(text: bytes, name: str) -> Reading:
    """Read a case from bytes that faults call `name`."""
    case, errors = _core.read_case(text, name)
    return case, tuple(map(Fault.from_core, errors))


def read_files(paths: Sequence[str], threads: int | None = None) -> list[Reading]:
    """Read many files in order; by default over as many threads as there are processors."""
    count = threads if threads is not None else os.cpu_count() or 1
    if count < 1:
        raise ValueError(f"threads is at least 1, not {count}")
    readings = _core.load_many(list(paths), count)
    return [(case, tuple(map(Fault.from_core, errors))) for case, errors in readings]


@cache
def profiles() -> tuple[Profile, ...]:
    """Read the coverage profiles that the package carries, once."""
    found = []
    for name, content in data("profiles"):
        profile, errors = _core.read_profile(content, name)
        if profile is None:
            raise InvalidInput(map(Fault.from_core, errors))
        found.append(profile)
    return tuple(found)


def frame(case: CoreCase, name: str) -> Mapping[str, Any]:
    """Compute the columns of one table."""
    return case.table(name, profiles())


def table_names() -> list[str]:
    return _core.table_names()


def error_codes() -> list[str]:
    return _core.error_codes()


def schema() -> str:
    """Return the JSON Schema of the case format."""
    return _core.schema()

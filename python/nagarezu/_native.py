"""The only importer of the extension `_core`: plain functions over it, faults as values."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from nagarezu import _core
from nagarezu.errors import Fault, InvalidEdit, InvalidInput
from nagarezu.resources import data

if TYPE_CHECKING:
    from nagarezu._core import Bands, Profile
    from nagarezu._core import Case as CoreCase
    from nagarezu.edits import Edit

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


@cache
def bands() -> Bands:
    """Read the assessment bands that the package carries, once."""
    ((name, content),) = data("bands")
    table, errors = _core.read_bands(content, name)
    if table is None:
        raise InvalidInput(map(Fault.from_core, errors))
    return table


def frame(case: CoreCase, name: str) -> Mapping[str, Any]:
    """Compute the columns of one table."""
    return case.table(name, profiles(), bands())


Handling = tuple[int | None, int | None, bool | None]


def handling(
    handlers: int | tuple[int | None, int | None] | None, accident: bool | None
) -> Handling:
    """Return the bounds of the handlers, and the accident; a number of handlers is both bounds."""
    least, most = handlers if isinstance(handlers, tuple) else (handlers, handlers)
    given = [end for end in (least, most) if end is not None]
    if any(end < 0 for end in given) or given != sorted(given):
        raise ValueError(f"handlers are at least 0, the lower bound first, not {handlers}")
    return least, most, accident


def assessment(case: CoreCase, given: Handling) -> Mapping[str, Any]:
    """Compute the columns of the table `assessment` under a handling."""
    return _core.assessment(case, bands(), *given)


def crossing(before: CoreCase, after: CoreCase, given: Handling) -> str:
    """Return `none`, `up`, `down` or `unknown`."""
    return _core.crossing(before, after, bands(), *given)


def edited(case: CoreCase, edit: Edit) -> CoreCase:
    """Apply one what-if edit; InvalidEdit says why it cannot be."""
    values = {field.name: getattr(edit, field.name) for field in dataclasses.fields(edit)}
    lists = {name: list(value) for name, value in values.items() if isinstance(value, tuple)}
    value, errors = _core.edited(case, type(edit).__name__, values | lists)
    if value is None:
        raise InvalidEdit(Fault.from_core(errors[0]))
    return value


def difference(before: CoreCase, after: CoreCase) -> Mapping[str, Any]:
    """Compute the columns of what differs."""
    return _core.difference(before, after)


def effects(before: CoreCase, after: CoreCase) -> Mapping[str, Any]:
    """Compute the columns of what that does to the metrics."""
    return _core.effects(before, after, profiles(), bands())


def table_names() -> list[str]:
    return _core.table_names()


def error_codes() -> list[str]:
    return _core.error_codes()


def schema() -> str:
    """Return the JSON Schema of the case format."""
    return _core.schema()

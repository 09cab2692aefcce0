"""What the property tests ask of the core: holdings and depths as sets, from a plain JSON case."""

from __future__ import annotations

import json
from typing import Any

from nagarezu import _native
from nagarezu._core import Case
from nagarezu.testing.reference import UNLISTED, Pair

JsonObject = dict[str, Any]


def read(case: JsonObject) -> Case:
    value, errors = _native.read_text(json.dumps(case).encode(), "generated")
    assert value is not None, errors
    return value


def pairs(case: JsonObject, value: Case, holder: str, reach: str) -> set[Pair]:
    return set(_cells(case, value.holdings(holder, reach), lambda cell: bool(cell)))


def depths(case: JsonObject, value: Case, holder: str) -> dict[Pair, int]:
    return {
        pair: int(cell)
        for pair, cell in _cells(
            case, value.depths(holder, "upper"), lambda cell: cell >= 0
        ).items()
    }


def _cells(case: JsonObject, matrix: Any, wanted: Any) -> dict[Pair, Any]:
    items = [item["id"] for item in case["items"]] + [UNLISTED]
    return {
        (subject["id"], item): matrix[row, column]
        for row, subject in enumerate(case["subjects"])
        for column, item in enumerate(items)
        if wanted(matrix[row, column])
    }

"""A small workbook that keeps every rule, from which each test breaks one, and the same as CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from nagarezu.readable import Outcome, check

HEAD = ["year", "area_code", "area", "kind", "status", "persons", "note"]
ROWS: list[list[Any]] = [
    [2019, "13104", "新宿区", "k1", "done", 1234, "first"],
    [2019, "14205", "藤沢市", "k2", "planned", 20, "second"],
    [2020, "13104", "新宿区", "k1", "done", 305, "third"],
    [2020, "14205", "藤沢市", "k2", "planned", 41, "fourth"],
    [2021, "13104", "新宿区", "k1", "done", 6, "fifth"],
    [2021, "14205", "藤沢市", "k2", "planned", 77, "sixth"],
]
LEGEND = [
    ["column", "label", "type", "unit", "code_list", "definition", "empty"],
    ["year", "年", "date", "none", "none", "year of the count", "none"],
    ["area_code", "地域コード", "code", "none", "none", "standard area code", "none"],
    ["area", "地域", "text", "none", "none", "name of the area", "none"],
    ["kind", "種別", "code", "none", "kinds", "kind of the persons", "none"],
    ["status", "状況", "text", "none", "none", "state of the work", "none"],
    ["persons", "人数", "whole", "person", "none", "persons counted", "unknown"],
    ["note", "備考", "text", "none", "none", "remark", "none"],
]
CODES = [
    ["code_list", "code", "meaning"],
    ["kinds", "k1", "residents"],
    ["kinds", "k2", "visitors"],
]
SOURCE = [
    ["key", "value"],
    ["source", "register of the city"],
    ["encoding", "UTF-8"],
    ["bom", "no"],
]
HISTORY = [["version", "change"], ["v1", "first edition"]]
DOCUMENTS = {"legend": LEGEND, "codes": CODES, "source": SOURCE, "history": HISTORY}

Breaker = Callable[[Workbook], object]


def book() -> Workbook:
    """The workbook that keeps every rule; its data stand on the sheet `counts`."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "counts"
    for row in [HEAD, *ROWS]:
        sheet.append(row)
    for name, rows in DOCUMENTS.items():
        more = made.create_sheet(name)
        for row in rows:
            more.append(row)
    return made


def saved(made: Workbook, path: Path) -> Path:
    made.save(path)
    return path


def checked(breaker: Breaker, folder: Path, name: str = "a.xlsx") -> Outcome:
    """The outcome for the workbook after one edit."""
    made = book()
    breaker(made)
    return check(saved(made, folder / name))


def csv_file(folder: Path, rows: list[list[Any]] | None = None, *, documented: bool = True) -> Path:
    """The same data as CSV, with its documentation beside it."""
    folder.mkdir(exist_ok=True)
    tables = {"counts": rows if rows is not None else [HEAD, *ROWS]}
    for name, content in {**tables, **(DOCUMENTS if documented else {})}.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(content)
    return folder / "counts.csv"


def broken(outcome: Outcome) -> dict[str, set[str]]:
    """The codes found, by rule."""
    return {one.rule.id: {f.code for f in one.findings} for one in outcome.rules if one.findings}


def statuses(outcome: Outcome) -> dict[str, str]:
    return {one.rule.id: one.status for one in outcome.rules}

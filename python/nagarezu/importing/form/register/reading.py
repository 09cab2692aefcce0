"""What has been read of a register so far, and how a label begins a field or another file."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part, same_name
from nagarezu.importing.form.register.paper import Paper
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import key

_REPEATED = ("purpose", "summary", "basis", "section")  # 利用の目的 below 目的外利用 is of that

_WORKS = ("entrust", "reentrust")

# labels that stand among those of a flow
WITHIN = ("detail", "started", "basis", "medium", "reentrust", "entrust_period", "work_period",
          "link_period")  # fmt: skip


@dataclass(slots=True)
class Reading:
    """What has been read so far: files, rows that belong to none, and attached papers."""

    files: list[File] = field(default_factory=list)
    left: list[Row] = field(default_factory=list)
    listed: list[File] = field(default_factory=list)  # files that a list of contents names
    papers: list[Paper] = field(default_factory=list)
    current: str = ""  # the field that the next line continues
    outer: str = ""  # the flow field whose details follow
    row: Row | None = None
    ordinal: tuple[str, int] = ("", 0)  # the number in front of the last label
    fronts: list[Part] = field(default_factory=list)  # numbers that may be of the next file
    mini: dict[int, str] = field(default_factory=dict)  # columns of a small table in a form
    level: int = 0  # of the headings that name files
    order: list[File] = field(default_factory=list)  # as printed, once one has gone on later
    column: int = 0  # in which the values of the last labels began, where lines keep columns
    indent: int = 0  # of the last label
    alone: int = 0  # labels so far that stood by themselves below a blank line
    lone: int = 0  # labels one after the other, up to here, in lines of their own
    signs: set[str] = field(default_factory=set)  # in front of the heads of sections
    boxed: Counter[str] = field(default_factory=Counter)  # labels behind a sign as of a box


def begin(reading: Reading, name: str, label: Passage, value: Passage) -> None:
    """A label: the name of another file begins a new one."""
    files = reading.files
    if name in _REPEATED and reading.outer and files and name in files[-1].fields:
        name = "detail"
    if name == "name" and files and "name" in files[-1].fields:
        if not value or not same_name(files[-1], value):
            files.append(File())
            _take_over(files[-2], files[-1], reading.fronts)
    elif not files or (name == "body" and {"name", "items"} <= files[-1].fields.keys()):
        files.append(File())  # the form of the next file begins with the body that holds it
    if name == "detail" and reading.outer == "link" and key(label.text).endswith("期間"):
        name = "link_period"
    if name == "recipients_items" and reading.outer in _WORKS and "提供" not in label.text:
        name = "entrust_items"  # 渡す項目 below 委託先
    if sign := labels.sign(label.text):
        reading.signs.add(sign)
    reading.boxed[label.text.strip()[:1]] += 1
    if name in labels.FLOWS or name == "measures":
        reading.outer = name
    elif name not in WITHIN and not name.endswith("_items"):
        reading.outer = ""
    grid = reading.row.grid if reading.row is not None else 0
    if name == "items" and value:
        value = _pull_back(value, reading)
    about = labels.about(label.text) if name == "items" else ""
    files[-1].add(name, Part(value, label, about, grid=grid))
    reading.fronts = [*reading.fronts, files[-1].parts(name)[-1]] if name == "registered" else []
    reading.current = name
    if labels.ordinal(label.text)[1]:
        reading.ordinal = labels.ordinal(label.text)


def _take_over(before: File, file: File, fronts: list[Part]) -> None:
    """登録番号 in front of the name of a file is its own, not that of the file above."""
    parts = before.fields.get("registered", [])
    kept = [part for part in parts if not any(part is front for front in fronts)]
    apart = fronts and before.parts("name")[-1].grid != fronts[0].grid  # a list in front of it
    if fronts and ("items" in before.fields or apart):
        before.fields["registered"] = kept
        file.fields["registered"] = list(fronts)
        if not kept:
            del before.fields["registered"]


_FIRST = re.compile(r"^[(（]?[1１①](?![0-9０-９])", re.MULTILINE)
_LATER = re.compile(r"^[(（]?(?:[2-9２-９②-⑨]|[1１][0-9０-９])(?![0-9０-９])")


def _pull_back(value: Passage, reading: Reading) -> Passage:
    """A label stands beside the middle of its cell: lines above it belong to it as well."""
    parts = reading.files[-1].parts(reading.current)
    if not _LATER.match(value.text) or not parts:
        return value
    first = list(_FIRST.finditer(parts[-1].text.text))
    if not first or not first[-1].start():
        return value
    before = parts[-1].text
    parts[-1].text = before.part(0, first[-1].start())
    return joined([before.part(first[-1].start()), value])

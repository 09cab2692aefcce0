"""Cells that print several rows: 有 / 委託先　甲社 / 委託の期間　…, each line with its label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part, closes, opens
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key

_CELLS = ("recipients", "transfer", "shared", "entrust", "reentrust", "link")
_PERIODS = ("entrust_period", "work_period")
_MARK = r"(?:[(（]?(?:[0-9０-９]{1,2}|[ア-ンa-z])[)）.．、 　][ 　]*|[①-⑳⑴-⒇][ 　]*)"
_LINE = re.compile(
    rf"[ 　・]*(?:(?P<mark>{_MARK})?(?P<label>[^ 　：:（()）、。]{{2,20}})"
    r"(?:[ 　]*[：:][ 　]*|[ 　]{2,}|　|(?P<blank> )(?=\S))"
    rf"|{_MARK}?[【〔［\[](?P<boxed>[^ 　：:（()）、。【】〔〕［］\[\]]{{2,20}})[】〕］\]][ 　：:]*"
    r"|(?P<open>[（(])[ 　]*(?P<inside>[^ 　：:（()）、。]{2,20})(?:[ 　]*[：:][ 　]*|[ 　]+))"
)


# 甲課　番号1、4　通知の確認: who, by which numbers, and for what
_ROW = re.compile(
    r"^[ 　・]*(?P<who>[^ 　：:（()）、。\n]{2,30})(?:[ ]{2,}|　+)"
    r"(?P<marks>(?:(?:記録)?項目の?)?(?:番号|項番|№)?[ ]?[(（]?[0-9０-９①-⑳]"
    r"(?:[0-9０-９①-⑳()（）、，,~～〜・]|から|まで|及び|並びに)*)(?:(?:[ ]{2,}|　+).*)?$",
    re.MULTILINE,
)


def parted(file: File) -> None:
    """Make parts of their own of the labelled lines in the cells that say who gets something."""
    cells = [(name, part) for name in _CELLS for part in file.fields.pop(name, [])]
    for name, part in cells:
        for field, inner in _lines(name, part):
            rows = list(_rows(name, inner)) if field == name and labels.FLOWS[name] else []
            for own, piece in rows or [(field, inner)]:
                file.add(own, piece)


def _rows(name: str, part: Part) -> Iterator[tuple[str, Part]]:
    """Lines that each name somebody beside the numbers of what he gets."""
    start = 0
    for row in _ROW.finditer(part.text.text):
        before = part.text.part(start, row.start())
        if before:
            yield name, Part(before, part.label, grid=part.grid)
        yield name, Part(part.text.part(*row.span("who")), part.label, grid=part.grid)
        marks = part.text.part(*row.span("marks"))
        yield labels.FLOWS[name], Part(marks, part.label, grid=part.grid)
        start = row.end()
    rest = part.text.part(start)
    if start and rest:
        yield name, Part(rest, part.label, grid=part.grid)


def _lines(name: str, part: Part) -> list[tuple[str, Part]]:
    """The parts of one cell in printed order; the cell itself if no line has a label."""
    found: list[tuple[str, Part]] = []
    start, field, label = 0, name, part.label
    for line in compiled(r"[^\n]+").finditer(part.text.text):
        mark = _LINE.match(line.group())
        group = next((each for each in ("boxed", "inside") if mark and mark[each]), "label")
        inner = _field(mark[group], name) if mark else ""
        if mark and mark["blank"] and not mark["mark"]:
            inner = ""  # one blank parts a label from its value behind a number only: 1 委託先 甲社
        if mark is None or not inner or opens(part.text.text[start : line.start()]):
            continue
        found.append((field, Part(part.text.part(start, line.start()), label, grid=part.grid)))
        at = line.start()
        field, label = inner, part.text.part(at + mark.start(group), at + mark.end(group))
        start = at + mark.end()
    if not found:
        return [(name, part)]
    found.append((field, Part(part.text.part(start), label, grid=part.grid)))
    for _, each in found:
        text = each.text.text.rstrip()
        each.text = each.text.part(0, len(text))  # (提供の方法 手渡し) in brackets of its own
        if text.endswith((")", "）")) and closes(text):
            each.text = each.text.part(0, len(text) - 1)
    return [each for each in found if each[1].text]


def _field(label: str, name: str) -> str:
    """The field of a label in such a cell; what is no flow and no period is a detail."""
    plain = key(label)
    if plain in ("期間", "契約") and name in ("entrust", "reentrust"):
        return "entrust_period"
    if name == "link" and plain.endswith("期間"):
        return "link_period"
    if plain in ("項目", "番号"):
        return labels.FLOWS[name] or "detail"
    if plain in rules("registers")["inner_details"]:
        return "detail"
    period = labels.find(label)
    if period is not None and period.field in _PERIODS:
        return period.field
    field = labels.inner(label, name)
    return field if not field or field in labels.FLOWS or field.endswith("_items") else "detail"

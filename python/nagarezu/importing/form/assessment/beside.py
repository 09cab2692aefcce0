"""Heads in the first cells of a row: a section merged over rows, or a risk before its measures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form import labels
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.labels import Label
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import fold, key

_SECTION = re.compile(r"^\d{1,2}[.、 ]?[ ]*(?P<topic>[^\d\s。、][^。、\n]{0,28})$")
_CIRCLED = re.compile(r"^[①-⑳][ 　]*(?P<name>\S{1,6})$")
_RISK = re.compile(r"^(?:リスク[ ]?\d{0,2}[ ]?[:.、]?[ ]*)?[^。\n]{4,60}リスク$")
_NOT_DONE = re.compile(r"^[(]?[^。()]{0,14}(?:しない|していない|なし)[)]?$")


def section(cells: Sequence[Passage]) -> str:
    """2 システム | ①名称 | …: what the rows are about; empty for other rows."""
    filled = [fold(cell.text).strip() for cell in cells if cell]
    if len(filled) < 3 or not (_CIRCLED.match(filled[1]) or _RISK.match(filled[1])):
        return ""
    return filled[0] if _SECTION.match(filled[0]) else ""


def short_label(text: str, section: str) -> Label | None:
    """①名称 below 2 システム: the label that the form prints in full."""
    match, about = _CIRCLED.match(fold(text).strip()), _SECTION.match(section)
    if match is None or about is None:
        return None
    for topic, names in rules("assessment")["short_labels"].items():
        if about["topic"].endswith(topic) and match["name"] in names:
            return labels.find("assessment", names[match["name"]])
    return None


def risk(filled: Sequence[Passage]) -> tuple[Passage, Passage] | None:
    """2 入手 | 目的外の入手のリスク | ・… | 十分である: the risk, and the measures against it."""
    for at, cell in enumerate(filled[:-1]):
        if _RISK.match(fold(cell.text).strip()):
            value = filled[at + 1]
            plain = key(value.text)
            if words.whole(value.text) is not None or words.split(value)[0].label is not None:
                return None
            stated = not _NOT_DONE.match(plain) and plain not in rules("assessment")["answers"]
            return cell, value if stated and not plain.startswith("[") else Passage()
        if at > 1:
            break
    return None


_SIDE = re.compile(r"[<【〔\[][^<>【】〔〕\[\]]{2,40}(?:措置|対策)[>】〕\]]")


def side_behind(label: Passage) -> Passage:
    """＜甲市における措置＞ in the last line of the cell of a label."""
    lines = label.lines()
    sided = len(lines) > 1 and _SIDE.fullmatch(fold(lines[-1].text.strip()))
    return lines[-1] if sided else Passage()

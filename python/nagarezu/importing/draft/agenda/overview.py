"""The overview of an agenda paper: one sheet, and the groups and counts that it tells."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.fields.subjects import without_count
from nagarezu.importing.fields.work_periods import WorkPeriod, told
from nagarezu.importing.form import counted_rows
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import tidy

_OF_STAFF = re.compile(r"従事|職員|体制|配置|事業者|委託|委員|経費|予算")
_SO_FAR = re.compile(r"経過|経緯|沿革|これまで|現状|背景")
_HEAD = 16  # characters of the head of a section
_ABOUT_PERSONS = re.compile(r"対象|人数|件数|世帯|者数|規模|受給|該当者")


def of(found: list[Sheet]) -> Sheet | None:
    """The overview as one sheet: 概要 and 事業内容, or two pages of it, are one field."""
    whole = Sheet("overview")
    for sheet in found:
        for entry in sheet.entries if sheet.kind == "overview" else []:
            same = whole.get(entry.label.field)
            if same is None:
                whole.entries.append(replace(entry))
            else:
                same.value = joined([same.value, entry.value])
    return whole if whole.entries else None


def subjects(groups: Groups, overview: Sheet | None) -> Passage:
    """The groups and counts of the overview; returns its content row."""
    if overview is None:
        return Passage()
    for each in overview.entries:
        if each.label.field in ("overview", "subjects", "counts"):
            groups.foresee(each.value)
    row = overview.get("subjects")
    if row is not None and row.value:
        named = groups.named(row.value)
        groups.main = named[0] if len(named) == 1 else None
        groups.count(row.value)
    for each in overview.entries:
        if each.label.field == "counts":
            groups.count(each.value)
    entry = overview.get("overview")
    if entry is None:
        return Passage()
    before, nodes = outline(entry.value)
    parts = [node for node in nodes if _about_persons(node)]
    for node in nodes:
        section = joined([_marked(path[-1]) for path in node.walk()])
        groups.count(section, named_only=node not in parts)
    if not nodes:
        groups.count(before, named_only=not _ABOUT_PERSONS.search(tidy(before.text)))
    return entry.value


def further(groups: Groups, found: list[Sheet]) -> None:
    """Numbers of persons in rows in front of the first matter that no field takes."""
    for sheet in takewhile(lambda each: each.kind != "matter", found):
        if lines := counted_rows.lines(sheet.rows):
            groups.count(joined(lines))


def work(content: Passage) -> list[WorkPeriod]:
    """When work is done, leaving out the sections of what has been done so far."""
    before, nodes = outline(content)
    sections = [
        joined([path[-1].passage for path in node.walk()])
        for node in nodes
        if not _SO_FAR.search(_first_line(node.passage)[:_HEAD])
    ]
    return [each for part in (before, *sections) for each in told(part)]


def _about_persons(node: Node) -> bool:
    """Whether a section counts the persons of the paper: by its head, or with nothing but a number.

    申請の見込み, and below it: 約1,500世帯.
    """
    lines = [line for line in node.passage.lines() if not line.text.startswith("※")]
    head = _first_line(node.passage)
    if _ABOUT_PERSONS.search(head):
        return True
    alone = len(lines) == 2 and len(head) <= _HEAD and not _OF_STAFF.search(head)
    found = counts(lines[1].text) if alone else []
    persons = bool(found) and all(each.unit in ("person", "household") for each in found)
    return persons and not without_count(lines[1].text).strip()


def _marked(node: Node) -> Passage:
    """The text of a node; a circled number stays, for it may mean a group of that number."""
    own = node.passage
    if node.kind != "circled":
        return own
    starts = tuple(start + 2 if start else 0 for start in own.starts)
    return Passage(f"{node.mark} {own.text}", starts, own.spots)


def _first_line(passage: Passage) -> str:
    lines = passage.lines()
    return tidy(lines[0].text) if lines else ""

"""Rows that give the number of one group each: （内訳）受給者 | 1,412人, 区分 | 人数 | 時点."""

from __future__ import annotations

import re
from dataclasses import replace

from nagarezu.importing.draft.assessment.band_names import STAFF
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.fields.subjects import names_persons, without_count
from nagarezu.importing.form.assessment.sheet import Assessment
from nagarezu.importing.rules.characters import fold, key, tidy

_PART_ROW = re.compile(r"^[ 　・]*[(（【]?(?:内訳|うち)[)）】]?[:：、 　]*(?P<who>[^\n]{2,40})$")


def parts_of_all(groups: Groups, sheet: Assessment) -> None:
    """（内訳）受給者 | 1,412人: rows below 対象人数 that give the number of each group."""
    when = counted_at(sheet)
    for line in sheet.lines:
        match = _PART_ROW.match(line.printed.text) if line.label is None and line.value else None
        found = counts(line.value.text) if match else []
        if match is None or len(found) != 1 or without_count(line.value.text).strip():
            continue
        who = tidy(match["who"])
        if names_persons(who):
            count = replace(found[0], as_of=found[0].as_of or when)
            groups.give_to(groups.name(who, line.printed), count, line.value)


_PERSONS = re.compile(r"^(?:対象)?(?:人数|者数|世帯数|人員)(?:[(].*[)])?$")  # a head of a column


def listed(groups: Groups, sheet: Assessment) -> None:
    """区分 | 人数 | 時点: a table with a group in each row."""
    grid, at = 0, -1
    for line in sheet.lines:
        cells = line.row.cells
        heads = [i for i, cell in enumerate(cells) if _PERSONS.match(key(cell.text))]
        if line.row.grid and len(heads) == 1 and line.label is None and heads[0] > 0:
            grid, at = line.row.grid, heads[0]
            continue
        if not grid or line.row.grid != grid or at >= len(cells):
            continue
        who, found = tidy(cells[at - 1].text), counts(cells[at].text)
        if len(found) != 1 or not names_persons(who) or STAFF.search(who):
            continue
        when = next((day[0].iso for cell in cells[at + 1 :] if (day := dates(fold(cell.text)))), "")
        count = replace(found[0], as_of=found[0].as_of or when)
        groups.give_to(groups.name(who, cells[at - 1]), count, cells[at])


def counted_at(sheet: Assessment) -> str:
    """いつ時点の計数か below 対象人数, not the one below 取扱者数."""
    persons = False
    for line in sheet.of("total_persons", "staff", "counted_at"):
        name = line.label.field if line.label else ""
        if name != "counted_at":
            persons = name == "total_persons"
        elif persons and (found := dates(fold(line.value.text))):
            return found[0].iso
    return ""

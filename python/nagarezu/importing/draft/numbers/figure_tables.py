"""Sums of figures that stand in rows: a total below its parts, parts below their total."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from nagarezu.importing.fields.figures import Figure
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold


def below(found: Sequence[Figure], rows: Sequence[Row]) -> Iterator[Figure]:
    """合計 in a row of its own: the sum of the rows above that have one figure there."""
    by_row: dict[int, list[Figure]] = defaultdict(list)
    for each in found:
        by_row[each.row].append(each)
    for number, own in by_row.items():
        if not _is_total(own[0], rows[number]) or own[0].parts:
            continue
        for at, total in enumerate(own):
            parts = _above(by_row, number, at, total)
            parts = parts if len(parts) > 1 else _line_above(by_row, number, own)
            unit = {each.unit for each in parts}
            value = sum(each.value for each in parts)
            if len(parts) >= 2 and (
                unit == {total.unit} or (len(unit) == 1 and value == total.value)
            ):
                total.parts = parts
                for each in parts:
                    each.whole = total
                yield total


def _is_total(first: Figure, row: Row) -> bool:
    head = fold(row.filled[0].text).split()[0] if row.filled and row.filled[0].text.split() else ""
    return bool(first.total and first.cell == 0) or bool(
        compiled(r"(?:合計|総計|計|総数)(?:\(.*\))?").fullmatch(head)
    )


def _above(by_row: dict[int, list[Figure]], number: int, at: int, total: Figure) -> list[Figure]:
    """The figures above in the same column, up to a row that has none."""
    parts: list[Figure] = []
    for above in range(number - 1, -1, -1):
        row = by_row.get(above, [])
        if len(row) <= at or row[0].total or row[at].bound != "exact" or row[at].cell != total.cell:
            break
        if parts and row[at].unit != parts[0].unit:
            break
        if not (row[at].lead.strip() or row[at].words or row[at].cell):
            break
        parts.append(row[at])
    return parts


def _line_above(by_row: dict[int, list[Figure]], number: int, own: list[Figure]) -> list[Figure]:
    """甲 5人、乙 7人 in the line above 計 12人: all of one unit, each with its name."""
    parts = by_row.get(number - 1, [])
    named = all(each.lead.strip() and not each.total and each.bound == "exact" for each in parts)
    one = len(own) == 1 and len({each.unit for each in parts} | {own[0].unit}) == 1
    return list(parts) if named and one and not any(each.whole for each in parts) else []


_PARTS = re.compile(r"(?:内訳|うち書)")
_LINE = re.compile(r"^[ 　]*[(（【]?内訳(?:[)）】]|は|：|:|　| )")


def across(found: Sequence[Figure], rows: Sequence[Row]) -> Iterator[Figure]:
    """対象人数の内訳 | A 5人、B 7人: a row of parts right below the row of the total."""
    by_row: dict[int, list[Figure]] = defaultdict(list)
    for each in found:
        by_row[each.row].append(each)
    for number, parts in by_row.items():
        row = rows[number]
        line = len(row.filled) < 2
        if not (_LINE if line else _PARTS).search(row.filled[0].text[:20]):
            continue
        parts = [each for each in parts if not each.total and (each.cell or line)]
        above = by_row.get(number - 1, []) or (by_row.get(number - 2, []) if line else [])
        above = [e for e in above if parts and e.unit == parts[0].unit and not e.parts]
        value = sum(each.value for each in parts)
        if len(parts) < 2 or not above or (len(above) > 1 and value in {e.value for e in above}):
            continue
        total = above[-1]
        if total.bound != "exact" or total.whole or (line and len(above) > 1):
            continue
        if len({each.unit for each in parts}) == 1 and all(e.bound == "exact" for e in parts):
            total.parts = parts
            for each in parts:
                each.whole = total
            yield total

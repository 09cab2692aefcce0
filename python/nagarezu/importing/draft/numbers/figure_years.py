"""Figures of a table with a year in each row: 年度 | 申請者, and 令和5年度 | 412人 below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.fields.dates import dates
from nagarezu.importing.fields.figures import Figure, figures
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, tidy

_YEARS = re.compile(r"年度?(?:別|次)?|年月日?|基準日|時点|時期")
_YEAR = re.compile(r"[ ]*(?:令和|平成|20)[^、。()]{1,14}(?:年度?|日|末|現在|時点|実績)[ ]*")


def heads_of(line: Row, above: Sequence[Passage]) -> Sequence[Passage]:
    """The heads that hold for a row: its own if it begins such a table, those above within it."""
    if len(line.cells) > 1 and _YEARS.fullmatch(key(line.cells[0].text)):
        return line.cells
    goes_on = len(line.cells) == len(above) and _YEAR.fullmatch(fold(line.cells[0].text))
    return above if goes_on else ()


def of_year(line: Row, above: Sequence[Passage], number: int, row: Row) -> Iterator[Figure]:
    """The figures of a row, each said of the head of its column and of the year of the row."""
    when = dates(line.cells[0].text)
    for at, (head, cell) in enumerate(zip(above, line.cells, strict=True)):
        label = tidy(head.text)
        for each in figures(cell, number, at if line is row else 0, label) if at and when else ():
            each.lead = each.lead or label
            each.as_of = each.as_of or when[0].iso
            yield each

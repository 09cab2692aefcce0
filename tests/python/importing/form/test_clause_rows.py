"""Clauses in the cells of a table."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.fields import clauses
from nagarezu.importing.form import clause_rows
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage

PLACE = Place("d", 1, "1")
ONE, TWO = "乙は、秘密を漏らしてはならない。", "甲は、調査を行うことができる。"


@pytest.mark.parametrize(
    "table",
    [
        [("番号", "見出し", "条文"), ("1", "秘密の保持", ONE), ("2", "調査", TWO)],
        [("条", "内容"), ("第1条（秘密の保持）", ONE), ("第2条（調査）", TWO)],
        [("見出し", "内容"), ("秘密の保持", ONE), ("調査", TWO)],
        [("第1　秘密の保持", ONE), ("第2　調査", TWO)],
    ],
)
def test_a_row_is_a_clause_with_its_heading(table: list[tuple[str, ...]]) -> None:
    rows = [Row(tuple(Passage.of(cell, PLACE) for cell in row), PLACE, 1) for row in table]
    found = clauses.read(clause_rows.lines(rows))
    assert [(each.number, each.heading, each.text, each.obligor) for each in found] == [
        (1, "秘密の保持", ONE, "partner"),
        (2, "調査", TWO, "own"),
    ]

"""Marks of a list told one by one or as a stretch."""

from __future__ import annotations

import pytest

from nagarezu.importing.fields import stretches


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("1から5まで及び10", [1, 2, 3, 4, 5, 10]),
        ("⑧から⑩まで", [8, 9, 10]),
        ("ク及びケ", [8, 9]),
        ("(1)、(3)～(5)の項目", [1, 3, 4, 5]),
        ("①・②並びに⑳", [1, 2, 20]),
        ("5から2まで", []),
        ("1及び住所", []),
        ("", []),
    ],
)
def test_marks_are_counted(printed: str, numbers: list[int]) -> None:
    assert stretches.numbers(printed) == numbers

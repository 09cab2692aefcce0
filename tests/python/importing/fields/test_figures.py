"""Figures: numbers of a text with what they count, and sums of their parts."""

from __future__ import annotations

import pytest

from nagarezu.importing.fields.figure_sums import rest, sums
from nagarezu.importing.fields.figures import figures, swapped
from nagarezu.importing.passage import Passage


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("会員３，２１６人が使う。", [(3216, "person", "exact")]),
        ("会員約3,200人、18世帯以内", [(3200, "person", "unknown"), (18, "household", "at_most")]),
        ("1世帯につき1通を送る。", []),
        ("第2項目及び4 業務の終了後", []),
    ],
)
def test_reads_numbers(text: str, told: list[tuple[int, str, str]]) -> None:
    assert [(f.value, f.unit, f.bound) for f in figures(Passage(text))] == told


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("会員320人（本館200人、分館120人）", [200, 120]),
        ("会員320人　内訳：本館200人、分館102人", [200, 102]),
        ("本館 200人、分館 120人、合計 320人", [200, 120]),
        ("会員320人（うち分館120人）", []),
        ("会員320人（本館20人、分館12人など）", []),
    ],
)
def test_reads_parts_of_a_total(text: str, parts: list[int]) -> None:
    found = list(sums(figures(Passage(text))))
    assert [each.value for total in found for each in total.parts] == parts


def test_reads_what_is_left() -> None:
    text = "会員900人のうち退会した120人を除く780人"
    assert [[f.value for f in each] for each in rest(figures(Passage(text)))] == [[900, 120, 780]]


def test_a_part_beyond_its_whole_is_no_part_of_it() -> None:
    text = "460人のうち、認定を受けている5,980人を除く12,480人"  # 18, stands on a lost line
    assert list(rest(figures(Passage(text)))) == []


def test_two_digits_that_changed_places() -> None:
    assert swapped(3745, 3754)
    assert not swapped(3745, 3757)
    assert swapped(835, 853)
    assert not swapped(12, 21)

"""Widths of columns, worked by hand at 9 points: an em is 3.175 mm, a cell has 1.2 mm each side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagarezu.report.docx.columns import SIZES, Need, grid, needs, spread
from nagarezu.report.docx.sheet import LANDSCAPE, PORTRAIT

EM = 9 * 25.4 / 72


def test_a_number_is_never_broken_and_a_name_may_be() -> None:
    number, name = needs(["数", "名称"], [["383,395", "令和の長い長い名称"]], [True, False])
    assert number.least == pytest.approx(6 * 0.56 + 0.28 + 0.5)
    assert name.least == 4.5
    assert name.longest == 9.5


def test_latin_words_stay_whole_up_to_a_limit() -> None:
    words, endless = needs(["a", "b"], [["in short words", "x" * 10_000]], [False, False])
    assert words.least < 4.6
    assert endless.least == 12.5


def test_what_fits_in_one_line_gets_it() -> None:
    lines, widths = spread([Need(2, 20, 20), Need(2, 20, 20)], 170, 9)
    assert lines == 1
    assert widths == pytest.approx((20 * EM + 2.4, 20 * EM + 2.4))


def test_a_table_of_few_words_is_not_lost_on_its_sheet() -> None:
    _, widths = spread([Need(2, 2, 2), Need(2, 4, 4)], 170, 9)
    assert widths == pytest.approx((30 + 2.4, 60 + 2.4))


def test_long_cells_get_equally_many_lines() -> None:
    # Room for 52.0315 ems: 150 in one column and 50 in the other, which need four times as many.
    lines, widths = spread([Need(2, 150, 150), Need(2, 50, 50)], 170, 9)
    assert widths == pytest.approx((3 * 165.2 / 4 + 2.4, 165.2 / 4 + 2.4), abs=0.01)
    assert lines == pytest.approx(50 * EM / 41.3, abs=0.01)  # the long one counts as sixty ems


def test_what_does_not_fit_has_no_widths() -> None:
    assert spread([Need(30, 30, 30)] * 2, 170, 9) == (0.0, ())


def test_the_sheet_turns_before_the_letters_shrink_too_far() -> None:
    narrow = grid([Need(4, 10, 10)] * 4, landscape=False)
    assert (narrow.sheet, narrow.size) == (PORTRAIT, 9)
    assert grid([Need(4, 10, 10)] * 16, landscape=False).sheet is LANDSCAPE
    assert grid([Need(4, 10, 10)] * 4, landscape=True).sheet is LANDSCAPE


def test_parts_are_about_as_wide_as_each_other() -> None:
    found = grid([Need(5, 5, 5)] * 31, landscape=False)
    counts = [len(part) for part in found.parts]
    assert max(counts) - min(counts) <= 1
    assert {part[0] for part in found.parts} == {0}


NEED = st.builds(
    lambda least, more: Need(least, least + more, least + more),
    st.floats(0.5, 14.5),
    st.floats(0, 400),
)


@given(st.lists(NEED, min_size=1, max_size=70), st.booleans())
def test_every_column_is_there_and_no_part_is_wider_than_its_sheet(
    measured: list[Need], landscape: bool
) -> None:
    found = grid(measured, landscape=landscape)
    assert found.size in SIZES
    shown = [place for part in found.parts for place in part]
    assert set(shown) == set(range(len(measured)))
    assert sorted(shown[1:]) == sorted([*range(1, len(measured)), *[0] * (len(found.parts) - 1)])
    for part, widths in zip(found.parts, found.widths, strict=True):
        assert len(part) == len(widths)
        assert sum(widths) <= found.sheet.width + 0.01
        em = found.size * 25.4 / 72
        assert all(w >= measured[i].least * em for i, w in zip(part, widths, strict=True))

"""Widths and line breaks of labels."""

from __future__ import annotations

import pytest
from frames import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from nagarezu.inert import visible
from nagarezu.report.figures.measure import breaks, ems, wrap

LONG = "個人情報保護に関する長い名称を有する組織" * 6


@pytest.mark.parametrize(
    ("text", "width"),
    [
        *(("", 0), ("住民", 2), ("ＡＢ", 2), ("ｱ", 1), ("0", 0.56), ("住1", 1.56)),
        *(("か\u3099", 1), ("×", 1)),
    ],
)
def test_east_asian_widths(text: str, width: float) -> None:
    assert ems(text) == pytest.approx(width)


def test_a_variation_selector_takes_no_room() -> None:
    assert ems("葛\U000e0100飾区") == 3


def test_lines_are_few_and_end_where_words_end() -> None:
    assert wrap("生活保護システム", 6).texts == ("生活保護", "システム")
    assert wrap("地方公共団体情報システム機構", 9).texts == ("地方公共団体", "情報システム機構")
    assert wrap("中間サーバー・プラットフォーム", 9).texts == ("中間サーバー・", "プラットフォーム")
    assert wrap("独立行政法人国立印刷局", 8).texts == ("独立行政法人", "国立印刷局")
    assert wrap("運用：サービス提供事業者", 10).texts == ("運用：サービス", "提供事業者")


def test_latin_words_stay_whole_unless_they_are_wider_than_a_line() -> None:
    assert wrap("resident register network", 5).texts == ("resident", "register", "network")
    assert len(wrap("x" * 40, 5).texts) > 3


def test_no_line_starts_with_a_closing_sign_or_ends_with_an_opening_one() -> None:
    found = wrap("住民基本台帳ネットワークシステム（市町村CS）", 11)
    assert not any(line[0] in "）ー" or line[-1] == "（" for line in found.texts)
    assert breaks(found) < 30


def test_a_label_of_120_characters_is_whole_in_ten_lines() -> None:
    assert len(LONG) == 120
    found = wrap(LONG, 15, most=10)
    assert "".join(found.texts) == LONG
    assert len(found.texts) == 8


def test_what_is_cut_is_marked() -> None:
    found = wrap(LONG, 10, most=3)
    assert len(found.texts) == 3
    assert found.texts[-1].endswith("…")
    assert found.width <= 10


@given(st.text(max_size=80), st.floats(2.5, 40))
def test_every_line_fits_and_nothing_is_lost(text: str, width: float) -> None:
    found = wrap(text, width, most=1000)
    pairs = zip(found.texts, found.widths, strict=True)
    assert all(wide <= width + 1e-9 for _, wide in pairs)
    assert "".join("".join(found.texts).split()) == "".join(visible(text).split())


@pytest.mark.parametrize("label", HOSTILE)
def test_hidden_characters_are_shown_and_measured(label: str) -> None:
    found = wrap(label, 60)
    assert "".join(found.texts) == " ".join(visible(label).split())
    assert found.widths == tuple(ems(line) for line in found.texts)

"""How tables make room, from texts alone: no page is set here."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nagarezu.report.pdf.columns import LANDSCAPE, PORTRAIT, SETTINGS, layout
from nagarezu.report.pdf.headings import numbered
from nagarezu.report.pdf.plain import broken, longest_word, shown
from nagarezu.report.pdf.sheets import sheets
from nagarezu.report.tree import Heading


def _columns(heads: list[str], *cells: str) -> list[list[str]]:
    return [list(cells) for _ in heads]


def test_a_small_table_stands_upright_in_the_first_setting() -> None:
    found = layout(["項目", "数"], [["氏名"], ["1"]], [False, True])
    assert found.setting == SETTINGS[0]
    assert len(found.parts) == 1


def test_the_settings_go_from_large_upright_to_small_lying() -> None:
    heads = [f"列{i}" for i in range(16)]
    lying = layout(heads, _columns(heads, "四字熟語"), [False] * 16)
    assert lying.setting.landscape
    few = heads[:6]
    assert not layout(few, _columns(few, "四字熟語"), [False] * 6).setting.landscape


def test_a_landscape_section_stays_landscape() -> None:
    found = layout(["項目"], [["氏名"]], [False], landscape=True)
    assert found.setting.landscape


def test_numbers_stay_whole() -> None:
    numbers = ["383,395–689,022人"] * 3
    heads = ["数"] * 8
    found = layout(heads, [numbers] * 8, [True] * 8)
    em = found.setting.points * 25.4 / 72
    assert all(width / em >= 9 for width in found.parts[0].widths)


def test_long_text_gets_more_than_short_text() -> None:
    found = layout(["短", "長"], [["短い"], ["長い説明の文" * 20]], [False, False])
    short, long = found.parts[0].widths
    assert long > 5 * short


def test_columns_of_marks_are_equally_wide() -> None:
    heads = ["項目", "甲", "乙の名称", "丙の長い名称"]
    found = layout(heads, [["氏名と住所"], ["○"], ["－"], ["○"]], [False] * 4)
    assert len(set(found.parts[0].widths[1:])) == 1


def test_a_table_is_never_narrower_than_what_stands_above_it() -> None:
    found = layout(["項", "数"], [["甲"], ["1"]], [False, True], least=90)
    assert sum(found.parts[0].widths) == pytest.approx(90, abs=0.5)


def test_parts_repeat_the_key_columns_and_hold_each_other_column_once() -> None:
    heads = ["案件", "項目", *[f"受領者{i}" for i in range(70)]]
    cells = [["長い名称の案件"], ["氏名"], *[["可能性"]] * 70]
    found = layout(heads, cells, [False] * 72, keys=2)
    assert len(found.parts) > 1
    assert all(part.columns[:2] == (0, 1) for part in found.parts)
    others = [column for part in found.parts for column in part.columns[2:]]
    assert others == list(range(2, 72))
    counts = [len(part.columns) for part in found.parts]
    assert max(counts) - min(counts) <= len(counts)


def test_key_columns_are_never_turned() -> None:
    heads = [f"長い名前の列{i}" for i in range(30)]
    found = layout(heads, _columns(heads, "○"), [False] * 30)
    assert not any(part.turned[0] for part in found.parts)
    assert all(all(part.turned[1:]) for part in found.parts)


texts = st.text(alphabet="あ漢ーA1_- ,", max_size=300)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(texts, texts, st.booleans()), min_size=1, max_size=70), st.booleans())
def test_no_table_is_wider_than_its_sheet(
    columns: list[tuple[str, str, bool]], landscape: bool
) -> None:
    heads, cells, numeric = zip(*columns, strict=True)
    found = layout(heads, [[cell] for cell in cells], numeric, landscape=landscape)
    sheet = LANDSCAPE if found.setting.landscape else PORTRAIT
    for part in found.parts:
        assert sum(part.widths) <= sheet + 0.01 * len(part.widths)
        assert min(part.widths) > 1.2
    assert {column for part in found.parts for column in part.columns} == set(range(len(heads)))


@given(st.text(max_size=200))
def test_pieces_are_the_text_again(text: str) -> None:
    assert "".join(broken(text)) == text


def test_only_long_words_are_broken() -> None:
    assert broken("short words stay, 漢字も") == ["short words stay, 漢字も"]
    pieces = broken("前 averyveryverylongword 後")
    assert pieces[0].startswith("前 ")
    assert len(pieces) > 3
    assert longest_word("ab abc averyveryverylongword") == "abc"


@given(st.text(max_size=100))
def test_nothing_that_hides_or_reorders_is_left(text: str) -> None:
    hidden = set(map(chr, range(0x20))) | set("\x7f\u200b\u200e\u202a\u202e\u2066\ufeff\ufffc")
    assert not set(shown(text)) & hidden


def _heads(*levels: int) -> list[Heading]:
    return [Heading(level, "題", f"h{i}") for i, level in enumerate(levels)]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((1, 2, 3, 3, 2, 1), ["第1", "1", "(1)", "(2)", "2", "第2"]),
        ((1, 3, 3, 2), ["第1", "1", "2", "3"]),
        ((2, 3, 1), ["第1", "1", "第2"]),
        ((1, 2, 1, 2), ["第1", "1", "第2", "1"]),
    ],
)
def test_numbers_of_headings(levels: tuple[int, ...], expected: list[str]) -> None:
    assert [number for _, number in numbered(_heads(*levels), "ja")] == expected


@pytest.mark.parametrize(
    "text",
    ["第1 概要", "1　概要", "１ 概要", "(1) 概要", "ア 概要", "①　概要", "1.2 概要", "第二章 甲"],
)
def test_a_number_of_the_tree_is_seen(text: str) -> None:
    assert [number for _, number in numbered([Heading(1, text, "a")], "ja")] == [""]


@pytest.mark.parametrize(
    "text", ["3者への提供", "アクセスの記録", "2024 年度の報告", "一部の変更", ""]
)
def test_a_heading_that_only_begins_with_a_figure_has_no_number(text: str) -> None:
    assert [number for _, number in numbered([Heading(1, text, "a")], "ja")] == ["第1"]


def test_headings_go_with_what_they_stand_over() -> None:
    blocks = [
        {"kind": "paragraph", "n": 1},
        {"kind": "heading", "n": 2},
        {"kind": "heading", "n": 3},
        {"kind": "table", "landscape": True, "n": 4},
        {"kind": "paragraph", "n": 5},
    ]
    found = [
        (sheet["landscape"], [block["n"] for block in sheet["blocks"]])
        for sheet in sheets(blocks, landscape=False)
    ]
    assert found == [(False, [1]), (True, [2, 3, 4]), (False, [5])]


def test_no_sheet_is_left_with_nothing_on_it() -> None:
    blocks = [{"kind": "heading", "n": 1}, {"kind": "table", "landscape": True, "n": 2}]
    assert [len(sheet["blocks"]) for sheet in sheets(blocks, landscape=False)] == [2]

"""The annex: order, numbers, figures at their place, sheets that lie across, what is absent."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from frames import frame
from paper_drafts import case
from paper_trees import REAL, document, of_content, own, said, tables

from nagarezu.report.paper.annex import annex, is_wide, sections
from nagarezu.report.tree import Block, FigureBlock, Heading, Paragraph, Run, TableBlock
from nagarezu.tables import CATALOGUE, from_core
from nagarezu.tables.paper import paper

EMPTY = {"text": "text"}


def captions(path: str = "library") -> list[str]:
    return [paper(block.table).caption for block in tables(document(own(path)))]


def test_numbered_tables_come_first_in_order_then_reference_tables() -> None:
    found = captions()
    numbers = [re.match(r"表([\d-]+) ", caption) for caption in found]
    numbered = [tuple(map(int, match[1].split("-"))) for match in numbers if match]
    assert numbered == sorted(numbered)
    assert numbered[:2] == [(1,), (2,)]
    references = [caption for caption in found if caption.startswith("参考表")]
    assert found[len(numbered) :] == references
    assert references[0] == "参考表1 情報項目の一覧"


def test_the_questions_are_table_14() -> None:
    assert "表14 作成者への質問" in captions()


def test_reference_tables_keep_their_numbers_whatever_is_empty() -> None:
    names = [spec.name for spec in CATALOGUE if spec.name != "findings"]  # it has a wording
    every = [from_core(name, "c1", frame(EMPTY, [("c1", "x")])) for name in names]
    some = [t for t in every if t.name != "item_lists"]
    some.append(from_core("item_lists", "c1", frame(EMPTY, [])))
    titles = {t.name: t.title for t in annex(every, "ja").tables}
    assert {t.name: t.title for t in annex(some, "ja").tables}.items() <= titles.items()


def test_every_table_is_shown_or_named_as_absent() -> None:
    built = document(own("library"))
    shown = {block.table.name for block in tables(built)}
    line = next(line for line in map(str, _lines(built)) if line.startswith("該当のない表："))
    assert "表9 チェックリスト集計" in line
    assert len(shown) + line.count("、") + 1 == len(CATALOGUE)
    assert all(len(block.table) for block in tables(built))


def _lines(built: object) -> list[str]:
    return [line for section in built.sections for line in said(section)]  # type: ignore[attr-defined]


def test_figures_stand_in_order_at_their_place() -> None:
    names = []
    for block in document(own("library")).blocks():
        if isinstance(block, FigureBlock):
            names.append(block.figure.caption.split("\u3000")[0])
        elif isinstance(block, TableBlock):
            names.append(f"表{block.table.number}")
    assert names[:3] == ["図1", "表1", "図2"]
    assert names[names.index("図3") - 1] == "表6"


def test_figures_that_would_show_nothing_are_left_out() -> None:
    found = [b for b in document(own("nothing")).blocks() if isinstance(b, FigureBlock)]
    assert [block.anchor for block in found] == ["paper-nothing-figure-1"]


def test_a_figure_says_in_words_what_it_shows() -> None:
    figure = next(b for b in document(own("library")).blocks() if isinstance(b, FigureBlock))
    assert figure.description.startswith("保有者5を枠で、経路4を矢印で示した図。")


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_wide_tables_lie_across(path: object) -> None:
    built = document(path)  # type: ignore[arg-type]
    for section in built.sections:
        wide = [b for b in section.blocks if isinstance(b, TableBlock) and is_wide(b.table)]
        assert section.landscape or not wide
    assert any(section.landscape for section in built.sections)


def test_a_narrow_table_stands_upright() -> None:
    narrow = from_core("subjects", "c1", frame({"label": "text"}, [("c1", "住民")]))
    assert not is_wide(narrow)
    broad = {f"column{i}": "text" for i in range(9)}
    assert is_wide(from_core("t", "c1", frame(broad, [("c1", *["長い言葉" * 5] * 9)])))


def block(rows: int) -> Block:
    table = from_core("t", "c1", frame({"a": "text"}, [("c1", "x")] * rows))
    return TableBlock(table, "t")


def test_few_upright_rows_between_sheets_that_lie_across_do_not_turn_the_paper() -> None:
    first = [Paragraph((Run("first"),))]
    turns = sections(first, [(block(3), True), (block(3), False), (block(3), True)])
    assert [(s.landscape, len(s.blocks)) for s in turns] == [(True, 4)]
    turns = sections(first, [(block(3), True), (block(30), False), (block(3), True)])
    assert [(s.landscape, len(s.blocks)) for s in turns] == [(True, 2), (False, 1), (True, 1)]
    assert sections([], []) == []


def test_no_two_sections_of_tables_lie_the_same_way() -> None:
    built = of_content(case(holders=5, items=30))
    ways = [section.landscape for section in built.sections[2:]]
    assert all(before is not after for before, after in pairwise(ways))


def test_the_annex_begins_with_its_heading() -> None:
    headings = [b.text for b in document(own("library")).blocks() if isinstance(b, Heading)]
    assert headings[-2:] == ["第2　個人情報の流れ", "第3　附属資料"]


def test_items_by_recipient_has_sums_and_says_what_is_added() -> None:
    matrix = next(b for b in tables(document(own("library"))) if b.table.name == "item_recipient")
    shown = paper(matrix.table)
    assert [column.label for column in shown.columns] == [
        *("情報項目", "さくら情報株式会社", "みどり印刷株式会社", "あおい印刷株式会社"),
        "受領者の計",
    ]
    assert shown.rows == (
        ("氏名", "○", "○", "○", "3"),
        ("住所", "○", "○", "○", "3"),
        ("電子メールアドレス【追加】", "○", "－", "－", "1"),
        ("情報項目の計", "3", "2", "2", "-"),
    )
    assert any(note.startswith("計の下限は") for note in shown.notes)


def test_sums_are_bounds_where_reach_is_possible_only() -> None:
    built = document(REAL[0])  # an optional address may reach the reservation system
    matrix = next(b.table for b in tables(built) if b.table.name == "item_recipient")
    optional = [row for row in paper(matrix).rows if "任意" in row]
    assert optional
    assert all("–" in row[-1] for row in optional)

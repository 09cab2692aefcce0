"""Several cases in one volume: cover, contents, overview, then each paper."""

from __future__ import annotations

import json

import pytest
from paper_trees import REAL, document, outline, own, said, tables

import nagarezu as ng
from nagarezu.errors import UsageError
from nagarezu.report.paper import of_cases
from nagarezu.report.tree import Contents, Heading, TableBlock
from nagarezu.tables.paper import paper


def test_a_volume_has_cover_contents_and_overview() -> None:
    built = document(own("library"), own("nothing"), box="資料1")
    assert built.title == "個人情報の流れについて（資料集）"
    assert built.subtitle == "全2件"
    assert built.box == "資料1"
    assert said(built.sections[0]) == [
        "案件1: 図書館システムの運用の委託について（情報項目の追加）",
        "案件2: 何も届かない案件",
    ]
    assert built.sections[1].blocks == (Contents("目次"),)
    assert isinstance(built.sections[2].blocks[0], TableBlock)


def test_the_overview_is_computed_from_the_tables_of_the_cases() -> None:
    table = tables(document(own("library"), own("nothing")))[0].table
    shown = paper(table)
    assert shown.caption == "総括表 案件の一覧"
    assert [column.label for column in shown.columns] == [
        *("案件名", "団体", "手続", "件名", "対象者数", "外部の受領者", "うち再委託先"),
        *("記載のある対策", "対象の対策", "確認したい点", "不足する事実"),
    ]
    # 12,000 persons and 300 or more; three printers and contractors, two of them entrusted again.
    assert shown.rows == (
        (
            *("図書館システムの運用の委託について（情報項目の追加）", "架空市", "諮問", "2"),
            *("12,000以上", "3", "2", "3", "30", "0", "1"),
        ),
        ("何も届かない案件", "-", "-", "1", "不詳", "0", "0", "0", "30", "0", "0"),
    )


def test_headings_of_a_volume_go_one_level_deeper() -> None:
    built = document(own("library"), own("nothing"))
    headings = [(b.level, b.text) for b in built.blocks() if isinstance(b, Heading)]
    tops = [text for level, text in headings if level == 1]
    assert tops == [
        "第1　図書館システムの運用の委託について（情報項目の追加）",
        "第2　何も届かない案件",
    ]
    seconds = [text for level, text in headings if level == 2]
    assert seconds == ["1　概要", "2　個人情報の流れ", "3　附属資料"] * 2
    assert (3, "(1)　案件") in headings


def test_a_case_that_comes_twice_keeps_anchors_apart() -> None:
    built = document(own("library"), own("library"), own("nothing"))
    anchors = [b.anchor for b in built.blocks() if hasattr(b, "anchor")]
    assert len(anchors) == len(set(anchors))
    assert {a.split("-figure")[0] for a in anchors if "-figure" in a} == {
        *("paper-library", "paper-library-2", "paper-nothing"),
    }
    assert len(tables(built)[0].table) == 3


def test_a_paper_without_a_case_is_wrong_use() -> None:
    with pytest.raises(UsageError):
        of_cases([])


def test_progress_counts_the_cases() -> None:
    steps: list[tuple[int, int, str]] = []
    cases = [ng.load(own("library")), ng.load(own("nothing"))]
    of_cases(cases, progress=lambda *step: steps.append(step))
    assert steps == [(0, 2, "paper-library"), (1, 2, "paper-nothing"), (2, 2, "")]


def test_the_order_of_cases_is_that_of_the_call() -> None:
    built = document(*reversed(REAL))
    assert list(built.cases) == [path.stem for path in reversed(REAL)]
    again = json.dumps(outline(document(*reversed(REAL))))
    assert json.dumps(outline(built)) == again

"""Safeguards, checklists and clauses."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.fields import checklist, clauses, safeguards
from nagarezu.importing.fields.checklist import Line
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage


def passage(text: str, line: int = 1) -> Passage:
    return Passage.of(text, Place("d", line, str(line)))


def test_measures_are_split_by_layer_and_number() -> None:
    found = safeguards.read(
        passage(
            "【運用上の対策】\n1 名簿を作る。\n2 守らせる。\n(1) 複写の禁止\n"
            "【システム上の対策】\n1 暗号化する。"
        )
    )
    assert [(each.layer, each.path) for each in found] == [
        ("operational", "1"),
        ("operational", "2"),
        ("operational", "2.(1)"),
        ("system", "1"),
    ]
    assert found[3].coded.codes == ("ENC",)
    assert found[3].coded.words == ("暗号",)


def test_measures_that_stand_elsewhere_are_none_here() -> None:
    assert safeguards.read(passage("別紙チェックリストのとおり")) == []


def _rows(*rows: tuple[str, ...]) -> list[Row]:
    return [
        Row(tuple(passage(cell, number) for cell in cells), Place("d", number, str(number)), 1)
        for number, cells in enumerate(rows, 1)
    ]


_OWN = "委託にあたり市が行う情報保護対策【運用上の対策】"
_OWN_SYSTEM = "委託にあたり市が行う情報保護対策【システム上の対策】"
_PARTNER = "委託事業者に行わせる情報保護対策【運用上の対策】"
_PARTNER_SYSTEM = "委託事業者に行わせる情報保護対策【システム上の対策】"


def _read(rows: list[Row], own: dict[str, list[str]] | None = None) -> list[Line]:
    return checklist.read(passage("5 業務委託にかかるチェックリスト"), rows, {}, own or {})


def test_marks_go_with_their_rows_though_columns_shift() -> None:
    found = _read(
        _rows(
            ("", "・可能であれば「○」・対策の必要がない場合は「ー」", "情報保護対策"),
            (_OWN, "○", "名簿を作る。"),
            ("", "ー", "鍵を掛ける。"),
            ("", "", "手順を定める。"),
            ("○", "記録を残す。", ""),
            (_OWN_SYSTEM, "〇", "暗号化する。"),
        )
    )
    assert [(each.layer, each.mark, each.rule) for each in found] == [
        ("operational", "yes", "checklist_row"),
        ("operational", "not_needed", "checklist_row"),
        ("operational", "blank", "checklist_row"),
        ("operational", "yes", "shifted_cells"),
        ("system", "yes", "checklist_row"),
    ]
    assert {each.block for each in found} == {"5"}


@pytest.mark.parametrize(
    "legend",
    [
        "・実施する対策は「○」 ・該当しない対策は「ー」",
        "凡例 「●」行うもの 「－」関わりのないもの",
        "○：実施、×：未実施",
    ],
)
def test_a_legend_in_any_words_is_no_measure(legend: str) -> None:
    found = _read(_rows(("", legend, "情報保護対策"), (_OWN, "○", "名簿を作る。")))
    assert [(each.mark, each.measures[0].text) for each in found] == [("yes", "名簿を作る。")]


def test_two_measures_may_share_a_mark() -> None:
    (found,) = _read(_rows((_OWN, "○", "入退室を記録する。 国内に置く。")))
    assert [each.path for each in found.measures] == ["1", "2"]
    assert found.rule == "one_mark_two_measures"


def test_a_label_one_row_too_high_is_told_by_the_own_column() -> None:
    own = {
        "operational": ["名簿を作成する。", "計画を立てて十分な検証を行う。"],
        "system": ["通信を暗号化する。"],
    }
    rows = _rows(
        (_PARTNER, "○", "名簿を作成させる。"),
        (_PARTNER_SYSTEM, "○", "計画を立てて十分な検証を行わせる。"),
        ("", "○", "通信を暗号化させる。"),
    )
    found = _read(rows, own)
    assert [each.measures[0].layer for each in found] == ["operational", "operational", "system"]
    assert found[1].rule == "row_span_label"
    assert [each.layer for each in found] == ["operational", "system", "system"]  # as printed


def test_clauses_have_heading_obligor_and_mood() -> None:
    lines = [
        passage(text)
        for text in (
            "（秘密の保持）",
            "- 1 乙は、知り得た事項を漏らしてはならない。",
            "（再委託の制限）",
            "2 乙は、甲の承諾を得た場合を除き、第三者に委託してはならない。",
            "（検査）",
            "3 甲は、必要な検査を行うものとする。",
            "4 前項による検査は、年1回行うものとする。",
            "(1) 帳簿",
            "5 乙は、第1項から第3項までに違反したときは、賠償する。",
        )
    ]
    found = clauses.read(lines)
    assert [(each.number, each.heading, each.obligor, each.modality) for each in found] == [
        (1, "秘密の保持", "partner", "prohibition"),
        (2, "再委託の制限", "partner", "consent"),
        (3, "検査", "own", "duty"),
        (4, "検査", "own", "duty"),
        (5, "検査", "partner", "duty"),
    ]
    assert found[3].refers_to == [3]
    assert found[4].refers_to == [1, 2, 3]


def test_articles_of_laws_are_no_references_between_clauses() -> None:
    (found,) = clauses.read([passage("第1条 乙は、個人情報保護法第66条第2項を守る。")])
    assert found.refers_to == []

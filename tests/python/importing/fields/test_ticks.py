"""Options with boxes, and cells that say yes or no and then more."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.fields import options as marks
from nagarezu.importing.fields import ticks, told_parts
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.passage import Passage


def passage(text: str) -> Passage:
    return Passage.of(text, Place("d", 1, "1"))


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("■氏名 □本籍 ■職業", ["氏名", "職業"]),
        ("☑身長　☐体重\n☑その他（視力、聴力）", ["身長", "その他（視力、聴力）"]),
        ("【基本】■氏名 口性別 【家族】口続柄 ■人数", ["氏名", "人数"]),
        ("[✓]氏名 [ ]住所 [○]電話", ["氏名", "電話"]),
        ("○氏名　×本籍　○住所", ["氏名", "住所"]),
        ("●氏名 ○本籍", ["氏名"]),
        ("※ 該当するものを■とする。\n■01 氏名 □02 口径 ■03 口座番号", ["01 氏名", "03 口座番号"]),
        ("■印は該当する項目　☑氏名 □本籍", ["氏名"]),
        ("氏名、住所", []),
        ("○氏名 ○住所", []),  # mere bullets
        ("入口 出口", []),
        ("", []),
    ],
)
def test_only_what_is_ticked_is_chosen(text: str, chosen: list[str]) -> None:
    assert [each.name.text for each in ticks.options(passage(text)) if each.ticked] == chosen


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("□無 ■有（甲社）", "甲社"),
        ("■無 □有（　）", ""),
        ("☑有 □無 （甲社）", "甲社"),
        ("☑有　□無\n甲社", "甲社"),
        ("□有 ☑無\n委託先：", ""),
        ("有（甲社、乙社）", "甲社、乙社"),
        ("有：甲社", "甲社"),
        ("無", ""),
        ("－", ""),
        ("該当なし", ""),
        ("甲社", "甲社"),
        ("有明共同組合", "有明共同組合"),
        ("無線保守協会", "無線保守協会"),
    ],
)
def test_what_stands_behind_a_yes(text: str, content: str) -> None:
    assert told_parts.content(passage(text)).text == content


@pytest.mark.parametrize(
    ("text", "field", "parts"),
    [
        ("甲社", "entrust", [("entrust", "甲社")]),
        (
            "委託先：甲社　委託の内容：印刷",
            "entrust",
            [("entrust", "甲社"), ("detail", "印刷")],
        ),
        ("甲社（再委託先：乙社）", "entrust", [("entrust", "甲社"), ("reentrust", "乙社")]),
        (
            "（利用）税務課\n（提供）県税事務所",
            "shared",
            [("transfer", "税務課"), ("recipients", "県税事務所")],
        ),
        ("提供先（甲会、乙校）", "recipients", [("recipients", "甲会、乙校")]),
        ("指定管理者（甲社）", "recipients", [("recipients", "指定管理者（甲社）")]),
    ],
)
def test_labels_within_a_cell_cut_it(text: str, field: str, parts: list[tuple[str, str]]) -> None:
    found = told_parts.split(passage(text), field, labels.exact)
    assert [(name, part.text) for name, part in found] == parts


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        (
            "〔○〕宛名システム　〔　〕税務システム　〔○〕中間サーバー",
            ["宛名システム", "中間サーバー"],
        ),
        ("○　宛名システム\n―　税務システム\n○　中間サーバー", ["宛名システム", "中間サーバー"]),
        ("○宛名システム　×税務システム", ["宛名システム"]),
        ("○　宛名システム\n○　税務システム", []),  # mere bullets
        ("―　宛名システム\n―　税務システム", []),
        ("○宛名システム　税務システム（○を付したものと接続する。）", []),
    ],
)
def test_systems_are_marked_in_brackets_or_by_bare_signs(text: str, chosen: list[str]) -> None:
    assert [each.text for each in marks.marked(passage(text))] == chosen

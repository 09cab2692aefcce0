"""Heads in front of the rows of an assessment: of layers, blocks, files; and what is no number."""

from __future__ import annotations

import json
from typing import Any

import pytest
from drafts import draft, raised

from nagarezu.importing.fields.figures import figures
from nagarezu.importing.form.assessment import heads, labels
from nagarezu.importing.passage import Passage

_RISKS = """特定個人情報保護評価書（全項目評価書）
評価書名　図書の貸出しに関する事務　全項目評価書
評価実施機関名　甲原町長
Ⅰ　基本情報
①事務の名称　図書の貸出しに関する事務
３．特定個人情報ファイル名　貸出ファイル
Ⅲ　リスク対策
７．特定個人情報の保管・消去
%s
IV その他のリスク対策
１．監査　年1回行う。
"""


def _layers(rows: str) -> list[tuple[str, str]]:
    made = draft(_RISKS % rows)
    found: list[dict[str, Any]] = json.loads(made.case.to_json())["safeguards"]
    return [(each["layer"], each["label"]) for each in found if "監査" not in each["label"]]


@pytest.mark.parametrize(
    ("physical", "technical"),
    [
        ("⑤物理的対策 措置の内容\n", "⑥技術的対策 措置の内容\n"),
        ("⑤物理的対策　措置の内容\t", "⑥技術的対策　措置の内容\t"),
        ("⑤物理的対策\n措置の内容\n", "⑥技術的対策\n措置の内容\n"),
        ("物理的対策\nリスクに対する措置の内容\n", "技術的対策\nリスクに対する措置の内容\n"),
        ("⑤物理的安全管理措置　措置の内容\t", "⑥技術的安全管理措置　措置の内容\t"),
    ],
)
def test_the_sort_stands_in_front_of_the_label(physical: str, technical: str) -> None:
    found = _layers(f"{physical}・扉に鍵を掛ける。\n{technical}・通信を暗号にする。")[:2]
    assert [layer for layer, _ in found] == ["physical", "technical"]


def test_a_risk_between_them_is_of_no_sort() -> None:
    rows = "⑥技術的対策　[十分に行っている]\nリスク：紛失のリスク\n措置の内容\n・台帳に残す。"
    assert _layers(rows)[0][0] == "unspecified"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2．使用するシステム　システム1", ("2.使用するシステム", "システム1")),
        ("２　使用するシステム（システム2）", ("2 使用するシステム", "システム2")),
        ("4．取扱いの委託　委託事項1", ("4.取扱いの委託", "委託事項1")),
        ("5．提供・移転　移転先2", ("5.提供・移転", "移転先2")),
        ("システム1", None),
        ("2．使用するシステムの概要は次のとおり（システム1）。", None),
    ],
)
def test_a_section_is_printed_again_with_its_block(text: str, found: Any) -> None:
    assert heads.in_section(text) == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("[1 0項目以上5 0項目未満]", [10, 50]),
        ("[10項目以上50項目未満]", [10, 50]),
        ("対象者は1 2 0人である。", [120]),
    ],
)
def test_a_number_parted_by_a_reading_machine(text: str, values: list[int]) -> None:
    assert [each.value for each in figures(Passage(text))] == values


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("移転先（甲課、乙課）の課長に用途を示す。", None),
        ("委託期間（委託事項1、2とも） 令和7年4月1日から", None),
        ("移転先（課名）", "transfer_to"),
        ("委託期間", "contract_term"),
    ],
)
def test_a_sentence_or_a_label_with_its_value_is_no_label(text: str, field: str | None) -> None:
    label = labels.whole(text)
    assert (label.field if label else None) == field


def test_a_term_of_several_blocks_has_its_value_behind_the_bracket() -> None:
    made = draft(
        "特定個人情報保護評価書（全項目評価書）\n評価書名　図書に関する事務　全項目評価書\n"
        "評価実施機関名　甲原町長\nⅡ　特定個人情報ファイルの概要\n"
        "１．特定個人情報ファイル名　図書ファイル\n"
        "委託事項1　印刷\n①委託内容　葉書の印刷\n②委託先名　株式会社たかの印刷\n"
        "委託期間（委託事項1、委託事項2とも）　令和7年4月1日から令和8年3月31日まで\n"
    )
    periods = json.loads(made.case.to_json())["matters"][0]["periods"]
    assert [(each["start"], each["end"]) for each in periods] == [("2025-04-01", "2026-03-31")]


_WORK = """特定個人情報保護評価書（全項目評価書）
評価書名\t保育料に関する事務　全項目評価書
評価実施機関名\t甲原市長
Ⅱ　特定個人情報ファイルの概要
1. 特定個人情報ファイル名\t保育料ファイル
委託の有無\t[委託する]　1件
委託事項1\t通知書の作成
①委託内容\tア 通知書の印刷 イ 三つ折り及び封入 ウ 郵便番号順の仕分け
②委託先名\t株式会社たかの印刷
別紙1　委託業務一覧
%s
"""


@pytest.mark.parametrize(
    ("rows", "differs"),
    [
        ("ア\t通知書の印刷\nイ\t三つ折り及び封入\nウ\t問合せへの対応", True),
        ("(1)\t通知書の印刷\n(2)\t三つ折り及び封入\n(3)\t問合せへの対応", True),
        ("①\t通知書の印刷\n②\t三つ折り及び封入\n③\t問合せへの対応", True),
        ("ア\t通知書の印刷\nイ\t三つ折り及び封入\nウ\t郵便番号順の仕分け", False),
        ("ア\t通知書の印刷\nイ\t梱包\nウ\t搬入", False),
    ],
)
def test_the_mark_of_a_list_stands_in_a_cell_of_its_own(rows: str, differs: bool) -> None:
    assert ("contents_differ" in raised(_WORK % rows)) == differs


_FILES = """特定個人情報保護評価書（全項目評価書）
評価書名　給付に関する事務　全項目評価書
評価実施機関名　甲原市長
## Ⅰ　基本情報
①システムの名称　給付システム
### 3. 特定個人情報ファイル名
(1) 申請ファイル
(2) 家主ファイル
## Ⅱ　特定個人情報ファイルの概要
%(head)s (1) 申請ファイル
対象となる本人の範囲　給付を申請した者
記録される項目　別添2
%(head)s (2) 家主ファイル
対象となる本人の範囲　住居の家主
記録される項目　別添2
## 別添2　記録項目
%(head)s (1) 申請ファイル
1 個人番号
2 氏名
%(head)s (2) 家主ファイル
1 氏名
2 口座番号
"""


@pytest.mark.parametrize("head", ["###", ""])
def test_a_file_may_stand_in_a_heading_of_the_format(head: str) -> None:
    content = json.loads(draft(_FILES % {"head": head}, "a.md").case.to_json())
    assert [each["matter"] for each in content["lists"]] == ["m1", "m2"]


_SENT = """特定個人情報保護評価書（重点項目評価書）
評価書名：年金の届出に関する事務　重点項目評価書
評価実施機関名：甲原町長
Ⅱ　特定個人情報ファイルの概要
１　特定個人情報ファイル名：届出ファイル
対象となる本人の範囲：届出をした者
提供先1：日本年金機構
提供する情報：%s
提供の方法：紙
提供の時期：毎月2回
（別添1）記録項目
1 個人番号
2 氏名
3 住所
4 届出年月日
"""


@pytest.mark.parametrize(
    ("told", "labels"),
    [
        ("1から3まで", ["個人番号", "氏名", "住所"]),
        ("別添1の1、2及び4", ["個人番号", "氏名", "届出年月日"]),
        ("記録項目の2及び3", ["氏名", "住所"]),
        ("氏名、住所、届出年月日", ["氏名", "住所", "届出年月日"]),
        ("1から9まで", None),
        ("届出の内容", None),
    ],
)
def test_what_is_sent_is_told_by_the_numbers_of_the_file(
    told: str, labels: list[str] | None
) -> None:
    content = json.loads(draft(_SENT % told).case.to_json())
    sent = [[each["label"] for each in one["entries"]] for one in content["lists"][1:]]
    assert sent == ([labels] if labels else [])


@pytest.mark.parametrize(
    ("said", "outside"),
    [
        ("令和10年5月に株式会社さざなみ計算が行うデータの移行を監督する。", True),
        ("令和10年5月に委託先が実施する点検に立ち会う。", True),
        ("令和9年5月に株式会社さざなみ計算が行うデータの移行を監督する。", False),
        ("令和10年5月に町が行う研修を受ける。", False),
    ],
)
def test_what_a_contractor_does_in_a_month(said: str, outside: bool) -> None:
    text = (
        "特定個人情報保護評価書（重点項目評価書）\n評価書名：届出に関する事務　重点項目評価書\n"
        "評価実施機関名：甲原町長\nⅡ　特定個人情報ファイルの概要\n"
        "１　特定個人情報ファイル名：届出ファイル\n対象となる本人の範囲：届出をした者\n"
        "委託先：株式会社さざなみ計算\n委託の内容：システムの保守\n"
        "委託の期間：令和7年4月1日から令和10年3月31日まで\n"
        f"Ⅲ　リスク対策\n3　委託における対策\n(1)　{said}\n(2)　名簿を出させる。\n"
    )
    assert ("period_outside_contract" in raised(text)) == outside

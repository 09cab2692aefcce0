"""Steps of the work with their ways in a column, and blocks that stand behind an empty cell."""

from __future__ import annotations

import json

import pytest
from drafts import draft, raised

_PAPER = """特定個人情報保護評価書（全項目評価書）,,
評価書番号,4,
評価書名,軽自動車税の課税に関する事務　全項目評価書,
評価実施機関名,甲原町長,
Ⅰ　基本情報,,
,①事務の名称,軽自動車税の課税に関する事務
,システム1　①名称,軽自動車税システム
3,特定個人情報ファイル名,課税ファイル
（別添1）事務の内容,,
%s
Ⅱ　特定個人情報ファイルの概要,,
,③対象となる本人の範囲,軽自動車の所有者
4,委託,
,委託の有無,［委託する］（1）件
,委託事項1,納税通知書の印刷
,①委託内容,納税通知書の印刷
,②委託先名,株式会社さざなみ印刷
,③提供方法,［　］専用線　［○］電子記録媒体　［　］紙
"""
_HEAD = "番号,内容,方法\n"


@pytest.mark.parametrize(
    "steps",
    [
        _HEAD + "1,納税通知書のデータを株式会社さざなみ印刷へ渡す。,紙",
        _HEAD + "1,株式会社さざなみ印刷に納税通知書の一覧を送る。,専用線",
        "番号,事務の流れ,受渡しの方法\n1,町は株式会社さざなみ印刷に一覧を渡す。,紙",
    ],
)
def test_a_step_goes_by_the_way_beside_it(steps: str) -> None:
    assert "channel_not_in_media" in _raised(steps)


@pytest.mark.parametrize(
    "steps",
    [
        _HEAD + "1,納税通知書のデータを株式会社さざなみ印刷へ渡す。,DVD-R",
        _HEAD + "1,所有者から申告書を受け付ける。,紙",
        _HEAD + "1,車両の情報を連携サーバーから軽自動車税システムに取り込む。,専用線",
        "番号,内容,備考\n1,納税通知書のデータを株式会社さざなみ印刷へ渡す。,紙の様式は別に定める",
    ],
)
def test_a_step_of_somebody_else_or_by_the_same_way(steps: str) -> None:
    assert _raised(steps) == set()


def _raised(steps: str) -> set[str]:
    made = draft(_PAPER % steps, "a.csv")
    rows = made.case.table("findings").to_json()["rows"]
    return {row["code"] for row in rows if row["severity"] != "info"}


def test_a_block_behind_an_empty_cell_begins() -> None:
    content = json.loads(draft(_PAPER % "1,申告を受け付ける。,", "a.csv").case.to_json())
    flow = next(each for each in content["flows"] if each["relation"] == "entrust")
    assert [each["label"] for each in flow["media"]] == ["電子記録媒体"]


_TABLE = """特定個人情報保護評価書（全項目評価書）
評価書名　給付に関する事務　全項目評価書
評価実施機関名　甲原市長
## Ⅱ　特定個人情報ファイルの概要
特定個人情報ファイル名　給付ファイル
対象となる本人の範囲　給付を申請した者
提供・移転の有無　[○]移転を行っている（1件）
移転先1　保護課
移転する情報　氏名、給付額、住所
## Ⅲ　リスク対策
| リスク | 措置の内容 | 十分か |
| --- | --- | --- |
| 使用：権限のない者の使用 | ・利用者ごとに権限を定める。 | [十分である] |
| 移転：不正な移転 | ・%s | [十分である] |
"""


@pytest.mark.parametrize(
    ("said", "new"),
    [
        ("保護課及び住宅政策課へ移転する情報は、係長が確認する。", True),
        ("保護課、住宅政策課への移転は、給付額に限る。", True),
        ("保護課へ移転する情報は、係長が確認する。", False),
        ("保護課及び住宅政策課に移転の記録を送る。", False),
    ],
)
def test_a_section_more_in_a_table_of_measures(said: str, new: bool) -> None:
    assert ("named_once" in raised(_TABLE % said)) == new

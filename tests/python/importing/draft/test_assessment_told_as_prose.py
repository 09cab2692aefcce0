"""Papers about an office's own assessment, which are read by their heads."""

from __future__ import annotations

import pytest
from drafts import draft

TITLE = "介護予防教室に係る個人情報影響評価の概要"
PAPER = """かしわ市個人情報保護審議会　説明資料

{title}

１　事務の概要
（１）事務の名称　　介護予防教室に関する事務
（２）対象者　　　　教室の申込者　310人（令和7年4月1日現在）

２　個人情報ファイル
（１）名称　　　　　教室ファイル
（２）記録するシステム　　教室管理システム
（３）{label}　　{ticks}
（４）記録項目
　　　①氏名　②住所　③電話番号

３　情報の渡し先
　ア　{first}（委託）
　　　内容　　申込みの受付
　　　期間　　令和7年4月1日から令和8年3月31日まで
　イ　{second}（提供　法第69条第2項）
　　　渡す項目　氏名
　　　方法　　専用線

４　市が行う対策
　【運用上の対策】
　　１　名簿を施錠した棚に置く。
　【システム上の対策】
　　１　操作の記録を毎月確かめる。
"""
GIVEN = {
    "title": TITLE,
    "label": "接続するシステム",
    "ticks": "〔○〕庁内連携システム　〔　〕税務システム　〔○〕宛名システム等",
    "first": "市社会福祉協議会",
    "second": "他の市町村長",
}


def flows(**other: str) -> set[tuple[str, str]]:
    content = draft(PAPER.format(**(GIVEN | other))).content
    labels = {each["id"]: each["label"] for each in content["holders"]}
    return {(flow["relation"], labels[flow["to"][0]]) for flow in content["flows"]}


WHOLE = {
    ("process", "教室管理システム"),
    ("link", "庁内連携システム"),
    ("link", "宛名システム等"),
    ("entrust", "市社会福祉協議会"),
    ("provide", "他の市町村長"),
}


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"title": "介護予防教室に係る個人情報保護影響評価の結果の概要"},
        {"title": "介護予防教室に係る影響評価の要旨について"},
        {"label": "接続している情報システム"},
        {"ticks": "[○]庁内連携システム [ ]税務システム [○]宛名システム等"},
        {"ticks": "庁内連携システム［○］　税務システム［　］　宛名システム等［○］"},
    ],
)
def test_ticks_say_with_what_the_system_is_connected(other: dict[str, str]) -> None:
    assert flows(**other) == WHOLE


@pytest.mark.parametrize("second", ["県知事", "高齢福祉課", "年金事務所", "厚生労働大臣"])
def test_a_bracket_says_by_what_a_head_gets_information(second: str) -> None:
    assert ("provide", second) in flows(second=second)


def test_what_is_in_brackets_of_a_kind_of_item_makes_nobody() -> None:
    assert {
        name for relation, name in flows(second="申込みの内容") if relation == "provide"
    } == set()

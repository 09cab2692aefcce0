"""From which system each item of a list comes, against what that system has."""

from __future__ import annotations

import drafts
import pytest

PAPER = """令和5年11月16日
北浜市　御中
北浜市個人情報保護制度審議会　会長
徴収督促システムの導入について（答申）
令和5年9月27日付けで諮問のあった標記の事項について、次のとおり答申する。
第1　結論
　徴収督促システムを導入することは、適切である。
第2　説明
1　対象となる者
(1) 貸付けを受けた者　924人（令和5年8月31日現在）
2　二つのシステムの概要
(1) 貸付台帳システムは、貸付けの全体を記録する。
(2) 徴収督促システムは、督促の結果を記録する。
3　記録する項目
(1) 貸付台帳システム
番号\t項目
1\t貸付番号
2\t氏名
3\t返還残額
4\t返還期日
5\t電話番号
(2) 徴収督促システム
番号\t項目{head}
1\t貸付番号{own}
2\t氏名{own}
3\t返還残額{own}
4\t{item}{own}
5\t督促予定日{other}
4　委託
　徴収督促システムの保守は、株式会社浜風電算に委託する。
"""


def raised(head: str, own: str, item: str) -> list[str]:
    tab = "\t" if head else ""
    text = PAPER.format(head=tab + head, own=tab + own, item=item, other=tab + "職員の入力")
    draft = drafts.draft(text, ".txt")
    rows = draft.case.table("findings").to_json()["rows"]
    return [row["says_a"] for row in rows if row["code"] == "unsourced_item"]


HEADS = (
    *("得るところ", "取得元", "取得先", "情報源", "出所", "入手元", "データ元", "連携元"),
    *("収集元", "取込元システム", "項目の取得元", "取得方法"),
)


@pytest.mark.parametrize("head", HEADS)
def test_a_column_says_where_an_item_comes_from(head: str) -> None:
    assert raised(head, "貸付台帳システム", "勤務先") == ["勤務先"]


@pytest.mark.parametrize(
    "cell", ["貸付台帳システムから取得", "貸付台帳システムより連携", "貸付台帳システム（毎日）"]
)
def test_the_system_in_other_words(cell: str) -> None:
    assert raised("取得元", cell, "勤務先") == ["勤務先"]


@pytest.mark.parametrize(
    ("head", "own", "item"),
    [
        ("取得元", "貸付台帳システム", "電話番号"),
        ("取得元", "貸付台帳システム", "返還期日"),
        ("取得元", "職員の入力", "勤務先"),
        ("取得元", "本人", "勤務先"),
        ("備考", "貸付台帳システム", "勤務先"),
    ],
)
def test_what_is_held_or_comes_from_elsewhere(head: str, own: str, item: str) -> None:
    assert raised(head, own, item) == []

"""Items of an agenda sheet below or behind whose they are, and in tables beside their label."""

from __future__ import annotations

import drafts
import pytest

PAPER = """個人情報保護審議会　諮問事項
件名　図書の宅配業務の委託について

事業の概要
事業名\t図書の宅配
対象者\t宅配の会員<br>会員の家族
事業内容\t図書を宅配する。

件名　図書の宅配業務の委託について
保有課\t図書館
登録業務の名称\t図書の宅配
委託先\t株式会社かもめ便
{items}
処理させる情報項目の記録媒体\t紙媒体（宅配票）
委託理由\t車を要するため。
委託の内容\t図書の宅配
委託期間\t令和7年6月1日から令和8年3月31日まで
委託にあたり市が行う情報保護対策\t1 宅配票を施錠して保管する。
受託事業者に行わせる情報保護対策\t1 宅配票を施錠して保管させる。
"""
LABEL = "委託に伴い事業者に処理させる情報項目"
NAME = [("1", "氏名"), ("2", "住所")]


def lists(items: str) -> list[list[tuple[str, str]]]:
    made = drafts.draft(PAPER.format(items=items))
    return [
        [(entry["position"], entry["label"]) for entry in each["entries"]]
        for each in made.content["lists"]
    ]


@pytest.mark.parametrize(
    "value",
    [
        "宅配の会員：氏名、住所",
        "(1) 宅配の会員<br>①氏名<br>②住所",
        "宅配の会員の氏名、住所",
    ],
)
def test_persons_head_the_list_and_are_no_item(value: str) -> None:
    assert lists(f"{LABEL}\t{value}") == [NAME]


def test_each_group_of_persons_has_its_own_list() -> None:
    value = "(1) 宅配の会員<br>①氏名<br>②住所<br>(2) 会員の家族<br>①氏名<br>②続柄"
    assert lists(f"{LABEL}\t{value}") == [NAME, [("1", "氏名"), ("2", "続柄")]]


def test_persons_among_items_are_one_of_them() -> None:
    value = "1 氏名<br>2 会員の家族<br>(1)氏名<br>(2)続柄"
    assert [label for _, label in lists(f"{LABEL}\t{value}")[0]][:2] == ["氏名", "会員の家族"]


@pytest.mark.parametrize(
    "rows",
    [
        f"{LABEL}\t番号\t情報項目\t備考\n\t1\t氏名\t\n\t2\t住所\t",
        f"{LABEL}\t\t\n番号\t情報項目\t備考\n1\t氏名\t\n2\t住所\t",
    ],
)
def test_a_table_begins_in_the_row_of_its_label_or_below(rows: str) -> None:
    assert lists(rows) == [NAME]


def test_items_of_several_persons_keep_whose_they_are() -> None:
    value = "宅配の会員の氏名、住所、会員の家族の氏名"
    assert lists(f"{LABEL}\t{value}")[0][0] == ("1", "宅配の会員の氏名")

"""Drafts of registers that come as a table with a file in each row."""

from __future__ import annotations

from typing import Any

import drafts
import pytest


def items(found: dict[str, Any], number: int = 0) -> list[str]:
    return [f"{entry['position']} {entry['label']}" for entry in found["lists"][number]["entries"]]


def table(rows: str) -> dict[str, Any]:
    return drafts.draft(rows, "r.csv").content


def test_numbers_run_on_from_column_to_column() -> None:
    found = table(
        "事務の名称,所管課,利用目的,個人の範囲,基本的事項,心身,経済\n"
        '甲事務,課,給付,町民,"1 氏名\n2 住所","3 病歴\n4 障害",5 所得\n'
        "乙事務,課,給付,町民,①氏名 ②住所,－,③所得\n"
    )
    assert items(found) == ["1 氏名", "2 住所", "3 病歴", "4 障害", "5 所得"]
    assert items(found, 1) == ["1 氏名", "2 住所", "3 所得"]


def test_a_holder_of_thousands_of_rows_has_a_bounded_source() -> None:
    rows = "".join(f"甲{n}ファイル,課,目的,氏名,町民,乙協会\n" for n in range(1500))
    head = "個人情報ファイルの名称,所管課,利用目的,記録項目,記録範囲,経常的提供先\n"
    found = table(head + rows)
    assert len(found["matters"]) == 1500
    assert all(len(each.get("source", "")) <= 16_000 for each in found["holders"])


def test_a_bracket_on_a_line_of_its_own_belongs_to_the_group_above() -> None:
    found = table(
        "個人情報ファイルの名称,所管課,利用目的,記録項目数,記録項目,記録範囲,本人数（人）\n"
        '甲ファイル,課,給付,2,氏名／住所,"町民\n（転出した者を除く。）",約8千\n'
    )
    (group,) = found["subjects"]
    assert group["label"] == "町民（転出した者を除く。）"
    assert [(each["bound"], each["unit"]) for each in group["counts"]] == [("unknown", "person")]


@pytest.mark.parametrize(
    ("form", "last"),
    [
        ("{}項目", "1 0税額、1 1住所"),
        ("（{}）項目", "（1 0）税額、（1 1）住所"),
        ("{}．項目", "1 0．税額、1 1．住所"),
        ("{}．項目", "1\n0．税額、1\n1．住所"),
        ("（{}）項目", "（1\n0）税額、（1\n1）住所"),
    ],
)
def test_a_number_that_is_torn_is_joined_where_nine_come_before(form: str, last: str) -> None:
    names = enumerate("あいうえおかきくけ", 1)
    printed = "　".join(form.format(n) + letter for n, letter in names)
    found = table(
        "個人情報ファイルの名称,所管課,利用目的,記録項目,記録範囲\n"
        f'甲ファイル,課,給付,"{printed}　{last}",町民\n'
    )
    assert items(found)[8:] == ["9 項目け", "10 税額", "11 住所"]


def test_a_number_in_a_label_that_points_to_another_group_stays() -> None:
    found = table(
        "個人情報ファイルの名称,所管課,利用目的,記録項目,記録範囲\n"
        '甲ファイル,課,給付,氏名／住所,"①会員\n②①の者の家族"\n'
    )
    assert [each["label"] for each in found["subjects"]] == ["会員", "①の者の家族"]


@pytest.mark.parametrize(
    ("over", "below", "relation"),
    [
        ("提供・委託", "電算処理に用いるシステム", "process"),
        ("外部結合", "相手方のシステム", "link"),
    ],
)
def test_a_system_below_a_head_of_holders(over: str, below: str, relation: str) -> None:
    found = table(
        f"事務の名称,所管課,利用目的,個人の範囲,記録項目,{over},,備考\n,,,,,委託先,{below},\n"
        "甲事務,課,給付,町民,氏名／住所,－,甲システム,\n"
    )
    flows = [each["relation"] for each in found["flows"] if each["relation"] != "collect"]
    assert flows == [relation]


@pytest.mark.parametrize(
    "rows",
    [
        "個人情報ファイル簿,,,\n個人情報ファイルの名称,甲台帳,,\n"
        "利用目的,給付,,\n記録項目,1 氏名,2 住所,3 1歳時の体重\n"
        ",4 続柄,,\n記録範囲,町民,,\n",
        "事務の名称,利用目的,個人の範囲,記録項目,,,,備考\n,,,1 氏名,2 住所,3 1歳時の体重,4 続柄,\n"
        "甲事務,給付,町民,○,○,○,○,\n",
    ],
)
def test_items_of_a_cell_each_leave_their_numbers(rows: str) -> None:
    assert items(table(rows)) == ["1 氏名", "2 住所", "3 1歳時の体重", "4 続柄"]

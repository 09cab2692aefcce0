"""Tables whose rows are partners with their terms, or items sorted by whom they go to."""

from __future__ import annotations

from typing import Any

import pytest

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.sources import read_bytes

HEAD = """花巣市個人情報保護審議会　御中
花巣市長
星空観察会の委託及び名簿の提供について（諮問）
第1　対象者
　観察会に申し込んだ者
"""
PARTNERS = """第2　相手方
| 流れ | 相手方 | 期間 | すること |
| 委託 | 株式会社ほしみ企画 | 令和7年4月1日から令和8年3月31日まで | 会場の受付 |
| 再委託（市が承諾） | 有限会社よぞら印刷 | 令和7年4月1日から令和8年3月31日まで | 券の印刷 |
| 提供 | 花巣天文協会 | 令和7年6月1日から令和9年5月31日まで | 観察の案内 |
"""
ITEMS = """第3　渡す項目
| 流れ | 番号 | 項目 | 摘要 |
| 委託（株式会社ほしみ企画へ） | 1 | 氏名 | 全員 |
| | 2 | 電話番号 | |
| 提供（花巣天文協会へ） | 1 | 氏名 | 希望者 |
| | 2 | 学年 | |
"""
TOWARD = """第3　渡す項目
| 区分 | 番号 | 情報の項目 | 向き | 使いみち |
| 表1 | 1 | 氏名 | 市→株式会社ほしみ企画 | 受付 |
| 表1 | 2 | 電話番号 | 市→株式会社ほしみ企画 | 連絡 |
| 表2 | 1 | 氏名 | 株式会社ほしみ企画→市 | 照合 |
| 表2 | 2 | 参加の有無 | 株式会社ほしみ企画→市 | 集計 |
"""


def case(*parts: str) -> dict[str, Any]:
    return assemble([read_bytes("".join((HEAD, *parts)).encode(), "a.txt", "d")]).content


def partners(content: dict[str, Any]) -> list[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in content["holders"]}
    return [(each["relation"], names[each["to"][0]]) for each in content["flows"]]


def listed(content: dict[str, Any]) -> list[list[str]]:
    return [[entry["label"] for entry in each["entries"]] for each in content["lists"]]


def test_what_sorts_the_rows_says_by_what_each_partner_gets_it() -> None:
    found = case(PARTNERS)
    assert partners(found) == [
        ("entrust", "株式会社ほしみ企画"),
        ("reentrust", "有限会社よぞら印刷"),
        ("provide", "花巣天文協会"),
    ]


def test_a_term_of_what_is_provided_lies_outside_the_contract() -> None:
    periods = {each["end"]: each["kind"] for each in case(PARTNERS)["matters"][0]["periods"]}
    assert periods == {"2026-03-31": "contract", "2027-05-31": "other"}


@pytest.mark.parametrize("table", [ITEMS, TOWARD], ids=["to whom", "arrows"])
def test_numbers_that_begin_anew_begin_a_list(table: str) -> None:
    assert len(listed(case(PARTNERS, table))) == 2
    assert listed(case(PARTNERS, table))[0] == ["氏名", "電話番号"]


def test_the_sort_names_who_gets_the_list() -> None:
    found = case(PARTNERS, ITEMS)
    names = {each["id"]: each["label"] for each in found["holders"]}
    assert [[names[id_] for id_ in each["holders"]] for each in found["lists"]] == [
        ["株式会社ほしみ企画"],
        ["花巣天文協会"],
    ]


def test_numbers_that_go_on_are_one_list() -> None:
    table = ITEMS.replace("1 | 氏名 | 希", "3 | 氏名 | 希").replace("2 | 学年", "4 | 学年")
    assert len(listed(case(PARTNERS, table))) == 1


def test_angled_brackets_head_measures_as_others_do() -> None:
    text = HEAD.replace("第1", "1") + (
        "2　記録する項目\n(1) 氏名\n(2) 住所\n3　情報の保護対策\n3-1　市が行う対策\n〈運用面〉\n"
        "1　鍵を掛ける。\n2　写しを取らない。\n〈システム面〉\n1　印を付ける。\n"
        "3-2　受託者に行わせる対策\n〈運用面〉\n1　人を限らせる。\n"
        "〈システム面〉\n1　印を消させない。\n"
        "4　諮問の理由\n意見を求める。\n"
    )
    found = assemble([read_bytes(text.encode(), "a.txt", "d")]).content
    assert [(each["party"], each["layer"], each["position"]) for each in found["safeguards"]] == [
        ("own", "operational", "1"),
        ("own", "operational", "2"),
        ("own", "system", "1"),
        ("partner", "operational", "1"),
        ("partner", "system", "1"),
    ]

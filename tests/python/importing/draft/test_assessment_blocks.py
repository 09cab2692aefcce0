"""Assessments: contractors side by side, systems in a table, contents, clauses of an annex."""

from __future__ import annotations

from typing import Any

import drafts

HEAD = """# 特定個人情報保護評価書（重点項目評価書）

| 評価実施機関名 | 公表日 |
|---|---|
| みなみ町長 | 令和4年5月2日 |

## 目次
- 第1　基本情報
- 第2　リスク対策
- 別添1　記録項目
- 資料1　個人情報取扱特記事項

"""
RECORDS = """
## 別添1　記録項目

| ファイル名 | 項目（全4項目） |
|---|---|
| 給食ファイル | ①氏名、②住所、③児童番号、④未納額 |
"""


def case(body: str) -> dict[str, Any]:
    return drafts.draft(HEAD + body).content


CONTRACTORS = """
## 第1　基本情報

| 区分 | 委託1 | 委託2 |
|---|---|---|
| 委託先 | 有限会社やまなみ | 株式会社かわせ |
| 業務の内容 | 通知の印刷 | 運用 |
| 取り扱う項目 | 氏名、住所、児童番号 | 別添1の全項目 |
| 契約期間 | 2024年4月1日～2025年3月31日 | 2023年4月1日～2028年3月31日 |
| 再委託 | あり（有限会社みねお、配達） | なし |
"""


def test_each_column_of_contractors_is_a_block_of_its_own() -> None:
    content = case(CONTRACTORS + RECORDS)
    names = {each["id"]: each["label"] for each in content["holders"]}
    lists = {each["id"]: [e["label"] for e in each["entries"]] for each in content["lists"]}
    found = {
        (names[f["from"]], names[f["to"][0]]): [i for id_ in f.get("lists", []) for i in lists[id_]]
        for f in content["flows"]
        if f["relation"] in ("entrust", "reentrust")
    }
    assert found == {
        ("みなみ町", "有限会社やまなみ"): ["氏名", "住所", "児童番号"],
        ("みなみ町", "株式会社かわせ"): ["氏名", "住所", "児童番号", "未納額"],
        ("有限会社やまなみ", "有限会社みねお"): [],
    }
    terms = {each["part"].split("@")[0]: each["end"] for each in content["matters"][0]["periods"]}
    assert terms == {"委託1": "2025-03-31", "委託2": "2028-03-31"}


def test_systems_stand_in_a_table_below_each_other() -> None:
    content = case(
        "| No. | 名称 | 主な機能 | 接続先 |\n|---|---|---|---|\n"
        "| 1 | 給食管理システム | 献立 | 収納システム |\n"
        "| 2 | 収納システム | 収納 | 給食管理システム |\n"
    )
    systems = [each["label"] for each in content["holders"] if each["kind"] == "system"]
    assert systems == ["給食管理システム", "収納システム"]


def test_a_list_of_contents_holds_neither_parts_nor_measures() -> None:
    content = case(
        "## 第2　リスク対策\n\n| 番号 | 場面 | 対策 | 評価 |\n|---|---|---|---|\n"
        "| R-1 | 使用 | 鍵を掛けます。 | 十分である |\n\n"
        "| No. | 事項 | 町が行うこと | 委託先に行わせること |\n|---|---|---|---|\n"
        "| 1 | 研修 | 職員に研修を行います。 | 従事者に研修を受けさせます。 |\n"
    )
    found = [(each["party"], each["position"], each["label"]) for each in content["safeguards"]]
    assert found == [
        ("own", "R-1", "鍵を掛けます。"),
        ("own", "1", "職員に研修を行います。"),
        ("partner", "1", "従事者に研修を受けさせます。"),
    ]


def test_clauses_keep_the_numbers_of_their_articles() -> None:
    content = case(
        CONTRACTORS + "\n## 資料1　個人情報取扱特記事項\n\n"
        "第1条（秘密の保持）　乙は、知り得た情報を漏らしてはならない。\n"
        "第3条（複写）　乙は、甲の承諾がなければ複写してはならない。\n"
        "第4条（返還）　乙は、前条の複写物を業務の終了後7日以内に返す。\n"
    )
    found = [(each["number"], each.get("refers_to", [])) for each in content["clauses"]]
    assert found == [(1, []), (3, []), (4, [3])]


def test_blocks_in_brackets_hold_lines_with_heads_of_their_own() -> None:
    content = case(
        "２　委託\n【委託１　印刷】\n・委託先：有限会社やまなみ\n"
        "・委託する項目：氏名、住所、児童番号\n"
        "・受渡しの方法：専用線\n・再委託：有限会社みねお（配達）\n"
        "３　提供\n【提供１】みなみ組合\n・提供する項目：氏名、住所、未納額\n" + RECORDS
    )
    names = {each["id"]: each["label"] for each in content["holders"]}
    lists = {each["id"]: [e["label"] for e in each["entries"]] for each in content["lists"]}
    found = {
        (names[f["from"]], names[f["to"][0]]): [i for id_ in f.get("lists", []) for i in lists[id_]]
        for f in content["flows"]
        if f["relation"] != "process"
    }
    assert found == {
        ("みなみ町", "有限会社やまなみ"): ["氏名", "住所", "児童番号"],
        ("有限会社やまなみ", "有限会社みねお"): [],
        ("みなみ町", "みなみ組合"): ["氏名", "住所", "未納額"],
    }

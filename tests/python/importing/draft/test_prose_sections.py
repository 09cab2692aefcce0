"""Answers and consultations: parts that are each of one party, and what goes each way."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

HEAD = """緑野市個人情報保護審議会
図書の配送について（答申）
令和4年5月2日付けで諮問のあった件について、次のとおり答申します。
第1 審議会の結論
適当と認めます。
第2 諮問の内容
1 概要
緑野運送株式会社（以下「緑野社」という。）が配り、一般財団法人あおば会及び
一般財団法人わかば会（以下「両財団」という。）が運営する読書センターが案内する。
"""


def case(body: str) -> dict[str, Any]:
    text = (HEAD + body).replace("及び\n", "及び")
    return drafts.draft(text).content


def moved(content: dict[str, Any]) -> set[tuple[str, str, str, str]]:
    """From, to, relation and items of each flow that has a list."""
    names = {each["id"]: each["label"] for each in content["holders"]}
    lists = {each["id"]: each["entries"] for each in content["lists"]}
    return {
        (
            names[flow["from"]],
            names[to],
            flow["relation"],
            " ".join(entry["label"] for id_ in flow["lists"] for entry in lists[id_]),
        )
        for flow in content["flows"]
        if flow.get("lists")
        for to in flow["to"]
    }


GIVEN = "(1) 渡す情報項目\nア 氏名\nイ 住所\n"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("2 緑野社（業務委託）\n" + GIVEN,
         {("緑野市", "緑野運送株式会社", "entrust", "氏名 住所")}),
        ("2 緑野社への外部提供\n" + GIVEN,
         {("緑野市", "緑野運送株式会社", "provide", "氏名 住所")}),
        ("2 緑野社（業務委託）\n" + GIVEN
         + "(2) 緑野社が市に報告する情報項目\nア 氏名\nイ 配達日\n",
         {("緑野市", "緑野運送株式会社", "entrust", "氏名 住所"),
          ("緑野運送株式会社", "緑野市", "provide", "氏名 配達日")}),
        ("2 両財団（外部提供）\n" + GIVEN,
         {("緑野市", "一般財団法人あおば会", "provide", "氏名 住所"),
          ("緑野市", "一般財団法人わかば会", "provide", "氏名 住所")}),
        ("2 図書台帳の記録項目\nア 氏名\nイ 住所\nウ 冊数\n3 緑野社（業務委託）\n" + GIVEN,
         {("緑野市", "図書台帳", "process", "氏名 住所 冊数"),
          ("緑野市", "緑野運送株式会社", "entrust", "氏名 住所")}),
        ("2 情報項目\n(1) 配送システム（緑野社に処理させる項目）\nア 氏名\nイ 住所\n"
         "3 委託の内容\n(1) 緑野社\nア 配送\n",
         {("緑野市", "配送システム", "process", "氏名 住所"),
          ("緑野市", "緑野運送株式会社", "entrust", "氏名 住所")}),
    ],
)  # fmt: skip
def test_what_stands_in_the_part_of_a_party_goes_to_it_or_comes_from_it(
    body: str, wanted: set[tuple[str, str, str, str]]
) -> None:
    assert moved(case(body)) == wanted


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("緑野社が再委託するはやて便株式会社（以下「はやて社」という。）の車で運ぶ。", True),
        ("はやて便株式会社（以下「はやて社」という。）の車を使う。緑野社は、はやて社に再委託する。",
         True),
        ("はやて便株式会社（以下「はやて社」という。）の車は使わない。はやて社に再委託はしない。",
         False),
    ],
)  # fmt: skip
def test_who_is_known_by_a_short_form_gets_it_again(told: str, again: bool) -> None:
    content = case(f"2 緑野社（業務委託）\n{GIVEN}3 運び方\n{told}\n")
    names = {each["id"]: each["label"] for each in content["holders"]}
    found = {
        (names[flow["from"]], names[flow["to"][0]])
        for flow in content["flows"]
        if flow["relation"] == "reentrust"
    }
    assert found == ({("緑野運送株式会社", "はやて便株式会社")} if again else set())


def test_a_checklist_that_names_its_parties_is_theirs() -> None:
    content = case(
        "2 緑野社（業務委託）\n" + GIVEN + "別紙1 チェックリスト\n"
        "| 番号 | 実施者 | 確認 | 措置の内容 |\n|---|---|---|---|\n"
        "| 1 | 市 | ○ | 職員が鍵を管理する。 |\n| 2 | 緑野社 | ○ | 車に鍵を掛ける。 |\n"
        "| 3 | 緑野社 | ー | 荷札を伏せる。 |\n"
    )
    flows = {each["id"] for each in content["flows"] if each["relation"] == "entrust"}
    found = [(each["party"], set(each.get("applies_to", flows))) for each in content["safeguards"]]
    assert found == [("own", flows), ("partner", flows), ("partner", flows)]


def test_who_is_left_of_a_group_is_the_group() -> None:
    subjects = case(
        "2 対象者\n令和4年4月1日現在、市内に住む70歳以上の者1,200人のうち、"
        "施設に入所している300人を除く900人\n"
    )["subjects"]
    assert [each["label"] for each in subjects] == [
        "市内に住む70歳以上の者（施設に入所している者を除く。）"
    ]
    assert [count["value"] for count in subjects[0]["counts"]] == [900]


def test_a_table_of_parties_says_the_sort_and_who_is_entrusted_again() -> None:
    content = case(
        "2 相手方及び取り扱わせる個人情報\n| 相手方 | 区分 | 取り扱わせる項目 | 再委託 |\n"
        "|---|---|---|---|\n| 緑野社 | 業務委託 | 氏名、住所、冊数 | 有（はやて便株式会社） |\n"
        "| 両財団 | 外部提供 | 学校名、学年、冊数 | 無 |\n"
    )
    names = {each["id"]: each["label"] for each in content["holders"]}
    found = {(names[f["to"][0]], f["relation"]) for f in content["flows"]}
    assert found >= {("緑野運送株式会社", "entrust"), ("はやて便株式会社", "reentrust")}
    assert {(name, "provide") for name in ("一般財団法人あおば会", "一般財団法人わかば会")} <= found

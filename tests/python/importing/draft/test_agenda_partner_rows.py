"""Partners of an agenda sheet in tables, rows and sentences of offices: who, and of which tier."""

from __future__ import annotations

import json

import drafts
import pytest

PAPER = """個人情報保護審議会　諮問事項
件名　図書の宅配業務の委託について

事業の概要
事業名\t図書の宅配
対象者\t宅配を申し込んだ者
事業内容\t図書を宅配する。

件名　図書の宅配業務の委託について
保有課\t図書館
登録業務の名称\t図書の宅配
{partners}
委託に伴い事業者に処理させる情報項目\t1 個人の範囲<br>宅配を申し込んだ者<br>2 情報項目<br>①氏名
処理させる情報項目の記録媒体\t紙媒体（宅配票）
委託理由\t車を要するため。
委託の内容\t図書の宅配<br>宅配票は職員が手渡す。
委託の開始時期及び期限\t令和7年6月1日から令和8年3月31日まで
{more}委託にあたり市が行う情報保護対策\t1 宅配票を施錠して保管する。
受託事業者に行わせる情報保護対策\t1 宅配票を施錠して保管させる。
"""
FIRST, SECOND = "株式会社かもめ便", "有限会社うらら運送"
BOTH = [(FIRST, "entrust", 1), (SECOND, "reentrust", 2)]


def partners(text: str, more: str = "") -> list[tuple[str, str, int]]:
    made = drafts.draft(PAPER.format(partners=text, more=more))
    case = json.loads(made.case.to_json())
    holders = {each["id"]: each for each in case["holders"]}
    return sorted(
        {
            (holders[to]["label"], flow["relation"], holders[to].get("tier", 0))
            for flow in case["flows"]
            for to in flow["to"]
        },
        key=lambda each: each[2],
    )


@pytest.mark.parametrize(
    "rows",
    [
        [("委託先", "再委託先", "業務"), (FIRST, SECOND, "宅配")],
        [("委託業務", "委託先", "再委託先"), ("宅配", FIRST, SECOND)],
        [("区分", "事業者名", "業務"), ("委託先", FIRST, "総括"), ("再委託先", SECOND, "宅配")],
        [("委託先", "名称", FIRST), ("", "再委託先", SECOND)],
        [
            ("委託先", "事業者名", FIRST),
            ("", "所在地", "しおかぜ市1-2"),
            ("再委託先", "事業者名", SECOND),
            ("", "所在地", "しおかぜ市3-4"),
        ],
        [("事業者", "委託先", FIRST), ("", "再委託先", SECOND)],
        [("委託先", FIRST, "再委託先", SECOND)],
        [("委託先", FIRST, "配車"), ("再委託先", SECOND, "宅配")],
        [
            ("委託先", "再委託先"),
            (FIRST, SECOND),
            (FIRST, "－"),
        ],
    ],
)
def test_tables_of_partners(rows: list[tuple[str, ...]]) -> None:
    assert partners("\n".join("\t".join(row) for row in rows)) == BOTH


def test_a_letter_about_the_work_is_no_way_of_the_lists() -> None:
    term = "再委託の条件\t再委託先を記した書面の提出を受け、内容を確かめた。\n"
    text = PAPER.format(partners=f"委託先\t{FIRST}\n再委託先\t{SECOND}", more=term)
    made = drafts.draft(text.replace("紙媒体（宅配票）", "電磁的媒体（DVD-R）"))
    ways = [each["ways"] for m in made.content["matters"] for each in m.get("handovers", [])]
    assert ["paper"] not in ways


@pytest.mark.parametrize(
    "row",
    [
        f"再委託先及び業務\t{SECOND}（宅配）",
        f"再委託の有無\t有（{SECOND}：宅配）",
        f"再委託の有無\t有<br>再委託先：{SECOND}<br>再委託する業務：宅配",
        f"再委託\tあり　{SECOND}（宅配）",
        f"再委託\t宅配の一部を{SECOND}に再委託する。",
        f"再委託\t{FIRST}から{SECOND}へ宅配を再委託する。",
        f"再委託\tする（再委託先　{SECOND}、業務　宅配）",
        f"再委託先\t名称　{SECOND}<br>所在地　しおかぜ市3-4",
        f"再委託先\t{SECOND}（宅配。市の承諾を得て行う。）",
    ],
)
def test_rows_of_those_further_down(row: str) -> None:
    assert partners(f"委託先\t{FIRST}\n{row}") == BOTH


@pytest.mark.parametrize(
    "row",
    [
        f"委託先\t{FIRST}とする。なお、宅配については{SECOND}へ再委託することを承諾する。",
        f"委託先・再委託先\t{FIRST}・{SECOND}（再委託先）",
        f"委託先（再委託先）\t{FIRST}（{SECOND}）",
        f"委託先\t{FIRST} → {SECOND}（再委託）",
        f"委託先\t名称　{FIRST}<br>所在地　しおかぜ市1-2<br>再委託先　{SECOND}",
    ],
)
def test_one_cell_names_both_tiers(row: str) -> None:
    assert partners(row) == BOTH


@pytest.mark.parametrize(
    "row",
    [
        "再委託\t市の承諾を得た場合に限り認める。",
        "再委託の有無\t無",
        "再委託\t原則禁止",
        "再委託の有無\t有（事業者は未定）",
    ],
)
def test_a_row_on_further_tiers_may_name_nobody(row: str) -> None:
    assert partners(f"委託先\t{FIRST}\n{row}") == BOTH[:1]


def test_a_joint_venture_is_one_partner() -> None:
    joint = f"{FIRST}・{SECOND}共同企業体"
    assert partners(f"委託先\t{joint}") == [(joint, "entrust", 1)]


def test_a_bracket_behind_the_label_says_whose_measures_they_are() -> None:
    text = PAPER.format(partners=f"委託先\t{FIRST}", more="")
    text = text.replace("委託にあたり市が行う情報保護対策", "情報保護対策（市）")
    text = text.replace("受託事業者に行わせる情報保護対策", "情報保護対策（受託者）")
    found = drafts.draft(text).content["safeguards"]
    assert [each["party"] for each in found] == ["own", "partner"]

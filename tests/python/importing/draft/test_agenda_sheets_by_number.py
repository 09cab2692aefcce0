"""Agenda papers whose sheets only their number parts, of 提供 and 移転 as well."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

PAPER = """みさき市個人情報審議会　報告資料
案件\t朝市の出店に係る個人情報の取扱いについて

１　事業の概要
事業名\t朝市
目的\t朝市の区画を割り当てる。
対象者\t出店を申し込んだ者

{first}
担当課\t商工課
登録業務の名称\t朝市
委託先\t有限会社あさひ会場設営
事業者に処理させる情報の項目\t① 氏名　② 屋号
記録媒体\t紙（区画表）
受渡しの方法\t区画表は、商工課の窓口で手渡す。
委託の期間\t令和6年4月1日から令和7年3月31日まで
市が行う情報保護対策\t1 区画表の枚数を控える。
委託先に行わせる情報保護対策\t1 区画表に鍵を掛けさせる。

{second}
担当課\t商工課
登録業務の名称\t朝市
{whom}\t{taker}
{what}\t① 氏名
媒体\t紙（名簿）
方法\t名簿は、商工課の職員が持参する。
{term}\t令和6年5月1日から令和6年9月30日まで
情報保護対策\t1 名簿の部数を一部に限る。
"""
USUAL = {
    "first": "２　その１　朝市の会場設営の委託",
    "second": "３　その２　名簿の商店会への提供",
    "whom": "提供先",
    "taker": "港通り商店会",
    "what": "提供する項目",
    "term": "提供の期間",
}


def text(**parts: str) -> str:
    return PAPER.format(**{**USUAL, **parts})


def content(**parts: str) -> dict[str, Any]:
    return draft(text(**parts)).content


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("２　その１　朝市の会場設営の委託", "３　その２　名簿の商店会への提供"),
        ("票１　会場設営の委託について", "票２　名簿の商店会への提供について"),
        ("第一号票　会場設営の委託", "第二号票　名簿の提供（外部提供）"),
        ("■ 件名その一：会場設営の委託", "■ 件名その二：名簿の提供"),
        ("【議案ア】会場設営の委託", "【議案イ】名簿の外部への提供"),
        ("２　会場設営の委託", "３　商店会への名簿の提供"),
        ("様式A　会場設営の委託", "様式B　商店会への名簿の提供"),
    ],
)
def test_the_next_number_heads_the_next_sheet(first: str, second: str) -> None:
    found = content(first=first, second=second)
    assert [each["kinds"] for each in found["matters"]] == [["entrust"], ["provide"]]
    assert [each["department"] for each in found["matters"]] == ["商工課", "商工課"]
    assert [len(each["entries"]) for each in found["lists"]] == [2, 1]
    assert {(each["matter"], each["relation"]) for each in found["flows"]} == {
        ("m1", "entrust"),
        ("m2", "provide"),
    }
    assert [each["periods"][0]["end"] for each in found["matters"]] == ["2025-03-31", "2024-09-30"]
    sides = {(each["matter"], each["party"]) for each in found["safeguards"]}
    assert {("m1", "own"), ("m1", "partner"), ("m2", "own")} <= sides
    assert not raised(text(first=first, second=second))


@pytest.mark.parametrize(
    ("whom", "what", "term"),
    [
        ("提供の相手方", "提供する情報項目", "提供の期間"),
        ("提供先", "情報項目", "提供期間"),
        ("外部提供先", "提供項目", "外部提供の時期"),
    ],
)
def test_fields_of_what_is_provided(whom: str, what: str, term: str) -> None:
    found = content(whom=whom, what=what, term=term)
    assert found["matters"][1]["kinds"] == ["provide"]
    assert found["matters"][1]["periods"][0]["start"] == "2024-05-01"
    assert len(found["lists"][1]["entries"]) == 1


def test_what_is_transferred_stays_within_the_town() -> None:
    parts = {
        "second": "３　その２　名簿の他課への移転",
        "whom": "移転先",
        "taker": "町民生活部環境課",
        "what": "移転する情報項目",
        "term": "移転の期間",
    }
    found = content(**parts)
    flow = found["flows"][-1]
    taker = next(each for each in found["holders"] if each["id"] in flow["to"])
    assert (found["matters"][1]["kinds"], flow["relation"]) == (["transfer"], "transfer")
    assert (taker["kind"], taker.get("tier", 0)) == ("section", 0)
    assert not raised(text(**parts))


LINKED = """件名　出店システムの外部結合について
担当課\t商工課
登録業務の名称\t朝市
結合される情報項目\t① 氏名
提供先\t港通り商店会
結合の形態\t専用回線による送信
結合の期間\t令和6年5月1日から
"""


def test_whom_a_link_provides_with_something_is_linked() -> None:
    found = draft(text().partition("３　その２")[0] + LINKED).content
    assert found["matters"][-1]["kinds"] == ["link"]
    assert {each["relation"] for each in found["flows"]} == {"entrust", "link"}


@pytest.mark.parametrize(
    "second", ["その２のとおり、名簿を提供する。", "※ 名簿は、次のとおり", "その他"]
)
def test_other_lines_head_no_sheet(second: str) -> None:
    assert len(content(second=second)["matters"]) < 3

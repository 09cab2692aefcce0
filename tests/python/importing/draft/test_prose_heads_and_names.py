"""Heads that name whom they are about, names below labels, and groups with their conditions."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import drafts
import pytest

sys.path.insert(0, str(Path(__file__).parents[3]))
import importing_score

PAPER = """北浜市長

配食の業務の委託に係る個人情報の取扱いについて（諮問）

1　理由
　夕食を届けるために委託する。
2　対象者
{who}
3　委託先
{partner}
4　情報の項目
　(1) 氏名
　(2) 住所
5　対策
(1)　市の対策
　ア　名簿を施錠する。
(2)　{theirs}
　ア　名簿を書庫に保管させる。
"""
FORM = {
    "who": "　配食を申し込んだ者　312人（令和7年4月1日現在）",
    "partner": "　株式会社みなと配食",
    "theirs": "委託先の対策",
}
GROUP = ("配食を申し込んだ者", 312, "person", "2025-04-01", "exact")


def facts(**more: str) -> dict[str, set[Any]]:
    made = drafts.draft(PAPER.format_map(FORM | more))
    assert drafts.codes(made) == set()
    return importing_score.found(json.loads(made.case.to_json()))


def test_a_head_may_name_all_whose_measures_follow() -> None:
    named = "株式会社みなと配食、有限会社はま運送及び合同会社みさき運輸"
    found = facts(theirs=f"委託先及び再委託先（{named}）に求める対策")
    assert {row[1::2] for row in found["safeguard"]} == {("own", "ア"), ("partner", "ア")}


@pytest.mark.parametrize(
    "partner",
    [
        "　名称　　株式会社みなと配食\n　所在地　北浜市中央\n　再委託　有（有限会社はま運送）",
        "　名称：株式会社みなと配食\n　所在地：北浜市\n　再委託先：有限会社はま運送",
        "　ア　名称　株式会社みなと配食\n　イ　再委託　有（有限会社はま運送）",
    ],
)
def test_a_name_below_its_label_is_the_partner_and_no_title(partner: str) -> None:
    assert facts(partner=partner)["recipient"] == {
        (1, "株式会社みなと配食", "entrust", 1),
        (1, "有限会社はま運送", "reentrust", 2),
    }


def test_the_one_below_the_next_is_entrusted_further_too() -> None:
    rows = (
        "　(1) 委託先　株式会社甲\n　(2) 再委託先　有限会社乙運送\n　(3) 再々委託先　合同会社丙運輸"
    )
    found = facts(partner=rows.replace("株式会社甲", "株式会社みなと配食"))["recipient"]
    assert (1, "合同会社丙運輸", "reentrust") in {row[:3] for row in found}


@pytest.mark.parametrize(
    "who",
    [
        "　配食を申し込んだ者とし、その数は、令和7年4月1日現在で312人である。",
        "　配食を申し込んだ者とし、その人数は、312人（令和7年4月1日現在）である。",
    ],
)
def test_their_number_is_said_behind_who_they_are(who: str) -> None:
    assert facts(who=who)["subject"] == {GROUP}


def test_conditions_below_a_group_are_no_groups() -> None:
    who = "　配食を申し込んだ者で、次のいずれにも該当するもの　312人（令和7年4月1日現在）"
    found = facts(who=f"{who}\n　(1) 75歳以上の者\n　(2) ひとり暮らしの者")["subject"]
    assert {row[1] for row in found} == {312}
    either = facts(who="　次のいずれかに該当する者\n　(1) 75歳以上の者\n　(2) 障害のある者")
    assert {"75歳以上の者", "障害のある者"} <= {row[0] for row in either["subject"]}


@pytest.mark.parametrize(
    "of", ["配食を申し込んだ者は、312人であった。", "申し込んだ高齢者は312人である。"]
)
def test_a_year_in_which_they_did_it_is_that_of_their_number(of: str) -> None:
    found = facts(who=f"　令和6年度に{of}")["subject"]
    assert {row[1:4] for row in found} == {(312, "person", "FY2024")}


@pytest.mark.parametrize(
    "partner",
    [
        "　株式会社みなと配食（再委託先：有限会社はま運送）",
        "　株式会社みなと配食（再委託：有限会社はま運送）",
        "　一次委託先　株式会社みなと配食\n　二次委託先　有限会社はま運送",
    ],
)
def test_whom_the_next_tier_is_said_to_be(partner: str) -> None:
    assert facts(partner=partner)["recipient"] == {
        (1, "株式会社みなと配食", "entrust", 1),
        (1, "有限会社はま運送", "reentrust", 2),
    }


def test_a_short_paper_behind_a_numbered_list_of_papers_is_cut_off() -> None:
    listed = "6　添付資料\n　(1) 別紙1　仕様書\n　(2) 別紙2　流れ図\n"
    behind = "別紙1　仕様書\n　1　目的\n　　配達する。\n別紙2　流れ図\n　市→委託先\n"
    made = drafts.draft(PAPER.format_map(FORM) + listed + behind)
    found = importing_score.found(json.loads(made.case.to_json()))
    assert {row[2] for row in found["item"]} == {"氏名", "住所"}
    assert found["subject"] == {GROUP}
    assert {row[0] for row in found["reference"]} == {"別紙1", "別紙2"}

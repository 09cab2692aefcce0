"""Assessments: heads that say what they are about only by their values, and groups in one cell."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

SHEET = """特定個人情報保護評価書（重点項目評価書）
評価書名	水道料金の減免に関する事務
評価実施機関名	あおば市長

Ⅰ　基本情報
{outline}
3　ファイル名	減免ファイル

Ⅱ　ファイルの概要
{file}
2　記録項目	別添1のとおり
{given}

（別添1）記録項目
1　個人番号
2　氏名
3　住所
"""
SAID = {
    "outline": "1　事務の名称	水道料金の減免に関する事務",
    "file": "1　対象となる本人	減免の申請者",
    "given": "6　保管	5年",
}


def content(**changed: str) -> dict[str, Any]:
    return drafts.draft(SHEET.format(**{**SAID, **changed})).content


def persons(**changed: str) -> dict[str, list[int | None]]:
    return {
        each["label"]: [count.get("value") for count in each.get("counts", [])]
        for each in content(**changed)["subjects"]
    }


def going(**changed: str) -> set[tuple[str, str]]:
    read = content(**changed)
    names = {each["id"]: each["label"] for each in read["holders"]}
    flows = [flow for flow in read["flows"] if flow["relation"] != "collect"]
    return {(flow["relation"], names[to]) for flow in flows for to in flow["to"]}


def test_each_line_of_the_row_of_persons_is_a_group() -> None:
    when = "（令和7年4月1日現在）"
    rows = f"1　対象となる本人	減免の申請者　120人{when}\n	納付義務者　95人{when}\n	同居の親族"
    assert persons(file=rows) == {"減免の申請者": [120], "納付義務者": [95], "同居の親族": []}


def test_groups_that_commas_part_are_each_one() -> None:
    rows = "1　対象となる本人	減免の申請者、納付義務者、同居の親族"
    assert list(persons(file=rows)) == ["減免の申請者", "納付義務者", "同居の親族"]


@pytest.mark.parametrize("name", ["手当を受ける児童、生徒", "減免の申請者、その同居の親族"])
def test_a_comma_within_one_name_parts_nothing(name: str) -> None:
    assert list(persons(file=f"1　対象となる本人	{name}")) == [name]


def test_what_is_part_of_a_group_is_no_other_group() -> None:
    rows = "1　対象となる本人	減免の申請者　120人\n	内訳　新規の申請者　20人"
    assert "内訳　新規の申請者" not in persons(file=rows)


@pytest.mark.parametrize("head", ["対象：", "③対象	", "(3) 対象："])
def test_a_bare_head_in_front_of_numbers_of_persons_names_them(head: str) -> None:
    outline = f"{SAID['outline']}\n　　{head}減免の申請者　120人（令和7年4月1日現在）"
    assert persons(outline=outline)["減免の申請者"] == [120]


@pytest.mark.parametrize("mark", ["システム1", "システム(1)", "システム①"])
@pytest.mark.parametrize("between", ["	", "：", "　"])
def test_a_system_stands_behind_its_number(mark: str, between: str) -> None:
    outline = f"{SAID['outline']}\n2　{mark}{between}水道料金システム\n　機能{between}料金の計算"
    assert ("process", "水道料金システム") in going(outline=outline)


@pytest.mark.parametrize("mark", ["(1) ", "①", ""])
def test_the_name_of_a_system_stands_below_its_section(mark: str) -> None:
    outline = (
        f"{SAID['outline']}\n2　システム	\n{mark}名称	水道料金システム\n機能	料金の計算"
    )
    assert ("process", "水道料金システム") in going(outline=outline)


def test_the_system_that_records_a_file_has_its_links_below_it() -> None:
    rows = (
        "④記録するシステム	水道料金システム\n	接続：［○］宛名システム等　［　］税務システム"
    )
    assert going(given=rows) >= {("process", "水道料金システム"), ("link", "宛名システム等")}


@pytest.mark.parametrize("said", ["しない", "なし"])
def test_what_stands_beside_reentrusting_is_no_more_of_the_row_above(said: str) -> None:
    rows = f"5　委託の内容	料金の計算\n委託先	あおば計算株式会社\n再委託	{said}"
    assert ("entrust", "あおば計算株式会社") in going(given=rows)


@pytest.mark.parametrize(
    "said",
    [
        "する。市の承諾を得たさざなみ印刷株式会社が、封入を行う。",
        "あり（さざなみ印刷株式会社。市が承諾した。）",
    ],
)
@pytest.mark.parametrize("between", ["	", "："])
def test_who_is_named_beside_reentrusting_works_for_the_contractor(said: str, between: str) -> None:
    rows = f"5　委託の内容{between}料金の計算\n　委託先{between}あおば計算株式会社\n"
    rows += f"　再委託{between}{said}"
    assert ("reentrust", "さざなみ印刷株式会社") in going(given=rows)


@pytest.mark.parametrize("day", ["（令和7年4月1日現在）", "(令和7年4月1日時点)", "　令和7年4月1日"])
def test_the_day_of_a_band_may_stand_in_brackets_behind_it(day: str) -> None:
    rows = f"1　本人の数	［1,000人以上1万人未満］{day}\n2　対象となる本人	減免の申請者"
    counts = [c for each in content(file=rows)["subjects"] for c in each["counts"]]
    assert {count.get("as_of") for count in counts} == {"2025-04-01"}


def test_a_sentence_below_the_persons_names_nobody() -> None:
    outline = (
        f"{SAID['outline']}\n2　対象者\n(1) 減免の申請者　120人（令和7年4月1日現在）\n"
        "(2) 納付義務者　95人（令和7年4月1日現在）\nいずれも人の数であり、世帯の数ではない。"
    )
    assert list(persons(outline=outline)) == ["減免の申請者", "納付義務者"]


def test_the_municipality_in_front_makes_no_fuller_name() -> None:
    told = "減免を行う。本市の減免の申請者は、120人（令和7年4月1日現在）である。"
    outline = f"{SAID['outline']}\n事務の内容	{told}"
    assert persons(outline=outline) == {"減免の申請者": [120]}


@pytest.mark.parametrize("mark", ["○", "［○］"])
def test_other_systems_are_named_in_brackets_behind_their_mark(mark: str) -> None:
    outline = (
        f"{SAID['outline']}\n2　システム1	水道料金システム\n"
        f"接続	{mark}宛名システム等、{mark}その他（検針システム）"
    )
    assert going(outline=outline) >= {("link", "宛名システム等"), ("link", "検針システム")}


def test_who_runs_a_place_for_the_municipality_is_a_delegate() -> None:
    rows = "4　指定管理者：一般財団法人みどり公社\n　行わせる業務：施設の受付"
    assert ("delegate", "一般財団法人みどり公社") in going(given=rows)


def test_a_bare_term_below_a_contractor_is_that_of_the_contract() -> None:
    rows = "4　委託の内容	料金の計算\n　委託先	あおば計算株式会社\n"
    rows += "　期間	令和7年4月1日から令和11年3月31日まで"
    periods = content(given=rows)["matters"][0]["periods"]
    assert [(each["start"], each["end"]) for each in periods] == [("2025-04-01", "2029-03-31")]

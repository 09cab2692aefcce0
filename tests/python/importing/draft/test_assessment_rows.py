"""Rows of assessments that hold several things: groups, bands, numbers, terms, partners."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft.assessment.whose import blocks
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form.assessment.sheet import Line
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 あさひ市長\nⅠ 基本情報\n"
SYSTEM = "システム1\n①システムの名称 給食費システム\n"
FILE = "Ⅱ 特定個人情報ファイルの概要\n"
WHOSE = "③対象となる本人の範囲 給食費の納入者\n"
PRINTER = "委託事項1 督促状の印刷\n③委託先名 株式会社ひのでプリント\n"
RECORDS = "（別添1）特定個人情報ファイル記録項目\n1 宛名番号 2 氏名 3 滞納額 4 口座番号\n"


def counts(text: str) -> dict[str, list[tuple[Any, ...]]]:
    return {
        each["label"]: [(c.get("value"), c["bound"]) for c in each.get("counts", [])]
        for each in draft(HEAD + SYSTEM + FILE + text).content["subjects"]
    }


def test_bands_go_to_the_groups_of_their_numbers() -> None:
    rows = (
        "| ②対象となる本人の数 | (1)[1,000人以上1万人未満]<br>(2)[1,000人未満] |\n|---|---|\n"
        "| ③対象となる本人の範囲 | (1)給食費の納入者<br>(2)給食費の減免を受けた者 |\n"
    )
    assert counts(rows) == {
        "給食費の納入者": [(1000, "at_least"), (9999, "at_most")],
        "給食費の減免を受けた者": [(999, "at_most")],
    }


@pytest.mark.parametrize(
    "behind", ["（給食費の納入者 令和6年5月1日現在 2,345人）", "（令和6年5月1日現在2,345人）"]
)
def test_the_number_itself_behind_its_band(behind: str) -> None:
    found = counts(f"②対象となる本人の数 ［1万人未満］{behind}\n{WHOSE}")
    assert found == {"給食費の納入者": [(9999, "at_most"), (2345, "exact")]}


def test_several_numbers_behind_a_band_are_those_of_parts() -> None:
    behind = "（令和6年5月1日現在 納入者1,345人、保護者1,000人）"
    found = counts(f"②対象となる本人の数 ［1万人未満］{behind}\n{WHOSE}")
    assert (1345, "exact") not in found["給食費の納入者"]


def test_a_conjunction_is_no_part_of_the_subject() -> None:
    told = "なお、給食費の納入者は、令和6年5月1日現在で2,345人である。"
    content = draft(f"{HEAD}②事務の内容 給食費を徴収する。{told}\n" + SYSTEM + FILE + WHOSE).content
    assert [each["label"] for each in content["subjects"]] == ["給食費の納入者"]
    assert [each["value"] for each in content["subjects"][0]["counts"]] == [2345]


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("未熟児の保護者", ["給食を受ける園児", "未熟児の保護者"]),
        ("であって市内に住む者", ["給食を受ける園児であって市内に住む者"]),
    ],
)
def test_a_row_below_with_the_name_of_others(below: str, names: list[str]) -> None:
    table = f"| 対象者 | 給食を受ける園児 |\n|---|---|\n| | {below} |\n"
    content = draft(HEAD + table + SYSTEM).content
    assert [each["label"] for each in content["subjects"]] == names


def test_a_term_that_is_told_with_the_work() -> None:
    work = "①委託内容 印刷（委託の期間 令和6年4月1日から令和7年3月31日まで）\n"
    block = PRINTER.replace("③", f"{work}③")
    periods = draft(HEAD + SYSTEM + FILE + WHOSE + block).content["matters"][0]["periods"]
    assert [(each["kind"], each["end"]) for each in periods] == [("contract", "2025-03-31")]


def test_the_place_of_a_partner_is_no_other_partner() -> None:
    rows = "⑥再委託事項 有限会社こだま封緘による封入\n"
    risks = "Ⅲ リスク対策\n措置の内容\n・再委託先である有限会社こだま封緘の作業所を見る。\n"
    content = draft(HEAD + SYSTEM + FILE + WHOSE + PRINTER + rows + RECORDS + risks).content
    labels = {each["id"]: each["label"] for each in content["holders"]}
    handed = [flow["to"][0] for flow in content["flows"] if flow["relation"] == "reentrust"]
    assert [labels[id_] for id_ in handed] == ["有限会社こだま封緘"]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("給食費システムで見る滞納情報を、滞納額に限定する。", False),
        ("給食費システムに記録する情報を、滞納額に限定する。", True),
    ],
)
def test_what_is_limited_within_its_kind(sentence: str, asked: bool) -> None:
    risks = f"Ⅲ リスク対策\n措置の内容\n・{sentence}\n"
    rows = draft(HEAD + SYSTEM + FILE + WHOSE + RECORDS + risks).case.table("findings").to_json()
    assert ("claim_against_list" in {row["code"] for row in rows["rows"]}) == asked


def test_a_page_on_which_several_blocks_stand_is_nobodys_row() -> None:
    builder, page = Builder(), Place("d", 1, "p3")
    row = Row((Passage.of("再委託の有無", page), Passage.of("なし", page)), page, 1)
    lines = [Line("Ⅱ", "", block, row) for block in ("委託事項1@1", "委託事項2@2")]
    blocks(builder, lines, {"委託事項1@1": [{"to": ["h1"]}], "委託事項2@2": [{"to": ["h2"]}]})
    assert builder.of_block(row.cells[0]) == []  # both blocks print these words
    own = Row((Passage.of("提供方法", page), Passage.of("専用線", page)), page, 2)
    blocks(builder, [Line("Ⅱ", "", "委託事項1@1", own)], {"委託事項1@1": [{"to": ["h1"]}]})
    assert builder.of_block(own.cells[1]) == ["h1"]


@pytest.mark.parametrize(
    ("name", "count"), [("情報提供ネットワークシステム", 0), ("税務システム", 1)]
)
def test_a_network_is_asked_through_and_not_asked(name: str, count: int) -> None:
    links = f"③他のシステムとの接続 ［○］{name}\n"
    steps = f"（別添1）事務の内容\n①所得の確認\n{name}から所得情報を取得する。\n"
    flows = draft(HEAD + SYSTEM + links + steps + FILE + WHOSE).content["flows"]
    assert sum(flow["relation"] == "inquire" for flow in flows) == count


@pytest.mark.parametrize(
    ("cited", "asked"),
    [
        ("リスク1の措置(3)", True),
        ("3．リスク1に対する措置の(4)", True),
        ("リスク1の措置(2)", False),
        ("5．リスク1の措置(3)", False),  # of a section that has no such risk
    ],
)
def test_a_measure_that_is_cited_by_its_risk(cited: str, asked: bool) -> None:
    risks = (
        "Ⅲ リスク対策\n3．特定個人情報の使用\nリスク1：目的を超えた使用のリスク\n"
        "リスクに対する措置の内容\n(1) 画面を分ける。\n(2) 操作を記録する。\n"
        "リスク2：事務外の使用のリスク\nリスクに対する措置の内容\n"
        f"(1) {cited}により残した記録を点検する。\n(2) 研修を行う。\n"
    )
    rows = draft(HEAD + SYSTEM + FILE + WHOSE + risks).case.table("findings").to_json()["rows"]
    assert ("crosswalk_unresolved" in {row["code"] for row in rows}) == asked

"""Letters of an office: terms beside partners, what is done once, remarks below groups."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import nagarezu as ng
from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.form import continued
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.sources import read_bytes

LETTER = """青葉台市個人情報保護審議会　御中
青葉台市長
{title}について（諮問）
1　対象者
{groups}
2　委託の相手方
{partners}
3　取り扱わせる項目
{items}
4　開始の時期
{time}
5　保護のための措置
(1) 市の措置
ア　名簿を点検する。
(2) 委託先の措置
ア　名簿を返却する。
"""
TITLE = "水路の清掃の案内に係る業務の委託"
GROUPS = "水路の所有者　240人（令和7年4月1日現在）"
PARTNERS = "委託先　株式会社みなも印刷"
ITEMS = "(1) 氏名\n(2) 住所"
TIME = "令和8年4月1日から開始する。"


def case(**told: str) -> dict[str, Any]:
    text = LETTER.format(
        **{
            "title": TITLE,
            "groups": GROUPS,
            "partners": PARTNERS,
            "items": ITEMS,
            "time": TIME,
            **told,
        }
    )
    return assemble([read_bytes(text.encode(), "a.txt", "d")]).content


def periods(content: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["start"], each.get("end", "")) for each in content["matters"][0]["periods"]]


def people(content: dict[str, Any]) -> list[tuple[str, int, str]]:
    return [
        (each["label"], count["value"], count["as_of"])
        for each in content["subjects"]
        for count in each["counts"]
    ]


def partners(content: dict[str, Any]) -> list[tuple[str, str, int]]:
    of = {each["id"]: (each["label"], each.get("tier", 0)) for each in content["holders"]}
    return [(each["relation"], *of[each["to"][0]]) for each in content["flows"]]


@pytest.mark.parametrize("mark", ["(1) ", "ア　", ""])
def test_the_line_that_names_a_partner_tells_its_term(mark: str) -> None:
    line = "株式会社みなも印刷　案内の印刷　令和8年4月1日から令和9年3月31日まで"
    found = case(partners=f"{mark}委託先　{line}")
    assert ("2026-04-01", "2027-03-31") in periods(found)
    assert partners(found) == [("entrust", "株式会社みなも印刷", 1)]


@pytest.mark.parametrize(
    "told",
    [
        "案内は令和8年7月に、督促は令和8年11月に発送する。",
        "案内の発送は、令和8年7月上旬に行い、結果は令和8年11月に納品する。",
    ],
)
def test_a_day_on_which_something_is_sent_is_no_beginning(told: str) -> None:
    assert ("2026-07", "") not in periods(case(time=f"{TIME}\n{told}"))
    assert ("2026-11", "") not in periods(case(time=f"{TIME}\n{told}"))


@pytest.mark.parametrize(
    "remark",
    [
        "いずれも令和7年4月1日現在の人数である。",
        "空き地は、市が令和6年度に行った調査により判定した。",
        "人数は、重複して数えている。",
    ],
)
def test_remarks_below_a_group_name_none(remark: str) -> None:
    assert people(case(groups=f"{GROUPS}\n{remark}")) == [("水路の所有者", 240, "2025-04-01")]


def test_who_the_group_is_stays_one() -> None:
    found = case(groups=f"{GROUPS}\n水路に接する土地を借りた者　30人（令和7年4月1日現在）")
    assert [label for label, *_ in people(found)] == ["水路の所有者", "水路に接する土地を借りた者"]


@pytest.mark.parametrize("when", ["令和6年度の実績である。", "令和6年度における実績による。"])
def test_the_column_of_persons_names_the_groups_and_the_lead_says_when(when: str) -> None:
    table = "| 検査の区分 | 対象者 | 人数 |\n| 幼児 | 幼児の検査の受診者 | 82人 |\n"
    table += "| 成人 | 成人の検査の受診者 | 95人 |"
    assert people(case(groups=f"次の表のとおりである。人数は、{when}\n{table}")) == [
        ("幼児の検査の受診者", 82, "FY2024"),
        ("成人の検査の受診者", 95, "FY2024"),
    ]


def test_what_somebody_does_is_told_of_who_is_entrusted_further() -> None:
    told = """| 区分 | 相手方 | 期間 |
| 委託 | 株式会社みなも印刷 | 令和8年4月1日から令和9年3月31日まで |
| 再委託 | 有限会社せせらぎ配送 | 令和8年4月1日から令和9年3月31日まで |
株式会社みなも印刷には印刷を、有限会社せせらぎ配送には配送の受付を行わせる。"""
    assert partners(case(partners=told)) == [
        ("entrust", "株式会社みなも印刷", 1),
        ("reentrust", "有限会社せせらぎ配送", 2),
    ]


def test_what_is_only_told_to_do_something_is_entrusted() -> None:
    told = "株式会社みなも印刷には印刷を、有限会社せせらぎ配送には配送の受付を行わせる。"
    assert ("entrust", "有限会社せせらぎ配送", 1) in partners(case(partners=told))


@pytest.mark.parametrize(
    "act", ["記録しており、渡す項目は次のとおりである。", "記録し、印刷する。"]
)
def test_items_that_are_recorded_beside_their_list(act: str) -> None:
    found = case(items=f"名簿は水路管理システムに{act}\n(1) 氏名\n(2) 住所")
    assert ("process", "水路管理システム", 0) in partners(found)


def test_what_the_office_uses_itself_needs_no_contract(tmp_path: Path) -> None:
    terms = f"{PARTNERS}\n委託の期間は、令和8年11月4日から令和9年3月13日までとする。"
    use = "情報の利用は、令和8年10月1日から開始する。"
    path = tmp_path / "paper.txt"
    title = "水路の所有者に係る情報の目的外利用及び業務の委託"
    told = {"title": title, "groups": GROUPS, "partners": terms, "items": ITEMS, "time": use}
    path.write_text(LETTER.format(**told), "utf-8")
    found = ng.import_document(path, sources=("d",)).case.table("findings").to_json()["rows"]
    assert "period_outside_contract" not in {row["code"] for row in found}


def row(grid: int, *cells: str) -> Row:
    return Row(tuple(Passage(each) for each in cells), None, grid)  # type: ignore[arg-type]


@pytest.mark.parametrize(("number", "grid"), [("3", 1), ("5", 2)])
def test_a_table_without_heads_goes_on_with_the_next_number(number: str, grid: int) -> None:
    above = [row(1, "番号", "項目"), row(1, "1", "氏名"), row(1, "2", "住所")]
    found = continued.overleaf([*above, row(2, number, "電話番号")])
    assert [each.grid for each in found] == [1, 1, 1, grid]


@pytest.mark.parametrize("sign", ["－", "―", "─", "＊", "-", "−"])
def test_a_drawn_line_between_papers_is_no_attached_paper(sign: str) -> None:
    behind = (
        f"{TIME}\n6　添付書類\n別紙1　業務の流れ\n{sign * 30}\n\n別紙1\n業務の流れ\n案内を送る。"
    )
    assert [each["label"] for each in case(time=behind)["references"]] == ["別紙1"]

"""Numbered prose: heads of several parts, tables of items and flows, systems of a partner."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft.draft import Draft
from nagarezu.importing.fields import items
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.passage import Passage

LETTER = (
    "諮問第8号\n令和6年5月1日\nしらかば市個人情報保護審査会　様\nしらかば市長\n"
    "{title}（諮問）\n次のとおり諮問します。\n"
)
LINK = "貸出しの予約に係る電子計算機の結合について"
WORK = "会員証の作成に係る業務の委託について"
FIRM = "3　委託先\n株式会社つばくろ\n"


def draft(body: str, title: str = WORK) -> Draft:
    text = LETTER.format(title=title) + body
    return drafts.draft(text)


def content(body: str, title: str = WORK) -> dict[str, Any]:
    return draft(body, title).content


def codes(body: str, title: str = WORK) -> set[str]:
    return drafts.codes(draft(body, title))


def entries(case: dict[str, Any]) -> list[list[tuple[str, str]]]:
    return [[(e["position"], e["label"]) for e in one["entries"]] for one in case["lists"]]


def test_a_head_of_several_parts_leaves_each_its_topic() -> None:
    body = (
        "1　対象者及び取り扱う個人情報の項目\n(1)　対象者\n会員　510人（令和6年4月1日現在）\n"
        "(2)　取り扱う個人情報の項目\nア　会員番号\nイ　氏名\n(3)　記録媒体\nア　紙\nイ　DVD-R\n"
    )
    case = content(body + FIRM)
    assert entries(case) == [[("1", "会員番号"), ("2", "氏名")]]
    assert [each["label"] for each in case["subjects"]] == ["会員"]
    assert [each["kind"] for each in case["matters"][0]["media"]] == ["paper", "optical_disk"]


@pytest.mark.parametrize(
    "sent", ["ファイル送信サービスにより市に納品する", "DVD-Rに収めて引き渡す"]
)
def test_a_way_is_held_against_the_media_below_the_items(sent: str) -> None:
    body = (
        f"1　委託の内容\n(1)　事業者は、作成した名簿をまとめ、{sent}。\n"
        "2　取り扱わせる個人情報\n(1)　項目\nア　会員番号\nイ　氏名\n(2)　媒体\nア　紙\nイ　DVD-R\n"
    )
    assert ("channel_not_in_media" in codes(body + FIRM)) == ("サービス" in sent)


def test_rows_of_two_kinds_of_numbers_are_nested() -> None:
    rows = [("1", "会員"), ("(1)", "氏名"), ("(2)", "住所"), ("2", "貸出し"), ("(1)", "貸出日")]
    table = "| 番号 | 項目 |\n| --- | --- |\n" + "".join(f"| {n} | {x} |\n" for n, x in rows)
    found = entries(content(f"1　取り扱う個人情報の項目\n\n{table}\n{FIRM}"))
    positions = ["1", "1.1", "1.2", "2", "2.1"]
    assert found == [list(zip(positions, [label for _, label in rows], strict=True))]


@pytest.mark.parametrize("twice", [True, False])
def test_a_label_is_repeated_within_one_group_only(twice: bool) -> None:
    other = "会員" if twice else "家族"
    table = (
        "| 区分 | 番号 | 項目 |\n| --- | --- | --- |\n| 会員 | 1 | 氏名 |\n|  | 2 | 住所 |\n"
        f"| {other} | 3 | 氏名 |\n|  | 4 | 続柄 |\n"
    )
    body = f"1　取り扱う個人情報の項目\n\n{table}\n{FIRM}"
    labels = [label for _, label in entries(content(body))[0]]
    assert labels == ["氏名", "住所", "氏名", "続柄"]
    assert ("duplicated_row" in codes(body)) == twice


@pytest.mark.parametrize(("cited", "found"), [("(1)①、(1)③", True), ("(1)①及び②", False)])
def test_circled_numbers_are_cited(cited: str, found: bool) -> None:
    body = (
        "第1　審議会の結論\n適当である。\n第2　諮問の概要\n1　安全管理措置\n(1)　市の措置\n"
        "①　名簿を施錠して保管する。\n②　操作の記録を残す。\n第3　審議会の判断\n1　措置について\n"
        f"\n| 基準 | 対応する措置 | 判断 |\n| --- | --- | --- |\n| 保管 | {cited} | 適 |\n"
    )
    assert len(content(body)["criteria"][0]["references"]) == 2
    assert ("crosswalk_unresolved" in codes(body)) == found


@pytest.mark.parametrize(
    ("label", "parts"),
    [("氏名（法人にあっては，名称）", 0), ("連絡先（住所，電話番号）", 2)],
)
def test_a_condition_in_a_bracket_lists_no_parts(label: str, parts: int) -> None:
    found = items.read(Passage.of(f"1 受付番号\n2 {label}", Place("d", 1, "1"))).entries
    assert len(found[1].children) == parts


@pytest.mark.parametrize(
    ("text", "as_of"),
    [("会員　90人（令和5年度末現在）", "2024-03-31"), ("会員　90人（令和5年度実績）", "FY2023")],
)
def test_the_end_of_a_fiscal_year_is_a_day(text: str, as_of: str) -> None:
    assert [each.as_of for each in counts(text)] == [as_of]


JOINED = (
    "1　対象者\n会員　510人（令和6年4月1日現在）\n2　取り扱う個人情報\nア　会員管理システム\n"
    "(ア)　会員番号\n(イ)　氏名\n(ウ)　住所\n(エ)　利用の可否\n"
    "3　外部の電子計算機との結合\n(1)　結合の相手方\nあおば県\n(2)　結合する電子計算機\n"
    "共同予約システム（あおば県が設置し、管理する。）\n(3)　結合の方法\n{way}\n"
    "(4)　結合する項目\n会員管理システムに記録されている情報のうち、次の項目を抽出し、送信する。\n"
    "(ア)　会員番号\n(イ)　氏名\n(ウ)　住所\n(エ)　{last}\n4　情報の流れ\n順 起点 終点 内容\n{rows}"
)
ONE_WAY = (
    "会員管理システムから共同予約システムへの送信に限り、共同予約システムからの受信は行わない。"
)
OUT = "1 会員管理システム 共同予約システム 会員の情報\n"
BACK = "2 共同予約システム 会員管理システム 予約の状況\n"


@pytest.mark.parametrize(
    ("way", "rows", "last", "found"),
    [
        (ONE_WAY, OUT + BACK, "利用の可否", {"direction_differs"}),
        (ONE_WAY, OUT, "利用の可否", set()),
        ("専用回線を用いる。", OUT + BACK, "利用の可否", set()),
        (ONE_WAY, OUT + BACK.rstrip() + "（紙）\n", "利用の可否", set()),
        (ONE_WAY, OUT, "振込先口座", {"unsourced_item"}),
    ],
)
def test_flows_of_a_table_and_lists_are_held_against_the_link(
    way: str, rows: str, last: str, found: set[str]
) -> None:
    assert codes(JOINED.format(way=way, rows=rows, last=last), LINK) == found


def test_a_system_that_a_partner_runs_is_linked() -> None:
    case = content(JOINED.format(way=ONE_WAY, rows=OUT, last="利用の可否"), LINK)
    system = next(each for each in case["holders"] if each["label"] == "共同予約システム")
    flows = [flow["relation"] for flow in case["flows"] if flow["to"] == [system["id"]]]
    assert system["external"]
    assert flows == ["link"]

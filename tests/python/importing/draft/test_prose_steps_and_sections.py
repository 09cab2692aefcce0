"""Letters of an office: steps that are no measures, sections that get items, who carries them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import nagarezu as ng
from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.form.family import family
from nagarezu.importing.form.rows import rows
from nagarezu.importing.sources import read_bytes

REPORT = """桜岡市個人情報保護審議会　報告資料
移動図書の受付に伴う個人情報の取扱いの委託について
{0}1　報告の趣旨
移動図書の受付を事業者に委託するので報告する。
{0}2　事業の概要
(1)　目的
山間の利用者に本を届ける。
(2)　対象者
| 対象者 | 人数 | 基準日 |
| 移動図書の利用者 | 820人 | 令和7年5月1日 |
{0}3　委託の内容
(1)　委託先及び再委託先
| 区分 | 名称 | 業務の範囲 |
| 委託先 | 株式会社こだま書房 | 受付、配本及び問合せへの対応 |
| 再委託先 | 有限会社やまびこ運輸 | 配本に用いる車両の運行 |
(2)　委託の期間
令和8年4月1日から令和9年3月31日まで
(3)　処理させる情報の項目
| 番号 | 項目 | 内容 |
| 1 | 氏名 | |
| 2 | 電話番号 | {1} |
{0}4　委託する理由
人手が足りないため。
{0}5　個人情報の保護のための措置
(1)　市が講ずる措置
ア　受付の名簿を毎月点検する。
(2)　受託者に講じさせる措置
ア　従事者の名簿を提出させる。
{0}6　添付資料
資料1　受付の流れ
資料1　受付の流れ
| {2} | 行う者 | 内容 |
| 1 | 図書課 | 名簿を作る。 |
| 2 | 株式会社こだま書房 | 受付をする。 |
"""


def case(text: str) -> dict[str, Any]:
    return assemble([read_bytes(text.encode(), "a.txt", "d")]).content


def partners(content: dict[str, Any]) -> list[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in content["holders"]}
    found = [(each["relation"], names[each["to"][0]]) for each in content["flows"]]
    return [each for each in found if each[0] != "process"]


@pytest.mark.parametrize("mark", ["", "第"])
def test_chapters_that_are_counted_through_are_no_sheet(mark: str) -> None:
    stream = list(rows([read_bytes(REPORT.format(mark, "", "順序").encode(), "a.txt", "d")]))
    assert family(stream) == "prose"


def test_rows_of_roles_name_the_partners_and_not_their_work() -> None:
    assert partners(case(REPORT.format("", "", "順序"))) == [
        ("entrust", "株式会社こだま書房"),
        ("reentrust", "有限会社やまびこ運輸"),
    ]


@pytest.mark.parametrize("head", ["順序", "順", "順番", "時期", "手順"])
def test_who_does_which_step_is_no_measure(head: str) -> None:
    found = case(REPORT.format("", "", head))
    assert [(each["party"], each["position"]) for each in found["safeguards"]] == [
        ("own", "ア"),
        ("partner", "ア"),
    ]


def test_sides_of_measures_stay_measures() -> None:
    table = "| 番号 | 実施主体 | 内容 |\n| 1 | 市 | 鍵をかける。 |\n| 2 | 委託先 | 名簿を返す。 |\n"
    text = REPORT.format("", "", "順序").partition("(1)　市が講ずる措置")[0] + table
    found = case(text)["safeguards"]
    assert [(each["party"], each["label"]) for each in found] == [
        ("own", "鍵をかける。"),
        ("partner", "名簿を返す。"),
    ]


@pytest.mark.parametrize(
    ("note", "optional"),
    [
        ("任意", True),
        ("任意（連絡を望む場合）", True),
        ("任意とする。", True),
        ("任意団体の番号を含む。", False),
        ("連絡に用いる。", False),
    ],
)
def test_what_a_column_of_contents_says_is_given_by_choice(note: str, optional: bool) -> None:
    entries = case(REPORT.format("", note, "順序"))["lists"][0]["entries"]
    assert [each.get("optional", False) for each in entries] == [False, optional]


INSIDE = """桜岡市個人情報保護審議会　説明資料
歯の検査の案内に係る個人情報の利用及び委託について
1　対象者
検査の対象者　300人（令和7年4月1日現在）
2　情報の流れ
{}
受渡しは、LGWANにより委託先に送信する。
3　取り扱う情報の項目
(1) 氏名
(2) 住所
4　委託の内容
委託先　株式会社こだま印刷
委託の期間は、令和7年6月1日から令和8年3月31日までとする。
5　保護のための措置
(1) 市の措置
ア　名簿の抽出は2人で行う。
(2) 委託先の措置
ア　名簿を返却する。
"""
MOVED = [
    "こども歯科課は、住民に係る情報の項目の移転を住民課から受ける。移転は、庁内の網を経由して行う。",
    "住民課がこども歯科課に移転する情報は、次のとおりとする。",
    "このほか、市の内部では、こども歯科課に名簿の情報を移転し、案内に用いる。",
    "(1) 住民課からこども歯科課への移転",
]


@pytest.mark.parametrize("told", MOVED)
def test_a_section_that_gets_items_from_another_one_is_told_in_sentences(told: str) -> None:
    assert ("transfer", "こども歯科課") in partners(case(INSIDE.format(told)))


@pytest.mark.parametrize(
    "told", ["こども歯科課に名簿を移転しない。", "こども歯科課に名簿を移転することは行わない。"]
)
def test_what_is_not_moved_makes_no_section_a_taker(told: str) -> None:
    assert partners(case(INSIDE.format(told))) == [("entrust", "株式会社こだま印刷")]


def loud(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "paper.txt"
    path.write_text(text, "utf-8")
    found = ng.import_document(path, sources=("d",)).case.table("findings").to_json()["rows"]
    return [row["code"] for row in found if row["severity"] != "info"]


def test_a_line_within_the_office_is_no_way_to_the_contractor(tmp_path: Path) -> None:
    assert loud(tmp_path, INSIDE.format(MOVED[0])) == []


@pytest.mark.parametrize("who", ["2人で", "複数の職員で", "主任が"])
def test_who_carries_is_not_by_what_it_goes(tmp_path: Path, who: str) -> None:
    ways = "職員が、USBメモリを委託先に持参する。\n委託先が、結果を専用の回線により市に納品する。"
    text = INSIDE.replace("受渡しは、LGWANにより委託先に送信する。\n", "")
    told = text.format(ways)
    told = told.replace("返却する。", f"返却する。\n(3) 市の措置\nア　名簿の持参は{who}行う。")
    assert loud(tmp_path, told) == []


def test_a_way_that_stands_against_the_only_one_is_still_asked(tmp_path: Path) -> None:
    text = INSIDE.format(MOVED[1]).replace(
        "ア　名簿の抽出は2人で行う。", "ア　名簿は、DVD-Rで委託先に手渡す。"
    )
    assert "channel_not_in_media" in loud(tmp_path, text)

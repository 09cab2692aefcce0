"""What registers print beside names: terms, parts, years, whose measures, who hands on."""

from __future__ import annotations

from typing import Any

import pytest

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.sources import read_bytes

HEAD = "個人情報ファイル簿\n個人情報ファイルの名称\t甲ファイル\n行政機関等の名称\tみなみ町長\n"
USUAL = {"利用目的": "利用者の管理", "記録項目": "氏名、住所", "記録範囲": "利用者"}


def content(**fields: str) -> dict[str, Any]:
    cells = (f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (USUAL | fields).items())
    text = f"{HEAD}<table>{''.join(cells)}</table>\n"
    return assemble([read_bytes(text.encode("utf-8"), "r.txt", "d")]).content


def given(found: dict[str, Any]) -> list[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in found["holders"]}
    return [
        (flow["relation"], names[to])
        for flow in found.get("flows", [])
        for to in flow["to"]
        if flow["relation"] != "collect"
    ]


@pytest.mark.parametrize(
    ("fields", "flows"),
    [
        (
            {
                "業務の委託": "委託先　株式会社甲<br>"
                "期間　令和4年4月1日から令和5年3月31日まで<br>内容　封入及び発送"
            },
            [("entrust", "株式会社甲")],
        ),
        (
            {"経常的提供先": "甲県市町村連合会 乙年金基金"},
            [("provide", "甲県市町村連合会"), ("provide", "乙年金基金")],
        ),
        ({"経常的提供先": "甲市社会福祉協議会 地域課"}, [("provide", "甲市社会福祉協議会地域課")]),
        ({"記録媒体": "紙、貸出システム（町のサーバー内）"}, [("process", "貸出システム")]),
        ({"記録媒体": "紙、表計算ソフト"}, []),
        ({"電算処理": "有（予約管理ソフト）"}, [("process", "予約管理ソフト")]),
        (
            {"委託先": "株式会社甲", "備考": "封入は、受託者からの再委託により有限会社乙が行う。"},
            [("entrust", "株式会社甲"), ("reentrust", "有限会社乙")],
        ),
        (
            {"委託先": "株式会社甲、有限会社乙（再委託先）"},
            [("entrust", "株式会社甲"), ("reentrust", "有限会社乙")],
        ),
    ],
)
def test_who_is_named(fields: dict[str, str], flows: list[tuple[str, str]]) -> None:
    assert given(content(**fields)) == flows


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        ("1子ども【氏名、学年】、2学校", ["子ども", "氏名", "学年", "学校"]),
        (
            "1 ア、2 イ、3 ウ、4 エ、5 オ、6 カ、7 キ、8 ク、9 ケ、1 0 コ、1 1 年額、1 2 サ",
            [*"アイウエオカキクケコ", "年額", "サ"],
        ),
        ("家庭　□続柄　■住居<br>その他　■品目", ["住居", "品目"]),
    ],
)
def test_items(printed: str, labels: list[str]) -> None:
    (listed,) = content(記録項目=printed)["lists"]
    assert [each["label"] for each in listed["entries"]] == labels


@pytest.mark.parametrize(
    ("printed", "as_of"),
    [
        ("申込者（令和4年度　1,480件）", "FY2022"),
        ("申込者（令和4年度<br>1,480件）", "FY2022"),
        ("申込者（令和5年3月31日現在　1,480件）", "2023-03-31"),
    ],
)
def test_the_date_in_front_of_a_number(printed: str, as_of: str) -> None:
    (group,) = content(記録範囲=printed)["subjects"]
    assert group["label"] == "申込者"
    assert [(each["value"], each["as_of"]) for each in group["counts"]] == [(1480, as_of)]


@pytest.mark.parametrize(
    ("own", "partner"),
    [
        ("（町が行う措置）", "（受託者に行わせる措置）"),
        ("【町における措置】", "【委託先における措置】"),
        ("1 町の措置", "2 委託先の措置"),
    ],
)
def test_heads_within_a_cell_say_whose_measures_stand_below(own: str, partner: str) -> None:
    cell = f"{own}<br>(1) 書庫に施錠する。<br>(2) 名簿を備える。<br>{partner}<br>(1) 複写を禁ずる。"
    found = content(委託先="株式会社甲", 安全管理措置=cell)["safeguards"]
    parties = [(each["party"], each["position"]) for each in found]
    assert parties == [("own", "1"), ("own", "2"), ("partner", "1")]


@pytest.mark.parametrize(
    ("printed", "forbidden"),
    [
        ("契約により、これを禁止している。", True),
        ("させてはならない", True),
        ("行わせていない", True),
        ("町の承諾を得た場合を除き、行わせない。", False),
        ("有（株式会社乙）", False),
    ],
)
def test_no_one_may_hand_on(printed: str, forbidden: bool) -> None:
    found = content(委託先="株式会社甲", 再委託=printed)
    kinds = [each["kind"] for each in found.get("claims", [])]
    assert ("depth_at_most" in kinds) == forbidden

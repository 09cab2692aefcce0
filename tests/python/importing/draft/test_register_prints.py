"""What registers print beside names: terms, parts, years, whose measures, who hands on."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

HEAD = "個人情報ファイル簿\n個人情報ファイルの名称\t甲ファイル\n行政機関等の名称\tみなみ町長\n"
USUAL = {"利用目的": "利用者の管理", "記録項目": "氏名、住所", "記録範囲": "利用者"}


def content(**fields: str) -> dict[str, Any]:
    cells = (f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (USUAL | fields).items())
    text = f"{HEAD}<table>{''.join(cells)}</table>\n"
    return drafts.draft(text, "r.txt").content


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
        ({"経常的提供先": "■有　甲県立支援学校　□無"}, [("provide", "甲県立支援学校")]),
        ({"経常的提供先": "甲市社会福祉協議会 地域課"}, [("provide", "甲市社会福祉協議会地域課")]),
        ({"記録媒体": "紙、貸出システム（町のサーバー内）"}, [("process", "貸出システム")]),
        ({"記録媒体": "紙、表計算ソフト"}, []),
        ({"電算処理": "有（予約管理ソフト）"}, [("process", "予約管理ソフト")]),
        ({"処理の形態": "■電算処理（貸出システム）　■文書"}, [("process", "貸出システム")]),
        ({"処理の形態": "■電算処理（外部のサーバー）　■文書"}, []),
        ({"記録するコンピュータ": "貸出システム"}, [("process", "貸出システム")]),
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
        ("1番号／2品目／3単価／4数量", ["番号", "品目", "単価", "数量"]),
        ("(1)家族<br>　ア続柄<br>　イ人数<br>(2)品目", ["家族", "続柄", "人数", "品目"]),
    ],
)
def test_items(printed: str, labels: list[str]) -> None:
    (listed,) = content(記録項目=printed)["lists"]
    assert [each["label"] for each in listed["entries"]] == labels


@pytest.mark.parametrize(
    ("printed", "lists"),
    [
        (
            "［児童］①氏名②学年<br>［保護者］①氏名②勤務先",
            [["1 氏名", "2 学年"], ["1 氏名", "2 勤務先"]],
        ),
        ("【本人】氏名、住所<br>【家族】氏名", [["1 氏名", "2 住所"], ["3 氏名"]]),
        ("（基本的事項）氏名、住所<br>（経済状況）所得", [["1 氏名", "2 住所", "3 所得"]]),
    ],
)
def test_a_head_that_says_whose_items_begins_a_list(printed: str, lists: list[list[str]]) -> None:
    found = content(記録項目=printed)
    read = [[f"{e['position']} {e['label']}" for e in each["entries"]] for each in found["lists"]]
    assert read == lists


@pytest.mark.parametrize(
    ("fields", "lists"),
    [
        ({"経常的提供先": "甲組合（氏名、住所）"}, [["氏名", "住所"], ["氏名", "住所"]]),
        ({"経常的提供先": "甲組合（乙市、丙市）"}, [["氏名", "住所"]]),
        ({"経常的提供先": "甲組合", "提供する項目": "記録項目のすべて"}, [["氏名", "住所"]]),
        ({"経常的提供先": "甲組合", "提供する項目": "①及び②"}, [["氏名", "住所"]]),
        (
            {"外部提供": "有　提供先：甲組合／提供項目：氏名、税額／提供方法：郵送"},
            [["氏名", "住所"], ["氏名", "税額"]],
        ),
    ],
)
def test_what_is_handed_over(fields: dict[str, str], lists: list[list[str]]) -> None:
    found = content(**fields)
    assert [[e["label"] for e in each["entries"]] for each in found["lists"]] == lists
    assert ("provide", "甲組合") in given(found)


@pytest.mark.parametrize(
    ("fields", "channel", "kept"),
    [
        ({"提供の方法": "紙（名簿）の手渡し", "記録媒体": "USBメモリ"}, "paper", ["usb_memory"]),
        ({"提供方法": "専用回線による送信", "記録媒体": "紙、貸出システム"}, "dedicated_line", []),
        ({"提供の方法": "紙又はCD-R", "記録媒体": "紙"}, "", ["paper"]),
    ],
)
def test_ways_and_media(fields: dict[str, str], channel: str, kept: list[str]) -> None:
    found = content(経常的提供先="甲組合", **fields)
    ways = [each.get("channel", {}).get("kind", "") for each in found["flows"]]
    assert [kind for kind in ways if kind] == ([channel] if channel else [])
    assert [each["kind"] for each in found["matters"][0].get("media", [])] == kept


@pytest.mark.parametrize(
    ("printed", "groups"),
    [
        ("利用者 80人（うち町外の者 3人）", [("利用者", 80), ("町外の者", 3)]),
        ("所有者 8人<br>借主 9人<br>合計 17人", [("所有者", 8), ("借主", 9)]),
    ],
)
def test_groups_within_groups_and_sums(printed: str, groups: list[tuple[str, int]]) -> None:
    found = content(記録範囲=printed)["subjects"]
    assert [(each["label"], each["counts"][0]["value"]) for each in found] == groups


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

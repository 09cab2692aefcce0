"""Registers as offices differ: lists in single blanks, rows of several files, told recipients."""

from __future__ import annotations

import json
from typing import Any

import drafts
import pytest

CARD = """【番号{number}】
個人情報ファイルの名称　　{name}
利用目的　　　　　　　　　{purpose}ため
記録項目　　　　　　　　　1氏名、2住所、3電話番号、4学校名及び学年、5出欠の状況
記録範囲　　　　　　　　　{group}
収集方法　　　　　　　　　本人からの申込書
経常的提供先　　　　　　　{recipients}
記録するシステム　　　　　{system}
委託先　　　　　　　　　　なし
備考　　　　　　　　　　　{remark}

"""
FILES = (
    ("学童名簿", "学童保育を行う", "学童保育の利用児童", "学童管理システム"),
    ("貸出台帳", "図書を貸し出す", "図書の利用者", "図書管理システム"),
    ("苗木配布名簿", "苗木を配る", "苗木の受取人", "緑化台帳システム"),
)


def cards(recipients: str = "なし", remark: str = "なし", system: str = "") -> str:
    text = ""
    for number, (name, purpose, group, own) in enumerate(FILES, 1):
        last = number == len(FILES)
        text += CARD.format(
            number=number,
            name=name,
            purpose=purpose,
            group=group,
            recipients=recipients if number == 1 else "なし",
            system=f"{own}、{system}" if system and last else own,
            remark=remark if number == 1 else "なし",
        )
    return text


HEAD = "松之浜町個人情報ファイル簿\n\n"


def content(text: str) -> dict[str, Any]:
    return dict(json.loads(drafts.draft(text, "r.txt").case.to_json()))


def flows(text: str) -> set[tuple[str, str]]:
    case = content(text)
    labels = {each["id"]: each["label"] for each in case["holders"]}
    away = [f for f in case["flows"] if f["relation"] not in ("collect", "process")]
    return {(labels[to], flow["relation"]) for flow in away for to in flow["to"]}


def numbers(text: str) -> set[tuple[str, int]]:
    claims = [each for each in content(text)["claims"] if each["kind"] == "count"]
    return {(each["label"], each["value"]) for each in claims}


LISTED = {("学童保育の利用児童", 312), ("図書の利用者", 4870), ("苗木の受取人", 96)}


INDEX = "番号 ファイルの名称 本人の数\n1 学童名簿 {}\n2 貸出台帳 {}\n3 苗木配布名簿 {}\n\n"
WIDE = """　番号　ファイルの名称　　　　本人の数　　委託　提供
　１　　学童名簿　　　　　　　　　312人　　無　　無
　２　　貸出台帳　　　　　　　　4,870人　　無　　無
　３　　苗木配布名簿　　　　　　　 96人　　無　　無

"""
PLAIN = INDEX.format("312人", "4,870人", "96人")


@pytest.mark.parametrize("index", [PLAIN, INDEX.format("3 1 2人", "4 , 8 7 0人", "9 6人"), WIDE])
def test_a_list_of_files_gives_each_number_to_its_file(index: str) -> None:
    made = HEAD + index + cards()
    assert numbers(made) == LISTED
    assert "count_differs" not in drafts.codes(drafts.draft(made, "r.txt"))


def test_a_number_of_the_list_that_differs_from_the_card() -> None:
    told = cards().replace("図書の利用者", "図書の利用者 4,780人")
    assert "count_differs" in drafts.codes(drafts.draft(HEAD + PLAIN + told, "r.txt"))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("松之浜町福祉課（見守りのため、庁内で移転する。）", {("松之浜町福祉課", "transfer")}),
        ("松之浜町福祉課", {("松之浜町福祉課", "transfer")}),
        ("松之浜町教育委員会学校教育課", {("松之浜町教育委員会学校教育課", "provide")}),
        ("北浦町福祉課", {("北浦町福祉課", "provide")}),
        ("町内の各小学校に、氏名、学校名及び学年並びに出欠の状況を、毎日連絡票で提供する。",
         {("町内の各小学校", "provide")}),
        ("青葉協議会に、氏名及び住所を渡す。", {("青葉協議会", "provide")}),
    ],
)  # fmt: skip
def test_who_gets_something_in_what_relation(cell: str, found: set[tuple[str, str]]) -> None:
    assert flows(HEAD + "松之浜町長\n\n" + cards(cell)) == found


def test_numbered_lines_tell_each_recipient_with_its_items() -> None:
    cell = "(1) 青葉警察署 氏名、住所、電話番号\n(2) 青葉協議会 氏名、学校名及び学年、\n出欠の状況"
    made = content(HEAD + cards(cell))
    holders = {each["id"]: each["label"] for each in made["holders"]}
    lists = {
        holders[each["holders"][0]]: [e["label"] for e in each["entries"]]
        for each in made["lists"]
        if each["holders"] != ["own"]
    }
    assert lists == {
        "青葉警察署": ["氏名", "住所", "電話番号"],
        "青葉協議会": ["氏名", "学校名及び学年", "出欠の状況"],
    }


SCANNED = (
    "\n別表 提供の内容\n\n提供先 提供する項目 方法\n青葉警察署 氏名、{}、電\n話番号 紙で手渡す。\n"
)


@pytest.mark.parametrize(("item", "raised"), [("住所", False), ("出欠の状況", True)])
def test_a_table_in_single_blanks_tells_again(item: str, raised: bool) -> None:
    cell = "青葉警察署（氏名、住所、電話番号）"
    told = drafts.draft(HEAD + cards(cell) + SCANNED.format(item), "r.txt")
    assert ("contents_differ" in drafts.codes(told)) == raised


NOWHERE = "出欠の状況は、保護者のほか、どこにも提供しない。"


@pytest.mark.parametrize(
    ("cell", "remark", "raised"),
    [
        ("各小学校に、氏名及び出欠の状況を、毎日提供する。", NOWHERE, True),
        ("各小学校に、氏名及び住所を、毎日提供する。", NOWHERE, False),
        ("なし", NOWHERE, False),
        ("各小学校に、氏名及び住所を、毎日提供する。", "電話番号は、どこにも提供しない。", False),
    ],
)  # fmt: skip
def test_what_goes_to_nobody_but_the_persons(cell: str, remark: str, raised: bool) -> None:
    codes = drafts.codes(drafts.draft(HEAD + cards(cell, remark), "r.txt"))
    assert ("claim_against_list" in codes) == raised


@pytest.mark.parametrize(
    ("remark", "raised"),
    [
        ("電話番号は、希望する人からだけ聞き取る。", False),
        ("このファイルは、本人の申請書だけから作成する。", True),
    ],
)
def test_from_whom_an_item_alone_comes_says_nothing_of_the_file(remark: str, raised: bool) -> None:
    told = cards(remark=remark).replace("本人からの申込書", "本人からの申込書及び保健所からの報告")
    assert ("claim_against_list" in drafts.codes(drafts.draft(HEAD + told, "r.txt"))) == raised


SYSTEMS = """ファイルを記録するシステムは、次に掲げるもので全部である。
ア 学童管理システム
イ 図書管理システム
ウ 緑化台帳システム

"""


@pytest.mark.parametrize(("system", "raised"), [("案内配信システム", True), ("", False)])
def test_a_system_beside_the_list_of_all(system: str, raised: bool) -> None:
    told = drafts.draft(HEAD + SYSTEMS + cards(system=system), "r.txt")
    assert ("named_once" in drafts.codes(told)) == raised


def test_a_list_of_some_systems_closes_nothing() -> None:
    some = SYSTEMS.replace("で全部である", "などがある")
    told = drafts.draft(HEAD + some + cards(system="案内配信システム"), "r.txt")
    assert "named_once" not in drafts.codes(told)


KINDS = """ファイルの整理番号\t区分\t相手方\t渡す項目\t期間
1\t提供\t青葉警察署\t1氏名、2住所、5出欠の状況\t―
2\t委託\t株式会社あさひ計算\t1～3のすべて\t令和7年4月1日～令和8年3月31日
3\t委託\t株式会社ゆうひ印刷\t1氏名、2住所\t令和7年6月1日～令和7年9月30日
"""


def test_rows_of_several_files_say_of_what_kind_each_is() -> None:
    text = HEAD + cards().replace("なし\n記録する", "\n記録する") + KINDS
    assert flows(text) == {
        ("青葉警察署", "provide"),
        ("株式会社あさひ計算", "entrust"),
        ("株式会社ゆうひ印刷", "entrust"),
    }
    case = content(text)
    periods = {p["start"]: m["title"] for m in case["matters"] for p in m.get("periods", [])}
    assert periods == {"2025-04-01": "貸出台帳", "2025-06-01": "苗木配布名簿"}
    own = next(each for each in case["lists"] if each["label"] == "渡す項目")
    assert [each["position"] for each in own["entries"]] == ["1", "2", "5"]


COUNTED = """整理番号\t対象\t数\t単位\t時点
1\t学童保育の利用児童\t312\t人\t令和7年4月1日
2\t図書の利用者\t4870\t人\t令和6年度
3\t苗木の受取人\t96\t{}\t令和7年3月31日
"""


def test_rows_of_numbers_with_unit_and_date_in_cells_of_their_own() -> None:
    found = content(HEAD + cards() + COUNTED.format("人"))
    assert {(each["label"], each["value"]) for each in found["claims"]} == LISTED
    dates = {each["label"]: each["counts"][0]["as_of"] for each in found["subjects"]}
    assert dates["学童保育の利用児童"] == "2025-04-01"
    assert dates["図書の利用者"] == "FY2024"


@pytest.mark.parametrize("unit", ["人", "件"])
def test_a_number_keeps_the_unit_of_its_row(unit: str) -> None:
    told = cards().replace("苗木の受取人", "苗木の受取人 96人（令和7年3月31日現在）")
    found = content(HEAD + told + COUNTED.format(unit))["subjects"]
    counts = next(each["counts"] for each in found if each["label"] == "苗木の受取人")
    units = {"人": "person", "件": "record"}
    assert {each["unit"] for each in counts} == {"person", units[unit]}


@pytest.mark.parametrize(
    ("cell", "groups"),
    [
        (
            "利用児童 20人（令和7年4月1日現在） 及び 利用児童の保護者",
            {"利用児童", "利用児童の保護者"},
        ),
        ("利用児童 20人及びその保護者 30人", {"利用児童", "その保護者"}),
        ("利用児童及び利用児童の保護者 20人", {"利用児童及び利用児童の保護者"}),
    ],
)
def test_who_follows_a_counted_group(cell: str, groups: set[str]) -> None:
    found = content(HEAD + cards().replace("学童保育の利用児童", cell))
    assert groups <= {each["label"] for each in found["subjects"]}
    assert len(found["subjects"]) == len(groups) + 2


def test_a_column_of_names_is_none_of_measures() -> None:
    table = (
        "業務\t委託先\t再委託先\n受付\t株式会社あさひ計算\tなし\n"
        "印刷\t株式会社ゆうひ印刷\t有限会社つばめ（事前に承諾した。）\n発送\t合同会社うみ\tなし\n"
    )
    assert content(HEAD + cards() + table).get("safeguards", []) == []

"""Items that a paper names by the marks of another list, and who gets them."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

LETTER = """あさひ町長

給食の配達の委託について（諮問）

1　対象者
給食を申し込んだ者　30人（令和6年4月1日現在）
2　記録する項目
ア　氏名
イ　住所
ウ　電話番号
エ　食事の制限
3　委託
(1)　委託先
{firms}
(2)　委託先に取り扱わせる項目
{told}
4　措置
(1)　町の措置
ア　名簿を扱う者を限る。
(2)　委託先の措置
ア　名簿を写さない。
"""
ONE = "株式会社きつね配送"
TWO = "ア　株式会社きつね配送\nイ　合同会社たぬき調理"


def got(case: dict[str, Any]) -> dict[str, list[str]]:
    """The items of the flow to each partner, by names."""
    names = {each["id"]: each["label"] for each in case["holders"]}
    items = {each["id"]: each["label"] for each in case["items"]}
    return {
        names[flow["to"][0]]: [items[id_] for id_ in flow.get("items", [])]
        for flow in case["flows"]
        if flow["relation"] == "entrust"
    }


@pytest.mark.parametrize(
    "told",
    [
        "2に掲げる項目のうち、ア、イ及びエ",
        "2のア、イ及びエ",
        "2ア、イ、エ",
        "2の項目のうちア、イ及びエ",
        "2のアからエまで",
        "株式会社きつね配送には、2に掲げる項目のうちア、イ及びエを取り扱わせる。",
        "受託者　2のア、イ及びエの項目",
        "2に掲げる項目のうちウを除く項目",
    ],
)
def test_marks_of_another_list_are_no_items(told: str) -> None:
    case = draft(LETTER.format(firms=ONE, told=told)).content
    assert [len(each["entries"]) for each in case["lists"]] == [4]
    names = ["氏名", "住所", "食事の制限"]
    wanted = ["氏名", "住所", "電話番号", "食事の制限"] if "から" in told else names
    assert got(case)["株式会社きつね配送"] == wanted


def test_all_of_a_list_goes_as_the_list() -> None:
    case = draft(LETTER.format(firms=ONE, told="2の全ての項目")).content
    assert got(case) == {"株式会社きつね配送": []}
    assert [each.get("lists") for each in case["flows"]] == [[case["lists"][0]["id"]]]


def test_each_of_two_partners_gets_its_own() -> None:
    told = "株式会社きつね配送には2の全ての項目を、"
    told += "合同会社たぬき調理には2のア及びエの項目を取り扱わせる。"
    case = draft(LETTER.format(firms=TWO, told=told)).content
    assert got(case) == {"株式会社きつね配送": [], "合同会社たぬき調理": ["氏名", "食事の制限"]}
    firms = {each["id"]: each["label"] for each in case["holders"]}
    assert "合同会社たぬき調理" not in [firms[id_] for id_ in case["lists"][0]["holders"]]
    assert raised(LETTER.format(firms=TWO, told=told)) == set()


CIRCLED = """あさひ町長

給食の配達の委託について（諮問）

1　取り扱う情報
①　氏名　②　住所　③　電話番号　④　食事の制限
2　情報の提供先と提供する情報
(1)　医療法人あけび会　①から③まで
(2)　社会福祉法人くるみ会　①、②及び④
"""


def test_a_line_with_a_name_and_marks_for_each_recipient() -> None:
    case = draft(CIRCLED).content
    names = {each["id"]: each["label"] for each in case["holders"]}
    items = {each["id"]: each["label"] for each in case["items"]}
    found = {
        names[flow["to"][0]]: [items[id_] for id_ in flow.get("items", [])]
        for flow in case["flows"]
    }
    assert found == {
        "医療法人あけび会": ["氏名", "住所", "電話番号"],
        "社会福祉法人くるみ会": ["氏名", "住所", "食事の制限"],
    }
    assert [len(each["entries"]) for each in case["lists"]] == [4]


def test_marks_that_lead_nowhere_say_nothing() -> None:
    case = draft(LETTER.format(firms=ONE, told="9に掲げる項目のうち、ア及びイ")).content
    assert got(case) == {"株式会社きつね配送": []}

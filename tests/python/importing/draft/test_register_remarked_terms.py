"""Terms and partners that only the remarks of a register tell, and the date of its numbers."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

CARD = """
１　ファイルの名称　　{name}
２　利用目的　　{name}を整えるため
３　記録項目　　１氏名、２住所、３電話番号
４　記録範囲　　{who}　{number}人
５　経常的提供先　　なし
６　備考　　{remarks}
"""


def register(lead: str = "", remarks: str = "なし", number: str = "1,230") -> dict[str, Any]:
    first = CARD.format(name="貸舟ファイル", who="貸舟を借りた者", number=number, remarks=remarks)
    second = CARD.format(name="釣場ファイル", who="釣場を使う者", number="870", remarks="なし")
    text = f"入江町　個人情報ファイル簿\n{lead}\n{first}\n{second}"
    return drafts.draft(text, "r.txt").content


def dates_of_numbers(found: dict[str, Any]) -> list[str | None]:
    return [count.get("as_of") for each in found["subjects"] for count in each["counts"]]


@pytest.mark.parametrize(
    "lead",
    [
        "（令和6年10月1日現在）",
        "令和6年10月1日現在",
        "作成　産業課（令和6年10月1日時点）",
        "産業課が持つファイルは、次の2ファイルである。本人の数は、令和6年10月1日現在とする。",
        "本人の数は、いずれも令和6年10月1日現在である。",
        "人数の基準日は、令和6年10月1日とする。",
    ],
)
def test_a_date_in_front_of_the_files_is_that_of_their_numbers(lead: str) -> None:
    assert dates_of_numbers(register(lead)) == ["2024-10-01", "2024-10-01"]


@pytest.mark.parametrize(
    "lead",
    ["令和6年10月1日作成", "（令和6年10月1日改正）", "令和6年10月1日現在、次の2ファイルを持つ。"],
)
def test_another_date_in_front_of_the_files_is_none(lead: str) -> None:
    assert dates_of_numbers(register(lead)) == [None, None]


def test_a_number_with_a_date_of_its_own_leaves_the_others_without_that_of_the_title() -> None:
    found = register("（令和6年10月1日現在）", number="1,230人（令和6年4月1日現在）、うち町外 12")
    assert set(dates_of_numbers(found)) == {"2024-04-01", None}


def partners(found: dict[str, Any]) -> list[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in found["holders"]}
    flows = [each for each in found.get("flows", []) if each["relation"] != "collect"]
    return [(each["relation"], names[to]) for each in flows for to in each["to"]]


def periods(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["start"], each["end"]) for each in found["matters"][0].get("periods", [])]


@pytest.mark.parametrize(
    "remarks",
    [
        "指定管理者　いりえ共同体（指定期間　令和5年4月1日から令和10年3月31日まで）",
        "指定管理者：いりえ共同体。指定の期間は、令和5年4月1日から令和10年3月31日までとする。",
        "指定管理者　　いりえ共同体　　指定管理の期間：令和5年4月1日から令和10年3月31日まで",
    ],
)
def test_a_remark_tells_who_runs_the_place(remarks: str) -> None:
    found = register(remarks=remarks)
    assert partners(found) == [("delegate", "いりえ共同体")]
    assert periods(found) == [("2023-04-01", "2028-03-31")]


def test_a_contractor_is_no_delegate() -> None:
    found = register(
        remarks="委託先　株式会社かいどう（委託期間　令和6年4月1日から令和7年3月31日まで）"
    )
    assert partners(found) == [("entrust", "株式会社かいどう")]
    assert periods(found) == [("2024-04-01", "2025-03-31")]


def test_terms_in_brackets_are_periods_of_the_file() -> None:
    found = register(
        remarks="桟橋の点検を株式会社かいどうに委託している"
        "（委託期間　令和6年4月1日から令和9年3月31日まで）。"
        "株式会社かいどうは、町の承諾を得て、水中の撮影を合同会社うみどりに再委託している"
        "（再委託期間　令和6年8月1日から令和9年3月31日まで）。"
    )
    assert periods(found) == [("2024-04-01", "2027-03-31"), ("2024-08-01", "2027-03-31")]


@pytest.mark.parametrize("label", ["指定管理者", "委任（指定管理者）", "委任先"])
def test_a_label_says_that_a_place_is_run_by_another(label: str) -> None:
    text = (
        "入江町　個人情報ファイル簿\n\n| 項目 | 内容 |\n| --- | --- |\n"
        "| ファイルの名称 | 貸舟ファイル |\n| 利用目的 | 舟を貸すため |\n"
        "| 記録項目 | 1 氏名、2 住所 |\n| 記録範囲 | 舟を借りた者 |\n"
        f"| {label} | いりえ共同体 |\n"
    )
    assert partners(drafts.draft(text, "r.txt").content) == [("delegate", "いりえ共同体")]

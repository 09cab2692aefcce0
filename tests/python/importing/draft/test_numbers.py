"""Numbers and times that a draft tells twice: what of it is written for the rules."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

FILE = (
    "個人情報ファイルの名称　工房利用者ファイル\n所管課　産業課\n"
    "利用目的　60歳以上の利用者に工房を貸すため\n"
    "記録項目　1氏名、2住所、3利用日\n記録範囲　60歳以上の利用者\n"
)


def read(text: str) -> dict[str, Any]:
    return drafts.draft(f"{FILE}{text}", "r.txt").content


def told_twice(text: str) -> list[tuple[str, str]]:
    claims = [each for each in read(text).get("claims", []) if "再掲" in each["label"]]
    printed = [each["printed"] for each in claims]
    return list(zip(printed[::2], printed[1::2], strict=True))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("木工の利用者は3,745人である。\n別表で、木工の利用者3,754人に貸す。\n", 1),
        ("木工の利用者は3,745人である。\n別表で、木工の利用者約3,745人に貸す。\n", 1),
        ("木工の利用者は3,745人である。\n別表で、木工の利用者3,745世帯に貸す。\n", 1),
        ("木工の利用者は3,745人である。\n別表で、木工の利用者3,745人に貸す。\n", 0),
        ("利用者は1,250人である。内訳は、木工が700人、陶芸が500人である。\n", 1),
        ("利用者は1,250人である。内訳は、木工が700人、陶芸が550人である。\n", 0),
        ("利用者は1,250人\n（内訳）木工　700人　　陶芸　505人\n", 1),
        ("木工700人、陶芸550人\n計1,205人\n", 1),
        ("1,250人のうち木工の者は700人、陶芸の者は600人である。\n", 0),  # some do both
        ("受付      担当者数      18人\n貸出      担当者数      24人\n", 0),
        ("2年10月1日は 木工 600人、陶芸 500人、合計 1,100人（3年は合計 1,205人）\n", 0),
    ],
)
def test_numbers_that_do_not_agree(text: str, pairs: int) -> None:
    assert len(told_twice(f"備考　{text}")) == pairs


def test_a_number_of_one_group_with_and_without_about_is_asked_once() -> None:
    told = "1　対象者　利用券を受ける妊産婦　約620人\n2　情報項目　(1) 氏名 (2) 住所\n"
    table = "3　規模\n\n| 対象者 | 人数 |\n|---|---|\n| 利用券を受ける妊産婦 | 620人 |\n"
    made = drafts.draft(f"諮問書\n件名　利用券の電子化について（諮問）\n{told}{table}")
    rows = made.case.table("findings").to_json()["rows"]
    assert [row["about"] for row in rows if row["code"] == "count_bound"] == [
        "利用券を受ける妊産婦"
    ]


@pytest.mark.parametrize(("number", "pairs"), [(3, 0), (4, 1)])
def test_items_of_a_list_with_their_number(number: int, pairs: int) -> None:
    text = FILE.replace("3利用日", f"3利用日（全{number}項目）")
    claims = drafts.draft(text, "r.txt").content.get("claims", [])
    assert len(claims) == 2 * pairs


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("備考　50歳以上の利用者の情報を抽出する。\n", 1),
        ("備考　60歳以上の利用者の情報を抽出する。\n", 0),
        ("備考　広報により全ての市民に周知する。\n", 0),
    ],
)
def test_sentences_that_speak_of_more_persons(text: str, phrases: int) -> None:
    purposes = read(text).get("purposes", [])
    assert len([one for each in purposes for one in each.get("wider", [])]) == phrases


@pytest.mark.parametrize(
    ("when", "kinds"),
    [
        ("令和6年4月1日から令和7年6月30日まで", ["contract", "work"]),
        ("令和6年4月1日から令和7年3月31日まで", []),
        ("平成20年4月1日から", []),  # since when it is done at all
    ],
)
@pytest.mark.parametrize(
    "table",
    [
        "| 受託者 | 業務 | 契約期間 |\n|---|---|---|\n"
        "| かえで木材株式会社 | 材料の検査 | 令和6年4月1日から令和7年3月31日まで |\n",
        "受託者               業務         契約期間\n"
        "かえで木材株式会社   材料の検査   令和6年4月1日から令和7年3月31日まで\n",
    ],
)
def test_work_beyond_the_term_in_a_table(table: str, when: str, kinds: list[str]) -> None:
    head = "委託　かえで木材株式会社（材料の検査）\n"
    found = read(f"{head}\n別紙　委託契約\n\n{table}\n材料の検査は、{when}行わせる。\n")
    periods = [each for matter in found["matters"] for each in matter.get("periods", [])]
    parts = [each["kind"] for each in periods if each.get("part")]
    assert sorted(parts) == kinds

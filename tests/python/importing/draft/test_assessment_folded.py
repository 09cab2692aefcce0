"""Lists of changes whose cells go on over printed lines, and what they say of work and systems."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

HEAD = (
    "特定個人情報保護評価書（全項目評価書）\n評価実施機関名 ゆきの市長\n（別添3）変更箇所\n\n"
    "変更日\t項目\t変更前の記載\t変更後の記載\t提出時期\t提出時期に係る説明\n"
)
DAY = "令和7年6月2日"
WHY = "\t事前\t重要な変更に当たるため。\n"
FIRM = f"{DAY}\tⅡ 4.③委託先名\t(記載なし)\t株式会社やまなみ印刷{WHY}"
TERM = f"{DAY}\tⅡ 4.⑤委託期間\n\t(記載なし)\n\t令和7年7月1日から令和8年6月30日まで{WHY}"


def case(text: str) -> dict[str, Any]:
    return draft(HEAD + text).content


def labels(found: dict[str, Any], relation: str) -> set[str]:
    names = {each["id"]: each["label"] for each in found["holders"]}
    flows = [flow for flow in found.get("flows", []) if flow["relation"] == relation]
    return {names[to] for flow in flows for to in flow["to"]}


ITEMS = "1 宛名番号\n\t2 犬の登録番号\n\t3 注射済票番号"


@pytest.mark.parametrize(
    "row",
    [
        f"{DAY}\t(別添2) 記録項目\n\t1 宛名番号\n\t2 犬の登録番号\n\t{ITEMS}{WHY}",
        f"{DAY}\t(別添2) 記録項目\n\t(記載なし)\n\t{ITEMS}{WHY}",
        f"{DAY}\t(別添2) 記録項目\t宛名番号ほか1項目\n\t{ITEMS}\n{WHY}",
        f"{DAY}\t(別添2) 記録項目\n\t宛名番号ほか1項目\n\t{ITEMS}\n{WHY}",
    ],
)
def test_what_a_place_says_now_is_what_stands_behind_what_it_said(row: str) -> None:
    (items,) = case(row + FIRM)["lists"]
    assert [each["position"] for each in items["entries"]] == ["1", "2", "3"]


def test_a_firm_a_term_and_systems_of_such_a_list() -> None:
    row = f"{DAY}\tⅠ 2.使用するシステム\n\tシステム1 畜犬台帳\n"
    row += f"\tシステム1 畜犬管理システム\n\tシステム2 収納管理システム{WHY}"
    found = case(row + FIRM + TERM)
    assert labels(found, "entrust") == {"株式会社やまなみ印刷"}
    assert labels(found, "process") == {"畜犬管理システム", "収納管理システム"}
    (period,) = found["matters"][0]["periods"]
    assert (period["start"], period["end"]) == ("2025-07-01", "2026-06-30")


STEP = f"{DAY}\tⅠ (別添1)事務の内容 4\n\t(記載なし)\n\t{{said}}\n{WHY}"


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("令和8年7月6日から同月17日まで、株式会社やまなみ印刷が旧い原票を廃棄する。", True),
        ("令和8年7月6日から同月17日まで、委託先が刷り直した通知を発送する。", True),
        ("令和8年9月に、委託先の作業員が督促状の束を仕分けする。", True),
        ("令和8年2月2日から同月13日まで、委託先が刷り直した通知を発送する。", False),
        ("令和8年7月6日から同月17日まで、市が届出を受け付ける。", False),
        ("令和8年7月1日から令和13年3月31日まで、委託先が書庫に保管する。", False),
    ],
)
def test_work_that_a_step_dates_is_held_against_the_contract(said: str, asked: bool) -> None:
    found = raised(HEAD + FIRM + TERM + STEP.format(said=said))
    assert ("period_outside_contract" in found) == asked


@pytest.mark.parametrize(("last", "asked"), [("返戻の処理", True), ("通知の発送", False)])
def test_work_of_a_contract_that_a_step_lists_again(last: str, asked: bool) -> None:
    listed = "ア 通知の印刷\n\tイ 通知の封入\n\tウ "
    row = f"{DAY}\tⅡ 4.①委託内容\n\t(記載なし)\n\t{listed}通知の発送{WHY}"
    step = STEP.format(said=f"次の業務を委託する。\n\t{listed}{last}")
    assert ("contents_differ" in raised(HEAD + FIRM + row + step)) == asked

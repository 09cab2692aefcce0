"""Outlines, digests and workbooks of assessments that print the form in their own order."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

HEAD = "特定個人情報保護評価書（重点項目評価書）の概要\n評価実施機関名 あさひ市長\n"


def case(text: str) -> dict[str, Any]:
    return drafts.draft(text).content


def holders(content: dict[str, Any]) -> list[str]:
    return [each["label"] for each in content["holders"][1:]]


def items(content: dict[str, Any]) -> list[str]:
    return [entry["label"] for each in content["lists"] for entry in each["entries"]]


def test_a_head_of_a_higher_rank_ends_the_value_above_it() -> None:
    content = case(
        HEAD + "２ 対象となる本人\n（１）対象となる本人の数 1,000人未満\n"
        "（２）対象となる本人の範囲 給食費の納入者\n３ 利用する機器\n"
        "（１）システムの名称 給食費システム\n"
    )
    assert [each["label"] for each in content["subjects"]] == ["給食費の納入者"]
    assert holders(content) == ["給食費システム"]


@pytest.mark.parametrize(
    "head", ["（１）目的外の入手が行われるリスク", "1．漏えいのリスクへの対策"]
)
def test_a_risk_is_the_head_of_its_measures(head: str) -> None:
    content = case(
        HEAD + f"８ リスク対策\n{head}\nア 必要な欄だけを設ける。\nイ 本人であることを確認する。\n"
        "（２）不正な使用のリスク\nア 記録を保存する。\n"
    )
    assert [(m["position"], m["label"]) for m in content["safeguards"]] == [
        ("ア", "必要な欄だけを設ける。"),
        ("イ", "本人であることを確認する。"),
        ("ア", "記録を保存する。"),
    ]


def test_what_is_only_ticked_is_no_measure() -> None:
    content = case(HEAD + "| ８．監査 | ［○］自己点検 ［　］外部監査 |\n|---|---|\n")
    assert not content.get("safeguards")


def test_a_row_without_a_known_label_is_no_part_of_the_name_above_it() -> None:
    content = case(
        HEAD + "| 委託事項1 | ②委託先名 | 東西印刷株式会社 |\n|---|---|---|\n"
        "| | ③送り方の別 | ［○］郵送 |\n| | ④再委託の有無 | ［ 再委託しない ］ |\n"
    )
    assert holders(content) == ["東西印刷株式会社"]


@pytest.mark.parametrize(("more", "is_open"), [("2 住所", True), ("2 個人番号", False)])
def test_a_digest_may_print_an_attachment_in_one_row(more: str, is_open: bool) -> None:
    content = case(
        HEAD + "| 変更箇所 | 変更後の内容 | ページ | 変更の理由 |\n|---|---|---|---|\n"
        "| ①システムの名称 | 給食費システム | 5 | 新規 |\n"
        f"| （別添2）記録項目 | 1 氏名 {more} | 15 | 項目の追加 |\n"
    )
    assert items(content) == ["氏名", more.removeprefix("2 ")]
    assert content["lists"][0].get("open", False) == is_open

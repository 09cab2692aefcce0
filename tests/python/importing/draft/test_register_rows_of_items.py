"""Registers: how a cell parts its items, and whom a remark names."""

from __future__ import annotations

import json

import drafts
import importing_score as score
import pytest

CARD = """個人情報ファイル簿

個人情報ファイルの名称　図書館利用者ファイル
行政機関等の名称　若葉市教育委員会
個人情報ファイルが利用に供される事務をつかさどる組織の名称　中央図書館
個人情報ファイルの利用目的　図書館資料の貸出しに利用する。
記録項目　{items}
記録範囲　利用登録をした者（令和7年4月1日時点：2,310人）
記録情報の収集方法　本人からの申請
記録情報の経常的提供先　若葉県立図書館
備考　{remarks}
"""
FIRM, SUB = "株式会社みなとデータ", "有限会社はまシステム"


def read(items: str = "氏名、住所", remarks: str = "") -> dict[str, set[tuple[object, ...]]]:
    made = drafts.draft(CARD.format(items=items, remarks=remarks))
    return score.found(json.loads(made.case.to_json()))


@pytest.mark.parametrize(
    "items",
    [
        "ア氏名　イ住所　ウ電話番号",
        "ア氏名、イ住所、ウ電話番号",
        "イ氏名　ロ住所　ハ電話番号",
        "(1)氏名・(2)住所・(3)電話番号",
        "氏名；住所；電話番号",
        "「氏名」「住所」「電話番号」",
        "氏名　・　住所　・　電話番号",
        "<基本>氏名、住所 <連絡>電話番号",
        "1氏名、2住所、3電話番号 他",
    ],
)
def test_whatever_parts_the_items_of_a_cell_is_no_part_of_them(items: str) -> None:
    found = {(each[1], each[2]) for each in read(items=items)["item"]}
    assert found == {("1", "氏名"), ("2", "住所"), ("3", "電話番号")}


@pytest.mark.parametrize(
    "remarks",
    [
        f"{FIRM}に業務委託（再委託先：{SUB}）",
        f"委託先　{FIRM}（再委託先　{SUB}）",
        f"運用・保守委託先：{FIRM}（再委託先：{SUB}）",
    ],
)
def test_a_bracket_of_a_remark_says_to_whom_work_is_handed_on(remarks: str) -> None:
    found = {(each[1], each[2]) for each in read(remarks=remarks)["recipient"]}
    assert found == {("若葉県立図書館", "provide"), (FIRM, "entrust"), (SUB, "reentrust")}


def test_no_further_firm_is_none() -> None:
    found = read(remarks=f"データ入力を{FIRM}に委託（再委託なし）")["recipient"]
    assert {each[2] for each in found} == {"provide", "entrust"}

"""Rows of a matter sheet that tell who works for a partner, as offices label and close them."""

from __future__ import annotations

import drafts
import pytest

SHEET = """若葉市個人情報保護運営会議　付議事項

件名　配食の業務委託について

事業の概要
対象者　配食を申し込んだ者　312人（令和7年4月1日現在）
事業内容　配食の申込みを受け付け、配達を委託する。

件名1　配食の業務委託について
保有課　高齢福祉課
登録業務の名称　高齢者の配食
委託先　株式会社かもめ配食
{further}
{items}
処理させる情報項目の記録媒体　紙
受渡しの方法　職員が名簿を手渡しする。
委託の内容　配達
委託の開始時期及び期限　令和7年6月1日から令和8年3月31日まで
"""
ITEMS = "処理させる情報項目\n　・氏名\n　・住所"


def recipients(further: str, items: str = ITEMS) -> list[tuple[str, str]]:
    case = drafts.draft(SHEET.format(further=further, items=items)).content
    names = {each["id"]: each["label"] for each in case["holders"]}
    works = [each for each in case["flows"] if each["relation"] in ("entrust", "reentrust")]
    return sorted((each["relation"], names[to]) for each in works for to in each["to"])


@pytest.mark.parametrize(
    "further",
    [
        "再委託先　有限会社はま運送",
        "再委託先名　有限会社はま運送",
        "再委託　有（有限会社はま運送）",
        "再委託　あり（有限会社はま運送、配達の一部）",
        "再委託：有限会社はま運送（配達の一部）",
    ],
)
@pytest.mark.parametrize(
    "items",
    [
        ITEMS,
        "処理させる情報項目\n　対象者　配食を申し込んだ者\n　ア 氏名\n　イ 住所",
        "委託に伴い事業者に処理させる情報項目　氏名、住所",
    ],
)
def test_who_works_for_the_partner_keeps_a_row_of_its_own(further: str, items: str) -> None:
    both = [("entrust", "株式会社かもめ配食"), ("reentrust", "有限会社はま運送")]
    assert recipients(further, items) == both


@pytest.mark.parametrize(
    "further", ["再委託　行わない。", "再委託　なし", "再委託　市の承諾を得た場合に限り認める。"]
)
def test_that_nobody_does_names_nobody(further: str) -> None:
    assert recipients(further) == [("entrust", "株式会社かもめ配食")]

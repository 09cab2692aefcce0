"""Registers: what stays within the house, what a list gives to each file, what is handed on."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

CARD = """個人情報取扱事務登録簿
みさき町長
事務の名称	プールの利用受付
事務の目的	利用の予約を受けるため
対象者の範囲	利用の申込者　820人（令和6年4月1日現在）
個人情報の項目	1 氏名、2 住所、3 電話番号
収集先	本人
電算処理	{recorded}
経常的な提供先	{taker}
委託先	{entrusted}
契約期間	令和6年4月1日から令和7年3月31日まで
再委託	{further}
"""
SAID = {
    "recorded": "行わない",
    "taker": "なし",
    "entrusted": "株式会社しおかぜ運営",
    "further": "なし",
}


def card(**changed: str) -> drafts.Draft:
    return drafts.draft(CARD.format(**{**SAID, **changed}))


def going(content: dict[str, Any], matter: str = "") -> set[tuple[str, str, int]]:
    holders = {each["id"]: each for each in content["holders"]}
    return {
        (flow["relation"], holders[to]["label"], holders[to].get("tier", 0))
        for flow in content["flows"]
        if flow["relation"] != "collect" and matter in ("", flow["matter"])
        for to in flow["to"]
    }


@pytest.mark.parametrize(
    "taker", ["福祉課（庁内。減免の確認のため）", "福祉課（庁内での確認のため）", "福祉課"]
)
def test_what_a_section_of_the_house_gets_is_moved_to_it(taker: str) -> None:
    assert ("transfer", "福祉課", 0) in going(card(taker=taker).content)


def test_what_a_body_outside_gets_is_provided() -> None:
    made = going(card(taker="しらなみ県（減免の確認のため）").content)
    assert ("provide", "しらなみ県", 1) in made


@pytest.mark.parametrize(
    "recorded", ["予約受付システムに記録", "予約受付システムに記録する。", "予約受付システムで管理"]
)
def test_the_system_is_named_with_what_is_done_in_it(recorded: str) -> None:
    assert ("process", "予約受付システム", 0) in going(card(recorded=recorded).content)


FURTHER = (
    "電話受付を、町の書面による承諾を得て有限会社なみのり電話に再委託。"
    "再委託の期間は令和6年5月1日から令和{until}年2月28日まで"
)


def test_a_sentence_says_to_whom_work_is_handed_on_and_how_long() -> None:
    made = card(further=FURTHER.format(until="7"))
    assert going(made.content) == {
        ("entrust", "株式会社しおかぜ運営", 1),
        ("reentrust", "有限会社なみのり電話", 2),
    }
    (matter,) = made.content["matters"]
    assert [each["end"] for each in matter["periods"]] == ["2025-03-31", "2025-02-28"]
    assert "period_outside_contract" not in drafts.codes(made)
    assert "period_outside_contract" in drafts.codes(card(further=FURTHER.format(until="8")))


def test_a_sentence_may_end_with_whom_the_work_is_entrusted_to() -> None:
    told = "システムの保守を株式会社しおかぜ運営に委託（令和6年4月1日から令和7年3月31日まで）。"
    assert going(card(entrusted=told).content) == {("entrust", "株式会社しおかぜ運営", 1)}


TABLE = """個人情報ファイル簿
みさき町長
番号	個人情報ファイルの名称	利用目的	記録項目	記録範囲	収集方法	委託
1	水道使用者ファイル	検針のため	氏名、住所	使用者	本人の申込み	別表のとおり
2	下水道使用者ファイル	料金のため	氏名、住所	使用者	本人の申込み	別表のとおり
3	井戸所有者ファイル	調査のため	氏名、住所	所有者	本人の届出	なし

別表　取扱いの委託
ファイル番号	委託先	委託の内容	契約期間
1	株式会社いずみ検針	検針	令和6年4月1日～令和9年3月31日
2	有限会社たきの印刷	印刷	令和6年4月1日～令和7年3月31日
"""


def test_a_list_by_number_gives_each_file_its_own() -> None:
    content = drafts.draft(TABLE).content
    made = [going(content, matter["id"]) for matter in content["matters"]]
    assert made == [
        {("entrust", "株式会社いずみ検針", 1)},
        {("entrust", "有限会社たきの印刷", 1)},
        set(),
    ]

"""Assessments that contradict nothing, in words that once were held against each other."""

from __future__ import annotations

import drafts
import pytest

SHEET = """特定個人情報保護評価書（重点項目評価書）
評価書名	水道料金の減免に関する事務
評価実施機関名	あおば市長

Ⅰ　基本情報
1　事務の名称	水道料金の減免に関する事務

Ⅱ　ファイルの概要
1　ファイル名	減免ファイル
2　対象となる本人	減免の申請者　{number}（令和6年度）
3　記録項目	別添1のとおり
4　入手	{got}
{contracts}
6　提供先	あおば広域連合
　項目	氏名、住所

（別添1）記録項目
1　個人番号
2　氏名
3　住所
4　減免の額

Ⅲ　リスク対策
市の措置
1 あおば広域連合への提供の記録を残す。
委託先に行わせる措置
{asked}

（別添2）変更箇所
変更日	項目	変更前の記載	変更後の記載	提出時期
令和7年4月1日	Ⅱ２	減免の申請者　{before}	減免の申請者　{number}（令和6年度）	事後
"""
SAID = {
    "number": "1,187人",
    "before": "1,433人（令和元年度）",
    "got": "本人から申請書を受ける。",
    "contracts": "5　委託の内容	料金の計算\n　委託先	あおば計算株式会社",
    "asked": "1 名簿を出させる。",
}


def raised(**changed: str) -> set[str]:
    draft = drafts.draft(SHEET.format(**{**SAID, **changed}))
    return {row["code"] for row in draft.case.table("findings").to_json()["rows"]}


def test_numbers_of_two_years_are_no_number_told_again() -> None:
    assert "count_differs" not in raised()


def test_who_gives_an_item_need_not_get_it() -> None:
    got = "\n(1) 本人から申請書を受ける。\n"
    got += "(2) あおば広域連合から、専用線により減免の額及び氏名を入手する。"
    assert "claimed_item_unlisted" not in raised(got=got)


@pytest.mark.parametrize("work", ["夜間の監視を", ""])
def test_whom_work_is_handed_to_is_read_with_the_contractor(work: str) -> None:
    further = f"あり。はまかぜ保守株式会社に{work}再委託することを承諾した。"
    contracts = f"{SAID['contracts']}\n　再委託	{further}"
    read = drafts.draft(SHEET.format(**{**SAID, "contracts": contracts})).content
    flow = next(each for each in read["flows"] if each["relation"] == "reentrust")
    assert flow["provenance"][0]["rule"] == "partner_row"  # before anything is held against it


def test_the_term_of_a_contract_is_no_work_under_what_is_handed_on() -> None:
    contracts = (
        "２　委託\n項目	委託1	委託2\n業務の内容	システムの保守	通知の印刷\n"
        "委託先	あおば計算株式会社	さざなみ印刷株式会社\n"
        "期間	令和7年4月1日～令和11年3月31日	令和8年1月5日～令和8年5月29日\n"
        "渡す方法	専用線	電子記録媒体\n再委託	あり（市の承諾を得たもの）	なし\n"
        "再委託先	はまかぜ保守株式会社	―\n再委託の業務	夜間の監視	―\n"
        "再委託の期間	令和7年4月1日～令和9年3月31日	―"
    )
    assert "period_outside_contract" not in raised(contracts=contracts)

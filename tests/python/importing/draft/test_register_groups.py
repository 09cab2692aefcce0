"""What the card of a file says of whom it records, and of what it records of them."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

CARD = """いずみ町　個人情報ファイル簿

行政機関等の名称　いずみ町長

【個人情報ファイルの名称】{name}ファイル
【利用目的】{aim}
【記録項目】
　1　整理番号
　2　氏名
　3　住所
　4　電話番号
【記録範囲】{whom}
【記録情報の収集方法】本人の申請
【要配慮個人情報】含まない
【備考】{remark}

【個人情報ファイルの名称】集会室予約者ファイル
【利用目的】集会室の予約を受け付けるため
【記録項目】
　1　予約番号
　2　氏名
【記録範囲】集会室を予約した者
【記録情報の収集方法】本人の申請
【要配慮個人情報】含まない
【備考】なし
"""
USUAL = {
    "name": "苗木配布",
    "aim": "苗木の配布を受けた者に育て方を知らせるため",
    "whom": "苗木の配布を受けた者",
    "remark": "なし",
}


def raised(**parts: str) -> set[str]:
    text = CARD.format(**{**USUAL, **parts})
    draft: Any = drafts.draft(text)
    return drafts.codes(draft)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("版画教室を受講した者", True),
        ("花火大会の来場者", True),
        ("町立図書館の利用者", True),
        ("カヌー体験に申し込んだ者", True),
        ("苗木の栽培教室を受講した者", False),  # of what the purpose is about
        ("口座振替を申し込んだ者", False),
        ("同居する家族", False),
        ("近くに居住する者", False),
        ("土地の所有者", False),
    ],
)
def test_a_group_of_which_nothing_else_speaks(other: str, found: bool) -> None:
    told = raised(whom=f"苗木の配布を受けた者\n　{other}")
    assert ("scope_wider_than_purpose" in told) is found


@pytest.mark.parametrize(
    "parts",
    [
        {"aim": "緑化の推進を図り、苗木の配布を行うため"},
        {"remark": "版画教室は苗木の配布と併せて開く。"},
        {"whom": "版画教室を受講した者"},
        {"whom": "苗木の配布を受けた者\n　版画教室を受講した者\n　写真展に応募した者"},
    ],
)
def test_groups_that_have_a_reason(parts: dict[str, str]) -> None:
    whom = {"whom": "苗木の配布を受けた者\n　版画教室を受講した者"}
    assert "scope_wider_than_purpose" not in raised(**{**whom, **parts})


@pytest.mark.parametrize(
    ("remark", "found"),
    [
        ("回答は無記名であり、このファイルから特定の個人が分かることはない。", True),
        ("回答者が誰であるかが分かる項目は記録しない。", True),
        ("このファイルに個人が分かる情報はない。", True),
        ("記入は匿名で行われ、個人が判明することはない。", True),
        ("匿名の調査であり、個人の識別ができるものではない。", True),
        ("用紙に氏名の欄はなく、個人は分からない。", True),
        ("公表する集計表から特定の個人が分かることはない。", False),
        ("広報紙に載せる結果からは特定の個人が分かることはない。", False),
        ("無記名の回答も受け付ける。", False),
        ("氏名の記入は任意であり、無記名でもよい。", False),
        ("回答を公表するときは、個人が分からないようにする。", False),
        ("提供する統計から個人が分かることはない。", False),
    ],
)
def test_that_nobody_is_known_from_a_file(remark: str, found: bool) -> None:
    assert ("identifying_item" in raised(remark=remark)) is found


@pytest.mark.parametrize(
    ("remark", "found"),
    [
        ("加算の対象となるかを確かめるため、このファイルには配偶者の有無も記録している。", True),
        ("このファイルには婚姻の有無も記録する。", True),
        ("加算の判定のため、扶養親族の数も入力している。", True),
        ("審査のため、子の人数を併せて記録している。", True),
        ("持ち家の有無を本ファイルに登録している。", True),
        ("配偶者の有無は記録しない。", False),
        ("電話番号もこのファイルに記録している。", False),
        ("配偶者の有無は別の台帳に記録している。", False),
        ("このファイルには変更の履歴も記録している。", False),
    ],
)
def test_what_a_remark_says_to_be_recorded_as_well(remark: str, found: bool) -> None:
    assert ("claimed_item_unlisted" in raised(remark=remark)) is found

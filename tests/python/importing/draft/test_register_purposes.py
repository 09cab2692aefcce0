"""Purposes of some of those on record, dates in front of numbers, and companies without a name."""

from __future__ import annotations

import drafts
import pytest

PURPOSE = """霧沢市個人情報ファイル簿
個人情報ファイルの名称　講習受講者名簿
所管課　救急係
利用目的　%s
記録項目　氏名、生年月日、住所
記録範囲　%s
収集方法　本人からの申込み
"""


@pytest.mark.parametrize(
    ("purpose", "scope"),
    [
        ("65歳以上の受講者に技能の更新を案内するため", "救命講習を受講したすべての者"),
        ("75歳以上の利用者に無料券を送るため", "バスを利用する者全員"),
        ("滞納している使用者に督促するため", "水道を使用するすべての者"),
    ],
)
def test_a_purpose_of_some_of_those_on_record(purpose: str, scope: str) -> None:
    assert drafts.raised(PURPOSE % (purpose, scope)) == {"scope_wider_than_purpose"}


@pytest.mark.parametrize(
    ("purpose", "scope"),
    [
        ("65歳以上の受講者に技能の更新を案内するため", "65歳以上の受講者"),
        ("講習の受講者に修了証を交付するため", "救命講習を受講したすべての者"),
        ("滞納している使用者に督促し、料金を請求するため", "水道を使用するすべての者"),
        ("料金の請求及び滞納者への督促のため", "水道を使用するすべての者"),
    ],
)
def test_a_purpose_of_all_of_them(purpose: str, scope: str) -> None:
    assert not drafts.raised(PURPOSE % (purpose, scope))


def test_a_date_alone_in_front_of_a_number_is_its_day() -> None:
    made = drafts.draft(PURPOSE % ("修了証を交付するため", "受講した者（令和7年4月1日 9,214人）"))
    (group,) = made.content["subjects"]
    assert group["label"] == "受講した者"
    assert group["counts"][0]["as_of"] == "2025-04-01"


def test_nobody_is_called_another_company() -> None:
    text = PURPOSE % ("修了証を交付するため", "受講した者") + (
        "委託先　霧沢印刷株式会社\n備考　霧沢印刷株式会社は、封入を別の会社に再委託する。\n"
    )
    names = {each["label"] for each in drafts.draft(text).content["holders"]}
    assert not any("別の" in name for name in names)

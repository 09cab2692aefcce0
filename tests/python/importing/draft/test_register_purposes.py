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


TASKS = """霧沢市個人情報取扱事務登録簿
事務の名称　家具転倒防止支援事務
所管課　危機管理課
事務の目的　家具の転倒を防ぐため
%s
対象者　取付けを申し込んだ世帯
記録項目　1氏名、2住所、3電話番号
収集先　本人
委託先　霧沢建具協同組合
備考　%s
"""
WORK = [
    "事務の概要　1 申込みの受付　2 審査　3 日程の調整　4 器具の取付け",
    "事務の概要\n　(ア) 申込みの受付\n　(イ) 審査\n　(ウ) 日程の調整\n　(エ) 器具の取付け",
    "事務の内容　申込みの受付、審査、日程の調整、器具の取付け",
]


@pytest.mark.parametrize("work", WORK)
@pytest.mark.parametrize(
    "remark",
    [
        "事務は、申込みの受付、審査、日程の調整、費用の請求の4つから成る。",
        "この事務では、申込みの受付、審査、日程の調整及び費用の請求を行う。",
        "本事務の内容は、申込みの受付、審査、日程の調整及び費用の請求である。",
    ],
)
def test_a_remark_that_tells_of_other_work(work: str, remark: str) -> None:
    assert drafts.raised(TASKS % (work, remark)) == {"contents_differ"}


@pytest.mark.parametrize("work", WORK)
@pytest.mark.parametrize(
    "remark",
    [
        "事務は、申込みの受付、審査、日程の調整、器具の取付けの4つから成る。",
        "委託する業務は、申込みの受付、審査、日程の調整及び費用の請求である。",
        "この事務では、申込書、同意書及び見取図を用いる。",
    ],
)
def test_a_remark_that_agrees_with_the_work(work: str, remark: str) -> None:
    assert not drafts.raised(TASKS % (work, remark))


def test_a_table_of_files_in_other_words_hands_nothing_over() -> None:
    table = (
        "霧沢市個人情報ファイル簿一覧,,,,,,\n"
        "ファイルNo.,個人情報ファイル名,担当課,何に使うか,登載項目,登載する者,登載人数,渡し先\n"
        '101,参加児童名簿,学習課,出欠を確かめるため,"氏名、学年、電話番号",参加する児童,836,霧沢小学校\n'
        '102,相談員名簿,学習課,報償を支払うため,"氏名、住所、口座番号",委嘱した相談員,42,霧沢県青少年課\n'
    )
    made = drafts.draft(table, "a.csv")
    assert len(made.content["lists"]) == 2
    assert [each["counts"][0]["value"] for each in made.content["subjects"]] == [836, 42]

"""Agenda sheets: what is denied of one kind only, what comes back, and what goes on since long."""

from __future__ import annotations

import drafts
import pytest

PAPER = """陽ヶ峰市審議会 報告事項
件名
見守りに係る安否システムの結合及び保守業務の委託について{title}
（担当部課：福祉部支え合い課）

事業の概要
事業名
見守り事業
担当課
支え合い課
対象者
見守りを申し込んだ者
見守りを申し込んだ者の家族
事業内容
1 概要
{overview}
2 予定
令和7年8月 検査の開始　　令和7年10月 送信の開始　　{plan}
3 対象者数
見守りを申し込んだ者 311人（令和7年4月1日現在）
見守りを申し込んだ者の家族 290人（令和7年4月1日現在）

件名 安否システムの外部結合について
保有課(担当課)
支え合い課
登録業務の名称
見守りに関する事務
結合される情報項目(だれの、どのような項目か)
1 対象者
見守りを申し込んだ者
2 情報項目
① 利用者番号
② 氏名
③ 住所
④ 服薬中の薬剤名
結合の相手方
陽ヶ峰消防組合
結合する理由
電話では聞き違いが起きるため。
結合の形態
専用回線による結合（市から消防組合への送信のみ）
結合の開始時期と期間
令和7年10月1日から（翌年度以降も同様）
情報保護対策
1 消防組合と覚書を結ぶ。
2 {checked}

件名 感知器の保守業務の委託について{title}
保有課(担当課)
支え合い課
登録業務の名称
見守りに関する事務
委託先
株式会社ひなたアラーム
委託に伴い事業者に処理させる情報項目(だれの、どのような項目か)
1 対象者
見守りを申し込んだ者及びその家族
2 情報項目
① 利用者番号
② 氏名
③ 住所
処理させる情報項目の記録媒体
{media}
委託理由
保守の技術を持つため。
委託の内容
1 感知器の保守
2 {work}
委託の開始時期及び期限
令和7年7月1日から令和8年3月31日まで
委託にあたり市が行う情報保護対策
【運用上の対策】
1 予定表は当日分だけを渡す。
受託事業者に行わせる情報保護対策
【運用上の対策】
1 予定表を車の中に残させない。
"""
USUAL = {
    "title": "",
    "overview": "安否システムを陽ヶ峰消防組合と結び、通報を送信する。",
    "plan": "令和8年3月 試験の終わり",
    "checked": "送る項目を固定する。",
    "media": "電磁的媒体（DVD-R）",
    "work": "点検の結果のDVD-Rによる納品",
}


def _raised(**changed: str) -> set[str]:
    return drafts.raised(PAPER.format(**{**USUAL, **changed}))


def test_the_paper_itself_raises_nothing() -> None:
    assert not _raised()


@pytest.mark.parametrize(
    "sentence",
    [
        "余分な送信がないことを、記録と照らして確かめる。",
        "不要な送信は行わない。",
        "誤った送信がないか毎月点検する。",
        "許可のない送信をしない。",
        "消防組合へ余分な情報を送信しない。",
        "みだりに送信しない。",
    ],
)
def test_what_is_denied_of_one_kind_is_sent_otherwise(sentence: str) -> None:
    assert not _raised(checked=sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "市から消防組合への送信は行わない。",
        "消防組合に情報を送信することはない。",
        "消防組合へのデータの送信は認めない。",
    ],
)
def test_what_goes_one_way_only_does_go(sentence: str) -> None:
    assert "direction_differs" in _raised(checked=sentence)


RETURNED = {
    "media": "紙媒体（予定表）及び電磁的媒体（SDカード）",
    "work": "写真の撮影",
}


@pytest.mark.parametrize(
    "sentence",
    [
        "受託者は、写真をSDカードに収め、予定表とともに窓口で返す。",
        "作業後の写真は、SDカードで窓口に返させる。",
        "写真を保存したSDカードは、市が回収する。",
        "写真はSDカードのまま受託者が窓口へ持ち込む。",
    ],
)
def test_a_medium_of_the_row_that_comes_back_is_used(sentence: str) -> None:
    told = "通報を送信する。\n4 受渡しの方法\n市は予定表（紙）を窓口で受託者に手渡す。" + sentence
    assert "medium_without_channel" not in _raised(overview=told, **RETURNED)


def test_a_medium_of_the_row_that_nobody_names_is_not() -> None:
    told = "通報を送信する。\n4 受渡しの方法\n市は予定表（紙）を窓口で受託者に手渡す。"
    assert "medium_without_channel" in _raised(overview=told, **RETURNED)


@pytest.mark.parametrize(
    ("sentence", "differs"),
    [
        ("不備のある申請の一覧は、同社がファクシミリで市に送る。", True),
        ("確認を要する申込みの一覧は、電子メールで市へ送信する。", True),
        ("作業従事者名簿は、ファクシミリで市に送る。", False),
        ("作業の日程は、ファクシミリで市に知らせる。", False),
        ("点検報告書を電子メールで市に送る。", False),
    ],
)
def test_a_list_of_applications_is_data(sentence: str, differs: bool) -> None:
    assert ("channel_not_in_media" in _raised(work=sentence)) is differs


@pytest.mark.parametrize(
    ("told", "undone"),
    [
        ("保守は、令和4年度から株式会社ひなたアラームに委託している（契約は毎年結ぶ。）。", True),
        ("保守は、引き続き株式会社ひなたアラームに委託する。", True),
        ("保守は、有限会社むろ電工に委託していたが、今回変更する。", False),
        ("保守は、株式会社ひなたアラームに改める。", False),
    ],
)
def test_a_contractor_since_long_is_no_other_one(told: str, undone: bool) -> None:
    raised = _raised(title="（委託先の変更）", overview=told)
    assert ("title_without_content" in raised) is undone


@pytest.mark.parametrize(
    ("told", "undone"),
    [
        ("住所を一覧にして印刷する機能を加える。項目は、従前と変わらない。", True),
        ("情報項目に住所を加える。他の項目は変更しない。", False),
    ],
)
def test_a_function_is_no_item(told: str, undone: bool) -> None:
    raised = _raised(title="（情報項目の追加）", overview=told)
    assert ("title_without_content" in raised) is undone


@pytest.mark.parametrize(
    ("sentence", "differs"),
    [
        ("なお、医療や服薬に関する情報は送信しない。", True),
        ("薬剤名は送らないこととする。", True),
        ("なお、病歴に関する情報は送信しない。", False),
        ("同意のない者の服薬に関する情報は送信しない。", False),
    ],
)
def test_what_is_not_sent_to_the_one_named_before(sentence: str, differs: bool) -> None:
    told = USUAL["overview"] + sentence
    assert ("claim_against_list" in _raised(overview=told)) is differs


@pytest.mark.parametrize(
    ("plan", "outside"),
    [
        ("令和8年5月 受託者が最後の点検を行う。", True),
        ("令和8年5月 市が利用の状況をまとめる。", False),
        ("令和8年3月 受託者が最後の点検を行う。", False),
    ],
)
def test_a_month_belongs_to_the_nearer_words(plan: str, outside: bool) -> None:
    assert ("period_outside_contract" in _raised(plan=plan)) is outside


def test_a_group_and_theirs_are_the_two_that_are_named() -> None:
    made = drafts.draft(PAPER.format(**USUAL))
    labels = [row["label"] for row in made.case.table("subjects").to_json()["rows"]]
    assert sorted(set(labels)) == ["見守りを申し込んだ者", "見守りを申し込んだ者の家族"]

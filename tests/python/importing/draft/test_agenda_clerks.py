"""Agenda sheets in lines with marks, and what their rows of content tell beside lists and media."""

from __future__ import annotations

import json
from typing import Any

import pytest
from drafts import codes, draft

SHEETS = """若竹市個人情報保護運営会議　付議資料

件名　苗木配布管理システムの改修及び配布事務の委託について

要綱の根拠
◇第4条第1号（電算処理）、第4条第3号（業務委託）

＜事業の概要＞

■ 事業名
　苗木配布事業
■ 目的
　庭木の苗を配り、緑を増やす。
■ 対象者
　苗木の配布の申込者　820人（令和6年5月1日現在）

件名　苗木配布管理システムの改修について

■ 保有課
　緑政課
■ 登録業務の名称
　苗木の配布
■ 記録される情報項目（だれの、どのような項目が、どこに記録されるのか）
　【個人の範囲】
　苗木の配布の申込者
　【記録項目】
　(1)申込番号
　(2)氏名
　(3)住所
　(4)家族の人数
　(5)樹種
　(6)申込者の意見
　【記録するコンピュータ】
　苗木配布管理システム
■ 改修の理由
　配布の順を早く決めるため。
■ 改修の内容
　1 樹種ごとに数を集計する。
　2 申込者の意見を新たに記録する。
■ 改修に際して行う個人情報保護対策
　【運用上の対策】
　(1)職員が庁内で行う。
　【システム上の対策】
　(1)利用者番号を付ける。
　(2)通信を暗号化する。
　(3)システムは庁内に置く。
■ 改修の時期
　令和6年10月1日

件名　苗木の配布に係る入力等業務の委託について

■ 保有課
　緑政課
■ 登録業務の名称
　苗木の配布
■ 委託先
　有限会社こかげ計算
■ 委託に伴い事業者に処理させる情報項目（だれの、どのような項目か）
　【苗木の配布の申込者に係る項目】
　(1)申込番号
　(2)氏名
　(3)住所
■ 処理させる情報項目の記録媒体
　電磁的媒体（市が置く受付サーバ）
■ 委託の理由
　職員だけでは終えられないため。
■ 委託の内容
　1 申込内容の入力
　2 誤りの訂正
■ 委託の開始時期及び期限
　令和6年6月3日から令和6年9月30日まで
■ 委託に当たっての個人情報保護対策
　【運用上の対策】
　(1)作業の場所を検査する。
"""
RECORDS = "2 申込者の意見を新たに記録する。"
WORK = "2 誤りの訂正"


def case(text: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(draft(text).case.to_json())
    return made


def test_marks_of_parts_are_no_marks_of_fields() -> None:
    made = case(SHEETS)
    assert [len(each["entries"]) for each in made["lists"]] == [6, 3]
    assert [each["title"] for each in made["matters"]] == [
        "苗木配布管理システムの改修について",
        "苗木の配布に係る入力等業務の委託について",
    ]
    places = [(each["matter"], each["position"]) for each in made["safeguards"]]
    assert places == [("m1", "1"), ("m1", "1"), ("m1", "2"), ("m1", "3"), ("m2", "1")]


def test_a_paper_at_one_with_itself_raises_nothing() -> None:
    assert codes(draft(SHEETS)) == set()
    added = "改修について（記録項目の追加）\n\n■"
    assert codes(draft(SHEETS.replace("改修について\n\n■", added))) == set()


@pytest.mark.parametrize(
    "label",
    [
        "改修に当たっての個人情報保護対策",
        "システムの更新に伴う個人情報保護対策",
        "導入の際の個人情報保護措置",
        "機能追加に際し市が行う情報保護対策",
        "構築時の情報保護対策",
        "電算処理を行うに当たっての個人情報保護対策",
    ],
)
def test_measures_of_a_change_are_called_in_many_words(label: str) -> None:
    made = case(SHEETS.replace("■ 改修に際して行う個人情報保護対策", label))
    assert [each["matter"] for each in made["safeguards"]].count("m1") == 4


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (RECORDS, "2 急な変更に備え、同居者の氏名を新たに記録する。", "claimed_item_unlisted"),
        (RECORDS, "2 新たに親族の氏名を登録できるようにする。", "claimed_item_unlisted"),
        (RECORDS, "2 配偶者の氏名を入力する欄を設ける。", "claimed_item_unlisted"),
        (RECORDS, "2 申込者の生年月日を新たに収集し、記録する。", "claimed_item_unlisted"),
        (WORK, "2 申込者の一覧を紙へ出力し、緑政課へ郵送すること。", "channel_not_in_media"),
        (WORK, "2 申込者の名簿を印刷して市に持参する。", "channel_not_in_media"),
        (WORK, "2 申込者の一覧表を紙で納品する。", "channel_not_in_media"),
    ],
)
def test_what_rows_of_content_tell_is_held_against_lists_and_media(
    old: str, new: str, code: str
) -> None:
    assert codes(draft(SHEETS.replace(old, new))) == {code}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (RECORDS, "2 申込者の住所を新たに記録する。"),
        (RECORDS, "2 改修に当たる職員の氏名を新たに記録する。"),
        (RECORDS, "2 申込者の生年月日は新たに記録しない。"),
        (RECORDS, "2 抽選の結果を新たに記録する。"),
        (WORK, "2 入力の結果は、書面で市に報告する。"),
        (WORK, "2 消去した旨を書面により緑政課へ提出する。"),
        (WORK, "2 操作手順書を紙に印刷して緑政課へ納品する。"),
        (WORK, "2 申込者への案内状の郵送"),
    ],
)
def test_what_is_listed_denied_or_no_data_raises_nothing(old: str, new: str) -> None:
    assert codes(draft(SHEETS.replace(old, new))) == set()


MEDIA = "電磁的媒体（市が置く受付サーバ）"


@pytest.mark.parametrize(
    "told",
    [
        "2 記入済みの申込書の緑政課への引渡し（週1回、手渡し）",
        "2 申込書は、緑政課へ手渡す。",
        "2 申込書は、数を確かめて緑政課へ郵送する。",
    ],
)
def test_a_form_that_goes_by_hand_is_on_the_paper_of_the_row(told: str) -> None:
    row = "紙媒体（申込書）、電磁的媒体（DVD-R）"
    sheet = SHEETS.replace(MEDIA, row).replace(WORK, told)
    assert codes(draft(sheet)) == {"medium_without_channel"}
    assert codes(draft(sheet.replace(told, f"{told}\n　3 DVD-Rは、緑政課に手渡す。"))) == set()


def test_what_one_clause_names_another_hands_over() -> None:
    row = "電磁的媒体（USBメモリ、DVD-R）"
    text = SHEETS.replace(MEDIA, row).replace("(1)作業の場所を検査する。", "(1){}")
    told = "USBメモリは、職員が数を確かめて手渡す。"
    assert codes(draft(text.format(told))) == {"medium_without_channel"}
    assert codes(draft(text.format("USBメモリは、鍵の掛かる棚に置く。"))) == set()


def test_whose_items_they_are_stands_in_the_brackets_of_fields() -> None:
    text = SHEETS.replace("　【", "　〔").replace("】\n", "〕\n").replace("■ ", "【")
    lines = [f"{line}】" if line.startswith("【") else line for line in text.split("\n")]
    head = "　〔苗木の配布の申込者に係る項目〕"
    made = case("\n".join(lines).replace(head, "【苗木の配布の申込者に係る項目】"))
    assert [len(each["entries"]) for each in made["lists"]] == [6, 3]

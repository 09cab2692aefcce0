"""Clauses behind the sheets of an agenda: what heads them, and whose contract they belong to."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

PAPER = """個人情報保護審議会　諮問事項

件名　{subject}

事業の概要
事業名　市営温水プール
対象者　プールの会員
事業内容　プールの運営

件名1　プールの運営について
■保有課　スポーツ課
■登録業務の名称　プールの会員の管理
■{whom}　株式会社しおさい体育
■{label}
　ア　個人の範囲
　プールの会員
　イ　情報項目
　1 会員番号
　2 氏名
■情報項目の記録媒体　紙媒体（会員申込書）
■業務の内容　受付
■{term}　令和8年4月1日から令和11年3月31日まで
■市の情報保護対策
　(1) {first}
■{made}
　(1) 申込書を鍵の掛かる棚に保管させる。

件名2　会員証の印刷業務の委託について
■保有課　スポーツ課
■登録業務の名称　プールの会員の管理
■委託先　有限会社はまゆう印刷
■委託に伴い処理させる情報項目
　ア　個人の範囲
　プールの会員
　イ　情報項目
　1 会員番号
　2 氏名
■情報項目の記録媒体　紙媒体（会員名簿）
■委託の内容　会員証の印刷
■委託の期間　令和8年4月1日から令和9年3月31日まで
■市の情報保護対策
　(1) {second}
■受託者に行わせる情報保護対策
　(1) 名簿を鍵の掛かる棚に保管させる。

{title}
（秘密の保持）
第1条　{bound}は、知り得た個人情報を他人に知らせてはならない。
（検査）
第2条　市は、必要があるときは、管理の状況を検査することができる。
"""
USUAL = {
    "subject": "プールの運営及び会員証の印刷業務の委託について",
    "whom": "委託先",
    "label": "委託に伴い処理させる情報項目",
    "term": "委託の期間",
    "first": "名簿は職員が確かめる。",
    "made": "受託者に行わせる情報保護対策",
    "second": "名簿は職員が数える。",
    "title": "資料2　個人情報取扱特記事項",
    "bound": "受託者",
}
MANAGED = {
    "whom": "指定管理者",
    "label": "指定管理者に取り扱わせる情報項目",
    "term": "指定の期間",
    "made": "指定管理者に行わせる情報保護対策",
    "title": "資料ロ　協定に置く個人情報取扱条項",
    "bound": "指定管理者",
}


def content(**parts: str) -> dict[str, Any]:
    return drafts.draft(PAPER.format(**{**USUAL, **parts})).content


def matters(**parts: str) -> list[str]:
    return [clause.get("matter", "") for clause in content(**parts)["clauses"]]


def test_clauses_of_whoever_runs_a_place_are_of_that_agreement() -> None:
    assert matters(**MANAGED) == ["m1", "m1"]


def test_a_paper_is_counted_in_the_old_order_of_kana() -> None:
    found = content(**MANAGED, first="協定に資料ロの条項を置く。")
    assert [(each["label"], each.get("resolved")) for each in found["references"]] == [
        ("資料ロ", True)
    ]


@pytest.mark.parametrize(
    "label",
    [
        "指定管理者に取り扱わせる情報項目",
        "指定管理者に利用させる個人情報の項目",
        "取り扱わせる情報項目",
        "指定管理者が見る情報",
    ],
)
def test_what_the_manager_is_given_is_a_list_below_its_label(label: str) -> None:
    lists = content(**{**MANAGED, "label": label})["lists"]
    assert [(one["matter"], len(one["entries"])) for one in lists] == [("m1", 2), ("m2", 2)]


@pytest.mark.parametrize(
    "title",
    [
        "資料2　個人情報取扱特記事項",
        "別紙　個人情報の保護に関する条項",
        "別記　個人情報取扱要領",
        "資料2　契約書に付ける個人情報の取扱いの条件",
        "別添　特記事項（抜粋）",
        "個人情報取扱特則",
    ],
)
def test_a_paper_of_clauses_is_called_in_many_words(title: str) -> None:
    assert len(matters(title=title)) == 2


@pytest.mark.parametrize(
    ("parts", "matter"),
    [
        ({"title": "別紙　特記事項（件名2）"}, "m2"),
        ({"title": "特記事項（会員証の印刷業務）"}, "m2"),
        ({"second": "契約書に「特記事項」（資料2）を付す。"}, "m2"),
        ({"first": "契約書に特記事項を付す。"}, "m1"),
        ({"first": "資料2を付す。", "second": "契約書に資料2の特記事項を付す。"}, ""),
        ({}, ""),
    ],
)
def test_clauses_are_of_the_contract_that_alone_names_them(
    parts: dict[str, str], matter: str
) -> None:
    assert matters(**parts) == [matter, matter]


def test_what_a_section_is_given_goes_within_the_own_side() -> None:
    made = drafts.draft(GIVEN)
    flows = made.content["flows"]
    assert [flow["relation"] for flow in flows if flow["matter"] == "m1"] == ["transfer"]
    assert "title_without_content" not in drafts.codes(made)


def test_a_swapped_letter_makes_no_further_firm() -> None:
    made = drafts.draft(GIVEN)
    again = [flow for flow in made.content["flows"] if flow["relation"] == "reentrust"]
    firms = [each["label"] for each in made.content["holders"] if each.get("external")]
    assert firms == ["株式会社アサギリ調査", "有限会社ハマニ測地"]
    assert len(again) == 1


GIVEN = """個人情報保護審査会　諮問事項

件名　老朽危険擁壁の調査の委託及び台帳情報の提供について
条例の根拠
【諮問】
◇第9条第1項（目的外利用及び提供）
◇第14条第2項（業務委託）

事業の概要
事業名　擁壁の調査
担当課　建築指導課
対象者　擁壁の所有者
事業内容　市内の擁壁を調べる。

件名　擁壁の所有者に関する情報の提供について
保有課　資産税課
登録業務の名称　固定資産の管理
提供する情報項目　1 個人の範囲
　擁壁の所有者
　2 情報項目
　①地番 ②所有者氏名
提供先　建築指導課
提供の理由　所有者を早く知るため。
提供の時期　令和8年5月1日から令和8年5月31日まで
情報保護対策　1 調査のほかに用いない。

件名　擁壁の調査業務の委託について
保有課　建築指導課
登録業務の名称　擁壁の調査
委託先　株式会社アサギリ調査
再委託先　有限会社ハマニ測地（測量）
委託に伴い事業者に処理させる情報項目　1 個人の範囲
　擁壁の所有者
　2 情報項目
　①地番 ②所有者氏名
処理させる情報項目の記録媒体　紙媒体（調査票）
委託理由　人員を要するため。
委託の内容　1 目視による調査
　測量は有限会社ハマ二測地が株式会社アサギリ調査から再委託を受けて行う。
委託の開始時期及び期限　令和8年6月1日から令和9年2月26日まで
委託にあたり市が行う情報保護対策　1 調査票は職員が数える。
受託事業者に行わせる情報保護対策　1 調査票を鍵の掛かる棚に保管させる。
"""

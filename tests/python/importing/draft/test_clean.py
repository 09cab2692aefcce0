"""What is coherent and only looks at odds: exceptions, one group, what is new, whose way it is."""

from __future__ import annotations

import json

import drafts
import pytest

from nagarezu.importing.fields import items, names
from nagarezu.importing.passage import Passage

PAPER = """審議会 付議事項
件名\tひなまつり行列の参加者の管理について（{new}の追加）
事業の概要
事業名\tひなまつり行列
対象者\t行列に参加する者
事業内容\t{overview}

件名 ひなまつり行列の受付業務の委託について（{new}の追加）
保有課（担当課）\t観光課
登録業務の名称\t行列
委託先\t{partner}
委託に伴い事業者に処理させる情報項目\t①氏名 ②住所 ③衣装の寸法 ④電話番号{note}
処理させる情報項目の記録媒体\t紙
委託理由\t人手を要するため。
委託の内容\t1 受付<br>2 名簿の作成{content}
委託の開始時期及び期限\t令和5年6月1日から令和6年3月31日まで
委託にあたり町が行う情報保護対策\t1 名簿を手渡す。
受託事業者に行わせる情報保護対策\t1 名簿を鍵のかかる棚に納めさせる。{measure}
"""
USUAL = {
    "new": "情報項目",
    "overview": "1 行列を行う。",
    "partner": "株式会社ときわ行事",
    "note": "",
    "content": "",
    "measure": "",
}


def codes(text: str) -> set[str]:
    return drafts.codes(drafts.draft(text))


def paper(**parts: str) -> str:
    return PAPER.format(**{**USUAL, **parts})


def test_a_title_without_anything_new_is_asked() -> None:
    assert "title_without_content" in codes(paper())
    assert "title_without_content" in codes(paper(overview="1 情報項目の追加はない。"))
    assert "title_without_content" in codes(paper(new="委託先"))


@pytest.mark.parametrize(
    "parts",
    [
        {"overview": "1 今回、「衣装の寸法」を追加する。"},
        {"overview": "1 衣装の寸法及び電話番号を新たに取り扱う。"},
        {"content": "<br>3 衣装の寸法の入力欄の追加"},
        {"note": "<br>※③及び④が今回の追加項目"},
        {"new": "委託先", "partner": "(1) 株式会社ときわ行事<br>(2) 有限会社わかば紙工【追加】"},
        {
            "new": "委託先",
            "partner": "(1) 株式会社ときわ行事<br>(2) 有限会社わかば紙工",
            "overview": "1 名簿の印刷を行う委託先として、新たに有限会社わかば紙工を追加する。",
        },
        {
            "new": "委託先",
            "partner": "(1) 株式会社ときわ行事<br>(2) 有限会社わかば紙工",
            "overview": "1 株式会社ときわ行事に加え、新たに有限会社わかば紙工に印刷を委託する。",
        },
    ],
)
def test_what_a_document_says_is_new(parts: dict[str, str]) -> None:
    assert "title_without_content" not in codes(paper(**parts))


def test_a_mark_of_change_is_no_part_of_a_name() -> None:
    found = names.partners(Passage("(1) 株式会社ときわ行事\n(2) 有限会社わかば紙工【追加】"))
    assert [(each.label, each.added) for each in found] == [
        ("株式会社ときわ行事", False),
        ("有限会社わかば紙工", True),
    ]


@pytest.mark.parametrize(
    "measure",
    [
        "<br>2 受付の報告に個人を特定する情報が含まれていないことを確かめる。",
        "<br>2 受付の状況を集計表により報告させる（個人を特定できない形に集計したもの）。",
    ],
)
def test_what_comes_back_says_nothing_of_what_was_handed_over(measure: str) -> None:
    note = "<br>3 寸法を追加する。衣装の寸法を追加する。"
    assert "identifying_item" not in codes(paper(content=note, measure=measure))


def test_statements_about_what_they_name_themselves() -> None:
    told = (
        "1 衣装の寸法を追加する。事業者が報告するのは、受付の日時及び回数であり、"
        "これにより個人を特定することはできない。"
    )
    assert "identifying_item" not in codes(paper(overview=told))
    flat = "1 衣装の寸法を追加する。株式会社ときわ行事に渡す情報から個人を特定することはできない。"
    assert "identifying_item" in codes(paper(overview=flat))


@pytest.mark.parametrize("who", ["当該市区町村", "照会先", "本人"])
def test_what_others_are_told_is_no_list_of_the_partner(who: str) -> None:
    told = f"1 衣装の寸法を追加する。住所を照会するときに{who}に伝えるのは、氏名に限る。"
    assert "claim_against_list" not in codes(paper(overview=told))


def test_items_that_are_cited_by_their_marks() -> None:
    found = items.read(Passage("上記電算処理の2の①から⑬までの項目のうち、⑩及び⑪を除いたもの"))
    assert found.is_open
    assert not found.entries
    assert [each.label for each in items.read(Passage("①氏名 ②住所")).entries] == ["氏名", "住所"]


REGISTER = """個人情報取扱事務登録簿
事務の名称	古布の回収
所管する課	環境課
事務の目的	古布を回収する。
個人の類型	回収を申し込む者
個人情報の項目	氏名、住所、電話番号、回収の希望日
委託	有（株式会社ふるぎ便、みどり回収協同組合）
備考	委託先に渡す項目は、氏名、住所、電話番号、回収の希望日である。{told}
"""


def test_an_exception_limits_the_list_in_front_of_it() -> None:
    told = "ただし、みどり回収協同組合には電話番号を渡さない。"
    assert "claim_against_list" not in codes(REGISTER.format(told=told))


ASSESSMENT = """特定個人情報保護評価書（基礎項目評価書）
評価書名	布券に関する事務　基礎項目評価書
評価実施機関名	雨月市長
Ⅰ　関連情報
①事務の名称	布券に関する事務
②事務の概要	布券を交付する。
③システムの名称	布券システム、宛名管理システム、中間サーバー
2．特定個人情報ファイル名	布券ファイル
"""


def test_names_of_systems_are_no_title() -> None:
    assert "title_without_content" not in codes(ASSESSMENT)


ANSWER = """答申第4号
海砂町長 様
海砂町審議会
凧の貸出に係る委託について（答申）
第1 結論
適当である。
第2 実施機関の説明
1 対象者 凧を借りる者
2 取り扱う項目
(1) 氏名
(2) 住所
3 委託
(1) 受付業務　株式会社そらいろ
(2) 収納業務　北浜ファイナンス・サービス株式会社（令和6年4月1日から令和7年3月31日まで）
4 町の措置
(1) 名簿を鍵のかかる棚に納める。
"""


def test_the_task_in_front_of_a_name_is_no_part_of_it() -> None:
    case = json.loads(drafts.draft(ANSWER).case.to_json())
    labels = {each["label"] for each in case["holders"]}
    assert "北浜ファイナンス・サービス株式会社" in labels
    assert not any("収納業務" in label for label in labels)

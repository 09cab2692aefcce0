"""Numbered prose: partners whose head says no relation, terms of agreements, items by marks."""

from __future__ import annotations

import json
from typing import Any

import drafts
import importing_score

PAPER = """三根沢町健康福祉課

健診の結果を用いた共同研究について

１　研究の相手方
　国立大学法人みぎわ大学医学部（以下「大学」という。）
２　協定の期間
　令和８年７月１日から令和１１年６月３０日まで
３　対象者
　健診を受けた者　４，３１８人（令和７年４月１日現在）
４　情報の項目
　１　氏名
　２　住所
　３　研究用番号
　４　血圧
　大学には３及び４を提供し、１及び２は提供しない。
５　データの加工の委託
　(1) 委託先　株式会社みぎわデータ
　(2) 委託の期間　令和８年８月１日から令和９年３月３１日まで
６　受渡しの方法
　(1) 町と受託者との間　暗号化したＵＳＢメモリを職員が持参する。
　(2) 町から大学へ　暗号化したＤＶＤ－Ｒを職員が持参する。
７　安全管理の対策
　(1) 町の対策
　　ア　名簿を施錠する。
　(2) 受託者の対策
　　ア　名簿を返却させる。
　(3) 大学の対策
　　ア　研究室の入退室を管理させる。
８　周知
　提供する項目及び申出の方法を、町のウェブサイト及び健診の会場で知らせる。大学への提供は、研究の終わりまでとする。
"""


def found(text: str) -> dict[str, Any]:
    return importing_score.found(json.loads(drafts.draft(text).case.to_json()))


def test_a_sentence_says_by_what_the_partner_of_a_bare_head_gets_it() -> None:
    assert (1, "国立大学法人みぎわ大学医学部", "provide", 1) in found(PAPER)["recipient"]


def test_an_agreement_and_a_notice_are_no_contradiction_to_contract_and_ways() -> None:
    assert drafts.raised(PAPER) == set()


CAMERA = """みなと市環境課

防犯カメラの映像の提供について

１　対象者
　撮影区域を通行した者
２　映像に含まれる項目
　ａ　容貌
　ｂ　服装
３　提供先
　ア　みなと警察署　ａ及びｂ
４　対策
　(1) 記録装置を施錠する。
５　配慮
　映像は、遠くから写したものであり、これによって特定の個人が識別されることはない。
"""


def test_items_by_letters_are_no_part_of_the_name_in_front_of_them() -> None:
    assert found(CAMERA)["recipient"] == {(1, "みなと警察署", "provide", 1)}


def test_a_face_identifies_though_the_sentence_speaks_of_what_it_said_before() -> None:
    assert "identifying_item" in drafts.raised(CAMERA)
    assert "identifying_item" not in drafts.raised(CAMERA.replace("容貌", "通行の向き"))


FLOWS = """みなと市

申請基盤の更新について

１　対象者
　申請する者
２　情報の項目
番号\t項目
1\t申請番号
2\t氏名
3\t住所
３　関係する事業者
名称\t関係\t取り扱う項目
北データ株式会社\t委託先\t1から3まで
４　情報の流れ
番号\t送り手から受け手\t項目（上の番号）\t方法
1\t申請者から北データ株式会社\t2から3まで\tインターネット
2\t北データ株式会社から市\t1及び3\t総合行政ネットワーク
3\t市から北データ株式会社\t1及び3\t総合行政ネットワーク
５　安全管理の対策
　(1) 記録を残す。
"""


def test_numbers_of_a_list_in_a_table_of_ways_are_no_items_and_no_rows_told_twice() -> None:
    assert {label for _, _, label, _ in found(FLOWS)["item"]} == {"申請番号", "氏名", "住所"}
    assert "duplicated_row" not in drafts.raised(FLOWS)


def test_one_further_down_is_no_partner_of_ours_by_a_table_of_ways() -> None:
    text = FLOWS.replace(
        "委託先\t1から3まで\n",
        "委託先\t1から3まで\n南クラウド株式会社\t再委託先（市が承諾する。）\t1から3まで\n",
    ).replace(
        "５　安全", "５　受渡しの方法\n相手方\t方法\n南クラウド株式会社\t暗号化通信\n６　安全"
    )
    assert found(text)["recipient"] == {
        (1, "北データ株式会社", "entrust", 1),
        (1, "南クラウド株式会社", "reentrust", 2),
    }


def test_what_records_is_a_system_whatever_its_name_and_no_partner() -> None:
    plain = CAMERA.replace("　ア　みなと警察署　ａ及びｂ", "　みなと警察署\n{}")
    told = plain.format("　映像を記録するシステムは、街頭映像記録装置（分庁舎に設置）である。")
    police = (1, "みなと警察署", "provide", 1)
    assert found(told)["recipient"] == {police, (1, "街頭映像記録装置", "process", 0)}
    label = plain.format("　記録するシステム　街頭映像記録装置（分庁舎に設置）")
    assert found(label)["recipient"] == {police}

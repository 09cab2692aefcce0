"""Agenda papers whose sheets bear numbers and names of their own, and what cites them so."""

from __future__ import annotations

import json
from typing import Any

import pytest
from drafts import codes, draft

from nagarezu.importing.draft.draft import Draft

PAPER = """里山市個人情報管理会議　付議書

件名\t配食サービスに係る配食台帳システムの導入並びに配達業務の委託について
担当課\t長寿課

付議する票及び添付資料
{word}1\t配食台帳システムの導入（電算処理）
{word}2\t配達業務の委託
別紙1\t個人情報保護対策チェックリスト（{word}2関係）
別紙2\t特記事項
資料1\t項目の一覧

事業の概要
事業名\t配食サービス
目的\t食事を届けて見守る。
対象者\t登録者（配食を受ける者をいう。）
\t緊急連絡先の者
事業内容\t1 対象者数
\t(1) 登録者　312人（令和6年4月1日現在）

{word}1　配食台帳システムの導入（電算処理）

担当課\t長寿課
登録業務の名称\t配食サービス
記録される情報項目\t1 個人の範囲
\t登録者及び緊急連絡先の者
\t2 記録項目（7項目）
\t【登録者】①氏名 ②住所 ③生年月日 ④食事制限の内容 ⑤配達日
\t【緊急連絡先の者】⑥氏名 ⑦電話番号
\t3 記録するコンピュータ
\t配食台帳システムのサーバー（庁舎内に設置）
新規開発の理由\t紙の台帳では足りない。
新規開発の内容\t1 登録及び変更

{word}2　配達業務の委託

担当課\t長寿課
登録業務の名称\t配食サービス
委託先\t有限会社こだま配送
\t【再委託先】株式会社みなと急便（遠隔地の配達）、合同会社やまびこ厨房（調理）
委託に伴い取り扱わせる情報項目\t1 個人の範囲
\t登録者
\t2 委託先に取り扱わせる項目（4項目）
\t{given}
\t3 再委託先に取り扱わせる項目
\t株式会社みなと急便　登録者の氏名、住所及び配達日
\t合同会社やまびこ厨房　登録者の食事制限の内容、配達日
\t4 取り扱わせない項目
\t登録者の{never}は、委託先及び再委託先のいずれにも取り扱わせない。
記録媒体\t紙（配達票）
受渡しの方法\tア 配達票　委託先が合同会社やまびこ厨房に簡易書留郵便で送る。
委託の内容\t1 配達{done}
委託の期間\t契約期間　令和6年4月1日から令和9年3月31日まで
\tうち準備　令和6年4月1日から同年6月30日まで
\t再委託の期間　令和6年7月1日から{until}まで
委託に当たり市が行う情報保護対策\t【運用上の対策】
\t1 名簿の提出を求める。
\t2 研修を年1回行うよう指導する。
\t3 事故が起きたときは、直ちに書面で報告するよう指導する。
委託先に行わせる情報保護対策\t【運用上の対策】
\t1 名簿を提出させる。
\t2 研修を年1回行わせる。
\t3 事故が起きたときは、直ちに書面で報告させる。

別紙1　個人情報保護対策チェックリスト（{word}2関係）
○：行う　ー：該当しない

番号\t区分\t市が行う対策\t判定\t委託先に行わせる対策\t判定
1\t運用上\t配達票の枚数を数える。\t○\t配達票の枚数を数えさせる。\t○
2\t運用上\t車載の記録装置を点検する。\tー\t車載の記録装置を点検させる。\tー

別紙2　特記事項

（秘密の保持）
1 乙は、知り得た情報を漏らしてはならない。
（再委託の制限）
2 乙は、甲の承諾を得た場合に限り、業務の一部を第三者に委託することができる。

資料1　項目の一覧
{word}1では次の全ての項目を、{word}2では○を付けた項目を取り扱う。

番号\tだれの\t項目\t{word}2
1\t登録者\t氏名\t○
2\t登録者\t住所\t○
3\t登録者\t生年月日\tー
4\t登録者\t食事制限の内容\t○
5\t登録者\t配達日\t{tick}
6\t緊急連絡先の者\t氏名\tー
7\t緊急連絡先の者\t電話番号\tー

資料2　観点
観点\t対応する対策
研修\t{cited}
"""
USUAL = {
    "word": "票",
    "given": "【登録者】①氏名 ②住所 ③食事制限の内容 ④配達日",
    "until": "令和9年3月31日",
    "tick": "○",
    "done": "",
    "never": "生年月日",
    "cited": "票2の運用上の対策2、別紙1の1",
}


def text(**parts: str) -> str:
    return PAPER.format(**{**USUAL, **parts})


def content(made: Draft, name: str) -> list[dict[str, Any]]:
    return list(json.loads(made.case.to_json()).get(name, []))


def lists(made: Draft) -> dict[str, list[list[str]]]:
    """What each holder gets, list by list."""
    names = {each["id"]: each["label"] for each in content(made, "holders")}
    found: dict[str, list[list[str]]] = {}
    for each in content(made, "lists"):
        for id_ in each["holders"]:
            labels = [entry["label"] for entry in each["entries"]]
            found.setdefault(names[id_], []).append(labels)
    return found


@pytest.mark.parametrize("word", ["票", "個票", "様式"])
def test_a_sheet_with_a_number_is_one_whatever_its_name_tells_of(word: str) -> None:
    made = draft(text(word=word, cited="なし"))
    matters = content(made, "matters")
    assert [each["kinds"] for each in matters] == [["process"], ["entrust", "reentrust"]]
    assert {each["matter"] for each in content(made, "safeguards")} == {"m2"}


def test_a_list_of_papers_in_cells_begins_none_of_them() -> None:
    made = draft(text())
    unread = {each.code for each in made.unread}
    assert not {"checklist_not_read", "clauses_not_read"} & unread
    assert len(content(made, "clauses")) == 2
    assert json.loads(made.case.to_json())["body"] == "里山市個人情報管理会議"


def test_the_next_number_heads_a_part_and_a_line_is_one_partners() -> None:
    made = draft(text())
    assert lists(made) == {
        "配食台帳システム": [
            ["氏名", "住所", "生年月日", "食事制限の内容", "配達日"],
            ["氏名", "電話番号"],
        ],
        "有限会社こだま配送": [["氏名", "住所", "食事制限の内容", "配達日"]],
        "株式会社みなと急便": [["氏名", "住所", "配達日"]],
        "合同会社やまびこ厨房": [["食事制限の内容", "配達日"]],
    }
    subjects = [each["label"] for each in content(made, "subjects")]
    assert subjects == ["登録者（配食を受ける者をいう。）", "緊急連絡先の者"]


def test_what_another_sheet_lists_is_listed_again_for_each_group() -> None:
    made = draft(text(given="票1の記録項目（7項目）", tick="○"))
    assert lists(made)["有限会社こだま配送"] == [
        ["氏名", "住所", "生年月日", "食事制限の内容", "配達日"],
        ["氏名", "電話番号"],
    ]


def test_such_a_paper_raises_nothing() -> None:
    assert codes(draft(text())) == set()


@pytest.mark.parametrize("until", ["令和9年4月30日", "令和10年3月31日"])
def test_a_term_further_on_lies_within_the_contract(until: str) -> None:
    assert codes(draft(text(until=until))) == {"period_outside_contract"}


def test_a_column_of_a_sheet_has_the_items_of_its_list() -> None:
    assert codes(draft(text(tick="ー"))) == {"contents_differ"}


@pytest.mark.parametrize(
    "cited", ["票2の運用上の対策5、別紙1の1", "票2の運用上の対策2及び4、別紙1の1"]
)
def test_a_measure_is_cited_of_the_sheet_that_is_named(cited: str) -> None:
    assert codes(draft(text(cited=cited))) == {"crosswalk_unresolved"}


def test_a_firm_that_the_content_alone_entrusts_further_is_missed_in_the_row() -> None:
    assert "partner_not_named" in codes(draft(text(done="（有限会社あおぞら便に再委託）")))


@pytest.mark.parametrize(
    "done",
    [
        "（株式会社みなと急便に再委託）",
        "（合同会社やまびこ厨房に再委託する。）",
        "（一部を再委託）",
    ],
)
def test_whoever_stands_in_the_row_may_stand_in_the_content(done: str) -> None:
    assert codes(draft(text(done=done))) == set()


def test_what_several_parts_do_not_handle_is_on_none_of_their_lists() -> None:
    assert codes(draft(text(never="食事制限の内容"))) == {"claim_against_list"}


def test_the_thing_in_front_of_a_line_is_what_is_handed_over() -> None:
    told = [h for m in content(draft(text()), "matters") for h in m.get("handovers", [])]
    posted = [h for h in told if "post" in h["ways"]]
    assert [(h["partner"], h.get("label"), h["ways"]) for h in posted] == [
        ("合同会社やまびこ厨房", "配達票", ["paper", "post"])
    ]


@pytest.mark.parametrize("done", ["（データは、USBメモリに複写して同社に渡す。）"])
def test_the_same_firm_is_the_contractor_where_none_is_named_before(done: str) -> None:
    told = [h for m in content(draft(text(done=done)), "matters") for h in m.get("handovers", [])]
    usb = [h for h in told if "usb_memory" in h["ways"]]
    assert [(h["partner"], h["direction"]) for h in usb] == [("有限会社こだま配送", "send")]


FLOWS = """
資料3　情報の流れ

番号\t送り手\t受け手\t情報項目\t方法
1\t長寿課\t有限会社こだま配送\t{whole}\t配達票の手渡し
2\t長寿課\t有限会社こだま配送\t氏名、{part}（年1回の点検用）\t一覧表の手渡し
"""


def test_some_items_beside_a_row_of_all_are_no_other_list() -> None:
    assert codes(draft(text() + FLOWS.format(whole="票2の4項目", part="住所"))) == set()
    more = draft(text() + FLOWS.format(whole="票2の4項目", part="住所、生年月日"))
    assert "contents_differ" in codes(more)


@pytest.mark.parametrize("count", ["2者", "3者"])
def test_those_further_on_are_not_counted_as_contractors(count: str) -> None:
    names = "株式会社みなと急便、合同会社やまびこ厨房" + "及び有限会社あおぞら便" * (count == "3者")
    told = f"食事を届けて見守る。再委託先は、{names}の{count}である。"
    assert "count_differs" not in codes(draft(text().replace("食事を届けて見守る。", told)))

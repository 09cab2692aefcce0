"""Sheets that their head calls by kind, and labels that only this kind makes plain."""

from __future__ import annotations

import pytest
from drafts import draft, raised

from nagarezu.importing.blocks import Place
from nagarezu.importing.form.agenda import headed
from nagarezu.importing.passage import Passage

SHEETS = """あおば市個人情報運営協議会 資料

A票 電算処理
A-1 件名
  温室管理システムの利用について
A-2 だれの情報か
  温室の利用者
A-3 どの情報か
  ① 氏名
  ② 利用日
A-4 どこに記録するか
  温室管理システム
A-5 情報の流れ方
  窓口で入力する。
A-6 始める時期
  令和6年4月1日

B票 業務委託
B-1 件名
  温室の受付について
B-2 頼む相手
  みどり造園株式会社
B-3 扱わせる情報
  ① 利用日
B-4 期間
  令和6年4月1日から令和7年3月31日まで
B-5 市の対策

番号	対策
1	名簿を金庫に納める。
2	人数を毎日確かめる。
"""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("第2票 業務委託", "entrust"),
        ("三 調書その2（外部結合）", "link"),
        ("■ 個票3：電算処理", "process"),
        ("業務委託の必要性", ""),
        ("様式4 市役所の外で行う作業の委任", "delegate"),
        ("電算処理は、市が行う。", ""),
    ],
)
def test_heads(line: str, kind: str) -> None:
    assert headed.named(Passage.of(line, Place("d", 1, "1"))) == kind


def test_sheet_by_its_head() -> None:
    content = draft(SHEETS).content
    assert [each["kinds"] for each in content["matters"]] == [["process"], ["entrust"]]
    assert [[e["label"] for e in each["entries"]] for each in content["lists"]] == [
        ["氏名", "利用日"],
        ["利用日"],
    ]
    assert {each["relation"] for each in content["flows"]} == {"process", "entrust"}
    period = content["matters"][1]["periods"][0]
    assert (period["start"], period["end"]) == ("2024-04-01", "2025-03-31")


def test_table_below_a_label() -> None:
    found = draft(SHEETS).content["safeguards"]
    assert [(each["party"], each["position"]) for each in found] == [("own", "1"), ("own", "2")]


OVERVIEW = """朝日丘市審議会　付議事項

件　名
市民農園の抽選に係る電算処理及び業務委託について

事業の概要

事業名
市民農園
目的
抽選を速やかに行う。
対象者
農園の申込者
事業内容
1 経過
抽選は手作業で行ってきた。
2 内容
{before}
{mark}
{told}

件名　抽選システムの導入について

保有課
農政課
登録業務の名称
農園
記録される情報項目
①氏名　②住所
記録するコンピュータ
抽選システム
"""


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("(2) 業務委託", "抽選の補助を委託する。\n3 対象者数\n農園の申込者　120人"),
        ("② 業務委託", "抽選の補助を委託する。\n3 対象者数\n農園の申込者　120人"),
        ("イ 業務委託", "抽選の補助を委託する。\n(3) 実施時期\n令和6年4月1日から"),
        ("(2) 業務委託", "抽選の補助を委託する。"),
        ("(2) 業務委託", "(3) 外部結合"),
    ],
)
def test_a_kind_within_the_overview_heads_no_sheet(mark: str, told: str) -> None:
    before = "(1) 電算処理\n抽選システムを設ける。" if "。" in told else "(1) 電算処理"
    matters = draft(OVERVIEW.format(before=before, mark=mark, told=told)).content["matters"]
    assert [each["kinds"] for each in matters] == [["process"]]


MATRIX = """件名	畑の貸出しに係る業務の委託について
保有課	農政課
委託先	こがね農園株式会社
委託に伴い事業者に処理させる情報項目	別表1の「乙票」の欄に○のある項目

別表1 項目の一覧

番号	項目	甲票	乙票
1	氏名	○	○
2	住所	○	ー
3	電話番号	○	○
"""


def test_column_that_the_pointer_names() -> None:
    entries = draft(MATRIX).content["lists"][0]["entries"]
    assert [(each["position"], each["label"]) for each in entries] == [
        ("1", "氏名"),
        ("3", "電話番号"),
    ]


LISTED = """確認表（畑の委託）
区分	番号	○又はー	確認すること
町が講ずる対策【物理的対策】	1	○	鍵を掛ける。
	2	ー	扉を二重にする。
相手に講じさせる対策【物理的対策】	1	○	鍵を返させる。
"""


def test_checklist_by_another_name() -> None:
    found = draft(MATRIX + "\n" + LISTED).content["checklist"]
    assert [(each["party"], each["mark"]) for each in found] == [
        ("own", "yes"),
        ("own", "not_needed"),
        ("partner", "yes"),
    ]


LEGEND = """件名	畑の貸出しに係る業務の委託について
保有課	農政課
委託先	こがね農園株式会社
委託に伴い事業者に処理させる情報項目	① 氏名 ② 住所
委託にあたり町が行う情報保護対策	1 鍵を掛ける。
	2 人数を確かめる。
受託事業者に行わせる情報保護対策	1 名簿を返させる。
	2 名簿を写させない。

資料1 心配と対策

「町」は町が行う対策、「農」は受託事業者に行わせる対策の番号を示す。

心配	対策
名簿をなくす	町1、農1
名簿を写す	農2
名簿を忘れる	町2、農{}
"""


def test_signs_of_a_legend() -> None:
    assert "crosswalk_unresolved" not in raised(LEGEND.format(1))
    assert "crosswalk_unresolved" in raised(LEGEND.format(5))


BROKEN = """件名	畑の貸出しの予約に係る外部結合について
保有課	農政課
結合の相手方	わかば農業協同組合
結合される情報項目	① 氏名 ② 電話番号 ③ 病歴
結合する理由	予約の内容を伝えるため。組合には予約に要る情報を送る。利用者の病歴は、受付の
	窓口で聴き取るものとし、予約システムからは送信しない。
"""


def test_sentence_over_rows_of_a_cell() -> None:
    assert "claim_against_list" in raised(BROKEN)
    assert "claim_against_list" not in raised(BROKEN.replace(" ③ 病歴", ""))


def test_paper_in_hands_needs_paper_among_the_media() -> None:
    text = MATRIX.replace("委託に伴い", "処理させる情報項目の記録媒体	{}\n委託に伴い", 1)
    text += "\n"
    work = "委託の内容	町は、利用者の名簿（紙）を委託先の担当者に手渡す。\n"
    text = text.replace("\n別表1", f"{work}\n別表1", 1)
    assert "channel_not_in_media" in raised(text.format("電磁的媒体（畑管理システム）"))
    assert "channel_not_in_media" not in raised(text.format("紙、電磁的媒体（畑管理システム）"))

"""Agenda papers as further offices build them: pointers to tables, papers named by their sheet."""

from __future__ import annotations

import io
import json
from typing import Any

import openpyxl
import pytest
from drafts import draft, raised

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.draft.draft import Draft
from nagarezu.importing.sources import read_bytes

SHEET = """審議会 報告事項
{title}
事業の概要
事業名\t車椅子の貸出し
目的\t{purpose}
対象者\t車椅子を借りる者
事業内容\t1 規模　{counts}

{head}
担当課\t福祉課
登録業務の名称\t車椅子の貸出し
委託先\t{partner}
個人の範囲\t{persons}
処理させる情報項目\t{items}
記録媒体\t{media}
委託の内容\t{content}
委託の期間\t{time}
町が行う対策\t{own}
委託先に行わせる対策\t1 鍵を掛けさせる。
{attached}"""
USUAL = {
    "title": "件名\t車椅子の貸出しについて",
    "purpose": "外出を助ける。",
    "counts": "借りる者は80人である。",
    "head": "件名\t配達の委託",
    "partner": "有限会社わだち運送",
    "persons": "車椅子を借りる者",
    "items": "①氏名 ②住所 ③電話番号",
    "media": "紙（配達票）",
    "content": "(1) 配達　町は配達票を手渡す。",
    "time": "令和5年5月1日から令和6年3月31日まで",
    "own": "1 名簿を確かめる。",
    "attached": "",
}


def paper(**parts: str) -> Draft:
    return draft(SHEET.format(**{**USUAL, **parts}))


def content(made: Draft, name: str) -> list[dict[str, Any]]:
    return list(json.loads(made.case.to_json()).get(name, []))


def labels(made: Draft) -> list[str]:
    return [entry["label"] for each in content(made, "lists") for entry in each["entries"]]


@pytest.mark.parametrize("pointer", ["次の表のとおり", "下表に掲げる項目とする。"])
@pytest.mark.parametrize("caption", ["", "表1 情報項目\n"])
def test_a_table_below_the_value_that_points_to_it_is_its_list(pointer: str, caption: str) -> None:
    table = f"{pointer}\n{caption}番号\t項目名\t備考\n1\t氏名\t\n2\t住所\t\n3\t電話番号\t任意"
    made = paper(items=table)
    assert labels(made) == ["氏名", "住所", "電話番号"]
    assert content(made, "lists")[0]["entries"][2]["optional"] is True
    assert content(made, "matters")[0]["media"][0]["kind"] == "paper"


@pytest.mark.parametrize(
    ("pointer", "found"),
    [
        ("別表1の全ての項目", ["氏名", "住所", "電話番号", "返却日"]),
        ("別表1の項目のうち番号1から3まで", ["氏名", "住所", "電話番号"]),
        ("別表1のうち①及び④", ["氏名", "返却日"]),
    ],
)
def test_an_attached_list_may_be_cited_whole_or_in_part(pointer: str, found: list[str]) -> None:
    table = "\n別表1 情報項目\n番号\t項目\n1\t氏名\n2\t住所\n3\t電話番号\n4\t返却日"
    assert labels(paper(items=pointer, attached=table)) == found


def test_the_name_of_a_sheet_heads_the_paper_it_holds() -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "様式"
    for line in SHEET.format(**{**USUAL, "items": "資料Bのとおり"}).split("\n"):
        page.append(line.split("\t"))
    for name, lines in {
        "資料B": [["番号", "情報項目"], ["1", "氏名"], ["2", "住所"]],
        "別紙2_チェックリスト": [
            ["区分", "対策", "印"],
            ["町（運用）", "鍵を掛ける。", "○"],
            ["委託先（運用）", "鍵を掛けさせる。", "ー"],
        ],
    }.items():
        other = book.create_sheet(name)
        for line in lines:
            other.append(line)
    file = io.BytesIO()
    book.save(file)
    made = assemble([read_bytes(file.getvalue(), "a.xlsx", "d")])
    assert labels(made) == ["氏名", "住所"]
    marks = [(each["block"], each["party"], each["mark"]) for each in content(made, "checklist")]
    assert marks == [("1", "own", "yes"), ("1", "partner", "not_needed")]


def test_a_head_on_its_row_is_no_part_of_what_the_next_row_says() -> None:
    made = paper(
        items="個人の範囲\n\t車椅子を借りる者\n\t情報項目\n\t①氏名 ②住所",
        time="令和5年5月1日から令和6年3月31日まで\n\tうち配達は、令和5年6月1日から令和5年6月30日まで",
    )
    assert labels(made) == ["氏名", "住所"]
    periods = content(made, "matters")[0]["periods"]
    assert [(each["start"], each["end"]) for each in periods] == [
        ("2023-05-01", "2024-03-31"),
        ("2023-06-01", "2023-06-30"),
    ]


def test_cells_in_front_of_lists_say_whose_they_are_and_of_which_layer() -> None:
    made = paper(
        items="借りる者\t①氏名 ②住所\n\t家族\t①氏名 ②続柄",
        own="運用\t1 名簿を確かめる。\n\tシステム\t1 記録を残す。",
    )
    assert labels(made) == ["氏名", "住所", "氏名", "続柄"]
    own = [each["layer"] for each in content(made, "safeguards") if each["party"] == "own"]
    assert own == ["operational", "system"]


def test_what_stands_below_an_unknown_label_is_not_of_the_field_before() -> None:
    made = paper(content="配達\n配達の車\t軽自動車\n\t徒歩")
    assert "徒歩" not in str(content(made, "matters"))


def test_a_partner_before_a_change_is_none_any_more() -> None:
    made = paper(partner="旧　有限会社わだち運送\n\t新　株式会社こまどり便")
    named = {each["label"] for each in content(made, "holders") if each.get("external")}
    assert named == {"株式会社こまどり便"}


def test_a_table_of_measures_is_of_the_matter_that_points_to_it() -> None:
    table = (
        "\n別表2 対策\n主体\t区分\t番号\t対策\n町\t運用\t1\t名簿を毎月確かめる。\n"
        "\tシステム\t1\t記録を3年間残す。\n委託先\t運用\t1\t鍵を必ず掛けさせる。"
    )
    made = paper(own="別表2のとおり", attached=table)
    found = [
        (each["party"], each["layer"]) for each in content(made, "safeguards") if "matter" in each
    ]
    assert set(found) >= {("own", "operational"), ("own", "system"), ("partner", "operational")}


@pytest.mark.parametrize("title", ["契約書に付ける特記事項", "契約に際し乙が守るべき遵守事項"])
def test_clauses_are_known_by_what_stands_below_their_title(title: str) -> None:
    made = paper(attached=f"\n{title}\n（秘密）\n1 乙は、秘密を漏らしてはならない。")
    assert [each["heading"] for each in content(made, "clauses")] == ["秘密"]


def test_what_must_be_done_with_a_consent_is_a_duty() -> None:
    made = paper(
        attached="\n特記事項\n（再委託）\n1 乙は、甲の承諾を得なければ再委託してはならない。\n"
        "2 乙は、前項の承諾を得て再委託するときは、再委託先に同じ義務を負わせなければならない。"
    )
    found = [each.get("modality", "duty") for each in content(made, "clauses")]
    assert found == ["consent", "duty"]


def test_counts_of_the_row_of_persons_and_of_a_sentence() -> None:
    made = paper(
        counts="令和5年度の利用見込者は80人以上である。\n\t2 対象者数\n\t120人（令和5年4月1日現在）"
    )
    found = {
        each["label"]: [(c.get("value"), c["bound"]) for c in each.get("counts", [])]
        for each in content(made, "subjects")
    }
    assert found["車椅子を借りる者"] == [(120, "exact")]
    assert found["令和5年度の利用見込者"] == [(80, "at_least")]


def test_a_title_that_says_more_is_held_against_the_whole_paper() -> None:
    title = "車椅子の貸出しに係る業務の委託について（情報項目の追加）"
    assert "title_without_content" in raised(SHEET.format(**{**USUAL, "title": title}))
    told = {**USUAL, "title": title, "content": "(1) 配達　新たに電話番号を加える。"}
    assert "title_without_content" not in raised(SHEET.format(**told))


def test_more_persons_than_the_purpose_below_a_head_within_the_items() -> None:
    parts = {
        "purpose": "入学を控えた中学校第3学年の生徒の学習を助ける。",
        "items": "個人の範囲\n\t町立の中学校に在籍する全ての生徒\n\t情報項目\n\t①氏名 ②学年",
    }
    assert "scope_wider_than_purpose" in raised(SHEET.format(**{**USUAL, **parts}))


def test_records_of_inquiries_are_handed_over_like_other_data() -> None:
    content_ = "(1) 窓口　相談の記録は、毎週電子メールに添付して町に送る。"
    parts = {"media": "紙（配達票）、CD-R", "content": content_}
    assert "channel_not_in_media" in raised(SHEET.format(**{**USUAL, **parts}))


def test_what_a_letter_does_not_show_may_be_known_to_who_sends_it() -> None:
    content_ = "(1) 通知　配達の日だけを知らせる（本文に氏名は記載しない。）。"
    assert "claim_against_list" not in raised(SHEET.format(**{**USUAL, "content": content_}))


def test_a_row_of_fields_is_no_item_of_the_table_above_it() -> None:
    table = "以下のとおり\n番号\t項目\t備考\n1\t氏名\t\n2\t住所\t\n項目\t内容"
    assert labels(paper(items=table)) == ["氏名", "住所"]


def test_what_the_row_calls_a_computer_is_one_by_any_name() -> None:
    text = """審議会 報告事項
件名\t見守りの記録
担当課\t福祉課
登録業務の名称\t見守り
個人の範囲\t通行する者
記録項目\t①容姿の映像 ②日時
記録するコンピュータ\t映像記録装置（駅前）
開発の時期\t令和5年5月1日から"""
    made = draft(text)
    assert labels(made) == ["容姿の映像", "日時"]
    assert "映像記録装置" in {each["label"] for each in content(made, "holders")}
    nameless = draft(text.replace("映像記録装置（駅前）", "なし"))
    assert labels(nameless) == ["容姿の映像", "日時"]  # kept, though nobody is named who gets them

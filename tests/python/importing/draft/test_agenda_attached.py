"""What the sheets of an agenda paper leave to its other parts: items, groups, short names."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

from nagarezu.importing.draft.draft import Draft

PAPER = """審議会 付議事項
{contents}件名\t人形の貸出しについて
事業の概要
事業名\t人形の貸出し
目的\t{purpose}
対象者\t{persons}
事業内容\t1 概要<br>{system}（以下「管理システム」という。）を入れる。{more}<br>2 人数<br>{counts}

件名 人形管理システムの導入について
保有課（担当課）\t児童課
登録業務の名称\t貸出し
記録される情報項目\t{whom}<br>2 記録項目<br>{kept}<br>3 記録するコンピュータ<br>{system}
新規開発・追加・変更の理由\t手間を省くため。
新規開発・追加・変更の内容\t貸出しの記録
新規開発・追加・変更の時期\t令和5年6月1日 利用開始

件名 配達業務の委託について
保有課（担当課）\t児童課
登録業務の名称\t貸出し
委託先\t{partner}
委託に伴い事業者に処理させる情報項目\t1 個人の範囲<br>{persons}<br>2 情報項目<br>{given}
処理させる情報項目の記録媒体\t{media}
委託理由\t車を要するため。
委託の内容\t(1) 配達
委託の開始時期及び期限\t令和5年6月12日から令和6年3月31日まで
委託にあたり町が行う情報保護対策\t1 CD-Rは、職員が手渡す。
受託事業者に行わせる情報保護対策\t1 鍵を掛けさせる。
{attached}"""
USUAL = {
    "contents": "",
    "system": "人形管理システム",
    "purpose": "貸出しを行う。",
    "persons": "貸出しを受ける者",
    "more": "",
    "counts": "貸出しを受ける者 120人（令和5年4月1日現在）",
    "kept": "①氏名 ②住所 ③電話番号 ④貸出日",
    "partner": "有限会社さざなみ堂",
    "given": "①氏名 ②住所 ③電話番号",
    "media": "電磁的媒体（CD-R）",
    "attached": "",
}


def draft(**parts: str) -> Draft:
    whole = {**USUAL, **parts}
    text = PAPER.format(whom=f"1 個人の範囲<br>{whole['persons']}", **whole)
    return drafts.draft(text)


def content(**parts: str) -> dict[str, Any]:
    return draft(**parts).content


def raised(**parts: str) -> list[str]:
    import nagarezu as ng

    rows = ng.Case.from_json(draft(**parts).case.to_json()).table("findings").to_json()["rows"]
    return [row["code"] for row in rows if row["severity"] != "info"]


def printed(content: dict[str, Any]) -> list[list[str]]:
    return [[each["label"] for each in one["entries"]] for one in content["lists"]]


TICKED = """
別表1 項目の一覧
No.\t項目\t記録\t委託\t備考
1\t氏名\t○\t○\t
2\t住所\t○\t－\t
3\t電子メールアドレス\t○\t○\t任意
"""
LISTED = "\n別表1 項目の一覧\n(1) 氏名\n(2) 電子メールアドレス\n"


@pytest.mark.parametrize(
    ("attached", "expected"),
    [
        (TICKED, [["氏名", "住所", "電子メールアドレス"], ["氏名", "電子メールアドレス"]]),
        (LISTED, [["氏名", "電子メールアドレス"]] * 2),
        ("\n別表1 経緯\n市は、これを決めた。\n", [[], []]),
    ],
)
@pytest.mark.parametrize("away", ["別表1のとおり", "別表1に掲げる項目"])
def test_items_stand_in_the_paper_to_which_a_sheet_points(
    away: str, attached: str, expected: list[list[str]]
) -> None:
    assert printed(content(kept=away, given=away, attached=attached)) == expected


@pytest.mark.parametrize(
    "partner", ["（指名競争入札により決定する。）", "（選定中）", "公募により選定", "未定"]
)
def test_what_a_partner_gets_is_listed_though_nobody_knows_him_yet(partner: str) -> None:
    assert printed(content(partner=partner))[1] == ["氏名", "住所", "電話番号"]
    assert printed(content(partner="公募により選定した株式会社さざなみ"))[1]


@pytest.mark.parametrize(
    ("persons", "counts", "expected"),
    [
        (
            "町内の児童及びその保護者",
            "町内の児童 90人<br>保護者 70人",
            [("町内の児童", [90]), ("保護者", [70])],
        ),
        ("町内の児童及びその保護者", "町内の児童 90人", None),
        ("町内の児童（令和4年度実績 90人）", "町内の児童 90人", [("町内の児童", [90])]),
        (
            "貸出しを受ける者及びその就学前の子",
            "町内に住む就学前の子 40人",
            [("貸出しを受ける者及びその就学前の子", []), ("町内に住む就学前の子", [40])],
        ),
    ],
)
def test_a_group_has_the_numbers_that_are_its_own(
    persons: str, counts: str, expected: list[tuple[str, list[int]]] | None
) -> None:
    found = [
        (each["label"], list(dict.fromkeys(count["value"] for count in each.get("counts", []))))
        for each in content(persons=persons, counts=counts)["subjects"]
    ]
    assert found == expected if expected else persons in dict(found)


def test_the_head_of_a_list_is_one_of_two_groups_with_one_name_or_no_group() -> None:
    kept = "【児童】<br>(1) 氏名<br>【保護者】<br>(1) 住所<br>【連絡に関する項目】<br>(1) 理由"
    made = content(persons="町内の児童及びその保護者", counts="", kept=kept, given=kept)
    assert [each["label"] for each in made["subjects"]] == ["町内の児童及びその保護者"]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"more": "また、メールアドレスを管理システムに記録する。"}, "claimed_item_unlisted"),
        (
            {"given": "①氏名 ②住所 ③世帯主の氏名<br>（いずれも管理システムから抽出する。）"},
            "unsourced_item",
        ),
        ({"media": "電磁的媒体（CD-R及びUSBメモリ）"}, "medium_without_channel"),
    ],
)
def test_short_names_and_media_are_compared(parts: dict[str, str], code: str) -> None:
    assert raised() == []
    assert code in raised(**parts)


def test_a_medium_is_used_where_what_its_brackets_name_is() -> None:
    media = "電磁的媒体（CD-R）、紙媒体（配達票）"
    assert "medium_without_channel" in raised(media=media)
    assert raised(media=media, more="配達票は、窓口で渡す。") == []


@pytest.mark.parametrize(
    ("purpose", "wider"),
    [
        ("町民（以下「住民」という。）のうち貸出しの経験がない者に勧める。", False),
        ("貸出しを受ける者のうち貸出しの経験がない者に勧める。", True),
    ],
)
def test_a_purpose_is_narrower_than_the_group_it_is_a_part_of(purpose: str, wider: bool) -> None:
    assert ("scope_wider_than_purpose" in raised(purpose=purpose)) is wider


@pytest.mark.parametrize(
    ("old", "new"),
    [("4\t貸出日\t○\t－", "4\t貸出日\t○\t○"), ("4\t貸出日\t○", "4\t貸出日\t－")],
)
def test_a_table_of_items_and_matters_has_what_the_sheets_list(old: str, new: str) -> None:
    table = TICKED.replace("2\t住所\t○\t－", "2\t住所\t○\t○")
    table = table.replace("3\t電子メールアドレス\t○\t○\t任意", "3\t電話番号\t○\t○")
    table += "4\t貸出日\t○\t－\n"
    assert raised(attached=table) == []
    assert "contents_differ" in raised(attached=table.replace(old, new))


SECTIONS = """
1 経緯
市は、決めた。
2 日程
6月に始める。
3 費用
要しない。
4 問合せ
児童課
5 付記
ない。
"""


@pytest.mark.parametrize(
    ("contents", "raises"),
    [
        ("もくじ\n1 経緯\n2 日程\n3 費用\n4 問合せ\n5 付記\n\n", False),
        ("もくじ\n1 経緯\n2 日程\n3 費用\n4 問合せ\n5 付記\n6 緊急時の体制\n\n", True),
        ("目次\n1 経緯\n2 日程\n3 問合せ\n4 付記\n\n", True),
        ("目次\n1 これまで\n2 これから\n3 費用\n4 問合せ\n\n", False),
    ],
)
def test_a_list_of_contents_has_the_sections_that_are_there(contents: str, raises: bool) -> None:
    assert ("contents_differ" in raised(contents=contents, attached=SECTIONS)) is raises


def test_who_is_left_out_in_one_place_is_in_no_group_of_another() -> None:
    more = "施設の職員は対象としない。"
    assert raised(more=more) == []
    persons = "貸出しを受ける者及び施設の職員"
    assert "scope_wider_than_purpose" in raised(persons=persons, more=more)


FIRMS = {
    "lines": "番号　法人の名称　地区\n1　有限会社あざみ　北区\n2　合同会社やまぶき　東区\n",
    "a numbered list": "(1) 有限会社あざみ（北部）\n(2) 合同会社やまぶき（南部）\n",
    "a table": "No.\t事業者名\t配達する区\n1\t有限会社あざみ\t北区\n2\t合同会社やまぶき\t東区\n",
    "a ruled table": "|地区|委託先名|\n|---|---|\n|北部|有限会社あざみ|\n|東部|合同会社やまぶき|\n",
}


def partners(made: dict[str, Any]) -> set[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in made["holders"]}
    flows = [each for each in made["flows"] if each["relation"].endswith("entrust")]
    return {(names[to], flow["relation"]) for flow in flows for to in flow["to"]}


@pytest.mark.parametrize("attached", FIRMS.values(), ids=FIRMS)
@pytest.mark.parametrize("away", ["別表1のとおり", "別表1のとおり（2社。再委託は認めない。）"])
def test_partners_stand_in_the_paper_to_which_a_sheet_points(away: str, attached: str) -> None:
    made = content(partner=away, attached=f"\n別表1　配達を行う者\n{attached}")
    assert partners(made) == {("有限会社あざみ", "entrust"), ("合同会社やまぶき", "entrust")}


@pytest.mark.parametrize("away", ["別表2のとおり", "別紙1のとおり", "付表1のとおり"])
def test_a_paper_that_is_not_there_names_nobody(away: str) -> None:
    assert partners(content(partner=away)) == set()


def test_a_paper_may_name_those_of_the_second_tier_too() -> None:
    table = (
        "No.\t委託先\t再委託先\n1\t有限会社あざみ\t合同会社やまぶき\n2\t合名会社すずらん\tなし\n"
    )
    made = content(partner="別紙2による。", attached=f"\n別紙2　委託の状況\n{table}")
    assert partners(made) == {
        ("有限会社あざみ", "entrust"),
        ("合名会社すずらん", "entrust"),
        ("合同会社やまぶき", "reentrust"),
    }


@pytest.mark.parametrize("gap", ["<br>", " ", "　"])
@pytest.mark.parametrize(
    ("until", "codes"),
    [("令和6年2月29日", []), ("令和6年5月31日", ["period_outside_contract"])],
)
def test_the_term_further_on_lies_within_that_which_its_field_calls_so(
    until: str, codes: list[str], gap: str
) -> None:
    text = PAPER.format(whom="1 個人の範囲<br>貸出しを受ける者", **USUAL).replace(
        "令和5年6月12日から令和6年3月31日まで",
        f"令和5年6月12日から令和6年3月31日まで{gap}再委託の期間　令和5年7月3日から{until}まで",
    )
    found = drafts.draft(text)
    periods = found.content["matters"][1]["periods"]
    assert [each["label"] for each in periods][1:] == ["再委託の期間"]
    assert [each for each in drafts.codes(found) if each.startswith("period")] == codes

"""Overviews of agenda papers: where they begin, whom they count, and what they tell of the work."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

from nagarezu.importing.draft.draft import Draft

PAPER = """審議会 付議事項
件名\tしおりの交換業務の委託等について
{cover}
担当\t文化課
事業の概要
事業名\tしおりの交換
対象者\t{persons}
{overview}

{system}件名 しおりの交換業務の委託について
保有課（担当課）\t文化課
登録業務の名称\tしおり
委託先\t{partner}
委託に伴い事業者に処理させる情報項目\t①氏名 ②住所
処理させる情報項目の記録媒体\t紙媒体
委託理由\t設備を要するため。
委託の内容\t{content}
委託の開始時期及び期限\t令和5年6月12日から令和6年3月31日まで
委託にあたり町が行う情報保護対策\t{own}
受託事業者に行わせる情報保護対策\t{own}
{attached}"""
USUAL = {
    "cover": "内容\t別紙のとおり",
    "persons": "しおりを申し込んだ者",
    "overview": "事業内容\t1 対象者数<br>しおりを申し込んだ者 1,204人（令和5年4月1日現在）",
    "system": "",
    "partner": "有限会社さざなみ堂",
    "content": "(1) 型紙の印刷<br>(2) しおりの裁断<br>(3) しおりの封入",
    "own": "1 鍵を掛ける。",
    "attached": "",
}


def draft(**parts: str) -> Draft:
    text = PAPER.format(**{**USUAL, **parts})
    return drafts.draft(text)


def content(**parts: str) -> dict[str, Any]:
    return draft(**parts).content


def counted(**parts: str) -> list[tuple[Any, ...]]:
    return [
        (each["label"], count.get("value"), count["unit"], count["bound"])
        for each in content(**parts)["subjects"]
        for count in each.get("counts", [])
    ]


@pytest.mark.parametrize(
    "cover",
    [
        "内容\t別紙のとおり",
        "内容は別紙のとおり",
        "概要\t次のとおり",
        "事業内容\t別添資料1参照",
        "対象者\t別紙に記載",
    ],
)
def test_a_cover_that_points_to_the_paper_is_no_overview(cover: str) -> None:
    assert counted(cover=cover) == [("しおりを申し込んだ者", 1204, "person", "exact")]


@pytest.mark.parametrize(
    "overview",
    [
        "概要\tしおりを配る。\n事業内容\t1 対象者数<br>しおりを申し込んだ者 1,204人",
        "事業内容\t配布\n事業の概要\n事業内容\t1 対象者数<br>しおりを申し込んだ者 1,204人",
        "事業内容\t1 申込みの規模<br>1, 2 0 4 人（令和5年度）",
        "事業内容\t1 現状<br>しおりを申し込んだ者は1,204人である。",
        "事業内容\t1 現状<br>しおりを配る。<br>2 申込みの実績<br>1,204人<br>※詳細は後日",
    ],
)
def test_every_part_of_an_overview_is_read_for_its_counts(overview: str) -> None:
    assert counted(overview=overview) == [("しおりを申し込んだ者", 1204, "person", "exact")]


@pytest.mark.parametrize(
    "section", ["窓口の体制<br>12人", "経費<br>約30世帯分", "配る数<br>1,500枚", "名簿<br>3件"]
)
def test_a_number_alone_below_another_head_counts_nobody(section: str) -> None:
    assert counted(overview=f"事業内容\t1 現状<br>しおりを配る。<br>2 {section}") == []


def test_a_number_whose_digits_stand_apart_begins_no_section() -> None:
    overview = "事業内容\t4 申込みの見込み<br>約1, 5 0 0 世帯（令和3年度）"
    assert counted(overview=overview) == [("しおりを申し込んだ者", None, "household", "unknown")]


SHEETS = "\nチェックリスト１ 業務委託\n委託にあたり町が行う情報保護対策\n○ 鍵を掛ける。\n"
NUMBERED = "\n1 業務委託にかかる個人情報保護対策チェックリスト\n○ 鍵を掛ける。\n"


@pytest.mark.parametrize(
    ("own", "attached", "label", "resolved"),
    [
        ("チェックリスト１のとおり", NUMBERED, "チェックリスト1", True),
        ("チェックリスト１のとおり", SHEETS, "チェックリスト1", True),
        ("別紙チェックリスト1のとおり", NUMBERED, "別紙チェックリスト1", True),
        ("チェックリスト2のとおり", NUMBERED, "チェックリスト2", False),
        ("チェックリストのとおり", NUMBERED, "チェックリスト", True),
        ("別紙チェックリストのとおり", NUMBERED, "別紙チェックリスト", True),
        ("チェックリスト1のとおり", "", "チェックリスト1", False),
    ],
)
def test_a_checklist_is_cited_by_its_number(
    own: str, attached: str, label: str, resolved: bool
) -> None:
    found = content(own=own, attached=attached)["references"]
    told = {each["label"]: each.get("resolved", False) for each in found}
    assert {name: at_hand for name, at_hand in told.items() if "チェック" in name} == {
        label: resolved
    }


@pytest.mark.parametrize("head", ["別紙,特記事項", "別記1,個人情報取扱特記事項", "特記事項,"])
def test_clauses_begin_where_their_title_stands_behind_a_number(head: str) -> None:
    rows = PAPER.format(**USUAL).replace("<br>", " ").replace("\t", ",")
    rows += f"{head}\n（秘密）,1 乙は、秘密を漏らしてはならない。\n"
    found = drafts.draft(rows, "a.csv").content["clauses"]
    assert [(each["number"], each["heading"]) for each in found] == [(1, "秘密")]


def test_a_partner_who_is_not_known_yet_has_a_row_of_its_own() -> None:
    (matter,) = content(partner="未定（入札により決定）")["matters"]
    assert [(row["holders"], row["undecided"]) for row in matter["partners"]] == [([], True)]
    (matter,) = content()["matters"]
    assert ["undecided" in row for row in matter["partners"]] == [False]


SYSTEM = """件名 しおり管理システムの導入について
保有課（担当課）\t文化課
登録業務の名称\tしおり
記録される情報項目\t①氏名 ②住所
新規開発・追加・変更の理由\t台帳が厚いため。
新規開発・追加・変更の内容\t(1) 検索の機能
新規開発・追加・変更の時期\t開発　令和5年5月1日から令和5年6月30日まで

"""


@pytest.mark.parametrize(
    ("work", "raised"), [("(1) しおりの印刷", False), ("(1) システムの構築", True)]
)
def test_work_on_a_system_is_held_against_a_contract_for_such_work(work: str, raised: bool) -> None:
    rows = draft(system=SYSTEM, content=work).case.table("findings").to_json()["rows"]
    assert ("period_outside_contract" in {row["code"] for row in rows}) == raised


@pytest.mark.parametrize(
    ("told", "periods"),
    [
        ("令和5年7月　しおりの交換の実施", 1),
        ("しおりの封入は、令和5年7月3日から同月28日までに行う。", 1),
        ("しおりの封入は、令和5年5月8日から同月28日までに行う。", 2),
    ],
)
def test_an_overview_that_repeats_the_contract_adds_no_period(told: str, periods: int) -> None:
    (matter,) = content(overview=f"事業内容\t1 概要<br>しおりを配る。<br>2 日程<br>{told}")[
        "matters"
    ]
    assert len(matter["periods"]) == periods


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        ("(1) 型紙の印刷<br>(2) しおりの裁断<br>(3) しおりの封入<br>(4) しおりの回収", 4),
        ("(1) 型紙の印刷<br>(2) しおりの裁断<br>(3) しおりの封入", 0),  # the same
        ("(1) 型紙の印刷<br>(2) しおりの裁断", 0),  # a summary may be shorter
        ("(1) 型紙の印刷<br>(2) 裁断の作業<br>(3) 封入の作業<br>(4) しおりの回収", 0),
    ],
)
def test_a_longer_list_of_the_overview_stands_beside_that_of_the_sheet(
    lines: str, written: int
) -> None:
    made = draft(overview=f"事業内容\t1 委託する業務<br>{lines}")
    (matter,) = made.content["matters"]
    assert sum(each.get("sheet") == "overview" for each in matter["work"]) == written
    rows = made.case.table("findings").to_json()["rows"]
    assert ("contents_differ" in {row["code"] for row in rows}) == bool(written)


@pytest.mark.parametrize(
    ("persons", "counted_as", "wanted"),
    [
        ("しおりの交換を申請した者", "申請者数", "しおりの交換を申請した者"),
        ("しおりの交換を予約している者", "予約者", "しおりの交換を予約している者"),
        ("しおりを受け取った者", "申請者数", "申請者"),
    ],
)
def test_the_short_name_of_those_who_do_something(
    persons: str, counted_as: str, wanted: str
) -> None:
    told = f"事業内容\t1 {counted_as}<br>約350人（令和5年4月1日現在）"
    found = counted(persons=persons, overview=told)
    assert found == [(wanted, None, "person", "unknown")]


def test_a_number_in_brackets_below_a_name_is_of_that_group() -> None:
    found = content(
        persons="図書館を利用した者<br>しおりを申し込んだ者<br>（1,240人　令和5年4月1日現在）"
    )
    by = {each["label"]: [c["value"] for c in each.get("counts", [])] for each in found["subjects"]}
    assert by["図書館を利用した者"] == []
    assert 1240 in by["しおりを申し込んだ者"]


@pytest.mark.parametrize(
    ("cited", "raised"), [("対策の2の", False), ("対策】7の", True), ("対策の1及び5の", True)]
)
def test_a_measure_of_a_layer_that_no_list_reaches(cited: str, raised: bool) -> None:
    own = "【運用上の対策】<br>1 鍵を掛ける。<br>2 簿冊に記入する。<br>3 点検する。"
    made = draft(own=own, content=f"しおりの裁断。受渡しは【運用上の{cited}簿冊による。")
    rows = made.case.table("findings").to_json()["rows"]
    assert ("crosswalk_unresolved" in {row["code"] for row in rows}) == raised

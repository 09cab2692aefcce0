"""Sheets as offices lay them out: other heads, numbered labels, pairs of fields, drawn tables."""

from __future__ import annotations

import drafts
import pytest

PROCESS = """件名　観察記録システムの導入について
保有課　緑化課
登録業務の名称　樹木の保護
"""
ITEMS = """記録される情報項目
{items}
導入の理由
紙の台帳では探せないため。
導入の内容
記録と検索の機能を設ける。
"""
OWN = """情報保護対策
【運用上の対策】
1 台帳を鍵の付いた棚に入れる。
2 年に1度、研修を受けさせる。
"""
LIST = (
    "1 個人の範囲\n樹木の所有者\n2 記録項目\n①氏名\n"
    "②住所\n③樹種\n3 記録するコンピュータ\n観察記録システム"
)


def paper(*parts: str) -> str:
    head = "若草市個人情報保護審議会　付議事項\n件名　保存樹木の観察に係る電算処理について\n\n"
    overview = "事業の概要\n事業名　保存樹木の保護\n目的　古木を守る。\n対象者　樹木の所有者\n\n"
    return head + overview + "".join(parts)


def matters(text: str, name: str = "a.txt") -> list[str]:
    return [str(each["title"]) for each in drafts.draft(text, name).content["matters"]]


def items(text: str) -> list[list[str]]:
    lists = drafts.draft(text).content["lists"]
    return [[str(entry["label"]) for entry in each["entries"]] for each in lists]


@pytest.mark.parametrize(
    "unknown", ["処理形態", "処理の態様", "導入の形", "利用の場所", "使う人", "画面の種類"]
)
def test_a_label_nobody_knows_parts_no_sheet(unknown: str) -> None:
    inner = f"{unknown}\n緑化課の職員が端末から入力する。\n"
    first, rest = ITEMS.format(items=LIST).split("導入の理由")
    text = paper(PROCESS, first, inner, "導入の理由", rest, OWN)
    assert len(matters(text)) == 1
    kinds = drafts.draft(text).content["matters"][0]["kinds"]
    assert kinds == ["process"]
    assert len(drafts.draft(text).content["safeguards"]) == 2


def test_a_paper_behind_a_sheet_stays_one() -> None:
    text = paper(PROCESS, ITEMS.format(items=LIST), OWN, "資料1　情報の流れ\n所有者 → 緑化課\n")
    assert matters(text) == ["観察記録システムの導入について"]


@pytest.mark.parametrize(
    "head", ["項目\t変更前\t変更後", "区分\t現行\t今回", "事項\t改正前\t改正後", "欄\t旧\t新"]
)
def test_a_table_of_now_and_then_begins_no_sheet(head: str) -> None:
    table = (
        f"変更する箇所\n{head}\n記録項目\t2項目\t3項目\n"
        f"委託に伴い処理させる情報項目\t1項目\t2項目\n\n"
    )
    text = paper(table, PROCESS, ITEMS.format(items=LIST), OWN)
    assert matters(text) == ["観察記録システムの導入について"]


@pytest.mark.parametrize(
    "listed",
    [
        "個人の範囲\t樹木の所有者\n記録項目\n1 氏名\n2 住所\n"
        "3 樹種\n記録するコンピュータ\t観察記録システム",
        "（個人の範囲）\n樹木の所有者\n（項目）\n1 氏名\n2 住所\n"
        "3 樹種\n（記録するコンピュータ）\n観察記録システム",
        "〔個人の範囲〕樹木の所有者\n〔項目〕1 氏名　2 住所　3 樹種\n"
        "〔コンピュータ〕観察記録システム",
        "個人の範囲：樹木の所有者\n項目　　　：1 氏名　2 住所　3 樹種\n"
        "コンピュータ：観察記録システム",
    ],
)
def test_heads_of_items_below_their_label(listed: str) -> None:
    text = paper(PROCESS, ITEMS.format(items=listed), OWN)
    assert items(text) == [["氏名", "住所", "樹種"]]
    flows = drafts.draft(text).content["flows"]
    assert [each["relation"] for each in flows] == ["process"]


def test_a_year_of_school_is_no_date_in_front_of_the_next_number() -> None:
    listed = "個人の範囲\n児童\n項目\n1 氏名　2 学年　3 組　4 住所"
    assert items(paper(PROCESS, ITEMS.format(items=listed), OWN)) == [
        ["氏名", "学年", "組", "住所"]
    ]


SHEETS = """〔調書１〕{process}
１　件　　　名　　観察記録システムの導入
２　主　管　課　　緑化課
３　業務の名称　　樹木の保護
４　記録する個人情報の項目
　　ア　氏名
　　イ　住所
５　使用する電子計算機　　観察記録システム
６　導入の理由　　紙の台帳では探せないため。
〔調書２〕{entrust}
１　件　　　名　　樹木の診断の委託
２　主　管　課　　緑化課
３　業務の名称　　樹木の保護
４　委託先の名称　　みどり診断株式会社
５　取り扱わせる個人情報の項目
　　ア　氏名
　　イ　樹種
６　委託の期間　　令和6年4月1日から令和7年3月31日まで
"""


@pytest.mark.parametrize(
    ("process", "entrust"),
    [("電子計算機処理", "業務委託"), ("電算処理", "外部委託"), ("電算化", "業務委託")],
)
def test_sheets_with_kinds_in_other_words(process: str, entrust: str) -> None:
    head = "若草市個人情報保護審議会　諮問案件調書\n案　件　名　　保存樹木の観察について\n"
    overview = "Ⅰ　事業の概要\n１　事　業　名　　保存樹木の保護\n２　対　象　者　　樹木の所有者\n"
    text = head + overview + SHEETS.format(process=process, entrust=entrust)
    assert matters(text) == ["観察記録システムの導入", "樹木の診断の委託"]
    assert items(text) == [["氏名", "住所"], ["氏名", "樹種"]]
    relations = [each["relation"] for each in drafts.draft(text).content["flows"]]
    assert relations == ["process", "entrust"]


def test_two_fields_side_by_side() -> None:
    rows = [
        "件名\t樹木の診断の委託\t\t",
        "保有課\t緑化課\t登録業務の名称\t樹木の保護",
        "委託先\tみどり診断株式会社\t\t",
        "委託に伴い処理させる情報項目\t①氏名 ②樹種\t\t",
        "記録媒体\t紙（診断票）\t委託期間\t令和6年4月1日～令和7年3月31日",
        "委託の理由\t樹木医がいないため。\t\t",
    ]
    (matter,) = drafts.draft(paper("\n".join(rows) + "\n")).content["matters"]
    assert (matter["department"], matter["register_name"]) == ("緑化課", "樹木の保護")
    assert [each["end"] for each in matter["periods"]] == ["2025-03-31"]
    assert [each["kind"] for each in matter["media"]] == ["paper"]


BOX = """件名　観察記録システムの導入について
┌────────┬────────────────┐
│保有課          │緑化課                          │
├────────┼────────────────┤
│登録業務の名称  │樹木の保護                      │
├────────┼────────────────┤
│記録される情報項│１　個人の範囲                  │
│目              │　樹木の所有者                  │
│                │２　記録項目                    │
│                │　①氏名　②住所　③樹種        │
├────────┼────────────────┤
│情報保護対策    │１　台帳は、鍵の付いた棚に入れ、│
│                │　鍵は係長が持つ。              │
│                │２　年に1度、研修を受けさせる。 │
└────────┴────────────────┘
"""


def test_a_table_that_is_drawn_with_characters() -> None:
    made = drafts.draft(paper(BOX)).content
    (matter,) = made["matters"]
    assert (matter["department"], matter["register_name"]) == ("緑化課", "樹木の保護")
    assert items(paper(BOX)) == [["氏名", "住所", "樹種"]]
    labels = [str(each["label"]) for each in made["safeguards"]]
    assert len(labels) == 2 and labels[0].endswith("鍵は係長が持つ。")


def test_a_municipality_that_stands_by_itself() -> None:
    rows = "担当部課\t緑の課（若草市）\n\n番号\t送る側\t受ける側\n1\t若草市\t甲社\n"
    made = drafts.draft(
        paper(PROCESS, ITEMS.format(items=LIST), rows).replace("若草市個人", "個人")
    )
    assert made.content["municipality"]["name"] == "若草市"


def test_checklists_without_numbers_count_each_for_itself() -> None:
    sheet = (
        "件名　樹木の診断の委託について\n委託先　みどり診断株式会社\n委託期間　令和6年4月1日から\n"
    )
    lists = "".join(
        (
            f"{name}にかかる個人情報保護対策チェックリスト\n"
            f"1\t○\t{text}\n2\tー\t{text[:-1]}と決める。\n\n"
        )
        for name, text in (("電算処理", "棚に鍵を掛ける。"), ("業務委託", "名簿を出させる。"))
    )
    made = drafts.draft(paper(PROCESS, ITEMS.format(items=LIST), sheet, lists)).content
    assert {each["block"] for each in made["checklist"]} == {"1", "2"}


TWO = "件名{n}　樹木の診断の委託について\n委託先　みどり診断株式会社\n委託期間　令和6年4月1日から\n"
LISTED = """{title}
○…行う　　ー…行わない

市が行う対策{left}運用上の対策{right}
1　○　棚に鍵を掛ける。
2　ー　封をする。

委託先に行わせる対策{left}システム上の対策{right}
1　○　通信を暗号化させる。
"""


@pytest.mark.parametrize("brackets", ["【】", "［］", "〔〕", "（）", "《》"])
@pytest.mark.parametrize(
    ("title", "block"),
    [
        ("別紙2　樹木の診断の委託に係る点検表", "1"),
        ("別表3　対策のチェックリスト（件名2）", "1"),
        ("チェックリスト2　樹木の診断の委託", "2"),
        ("（別紙チェックリスト）\n樹木の診断の委託に係る対策チェックリスト", "1"),
    ],
)
def test_the_number_of_a_paper_is_not_that_of_its_checklist(
    title: str, block: str, brackets: str
) -> None:
    listed = LISTED.format(title=title, left=brackets[0], right=brackets[1])
    made = drafts.draft(paper(PROCESS, ITEMS.format(items=LIST), TWO.format(n=2), listed)).content
    found = [(each["block"], each["party"], each["layer"]) for each in made["checklist"]]
    assert found == [
        (block, "own", "operational"),
        (block, "own", "operational"),
        (block, "partner", "system"),
    ]


@pytest.mark.parametrize(("before", "block"), [("3　件名　", "1"), ("件名　", "4")])
def test_a_checklist_that_goes_on_with_the_numbers_of_the_chapters(before: str, block: str) -> None:
    listed = LISTED.format(title="4　樹木の診断の委託に係る点検表", left="【", right="】")
    sheet = TWO.format(n="").replace("件名　", before)
    made = drafts.draft(paper(PROCESS, ITEMS.format(items=LIST), sheet, listed)).content
    assert {each["block"] for each in made["checklist"]} == {block}


@pytest.mark.parametrize("which", ["（件名2）", "（件名２関係）"])
def test_a_checklist_says_which_title_it_is_of(which: str) -> None:
    sheets = "".join(TWO.format(n=n) for n in (1, 2, 3))
    listed = LISTED.format(title=f"別表1　対策の点検表{which}", left="【", right="】")
    made = drafts.draft(paper(sheets, listed)).content
    titled = [each["id"] for each in made["matters"]]
    assert {each["matter"] for each in made["safeguards"]} == {titled[-2]}


USED = """{head}
保有課	緑化課
登録業務の名称	樹木の保護
{whom}	道路課
個人の範囲	樹木の所有者
{items}	①所有者の氏名　②所有者の住所　③樹種
利用の理由	枝が道路に出た木を切るため。
利用の期間	令和6年4月1日から令和7年3月31日まで
市が行う対策	【運用上の対策】<br>1 一覧の受渡しを簿冊に記録する。
"""


@pytest.mark.parametrize("whom", ["利用する課", "利用課", "目的外利用する課"])
@pytest.mark.parametrize(
    ("head", "items"),
    [
        ("件名2　樹木の台帳の利用について（目的外利用）", "利用する情報項目"),
        ("３　件名2　樹木の台帳の利用（目的外利用）", "利用する項目"),
        ("件名　樹木の台帳の目的外利用について", "目的外利用をする情報項目"),
    ],
)
def test_a_section_that_uses_what_another_holds_is_one_to_which_it_goes(
    head: str, items: str, whom: str
) -> None:
    text = paper(PROCESS, ITEMS.format(items=LIST), USED.format(head=head, items=items, whom=whom))
    made = drafts.draft(text).content
    (flow,) = [each for each in made["flows"] if each["matter"] == "m2"]
    names = {each["id"]: each["label"] for each in made["holders"]}
    assert (flow["relation"], [names[each] for each in flow["to"]]) == ("transfer", ["道路課"])
    second = made["matters"][1]
    assert [each.get("end") for each in second["periods"]] == ["2025-03-31"]
    measures = [each for each in made["safeguards"] if each["matter"] == "m2"]
    assert [each["layer"] for each in measures] == ["operational"]
    assert not drafts.raised(text)


NUMBERED = """{first}　観察記録システムの導入について（電算処理）

{n[0]}保有課
　　緑化課
{n[1]}登録業務の名称
　　樹木の保護
{n[2]}記録される情報項目
　　【個人の範囲】樹木の所有者
　　【記録項目】
　　① 氏名
　　② 住所
{n[3]}記録するコンピュータ
　　観察記録システム
{n[4]}情報保護対策
　　【運用上の対策】
　　1 台帳を鍵の付いた棚に入れる。

{second}　樹木の診断の委託について（業務委託）

{n[0]}保有課
　　緑化課
{n[1]}委託先
　　けやき造園株式会社
{n[2]}委託に伴い処理させる情報項目
　　【個人の範囲】樹木の所有者
　　【情報項目】
　　① 氏名
　　② 住所
{n[3]}記録媒体
　　紙（調査票）
{n[4]}受渡しの{way}
　　・調査票を緑化課の窓口で手渡す。
{n[5]}委託理由
　　専門の技術を要するため。
{n[6]}委託にあたり市が行う情報保護対策
　　【運用上の対策】
　　1 調査票の枚数を確認する。
"""


@pytest.mark.parametrize("way", ["方法", "経路", "流れ"])
@pytest.mark.parametrize("form", ["{}　", "{}. ", "({})　", "（{}）"])
def test_a_line_with_the_next_number_is_the_next_field(form: str, way: str) -> None:
    marks = [form.format(n) for n in range(1, 8)]
    text = paper(NUMBERED.format(first="第2", second="第3", n=marks, way=way))
    made = drafts.draft(text).content
    assert [each["title"] for each in made["matters"]] == [
        "第2観察記録システムの導入について（電算処理）",
        "第3樹木の診断の委託について（業務委託）",
    ]
    flows = {(each["matter"], each["relation"]) for each in made["flows"]}
    assert flows == {("m1", "process"), ("m2", "entrust")}
    assert [each["matter"] for each in made["safeguards"]] == ["m1", "m2"]
    assert not drafts.raised(text)

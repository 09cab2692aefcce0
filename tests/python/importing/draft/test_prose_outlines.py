"""Answers and consultations whose outline, tables and papers stand as still other offices print."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from drafts import draft, raised

import nagarezu as ng
from nagarezu.importing.blocks import Place
from nagarezu.importing.fields import closed
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage

sys.path.insert(0, str(Path(__file__).parents[3]))
import importing_score

HEAD = """緑台市個人情報保護審議会
{title}（諮問）
令和3年6月1日付けの件について、次のとおり諮問します。
"""


def content(body: str, title: str = "施設予約の業務の委託について") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft(HEAD.format(title=title) + body).case.to_json())
    return found


def facts(body: str, **more: str) -> dict[str, set[Any]]:
    return importing_score.found(content(body, **more))


def items(found: dict[str, set[Any]]) -> set[tuple[str, str]]:
    return {(position, label) for _, position, label, _ in found["item"]}


def tree(nodes: list[Node]) -> list[Any]:
    return [(node.mark, tree(node.children)) if node.children else node.mark for node in nodes]


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        (  # below (1) of the last part, and below (1) and (2) of one that is followed
            "1 目的\n2 対策\n(1) 市\n1 封をする。\n2 数える。\n(2) 乙\n1 焼く。\n3 時期",
            ["1", ("2", [("(1)", ["1", "2"]), ("(2)", ["1"])]), "3"],
        ),
        ("1 目的\n2 対策\n(1) 市\n【運用】\n1 封をする。", ["1", ("2", [("(1)", ["1"])])]),
        ("1 目的\n2 対策\n(1) 市\n1 a。\n2 b。\n(2) 乙\n3 c。\n3 時期",
         ["1", ("2", [("(1)", ["1", "2"]), "(2)"]), "3"]),
        ("① 結果\n①-1 身長\n①-2 体重\n② 氏名", [("①", ["①-1", "①-2"]), "②"]),
    ],
)  # fmt: skip
def test_lists_within_parts(printed: str, wanted: list[Any]) -> None:
    _, found = outline(Passage.of("\n" + printed, Place("d", 1, "1")))
    assert tree(found) == wanted


def test_the_mark_of_what_stands_elsewhere_begins_no_item() -> None:
    _, found = outline(
        Passage.of("\n1 予定\n4月から5月まで 4①\n6月から7月まで 4②\n2 費用", Place("d", 1, "1"))
    )
    assert tree(found) == ["1", "2"]


ITEMS = """1 記録する項目
{table}
2 対象者
施設を予約した者
"""


@pytest.mark.parametrize(
    "table",
    [
        "番号\t項目\t入手先\t入力\n1\t本人\t\t\n1.1\t氏名\t申込書\t必須\n1.2\t電話\t申込書\t任意",
        "| 番号 | 項目 | 受付 | 発送 |\n|---|---|---|---|\n| 1 | 本人 | | |\n"
        "| 1-1 | 氏名 | ○ | ○ |\n| 1-2 | 電話（任意） | ○ | － |",
    ],
)
def test_a_table_of_items_whatever_else_it_says_of_each(table: str) -> None:
    assert facts(ITEMS.format(table=table))["item"] == {
        (1, "1", "本人", False),
        (1, "1.1", "氏名", False),
        (1, "1.2", "電話", True),
    }


def test_columns_of_marks_that_blanks_part() -> None:
    table = (
        "No.  項目        受付  収納\n-----------------\n 1   氏名        ○    －\n"
        " 2   使用場所    ○    ○\n-----------------\n○ 扱うもの   － 扱わないもの"
    )
    assert items(facts(ITEMS.format(table=table))) == {("1", "氏名"), ("2", "使用場所")}


GROUPS = """1 記録する項目
(1) 予約サーバ
ア {one}
(ア) 氏名
(イ) 住所
イ {other}
(ア) 予約番号
(2) 受付サイト
ア 予約番号
"""


def test_themes_of_what_a_system_holds_are_parts_of_its_list() -> None:
    found = items(facts(GROUPS.format(one="本人に関する項目", other="予約に関する項目")))
    assert {("1", "本人に関する項目"), ("1.2", "住所"), ("2.1", "予約番号")} <= found


def test_ways_into_a_system_are_lists() -> None:
    found = items(facts(GROUPS.format(one="台帳から取り込む項目", other="付番する項目")))
    assert found == {("1", "氏名"), ("2", "住所"), ("1", "予約番号")}


def test_a_letter_in_cells_is_read_as_one_on_a_page(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [
        ["緑台市個人情報保護審議会"],
        ["施設予約に係る外部結合について（諮問）"],
        ["1", "経緯"],
        ["(1)", "これまで", "電話で受けていた。"],
        ["2", "対象者", "施設を予約した者"],
        ["", "", "1,250人（令和3年4月1日現在）"],
        ["3", "結合の相手方", "緑台県自治体協議会"],
        ["4", "結合の期間", "令和3年10月1日から令和4年9月30日まで"],
    ]:
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    paper = tmp_path / "paper.xlsx"
    paper.write_bytes(made.getvalue())
    case = json.loads(ng.import_document(paper, sources=("d",)).case.to_json())
    found = importing_score.found(case)
    assert found["subject"] == {("施設を予約した者", 1250, "person", "2021-04-01", "exact")}
    assert (1, "緑台県自治体協議会", "link", 1) in found["recipient"]
    assert found["period"] == {(1, "2021-10-01", "2022-09-30")}


def test_the_letter_goes_on_behind_a_list_of_papers() -> None:
    body = """第1 対象者
施設を予約した者
第2 提出した資料（別冊）
次の資料は、当日に配布する。
資料1 構成図
資料2 規程
第3 委託先
こだま情報株式会社
第4 期間
令和3年10月1日から令和4年9月30日まで
"""
    found = facts(body)
    assert found["reference"] == {("資料1", False), ("資料2", False)}
    assert found["period"] == {(1, "2021-10-01", "2022-09-30")}


CLAUSES = """1 対象者
施設を予約した者
2 別添
別紙1 覚書（案）の骨子

別紙1 覚書（案）の骨子
{clauses}
"""


@pytest.mark.parametrize(
    "clauses",
    [
        "（複写の禁止）\n1 乙は、写してはならない。\n（報告）\n2 乙は、甲に報告する義務を負う。",
        "第1条（複写の禁止）\n乙は、写してはならない。\n第2条（報告）\n乙は、甲に報告する義務を負う。",
    ],
)
def test_an_agreement_under_another_name(clauses: str) -> None:
    assert facts(CLAUSES.format(clauses=clauses))["clause"] == {
        (1, "複写の禁止", "partner", "prohibition"),
        (2, "報告", "partner", "duty"),
    }


HANDED = """1 目的
要介護の認定を受けている方を見守るため提供する。
2 名簿に載せる方の範囲
市内に住所を有する方のうち希望する方
3 やり取り
{told}
| 相手方 | 渡す側 | 受け取る側 | 内容 |
|---|---|---|---|
| 緑台警察署 | 市 | 緑台警察署 | 見守り名簿 |
| 緑台消防組合 | 市 | 緑台消防組合 | 転院の情報 |
4 措置
(1) 提供先の措置
| 提供先 | 措置 |
|---|---|
| 緑台警察署 | 施錠した書庫に保管する。 |
| 緑台消防組合 | 通信室に保管する。 |
"""
TITLE = "見守り名簿の提供について"


def test_who_gives_and_who_takes_are_the_partners() -> None:
    found = facts(HANDED.format(told="名簿は手渡す。"), title=TITLE)
    assert {(label, relation) for _, label, relation, _ in found["recipient"]} == {
        ("緑台警察署", "provide"),
        ("緑台消防組合", "provide"),
    }


@pytest.mark.parametrize(
    ("told", "differs"),
    [
        ("市は、転院の情報を毎月、緑台消防組合から受け取る。", True),
        ("転院の情報は、緑台消防組合が毎月、市に提供する。", True),
        ("市は、転院の情報を毎月、緑台消防組合に渡す。", False),
        ("市は、古い転院の情報を緑台消防組合から回収する。", False),
    ],
)
def test_a_table_and_a_sentence_of_receiving(told: str, differs: bool) -> None:
    codes = raised(HEAD.format(title=TITLE) + HANDED.format(told=told))
    assert ("direction_differs" in codes) is differs


WORK = """1 委託先
こだま情報株式会社
2 委託する業務
ア 通知書の印刷
イ 申込書の入力
ウ 督促状の印刷
エ 問合せの受付

別紙1

委託業務の内訳

番号\t業務\t時期
1\t通知書の印刷\t5月
2\t申込書の入力\t随時
3\t{third}\t9月
4\t問合せの受付\t平日
"""


@pytest.mark.parametrize(("third", "differs"), [("督促状の印刷", False), ("電話の催告", True)])
def test_work_that_an_attached_table_lists_again(third: str, differs: bool) -> None:
    codes = raised(HEAD.format(title="通知書の印刷の委託について") + WORK.format(third=third))
    assert ("contents_differ" in codes) is differs


PASSED = """1 委託先
こだま情報株式会社
2 委託する項目
(1) 氏名
(2) 住所
3 受渡し
{ways}
4 点検
なお、申込書は紙で運ばれ、こだま情報株式会社に渡される。
"""


@pytest.mark.parametrize(
    ("ways", "differs"),
    [
        ("受渡しの媒体\t専用回線\n渡す時期\t毎月", True),
        ("市とこだま情報株式会社との間の受渡しは、専用回線により行う。", True),
        (
            "市とこだま情報株式会社との間の受渡しは、専用回線により行う。"
            "紙の申込書は、市の職員がこだま情報株式会社に運ぶ。",
            False,
        ),
    ],
)
def test_all_ways_of_handing_over_that_one_place_names(ways: str, differs: bool) -> None:
    codes = raised(HEAD.format(title="申込書の入力の委託について") + PASSED.format(ways=ways))
    assert ("channel_not_in_media" in codes) is differs


BETWEEN = """1 記録する項目
(1) 予約サーバ
ア 氏名
イ 予約番号
(2) 受付サイト
ア 予約番号
イ 希望日
2 流れ
予約サーバから受付サイトへは予約番号のみを送る。
"""


def test_what_one_system_gives_another_is_not_all_that_it_has() -> None:
    assert "claim_against_list" not in raised(HEAD.format(title="予約の電算処理について") + BETWEEN)


@pytest.mark.parametrize(
    "sentence",
    [
        "業務を第三者に再び委託することは一切行いません。",
        "業務の一部を他の者に委託することは、しない。",
    ],
)
def test_what_is_not_done_behind_koto(sentence: str) -> None:
    assert [told.says for told in closed.read(sentence)] == ["myself"]


def test_a_contract_is_no_word_for_about() -> None:
    [count] = counts("給水契約 1,250件")
    assert (count.value, count.bound) == (1250, "exact")


def test_a_sheet_that_begins_with_its_label_and_title_is_a_paper(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [
        ["", "緑台市個人情報保護審議会"],
        ["", "入館通知の業務の委託について（諮問）"],
        ["1", "対象者"],
        ["", "入館した者　1,250人（令和3年4月1日現在）"],
        ["2", "委託先"],
        ["", "株式会社きつね通知"],
        ["3", "個人情報の保護のための措置"],
        ["(1)", "契約書に別紙の特記事項を付ける。"],
    ]:
        book.active.append(row)
    sheet = book.create_sheet("別紙")
    for row in [
        ["別紙", "特記事項"],
        ["（守秘）", ""],
        ["1", "乙は、知った情報を漏らしてはならない。"],
        ["（報告）", ""],
        ["2", "乙は、紛失を知ったときは、直ちに甲に知らせなければならない。"],
    ]:
        sheet.append(row)
    paper = tmp_path / "paper.xlsx"
    book.save(paper)
    case = json.loads(ng.import_document(paper, sources=("d",)).case.to_json())
    assert [each["heading"] for each in case["clauses"]] == ["守秘", "報告"]

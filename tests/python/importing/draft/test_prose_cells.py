"""Answers and consultations: what stands in cells, in remarks, and in two places at once."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import drafts
import pytest

import nagarezu as ng
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage

sys.path.insert(0, str(Path(__file__).parents[3]))
import importing_score

LETTER = """青波市個人情報保護審議会
{title}
令和4年5月2日付けで諮問のあった件について、次のとおり答申します。
第1 審議会の結論
適当と認めます。
第2 諮問の内容
"""
OF_USE = "施設予約の委託について（答申）"
RUN = """1 対象者
施設の利用登録者
2 委託先
株式会社うみべ予約
3 受託者のシステム
{told}
4 情報の項目
(1) 窓口受付システムの記録項目
① 受付番号
② 氏名
(2) 空き枠システムに送信する項目
① 受付番号
"""


def draft(folder: Path, body: str, title: str = OF_USE) -> Any:
    paper = folder / "paper.txt"
    paper.write_text(LETTER.format(title=title) + body, encoding="utf-8")
    return ng.import_document(paper, sources=("d",))


def case(folder: Path, body: str, **more: str) -> dict[str, Any]:
    return dict(json.loads(draft(folder, body, **more).case.to_json()))


def stated(folder: Path, body: str) -> dict[str, set[Any]]:
    return importing_score.found(case(folder, body))


def raised(folder: Path, body: str, **more: str) -> set[str]:
    return drafts.codes(draft(folder, body, **more))


def items(folder: Path, body: str) -> set[tuple[str, str]]:
    return {(position, label) for _, position, label, _ in stated(folder, body)["item"]}


TWO = {("1", "予約番号"), ("2", "氏名"), ("1", "枠の番号"), ("2", "人数")}
TABLE = """1 情報の項目
| {head} | 番号 | 項目 |
| --- | --- | --- |
| 窓口システム | 1 | 予約番号 |
| {again} | 2 | 氏名 |
| 空き枠システム | 1 | 枠の番号 |
| {other} | 2 | 人数 |
"""


@pytest.mark.parametrize("head", ["システム", "システム名", "区分"])
@pytest.mark.parametrize("merged", [True, False])
def test_a_list_for_each_system_of_a_column(tmp_path: Path, head: str, merged: bool) -> None:
    again, other = ("", "") if merged else ("窓口システム", "空き枠システム")
    body = TABLE.format(head=head, again=again, other=other)
    assert items(tmp_path, body) == TWO
    assert "duplicated_row" not in raised(tmp_path, body.replace("枠の番号", "予約番号"))


CELLS = (
    "<table><tr><th colspan='3'>窓口システムに記録する項目</th></tr>{head}"
    "<tr><td>①</td><td>予約番号</td><td></td></tr><tr><td>②</td><td>氏名</td><td></td></tr></table>\n\n"
    "<table><tr><th colspan='3'>空き枠システムに記録する項目</th></tr>{head}"
    "<tr><td>①</td><td>枠の番号</td><td></td></tr>"
    "<tr><td>②</td><td>人数</td><td>任意</td></tr></table>\n"
)


@pytest.mark.parametrize("head", ["", "<tr><td>番号</td><td>項目</td><td>備考</td></tr>"])
def test_a_table_below_a_caption(tmp_path: Path, head: str) -> None:
    facts = stated(tmp_path, "1 取り扱う項目\n" + CELLS.format(head=head))
    assert {(position, label) for _, position, label, _ in facts["item"]} == TWO
    assert {label for _, _, label, chosen in facts["item"] if chosen} == {"人数"}
    assert {label for _, label, relation, _ in facts["recipient"] if relation == "process"} == {
        "窓口システム",
        "空き枠システム",
    }


def test_positions_with_the_letter_of_a_side(tmp_path: Path) -> None:
    body = (
        "1 保護の措置\n| 講ずる者 | 番号 | 措置 |\n| --- | --- | --- |\n"
        "| 市 | 甲1 | 操作する職員を限る。 |\n| 市 | 甲2 | 記録を残す。 |\n"
        "| 株式会社うみべ | Ｂ１ | 施錠する。 |\n"
    )
    found = {position for *_, position in stated(tmp_path, body)["safeguard"]}
    assert found == {"甲1", "甲2", "B1"}


@pytest.mark.parametrize(
    ("told", "whose"),
    [
        (
            "窓口受付システムと株式会社うみべ予約の空き枠システムとを接続する。",
            "株式会社うみべ予約",
        ),
        ("株式会社うみべ予約が運用する空き枠システムに送る。", "株式会社うみべ予約"),
        ("空き枠システム（株式会社うみべ予約の事務所内）を用いる。", "株式会社うみべ予約"),
        ("空き枠システムを市の庁舎に置く。", "青波市"),
    ],
)
def test_whose_a_system_is(tmp_path: Path, told: str, whose: str) -> None:
    holders = {each["id"]: each for each in case(tmp_path, RUN.format(told=told))["holders"]}
    system = next(each for each in holders.values() if each["label"] == "空き枠システム")
    assert holders[system["operator"]]["label"] == whose


def test_what_a_partner_is_given_of_a_system(tmp_path: Path) -> None:
    told = "空き枠システムを市の庁舎に置く。"
    body = RUN.format(told=told).replace(
        "空き枠システムに送信する", "窓口受付システムから抽出し、株式会社うみべ予約に引き渡す"
    )
    assert "unsourced_item" not in raised(tmp_path, body)
    more = "① 受付番号\n② 氏名\n③ 電話番号\n"
    assert "unsourced_item" in raised(tmp_path, body[: body.rindex("① 受付番号")] + more)


@pytest.mark.parametrize("word", ["なお、", "また、"])
def test_whom_a_remark_behind_the_partners_names(tmp_path: Path, word: str) -> None:
    body = (
        "1 委託の相手方\n(1) 受付 株式会社うみべ予約\n(2) 印刷 株式会社おか印刷\n"
        f"{word}株式会社おか印刷は、封入を合同会社たに封筒に再委託する。\n"
        "2 委託の期間\n令和4年6月1日から\n"
    )
    recipients = stated(tmp_path, body)["recipient"]
    assert ("合同会社たに封筒", "reentrust", 2) in {each[1:] for each in recipients}


TASKS = """1 委託先
株式会社うみべ予約
2 業務の内容
ア 予約の受付
イ 空き枠の通知
ウ 利用券の印刷
3 業務の仕様
別紙のとおり
別紙
仕様書
| 項目 | 内容 |
| --- | --- |
| 業務の内容 | ア 予約の受付<br>イ 空き枠の通知<br>ウ 利用券の印刷{more} |
| 委託の期間 | 令和4年6月1日から令和5年3月31日まで |
"""


def test_tasks_that_an_attached_paper_lists_again(tmp_path: Path) -> None:
    assert "contents_differ" not in raised(tmp_path, TASKS.format(more=""))
    assert "contents_differ" in raised(tmp_path, TASKS.format(more="<br>エ 料金の督促"))


BROKEN = "施設予約サービスの導入に伴う電子計算機の結合及び個人情報の{kind}に\nついて（答申）"


def test_a_title_that_goes_on_in_the_next_line(tmp_path: Path) -> None:
    body = "1 目的\n施設予約サービスの電子計算機を結合する。\n2 結合の相手方\n株式会社うみべ予約\n"
    title = BROKEN.format(kind="目的外利用")
    assert "title_without_content" in raised(tmp_path, body, title=title)
    again = "電子計算機の結合及び個人情報の目的外利用について、次のとおり答申する。\n"
    assert "title_without_content" in raised(tmp_path, again + body, title=title)
    more = "3 利用\n保有する情報を目的外に利用する。\n"
    assert "title_without_content" not in raised(tmp_path, body + more, title=title)


MEDIA = """1 委託先
株式会社うみべ予約
2 受渡し
| 区分 | 内容 |
| --- | --- |
| 委託先 | 株式会社うみべ予約 |
| 個人情報を記録する媒体 | １　ＤＶＤ－Ｒ<br>２　紙（申込書の控え） |
| 受渡しの方法 | ＤＶＤ－Ｒは、職員が株式会社うみべ予約に持参し、手渡す。{paper} |
3 保護の措置
(1) 市の措置
ア 申込書の控えは書庫に保管する。
"""


@pytest.mark.parametrize(
    ("paper", "asked"), [("", True), ("紙の申込書の控えは、同社に郵送する。", False)]
)
def test_a_medium_of_the_row_that_is_never_handed_over(
    tmp_path: Path, paper: str, asked: bool
) -> None:
    assert ("medium_without_channel" in raised(tmp_path, MEDIA.format(paper=paper))) is asked


def test_what_is_sent_to_the_persons_is_no_way_to_the_partner(tmp_path: Path) -> None:
    body = (
        "1 対象者\n市営駐車場の契約者 120人\n2 委託先\n株式会社うみべ予約\n3 情報の流れ\n"
        "ア 市は、管理システムから利用券を作成し、契約者に郵送する。\n"
        "イ 受託者への提供は、専用回線により行う。\n"
    )
    assert "channel_not_in_media" not in raised(tmp_path, body)


def test_the_office_below_a_list_of_papers_is_none(tmp_path: Path) -> None:
    body = "1 添付資料\n別紙 概要\n（市民部交通課）\n\n別紙\n概要\n予約の概要を示す。\n"
    assert {label for label, *_ in stated(tmp_path, body)["reference"]} == {"別紙"}


@pytest.mark.parametrize("before", ["株式会社うみべ予約", "会議次第", "業務委託契約"])
def test_a_word_that_ends_like_one_in_front_of_a_number(before: str) -> None:
    found = outline(Passage(f"1 表題\n{before}\n2 期間\n3 場所", (0,), ()))[1]
    assert [node.value for node in found] == [1, 2, 3]


def test_a_head_is_no_part_of_the_name_below_it(tmp_path: Path) -> None:
    body = (
        "1 結論\n学童クラブ管理システム（以下「本システム」という。）の利用は適当である。\n"
        "2 情報の項目\n(1) 本システムに記録する項目\n① 氏名\n② 住所\n"
    )
    labels = {each["label"] for each in case(tmp_path, body)["holders"]}
    assert "学童クラブ管理システム" in labels
    assert not any(label.startswith("結論") for label in labels)

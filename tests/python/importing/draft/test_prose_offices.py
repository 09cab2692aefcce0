"""Answers and consultations as more offices print them: sheets, ticks, old numerals, sentences."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import nagarezu as ng
from nagarezu.importing.blocks import Place
from nagarezu.importing.fields import checklist
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage

sys.path.insert(0, str(Path(__file__).parents[3]))
import importing_score

HEAD = """緑台市個人情報保護審議会
{title}（答申）
令和3年6月1日付けで諮問のあった件について、次のとおり答申します。
第1 審議会の結論
適当と認めます。
第2 諮問の内容
"""


def content(folder: Path, body: str, title: str = "施設予約の業務の委託について") -> dict[str, Any]:
    paper = folder / "paper.txt"
    paper.write_text(HEAD.format(title=title) + body, encoding="utf-8")
    found: dict[str, Any] = json.loads(ng.import_document(paper, sources=("d",)).case.to_json())
    return found


def facts(folder: Path, body: str, **more: str) -> dict[str, set[Any]]:
    return importing_score.found(content(folder, body, **more))


def recipients(found: dict[str, set[Any]]) -> set[tuple[str, str, int]]:
    return {(label, relation, tier) for _, label, relation, tier in found["recipient"]}


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("貸出しを申し込む者とする。令和2年度の申込みの実績は、1,234件である。",
         {("貸出しを申し込む者", 1234, "record", "FY2020", "exact")}),
        ("登録をした者\n登録者数（家族を含む）　320人（令和3年4月1日現在）",
         {("登録をした者", 320, "person", "2021-04-01", "exact")}),
        ("75歳以上の市民　90人（令和3年4月1日現在）\n世帯の構成は問わない。",
         {("75歳以上の市民", 90, "person", "2021-04-01", "exact")}),
        ("利用の決定を受けた者\n市内に住む者のうち、決定を受けたものとする。",
         {("利用の決定を受けた者", None, None, None, None)}),
    ],
)  # fmt: skip
def test_what_sentences_say_of_a_group(tmp_path: Path, body: str, wanted: set[Any]) -> None:
    assert facts(tmp_path, f"1 対象者\n{body}\n2 実施時期\n令和3年7月1日\n")["subject"] == wanted


@pytest.mark.parametrize(
    ("body", "title", "wanted"),
    [
        ("1 委託先\n株式会社あおば\n2 流れ\n委託先から運搬を請け負った有限会社みどり運送が運ぶ。",
         "書類の電子化の委託について",
         {("株式会社あおば", "entrust", 1), ("有限会社みどり運送", "reentrust", 2)}),
        ("1 流れ\n市は、データを東印刷株式会社に引き渡し、名簿の印刷を行わせる。\n",
         "名簿の作成の委託について", {("東印刷株式会社", "entrust", 1)}),
        ("1 目的外利用\n(1) 利用する業務　健診に関する業務（保健部健康課）\n"
         "(2) 利用される業務　住民台帳に関する業務（区民部戸籍課）\n",
         "健診に係る目的外利用について", {("保健部健康課", "transfer", 0)}),
        ("1 概要\n保守を株式会社あおばに、印刷を東印刷株式会社に委託する。\n",
         "保守の委託について",
         {("株式会社あおば", "entrust", 1), ("東印刷株式会社", "entrust", 1)}),
        ("1 概要\n予約台帳システムから空き照会サイトへ毎日送信する。\n"
         "株式会社このはソフトが、同社の設備により提供する。\n",
         "予約に係る電子計算機の結合について",
         {("予約台帳システム", "process", 0), ("空き照会サイト", "process", 0),
          ("株式会社このはソフト", "link", 1)}),
        ("1 趣旨\n受託者である東印刷株式会社から、作業を西発送株式会社に再委託したい旨を聞いた。"
         "\n"
         "2 経緯\n東印刷株式会社に委託している。\n",
         "通知書の作成の再委託について",
         {("東印刷株式会社", "entrust", 1), ("西発送株式会社", "reentrust", 2)}),
    ],
)  # fmt: skip
def test_partners_and_systems_that_sentences_tell(
    tmp_path: Path, body: str, title: str, wanted: set[Any]
) -> None:
    assert recipients(facts(tmp_path, body, title=title)) == wanted


MEASURES = """1 委託先及び提供先
委託先：株式会社あおば
提供先：みどり協議会
2 取り扱う項目
氏名、住所、電話番号
3 保護措置
(1) 市の措置
ア 職員の端末を限定する。
(2) {head}
ア 名簿を施錠して保管する。
イ {measure}
"""


@pytest.mark.parametrize(
    ("head", "measure", "wanted"),
    [
        ("株式会社あおばに行わせる措置", "事故を報告する。", [{"株式会社あおば"}] * 2),
        ("委託先の措置", "みどり協議会は、複写しない。", [{"株式会社あおば"}, {"みどり協議会"}]),
        ("事業者の措置", "事故を報告する。", [set(), set()]),  # whoever it is
    ],
)  # fmt: skip
def test_whom_a_measure_is_about(
    tmp_path: Path, head: str, measure: str, wanted: list[set[str]]
) -> None:
    case = content(
        tmp_path, MEASURES.format(head=head, measure=measure), "名簿の委託及び外部提供について"
    )
    labels = {each["id"]: each["label"] for each in case["holders"]}
    to = {flow["id"]: {labels[id_] for id_ in flow["to"]} for flow in case["flows"]}
    found = [
        set().union(*(to[id_] for id_ in each.get("applies_to", [])))
        for each in case["safeguards"]
        if each["party"] == "partner"
    ]
    assert found == wanted
    assert all("applies_to" not in each for each in case["safeguards"] if each["party"] == "own")


def test_lists_below_bare_heads_where_numbers_begin_anew(tmp_path: Path) -> None:
    body = (
        "1 項目\n別表のとおり\n別表（抽出する項目）\n住民台帳システム\n1 氏名\n2 住所\n"
        "介護台帳システム\n1 番号\n2 区分\n"
    )
    case = content(tmp_path, body)
    labels = {each["id"]: each["label"] for each in case["holders"]}
    lists = [
        ([labels[id_] for id_ in each["holders"]], [e["label"] for e in each["entries"]])
        for each in case["lists"]
    ]
    assert lists == [
        (["住民台帳システム"], ["氏名", "住所"]),
        (["介護台帳システム"], ["番号", "区分"]),
    ]


TICKED = """1 取り扱う項目
| 番号 | 項目 | 貸出システム | 予約サイト | 備考 |
|---|---|---|---|---|
| 1 | 氏名 | ○ | ○ | |
| 2 | 住所 | ○ | － | |
| 3 | 電子メール | － | ○ | 任意 |
| 4 | 配慮 | ○ | － | ア 車椅子 |
| | | | | イ 筆談 |
"""


def test_a_table_of_ticks_is_a_list_for_each_system(tmp_path: Path) -> None:
    found = facts(
        tmp_path,
        TICKED.replace("| 4 | 配慮 | ○ | － | ア 車椅子 |\n", "").replace(
            "| | | | | イ 筆談 |\n", ""
        ),
    )
    assert {(p, label, optional) for _, p, label, optional in found["item"]} == {
        ("1", "氏名", False), ("2", "住所", False), ("3", "電子メール", True),
    }  # fmt: skip
    assert recipients(found) == {("貸出システム", "process", 0), ("予約サイト", "process", 0)}


def test_parts_of_an_item_in_its_note(tmp_path: Path) -> None:
    table = TICKED.replace(" 貸出システム | 予約サイト |", "").replace(" ○ | ○ |", "")
    table = table.replace(" ○ | － |", "").replace(" － | ○ |", "").replace("---|---|---|", "---|")
    found = facts(tmp_path, table.replace("| | | | | イ", "| | | イ"))
    assert {(p, label) for _, p, label, _ in found["item"]} == {
        ("1", "氏名"), ("2", "住所"), ("3", "電子メール"),
        ("4", "配慮"), ("4.1", "車椅子"), ("4.2", "筆談"),
    }  # fmt: skip


def shape(nodes: list[Node]) -> list[Any]:
    return [[node.value, node.passage.text, shape(node.children)] for node in nodes]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("第一　結論\n可\n第二　理由\n一　甲\n（一）乙\n（二）丙\n二　丁",
         [[1, "結論\n可", []],
          [2, "理由", [[1, "甲", [[1, "乙", []], [2, "丙", []]]], [2, "丁", []]]]]),
        ("Ⅰ　結論\n可\nⅡ　理由\n1 甲\n2 乙",
         [[1, "結論\n可", []], [2, "理由", [[1, "甲", []], [2, "乙", []]]]]),
        ("一 般社団法人の件", []),  # no second one follows
        ("頭\n1 数\n年間 2 , 3 4 5 件\n4に掲げる項目\n2 他",
         [[1, "数\n年間 2 , 3 4 5 件\n4に掲げる項目", []],
                                                      [2, "他", []]]),
    ],
)  # fmt: skip
def test_numerals_and_numbers_that_are_none(text: str, wanted: list[Any]) -> None:
    assert shape(outline(Passage.of(text, Place("d", 1, "1")))[1]) == wanted


def test_party_and_layer_in_front_of_the_mark() -> None:
    def row(number: int, *cells: str) -> Row:
        place = Place("d", number, str(number))
        return Row(tuple(Passage.of(cell, place) for cell in cells), place, 1)

    lines = checklist.read(
        Passage.of("1 対策チェックリスト", Place("d", 1, "1")),
        [
            row(2, "行う者", "区分", "番号", "実施", "対策の内容"),
            row(3, "市が行う対策", "運用上の対策", "1", "○", "名簿を施錠して保管する。"),
            row(4, "", "システム上の対策", "1", "ー", "接続を限定する。"),
            row(
                5,
                "委託先に行わせる対策（再委託先を含む。）",
                "運用上の対策",
                "1",
                "○",
                "返却する。",
            ),
        ],
        {},
        {},
    )
    assert [(each.party, each.layer, each.mark) for each in lines] == [
        ("own", "operational", "yes"),
        ("own", "system", "not_needed"),
        ("partner", "operational", "yes"),
    ]


def test_a_sheet_of_numbered_labels(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for line in (
        ["第2号様式（第4条関係）"], ["名簿の作成の委託について（諮問）"],
        ["下記のとおり諮問します。"],
        [1, "所管", "福祉課"], [2, "対象者", "登録者　50人（令和3年4月1日現在）"],
        [3, "委託先", "東印刷株式会社"], [4, "委託先に処理させる項目", "別紙1のとおり"],
        [5, "委託の期間", "令和3年7月1日から令和4年3月31日まで"],
    ):  # fmt: skip
        sheet.append(line)
    more = book.create_sheet("別紙1")
    for line in (["別紙1　処理させる項目"], ["番号", "項目"], ["【申請書】"], [1, "氏名"],
                 ["【台帳】"],
                 [2, "区分"]):  # fmt: skip
        more.append(line)
    held = io.BytesIO()
    book.save(held)
    paper = tmp_path / "paper.xlsx"
    paper.write_bytes(held.getvalue())
    case = json.loads(ng.import_document(paper, sources=("d",)).case.to_json())
    found = importing_score.found(case)
    assert found["subject"] == {("登録者", 50, "person", "2021-04-01", "exact")}
    assert recipients(found) == {("東印刷株式会社", "entrust", 1)}
    assert {(p, label) for _, p, label, _ in found["item"]} == {("1", "氏名"), ("2", "区分")}
    assert found["period"] == {(1, "2021-07-01", "2022-03-31")}
    assert found["reference"] == {("別紙1", True)}

"""Sheets whose titles stand above their tables, and a table behind them that cites them."""

from __future__ import annotations

from typing import Any

import drafts
import pytest
from documents.build import docx
from documents.parts import Line, Paper, table

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.draft.draft import Draft
from nagarezu.importing.sources import read_bytes

ITEMS = "1 個人の範囲\n樹木の所有者\n2 情報項目\n①氏名 ②住所 ③樹種"
PERSONS = "樹木の所有者"
FIRM = "みどり診断株式会社"
MINE = (("保有課", "緑化課"), ("登録業務の名称", "樹木の保護"))
LINK = (
    ("結合される情報項目", ITEMS),
    ("結合の相手方", FIRM),
    ("結合の形態", "専用線による常時の接続"),
    ("結合の開始時期と期間", "令和6年4月1日から令和7年3月31日まで"),
)
WORK = (
    ("委託先", FIRM),
    ("委託に伴い事業者に処理させる情報項目", ITEMS),
    ("処理させる情報項目の記録媒体", "電磁的媒体(USBメモリ)"),
    ("受渡しの方法", "{way}"),
    ("委託の内容", "樹木の診断"),
    ("委託の開始時期及び期限", "令和6年4月1日から令和7年3月31日まで"),
)


def made(head: str, way: str, third: str = "") -> Draft:
    work = [(label, value.format(way=way)) for label, value in WORK]
    parts: list[Any] = [
        Line("若草市個人情報保護審議会　付議事項"),
        table("", ("件名", "保存樹木に係る外部結合及び業務委託について")),
        Line("事業の概要"),
        table("", ("事業名", "保存樹木の保護"), ("目的", "古木を守る。"), ("対象者", PERSONS)),
        Line(f"{head}1　診断の結果の送信について"),
        table("", *MINE, *LINK),
        Line(f"{head}2　樹木の診断の業務委託について"),
        table("", *MINE, *work),
    ]
    if third:
        row = ("1", "緑化課", FIRM, third, "USBメモリの手渡し")
        flows = table("", ("番号", "送る側", "受ける側", "情報", "方法"), row)
        parts += [Line("別紙1　個人情報の流れ"), flows]
    paper = Paper("trees", "agenda", "保存樹木", tuple(parts), ())
    return assemble([read_bytes(docx.build(paper).content, "a.docx", "d")])


def ways(found: Draft) -> list[list[list[str]]]:
    return [
        sorted(each["ways"] for each in matter.get("handovers", []))
        for matter in found.content["matters"]
    ]


@pytest.mark.parametrize("head", ["件名", "案", "議題"])
def test_a_table_of_a_document_belongs_to_the_title_above_it(head: str) -> None:
    found = made(head, "診断の前に、USBメモリを手渡しで引き渡す。")
    link, work = ways(found)
    assert link == [["dedicated_line"]] and work == [["usb_memory", "in_person"]]
    assert "medium_without_channel" not in drafts.codes(found)


@pytest.mark.parametrize("items", ["件名2の情報項目", "台帳の写し(件名2の情報項目)"])
def test_a_row_is_of_the_sheet_whose_items_it_names(items: str) -> None:
    found = made("件名", "診断の前に、USBメモリを手渡しで引き渡す。", items)
    link, work = ways(found)
    assert link == [["dedicated_line"]] and ["usb_memory", "in_person"] in work
    assert "medium_without_channel" not in drafts.codes(found)

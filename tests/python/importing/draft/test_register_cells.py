"""Cells of a register that print several rows, media left unticked, and papers with items."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

ROWS = {
    "事務の名称": "陶芸教室の運営",
    "事務の目的": "陶芸教室の受講者を決める。",
    "対象者の範囲": "受講を申し込んだ者",
    "記録項目": "1 氏名<br>2 住所<br>3 作品の写真",
}


def content(after: str = "", **fields: str) -> dict[str, Any]:
    table = "".join(f"| {label} | {value} |\n" for label, value in (ROWS | fields).items())
    text = f"個人情報取扱事務登録簿\n\n北浜町\n\n| 項目 | 内容 |\n| --- | --- |\n{table}\n{after}"
    return drafts.draft(text, "r.txt").content


def partners(found: dict[str, Any]) -> list[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in found["holders"]}
    kinds = ("collect", "process")
    flows = [each for each in found.get("flows", []) if each["relation"] not in kinds]
    return [(each["relation"], names[to]) for each in flows for to in each["to"]]


@pytest.mark.parametrize("mark", ["　", "：", "  "])
def test_each_line_of_a_cell_is_read_by_its_label(mark: str) -> None:
    found = content(
        委託=f"■有　□無<br>委託先{mark}株式会社ろくろ<br>委託する業務{mark}窯の管理<br>"
        f"契約期間{mark}令和5年4月1日から令和6年3月31日まで<br>"
        f"焼成作業の期間{mark}令和5年4月1日から令和6年5月31日まで"
    )
    assert partners(found) == [("entrust", "株式会社ろくろ")]
    periods = [(each.get("kind"), each["end"]) for each in found["matters"][0]["periods"]]
    assert periods == [("contract", "2024-03-31"), ("work", "2024-05-31")]


@pytest.mark.parametrize("words", ["の配信設備により", "が", "の作業場所において"])
def test_what_belongs_to_a_partner_is_no_part_of_its_name(words: str) -> None:
    found = content(
        委託="有<br>委託先　株式会社ろくろ",
        備考=f"発送は、株式会社ろくろから再委託を受けた合同会社つち{words}行う。",
    )
    assert partners(found) == [("entrust", "株式会社ろくろ"), ("reentrust", "合同会社つち")]


@pytest.mark.parametrize(
    ("media", "kinds"),
    [
        ("■文書　■庁内サーバ　□外部記憶媒体（USBメモリ等）", ["paper", "server"]),
        ("□文書　■庁内サーバ　□USBメモリ", []),  # a system prints what it holds
        ("■文書　■庁内サーバ", []),
        ("■文書　□庁内サーバ　■USBメモリ", ["paper", "usb_memory"]),
    ],
)
def test_media_bind_where_the_form_denies_the_others(media: str, kinds: list[str]) -> None:
    matter = content(記録媒体=media)["matters"][0]
    assert [each["kind"] for each in matter.get("media", [])] == kinds


def test_items_of_a_partner_stand_in_a_paper() -> None:
    given = "有<br>提供先　北浜町陶芸協会<br>提供する項目　別紙2のとおり"
    paper = "別紙2\n\n北浜町陶芸協会に提供する項目（陶芸教室の運営）\n\n1　氏名\n2　作品の写真\n"
    found = content(paper, 経常的な提供=given)
    lists = {each["id"]: [e["label"] for e in each["entries"]] for each in found["lists"]}
    (flow,) = [each for each in found["flows"] if each["relation"] == "provide"]
    assert [lists[id_] for id_ in flow["lists"]] == [["氏名", "作品の写真"]]
    assert next(iter(lists.values())) == ["氏名", "住所", "作品の写真"]


@pytest.mark.parametrize(
    ("number", "bound", "value"), [("300以上", "at_least", 300), ("300", "exact", 300)]
)
def test_the_unit_of_a_number_stands_in_the_head(number: str, bound: str, value: int) -> None:
    heads = "個人情報ファイル簿,,,\nファイルの名称,記録項目,記録範囲,本人の数（人）\n"
    text = f"{heads}台帳,氏名、住所,受講した者,{number}\n"
    found = drafts.draft(text, "r.csv").content
    (count,) = found["subjects"][0]["counts"]
    assert (count["bound"], count["value"]) == (bound, value)


def test_running_words_are_no_name_of_a_municipality() -> None:
    found = content(安全管理措置="事故は、直ちに町に報告する。紛失は、直ちに町に届け出る。")
    assert found["municipality"]["name"] == "北浜町"


def test_numbers_of_a_paper_leave_blank_what_an_item_consists_of() -> None:
    rows = [("1", "番号"), ("2", "作品"), ("", "(1) 題"), ("", "(2) 大きさ"), ("3", "窯")]
    lines = "".join(f"| {number} | {item} |\n" for number, item in rows)
    paper = f"| 番号 | 記録項目 |\n| --- | --- |\n{lines}"
    found = content(f"別表　記録項目\n\n{paper}", 記録項目="別表のとおり")
    entries = [(each["label"], each["position"]) for each in found["lists"][0]["entries"]]
    assert entries == [
        ("番号", "1"), ("作品", "2"), ("題", "2.1"), ("大きさ", "2.2"), ("窯", "3"),
    ]  # fmt: skip


def test_a_group_of_rows_only_sorts_whom_and_how_many() -> None:
    rows = "<tr><td rowspan=2>記録範囲</td><td>対象となる個人</td><td>受講者</td></tr>"
    rows += (
        "<tr><td>本人の数</td><td>30人</td></tr><tr><td colspan=2>情報項目</td><td>1 氏名</td></tr>"
    )
    name = "<tr><td colspan=2>個人情報ファイルの名称</td><td>甲ファイル</td></tr>"
    text = f"個人情報ファイル簿\n北浜町\n<table>{name}{rows}</table>\n"
    found = drafts.draft(text, "r.txt").content
    (group,) = found["subjects"]
    assert (group["label"], group["counts"][0]["value"]) == ("受講者", 30)


def test_what_the_law_calls_a_disability_is_no_item() -> None:
    for note, kinds in (("心身の機能の障害", []), ("心身の機能の障害、既往歴", ["includes"])):
        found = content(要配慮個人情報=f"有（{note}）")
        assert [each["kind"] for each in found.get("claims", [])] == kinds


def test_holders_stand_in_a_paper() -> None:
    rows = "| 1 | 甲商工会 | 要綱 |\n| 2 | 乙組合 | 要綱 |\n"
    paper = f"別紙1　提供先の一覧\n\n| 番号 | 提供先 | 根拠 |\n| --- | --- | --- |\n{rows}"
    found = content(paper, 提供先="別紙1のとおり")
    assert partners(found) == [("provide", "甲商工会"), ("provide", "乙組合")]

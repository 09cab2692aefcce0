"""Cells with several lines: numbered labels, and each recipient with what he gets."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

ROWS = {
    "ファイルの名称": "登山届ファイル",
    "利用目的": "遭難した者を捜索するため",
    "記録範囲": "登山の届出をした者（310人）",
    "記録項目": "1 氏名、2 住所、3 生年月日、4 血液型、5 持病の内容、6 入山の日",
}


def content(**fields: str) -> dict[str, Any]:
    table = "".join(f"| {label} | {value} |\n" for label, value in (ROWS | fields).items())
    text = f"霧沢町　個人情報ファイル簿\n\n| 項目 | 内容 |\n| --- | --- |\n{table}"
    return drafts.draft(text, "r.txt").content


def partners(found: dict[str, Any]) -> dict[tuple[str, str], list[str]]:
    """What each of them gets, by relation and name."""
    names = {each["id"]: each["label"] for each in found["holders"]}
    lists = {each["id"]: [e["label"] for e in each["entries"]] for each in found["lists"]}
    return {
        (flow["relation"], names[to]): [e for id_ in flow.get("lists", []) for e in lists[id_]]
        for flow in found.get("flows", [])
        if flow["relation"] not in ("collect", "process")
        for to in flow["to"]
    }


SIGNS = [
    "{n} {label} ",
    "({n}) {label}　",
    "{kana} {label}：",
    "{n}. {label} ",
    "【{label}】",
    "{kana}　{label}　",
]


def labelled(sign: str, *lines: tuple[str, str]) -> str:
    kana = "アイウエオカ"
    printed = (
        sign.format(n=number, kana=kana[number - 1], label=label) + value
        for number, (label, value) in enumerate(lines, 1)
    )
    return "<br>".join(printed)


@pytest.mark.parametrize("sign", SIGNS)
def test_the_lines_of_a_cell_bear_numbers_and_labels(sign: str) -> None:
    found = content(
        委託=labelled(
            sign,
            ("委託先", "株式会社やまびこ（届の入力。町が令和6年3月8日に承認）"),
            ("委託期間", "令和6年4月1日から令和8年3月31日まで"),
            ("委託先に取り扱わせる項目", "氏名、入山の日"),
            ("再委託先", "合同会社こだま（入力した届の点検。町が令和6年5月9日に承諾）"),
            ("再委託期間", "令和6年6月1日から令和7年3月31日まで"),
        )
    )
    assert partners(found) == {
        ("entrust", "株式会社やまびこ"): ["氏名", "入山の日"],
        ("reentrust", "合同会社こだま"): ["氏名", "入山の日"],
    }
    periods = [(each["start"], each["end"]) for each in found["matters"][0]["periods"]]
    assert periods == [("2024-04-01", "2026-03-31"), ("2024-06-01", "2025-03-31")]


@pytest.mark.parametrize("sign", ["{n} ", "({n}) ", "{kana} ", "①②③"])
@pytest.mark.parametrize("between", [" ", "　", "：", "<br>　"])
def test_each_line_tells_a_recipient_and_what_he_gets(sign: str, between: str) -> None:
    lines = [
        f"霧沢警察署{between}氏名、住所、入山の日（届のあった都度、ファクシミリによる。）",
        "霧沢山岳救助隊 1と同じ項目（毎月、専用回線による。）",
        f"霧沢町消防団{between}氏名、血液型、持病の内容",
    ]
    printed = "<br>".join(
        (sign[at] if sign == "①②③" else sign.format(n=at + 1, kana="アイウ"[at])) + line
        for at, line in enumerate(lines)
    )
    assert partners(content(経常的提供先=printed)) == {
        ("provide", "霧沢警察署"): ["氏名", "住所", "入山の日"],
        ("provide", "霧沢山岳救助隊"): ["氏名", "住所", "入山の日"],
        ("provide", "霧沢町消防団"): ["氏名", "血液型", "持病の内容"],
    }


def test_numbers_behind_a_yes_are_those_of_a_list() -> None:
    found = content(外部提供="有　(1) 霧沢警察署　(2) 霧沢県防災課")
    assert [name for _, name in partners(found)] == ["霧沢警察署", "霧沢県防災課"]


def test_a_section_of_the_town_among_the_recipients_gets_it_within() -> None:
    found = content(経常的提供先="1 霧沢町健康課 氏名、持病の内容<br>2 霧沢警察署 氏名、住所")
    assert list(partners(found)) == [("transfer", "霧沢町健康課"), ("provide", "霧沢警察署")]


def test_an_item_of_two_words_stays_one_at_the_end_of_a_sentence() -> None:
    found = content(
        記録項目="1 氏名、2 住所、3 入山口及び下山口",
        経常的提供先="霧沢警察署",
        提供する項目="氏名、住所、入山口及び下山口",
    )
    assert partners(found) == {("provide", "霧沢警察署"): ["氏名", "住所", "入山口及び下山口"]}

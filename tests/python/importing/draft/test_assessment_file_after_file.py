"""Assessments: a digest without the parts of the form that tells one file after the other."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

PAPER = """水道料金の減免に関する事務　特定個人情報保護評価書（重点項目評価書）案の概要
あおば市水道課

第1　理由
評価を改めて行った。

{first}
1　対象となる本人	減免の申請者　120人（令和7年4月1日現在）
2　記録項目	(1)個人番号 (2)氏名 (3)住所
3　記録するシステム	減免システム
4　委託の内容	減免システムの保守
　委託先	あおば計算株式会社

{second}
1　対象となる本人	水道の使用者
2　記録項目	(1)個人番号 (2)使用者番号 (3)口座情報
3　記録するシステム	料金システム
4　委託の内容	通知の印刷
　委託先	さざなみ印刷株式会社
5　移転先	福祉課（(2)使用者番号）

{risks}
"""
RISKS = """第5　リスクへの措置
1　減免ファイル
措置	内容
措置1	申請書を棚に入れて鍵を掛ける。
措置2	操作の記録を点検する。
2　使用者ファイル
措置	内容
措置3	端末を固定する。
"""


def content(first: str, second: str, risks: str = RISKS) -> dict[str, Any]:
    return drafts.draft(PAPER.format(first=first, second=second, risks=risks)).content


@pytest.mark.parametrize("mark", ["第{}　", "（{}）", "({}) "])
def test_each_chapter_of_a_file_is_a_matter(mark: str) -> None:
    read = content(mark.format(3) + "減免ファイル", mark.format(4) + "使用者ファイル")
    names = {each["id"]: each["label"] for each in read["holders"]}
    first, later = (each["id"] for each in read["matters"])
    flows = {
        (flow["matter"], flow["relation"], names[to])
        for flow in read["flows"]
        for to in flow["to"]
        if flow["relation"] != "collect"
    }
    assert flows == {
        (first, "process", "減免システム"),
        (first, "entrust", "あおば計算株式会社"),
        (later, "process", "料金システム"),
        (later, "entrust", "さざなみ印刷株式会社"),
        (later, "transfer", "福祉課"),
    }
    assert {
        (each["matter"], entry["label"])
        for each in read["lists"]
        for entry in each["entries"]
        if entry["label"] in ("住所", "口座情報")
    } == {(first, "住所"), (later, "口座情報")}


def test_the_measures_below_the_name_of_a_file_are_of_it() -> None:
    read = content("第3　減免ファイル", "第4　使用者ファイル")
    first, later = (each["id"] for each in read["matters"])
    assert [(each["matter"], each["label"].rstrip("。")[-8:]) for each in read["safeguards"]] == [
        (first, "入れて鍵を掛ける"),
        (first, "操作の記録を点検する"[-8:]),
        (later, "端末を固定する"),
    ]


def test_a_file_named_without_its_outline_is_no_chapter() -> None:
    text = "第3　減免ファイル\n事務の内容を見直した。\n\n第4　使用者ファイル\n口座情報を加えた。"
    read = drafts.draft(f"特定個人情報保護評価書の概要\nあおば市\n\n{text}\n").content
    assert len(read["matters"]) == 1

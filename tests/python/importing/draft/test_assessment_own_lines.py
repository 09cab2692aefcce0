"""Assessments whose contractors, recipients, items and measures stand in an office's own lines."""

from __future__ import annotations

import json

import drafts
import importing_score as score
import pytest

SHEET = """特定個人情報保護評価書（基礎項目評価書・重点項目評価書）

若葉市長
公表日　令和7年6月1日

Ⅰ 基本情報
1．事務の名称　児童手当の支給に関する事務
Ⅱ 特定個人情報ファイルの概要
1．特定個人情報ファイル名
児童手当ファイル
2．基本情報
②対象となる本人の数　[1万人以上10万人未満]
③対象となる本人の範囲　児童手当の受給者
④記録される項目
{items}
4．特定個人情報ファイルの取扱いの委託
{work}
5．特定個人情報の提供・移転
{given}
Ⅲ リスク対策
{measures}
"""
SAID = {
    "items": "　個人番号、氏名、住所",
    "work": "委託しない。",
    "given": "行わない。",
    "measures": "1．入手\n・窓口で本人を確認する。",
}
FIRST, SECOND, SUB = "株式会社みなとデータ", "有限会社はる計算", "合同会社そら"
BOTH = {(FIRST, "entrust"), (SECOND, "entrust")}


def found(kind: str, **said: str) -> set[tuple[object, ...]]:
    made = drafts.draft(SHEET.format(**{**SAID, **said}))
    return set(score.found(json.loads(made.case.to_json()))[kind])


def partners(**said: str) -> set[tuple[object, object]]:
    return {(each[1], each[2]) for each in found("recipient", **said) if each[2] != "process"}


@pytest.mark.parametrize(
    "work",
    [
        f"(1) 保守　委託先：{FIRST}　再委託：なし\n"
        f"(2) 入力　委託先：{SECOND}　再委託：あり（{SUB}）",
        f"委託事項1：保守　委託先：{FIRST}\n委託事項2：入力　委託先：{SECOND}　再委託先：{SUB}",
        f"①委託事項　保守　②委託先　{FIRST}　③再委託　なし\n"
        f"①委託事項　入力　②委託先　{SECOND}　③再委託　あり（{SUB}）",
        f"・保守：{FIRST}\n・入力：{SECOND}（再委託先：{SUB}）",
        f"保守を{FIRST}に委託する。入力を{SECOND}に委託し、同社は{SUB}に再委託する。",
        f"委託事項　委託先　再委託先\n保守　{FIRST}　なし\n入力　{SECOND}　{SUB}",
        f"１　保守\n　　委託先　{FIRST}\n　　再委託　しない\n"
        f"２　入力\n　　委託先　{SECOND}\n　　再委託　する（{SUB}）",
    ],
)
def test_lines_on_contractors_name_each_and_whom_it_hands_work_to(work: str) -> None:
    assert partners(work=work) == {*BOTH, (SUB, "reentrust")}


@pytest.mark.parametrize(
    "work",
    [
        f"委託事項1　保守（{FIRST}）\n委託事項2　入力（{SECOND}）",
        f"{FIRST}（保守）、{SECOND}（入力）",
        f"委託先1：{FIRST}（保守）\n委託先2：{SECOND}（入力）",
    ],
)
def test_a_work_and_its_firm_stand_beside_each_other(work: str) -> None:
    assert partners(work=work) == BOTH


def test_a_box_may_be_drawn_at_its_left_side_only() -> None:
    work = (
        f"　┌ 委託1 ─────\n　│ 委託する事項：保守\n　│ 委託先：{FIRST}\n"
        f"　├ 委託2 ─────\n　│ 委託する事項：入力\n　│ 委託先：{SECOND}\n"
        f"　│ 再委託先：{SUB}\n　└────────"
    )
    assert partners(work=work) == {*BOTH, (SUB, "reentrust")}


@pytest.mark.parametrize(
    "given",
    [
        "(1) 提供\n　ア 厚生労働大臣（専用線）\n　イ 若葉県知事（紙）\n(2) 移転\n　ア 税務課",
        "提供先一覧　1 厚生労働大臣　2 若葉県知事\n移転先一覧　1 税務課",
        "厚生労働大臣に対し、受給の情報を提供する。\n若葉県知事に、所得の情報を提供する。\n"
        "税務課へ受給の情報を移転する。",
    ],
)
def test_lines_on_recipients_name_each(given: str) -> None:
    taken = {("厚生労働大臣", "provide"), ("若葉県知事", "provide"), ("税務課", "transfer")}
    assert partners(given=given) == taken


@pytest.mark.parametrize(
    ("items", "names"),
    [
        (
            "　主な記録項目\n　・識別情報\n"
            "　[○]個人番号　[　]個人番号対応符号　[○]その他識別情報（内部番号）\n"
            "　・連絡先等情報\n　[○]4情報（氏名、住所）　[　]連絡先（電話番号等）",
            {"個人番号", "その他識別情報(内部番号)", "4情報", "氏名", "住所"},
        ),
        ("　■個人番号　■氏名　□電話番号", {"個人番号", "氏名"}),
        ("　☑個人番号　☑4情報（氏名、住所）　☐電話番号", {"個人番号", "4情報", "氏名", "住所"}),
    ],
)
def test_several_options_on_a_line_are_items_where_they_are_ticked(
    items: str, names: set[str]
) -> None:
    assert {each[2] for each in found("item", items=items)} == names


@pytest.mark.parametrize("whose", ["による", "において講ずる", "における", "が行う"])
@pytest.mark.parametrize("line", ["{head}\n・端末を施錠する。", "{head}：端末を施錠する。"])
def test_a_head_says_whose_the_measures_are(whose: str, line: str) -> None:
    measures = "4．特定個人情報ファイルの取扱いの委託\n" + line.format(head=f"委託先{whose}措置")
    assert {each[1] for each in found("safeguard", measures=measures)} == {"partner"}


def test_a_band_of_some_recipient_is_none_of_the_file() -> None:
    given = "提供先1　厚生労働大臣\n③提供する情報　受給の情報\n④対象となる本人の数　[1万人未満]"
    counts = {each[1:] for each in found("subject", given=given)}
    assert counts == {(10_000, "person", None, "at_least"), (99_999, "person", None, "at_most")}
    same = f"{given}\n⑤対象となる本人の範囲　ファイルと同じ"
    assert (9_999, "person", None, "at_most") in {e[1:] for e in found("subject", given=same)}

"""Assessments: several things below each other in a cell or a table, and whose they are."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

SHEET = """特定個人情報保護評価書（重点項目評価書）
評価書名	水道料金の減免に関する事務
評価実施機関名	あおば市長

Ⅰ　基本情報
1　事務の名称	水道料金の減免に関する事務

Ⅱ　ファイルの概要
1　ファイル名	減免ファイル
2　対象となる本人	減免の申請者
3　記録項目	別添1のとおり
{given}

（別添1）記録項目
1　個人番号
2　氏名
3　住所

Ⅲ　リスク対策
{measures}
"""


def content(given: str = "6　保管	5年", measures: str = "") -> dict[str, Any]:
    return drafts.draft(SHEET.format(given=given, measures=measures)).content


def going(given: str) -> set[tuple[str, str]]:
    read = content(given)
    names = {each["id"]: each["label"] for each in read["holders"]}
    flows = [flow for flow in read["flows"] if flow["relation"] != "collect"]
    return {(flow["relation"], names[to]) for flow in flows for to in flow["to"]}


def kept(measures: str) -> list[tuple[str, str, str]]:
    return [
        (each["party"], each["layer"], each["position"])
        for each in content(measures=measures)["safeguards"]
    ]


def test_the_items_below_a_recipient_are_no_recipients() -> None:
    rows = "⑥提供先	他の市町村長（番号法第19条第8号）\n	個人番号、氏名\n"
    rows += "⑦移転先	福祉課\n	氏名、住所"
    assert going(rows) == {("provide", "他の市町村長"), ("transfer", "福祉課")}


def test_the_own_measures_of_a_sort_stand_behind_those_of_the_contractor() -> None:
    rows = (
        "委託先に行わせる措置\n1 名簿を出させる。\n2 検査を受けさせる。\n\n"
        "物理的対策\n1 書庫に鍵を掛ける。\n\n技術的対策\n1 通信を暗号化する。"
    )
    assert kept(rows) == [
        ("partner", "unspecified", "1"),
        ("partner", "unspecified", "2"),
        ("own", "physical", "1"),
        ("own", "technical", "1"),
    ]


@pytest.mark.parametrize("head", ["【技術的対策】", "（技術的対策）"])
def test_what_stands_right_below_the_contractor_is_the_contractors(head: str) -> None:
    rows = f"委託先に行わせる措置\n{head}\n1 通信を暗号化させる。"
    assert kept(rows) == [("partner", "technical", "1")]


def test_measures_behind_those_of_a_sort_are_of_no_sort() -> None:
    rows = (
        "運用上の対策	1. 本人を確かめる。\n"
        "委託に当たり市が行う対策	1. 作業報告書を点検する。\n"
        "委託先に行わせる対策	1. 作業報告書を提出させる。"
    )
    assert kept(rows) == [
        ("own", "operational", "1"),
        ("own", "unspecified", "1"),
        ("partner", "unspecified", "1"),
    ]


def test_the_part_on_risks_is_printed_anew_for_each_file() -> None:
    outline = "\nⅡ－2　使用者ファイル\n①ファイルの名称	使用者ファイル\n"
    outline += "②対象となる本人	水道の使用者\n③記録項目	別添1のとおり"
    text = SHEET.format(
        given=f"6　保管	5年\n{outline}", measures="物理的対策	1. 書庫に鍵を掛ける。"
    ).replace("Ⅱ　ファイルの概要", "Ⅱ－1　減免ファイル")
    text = text.replace("Ⅲ　リスク対策", "Ⅲ－1　リスク対策（減免ファイル）")
    text += "\nⅢ－2　リスク対策（使用者ファイル）\n物理的対策	1. 端末を固定する。\n"
    read = drafts.draft(text).content
    first, later = (each["id"] for each in read["matters"])
    assert [(each["matter"], each["label"][:4]) for each in read["safeguards"]] == [
        (first, "書庫に鍵"),
        (later, "端末を固"),
    ]


@pytest.mark.parametrize(("word", "layer"), [("運用上", "operational"), ("システム上", "system")])
@pytest.mark.parametrize("frame", ["【{}】", "［{}］", "{}"])
def test_a_table_of_measures_is_of_the_sort_above_it(word: str, layer: str, frame: str) -> None:
    table = "番号	措置\n1	名簿を出させる。\n2	検査を受けさせる。"
    rows = f"２ 委託先に行わせる措置\n{frame.format(f'{word}の措置')}\n{table}"
    assert kept(rows) == [("partner", layer, "1"), ("partner", layer, "2")]


def test_the_columns_of_both_sides_are_measures_with_their_own_numbers() -> None:
    rows = (
        "2．委託における措置\n市が行う措置	委託先に行わせる措置\n"
        "（6）名簿を確認する。	（1）名簿を市に出す。\n"
        "（7）記録を点検する。	（2）記録を付ける。"
    )
    assert kept(rows) == [
        ("own", "unspecified", "6"),
        ("own", "unspecified", "7"),
        ("partner", "unspecified", "1"),
        ("partner", "unspecified", "2"),
    ]


@pytest.mark.parametrize("mark", ["3．", "3 . ", "３　"])
def test_a_sort_of_the_own_measures_is_named_with_whose_it_is(mark: str) -> None:
    rows = "2．委託先に行わせる措置\n（1）名簿を出させる。\n"
    rows += f"{mark}市の技術的対策\n（1）通信を暗号化する。"
    assert kept(rows) == [("partner", "unspecified", "1"), ("own", "technical", "1")]


@pytest.mark.parametrize("said", ["への移転を追記", "への移転を追加した。", "を追加"])
def test_whom_a_list_of_changes_adds_is_named_without_what_was_done(said: str) -> None:
    table = "区分	相手先	項目	方法\n移転先1	福祉課	氏名	庁内連携システム"
    changes = (
        "（別添2）変更箇所\n変更日	項目	変更前の記載	変更後の記載	提出時期\n"
        f"令和7年4月1日	Ⅱ５　移転先1	（記載なし）	福祉課{said}	事前"
    )
    text = SHEET.format(given=f"5　提供・移転\n{table}", measures="") + changes
    read = drafts.draft(text).content
    names = {each["id"]: each["label"] for each in read["holders"]}
    taken = {names[flow["to"][0]] for flow in read["flows"] if flow["relation"] == "transfer"}
    assert taken == {"福祉課"}


@pytest.mark.parametrize("names", [("委託A", "委託B"), ("委託①", "委託②")])
def test_the_columns_of_contractors_may_bear_letters(names: tuple[str, str]) -> None:
    table = (
        f"4　委託\n	{names[0]}	{names[1]}\n内容	料金の計算	通知の印刷\n"
        "委託先	あおば計算株式会社	さざなみ印刷株式会社\n再委託先	はまかぜ保守株式会社	－"
    )
    assert going(table) == {
        ("entrust", "あおば計算株式会社"),
        ("entrust", "さざなみ印刷株式会社"),
        ("reentrust", "はまかぜ保守株式会社"),
    }

"""Measures in tables and lines that are no field of a form."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

FILE = (
    "個人情報ファイルの名称　貸付者ファイル\n所管課　福祉課\n利用目的　貸付のため\n"
    "記録項目　1氏名、2住所、3貸付額\n記録範囲　貸付を受けた者\n"
    "記録情報の経常的提供先　かえで銀行、さざなみ協議会\n"
)


def safeguards(text: str) -> list[tuple[str, str]]:
    found = read(text)
    return [(each["party"], each["label"]) for each in found.get("safeguards", [])]


def read(text: str) -> dict[str, Any]:
    return drafts.draft(f"{FILE}{text}", "r.txt").content


@pytest.mark.parametrize(
    "text",
    [
        "| 事項 | 市の措置 | 受託者の措置 |\n|---|---|---|\n"
        "| 保管 | 金庫に収める。 | 金庫に収めさせる。 |\n"
        "| 点検 | 年1回確かめる。 | 年1回報告させる。 |\n",
        "区分      市が行う措置          受託者に行わせる措置\n"
        "保管      金庫に収める。        金庫に収めさせる。\n"
        "点検      年1回確かめる。       年1回報告させる。\n",
    ],
)
def test_a_table_of_both_sides_is_read_with_and_without_rules(text: str) -> None:
    assert safeguards(f"別紙　安全管理措置\n\n{text}") == [
        ("own", "金庫に収める。"),
        ("partner", "金庫に収めさせる。"),
        ("own", "年1回確かめる。"),
        ("partner", "年1回報告させる。"),
    ]


def test_a_partner_whose_cell_is_empty_has_an_empty_place() -> None:
    found = read(
        "別紙　提供の一覧\n\n| 提供先 | 項目 | 提供先に求める措置 |\n|---|---|---|\n"
        "| かえで銀行 | 氏名 | 目的の外に使わない。 |\n| さざなみ協議会 | 氏名 |  |\n"
    )
    states = [each.get("status", "stated") for each in found["safeguards"]]
    assert states == ["stated", "blank"]
    assert all(each["applies_to"] for each in found["safeguards"])


def test_lines_below_a_head_of_measures_name_their_partners() -> None:
    found = read(
        "別紙　安全管理措置\n(1) かえで銀行には、受領書を求める。\n(2) 端末は施錠した室に置く。\n"
        "様式　受領書\n(1) この欄には日付を書いてください。\n"
    )
    assert [bool(each.get("applies_to")) for each in found["safeguards"]] == [True, False]


def test_a_table_without_measures_is_none() -> None:
    assert not safeguards(
        "別紙　提供の一覧\n\n| 番号 | 提供先 | 方法 |\n|---|---|---|\n| 1 | かえで銀行 | 紙 |\n"
    )

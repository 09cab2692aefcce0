"""Numbers in a table with a year in each row, against the same number elsewhere."""

from __future__ import annotations

import drafts
import pytest

TEXT = """生ごみ処理機の補助に係る業務の委託について（諮問）
2 対象者
(1) 補助金の交付を受けた世帯　412世帯（令和5年度）
3 委託先 株式会社みどり集計
4 記録する項目
 (ア) 氏名
 (イ) 住所

別紙2 年度ごとの実績
{table}"""
TABLES = {
    "tabs": "年度\t補助金の交付を受けた世帯\n令和4年度\t388世帯\n令和5年度\t{n}世帯\n",
    "blanks": "年度　　　補助金の交付を受けた世帯\n令和4年度　388世帯\n令和5年度　{n}世帯\n",
    "two columns": (
        "年度\t補助金の交付を受けた世帯\t申請した世帯\n令和4年度\t388世帯\t400世帯\n"
        "令和5年度\t{n}世帯\t450世帯\n"
    ),
    "years across": "年度\t令和4年度\t令和5年度\n補助金の交付を受けた世帯\t388世帯\t{n}世帯\n",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_the_number_of_a_year_is_that_of_its_head(table: str) -> None:
    assert drafts.raised(TEXT.format(table=table.format(n=421))) == {"count_differs"}


@pytest.mark.parametrize("name", ["tabs", "blanks", "two columns"])
def test_the_same_number_and_those_of_other_years_are_silent(name: str) -> None:
    assert drafts.raised(TEXT.format(table=TABLES[name].format(n=412))) == set()

"""Spans: when something is done, and whether it is a time of work or of a contract."""

from __future__ import annotations

import pytest

from nagarezu.importing.fields.spans import (
    beside,
    earliest,
    latest,
    of_contract,
    of_link,
    of_work,
    spans,
)
from nagarezu.importing.passage import Passage


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("鑑定は令和5年4月3日から同年6月30日まで行う。", [("2023-04-03", "2023-06-30")]),
        ("鑑定は令和5年4月から行う。", [("2023-04", "")]),
        ("鑑定は令和6年2月末までに終える。", [("", "2024-02-29")]),
        ("鑑定は令和6年2月分まで続ける。", [("", "2024-02")]),
        ("鑑定は令和5年度及び令和6年度の2月に行う。", [("2025-02", "2025-02")]),
        ("鑑定は毎年2月に行う。", []),
    ],
)
def test_reads_when(text: str, ends: list[tuple[str, str]]) -> None:
    assert [(each.first, each.last) for each in spans(Passage(text))] == ends


def test_a_month_is_any_of_its_days() -> None:
    assert (earliest("2024-02"), latest("2024-02")) == ("2024-02-01", "2024-02-29")
    assert earliest("2024-02-07") == latest("2024-02-07") == "2024-02-07"


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("植栽の手入れは令和5年4月から令和6年1月まで行う。", True),
        ("令和5年4月1日現在の会員", False),
        ("意見の募集は令和5年4月から令和5年5月まで行う。", False),
        ("植栽の手入れは令和5年4月から令和5年9月まで実施した。", False),
    ],
)
def test_tells_work_from_other_times(text: str, work: bool) -> None:
    assert [of_work(each) for each in spans(Passage(text))] == [work]


def test_labels_of_terms() -> None:
    assert of_contract("委託の期間")
    assert not of_contract("保存期間")
    assert of_link("結合の開始時期及び期間")
    assert not of_link("契約期間")


@pytest.mark.parametrize(("day", "found"), [("5月10日", ["5月10日"]), ("2月10日", [])])
def test_days_without_a_year_lie_in_the_term_beside_them(day: str, found: list[str]) -> None:
    text = f"令和5年12月1日から令和6年3月31日まで(検品は{day})"
    (term,) = spans(Passage(text))
    assert [each.printed for each in beside(term)] == found

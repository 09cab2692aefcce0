"""Dates, counts and periods, worked by hand from how official papers print them."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.fields.dates import dates, impossible
from nagarezu.importing.fields.periods import periods
from nagarezu.importing.passage import Passage


def passage(text: str) -> Passage:
    return Passage.of(text, Place("d", 1, "1"))


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("令和元年11月5日", "2019-11-05"),
        ("H27.1.30", "2015-01-30"),
        ("2021年（令和3年）1月25日", "2021-01-25"),
        ("2 0 2 1 年 (令和 3 年) 1 月 2 5 日", "2021-01-25"),
        ("平成26（2014）年4月1日", "2014-04-01"),
        ("平成 30 年 6 月", "2018-06"),
        ("令和６年３月末", "2024-03-31"),
        ("令和5年度", "FY2023"),
        ("大正元年7月30日", "1912-07-30"),
        ("2024/4/1", "2024-04-01"),
    ],
)
def test_a_date_keeps_its_precision(printed: str, iso: str) -> None:
    assert [each.iso for each in dates(printed)] == [iso]


def test_a_year_alone_is_no_date_of_a_case() -> None:
    assert [each.iso for each in dates("平成20年より")] == [""]


def test_a_day_that_no_calendar_has_is_not_read() -> None:
    assert dates("令和5年2月30日") == []
    assert impossible("令和5年2月30日") == ["令和5年2月30日"]


def test_numbers_of_laws_are_no_dates() -> None:
    assert [each.iso for each in dates("平成27年総務省告示第314号")] == [""]


@pytest.mark.parametrize(
    ("printed", "value", "unit", "bound"),
    [
        ("348,587人", 348587, "person", "exact"),
        ("1 0, 1 1 7 人", 10117, "person", "exact"),
        ("８,９０１世帯", 8901, "household", "exact"),
        ("11,138件", 11138, "record", "exact"),
        ("500人以上", 500, "person", "at_least"),
        ("500人未満", 499, "person", "at_most"),
        ("延べ300人", 300, "person", "at_most"),
        ("約1万2千人", None, "person", "unknown"),
        ("1,200名程度", None, "person", "unknown"),
    ],
)
def test_a_count_has_unit_and_bound(printed: str, value: int | None, unit: str, bound: str) -> None:
    (count,) = counts(printed)
    assert (count.value, count.unit, count.bound) == (value, unit, bound)


def test_a_number_about_which_only_the_size_is_said_is_kept_beside() -> None:
    (count,) = counts("約1万2千人")
    assert count.near == 12000


def test_a_word_for_about_is_said_of_all_that_its_sentence_counts() -> None:
    exact, *about = counts("計7,910人。おおよそ大人5千人、子ども3千人である。")
    assert (exact.value, exact.bound) == (7910, "exact")
    assert [(each.near, each.bound) for each in about] == [(5000, "unknown"), (3000, "unknown")]


def test_a_number_without_a_unit_is_no_count() -> None:
    assert counts("資料 4 2-1 のとおり、第14条第1項") == []


def test_the_date_of_a_count_stands_behind_it_or_above() -> None:
    assert counts("348,587人（令和元年8月1日現在）")[0].as_of == "2019-08-01"
    above = counts("受給世帯数（令和元年9月1日時点）\n・世帯 8,901世帯\n・人員 10,117人")
    assert [count.as_of for count in above] == ["2019-09-01", "2019-09-01"]
    assert counts("届出 11,138件（令和5年度実績）")[0].as_of == "FY2023"


def test_those_who_are_still_to_come_make_it_a_lower_bound() -> None:
    (count,) = counts("住民（記録される住民を含む）\n348,587人（令和元年8月1日現在）")
    assert count.bound == "at_least"


@pytest.mark.parametrize(
    ("printed", "ends"),
    [
        ("令和元年11月5日から令和2年3月31日まで", [("2019-11-05", "2020-03-31")]),
        ("令和6年5月27日から", [("2024-05-27", "")]),
        ("契約締結日から令和7年3月31日まで", [("", "2025-03-31")]),
        ("令和5年4月1日から同年9月30日まで", [("2023-04-01", "2023-09-30")]),
        ("令和5年度から令和7年度まで", [("FY2023", "FY2025")]),
        ("令和5年6月～8月", [("2023-06", "2023-08")]),
        (
            "令和2年2～3月 4～5月 6月",
            [("2020-02", "2020-03"), ("2020-04", "2020-05"), ("2020-06", "")],
        ),
        (
            "1 改修業務 令和2年2月から令和2年3月31日まで "
            "2 保守業務 平成31年4月から令和2年3月31日まで",
            [("2020-02", "2020-03-31"), ("2019-04", "2020-03-31")],
        ),
    ],
)
def test_periods_have_the_ends_that_are_printed(printed: str, ends: list[tuple[str, str]]) -> None:
    assert [(each.start, each.end) for each in periods(passage(printed))] == ends


def test_names_of_periods_in_a_shifted_cell_are_joined_by_order() -> None:
    found = periods(passage("令和2年2～3月 4～5月 6月"), "開発 検証 連携開始")
    assert [each.label for each in found] == ["開発", "検証", "連携開始"]
    assert {each.rule for each in found} == {"shifted_cells"}


def test_a_period_that_goes_on_is_renewed() -> None:
    (found,) = periods(passage("令和6年4月1日から令和7年3月31日まで（次年度以降も、同様に行う。）"))
    assert found.renewed


def test_a_date_of_split_digits_is_no_numbered_line() -> None:
    found = periods(passage("２ ０ ２ １ 年（令和３年）１ ０ 月１日"))
    assert [(each.start, each.end) for each in found] == [("2021-10-01", "")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("千人以上1万人未満", [(1000, "at_least"), (9999, "at_most")]),
        ("百人未満", [(99, "at_most")]),
        ("数千人以上", []),
        ("1　名称　浄化槽ファイル", []),  # a number of the form, and no person
        ("委員12名", [(12, "exact")]),
    ],
)
def test_a_scale_without_a_digit_is_one_of_it(text: str, found: list[tuple[int, str]]) -> None:
    assert [(each.value, each.bound) for each in counts(text)] == found


@pytest.mark.parametrize("gap", [" ", "　", "\n"])
@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("{0}{gap}再委託の期間{gap0}{1}", ["", "再委託の期間"]),
        ("{0}{gap}再委託の期間：{1}", ["", "再委託の期間"]),
        ("{0} 構築{gap}{1} 運用", ["構築", "運用"]),
        ("契約期間 {0}{gap}再委託の期間 {1}", ["契約期間", "再委託の期間"]),
    ],
)
def test_the_name_of_a_period_stands_in_front_of_it(
    printed: str, names: list[str], gap: str
) -> None:
    spans = "令和6年4月1日から令和7年3月31日まで", "令和6年5月1日から令和7年4月30日まで"
    found = periods(passage(printed.format(*spans, gap=gap, gap0=gap.strip("\n") or " ")))
    assert [each.label for each in found] == names

"""What people read: bounds, units, words, dates."""

from __future__ import annotations

import pytest
from frames import (
    concentration,
    coverage,
    frame,
    item_recipient,
    names,
    recipients,
    subjects,
)

from nagarezu import inert
from nagarezu.tables import concat, from_core
from nagarezu.tables.dates import date_text
from nagarezu.tables.notation import bounds, count, number, percent
from nagarezu.tables.paper import paper


@pytest.mark.parametrize(
    ("lower", "upper", "ja", "en"),
    [
        (383395, 689022, "383,395–689,022人", "383,395–689,022 persons"),
        (10117, 10117, "10,117人", "10,117 persons"),
        (348587, None, "348,587人以上", "at least 348,587 persons"),
        (None, 100, "100人以下", "at most 100 persons"),
        (None, None, "不詳", "unknown"),
        (0, 0, "0人", "0 persons"),
        (0, None, "0人以上", "at least 0 persons"),
    ],
)
def test_bounds(lower: int | None, upper: int | None, ja: str, en: str) -> None:
    assert bounds(lower, upper, "ja", "person") == ja
    assert bounds(lower, upper, "en", "person") == en


def test_numbers() -> None:
    assert number(1234567) == "1,234,567"
    assert number(-3.5) == "-3.5"
    assert number(-0.00001) == "0"
    assert percent(17 / 30, "ja") == "56.7％"
    assert count(None, "exact") == "不詳"


@pytest.mark.parametrize(
    ("date", "ja", "en"),
    [
        ("2019-11-05", "令和元（2019）年11月5日", "2019-11-05"),
        ("2019-05-01", "令和元（2019）年5月1日", "2019-05-01"),
        ("2019-04-30", "平成31（2019）年4月30日", "2019-04-30"),
        ("1989-01-07", "昭和64（1989）年1月7日", "1989-01-07"),
        ("2020-06", "令和2（2020）年6月", "2020-06"),
        ("FY2019", "令和元（2019）年度", "fiscal 2019"),
        ("FY1988", "昭和63（1988）年度", "fiscal 1988"),
        ("1872-01-01", "1872年1月1日", "1872-01-01"),
        ("unclear", "unclear", "unclear"),
    ],
)
def test_dates(date: str, ja: str, en: str) -> None:
    assert date_text(date, "ja") == ja
    assert date_text(date, "en") == en


def test_lower_and_upper_become_one_column_of_bounds() -> None:
    shown = paper(recipients())
    labels = [column.label for column in shown.columns]
    assert shown.caption == "表6 受領者一覧"
    assert labels == [
        *("受領者", "種別", "階層", "外部", "認証等", "情報項目", "対象者数", "不足する事実"),
    ]
    assert shown.rows[0] == (
        *("受託事業者", "組織", "相手方", "○", "ISO27001、P_mark", "2", "383,395–689,022", "-"),
    )
    assert shown.rows[1][5:] == ("1以上", "不詳", "「記録項目」の内容")
    assert shown.rows[2][6:] == ("348,587以上", "「住民」の数")
    assert "不詳：資料から分からない数" in shown.legends


def test_a_count_carries_its_unit_and_bound() -> None:
    shown = paper(subjects())
    assert [row[1] for row in shown.rows] == ["348,587人以上", "8,901世帯", "11,138件以下", "不詳"]
    assert [column.label for column in shown.columns] == ["対象者", "数", "時点"]


def test_days_between_bounds_replace_the_plain_days() -> None:
    kinds = {"days": "whole", "days_lower": "whole", "days_upper": "whole"}
    rows = [("c1", 10, 10, 10), ("c1", None, 28, 31)]
    shown = paper(from_core("periods", "c1", frame(kinds, rows)))
    assert [column.label for column in shown.columns] == ["日数"]
    assert shown.rows == (("10",), ("28–31",))


def test_codes_are_named_in_a_legend() -> None:
    shown = paper(coverage())
    assert shown.rows[0][4:] == ("特記事項を除く", "17", "30", "56.7％", "LAW、CON")
    assert any("LAW 法令・規程・方針・技術的基準の遵守／CON " in legend for legend in shown.legends)


def test_reach_has_signs_and_a_legend() -> None:
    shown = paper(item_recipient())
    assert shown.rows[0] == ("氏名", "○", "可能性")
    assert any("○：到達" in legend for legend in shown.legends)


def test_the_case_is_shown_only_among_several() -> None:
    several = concat([concentration("c1"), concentration("c2")])
    assert paper(concentration()).columns[0].label == "保有者"
    assert paper(several).columns[0].label == "案件"
    assert paper(several).rows[-1][0] == "別の案件"
    assert paper(several).notes[0].startswith("見本の案件：")


def test_text_is_aligned_by_the_width_of_its_characters() -> None:
    lines = recipients().to_text().splitlines()
    assert lines[0] == "表6 受領者一覧"
    starts = [inert.width(line[: line.index("組織")]) for line in lines if "組織" in line]
    assert len(starts) == 2
    assert len(set(starts)) == 1
    assert inert.width("が漢字ｶﾅab○") == 2 + 4 + 2 + 2 + 1
    assert inert.width("か\u3099") == 2


def test_a_matter_is_named_by_its_number_and_kinds() -> None:
    counts = frame({"matter": "text", "stated": "whole"}, [("c1", "m1", 3), ("c1", "m9", None)])
    shown = paper(from_core("safeguard_counts", "c1", counts, names=names))
    assert shown.rows == (("m1 外部結合、委託", "3"), ("m9", "不詳"))
    shown = paper(from_core("safeguard_counts", "c1", counts, lang="en", names=names))
    assert shown.rows[0] == ("m1 external link, entrustment", "3")


def test_missing_facts_are_few_on_paper_and_whole_in_the_data() -> None:
    kinds = {"unit": "text", "missing": "text"}
    codes = "list:l1 count:s1 holder:h1 holder:h2 list:l9"
    table = from_core(
        "subject_unions",
        "c1",
        frame(kinds, [("c1", "person", codes), ("c1", "record", "list:l1")]),
        names=names,
    )
    shown = paper(table)
    first, second = (row[-1] for row in shown.rows)
    assert first.split("、")[3:] == ["ほか2件"]
    assert "ほか" not in second
    assert [line for line in shown.legends if "3件まで" in line]
    assert table.column("missing")[0] == codes
    brief = from_core(
        "subject_unions", "c1", frame(kinds, [("c1", "record", "list:l1")]), names=names
    )
    assert not [line for line in paper(brief).legends if "件まで" in line]


def test_english() -> None:
    shown = paper(recipients(lang="en"))
    assert shown.caption == "Table 6 Recipients"
    assert shown.rows[2][5:] == ("12–16", "at least 348,587", "the number of “住民”")
    assert shown.rows[0][:4] == ("受託事業者", "organisation", "partner", "yes")

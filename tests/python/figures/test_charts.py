"""The timeline and the concentration, from their tables."""

from __future__ import annotations

import datetime

import pytest
from figure_drafts import SVG, groups, texts, tree
from frames import HOSTILE, frame, names

from nagarezu.errors import UsageError
from nagarezu.inert import visible
from nagarezu.report.figures import Figure, concentration, timeline
from nagarezu.report.figures.calendar import era_years, quarters, stated, years
from nagarezu.report.figures.concentration import _scale
from nagarezu.tables import Table, from_core

Row = tuple[str | None, str | None, str | None]


def periods(*rows: Row, lang: str = "ja", matter: str = "m1", case: str = "c1") -> Table:
    kinds = dict.fromkeys(("matter", "label", "start", "end", "kind"), "text")
    values = [(case, matter, label, start, end, "contract") for label, start, end in rows]
    return from_core("periods", case, frame(kinds, values), lang=lang, names=names)


def bars(*rows: tuple[str, int | None, int | None], lang: str = "ja") -> Table:
    kinds = {"holder": "text", "items": "whole", "items_upper": "whole"}
    return from_core(
        "concentration",
        "c1",
        frame(kinds, [("c1", *row) for row in rows], [("herfindahl", {"value": "1/2"})]),
        lang=lang,
        names=names,
    )


def day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2019-11-05", "2019-11-05", "2019-11-05"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-12", "2019-12-01", "2019-12-31"),
        ("FY2019", "2019-04-01", "2020-03-31"),
        ("2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_what_a_date_covers(date: str, first: str, last: str) -> None:
    found = stated(date)
    assert found is not None
    assert (found.first, found.last) == (day(first), day(last))


@pytest.mark.parametrize("date", ["", "soon", "2019-13", "0000-01", "2019-02-30", "9999-12"])
def test_what_is_no_date(date: str) -> None:
    assert stated(date) is None


def test_both_calendars_and_the_change_of_an_era() -> None:
    span = (day("2019-02-01"), day("2020-03-01"))
    assert [each.name for each in years(*span)] == ["2019", "2020"]
    eras = list(era_years(*span, "ja"))
    assert [each.name for each in eras] == ["平成31年", "令和元年", "令和2年"]
    assert eras[1].first == day("2019-05-01")
    assert [each.name for each in era_years(*span, "en")] == ["Heisei 31", "Reiwa 1", "Reiwa 2"]
    assert [month for _, month in quarters(*span)] == [1, 4, 7, 10] * 2


def rects(figure: Figure, row: int = 0) -> list[tuple[float, float, str | None]]:
    """Left, right and dashes of each rectangle of a row."""
    found = groups(figure.svg, "period")[row].iter(f"{SVG}rect")
    sides = [(float(e.get("x") or 0), float(e.get("width") or 0), e) for e in found]
    return [(left, left + width, e.get("stroke-dasharray")) for left, width, e in sides]


def at(date: str, year: int, days: int = 365) -> float:
    """The x of a day on an axis of one year: from 64 to 164 mm."""
    return 64 + 100 * (day(date) - day(f"{year}-01-01")) / days


def test_a_period_known_to_the_day_is_one_full_bar() -> None:
    outer, inner = rects(timeline(periods(("契約", "2021-04-01", "2021-09-30"))))
    assert outer[:2] == inner[:2]
    assert inner[:2] == pytest.approx((at("2021-04-01", 2021), at("2021-10-01", 2021)), abs=0.01)
    assert inner[2] is None


def test_months_are_shaded_at_both_ends_and_full_between() -> None:
    outer, inner = rects(timeline(periods(("契約", "2021-04", "2021-09"))))
    assert outer[:2] == pytest.approx((at("2021-04-01", 2021), at("2021-10-01", 2021)), abs=0.01)
    assert inner[:2] == pytest.approx((at("2021-04-30", 2021), at("2021-09-02", 2021)), abs=0.01)
    assert outer[2] is not None
    (only,) = rects(timeline(periods(("契約", "2021-04", "2021-04"))))  # no day is certain
    assert only[2] is not None


def test_an_open_end_goes_on_with_an_arrow() -> None:
    figure = timeline(
        periods(("a", "2021-04-01", None), ("b", None, "2021-04-01"), ("c", None, None))
    )
    ends = []
    for row in groups(figure.svg, "period"):
        dashed = [e for e in row.iter(f"{SVG}polyline") if e.get("stroke-dasharray")]
        ends.append([float((e.get("points") or "").split()[1].split(",")[0]) for e in dashed])
    assert ends[0] == [pytest.approx(169.5)]
    assert ends[1] == [pytest.approx(59)]
    assert sorted(ends[2]) == pytest.approx([59, 169.5])
    assert "開始又は終了の記載なし" in texts(tree(figure.svg))


def test_a_period_that_ends_before_it_starts_says_so() -> None:
    figure = timeline(periods(("a", "2021-09-01", "2021-04-01")), lang="ja")
    assert rects(figure) == []
    assert "終了が開始より前" in texts(groups(figure.svg, "period")[0])


def test_long_spans_name_some_of_their_years() -> None:
    figure = timeline(periods(("a", "1990-01-01", "2025-12-31")))
    named = [text for text in texts(tree(figure.svg)) if text.isdigit()]
    assert "1990" in named
    assert 5 < len(named) < 30


def test_nothing_to_show() -> None:
    assert "期間の記載がない。" in texts(tree(timeline(periods()).svg))
    assert "外部受領者がない。" in texts(tree(concentration(bars()).svg))
    nowhere = timeline(periods(("a", None, None)))
    assert len(groups(nowhere.svg, "period")) == 1


@pytest.mark.parametrize(("most", "end", "step"), [(0, 1, 1), (1, 1, 1), (6, 6, 1), (7, 8, 2)])
def test_scales_are_round(most: int, end: int, step: int) -> None:
    assert _scale(most) == (end, step)
    assert _scale(347_000) == (400_000, 100_000)


def test_bars_reach_their_lower_bound_and_dots_the_upper() -> None:
    figure = concentration(bars(("h1", 2, 4), ("h2", 3, 3), ("h3", 0, None)))
    rows = groups(figure.svg, "bar")
    assert [row.get("data-holder") for row in rows] == ["h2", "h1", "h3"]
    certain, bounded, open_ = rows
    assert len(list(certain.iter(f"{SVG}polyline"))) == 0
    (dots,) = bounded.iter(f"{SVG}polyline")
    assert dots.get("stroke-dasharray")
    xs = [float(p.split(",")[0]) for p in (dots.get("points") or "").split()]
    assert (min(xs), max(xs)) == pytest.approx((58 + 82 * 2 / 4, 58 + 82))
    assert len(list(open_.iter(f"{SVG}polyline"))) == 3
    assert [texts(row)[-1] for row in rows] == ["3項目", "2–4項目", "不詳"]
    assert any("1/2" in text for text in texts(tree(figure.svg)))


def test_rows_beyond_the_page_are_left_to_the_table() -> None:
    figure = concentration(bars(*((f"h{i}", i, i) for i in range(40))))
    assert len(groups(figure.svg, "bar")) == 30
    assert any("ほか10件" in remark for remark in figure.remarks)
    assert figure.height < 237


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels_are_text(label: str) -> None:
    svg = timeline(periods((label, "2021-04-01", None))).svg
    tags = {each.tag.removeprefix(SVG) for each in tree(svg).iter()}
    assert tags <= {"svg", "title", "desc", "g", "rect", "polyline", "polygon", "text"}
    shown = "".join(texts(groups(svg, "period")[0]))
    assert "".join(visible(label).split()) in "".join(shown.split())


def test_english_and_one_case() -> None:
    assert timeline(periods(("a", "2021-04", None), lang="en"), lang="en").caption == (
        "Figure 2. Periods"
    )
    assert concentration(bars(("h1", 1, 2), lang="en"), lang="en").lang == "en"
    from nagarezu.tables import concat

    with pytest.raises(UsageError, match="one case"):
        timeline(concat([periods(("a", None, None)), periods(("a", None, None), case="c2")]))

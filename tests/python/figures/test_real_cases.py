"""The figures of the real cases: whole, on one page, in both languages."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest
from figure_drafts import SVG, groups

from nagarezu.case import Case
from nagarezu.languages import LANGUAGES, Lang
from nagarezu.report.figures.of_case import holders_of
from nagarezu.resources import data

CASES = {name: Case.from_json(content, name) for name, content in data("cases")}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_holder_and_flow_is_on_one_legible_page(name: str, lang: Lang) -> None:
    case = CASES[name]
    figure = case.flow_map(lang=lang)
    boxes = groups(figure.svg, "box")
    holders = {id_ for box in boxes for id_ in (box.get("data-holder") or "").split()}
    assert holders == {holder["id"] for holder in json.loads(case.to_json())["holders"]}
    drawn = [id_ for g in groups(figure.svg, "flow") for id_ in g.get("data-flows", "").split()]
    assert sorted(drawn) == sorted(map(str, case.table("flows").column("flow")))
    assert figure.width <= 170
    assert figure.height <= 237
    assert figure.scene.scale >= 0.78


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_charts_have_a_row_for_each_row_of_their_table(name: str, lang: Lang) -> None:
    case = CASES[name]
    timeline, bars = case.timeline(lang=lang), case.concentration(lang=lang)
    assert len(groups(timeline.svg, "period")) == len(case.table("periods"))
    assert len(groups(bars.svg, "bar")) == len(case.table("concentration"))
    for figure in (timeline, bars):
        assert ET.fromstring(figure.svg).tag == f"{SVG}svg"
        assert figure.width <= 170


def test_holders_that_only_send_are_known_with_their_side() -> None:
    case = next(iter(CASES.values()))
    assert set(holders_of(case).column("holder")) > set(case.table("recipients").column("holder"))

"""The assessment band (M21): with what no case states, and across a change."""

from __future__ import annotations

import json
from typing import Any

import pytest

import nagarezu as ng
from nagarezu import _native
from nagarezu.testing.cases import skeleton


def filed(persons: int | None, *, classes: tuple[str, ...] = ("NB",)) -> ng.Case:
    """A case about so many persons, with one item that goes to another holder."""
    case: dict[str, Any] = skeleton(1, 1, 2)
    count = {"value": persons, "unit": "person", "bound": "exact"}
    case["subjects"][0]["counts"] = [count] if persons is not None else []
    case["items"][0]["classes"] = list(classes)
    first, second = (holder["id"] for holder in case["holders"][:2])
    case["flows"] = [
        {
            "id": "f1",
            "matter": case["matters"][0]["id"],
            "from": first,
            "to": [second],
            "relation": "provide",
            "items": [case["items"][0]["id"]],
            "subjects": [case["subjects"][0]["id"]],
        }
    ]
    return ng.Case.from_json(json.dumps(case))


def of_case(table: ng.tables.Table) -> dict[str, Any]:
    return table.to_json()["rows"][0]


def test_the_table_leaves_open_what_the_case_does_not_state() -> None:
    row = of_case(filed(120_000).table("assessment"))
    assert (row["band_lower"], row["band_upper"]) == ("priority", "full")
    assert row["handlers_lower"] is row["handlers_upper"] is row["accident"] is None
    assert row["missing"] == "handlers accident"
    assert row["verified"] is True


@pytest.mark.parametrize(
    ("handlers", "accident", "bands"),
    [
        (499, False, ("priority", "priority")),
        (500, False, ("full", "full")),
        (499, True, ("full", "full")),
        ((None, 400), False, ("priority", "priority")),
        ((500, None), None, ("full", "full")),
        ((100, 600), False, ("priority", "full")),
        (None, None, ("priority", "full")),
    ],
)
def test_handlers_and_accident_settle_it(
    handlers: Any, accident: bool | None, bands: tuple[str, str]
) -> None:
    row = of_case(filed(120_000).assessment(handlers=handlers, accident=accident))
    assert (row["band_lower"], row["band_upper"]) == bands


@pytest.mark.parametrize("handlers", [-1, (5, 4), (-2, None), (None, -1)])
def test_handlers_that_cannot_be_are_refused(handlers: Any) -> None:
    with pytest.raises(ValueError, match="handlers"):
        filed(1).assessment(handlers=handlers)
    with pytest.raises(ValueError, match="handlers"):
        filed(1).crossing(filed(2), handlers=handlers)


def test_what_rests_on_an_unverified_row_says_so() -> None:
    table = filed(50_000).assessment(accident=True)
    assert of_case(table)["verified"] is False
    texts = {note.code: note.text for note in table.notes}
    assert "重点項目評価" in texts["unverified_band"]
    sure = filed(50_000).assessment(handlers=10, accident=False, lang="en")
    row = of_case(sure)
    assert (row["band_lower"], row["verified"], row["distances_verified"]) == ("basic", True, False)
    assert any("more than its band" in note.text for note in sure.notes)


def test_without_an_individual_number_there_is_no_band() -> None:
    row = of_case(filed(500_000, classes=()).table("assessment"))
    assert (row["applies"], row["reason"]) == (False, "no_item")
    assert row["band_lower"] is row["band_upper"] is row["verified"] is None


def test_a_change_crosses_or_does_not() -> None:
    assert filed(999).crossing(filed(1_000)) == "up"
    assert filed(1_000).crossing(filed(999)) == "down"
    assert filed(9_000).crossing(filed(11_000)) == "unknown"
    assert filed(9_000).crossing(filed(11_000), handlers=3, accident=False) == "none"
    assert filed(350_000).crossing(filed(350_000, classes=())) == "down"
    unknown = filed(None)
    assert unknown.crossing(unknown) == "none"


def test_the_bands_travel_with_the_package() -> None:
    assert _native.bands().id == "assessment_bands"
    assert _native.bands().label_ja != _native.bands().label_en

"""A case that is well formed and still too large for its holdings to be laid out."""

from __future__ import annotations

import json

import pytest

import nagarezu as ng


def test_holdings_that_do_not_fit_are_a_fault_of_the_file() -> None:
    """20,000 holders × 100 groups × 10,000 items are 20 milliard pairs."""
    case = {
        "format": "nagarezu/1",
        "id": "large",
        "title": "large",
        "matters": [{"id": "m1", "title": "matter", "kinds": ["provide"]}],
        "subjects": [{"id": f"g{i}", "label": "group"} for i in range(100)],
        "items": [{"id": f"i{i}", "label": "item"} for i in range(10_000)],
        "holders": [
            {"id": f"h{i}", "label": "holder", "kind": "organisation"} for i in range(20_000)
        ],
    }
    with pytest.raises(ng.InvalidInput) as caught:
        ng.Case.from_json(json.dumps(case), "large.json")
    (fault,) = caught.value.errors
    assert (fault.code, fault.file) == ("too_many", "large.json")

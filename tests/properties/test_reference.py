"""The core against the slow and obvious reference: random cases, and all small shapes."""

from __future__ import annotations

import pytest
from core import JsonObject, depths, pairs, read

from nagarezu.testing.cases import enumerated_cases, random_case
from nagarezu.testing.reference import Reference

BLOCKS = 20
CASES_PER_BLOCK = 500


def assert_equal_to_reference(case: JsonObject) -> None:
    value = read(case)
    reference = Reference(case)
    expected_depths = reference.depths()
    for holder in (one["id"] for one in case["holders"]):
        for reach in ("lower", "upper", "potential"):
            assert pairs(case, value, holder, reach) == getattr(reference, reach)[holder], (
                f"{reach} of {holder}"
            )
        assert depths(case, value, holder) == expected_depths[holder], f"depths at {holder}"


@pytest.mark.parametrize("block", range(BLOCKS))
def test_random_cases(block: int) -> None:
    for seed in range(block * CASES_PER_BLOCK, (block + 1) * CASES_PER_BLOCK):
        try:
            assert_equal_to_reference(random_case(seed))
        except AssertionError as fault:
            raise AssertionError(f"seed {seed}") from fault


@pytest.mark.parametrize("holders", [2, 3, 4])
@pytest.mark.parametrize("flows", [1, 2, 3])
def test_every_shape(holders: int, flows: int) -> None:
    for case in enumerated_cases(groups=3, items=3, holders=holders, flows=flows):
        assert_equal_to_reference(case)


def test_every_shape_of_four_flows() -> None:
    checked = 0
    for case in enumerated_cases(groups=2, items=3, holders=4, flows=4):
        assert_equal_to_reference(case)
        checked += 1
    assert checked == 69 * 4**4

"""Documents against which no rule was mended: no less is read of them than before."""

from __future__ import annotations

import importing_aside as aside
import pytest


@pytest.mark.parametrize("family", aside.FAMILIES)
def test_no_less_is_read_than_before(family: str) -> None:
    known, now = aside.known()[family], aside.reached(family)
    assert sum(known["facts"].values()) > 0
    assert {
        kind: (count, now["facts"][kind])
        for kind, count in known["facts"].items()
        if now["facts"][kind] < count
    } == {}
    assert set(known["found"]) <= set(now["found"])

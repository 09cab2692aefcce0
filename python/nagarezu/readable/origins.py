"""Where the rows of cases come from, as data files state it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nagarezu.readable.dataset import NONE, Dataset, Origin, dataset
from nagarezu.tables import concat, table_names

if TYPE_CHECKING:
    from nagarezu.case import Case


def origins_of(cases: Sequence[Case]) -> dict[str, Origin]:
    """Return area and documents of each case. The standard area code has no check digit."""
    return {case.id: _origin(case) for case in cases}


def _origin(case: Case) -> Origin:
    municipality = case.municipality
    listed = json.loads(case.to_json()).get("sources", [])
    return Origin(
        area_code=municipality.code[:5] or NONE,
        municipality=municipality.name or NONE,
        title=case.title,
        sources=tuple((source["id"], source.get("title", NONE)) for source in listed),
    )


def of_cases(cases: Sequence[Case], names: Sequence[str] = (), *, long: bool = True) -> Dataset:
    """Return the data of some tables of the catalogue, or of all, for one or several cases."""
    wanted = names or table_names()
    tables = [concat([case.table(name) for case in cases]) for name in wanted]
    return dataset(tables, origins_of(cases), long=long)

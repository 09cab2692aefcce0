"""A firm that tables and measures treat as a contractor, and that no block of the outline names.

委託先の確認 | 甲株式会社 | …, and 甲株式会社 hands something over in a list, where 委託先 and
再委託先 name others alone. One mention may be of anybody; so it takes two, one of them in the row
of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, tidy

_KIND = "(?:株式会社|有限会社|合[同資名]会社)"
_FIRM = re.compile(
    rf"{_KIND}[^\s、。・()「」]{{2,16}}(?<![るすいたを])|[^\s、。・()「」]{{2,16}}{_KIND}"
)
_FEWEST = 2  # contractors in blocks of their own, places that name the firm
_WIDE = 3  # cells of the row of a table


def write(builder: Builder, sheet: Assessment, rows: Sequence[Row], matter: Entity) -> None:
    """A flow to the firm, and the rows of partners in which it is missing."""
    flows = [f for f in builder.list_of("flows") if f["relation"] in ("entrust", "reentrust")]
    if sheet.digest or sum(flow["relation"] == "entrust" for flow in flows) < _FEWEST:
        return
    named = list(
        dict.fromkeys(
            str(id_) for f in builder.list_of("flows") for id_ in f["to"] if _outside(builder, id_)
        )
    )
    source = " ".join(dict.fromkeys(p for f in flows for p in str(f["source"]).split()))
    for name, place in _strange(builder, sheet, rows):
        id_ = builder.holder(name, "organisation", place, rule="spoken_of", external=True)
        number = len(builder.list_of("flows")) + 1
        flow: Entity = {"id": builder.fresh(f"f{number}"), "matter": matter["id"]}
        flow |= {"from": builder.own, "to": [id_], "relation": "entrust", "open": True}
        flow |= {"open_subjects": True, "source": place.source}
        flow["provenance"] = [evidence("to", place, id_, "spoken_of", 0.6)]
        builder.add("flows", flow)
        said = {"sheet": "matter", "matter": matter["id"], "source": place.source}
        builder.holder_entity(id_)["mentions"] = [said]
        matter["partners"] = [{"holders": named, "source": source}]


def _outside(builder: Builder, id_: str) -> bool:
    return bool(builder.holder_entity(id_).get("external"))


def _strange(
    builder: Builder, sheet: Assessment, rows: Sequence[Row]
) -> Iterator[tuple[str, Passage]]:
    changed = {id(row) for table in sheet.tables if table.kind == "changes" for row in table.rows}
    before = "\n".join(fold(row.text) for row in rows if id(row) in changed)
    named: dict[str, Passage] = {}
    for row in rows:
        for at, cell in enumerate(row.filled if row.grid else ()):
            name = tidy(fold(cell.text))
            if _FIRM.fullmatch(name) and (len(row.filled) >= _WIDE or not at):
                named.setdefault(name, cell)
    for name, place in named.items():
        places = [row.place for row in rows if key(name) in key(row.text)]
        if len(places) >= _FEWEST and name not in before and not builder.find_holder(name):
            yield name, place

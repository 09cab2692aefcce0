"""Whose a system is: 甲社の乙システム, 甲社が運用する乙システム, 乙システム（甲社の事務所内）.

A system that is not said to be another's is one of the own side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder, evidence
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key

_RUNS = r"が(?:運用|運営|管理|提供|設置|保有|構築)(?:する|している)"
_SHORTEST = 3  # characters of the name of an owner


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Put the partner that owns a system for the own side, wherever a text says so."""
    own = [
        each
        for each in builder.list_of("holders")
        if each["kind"] == "system" and each.get("operator") == builder.own
    ]
    outside = [
        each
        for each in builder.list_of("holders")
        if each.get("external") and each["kind"] == "organisation"
    ]
    if not own or not outside:
        return
    names = [
        (name, each["id"])
        for each in outside
        for name in {key(each["label"]), *builder.names_of(each["id"])}
        if len(name) >= _SHORTEST
    ]
    anyone = "|".join(re.escape(name) for name, _ in sorted(names, key=lambda pair: -len(pair[0])))
    for row in rows:
        text = key(row.text)
        for each in own:
            called = re.escape(key(each["label"]))
            match = compiled(
                rf"(?P<a>{anyone})(?:の|{_RUNS}){called}|{called}\((?P<b>{anyone})(?:の|が|\))"
            ).search(
                text,
            )
            if match and each["operator"] == builder.own:
                whose = match["a"] or match["b"]
                each["operator"] = next(id_ for name, id_ in names if name == whose)
                proof = evidence("operator", row.whole, whose, "whose_system", 0.8)
                each.setdefault("provenance", []).append(proof)

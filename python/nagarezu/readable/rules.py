"""The 30 rules of 行政データにおける機械可読性に関するルール (31 March 2026), as data.

They stand in data/readable/rules.csv, with short titles of our own; the decision itself is the
authority. `item_2020` names the item of the rule of 2020 that asks the same
(統計表における機械判読可能なデータの表記方法の統一ルール): all fifteen occur. `unseen` says what no
machine can tell; a rule with such a limit is never reported as simply kept.
"""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from nagarezu.languages import Text
from nagarezu.opening.view import Kind
from nagarezu.resources import data

_SCOPES: dict[str, frozenset[Kind]] = {
    "every": frozenset({"xlsx", "ods", "csv", "json", "xml"}),
    "sheets": frozenset({"xlsx", "ods"}),
    "csv": frozenset({"csv"}),
}


class Rule(NamedTuple):
    """One rule. `kinds` are the formats that it speaks of; `unseen` is None if all is decided."""

    id: str
    level: int
    title: Text
    checked: Text
    unseen: Text | None
    kinds: frozenset[Kind]
    item_2020: str


def packaged(name: str) -> list[dict[str, str]]:
    """Records of one table that travels with the package."""
    content = dict(data("readable", ".csv"))[f"{name}.csv"]
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def _rule(record: dict[str, str]) -> Rule:
    partly = record["decidable"] == "partly"
    return Rule(
        id=record["rule"],
        level=int(record["level"]),
        title=Text(record["title_ja"], record["title_en"]),
        checked=Text(record["checked_ja"], record["checked_en"]),
        unseen=Text(record["unseen_ja"], record["unseen_en"]) if partly else None,
        kinds=_SCOPES[record["scope"]],
        item_2020="" if record["item_2020"] == "none" else record["item_2020"],
    )


RULES: tuple[Rule, ...] = tuple(_rule(record) for record in packaged("rules"))
